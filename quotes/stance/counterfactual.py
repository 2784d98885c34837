"""What would be without the target: "if it were not for Lodvia, we would be dead", "without Lodvia there would be no war"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue, Sentence
from quotes.stance.subjects import cases, lemmas
from quotes.stance.view import View

_WEIGHT = 0.9
_FOR_HELP = 1.5
"""As ``_WEIGHT``, where its help is named: the words for what would be count the other way."""
_UNREAL = frozenset(["would", "'d", "’d", "could", "might"])
_FRAME = frozenset(("if", "it", "was", "were", "had", "not", "n't", "n’t", "been", "and", "but"))
"""The words between "if" and "for" that make a condition unreal."""


def indebted(view: View) -> Iterator[Clue]:
    """Who owes the target that it is not worse speaks for it; who says that all would be well without it, against it."""
    if view.scene.own_side:
        return
    for i in sorted(view.part.quoted & set(view.holds)):
        hold = view.holds[i]
        credited = _is_credited(view, i)
        if hold.kind == "self" or not (credited or "without" in cases(view.s, i)):
            continue
        outcome = _outcome(view, i)
        if outcome is None:
            continue
        if hold.bond != "is" and not view.has(i, "helps"):
            continue  # "without its vetoes he would be in court"
        sign = -outcome or float(credited)
        if sign:
            t, weight = view.s.tokens[i], _WEIGHT if hold.bond == "is" else _FOR_HELP
            yield Clue("need/counterfactual:theme", f"… {t.text}", t.start, t.end, round(weight * sign * hold.weight, 3))


def without(view: View) -> Iterator[Clue]:
    """Nothing can be done without the target: "peace is impossible without Lodvia", "we cannot solve it without Lodvia"."""
    if view.scene.own_side:
        return
    s = view.s
    for i in sorted(view.part.quoted & set(view.holds)):
        head = s.tokens[i].head
        if head < 0 or "without" not in cases(s, i) or view.holds[i].bond != "is":
            continue
        denied = any(view.has(c, "negators") for c in s.children(head, "advmod", "obj", "nsubj", "det"))
        if denied or view.has(head, "hopeless"):
            t = s.tokens[i]
            yield Clue("need/without:theme", f"without {t.text}", t.start, t.end, round(0.8 * view.holds[i].weight, 3))


def is_unreal(s: Sentence, token: int) -> bool:
    """Whether a clause supposes what is not so: "if he were serious about peace, he would stop"."""
    at = token
    for _ in range(4):
        head = s.tokens[at].head
        if head < 0:
            return False
        if s.tokens[at].base == "advcl":
            supposed = any(s.tokens[c].lemma.lower() == "if" for c in s.children(at, "mark"))
            finite = [at, *s.children(at, "aux", "cop")]
            past = any(s.tokens[c].xpos == "VBD" for c in finite) and not any(s.tokens[c].xpos == "MD" for c in finite)
            return supposed and past and bool(lemmas(s, head, "aux") & _UNREAL)
        at = head
    return False


def _is_credited(view: View, i: int) -> bool:
    """If it were not for X, had it not been for X, if not for X, but for X."""
    if "for" not in cases(view.s, i):
        return False
    texts = [t.text.lower() for t in view.s.tokens[max(0, i - 9) : i]]
    if "for" not in texts:
        return False  # a broken tree hangs it elsewhere
    before = texts[: len(texts) - 1 - texts[::-1].index("for")]
    if before[-1:] == ["but"]:
        return True
    unreal = bool({"not", "n't", "n’t"} & set(before)) and bool({"if", "had"} & set(before))
    return unreal and all(w in _FRAME for w in before[-5:] if w.isalpha())


def _outcome(view: View, i: int) -> float | None:
    """Whether what would be is good (1), bad (-1) or neither (0); None where nothing "would" be, or it is a game."""
    near = sorted(view.part.quoted, key=lambda k: (abs(k - i), k))
    verb = next((k for k in near if any(view.s.tokens[c].lemma.lower() == "would" for c in view.s.children(k, "aux"))), None)
    if verb is None:
        return None
    below = [k for k in view.s.subtree(verb) if k in view.part.quoted and k != i and k not in view.s.subtree(i)]
    if any(view.has(k, "games") for k in below):
        return None
    bad, good = (any(view.has(k, name) for k in below) for name in ("woes", "blessings"))
    value = -1.0 if bad else 1.0 if good else 0.0
    if bad and view.has(verb, "stoppers"):
        value = 1.0  # "the war would have ended"
    if any(view.has(k, "negators") and view.s.tokens[k].base in ("advmod", "det", "nsubj", "cc") for k in below):
        value = -value or -1.0
    return value
