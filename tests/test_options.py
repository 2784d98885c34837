"""Options: documented, frozen, and refused where no stage could make sense of them."""

from __future__ import annotations

import ast
from dataclasses import FrozenInstanceError, fields
from itertools import pairwise
from pathlib import Path

import pytest

import quotes.options
from quotes.errors import UsageError
from quotes.options import Fields, Limits, Options


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"targets": ()}, "no stance target: name at least one, for example --target russia"),
        ({"targets": ("russia", "russia")}, "a stance target is named twice: russia, russia"),
        ({"threads": -1}, "--threads -1: give 0 (automatic) or a positive number"),
    ],
)
def test_nonsense_is_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        Options(**wrong)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_options_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Options().indirect = True  # type: ignore[misc]


def test_every_choice_and_limit_is_documented_with_its_risk() -> None:
    tree = ast.parse(Path(quotes.options.__file__).read_text(encoding="utf-8"))
    for kind, exempt in ((Options, {"fields", "limits"}), (Limits, set())):
        (body,) = (node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__)
        told = {
            part.target.id
            for part, after in pairwise(body)
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and isinstance(after, ast.Expr)
        }
        assert {field.name for field in fields(kind)} - exempt <= told
    assert Fields.__doc__ is not None
