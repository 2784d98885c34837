"""``quotes rules``: check, list and explain the rules, the bundled ones or your own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quotes.cli.choices import FOLDER
from quotes.cli.group import Commands
from quotes.cli.tally import count, printable
from quotes.data import rules_folder
from quotes.model import Article
from quotes.options import Options

EPILOG = """\b
For example:
  quotes rules explain '"We will appeal," Lee said.'
  quotes rules check my-rules/
"""

rules = Commands(
    "rules",
    {"check": "quotes.cli.rules:check", "list": "quotes.cli.rules:listing", "explain": "quotes.cli.rules:explain"},
    help="Check, list and explain the rules.",
    epilog=EPILOG,
)


@click.command(epilog="\b\nFor example:\n  quotes rules check my-rules/\n")
@click.argument("folder", type=FOLDER, required=False, metavar="[DIR]")
@click.option("--target", multiple=True, default=("russia",), show_default=True, metavar="NAME", help="Stance targets to check.")
@click.pass_context
def check(ctx: click.Context, folder: Path | None, target: tuple[str, ...]) -> None:
    """Load the rules in DIR (the bundled ones without it) and run every example and counter-example in them.

    Faults are listed with their file and rule; the exit code is then 2.
    """
    from quotes import explain as explaining
    from quotes import stance
    from quotes.extractor import Extractor

    place = rules_folder(folder)
    extractor = Extractor(Options(rules=place, targets=target))
    parse = extractor.sentences
    faults = [*explaining.check(place, parse), *stance.check(extractor.stance_rules, parse)]
    for fault in faults:
        click.echo(printable(fault), err=True)
    if faults:
        click.echo(f"{count(len(faults), 'fault')} in {place}", err=True)
        ctx.exit(2)
    click.echo(f"all rules in {place} hold")


@click.command("list", epilog="\b\nFor example:\n  quotes rules list --stats\n")
@click.option("--rules", "folder", type=FOLDER, metavar="DIR", help="Your own rules in place of the bundled ones.")
@click.option("--stats", is_flag=True, help="How often each rule fired and was right on the training articles.")
@click.option("--target", multiple=True, default=("russia",), show_default=True, metavar="NAME", help="Stance targets to list.")
def listing(folder: Path | None, stats: bool, target: tuple[str, ...]) -> None:
    """List every rule in the order in which it is tried, with its reason."""
    from quotes import explain as explaining
    from quotes import ruleset, stance

    place = rules_folder(folder)
    for line in explaining.listing(ruleset.load(place), stats=stats):
        click.echo(line)
    for line in stance.listing(stance.load(place, target), stats=stats):
        click.echo(line)


@click.command(epilog="\b\nFor example:\n  quotes rules explain '\"We will appeal,\" Lee said.'\n")
@click.argument("text")
@click.option("--rules", "folder", type=FOLDER, metavar="DIR", help="Your own rules in place of the bundled ones.")
@click.option("--target", multiple=True, default=("russia",), show_default=True, metavar="NAME", help="Stance targets.")
@click.option("--stance", "with_stance", is_flag=True, help="Also the targets found, the stance rules that fired, and their sum.")
def explain(text: str, folder: Path | None, target: tuple[str, ...], with_stance: bool) -> None:
    """Show how TEXT (or standard input, for -) is understood: the tree, the rules tried, and the winner."""
    from quotes import explain as explaining
    from quotes import stance
    from quotes.extractor import Extractor
    from quotes.read.decode import decode

    text = decode(sys.stdin.buffer.read()) if text == "-" else text
    extractor = Extractor(Options(rules=folder, targets=target))
    found = extractor.trace(Article(text))
    for line in explaining.explain(text, found.document, found.quoted, extractor.rules):
        click.echo(printable(line))
    if with_stance:
        for line in stance.explain(found.document, found.attributions, found.speakers, extractor.stance_rules):
            click.echo(printable(line))
