"""Whom a third-person pronoun takes up: candidates filtered by number, gender and binding, then weighed by readable features."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.model import Span
from quotes.resolve import clauses, replies
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.reference import Reference, is_owned
from quotes.resolve.scene import Scene

_POSSESSIVE = frozenset(("his", "her", "its", "their", "hers", "theirs"))
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
_SHIFTED = (
    "same_sentence", "previous_sentence", "paragraphs_back", "main_subject", "subject", "object", "same_pronoun", "gender_known",
    "rank",
)  # fmt: skip
"""Features that count otherwise where the pronoun is the source of a quotation: each has a second weight, ``source_…``."""
_LEFT = 2
"""Paragraphs of the reporter after which who spoke last no longer has the floor by right."""
_BODIES = ("body", "media", "document", "place", "office")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity as a pronoun sees it: its last reference before the pronoun and what counts for or against it."""

    entity: Entity
    reference: Reference
    features: Mapping[str, float]
    score: float = 0.0


def candidates(
    pronoun: Reference, recent: Sequence[tuple[Entity, Sequence[Reference]]], scene: Scene, lexicon: Lexicon
) -> list[Candidate]:
    """Possible antecedents, best first; ``recent`` holds each entity once, most recent first, with its references in the
    last sentence that has any."""
    out = []
    for rank, (entity, references) in enumerate(recent):
        if not all(_possible(pronoun, entity, r, scene, lexicon) for r in references):
            continue
        if entity.sort == "document" and clauses.writes(scene.sentences[pronoun.sentence], pronoun.head, lexicon.documents):
            continue  # "it said in a statement"
        if pronoun.gender == "n" and references[-1].start in scene.datelines:
            continue  # "OSLO (NTB): The navy has left, it said"
        if _only_there(entity, scene.spans.get(pronoun.order, ())) or _mute(pronoun, entity, scene, lexicon):
            continue
        features = _features(pronoun, entity, references, rank, scene) | replies.features(
            pronoun, entity, references, scene, lexicon
        )
        out.append(Candidate(entity, references[-1], features))
    return sorted((_scored(c, out, lexicon.weights) for c in out), key=lambda c: -c.score)


def _scored(one: Candidate, others: Sequence[Candidate], weights: Mapping[str, float]) -> Candidate:
    """A candidate with its score, less where paragraphs lie between that end with somebody else: "'No,' said Lind.\n\n…\n\nThe
    talks were hard for Ruiz.\n\n'I cried,' she said"."""
    features = {**one.features}
    if features.get("source_speaker") and features.get("paragraphs_back", 0) > _LEFT and any(map(_just_named, others)):
        features["source_left"] = 1.0
    return replace(one, features=features, score=score(features, weights))


def _just_named(other: Candidate) -> bool:
    """Whether the reporter tells of somebody with a name in the sentence before."""
    told = other.features
    return bool(told.get("previous_sentence") and told.get("entity_named")) and not told.get("quoted_candidate")


def _only_there(entity: Entity, spans: Sequence[Span]) -> bool:
    """Whether but the pronoun's own words speak of an entity: "'Be a good envoy of your country,' he said"."""
    return bool(spans) and all(any(s <= r.start < e for s, e in spans) for r in entity.references)


