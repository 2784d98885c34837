"""How often each attribution rule fired and was right, and the confidence weights that follow from it.

    python -m tools.rule_stats --gold ../shared/gold/polnear_train.jsonl.gz

Runs the sieves over the gold articles, compares each source mention with the gold one, and writes ``weights.toml`` (log-odds of
every rule and feature, by penalised logistic regression) and ``stats.toml`` (fired, right) into ``rules/attribution``. Only
numbers are stored, no word of the articles. ``--check FILE`` prints the reliability on other gold instead and writes nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quotes import attribute, parse
from quotes.attribute.weigh import confidence
from quotes.extractor import Extractor
from quotes.model import Article
from quotes.read.dateline import head
from quotes.ruleset import Ruleset
from tools.gold import ROOT, CachedParser, Json, read_gold
from tools.tables import overlap

FOLDER = ROOT / "rules" / "attribution"
PENALTY = 0.5
"""Of the squared weights: pulls rules with few cases towards the mean of all."""


UNMEASURED = {"free-indirect": 1.0, "transcript": 2.5}
"""Log-odds set by hand: the gold leaves out transcripts without quotation marks, so that none of their turns counts as right; of
fragments that only go on with what was reported it has four in all, which were right."""
SCARE = {"scare": -2.0}
"""As well: the fit leaves out what is no quotation. Counting it, one or two words as object of a judging verb are right in 27 of
37 cases, longer ones in 68 of 70."""


@dataclass(frozen=True)
class Case:
    """One attribution of the training articles and whether it points at the gold source."""

    rule: str
    features: frozenset[str]
    right: bool
    direct: bool


def cases(path: Path) -> Iterator[Case]:
    """The attributions with a mention, of quotations that the gold has."""
    name = path.name.partition(".")[0]
    cache = CachedParser.open(lambda: parse.load("compact"), f"{name}-double-kept-needed")
    extractor = Extractor(parser=cache)
    for article in read_gold(path):
        published, body = head(article["text"])
        trace = extractor.trace(Article(article["text"], id=str(article["id"]), published=published, body=body))
        if article["text"].count("''") >= 6 and len(article["quotes"]) < 2:
            continue
        for found, known in attribute.evidence(trace.document, trace.quoted, extractor.rules):
            if found.mention is None or found.rule in UNMEASURED:
                continue
            segments = [list(s) for s in found.segments]
            right = judge(article, segments, (found.mention.start, found.mention.end))
            if right is not None:
                yield Case(found.rule or "", known, right, found.kind == "direct")
    cache.save()


def judge(article: Json, segments: list[list[int]], mention: tuple[int, int]) -> bool | None:
    """Whether the mention is the gold source; None where the gold does not say."""
    size = sum(e - s for s, e in segments)
    hits = [q for q in article["quotes"] if overlap(segments, q["segments"]) >= 0.5 * size]
    if any(q["kind"] == "optional" for q in hits) or overlap(segments, article.get("ignore", [])):
        return None
    if all(q.get("speaker_spans") is None for q in hits):  # also where the gold has no quotation: another question
        return None
    return any(overlap([list(mention)], q["speaker_spans"] or []) > 0 for q in hits)


def fit(some: Sequence[Case]) -> tuple[float, dict[str, float], dict[str, float]]:
    """The log-odds of a rule without cases, of each rule, and what each feature adds (Newton's method, ridge penalty)."""
    names = ["", *sorted({f"rule {c.rule}" for c in some} | {f"feature {f}" for c in some for f in c.features})]
    place = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(some), len(names)))
    for row, c in zip(x, some, strict=True):
        row[[0, place[f"rule {c.rule}"], *(place[f"feature {f}"] for f in c.features)]] = 1
    y = np.array([c.right for c in some], dtype=float)
    ridge = PENALTY * np.eye(len(names))
    ridge[0, 0] = 1e-6
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - y) + ridge @ w)
    values = {n: float(v) for n, v in zip(names, w, strict=True)}
    rules = {n[5:]: v + values[""] for n, v in values.items() if n.startswith("rule ")}
    return values[""], rules, {n[8:]: v for n, v in values.items() if n.startswith("feature ")}


def write(some: Sequence[Case]) -> None:
    """Fit and write both files."""
    base, rules, features = fit(some)
    rules |= UNMEASURED
    features |= SCARE
    lines = [
        "# Confidence in log-odds, fitted by tools/rule_stats.py: rule + features, through the logistic function.",
        "",
        "[weights]",
    ]
    lines += [f"default = {base:.2f}", "", "[weights.rule]", *(f"{k} = {v:.2f}" for k, v in sorted(rules.items()))]
    lines += ["", "[weights.feature]", *(f"{k} = {v:.2f}" for k, v in sorted(features.items()))]
    (FOLDER / "weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    fired, right = Counter(c.rule for c in some), Counter(c.rule for c in some if c.right)
    lines = ["# How often each rule decided on the training articles, and how often rightly: [fired, right].", "", "[stats]"]
    lines += [f"{k} = [{n}, {right[k]}]" for k, n in sorted(fired.items())]
    (FOLDER / "stats.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def reliability(some: Sequence[Case], ruleset: Ruleset) -> None:
    """Print the reliability table, the expected calibration error, and what filtering at 0.9 keeps."""
    values = np.array([confidence(c.rule, c.features, ruleset) for c in some])
    right = np.array([c.right for c in some], dtype=float)
    error = 0.0
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (values >= low) & (values < low + 0.1) if low < 0.85 else values >= low
        if inside.any():
            mean, share = values[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(mean - share)
            print(f"  {low:.1f}-{low + 0.1:.1f}  n {inside.sum():5d}  confidence {100 * mean:5.1f}  right {100 * share:5.1f}")
        if low >= 0.85:
            break
    direct = np.array([c.direct for c in some])
    high = values >= 0.9
    print(f"  expected calibration error {100 * error:.1f} points over {len(some)} attributions")
    print(f"  at 0.9: precision {100 * right[high].mean():.1f}, covers {100 * high[direct].mean():.1f} % of direct quotations")


def main(argv: list[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=Path, help="gold file to fit on")
    ap.add_argument("--check", type=Path, help="gold file to print the reliability of")
    args = ap.parse_args(argv)
    if args.gold:
        write(list(cases(args.gold)))
    if args.check:
        reliability(list(cases(args.check)), Extractor().rules)


if __name__ == "__main__":
    main()
