"""Words that are not the cue's subject's: a noun of saying gives them to its owner, another says them in a clause beside, they
are denied, somebody only ought to say them, or they name something in a passive clause that does not say by whom."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.sort import VOICES, sort, sort_at
from quotes.attribute.supposed import OUGHT
from quotes.attribute.within import how_often
from quotes.model import Quoted, Sentence
from quotes.ruleset import Ruleset

_TIED = frozenset({"advcl", "obj", "obl"})
"""What ties a person whom a relative clause tells of to the cue."""
_MEANWHILE = frozenset({"as", "while"})
_OPEN, _RELATIVE = frozenset({"xcomp", "conj"}), frozenset({"who", "which", "that"})
"""What ties a verb to one that shares its subject, and the words that open a relative clause."""
_MODALS = OUGHT | {"can", "could", "may", "might", "will", "would"}
_SAYS = frozenset({"verb-clause", "verb-inside"})
_CONTENT = frozenset({"ccomp", "conj"})
"""What ties a clause to the verb that reports it."""
_NAMERS = VOICES | {"place"}
_CLAIMS = frozenset({"as-put", "claimed-which"})


def owned(c: Candidate, found: Sequence[Candidate], ruleset: Ruleset) -> bool:
    """Whether a noun below the cue tells whose the words are: ``Lind rejected Park's claim that the bridge was "a gift"``; what
    somebody calls another's words is his own (``Lind called Park's remarks on Friday a "new low"``)."""
    above = set() if c.cue is None or c.rule == "naming-verb" else {c.cue}
    return any(
        o.cue is not None and o.sentence is c.sentence and o.head != c.head and _owns(o, ruleset)
        for o in found
        if o.rule == "noun-cue" and above.intersection(c.sentence.ancestors(o.cue or 0))
    )


def _owns(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether the head is a name or a noun for people or a body, and the cue what these say: ``Park's claim``."""
    tokens = c.sentence.tokens
    held = tokens[c.head].rel == "nmod:poss" or any(tokens[i].text.lower() == "by" for i in c.sentence.children(c.head, "case"))
    return held and tokens[c.cue or 0].lemma.lower() in ruleset.list("utterance") and sort(c, ruleset) in VOICES


