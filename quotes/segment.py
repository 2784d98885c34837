"""Paragraphs, sentences and words of an article, by pattern: no model, and linear in the text's length.

Words and sentences are those of the English Universal Dependencies treebanks, on which the parsers are trained: ``do`` and
``n't``, ``well`` ``-`` ``known``, ``pro-Russian``, ``U.S.``; a sentence ends inside quotation marks too, but never between a
quotation and its attribution. The vocabulary is ``rules/text/words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quotes import data, glued, lines, opening
from quotes.model import Span

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff"
"""Characters without width: they belong to no word unless letters stand on both sides."""
_LABEL = re.compile(
    r"(?<=[.!?…:)\]\"”'’—–-])(?P<gap> ?)(?P<open>[\"“]?)(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|Q|A)"
    r"(?:, [A-Z][A-Z .'’-]{1,40}|\s\([^()\n]{1,40}\))?:\s"
)
_SIGNED = re.compile(
    r"[\"”’]\s*(?:[―—–]|--)\s*[A-Z][\w.'’-]*(?:,?\s(?:[A-Z][\w./'’-]*|de|la|del|der|den|di|da|van|von|bin|al|of|the|and|for|y))*[.,]?\s+(?=[\"“”])"
)
_TURNS, _SIGNERS = 3, 2
"""So many labels in one paragraph make it a transcript, so many names behind a dash a row of signed quotations."""


def paragraphs(text: str) -> list[Span]:
    """The text's paragraphs, trimmed, in text order.

    A line break ends a paragraph, unless it stands inside a sentence (a link on a line of its own) or the text is hard-wrapped:
    then only a blank line does, or a break that the wrapping does not explain (the next word would have fit) after the end of
    a sentence. A paragraph that holds the turns of a transcript or a row of signed quotations has lost its breaks: each turn
    and each quotation is one again.
    """
    return [piece for span in lines.broken(text) for piece in _restored(text, span)]


def _restored(text: str, span: Span) -> list[Span]:
    """One paragraph, cut before each turn (``WALLER: Let us start.``) and behind each sign-off (``… again.” — Ana Ruiz``)."""
    cuts: list[int] = []
    if text.find(":", *span) >= 0:
        labels = list(_LABEL.finditer(text, *span))
        names = {m["name"] for m in labels}
        if len(labels) >= _TURNS and 2 <= len(names) < len(labels):
            cuts += [m.end("gap") for m in labels]
    signed = [m.end() for m in _SIGNED.finditer(text, *span)]
    cuts += signed if len(signed) >= _SIGNERS else []
    edges = [span[0], *sorted(c for c in set(cuts) if c > span[0]), span[1]]
    return [piece for a, b in pairwise(edges) if (piece := lines.trim(text, a, b))[0] < piece[1]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What the word list makes: sets to look words up in, and the word pattern."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    after_time: frozenset[str]
    verbs: tuple[str, ...]
    prefixes: frozenset[str]
    tails: tuple[str, ...]
    fronts: frozenset[str]
    attribution: re.Pattern[str]
    word: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = data.word_lists("words")
    names, numbers, ends, starters, times = (
        frozenset(table[key]) for key in ("before_name", "before_number", "may_end", "starters", "after_time")
    )
    glue = (
        tuple(table["glued_verbs"]),
        frozenset(table["glued_prefixes"]),
        tuple(table["glued_tails"]),
        frozenset(table["glued_fronts"]),
    )
    return _Patterns(names, numbers, ends, starters, times, *glue, _attribution(table), _word(table))


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def _attribution(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    """A short subject and a reporting verb: what a question in quotation marks carries on into."""
    subject = r"[A-Z][\w'’.-]*(?:\s+[\w'’-]+\.?){0,5}?"
    aside = r"(?:\s*\([^()]{1,30}\)|,\s[^,.!?\"“”]{1,60},)?"
    return re.compile(rf"\s+{subject}{aside}\s+{_any(table['reporting'])}\b")


def _word(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    """The word pattern, alternatives in order of precedence."""
    abbreviations = [a for a in table["before_name"] + table["may_end"] if " " not in a]
    letter = r"[\w\u0300-\u036f\u00ad\u200b-\u200d]"
    contracted = "|".join(rf"{pair[0]}(?={pair[1]}\b)" for pair in table["contractions"])
    return re.compile(
        r"(?:https?://|www\.)[^\s\"“”<>]*[^\s.,;:!?'\")\]}>»”’]"
        r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}\w"
        rf"|(?<![\w.])(?:[\w-]{{1,40}}\.){{1,4}}{_any(table['domains'])}(?![\w.-]*\w)(?:/[^\s\"“”<>]*[^\s.,;:!?'\")\]}}>»”’])?"
        rf"|(?<!\w){_any(abbreviations)}\.(?!\w)"
        rf"|(?<!\w){_any(table['before_number'])}\.(?=\s+[\dA-Z])(?<=[(\[;,]..)|(?<!\w)[Nn]os?\.(?=\s?\d)"
        r"|(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)(?:[A-Z]\.)+[A-Z](?!\w)|(?<!\w)[ap]\.m\.?|(?<!\w)Ph\.D\.?"
        r"|(?<![\w.])[A-Z]\.(?=\s+[A-Z\"“‘'(]|-)"
        rf"|(?<!\w)(?i:{contracted})"
        r"|(?<=\w)[nN]['’`´][tT]\b|(?<=[^\W\d_])['’`´](?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL)\b|(?<=\d['’]s)['’]s\b"
        rf"|(?<!\w){_any(table['dollars'])}\$"
        rf"|(?<![\w.])(?i:{_any(table['prefixes'])})-{letter}+"
        r"|(?<!\w)[A-Z]-\d+\w*|(?<!\w)['’]\d0?s\b|(?<!\w)['’]\d\d(?:s\b|\b)"
        r"|\d{1,4}-\d{1,2}-\d{1,4}(?!\w)|\+?\d{3}-\d{3}-\d{4}"
        r"|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s|ST|ND|RD|TH)(?!\w)|['’]s\b)"
        rf"|\d+(?:[.,:/]\d+)*(?={_any(table['units'])}(?!\w))|(?<![\w.])\.\d+|\d+(?:[.,:/]\d+)+(?!\w)"
        r"|[#@][^\W\d]\w*|\[(?:\.\.\.|…)\]|(?<!\w)['’]em\b"
        rf"|[^\W\d_]+?(?=[nN]['’`´][tT]\b)"
        rf"|{letter}+(?:&\w+)+|{_inner()}|\w(?:{letter}*[\w\u0300-\u036f])?"
        rf"|\.\.\.+|--+|''|``|‘‘|’’|‘’|[^\w\s{_UNSEEN}][\u0300-\u036f\ufe0f]?"
    )


def _inner() -> str:
    """Words with an apostrophe or full stop inside that is no clitic: O'Connor, Ba'athist, d'état, alt.religion.scientology."""
    clitic = r"(?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL|t|T)\b"
    return rf"[^\W\d_]+(?:['’](?!{clitic})[^\W\d_]+)+|(?<![\w.])[a-z]+(?:\.[a-z]+)+(?![\w.])"


