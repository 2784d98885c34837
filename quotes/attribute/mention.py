"""The noun phrase around a head word, as it stands in the text."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.medium import is_medium
from quotes.model import Mention, Sentence, Token

_APART = frozenset(
    {"acl", "appos", "parataxis", "conj", "cc", "advcl", "discourse", "list", "cop", "aux", "nsubj", "obl", "mark", "dep"}
)
_NICKNAME = 4
"""Tokens of a nickname with its marks."""
_PARTS = frozenset({"flat", "conj", "compound"})
_ASIDE = frozenset({",", "("})
_TITLES = frozenset({"compound", "nmod:desc"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_CORE = frozenset({"NOUN", "PROPN", "PRON"})
_TIES = frozenset({"nsubj", "iobj", "obj", "obl", "parataxis"})
"""Relations in which a parser ties a speaker to the cue."""


def prepositions(sentence: Sentence, i: int) -> set[str]:
    """The prepositions of a phrase, by its head, in lower case."""
    return {sentence.tokens[c].text.lower() for c in sentence.children(i, "case")}


def mention(sentence: Sentence, head: int, barred: frozenset[int]) -> Mention:
    """The shortest complete noun phrase around ``head``: without appositions, relative clauses and conjuncts.

    ``barred`` are token indices that cannot belong to it (other people's quotations).
    """
    head = _bearer(sentence, head)
    first, last = _run(sentence, head, *phrase(sentence, head, barred), barred)
    last = _named(sentence, head, _nicknamed(sentence, head, last, barred), barred)
    return Mention(sentence.tokens[first].start, sentence.tokens[last].end, sentence.index, head)


def _bearer(sentence: Sentence, i: int) -> int:
    """From a title to the name that it stands before: "Ambassador" -> "Bezdetko"; from an owner to what is his, where the parser
    takes it for an apposition: "Timur-Ali Moe's secretary said"."""
    owned = next((c for c in sentence.children(i, "appos") if c > i and _is_owner(sentence.tokens[i + 1 : c])), None)
    if owned is not None:
        return owned
    above = sentence.tokens[i].head
    while above > i and sentence.tokens[i].rel in _TITLES and sentence.tokens[above].upos == "PROPN":
        i, above = above, sentence.tokens[above].head
    return i


def _is_owner(between: Sequence[Token]) -> bool:
    """Whether an 's, and no comma, stands between a name and its apposition."""
    return any(t.xpos == "POS" for t in between) and not any(t.text in _ASIDE for t in between)


def _run(sentence: Sentence, head: int, first: int, last: int, barred: frozenset[int]) -> tuple[int, int]:
    """The phrase with the parts of a name that a broken tree ties to the verb: "Gennady S Bezdetko said", each its subject."""
    tokens = sentence.tokens

    def belongs(i: int) -> bool:
        if i in barred or not 0 <= i < len(tokens) or tokens[i].upos != "PROPN" or tokens[i].ner.endswith("LOC"):
            return False
        twin = tokens[i].head == tokens[head].head and tokens[i].base == tokens[head].base == "nsubj"
        return twin or (first <= tokens[i].head <= last and tokens[i].base not in _APART)

    while tokens[head].upos == "PROPN" and (belongs(first - 1) or belongs(last + 1)):
        first, last = first - belongs(first - 1), last + belongs(last + 1)
    return first, last


def _nicknamed(sentence: Sentence, head: int, last: int, barred: frozenset[int]) -> int:
    """Where a name ends that has a nickname in marks in its middle: Marcia "Cia" Price."""
    after = last + 1
    while after in barred and after - last <= _NICKNAME:
        after += 1
    tokens = sentence.tokens
    if after == last + 1 or after >= len(tokens) or tokens[after].upos != "PROPN" or tokens[after].base != "flat":
        return last
    return after if tokens[after].head in (head, last) else last


def _named(sentence: Sentence, head: int, last: int, barred: frozenset[int]) -> int:
    """Where the phrase ends with the name behind a role: "the governor of the region(,) Viktor Nazarov"."""
    if sentence.tokens[head].upos == "PROPN" and sentence.tokens[head].ner.endswith("PER"):
        return last
    start = last + 2 if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == "," else last + 1
    end = start
    while end < len(sentence.tokens) and end not in barred and _names(sentence, end, head):
        end += 1
    tied = any(sentence.tokens[i].head in (head, last) or sentence.tokens[i].base == "appos" for i in range(start, end))
    return end - 1 if end > start and tied else last


def _names(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a word behind a role is the name, or a title before it: "head of the board, Senator Ana Ruiz"."""
    token = sentence.tokens[i]
    if token.ner.endswith("PER"):
        return True
    above = sentence.tokens[token.head]
    if token.rel == "nmod:desc" and token.head > i:
        return above.ner.endswith("PER") and above.head == head
    apposed = token if token.rel == "appos" else above if token.rel == "flat" and above.rel == "appos" else None
    return token.upos == "PROPN" and apposed is not None and apposed.head == head and not token.ner.endswith("LOC")


def phrase(sentence: Sentence, head: int, barred: frozenset[int]) -> tuple[int, int]:
    """First and last token index of the phrase."""
    keep = {head}
    stack = [head]
    while stack:
        at = stack.pop()
        for c in sentence.below[at]:
            token = sentence.tokens[c]
            measure = token.rel == "obl:unmarked" and c < at != head  # the "23-year" of "a 23-year-old student"
            apart = (token.base in _APART and not measure) or _aside(sentence, c, head) or is_medium(sentence, c, head)
            if c in keep or c in barred or apart:
                continue
            keep.add(c)
            stack.append(c)
    first = last = head
    while first - 1 in keep and not (_preposition(sentence, first - 1, head) and _outermost(sentence, first - 1, keep)):
        first -= 1
    while last + 1 in keep:
        last += 1
    while first < head and sentence.tokens[first].upos in ("PUNCT", "ADP", "ADV", "CCONJ"):
        first += 1
    while last > head and sentence.tokens[last].upos in ("PUNCT", "ADP", "CCONJ"):
        last -= 1
    return first, last


def _aside(sentence: Sentence, i: int, head: int) -> bool:
    """Whether it only adds to a name, behind a comma or bracket, how old its bearer is or where from: ``Anna Lind, 34, said``,
    ``Anna Lind (34)``, ``Anna Lind, from the north, said``."""
    token = sentence.tokens[i]
    if i <= head or (token.upos != "NUM" and token.base != "nmod"):
        return False
    first = min(sentence.subtree(i))
    return bool(_ASIDE & {sentence.tokens[k].text for k in (first - 1, first)})


def _preposition(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a word before the phrase only ties it to the clause; the 's of "Yoon's office" belongs to the phrase."""
    token = sentence.tokens[i]
    return token.base == "case" and token.upos != "PART" and token.head == head


def _outermost(sentence: Sentence, i: int, keep: set[int]) -> bool:
    """Whether the phrase has no word before ``i``; a comma is none."""
    return not (i - 1 in keep and sentence.tokens[i - 1].upos != "PUNCT")


def head_of(sentence: Sentence, first: int, end: int, cue: int | None) -> int | None:
    """The head of a noun phrase found by its surface, tokens ``first`` to ``end`` (exclusive); None if it holds no nominal.

    The word that the tree ties to the cue comes first ("footage of Clinton asking": Clinton); else the phrase nearest to the cue.
    """
    found = _tied(sentence, first, end, cue)
    if found is None:
        found = _top(sentence, range(first, end), cue)
    return None if found is None else _whole(sentence, found, cue)


def _tied(sentence: Sentence, first: int, end: int, cue: int | None) -> int | None:
    tokens, inside = sentence.tokens, range(first, end)
    if cue is None:
        return None
    tied = [i for i in inside if tokens[i].head == cue and tokens[i].base in _TIES]
    if not tied and tokens[cue].base in ("acl", "appos") and tokens[cue].head in inside:
        tied = [tokens[cue].head]
    tied = [i for i in tied if tokens[i].upos in _CORE]
    bare = [i for i in tied if not sentence.children(i, "case")]  # "wrote Lind on Twitter"
    return next((i for i in tied if tokens[i].base == "nsubj"), (bare or tied)[0]) if tied else None


def _top(sentence: Sentence, inside: range, cue: int | None) -> int | None:
    tokens = sentence.tokens
    tops = [i for i in inside if tokens[i].upos in _CORE and tokens[i].head not in inside]
    if tops:
        top = tops[-1] if cue is not None and cue >= inside.stop else tops[0]
        return next((c for c in sentence.children(top, "nsubj") if c in inside and cue is None), top)
    stop = next((i for i in inside if tokens[i].upos == "ADP" and i > inside.start), inside.stop)
    for kinds in (_CORE, _NOMINAL):
        found = [i for i in range(inside.start, stop) if tokens[i].upos in kinds]
        if found:
            return found[-1]
    return None


def _whole(sentence: Sentence, i: int, cue: int | None) -> int:
    """Up from a part of a name ("Jr."), or a later conjunct, to the phrase it belongs to."""
    tokens, above = sentence.tokens, sentence.tokens[i].head
    while (
        0 <= above < i
        and (cue is None or not above <= cue < i)
        and tokens[above].upos in _CORE
        and (tokens[i].base in _PARTS or tokens[i].rel == "nmod:desc")
    ):
        i, above = above, tokens[above].head
    return i


def others(sentence: Sentence, head: int, barred: frozenset[int]) -> tuple[Mention, ...]:
    """The conjuncts of a speaker: "X and Y said in a joint statement".

    The "and" stands before the last of them; a name behind that, which the parser also calls a conjunct, is the last one's own:
    "Ana Ruiz and her Finnish counterpart, Antti Leino, said". A place is no second person: "Kirill of Kolm and All Norden said".
    """
    found = [c for c in sentence.children(head, "conj") if c not in barred and sentence.tokens[c].upos in _CORE]
    if sentence.tokens[head].ner.endswith("PER"):
        found = [c for c in found if not sentence.tokens[c].ner.endswith("LOC")]
    last = max((i for i, c in enumerate(found) if sentence.children(c, "cc")), default=len(found) - 1)
    named = [c for c in found[last + 1 :] if sentence.tokens[c].upos == "PROPN"]
    if named and sentence.tokens[found[last]].upos == "NOUN":
        found[last] = named[0]
    return tuple(mention(sentence, c, barred) for c in found[: last + 1])
