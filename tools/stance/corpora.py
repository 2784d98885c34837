"""The data the stance scorer learns from and is checked on, all in one shape.

Licences: ``stance_synthetic`` is ours; DSE is free to use with citation (Park, Pan and Joo 2021), NewsMTSC and RuSentNE are MIT;
the texts of ``gold/`` belong to their publishers and stay out of the product. Items from PolNeAR are left out of training.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from quotes.model import Span
from quotes.stance.marking import KINDS, Item, mentions, pattern
from tools.gold import SHARED, Json, read_gold

INVENTED = Path(__file__).parent / "invented"
ELSEWHERE = Path(__file__).parent / "elsewhere.jsonl"
"""Where the speakers of ``stance_train`` stand toward other states: labels by item and target, without the texts."""
TELLING = Path(__file__).parent / "telling.jsonl"
"""The words that carry the stance of each critical or supportive quotation of the two sets, by item: start, end, sign."""
FURTHER = Path(__file__).parent / "further.jsonl"
"""Labels of further quotations in the paragraphs of ``stance_train``, toward Russia and other states, by their offsets."""
INDIRECT = Path(__file__).parent / "indirect.jsonl"
"""Labels of what the same paragraphs report without marks, toward Russia, by its offsets."""
NARRATED = Path(__file__).parent / "narrated.jsonl"
"""Labels of the reporters' own sentences about Russia there, judged as if somebody had been quoted with them."""
LABELS = ("critical", "neutral", "supportive")
ALIGNMENTS = ("anti", "none", "pro")
QUOTED = re.compile(r"[“\"]([^“”\"\n]+)[”\"]|‘([^‘’\n]+(?:’\w[^‘’\n]*)*)’(?!\w)")

RUSSIA = re.compile(r"Russia|Putin|Kremlin|Moscow|Medvedev|Lavrov")
"""What the target of a sentence of directed sentiment is called when it is Russia."""
REPORTS = re.compile(
    r"\b(sa(id|ys?)|add(ed|s)|told|tells|wr(ote|ites)|tweeted|continued|explained|warned|argued|went on|noted)\b"
)


@dataclass(frozen=True)
class Example:
    """One item with its answer. ``answer`` holds the probabilities of critical, neutral, supportive."""

    id: str
    group: str
    corpus: str
    item: Item
    label: str
    answer: tuple[float, float, float]
    addressed: int = -100
    alignment: int = -100
    """Index into ALIGNMENTS, -100 where unknown."""
    telling: tuple[tuple[int, int, int], ...] | None = None
    """The words of ``item.text`` that carry the stance: start, end, and 1 against the target or 2 for it. None: nobody marked."""


@cache
def aliases(target: str) -> re.Pattern[str]:
    """The pattern of a state's names (``aliases.toml``); a target that has no entry is its own only name."""
    table = tomllib.loads((Path(__file__).parent / "aliases.toml").read_text(encoding="utf-8"))
    entry = table.get(target, {"name": [target]})
    return pattern({kind: entry.get(kind, []) for kind in KINDS})


