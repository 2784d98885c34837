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
from tools.stance.corpora import FURTHER, Example, further, item_name, russia_dev, stance_train
from tools.tables import overlap


def further_of_russia(shared: Path) -> list[Example]:
    """The further quotations that are judged toward Russia."""
    return [e for e in further(shared) if e.id.endswith("@Russia")]


GOLD = {"russia_dev": russia_dev, "stance_train": stance_train, "further": further_of_russia}
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


class Stages:
    """The product's stages behind the parser, with their rules loaded for one target."""

    def __init__(self, target: str = "russia") -> None:
        folder = data.rules_folder()
        self.ruleset, self.lexicon = ruleset.load(folder), resolve.load(folder)
        self.rules = stance.load(folder, [target])
        self.pattern = names(self.rules.targets[0])

    def __call__(self, document: Document) -> list[tuple[Attribution, Stance]]:
        """The statements of one parsed article with the rules' stance."""
        quoted = marks.find(document.article.text, document.paragraphs, document.article.body)
        attributions = attribute.attribute(document, quoted, self.ruleset)
        speakers = resolve.resolve(document, attributions, self.lexicon, None)
        stances = stance.judge(document, attributions, speakers, self.rules)
        return [(a, s[0]) for a, s in zip(attributions, stances, strict=True)]


def gold_spans(name: str, shared: Path) -> dict[str, tuple[str, list[Span]]]:
    """Per quotation id the article id and the gold segments in the text that was parsed."""
    out: dict[str, tuple[str, list[Span]]] = {}
    if name == "russia_dev":
        for a in read_gold(shared / "gold" / "russia_dev.jsonl"):
            for q in a["quotes"]:
                out[q["qid"]] = (str(a["id"]), [(s, e) for s, e in q["segments"]])
        return out
    items = {r["id"]: r for r in read_gold(shared / "gold" / "stance_train.jsonl")}
    for row in read_gold(FURTHER) if name == "further" else items.values():
        out[item_name(row)] = (row["id"], [placed(items[row["id"]] | row)[1]])
    return out


def learned(parses: Path, shared: Path) -> list[Statement]:
    """What the regression is fitted on: ``stance_train``, which the rules know, and ``further``, which they never saw."""
    return [s for name in ("stance_train", "further") for s in statements(name, parses, shared)]


def statements(name: str, parses: Path, shared: Path) -> Iterator[Statement]:
    """Every quotation of ``russia_dev``, ``stance_train`` or ``further`` with the product's findings, in the order of the gold.

    Of ``further`` those are taken that are judged toward Russia; they stand in the texts of ``stance_train``.
    """
    stages = Stages()
    file = parses / f"{'russia_dev' if name == 'russia_dev' else 'stance_train'}.pkl"
    known: Parses = pickle.loads(file.read_bytes())  # noqa: S301  our own file
    spans = gold_spans(name, shared)
    done: dict[str, tuple[Document, list[tuple[Attribution, Stance]]]] = {}
    for example in GOLD[name](shared):
        article, gold = spans[example.id]
        if article not in done:
            text, paragraphs, sentences = known[article]
            document = Document(Article(text, id=article), tuple(paragraphs), tuple(sentences))
            done[article] = (document, stages(document))
        document, found = done[article]
        best = max(found, key=lambda x: overlap(x[0].segments, gold), default=None)
        if best is None or not overlap(best[0].segments, gold):
            yield Statement(example, document, None, Stance(stages.rules.targets[0].name), None)
        else:
            asked = item(document, best[0], best[1], stages.pattern)
            yield Statement(example, document, best[0], best[1], asked)
