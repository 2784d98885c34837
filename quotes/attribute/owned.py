"""Words that are not the cue's subject's: a noun of saying gives them to its owner, somebody only ought to say them, or they name
something in a passive clause that does not say by whom."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.sort import VOICES, sort
from quotes.attribute.supposed import OUGHT
from quotes.model import Quoted
from quotes.ruleset import Ruleset


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
    """Whether the subject only ought to say it, as another says: ``Lind insisted that Park must declare "an emergency"``."""
    if c.cue is None:
        return False
    tokens, above = c.sentence.tokens, set(c.sentence.ancestors(c.cue))
    ought = any(tokens[i].lemma.lower() in OUGHT for i in c.sentence.children(c.cue, "aux"))
    return ought and any(o.cue in above and o.sentence is c.sentence and o.order < STRONG for o in found)


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
