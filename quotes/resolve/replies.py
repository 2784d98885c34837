"""What the verb of a pronoun tells of whom it means: who was asked, who asked, who goes on speaking."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.resolve import clauses
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference, reports
from quotes.resolve.scene import Scene


def features(
    pronoun: Reference, entity: Entity, references: Sequence[Reference], scene: Scene, lexicon: Lexicon
) -> dict[str, float]:
    """The features of one candidate for a pronoun; ``references`` are its last before it."""
    out = _answer(pronoun, references, scene, lexicon)
    if entity.number == scene.speaker and _continues(pronoun, scene, lexicon):
        out["continues"] = 1.0
    return out


def _continues(pronoun: Reference, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the verb says that somebody goes on: "The Greek was late.\n\n'I let him in,' she added"."""
    sentence = scene.sentences[pronoun.sentence]
    verb = sentence.tokens[pronoun.head].head
    if not pronoun.subject or pronoun.quoted or verb < 0 or fold(sentence.tokens[verb].lemma) not in lexicon.continuing:
        return False
    return pronoun.order in scene.words or reports(pronoun, sentence)


def _answer(pronoun: Reference, references: Sequence[Reference], scene: Scene, lexicon: Lexicon) -> dict[str, float]:
    """Who was asked, and who asked, in the sentence before a reply ("The judge asked Lind. 'No,' he replied.") or in a clause
    of its own ("When the judge asked Lind if she knew, she said 'no'")."""
    here, back = scene.sentences[pronoun.sentence], pronoun.sentence - references[-1].sentence
    verb = here.tokens[pronoun.head].head
    if back > 1 or verb < 0 or not pronoun.subject:
        return {}
    if not back and any(clauses.asked_whether(here, pronoun.head, r.head, lexicon.asking) for r in references):
        return {"asked_whether": 1.0}
    if pronoun.order not in scene.words:
        return {}
    asked = scene.sentences[references[-1].sentence]
    answers = pronoun.order in scene.opening and clauses.asks_about(asked, lexicon.asking)
    if back and fold(here.tokens[verb].lemma) not in lexicon.replying and not answers:
        return {}
    parts = [asked.tokens[r.head] for r in references if back or r.head < pronoun.head]
    parts = [t for t in parts if t.head >= 0 and fold(asked.tokens[t.head].lemma) in lexicon.asking]
    if not back:
        parts = [t for t in parts if here.tokens[t.head].base == "advcl" and here.tokens[t.head].head == verb]
    roles, here_asked = {t.base for t in parts}, 2.0 - back
    return {"source_asked": here_asked * (not roles.isdisjoint(("obj", "iobj"))), "source_asking": float("nsubj" in roles)}
