"""Cues that report nothing: what people in general would call it, what somebody ought to see, what a relative clause tells."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import Candidate
from quotes.model import Quoted, Sentence
from quotes.ruleset import Ruleset

_WOULD = frozenset({"could", "may", "might", "would"})
OUGHT = frozenset({"must", "ought", "should"})
"""Modals of what somebody ought to say, and has not said."""
THOUGHTS = frozenset({"thought-inside", "judging-verb", "act-infinitive"})
"""Rules whose cue need not be a verb of saying."""
_ANY = frozenset({"after-np-any-verb", "after-any-verb-np"})
_SEVERAL = frozenset({"any", "most", "many", "others", "some"})
_NAMED = frozenset({"acl", "appos", "case", "det", "nmod"})
"""What tells which of several is meant."""
_LEADS = frozenset({"DET", "ADJ", "ADV", "PUNCT"})


def supposed(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether people in general would call it so (``what hikers would call a "good road"``), or somebody only ought to think
    or say it (``the teachers must understand that "all or nothing" is no plan``)."""
    if c.cue is None:
        return False
    tokens = c.sentence.tokens
    lemma = tokens[c.cue].lemma.lower()
    if _reputed(c, ruleset) or _general(c, ruleset):
        return True
    modals = {tokens[i].lemma.lower() for i in c.sentence.children(c.cue, "aux")}
    free = tokens[c.cue].rel == "acl:relcl" and tokens[tokens[c.cue].head].text.lower() == "what"
    free = free or any(tokens[i].text.lower() == "what" for i in c.sentence.children(c.cue, "obj"))
    if free and modals & _WOULD and lemma in ruleset.list("call"):
        return _anybody(c)
    if free and modals & OUGHT and lemma in ruleset.list("core"):
        return True
    if _nameless(c, ruleset) or (c.rule in THOUGHTS and lemma in ruleset.list("doing") and _bare(c)):
        return True
    return bool(modals & OUGHT) and c.rule in THOUGHTS and lemma in ruleset.list("think") - ruleset.list("sign")


def _reputed(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether others say it of the subject: ``The guests said to have drunk "an ocean" left``; who was said to do so, and who
    said that to have patience is a gift, are not meant."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    behind = tokens[cue + 1 : cue + 4]
    if tokens[cue].lemma.lower() not in ruleset.list("reputed") or c.head > cue or len(behind) < 3 or behind[0].text != "to":
        return False
    if c.sentence.children(cue, "aux"):
        return False
    done = behind[1].lemma == "have" and behind[2].upos in ("ADV", "AUX", "VERB")
    return done or (behind[1].lemma == "be" and tokens[cue].lemma.lower() != "say")


def _general(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether what follows a comma within the marks is the speaker's too: ``“We are not blind,” good men do not steal.``"""
    if c.rule not in _ANY or c.cue is None or c.sentence.tokens[c.cue].lemma.lower() in ruleset.list("speak"):
        return False
    token, negations = c.sentence.tokens[c.head], c.sentence.children(c.cue, "advmod")
    does = c.sentence.children(c.cue, "obj") or any(c.sentence.tokens[i].lemma == "not" for i in negations)
    several = token.upos in ("NOUN", "PROPN") and "Number=Plur" in token.feats and token.ner == "O"
    return bool(does) and several and not c.sentence.children(c.head, *_NAMED, "nummod")


def _bare(c: Candidate) -> bool:
    """Whether the cue has no clause: ``They decided to move into the "Lodge"``."""
    return c.cue is not None and not c.sentence.children(c.cue, "ccomp", "parataxis")


def _nameless(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether it is what nobody in particular calls so: ``the loophole called an "inversion"``."""
    token = c.sentence.tokens[c.cue or 0]
    beside = c.head + 1 == c.cue and c.sentence.tokens[c.head].base in ("obj", "obl")
    named = (beside or (token.rel == "acl" and token.head == c.head)) and token.lemma.lower() in ruleset.list("named")
    return named and token.text[-3:] != "ing" and not c.sentence.children(c.cue or 0, "obl:agent", "nsubj", "aux")


def _anybody(c: Candidate) -> bool:
    """Whether the subject is a bare plural, or "some", "most people"."""
    token = c.sentence.tokens[c.head]
    plural = token.upos == "NOUN" and "Number=Plur" in token.feats
    which = [i for i in c.sentence.children(c.head, *_NAMED) if c.sentence.tokens[i].text.lower() not in _SEVERAL]
    return not which and (plural or token.text.lower() in _SEVERAL | {"people"})


def told(c: Candidate, found: Sequence[Candidate], quoted: Quoted) -> bool:
    """Whether the cue stands in a relative clause that closes with a comma before what a naming verb above it says: ``Lind called
    the building of the harbour, which Park had proposed, a "gift to the coast"``."""
    if c.cue is None or not _apart(c.sentence, quoted):
        return False
    tokens, cue = c.sentence.tokens, c.cue
    top = next((i for i in (cue, *c.sentence.ancestors(cue)) if tokens[i].rel.endswith(":relcl")), None)
    names = (o.cue for o in found if o.rule == "naming-verb" and o.cue is not None and o.sentence is c.sentence)
    first = min(c.sentence.subtree(top)) if top is not None else 0
    commas = tokens[first].text == "," or tokens[first - 1].text == ","
    return top is not None and commas and any(o < first and o in c.sentence.ancestors(top) for o in names)


def _apart(sentence: Sentence, quoted: Quoted) -> bool:
    """Whether a comma and at most an article and adjectives stand before the mark."""
    before = [t for t in sentence.tokens if t.end <= quoted.outer_start]
    while before and before[-1].text != "," and before[-1].upos in _LEADS:
        before.pop()
    return bool(before) and before[-1].text == ","
