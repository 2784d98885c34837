"""Words that a page has run together: a verb of saying and the name before it or the word behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from quotes.model import Span

_ALONE = re.compile(r"(?<![\w'’-])[^\W\d_]{2,40}(?![\w-])")
_CAPITAL = re.compile(r"(?<=[a-zß-öø-ÿ])[A-Z][a-zß-öø-ÿ]+\Z")
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_SHORTEST = 5
_SURE = 3
"""Letters of a word behind a verb that leave no doubt that both are glued: no name ends in ``warnsthat``."""
_BARE = 4
"""Letters of the shortest verb that a name may be glued to behind it (``toldGerman``)."""


def pieces(
    text: str, span: Span, verbs: tuple[str, ...], prefixes: frozenset[str], tails: tuple[str, ...], fronts: frozenset[str]
) -> list[Span]:
    """The word itself, or its parts where it is glued: ``Lindsaidthat`` -> ``Lind``, ``said``, ``that``.

    What stands before the verb must be a pronoun, or a word of three letters or more that the text has by itself elsewhere; any
    word with a capital where a longer one of ``tails`` is glued behind the verb too (``Councilwarnsthat``). Behind it stands one
    of ``tails`` or a word with a capital (``hetoldGerman``), which may also be glued to one of ``fronts`` (``ofNorwegian``).
    """
    word = text[span[0] : span[1]]
    if len(word) < _SHORTEST or not word.isalpha():
        return [span]
    capital = _CAPITAL.search(word)
    if capital and word[: capital.start()] in fronts:
        return [(span[0], span[0] + capital.start()), (span[0] + capital.start(), span[1])]
    tail = capital[0] if capital else next((t for t in tails if word.endswith(t) and len(word) > len(t)), "")
    for body in (word[: len(word) - len(tail)], word):
        cuts = _cuts(body, text, verbs, prefixes, behind="" if body == word else tail)
        if cuts is not None and not (capital and cuts == [0] and len(body) < _BARE):
            at = [span[0] + c for c in sorted({*cuts, len(body), len(word)})]
            return [(a, b) for a, b in pairwise(at) if a < b]
    return [span]


def _cuts(body: str, text: str, verbs: tuple[str, ...], prefixes: frozenset[str], *, behind: str) -> list[int] | None:
    """Where the name and the verb begin that make up ``body``; a verb alone counts where something is glued behind it."""
    verb = max((v for v in verbs if body.endswith(v)), key=len, default="")
    name = body[: -len(verb)] if verb else ""
    sure = len(behind) >= _SURE and behind.islower() and len(name) > 2 and name[0].isupper()
    if not verb or (not name and not behind) or (name and not sure and not _known(name, text, prefixes)):
        return None
    return [0, len(name)] if name else [0]


def _known(name: str, text: str, prefixes: frozenset[str]) -> bool:
    if name.lower() in _PRONOUNS:
        return True
    return len(name) > 2 and name.lower() not in prefixes and name[0].isupper() and name in _alone(text)


@lru_cache(maxsize=4)
def _alone(text: str) -> frozenset[str]:
    return frozenset(_ALONE.findall(text))
