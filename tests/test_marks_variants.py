"""The printings that the evaluation compares: single outer marks, lost paragraph breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.marks_variants import Span, lose_breaks, to_single


def gold(text: str, *quoted: str) -> list[Span]:
    return [(text.index(q), text.index(q) + len(q)) for q in quoted]


@pytest.mark.parametrize(
    ("text", "quoted", "style", "expected"),
    [
        ('He said "so it\'s done."', ["so it's done."], "straight", "He said 'so it's done.'"),
        ('He said "so it\'s done."', ["so it's done."], "curly", "He said ‘so it's done.’"),
        ("“No,” he said, “never.”", ["No,", "never."], "curly", "‘No,’ he said, ‘never.’"),
        ("“No,” he said, “never.”", ["No,", "never."], "straight", "'No,' he said, 'never.'"),
        ("“He said ‘go’ to us,” she said.", ["He said ‘go’ to us,"], "curly", "‘He said “go” to us,’ she said."),
        ("“He said ‘go.’”", ["He said ‘go.’"], "curly", "‘He said “go.”’"),
        (
            "\"He said 'we back the parties' plan' to us.\"",
            ["He said 'we back the parties' plan' to us."],
            "straight",
            "'He said \"we back the parties' plan\" to us.'",
        ),
        ("“Get ‘em out in the ’90s,” he said.", ["Get ‘em out in the ’90s,"], "curly", "‘Get ‘em out in the ’90s,’ he said."),
        ('the “Today” show, the "News"', [], "curly", "the ‘Today’ show, the ‘News’"),
    ],
)
def test_to_single(text: str, quoted: list[str], style: str, expected: str) -> None:
    assert to_single(text, gold(text, *quoted), "curly" if style == "curly" else "straight") == expected


def test_nested_marks_can_be_kept() -> None:
    text = "“He said ‘go’ to us,” she said."
    assert to_single(text, gold(text, "He said ‘go’ to us,"), nested="keep") == "‘He said ‘go’ to us,’ she said."


@given(st.text(alphabet="\"“”‘’'ab s.,\n"), st.data())
def test_to_single_keeps_offsets_and_leaves_no_double_outer_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = (start, data.draw(st.integers(start, len(text))))
    out = to_single(text, [span])
    assert len(out) == len(text)
    assert not set(out[: span[0]] + out[span[1] + 1 :]) & set('"“”')
    assert all(a == b for a, b in zip(text, out, strict=True) if a not in "\"“”‘'’")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.\r\n\r\nThree.", "One. Two. Three."),
        ("One.  \n  Two.", "One. Two."),
        ("One\n", "One "),
        ("", ""),
        ("One", "One"),
    ],
)
def test_lose_breaks(text: str, expected: str) -> None:
    assert lose_breaks(text)[0] == expected


@given(st.text(alphabet="ab \n\r"))
def test_lose_breaks_says_where_everything_went(text: str) -> None:
    out, where = lose_breaks(text)
    assert len(where) == len(text) + 1
    assert where == sorted(where)
    assert where[-1] == len(out)
    assert "\n" not in out
    assert all(out[where[i]] == c for i, c in enumerate(text) if not c.isspace())
