"""``quotes show``: an article in the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import islice
from typing import Unpack

import click

from quotes.cli.choices import Choices, build, extraction_options, field_options
from quotes.cli.tally import printable, where
from quotes.model import Reject

EPILOG = """\b
For example:
  quotes show tests/articles/dam_kyiv.txt
  quotes show tests/articles/dam_kyiv.txt --color always | less -R
"""


@click.command(epilog=EPILOG, short_help="Show articles in the terminal, quotations coloured by stance.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N articles.")
@click.option("--width", type=click.IntRange(60, 500), metavar="N", help="Columns.  [default: the terminal's]")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Use colours.")
@extraction_options
@field_options
@click.pass_context
def show(
    ctx: click.Context, sources: tuple[str, ...], limit: int | None, width: int | None, color: str, **choices: Unpack[Choices]
) -> None:
    """Show articles with their quotations: red is critical of the target, green supportive, yellow mixed, cyan neutral,
    underlined where the target is not addressed. The margin says who speaks.
    """
    from quotes.extractor import Extractor
    from quotes.read import check, read
    from quotes.show import lines

    options = build(choices)
    check(sources)
    extractor = Extractor(options)
    columns = width or shutil.get_terminal_size((100, 24)).columns
    bad = 0
    for item in islice(read(sources, options), limit):
        result = None if isinstance(item, Reject) else next(iter(extractor.run([item])))
        reject = item if isinstance(item, Reject) else result.reject if result else None
        if reject:
            bad += 1
            click.echo(printable(f"rejected {where(reject)}: {reject.message} [{reject.code}]"), err=True)
        elif result:
            for line in lines(result, width=columns, colour=coloured(color)):
                click.echo(line, color=True)
    if bad:
        ctx.exit(1)


def coloured(choice: str) -> bool:
    """Whether to colour: as asked, else on a terminal unless NO_COLOR is set (no-color.org)."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return choice == "always"
