"""The body that somebody is told to belong to: "Ana Ruiz of Fair Water", "the UNHCR's Ana Ruiz"."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve import edges, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import span_text

_LINKS = frozenset(("of", "from", "at", "with"))
_LOCAL = frozenset(("at", "with"))
_ARTICLES = frozenset(("the", "a", "an"))
_JOINTS = frozenset(("of", "for", "and", "&", "-", "/", "the", "'s", "’s"))
_NOUNS = frozenset(("PROPN", "ADJ", "NOUN", "NUM"))


def told(article: str, sentence: Sentence, head: int, span: tuple[int, int], lexicon: Lexicon) -> str | None:
    """The body's name, as printed, for the person whose name has this head and these tokens; None where none is told."""
    found = (
        _behind(sentence, head, span[1], lexicon) or _owner(sentence, head, span[0], lexicon) or _signed(sentence, span, lexicon)
    )
    if found is None:
        return None
    first, stop = found
    return span_text(article, sentence.tokens[first].start, sentence.tokens[stop - 1].end)


def of_title(article: str, sentence: Sentence, title: tuple[int, int], stop: int, lexicon: Lexicon) -> str | None:
    """What completes a title behind the name that ends before ``stop``: the "of Kolm University" of "Professor Ana Ruiz of Kolm
    University", the "at the lender Delta" of "economist Ana Ruiz at the lender Delta"; None where nothing does."""
    tokens = sentence.tokens
    found = _behind(sentence, title[1], stop, lexicon)
    if found is None or found[0] <= stop or tokens[stop].text == "," or any(t.ner.endswith("ORG") for t in tokens[slice(*title)]):
        return None
    last = fold(tokens[title[1] - 1].text).strip(".")
    titled = title[0] < title[1] and titles.is_holder(sentence, title[1] - 1, lexicon) and last not in lexicon.military
    if not titled and last not in lexicon.telling:
        return None
    return span_text(article, tokens[stop].start, tokens[found[1] - 1].end)


def after(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Where the body ends that a comma sets behind an office: "Lind, chief, Division of Water at Kolm University, said"; ``stop``
    where none follows or no comma or full stop closes it."""
    tokens = sentence.tokens
    if stop + 2 >= len(tokens) or tokens[stop].text != "," or tokens[stop + 1].upos in ("DET", "PRON"):
        return stop
    end = _end(sentence, stop + 1)
    while end + 1 < len(tokens) and tokens[end].text in _LOCAL and tokens[end + 1].text[:1].isupper():
        end = _end(sentence, end + 1)
    closed = end < len(tokens) and tokens[end].text in (",", ".")
    return end if closed and end > stop + 1 and _is_body(sentence, stop + 1, end, lexicon) else stop


def _behind(sentence: Sentence, head: int, stop: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The tokens of "Fair Water" behind "Ana Ruiz of"; the phrase must follow the name."""
    tokens = sentence.tokens
    link = stop + (stop < len(tokens) and tokens[stop].text == ",")
    if link + 1 >= len(tokens) or tokens[link].text not in _LINKS or (link > stop and tokens[link].text in _LOCAL):
        return None
    noun = tokens[link].head
    if noun <= link or tokens[noun].head not in range(head, stop) or tokens[noun].base != "nmod":
        return None
    first = _past_kind(sentence, link + 1 + (tokens[link + 1].text.lower() in _ARTICLES), lexicon)
    end = _end(sentence, first)
    named = end == noun > first and tokens[noun].xpos == "NN" and fold(tokens[noun].lemma) in lexicon.bodies
    end = edges.past_purpose(sentence, end + named)  # "of the Unicef office"
    return (first, end) if noun < end and _is_body(sentence, first, end, lexicon) else None


def _past_kind(sentence: Sentence, first: int, lexicon: Lexicon) -> int:
    """Behind the nouns in small letters that tell what kind of body follows: the "investment bank" of "investment bank Delta"."""
    tokens = sentence.tokens
    i = first
    while i + 1 < len(tokens) and tokens[i].upos in _NOUNS and tokens[i].text.islower():
        i += 1
    kind = i > first and fold(tokens[i - 1].lemma) in lexicon.bodily and tokens[i].ner.startswith("B-")
    return i if kind else first


def _owner(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The tokens of "the UNHCR's" in front of a name."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].xpos != "POS" or not sentence.children(head, "nmod:poss"):
        return None
    start = first - 1
    while start > 0 and (tokens[start - 1].upos in _NOUNS - {"NOUN"} or tokens[start - 1].text in ("of", "for", "and", "&")):
        start -= 1
    while start < first - 1 and tokens[start].text in _JOINTS:
        start += 1
    return (start, first - 1) if start < first - 1 and _is_body(sentence, start, first - 1, lexicon) else None


def _signed(sentence: Sentence, span: tuple[int, int], lexicon: Lexicon) -> tuple[int, int] | None:
    """The body in a line that holds but a name and where its bearer works: "Ana Ruiz, Delta Research"."""
    tokens, stop = sentence.tokens, span[1]
    if stop + 1 >= len(tokens) or tokens[stop].text != "," or any(t.upos not in ("PUNCT", "SYM") for t in tokens[: span[0]]):
        return None
    end = _end(sentence, stop + 1)
    alone = end > stop + 1 and all(t.upos == "PUNCT" for t in tokens[end:])
    return (stop + 1, end) if alone and _is_body(sentence, stop + 1, end, lexicon) else None


def _end(sentence: Sentence, first: int) -> int:
    """Where the proper nouns end that begin at ``first``, with what joins them."""
    tokens = sentence.tokens
    i = end = first
    while i < len(tokens) and not tokens[i].ner.endswith("PER"):
        inside = tokens[i].ner.startswith("I-")
        if tokens[i].text[:1].isupper() and tokens[i].upos in _NOUNS:
            end = i + 1
        elif not (inside or tokens[i].text in _JOINTS or tokens[i].xpos == "POS" or lists(sentence, i)):
            break
        i += 1
    return end


def lists(sentence: Sentence, i: int) -> bool:
    """Whether a comma stands between the branches of one body: "Ministry of Agriculture, Livestock and Fisheries"."""
    after = sentence.tokens[i + 1 : i + 4]
    return sentence.tokens[i].text == "," and len(after) == 3 and after[1].text in ("and", "&") and all(
        t.text[:1].isupper() for t in after[::2]
    )  # fmt: skip


def _is_body(sentence: Sentence, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a proper name is a body's, not a place's or a people's."""
    tokens = sentence.tokens[first:end]
    named = [t for t in tokens if t.ner != "O"]
    if not tokens or any(t.ner.endswith("PER") for t in tokens) or not any(t.text[:1].isupper() for t in tokens):
        return False
    if any(fold(t.text) in lexicon.bodies and t.text[:1].isupper() for t in tokens):
        return True
    return any(t.ner.endswith("ORG") for t in named) and not all(fold(t.text) in lexicon.states for t in tokens)