def demanded(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the subject only ought to say it, as another says: ``Lind insisted that Park must declare "an emergency"``,
    ``According to the plan, owners must tell the town "a day before"``."""
    if c.cue is None:
        return False
    tokens, above = c.sentence.tokens, set(c.sentence.ancestors(c.cue))
    ought = any(tokens[i].lemma.lower() in OUGHT for i in c.sentence.children(c.cue, "aux"))
    others = (o for o in found if o.sentence is c.sentence and o.cue != c.cue and o.order < STRONG)
    return ought and any(o.cue in above or o.rule == "according-to" for o in others)


def beside(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether somebody else says it in a clause of his own behind a comma, which only tells more of a person below the cue
    (``replied to Park, who had called it "a gift"``) or what goes on meanwhile (``he warned, as Park slammed the "gift"``)."""
    if c.cue is None or c.direct:
        return False
    others = (o for o in found if o.direct and o.cue is not None and o.sentence is c.sentence and o.head != c.head)
    return any(_clause(o.sentence, o.cue or 0, c.cue) for o in others)


def _clause(sentence: Sentence, inner: int, outer: int) -> bool:
    """Whether a clause with a subject of its own behind a comma leads from the inner cue up to the outer one before it."""
    tokens = sentence.tokens
    chain = [inner, *sentence.ancestors(inner)]
    if outer not in chain[1:]:
        return False
    chain = chain[: chain.index(outer)]
    for i in chain:
        first = next(k for k in sorted(sentence.subtree(i)) if tokens[k].upos != "PUNCT")
        if first <= outer or tokens[first - 1].text != "," or not sentence.children(i, "nsubj"):
            continue
        tells = tokens[i].rel == "acl:relcl" and tokens[chain[-1]].base in _TIED
        meanwhile = tokens[i].base == "advcl" and (chain[-1] == i or chain[-1] < outer)
        meanwhile = meanwhile and any(tokens[k].text.lower() in _MEANWHILE for k in sentence.children(i, "mark"))
        if tells or meanwhile:
            return True
    return False


def named(c: Candidate, found: Sequence[Candidate], ruleset: Ruleset) -> bool:
    """Whether a relative clause below the cue tells who calls it so: ``Lind said the film that officials had called "a lie" was
    hers``, ``Lind greeted the men who were called "traitors" by Park``."""
    if c.cue is None or c.rule == "after-agent":
        return False
    if any(o.rule == "after-agent" for o in found):
        return True
    others = (o for o in found if o.rule == "naming-verb" and o.sentence is c.sentence and o.cue not in (None, c.cue))
    return any(_calls(o, c, ruleset) for o in others)


def _calls(c: Candidate, outer: Candidate, ruleset: Ruleset) -> bool:
    """Whether the cue heads a relative clause below that of ``outer`` whose own subject, or the name it tells of, may speak."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    top = next((i for i in (cue, *c.sentence.ancestors(cue)) if tokens[i].base not in _OPEN), cue)
    if tokens[top].rel != "acl:relcl" or outer.cue not in set(c.sentence.ancestors(top)) or outer.head == tokens[top].head:
        return False
    relative = tokens[c.head].text.lower() in _RELATIVE
    who = tokens[top].head if relative else c.head
    own = c.head in c.sentence.subtree(top) or c.head == tokens[top].head
    return own and tokens[who].upos in ("NOUN", "PROPN") and sort_at(c.sentence, who, ruleset) in _NAMERS


def retold(c: Candidate, found: Sequence[Candidate], quoted: Quoted, ruleset: Ruleset) -> bool:
    """Whether the cue only reports what somebody else has said, before the marks: ``The report says that Lind told a friend she
    was "just tired"``."""
    if c.cue is None or c.sentence.tokens[c.cue].end > quoted.outer_start:
        return False
    others = (o for o in found if o.cue is not None and o.sentence is c.sentence and o.rule in _SAYS)
    return any(_says(o, c.cue, quoted, ruleset) for o in others)


def _says(c: Candidate, outer: int, quoted: Quoted, ruleset: Ruleset) -> bool:
    """Whether a verb of saying below ``outer``, with only clauses of content between, has somebody as its own subject, and no
    relative clause, in which the reporter may tell more of somebody, stands between it and the words."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    own = c.sentence.tokens_in(quoted.start, quoted.end)
    often = how_often(frozenset(own), c.sentence, ruleset)
    if often or any(tokens[i].rel == "acl:relcl" for i in _between(own, cue, c.sentence)):
        return False
    says = tokens[cue].lemma.lower() in ruleset.list("core") - ruleset.list("react")
    if tokens[cue].end > quoted.outer_start or not says:
        return False
    chain = [cue, *c.sentence.ancestors(cue)]
    if outer not in chain[1:]:
        return False
    inner = chain[: chain.index(outer)]
    content = all(tokens[i].base in _CONTENT for i in inner) and any(tokens[i].base == "ccomp" for i in inner)
    whose = c.head < cue and tokens[c.head].head in inner and tokens[c.head].upos in ("NOUN", "PROPN")
    supposed = any("VerbForm=Fin" in tokens[i].feats and tokens[i].lemma in _MODALS for i in c.sentence.children(cue, "aux"))
    return content and whose and not supposed and sort(c, ruleset) in VOICES


def _between(own: Sequence[int], cue: int, sentence: Sentence) -> list[int]:
    """The words that lead from the top of a quotation up to a cue, its own top first."""
    top = next((i for i in own if sentence.tokens[i].head not in own), None)
    chain = [] if top is None else [top, *sentence.ancestors(top)]
    return chain[: chain.index(cue)] if cue in chain else chain


def denied(c: Candidate, found: Sequence[Candidate], ruleset: Ruleset) -> bool:
    """Whether somebody only denies what another claimed: ``Lind denied a "secret deal", which Park had alleged``."""
    if c.cue is None or c.sentence.tokens[c.cue].lemma.lower() not in ruleset.list("deny"):
        return False
    return any(o.rule in _CLAIMS and o.sentence is c.sentence and o.cue is not None and o.cue > c.cue for o in found)


def unsaid(c: Candidate, quoted: Quoted, ruleset: Ruleset) -> bool:
    """Whether the words name something in a passive clause of its own below a naming verb: ``Lind called for a review of
    the case of Park, who was freed after the charges were deemed "partly unlawful"``."""
    if c.cue is None or c.sentence.tokens[c.cue].lemma.lower() not in ruleset.list("call") - ruleset.list("core"):
        return False
    tokens, own = c.sentence.tokens, set(c.sentence.tokens_in(quoted.start, quoted.end))
    tops = {tokens[i].head for i in own if tokens[i].upos != "PUNCT"} - own
    names = ruleset.list("call") | ruleset.list("think")
    return any(
        i != c.cue
        and i in c.sentence.subtree(c.cue)
        and tokens[i].lemma.lower() in names
        and c.sentence.children(i, "aux:pass")
        and not c.sentence.children(i, "obl:agent")
        for i in tops
    )
