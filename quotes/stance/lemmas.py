"""Lemmas that the parser cut wrongly ("accus", "continu") put right where the vocabulary knows the word."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from quotes.model import Document, Sentence, Token

_OPEN = ("VERB", "NOUN", "ADJ", "AUX", "PROPN")


def mend(document: Document, known: Collection[str]) -> Document:
    """The document with lemmas replaced that ``known`` lacks where a plain de-inflection of the word is in it."""
    better: dict[tuple[str, str], str | None] = {}  # an article repeats its words
    sentences = tuple(_mend(s, known, better) for s in document.sentences)
    if all(a is b for a, b in zip(sentences, document.sentences, strict=True)):
        return document
    return Document(document.article, document.paragraphs, sentences)


def _mend(sentence: Sentence, known: Collection[str], better: dict[tuple[str, str], str | None]) -> Sentence:
    changed: dict[int, str] = {}
    for i, t in enumerate(sentence.tokens):
        if t.upos not in _OPEN:
            continue
        key = (t.lemma, t.text)
        if key not in better:
            better[key] = _better(t, known)
        if (word := better[key]) is not None:
            changed[i] = word
    if not changed:
        return sentence
    tokens = tuple(replace(t, lemma=changed[i]) if i in changed else t for i, t in enumerate(sentence.tokens))
    return Sentence(tokens, sentence.start, sentence.end, sentence.paragraph, sentence.index)


def _better(token: Token, known: Collection[str]) -> str | None:
    lemma, word = token.lemma.lower(), token.text.lower()
    if lemma == "lie" and word in ("lay", "lain"):
        return "lay"  # "the tanker lay at the pier": who deceived "lied"
    if (lemma in known and lemma[:1] == word[:1]) or word in known:
        return None  # a lemma that begins otherwise is right only of irregular words, which no base below equals
    return next((w for w in _bases(word) if w in known), None)


def _bases(word: str) -> Iterator[str]:
    for ending, adds in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("ing", ("", "e")),
        ("ed", ("", "e")),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield from (stem + add for add in adds)
            if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ing", "ed"):
                yield stem[:-1]
