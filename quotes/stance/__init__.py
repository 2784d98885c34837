"""Where a quoted speaker stands toward a target: rules over dependency trees, with the evidence for every label."""

from quotes.stance.examples import check
from quotes.stance.explain import explain, listing
from quotes.stance.judge import activations, judge
from quotes.stance.load import load
from quotes.stance.values import StanceRules

__all__ = ["StanceRules", "activations", "check", "explain", "judge", "listing", "load"]
