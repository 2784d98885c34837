"""An office, what it is in charge of and who holds it, with no comma between: "Speaker of the Storting Assembly Ruslan Holm". The
tagger often begins the name too early, or sees none."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quotes.model import Sentence
from quotes.resolve import kinds, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold

_OF = frozenset(("of", "for", "to", "at", "in"))
_AND = frozenset(("and", "&"))
_CHAIN = 3
"""Prepositions between an office and the name: "Minister of Defence of Ukraine Rustem Umerov"."""
_SHORTEST, _LONGEST = 2, 4
"""Words of a name that is told apart."""
_REACH = 12
"""Words of the longest thing to be in charge of."""
_SERVING = frozenset(
    ("adviser", "advisor", "lawyer", "manager", "secretary", "spokesman", "spokesperson", "spokeswoman", "deputy", "editor")
)
"""Offices that one has with a person as well as with a body."""
_OPENING = frozenset(("el", "fort", "la", "las", "los", "mount", "port", "saint", "san", "santa", "santo", "sao", "st"))
"""What opens the name of a place that holds a given name: "San Juan Capistrano"."""
Span = tuple[int, int, str]


def parted(sentence: Sentence, spans: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """The tagger's names, with a person's begun where what he is in charge of ends."""
    people = {start for start, _, kind in spans if kind == "PER"}
    out = [_past_office(sentence, *s, lexicon) for s in spans if not _before_office(sentence, s, people, lexicon)]
    for link, token in enumerate(sentence.tokens):
        if token.text not in _OF or not _in_office(sentence, link, lexicon):
            continue
        first, stop = _charge(sentence, link)
        if first == link + 1 and not _governs(sentence, link, lexicon):
            continue
        begin = _begin(sentence, first, stop, lexicon)
        if begin is None or any(begin <= start < stop and kind == "PER" for start, _, kind in out):
            continue
        held = [s for s in out if s[0] < stop and s[1] > first]
        told = [kind for start, _, kind in held if kind != "PER" and start < begin]
        told.append("LOC" if fold(sentence.tokens[first].text) in lexicon.states else "ORG")
        out = [s for s in out if s not in held]
        out += [(first, begin, told[0]), (begin, stop, "PER")]
    return sorted(out)


def _past_office(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> Span:
    """A person's name without the office that the tagger took in: "Duma Speaker Vyacheslav Volodin"."""
    for i in range(stop - _SHORTEST - 1, first, -1):
        if kind == "PER" and titles.is_role(sentence, i, lexicon) and fold(sentence.tokens[i + 1].text) in lexicon.given:
            return i + 1, stop, kind
    return first, stop, kind


def _before_office(sentence: Sentence, span: Span, people: Container[int], lexicon: Lexicon) -> bool:
    """Whether what seems a person is what the person named next is in charge of: "Bashkortostan head Rustam Moe said"; at
    ``people`` the names of persons begin."""
    tokens, (first, stop, kind) = sentence.tokens, span
    if kind != "PER" or stop - first > 1 or stop + 1 not in people:
        return False
    apposed = tokens[stop].base == "appos" and tokens[stop].head == first
    subjects = tokens[first].base == tokens[stop + 1].base == "nsubj" and tokens[first].head == tokens[stop + 1].head
    return (apposed or subjects) and titles.is_role(sentence, stop, lexicon)


def _in_office(sentence: Sentence, link: int, lexicon: Lexicon) -> bool:
    """Whether one person's office stands before a preposition, or before what it is in charge of besides."""
    for _ in range(_CHAIN):
        i = link - 1
        if i >= 0 and titles.is_role(sentence, i, lexicon) and "Plur" not in sentence.tokens[i].feats:
            return not titles.is_kin(sentence, i, lexicon)
        while i >= 0 and (sentence.tokens[i].text[:1].isupper() or sentence.tokens[i].upos in ("DET", "PART")):
            i -= 1
        if i < 1 or sentence.tokens[i].text not in _OF or i == link - 1:
            return False
        link = i
    return False


def _governs(sentence: Sentence, link: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind without an article is no person: one is head of a place, but lawyer of Anna Ruth Mercer."""
    office = fold(sentence.tokens[link - 1].text)
    first = fold(sentence.tokens[link + 1].text) if link + 1 < len(sentence.tokens) else ""
    if first in lexicon.given or office in _SERVING or office in lexicon.siding:
        return False
    return sentence.tokens[link].text in ("of", "in") or first in lexicon.states


def _charge(sentence: Sentence, link: int) -> tuple[int, int]:
    """The words with capitals behind a preposition and its article, "and" between two of them."""
    tokens = sentence.tokens
    first = link + 1 + (link + 1 < len(tokens) and tokens[link + 1].text == "the")
    stop = first
    while stop < min(len(tokens), first + _REACH):
        joined = tokens[stop].text in _AND and first < stop < len(tokens) - 1 and tokens[stop + 1].text[:1].isupper()
        if not joined and not tokens[stop].text[:1].isupper():
            break
        stop += 1
    return first, stop


def _begin(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where in such words a person's name begins: at a given name, else behind the noun of a body or a state; None if nowhere."""
    tokens = sentence.tokens
    after = tokens[stop] if stop < len(tokens) else None
    if after is not None and (after.upos in ("NOUN", "ADJ", "NUM") or after.xpos == "POS" or after.text in _OF | _AND):
        return None  # "head of the Ruslan Khasanov fund"
    for k in range(max(first + 1, stop - _LONGEST), stop - _SHORTEST + 1):
        if not _is_name(sentence, k, stop, lexicon):
            continue
        person = tokens[stop - 1].ner.endswith("PER")
        behind = fold(tokens[k - 1].text) in lexicon.bodies
        given = fold(tokens[k].text) in lexicon.given and tokens[k - 1].text not in _AND
        apart = not first <= tokens[k].head < k and tokens[k].base != "compound"  # but one name: "CEO of Kolm Morgan Chase"
        place = tokens[stop - 1].ner.endswith("LOC") and fold(tokens[first].text).strip(".") not in _OPENING  # "Kyiv Vitali Moe"
        if given and (person or apart or place or all(t.ner == "O" for t in tokens[k:stop])):
            return k
        known = fold(tokens[k - 1].text) in lexicon.states  # "the People's Republic of China Xi Moe", "Türkiye Orhan Moe"
        if (person and (behind or (k == first + 1 and known))) or (known and fold(tokens[k].text) in lexicon.family_first):
            return k
    return None


def _is_name(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether all words can belong to a person's name, and none is a body's, a state's or an office."""
    return all(
        sentence.tokens[i].upos in ("PROPN", "NOUN", "ADJ")
        and not titles.is_role(sentence, i, lexicon)
        and not kinds.no_person(sentence.tokens[i].text, lexicon)
        for i in range(first, stop)
    )
