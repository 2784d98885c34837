"""Words that a page has run together: a verb of saying and the name before it or the "that" behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from quotes.model import Span

_ALONE = re.compile(r"(?<![\w'’-])[^\W\d_]{2,40}(?![\w-])")
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_SHORTEST = 5
_THAT = "that"


def pieces(text: str, span: Span, verbs: tuple[str, ...], prefixes: frozenset[str]) -> list[Span]:
    """The word itself, or its parts where it is glued: ``Lindsaidthat`` -> ``Lind``, ``said``, ``that``.

    What stands before the verb must be a pronoun, or a word of two letters or more that the text has by itself elsewhere.
    """
    word = text[span[0] : span[1]]
    if len(word) < _SHORTEST or not word.isalpha():
        return [span]
    body = word.removesuffix(_THAT) if len(word) > len(_THAT) else word
    verb = next((v for v in verbs if body.endswith(v)), None)
    if verb is None or (body == word and body.lower() == verb):
        return [span]
    name = body[: -len(verb)]
    if (name and not _known(name, text, prefixes)) or (not name and body == word):
        return [span]
    at = [span[0], span[0] + len(name), span[0] + len(body), span[1]]
    return [(a, b) for a, b in pairwise(at) if a < b]


def _known(name: str, text: str, prefixes: frozenset[str]) -> bool:
    if name.lower() in _PRONOUNS:
        return True
    return len(name) > 2 and name.lower() not in prefixes and name[0].isupper() and name in _alone(text)


@lru_cache(maxsize=4)
def _alone(text: str) -> frozenset[str]:
    return frozenset(_ALONE.findall(text))
