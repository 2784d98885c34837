"""Sieve 3: what the sentence before a quotation leads in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.fallback import colon
from quotes.attribute.handed import handed
from quotes.attribute.keep import alone
from quotes.attribute.layout import Layout
from quotes.attribute.mention import prepositions
from quotes.attribute.sort import PEOPLE, sort
from quotes.attribute.voice import passive
from quotes.attribute.within import adjacent
from quotes.match import Match
from quotes.model import Sentence

_HEARERS = frozenset({"PROPN", "NOUN", "PRON"})
_REPORTER = frozenset({"i", "we"})
_EXAMPLE, _OWNER = frozenset({"like", "as", "including"}), frozenset({"of", "for"})
"""What ties a person to several whose example he is, and to a thing of his."""
_FROM = frozenset({"From", "By"})
_CLAUSAL = frozenset({"that", "which", "this"})
_FAR = 3
"""Paragraphs above a quotation in which somebody may be reported who goes on in it."""
_TERM = 2
"""Words of the longest term in marks."""
_SHORT = 14
"""Tokens of a lead-in sentence without content."""
_BULLET = re.compile(r"(?:[-–—•*▪]|\(?(?:\d{1,2}|[a-z])[.)])\s*\Z")
"""Before a quotation that is an item of a list."""
_LOOK = 40
"""Characters between a quotation and a sentence beside it."""


def lead_in(drafts: Sequence[Draft], layout: Layout, step: Step) -> None:
    """Sieve 3: the sentence before ends in a colon, or has a cue and no quotation of its own, or tells what somebody does."""
    known = {id(d.quoted): d for d in drafts}
    for d in drafts:
        before = layout.before(d.quoted.outer_start) if d.choice is None and d.opens and d.joins is None and not d.apart else None
        gap = "" if before is None else _between(before, d, layout)
        if before is None or len(gap) > _LOOK or not before.tokens or _BULLET.sub("", gap).strip(" \n\r\t\"“”'‘’"):
            continue
        leads = _leads(before, d) if step == "colon" else before.tokens[-1].text != ":" and not _quotes(before, known, layout)
        if not leads:
            continue
        found = _STEPS[step](before, layout)
        if found is not None and (_urged(found, layout) or _suffers(found, layout) or _in_question(found, layout)):
            continue
        far = before.paragraph != d.quoted.paragraph and len(before.tokens) > _SHORT
        if found is not None and not (step == "actor" and far):
            d.choice, d.rule = found, found.rule


def _leads(before: Sentence, d: Draft) -> bool:
    """Whether the sentence before ends in a colon, or in a comma that ends its paragraph."""
    last = before.tokens[-1].text
    return last == ":" or (last == "," and before.paragraph != d.quoted.paragraph)


def _between(before: Sentence, d: Draft, layout: Layout) -> str:
    """What stands between a sentence and a quotation behind it, without what is no paragraph."""
    start, end = before.end, d.quoted.outer_start
    if d.quoted.paragraph == before.paragraph + 1:
        paragraphs = layout.document.paragraphs
        return layout.gap(start, paragraphs[before.paragraph][1]) + "\n" + layout.gap(paragraphs[d.quoted.paragraph][0], end)
    return layout.gap(start, end)


def led_out(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 6: a quotation that opens an article or a passage, alone in its paragraph: the person whom the next one brings in.

    ``“I never looked back.”`` / ``Anna Lind was twelve when she first went to sea.``
    """
    for d in drafts:
        if d.choice is not None or not d.opens or d.joins is not None or d.apart or not alone(d, layout) or not d.quoted.closed:
            continue
        behind = layout.after(d.quoted.outer_end)
        if behind is None or behind.paragraph != d.quoted.paragraph + 1 or layout.covered(behind) or not behind.tokens:
            continue
        found = _actor(behind, layout)
        if found is not None and found.sentence.tokens[found.head].upos != "PRON" and not _reported(d, layout):
            d.choice, d.rule = replace(found, rule="lead-out", order=160), "lead-out"


def _reported(d: Draft, layout: Layout) -> bool:
    """Whether somebody's words are reported in the paragraphs above, who may go on."""
    verbs = layout.ruleset.list("core") | layout.ruleset.list("source")
    at = layout.before(d.quoted.outer_start)
    while at is not None and d.quoted.paragraph - at.paragraph <= _FAR:
        if _strong(at, layout, verbs) is not None:
            return True
        at = layout.before(at.start)
    return False


