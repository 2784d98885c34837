"""Where an option's value comes from: the command line, else ``QUOTES_…`` in the environment, else ``--config FILE``, else its default."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from quotes.errors import UsageError

ORIGINS = {
    ParameterSource.COMMANDLINE: "command line",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT_MAP: "file",
}
_NOT_SET_BY_FILE = {"config", "dry_run", "overwrite"}


def configurable(command: click.Command) -> click.Command:
    """Give every option its environment variable, ``QUOTES_WORKERS`` for ``--workers``, and the command ``--config FILE``."""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name and parameter.name not in _NOT_SET_BY_FILE:
            parameter.envvar = f"QUOTES_{parameter.name.upper()}"
    option = click.Option(
        ["--config"],
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_load,
        envvar="QUOTES_CONFIG",
        help="TOML file with options by name: workers = 2.",
    )
    command.params.append(option)
    return command


def origins(context: click.Context) -> Iterator[tuple[str, object, str]]:
    """``(option, value, where it comes from)`` of every option, in the order of the help."""
    for parameter in context.command.params:
        name = parameter.name or ""
        if name in context.params:
            source = context.get_parameter_source(name)
            yield name, context.params[name], ORIGINS.get(source, "default") if source else "default"


def _load(context: click.Context, parameter: click.Parameter, path: Path | None) -> None:
    """Make the file's values the defaults. Raises UsageError for what is no TOML, and for names that are no options."""
    del parameter
    if path is None:
        return
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"--config {path}: {error}") from error
    given = {key.replace("-", "_"): value for key, value in values.items()}
    known = {parameter.name for parameter in context.command.params} - _NOT_SET_BY_FILE
    for key in given:
        if key not in known:
            names = ", ".join(sorted(name.replace("_", "-") for name in known if name))
            raise UsageError(f"--config {path}: no option {key!r}; there is {names}")
    context.default_map = {**(context.default_map or {}), **given}
