"""How a command of ``quotes`` is found, and how it ends: every expected fault is one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from quotes.errors import QuotesError

INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands are imported when they are needed, so that ``--help`` waits for nothing heavy."""

    def __init__(self, name: str, places: Mapping[str, str], *, help: str, epilog: str) -> None:
        super().__init__(name, help=help, epilog=epilog, context_settings={"help_option_names": ["-h", "--help"]})
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the help."""
        del ctx
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now; None if there is none."""
        del ctx
        if cmd_name not in self._places:
            return None
        module, _, attribute = self._places[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn what may go wrong into the exit codes that ``docs/cli.md`` lists."""
        try:
            return super().invoke(ctx)
        except QuotesError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:  # "quotes extract … | head": the reader has what it wanted
            silence(sys.stdout)
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


def silence(stream: object) -> None:
    """Point the stream's descriptor at nothing, or the interpreter would complain about the closed pipe when it ends."""
    fileno = getattr(stream, "fileno", None)
    if fileno is None:
        return
    try:
        descriptor = fileno()
    except OSError:  # a stream in memory
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
