"""Whole sentences that nothing attributes, where but one person is quoted before and behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Attribution, Document, Speaker
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.memory import Discourse
from quotes.resolve.names import words

_SHORT = 6
"""Words of the shortest sentence that is no title or slogan."""
_ENDS = (".", "!", "?", "…")
_AROUND = 2
"""Statements before and behind that must all be one person's."""


def fill(
    document: Document, discourse: Discourse, attributions: Sequence[Attribution], speakers: Sequence[Speaker], lexicon: Lexicon
) -> list[Speaker]:
    """The speakers, with the one who is quoted around it for every statement of whole sentences without a mention: "'It rained,'
    Ruiz said.¶ The harvest was poor.¶ 'We lost it all.'¶ Ruiz hopes …". Its confidence is modest."""
    out = list(speakers)
    order = sorted((i for i, s in enumerate(speakers) if s.name), key=lambda i: attributions[i].start)
    single = len({speakers[k].name for k in order}) == 1
    for i, said in enumerate(attributions):
        if said.mention is not None or speakers[i].name is not None or not _is_sentence(document, said):
            continue
        at = bisect_left(order, said.start, key=lambda k: attributions[k].start)
        before, behind = order[max(0, at - _AROUND) : at], order[at : at + _AROUND]
        names = {speakers[k].name for k in (*before, *behind)}
        sole = speakers[(before or behind)[0]] if len(names) == 1 and len(before) + len(behind) > 1 else None
        if sole is None or sole.type != "person" or not (single or (before and behind)):
            continue
        since = attributions[before[-1]].end if before else 0
        until = attributions[behind[0]].start if behind else len(document.article.text)
        if not _names_other(discourse, sole, (since, until)) and not _names_itself(document, sole, said):
            out[i] = replace(sole, confidence=lexicon.certainty.get("sole", 0.5), rule="sole", flags=())
    return out


def _is_sentence(document: Document, said: Attribution) -> bool:
    """Whether the quoted words are whole sentences: a capital in front, a full stop, question or exclamation mark behind."""
    first, last = (document.words(span).strip() for span in (said.segments[0], said.segments[-1]))
    return said.kind == "direct" and first[:1].isupper() and last.endswith(_ENDS) and len(words(f"{first} {last}")) >= _SHORT


def _names_other(discourse: Discourse, sole: Speaker, between: tuple[int, int]) -> bool:
    """Whether the reporter names somebody else as a subject between two statements of the one."""
    own = set(words(sole.name or ""))
    first, stop = (bisect_left(discourse.references, offset, key=lambda r: r.start) for offset in between)
    near = discourse.references[first:stop]
    return any(r.form == "name" and r.sort == "person" and r.subject and not r.quoted and own.isdisjoint(r.words) for r in near)


def _names_itself(document: Document, sole: Speaker, said: Attribution) -> bool:
    """Whether the words name the one, as the reporter's do where quotation marks are the wrong way round."""
    told = {w for span in said.segments for w in words(document.words(span))}
    return not told.isdisjoint(words(sole.name or "")[-1:])
