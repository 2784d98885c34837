"""The worst errors of the bundled scorer in each slice of the development quotations, for a reader: nothing is fitted to them.

    python -m tools.stance.worst [--slice denial] [--most 10]

An error is as bad as the gold label is improbable. Slices are those that ``tools.evaluate`` prints.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes.stance.decision import Three, probabilities, verdict
from quotes.stance.scorer import Scorer, load
from tools.gold import SHARED, Json, read_gold
from tools.stance.ablate import scored
from tools.stance.corpora import LABELS
from tools.stance.figures import three
from tools.stance.fit import table
from tools.stance.statements import Statement, statements
from tools.tables import is_denial

SLICES = ("own side", "context", "denial")
BEFORE = 250
"""Characters of the paragraph that are printed in front of the statement."""


def slices(article: Json, quote: Json) -> list[str]:
    """The slices that a gold quotation belongs to."""
    found = {"own side": quote["own_side"], "context": quote["evidence"] == "context", "denial": is_denial(article, quote)}
    return [name for name in SLICES if found[name]]


def marked(statement: Statement) -> str:
    """The statement in brackets, with what stands before it."""
    item = statement.example.item
    text = item.text[: item.segments[-1][1]]
    for start, end in reversed(item.segments):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text[max(0, item.segments[0][0] - BEFORE) :].replace("\n", " ")


def judged(found: Sequence[Statement], scorer: Scorer) -> Iterator[tuple[Statement, Three]]:
    """Every statement with its probabilities."""
    for s, row in zip(found, table(found, scored(found, scorer), "all"), strict=True):
        yield s, probabilities(row, scorer.weights)


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--slice", choices=SLICES, nargs="*", default=SLICES)
    ap.add_argument("--most", type=int, default=10)
    ap.add_argument("--parses", type=Path, default=Path(".cache/proto"))
    ap.add_argument("--shared", type=Path, default=SHARED)
    args = ap.parse_args(argv)
    gold = read_gold(args.shared / "gold" / "russia_dev.jsonl")
    member = {q["qid"]: slices(a, q) for a in gold for q in a["quotes"] if q.get("stance")}
    scorer = load()
    known = list(judged(list(statements(["russia_dev"], args.parses, args.shared)), scorer))
    for name in args.slice:
        mine = [(s, p, three(s.example.label), verdict(p, scorer.weights.thresholds, "neutral")) for s, p in known]
        wrong = [m for m in mine if name in member[m[0].example.id] and m[2] in LABELS and m[2] != m[3]]
        print(f"\n{name}: {len(wrong)} wrong")
        for s, p, label, said in sorted(wrong, key=lambda m: m[1][LABELS.index(m[2])])[: args.most]:
            print(f"  {s.example.id}: {label}, called {said}, {[round(x, 2) for x in p]}\n    {marked(s)}")


if __name__ == "__main__":
    main()
