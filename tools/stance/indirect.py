"""The stance of what is reported without quotation marks (``--indirect``): by the rules alone, and with the bundled scorer.

    python -m tools.stance.indirect --parses .cache/proto [--errors 40]

Reads the labels of ``tools/stance/indirect.jsonl`` and the parses that ``tools.stance.parses`` made of the training quotations,
in whose paragraphs these statements stand. A statement that is not found counts as one that says nothing of the target.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Document, Span, Stance
from quotes.stance.scorer import Scorer, load
from tools.gold import SHARED, placed, read_gold
from tools.stance.corpora import INDIRECT
from tools.stance.figures import errors, figures
from tools.stance.statements import Stages, covering, parsed

Labels = Mapping[str, Sequence[tuple[Span, str]]]
"""Per text what is reported there, with its label."""


@dataclass(frozen=True)
class Reported:
    """One label, and what the rules alone and everything make of the statement."""

    gold: str
    rules: Stance
    everything: Stance
    text: str
    """Its words; empty where no such statement was found."""


def reported(labels: Labels, articles: Mapping[str, Document], stages: Stages, scorer: Scorer) -> Iterator[Reported]:
    """What the product says of every label."""
    (target,) = stages.rules.targets
    for id, rows in labels.items():
        document = articles[id]
        found = [(a, s) for a, s in stages(document) if a.kind == "indirect"]
        for gold, label in rows:
            best = covering(found, [gold])
            if best is None:
                yield Reported(label, Stance(target.name), Stance(target.name), "")
                continue
            ((weighed,),) = scorer.refine(document, [best[0]], [best[1]], [target])
            yield Reported(label, best[1][0], weighed, " … ".join(document.words(s) for s in best[0].segments))


def labels_of(path: Path, shared: Path) -> dict[str, list[tuple[Span, str]]]:
    """The labels by the text they stand in, with the places of their statements there."""
    texts = {r["id"]: r for r in read_gold(shared / "gold" / "stance_train.jsonl")}
    out: dict[str, list[tuple[Span, str]]] = {}
    for row in read_gold(path):
        out.setdefault(row["id"], []).append((placed(texts[row["id"]] | row)[1], row["stance"]))
    return out


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the measurement."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--parses", type=Path, required=True)
    ap.add_argument("--errors", type=int, default=0, help="print so many errors")
    args = ap.parse_args(argv)
    stages = Stages(indirect=True)
    found = list(reported(labels_of(INDIRECT, args.shared), dict(parsed("stance_train", args.parses)), stages, load()))
    gold = [r.gold for r in found]
    print(f"{len(found)} statements, {sum(bool(r.text) for r in found)} of them found")
    print("rules", json.dumps(figures(gold, [r.rules.label for r in found])))
    print("everything", json.dumps(figures(gold, [r.everything.label for r in found])))
    for line in errors(((r.gold, r.everything, r.text) for r in found), args.errors):
        print(line)


if __name__ == "__main__":
    main()
