"""TOML files -> ``Ruleset``; every fault of every file is found before any is raised."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path as File
from typing import Any

from quotes.errors import RuleError
from quotes.inflect import lemmas
from quotes.ruleset.read import Reader
from quotes.ruleset.values import Path, Ruleset

KEYS = {
    "list": {"id", "why", "words", "include", "pos"},
    "forms": {"id", "why", "forms"},
    "path": {"id", "why", "path"},
    "rule": {"id", "why", "order", "cue", "content", "speaker", "reach", "without", "indirect", "example", "counter"},
    "pattern": {"id", "why", "order", "side", "form", "closing", "opens", "example", "counter"},
    "sieve": {"id", "why", "order", "example", "counter"},
}


_OTHER = frozenset({"modifying", "portfolios", "naming", "replying", "told_by"}) | {"judging", "endings", "phrases", "days"}
"""Tables and lists of those files that hold no nouns: "ruling" is no person."""
NAMES = ("persons", "bodies")
"""Files of ``names`` whose nouns are word lists here too: what can speak."""


def load(folder: File) -> Ruleset:
    """The rules in ``folder/attribution``.

    Raises RuleError with every fault found, each as ``file: rule id: what``.
    """
    faults: list[str] = []
    tables = _tables(folder / "attribution", faults)
    lists = _lists(tables["list"], faults)
    lists |= {name: _nouns(folder / "names" / f"{name}.toml") for name in NAMES}
    reader = Reader(lists, faults)
    paths = {t["id"]: reader.path(t, f, "path") for f, t in tables["path"] if "path" in t}
    rules = [r for f, t in tables["rule"] if (r := reader.rule(f, t))]
    patterns = [p for f, t in tables["pattern"] if (p := reader.pattern(f, t))]
    sieves = {t["id"]: reader.sieve(t) for _, t in tables["sieve"]}
    _named(tables["rule"] + tables["path"], paths, faults)
    if not faults and not rules:
        faults.append(f"{folder / 'attribution'}: no rules: put the rule files of the package there, or leave out --rules")
    if faults:
        raise RuleError(faults)
    irregular = {k: v.split() for _, t in tables["forms"] for k, v in t.get("forms", {}).items()}
    weights = dict(tables["weights"][0][1]) if tables["weights"] else {}
    stats = {k: (int(v[0]), int(v[1])) for _, t in tables["stats"] for k, v in t.items()}
    nouns = {t["id"] for _, t in tables["list"] if t.get("pos") == "noun"} | set(NAMES)
    known = {
        "VERB": lemmas((w for name, words in lists.items() if name not in nouns for w in words), irregular),
        "NOUN": lemmas((w for name, words in lists.items() if name in nouns for w in words), {}),
    }
    return Ruleset(
        lists,
        paths,
        tuple(sorted(rules, key=lambda r: (r.order, r.id))),
        tuple(sorted(patterns, key=lambda p: (p.order, p.id))),
        sieves,
        known,
        weights,
        stats,
    )


_Tables = dict[str, list[tuple[str, dict[str, Any]]]]


def _tables(folder: File, faults: list[str]) -> _Tables:
    """Every table of every file by kind, with the file's name; unknown keys and doubled ids are faults."""
    out: _Tables = {k: [] for k in (*KEYS, "weights", "stats")}
    seen: set[tuple[str, str]] = set()
    for file in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
            faults.append(f"{file}: not valid TOML: {e}")
            continue
        for kind, tables in data.items():
            if kind in ("weights", "stats"):
                out[kind].append((file.name, tables))
            elif kind not in KEYS or not isinstance(tables, list):
                faults.append(f"{file}: unknown table {kind!r}: use one of [[{']], [['.join(KEYS)}]]")
            else:
                for t in tables:
                    faults.extend(f"{file.name}: {t.get('id', '(no id)')}: {x}" for x in _shape(kind, t, seen))
                    if isinstance(t.get("id"), str):
                        out[kind].append((file.name, t))
    return out


def _shape(kind: str, table: Mapping[str, Any], seen: set[tuple[str, str]]) -> Iterable[str]:
    name = table.get("id")
    if not isinstance(name, str):
        yield f"[[{kind}]] needs an id"
        return
    if (kind, name) in seen:
        yield f"[[{kind}]] id is used twice"
    seen.add((kind, name))
    for key in sorted(set(table) - KEYS[kind]):
        yield f"unknown key {key!r} (known: {', '.join(sorted(KEYS[kind]))})"
    if not table.get("why"):
        yield "needs a why: the fact about language it rests on"
    if kind in ("rule", "pattern", "sieve"):
        for key in ("example", "counter"):
            if not table.get(key):
                yield f"needs at least one [[{kind}.{key}]]"
            elif any(not x.get("text") for x in table[key]):
                yield f"every [[{kind}.{key}]] needs a text"
        if any(not x.get("speaker") for x in table.get("example", ())):
            yield f"every [[{kind}.example]] needs its speaker"


def _lists(tables: list[tuple[str, dict[str, Any]]], faults: list[str]) -> dict[str, frozenset[str]]:
    raw = {t["id"]: (f, t) for f, t in tables}
    out: dict[str, frozenset[str]] = {}

    def words(name: str, above: tuple[str, ...]) -> frozenset[str]:
        file, table = raw[name]
        found = set(table.get("words", ()))
        for inner in table.get("include", ()):
            if inner not in raw:
                faults.append(f"{file}: {name}: includes unknown list {inner!r}")
            elif inner in above:
                faults.append(f"{file}: {name}: includes itself through {inner!r}")
            else:
                found |= words(inner, (*above, inner))
        return frozenset(found)

    for name, (file, _) in raw.items():
        out[name] = words(name, (name,))
        if not out[name]:
            faults.append(f"{file}: {name}: the list is empty")
    return out


def _nouns(file: File) -> frozenset[str]:
    """Every noun of a vocabulary file; none where the file is missing or broken (whoever resolves names tells that fault)."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return frozenset()
    named = (lists for name, lists in tables.items() if isinstance(lists, dict) and name not in _OTHER)
    return frozenset(w for lists in named for key, words in lists.items() if key not in _OTHER for w in words if " " not in w)


def _named(tables: list[tuple[str, dict[str, Any]]], paths: Mapping[str, Path], faults: list[str]) -> None:
    for file, t in tables:
        for key in ("path", "content", "speaker", "without", "indirect"):
            for name in re.findall(r"\$([\w-]+)", str(t.get(key, ""))):
                if name not in paths:
                    faults.append(f"{file}: {t['id']}: {key}: unknown path ${name}")
