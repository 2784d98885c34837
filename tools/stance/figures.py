"""The figures of the stance evaluation, as ``eval/score.py`` counts them, and the calibration error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quotes.model import Stance
from quotes.stance.decision import Three, verdict
from tools.tables import binned_error

LABELS = ("critical", "neutral", "supportive")


def three(label: str) -> str:
    """``no_target`` counts as neutral."""
    return "neutral" if label == "no_target" else label


def figures(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """Percent: macro-F1 of three classes, F1 of each, precision of signed labels, sign errors; gold mixed is left out."""
    table = Counter((three(g), three(s)) for g, s in zip(gold, said, strict=True) if g != "mixed")
    each = {}
    for x in LABELS:
        hit = table[x, x]
        wrong = sum(n for (g, s), n in table.items() if (g == x) != (s == x))
        each[x] = 2 * hit / (2 * hit + wrong) if hit else 0.0
    called = sum(n for (_, s), n in table.items() if s in ("critical", "supportive"))
    right = table["critical", "critical"] + table["supportive", "supportive"]
    signed = sum(n for (g, _), n in table.items() if g in ("critical", "supportive"))
    flipped = table["critical", "supportive"] + table["supportive", "critical"]
    return {
        "macro_f1": round(100 * sum(each.values()) / 3, 1),
        **{k: round(100 * v, 1) for k, v in each.items()},
        "f1_pn": round(50 * (each["critical"] + each["supportive"]), 1),
        "precision": round(100 * right / max(1, called), 1),
        "sign_errors": round(100 * flipped / max(1, signed), 1),
    }


def errors(found: Iterable[tuple[str, Stance, str]], most: int) -> Iterator[str]:
    """A line on each of the first ``most`` errors among gold label, stance and quoted words: both labels, words and clues."""
    missed = ((g, s, text) for g, s, text in found if g != "mixed" and three(g) != three(s.label))
    for gold, stance, text in islice(missed, most):
        clues = "; ".join(f"{c.rule} {c.weight:+.2f} {c.text}" for c in stance.evidence) or "no rule fired"
        yield f"{stance.target}: {gold}, not {stance.label}: {text[:200]!r}: {clues}"


def calibration_error(gold: Sequence[str], given: Sequence[Three], thresholds: tuple[float, float]) -> float:
    """Expected calibration error (0-1) of the confidence in the label that is given, in ten bins of equal width."""
    called = []
    for g, p in zip(gold, given, strict=True):
        if g != "mixed":
            label = verdict(p, thresholds, "neutral")
            sure = {"critical": p[0], "supportive": p[2]}.get(label, p[1])
            called.append((sure, three(label) == three(g)))
    return binned_error(called)
