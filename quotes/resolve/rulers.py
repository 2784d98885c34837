"""Leaders whose state and offices are common knowledge, read from ``leaders.toml`` and the target files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from quotes.resolve.names import words


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody whom ``rules/targets`` names: folded name words, state, and the folded words of the offices."""

    name: tuple[str, ...]
    state: str
    offices: frozenset[str]


def read_leaders(rows: object, targets: Path) -> dict[tuple[str, ...], Leader]:
    """Of ``leaders.toml`` and of every target file that can be read: the stance rules report the faults of those."""
    out: dict[tuple[str, ...], Leader] = {}
    _add(rows, "", out)
    for file in sorted(targets.glob("*.toml")):
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        _add(data.get("leader", ()), str(data.get("name", "")), out)
    return out


def _add(rows: object, state: str, out: dict[tuple[str, ...], Leader]) -> None:
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or not isinstance(row.get("name"), str):
            continue
        offices = frozenset(w for office in row.get("offices", ()) for w in words(office))
        leader = Leader(words(row["name"]), row.get("state") or state, offices)
        for name in (leader.name, words(row.get("surname", ""))):
            if name:
                out.setdefault(name, leader)