def words(text: str, start: int, end: int) -> list[Span]:
    """Word spans of one sentence in the manner of Universal Dependencies; characters without width belong to none."""
    patterns = _patterns()
    found = [m.span() for m in patterns.word.finditer(text, start, end) if not _unseen(m[0])]
    glue = patterns.verbs, patterns.prefixes, patterns.tails, patterns.fronts
    return [piece for span in found for piece in glued.pieces(text, span, *glue)]


def _unseen(word: str) -> bool:
    return not word[0].isalnum() and all(c in "\u00ad\u200b\u200c\u200d" for c in word)


_END = re.compile(
    r"(?<![.!?…])(?:[.!?…]++|(?<=[^.\s])(?:\s\.){3}+)(?P<close>[\"”’'»)\]“‘]*+)(?P<note>(?:\s?\[\d{1,3}\])*+)"
    r"(?:(?=\s)|$|(?=[A-Z][a-z]|[“‘\"'(]?[A-Z][a-z])|(?=[A-Z]\s)|(?<=[\"”]\.)(?=[A-Z]))"
)
_NEXT = re.compile(r"\s*(?P<marks>[\"“”‘’'`«„(\[—–•*-]*+)\s*(?P<word>[\w@#$£€]+(?:[-'’]\w+)*)")
_TOKEN = re.compile(r"\S{1,60}$")
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]$")
_LOWER_NAME = re.compile(r"(?:al|el|de|i|e)-?[A-Z]")
_CLOSING = "\"”’'»"
_NO_WORD = re.compile(r"[@/\\.]|www")
_SAID = re.compile(r"[^\W_]")
_OPENING = re.compile(r"(?<=\s)[\"“‘'«]")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of one paragraph, trimmed, in text order; together they hold all that can be seen of it."""
    out: list[Span] = []
    begin = start
    opened = opening.end(text, start, end)
    if opened is not None:
        out.append(lines.trim(text, start, opened))
        begin = opened
    for m in _END.finditer(text, begin, end):
        if m.end() < end and _ends(text, begin, m, end):
            out.append(lines.trim(text, begin, m.end()))
            begin = m.end()
    out.append(lines.trim(text, begin, end))
    return _joined(text, [(a, b) for a, b in out if a < b])


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """What has neither letter nor digit is no sentence of its own: a mark set apart (``. "``) goes to the one before it."""
    out: list[Span] = []
    for a, b in spans:
        if out and not _SAID.search(text, a, b):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _ends(text: str, begin: int, m: re.Match[str], end: int) -> bool:
    """Whether a sentence that began at ``begin`` ends with the marks that ``m`` found."""
    follow = _NEXT.match(text, m.end(), min(end, m.end() + 80))
    if follow is None:
        return True
    mark = text[m.start() : m.start("close")]
    word, marks = follow["word"], follow["marks"]
    if not text[m.end()].isspace():
        return _glued(text, m, word)
    if word[0].islower() and not _LOWER_NAME.match(word):
        return bool(marks) and (marks[0] in "•*" or (marks[0] in '“"' and mark[0] != "…"))
    if mark[-1] in "?!…" and m["close"] and m["close"][-1] in _CLOSING and not marks:
        return _opened(text, begin, m.start()) or not _patterns().attribution.match(text, m.end(), min(end, m.end() + 160))
    if mark in ("…", "...") and text[m.start() - 1].isspace():
        # an elision inside what is quoted: “More people are turning to credit … While this may be …”
        return False
    return mark != "." or bool(m["close"]) or not _abbreviated(text, begin, m.start(), follow)


def _opened(text: str, begin: int, stop: int) -> bool:
    """Whether the quotation opens inside the sentence: its cue stands before it then (``He asked “why?” Nobody answered.``)."""
    first = lines.trim(text, begin, stop)[0]
    return _OPENING.search(text, max(first + 1, stop - 400), stop) is not None


def _glued(text: str, m: re.Match[str], word: str) -> bool:
    """A lost blank: ``the gift.The Senat is`` is two sentences, ``Booking.Com`` and ``U.S.The`` are not told from names."""
    before = _TOKEN.search(text, max(0, m.start() - 60), m.start())
    token = before[0].lstrip("\"“‘'([") if before else ""
    if _NO_WORD.search(token) or (len(word) < 2 and word not in ("A", "I")):
        return False
    if m["close"]:
        return token[-1:].isalnum()
    return token[-2:].islower() or (token.isdigit() and len(token) == 4)


def _abbreviated(text: str, begin: int, stop: int, follow: re.Match[str]) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation and the word that follows carries the sentence on."""
    word, marks = follow["word"], follow["marks"]
    found = _TOKEN.search(text, max(begin, stop - 60), stop)
    if found is None:
        return False
    token = found[0].lstrip("\"“”‘’'([«")
    if stop - begin < 8 and _ITEM.match(text[begin : stop + 1].strip()):
        return True
    known = _patterns()
    last = re.split(r"[-–—/]", token)[-1]
    if last in known.before_name:
        return True
    if last in known.before_number:
        return word[0].isdigit() or (len(last) == 1 and found[0][0] in "([")
    if last in ("a.m", "p.m", "A.M", "P.M"):
        return word in known.after_time
    if last in known.may_end or "." in last or (len(last) == 1 and last.isupper()):
        initial = len(word) == 1 and follow.end("word") < len(text) and text[follow.end("word")] == "."  # A. A. Lind
        return word[0].isdigit() or (not marks and (initial or word not in known.starters))
    return False
