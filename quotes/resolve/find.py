"""Find the references of an article: names with their titles, noun phrases for people and bodies, third-person pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.model import Document, Sentence, Span
from quotes.resolve import titles
from quotes.resolve.build import PRONOUNS, body, nominal, person, pronoun
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference, np_head, span_text

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
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
    return [replace(r, order=i) for i, r in enumerate(out)]


def _in_sentence(text: str, sentence: Sentence, lexicon: Lexicon, quoted: Sequence[Span]) -> Iterator[Reference]:
    taken: set[int] = set()
    for first, stop, kind in sorted(_name_spans(sentence, lexicon), key=lambda x: x[2] != "PER"):
        head = np_head(sentence, first, stop)
        if kind == "PER":
            title = titles.front(sentence, first, head, lexicon)
            taken.update(range(title, stop))
            yield person(text, sentence, (title, first, stop), head, lexicon, quoted)
        elif kind != "-" or not taken.issuperset(range(first, stop)):
            taken.update(range(first, stop))
            yield body(text, sentence, (first, stop), head, kind, lexicon, quoted)
    for i, token in enumerate(sentence.tokens):
        if i in taken:
            continue
        if token.upos == "PRON" and fold(token.text) in PRONOUNS:
            yield pronoun(sentence, i, quoted)
        elif _is_age(sentence, i) or (
            token.upos in ("NOUN", "PROPN")
            and token.base not in _PARTS
            and not _hyphened(sentence, i)
            and not _honours(sentence, i, lexicon)
        ):
            yield nominal(text, sentence, i, lexicon, quoted)


def _coordinated(text: str, sentence: Sentence, single: Sequence[Reference]) -> Iterator[Reference]:
    """Groups that "and" makes of people or bodies."""
    by_head = {r.head: r for r in single if r.form != "pronoun" and r.sort != "thing"}
    for first in single:
        joined = [by_head[c] for c in sentence.children(first.head, "conj") if c in by_head]
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


def _name_spans(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Named entities, persons without their titles, and proper nouns that the tagger left out (kind ``-``)."""
    out: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    for first, stop, kind in sentence.names():
        if kind == "NORP" and stop - first > 1 and _ends_as_body(sentence, stop - 1, lexicon):
            kind = "ORG"  # "Baltic Herald", "Korean Central News Agency": begins as a people, ends as a body
        first, stop = _stripped(sentence, first, stop, kind, lexicon)
        first = _begun_before(sentence, first, lexicon) if kind == "PER" and first < stop else first
        if kind in ("NORP", "PER") and stop - first == 1 and titles.is_national(sentence, first, lexicon):
            covered.add(first)
            continue
        if kind == "PER" and (_of_place(sentence, first, stop, lexicon) or _is_notice(sentence)):
            continue
        if kind in ("ORG", "MISC") and _aged(sentence, stop):
            kind = "PER"  # "APJ Abdul Rahman, 61, laughed"
        if first < stop and kind in ("PER", "ORG", "LOC", "FAC", "MISC") and not _is_address(sentence, first, stop):
            out.append((first, stop, kind))
            covered.update(range(first, stop))
            if kind == "PER":
                out[-1] = (first, _past_generation(sentence, _past_nickname(sentence, stop), lexicon), kind)
                covered.update(range(*out[-1][:2]))
        elif kind == "NORP":
            covered.update(range(first, stop) if all(sentence.tokens[i].upos == "ADJ" for i in range(first, stop)) else ())
    i = 0
    while i < len(sentence.tokens):
        j = i
        while j < len(sentence.tokens) and sentence.tokens[j].upos == "PROPN" and j not in covered:
            j += 1
        if j == i + 1 and titles.is_national(sentence, i, lexicon):
            i = j
            continue
        if j > i:
            first, stop = _stripped(sentence, i, j, "PER", lexicon)
            if first < stop and not titles.is_role(sentence, stop - 1, lexicon):
                out.append((first, stop, "PER" if first > i or _is_person(sentence, first, stop, lexicon) else "-"))
        i = max(j, i + 1)
    return _disjoint(sorted(out))


