"""Whom pronouns, descriptions and short names take up, end to end: attribution and resolution on cached trees."""

from __future__ import annotations

import pytest

from quotes import attribute, data, marks, resolve, ruleset
from quotes.model import Speaker
from quotes.ruleset import Ruleset
from tests.coreference_cases import CASES, PATH
from tests.parses import load
from tests.resolve_cases import Case, document

PARSES = load(PATH)


@pytest.fixture(scope="module")
def lexicon() -> resolve.Lexicon:
    return resolve.load(data.folder("rules"))


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return ruleset.load(data.folder("rules"))


def speakers(case: Case, rules: Ruleset, lexicon: resolve.Lexicon) -> list[Speaker]:
    """The speakers of the quotations whose source is the case's mention."""
    read = document(case, PARSES[case.id])
    found = attribute.attribute(read, marks.find(case.text, read.paragraphs), rules)
    named = resolve.resolve(read, found, lexicon)
    start = case.mentions[0][0]
    return [s for a, s in zip(found, named, strict=True) if a.mention is not None and a.mention.start == start]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_speaker(case: Case, rules: Ruleset, lexicon: resolve.Lexicon) -> None:
    got = speakers(case, rules, lexicon)
    assert got
    assert {s.name for s in got} == {case.name}
    assert case.type is None or {s.type for s in got} == {case.type}


def test_a_pronoun_is_hardly_surer_than_the_one_before(rules: Ruleset, lexicon: resolve.Lexicon) -> None:
    cases = {c.id: c for c in CASES}
    (chained,) = speakers(cases["what-it-reports-does-not-speak"], rules, lexicon)
    (named,) = speakers(cases["one-of-the-accused-is-not-she"], rules, lexicon)
    assert chained.confidence < named.confidence - 0.05
