"""Sieve 1 of headlines, whose source stands at the head or the end: ``Talks ‘going nowhere’ – Moscow``, ``Expert: …``, ``Owners
‘furious and heartbroken’ after attack``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.sort import sort
from quotes.headline import line
from quotes.model import Quoted, Sentence, Span

_PROMPT = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,}){1,2}:\s+")
"""Before a headline that stands between paragraphs: ``READ MORE: …``."""
_BULLET = re.compile(r"[*•▪◦‣]\s+")
_SOURCE = r"(?P<source>[^\W\d_](?:[\w.'’&/-]|[ \u00a0](?=\w)){1,60})"
_HEAD = re.compile(rf"{_SOURCE}:\s")
_OWNED = re.compile(rf"(?:\s[–—-]{{1,2}}\s|:\s){_SOURCE}['’]s? (?P<what>[\w-]+(?: [\w-]+){{0,2}})")
"""Whose retort it is: ``‘Never on my land’: Lind's sharp retort on the road``."""
_END = re.compile(rf"(?:\s[–—-]{{1,2}}\s|:\s){_SOURCE}\Z")
_WORDS = 6
"""Words of the longest source; what has more is a clause."""
_WHO = frozenset({"person", "persons", "body", "bodies", "text"})
_SUBJECT = 7
"""Tokens of the longest subject."""
_DEGREE = re.compile(
    r"(?:(?:all|also|both|even|more|most|never|no|not|now|quite|really|so|still|too|very|[a-z]{3,}ly) )*", re.IGNORECASE
)
_FELT = 8
"""Words of the longest fragment that tells how somebody feels."""
_PARTS = frozenset({"of", "for", "and", ",", "'s", "’s", "-"})
_BREAKS = frozenset(
    {",", ":", ";", "after", "amid", "before", "despite", "following", "that", "when", "which", "while", "who", "whose"}
)
_OBJECT = 3
"""Words from which on what is judged in marks is no term (``slams ‘green tax’``)."""
_GOES_ON = re.compile(
    r"[?!]?\Z|[,;:]|\s[–—-]|\s(?:about|after|against|ahead|amid|and|as|at|before|behind|but|by|during|for|from|if|in|into|of|on|over"
    r"|says?|said|since|to|under|until|when|while|with|without)\b",
    re.IGNORECASE,
)
"""Behind the marks: no noun that they describe."""


def headline(quoted: Quoted, layout: Layout) -> Candidate | None:
    """The source of a headline's quotation, or None; a semicolon parts one source from the next.

    At the head it must be a person, a people, a body or a text (``Syria: 'Dozens killed'`` tells where), at the end it may be a
    place, which stands for its government.
    """
    text, paragraphs = layout.text, layout.document.paragraphs
    start, end = paragraphs[quoted.paragraph]
    prompt = _PROMPT.match(text, start, end) or _BULLET.match(text, start, end)
    if not line((start, end), text) or not (prompt or (quoted.paragraph == 0 and len(paragraphs) > 1)):
        return None
    start = prompt.end() if prompt else start
    start = max(start, text.rfind("; ", start, quoted.outer_start) + 2) if ";" in text[start : quoted.outer_start] else start
    stop = text.find("; ", quoted.outer_end, end)
    behind = _END.search(text, quoted.outer_end, stop if stop >= 0 else end)
    if behind is not None and (found := _source(behind.span("source"), layout, at_end=True)):
        return found
    owned = _OWNED.match(text, quoted.outer_end, end)
    if owned is not None and not layout.ruleset.list("reaction").isdisjoint(owned["what"].split()):
        return _source(owned.span("source"), layout, at_end=True)
    before = _HEAD.match(text, start, quoted.outer_start)
    found = None if before is None else _source(before.span("source"), layout, at_end=False)
    return found or (None if quoted.paragraph or text[end - 1] == "." else _subject(quoted, start, layout))