def _quotes(sentence: Sentence, known: Mapping[int, Draft], layout: Layout) -> bool:
    """Whether a sentence has a quotation of its own; a word or two in marks that nobody says are none: ``a "bark-in"``."""
    if not layout.covered(sentence):
        return False
    own = [known.get(id(q)) for q in layout.quotations(sentence.start, sentence.end)]
    return any(d is None or d.words > _TERM or d.choice is not None for d in own)


def _announced(sentence: Sentence, layout: Layout) -> Candidate | None:
    """Before a colon: the source of the main cue, else the subject."""
    if not layout.covered(sentence):
        beside = sorted(adjacent(sentence, range(len(sentence.tokens)), "before", layout), key=lambda c: c.order)
        if beside:
            return replace(beside[0], rule="lead-in-colon", order=130)
    strong = _strong(sentence, layout)
    if strong:
        return Candidate("lead-in-colon", 130, 0, sentence, strong.speaker, strong.cue)
    subjects = sorted(colon(sentence, range(len(sentence.tokens)), layout), key=lambda c: c.distance)
    if not subjects:
        return _headed(sentence) or handed(sentence, range(len(sentence.tokens)), layout.ruleset, "lead-in-colon", 131)
    return replace(subjects[0], rule="lead-in-colon", order=131)


def _headed(sentence: Sentence) -> Candidate | None:
    """The person whose words a line without a verb opens: ``From Anna Lind, head of the Harbour Institute:``, ``Anna Lind, of the
    Harbour Institute, Norden:``."""
    tokens = sentence.tokens
    first = int(tokens[0].text in _FROM)
    if len(tokens) <= first or tokens[first].ner != "B-PER" or any("VerbForm=Fin" in t.feats for t in tokens):
        return None
    head = first if tokens[first].base not in ("flat", "compound") else tokens[first].head
    told = first or next((t.text for t in tokens[1:] if t.ner != "I-PER"), "") == ","
    return Candidate("lead-in-colon", 131, 0, sentence, head, None) if told and head >= first else None


def _strong(sentence: Sentence, layout: Layout, lemmas: frozenset[str] | None = None) -> Match | None:
    """The match of the uppermost verb of saying."""
    strong = [m for m in layout.matches(sentence) if m.rule.order < STRONG]
    strong = [m for m in strong if lemmas is None or sentence.tokens[m.cue].lemma.lower() in lemmas]
    return min(strong, key=lambda m: len(list(sentence.ancestors(m.cue))), default=None)


def _aside(sentence: Sentence, cue: int) -> bool:
    """Whether a cue stands in a relative clause: ``Lind believes that the zeal with which Park had answered has died down.``"""
    return any(sentence.tokens[i].rel == "acl:relcl" for i in (cue, *sentence.ancestors(cue)))


def _asked(sentence: Sentence, found: Match) -> int:
    """Who answers: whom the reporter asks (``I asked Lind what the book was for.``), else the source."""
    tokens = sentence.tokens
    if tokens[found.cue].lemma.lower() == "ask" and tokens[found.speaker].rel == "obl:agent":
        return next(iter(sentence.children(sentence.root, "nsubj")), found.speaker)  # Asked by the judge who did it, he pointed.
    if tokens[found.cue].lemma.lower() != "ask" or tokens[found.speaker].text.lower() not in _REPORTER:
        return found.speaker
    asked = next((i for i in sentence.children(found.cue, "obj", "iobj") if tokens[i].upos in _HEARERS), found.speaker)
    named = asked + 1 < len(tokens) and tokens[asked].upos == "NOUN" and tokens[asked + 1].ner == "B-PER"
    return asked + named  # coauthor Anna Lind


