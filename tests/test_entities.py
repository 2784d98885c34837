"""Character references in plain text are read as characters, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import entities, marks, segment


def spans(text: str) -> list[str]:
    """The quoted words, as they stand in the original."""
    read = entities.read(text)
    return [text[q.start : q.end] for q in marks.find(read, segment.paragraphs(read))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&quot;We will not yield to them,&quot; said Ana Ruiz.", "We will not yield to them,"),
        ("&#8220;It is over for good,&#8221; Per Dahl said.", "It is over for good,"),
        ("He said: &ldquo;Never again, my friends.&rdquo;", "Never again, my friends."),
        ("She called it &#x201C;a bad idea&#x201D;, and left.", "a bad idea"),
        ("&quot;We won&#39;t yield to them,&quot; said Ana Ruiz.", "We won&#39;t yield to them,"),
    ],
)
def test_references_are_marks(text: str, expected: str) -> None:
    assert spans(text) == [expected]


def test_names_with_a_reference_are_read() -> None:
    read = entities.read("Per&nbsp;Dahl met Andr&eacute; Holm &ndash; again.")
    assert read.replace("\u200b", "").split() == ["Per", "Dahl", "met", "André", "Holm", "–", "again."]


@pytest.mark.parametrize("text", ["R&D; AT&T", "a &amp; b", "&nosuchname; x", "&#0; x", "&quot x", "no reference"])
def test_what_is_no_character_stays(text: str) -> None:
    assert entities.read(text) == text


@given(st.text("&quot;#8220 lda\u00e9\n;x39", max_size=60))
def test_length_and_other_characters_stay(text: str) -> None:
    read = entities.read(text)
    assert len(read) == len(text)
    if "&" not in text:
        assert read is text
