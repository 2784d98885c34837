"""Words in marks that stand for themselves: a term, a caption, the headline of a report. They are nobody's words."""

from __future__ import annotations

import re

from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout

_LOOK = 48
"""Code points before the mark that tell what is named."""
_MEANS = re.compile(r"\s*(?:means?|meant|stands? for|entails?)\b")
_WHAT = re.compile(r"\bwhat (?:the |a )?(?:\w+ )?\Z")
_KNOWN = re.compile(r"\bknown (?:\w+ )?as (?:the |an? )?\Z", re.IGNORECASE)
_STOPS = (".", ",", "!", "?", "…")
_GLOSS = 3
"""Words of the longest gloss: ``They were "timorous". He meant "cold feet".``"""


def term(d: Draft, layout: Layout) -> bool:
    """Whether the marks name or define something inside the reporter's own sentence."""
    if _defines(d, layout):
        return True
    if d.opens:
        return False
    quoted = d.quoted
    before = layout.gap(max(0, quoted.outer_start - _LOOK), quoted.outer_start)
    after = layout.gap(quoted.outer_end, quoted.outer_end + _LOOK)
    defined = bool(_WHAT.search(before) and _MEANS.match(after))
    return defined or bool(_KNOWN.search(before)) or _labelled(before, layout) or _printed(d, before, layout)


def _labelled(before: str, layout: Layout) -> bool:
    """Whether a caption or the definition of a word precedes: ``under the heading "..."``, ``the absence of the word "..."``."""
    label, word, about = ("|".join(sorted(layout.ruleset.list(name))) for name in ("label", "word", "definition"))
    return bool(
        re.search(rf"\bunder (?:the|a) (?:\w+ )?(?:{label})(?: of)?[ ,:]*\Z", before)
        or re.search(rf"\b(?:{about}) of (?:the )?(?:{word})s? \Z", before)
        or re.search(r"\b(?:definition|meaning) of \Z", before)
    )


def _printed(d: Draft, before: str, layout: Layout) -> bool:
    """Whether the headline of a printed work stands right behind its kind: ``A report "Cracks in the wall" published in ...``."""
    words = layout.gap(d.quoted.start, d.quoted.end).rstrip()
    kind = re.search(r"(\w+) \Z", before)
    if kind is None or kind[1].lower() not in layout.ruleset.list("print") or words.endswith(_STOPS) or d.words < 2:
        return False
    sentence = layout.at(d.quoted.outer_start - 2)
    at = None if sentence is None else sentence.token_at(d.quoted.outer_start - 2)
    return bool(words[:1].isupper() and sentence and at is not None and sentence.tokens[at].upos == "NOUN")


def _defines(d: Draft, layout: Layout) -> bool:
    """Whether a word is the subject of a verb of meaning, a saying that of "goes", or the marks gloss what somebody meant."""
    if d.choice is None or d.choice.cue is None:
        return False
    tokens, lists = d.choice.sentence.tokens, layout.ruleset
    head, cue = tokens[d.choice.head].lemma.lower(), tokens[d.choice.cue].lemma.lower()
    if head in lists.list("word") and cue in lists.list("define"):
        return True
    if head in lists.list("saying") and cue in ("go", "run"):
        return True
    return cue == "mean" and d.words <= _GLOSS and tokens[d.choice.head].upos == "PRON"