def statement(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The marked quotation with the further pieces of its statement: nothing but a short clause stands between them."""
    spans = [m.span(m.lastindex or 0) for m in QUOTED.finditer(text)]
    if not any(s < end and e > start for s, e in spans):
        return ((start, end),)
    pieces = [(start, end) if s < end and e > start else (s, e) for s, e in spans]
    at = pieces.index((start, end))
    first = last = at
    while first > 0 and joined(text[pieces[first - 1][1] : pieces[first][0]]):
        first -= 1
    while last + 1 < len(pieces) and joined(text[pieces[last][1] : pieces[last + 1][0]]):
        last += 1
    return tuple(dict.fromkeys(pieces[first : last + 1]))


def joined(between: str) -> bool:
    """Does only an attribution clause stand between two quoted pieces (`," he said. "`)?"""
    inner = between.strip(" \t\"“”‘’'").rstrip(".,:")
    return len(inner.split()) <= 9 and not set(inner) & set(".,\n") and REPORTS.search(inner) is not None


def soft(stance: str, strength: int, alignment: str, hard: bool) -> tuple[float, float, float]:
    """The label as probabilities: weak stances lean to neutral, aligned neutrals to their side, hard items are smoothed more."""
    if stance == "mixed":
        return (0.4, 0.2, 0.4)
    slack = 0.06 if hard else 0.0
    if stance in ("critical", "supportive"):
        away = (0.04 if strength == 2 else 0.18) + slack
        sign = (1 - away - 0.01, away, 0.01)
        return sign if stance == "critical" else (sign[2], sign[1], sign[0])
    lean = {"anti": (0.12, 0.85, 0.03), "pro": (0.03, 0.85, 0.12)}.get(alignment, (0.03, 0.94, 0.03))
    return (lean[0] + slack / 2, lean[1] - slack, lean[2] + slack / 2)


def paragraph_example(row: Json, corpus: str, target: str) -> Example:
    """An item of ``stance_train`` or ``stance_synthetic``."""
    text, names = row["paragraph"], aliases(target)
    quote = (row["quote_start"], row["quote_end"])
    at = row["source_span"] if "source_span" in row else nearest(text, row.get("speaker_mention") or "", quote)
    hard = bool(row.get("hard"))
    return Example(
        id=row["id"],
        group=row["id"].partition("#")[0],
        corpus=corpus,
        item=Item(
            text=text,
            segments=statement(text, *quote),
            mentions=mentions(text, names),
            previous=row["previous"],
            previous_mentions=mentions(row["previous"], names),
            source=at and (at[0], at[1]),
            own_side=row["own_side"],
        ),
        label="neutral" if row["stance"] == "no_target" else row["stance"],
        answer=soft(row["stance"], row["strength"], row["alignment"], hard),
        addressed=int(row["stance"] != "no_target"),
        alignment=ALIGNMENTS.index(row["alignment"]) if row["stance"] in ("neutral", "no_target") else -100,
    )


def nearest(text: str, words: str, quote: Span) -> Span | None:
    """Where ``words`` stand in ``text`` outside the quotation, closest to it; None if nowhere."""
    if not words:
        return None
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    outside = [(s, e) for s, e in found if e <= quote[0] or s >= quote[1]]
    return min(outside, key=lambda x: min(abs(x[0] - quote[1]), abs(quote[0] - x[1])), default=None)


def stance_train(shared: Path = SHARED) -> list[Example]:
    """The singly annotated quotations, without PolNeAR and without words that occur in the development gold."""
    known = {
        a["text"][s:e] for a in read_gold(shared / "gold" / "russia_dev.jsonl") for q in a["quotes"] for s, e in q["segments"]
    }
    rows = [
        r
        for r in read_gold(shared / "gold" / "stance_train.jsonl")
        if r["is_quotation"] and not r["id"].startswith("polnear") and words_of(r) not in known
    ]
    return told(same_words_one_group([paragraph_example(r, "train", "Russia") for r in rows]))


def elsewhere(shared: Path = SHARED) -> list[Example]:
    """The quotations of ``stance_train`` once more, each with its label toward another state that its paragraph names."""
    return annotated(ELSEWHERE, "elsewhere", shared)


def further(shared: Path = SHARED) -> list[Example]:
    """Further quotations in the paragraphs of ``stance_train`` and in their neighbours, toward any state."""
    return told(annotated(FURTHER, "further", shared))


def indirect(shared: Path = SHARED) -> list[Example]:
    """What the paragraphs of ``stance_train`` and their neighbours report without marks ("said the sanctions were just")."""
    return told(annotated(INDIRECT, "indirect", shared))


def narrated(shared: Path = SHARED) -> list[Example]:
    """The reporters' own sentences in the paragraphs of ``stance_train``, as if somebody had been quoted with them."""
    return told(annotated(NARRATED, "narrated", shared))


def told(examples: Sequence[Example]) -> list[Example]:
    """The examples with the words that carry their stance; a neutral one has none."""
    marks = {r["id"]: tuple((s, e, sign) for s, e, sign in r["telling"]) for r in read_gold(TELLING)}
    return [replace(e, telling=() if e.label == "neutral" else marks.get(e.id)) for e in examples]


def annotated(path: Path, corpus: str, shared: Path) -> list[Example]:
    """The items of a file of labels, with the texts of ``stance_train`` and the groups that the articles have there."""
    groups = {e.id.partition("#")[0]: e.group for e in stance_train(shared)}
    texts = {r["id"]: r for r in read_gold(shared / "gold" / "stance_train.jsonl")}
    out = []
    for row in read_gold(path):
        text = texts[row["id"]]
        example = paragraph_example(text | shown(text, row.get("part", "paragraph")) | row, corpus, row["target"])
        out.append(replace(example, id=item_name(row), group=groups.get(example.group, example.group)))
    return out


def item_name(row: Json) -> str:
    """What a label is a label of: ``a:1#p2q0``, and behind it for further labels part, offset and target."""
    return "@".join((row["id"], *(str(row[k]) for k in ("part", "quote_start", "target") if k in row and "target" in row)))


def shown(text: Json, part: str) -> dict[str, str]:
    """The paragraph ``part`` of an item as the one to read, with the one before it."""
    before = {"paragraph": "previous", "next": "paragraph"}.get(part)
    return {"paragraph": text[part], "previous": text[before] if before else ""}


def words_of(row: Json) -> str:
    """The marked quotation."""
    return str(row["paragraph"][row["quote_start"] : row["quote_end"]])


def same_words_one_group(examples: Sequence[Example]) -> list[Example]:
    """The examples with articles that print the same quotation joined into one group, so that no fold sees its own test."""
    first: dict[str, str] = {}
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.get(x, x) != x:
            x = parent[x]
        return x

    for e in examples:
        words = "".join(e.item.text[s:t] for s, t in e.item.segments)
        a, b = root(first.setdefault(words, e.group)), root(e.group)
        if a != b:
            parent[b] = a
    return [replace(e, group=root(e.group)) for e in examples]


def synthetic(shared: Path = SHARED) -> list[Example]:
    """The invented paragraphs, those beside the project and the project's own; each theme file is a group."""
    out = []
    for path in (*sorted((shared / "data" / "stance_synthetic").glob("*.jsonl")), *sorted(INVENTED.glob("*.jsonl"))):
        out += [paragraph_example(r, "synthetic", r["target"]) for r in read_gold(path)]
    return out


def directed(name: str, shared: Path = SHARED) -> list[Example]:
    """A file of ``data/sentiment``: ``dse_train``, ``newsmtsc_devtest_rw``, …"""
    return [directed_example(r, name) for r in read_gold(shared / "data" / "sentiment" / f"{name}.jsonl.gz")]


def directed_example(row: Json, name: str) -> Example:
    """One sentence with a target at ``start, end``; all later mentions of the same words are marked too."""
    text, start, end = row["text"], row["start"], row["end"]
    kind = "leader" if name.startswith("newsmtsc") else "name"
    words = re.escape(text[start:end])
    again = [m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text)] or [(start, end)]
    if (start, end) not in again:
        again = [(start, end)]
    holder = row.get("holder") or ""
    at = text.find(holder) if holder else -1
    source = (at, at + len(holder)) if at >= 0 and not any(s < at + len(holder) and e > at for s, e in again) else None
    label = LABELS[row["label"] + 1]
    answer = tuple(0.92 if x == label else 0.04 for x in LABELS)
    assert len(answer) == 3
    return Example(
        id=row["id"],
        group=text,
        corpus=name.partition("_")[0],
        item=Item(
            text=text,
            segments=(),
            mentions=tuple((s, e, "leader" if kind == "leader" else "name") for s, e in again),
            source=source,
            task="holder" if holder else "text",
        ),
        label=label,
        answer=answer,
    )


def summary(examples: Iterable[Example]) -> str:
    """Counts per label, for a log line."""
    counts: dict[str, int] = {}
    for e in examples:
        counts[e.label] = counts.get(e.label, 0) + 1
    return ", ".join(f"{k} {counts[k]}" for k in sorted(counts))
