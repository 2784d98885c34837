"""Fit the regression over rule findings and encoder scores, and choose the thresholds, on the training quotations alone.

    python -m tools.stance.fit --oof fold0.pt fold1.pt fold2.pt --out quotes/models/stance/weights.json
    python -m tools.stance.fit --models staged=mean.pt learned-1=b.pt learned-2=a.pt --out quotes/models/stance/weights.json

Every training quotation is scored by a model that never saw it. With ``--oof`` they are those of ``stance_train``, the further
ones of their paragraphs and the staged ones, scored by the fold that left them out. With ``--models`` they are those of the
sets named (``tools.stance.whole``), each scored by the model behind its name. Figures are out of fold as well: the regression
is fitted on other articles.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from quotes.model import Stance
from quotes.stance.decision import Three, Weights, features, probabilities, verdict
from quotes.stance.encoding import encode, load_splitter
from tools.gold import SHARED
from tools.stance.corpora import LABELS
from tools.stance.figures import calibration_error, figures
from tools.stance.network import Row, StanceNetwork, outputs
from tools.stance.statements import Statement, learned, statements
from tools.stance.train import encoder_folder, fold_of, weights

Floats = NDArray[np.float64]
GRID = [x / 100 for x in range(18, 70, 4)]
PRECISION = 0.76
"""Least precision of non-neutral labels that the thresholds must give on the training quotations."""
RARE = 4
"""A feature that fires less often is left out."""


def by_fold(folds: int) -> Callable[[Statement], int]:
    """Which model never saw a statement, where each leaves one of ``folds`` out."""
    return lambda s: fold_of(s.example.group, folds)


def by_set(names: Sequence[str]) -> Callable[[Statement], int]:
    """The same where each model is told the set it reads."""
    return lambda s: names.index(s.example.corpus)


def named(pair: str) -> tuple[str, Path]:
    """``NAME=PATH`` of the command line."""
    name, _, path = pair.partition("=")
    return name, Path(path)


def scores(found: Sequence[Statement], networks: Sequence[Path], unseen: Callable[[Statement], int]) -> list[list[float] | None]:
    """The raw scores of every statement by the model that ``unseen`` tells; None where there is no such model."""
    out: list[list[float] | None] = [None] * len(found)
    folder = encoder_folder()
    splitter = load_splitter((folder / "vocab.txt").read_text(encoding="utf-8"))
    for number, path in enumerate(networks):
        mine = [i for i, s in enumerate(found) if s.asked and unseen(s) == number]
        network = StanceNetwork(folder)
        network.grow(weights(path))
        items = encode([s.asked for i in mine if (s := found[i]).asked], splitter)
        rows = [Row(found[i].example, e) for i, e in zip(mine, items, strict=True)]
        for i, values in zip(mine, raw(network, rows), strict=True):
            out[i] = values
    return out


def raw(network: StanceNetwork, rows: Sequence[Row]) -> list[list[float]]:
    """Raw scores (8 per row) in single precision."""
    out = torch.zeros(len(rows), 8)
    for cut, scores in outputs(network, rows):
        out[cut] = torch.cat(scores[:3], -1)
    values: list[list[float]] = out.tolist()
    return values


def regression(given: Sequence[Mapping[str, float]], labels: Sequence[str], strength: float, soften: float = 1.0) -> Weights:
    """Multinomial regression with an L2 penalty; features are scaled for the fit, the weights are for the raw values."""
    counts: dict[str, int] = {}
    for row in given:
        for k, v in row.items():
            counts[k] = counts.get(k, 0) + (v != 0)
    kept = [{k: v for k, v in row.items() if counts[k] >= RARE} for row in given]
    vectors = DictVectorizer(sparse=False)
    x: Floats = vectors.fit_transform(kept)
    spread = np.maximum(x.std(0), 1e-6)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(x / spread, [LABELS.index(y) for y in labels])
    coef = soften * model.coef_ / spread
    bias = soften * model.intercept_
    names = vectors.get_feature_names_out().tolist()
    sides = [{n: round(float(v), 5) for n, v in zip(names, coef[k] - coef[1], strict=True) if abs(v) > 1e-6} for k in (0, 2)]
    return Weights(sides[0], sides[1], (float(bias[0] - bias[1]), float(bias[2] - bias[1])), (0.5, 0.5))


def crossed(given: Sequence[Mapping[str, float]], found: Sequence[Statement], strength: float, folds: int) -> list[Three]:
    """Out-of-fold probabilities of the regression."""
    out: list[Three] = [(0.0, 1.0, 0.0)] * len(found)
    number = [fold_of(s.example.group, folds, seed=7) for s in found]
    for f in range(folds):
        rest = [i for i, n in enumerate(number) if n != f and found[i].example.label in LABELS]
        model = regression([given[i] for i in rest], [found[i].example.label for i in rest], strength)
        for i in (i for i, n in enumerate(number) if n == f):
            out[i] = probabilities(given[i], model)
    return out


def thresholds(found: Sequence[Statement], given: Sequence[Three], precision: float = PRECISION) -> tuple[float, float]:
    """The pair of thresholds with the best macro-F1 among those that keep the precision of non-neutral labels."""
    gold = [s.example.label for s in found]
    best, chosen = -1.0, (0.5, 0.5)
    for c in GRID:
        for s in GRID:
            said = [verdict(p, (c, s), "neutral") for p in given]
            now = figures(gold, said)
            value = now["macro_f1"] - 200 * max(0.0, precision - now["precision"] / 100)
            if value > best:
                best, chosen = value, (c, s)
    return chosen


def table(found: Sequence[Statement], encoded: Sequence[Sequence[float] | None], which: str) -> list[dict[str, float]]:
    """Features of every statement: ``all``, ``rules`` (each class of rules, no encoder) or ``encoder`` (nothing else)."""
    if which == "rules":
        return [features(None, s.stance) | activations(s.stance) for s in found]
    rows = [features(e, s.stance) for s, e in zip(found, encoded, strict=True)]
    return rows if which == "all" else [{k: v for k, v in r.items() if k.startswith("encoder")} for r in rows]


def without(row: Mapping[str, float], prefixes: Sequence[str]) -> dict[str, float]:
    """A row of features without those whose names begin so."""
    return {k: v for k, v in row.items() if not k.startswith(tuple(prefixes))}


def activations(stance: Stance) -> dict[str, float]:
    """The rules that fired, summed by class and sign: ``violence -`` = -1.4."""
    sums: defaultdict[str, float] = defaultdict(float)
    for clue in stance.evidence:
        sign = "+" if clue.weight > 0 else "-"
        sums[f"{clue.rule.partition('/')[0]} {sign}"] += clue.weight
    return {k: max(-3.0, min(3.0, v)) for k, v in sums.items()}


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the fit."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--oof", type=Path, nargs="*", default=[], help="the fold models, in order; none fits on the rules alone")
    ap.add_argument("--models", type=named, nargs="+", default=[], metavar="NAME=PATH", help="instead: per set who reads it")
    ap.add_argument(
        "--folds", type=int, default=3, help="folds of the training; quotations of folds without a model are left out"
    )
    ap.add_argument("--parses", type=Path, default=Path(".cache/proto"))
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--strength", type=float, default=0.1, help="inverse weight of the penalty")
    ap.add_argument("--leave-out", nargs="+", default=[], metavar="PREFIX", help="features that the regression does without")
    ap.add_argument("--thresholds", type=float, nargs=2, help="use these for the full model instead of choosing them")
    ap.add_argument("--out", type=Path)
    args = ap.parse_args(argv)
    sets = [name for name, _ in args.models]
    models: list[Path] = [path for _, path in args.models] or args.oof
    unseen = by_set(sets) if sets else by_fold(args.folds)
    found = [s for n in sets for s in statements((n,), args.parses, args.shared)] or learned(args.parses, args.shared)
    if models:
        found = [s for s in found if unseen(s) < len(models)]
    encoded = scores(found, models, unseen)
    gold = [s.example.label for s in found]
    for which in ("rules", "encoder", "all") if models else ("rules",):
        given = [without(row, args.leave_out) for row in table(found, encoded, which)]
        given_out = crossed(given, found, args.strength, 5)
        fixed = args.thresholds if which == "all" else None
        at = (fixed[0], fixed[1]) if fixed else thresholds(found, given_out)
        print(f"{which}, thresholds {at}")
        for part in dict.fromkeys(s.example.corpus for s in found):
            mine = [i for i, s in enumerate(found) if s.example.corpus == part]
            labels, out = [gold[i] for i in mine], [given_out[i] for i in mine]
            now = figures(labels, [verdict(p, at, "neutral") for p in out])
            print(f"  {part:8s} {json.dumps(now)} calibration error {100 * calibration_error(labels, out, at):.1f}")
    if args.out:
        keep = [i for i, label in enumerate(gold) if label in LABELS]
        final = regression([given[i] for i in keep], [gold[i] for i in keep], args.strength)
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(Weights(final.critical, final.supportive, final.bias, at).to_json(), encoding="utf-8")
        print(f"likelihood of the training labels {likelihood(given, gold, final):.3f}")


def likelihood(given: Sequence[Mapping[str, float]], gold: Sequence[str], model: Weights) -> float:
    """Mean log-probability of the gold labels."""
    logs = [math.log(probabilities(g, model)[LABELS.index(y)]) for g, y in zip(given, gold, strict=True) if y in LABELS]
    return sum(logs) / len(logs)


if __name__ == "__main__":
    main()
