"""A target's TOML file to a Target; faults are collected, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast, get_args

from quotes.stance.values import Alias, AliasKind, Leader, Target

_KINDS = tuple(k for k in get_args(AliasKind) if k != "partner")
_TOP = {"id", "name", "names", "aliases", "leader", "own_side", "alignment", "partners", "heads"}
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:&\w+)*|[^\w\s]")


def read_target(data: Mapping[str, Any], file: str, faults: list[str]) -> Target | None:
    """The target that a parsed TOML file describes, or None if it lacks what everything else needs (id, name, aliases)."""
    before = len(faults)
    faults.extend(f"{file}: unknown key {k!r}" for k in data if k not in _TOP)
    for key in ("id", "name"):
        if not isinstance(data.get(key), str) or not data.get(key):
            faults.append(f'{file}: needs {key} = "..."')
    aliases = data.get("aliases")
    if not isinstance(aliases, dict) or not aliases:
        faults.append(f"{file}: needs a table [aliases]")
    if len(faults) > before:
        return None
    assert isinstance(aliases, dict)
    leaders = tuple(_leaders(data.get("leader", []), file, faults))
    own, heads = data.get("own_side", {}), data.get("heads", {})
    alignment, partners = data.get("alignment", {}), data.get("partners", {})
    return Target(
        id=data["id"],
        name=data["name"],
        names=tuple(data.get("names", ())),
        aliases=index([*_aliases(aliases, file, faults), *_leader_aliases(leaders), *_partners(partners, file, faults)]),
        leaders=leaders,
        spokespeople=tuple(own.get("spokespeople", ())),
        offices=frozenset(x.lower() for x in own.get("offices", ())),
        not_offices=frozenset(x.lower() for x in own.get("not_offices", ())),
        other_heads=frozenset(x.lower() for x in heads.get("other", ())),
        institution_heads=frozenset(x.lower() for x in heads.get("institution", ())),
        counterparts=index(_side(alignment.get("counterparts", ()))),
        naming={k: _rows(alignment.get(f"naming_{k}", ())) for k in ("pro", "anti")},
    )


def _partners(table: Mapping[str, Any], file: str, faults: list[str]) -> Iterable[Alias]:
    """Names of allies, where opinion on them is to count for the target."""
    propagate = table.get("propagate", False)
    if not isinstance(propagate, bool):
        faults.append(f"{file}: partners: propagate must be true or false")
    elif propagate:
        yield from (Alias(tuple(_WORD.findall(name)), "partner") for name in table.get("names", ()))


def _side(names: Iterable[str]) -> Iterable[Alias]:
    """Names of others: those that end like adjectives ("Western", "Ukrainian") stand before a noun."""
    for name in names:
        kind: AliasKind = "adjective" if name.endswith(("an", "ern", "ish", "ese")) else "state"
        yield Alias(tuple(_WORD.findall(name)), kind)


def index(aliases: Iterable[Alias]) -> dict[str, tuple[Alias, ...]]:
    """Aliases by their first word, longest first."""
    out: dict[str, set[Alias]] = {}
    for alias in aliases:
        if alias.words:
            out.setdefault(alias.words[0], set()).add(alias)
    return {k: tuple(sorted(v, key=lambda a: (-len(a.words), a.words, a.kind))) for k, v in out.items()}


def _rows(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        row = tuple(w.lower() for w in _WORD.findall(phrase))
        out.setdefault(row[0], []).append(row)
    return {k: tuple(v) for k, v in out.items()}


def _aliases(table: Mapping[str, Any], file: str, faults: list[str]) -> Iterable[Alias]:
    for kind, names in table.items():
        if kind not in _KINDS:
            faults.append(f"{file}: aliases: unknown kind {kind!r}; use {', '.join(_KINDS)}")
            continue
        for name in names:
            words = tuple(_WORD.findall(str(name)))
            if not words:
                faults.append(f"{file}: aliases: {kind}: empty name")
                continue
            yield Alias(words, cast(AliasKind, kind))


def _leaders(rows: Any, file: str, faults: list[str]) -> Iterable[Leader]:
    for row in rows:
        if not row.get("name"):
            faults.append(f"{file}: leader: needs a name")
            continue
        start, end = row.get("from"), row.get("to")
        if start and end and str(start) > str(end):
            faults.append(f"{file}: leader {row['name']}: from {start} is after to {end}")
        surname = row.get("surname", str(row["name"]).split()[-1])
        offices = tuple(row.get("offices", ()))
        yield Leader(str(row["name"]), str(surname), offices, str(start) if start else None, str(end) if end else None)


def _leader_aliases(leaders: Iterable[Leader]) -> Iterable[Alias]:
    for leader in leaders:
        yield Alias(tuple(_WORD.findall(leader.name)), "leader")
        if leader.surname:
            yield Alias(tuple(_WORD.findall(leader.surname)), "leader")
