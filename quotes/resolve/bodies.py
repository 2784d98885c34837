"""Build references to named bodies, places, papers and works, with what belongs to their names."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Sentence, Span
from quotes.resolve import titles
from quotes.resolve.build import is_subject, told_states
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold, words
from quotes.resolve.reference import Reference, Sort, is_quoted, span_text

_TAIL = ("of", "for")
_LINKS = frozenset(("of", "for", "under", "in", "and", "the"))
"""Words in front of the last one that make a body of a name: "Freedom Under Law"."""


def body(text: str, sentence: Sentence, span: Span, head: int, kind: str, lexicon: Lexicon, quoted: Sequence[Span]) -> Reference:
    """A named body, place, paper or work, with the modifiers that belong to its name ("the Foreign Ministry of Norway")."""
    first, stop = _widened(sentence, *span, head, lexicon)
    if (
        stop < len(sentence.tokens)
        and sentence.tokens[stop].upos == "NUM"
        and fold(sentence.tokens[stop - 1].text) in lexicon.documents
    ):
        stop += 1  # "Article 13"
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    name = words(text[start:end])
    core = words(text[sentence.tokens[span[0]].start : sentence.tokens[span[1] - 1].end])
    return Reference(
        *(sentence.index, sentence.paragraph, head, first, stop, start, end),
        form="name", sort=_body_sort(core or name, kind, lexicon), text=span_text(text, start, end), words=name, gender="n",
        subject=is_subject(sentence, head, first), quoted=is_quoted(start, quoted),
        states=told_states(sentence, range(first, stop), lexicon), same_as=_spelt_out(sentence, first, stop),
    )  # fmt: skip


def _spelt_out(sentence: Sentence, first: int, stop: int) -> int | None:
    """The last token of the name that a bracketed short form follows: "Inland Revenue (IRD)", "the Rights Centre (Cedeh)"."""
    tokens = sentence.tokens
    bracketed = first > 1 and stop < len(tokens) and tokens[first - 1].text == "(" and tokens[stop].text == ")"
    short = tokens[first].text
    spelt = short[-1:].isupper() or tokens[first].ner.endswith("ORG")
    return first - 2 if bracketed and stop - first == 1 and short[:1].isupper() and spelt else None


def _body_sort(name: Sequence[str], kind: str, lexicon: Lexicon) -> Sort:
    if kind == "MEDIA":
        return "media"
    if any(w in lexicon.media_names for w in name) and kind in ("ORG", "MISC", "PER", "-"):
        return "media"
    if len(name) > 1 and name[-1] in lexicon.titled and name[-2] not in _LINKS:
        return "document"
    if kind in ("LOC", "FAC"):
        return (
            "body"
            if any(w in lexicon.seated_bodies for w in name) or (kind == "FAC" and name[-1:] and name[-1] in lexicon.bodies)
            else "place"
        )
    if any(w in lexicon.bodies for w in name) or kind == "ORG":
        return "body"
    return "document" if any(w in lexicon.documents for w in name) else "thing"


def _widened(sentence: Sentence, first: int, stop: int, head: int, lexicon: Lexicon) -> Span:
    """Takes in "Russian" before "Foreign Ministry" and "of Foreign Affairs", "in Hanoi" behind "Ministry", "Embassy"."""
    inside = set(sentence.subtree(head))
    while first > 0 and first - 1 in inside and (
        sentence.tokens[first - 1].upos == "PROPN" or sentence.tokens[first - 1].ner[2:] in ("NORP", "LOC")
        or (sentence.tokens[first - 1].text in ("'s", "’s") and sentence.tokens[first - 2].ner[2:] == "LOC")
        or _modified(sentence, first, stop, lexicon)
    ):  # fmt: skip
        first -= 1
    if first > 1 and first - 1 in inside and _of_office(sentence, first, lexicon):
        first -= 2
        while first > 0 and sentence.tokens[first - 1].text[:1].isupper() and first - 1 in inside:
            first -= 1
    placed = (
        fold(sentence.tokens[stop - 1].text) in lexicon.placed_bodies
        or fold(sentence.tokens[first].text) in lexicon.placed_bodies
    )
    placed &= not (stop - first == 2 and fold(sentence.tokens[stop - 1].text) == "university")  # "Brekke University in Oslo"
    while stop + 1 < len(sentence.tokens) and stop in inside:
        link = sentence.tokens[stop].text
        j = stop + 1 + (sentence.tokens[stop + 1].text == "the")
        if not (link in _TAIL or (placed and link == "in")) or j >= len(sentence.tokens):
            break
        while _is_modifier(sentence, j) and j + 1 < len(sentence.tokens):
            j += 1  # "of the Armed Forces"
        if sentence.tokens[j].upos != "PROPN":
            break
        while j < len(sentence.tokens) and sentence.tokens[j].upos == "PROPN" and j in inside:
            j += 1
        if j <= stop + 1:
            break
        stop, placed = j, False
    return first, stop


def _is_modifier(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].upos == "ADJ" and sentence.tokens[i].text[:1].isupper()


def _modified(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the adjective in front is part of a body's name: "the General Staff", "the High Court"; in front of a whole
    sentence any word has a capital."""
    known = any(fold(t.text) in lexicon.bodies for t in sentence.tokens[first:stop])
    return known and first > 1 and _is_modifier(sentence, first - 1)


def _of_office(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether an office owns the body: "the Prosecutor General's Office"."""
    mark, owner = sentence.tokens[first - 1].text, sentence.tokens[first - 2].text
    return mark in ("'s", "’s") and owner[:1].isupper() and titles.is_role(sentence, first - 2, lexicon)
