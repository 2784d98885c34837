"""TOML in ``rules/stance`` and ``rules/targets`` to StanceRules; every fault of every file is collected before it is raised."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from quotes.errors import RuleError, UsageError
from quotes.stance.target_file import read_target
from quotes.stance.values import Entry, Example, Form, Part, StanceRules, Target
from quotes.states import read_states

_PARTS: tuple[Part, ...] = ("verb", "noun", "adj", "phrase")
_NUMBERS = ("agent", "theme", "holder", "defence")
_FLAGS = ("presupposes", "owned", "evaluative", "mutual", "oblique")
_SETS = ("to", "by")
_SETTINGS = {*_NUMBERS, *_FLAGS, *_SETS, "of", "own"}
_LABELS = ("critical", "supportive", "mixed", "neutral", "no_target")
_GOVERNING = ("government", "military", "intelligence")
"""Kinds of a target's names whose spokespeople speak for the state."""
_WORD = re.compile(r"[\w'’.]+|[^\w\s]")


def load(folder: Path, targets: Sequence[str] = ("russia",)) -> StanceRules:
    """Read the stance vocabulary and the named targets below a rules folder.

    ``targets`` are ids or names ("russia", "United States") of files in ``folder/targets``, or paths of TOML files.
    Raises RuleError with all faults, UsageError for a target that no file describes.
    """
    faults: list[str] = []
    forms: dict[str, list[Form]] = {}
    words: dict[str, frozenset[str]] = {}
    weights: dict[str, float] = {}
    examples: list[Example] = []
    classes: dict[str, str] = {}
    for path in sorted((folder / "stance").glob("*.toml")):
        data = _toml(path, faults)
        for block in _blocks(data, "class", path, faults):
            _add_class(block, path.name, forms, examples, classes, faults)
        if path.name in ("composition.toml", "heads.toml"):
            words.update(_lists(data.get("words", data), path.name, faults))
        weights.update({k: float(v) for k, v in data.get("weights", {}).items()})
    known = _targets(folder / "targets", faults)
    states, leads = _states(folder, known.values(), faults)
    chosen = [_choose(name, known, faults) for name in targets]
    for name in ("critical", "supportive", "mixed"):
        if name not in weights:
            faults.append(f"{folder / 'stance'}: no [weights] with {name}")
    if not forms:
        faults.append(f"{folder / 'stance'}: no vocabulary found")
    if faults:
        raise RuleError(faults)
    ordered = {k: tuple(sorted(v, key=lambda f: -len(f.words))) for k, v in forms.items()}
    return StanceRules(ordered, words, tuple(chosen), tuple(examples), weights, classes, states, leads)


