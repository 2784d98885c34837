"""``quotes schema``: the contract of the records."""

from __future__ import annotations

import click

from quotes.data import folder

EPILOG = """\b
For example:
  quotes schema quote > quote-1.schema.json
"""


@click.command(epilog=EPILOG, short_help="Print the JSON Schema of a record.")
@click.argument("record", type=click.Choice(["quote", "article", "error", "manifest"]), default="quote")
def schema(record: str) -> None:
    """Print the JSON Schema (2020-12) of a record: quote (the default), article or error; or of a run's manifest.json."""
    path = folder("output") / f"{record}-1.schema.json"
    click.echo(path.read_text(encoding="utf-8"), nl=False)
