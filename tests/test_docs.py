"""The documentation says what the program does: pages are up to date, examples run, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from quotes.cli import group
from tools.pages import DOCS, PAGES, commands

ROOT = DOCS.parent
PAPERS = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
HELPS = dict(commands(group, "quotes"))


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: python -m tools.pages"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: str(path.name))
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        assert "://" in link or (path.parent / link).exists(), link


def examples() -> list[tuple[str, str]]:
    """Every command line under "For example:" in any help, with the command that shows it."""
    found = []
    for name, text in HELPS.items():
        block = text.partition("For example:\n")[2]
        found += [(name, line.strip()) for line in block.splitlines() if line.strip()]
    return found


def test_every_command_ends_in_an_example() -> None:
    assert {name for name, _ in examples()} == set(HELPS)


@pytest.mark.parametrize(("name", "line"), examples())
def test_examples_name_real_commands_options_and_files(name: str, line: str) -> None:
    """The line parses as the command takes it; the files it reads are in the checkout, made-up names aside."""
    words = next(part for part in re.split(r"\s(?:\||&&|>)\s", line) if part.startswith("quotes "))
    args = shlex.split(words.partition(" > ")[0])[1:]
    context = group.make_context("quotes", args, resilient_parsing=True)
    command: click.Command = group
    rest = args
    while isinstance(command, click.Group) and rest:
        below = command.get_command(context, rest[0])
        if below is None:
            break
        command, rest = below, rest[1:]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in rest if word.startswith("-") and len(word) > 1} <= options
    for word in rest:
        if word.startswith("tests/"):
            assert (ROOT / word).exists()
    assert name.split()[1:2] in ([], args[:1])
