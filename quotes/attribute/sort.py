"""What kind of word heads a mention."""

from __future__ import annotations

from quotes.attribute.candidate import Candidate
from quotes.ruleset import Ruleset

_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
VOICES = frozenset({"person", "persons", "body", "bodies"})
"""Kinds of words for who can say something, by name or noun."""


def sort(c: Candidate, ruleset: Ruleset) -> str:
    """What kind of word heads the mention: the names are the features of ``weights.toml``."""
    token = c.sentence.tokens[c.head]
    if token.upos == "PRON":
        return "pronoun" if token.text.lower() in _SUBJECTS else "odd-pronoun"
    if token.upos == "NOUN" or token.ner == "O":
        lemma = token.lemma.lower()
        for name in ("mute", "time", "persons", "bodies", "noun"):
            if lemma in ruleset.list(name):
                return {"noun": "text", "time": "mute"}.get(name, name)
    if token.ner.endswith("PER"):
        return "person"
    if token.ner.endswith(("ORG", "NORP")):
        return "body"
    if token.ner.endswith(("LOC", "FAC", "MISC")):
        return "place"
    return "noun" if token.upos in ("NOUN", "PROPN") else "other-word"
