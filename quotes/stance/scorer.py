"""The learned scorer over the rules: a small encoder reads the marked quotation, a regression weighs it against the rules.

It changes label, score and confidence and adds one clue that says what it did: ``model:agrees``, ``model:overruled`` (the rules
said something else) or ``model:no-rule`` (no rule supports the label). What the rules found stays in the evidence; what the same
speaker says of the target elsewhere (``speaker:elsewhere``) joins it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from quotes import data
from quotes.bundled import manifest, verified
from quotes.model import Attribution, Clue, Document, Span, Stance, StanceLabel
from quotes.onnx import cores, session, spread
from quotes.stance.decision import Three, Weights, aligned, features, probabilities, verdict
from quotes.stance.encoding import Encoded, Splitter, encode, load_splitter
from quotes.stance.marking import KINDS, Item, MentionKind, mentions, pattern
from quotes.stance.values import AliasKind, Target

REMEDY = "reinstall quotestance or use --stance rules"
"""What a user can do about a scorer that is incomplete or damaged."""
AROUND = 1500
"""Characters of the paragraph that are marked up on each side of the statement; the encoder reads fewer."""
GAP = 2
"""Word pieces of lower score that may stand inside a telling phrase."""
_INNER = re.compile(r"(?:['’]s\b|\W)*(.*\w)", re.DOTALL)
SIDES: Mapping[StanceLabel, int] = {"critical": 0, "supportive": 1}
"""Which of a piece's two scores tells for a label."""
_KIND: dict[AliasKind, MentionKind] = {
    "state": "name",
    "adjective": "adjective",
    "capital": "seat",
    "government": "seat",
    "military": "body",
    "intelligence": "body",
    "leader": "leader",
    "person": "leader",
}


def names(target: Target) -> re.Pattern[str]:
    """The pattern of a target's names for marking; its media are left out ("told RT" would make every interview about Russia)."""
    table: dict[MentionKind, list[str]] = {kind: [] for kind in KINDS}
    for aliases in target.aliases.values():
        for alias in aliases:
            words = alias.words[1:] if alias.words[0].lower() == "the" else alias.words
            if alias.kind in _KIND and words:
                table[_KIND[alias.kind]].append(" ".join(words))
    table["leader"] += target.spokespeople
    return pattern(table)


