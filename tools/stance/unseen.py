"""Stance on invented paragraphs that neither the rules nor the bundled encoder were made with, with the encoder and without.

    python -m tools.stance.unseen [--target Russia]
    python -m tools.stance.unseen --files tools/stance/plain/kept.jsonl [--errors 40]

Every paragraph is an article of its own. Those of ``tools/stance/invented`` come in sets that differ in the quotation and its
label, so these are harder than news. An encoder trained with the present ``tools.stance.corpora`` has seen them. Those of
``tools/stance/plain`` say in plain words what any reader labels alike: two files were read for the rules, nobody reads ``kept``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from quotes.extractor import Extractor
from quotes.model import Article, Stance
from quotes.options import Options
from tools.gold import Json, placed, read_gold
from tools.stance.corpora import INVENTED
from tools.stance.figures import errors, figures
from tools.tables import overlap


def judged(extractor: Extractor, row: Json) -> tuple[Stance, str]:
    """The stance of the row's quotation and its words; no stance and no words where no such quotation is found."""
    text, gold = placed(row)
    found = extractor.extract(Article(text, id=row["id"])).quotations
    best = max(found, key=lambda q: overlap(q.attribution.segments, [gold]), default=None)
    if best is None or not overlap(best.attribution.segments, [gold]):
        return Stance(row["target"]), ""
    return best.stances[0], row["paragraph"][row["quote_start"] : row["quote_end"]]


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--target", default="Russia", help="take the paragraphs about this state (default: %(default)s)")
    ap.add_argument("--files", type=Path, nargs="+", default=sorted(INVENTED.glob("*.jsonl")), help="paragraphs, as JSON lines")
    ap.add_argument("--errors", type=int, default=0, help="print so many errors")
    args = ap.parse_args(argv)
    rows = [r for path in args.files for r in read_gold(path) if r["target"] == args.target]
    gold = [r["stance"] for r in rows]
    modes: tuple[Literal["rules", "model"], ...] = ("rules", "model")
    for mode in modes:
        extractor = Extractor(Options(stance=mode, targets=(args.target.lower().replace(" ", "-"),)))
        said = [judged(extractor, r) for r in rows]
        print(f"{mode}, {len(rows)} paragraphs: {json.dumps(figures(gold, [s.label for s, _ in said]))}", flush=True)
        for line in errors(((g, s, words) for g, (s, words) in zip(gold, said, strict=True)), args.errors):
            print(line)


if __name__ == "__main__":
    main()
