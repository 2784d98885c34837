"""The line before an agency's first sentence (``OSLO, May 4 (NTB) — Lind said``), which parsers take for its subject."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes.model import Sentence

_LINE = re.compile(
    r"[A-Z][\w.'’-]*(?:[ ,/\u00a0]+(?:[A-Z][\w.'’-]*|\d{1,2}|\d{4}|of|de|la))*"
    r"[ ,\u00a0]*(?P<agency>\([^()\n]{2,40}\))?\s*(?:—|–|--|-|―)\s+(?=[\"“‘'«A-Z0-9])"
)
_LONGEST = 80
"""Code points of the longest line."""
_CORE = frozenset({"NOUN", "PROPN", "PRON"})


def undated(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the place of its date line as no subject; what hangs on the place hangs on the verb.

    ``sentence`` begins its paragraph. Only a line in capitals, with an agency, or with a place at its head is one.
    """
    tokens = sentence.tokens
    m = _LINE.match(text, sentence.start, min(sentence.end, sentence.start + _LONGEST))
    if m is None or not tokens or not (m["agency"] or tokens[0].ner.endswith("LOC") or text[m.start() : m.start() + 4].isupper()):
        return sentence
    behind = next((i for i, t in enumerate(tokens) if t.start >= m.end()), len(tokens))
    tops = [i for i in range(behind) if tokens[i].base == "nsubj" and tokens[i].head >= behind]
    if not tops or any(t.upos in ("VERB", "AUX") for t in tokens[:behind]):
        return sentence
    verb = tokens[tops[0]].head
    changed = list(tokens)
    for i in tops:
        changed[i] = replace(tokens[i], rel="discourse")
    bereft = not any(c >= behind for c in sentence.children(verb, "nsubj"))
    for i in range(behind, len(tokens)):
        if tokens[i].head in range(behind):
            subject = bereft and tokens[i].upos in _CORE and i < verb
            changed[i] = replace(tokens[i], head=verb, rel="nsubj" if subject else tokens[i].rel)
            bereft = bereft and not subject
    return replace(sentence, tokens=tuple(changed))
