"""Writes the pages of ``docs/`` that say what the program says itself: ``python -m tools.pages`` (a test checks them)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from quotes.cli import group
from quotes.data import folder

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH = 100

CLI = """# The command line

Data goes to standard output, everything else to standard error; a progress bar appears only on a terminal. `-` is standard
input. This page is what `--help` prints, written by `python -m tools.pages`.

| exit code | meaning |
|---|---|
| 0 | done; no quotations is success too, and so is a closed pipe (`\\| head`) |
| 1 | done, with rejects |
| 2 | wrong usage, options or rules |
| 3 | more errors than `--max-errors` allows |
| 4 | a model is missing or does not match its checksum |
| 5 | the output is locked, full or not writable |
| 130, 143 | interrupted, terminated |
"""

RECORDS = """# The records

One JSON object per line, UTF-8, keys in a fixed order, every key always present, null when unknown. Flat: scalars, plus
`segments`, `flags` and `stance_evidence`. This page is written from the JSON Schemas in `output/` by `python -m tools.pages`;
`quotes schema` prints them.

* Offsets are half-open code points into the decoded article text that `text_sha256` names: slicing gives the words, always.
  For a file that is the whole decoded file (without a byte order mark), for JSONL the text field as given.
* `quote_id` is the row's key. It depends on the article's id, the segments and the words, not on speaker or stance: a better
  model updates a dashboard's row and adds none. With `--long` the key is `quote_id` with `stance_target`.
* `SOURCE_DATE_EPOCH` pins `processed_at`, so that two runs are byte-equal.
* Adding a nullable key is a minor version; removing, renaming or retyping one makes it `quote/2`.
"""


def commands(command: click.Command, path: str, above: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """``(name, help)`` of a command and of all below it."""
    context = command.context_class(
        command, info_name=path.rpartition(" ")[2], parent=above, max_content_width=WIDTH, terminal_width=WIDTH
    )
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from commands(below, f"{path} {name}", context)


def cli_page() -> str:
    """The page of the commands."""
    parts = [f"## `{name}`\n\n```\n{text.rstrip()}\n```\n" for name, text in commands(group, "quotes")]
    return "\n".join([CLI, *parts])


def records_page() -> str:
    """The page of the records."""
    parts = [RECORDS]
    for name in ("quote", "article", "error"):
        schema = json.loads((folder("output") / f"{name}-1.schema.json").read_text(encoding="utf-8"))
        rows = [
            f"| `{key}` | {_type(prop)} | {prop['description'].replace('|', '/')} |" for key, prop in schema["properties"].items()
        ]
        parts.append(
            f"## {name}/1\n\n{schema['description']}\n\n| key | type | meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n"
        )
    return "\n".join(parts)


def _type(prop: dict[str, Any]) -> str:
    if "const" in prop:
        return f"`{prop['const']}`"
    if "enum" in prop:
        return ", ".join("null" if value is None else f"`{value}`" for value in prop["enum"])
    kinds = prop["type"] if isinstance(prop["type"], list) else [prop["type"]]
    return " or ".join(kinds)


PAGES = {"cli.md": cli_page, "records.md": records_page}


def main() -> None:
    """Write the pages."""
    DOCS.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
