"""``quotes models``: which parsers are there, and how the other one gets there."""

from __future__ import annotations

import click

EPILOG = """\b
For example:
  quotes models
  quotes models --download && quotes extract tests/articles --parser stanza
"""


@click.command(epilog=EPILOG, short_help="Say which parsers are installed, and get Stanza's own.")
@click.option(
    "--download", is_flag=True, help="Fetch Stanza's English models (some 500 MB): the only command that uses the network."
)
def models(download: bool) -> None:
    """Say which parsers are installed.

    The compact parser is bundled and needs nothing. Stanza's own models lie in the folder that STANZA_RESOURCES_DIR names,
    else in Stanza's default folder.
    """
    from quotes import parse

    click.echo(f"compact  {parse.describe('compact')} (bundled, checked before use)")
    folder = parse.resources_folder()
    found = parse.download(folder) if download else parse.installed(folder)
    if not found:
        click.echo(f"stanza   no English models in {folder}; quotes models --download fetches them")
    for model in found:
        click.echo(f"stanza   {model.processor} {model.package}  {model.bytes / 1e6:.0f} MB  {model.path}")
