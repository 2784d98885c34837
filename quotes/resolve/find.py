"""Find the references of an article: names with their titles, noun phrases for people and bodies, third-person pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.model import Document, Sentence, Span
from quotes.resolve import fronts, titles
from quotes.resolve.bodies import body
from quotes.resolve.build import PRONOUNS, nominal, one_of, person, pronoun
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference, np_head, span_text
from quotes.resolve.spans import name_spans

_AND = ("and", "&")
_BEFORE_CREDIT = frozenset(("/", "|", "©"))
_PARTS = frozenset(("compound", "flat", "fixed", "goeswith"))


def references(document: Document, lexicon: Lexicon, quoted: Sequence[Span]) -> list[Reference]:
    """All references of the parsed sentences in text order. ``quoted`` are the article's quoted spans, sorted."""
    out: list[Reference] = []
    text = document.article.text
    seen = 0
    for sentence in document.sentences:
        while seen < len(quoted) and quoted[seen][1] <= sentence.start:
            seen += 1
        near = [q for q in quoted[seen : seen + 20] if q[0] < sentence.end]
        single = list(_in_sentence(text, sentence, lexicon, near))
        out += sorted([*single, *_coordinated(text, sentence, single)], key=lambda r: (r.start, r.end))
    return [replace(r, order=i) for i, r in enumerate(_couples(text, out, lexicon))]


def _couples(text: str, found: Sequence[Reference], lexicon: Lexicon) -> Iterator[Reference]:
    """The references, with the family name that two given names share: "Ole and Anna Moe" are Ole Moe and Anna Moe."""
    names = [r.words for r in found if r.form == "name" and r.sort == "person" and len(r.words) > 1]
    known = {words[0] for words in names} | {words[-1] for words in names}
    behind = {(r.sentence, r.first): r for r in found if r.form == "name" and r.sort == "person" and len(r.words) == 2}
    for r in found:
        other = behind.get((r.sentence, r.stop + 1))
        alone = r.form == "name" and r.sort == "person" and len(r.words) == 1 and r.outer in (-1, r.first)
        given = other is not None and {r.words[0], other.words[0]} <= lexicon.given.keys()
        if other is None or not (alone and given) or r.words[0] in known or text[r.end : other.start].strip() not in _AND:
            yield r
        else:
            yield replace(r, words=(r.words[0], other.words[1]), text=f"{r.text} {other.text.split()[-1]}")


def _in_sentence(text: str, sentence: Sentence, lexicon: Lexicon, quoted: Sequence[Span]) -> Iterator[Reference]:
    taken: set[int] = set()
    for first, stop, kind in sorted(name_spans(sentence, lexicon), key=lambda x: (x[2] != "PER", -x[0])):
        head = np_head(sentence, first, stop)
        if kind == "PER":
            if taken.issuperset(range(first, stop)) and sentence.tokens[first].ner == "O":
                continue  # the "Security" of "Director of National Security Tove Lunde"
            title = fronts.front(sentence, first, head, lexicon)
            taken.update(range(title, stop))
            yield person(text, sentence, (title, first, stop), head, lexicon, quoted)
        elif kind != "-" or not taken.issuperset(range(first, stop)):
            taken.update(range(first, stop))
            named = body(text, sentence, (first, stop), head, kind, lexicon, quoted)
            if not (named.sort == "media" and _is_credit(sentence, first, stop)):
                yield named
    for i, token in enumerate(sentence.tokens):
        if i in taken:
            continue
        if token.upos == "PRON" and fold(token.text) in PRONOUNS:
            yield pronoun(sentence, i, quoted)
        elif (told := _one_of(sentence, i)) is not None:
            yield one_of(text, sentence, i, told, lexicon, quoted)
        elif (
            _is_age(sentence, i)
            or _stands_alone(sentence, i, lexicon)
            or (
                token.upos in ("NOUN", "PROPN")
                and token.base not in _PARTS
                and not _hyphened(sentence, i)
                and not _honours(sentence, i, lexicon)
            )
        ):
            yield nominal(text, sentence, i, lexicon, quoted)


