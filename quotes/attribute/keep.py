"""Which spans between marks are quotations: scare quotes, nicknames, titles and terms are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout
from quotes.attribute.term import term
from quotes.attribute.unvoiced import replied, unvoiced
from quotes.attribute.work import word
from quotes.headline import line

_TITLE = 25
"""Words of the longest title of a book or a report."""
_PLACE = re.compile(r"(?:['’]s|\b(?:on|of|entitled|titled|called|by|in|with|to|at|told|tells))\s*$")
"""What stands before the title of a show, a paper, a film: ABC's "This Week"."""
_FAMOUS = re.compile(r"\bin (?:her|his|its|the|their) [a-z]+ $")
"""What stands before the title of a book, even of one word: ``wrote in her famous "Harbourmaster"``."""
_KIND = re.compile(r"\b(\w+),\s*$")
_LOOSE = frozenset(
    {"same-paragraph", "floating", "free-indirect", "next-in-paragraph", "lead-in-actor", "lead-in-topic", "lead-out"}
)
"""Sieves that need no cue."""
_STOPS = frozenset(".,!?…—–-")
_GOES_ON = re.compile(r" ?[a-z(]")
_IS = re.compile(r" (?:are|by|has|have|is|was|were|will) ")
"""Behind a comma within the marks: who wrote it or what it is; nobody is said to say it."""
_WORD = re.compile(r"[^\W_]+")


def keep(drafts: Sequence[Draft], layout: Layout) -> list[Draft]:
    """The drafts that are quotations."""
    seen = _body(layout)
    house = Counter(d.quoted.style for d in drafts).most_common(1)[0][0] if drafts else "double"
    kept = (d for d in drafts if _kept(d.lead, layout, seen) and not heading(d.lead, layout, house))
    return [d for d in kept if d.joins is None or not _inserted(d, layout)]


def _body(layout: Layout) -> str:
    paragraphs = layout.document.paragraphs
    return fold(layout.text[paragraphs[0][1] :]) if paragraphs else ""


def fold(text: str) -> str:
    """Words only, lower case: for finding the same words in other type."""
    return " ".join(_WORD.findall(text.lower()))


def _kept(d: Draft, layout: Layout, body: str) -> bool:
    text = layout.gap(d.quoted.start, d.quoted.end)
    if d.apart and d.pasted and d.choice is None:
        return False
    if headline(d, layout, body) and (fold(text) in body or (d.quoted.style != "double" and not _sourced(d, layout))):
        return False
    if nickname(d, layout) or word(d, layout) or term(d, layout):
        return False
    if (not d.named or _measure(d, layout, text) or _shown(d, layout)) and title(d, layout, text):
        return False
    if d.choice is None or d.rule in _LOOSE:
        long = d.words >= (3 if d.opens else 4) and not (d.opens and _runs_on(d, layout))
        return long or (not d.opens and unvoiced(d.quoted, layout))
    return True


def _sourced(d: Draft, layout: Layout) -> bool:
    """Whether a headline tells whose words it prints: by its form, or by a verb that hardly means anything but saying or
    naming (``Norden calls plan ‘act of war’``)."""
    c = d.choice
    if d.rule == "headline" or c is None or c.cue is None:
        return d.rule == "headline"
    head, lemma = c.sentence.tokens[c.head], c.sentence.tokens[c.cue].lemma.lower()
    if c.cue < c.head and layout.gap(head.end, d.quoted.outer_start).isspace():
        return False  # Lind signs plan, says Norden ‘crossed the line’
    return d.rule not in _LOOSE and lemma in layout.ruleset.list("core") | layout.ruleset.list("call")


def _runs_on(d: Draft, layout: Layout) -> bool:
    """Whether the marks open the reporter's own sentence: ``"Sons of the Harbour" is a play``, ``"Sons," by Lind``."""
    text, end = layout.text, d.quoted.outer_end
    if replied(d.quoted, layout):
        return False
    titled = text[d.quoted.end - 1] == "," and _IS.match(text[end : end + 6])
    return bool(titled) or (text[d.quoted.end - 1] not in _STOPS and bool(_GOES_ON.match(text[end : end + 2])))


