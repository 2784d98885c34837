"""Sources whom the reporter leaves unnamed: a name that comes later is never theirs."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.model import Sentence
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import words
from quotes.resolve.reference import Reference


def unnamed(entity: Entity, sentences: Mapping[int, Sentence], lexicon: Lexicon) -> bool:
    """Whether the article keeps somebody's name back: "one minister said", "an official who asked not to be named"."""
    return not entity.named and any(kept_back(r, sentences[r.sentence], lexicon) for r in entity.references)


def is_predicate(entity: Entity, sentences: Mapping[int, Sentence]) -> bool:
    """Whether somebody is but what another is told to be: "Delta praised its record as a firm", "as a union, we feel"."""
    first = entity.references[0]
    if entity.named or first.form != "nominal" or first.definite or first.plural:
        return False
    sentence = sentences[first.sentence]
    return [sentence.tokens[c].text.lower() for c in sentence.children(first.head, "case")] == ["as"]


def kept_back(reference: Reference, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the words of a description or of its sentence keep a name back."""
    if reference.form != "nominal" or reference.quoted:
        return False
    own = [sentence.tokens[i].text.lower() for i in range(max(0, reference.first - 1), reference.head)]
    if not lexicon.unnamed.isdisjoint(own):
        return True
    told = f" {' '.join(w for t in sentence.tokens for w in words(t.text))} "
    return any(f" {phrase} " in told for phrase in lexicon.unnamed_phrases)


def adds_nothing(later: Reference, earlier: Reference) -> bool:
    """Whether a description in front of a name says no more than the first did: "A governor … the governor, Ana Ruiz"."""
    article = {"the", "a", "an", "this", "that"}
    return set(words(later.text)) - article <= set(words(earlier.text)) - article