def _source(span: Span, layout: Layout, *, at_end: bool) -> Candidate | None:
    sentence = layout.at(span[1] - 1)
    if sentence is None or layout.text.count(" ", *span) >= _WORDS:
        return None
    inside = sentence.tokens_in(*span)
    head = head_of(sentence, inside[0], inside[-1] + 1, None) if inside else None
    if head is None or any(sentence.tokens[i].upos in ("VERB", "AUX") for i in inside):
        return None
    found = Candidate("headline", 15, 0, sentence, head, None)
    kind = sort(found, layout.ruleset)
    token = sentence.tokens[head]
    named = token.upos == "PROPN" and kind in ("place", "noun")
    speaks = at_end or "Number=Plur" in token.feats or token.lemma.lower() in layout.ruleset.list("seat")
    return found if kind in _WHO or (named and speaks) else None


def _subject(quoted: Quoted, start: int, layout: Layout) -> Candidate | None:
    """Who feels what stands in the marks (``Owners ‘heartbroken’ after fire``), or who says or feels something before them
    (``Lind hopeful but pledges ‘not enough’``, ``Lind accuses council of ‘selling the sea’``)."""
    sentence = layout.at(quoted.outer_start)
    end = layout.document.paragraphs[quoted.paragraph][1]
    if sentence is None or not quoted.closed or not _GOES_ON.match(layout.text, quoted.outer_end, end):
        return None
    before = sentence.tokens_in(start, quoted.outer_start)
    stop = len(before)
    if not _felt(layout.gap(quoted.start, quoted.end), layout):
        stop = next((k for k, i in enumerate(before) if k and (_feels(sentence, i, layout) or _says(sentence, i, layout))), 0)
        if stop and not _governs(sentence, before[stop:], quoted, layout):
            return None
    if not 0 < stop <= _SUBJECT or any(_verbal(sentence, i) for i in before[:stop]):
        return None
    head = head_of(sentence, before[0], before[stop - 1] + 1, None)
    if head is None:
        return None
    found = Candidate("headline", 15, 0, sentence, head, None, direct=True)
    kind = sort(found, layout.ruleset)
    return found if kind in _WHO or (kind == "place" and sentence.tokens[head].upos == "PROPN") else None


def _felt(words: str, layout: Layout) -> bool:
    """Whether words in marks begin with a predicate of feeling."""
    degree, words = _DEGREE.match(words.lower()), words.lower()
    first = words[degree.end() if degree else 0 :].partition(" ")[0].strip(".,!?")
    lists = layout.ruleset
    return words.count(" ") < _FELT and (first in lists.list("feeling") or words.strip(".,!?") in lists.list("mood"))


def _feels(sentence: Sentence, i: int, layout: Layout) -> bool:
    return sentence.tokens[i].text.lower() in layout.ruleset.list("feeling")


def _says(sentence: Sentence, i: int, layout: Layout) -> bool:
    """Whether a word is a verb of saying or judging in the present, by its form: in titles a parser takes it for a name."""
    word, lists = sentence.tokens[i].text.lower(), layout.ruleset
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
    known = stems & (lists.list("call") | lists.list("core") | lists.list("vow") | lists.list("headlined"))
    return bool(known) and (sentence.tokens[i].upos == "VERB" or known.isdisjoint(lists.list("noun") | lists.list("persons")))


def _governs(sentence: Sentence, rest: Sequence[int], quoted: Quoted, layout: Layout) -> bool:
    """Whether what is said or felt reaches to the marks: no clause begins between, nobody else speaks, and it is no term."""
    tokens, core = sentence.tokens, layout.ruleset.list("core")
    if any(tokens[i].text.lower() in _BREAKS or tokens[i].lemma.lower() in core for i in rest[1:]):
        return False
    object_of = len(rest) == 1 and _says(sentence, rest[0], layout)
    return not object_of or layout.gap(quoted.start, quoted.end).count(" ") >= _OBJECT - 1


def _verbal(sentence: Sentence, i: int) -> bool:
    """Whether a word makes a clause, or a phrase that ties a subject to a place."""
    token = sentence.tokens[i]
    return token.upos in ("VERB", "AUX", "PRON") or (token.upos in ("ADP", "PUNCT", "SCONJ") and token.text not in _PARTS)
