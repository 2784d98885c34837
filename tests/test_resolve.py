"""Whom a mention stands for: small articles with their cached trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes import data, resolve
from quotes.model import Article, Attribution, Document, Mention, Sentence, Speaker, Token
from tests.parses import load
from tests.resolve_cases import CASES, PATH, Case, attributions, document

PARSES = load(PATH)


@pytest.fixture(scope="module")
def lexicon() -> resolve.Lexicon:
    return resolve.load(data.folder("rules"))


def speaker(case: Case, lexicon: resolve.Lexicon) -> Speaker:
    sentences = PARSES[case.id]
    return resolve.resolve(document(case, sentences), attributions(case, sentences), lexicon)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_speaker(case: Case, lexicon: resolve.Lexicon) -> None:
    got = speaker(case, lexicon)
    assert got.name == case.name
    if case.role is not None:
        assert (got.role or "") == case.role
    if case.type is not None:
        assert got.type == case.type
    if case.flag is not None:
        assert case.flag in got.flags
    assert 0.0 <= got.confidence <= 1.0
    assert (got.confidence == 0.0) == (got.name is None)


def test_parses_are_those_of_the_cases() -> None:
    for case in CASES:
        for sentence in PARSES[case.id]:
            for token in sentence.tokens:
                assert case.text[token.start : token.end] == token.text, case.id


def test_no_mention_gives_nobody(lexicon: resolve.Lexicon) -> None:
    case = CASES[0]
    got = resolve.resolve(document(case, PARSES[case.id]), [Attribution(((0, 1),), "direct", 0, 0)], lexicon)
    assert got == [Speaker(None, flags=("unresolved",))]


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        ("minister-opens-then-named-later", "Teodor Lund"),
        ("minister-opens-and-others-are-explained", "the Romanian foreign minister"),
    ],
)
def test_who_opens_the_story_is_who_is_quoted_unexplained(name: str, opens: str, lexicon: resolve.Lexicon) -> None:
    case = next(c for c in CASES if c.id == name)
    doc = document(case, PARSES[name])
    both = attributions(case, PARSES[name])[0]
    mentions = (both.mention, *both.others)
    parts = [Attribution((s,), "direct", 0, 0, mention=m) for s, m in zip(both.segments, mentions, strict=True)]
    assert [s.name for s in resolve.resolve(doc, parts, lexicon)] == [opens, "Teodor Lund"]


def test_no_attributions_no_speakers(lexicon: resolve.Lexicon) -> None:
    case = CASES[0]
    assert resolve.resolve(document(case, PARSES[case.id]), [], lexicon) == []


def test_confidence_is_the_attributions_times_the_resolutions(lexicon: resolve.Lexicon) -> None:
    case = next(c for c in CASES if c.id == "surname-after")
    sentences = PARSES[case.id]
    whole = attributions(case, sentences)
    half = [Attribution(a.segments, a.kind, 0, 0, mention=a.mention, confidence=0.5) for a in whole]
    doc = document(case, sentences)
    full, part = resolve.resolve(doc, whole, lexicon)[0], resolve.resolve(doc, half, lexicon)[0]
    assert part.confidence == pytest.approx(full.confidence / 2, abs=1e-3)


def test_the_author_speaks_in_the_first_person(lexicon: resolve.Lexicon) -> None:
    case = next(c for c in CASES if c.id == "first-person")
    sentences = PARSES[case.id]
    doc = document(case, sentences)
    signed = Document(type(doc.article)(case.text, author="Ada Stern"), doc.paragraphs, sentences)
    got = resolve.resolve(signed, attributions(case, sentences), lexicon)[0]
    assert (got.name, got.type, got.flags) == ("Ada Stern", "person", ("author",))


def test_only_parsed_sentences_are_needed(lexicon: resolve.Lexicon) -> None:
    """A mention in a sentence that was not parsed is named by its words."""
    case = next(c for c in CASES if c.id == "surname-after")
    sentences = PARSES[case.id]
    doc = document(case, sentences[:1])
    assert resolve.resolve(doc, attributions(case, sentences), lexicon)[0].name == "Ana Ruiz"


def test_a_name_without_a_letter_costs_no_article() -> None:
    text = "& spoke on Monday. He left."
    first = Sentence(
        (
            Token(0, 1, "&", "&", "PROPN", "NNP", head=1, rel="nsubj", ner="B-PER"),
            Token(2, 7, "spoke", "speak", "VERB", "VBD", rel="root"),
            Token(8, 10, "on", "on", "ADP", "IN", head=3, rel="case"),
            Token(11, 17, "Monday", "Monday", "PROPN", "NNP", head=1, rel="obl"),
            Token(17, 18, ".", ".", "PUNCT", ".", head=1, rel="punct"),
        ),
        0,
        18,
    )
    second = Sentence(
        (
            Token(19, 21, "He", "he", "PRON", "PRP", "Gender=Masc|Number=Sing|Person=3", head=1, rel="nsubj"),
            Token(22, 26, "left", "leave", "VERB", "VBD", rel="root"),
            Token(26, 27, ".", ".", "PUNCT", ".", head=1, rel="punct"),
        ),
        19,
        27,
        index=1,
    )
    document = Document(Article(text), ((0, 27),), [first, second])
    said = Attribution(((8, 17),), "mixed", 0, 0, mention=Mention(19, 21, 1, 0))
    (speaker,) = resolve.resolve(document, [said], resolve.load(data.folder("rules")))
    assert speaker.name != "He"


def test_who_says_the_words_of_the_lead_again_is_its_unnamed_source(lexicon: resolve.Lexicon) -> None:
    case = next(c for c in CASES if c.id == "unnamed-in-the-lead-named-below")
    (both,) = attributions(case, PARSES[case.id])
    said = [
        replace(both, segments=both.segments[:1], others=()),
        replace(both, segments=both.segments[1:], mention=both.others[0], others=()),
    ]
    first, _ = resolve.resolve(document(case, PARSES[case.id]), said, lexicon)
    assert first.name == "Jonas Dahl"
    other = [said[0], replace(said[1], segments=((0, 9),))]
    first, _ = resolve.resolve(document(case, PARSES[case.id]), other, lexicon)
    assert first.name == "a senior diplomat"


@pytest.mark.parametrize(("id", "name"), [("sole-speaker", "Ana Ruiz"), ("another-named-between", None)])
def test_a_whole_sentence_between_two_statements_of_one_is_hers(id: str, name: str | None, lexicon: resolve.Lexicon) -> None:
    case = next(c for c in CASES if c.id == id)
    (both,) = attributions(case, PARSES[id])
    said = [
        replace(both, segments=both.segments[:1], others=()),
        replace(both, segments=both.segments[1:2], mention=None, others=(), confidence=0.0),
        replace(both, segments=both.segments[2:], mention=both.others[0], others=()),
    ]
    speakers = resolve.resolve(document(case, PARSES[id]), said, lexicon)
    assert speakers[1].name == name
    assert speakers[1].confidence <= 0.5
    short = replace(said[1], segments=((said[1].start, said[1].start + 7),))  # "We lost": no whole sentence
    assert resolve.resolve(document(case, PARSES[id]), [said[0], short, said[2]], lexicon)[1].name is None
