"""Paths and patterns over trees written by hand."""

from __future__ import annotations

import pytest

from quotes import data, match, ruleset
from quotes.model import Sentence, Token
from quotes.ruleset import Path as TreePath
from quotes.ruleset import Ruleset
from quotes.ruleset.read import Reader


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    """The bundled rules."""
    return ruleset.load(data.folder("rules"))


def tree(text: str) -> Sentence:
    """A sentence from lines ``word lemma UPOS head rel``; heads count from 0, -1 is the root."""
    tokens: list[Token] = []
    at = 0
    for line in text.strip().splitlines():
        word, lemma, upos, head, rel = line.split()
        tokens.append(Token(at, at + len(word), word, lemma, upos, head=int(head), rel=rel))
        at += len(word) + 1
    return Sentence(tuple(tokens), 0, at)


SAID = tree("""
    Prices price NOUN 2 nsubj
    will will AUX 2 aux
    rise rise VERB -1 root
    , , PUNCT 5 punct
    Lee Lee PROPN 5 nsubj
    said say VERB 2 parataxis
    and and CCONJ 7 cc
    added add VERB 5 conj
""")


def path(text: str, rules: Ruleset) -> TreePath:
    """A path read against the bundled word lists."""
    faults: list[str] = []
    found = Reader(rules.lists, faults).path({"id": "t", "path": text}, "t.toml", "path")
    assert not faults
    return found


@pytest.mark.parametrize(
    ("start", "steps", "reached"),
    [
        (5, "nsubj", [4]),
        (5, "<parataxis", [2]),
        (5, "<parataxis nsubj", [0]),
        (5, "obj | nsubj", [4]),
        (5, ".", [5]),
        (7, "nsubj", []),
        (7, "$subject", [4]),
        (5, "nsubj[PROPN]", [4]),
        (5, "nsubj[NOUN|PRON]", []),
        (5, "nsubj[!lee]", []),
        (7, "<conj[@speak]", [5]),
        (7, "<conj[@noun]", []),
        (7, "<<conj[@speak]", [5]),
        (0, "<nsubj", [2]),
        (0, "<<nsubj", []),
        (5, "left", []),
        (2, "left", []),
    ],
)
def test_a_path_leads_where_it_says(rules: Ruleset, start: int, steps: str, reached: list[int]) -> None:
    assert match.follow(path(steps, rules), SAID, start, rules) == reached


def test_left_steps_over_auxiliaries_for_trees_that_lost_the_subject(rules: Ruleset) -> None:
    lost = tree("""
        Lee Lee PROPN 3 dep
        has have AUX 3 aux
        never never ADV 3 advmod
        said say VERB -1 root
    """)
    assert match.follow(path("left", rules), lost, 3, rules) == [0]


def test_right_finds_the_inverted_subject_of_a_broken_tree(rules: Ruleset) -> None:
    lost = tree("""
        , , PUNCT 1 punct
        said say VERB -1 root
        Russian Russian ADJ 3 amod
        Ambassador Ambassador PROPN 4 dep
        Petrov Petrov PROPN 3 dep
    """)
    assert match.follow(path("right", rules), lost, 1, rules) == [4]


def test_a_plain_subject_is_no_passive_one(rules: Ruleset) -> None:
    passive = tree("""
        Lee Lee PROPN 2 nsubj:pass
        was be AUX 2 aux:pass
        told tell VERB -1 root
        by by ADP 4 case
        Park Park PROPN 2 obl:agent
    """)
    assert match.follow(path("nsubj", rules), passive, 2, rules) == []
    assert match.follow(path("$subject", rules), passive, 2, rules) == [4]
    assert match.follow(path("obl(by)", rules), passive, 2, rules) == [4]
    assert match.follow(path("obl(to)", rules), passive, 2, rules) == []


def test_the_region_of_a_parenthetical_cue_leaves_out_the_cue_clause(rules: Ruleset) -> None:
    found = [m for m in match.match(SAID, rules) if m.rule.id == "verb-clause" and m.cue == 5]
    assert [(m.speaker, m.content) for m in found] == [(4, (2,))]
    assert found[0].region == {0, 1, 2}


def test_a_clause_with_though_is_not_what_was_claimed(rules: Ruleset) -> None:
    text = """
        Though though SCONJ 2 mark
        Park Park PROPN 2 nsubj
        left leave VERB 4 ccomp
        he he PRON 4 nsubj
        claimed claim VERB -1 root
    """
    assert not match.match(tree(text), rules)
    assert match.match(tree(text.replace("Though though", "That that")), rules)


def test_a_cycle_in_the_tree_ends(rules: Ruleset) -> None:
    text = "Lee Lee PROPN 1 nsubj\nsaid say VERB 2 conj\nadded add VERB 1 conj"
    assert {m.speaker for m in match.match(tree(text), rules)} <= {0}


def test_codes_are_safe_against_the_characters_they_are_made_of() -> None:
    code, starts = match.encode([Token(0, 2, "<b", "<b", "X"), Token(3, 6, "a b", "a b", "X")])
    assert code == "<X (b (b -><X a_b a_b ->"
    assert starts == [0, 11]


@pytest.mark.parametrize(
    ("name", "words", "speaker", "cue"),
    [
        ("after-np-verb", "Lee/PROPN said/VERB/say", "Lee", "said"),
        ("after-np-verb", "the/DET minister/NOUN ,/PUNCT a/DET lawyer/NOUN ,/PUNCT added/VERB/add", "the minister", "added"),
        ("after-verb-np", "said/VERB/say Lee/PROPN", "Lee", "said"),
        ("after-according", ",/PUNCT according/VERB to/ADP Lee/PROPN", "Lee", "according"),
        ("after-quoted-as", "Interfax/PROPN quoted/VERB/quote Lee/PROPN as/SCONJ saying/VERB/say", "Lee", "saying"),
        ("before-np-verb", "Lee/PROPN said/VERB/say :/PUNCT", "Lee", "said"),
        ("before-inverted", "Said/VERB/say Lee/PROPN ,/PUNCT", "Lee", "Said"),
        ("before-from", "From/ADP the/DET report/NOUN :/PUNCT", "the report", None),
    ],
)
def test_a_pattern_finds_speaker_and_cue(rules: Ruleset, name: str, words: str, speaker: str, cue: str | None) -> None:
    tokens = []
    for part in words.split():
        word, upos, *lemma = part.split("/")
        tokens.append(Token(0, 0, word, lemma[0] if lemma else word.lower(), upos))
    pattern = next(p for p in rules.patterns if p.id == name)
    hit = match.surface(pattern, *match.encode(tokens))
    assert hit is not None
    assert hit.np is not None
    assert " ".join(t.text for t in tokens[slice(*hit.np)]) == speaker
    assert (None if hit.cue is None else tokens[hit.cue].text) == cue


@pytest.mark.parametrize("words", ["to/PART say/VERB/say", "when/ADV Lee/PROPN said/VERB/say", "that/PRON said/VERB/say"])
def test_a_pattern_refuses_look_alikes(rules: Ruleset, words: str) -> None:
    parts = [p.split("/") for p in words.split()]
    tokens = [Token(0, 0, p[0], p[-1].lower() if len(p) > 2 else p[0], p[1]) for p in parts]
    pattern = next(p for p in rules.patterns if p.id == "after-np-verb")
    assert match.surface(pattern, *match.encode(tokens)) is None


def test_an_empty_sentence_matches_nothing(rules: Ruleset) -> None:
    assert not match.match(Sentence((), 0, 0), rules)
