"""Where names stand when the tagger is mistaken: the parses of the resolver's cases with other tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from quotes import data, resolve
from quotes.model import Sentence
from quotes.resolve.spans import name_spans
from tests.parses import load
from tests.resolve_cases import PATH


@pytest.fixture(scope="module")
def lexicon() -> resolve.Lexicon:
    """The shipped names."""
    return resolve.load(data.folder("rules"))


def tagged(case: str, tags: Mapping[str, str]) -> Sentence:
    """The first sentence of a case, its words with other tags."""
    sentence = load(PATH)[case][0]
    return replace(sentence, tokens=tuple(replace(t, ner=tags.get(t.text, t.ner)) for t in sentence.tokens))


def kinds(sentence: Sentence, lexicon: resolve.Lexicon) -> dict[str, str]:
    """The names found, each with its kind."""
    return {" ".join(t.text for t in sentence.tokens[first:stop]): kind for first, stop, kind in name_spans(sentence, lexicon)}


def test_who_lives_somewhere_is_a_person(lexicon: resolve.Lexicon) -> None:
    found = kinds(tagged("who-lives-in-is-a-person", {"Meiying": "B-LOC", "Lee": "I-LOC"}), lexicon)
    assert found["Meiying Lee"] == "PER"


def test_a_team_stays_a_body(lexicon: resolve.Lexicon) -> None:
    found = kinds(tagged("team-takes-a-verb-of-many", {"Kolm": "B-ORG", "Rovers": "I-ORG"}), lexicon)
    assert found["Kolm Rovers"] == "ORG"


def test_an_age_in_brackets_tells_a_person(lexicon: resolve.Lexicon) -> None:
    sentence = tagged("age-in-brackets", {"Salima": "B-ORG", "Begum": "I-ORG"})
    assert kinds(sentence, lexicon)["Salima Begum"] == "PER"
    other = replace(sentence, tokens=tuple(replace(t, text="7" if t.text == "75" else t.text) for t in sentence.tokens))
    assert kinds(other, lexicon)["Salima Begum"] == "ORG"


def test_a_noun_of_the_next_compound_is_no_part_of_a_body(lexicon: resolve.Lexicon) -> None:
    found = kinds(tagged("appeals-committee-of-the-authority", {"appeals": "I-ORG"}), lexicon)
    assert "Port Authority" in found
    assert "Port Authority appeals" not in found


def test_what_somebody_owns_is_no_name_of_theirs(lexicon: resolve.Lexicon) -> None:
    sentence = load(PATH)["charity-of-the-first-lady"][-1]
    tokens = (
        replace(t, upos="PROPN", xpos="NNP", ner="O")
        if t.text == "Beyond"
        else replace(t, upos="NUM")
        if t.text == "Thirst"
        else t
        for t in sentence.tokens
    )
    sentence = replace(sentence, tokens=tuple(tokens))
    assert "Beyond" not in {name for name, kind in kinds(sentence, lexicon).items() if kind == "PER"}


def test_a_title_alone_at_the_end_is_nobodys_name(lexicon: resolve.Lexicon) -> None:
    sentence = load(PATH)["team-takes-a-verb-of-many"][0]
    title = replace(sentence.tokens[-1], text="Speaker", lemma="Speaker", upos="PROPN", xpos="NNP", ner="B-PER")
    found = kinds(replace(sentence, tokens=(*sentence.tokens[:-1], title)), lexicon)  # "'They Dig In' – Speaker"
    assert "Speaker" not in found
