"""The sample articles: what is derived from the marked ones is up to date, and their marks are found, without a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes import marks, segment
from quotes.model import Quoted, Span
from tests import annotated

MARKED = Path(__file__).parent / "cases" / "marked"
CASES = annotated.read_all(MARKED)


def test_there_is_a_sample_without_quotations_and_one_without_russia() -> None:
    assert [c.name for c in CASES if not c.statements] == ["fair_no_quotes"]
    assert any("russia" not in c.text.lower() and "moscow" not in c.text.lower() for c in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_plain_article_is_the_marked_one_without_its_brackets(
    case: annotated.Case, articles: Path, pytestconfig: pytest.Config
) -> None:
    path = articles / f"{case.name}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(case.text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == case.text


def test_the_gold_is_the_marked_articles(cases: Path, pytestconfig: pytest.Config) -> None:
    path = cases / "gold.jsonl"
    lines = [json.dumps(case.record(), ensure_ascii=False) for case in CASES]
    if pytestconfig.getoption("--update-golden"):
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == lines


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_segment_stands_between_marks(case: annotated.Case) -> None:
    text = case.text
    found = {text[q.start : q.end] for q in marks.find(text, segment.paragraphs(text))}
    wanted = {text[s:e] for statement in case.statements for s, e in statement.segments}
    assert wanted - found == set()


def test_what_else_stands_between_marks_is_known() -> None:
    others = {}
    for case in CASES:
        gold = {s for statement in case.statements for s in statement.segments}
        spans = [(q.start, q.end) for q in marks.find(case.text, segment.paragraphs(case.text))]
        others[case.name] = [case.text[s:e] for s, e in spans if (s, e) not in gold]
    assert {name: words for name, words in others.items() if words} == {
        "courier_single": ["They took my phone and my shoelaces"],
        "dam_kyiv": ["act of terror", "Old Lady,"],
        "flood_village": ["Buster", "The Slate Road", "Duck Derby"],
        "sanctions_capital": ["piracy by paperwork", "Cap and Squeeze,"],
        "senate_ticks": ["meme."],
        "speech_long": ["I did not come here to be liked,"],
    }


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("“⟦1 No”\n====\n1 | direct | - | -", "not closed"),
        ("“No⟧”\n====\n", "closes nothing"),
        ("“⟦1 No⟧”\n====\n", "no line"),
        ("“No”\n====\n1 | direct | - | -", "no segment"),
    ],
)
def test_a_faulty_annotation_is_refused(tmp_path: Path, body: str, fault: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(ValueError, match=fault):
        annotated.read(path)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_any_lost_mark_costs_at_most_its_own_paragraph(case: annotated.Case) -> None:
    text, paragraphs = case.text, segment.paragraphs(case.text)
    whole = marks.find(text, paragraphs)
    for at in [i for i, c in enumerate(text) if c in '"“”«»']:
        here = next(i for i, (s, e) in enumerate(paragraphs) if s <= at < e)
        rest = marks.find(text[:at] + "\u00a0" + text[at + 1 :], paragraphs)
        assert _elsewhere(rest, here) == _elsewhere(whole, here), text[max(0, at - 30) : at + 30]


def _elsewhere(spans: list[Quoted], paragraph: int) -> list[Span]:
    return [(q.start, q.end) for q in spans if q.paragraph != paragraph]