def _states(folder: Path, known: Collection[Target], faults: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The words for states, and the states of well-known leaders by lower-case name; none where ``rules/names`` is missing."""
    tables = [_toml(p, faults) if (p := folder / "names" / f"{n}.toml").is_file() else {} for n in ("states", "leaders")]
    rows = tables[1].get("leader", [])
    leads = {row["name"].lower(): row["state"] for row in rows if isinstance(row.get("name"), str) and "state" in row}
    leads |= {leader.name.lower(): target.name for target in known for leader in target.leaders}
    states = read_states(tables[0].get("state"))[0]
    for target in known:
        bodies = (a for aliases in target.aliases.values() for a in aliases if a.kind in _GOVERNING)
        states = {" ".join(a.words).lower().removeprefix("the "): target.name for a in bodies} | states
    return states, leads


def _toml(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: not valid TOML: {error}")
        return {}


def _blocks(data: Mapping[str, Any], key: str, path: Path, faults: list[str]) -> list[dict[str, Any]]:
    blocks = data.get(key, [])
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        faults.append(f"{path.name}: {key}: write [[{key}]] tables")
        return []
    return blocks


def _lists(data: Mapping[str, Any], file: str, faults: list[str]) -> dict[str, frozenset[str]]:
    out = {}
    for name, value in data.items():
        if name == "weights":
            continue
        if isinstance(value, list) and all(isinstance(x, str) for x in value):
            out[name] = frozenset(x.lower() for x in value)
        else:
            faults.append(f"{file}: {name}: must be a list of words")
    return out


def _add_class(
    block: Mapping[str, Any],
    file: str,
    forms: dict[str, list[Form]],
    examples: list[Example],
    classes: dict[str, str],
    faults: list[str],
) -> None:
    name = str(block.get("id", "?"))
    where = f"{file}: class {name}"
    if name in classes:
        faults.append(f"{where}: id used twice")
    if not block.get("why"):
        faults.append(f"{where}: say why it exists")
    classes[name] = str(block.get("why", ""))
    words = block.get("words")
    if not isinstance(words, dict) or not words:
        faults.append(f"{where}: needs a table [class.words]")
        return
    known = _SETTINGS | {"id", "why", "words", "example", "counter"}
    faults.extend(f"{where}: unknown key {k!r}" for k in block if k not in known)
    defaults = {k: v for k, v in block.items() if k in _SETTINGS}
    for word, spec in words.items():
        _add_entry(name, word, {**defaults, **spec}, where, forms, faults)
    examples.extend(_examples(block, name, where, faults))


def _add_entry(
    kind: str, word: str, spec: Mapping[str, Any], where: str, forms: dict[str, list[Form]], faults: list[str]
) -> None:
    at = f"{where}: {word}"
    faults.extend(f"{at}: unknown key {k!r}" for k in spec if k not in _SETTINGS and k not in _PARTS)
    entry = _entry(f"{kind}/{word}", kind, spec, at, faults)
    any_form = False
    for part in _PARTS:
        for text in spec.get(part, []):
            for row in _rows(str(text)):
                if not row or row[0] == "_":
                    faults.append(f"{at}: {part} {text!r}: must begin with a word")
                    continue
                forms.setdefault(row[0], []).append(Form(entry, part, row))
                any_form = True
    if not any_form:
        faults.append(f"{at}: no verb, noun, adj or phrase")


def _rows(text: str) -> set[tuple[str, ...]]:
    """A phrase as articles may be cut: "cyber-attack" is one word or three; "keep/break _ word" are two phrases."""
    rows = {tuple(split(one)) for one in _choices(text)}
    return rows | {tuple(one.lower().split()) for one in _choices(text)} if "-" in text else rows


def _choices(text: str) -> Iterator[str]:
    """Every phrase that a text with alternatives ("lift/ease _ sanction/embargo") stands for."""
    yield from (" ".join(words) for words in product(*(word.split("/") for word in text.split())))


def split(text: str) -> list[str]:
    """Lower-case words of a phrase the way articles are cut: hyphens stand alone, ``_`` is a gap."""
    return [w.lower() for w in _WORD.findall(text)]


def _entry(id: str, kind: str, spec: Mapping[str, Any], at: str, faults: list[str]) -> Entry:
    values: dict[str, Any] = {}
    for key in _NUMBERS:
        value = spec.get(key, 0)
        if not isinstance(value, (int, float)) or isinstance(value, bool) or abs(value) > 2:
            faults.append(f"{at}: {key} must be a number from -2 to 2")
            value = 0
        values[key] = float(value)
    if not any(values.values()):
        faults.append(f"{at}: one of {', '.join(_NUMBERS)} must not be 0")
    for key in _FLAGS:
        values[key] = bool(spec.get(key, False))
    for key in _SETS:
        if key in spec:
            values[key] = frozenset(spec[key])
    for key in ("of", "own"):
        value = spec.get(key, "agent")
        if value not in ("agent", "theme"):
            faults.append(f"{at}: {key} must be agent or theme")
        else:
            values[key] = value
    return Entry(id=id, kind=kind, **values)


def _examples(block: Mapping[str, Any], name: str, where: str, faults: list[str]) -> Iterable[Example]:
    for key in ("example", "counter"):
        rows = block.get(key, [])
        if not rows:
            faults.append(f"{where}: needs at least one [[class.{key}]]")
        for row in rows:
            if row.get("stance") not in _LABELS or not row.get("text"):
                faults.append(f"{where}: {key}: needs text and a stance ({', '.join(_LABELS)})")
                continue
            extra = {k: str(row[k]) for k in ("speaker", "cue", "target") if k in row}
            yield Example(text=str(row["text"]), stance=row["stance"], of=name, **extra)


def _targets(folder: Path, faults: list[str]) -> dict[str, Target]:
    out: dict[str, Target] = {}
    for path in sorted(folder.glob("*.toml")):
        target = read_target(_toml(path, faults), path.name, faults)
        if target is not None:
            for name in (target.id, target.name.lower(), *(n.lower() for n in target.names)):
                out.setdefault(name, target)
    return out


def _choose(name: str, known: Mapping[str, Target], faults: list[str]) -> Target:
    path = Path(name)
    if name.endswith(".toml") and path.is_file():
        target = read_target(_toml(path, faults), path.name, faults)
        if target is None:
            raise RuleError(faults)
        return target
    found = known.get(name.lower()) or known.get(name.lower().replace(" ", "-"))
    if found is None and faults:
        raise RuleError(faults)
    if found is None:
        have = ", ".join(sorted({t.id for t in known.values()})) or "none"
        raise UsageError(
            f"--target {name}: no such target; there are: {have}; or give the path of a target file (docs/targets.md)"
        )
    return found
