"""Where the encoder points: does the phrase it is said to have gone by lie on words that readers marked?

    python -m tools.stance.pointing --models fold0.pt fold1.pt fold2.pt

Every critical or supportive quotation is read by the model that never saw its article, and asked for the phrase of its own sign.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from quotes.model import Span
from quotes.stance.scorer import SIDES, Reading, phrase, whole
from tools.gold import SHARED
from tools.stance.corpora import Example, further, stance_train
from tools.stance.network import Row, StanceNetwork, outputs, prepare
from tools.stance.train import encoder_folder, fold_of, weights

SIGNS = tuple(SIDES)
"""The labels whose words were marked, in the order of a piece's two scores."""


def readings(network: StanceNetwork, rows: Sequence[Row]) -> list[Reading]:
    """What the network says about each row."""
    out: dict[int, Reading] = {}
    for cut, scores in outputs(network, rows):
        for at, i in enumerate(cut):
            pieces = rows[i].encoded
            telling = [(float(a), float(b)) for a, b in scores.telling[at][: len(pieces.ids)].tolist()]
            out[i] = Reading(scores.stance[at].tolist(), telling, pieces.places)
    return [out[i] for i in range(len(rows))]


def shared_part(span: Span, marked: Sequence[Span]) -> float:
    """The share of ``span`` that lies on the marked words."""
    return sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in marked) / (span[1] - span[0])


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the measurement."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--models", type=Path, nargs="+", required=True, help="the fold models, in order")
    ap.add_argument("--shared", type=Path, default=SHARED)
    args = ap.parse_args(argv)
    signed = [e for e in (*stance_train(args.shared), *further(args.shared)) if e.label in SIGNS and e.telling]
    found: list[tuple[Example, Span | None]] = []
    for number, path in enumerate(args.models):
        network = StanceNetwork(encoder_folder())
        network.grow(weights(path))
        mine = [e for e in signed if fold_of(e.group, len(args.models)) == number]
        read = readings(network, prepare(mine, encoder_folder()))
        found += [(e, phrase(r, SIGNS.index(e.label))) for e, r in zip(mine, read, strict=True)]
    report(found)


def report(found: Sequence[tuple[Example, Span | None]]) -> None:
    """Print how often a phrase is found, how long it is, and how much of it readers marked; for the whole quotation likewise."""
    shown = [(e, whole(e.item.text, p)) for e, p in found if p]
    parts = [shared_part(p, [(s, x) for s, x, _ in e.telling or ()]) for e, p in shown]
    quoted = [(e, s) for e, _ in shown for s in e.item.segments[:1]]
    base = [shared_part(p, [(s, x) for s, x, _ in e.telling or ()]) for e, p in quoted]
    words = [len(e.item.text[slice(*p)].split()) for e, p in shown]
    length, touching = sum(words) / len(words), sum(p > 0 for p in parts) / len(parts)
    print(f"{len(found)} signed quotations, a phrase in {100 * len(shown) / len(found):.1f} %, {length:.1f} words")
    print(f"on marked words: {100 * touching:.1f} % touch them, {100 * sum(parts) / len(parts):.1f} % of the letters")
    print(f"the whole quotation: {100 * sum(base) / len(base):.1f} % of its letters are marked")


if __name__ == "__main__":
    main()
