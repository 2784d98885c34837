"""Whose a document is that the article calls but "the statement", and for whom "the spokesperson" speaks."""

from __future__ import annotations

import re

from quotes.model import Sentence
from quotes.resolve.entity import Entity
from quotes.resolve.floor import near
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.nominals import own_words
from quotes.resolve.reference import Reference

_ISSUERS = ("person", "body", "media", "place")
_NEXT = 2
"""Sentences over which "a statement" may belong to the body that spoke, a quotation between them."""
_ARTICLE = re.compile(r"(?:an?|the|another)\s+", re.IGNORECASE)
_NEW = frozenset(("a", "an"))
_BY = frozenset(("by", "from", "of"))
_WITHIN = frozenset(("in", "on", "through", "via"))


def wanted(entity: Entity) -> bool:
    """Whether an entity is a document or spokesperson of whom nothing tells yet whose it is."""
    if entity.named or entity.issuer is not None or entity.plural:
        return False
    return entity.sort == "document" or (entity.sort == "person" and entity.references[0].words[0].startswith("spokes"))


def subject_of(reference: Reference, sentence: Sentence, lexicon: Lexicon) -> int | None:
    """The token that issues the document in its own sentence: "The ministry said in a statement", "a report released by Lind"."""
    token = sentence.tokens[reference.head]
    if reference.sort != "document" or any(_case(sentence, c) in _BY for c in sentence.children(reference.head, "nmod")):
        return None
    for verb in sentence.children(reference.head, "acl"):
        if fold(sentence.tokens[verb].lemma) in lexicon.issuing:
            below = (c for c in sentence.subtree(verb) if c > verb and sentence.tokens[c].base in ("obl", "nmod"))
            agent = next((c for c in below if _case(sentence, c) in _BY - {"of"}), None)  # published today by the firm
            if agent is not None:
                return agent
    if token.head < 0 or not _issues(sentence, reference.head, lexicon):
        return None
    return _subject(sentence, token.head)


def _issues(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the verb above makes the noun its subject's words: as object of "issue", or behind "in" of a verb that reports."""
    token, verb = sentence.tokens[i], sentence.tokens[i].head
    known = fold(sentence.tokens[verb].lemma) in lexicon.issuing
    if token.rel == "obj":
        return known
    reports = known or bool(sentence.children(verb, "ccomp", "parataxis")) or sentence.tokens[verb].base == "parataxis"
    new = any(sentence.tokens[c].text.lower() in _NEW for c in sentence.children(i, "det"))
    own = new and fold(token.lemma) in lexicon.own_words
    return token.base == "obl" and _case(sentence, i) in _WITHIN and (reports or own)


def _case(sentence: Sentence, i: int) -> str:
    return next((sentence.tokens[c].text.lower() for c in sentence.children(i, "case")), "")


def _subject(sentence: Sentence, verb: int) -> int | None:
    """The verb's subject, or that of the verb it is conjoined to or depends on without one of its own."""
    for i in (verb, *sentence.ancestors(verb)):
        found = [c for c in sentence.children(i, "nsubj") if sentence.tokens[c].rel == "nsubj"]
        if found:
            return found[0]
        if sentence.tokens[i].base not in ("conj", "xcomp", "advcl"):
            return None
    return None


def told(issuer: Entity) -> bool:
    """Whether the words for an issuer tell more than the document alone: a name, or a body or people whom a state or a phrase
    sets apart."""
    first = issuer.references[0]
    phrase = first.complement or first.owner is not None or bool(first.states)
    named = any(word[:1].isupper() for word in first.text.split()[1:])  # the UN human rights office
    return issuer.is_known("it") or (issuer.sort in ("body", "group") and first.form == "nominal" and (phrase or named))


def behind(document: Entity, reference: Reference, holder: Entity, last: Reference, lexicon: Lexicon) -> bool:
    """Whether a bare "the statement" or "the spokesperson" goes on behind the words of ``holder``, mentioned at ``last``; "a
    statement" only right behind those of a body."""
    if reference.quoted or not told(holder) or not all(_bare(r, lexicon) for r in document.references):
        return False
    if holder.sort not in _ISSUERS or last.start > reference.start or not near(reference, last):
        return False
    if not reference.definite:
        follows = reference.paragraph == last.paragraph and reference.sentence - last.sentence <= _NEXT
        return holder.sort == "body" and reference.subject and follows and reference.words[0] in lexicon.own_words
    if reference.sort != "document":
        return holder.sort in ("body", "media")
    noun = reference.words[0]
    return noun in lexicon.own_words or (
        holder.sort == "media" and noun in lexicon.printed_words and len(document.references) == 1
    )


def _bare(reference: Reference, lexicon: Lexicon) -> bool:
    return reference.owner is None and not reference.complement and own_words(reference, lexicon) <= _NEW


def name(issuer: str, sort: str, described: str) -> str:
    """The document or spokesperson with whose it is: "Maria Lind's letter", "White House statement"."""
    described = described[m.end() :] if (m := _ARTICLE.match(described)) else described
    if issuer.lower() in described.lower():
        return described
    if sort == "group" or (" of " in issuer and issuer[:1].islower()):
        return f"{described} by {issuer}"
    return f"{issuer}'s {described}" if sort == "person" else f"{issuer} {described}"
