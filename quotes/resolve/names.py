"""Names as words: which two strings name the same person or body, and what a name tells about gender."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.resolve.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]{2,})?")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "at", "a", "an", "&", "s"))


def fold(text: str) -> str:
    """Lower case without accents: ``Élysée`` -> ``elysee``."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text)
    return "".join(c for c in flat if not unicodedata.combining(c)).lower().replace("’", "'")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens part them (``Kim Jong-un`` = ``Kim Jong Un``), a possessive ``'s`` is dropped.

    Remembered for the last few thousand texts: an article asks the same few a thousand times.
    """
    return tuple(w for w in _WORD.findall(re.sub(r"['’]s\b", "", fold(text))))


def person_words(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A person's name words without honorifics, ranks in front and suffixes behind."""
    out = list(words(text))
    while len(out) > 1 and (out[0] in lexicon.honorifics or out[0] in lexicon.ranks) and out[0] not in lexicon.family_first:
        out.pop(0)
    while len(out) > 1 and (out[-1] in lexicon.suffixes or out[-1] in lexicon.generations):
        out.pop()
    return tuple(out)


def distance(a: str, b: str, limit: int) -> int:
    """Edit distance of two short words (Levenshtein), ``limit + 1`` once it must exceed ``limit``."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        old, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            old, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, old + (x != y))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def spelt_alike(a: str, b: str) -> bool:
    """Two transcriptions of one family name: ``Zelensky`` and ``Zelenskyy``, ``Nebenzia`` and ``Nebenzya``."""
    if a == b:
        return True
    if a.endswith("a") != b.endswith("a"):
        return False  # Petrov and Petrova are two people
    shorter = min(len(a), len(b))
    limit = 0 if shorter < 6 else 1 if shorter < 8 else 2
    return bool(limit) and a[:3] == b[:3] and distance(a, b, limit) <= limit


def same_person(a: Sequence[str], b: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two names of two words or more can be one person's: equal or alike family name and agreeing given names.

    Initials agree with what they begin (``Gennady S Bezdetko``, ``G. Bezdetko``), a middle name may be missing,
    and a surname-first name equals its words in another order.
    """
    if sorted(a) == sorted(b):
        return True
    if "".join(a) == "".join(b):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if set(short) <= set(long) and (short[-1] == long[-1] or long[0] in lexicon.family_first):
        return True
    tail = {*long[len(short) :]}
    if (
        len(short) > 1
        and tuple(long[: len(short)]) == tuple(short)
        and not tail & (lexicon.bodies | lexicon.groups | lexicon.generations)
    ):
        return True  # "Abdel Shakur" of "Abdel Shakur Muhammad Khalil", "Ana Ruiz" of "Ana Ruiz Soto"
    if len(short) > 1 and any(tuple(long[i : i + len(short)]) == tuple(short) for i in range(1, len(long))):
        return True  # "Díaz-Canel" of "Miguel Díaz-Canel Bermúdez"
    if not spelt_alike(a[-1], b[-1]):
        return False
    return _given_agree(short[:-1], long[:-1], lexicon)


def _given_agree(short: Sequence[str], long: Sequence[str], lexicon: Lexicon) -> bool:
    first, other = (lexicon.short.get(w, w) for w in (short[0], long[0]))
    if first == other or (1 in (len(first), len(other)) and first[0] == other[0]):
        return True
    return min(len(first), len(other)) >= 3 and (first.startswith(other) or other.startswith(first) or spelt_alike(first, other))


def part_rank(word: str, full: Sequence[str], lexicon: Lexicon) -> int | None:
    """How a word can name the bearer of a full name: 0 as family name, 1 as the other end, 2 from between; None not."""
    eastern = full[0] in lexicon.family_first and len(full) in (2, 3)
    if word == full[0]:
        return 0 if eastern else 1
    if word == full[-1]:
        return 1 if eastern else 0
    if word in full:
        return 2
    return 0 if len(full) > 1 and spelt_alike(word, full[-1]) else None


def is_acronym(short: str, long: Iterable[str]) -> bool:
    """``KCNA`` for ``Korean Central News Agency``: the initials of the long form, small words counted or not."""
    letters = re.sub(r"[^a-z0-9]", "", fold(short))
    parts = list(long)
    if len(letters) < 2 or len(parts) < 2:
        return False
    every = "".join(w[0] for w in parts)
    content = "".join(w[0] for w in parts if w not in _SMALL)
    return letters in (every, content)


def given_gender(full: Sequence[str], lexicon: Lexicon) -> str:
    """Gender that the name alone tells: a given name of one gender, or the ending of a Slavic family name; "" if none."""
    family = len(full) > 2 and full[0] in lexicon.family_first  # "Lee Mei-yu" is no Lee by given name
    if len(full) > 1 and full[0] in lexicon.given and not family:
        return lexicon.given[full[0]]
    if len(full[-1]) > 4:
        for ending, gender in lexicon.endings:
            if full[-1].endswith(ending):
                return gender
    return ""


def same_body(a: Sequence[str], b: Sequence[str], lexicon: Lexicon) -> bool:
    """Equal but for "us"/"united states" and small words, or one is the other's name without its state or place."""
    x, y = _content(a), _content(b)
    if x == y:
        return bool(x)
    short, long = (x, y) if len(x) < len(y) else (y, x)
    if not short or not set(short) <= set(long):
        return False
    rest = [w for w in long if w not in short]
    place_only = all(w in lexicon.states or w in lexicon.seats for w in rest)
    body_word = any(w in lexicon.bodies for w in short)
    if len(short) > 1:
        return place_only or body_word
    return body_word and place_only


def _content(name: Iterable[str]) -> tuple[str, ...]:
    out = [w for w in name if w not in ("the", "of", "for", "in", "and", "s")]
    text = " ".join(out).replace("u s", "us").replace("united states", "us").replace("u k", "uk")
    return tuple("us" if w == "american" else w for w in text.split())
