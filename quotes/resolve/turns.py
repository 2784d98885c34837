"""Whose turn it is when a description speaks: who answers a question, who was brought in just before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.model import Sentence, Span
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

JUST = 2
"""Sentences that what was told just before lies back."""
_APART = 3
"""Paragraphs after which who spoke by description alone is no longer in everybody's mind."""

Said = Mapping[tuple[int, int], Sequence[Span]]


def answered(reference: Reference, asker: Reference, sentences: Mapping[int, Sentence], said: Said, lexicon: Lexicon) -> bool:
    """Whether a description answers in a new paragraph what somebody else asked: "'Where is it?' asked Ruiz. ¶ 'Here,' the
    minister said"; a question may be one's own ("… ¶ 'Nobody knows,' the widow said"), but not an officer's reply."""
    spans = said.get((asker.sentence, asker.head), ())
    asked, verb = sentences[asker.sentence], _verb(sentences[reference.sentence], reference)
    if not spans or reference.paragraph - asker.paragraph != 1 or _verb(asked, asker) not in lexicon.asking:
        return False
    question = any(t.text == "?" and t.end == spans[-1][1] for t in asked.tokens)
    return question and (verb in lexicon.replying or (reference.words[0] in lexicon.ranks and verb not in lexicon.continuing))


def goes_on(
    reference: Reference, last: Reference, sentences: Mapping[int, Sentence], told: Mapping[int, int], lexicon: Lexicon
) -> bool:
    """Whether a description goes on speaking: "Ruiz said it. The former spy added that …", over a quotation of many sentences as
    well; ``told`` counts the reporter's."""
    near = reference.paragraph == last.paragraph and reference.sentence - last.sentence <= JUST
    next_told = told.get(reference.sentence, 0) - told.get(last.sentence, 0) <= 1 and reference.paragraph - last.paragraph <= JUST
    return (near or next_told) and _verb(sentences[reference.sentence], reference) in lexicon.continuing


def opposed(reference: Reference, sentence: Sentence) -> bool:
    """Whether a description is somebody else than was told of so far: "The head teacher, however, took little notice"."""
    return [t.text for t in sentence.tokens[reference.stop : reference.stop + 3]] == [",", "however", ","]


def of_seat(reference: Reference, sentence: Sentence) -> bool:
    """Whether a description says for which place somebody was elected: "the councillor for Kolm North"."""
    behind = sentence.tokens[reference.head + 1 : reference.head + 3]
    return len(behind) == 2 and behind[0].text == "for" and behind[1].ner == "B-LOC"


def brought_in(reference: Reference, entity: Entity, told: Mapping[int, int]) -> bool:
    """Whether the reporter's sentence before brought somebody in by full name, as its subject."""
    first = next((r for r in entity.references if r.form == "name"), entity.references[0])
    full = first.subject and not first.quoted and len(first.words) > 1
    return full and told.get(reference.sentence, 0) - told.get(first.sentence, 0) == 1


def fresh(reference: Reference, holder: Entity | None, subject: Entity | None) -> bool:
    """Whether the subject of the sentence before was told of after the one who spoke last: in another paragraph, or for the first
    time ("'No,' said Ruiz. Ana Lind, her boss, was blunter. 'Never,' the director said")."""
    spoke, acted = _acted(holder, reference), _acted(subject, reference)
    if spoke is None or acted is None or reference.sentence - acted.sentence > JUST or spoke.sentence >= acted.sentence:
        return False
    new = subject is not None and subject.references[0].sentence == acted.sentence and acted.form == "name"
    return spoke.paragraph < acted.paragraph or (new and acted.paragraph == reference.paragraph)


def spoke_so(reference: Reference, entity: Entity, floor: Entity, said: Said, lexicon: Lexicon) -> bool:
    """Whether "the neighbour" is who spoke before as "his neighbour", or as "a neighbour" when the one who has the ``floor`` was
    named already."""
    first = entity.references[0]
    other = first.owner is not None or (not first.definite and floor.references[0].order < first.order)
    if first.form != "nominal" or not other or reference.words[0] in lexicon.ranks:
        return False
    told = [r for r in entity.references if (r.sentence, r.head) in said and r.order < reference.order]
    return bool(told) and reference.paragraph - told[-1].paragraph <= _APART


def _acted(entity: Entity | None, before: Reference) -> Reference | None:
    """Where the reporter last told of somebody as a subject."""
    if entity is None:
        return None
    told = (r for r in entity.references if r.subject and not r.quoted and r.order < before.order)
    return max(told, key=lambda r: r.order, default=None)


def _verb(sentence: Sentence, reference: Reference) -> str:
    """Lemma of the verb whose subject a reference is."""
    head = sentence.tokens[reference.head].head
    return fold(sentence.tokens[head].lemma) if head >= 0 else ""
