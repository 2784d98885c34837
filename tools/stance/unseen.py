"""Stance on invented paragraphs that neither the rules nor the bundled encoder were made with, with the encoder and without.

    python -m tools.stance.unseen [--target Russia]

Every paragraph of ``tools/stance/invented`` is an article of its own. Scenes come in sets that differ in the quotation and its
label, so these are harder than news. An encoder trained with the present ``tools.stance.corpora`` has seen them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Literal

from quotes.extractor import Extractor
from quotes.model import Article
from quotes.options import Options
from tools.gold import Json, placed, read_gold
from tools.stance.corpora import INVENTED
from tools.stance.figures import figures
from tools.tables import overlap


def label(extractor: Extractor, row: Json) -> str:
    """The stance of the row's quotation; neutral where no such quotation is found."""
    text, gold = placed(row)
    found = extractor.extract(Article(text, id=row["id"])).quotations
    best = max(found, key=lambda q: overlap(q.attribution.segments, [gold]), default=None)
    return best.stances[0].label if best and overlap(best.attribution.segments, [gold]) else "neutral"


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--target", default="Russia", help="take the paragraphs about this state (default: %(default)s)")
    args = ap.parse_args(argv)
    rows = [r for path in sorted(INVENTED.glob("*.jsonl")) for r in read_gold(path) if r["target"] == args.target]
    gold = [r["stance"] for r in rows]
    modes: tuple[Literal["rules", "model"], ...] = ("rules", "model")
    for mode in modes:
        extractor = Extractor(Options(stance=mode, targets=(args.target.lower().replace(" ", "-"),)))
        print(f"{mode}, {len(rows)} paragraphs: {json.dumps(figures(gold, [label(extractor, r) for r in rows]))}", flush=True)


if __name__ == "__main__":
    main()
