"""By what the words came that somebody sent: "the embassy in a post on its page said" is the embassy."""

from __future__ import annotations

from quotes.model import Sentence

_MEDIA = frozenset(
    {"statement", "post", "posting", "tweet", "reply", "response", "email", "e-mail", "message", "letter", "release"}
)
_LINKS = frozenset({"in", "on", "via"})
_OWN = frozenset({"a", "an", "its", "his", "her", "their"})


def is_medium(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a phrase (its head ``i``) behind a noun only tells by what the words of whom the noun means came."""
    token = sentence.tokens[i]
    if i <= head or token.base != "nmod" or token.lemma.lower() not in _MEDIA:
        return False
    words = {sentence.tokens[c].text.lower() for c in sentence.children(i, "case", "det", "nmod:poss")}
    return bool(words & _LINKS) and bool(words & _OWN)
