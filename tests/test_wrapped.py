"""Hard-wrapped text: a line end is no paragraph break there, and elsewhere it is."""

from __future__ import annotations

import textwrap

import pytest

from quotes import segment

PARAGRAPHS = [
    "The widow of an exile told a coroner on Friday that her husband had slept with a chair against the door for months.",
    "His brother said that the family had received three letters with a foreign postmark, all of them empty, before he died.",
    "The embassy called the inquest a play. It said that the state had nothing to do with the death of one of its citizens.",
]


def texts(text: str) -> list[str]:
    return [text[s:e] for s, e in segment.paragraphs(text)]


@pytest.mark.parametrize("width", [40, 60, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_lines_are_joined(width: int, newline: str) -> None:
    wrapped = [textwrap.fill(p, width) for p in PARAGRAPHS]
    text = "\n\n".join(wrapped).replace("\n", newline)
    assert texts(text) == [w.replace("\n", newline) for w in wrapped]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Read more:\nTwo theories behind the visit\nMinister dismisses the offer\nWhat we know\n\n" + PARAGRAPHS[0],
        "“We came at night.\nThe bridge was gone and nobody had told us so.\nWe swam,” he said.\nShe did not.\n\nIt rained.",
        "",
        " \n \n",
    ],
)
def test_other_lines_are_paragraphs(text: str) -> None:
    assert texts(text) == [line.strip() for line in text.splitlines() if line.strip()]
