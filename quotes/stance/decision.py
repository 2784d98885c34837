"""From the encoder's scores and the rules' findings to one calibrated verdict: a logistic regression over named features.

The weights are a JSON file (``weights.json`` of the model), so a reader can see what counts for how much.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.model import Alignment, Stance, StanceLabel

SCORES = 8
"""Critical, neutral, supportive; not addressed, addressed; alignment anti, none, pro."""
Three = tuple[float, float, float]
"""Probabilities of critical, neutral, supportive."""
MIXED = 0.36
"""A verdict is mixed where both signs have at least this probability."""
ALIGNED = 0.6
"""Least probability of an alignment that is reported."""


@dataclass(frozen=True)
class Weights:
    """The trained regression: per feature its weight for critical and for supportive, against neutral."""

    critical: Mapping[str, float]
    supportive: Mapping[str, float]
    bias: tuple[float, float]
    thresholds: tuple[float, float]
    """Least probability of critical and of supportive that is called so; below it the verdict is neutral."""

    @classmethod
    def read(cls, text: str) -> Weights:
        """From the JSON that ``to_json`` writes. Raises KeyError or ValueError if it is something else."""
        data = json.loads(text)
        bias, thresholds = data["bias"], data["thresholds"]
        return cls(data["critical"], data["supportive"], (bias[0], bias[1]), (thresholds[0], thresholds[1]))

    def to_json(self) -> str:
        """One readable JSON object."""
        return json.dumps({k: getattr(self, k) for k in ("critical", "supportive", "bias", "thresholds")}, indent=1) + "\n"


def features(scores: Sequence[float] | None, stance: Stance) -> dict[str, float]:
    """Named features of one statement toward one target; ``scores`` are the encoder's, None where it did not read it.

    The rules enter by their verdict, not one by one: weights per class of rule gained nothing on quotations that the rules had
    not been written against. The encoder has weights of its own where the quoted words do not name the target, and for those
    who speak for it.
    """
    out = {
        f"evidence={stance.target_evidence}": 1.0,
        "own side": float(stance.own_side),
        f"rules say {stance.label}": 1.0,
        "rules' score": stance.score,
    }
    if stance.elsewhere is not None:
        out["same speaker elsewhere"] = stance.elsewhere.weight
    if scores is None:
        return out
    stand, spoken, side = (_log_softmax(scores[a:b]) for a, b in ((0, 3), (3, 5), (5, SCORES)))
    read = {"encoder critical": stand[0] - stand[1], "encoder supportive": stand[2] - stand[1]}
    cases = {"target not named": stance.target_evidence != "explicit", "own side": stance.own_side}
    apart = {f"{k}, {case}": v for case, holds in cases.items() if holds for k, v in read.items()}
    rest = {
        "encoder addressed": spoken[1] - spoken[0],
        "encoder anti": side[0] - side[1],
        "encoder pro": side[2] - side[1],
    }
    return out | read | apart | rest


def probabilities(given: Mapping[str, float], weights: Weights) -> Three:
    """Calibrated probabilities of critical, neutral, supportive."""
    critical = weights.bias[0] + sum(v * weights.critical.get(k, 0.0) for k, v in given.items())
    supportive = weights.bias[1] + sum(v * weights.supportive.get(k, 0.0) for k, v in given.items())
    c, n, s = (math.exp(x) for x in _log_softmax((critical, 0.0, supportive)))
    return c, n, s


def verdict(given: Three, thresholds: tuple[float, float], rules: StanceLabel) -> StanceLabel:
    """The label: the likelier sign if it reaches its threshold, else neutral (or no_target where the rules see no target)."""
    c, _, s = given
    if c >= MIXED and s >= MIXED:
        return "mixed"
    if c >= thresholds[0] and c >= s:
        return "critical"
    if s >= thresholds[1] and s > c:
        return "supportive"
    return "no_target" if rules == "no_target" else "neutral"


def aligned(scores: Sequence[float]) -> Alignment:
    """What a neutral statement favours by its position on somebody else, where the encoder is sure enough of it."""
    anti, none, pro = (math.exp(x) for x in _log_softmax(scores[5:SCORES]))
    if max(anti, pro) < max(ALIGNED, none):
        return "none"
    return "anti" if anti > pro else "pro"


def _log_softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    total = top + math.log(sum(math.exp(x - top) for x in scores))
    return [x - total for x in scores]
