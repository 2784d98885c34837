"""Gold quotations as the product meets them: its own marks, attribution, speakers and rule stances, over remembered parses."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes import attribute, data, marks, resolve, ruleset, stance
from quotes.model import Article, Attribution, Document, Sentence, Span, Stance
from quotes.stance.marking import Item
from quotes.stance.scorer import item, names
from tools.gold import placed, read_gold
from tools.staged import articles as staged_articles
from tools.stance.corpora import FURTHER, Example, further, item_name, stance_train
from tools.stance.whole import STAGED, corpus, russia_dev
from tools.tables import overlap


def further_of_russia(shared: Path) -> list[Example]:
    """The further quotations that are judged toward Russia."""
    return [e for e in further(shared) if e.id.endswith("@Russia")]


def examples(name: str, shared: Path) -> list[Example]:
    """The gold quotations of ``russia_dev``, ``stance_train``, ``further`` or one of ``STAGED``."""
    if name in STAGED:
        return corpus(name)
    return {"russia_dev": russia_dev, "stance_train": stance_train, "further": further_of_russia}[name](shared)


Parses = Mapping[str, tuple[str, Sequence[Span], Sequence[Sentence]]]


@dataclass(frozen=True)
class Statement:
    """One gold quotation: its example, and what the product made of it (None where it found no such quotation)."""

    example: Example
    document: Document
    attribution: Attribution | None
    stance: Stance
    asked: Item | None
    """What the encoder reads at run time; None where it is not asked."""


Judged = tuple[Attribution, tuple[Stance, ...]]
"""A statement with the rules' stances, one per target."""


class Stages:
    """The product's stages behind the parser, with their rules loaded for some targets; ``indirect`` as in the options."""

    def __init__(self, targets: Sequence[str] = ("russia",), *, indirect: bool = False) -> None:
        folder, self.indirect = data.rules_folder(), indirect
        self.ruleset, self.lexicon, self.rules = ruleset.load(folder), resolve.load(folder), stance.load(folder, targets)

    def __call__(self, document: Document) -> list[Judged]:
        """The statements of one parsed article."""
        quoted = marks.find(document.article.text, document.paragraphs, document.article.body)
        attributions = attribute.attribute(document, quoted, self.ruleset, indirect=self.indirect)
        speakers = resolve.resolve(document, attributions, self.lexicon, None)
        return list(zip(attributions, stance.judge(document, attributions, speakers, self.rules), strict=True))


def covering(found: Sequence[Judged], gold: Sequence[Span]) -> Judged | None:
    """The statement that covers most of a gold quotation, if one does."""
    best = max(found, key=lambda x: overlap(x[0].segments, gold), default=None)
    return best if best is not None and overlap(best[0].segments, gold) else None


def parsed(name: str, folder: Path) -> Iterator[tuple[str, Document]]:
    """The articles of a file of ``tools.stance.parses`` with their ids."""
    known: Parses = pickle.loads((folder / f"{name}.pkl").read_bytes())  # noqa: S301  our own file
    for article, (text, paragraphs, sentences) in known.items():
        yield article, Document(Article(text, id=article), tuple(paragraphs), tuple(sentences))


def gold_spans(name: str, shared: Path) -> dict[str, tuple[str, list[Span]]]:
    """Per quotation id the article id and the gold segments in the text that was parsed."""
    out: dict[str, tuple[str, list[Span]]] = {}
    if name == "russia_dev" or name in STAGED:
        known = read_gold(shared / "gold" / "russia_dev.jsonl") if name == "russia_dev" else staged_articles(files=STAGED[name])
        for a in known:
            for q in a["quotes"]:
                out[q["qid"]] = (str(a["id"]), [(s, e) for s, e in q["segments"]])
        return out
    items = {r["id"]: r for r in read_gold(shared / "gold" / "stance_train.jsonl")}
    for row in read_gold(FURTHER) if name == "further" else items.values():
        out[item_name(row)] = (row["id"], [placed(items[row["id"]] | row)[1]])
    return out


def learned(parses: Path, shared: Path) -> list[Statement]:
    """What the regression is fitted on: ``stance_train`` and ``further``, which the rules know, and the staged articles, which
    nobody read when they were written."""
    return [*statements(("stance_train", "further"), parses, shared), *statements(("staged",), parses, shared)]


def statements(golds: Sequence[str], parses: Path, shared: Path) -> Iterator[Statement]:
    """Every quotation of ``russia_dev``, of one of ``STAGED``, or of ``stance_train`` and ``further``, with the product's
    findings, in gold order.

    Of ``further`` those are taken that are judged toward Russia; they stand in the texts of ``stance_train``.
    """
    stages = Stages()
    (target,) = stages.rules.targets
    pattern, known = names(target), dict(parsed(golds[0], parses))
    done: dict[str, list[Judged]] = {}
    for name in golds:
        spans = gold_spans(name, shared)
        for example in examples(name, shared):
            article, gold = spans[example.id]
            if article not in done:
                done[article] = stages(known[article])
            best = covering(done[article], gold)
            if best is None:
                yield Statement(example, known[article], None, Stance(target.name), None)
            else:
                asked = item(known[article], best[0], best[1][0], pattern)
                yield Statement(example, known[article], best[0], best[1][0], asked)