def _is_credit(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a name only tells whose the picture or the text is: "Photo: Ana Ruiz / Reuters", or "Reuters" on a line alone."""
    alone = all(t.upos == "PUNCT" for t in (*sentence.tokens[:first], *sentence.tokens[stop:]))
    return alone or (first > 0 and sentence.tokens[first - 1].text in _BEFORE_CREDIT)


def _coordinated(text: str, sentence: Sentence, single: Sequence[Reference]) -> Iterator[Reference]:
    """Groups that "and" makes of people or bodies."""
    by_head = {r.head: r for r in single if r.form != "pronoun" and r.sort != "thing"}
    for first in single:
        joined = [by_head[c] for c in sentence.children(first.head, "conj") if c in by_head]
        if first.sort == "person" and first.form == "name":
            joined = [r for r in joined if r.sort != "place"]  # "Kirill of Kolm and All Norden"
        words = {fold(sentence.tokens[c].text) for r in joined for c in sentence.children(r.head, "cc")}
        if not joined or first.head not in by_head or not words or not words <= {"and", "&"}:
            continue
        start = min(first.start, sentence.tokens[first.outer].start) if first.outer >= 0 else first.start
        stop, end = joined[-1].stop, joined[-1].end
        yield replace(
            first, stop=stop, start=start, end=end, form="nominal", sort="group",
            text=span_text(text, start, end), words=("and",),
            gender="", plural=True, role=None, role_nouns=frozenset(), states=frozenset(), same_as=None, age=None, owner=None,
            outer=-1, members=(first.head, *(r.head for r in joined)),
        )  # fmt: skip


def _hyphened(sentence: Sentence, i: int) -> bool:
    """The tail of a compound whose head stands in front: "chief" of "editor-in-chief"."""
    head = sentence.tokens[i].head
    if i < 2 or sentence.tokens[i - 1].text != "-" or not 0 <= head < i - 1:
        return False
    return all(a.end == b.start for a, b in pairwise(sentence.tokens[head : i + 1]))  # not so "told" and "vice-president"


def _honours(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """The "Mr." of a name, which is nobody beside it, and the "Holiness" of "His Holiness", who is whoever "his" is."""
    after = sentence.tokens[i + 1].text if i + 1 < len(sentence.tokens) else ""
    his = i > 0 and sentence.tokens[i - 1].xpos == "PRP$" and sentence.tokens[i].text[:1].isupper() and after.lower() != "the"
    return (after[:1].isupper() or his) and titles.is_honorific(sentence.tokens[i].text, lexicon)


def _one_of(sentence: Sentence, i: int) -> int | None:
    """The people of whom a subject is one ("One of them told …", "another of the women"): their token, None for other words."""
    token = sentence.tokens[i]
    if fold(token.text) not in ("one", "another") or token.base != "nsubj" or sentence.children(i, "appos"):
        return None
    people = (
        c for c in sentence.children(i, "nmod") if any(sentence.tokens[k].text == "of" for k in sentence.children(c, "case"))
    )
    return next((c for c in people if fold(sentence.tokens[c].text) == "them" or sentence.tokens[c].xpos == "NNS"), None)


def _stands_alone(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether an adjective is somebody, its article before it and no noun behind: "a local said", "the accused told her"."""
    token = sentence.tokens[i]
    return token.upos in ("ADJ", "VERB") and token.base == "nsubj" and bool(sentence.children(i, "det")) and (
        fold(token.text) in lexicon.roles
    )  # fmt: skip


def _is_age(sentence: Sentence, i: int) -> bool:
    """ "The 54-year-old" as a noun, not before one: "the 54-year-old former banker"."""
    if sentence.tokens[i].text != "old" or i < 3 or "year" not in sentence.tokens[i - 2].text:
        return False
    above = sentence.tokens[i].head
    return not (above > i and sentence.tokens[above].upos in ("NOUN", "PROPN"))
