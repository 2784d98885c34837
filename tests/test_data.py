"""Where the data folders are, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.data import folder, rules_folder
from quotes.errors import UsageError


@pytest.mark.parametrize("name", ["rules", "output", "models"])
def test_the_data_folders_are_found(name: str) -> None:
    assert any(folder(name).iterdir())


def test_a_broken_installation_says_what_to_do() -> None:
    with pytest.raises(UsageError, match=r"no folder 'nothing' in the installed package .*: reinstall quotestance"):
        folder("nothing")


def test_own_rules_take_the_place_of_the_bundled_ones(tmp_path: Path) -> None:
    assert rules_folder(tmp_path) == tmp_path
    assert rules_folder() == folder("rules")
    with pytest.raises(UsageError) as caught:
        rules_folder(tmp_path / "none")
    assert str(caught.value) == f"--rules {tmp_path}/none: no such folder"