def _mute(pronoun: Reference, entity: Entity, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether an entity cannot be meant: of places only those speak that stand for a government ("Moscow said it …"), whom
    a regime is called after is nobody yet told of."""
    if pronoun.gender in ("m", "f"):
        named_after = (clauses.modifies(scene.sentences[r.sentence], r.head, lexicon.bodies) for r in entity.references)
        return clauses.quantified(entity.references[-1], pronoun.sentence) or all(named_after)
    if pronoun.order not in scene.words or entity.sort != "place":
        return False
    return entity.named and not any(lexicon.is_seat(n) or n[-1] in lexicon.bodies for n in entity.names)


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of the features; a feature without a weight counts nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def probability(scored: Sequence[Candidate]) -> float:
    """Softmax share of the first candidate: 1 if it stands alone."""
    if not scored:
        return 0.0
    top = scored[0].score
    return 1.0 / sum(math.exp(c.score - top) for c in scored)


def evidence(scored: Sequence[Candidate], limits: Mapping[str, float]) -> float:
    """How sure the first candidate can be at most, however poor the others are: it may itself have little in its favour.

    A logistic curve of its score (``evidence_slope``, ``evidence_from`` in ``weights.toml``), at least a half.
    """
    slope, start = limits.get("evidence_slope", 0.0), limits.get("evidence_from", 0.0)
    return max(0.5, 1.0 / (1.0 + math.exp(-slope * (scored[0].score - start)))) if slope and scored else 1.0


def _possible(pronoun: Reference, entity: Entity, last: Reference, scene: Scene, lexicon: Lexicon) -> bool:
    word = pronoun.words[0]
    if not (agrees(pronoun, entity) or (pronoun.gender == "n" and _is_either(entity, lexicon))):
        return False
    sentence = scene.sentences[pronoun.sentence]
    if word not in _REFLEXIVE and clauses.named_below(sentence, pronoun, scene.named.get((pronoun.sentence, entity.number), ())):
        return False
    if last.sentence != pronoun.sentence:
        return True
    if word in _REFLEXIVE:
        return True
    if last.first <= pronoun.head < last.stop or last.head == pronoun.head or clauses.interrupts(sentence, pronoun.head, last):
        return False
    if word in _POSSESSIVE:
        return not clauses.inside(sentence, pronoun.head, last.head) or last.form == "pronoun"
    return clauses.fronted(sentence, last.head, pronoun.head) or not clauses.coarguments(sentence, last.head, pronoun.head)


def _is_either(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether the noun for somebody unnamed is one for bodies as well, and nothing tells that it is he or she: "the operator"."""
    described = not entity.named and not entity.gender and not entity.plural
    return described and all(r.form == "nominal" and r.words[0] in lexicon.bodies for r in entity.references)


def agrees(pronoun: Reference, entity: Entity) -> bool:
    """Whether number, gender and kind allow the pronoun to mean the entity."""
    if pronoun.gender in ("m", "f"):
        return entity.sort == "person" and not entity.plural and entity.gender in ("", pronoun.gender)
    if pronoun.gender == "n":
        return entity.sort in _BODIES and not entity.plural
    return entity.plural or entity.sort in ("group", "body", "media", "office", "person", "place")


def _features(pronoun: Reference, entity: Entity, references: Sequence[Reference], rank: int, scene: Scene) -> dict[str, float]:
    last = references[-1]
    source = pronoun.order in scene.words
    subjects = [r for r in references if r.subject]
    sentences_back, paragraphs_back = _distance(pronoun, last, scene)
    kind = "they" if pronoun.plural else "it" if pronoun.gender == "n" else "person"
    known = entity.gender == pronoun.gender and pronoun.gender in ("m", "f")
    floor = scene.voice if pronoun.gender == "n" else scene.floor
    features = {
        "same_sentence": float(sentences_back == 0),
        "previous_sentence": float(sentences_back == 1),
        "sentences_back": float(min(sentences_back, 8)),
        "paragraphs_back": float(min(paragraphs_back, 4)),
        "rank": float(min(rank, 10)),
        "subject": float(bool(subjects)),
        "subject_before": float(bool(subjects) and sentences_back == 1),
        "dense": math.log(len(references)),
        "words_of": float(pronoun.quoted and not last.quoted and bool(subjects) and sentences_back == 0),
        "name": float(last.form == "name"),
        "pronoun": float(last.form == "pronoun"),
        "same_pronoun": float(last.form == "pronoun" and last.words == pronoun.words),
        "indefinite": float(last.form == "nominal" and not last.definite),
        "entity_named": float(entity.named),
        "frequency": math.log1p(scene.counts.get(entity.number, 0)),
        "topic": float(entity.number == scene.topic),
        "gender_known": float(known),
        "quoted_candidate": float(last.quoted and not pronoun.quoted),
        "both_quoted": float(last.quoted and pronoun.quoted),
        "source_floor": float(source and entity.number == floor),
        "opening_floor": float(pronoun.order in scene.opening and entity.number == floor),
        "opening_speaker": float(pronoun.order in scene.opening and entity.number == scene.speaker),
        "source_topic": float(source and entity.number == scene.topic),
        "source_speaker": float(source and entity.number == scene.speaker),
        "source_quoted": float(source and last.quoted),
        "source_named": float(source and entity.is_known(kind)),
        "named_in_words": float(entity.number in scene.words.get(pronoun.order, ())),
        "last_speaker": float(entity.number == scene.speaker),
        f"{kind}_{_class(entity)}": 1.0,
    }
    features |= _syntax(pronoun, last, subjects[0] if subjects else last, scene)
    features["source_relative"] = float(
        source and not features["main_subject"] and any(r.form == "nominal" and is_owned(r) for r in references)
    )
    told = subjects[0] if subjects and source else last  # "A vicar shook his head. 'No,' he said."
    features |= _reporting(pronoun, entity, told, features, scene)
    if source:
        features |= {f"source_{name}": features[name] for name in _SHIFTED if name in features}
    return {k: v for k, v in features.items() if v}


def _reporting(pronoun: Reference, entity: Entity, last: Reference, known: Mapping[str, float], scene: Scene) -> dict[str, float]:
    """Features of who was brought in or reported just before; ``known`` holds the others already found."""
    source, before = pronoun.order in scene.words, bool(known["previous_sentence"])
    main, name = bool(known.get("main_subject")), last.form == "name"
    fresh = entity.references[0] is last and name and len(last.words) > 1
    leads = main and before and pronoun.subject
    speaks = entity.number == scene.speaker
    first = entity.references[0] is last and before and not entity.plural  # "The doctor said … 'Very,' she said."
    new = last.form == "nominal" and not last.quoted and (not last.definite or first)
    one = not pronoun.plural or (entity.sort == "person" and not last.definite)  # "A minister went further. 'Who?' they said."
    near = last.paragraph == pronoun.paragraph
    sentence = scene.sentences[pronoun.sentence]
    return {
        "introduced_subject": float(leads and fresh and not last.quoted),
        "reporter_before": float(leads and (source or pronoun.head < 2) and name and speaks),
        "source_possessor": float(source and name and known["sentences_back"] > 0 and bool(known.get("possessor"))),
        "listed": float(name and clauses.listed(scene.sentences[last.sentence], last.head)),
        "reported": float(last.form != "pronoun" and _reported(pronoun, last, scene)),
        "source_told": float(source and not pronoun.plural and before and near and speaks),
        "fronted": float(last.sentence == pronoun.sentence and clauses.fronted(sentence, last.head, pronoun.head)),
        "source_fronted": float(source and before and clauses.opens(scene.sentences[last.sentence], last.head)),
        "source_sole": float(source and before and name and _told_of(last, entity, scene)),
        "source_author": float(source and clauses.wrote(sentence, pronoun.head, last, pronoun.sentence)),
        "source_introduced": float(source and new and one and main and (near or (before and speaks))),
        "source_main": float(source and main and before),
    }


def _told_of(last: Reference, entity: Entity, scene: Scene) -> bool:
    """Whether a relative clause says more of the one person named: "Dance matters to Ruiz, who opened the evening"."""
    sentence = scene.sentences[last.sentence]
    sole = scene.sole.get(last.sentence) == entity.number
    return sole and not last.quoted and any(sentence.tokens[c].rel == "acl:relcl" for c in sentence.children(last.head, "acl"))


def _distance(pronoun: Reference, last: Reference, scene: Scene) -> tuple[int, int]:
    """Sentences and paragraphs back to a candidate; the words of which the pronoun is the source do not part them."""
    sentences, paragraphs = pronoun.sentence - last.sentence, max(0, pronoun.paragraph - last.paragraph)
    if pronoun.order not in scene.words or last.quoted or not sentences:
        return sentences, paragraphs
    told = scene.told.get(pronoun.sentence, 0) - scene.told.get(last.sentence, 0)
    return max(1, told), max(0, scene.paragraphs.get(pronoun.paragraph, 0) - scene.paragraphs.get(last.paragraph, 0))


def _reported(pronoun: Reference, last: Reference, scene: Scene) -> bool:
    """Whether a candidate stands in the words that the pronoun's verb reports: "The city grows mangoes, it said"."""
    if last.sentence != pronoun.sentence or pronoun.gender != "n" or last.head > pronoun.head:
        return False
    sentence = scene.sentences[pronoun.sentence]
    verb = sentence.tokens[pronoun.head].head
    if not pronoun.subject and verb >= 0 and sentence.tokens[verb].base == "nsubj":
        verb = sentence.tokens[verb].head  # "The network planned acts of sabotage, its statement said"
    elif not pronoun.subject:
        return False
    if verb < 0:
        return False
    if sentence.tokens[verb].base == "parataxis":
        return last.head not in sentence.subtree(verb)
    return any(c < pronoun.head and last.head in sentence.subtree(c) for c in sentence.children(verb, "ccomp"))


def _class(entity: Entity) -> str:
    return "people" if entity.sort == "person" and entity.plural else entity.sort


def _syntax(pronoun: Reference, last: Reference, subject: Reference, scene: Scene) -> dict[str, float]:
    """How the candidate stands in its own clause, and toward a pronoun of the same sentence."""
    sentence = scene.sentences[last.sentence]
    token = sentence.tokens[last.head]
    predicate = clauses.predicate(sentence, subject.head)
    main = predicate >= 0 and sentence.tokens[predicate].base in ("root", "parataxis", "conj")
    main = main or clauses.presented(sentence, subject.head)
    out = {
        "main_subject": float(subject.subject and main),
        "object": float(token.base in ("obj", "iobj")),
        "oblique": float(token.base == "obl"),
        "possessor": float(token.rel == "nmod:poss"),
        "modifier": float(token.base in ("nmod", "compound", "amod") and token.rel != "nmod:poss"),
        "both_subject": float(subject.subject and pronoun.subject),
    }
    if last.sentence == pronoun.sentence:
        above = set(sentence.ancestors(pronoun.head))
        out["governs"] = float(subject.subject and predicate in above)
        out["after"] = float(last.start > pronoun.start)
        out["relative"] = float(clauses.in_relative(sentence, pronoun.head, last.head))
    return out
