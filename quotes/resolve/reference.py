"""A reference: a stretch of a parsed sentence that stands for somebody or something, with what its own words tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.model import Sentence, Span
from quotes.resolve.names import fold, words

Form = Literal["name", "nominal", "pronoun"]
Sort = Literal["person", "office", "body", "place", "document", "media", "group", "thing"]
_PARTS = 4
"""Parts of the longest word with hyphens that is looked up."""
_WHOSE = frozenset(("my", "our", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Reference:
    """``first, stop`` are its core tokens (a name without title, a noun with its modifiers), ``start, end`` the offsets."""

    sentence: int
    """``Sentence.index``."""
    paragraph: int
    head: int
    first: int
    stop: int
    start: int
    end: int
    form: Form
    sort: Sort
    text: str
    words: tuple[str, ...]
    """Folded name words; for a nominal or pronoun the lemma alone."""
    gender: str = ""
    hinted: bool = False
    """The gender is told by the name of an office alone: a spokesman may be a woman."""
    plural: bool = False
    definite: bool = True
    subject: bool = False
    quoted: bool = False
    """Inside quotation marks."""
    role: str | None = None
    """Title in front or description in apposition, as written."""
    role_owner: int | None = None
    """Token of the pronoun for whose the role is ("his lawyer, Ana Ruiz")."""
    body: str | None = None
    """The body that a name is told to belong to ("Ana Ruiz of Fair Water")."""
    role_nouns: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    """States its modifiers name ("the Russian leader", "President of Russia")."""
    same_as: int | None = None
    """Head token of the reference in the same sentence that an apposition or copula equates with it."""
    age: str | None = None
    owner: int | None = None
    """Head token of its possessor ("Yoon's office")."""
    complement: bool = False
    """A phrase behind the noun sets it apart ("the ministers of Norway and Chile")."""
    clause: bool = False
    """A relative clause without comma does ("the doctor who treated them")."""
    honorific: bool = False
    members: tuple[int, ...] = ()
    """Head tokens of the references that a coordination joins ("Lind and Ruiz")."""
    tried: bool = False
    """Its clause tells that somebody arrests, charges or sentences it."""
    generation: str = ""
    """"jr" of "Donald Trump Jr."; not among ``words``."""
    outer: int = -1
    """First token of the title in front of a name; -1 where ``first`` is the first."""
    order: int = -1
    """Running number in the article, in text order."""


def span_text(article: str, start: int, end: int) -> str:
    """The words between two offsets on one line, without characters of no width."""
    return " ".join(article[start:end].replace("\u200b", "").split())


def reports(reference: Reference, sentence: Sentence) -> bool:
    """Whether it is the subject of a verb that takes a clause, in the reporter's words: "Ruiz says the talks tell nothing", "The
    talks, Ruiz says, tell nothing"."""
    verb = sentence.tokens[reference.head].head
    if not reference.subject or reference.quoted or verb < 0:
        return False
    inserted = sentence.tokens[verb].base == "parataxis" and not _behind_colon(sentence, verb)
    told = (_behind_colon(sentence, c) for c in sentence.children(verb, "parataxis"))
    return inserted or bool(sentence.children(verb, "ccomp")) or any(told)


def _behind_colon(sentence: Sentence, clause: int) -> bool:
    first = min(sentence.subtree(clause))
    return first > 0 and sentence.tokens[first - 1].text == ":"


def np_head(sentence: Sentence, first: int, stop: int) -> int:
    """The token of a stretch whose head lies outside it (the first such)."""
    for i in range(first, stop):
        if not first <= sentence.tokens[i].head < stop:
            return i
    return first


def is_owned(reference: Reference) -> bool:
    """Whether a description tells by a pronoun whose somebody is: "her former boss"."""
    return not _WHOSE.isdisjoint(words(reference.text)[:1])


def is_quoted(start: int, quoted: Sequence[Span]) -> bool:
    """Whether an offset lies in quotation marks."""
    return any(s <= start < e for s, e in quoted)


def hyphened(sentence: Sentence, i: int) -> str:
    """The word of hyphened parts that token ``i`` ends ("centre-forward"), whatever the tree takes the parts for; else ""."""
    tokens, begin = sentence.tokens, i
    for _ in range(_PARTS - 1):
        glued = begin > 1 and tokens[begin - 2].end == tokens[begin - 1].start == tokens[begin].start - 1
        if not glued or tokens[begin - 1].text != "-":
            break
        begin -= 2
    return fold("".join(t.text for t in tokens[begin : i + 1])) if begin < i else ""
