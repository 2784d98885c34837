"""From the reading of the marks to spans of quoted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from quotes import data
from quotes.label import labelled
from quotes.marks import glyphs, mirrored, path, turns
from quotes.marks.path import Step
from quotes.model import Quoted, Span

WORDS = 3
"""Words that a span in single marks must have where the paper's outer marks are double: shorter ones are scare quotes."""
_QUESTION = re.compile(r"[QA]:\s+(?=\S)")
_ASIDE = re.compile(r"\([A-Z][A-Z .,;-]*\)?\.?\Z")


def find(text: str, paragraphs: Sequence[Span], start: int = 0) -> list[Quoted]:
    """The article's quoted spans: outer ones only, in text order, none crossing another or a paragraph's edge.

    ``paragraphs`` are spans of ``text`` in order; marks before ``start`` are not looked at. Apostrophes, decades, feet
    and inches are no marks; spans of one or two words in single marks are left out where the outer marks are double.
    Turns of a transcript without marks come with style "none". Never raises; linear in the length of the text.
    """
    kept = [(i, max(s, start), e) for i, (s, e) in enumerate(paragraphs) if e > start]
    habits = glyphs.habits(text)
    marks = [mirrored.turned(text, glyphs.scan(text, s, e, habits)) for _, s, e in kept]
    single = path.house(marks)
    steps = path.read(marks, single)
    spans: list[Quoted] = []
    opened: _Opened | None = None
    for step in steps:
        index, begin, edge = kept[step.paragraph]
        if step.action == "late" and step.mark:
            opened = _Opened(begin, begin, step.mark.style)
        if opened and step.action in ("close", "late", "reopen", "end", "carry"):
            spans += _span(text, opened, step, edge, index)
        if step.action in ("open", "reopen") and step.mark:
            opened = _Opened(step.mark.end, step.mark.start, step.mark.style)
        elif opened and step.action == "carry" and step.paragraph + 1 < len(kept):
            following = kept[step.paragraph + 1][1]
            opened = _Opened(following, following, opened.style)
        elif step.after == path.OUT:
            opened = None
    if not single:
        spans = [q for q in spans if q.style != "single" or len(text[q.start : q.end].split()) >= WORDS]
    spoken = turns.find(text, paragraphs, spans, start)
    turned = {q.paragraph for q in spoken}
    return sorted([*(q for q in _chain(text, spans, paragraphs) if q.paragraph not in turned), *spoken], key=lambda q: q.start)


@dataclass(frozen=True, slots=True)
class _Opened:
    start: int
    outer_start: int
    style: str


def _span(text: str, opened: _Opened, step: Step, edge: int, paragraph: int) -> list[Quoted]:
    """The trimmed span that the step ends; none if there are no words in it. A speaker's label (`WALLACE:`) is left out."""
    closing = step.mark if step.action in ("close", "late") else None
    start, end = opened.start, step.mark.start if step.mark else edge
    if step.action in ("reopen", "end") and (said := _reported().search(text, start, end)):
        end = said.start() + 1
    elif step.action == "reopen" and (told := _narrates().search(text, start, end)):
        end = told.start()
    elif (
        step.action == "end"
        and text[max(0, opened.outer_start - 2) : opened.outer_start].strip(" ").isalnum()
        and (more := _goes_on().search(text, start, end))
    ):
        end = more.start()
    label = _label(text, start, end)
    if label:
        start = label.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(map(str.isalnum, text[start:end])) or _ASIDE.match(text[start:end]):
        return []
    return [Quoted(start, end, opened.outer_start, closing.end if closing else end, paragraph, opened.style, closing is not None)]


@cache
def _reported() -> re.Pattern[str]:
    """The reporter's clause right before a mark that opens anew, so that a closing mark is lost: `“No, she said. “You go.”`"""
    verbs = "|".join([*data.word_lists("words")["reporting"], *data.word_lists("marks")["tagging"]])
    on = rf"(?:{'|'.join(data.word_lists('marks')['participles'])})"
    name = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}"
    return re.compile(
        rf",\s(?:(?:he|she|they|{name}) (?:{verbs})|(?:{verbs}) {name})(?: [^.!?,]{{0,40}})?(?:,? {on})?[.,:]?\s*\Z"
    )


@cache
def _narrates() -> re.Pattern[str]:
    """The reporter's own sentence before a mark that opens anew: `“I will go. On the plan, Lind said that he … “You go.”`"""
    verbs = "|".join(data.word_lists("marks")["narrating"])
    tale = rf"\b[A-Z][\w'’-]+ (?:{verbs}) (?:that|he|she|they|it)\b"
    return re.compile(rf"(?<=[.!?…])\s+(?=[A-Z][^.!?]{{0,160}}(?:{tale}|\b(?:{verbs})[,:]?\s*\Z))")


@cache
def _goes_on() -> re.Pattern[str]:
    """Where the reporter goes on behind a fragment that lost its closing mark: `call it “the toll law, saying it would …`"""
    return re.compile(rf",\s(?:{'|'.join(data.word_lists('marks')['participles'])})\b")


def _chain(text: str, spans: list[Quoted], paragraphs: Sequence[Span]) -> list[Quoted]:
    """Sets ``continues`` where the span before was left open and nothing but blanks, or what is no paragraph, stands between."""
    out: list[Quoted] = []
    for span in spans:
        if out and not out[-1].closed and _adjoin(text, out[-1], span, paragraphs):
            span = replace(span, continues=_label(text, span.outer_start + 1, span.end) is None)
        out.append(span)
    return out


def _adjoin(text: str, one: Quoted, two: Quoted, paragraphs: Sequence[Span]) -> bool:
    if one.paragraph == two.paragraph:
        return not text[one.end : two.outer_start].strip()
    rest = text[one.end : paragraphs[one.paragraph][1]] + text[paragraphs[two.paragraph][0] : two.outer_start]
    return two.paragraph == one.paragraph + 1 and not rest.strip()


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    return labelled(text, start, end) or _QUESTION.match(text, start, end)
