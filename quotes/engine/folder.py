"""A run folder before and after the work: does it belong to these options, and the manifest that says what is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import quotes
from quotes.engine.commit import RECEIPTS, Ledger, clear, write_manifest
from quotes.engine.settings import RunOptions
from quotes.engine.store import Store
from quotes.errors import UsageError
from quotes.options import Fields, Limits, Options

PLAN = "plan.json"
_PLACES = ("out", "overwrite", "max_errors", "workers", "engine", "address")
"""What a retry is told anew and the plan does not keep."""


def prepare(store: Store, settings: RunOptions, pipeline: str) -> None:
    """Begin the folder, or see that it was begun with the same choices. Raises UsageError, OutputError."""
    ours = b'"plan/1"' in (store.get(PLAN) or b"")
    if settings.overwrite and ours:
        clear(store)
    committed = bool(store.sizes(RECEIPTS))
    plan = _read(store) if committed else None  # a plan without a shard binds nobody: its sources may have been mistyped
    wanted = {"sources": list(settings.sources), "pipeline": pipeline, **settings.output_choices()}
    if plan is None:
        if not ours and any(not _own(name) for name in store.sizes("")):
            raise UsageError(f"{store.root} is not empty and holds no run: choose another --out")
        value = {"schema": "plan/1", "choices": wanted, "settings": _dump(settings)}
        store.put({PLAN: (json.dumps(value, indent=1) + "\n").encode()})
        return
    differing = _differing(plan["choices"], wanted)
    if differing:
        raise UsageError(
            f"{store.root} was begun with other options ({'; '.join(differing)}): "
            "choose another --out, or --overwrite to begin anew"
        )


def _own(name: str) -> bool:
    """The lock, and what a run that was killed at its very beginning leaves."""
    return name.startswith(".") or name.endswith(".tmp")


def recorded(store: Store) -> RunOptions:
    """The options the folder was begun with, for a retry. Raises UsageError if it holds no run."""
    plan = _read(store)
    if plan is None:
        raise UsageError(f"{store.root} holds no run: give the folder that `quotes run --out` wrote")
    value = plan["settings"]
    options = dict(value.pop("options"))
    options["fields"] = Fields(**options["fields"])
    options["limits"] = Limits(**options["limits"])
    options["targets"] = tuple(options["targets"])
    for name in ("rules", "aliases"):
        options[name] = Path(options[name]) if options[name] else None
    return RunOptions(**{**value, "sources": tuple(value["sources"]), "out": store.root, "options": Options(**options)})


def manifest(
    store: Store, ledger: Ledger, settings: RunOptions, status: str, began: datetime, extra: Mapping[str, object]
) -> dict[str, object]:
    """Write ``manifest.json`` and return it. Raises OutputError."""
    plan = _read(store) or {}
    now = datetime.now(UTC)
    shards = [
        {
            "shard": r.shard,
            "first": r.first,
            "last": r.last,
            "counts": dict(r.counts),
            "attempts": r.attempts,
            "files": list(r.files),
        }
        for r in ledger.receipts()
    ]
    value: dict[str, object] = {
        "schema": "manifest/1",
        "status": status,
        "version": quotes.__version__,
        "inputs": list(settings.sources),
        "choices": plan.get("choices"),
        "engine": {"name": settings.engine, "workers": settings.workers},
        "counts": dict(sorted(ledger.counts.items())),
        "began_at": began.isoformat(timespec="seconds"),
        "ended_at": now.isoformat(timespec="seconds"),
        "seconds": round((now - began).total_seconds(), 1),
        **extra,
        "shards": shards,
    }
    write_manifest(store, value)
    return value


def _dump(settings: RunOptions) -> dict[str, object]:
    value = {f.name: getattr(settings, f.name) for f in fields(settings) if f.name not in _PLACES}
    value["options"] = asdict(settings.options)
    return json.loads(json.dumps(value, default=str))  # type: ignore[no-any-return]


def _read(store: Store) -> dict[str, dict[str, Any]] | None:
    data = store.get(PLAN)
    if data is None:
        return None
    try:
        plan = json.loads(data)
        assert plan["schema"] == "plan/1"
    except (ValueError, KeyError, TypeError, AssertionError) as error:
        raise UsageError(f"{store.root}/{PLAN} is damaged: --overwrite to begin anew") from error
    return dict(plan)


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """``shard_size 200, now 100``, one for each choice that differs."""
    out = []
    for name in sorted(old.keys() | new.keys()):
        before, now = old.get(name), new.get(name)
        if isinstance(before, dict) and isinstance(now, dict):
            out += _differing(before, now)
        elif before != now:
            out.append(f"{name} was {before}, now {now}")
    return out
