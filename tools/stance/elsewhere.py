"""The rules on quotations judged toward states that they were not written for: roles and words that only fit Russia show here.

    python -m tools.stance.elsewhere --parses .cache/proto [--errors 40]

Reads the labels of ``tools/stance/elsewhere.jsonl`` for every bundled target but Russia, and the parses that
``tools.stance.parses`` made of the training quotations. Prints one line per target and one for all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Document, Span, Stance
from tools.gold import SHARED, placed, read_gold
from tools.stance.corpora import ELSEWHERE
from tools.stance.figures import errors, figures
from tools.stance.statements import Stages, covering, parsed

Labels = Mapping[str, Sequence[tuple[str, str]]]
TARGETS = ("china", "nato", "north-korea", "ukraine", "united-states")


@dataclass(frozen=True)
class Judged:
    """One label toward one state, and what the rules say."""

    id: str
    target: str
    gold: str
    stance: Stance
    text: str
    """The quoted words, empty where no such quotation was found."""


def judged(labels: Labels, articles: Mapping[str, Document], golds: Mapping[str, Span], stages: Stages) -> Iterator[Judged]:
    """What the rules say of every label, each quotation attributed once; ``no_target`` where no such quotation is found."""
    for id, rows in labels.items():
        best = covering(stages(articles[id]), [golds[id]])
        known = {t.name: s for t, s in zip(stages.rules.targets, best[1], strict=True)} if best else {}
        words = " … ".join(articles[id].words(span) for span in best[0].segments) if best else ""
        for target, gold in rows:
            yield Judged(id, target, gold, known.get(target, Stance(target)), words)


def labels_of(path: Path, names: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Target and label of every quotation id, for the targets named."""
    out: dict[str, list[tuple[str, str]]] = {}
    for row in read_gold(path):
        if row["target"] in names:
            out.setdefault(row["id"], []).append((row["target"], row["stance"]))
    return out


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--parses", type=Path, default=Path(".cache/proto"))
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--errors", type=int, default=0, help="print so many errors")
    args = ap.parse_args(argv)
    stages = Stages(TARGETS)
    articles = dict(parsed("stance_train", args.parses))
    golds = {r["id"]: placed(r)[1] for r in read_gold(args.shared / "gold" / "stance_train.jsonl")}
    names = [t.name for t in stages.rules.targets]
    found = list(judged(labels_of(ELSEWHERE, names), articles, golds, stages))
    for line in errors(((j.gold, j.stance, j.text) for j in found), args.errors):
        print(line)
    for name in (*names, "all"):
        rows = [j for j in found if name in (j.target, "all")]
        print(f"{name}, {len(rows)} labels: {json.dumps(figures([j.gold for j in rows], [j.stance.label for j in rows]))}")


if __name__ == "__main__":
    main()
