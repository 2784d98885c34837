"""Which state a quoted speaker speaks for."""

from __future__ import annotations

import pytest

from quotes import data
from quotes.stance import load
from quotes.stance.home import home
from quotes.stance.values import StanceRules


@pytest.fixture(scope="module")
def rules() -> StanceRules:
    return load(data.rules_folder())


@pytest.mark.parametrize(
    ("description", "state"),
    [
        ("Chinese Foreign Minister", "China"),
        ("China's foreign ministry", "China"),
        ("the Indian government’s spokeswoman", "India"),
        ("Beijing", "China"),
        ("State Department spokesman", "United States"),
        ("Narendra Modi", "India"),
        ("the United States", "United States"),
        ("President of South Africa", "South Africa"),
        ("ambassador to China", None),
        ("former Chinese minister", None),
        ("Chinese student", None),
        ("farmer", None),
        ("", None),
    ],
)
def test_an_office_of_a_state_speaks_for_it(rules: StanceRules, description: str, state: str | None) -> None:
    assert home([description], rules, rules.targets[0]) == state


def test_the_first_description_that_tells_decides(rules: StanceRules) -> None:
    assert home(["economist", "Turkish minister", "French minister"], rules, rules.targets[0]) == "Turkey"
