"""Words in marks that are a name: a call sign, a paper. They are no quotation, and they may speak."""

from __future__ import annotations

import re

from quotes.attribute.layout import Layout
from quotes.model import Quoted, Sentence

_LONGEST = 3
"""Words of the longest such name."""
_LOOK = 48
"""Code points before the mark that tell whether a name follows."""
_HEARS = re.compile(r"\b(?:tell|telling|tells|told) (?:the )?(?:[A-Z][\w.-]*(?: [\w.-]+){0,2}['’]s? )?\Z")
_GOES_ON = re.compile(r" (?:at|earlier|in|last|magazine|newspaper|on|podcast|program|programme|show|that|this|yesterday)\b")
"""Before and behind the name of a paper or a programme that hears it: ``told “The Mirror” that …``."""
_FILL = r"(?:[ ,]+(?:as|by|is|of|the|was|with|name|simply|just|only)){0,3}"
_ENDS = (".", "!", "?", "…", "—", "–", "-")


def names(layout: Layout) -> frozenset[Quoted]:
    """The spans that name somebody: behind ``call sign`` or the like, as subject of a verb of saying (``“Baker” said``), or as
    who hears it (``told “The Mirror” that …``)."""
    terms = "|".join(sorted(layout.ruleset.list("alias"), key=len, reverse=True))
    alias = re.compile(rf"\b(?:{terms}){_FILL}[ ,:]*\Z") if terms else None
    return frozenset(
        q
        for q in layout.quoted
        if _capital(layout.gap(q.start, q.end))
        and ((alias and alias.search(_before(q, layout))) or _hears(q, layout) or _speaks(q, layout))
    )


def _before(quoted: Quoted, layout: Layout) -> str:
    return layout.gap(max(0, quoted.outer_start - _LOOK), quoted.outer_start)


def _capital(words: str) -> bool:
    """Whether it has the form of a name: a few words, each with a capital, and no full stop."""
    parts = words.rstrip(",").split()
    return 0 < len(parts) <= _LONGEST and all(p[0].isupper() for p in parts) and not words.endswith(_ENDS)


def _hears(quoted: Quoted, layout: Layout) -> bool:
    after = layout.gap(quoted.outer_end, quoted.outer_end + _LOOK)
    return _HEARS.search(_before(quoted, layout)) is not None and _GOES_ON.match(after) is not None


def _speaks(quoted: Quoted, layout: Layout) -> bool:
    """Whether the tree has it as the only subject of a verb of saying beside it, which reports something else."""
    sentence = layout.at(quoted.start)
    if sentence is None or not quoted.closed:
        return False
    inside = sentence.tokens_in(quoted.start, quoted.end)
    head = next((i for i in inside if sentence.tokens[i].rel == "nsubj" and sentence.tokens[i].head not in inside), None)
    if head is None or sentence.tokens[head].upos not in ("PROPN", "NOUN"):
        return False
    verb = sentence.tokens[head].head
    said = sentence.tokens[verb].lemma.lower() in layout.ruleset.list("core") and sentence.tokens[verb].text[-3:] != "ing"
    alone = sentence.children(verb, "nsubj") == [head]
    return said and alone and _beside(quoted, sentence, verb) and _reports(quoted, sentence, verb, layout)


def _beside(quoted: Quoted, sentence: Sentence, verb: int) -> bool:
    """Whether only adverbs stand between the marks and the verb, and no name behind it (``"No" said Lind`` lacks its comma)."""
    token = sentence.tokens[verb]
    low, high = min(token.end, quoted.outer_end), max(token.start, quoted.outer_start)
    between = [
        t for t in sentence.tokens if low <= t.start and t.end <= high and not quoted.outer_start <= t.start < quoted.outer_end
    ]
    after = sentence.tokens[verb + 1] if verb + 1 < len(sentence.tokens) else token
    named = token.start > quoted.start and after.upos in ("PROPN", "PRON")
    return all(t.upos in ("ADV", "AUX") or t is token for t in between) and not named


def _reports(quoted: Quoted, sentence: Sentence, verb: int, layout: Layout) -> bool:
    """Whether there is something else that the verb reports: another quotation in the sentence, or a clause."""
    others = [q for q in layout.quotations(sentence.start, sentence.end) if q is not quoted]
    return bool(others) or bool(sentence.children(verb, "ccomp"))
