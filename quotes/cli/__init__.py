"""The command line: ``quotes extract``, ``quotes show`` … Each command is a module of its own, imported when it is named."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

import click

import quotes
from quotes.cli.group import Commands

COMMANDS = {
    "extract": "quotes.cli.extract:extract",
    "run": "quotes.cli.run:run",
    "retry": "quotes.cli.run:retry",
    "show": "quotes.cli.show:show",
    "rules": "quotes.cli.rules:rules",
    "models": "quotes.cli.models:models",
    "schema": "quotes.cli.schema:schema",
}
"""Where each command is, in the order of the help."""

EPILOG = """\b
For example:
  quotes extract tests/articles -o quotes.jsonl
  quotes show tests/articles/dam_kyiv.txt
"""

group = Commands(
    "quotes",
    COMMANDS,
    help="Quotations in news articles: the words, who said them, and where the speaker stands on Russia.",
    epilog=EPILOG,
)
click.version_option(quotes.__version__, prog_name="quotestance", message="%(prog)s %(version)s")(group)


def main() -> NoReturn:
    """The console command. Ends the process with the exit code of the command; see ``docs/cli.md``."""
    signal.signal(signal.SIGTERM, _terminated)
    group.main(prog_name="quotes")
    raise SystemExit(0)


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)
