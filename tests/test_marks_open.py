"""Quotations whose closing mark is lost or of another kind."""

from __future__ import annotations

import pytest

from quotes import marks, segment


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in marks.find(text, segment.paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "“I never took a crown from them,’’ he said. Park welcomed the inquiry. “I regret the claim,” he said.",
            ["I never took a crown from them,", "I regret the claim,"],
        ),
        (
            "“The port has grown, » said the Minister. “The sea gave much,” he said, adding: “It will grow again, » he said.",
            ["The port has grown,", "The sea gave much,", "It will grow again,"],
        ),
        (
            "“I will not leave them. On the plan, Lind asserted that he had not heard of it. “Others may know it,” he said.",
            ["I will not leave them.", "Others may know it,"],
        ),
        (
            "“The cable may fail. The chairman, Anna Lind, who came from Oslo, said “It will hold for years.”",
            ["The cable may fail.", "It will hold for years."],
        ),
        (
            "“We have a plan for the town, he said, adding “it will be good for all.”",
            ["We have a plan for the town,", "it will be good for all."],
        ),
    ],
)
def test_a_lost_closing_mark_swallows_no_narration(text: str, want: list[str]) -> None:
    assert words(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "“He said “no” to me and went home,” she told the court.",
        "“He told me: ‘I said ‘no’’ and then he left,” she told the court.",
        "“I know that Lind said that he would come. I waited for him,” she told the court.",
    ],
)
def test_what_is_nested_or_told_inside_stays_inside(text: str) -> None:
    assert words(text) == [text[1 : text.index("” she told")]]
