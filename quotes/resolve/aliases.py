"""The user's alias file: names that mean one person or body in every article, and the identifier they carry.

::

    [[speaker]]
    name = "Maria Lind"            # the name the records show
    id = "Q12345"                  # Wikidata or any identifier of your own; goes to speaker_id
    aliases = ["M. Lind", "Marya Lind"]
    role = "Foreign Minister"      # optional: shown where the article gives none
    type = "person"                # optional: overrides the resolver's type
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from quotes.errors import RuleError, UsageError
from quotes.model import Speaker, SpeakerType
from quotes.resolve.names import words

_KEYS = {"name": str, "id": str, "aliases": list, "role": str, "type": str}


@dataclass(frozen=True, slots=True)
class Alias:
    """One entry of the file."""

    name: str
    id: str | None = None
    role: str | None = None
    type: SpeakerType | None = None


@dataclass(frozen=True)
class Aliases:
    """Entries by the folded words of each of their names."""

    by_words: Mapping[tuple[str, ...], Alias]

    def apply(self, speaker: Speaker) -> Speaker:
        """The speaker under the file's name and id; unchanged if the file does not list its name."""
        found = self.by_words.get(words(speaker.name)) if speaker.name else None
        if found is None:
            return speaker
        return replace(speaker, name=found.name, id=found.id, role=speaker.role or found.role, type=found.type or speaker.type)


def load_aliases(path: Path) -> Aliases:
    """Reads an alias file. Raises UsageError if it cannot be read as TOML, RuleError with every faulty entry named."""
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
    except OSError as error:
        raise UsageError(f"--aliases {path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"--aliases {path}: not TOML: {error}") from error
    rows = table.get("speaker")
    unknown = [f"{path}: unknown section {key!r}: entries are written [[speaker]]" for key in table if key != "speaker"]
    if not isinstance(rows, list) or not rows:
        raise RuleError([*unknown, f'{path}: no [[speaker]] entry: write [[speaker]] with name = "…" and id = "…"'])
    faults = unknown + [f"{path}: speaker {i}: {what}" for i, row in enumerate(rows, 1) for what in _row_faults(row)]
    if faults:
        raise RuleError(faults)
    return _collect(path, rows)


def _row_faults(row: object) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "must be a table: write [[speaker]]"
        return
    label = repr(row["name"]) if isinstance(row.get("name"), str) else "without name"
    for key, value in row.items():
        if key not in _KEYS:
            yield f"{label}: unknown key {key!r}: use {', '.join(_KEYS)}"
        elif not isinstance(value, _KEYS[key]):
            yield f"{label}: {key} must be a {'list of names' if key == 'aliases' else 'string'}, got {value!r}"
    if not isinstance(row.get("name"), str) or not words(row["name"]):
        yield 'no name: write name = "…"'
    if isinstance(row.get("aliases"), list):
        yield from (f"{label}: alias {a!r} is no name" for a in row["aliases"] if not isinstance(a, str) or not words(a))
    if isinstance(row.get("type"), str) and row["type"] not in get_args(SpeakerType):
        yield f"{label}: type {row['type']!r} is none of {', '.join(get_args(SpeakerType))}"


def _collect(path: Path, rows: list[dict[str, object]]) -> Aliases:
    by_words: dict[tuple[str, ...], Alias] = {}
    faults: list[str] = []
    for i, row in enumerate(rows, 1):
        listed = cast(list[str], row.get("aliases", []))
        kind = cast(SpeakerType | None, row.get("type"))
        alias = Alias(str(row["name"]), cast(str | None, row.get("id")), cast(str | None, row.get("role")), kind)
        for name in (alias.name, *listed):
            other = by_words.setdefault(words(name), alias)
            if other != alias:
                faults.append(f"{path}: speaker {i}: {alias.name!r}: {name!r} already belongs to {other.name!r}")
    if faults:
        raise RuleError(faults)
    return Aliases(by_words)
