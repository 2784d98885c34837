"""The rules' own examples are tests; the list and the explanation say what a rule author needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes import data, explain, marks, ruleset, segment
from quotes.model import Article, Document, Sentence
from quotes.ruleset import Example
from tests.attribution_cases import known


@pytest.fixture(scope="module")
def parses() -> dict[str, list[Sentence]]:
    """The cached parses by text."""
    return known()


def test_every_example_and_counter_example_holds(parses: dict[str, list[Sentence]]) -> None:
    assert explain.check(data.folder("rules"), parses.__getitem__) == []


def test_a_failing_example_is_told(parses: dict[str, list[Sentence]]) -> None:
    rules = ruleset.load(data.folder("rules"))
    text = '"We will rebuild the harbour," Lind said on Monday.'
    entry = explain.Entry("after-np-verb", "pattern", 10, "why", (Example(text, "Park"),), (Example(text),))
    told = list(explain._failing(entry, rules, parses.__getitem__))
    assert told == [
        f"pattern after-np-verb: example {text!r}: expected 'Park', got 'Lind'",
        f"pattern after-np-verb: counter-example {text!r}: it must not give 'Lind'",
    ]


def test_faults_of_loading_come_without_a_parser(tmp_path: Path) -> None:
    (tmp_path / "attribution").mkdir()
    (tmp_path / "attribution" / "mine.toml").write_text("[[rule]]\n", encoding="utf-8")
    assert any("needs an id" in fault for fault in explain.check(tmp_path))


def test_the_list_is_in_the_order_tried_and_tells_the_statistics() -> None:
    rules = ruleset.load(data.folder("rules"))
    lines = explain.listing(rules, stats=True)
    orders = [int(line.split()[0]) for line in lines]
    assert orders == sorted(orders)
    fired, right = rules.stats["after-np-verb"]
    (line,) = [line for line in lines if line.split()[1] == "after-np-verb"]
    assert f"{fired} fired" in line
    assert f"{100 * right / fired:.1f}% right" in line


def test_an_explanation_shows_tree_proposals_and_winner(parses: dict[str, list[Sentence]]) -> None:
    text = '"We will rebuild the harbour," Lind said on Monday.'
    paragraphs = segment.paragraphs(text)
    document = Document(Article(text), tuple(paragraphs), parses[text])
    lines = explain.explain(text, document, marks.find(text, paragraphs), ruleset.load(data.folder("rules")))
    assert any("said" in line and "VERB" in line for line in lines)
    assert any(line.startswith("  proposes after-np-verb (10): 'Lind', cue 'said'") for line in lines)
    assert any(line.startswith("  won by after-np-verb: 'Lind'") for line in lines)
