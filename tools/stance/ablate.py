"""What each part of the stance model is worth: one table over the development quotations, two over directed sentiment.

    python -m tools.stance.ablate --models .cache/stance_model/fold0.pt .cache/stance_model/fold1.pt .cache/stance_model/fold2.pt

Rows: always neutral, TextBlob, VADER (a package for this comparison only), the rules, regression over the rules, the encoder (as
shipped, int8), everything. Regressions and thresholds come from the training quotations; the development gold is only read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from quotes.stance.decision import probabilities, verdict
from quotes.stance.scorer import Scorer, load
from tools.gold import SHARED
from tools.stance.corpora import LABELS, RUSSIA, Example, directed
from tools.stance.figures import calibration_error, figures
from tools.stance.fit import by_fold, crossed, regression, scores, table, thresholds
from tools.stance.statements import Statement, learned, statements
from tools.stance.train import drawn, fold_of

VADER_EDGE = 0.05
"""The bounds of the package's authors: from this compound score on a text is positive, below its negative it is negative."""
TEXTBLOB_EDGE = 0.1
STRENGTH = 0.1


def say(name: str, gold: Sequence[str], said: Sequence[str], extra: str = "") -> None:
    """Print one row."""
    print(f"  {name:22s} {json.dumps(figures(gold, said))} {extra}", flush=True)


def vader() -> Callable[[str], str]:
    """A function from a text to the sign that VADER gives it."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda text: sign(analyzer.polarity_scores(text)["compound"], VADER_EDGE)


def textblob(text: str) -> str:
    """The sign of TextBlob's polarity."""
    from textblob import TextBlob

    return sign(TextBlob(text).sentiment.polarity, TEXTBLOB_EDGE)


def sign(value: float, edge: float) -> str:
    """A signed score as a label."""
    return "supportive" if value >= edge else "critical" if value <= -edge else "neutral"


def quoted(statement: Statement) -> str:
    """The words of a development or training quotation."""
    item = statement.example.item
    return " ".join(item.text[s:e] for s, e in item.segments)


def scored(found: Sequence[Statement], scorer: Scorer) -> list[Sequence[float] | None]:
    """The packaged encoder's scores of every statement; None where it is not asked."""
    return [scorer.read([s.asked])[0].scores if s.asked else None for s in found]


def development(args: argparse.Namespace, scorer: Scorer) -> None:
    """The table over ``russia_dev``."""
    train = [s for s in learned(args.parses, args.shared) if fold_of(s.example.group, args.folds) < len(args.models)]
    dev = list(statements(["russia_dev"], args.parses, args.shared))
    gold = [s.example.label for s in dev]
    words = [quoted(s) for s in dev]
    print(f"russia_dev, {len(dev)} quotations")
    say("always neutral", gold, ["neutral"] * len(dev))
    say("TextBlob", gold, [textblob(w) for w in words])
    say("VADER", gold, [*map(vader(), words)])
    say("rules", gold, [s.stance.label for s in dev])
    known = scores(train, args.models, by_fold(args.folds))
    new = scored(dev, scorer)
    say("encoder, likeliest", gold, [leaning(e, (0.0, 0.0)) if e else "neutral" for e in new])
    shipped = [probabilities(row, scorer.weights) for row in table(dev, new, "all")]
    error = 100 * calibration_error(gold, shipped, scorer.weights.thresholds)
    said = [verdict(p, scorer.weights.thresholds, "neutral") for p in shipped]
    say("as shipped", gold, said, f"thresholds {scorer.weights.thresholds} calibration error {error:.1f}")
    for name, which in (("rules and regression", "rules"), ("encoder", "encoder"), ("all", "all")):
        given = table(train, known, which)
        keep = [i for i, s in enumerate(train) if s.example.label in LABELS]
        at = thresholds(train, crossed(given, train, STRENGTH, 5))
        model = regression([given[i] for i in keep], [train[i].example.label for i in keep], STRENGTH)
        out = [probabilities(row, model) for row in table(dev, new, which)]
        error = 100 * calibration_error(gold, out, at)
        say(name, gold, [verdict(p, at, "neutral") for p in out], f"thresholds {at} calibration error {error:.1f}")


def sentiment(name: str, examples: Sequence[Example], check: Sequence[Example], scorer: Scorer) -> None:
    """One table over directed sentiment; the encoder's margins for the signs are chosen on ``check``."""
    gold = [e.label for e in examples]
    print(f"{name}, {len(examples)} sentences")
    say("always neutral", gold, ["neutral"] * len(gold))
    say("TextBlob", gold, [textblob(e.item.text) for e in examples])
    say("VADER", gold, [*map(vader(), (e.item.text for e in examples))])
    margins = best_margins(check, scorer)
    say(
        "encoder",
        gold,
        [leaning(r.scores, margins) for r in scorer.read([e.item for e in examples])],
        f"margins {margins}",
    )


def best_margins(check: Sequence[Example], scorer: Scorer) -> tuple[float, float]:
    """The scores by which critical and supportive must lead neutral for the best macro-F1."""
    out = [r.scores for r in scorer.read([e.item for e in check])]
    gold = [e.label for e in check]
    steps = [x / 4 for x in range(-8, 9)]
    pairs = [(c, s) for c in steps for s in steps]
    return max(pairs, key=lambda m: figures(gold, [leaning(o, m) for o in out])["macro_f1"])


def leaning(scores: Sequence[float], margins: tuple[float, float]) -> str:
    """The label of raw scores with the given leads over neutral."""
    c, n, s = scores[0] - margins[0], scores[1], scores[2] - margins[1]
    return LABELS[max(range(3), key=lambda i: (c, n, s)[i])]


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the ablation."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--models", type=Path, nargs="+", required=True, help="the fold models, in order")
    ap.add_argument("--folds", type=int, default=3)
    ap.add_argument("--scorer", type=Path, help="folder of the packaged model (default: the bundled one)")
    ap.add_argument("--parses", type=Path, default=Path(".cache/proto"))
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--sets", default="dev,dse,newsmtsc")
    args = ap.parse_args(argv)
    scorer = load(args.scorer)
    if "dev" in args.sets:
        development(args, scorer)
    if "dse" in args.sets:
        valid = drawn(directed("dse_valid", args.shared), 1000)
        chosen = [e for e in directed("dse_test", args.shared) if RUSSIA.search(e.item.text[slice(*e.item.mentions[0][:2])])]
        sentiment("DSE test, Russia as target", chosen, valid, scorer)
    if "newsmtsc" in args.sets:
        valid = drawn(directed("newsmtsc_train", args.shared), 500)
        for part in ("rw", "mt"):
            sentiment(f"NewsMTSC {part}", directed(f"newsmtsc_devtest_{part}", args.shared), valid, scorer)


if __name__ == "__main__":
    main()
