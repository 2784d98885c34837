"""What holds for any text: offsets slice to the words, spans are in order and never cross, nothing raises."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import Article, Extractor, marks, segment
from quotes.marks import characters
from quotes.model import Quoted, Sentence, Token

MARKS = characters.MARKS
PIECES = [
    *MARKS,
    "''",
    "``",
    " ",
    "\n",
    "\n\n",
    "\u2028",
    "\ufffd",
    "\u200b",
    ".",
    ",",
    "?",
    ":",
    "—",
    "(",
    ")",
    "…",
    "'s",
    "'90s",
    "6'2\"",
    "WALLER: ",
    "Q: ",
    "Moscow",
    "said",
    "he",
    "Mr Lund",
    "Russia is to blame",
    "é",
    "e\u0301",
    "😀",
    "=",
    "<a href=",
]
news = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
anything = st.one_of(news, st.text(max_size=200), st.text(alphabet=MARKS + " a.\n", max_size=120))


def spans(text: str, start: int = 0) -> list[Quoted]:
    return marks.find(text, segment.paragraphs(text), start)


@given(anything)
def test_spans_hold_words_in_order_within_their_paragraph(text: str) -> None:
    paragraphs = segment.paragraphs(text)
    end = 0
    for q in marks.find(text, paragraphs):
        first, last = paragraphs[q.paragraph]
        assert first <= q.outer_start <= q.start < q.end <= q.outer_end <= last
        assert q.outer_start >= end
        assert text[q.start : q.end].strip() == text[q.start : q.end] != ""
        end = q.outer_end


@given(anything)
def test_a_span_continues_only_one_that_was_left_open(text: str) -> None:
    before: Quoted | None = None
    for q in spans(text):
        assert not q.continues or (before is not None and not before.closed and before.paragraph <= q.paragraph)
        before = q


@given(anything, st.integers(0, 80))
def test_nothing_is_found_before_the_start(text: str, start: int) -> None:
    assert all(q.outer_start >= start for q in spans(text, start))


@given(anything)
def test_a_text_without_marks_has_no_spans_but_turns(text: str) -> None:
    bare = text.translate(dict.fromkeys(map(ord, MARKS)))
    assert all(q.style == "none" for q in spans(bare))


@given(anything)
def test_a_plain_paragraph_keeps_what_follows_from_odd_marks(text: str) -> None:
    tail = "\n\nThe rain stopped.\n\nThe mayor spoke.\n\n“We will rebuild,” she said. “We have time.”"
    whole = text + tail
    assert [whole[q.start : q.end] for q in spans(whole)][-2:] == ["We will rebuild,", "We have time."]


class Flat:
    """A parser that calls every word a noun under the first one: structure without sense, in no time."""

    def parse(self, text: str, sentences: Sequence[tuple[int, int, int, int]]) -> list[Sentence]:
        """The sentences given, in order."""
        out = []
        for index, start, end, paragraph in sentences:
            words = segment.words(text, start, end) or [(start, end)]
            tokens = tuple(
                Token(
                    s,
                    e,
                    text[s:e],
                    text[s:e].lower(),
                    "VERB" if i % 3 == 1 else "NOUN",
                    head=-1 if i == 0 else 0,
                    rel=_REL[i % 4],
                )
                for i, (s, e) in enumerate(words)
            )
            out.append(Sentence(tokens, start, end, paragraph, index))
        return out


_REL = ("root", "nsubj", "parataxis", "obj")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(parser=Flat())


@given(text=anything)
def test_any_text_goes_through_every_stage(extractor: Extractor, text: str) -> None:
    (result,) = extractor.run([Article(text=text)])
    assert result.reject is None, result.reject
    for quotation in result.quotations:
        assert quotation.attribution.segments
        for start, end in quotation.attribution.segments:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        mention = quotation.attribution.mention
        if mention is not None:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        for stance in quotation.stances:
            assert -1.0 <= stance.score <= 1.0
            assert 0.0 <= stance.confidence <= 1.0
            assert all(text[c.start : c.end] == c.text for c in stance.evidence)


@given(text=anything)
def test_the_same_article_gives_the_same_result(extractor: Extractor, text: str) -> None:
    first, second = extractor.run([Article(text=text), Article(text=text)])
    assert first.quotations == second.quotations


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "″�〝”»�Q: '')〝''said\x94—\x84.›”'90s″\n\n``»,\u2028\x91said's`,\x94<a href=é\u2028said) 〝6'2\"\n”<a href=é.\n‹?›'''"
        "90s`〝\u2028.＂‘\x84\x91\u200bhe“é:,‚?＂'90s«=``:Q: =",
        '"neither legal is a in Agency. stop. "My exit" an of envoy. ” "We the The two Russia is to blame of can Sunday’s in'
        " ' was fairy Q:  the he come she in to ‘They everything is he é for ’ on their <a href= be to discuss a “I Aleksei on"
        ' will Ukraine." without a adding ) Moscow that to villages. "A So M',
    ],
)
def test_broken_text_that_once_broke_a_stage_is_no_reject(text: str) -> None:
    assert Extractor().extract(Article(text)).reject is None