def headline(d: Draft, layout: Layout, body: str) -> bool:
    """The first paragraph, where it is one line, neither a sentence nor a turn, that the body does not print again."""
    if d.quoted.paragraph or len(layout.document.paragraphs) < 2 or d.rule == "transcript":
        return False
    start, end = layout.document.paragraphs[0]
    return line((start, end), layout.text) and fold(layout.text[start:end]) not in body


def nickname(d: Draft, layout: Layout) -> bool:
    """One or two capitalised words inside a name: Marcia "Cia" Price."""
    if d.words > 2 or d.opens:
        return False
    before, after = (
        layout.text[max(0, d.quoted.outer_start - 40) : d.quoted.outer_start],
        layout.text[d.quoted.outer_end : d.quoted.outer_end + 40],
    )
    return bool(re.search(r"[A-Z][\w.’'-]* \Z", before) and re.match(r" [A-Z][\w’'-]+", after)
                and layout.text[d.quoted.start].isupper())  # fmt: skip


def title(d: Draft, layout: Layout, text: str) -> bool:
    """Every word that counts has a capital: the title of a work, a show, a section."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    named_kind = len(words) > 1 and _measure(d, layout, text)
    big = [w for w in (words[:-1] if named_kind else words) if w.lower() not in layout.ruleset.list("small")]
    before = layout.text[max(0, d.quoted.outer_start - 24) : d.quoted.outer_start]
    named = bool(_PLACE.search(before)) or _work(before, layout)
    if not big or not all(w[0].isupper() for w in big) or len(words) > (_TITLE if named else 10):
        return False
    if not d.opens and _FAMOUS.search(before):
        return True
    if len(words) == 1 and d.choice is not None and d.choice.order <= 40 and not _work(before, layout):
        return False
    if alone(d, layout):
        return len(big) > 1
    shouted = (",", "!", "?") if d.opens else ("!",) if d.choice is not None else ()  # chants of "Glory to Norway!"
    if (len(words) < 2 and not _work(before, layout)) or text.rstrip().endswith(shouted):
        return False
    return d.choice is None or d.rule in _LOOSE or not d.choice.direct or named


def _measure(d: Draft, layout: Layout, text: str) -> bool:
    """Whether the marks hold a measure by its name, its kind in lower case: the country's "Pardon and Amnesty law"."""
    return not d.opens and text.rstrip(" ,.").rpartition(" ")[2] in layout.ruleset.list("measure") and text[:1].isupper()


def _inserted(d: Draft, layout: Layout) -> bool:
    """Whether what seems to go on is a title: ``"We ran," Lind recalls in a film, "The Long Night," shown in May``."""
    before = layout.text[max(0, d.quoted.outer_start - 24) : d.quoted.outer_start]
    words = [w for w in layout.gap(d.quoted.start, d.quoted.end).split() if w.lower() not in layout.ruleset.list("small")]
    return not d.quoted.continues and bool(words) and all(w[0].isupper() for w in words) and _work(before, layout)


def _shown(d: Draft, layout: Layout) -> bool:
    """Whether a kind of work stands right before the marks and a comma."""
    return _work(layout.text[max(0, d.quoted.outer_start - 24) : d.quoted.outer_start], layout)


def _work(before: str, layout: Layout) -> bool:
    """Whether a kind of work stands before a comma: ``her memoir, "Tough Years"``."""
    m = _KIND.search(before)
    return m is not None and m[1].lower() in layout.ruleset.list("work") | layout.ruleset.list("print")


def alone(d: Draft, layout: Layout) -> bool:
    """Whether the quotation is all that its paragraph holds."""
    start, end = layout.document.paragraphs[d.quoted.paragraph]
    return end - start <= d.quoted.outer_end - d.quoted.outer_start + 2


def heading(d: Draft, layout: Layout, house: str) -> bool:
    """A few words in single marks, alone in their paragraph, where the paper quotes with double ones."""
    return d.quoted.style == "single" and house != "single" and d.words < 10 and alone(d, layout)
