"""Who said it, from cached parses; every form of the design has its case."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import marks, segment
from quotes.attribute import attribute, evidence
from quotes.model import Article, Document, Quoted, Sentence, Token
from quotes.ruleset import Ruleset
from tests.attribution_cases import CASES, Case, bundled, found, known, run


@pytest.fixture(scope="module")
def parses() -> dict[str, list[Sentence]]:
    """The cached parses by text."""
    return known()


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    """The bundled rules."""
    return bundled()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case, parses: dict[str, list[Sentence]]) -> None:
    assert found(case.text, parses[case.text]) == case.want


def text_of(name: str) -> str:
    """The text of a case."""
    return next(case.text for case in CASES if case.id == name)


def test_fragments_of_one_cue_share_their_statement(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("two fragments, one cue")
    assert len({a.statement for a in run(text, parses[text])}) == 1


def test_two_speakers_have_two_statements(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("another speaker in the paragraph")
    assert len({a.statement for a in run(text, parses[text])}) == 2


@pytest.mark.parametrize(
    ("case", "others"),
    [("joint statement, a name behind a description", ["Antti Leino"]), ("three who say", ["Ben Cole", "Mia Lund"])],
)
def test_the_others_of_a_joint_statement(case: str, others: list[str], parses: dict[str, list[Sentence]]) -> None:
    text = text_of(case)
    (a,) = run(text, parses[text])
    assert [text[m.start : m.end] for m in a.others] == others


def test_a_mark_that_is_never_closed_is_flagged(rules: Ruleset) -> None:
    text = 'The port is shut.\n\n"We will wait for the ships.\n\nRain fell on the quay.\n\n"We hope for the best," she said.'
    document = Document(Article(text), tuple(segment.paragraphs(text)), ())
    found = attribute(document, marks.find(text, document.paragraphs), rules)
    assert [a.flags for a in found] == [("unclosed",), ()]


def test_a_joint_statement_names_both(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("joint statement")
    (a,) = run(text, parses[text])
    assert [text[m.start : m.end] for m in a.others] == ["Park"]
    assert "joint" in a.flags


def test_a_paragraph_printed_twice_is_one_record(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("paragraph printed twice")
    (a,) = run(text, parses[text])
    assert a.repeated == 2
    assert a.paragraph == 0


def test_the_cue_is_given_with_its_place(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("phrasal verb")
    (a,) = run(text, parses[text])
    assert a.cue is not None
    assert (text[a.cue.start : a.cue.end], a.cue.lemma) == ("shot", "shoot")
    assert a.rule is not None


def test_confidence_is_a_probability_and_falls_where_it_should(parses: dict[str, list[Sentence]]) -> None:
    sure = run(text_of("verb after"), parses[text_of("verb after")])[0].confidence
    text = '"We will appeal," Lee said.\n\n"There is no other way to save the harbour and the people who live from it."\n'
    floating = run(text, parses[text])[1]
    assert floating.rule == "floating"
    assert 0 < floating.confidence < sure < 1


def test_indirect_quotations_only_on_request(parses: dict[str, list[Sentence]]) -> None:
    text = text_of("a cue with a content of its own")
    assert not [a for a in run(text, parses[text]) if a.kind == "indirect"]
    (a,) = [a for a in run(text, parses[text], indirect=True) if a.kind == "indirect"]
    assert text[a.start : a.end] == "they had never met"
    assert a.mention is not None
    assert text[a.mention.start : a.mention.end] == "he"
    assert a.cue is not None
    assert a.cue.lemma == "claim"


def test_evidence_is_what_attribute_gives(parses: dict[str, list[Sentence]], rules: Ruleset) -> None:
    text = text_of("around the clause")
    paragraphs = segment.paragraphs(text)
    document = Document(Article(text), tuple(paragraphs), parses[text])
    quoted = marks.find(text, paragraphs)
    assert [a for a, _ in evidence(document, quoted, rules)] == attribute(document, quoted, rules)


def test_an_unparsed_article_keeps_its_quotations_without_speakers(rules: Ruleset) -> None:
    text = '"We will rebuild the whole harbour," Lind said.'
    paragraphs = segment.paragraphs(text)
    (a,) = attribute(Document(Article(text), tuple(paragraphs), []), marks.find(text, paragraphs), rules)
    assert a.mention is None
    assert a.rule is None
    assert text[a.start : a.end] == "We will rebuild the whole harbour,"


def flat(text: str) -> list[Sentence]:
    """A parse without structure: every word depends on the first."""
    out: list[Sentence] = []
    for p, (a, b) in enumerate(segment.paragraphs(text)):
        for s, e in segment.sentences(text, a, b):
            spans = segment.words(text, s, e)
            tokens = tuple(
                Token(x, y, text[x:y], text[x:y].lower(), "NOUN", head=0 if i else -1) for i, (x, y) in enumerate(spans)
            )
            out.append(Sentence(tokens, s, e, p, len(out)))
    return out


@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "'", "said", "Lee", "—", ":", ",", ". ", "\n\n", "We will go", "NATO:", " "]), max_size=40
    )
)
def test_whatever_the_text_the_records_point_into_it(parts: list[str]) -> None:
    text = "".join(parts)
    paragraphs = segment.paragraphs(text)
    document = Document(Article(text), tuple(paragraphs), flat(text))
    ends = 0
    for a in attribute(document, marks.find(text, paragraphs), bundled(), indirect=True):
        assert all(0 <= s < e <= len(text) for s, e in a.segments)
        assert list(a.segments) == sorted(a.segments)
        assert a.start >= ends or a.kind == "indirect"
        ends = a.start
        if a.mention:
            assert text[a.mention.start : a.mention.end].strip()


def seconds(count: int, rules: Ruleset) -> float:
    """Time for an article of one paragraph with so many quotations."""
    text = " ".join(['"We will go on," Lee said.'] * count)
    spans = [Quoted(i * 27 + 1, i * 27 + 15, i * 27, i * 27 + 16, 0) for i in range(count)]
    document = Document(Article(text), ((0, len(text)),), [])
    start = time.process_time()
    attribute(document, spans, rules)
    return time.process_time() - start


def test_time_grows_with_the_number_of_quotations_not_with_its_square(rules: Ruleset) -> None:
    seconds(100, rules)
    assert seconds(16_000, rules) < 40 * seconds(1_000, rules) + 0.5
