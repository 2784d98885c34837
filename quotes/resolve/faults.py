"""Faults in the values of ``rules/names/*.toml``, told by file and entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotes.resolve.names import words

_LEADER = ("name", "surname", "state", "offices")


def shape_faults(name: str, table: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with the values of one file of ``names/``, each fault with its file and entry."""
    for section, value in table.items():
        if section in ("weights", "limits", "certainty") and isinstance(value, dict):
            for key, number in value.items():
                if isinstance(number, bool) or not isinstance(number, int | float):
                    yield f"names/{name}: {section}.{key}: want a number, got {number!r}"
                elif section == "certainty" and not 0 <= number <= 1:
                    yield f"names/{name}: certainty.{key}: want 0 to 1, got {number!r}"
        elif section == "leader":
            yield from leader_faults(f"names/{name}", value)
        elif section == "state" and isinstance(value, list):
            for i, state in enumerate(value, 1):
                if not isinstance(state, dict) or not isinstance(state.get("name"), str):
                    yield f"names/{name}: state {i}: no name"
                else:
                    yield from (
                        f"names/{name}: state {state['name']}: {key} must be a list of words"
                        for key in ("adjectives", "seats", "people")
                        if not _is_words(state.get(key, [] if key == "people" else None))
                    )
        elif isinstance(value, dict):
            yield from (
                f"names/{name}: {section}.{key}: must be a list of words" for key, given in value.items() if not _is_words(given)
            )
        elif not isinstance(value, str):
            yield f"names/{name}: [{section}]: must be a table of word lists"


def leader_faults(file: str, rows: object) -> Iterator[str]:
    """What is wrong with the ``[[leader]]`` tables of a file: each has a name, a state and a list of offices."""
    if not isinstance(rows, list):
        yield f"{file}: leader: must be tables [[leader]]"
        return
    for i, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not words(row["name"]):
            yield f"{file}: leader {i}: no name"
            continue
        entry = f"{file}: leader {row['name']}"
        yield from (f"{entry}: unknown key {key}" for key in row if key not in _LEADER)
        yield from (f"{entry}: {key} must be text" for key in ("state", "surname") if not isinstance(row.get(key, ""), str))
        if "state" not in row:
            yield f"{entry}: no state"
        if not _is_words(row.get("offices")):
            yield f"{entry}: offices must be a list of words"


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
