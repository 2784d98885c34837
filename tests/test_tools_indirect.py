"""The measurement of the stance of what is reported without quotation marks."""

from __future__ import annotations

import pytest

from quotes.model import Article, Document
from quotes.stance.scorer import load
from tests import parses
from tools.stance.indirect import Reported, reported
from tools.stance.statements import Stages

TEXT = "The mayor said she wants closer cooperation with Russia."
WORDS = "she wants closer cooperation with Russia"
PLACE = (TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS))

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def found() -> list[Reported]:
    article = Document(Article(TEXT, id="a:1"), ((0, len(TEXT)),), tuple(parses.load()[TEXT]))
    labels = {"a:1": [(PLACE, "supportive"), ((0, 3), "critical")]}
    return list(reported(labels, {"a:1": article}, Stages(indirect=True), load()))


def test_a_statement_is_judged_by_the_rules_and_by_everything(found: list[Reported]) -> None:
    assert found[0].text == WORDS
    assert found[0].rules.label == "supportive"
    assert found[0].everything.evidence[-1].rule.startswith("model:")


def test_a_statement_that_is_not_found_says_nothing_of_the_target(found: list[Reported]) -> None:
    assert (found[1].rules.label, found[1].everything.label, found[1].text) == ("no_target", "no_target", "")
