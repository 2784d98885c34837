"""Paragraphs, sentences and words by pattern. Expected splits are those of the UD treebanks of English."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quotes import data, segment

WRAPPED = """Seoul's foreign minister said on Friday that the two countries would "go on
talking for as long as it takes" to end the dispute over the islands. He did
not say when the next round would be held.
Officials in Tokyo, who asked not to be named, were less hopeful and pointed
to the failure of earlier talks.

"We have heard this before," one of them said. "We will hear it again, and the
answer will be the same."
"""


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in segment.sentences(text, 0, len(text))]


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in segment.words(text, 0, len(text))]


def paragraphs(text: str) -> list[str]:
    return [text[a:b] for a, b in segment.paragraphs(text)]


ONE_SENTENCE = [
    '"So what?" said Harry.',
    "‘What is it?’ asked Mr. Lee.",
    "“Are you ready?” Mr Lee’s aide asked.",
    "“Really?” Ms. Orlova, the spokeswoman, said.",
    '"Never!" he cried.',
    '"Who knows..." she said.',
    "Gennady S. Bezdetko spoke to Sen. Lee (R-Utah) and Rep. Ana Ruiz.",
    "He met Lt. Gen. Popov on Sept. 3 at 9 a.m. Monday in St. Petersburg.",
    "The U.S. Embassy and the U.N. General Assembly objected.",
    "Apple Inc. Chief Executive Tim Cook declined to comment.",
    "The No. 2 official, J. K. Park, left.",
    "The plan of A. A. Lind failed.",
    "The National Police Agency (NPA) Director-General left.",
    "George W. Bush won.",
    "Goode (b. March 2009) was there.",
    "More people are turning to credit … While this may be managed, it worries him.",
    "1. The first item.",
    "They visited alt.religion.scientology and www.kremlin.ru.",
    "Prices rose 1.5 per cent.",
    "He was talked into a duel. [8] [12]",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


MANY_SENTENCES = [
    ['"I will go.', 'You stay," he said.', "\"We won't.", 'Never."'],
    ["“Stop!” Ivanova told the U.S. Senate.", "“Now.”"],
    ["He left at 6 p.m.", "Police came."],
    ["He works for Apple Inc.", "The chief left."],
    ["It was a gift.", "Everyone saw Plan B.", "The end."],
    ['He asked "why?"', "Nobody answered."],
    ['He said: "Why?"', "The minister left."],
    ["The “plan.”", "However, “no.”", "“Yes.”"],
    ["No. 10 said no.", "No one asked."],
    ["He waited...", "Then he left."],
    ["• One thing.", "• Two things."],
    ["MOSCOW, June 19 (TASS) —", "“We will go,” Kim Yo-jong said."],
    ["WASHINGTON —", "The talks failed."],
    ["(CNN)", "A former adviser left."],
    ["(AP) —", "Oda left."],
    ["Washington (CNN)", "Claiming it, they left."],
    ["YANGON, July 25 (Reuters):", "The town sleeps."],
    ["PHNOM PENH, May 27 (Xinhua) - -", "The deal stands."],
    ["KYIV/ODESA (Reuters) -", "“We left,” Oda said."],
    ["He is from Washington, D.C.", "He likes it."],
]


@pytest.mark.parametrize("expected", MANY_SENTENCES, ids=lambda x: x[0])
def test_several_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_footnote_belongs_to_the_sentence_before_it() -> None:
    assert sentences("She spoke in 2012. [1] He did not.") == ["She spoke in 2012. [1]", "He did not."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a gift.The Aurus is a car.", ["It was a gift.", "The Aurus is a car."]),
        ('He called it "late".NATO left.', ['He called it "late".', "NATO left."]),
        ("He said: “Yes.”She left.", ["He said: “Yes.”", "She left."]),
        ("It ended in 2019.Kim left.", ["It ended in 2019.", "Kim left."]),
        ("See booking.com for it.", ["See booking.com for it."]),
        ("See @x.Com and a/b.Htm now.", ["See @x.Com and a/b.Htm now."]),
        ("The U.S.The.", ["The U.S.The."]),
    ],
)
def test_a_lost_blank_between_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_mark_set_apart_is_no_sentence() -> None:
    assert sentences('He left. " We agreed . "') == ["He left.", '" We agreed . "']
    assert sentences("He left. ***") == ["He left. ***"]


WORDS = [
    ("I can't, cannot and gonna.", ["I", "ca", "n't", ",", "can", "not", "and", "gon", "na", "."]),
    (
        "They’ve seen Lee’s dog; it isn’t the parties’.",
        ["They", "’ve", "seen", "Lee", "’s", "dog", ";", "it", "is", "n’t", "the", "parties", "’", "."],
    ),
    ("O'Connor's pro-Russian, well-known ex-aide", ["O'Connor", "'s", "pro-Russian", ",", "well", "-", "known", "ex-aide"]),
    ("U.S.-led forces cost $1.4bn (5%).", ["U.S.", "-", "led", "forces", "cost", "$", "1.4", "bn", "(", "5", "%", ")", "."]),
    ("US$20m, £3.5bn", ["US$", "20", "m", ",", "£", "3.5", "bn"]),
    ("on 2024-06-19 at 10:30am", ["on", "2024-06-19", "at", "10:30", "am"]),
    ("the '90s, the 1930s, F-16s and the 2nd", ["the", "'90s", ",", "the", "1930s", ",", "F-16s", "and", "the", "2nd"]),
    ("@mfa_russia #Ukraine a@b.org https://a.b/c?d=e.", ["@mfa_russia", "#Ukraine", "a@b.org", "https://a.b/c?d=e", "."]),
    ("Ba'athists in Sana'a", ["Ba'athists", "in", "Sana'a"]),
    ("AT&T said -- or did it...", ["AT&T", "said", "--", "or", "did", "it", "..."]),
    ("``We go,'' he said", ["``", "We", "go", ",", "''", "he", "said"]),
    ("no\u00a0break", ["no", "break"]),
    ("so\u00adft \u200bwo\u200brd\u200b .", ["so\u00adft", "wo\u200brd", "."]),
    ("cafe\u0301s", ["cafe\u0301s"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[x[0][:20] for x in WORDS])
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_paragraphs_are_lines_of_text() -> None:
    assert paragraphs("One.\nTwo.\r\n\r\n  Three. \u2029Four.\n \n") == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_one_paragraph(ending: str) -> None:
    text = WRAPPED.replace("\n", ending)
    found = paragraphs(text)
    assert [p[:20] for p in found] == ["Seoul's foreign mini", "Officials in Tokyo, ", '"We have heard this ']
    assert found[0].endswith("held.")
    assert found[2].endswith('same."')
    assert sentences(found[2])[1].startswith('"We will hear it again, and the')


def test_short_lines_are_not_taken_for_wrapped_text() -> None:
    text = "A short line\nAnother one that is a bit longer than the first\nAnd a third one here"
    assert paragraphs(text) == text.split("\n")


def test_a_link_on_its_own_line_does_not_break_the_paragraph() -> None:
    assert paragraphs("The senator regularly\nattacks\nhis rivals.\nThe end.") == [
        "The senator regularly\nattacks\nhis rivals.",
        "The end.",
    ]


HARD = {
    "letters": "a" * 10**6,
    "stops": "." * 10**6,
    "abbreviations": "Mr. " * 250_000,
    "initials": "A. " * 333_333,
    "quotes": '"' * 10**6,
    "questions": '?" A ' * 200_000,
    "blanks": "a" + " " * 10**6 + "b",
    "lines": ("x" * 70 + "\n") * 14_000,
    "empty lines": "\n \n" * 300_000,
    "hyphens": "a-" * 500_000,
    "apostrophes": "a'" * 500_000,
    "numbers": "1." * 500_000,
    "addresses": "a@" * 500_000,
    "no width": "\u200b" * 10**6,
    "elisions": "a … " * 250_000,
    "links": "http://" * 150_000,
}


@pytest.mark.parametrize("name", HARD)
def test_time_is_linear_in_a_text_of_a_million_characters(name: str) -> None:
    began = time.process_time()
    for start, end in segment.paragraphs(HARD[name]):
        for a, b in segment.sentences(HARD[name], start, end):
            segment.words(HARD[name], a, b)
    # some 3 s here for the worst; anything quadratic would take hours
    assert time.process_time() - began < 30


PRINTED_BY_PAGES = [
    words.lower()
    for name in ("lines", "phrases", "credits", "captions", "notices", "asks", "shown")
    for words in data.word_lists("words")[f"page_{name}"]
]
"""What is left out on purpose (``tests/test_wrapped.py``)."""


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("abAB .,!?\"'“”‘’\n\r\t-–…()[]019@$\u00a0\u200b\u0301é") | st.characters(), max_size=200))
def test_any_text_is_covered_in_order_without_overlap(text: str) -> None:
    assume(not any(printed in text.lower() for printed in PRINTED_BY_PAGES))
    covered = []
    for start, end in segment.paragraphs(text):
        inside = segment.sentences(text, start, end)
        assert all(start <= a < b <= end for a, b in inside)
        for a, b in inside:
            covered += segment.words(text, a, b)
            assert all(a <= x < y <= b for x, y in covered[-1:])
    assert all(left[1] <= right[0] for left, right in pairwise(covered))
    held = {i for a, b in covered for i in range(a, b)}
    assert all(i in held for i, c in enumerate(text) if c.isalnum())


def test_lost_breaks_of_a_transcript_are_found_again() -> None:
    turns = ["The panel was loud.", "WALLER: Who closed it?", "ORLOV, MAYOR: Not I.", '"WALLER: Are you sure?', "ORLOV: I am."]
    assert paragraphs(" ".join(turns)) == turns


def test_lost_breaks_of_an_interview_are_found_again() -> None:
    assert paragraphs("She was calm. Q: Who is to blame? A: The owners. Q: Why?") == [
        "She was calm.",
        "Q: Who is to blame?",
        "A: The owners.",
        "Q: Why?",
    ]


def test_lost_breaks_between_signed_quotations_are_found_again() -> None:
    signed = ["“Open it now.” ― Ana Ruiz", "“They lie.” — Per van der Dahl, The Herald", "“Never.” -- Karin Holm"]
    assert paragraphs(" ".join(signed)) == signed


@pytest.mark.parametrize(
    "text",
    [
        "He named two. FIRST: the port. SECOND: the bank. Nobody spoke.",
        "WARNING: the road is closed. NOTE: take the ferry.",
        '"It is over" — Lind said in May — "and it will not come back" — she paused — "ever."',
        '"Open it now." — Ana Ruiz "They lie," she added.',
    ],
)
def test_labels_and_dashes_of_prose_end_no_paragraph(text: str) -> None:
    assert paragraphs(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind left. Then Lindsaid no.", ["Lind", "left", ".", "Then", "Lind", "said", "no", "."]),
        ("Lind left. Lindaddedthat it rains.", ["Lind", "left", ".", "Lind", "added", "that", "it", "rains", "."]),
        ("Yes,shesaid.", ["Yes", ",", "she", "said", "."]),
        ("He insiststhat it rains.", ["He", "insists", "that", "it", "rains", "."]),
        ("Then hetoldNorwegian radio so.", ["Then", "he", "told", "Norwegian", "radio", "so", "."]),
        ("Lind left. LindaccusesJonas.", ["Lind", "left", ".", "Lind", "accuses", "Jonas", "."]),
        ("The Council of Lindwarnsthat it rains.", ["The", "Council", "of", "Lind", "warns", "that", "it", "rains", "."]),
        ("They spoke ofNorwegian ships.", ["They", "spoke", "of", "Norwegian", "ships", "."]),
        ("Lind left. Lindasksthe mayor.", ["Lind", "left", ".", "Lind", "asks", "the", "mayor", "."]),
    ],
)
def test_verbs_glued_to_a_known_name_are_parted(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "word",
    [
        "Lindsaid",
        "overstated",
        "Overstated",
        "understated",
        "foretells",
        "Bensaid",
        "said",
        "recalled",
        "whereas",
        "Hasto",
        "YouTube",
        "openHarbour",
        "Hasthat",
        "McAdds",
    ],
)
def test_other_words_stay_whole(word: str) -> None:
    assert word in words(f"Over there they understood that {word} is one word.")


def test_a_captions_label_is_a_sentence_of_its_own() -> None:
    assert sentences("VISIT TO THE NAVY President Ramon Lim spoke.") == ["VISIT TO THE NAVY", "President Ramon Lim spoke."]
    assert sentences("HARBOUR OPENING Mayor Ann Tully spoke.") == ["HARBOUR OPENING", "Mayor Ann Tully spoke."]


@pytest.mark.parametrize(
    "text",
    [
        "PRIME MINISTER Keir Lund spoke.",
        "US AIR FORCE General Jan Park spoke.",
        "NATO Secretary General Jan Park spoke.",
        "HONG KONG Chief Executive Jan Park spoke.",
        "THE President spoke.",
        "OWNERS of the Harbour President Hotel spoke.",
    ],
)
def test_a_title_in_capitals_is_no_label(text: str) -> None:
    assert sentences(text) == [text]
