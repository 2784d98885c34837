"""Sieves 2 and 5: what goes on in the same voice, what floats; and which spans are one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.draft import Draft
from quotes.attribute.keep import alone
from quotes.attribute.layout import Layout
from quotes.model import Sentence

_ASIDE = re.compile(r"\s*(?:--|[—–―-])\s[^,.:;—–―]{1,60}\s(?:--|[—–―-])\s*\Z")
"""A short clause between dashes: ``“then we” — he smiled — “will wait.”``"""
_SENTENCE = re.compile(r"[.!?]\s")
_STOPPED = re.compile(r"\b[a-z][\w’'-]*[.!?]\s")
"""The end of a sentence, no abbreviated title."""
_LONG = 14
"""Words of a quotation that goes on in the next paragraph."""
_ANSWERED = frozenset({"before-owned-noun", "before-noun-by"})
"""Rules of words that somebody else takes up (``Lind answered Park's charges of "theft".``): it is he who goes on."""
_LOOK = 40
"""Characters between a quotation and a sentence beside it."""
_REACH = 400
"""Characters between two quotations of one voice without a cue between them."""
_SENTENCES = 2
"""Whole sentences over which a voice may go on in its paragraph."""
_HEADING, _REPLY = 10, 8
"""Words of the longest heading in marks, of the longest reply that is surely one."""
_STOP = re.compile(r"[.!?…,;:—–-]")
_ASKS = frozenset({"ask", "enquire", "inquire"})
_FAR = 4
"""Paragraphs a floating quotation may lie behind the last attributed one."""


def ask(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark the questions of a dialogue (``"And you knew?" "Not then," she said.``): who asked before in it asks again."""
    asker: Draft | None = None
    before: Draft | None = None
    for d, answer in pairwise(drafts):
        if before is not None and before.quoted.paragraph != d.quoted.paragraph:
            asker = before = None
        if layout.gap(d.quoted.start, d.quoted.end).endswith("?") and d.quoted.closed:
            d.asks = d.choice is None and _touch(d, answer, layout)
            if d.asks and asker is not None and asker is not before:
                d.take(asker, "same-paragraph")
            elif d.choice is not None:
                asker = d
        before = d


def part(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark what stands alone in its paragraph and is another voice's: headings in marks, and short replies to a question that
    somebody asked in the paragraph before (``"Are they spies?" Lind asked.`` / ``"No."``), the other of two who speak."""
    for d in drafts:
        d.apart = d.apart or (d.choice is None and _heading(d, layout))
    other: Draft | None = None
    for a, b in pairwise(drafts):
        if _reply(a, b, layout):
            b.apart = True
            if other is not None and a.quoted.paragraph - other.quoted.paragraph <= _FAR and _differ(a, other):
                b.take(other, "floating")
        other = a if a.choice is not None and not a.apart else other


def _heading(d: Draft, layout: Layout) -> bool:
    """A few words without a stop, between paragraphs none of which leads to it: ``“My shop became a home”``."""
    paragraphs, i = layout.document.paragraphs, d.quoted.paragraph
    if not 0 < i < len(paragraphs) - 1 or d.words > _HEADING or not d.quoted.closed or not alone(d, layout):
        return False
    before, behind = layout.text[paragraphs[i - 1][1] - 1], layout.text[paragraphs[i + 1][0]]
    return _STOP.search(layout.gap(d.quoted.end - 1, paragraphs[i][1])) is None and before != ":" and behind.isalnum()


def _reply(a: Draft, b: Draft, layout: Layout) -> bool:
    asked = a.choice is not None and a.choice.cue is not None and a.choice.sentence.tokens[a.choice.cue].lemma in _ASKS
    close = a.quoted.closed and b.quoted.paragraph == a.quoted.paragraph + 1 and layout.text[a.quoted.end - 1] == "?"
    return asked and close and b.choice is None and b.opens and b.words <= _REPLY and alone(b, layout)


def _differ(a: Draft, b: Draft) -> bool:
    """Whether two quotations name different speakers."""
    if a.choice is None or b.choice is None:
        return False
    one, two = a.choice.sentence.tokens[a.choice.head], b.choice.sentence.tokens[b.choice.head]
    return one.text != two.text and (one.upos == two.upos == "PROPN" or one.upos == two.upos == "PRON")


def _touch(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether two quotations of a paragraph stand mark to mark, with a blank between."""
    return a.quoted.paragraph == b.quoted.paragraph and layout.gap(a.quoted.outer_end, b.quoted.outer_start).isspace()


def join(drafts: Sequence[Draft], layout: Layout) -> None:
    """Mark the spans that continue the statement of the span before them."""
    for a, b in pairwise(drafts):
        if b.rule == "transcript" or b.asks:
            continue
        if _chained(a, b) or (a.quoted.paragraph == b.quoted.paragraph and _one(a, b, layout)):
            b.joins = a
            if a.lead.choice is None and b.choice is not None:
                a.lead.take(b, b.rule or "same-paragraph")


def _chained(a: Draft, b: Draft) -> bool:
    """The multi-paragraph convention; a paragraph with a cue of its own is a statement of its own."""
    return b.quoted.continues and (a.lead.choice is None or b.choice is None)


def _one(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether nothing but the attribution clause stands between two spans of a paragraph."""
    gap = layout.gap(a.quoted.outer_end, b.quoted.outer_start)
    if not gap.strip(" ,.;—–-…"):
        return a.opens and b.choice is None and "," not in gap
    if _ASIDE.match(gap) and layout.text[b.quoted.start].islower():
        return True
    cue = _cue(a.choice)
    if cue is None or not a.opens or not a.quoted.outer_end <= cue < b.quoted.outer_start:
        return False
    other = _cue(b.choice)
    if other is not None and not a.quoted.outer_end <= other <= cue:
        return False  # "A," he quoted Lind as saying. "B"
    if _told(gap[cue - a.quoted.outer_end :], cue, layout):
        return False
    inner = [s for s in layout.overlapping(a.quoted.outer_end, b.quoted.outer_start) if s.start >= a.quoted.outer_end]
    inner = [s for s in inner if s.end <= b.quoted.outer_start and not s.start <= cue < s.end]
    return not inner and (b.opens or gap.rstrip().endswith((",", ";", ":", "—", "–", "-", "…")))


def _told(rest: str, cue: int, layout: Layout) -> bool:
    """Whether a sentence of the reporter's follows where the splitter saw none: ``“A,”he said. Lind left. “B”``."""
    stops = [m.end() for m in _STOPPED.finditer(rest)]
    low, high = cue + (stops[0] if stops else len(rest)), cue + len(rest)
    inside = (t for sentence in layout.overlapping(low, high) for t in sentence.tokens if low <= t.start < high)
    return any("VerbForm=Fin" in t.feats for t in inside)


def _cue(choice: Candidate | None) -> int | None:
    return None if choice is None or choice.cue is None else choice.sentence.tokens[choice.cue].start


def continue_paragraph(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 2: in one paragraph a quotation without a cue goes on in the voice of the one before, else of the one behind it."""
    for a, b in pairwise(drafts):
        if b.choice is not None or b.asks or a.choice is None:
            continue
        between = _between(a, b, layout)
        if b.lead is a.lead or (_near(a, b) and len(between) <= _SENTENCES and not _interrupted(a.choice, between, layout)):
            b.take(a, "same-paragraph" if b.joins is None else a.rule or "same-paragraph")
            b.rule = "same-paragraph"


def _near(a: Draft, b: Draft) -> bool:
    """In one paragraph, and not too far apart for a text whose paragraph breaks are lost."""
    return a.quoted.paragraph == b.quoted.paragraph and b.quoted.outer_start - a.quoted.outer_end <= _REACH


def _between(a: Draft, b: Draft, layout: Layout) -> list[Sentence]:
    """The whole sentences between two quotations of one paragraph."""
    if a.quoted.paragraph != b.quoted.paragraph:
        return []
    start, end = a.quoted.outer_end, b.quoted.outer_start
    return [s for s in layout.overlapping(start, end) if s.start >= start and s.end <= end]


def _interrupted(choice: Candidate, between: Sequence[Sentence], layout: Layout) -> bool:
    """Whether the reporter names another source than ``choice`` in the sentences between two quotations."""
    if choice.sentence.tokens[choice.head].upos != "PROPN":
        return False
    known = _name(choice.sentence, choice.head)
    return any(
        m.rule.order < STRONG and s.tokens[m.speaker].upos == "PROPN" and not _name(s, m.speaker) & known
        for s in between
        for m in layout.matches(s)
    )


def _name(sentence: Sentence, head: int) -> set[str]:
    """The words of the name with this head."""
    return {sentence.tokens[i].text for i in (head, *sentence.children(head, "flat"))}


def look_ahead(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 2, the other way: the first quotation of a paragraph has no cue, the next one has, and no tale stands between."""
    for a, b in reversed(list(pairwise(drafts))):
        bare = a.choice is None and not a.asks and b.choice is not None
        if bare and _near(a, b) and a.opens and b.opens and not _tale(a, b, layout):
            a.take(b, "next-in-paragraph")


def _tale(a: Draft, b: Draft, layout: Layout) -> bool:
    """Whether two sentences of the reporter's or more stand between two quotations."""
    between = layout.gap(a.quoted.outer_end, b.quoted.outer_start)
    return len(_SENTENCE.findall(between)) > 1


def floating(drafts: Sequence[Draft], layout: Layout) -> None:
    """Sieve 5: a paragraph of nothing but quotation: the last speaker goes on."""
    last: Draft | None = None
    for d in drafts:
        if (
            d.choice is None
            and d.opens
            and not d.asks
            and not d.apart
            and last is not None
            and last.choice is not None
            and d.quoted.paragraph - last.quoted.paragraph <= _FAR
            and not _announced(d, layout)
            and not _interrupted(last.choice, _between(last, d, layout), layout)
        ):
            d.take(last, "floating")
        if d.choice is not None and (d.opens or _closed(d, layout)):
            last = d


def _announced(d: Draft, layout: Layout) -> bool:
    """Whether the paragraph before ends in a colon behind which nobody speaks: ``Here is the question on the ballot:``."""
    start = layout.document.paragraphs[d.quoted.paragraph][0]
    return d.quoted.outer_start == start and layout.gap(max(0, start - _LOOK), start).rstrip().endswith(":")


def _closed(d: Draft, layout: Layout) -> bool:
    """Whether the next paragraph may go on: the cue stands behind the marks (``has hit "a pothole," Lind wrote.``), or the
    quotation ends its paragraph (``now said Park had "the duty to bring us together."``), or is a whole clause."""
    cue = _cue(d.choice)
    if d.choice is None or cue is None or d.choice.rule in _ANSWERED:
        return False
    end = layout.document.paragraphs[d.quoted.paragraph][1]
    last = end - d.quoted.outer_end <= 1 and d.choice.order < STRONG
    sentence = d.choice.sentence
    led = (
        end - sentence.end <= 1
        and d.choice.cue == sentence.root
        and sentence.tokens[sentence.root].lemma in layout.ruleset.list("core")
    )
    return last or led or cue >= d.quoted.outer_end or (d.choice.direct and d.words > _LONG)
