"""Inflected forms of listed words, so that a parser's wrong lemma (``recalle``, ``condemn`` as ``condemne``) hides no cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_VOWELS = frozenset("aeiou")


def forms(word: str) -> Iterator[str]:
    """The regular forms of an English verb or noun; too many rather than too few (``offered`` and ``offerred``)."""
    yield word
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield word + "es"
    yield word[:-1] + "ies" if _consonant_y(word) else word + "s"
    yield from (stem + "ing" for stem in _stems(word, "ing"))
    yield from (stem + "ed" for stem in _stems(word, "ed"))


def lemmas(words: Iterable[str], irregular: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Form -> lemma for all the words; irregular forms come from the rules, and a listed word is its own lemma."""
    known = sorted(words)
    out: dict[str, str] = {}
    for word in known:
        for form in (*forms(word), *irregular.get(word, ())):
            out.setdefault(form, word)
    out.update((word, word) for word in known)
    return out


def _consonant_y(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in _VOWELS


def _stems(word: str, ending: str) -> Iterator[str]:
    if word.endswith("e"):
        yield word[:-1]
        return
    if ending == "ed" and _consonant_y(word):
        yield word[:-1] + "i"
        return
    yield word
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield word + word[-1]
