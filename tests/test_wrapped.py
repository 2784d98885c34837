"""Hard-wrapped text: a line end is no paragraph break there, and elsewhere it is."""

from __future__ import annotations

import itertools
import textwrap

import pytest

from quotes import marks, segment

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
        "More on this:\nTwo theories behind the visit\nMinister dismisses the offer\nWhat we know\n\n" + PARAGRAPHS[0],
        "“We came at night.\nThe bridge was gone and nobody had told us so.\nWe swam,” he said.\nShe did not.\n\nIt rained.",
        "",
        " \n \n",
    ],
)
def test_other_lines_are_paragraphs(text: str) -> None:
    assert texts(text) == [line.strip() for line in text.splitlines() if line.strip()]


def ragged(paragraph: str) -> str:
    """The paragraph wrapped to no width: each line ends somewhere else."""
    limits = itertools.cycle((21, 47, 33, 58, 26))
    out = [""]
    for word in paragraph.split():
        if len(out[-1]) + len(word) > next(limits):
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return "\n".join(out)


def test_lines_of_uneven_length_are_joined() -> None:
    wrapped = [ragged(p) for p in PARAGRAPHS]
    assert texts("\n\n".join(wrapped)) == wrapped


def test_a_sentence_that_an_empty_line_breaks_goes_on() -> None:
    broken = "Every ship that came in from the north this winter carried the coal and\n\nthe timber that the town had paid for."
    assert texts(broken + "\n\nThe mayor smiled.") == [broken, "The mayor smiled."]
    assert texts("What we ask for\n\nfewer ships in the harbour") == ["What we ask for", "fewer ships in the harbour"]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Read more...",
        "Media playback is unsupported on your device",
        "Sign up for all of the latest stories",
        "Start your day with the Herald's Morning News newsletter or get alerts as they happen.",
        "Want the day’s news in your inbox?",
        "Follow the Herald on WhatsApp",
        "Story continues below this notice",
        "Skip to main content",
        "READ: Dam closed for a month",
        "ALSO READ: Can the ships bring a truce?",
        "Watch: Mayor opens dam",
        "This article contains content provided by Chirp. To view this content choose 'accept and continue'.",
        "(Picture: Harbour News and Media)",
        "Photo: Anna Lind/AFP",
    ],
)
def test_what_a_page_prints_between_paragraphs_is_none(line: str) -> None:
    assert texts(f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}") == PARAGRAPHS[:2]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Harbour deal a 'road to nowhere' - Lind",
        "Read: I think he did worse. You know that.",
        "Watch out, she told them, for the latest news.",
        "Follow the money, the judge told the court.",
        "Share prices fell by a tenth on Monday.",
        "Like many in the town, he follows the news on Facebook.",
        "Join us, “the latest news is good”, she said.",
        "Photo: Mayor Anna Lind at the dam",
        "Find out who did it, he wrote on Facebook.",
    ],
)
def test_what_only_looks_like_the_pages_own_is_a_paragraph(line: str) -> None:
    assert texts(f"{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}") == [PARAGRAPHS[0], line, PARAGRAPHS[1]]


@pytest.mark.parametrize("line", ["Advertisement", "Sign up for our newsletter", "(Picture: Harbour News)"])
def test_a_quotation_goes_on_behind_the_pages_own_lines(line: str) -> None:
    text = f"Lind said: “We left the town.\n\n{line}\n\n“It was late.”"
    assert [q.continues for q in marks.find(text, segment.paragraphs(text))] == [False, True]


def test_a_quotation_does_not_go_on_behind_a_paragraph() -> None:
    text = "Lind said: “We left the town.\n\nThe mayor left on Monday.\n\n“It was late.”"
    assert [q.continues for q in marks.find(text, segment.paragraphs(text))] == [False, False]


def test_a_line_that_begins_like_the_pages_own_is_a_paragraph() -> None:
    assert texts("Advertisement: “We left the town.”\nShe did not.") == ["Advertisement: “We left the town.”", "She did not."]


def test_captions_of_lost_breaks_are_paragraphs() -> None:
    text = "He left. Media playback is unsupported on your device Media caption Lind: “It looks bad”"
    assert texts(text) == ["He left.", "Lind: “It looks bad”"]
    text = "He left. Image copyright AFP/Getty Images Image caption Jan Holm is a captain"
    assert texts(text) == ["He left.", "Jan Holm is a captain"]
    assert texts("The image copyright was hers.") == ["The image copyright was hers."]