def _cued(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The source of a verb that hardly means anything but saying (``Lind said the town was lost.``), or, of a short sentence,
    of one that reports without saying what (``Lind agreed.``)."""
    lists = layout.ruleset
    found = _strong(sentence, layout, lists.list("core") | lists.list("source"))
    relative = found is not None and _aside(sentence, found.cue)
    main = sentence.tokens[sentence.root].lemma.lower() in lists.list("speak") | lists.list("think") or _feels(sentence)
    if found is not None and not (relative and main):
        return Candidate("lead-in-cue", 132, 0, sentence, _asked(sentence, found), found.cue)
    held = handed(sentence, range(len(sentence.tokens)), lists, "lead-in-cue", 132) or _following(sentence, layout)
    if held is not None:
        return held
    subjects = sentence.children(sentence.root, "nsubj")
    talks = sentence.tokens[sentence.root].lemma.lower() in lists.list("talk")
    tells = (
        talks or sentence.tokens[sentence.root].lemma.lower() in lists.list("speak") or sentence.children(sentence.root, "ccomp")
    )
    long = len(sentence.tokens) > _SHORT and not (tells and any(_teller(sentence, i) for i in subjects))
    if not (main or talks) or (long and not relative):
        return None
    return Candidate("lead-in-cue", 132, 0, sentence, subjects[0], sentence.root) if subjects else None


def _following(sentence: Sentence, layout: Layout) -> Candidate | None:
    """Who gives out what follows: ``The trustees handed out the following statement, but took no questions.``"""
    tokens = sentence.tokens
    for t in tokens:
        if t.text.lower() != "following" or tokens[t.head].lemma.lower() not in layout.ruleset.list("noun"):
            continue
        subjects = sentence.children(tokens[t.head].head, "nsubj") if tokens[t.head].base == "obj" else []
        if subjects and t.rel == "amod":
            return Candidate("lead-in-cue", 132, 0, sentence, subjects[0], tokens[t.head].head)
    return None


def _feels(sentence: Sentence) -> bool:
    """Whether the sentence tells what somebody is sure, glad or afraid of: ``Lind is hopeful that the harbour will open.``"""
    root = sentence.root
    return sentence.tokens[root].upos == "ADJ" and bool(sentence.children(root, "cop")) and bool(sentence.children(root, "ccomp"))


def _teller(sentence: Sentence, i: int) -> bool:
    """Whether a subject is somebody: a name, he or she."""
    return sentence.tokens[i].upos == "PROPN" or sentence.tokens[i].text.lower() in ("he", "she")


def _hinted(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The source of any verb that may report."""
    found = _strong(sentence, layout)
    return None if found is None else Candidate("lead-in-cue", 133, 0, sentence, found.speaker, found.cue)


def _actor(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The person who is the subject of the sentence before (``Lind shook her head.``), whose life or case is (``The life of
    Anna Lind is at the other extreme.``), or who is named for several (``Some people, like Lind, go by boat.``)."""
    subjects = sentence.children(sentence.root, "nsubj")
    if not subjects:
        return None
    tokens, subject = sentence.tokens, subjects[0]
    plural = "Number=Plur" in tokens[subject].feats
    found = Candidate("lead-in-actor", 134, 0, sentence, subject, None)
    if plural or tokens[subject].lemma.lower() in layout.ruleset.list("lot"):
        wanted = _EXAMPLE if plural else _OWNER
        tied = sentence.children(subject, "nmod")
        people = (i for i in tied if tokens[i].ner.endswith("PER"))
        named = (i for i in people if prepositions(sentence, i) & wanted or (not plural and tokens[i].rel == "nmod:poss"))
        person = next(named, None)
        return None if person is None else replace(found, head=person)
    return found if sort(found, layout.ruleset) in PEOPLE | {"pronoun"} else None


def _topic(sentence: Sentence, layout: Layout) -> Candidate | None:
    """The one person whom a sentence of any length tells about, by name or pronoun."""
    found = _actor(sentence, layout)
    if found is None or sentence.tokens[found.head].upos not in ("PROPN", "PRON") or sentence.children(found.head, "conj"):
        return None
    return replace(found, rule="lead-in-topic", order=155)


def _urged(c: Candidate, layout: Layout) -> bool:
    """Whether the subject is only told something (``All are urged to stay calm.``); who is asked answers."""
    lemma = c.sentence.tokens[c.cue].lemma.lower() if c.cue is not None else "ask"
    return lemma != "ask" and lemma in layout.ruleset.list("told") and passive(c, layout)


def _in_question(c: Candidate, layout: Layout) -> bool:
    """Whether a question only tells what somebody said, or asks who knows it: ``Who remembers that Lind left the town?``"""
    tokens = c.sentence.tokens
    if c.cue is None or tokens[-1].text != "?":
        return False
    below = tokens[c.cue].base == "ccomp" and tokens[c.head].head == c.cue
    return below or tokens[c.cue].lemma.lower() in layout.ruleset.list("think")


def _suffers(c: Candidate, layout: Layout) -> bool:
    """Whether it is a thing, or somebody to whom something is done in a relative clause: ``soldiers who were posted there``."""
    if c.cue is None:
        return False
    relative = c.sentence.tokens[c.cue].rel == "acl:relcl" and passive(c, layout)
    return relative or c.sentence.tokens[c.head].text.lower() in _CLAUSAL | layout.ruleset.list("nobody")


Step = Literal["colon", "cue", "actor", "hint", "topic"]
_STEPS: Mapping[Step, Callable[[Sentence, Layout], Candidate | None]] = {
    "colon": _announced,
    "cue": _cued,
    "actor": _actor,
    "hint": _hinted,
    "topic": _topic,
}
