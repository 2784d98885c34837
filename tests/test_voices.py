"""Lists of voices: which name heads which paragraphs."""

from __future__ import annotations

import time

import pytest

from quotes import marks, segment
from quotes.voices import headings


def heads(text: str) -> list[tuple[str, str]]:
    """Each governed paragraph's first words with the name above it."""
    paragraphs = segment.paragraphs(text)
    found = headings(text, paragraphs, marks.find(text, paragraphs))
    return [(text[slice(*name)], text[slice(*paragraphs[p])][:12]) for p, name in sorted(found.items())]


ABOVE = "Anna Lind, Harbour Institute\n\n– Forecast: two\n\n– “It is late.”\n\nJan Ruiz (45), nurse\n\n“It is dear.”"


def test_names_above_their_entries() -> None:
    assert heads(f"What they say:\n\n{ABOVE}\n\nRain fell in the night on all of the coast.") == [
        ("Anna Lind", "– Forecast: "),
        ("Anna Lind", "– “It is lat"),
        ("Jan Ruiz", "“It is dear."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late.”\n\nAnna Lind, Daily Herald\n\n“It is dear.”\n\nJan Ruiz, Morning Post",  # the names sign what is above
        "Anna Lind, mayor of Norden\n\n“It is late,” Park said.",  # one name
        "Anna Lind, mayor\n\nShe came late to the hall, as ever.\n\n“It is late.”\n\nJan Ruiz, nurse\n\n“It is dear.”",  # a tale
        "Anna Lind said it was late.\n\n“It is late.”\n\nJan Ruiz was there.\n\n“It is dear.”",  # sentences
        "",
    ],
)
def test_no_list(text: str) -> None:
    assert heads(text) == []


def test_a_long_list_takes_linear_time() -> None:
    text = "\n\n".join("Anna Lind, Harbour Institute\n\n“We will wait.”" for _ in range(5000))
    paragraphs = segment.paragraphs(text)
    quoted = marks.find(text, paragraphs)
    began = time.perf_counter()
    assert len(headings(text, paragraphs, quoted)) == 5000
    assert time.perf_counter() - began < 5


def test_a_line_of_capitals_takes_no_time() -> None:
    text = "\n\n".join("A " * 55 + "B?" for _ in range(200))
    began = time.perf_counter()
    assert headings(text, segment.paragraphs(text), []) == {}
    assert time.perf_counter() - began < 5
