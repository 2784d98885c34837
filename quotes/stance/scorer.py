"""The learned scorer over the rules: a small encoder reads the marked quotation, a regression weighs it against the rules.

It changes label, score and confidence and adds one clue that says what it did: ``model:agrees``, ``model:overruled`` (the rules
said something else) or ``model:no-rule`` (no rule supports the label). What the rules found stays in the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from quotes import data
from quotes.bundled import manifest, verified
from quotes.model import Attribution, Clue, Document, Span, Stance
from quotes.onnx import session
from quotes.stance.decision import SCORES, Three, Weights, aligned, features, probabilities, verdict
from quotes.stance.encoding import Encoded, Splitter, encode, load_splitter
from quotes.stance.marking import KINDS, Item, MentionKind, mentions, pattern
from quotes.stance.values import AliasKind, Target

REMEDY = "reinstall quotestance or use --stance rules"
"""What a user can do about a scorer that is incomplete or damaged."""
AROUND = 1500
"""Characters of the paragraph that are marked up on each side of the statement; the encoder reads fewer."""
SCRAP = 12
"""Characters a clause must have to be shown as evidence of its own."""
LONG = 200
"""Characters up to which a statement is evidence as a whole; in longer ones the clause that carried the verdict is sought."""
MOST = 3
"""Clauses that are read again to find the one that carried the verdict."""
_CLAUSE = re.compile(r"[^\s.!?;:,—–][^.!?;:,—–]*[^\s.!?;:,—–]")
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

    That is where the rules see no target, and where only the words around name it and no rule fired: of 249 such training
    quotations the encoder called 3 critical or supportive, none of them rightly, and they are a third of its work.
    """
    if stance.target_evidence == "none" or (stance.target_evidence == "context" and not stance.evidence):
        return None
    first, last = attribution.start, attribution.end
    around = [i for i, (s, e) in enumerate(document.paragraphs) if s <= first < e or s < last <= e]
    at = around[0] if around else attribution.paragraph
    start = max(document.paragraphs[at][0], first - AROUND)
    stop = min(document.paragraphs[around[-1] if around else at][1], last + AROUND)
    text = document.words((start, stop))
    before = document.words(document.paragraphs[at - 1])[-AROUND:] if at else ""
    found, earlier = mentions(text, aliases), mentions(before, aliases)
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


class Scorer:
    """The bundled model, checked and loaded; holds the ONNX session, the word pieces and the regression's weights."""

    def __init__(self, files: dict[str, bytes]) -> None:
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
        return [
            tuple(self._weighed(document, a, s, p) for s, p in zip(row, patterns, strict=True))
            for a, row in zip(attributions, stances, strict=True)
        ]

    def scores(self, items: Sequence[Item]) -> list[list[float]]:
        """The encoder's raw scores (SCORES each). Items run one by one: int8 scales would make neighbours matter in a batch."""
        return [self._run(e) for e in encode(items, self._splitter)]

    def _run(self, encoded: Encoded) -> list[float]:
        feed = {
            "pieces": np.array(encoded.ids, dtype=np.int64),
            "quoted": np.array(encoded.quoted, dtype=np.int64),
            "target": np.array(encoded.target, dtype=np.int64),
        }
        out = self._session.run(["scores"], feed)[0]
        return [float(x) for x in out[:SCORES]]

    def _weighed(self, document: Document, attribution: Attribution, stance: Stance, aliases: re.Pattern[str]) -> Stance:
        asked = item(document, attribution, stance, aliases)
        if asked is None:
            return stance
        scores = self.scores([asked])[0]
        given = probabilities(features(scores, stance), self.weights)
        if stance.alignment == "none":
            stance = replace(stance, alignment=aligned(scores))
        out = judged(stance, given, self.weights.thresholds, document, attribution.segments[0])
        if len(out.evidence) > len(stance.evidence) and out.label in ("critical", "supportive") and out.label != stance.label:
            carrier = self._carrier(document, attribution, stance, aliases, out.label == "supportive")
            out = judged(stance, given, self.weights.thresholds, document, carrier)
        return out

    def _carrier(
        self, document: Document, attribution: Attribution, stance: Stance, aliases: re.Pattern[str], plus: bool
    ) -> Span:
        """The clause that, read as the whole quotation, leans furthest to the label's side: what the encoder went by."""
        whole = attribution.segments[0]
        parts = [c for s in attribution.segments for c in clauses(document.words(s), s[0])][:MOST]
        if len(parts) < 2 or sum(e - s for s, e in attribution.segments) < LONG:
            return whole
        asked = [item(document, replace(attribution, segments=(p,)), stance, aliases) for p in parts]
        known = [(p, a) for p, a in zip(parts, asked, strict=True) if a is not None]
        leaning = [(1 if plus else -1) * (s[2] - s[0]) for s in self.scores([a for _, a in known])]
        return known[leaning.index(max(leaning))][0] if known else whole


def clauses(text: str, start: int) -> list[Span]:
    """The stretches of ``text`` between sentence and clause marks, in offsets that begin at ``start``; scraps are left out."""
    found = (m.span() for m in _CLAUSE.finditer(text))
    return [(start + s, start + e) for s, e in found if e - s >= SCRAP]


def judged(stance: Stance, given: Three, thresholds: tuple[float, float], document: Document, carrier: Span) -> Stance:
    """The stance with the verdict of the probabilities ``given``; a clue on the words ``carrier`` relates it to the rules'."""
    critical, neutral, supportive = given
    label = verdict(given, thresholds, stance.label)
    confidence = {"critical": critical, "supportive": supportive, "mixed": min(critical + supportive, 1.0)}.get(label, neutral)
    score = supportive - critical
    clue = _clue(stance, label, score, document, carrier)
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


def load(folder: Path | None = None) -> Scorer:
    """The bundled scorer, or the one in ``folder``. Raises ModelError if a file is missing or is not the manifest's."""
    return Scorer(verified(folder or data.folder("models") / "stance", REMEDY))
