"""The programs that measure the stance rules outside quotations and by slice."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from quotes import data, stance
from quotes.model import Article, Document
from quotes.stance.values import StanceRules
from tests import parses
from tools.stance.directed import held_by, parsed, spoken_of
from tools.tables import is_denial

CONDEMNED = "The president condemned Moscow’s “night of fire”."
PRAISED = "The prince praised Putin for his “steady hand”."
BOMBED = "“Russia bombed the market at noon,” the governor said."


@pytest.fixture(scope="module")
def rules() -> StanceRules:
    return stance.load(data.folder("rules"), ["russia"])


def document(text: str) -> Document:
    return Document(Article(text), ((0, len(text)),), parses.load()[text])


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "holder", "label"),
    [
        (CONDEMNED, "The president", "critical"),
        (PRAISED, "The prince", "supportive"),
        (BOMBED, "the governor", "critical"),
        (CONDEMNED, "Moscow", "neutral"),
    ],
)
def test_the_holders_deeds_and_words_decide(text: str, holder: str, label: str, rules: StanceRules) -> None:
    assert held_by(document(text), span(text, holder), rules) == label


def test_a_holder_that_is_not_in_the_text_holds_nothing(rules: StanceRules) -> None:
    assert held_by(document(CONDEMNED), None, rules) == "neutral"


def test_a_sentence_speaks_of_the_marked_words(rules: StanceRules) -> None:
    assert spoken_of(document(BOMBED), [span(BOMBED, "Russia")], rules) == "critical"
    assert spoken_of(document(BOMBED), [span(BOMBED, "the governor")], rules) == "neutral"


def test_parses_are_remembered(tmp_path: Path) -> None:
    sentences = parses.load()[BOMBED]
    (tmp_path / "some.pkl").write_bytes(pickle.dumps({BOMBED: ([(0, len(BOMBED))], sentences)}))
    found = parsed("some", [BOMBED, BOMBED], tmp_path)
    assert list(found) == [BOMBED]
    assert found[BOMBED].sentences == tuple(sentences)


@pytest.mark.parametrize(
    ("text", "quoted", "stance", "own", "denial"),
    [
        ("The claims were groundless, the envoy said.", "groundless", "supportive", False, True),
        ("The premier denied it. “We keep our word,” he said.", "We keep our word", "supportive", False, True),
        ("“We keep our word,” the embassy said.", "We keep our word", "supportive", True, True),
        ("“They are friends,” the mayor said.", "They are friends", "supportive", False, False),
        ("“They denied it,” the mayor said.", "They denied it", "critical", False, False),
    ],
)
def test_denials_are_supportive_and_reject_or_speak_for_the_target(
    text: str, quoted: str, stance: str, own: bool, denial: bool
) -> None:
    quote = {"segments": [span(text, quoted)], "stance": stance, "own_side": own}
    assert is_denial({"text": text}, quote) is denial
