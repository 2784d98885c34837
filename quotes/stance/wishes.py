"""Words to the target itself: good wishes ("Mr Putin, I hope you win", "bravo, Russia") and pleas for its help."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Clue
from quotes.stance.mentions import Hold, bearer
from quotes.stance.subjects import cases, lemmas, subjects
from quotes.stance.view import View

_WISH = 0.7
_CHEER = 1.0
_PLEA = 0.45


def wishes(view: View) -> Iterator[Clue]:
    """At most one wish and one plea of a speaker who is not the target's own."""
    if view.scene.own_side:
        return
    addressed = next((h for i in sorted(view.part.quoted) if (h := _addressed(view, i)) is not None), None)
    if addressed is not None:
        yield from _wished(view, addressed)
    yield from _pleas(view)


def _addressed(view: View, token: int) -> Hold | None:
    """The target spoken to: set off by commas beside "you", or so by the tree."""
    hold = view.holds.get(token)
    if hold is None or hold.bond != "is" or hold.kind in ("self", "pronoun", "adjective"):
        return None
    s = view.s
    if s.tokens[token].base == "vocative":
        return hold
    below = [
        k for k in s.subtree(token) if s.tokens[k].base in ("nmod", "flat", "compound", "det") and s.tokens[k].upos == "PROPN"
    ]
    first, last = min([token, *below]), max([token, *(k for k in below if k > token)])
    before = s.tokens[first - 1].text if first > 0 else ","
    after = s.tokens[last + 1].text if last + 1 < len(s.tokens) else ","
    apart = before in ("“", '"', "‘", ",", ":") and after in (",", "!", ".", "”", '"')
    you = any(s.tokens[k].text.lower() in ("you", "your") for k in view.part.quoted)
    cheer = any(view.has(k, "cheers") for k in view.part.quoted)
    return hold if apart and (you or cheer) and s.tokens[token].base not in ("obj", "obl", "conj", "appos") else None


def _wished(view: View, to: Hold) -> Iterator[Clue]:
    """Hope and wishes for "you", and cheers: bravo, good luck, well done."""
    for i in sorted(view.part.quoted):
        t = view.s.tokens[i]
        if view.has(i, "cheers") and _is_cheer(view, i):
            yield Clue("praise/cheer:theme", t.text, t.start, t.end, round(_CHEER * to.weight, 3))
            return
        if view.has(i, "well_wishes") and t.upos == "VERB" and any(view.who(x) == "self" for x in view.s.children(i, "nsubj")):
            clauses = [c for c in view.s.children(i, "ccomp") if any(_is_you(view, x) for x in view.s.children(c, "nsubj"))]
            given = any(_is_you(view, x) for x in view.s.children(i, "iobj"))
            if (given or clauses) and not any(_is_reproach(view, c) for c in clauses):
                yield Clue("praise/wish:theme", t.text, t.start, t.end, round(_WISH * to.weight, 3))
                return


def _is_you(view: View, token: int) -> bool:
    return view.s.tokens[token].text.lower() == "you"


def _is_cheer(view: View, token: int) -> bool:
    """ "Luck" and "done" cheer only with "good" and "well"."""
    with_it = lemmas(view.s, token, "amod", "advmod")
    low = view.s.tokens[token].lemma.lower()
    return low not in ("luck", "done", "do") or bool(with_it & {"good", "best", "well"})


def _is_reproach(view: View, clause: int) -> bool:
    """Who hopes that one stops, pays or understands blames; a negated wish too."""
    negated = any(view.has(c, "negators") for c in view.s.children(clause, "advmod"))
    bad = any(p.entry.agent < 0 and p.start <= clause < p.end for p in view.predicates)
    return negated or bad or view.has(clause, "stoppers") or view.has(clause, "reproached")


def _pleas(view: View) -> Iterator[Clue]:
    """Asked Lodvia for help, turned to Lodvia with a request “to provide assistance”."""
    s = view.s
    for i, t in enumerate(s.tokens):
        if t.upos != "VERB" or not view.has(i, "askings") or not any(view.who(x) == "self" for x, _, _ in subjects(s, i)):
            continue
        asked = next((h for c in s.children(i, "obj", "iobj", "obl") if (h := view.holds.get(c)) is not None), None)
        if asked is None or asked.bond != "is" or any(bearer(s, view.holds, c) is None for c in s.children(asked.token, "conj")):
            continue
        requests = [c for c in s.children(i, "obl", "obj") if view.has(c, "pleas")]
        for_it = (c for c in s.children(i, "obl") if "for" in cases(s, c))
        below = [*s.children(i, "xcomp", "ccomp", "advcl"), *(k for r in requests for k in s.children(r, "acl", "nmod")), *for_it]
        helps = next((c for c in below if _is_help(view, c) and c in view.part.quoted), None)
        if helps is not None:
            word = s.tokens[helps]
            yield Clue("help/plea:theme", word.text, word.start, word.end, round(_PLEA * asked.weight, 3))
            return


def _is_help(view: View, token: int) -> bool:
    """Help itself, or the giving of it."""
    return view.has(token, "succour") or any(view.has(c, "succour") for c in view.s.children(token, "obj"))
