"""The words for states in ``rules/names/states.toml``, for whoever asks which state a word means."""

from __future__ import annotations


def read_states(rows: object) -> tuple[dict[str, str], frozenset[str]]:
    """The state that each word means, and the words for places of government, of the rows of ``states.toml``."""
    states: dict[str, str] = {}
    seats: set[str] = set()
    for row in rows if isinstance(rows, list) else ():
        places = [row["name"], *row["seats"]]
        for word in (*places, *row["adjectives"], *row.get("people", ())):
            states.setdefault(word.lower(), row["name"])
        seats.update(place.lower() for place in places)
    return states, frozenset(seats)
