"""What kind of word heads a mention."""

from __future__ import annotations

from quotes.attribute.candidate import Candidate
from quotes.model import Sentence
from quotes.ruleset import Ruleset

_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
VOICES = frozenset({"person", "persons", "body", "bodies"})
"""Kinds of words for who can say something, by name or noun."""
PEOPLE = frozenset({"person", "persons"})
"""The same, of human beings alone."""


def sort(c: Candidate, ruleset: Ruleset) -> str:
    """What kind of word heads the mention: the names are the features of ``weights.toml``."""
    return sort_at(c.sentence, c.head, ruleset)


def sort_at(sentence: Sentence, head: int, ruleset: Ruleset) -> str:
    """The same of any token."""
    token = sentence.tokens[head]
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