def item(document: Document, attribution: Attribution, stance: Stance, aliases: re.Pattern[str]) -> Item | None:
    """What the encoder reads about one statement, or None where it is not worth its time.

    That is where the rules see no target, and where neither the statement nor its paragraph names it, no rule fired and the same
    speaker says nothing of it elsewhere.
    """
    if stance.target_evidence == "none":
        return None
    first, last = attribution.start, attribution.end
    around = [i for i, (s, e) in enumerate(document.paragraphs) if s <= first < e or s < last <= e]
    at = around[0] if around else attribution.paragraph
    start = max(document.paragraphs[at][0], first - AROUND)
    stop = min(document.paragraphs[around[-1] if around else at][1], last + AROUND)
    text = document.words((start, stop))
    before = document.words(document.paragraphs[at - 1])[-AROUND:] if at else ""
    found, earlier = mentions(text, aliases), mentions(before, aliases)
    if not found and stance.target_evidence == "context" and not stance.evidence and stance.elsewhere is None:
        return None
    source = attribution.mention
    inside = source is not None and start <= source.start and source.end <= stop
    return Item(
        text=text,
        segments=tuple((s - start, e - start) for s, e in attribution.segments),
        mentions=found,
        previous=before,
        previous_mentions=earlier,
        source=(source.start - start, source.end - start) if source is not None and inside else None,
        own_side=stance.own_side,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says about one item: SCORES raw scores, and per word piece how much it tells against and for the target.

    ``places`` says where the pieces stand in the item's text, None for markers and the paragraph before.
    """

    scores: Sequence[float]
    telling: Sequence[tuple[float, float]]
    places: Sequence[Span | None]


class Scorer:
    """The bundled model, checked and loaded; holds the ONNX session, the word pieces and the regression's weights.

    ``threads`` statements are read at once, 0 takes the processor's cores, at most 4.
    """

    def __init__(self, files: dict[str, bytes], threads: int = 1) -> None:
        self._threads = threads or cores()
        self._session = session(files["encoder.onnx"])
        self._splitter: Splitter = load_splitter(files["pieces.txt"].decode("utf-8"))
        self.weights = Weights.read(files["weights.json"].decode("utf-8"))

    def refine(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        stances: Sequence[tuple[Stance, ...]],
        targets: Sequence[Target],
    ) -> list[tuple[Stance, ...]]:
        """The rules' stances (parallel to ``attributions``, one per target) with label, score and confidence weighed anew."""
        patterns = [names(t) for t in targets]
        asked = [
            [item(document, a, s, p) for s, p in zip(row, patterns, strict=True)]
            for a, row in zip(attributions, stances, strict=True)
        ]
        readings = iter(self.read([x for row in asked for x in row if x is not None]))
        return [
            tuple(s if x is None else self._weighed(document, a, s, x, next(readings)) for s, x in zip(row, items, strict=True))
            for a, row, items in zip(attributions, stances, asked, strict=True)
        ]

    def read(self, items: Sequence[Item]) -> list[Reading]:
        """What the encoder makes of each item. Items run one by one: int8 scales would make neighbours matter in a batch."""
        return spread(self._run, encode(items, self._splitter), self._threads)

    def _run(self, encoded: Encoded) -> Reading:
        feed = {
            "pieces": np.array(encoded.ids, dtype=np.int64),
            "quoted": np.array(encoded.quoted, dtype=np.int64),
            "target": np.array(encoded.target, dtype=np.int64),
        }
        scores, telling = self._session.run(["scores", "telling"], feed)
        return Reading([float(x) for x in scores], [(float(a), float(b)) for a, b in telling], encoded.places)

    def _weighed(self, document: Document, attribution: Attribution, stance: Stance, asked: Item, reading: Reading) -> Stance:
        given = probabilities(features(reading.scores, stance), self.weights)
        label = verdict(given, self.weights.thresholds, stance.label)
        found = phrase(reading, SIDES[label]) if label in SIDES else None
        first = attribution.segments[0]
        start = first[0] - asked.segments[0][0]
        carrier = (start + found[0], start + found[1]) if found else first
        if stance.alignment == "none":
            stance = replace(stance, alignment=aligned(reading.scores))
        return judged(stance, given, self.weights.thresholds, document, whole(document.article.text, carrier))


def phrase(reading: Reading, side: int) -> Span | None:
    """The phrase of the item's text that tells most, in the encoder's reading, against (0) or for (1) the target; None if none.

    It is grown from the piece of the highest score over its neighbours that are likelier telling than not.
    """
    telling = [t[side] if place else -math.inf for t, place in zip(reading.telling, reading.places, strict=True)]
    top = max(range(len(telling)), key=telling.__getitem__)
    if telling[top] <= 0:
        return None
    ends = []
    for step in (-1, 1):
        end = at = top
        while 0 <= at + step < len(telling) and abs(at + step - end) <= GAP and reading.places[at + step]:
            at += step
            end = at if telling[at] > 0 else end
        ends.append(end)
    first, last = reading.places[ends[0]], reading.places[ends[1]]
    return (first[0], last[1]) if first and last else None


def whole(text: str, span: Span) -> Span:
    """The span grown to whole words, without marks or a genitive ending at its edges; as it is if nothing else is in it."""
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    inner = _INNER.match(text[start:end])
    return (start + inner.start(1), start + inner.end(1)) if inner else (start, end)


def judged(stance: Stance, given: Three, thresholds: tuple[float, float], document: Document, carrier: Span) -> Stance:
    """The stance with the verdict of the probabilities ``given``; a clue on the words ``carrier`` relates it to the rules'."""
    critical, neutral, supportive = given
    label = verdict(given, thresholds, stance.label)
    confidence = {"critical": critical, "supportive": supportive, "mixed": min(critical + supportive, 1.0)}.get(label, neutral)
    score = supportive - critical
    clue = _clue(stance, label, score, document, carrier)
    if clue and stance.elsewhere is not None:
        clue = (stance.elsewhere, *clue)
    return replace(
        stance,
        label=label,
        score=round(score, 4),
        confidence=round(confidence, 4),
        alignment=stance.alignment if label in ("neutral", "no_target") else "none",
        evidence=(*stance.evidence, *clue),
    )


def _clue(stance: Stance, label: str, score: float, document: Document, carrier: Span) -> tuple[Clue, ...]:
    """Nothing where rules and model agree that there is nothing to say."""
    quiet = ("neutral", "no_target")
    if label in quiet and stance.label in quiet:
        return ()
    if label == stance.label:
        name = "model:agrees"
    elif label not in quiet and not stance.evidence:
        name = "model:no-rule"
    else:
        name = "model:overruled"
    return (Clue(name, document.words(carrier), *carrier, round(score, 4)),)


def describe() -> str:
    """Name and version of the bundled scorer, for the record's ``pipeline``; loads nothing heavy. Raises ModelError."""
    return manifest(data.folder("models") / "stance", REMEDY).version("encoder.onnx")


def load(folder: Path | None = None, threads: int = 1) -> Scorer:
    """The bundled scorer, or the one in ``folder``. Raises ModelError if a file is missing or is not the manifest's."""
    return Scorer(verified(folder or data.folder("models") / "stance", REMEDY), threads)
