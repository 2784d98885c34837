"""Whose words a clause without a subject holds out: ``Remember this from Anna Lind in May.``, ``An analysis by Lind with this
conclusion:``."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribute.candidate import Candidate
from quotes.attribute.mention import prepositions
from quotes.model import Sentence
from quotes.ruleset import Ruleset

_OF = frozenset({"from", "by"})
_THIS = frozenset({"this", "these", "that"})
_KINDS = ("PER", "ORG")


def handed(sentence: Sentence, before: Sequence[int], ruleset: Ruleset, rule: str, order: int) -> Candidate | None:
    """The name behind "from" or "by" that a word of saying or "this" is tied to, among the tokens ``before`` the quotation."""
    tokens = sentence.tokens
    if not before or any(tokens[i].base in ("nsubj", "expl") or tokens[i].text == "?" for i in before):
        return None
    words = ruleset.list("noun") | _THIS
    for i in before:
        if not tokens[i].ner.endswith(_KINDS) or _OF.isdisjoint(prepositions(sentence, i)):
            continue
        above = tokens[i].head
        objects = sentence.children(above, "obj") if tokens[above].upos == "VERB" else [above]
        if above in before and any(tokens[c].lemma.lower() in words for c in objects):
            return Candidate(rule, order, 0, sentence, i, None)
    return None
