"""Word lists, classes and numbers out of the tables of ``rules/names/*.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.resolve.names import fold

Gender = str
"""``m``, ``f``, ``n`` or ``""`` where nothing tells."""

_GENDERS = {"masculine": "m", "feminine": "f", "any": "", "short": ""}


def words(table: Mapping[str, object], section: str, key: str = "words") -> frozenset[str]:
    """The folded words of a section, which is one string or holds lists."""
    lists = table[section]
    if isinstance(lists, str):
        return frozenset(fold(w) for w in lists.split())
    return frozenset(fold(w) for w in lists.get(key, ())) if isinstance(lists, dict) else frozenset()


def classes(table: Mapping[str, object], section: str = "classes") -> dict[str, frozenset[str]]:
    """The folded words that each key of a section stands for."""
    found = table[section]
    return {fold(k): frozenset(map(fold, v)) for k, v in found.items()} if isinstance(found, dict) else {}


def gendered(table: Mapping[str, object], section: str) -> dict[str, Gender]:
    """The folded words of a section, each with the gender of its list."""
    return {w: g for key, g in _GENDERS.items() for w in words(table, section, key)}


def numbers(table: Mapping[str, object], section: str) -> dict[str, float]:
    """The numbers of a section by name."""
    values = table[section]
    return {k: float(v) for k, v in values.items()} if isinstance(values, dict) else {}


def short_names(table: object) -> dict[str, str]:
    """Short given name -> the full one."""
    return {word: full for full, found in table.items() for word in found} if isinstance(table, dict) else {}


def rows(states: Mapping[str, object]) -> list[dict[str, Any]]:
    """The rows of ``states.toml``."""
    found = states["state"]
    return found if isinstance(found, list) else []


def of_verbs(persons: dict[str, object]) -> dict[str, frozenset[str]]:
    """The fields of the lexicon for verbs and adjectives in ``persons.toml``."""
    return {
        "national": words(persons, "roles", "national"),
        "appointing": words(persons, "naming", "appointing"),
        "naming": words(persons, "naming"),
        "name_nouns": words(persons, "naming", "nouns"),
        "calling": words(persons, "naming", "calling"),
        "replying": words(persons, "replying"),
        "asking": words(persons, "replying", "asking"),
        "continuing": words(persons, "replying", "continuing"),
        "trying": words(persons, "replying", "trying"),
    }


def of_bodies(bodies: dict[str, object]) -> dict[str, Any]:
    """The fields of the lexicon that ``bodies.toml`` fills."""
    return {
        "bodies": words(bodies, "bodies"),
        "media": words(bodies, "media"),
        "papery": words(bodies, "media", "beside"),
        "bodily": words(bodies, "bodies", "beside"),
        "seated_bodies": words(bodies, "bodies", "seated"),
        "placed_bodies": words(bodies, "bodies", "placed"),
        "called": words(bodies, "media", "called"),
        "media_names": words(bodies, "media", "names"),
        "papers": words(bodies, "media", "papers"),
        "documents": words(bodies, "documents"),
        "titled": words(bodies, "documents", "titled"),
        "forces": words(bodies, "groups", "forces"),
        "held": words(bodies, "documents", "held"),
        "shares": words(bodies, "groups", "shares"),
        "groups": words(bodies, "groups"),
        "offices": words(bodies, "offices"),
        "known": words(bodies, "known"),
        "events": words(bodies, "known", "events"),
        "any_body": words(bodies, "taken_up", "body"),
        "whatever": words(bodies, "taken_up", "whatever"),
        "joined": words(bodies, "taken_up", "joined"),
        "printed": words(bodies, "taken_up", "printed"),
        "any_document": words(bodies, "taken_up", "document"),
        "issuing": words(bodies, "issuing"),
        "own_words": words(bodies, "issuing", "own"),
        "printed_words": words(bodies, "issuing", "printed"),
    }
