"""The documentation says what the program does: pages are up to date, examples run, links lead somewhere."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import jsonschema
import pytest

from quotes import resolve, ruleset, stance
from quotes.cli import group
from quotes.identity import text_sha256
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


def blocks(path: Path, heading: str) -> list[str]:
    """The TOML blocks of a page below a heading."""
    text = path.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"```toml\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A user's copy of the rules."""
    return Path(shutil.copytree(ROOT / "rules", tmp_path / "my-rules"))


def test_the_rules_in_the_pages_load(rules: Path) -> None:
    (own,) = blocks(DOCS / "rules.md", "Attribution: a rule over the tree")
    (rules / "attribution" / "mine.toml").write_text(own, encoding="utf-8")
    assert "warning-noun" in {rule.id for rule in ruleset.load(rules).rules}
    (readme,) = blocks(ROOT / "README.md", "How to write a rule")
    (rules / "attribution" / "mine.toml").write_text(readme.replace('"verb-clause"', '"of-the-readme"'), encoding="utf-8")
    assert "of-the-readme" in {rule.id for rule in ruleset.load(rules).rules}


def test_the_stance_class_and_the_target_in_the_page_load(rules: Path) -> None:
    (pilfering,) = blocks(DOCS / "rules.md", "Stance vocabulary")
    (rules / "stance" / "mine.toml").write_text(pilfering, encoding="utf-8")
    (target,) = blocks(DOCS / "targets.md", "A worked example")
    (rules / "targets" / "freedonia.toml").write_text(target, encoding="utf-8")
    loaded = stance.load(rules, ["freedonia", "russia"])
    assert [target.id for target in loaded.targets] == ["freedonia", "russia"]
    assert "pilfering" in loaded.classes


def test_the_aliases_in_the_page_load(tmp_path: Path) -> None:
    (aliases,) = blocks(DOCS / "rules.md", "One name for one speaker: the file of aliases")
    (tmp_path / "aliases.toml").write_text(aliases, encoding="utf-8")
    assert resolve.load_aliases(tmp_path / "aliases.toml")


def test_the_sample_is_valid_and_points_into_its_article() -> None:
    contract = json.loads((ROOT / "output" / "quote-1.schema.json").read_text(encoding="utf-8"))
    lines = (ROOT / "output" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for row in map(json.loads, lines):
        jsonschema.Draft202012Validator(contract).validate(row)
        text = (ROOT / row["source"]).read_text(encoding="utf-8")
        assert text_sha256(text) == row["text_sha256"]
        assert " … ".join(text[start:end] for start, end in row["segments"]) == row["text"]
