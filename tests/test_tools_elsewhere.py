"""The measurement of the rules on states that they were not written for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.model import Article, Document
from tests import parses
from tools.stance.elsewhere import TARGETS, Judged, judged, labels_of
from tools.stance.figures import errors
from tools.stance.statements import Stages

TEXT = "“Ukraine has lied to us for years,” the envoy said."


def article() -> Document:
    """The text as a parsed article."""
    return Document(Article(TEXT, id="a:1"), ((0, len(TEXT)),), tuple(parses.load()[TEXT]))


@pytest.fixture(scope="module")
def found() -> list[Judged]:
    known = {"a:1": article()}
    labels = {"a:1": [("Ukraine", "critical"), ("China", "no_target"), ("NATO", "supportive")]}
    return list(judged(labels, known, {"a:1": (1, 34)}, Stages(TARGETS)))


def test_every_label_is_judged_toward_its_own_state(found: list[Judged]) -> None:
    assert [(j.target, j.stance.label) for j in found] == [("Ukraine", "critical"), ("China", "no_target"), ("NATO", "no_target")]
    assert found[0].text == TEXT[1:34]


def test_a_quotation_that_is_not_found_is_about_nobody() -> None:
    known = {"a:1": article()}
    out = list(judged({"a:1": [("Ukraine", "critical")]}, known, {"a:1": (40, 44)}, Stages(TARGETS)))
    assert [(j.stance.label, j.text) for j in out] == [("no_target", "")]


def test_errors_name_the_words_and_what_was_said(found: list[Judged]) -> None:
    rows = [(j.gold, j.stance, j.text) for j in found]
    assert list(errors(rows, 5)) == ["nato: supportive, not no_target: '" + TEXT[1:34] + "': no rule fired"]
    assert list(errors(rows, 0)) == []


def test_labels_of_other_states_are_left_out(tmp_path: Path) -> None:
    rows = [{"id": "a:1", "target": t, "stance": "neutral"} for t in ("Ukraine", "Moravia", "China")]
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    assert labels_of(path, ["Ukraine", "China"]) == {"a:1": [("Ukraine", "neutral"), ("China", "neutral")]}
