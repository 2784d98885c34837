"""What the target is told to have done without a word that judges: it did not do what it promised, it "did this"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.mentions import Hold, bearer
from quotes.stance.subjects import lemmas, subjects
from quotes.stance.view import View
from quotes.stance.walk import asks

_BROKEN = -1.0
_DID = -0.7


def doings(view: View) -> Iterator[Clue]:
    """One clue for a broken word, one for the deed that the text tells."""
    if view.scene.own_side:
        return
    yield from _broken_word(view)
    yield from _did_it(view)


def _broken_word(view: View) -> Iterator[Clue]:
    """ "They promised to stop and they did not stop", "signed the agreement and then ignored it"."""
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if t.upos != "VERB" or not view.has(i, "vows") or _is_open(view, i) or (hold := _doer(view, i)) is None:
            continue
        for other in view.s.children(i, "conj", "parataxis"):
            if view.s.tokens[other].upos == "VERB" and _is_same(view, other) and _is_let_down(view, other):
                yield Clue("shortfall/broken-word:agent", t.text, t.start, t.end, round(_BROKEN * hold.weight, 3))
                return


def _is_same(view: View, verb: int) -> bool:
    """Whether the second clause tells of the same doer, or of a pronoun for him."""
    own = view.s.children(verb, "nsubj")
    return all(bearer(view.s, view.holds, x) is not None or view.s.tokens[x].text.lower() in ("it", "they", "he") for x in own)


def _is_let_down(view: View, verb: int) -> bool:
    """Whether the second clause tells that it has not come about: not, never, late, instead, the opposite."""
    below = lemmas(view.s, verb, "advmod", "obj", "cc")
    denied = bool(below & (view.rules.words["negators"] | view.rules.words["reversals"]))
    return denied and not lemmas(view.s, verb, "aux", "mark") & (view.rules.words["conditionals"] | view.rules.words["hedges"])


def _did_it(view: View) -> Iterator[Clue]:
    """ "We know that Lodvia did this", where something near accuses it."""
    if not view.accused:
        return
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if t.lemma.lower() != "do" or t.upos != "VERB" or _is_open(view, i) or (hold := _doer(view, i)) is None:
            continue
        if _is_done(view, i) and _names_it(view, i) and any(_is_that(view, c) for c in view.s.children(i, "obj")):
            yield Clue("interference/did-it:agent", t.text, t.start, t.end, round(_DID * hold.weight, 3))
            return


def _is_done(view: View, verb: int) -> bool:
    """Did, has done, is doing; not "the way they do it", nor "evidence of them doing it"."""
    return view.s.tokens[verb].xpos == "VBD" or bool(view.s.children(verb, "aux"))


def _is_that(view: View, token: int) -> bool:
    """This, that, it; such a thing, these things."""
    t = view.s.tokens[token]
    if t.xpos == "WDT" or token < t.head:
        return False
    if t.text.lower() in ("this", "that", "it"):
        return True
    return t.lemma.lower() in ("thing", "kind", "sort") and bool(
        lemmas(view.s, token, "det", "amod") & view.rules.words["pointing_determiners"]
    )


def _doer(view: View, verb: int) -> Hold | None:
    """The target as the one who does what a verb says."""
    held = (bearer(view.s, view.holds, x) for x, path, _ in subjects(view.s, verb) if not path.startswith("<acl"))
    return next((h for h in held if h is not None and h.bond == "is"), None)


def _names_it(view: View, verb: int) -> bool:
    """Whether the verb has a subject of its own that names the target."""
    return any(x in view.names.tokens or view.names.holds.get(x) is not None for x in view.s.children(verb, "nsubj"))


def _is_open(view: View, verb: int) -> bool:
    """Denied, asked, supposed, only possible or to come."""
    around = lemmas(view.s, verb, "advmod", "aux", "mark")
    words = view.rules.words
    above = view.s.tokens[verb].head
    doubted = above in view.part.quoted and bool(lemmas(view.s, above, "advmod") & words["negators"])
    unsure = words["negators"] | words["hedges"] | words["conditionals"] | words["promises"] | {"must", "should"}
    return bool(around & unsure) or asks(view.s, verb) or doubted
