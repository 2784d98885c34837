"""What quotation marks alone give: share of the gold's words that stand between marks, and of the spans that are gold.

    python -m tools.evaluate_marks [--sets polnear_dev,polnear_train] [--shared DIR] [--errors N]

No model is loaded. Each set is printed as it is, with single outer marks (straight and curly, nested marks swapped or
kept), and with its paragraph breaks lost. Articles whose gold leaves out the quotations they print in ''…'' are left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from quotes import marks, segment
from quotes.model import Span
from tools.evaluate import FILES, leaves_out
from tools.gold import SHARED, Json, read_gold
from tools.marks_variants import lose_breaks, to_single

Variant = Callable[[str, list[Span]], tuple[str, Callable[[int], int]]]


def _same(text: str, _: list[Span]) -> tuple[str, Callable[[int], int]]:
    return text, lambda offset: offset


def _single(style: Literal["straight", "curly"], nested: Literal["swap", "keep"]) -> Variant:
    def variant(text: str, spans: list[Span]) -> tuple[str, Callable[[int], int]]:
        return to_single(text, spans, style, nested=nested), lambda offset: offset

    return variant


def _lost(text: str, _: list[Span]) -> tuple[str, Callable[[int], int]]:
    changed, where = lose_breaks(text)
    return changed, where.__getitem__


VARIANTS: dict[str, Variant] = {
    "as printed": _same,
    "single straight": _single("straight", "swap"),
    "single curly": _single("curly", "swap"),
    "single straight, nested too": _single("straight", "keep"),
    "single curly, nested too": _single("curly", "keep"),
    "paragraph breaks lost": _lost,
}


def measure(articles: Sequence[Json], variant: Variant, errors: list[str] | None = None) -> dict[str, float]:
    """Percentages: recall of direct and mixed statements (80 % of the words covered), precision of spans by number of words."""
    counts: Counter[tuple[str, bool]] = Counter()
    for article in articles:
        gold = [(q["kind"], [(s, e) for s, e in q["segments"]]) for q in article["quotes"] if q["kind"] != "optional"]
        text, moved = variant(article["text"], [span for _, spans in gold for span in spans])
        gold = [(kind, [(moved(s), moved(e)) for s, e in spans]) for kind, spans in gold]
        free = [(moved(s), moved(e)) for s, e in article.get("ignore") or []]
        found = [(q.start, q.end) for q in marks.find(text, segment.paragraphs(text))]
        _recall(counts, text, gold, found, errors)
        _precision(counts, text, [span for _, spans in gold for span in spans], free, found)
    keys = ["direct", "mixed", "1-2 words", "3-5 words", "6+ words", "3+ words"]
    return {key: round(100 * counts[key, True] / max(1, counts[key, True] + counts[key, False]), 2) for key in keys}


def _recall(
    counts: Counter[tuple[str, bool]], text: str, gold: list[tuple[str, list[Span]]], found: list[Span], errors: list[str] | None
) -> None:
    for kind, spans in gold:
        good = _overlap(spans, found) >= 0.8 * sum(e - s for s, e in spans)
        counts[kind, good] += 1
        if not good and errors is not None:
            errors.append(f"[missed {kind}] " + " … ".join(repr(text[max(0, s - 30) : e + 10]) for s, e in spans))


def _precision(counts: Counter[tuple[str, bool]], text: str, gold: list[Span], free: list[Span], found: list[Span]) -> None:
    for s, e in found:
        if _overlap([(s, e)], free) >= 0.5 * (e - s):
            continue
        good = _overlap([(s, e)], gold) >= 0.5 * (e - s)
        words = len(text[s:e].split())
        counts["1-2 words" if words < 3 else "3-5 words" if words < 6 else "6+ words", good] += 1
        if words >= 3:
            counts["3+ words", good] += 1


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(e, y) - max(s, x)) for s, e in spans for x, y in others)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="polnear_dev,polnear_train")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--errors", type=int, default=0, help="print the first N missed statements of each variant")
    args = parser.parse_args()
    for name in args.sets.split(","):
        articles = [a for a in read_gold(args.shared / "gold" / FILES[name]) if not leaves_out(a)]
        print(f"{name}: {len(articles)} articles")
        print(f"{'':30s} recall direct  mixed   precision 1-2 words  3-5 words   6+ words   3+ words")
        for label, variant in VARIANTS.items():
            errors: list[str] = []
            v = measure(articles, variant, errors)
            print(f"{label:30s} {v['direct']:13.2f} {v['mixed']:6.2f} {v['1-2 words']:21.2f} ", end="")
            print(f"{v['3-5 words']:10.2f} {v['6+ words']:10.2f} {v['3+ words']:10.2f}")
            for line in errors[: args.errors]:
                print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