def _disjoint(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without spans that an earlier one holds."""
    out: list[tuple[int, int, str]] = []
    for span in spans:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _past_nickname(sentence: Sentence, stop: int) -> int:
    """Where a name ends that a nickname interrupts: after the family name of "Bethan 'Buster' Rowlands"."""
    tokens = sentence.tokens
    if stop + 2 >= len(tokens) or tokens[stop].text not in _QUOTES:
        return stop
    close = next((i for i in range(stop + 2, min(stop + 4, len(tokens) - 1)) if tokens[i].text in _QUOTES), None)
    if close is None or tokens[close + 1].upos != "PROPN":
        return stop
    end = close + 1
    while end < len(tokens) and tokens[end].upos == "PROPN":
        end += 1
    return end


def _of_place(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """The "Virginia" of "Virginia Sen. Mark Warner"."""
    after = sentence.tokens[stop : stop + 2]
    if stop - first != 1 or len(after) < 2 or not after[1].ner.endswith("PER"):
        return False
    return fold(after[0].text).strip(".") in lexicon.ranks and after[0].text[:1].isupper() and after[0].ner == "O"


def _is_notice(sentence: Sentence) -> bool:
    """A line like ADVERTISEMENT."""
    return len(sentence.tokens) == 1 and sentence.tokens[0].text.isupper()


def _aged(sentence: Sentence, stop: int) -> bool:
    """Whether an age stands behind a name: ", 61,"."""
    behind = [t.text for t in sentence.tokens[stop : stop + 3]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and 9 < int(behind[1]) < 110


def _past_generation(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Behind the "Jr." of "Donald Trump Jr." or "Sammy Davis, Jr."."""
    for i in (stop, stop + 1):
        if i < len(sentence.tokens) and fold(sentence.tokens[i].text).strip(".") in lexicon.generations:
            return i + 1
        if i == stop and (i >= len(sentence.tokens) or sentence.tokens[i].text != ","):
            break
    return stop


def _hyphened(sentence: Sentence, i: int) -> bool:
    """The tail of a compound whose head stands in front: "chief" of "editor-in-chief"."""
    return i > 1 and sentence.tokens[i - 1].text == "-" and 0 <= sentence.tokens[i].head < i - 1


def _honours(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """The "Mr." of a name, which is nobody beside it."""
    after = sentence.tokens[i + 1].text if i + 1 < len(sentence.tokens) else ""
    return after[:1].isupper() and fold(sentence.tokens[i].text).strip(".") in lexicon.honorifics


def _is_age(sentence: Sentence, i: int) -> bool:
    """ "The 54-year-old" as a noun."""
    if sentence.tokens[i].text != "old" or i < 3 or "year" not in sentence.tokens[i - 2].text:
        return False
    return not (i + 1 < len(sentence.tokens) and sentence.tokens[i].head == i + 1 and sentence.tokens[i + 1].upos == "NOUN")


def _is_address(sentence: Sentence, first: int, stop: int) -> bool:
    """A link, handle or party with state ("R-Okla.") that the tagger took for a name."""
    party = stop - first > 1 and len(sentence.tokens[first].text) == 1 and sentence.tokens[first + 1].text == "-"
    return party or any(
        "/" in t.text or ".com" in t.text or t.text.startswith(("http", "@")) for t in sentence.tokens[first:stop]
    )


def _ends_as_body(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    return sentence.tokens[i].upos == "PROPN" and lexicon.person_noun(_singular(sentence.tokens[i].text)) is None


def _singular(form: str) -> str:
    return fold(form).removesuffix("s")


def _begun_before(sentence: Sentence, first: int, lexicon: Lexicon) -> int:
    """The tagger lost a given name's first word: "Gennady" in front of B-PER "Bezdetko"."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.ner != "O" or titles.is_role(sentence, first - 1, lexicon):
        return first
    if (
        before.text[:1].isupper()
        and fold(before.text) in lexicon.family_first
        and first > 1
        and titles.is_role(sentence, first - 2, lexicon)
    ):
        return first - 1  # "President To Lam"
    if before.upos != "PROPN":
        return first
    linked = sentence.tokens[first].head == first - 1 or before.head == first
    return first - 1 if linked and not _is_title(before.text, lexicon, last=False) and before.text[:1].isupper() else first


def _is_person(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a proper noun without tag is a person's: it begins with a given name or follows a title."""
    if stop - first > 1 and fold(sentence.tokens[first].text) in lexicon.given:
        return True
    bodily = any(fold(t.text) in lexicon.bodies for t in sentence.tokens[first:stop])
    return not bodily and titles.front(sentence, first, np_head(sentence, first, stop), lexicon) < first


def _stripped(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> tuple[int, int]:
    while (
        stop > first
        and sentence.tokens[stop - 1].upos in ("PART", "PUNCT", "ADP", "DET")
        and sentence.tokens[stop - 1].text not in (".", ")")
    ):
        stop -= 1
    if kind == "PER":
        while first < stop and _is_title(sentence.tokens[first].text, lexicon, last=first == stop - 1):
            first += 1
    while first < stop and sentence.tokens[first].upos in ("DET", "PUNCT", "ADP"):
        first += 1
    while (
        kind == "LOC"
        and stop - first > 1
        and sentence.tokens[stop - 1].xpos == "NNP"
        and titles.is_role(sentence, stop - 1, lexicon)
    ):
        stop -= 1  # "the Tennessee Republican" is no place
    return first, stop


def _is_title(form: str, lexicon: Lexicon, *, last: bool) -> bool:
    word = fold(form).strip(".")
    if word in lexicon.family_first and not form.endswith("."):
        return False
    return word in lexicon.honorifics or word in lexicon.ranks or (not last and word in lexicon.roles)
