"""The date line at the head of an article, and dates in fields: known for certain or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.read.dateline import head, moment


@pytest.mark.parametrize(
    ("text", "published", "rest"),
    [
        (" date 2024-06-20 Russian President", "2024-06-20", "Russian President"),
        (" date 2024-06-20 Seoul, June 19\n\nThe deal", "2024-06-20", "\n\nThe deal"),
        ("Date: 2024-05-06T10:00:00Z The deal", "2024-05-06T10:00:00Z", "The deal"),
        ("2024-05-06\nThe deal", "2024-05-06", "\nThe deal"),
        ("Seoul, June 19\n\nThe deal", None, "\n\nThe deal"),
        ("Seoul, June 19, 2024\r\nThe deal", "2024-06-19", "\r\nThe deal"),
        ("Monday, 3 June 2024\n\nThe deal", "2024-06-03", "\n\nThe deal"),
        ("IGORA /Leningrad Region/, December 26. /TASS/. The deal", None, "The deal"),
        ("ST. PETERSBURG, June 7. /TASS/. The deal", None, "The deal"),
        ("MOSCOW, Sept. 3 (Xinhua) -- The deal", None, "The deal"),
        ("BEIJING, May 5 -- The deal", None, "The deal"),
        ("KYIV, Ukraine (AP) — The deal", None, "The deal"),
    ],
)
def test_head_lines(text: str, published: str | None, rest: str) -> None:
    found, body = head(text)
    assert (found, text[body:]) == (published, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "On June 19, 2024 the president said",
        "In Moscow, June 19 was a day of rest.",
        "May said hello",
        "Putin, May 9 — a holiday he likes — and the parade",
        "date 2024-13-20 The deal",
        "Lavrov (left) — who had arrived early — said",
        "“June 19, 2024,” he said",
    ],
)
def test_what_only_looks_like_a_head_line(text: str) -> None:
    assert head(text) == (None, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-06-20", "2024-06-20"),
        ("20240620", "2024-06-20"),
        ("2024-06-20T10:00:00Z", "2024-06-20T10:00:00Z"),
        ("2024-06-20T10:00:00.123+03:00", "2024-06-20T10:00:00+03:00"),
        ("2024-06-20 10:00:00 +0300", "2024-06-20T10:00:00+03:00"),
        ("2024-06-20 10:00:00 UTC", "2024-06-20T10:00:00Z"),
        ("20240620T101500Z", "2024-06-20T10:15:00Z"),
        ("Thu, 20 Jun 2024 10:00:00 +0000", "2024-06-20T10:00:00Z"),
        ("June 20, 2024", "2024-06-20"),
        ("2024-06-20T10:00:00", "2024-06-20"),
        ("2024-06-20 10:00", "2024-06-20"),
        ("03/04/2024", None),
        ("2024", None),
        ("2024-06", None),
        ("2024-02-30", None),
        ("June 31, 2024", None),
        ("June 20", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments_are_rfc_3339_or_unknown(value: str, expected: str | None) -> None:
    assert moment(value) == expected


@given(st.text(max_size=400))
def test_any_text_has_a_body_inside_it(text: str) -> None:
    _, body = head(text)
    assert 0 <= body <= len(text)


@given(st.text(alphabet=st.sampled_from("A aJune19,/().—-\n. "), max_size=400))
def test_hostile_heads_take_no_time(text: str) -> None:
    head(text)
