"""Where the data folders are: ``rules/``, ``output/`` and the bundled models, in a wheel or in a checkout."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from quotes.errors import UsageError


def folder(name: str) -> Path:
    """The folder ``rules``, ``output`` or ``models``: inside the installed package, else beside it in a checkout.

    Raises UsageError if neither exists (a broken installation).
    """
    inside = Path(str(files("quotes"))) / name
    beside = inside.parent.parent / name
    for path in (inside, beside):
        if path.is_dir():
            return path
    raise UsageError(f"no folder {name!r} in the installed package ({inside}): reinstall quotestance")


def rules_folder(user: Path | None = None) -> Path:
    """The bundled rules, or the user's folder (``--rules DIR``). Raises UsageError if that is no folder."""
    if user is None:
        return folder("rules")
    if not user.is_dir():
        raise UsageError(f"--rules {user}: no such folder")
    return user


@cache
def word_lists(name: str) -> Mapping[str, list[str]]:
    """The lists of ``rules/text/NAME.toml``, bundled with the program, by their keys."""
    with (folder("rules") / "text" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
