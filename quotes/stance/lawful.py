"""Conduct that is called lawful: "the flights were carried out in accordance with international law"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.subjects import cases, lemmas
from quotes.stance.view import View

_LAWFUL = 0.8
_OWN = 0.6
"""As ``_LAWFUL``, for who speaks for the target and names nobody else as the doer."""


def lawful(view: View) -> Iterator[Clue]:
    """One clue where the target, or its own side, is said to keep to the law in what it does."""
    for i in sorted(view.part.quoted):
        if not view.has(i, "conformity") or not _with_law(view, i):
            continue
        verb = _governor(view, i)
        if verb is None or _is_demanded(view, verb):
            continue
        weight = _of_target(view, verb)
        if weight:
            t = view.s.tokens[i]
            yield Clue("good/lawful:agent", t.text, t.start, t.end, round(weight, 3))
            return


def _with_law(view: View, noun: int) -> bool:
    """In accordance with the law; within the framework of the treaty."""
    s = view.s
    below = {k for c in s.children(noun, "nmod", "obl") for k in (c, *s.children(c, "conj"))}
    return bool(cases(s, noun) & {"in", "within"}) and any(view.has(c, "laws") for c in below)


def _governor(view: View, noun: int) -> int | None:
    """The verb or noun that is said to be in accordance with it."""
    t = view.s.tokens[noun]
    if view.s.children(noun, "cop", "nsubj"):
        return noun
    return t.head if t.base in ("obl", "nmod", "advcl") and t.head in view.part.quoted else None


def _is_demanded(view: View, verb: int) -> bool:
    """Denied, asked for or only possible."""
    around = lemmas(view.s, verb, "aux", "advmod", "mark")
    words = view.rules.words
    open_ = words["negators"] | words["duty_modals"] | words["hedges"] | words["conditionals"] | {"must", "only"}
    above = view.s.tokens[verb].head
    demanded = above >= 0 and (view.has(above, "requests") or view.has(above, "deontic")) and above in view.part.quoted
    return bool(around & open_) or demanded


def _of_target(view: View, verb: int) -> float:
    """How surely the doer is the target; nobody named beside the own side is it too."""
    s = view.s
    doers = [*s.children(verb, "nsubj", "nsubj:pass"), *(c for c in s.children(verb, "obl") if "by" in cases(s, c))]
    below = {k for c in doers for k in s.subtree(c)}
    if any(k in view.holds for k in below):
        return _LAWFUL
    named = any(s.tokens[k].upos == "PROPN" for k in below)
    return _OWN if view.scene.own_side and view.accused and not named else 0.0
