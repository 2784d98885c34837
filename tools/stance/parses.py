"""Parse the training and development quotations once, with the bundled parser, for the fit and the ablation.

    python -m tools.stance.parses --out .cache/proto

Writes ``stance_train.pkl``, ``russia_dev.pkl``, ``staged.pkl`` and ``learned-1.pkl`` …: per article its text, paragraphs and all
its sentences.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes import parse, segment
from tools.gold import SHARED, placed, read_gold
from tools.staged import articles as staged_articles
from tools.stance.whole import STAGED


def texts(name: str, shared: Path) -> Iterator[tuple[str, str]]:
    """Id and text of every article: of a training quotation its paragraph with the one before and after."""
    if name in STAGED:
        yield from ((str(a["id"]), str(a["text"])) for a in staged_articles(files=STAGED[name]))
        return
    for row in read_gold(shared / "gold" / f"{name}.jsonl"):
        yield str(row["id"]), row["text"] if "text" in row else placed(row)[0]


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--out", type=Path, default=Path(".cache/proto"))
    sets = ("stance_train", "russia_dev", *STAGED)
    ap.add_argument("--sets", nargs="+", choices=sets, default=sets, help="(default: all)")
    args = ap.parse_args(argv)
    parser = parse.load("compact")
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.sets:
        known = {}
        for key, text in texts(name, args.shared):
            paragraphs = segment.paragraphs(text)
            spans = [(s, e, p) for p, (start, end) in enumerate(paragraphs) for s, e in segment.sentences(text, start, end)]
            known[key] = (text, paragraphs, parser.parse(text, [(i, *span) for i, span in enumerate(spans)]))
        (args.out / f"{name}.pkl").write_bytes(pickle.dumps(known, protocol=5))
        print(f"{name}: {len(known)} articles")


if __name__ == "__main__":
    main()
