"""The commit protocol: a shard's files get their final names first, then its receipt. The renamed receipt *is* the commit.

``articles/`` and ``quotes/`` are partitioned by the date of publication, ``errors/`` is not; ``shards/000012.json`` is a receipt.
Whatever no receipt names does not count and is removed when the next run begins.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from quotes.engine.drive import Job
from quotes.engine.plan import Committed, digest
from quotes.engine.session import Lines
from quotes.engine.settings import Partition
from quotes.engine.store import Store

KINDS = ("articles", "quotes", "errors")
RECEIPTS = "shards"
_CUT = {"day": 10, "month": 7, "year": 4}
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
"""Nothing else becomes a folder's name: ``published`` comes from strangers."""
_NAME = re.compile(r"(?:shards/\d+\.json|(?:articles|quotes|errors)/(?:[a-z]+=[\w-]+/)?part-\d+\.jsonl)(?:\.tmp)?")
Files = dict[str, list[bytes]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is on the disk of one shard."""

    shard: int
    digest: str
    kept: str
    failed: tuple[int, ...]
    pages: Mapping[int, str]
    counts: Mapping[str, int]
    files: tuple[dict[str, object], ...]
    first: str
    last: str
    attempts: int
    committed_at: str

    def committed(self) -> Committed:
        """The part the plan needs."""
        return Committed(self.digest, self.kept, frozenset(self.failed), self.pages)

    def dump(self) -> bytes:
        """As JSON."""
        value = {"schema": "shard/1", **{name: getattr(self, name) for name in self.__slots__}}
        return (json.dumps(value, indent=1) + "\n").encode()

    @classmethod
    def load(cls, data: bytes) -> Receipt:
        """Back from JSON. Raises ValueError, KeyError or TypeError if it is no receipt."""
        value = json.loads(data)
        if value.pop("schema") != "shard/1":
            raise ValueError("not a shard receipt")
        value["pages"] = {int(i): short for i, short in value["pages"].items()}
        return cls(**{**value, "failed": tuple(value["failed"]), "files": tuple(value["files"])})


class Ledger:
    """The receipts of a run folder: which shards are committed, and the way to commit another."""

    def __init__(self, store: Store, partition: Partition) -> None:
        self._store = store
        self._partition = partition
        self.counts: Counter[str] = Counter()
        self.shards: dict[int, frozenset[int]] = {}
        """Committed shard -> positions of its dead letters."""

    def open(self) -> None:
        """Read the receipts, forget those whose files are not there, remove what no receipt names. Raises OutputError."""
        present = {name: size for kind in KINDS for name, size in self._store.sizes(kind).items() if _ours(name)}
        receipts = [name for name in self._store.sizes(RECEIPTS) if _ours(name)]
        wanted: set[str] = set()
        for name in sorted(receipts):
            receipt = self._load(name)
            if receipt is None or any(present.get(str(f["path"])) != f["bytes"] for f in receipt.files):
                self._store.remove(name)
                continue
            wanted |= {str(f["path"]) for f in receipt.files}
            self._count(receipt)
        for name in sorted(present.keys() - wanted):
            self._store.remove(name)

    def get(self, shard: int) -> Receipt | None:
        """The shard's receipt, read from disk: only their numbers stay in memory."""
        return self._load(_receipt(shard)) if shard in self.shards else None

    def receipts(self) -> Iterator[Receipt]:
        """All receipts in the order of the shards."""
        for shard in sorted(self.shards):
            receipt = self.get(shard)
            if receipt is not None:
                yield receipt

    def commit(self, job: Job, lines: Mapping[int, Lines]) -> Receipt:
        """Make the shard's lines permanent; a replay keeps what had succeeded. Raises OutputError: the shard is then not done."""
        shard = job.shard
        files = self._files(shard.number, lines)
        before = self.get(shard.number)
        if before is not None:
            self._merge(before, files)
        data = {name: b"".join(parts) for name, parts in files.items() if parts}
        failed = frozenset(i for i, line in lines.items() if line.status == "failed")
        receipt = Receipt(
            shard=shard.number,
            digest=digest(shard.marks),
            kept=digest(shard.marks, failed),
            failed=tuple(sorted(failed)),
            pages=shard.pages,
            counts=_counts(lines, before),
            files=tuple(_entry(name, data[name]) for name in sorted(data)),
            first=shard.first,
            last=shard.last,
            attempts=1 + job.recovery.failures,
            committed_at=datetime.now(UTC).replace(microsecond=0).isoformat(),
        )
        if before is not None:
            self._withdraw(before, data)
        self._store.put(data)
        self._store.put({_receipt(shard.number): receipt.dump()})
        self._count(receipt)
        return receipt

    def _withdraw(self, before: Receipt, data: Collection[str]) -> None:
        """From here to its new receipt the shard counts as not done."""
        self._store.remove(_receipt(before.shard))
        self.counts.subtract(before.counts)
        del self.shards[before.shard]
        for name in {str(f["path"]) for f in before.files} - set(data):
            self._store.remove(name)

    def _files(self, shard: int, lines: Mapping[int, Lines]) -> Files:
        """Relative file name -> its lines."""
        files: Files = defaultdict(list)
        part = f"part-{shard:06d}.jsonl"
        for item in lines.values():
            folder = self._folder(item.published)
            files[f"articles/{folder}{part}"].append(item.article)
            files[f"quotes/{folder}{part}"] += item.quotes
            if item.error:
                files[f"errors/{part}"].append(item.error)
        return files

    def _folder(self, published: str | None) -> str:
        if self._partition == "none":
            return ""
        cut = (published or "")[: _CUT[self._partition]]
        return f"{self._partition}={cut if _DATE.fullmatch(cut) else 'unknown'}/"

    def _merge(self, before: Receipt, files: Files) -> None:
        """Put the lines that stay in front of the new ones: all but the dead letters, which were replayed."""
        for entry in before.files:
            name = str(entry["path"])
            if name.startswith("errors/"):
                continue
            old = (self._store.get(name) or b"").splitlines(keepends=True)
            stay = [line for line in old if name.startswith("quotes/") or json.loads(line)["status"] != "failed"]
            files[name][:0] = stay

    def _load(self, name: str) -> Receipt | None:
        data = self._store.get(name)
        try:
            return Receipt.load(data) if data else None
        except (ValueError, KeyError, TypeError):
            return None

    def _count(self, receipt: Receipt) -> None:
        self.counts.update(receipt.counts)
        self.shards[receipt.shard] = frozenset(receipt.failed)


def _counts(lines: Mapping[int, Lines], before: Receipt | None) -> dict[str, int]:
    """Items by status, and quotations; a replay takes away the dead letters it replaces."""
    counts = Counter(line.status for line in lines.values())
    counts["quotes"] = sum(len(line.quotes) for line in lines.values())
    counts["items"] = len(lines)
    if before is not None:
        counts.update(before.counts)
        counts.subtract({"items": len(before.failed), "failed": len(before.failed)})
    return dict(sorted(counts.items()))


def _ours(name: str) -> bool:
    """Whether a file's name is one that a run gives; whatever else lies in the folder is left alone."""
    return _NAME.fullmatch(name) is not None


def _receipt(shard: int) -> str:
    return f"{RECEIPTS}/{shard:06d}.json"


def _entry(name: str, data: bytes) -> dict[str, object]:
    return {"path": name, "rows": data.count(b"\n"), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_manifest(store: Store, value: Mapping[str, object]) -> None:
    """Replace ``manifest.json`` in one step. Raises OutputError."""
    store.put({"manifest.json": (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()})


def clear(store: Store) -> None:
    """Remove everything a run made, receipts first. Raises OutputError."""
    for folder in (RECEIPTS, *KINDS):
        for name in filter(_ours, sorted(store.sizes(folder))):
            store.remove(name)
    for name in ("manifest.json", "plan.json"):
        store.remove(name)
