"""Gold files, the scorer beside the project, and a parser that remembers: what every evaluation needs."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.extractor import SentenceParser, SentenceSpan
from quotes.model import Sentence, Span

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
Json = dict[str, Any]


def read_gold(path: Path) -> list[Json]:
    """The objects of a JSONL file, plain or gzip: the articles or items of a gold file."""
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def placed(item: Json) -> tuple[str, Span]:
    """A paragraph and its neighbours, where the item has them, as one text, and where the item's quotation stands there.

    ``part`` of the item, where it has one, says which of the three the quotation's offsets count in.
    """
    before = f"{item['previous']}\n\n" if item.get("previous") else ""
    after = f"\n\n{item['next']}" if item.get("next") else ""
    at = {"previous": 0, "next": len(before) + len(item["paragraph"]) + 2}.get(item.get("part", ""), len(before))
    return before + item["paragraph"] + after, (at + item["quote_start"], at + item["quote_end"])


def scorer(shared: Path = SHARED, name: str = "score") -> Callable[..., Any]:
    """A function of ``eval/score.py``: ``score(gold, pred, errors=0)``, ``same_name(gold, pred)``."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    function: Callable[..., Any] = getattr(module, name)
    return function


def model_fingerprint() -> str:
    """Hash of everything that decides a parse: the bundled model's manifest and the code that runs it."""
    digest = hashlib.sha256()
    package = ROOT / "quotes"
    code = [package / "segment.py", *package.glob("compact/*.py"), *package.glob("parse/*.py")]
    for path in (package / "models" / "compact" / "manifest.json", *sorted(code)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass
class CachedParser:
    """Parses once and keeps the result in a file of its own under ``folder``; stale files are left, not read.

    The cache is a pickle that this class wrote itself: never point it at somebody else's files.
    """

    inner: Callable[[], SentenceParser]
    path: Path
    known: dict[str, list[Sentence]]
    fresh: int = 0

    @classmethod
    def open(cls, inner: Callable[[], SentenceParser], name: str, folder: Path = ROOT / ".cache" / "parses") -> CachedParser:
        """The cache ``name`` for the present model and code."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}-{model_fingerprint()}.pkl"
        known = pickle.loads(path.read_bytes()) if path.exists() else {}  # noqa: S301  our own file
        return cls(inner, path, known)

    def parse(self, text: str, sentences: Sequence[SentenceSpan]) -> list[Sentence]:
        """The parses of these sentences, remembered or made."""
        key = hashlib.sha256((text + repr(list(sentences))).encode("utf-8", "surrogatepass")).hexdigest()
        if key not in self.known:
            self.known[key] = self.inner().parse(text, sentences)
            self.fresh += 1
        return self.known[key]

    def save(self) -> None:
        """Write what is new."""
        if self.fresh:
            self.path.write_bytes(pickle.dumps(self.known, protocol=5))
            self.fresh = 0
