"""Calls on the target to change course (R4)."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.mentions import Hold, bearer
from quotes.stance.subjects import cases, coordinated, is_passive, lemmas, subjects
from quotes.stance.view import View
from quotes.stance.walk import asks


def calls(view: View) -> Iterator[Clue]:
    """ "Russia must withdraw", "Putin has to respect the treaty", "we call on Russia to end its support"."""
    if not view.scene.own_side:
        yield from _duties(view)
        yield from _requests(view)
        yield from _appeals(view)
        yield from _orders(view)
        yield from _awaited(view)


def _duties(view: View) -> Iterator[Clue]:
    for i, t in enumerate(view.s.tokens):
        if t.upos != "VERB" or i not in view.part.quoted:
            continue
        hold = next((h for s, _, _ in subjects(view.s, i) if (h := bearer(view.s, view.holds, s)) is not None), None)
        if (
            hold is None
            or hold.bond != "is"
            or is_passive(view.s, i)
            or _is_one_of_several(view, hold.token)
            or any(p.start <= i < p.end and p.entry.agent for p in view.predicates)
        ):
            continue
        strength = 0.0 if _indirect(view, i) else _duty(view, i)
        if strength:
            yield Clue("call/change-course:agent", t.text, t.start, t.end, round(-strength * hold.weight, 3))


def _appeals(view: View) -> Iterator[Clue]:
    """ "Mr. Putin, end this war": the target is spoken to and told what to do."""
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if t.upos != "VERB" or view.s.children(i, "nsubj") or not view.has(i, "compliance"):
            continue
        hold = next((view.holds[c] for c in view.s.children(i, "vocative") if c in view.holds), None)
        if hold is not None and hold.bond == "is":
            yield Clue("call/appeal:agent", t.text, t.start, t.end, round(-0.9 * hold.weight, 3))


def _orders(view: View) -> Iterator[Clue]:
    """ "Stop this war," she told Putin; "Go home!" they shouted at the Russian soldiers."""
    s, cue = view.s, view.part.cue
    if cue is None:
        return
    told = [c for c in s.children(cue, "obj", "iobj", "obl") if c not in view.part.quoted]
    held = (
        view.holds.get(c) or bearer(s, view.names.holds, c)
        for c in told
        if s.tokens[c].base != "obl" or cases(s, c) & {"to", "at"}
    )
    hold = next((h for h in held if h is not None and h.bond == "is"), None)
    if hold is None:
        return
    for i in sorted(view.part.quoted):
        t = s.tokens[i]
        if t.upos == "VERB" and t.xpos in ("VB", "VBP") and not s.children(i, "nsubj", "mark", "aux") and _is_order(view, i):
            yield Clue("call/order:agent", t.text, t.start, t.end, round(-0.8 * hold.weight, 3))
            return


def _awaited(view: View) -> Iterator[Clue]:
    """Nothing will be until it withdraws; the only solution is that it leaves."""
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if t.upos != "VERB" or not _is_withdrawal(view, i):
            continue
        hold = next((h for x in view.s.children(i, "nsubj") if (h := bearer(view.s, view.holds, x)) is not None), None)
        if hold is None or hold.bond != "is" or _is_one_of_several(view, hold.token):
            continue
        over = [*view.s.children(i, "nsubj:outer"), *((t.head, *view.s.children(t.head, "nsubj")) if t.head >= 0 else ())]
        remedy = any(view.has(k, "remedies") for k in over)
        if remedy or lemmas(view.s, i, "mark", "advmod") & {"until", "unless", "till"}:
            yield Clue("call/awaited:agent", t.text, t.start, t.end, round(-0.7 * hold.weight, 3))
            return


def _is_withdrawal(view: View, verb: int) -> bool:
    """Stop, withdraw; leave, pull back."""
    return view.has(verb, "commands") or view.s.tokens[verb].lemma.lower() in ("leave", "pull")


def _is_order(view: View, verb: int) -> bool:
    """Stop, withdraw; go home, give back, let them in."""
    if view.has(verb, "commands"):
        return True
    below = view.s.children(verb, "compound", "advmod", "obl", "obj", "xcomp", "ccomp")
    return view.has(verb, "removals") and any(view.has(c, "aways") for c in below)


def _indirect(view: View, verb: int) -> bool:
    """How X should respond, the way X should respond: what X should do is asked, not told; "must stand together" asks an ally."""
    if view.s.tokens[verb].rel == "acl:relcl" or asks(view.s, verb):
        return True
    below = view.s.children(verb, "advmod", "obj", "xcomp")
    return any((c < verb and view.s.tokens[c].xpos in ("WRB", "WP")) or view.has(c, "jointly") for c in below)


def _duty(view: View, verb: int) -> float:
    """How much a clause asks of its subject: must and should ask for anything, "has to" and "needs to" may tell a need."""
    t = view.s.tokens[verb]
    if t.rel == "xcomp" and t.head >= 0 and view.has(t.head, "duty_verbs"):
        return 0.9 if view.has(verb, "compliance") else 0.0
    aux = lemmas(view.s, verb, "aux")
    if not view.has(verb, "compliance") and (view.has(verb, "undemanding") or is_passive(view.s, verb) or "have" in aux):
        return 0.0  # "Lodvia should win", "should be heard", "must have known"
    return 1.1 if "must" in aux else 0.8 if aux & view.rules.words["duty_modals"] else 0.0


def _requests(view: View) -> Iterator[Clue]:
    s = view.s
    for i, t in enumerate(s.tokens):
        if t.upos != "VERB" or not view.has(i, "requests") or (i not in view.part.quoted and i != view.part.cue):
            continue
        if _by_others(view, i) or _is_for_talks(view, i):
            continue
        told = _told(view, i)
        if told is not None:
            yield Clue("call/request:theme", t.text, t.start, t.end, round(-0.9 * told.weight, 3))
            continue
        asked = next((view.holds[c] for c in s.children(i, "obj", "obl", "iobj") if c in view.holds), None)
        below = [c for c in s.children(i, "xcomp", "ccomp", "advcl") if view.has(c, "compliance")]
        if asked is None or asked.bond != "is" or not below or _is_one_of_several(view, asked.token):
            continue
        asked_to_go = t.lemma.lower() == "ask" and _is_withdrawal(view, below[0])
        weight = 0.9 if view.has(i, "strong_requests") or asked_to_go else 0.2
        word = s.tokens[below[0]]
        yield Clue(
            "call/request:theme",
            f"{t.text} … {word.text}",
            min(t.start, word.start),
            max(t.end, word.end),
            round(-weight * asked.weight, 3),
        )


def _told(view: View, verb: int) -> Hold | None:
    """The target as the subject of what is demanded: "demand that Russia withdraws"; a warning demands nothing."""
    if not view.has(verb, "strong_requests") or view.s.tokens[verb].lemma.lower() == "warn":
        return None
    below = (c for c in view.s.children(verb, "ccomp") if view.has(c, "compliance"))
    found = (view.holds.get(x) for c in below for x in view.s.children(c, "nsubj"))
    return next((h for h in found if h is not None and h.bond == "is" and not _is_one_of_several(view, h.token)), None)


def _is_one_of_several(view: View, token: int) -> bool:
    """ "Russia and Ukraine", "both Moscow and Kyiv": who calls on both sides takes none."""
    return any(c not in view.holds for c in coordinated(view.s, token))


def _is_for_talks(view: View, verb: int) -> bool:
    """Urged to negotiate, to show restraint: a call for talks blames nobody (R4)."""
    below = [k for c in view.s.children(verb, "xcomp", "ccomp", "advcl") for k in view.s.subtree(c)]
    return any(view.has(k, "conciliation") for k in below)


def _by_others(view: View, verb: int) -> bool:
    return any(view.who(x) == "third" and view.is_person(x) for x, _, _ in subjects(view.s, verb))
