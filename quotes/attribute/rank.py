"""Which of several proposed speakers goes first: the rules' order, and what speaks against a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.predicate import predicate
from quotes.attribute.within import THIRD, every
from quotes.model import Quoted, Token
from quotes.ruleset import Ruleset

_TREE = 30
"""Surface patterns have orders below this one."""
_INNER = 26
_MUTE = 30
_NOT = frozenset({"not", "never", "n't"})
_TAG = 34
_ACTS = frozenset({"naming-verb", "judging-verb", "act-infinitive"})
_REPORTERS = frozenset({"body", "bodies"})
_SPEAKERS = frozenset({"person", "persons", "body", "bodies", "place", "pronoun"})
_CLAUSAL = frozenset({"that", "this", "these", "those", "what", "there", "which", "you", "him", "them", "me"})
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})


def candidates(quoted: Quoted, layout: Layout, *, opens: bool) -> list[Candidate]:
    """All speakers that sieve 1 proposes for the quotation, best first; ``opens``: it begins a sentence of its own."""
    found = every(quoted, layout) or [c for c in predicate(quoted, layout) if not opens and sort(c, layout.ruleset) in _SPEAKERS]
    found = [c for c in found if not _nobody(c, layout.ruleset)]
    near = any(c.rule == "sentence-cue" for c in found)
    tags = _tags(found, quoted, layout)
    ranked = [
        replace(c, order=c.order + _handicap(c, quoted, layout, opens=opens, near=near) + _TAG * (_place(c) in tags))
        for c in found
    ]
    return sorted(ranked, key=lambda c: (c.order, c.distance))


def _nobody(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether nobody in particular is said to say it: ``Nobody called it "a gift"``, ``No mayor says "never"``, ``You wrote``."""
    words = ruleset.list("nobody")
    tokens = c.sentence.tokens
    return any(tokens[i].text.lower() in words for i in (c.head, *c.sentence.children(c.head, "det", "cc:preconj")))


def _tags(found: Sequence[Candidate], quoted: Quoted, layout: Layout) -> set[tuple[int, int]]:
    """Cues behind the quotation that only tell who reports what somebody is said to have called it before:
    ``Lind denounced the plan as "a gift", the Herald reported``."""
    below = {(c.sentence.index, t.head) for c in found if (t := _act(c, quoted, layout)) is not None}
    return {
        _place(c)
        for c in found
        if _place(c) in below
        and c.cue is not None
        and c.sentence.tokens[c.cue].start >= quoted.outer_end
        and sort(c, layout.ruleset) in _REPORTERS
    }


def _act(c: Candidate, quoted: Quoted, layout: Layout) -> Token | None:
    """The cue before the quotation that names or judges something in a clause that is itself reported."""
    cue = c.sentence.tokens[c.cue] if c.rule in _ACTS and c.cue is not None else None
    if cue is None or cue.end > quoted.outer_start or cue.rel != "ccomp" or mute(c, layout.ruleset):
        return None
    return None if cue.lemma.lower() in layout.ruleset.list("think") else cue


def _place(c: Candidate) -> tuple[int, int]:
    """Where the cue stands: its sentence and token."""
    return c.sentence.index, -1 if c.cue is None else c.cue


def _handicap(c: Candidate, quoted: Quoted, layout: Layout, *, opens: bool, near: bool) -> int:
    """How far a proposal falls behind its rule's order for what speaks against it."""
    behind = _INNER if not opens and _behind(c, quoted) else 0
    weak = _MUTE if near and _weak(c) else 0
    return behind + weak + (_MUTE if mute(c, layout.ruleset) or (c.direct and _denied(c)) else 0)


def _denied(c: Candidate) -> bool:
    """Whether the cue is negated: ``Lind cannot say that "...", Park answered``, ``nothing Lind said "..."``."""
    tokens = c.sentence.tokens
    if c.cue is None:
        return False
    nothing = tokens[c.cue].rel == "acl:relcl" and tokens[tokens[c.cue].head].lemma.lower() == "nothing"
    return nothing or any(tokens[i].lemma.lower() in _NOT for i in c.sentence.children(c.cue, "advmod"))


def _weak(c: Candidate) -> bool:
    """A pronoun as subject of thought or will: where a verb of saying stands before ("told them that he believed") it yields."""
    return STRONG <= c.order < STRONG + 10 and c.sentence.tokens[c.head].text.lower() in THIRD


def mute(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether the head word cannot speak: an abstract noun, a pronoun that stands for a clause."""
    token = c.sentence.tokens[c.head]
    if token.upos in ("PRON", "DET"):
        return token.text.lower() in _CLAUSAL
    return sort(c, ruleset) == "mute"


def sort(c: Candidate, ruleset: Ruleset) -> str:
    """What kind of word heads the mention: the names are the features of ``weights.toml``."""
    token = c.sentence.tokens[c.head]
    if token.upos == "PRON":
        return "pronoun" if token.text.lower() in _SUBJECTS else "odd-pronoun"
    if token.upos == "NOUN" or token.ner == "O":
        lemma = token.lemma.lower()
        for name in ("mute", "time", "persons", "bodies", "noun"):
            if lemma in ruleset.list(name):
                return {"noun": "text", "time": "mute"}.get(name, name)
    if token.ner.endswith("PER"):
        return "person"
    if token.ner.endswith(("ORG", "NORP")):
        return "body"
    if token.ner.endswith(("LOC", "FAC", "MISC")):
        return "place"
    return "noun" if token.upos in ("NOUN", "PROPN") else "other-word"


def _behind(c: Candidate, quoted: Quoted) -> bool:
    """Whether the candidate was found behind a quotation: of a fragment that a cue before it governs, that one speaks."""
    return c.direct and c.order < _TREE and c.sentence.tokens[c.head].start >= quoted.outer_end
