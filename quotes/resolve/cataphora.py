"""Looking ahead: a pronoun or description whose name the article gives only afterwards."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from quotes.resolve.entity import Entity, apart
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold, words
from quotes.resolve.nominals import ANY_PERSON, own_words
from quotes.resolve.pronouns import agrees
from quotes.resolve.reference import Reference, is_owned

_SENTENCES = 4
"""Sentences that a pronoun without antecedent looks ahead."""
_PARAGRAPHS = 4
"""Paragraphs that the description which opens a story looks ahead."""
_REFERENCES = 40
_BODY_PARAGRAPHS = 2
"""Paragraphs that a body which opens the story looks ahead."""
_FILLING = {"a", "an", "top"}
"""Words by which a description says no more of somebody."""


def named_next(pronoun: Reference, references: Sequence[Reference], of: Mapping[int, Entity]) -> Entity | None:
    """Whom a source pronoun with nobody before it means: who is named or described next ("'Fine,' he said. Lind left.")."""
    for r in references[pronoun.order + 1 : pronoun.order + 1 + _REFERENCES]:
        entity = of.get(r.order)
        person = r.sort == pronoun.sort == "person" and r.definite and r.owner is None
        told = r.form == "name" or (r.form == "nominal" and person and not entity_named(entity))
        if entity is None or not told or r.quoted or not r.subject or r.sentence - pronoun.sentence > _SENTENCES:
            continue
        if agrees(pronoun, entity):
            return entity
    return None


def entity_named(entity: Entity | None) -> bool:
    """Whether there is an entity and it has a name."""
    return entity is not None and entity.named


def of_office(
    name: Reference, entity: Entity, earlier: Iterable[Entity], lexicon: Lexicon, headline: int, people: Sequence[Entity]
) -> Entity | None:
    """Who was but "the president" until he is introduced with that office ("President Ana Ruiz"); the "mayor" of a headline is
    the only one of ``people`` with that office. ``headline`` is 1 where the first paragraph is but a headline, else 0."""
    lower = lexicon.lower & set(words(name.role or ""))  # "the vice-president … President Ana Ruiz", or the other way round
    if name.quoted:
        return None
    for other in earlier:
        described = [r for r in other.references if r.form == "nominal"]
        if (
            not other.named
            and described
            and other.sort == "person"
            and not other.plural
            and all(r.words[0] in name.role_nouns and r.owner is None and not r.complement for r in described)
            and all(
                r.definite or ((r.paragraph < headline or _opening(r, headline)) and _bare(r, name, people, lexicon))
                for r in described
            )
            and all(_short(r, headline) or {*words(r.text)} - {"the"} == {*words(name.role or "")} for r in described)
            and all(lower == lexicon.lower & set(words(r.text)) for r in described)
            and not other.unlike(entity)
        ):
            return other
    return None


def _bare(r: Reference, name: Reference, people: Sequence[Entity], lexicon: Lexicon) -> bool:
    """Whether a headline leaves but the article out before the office of the one who has it: "Harbour mayor reports two dead"."""
    noun, own = r.words[0], set(words(r.text)) - (_FILLING if _opening(r, r.paragraph) else set())
    holders = [e for e in people if e.sort == "person" and e.named and noun in e.role_nouns]
    kept_back = noun in lexicon.anonymous and not (r.text.isupper() and noun in lexicon.ranks)
    return len(holders) == 1 and not kept_back and own <= {noun, *words(name.role or "")}


def _opening(r: Reference, headline: int) -> bool:
    """Whether a description of more than a noun opens the story ("A harbour expert has …", any "minister" may be another), or one
    in capitals ("A JUDGE has …")."""
    return r.text.isupper() or (r.paragraph == headline and len(r.text.split()) > 2)


def _short(r: Reference, headline: int) -> bool:
    return len(r.text.split()) < 3 or (not r.definite and _opening(r, headline))


def of_body(
    name: Reference,
    entity: Entity,
    earlier: Iterable[Entity],
    lexicon: Lexicon,
    headline: int,
    references: Sequence[Reference],
) -> Entity | None:
    """The body that opens the story by description alone, where the first body named as a subject is it: "Company says it will
    sell.¶ Holm & Reed said …", "A college is to close.¶ … Arden Academy said. The college …"."""
    if name.quoted or not name.subject or entity.sort not in ("body", "thing"):
        return None
    for other in earlier:
        r = other.references[0]
        if other.named or other.plural or r.form != "nominal" or r.quoted or r.owner is not None or other.unlike(entity):
            continue
        body = r.sort == "body" or (r.sort == "person" and r.words[0] in lexicon.bodies)  # "Rail operator warns"
        opens = r.paragraph <= headline and (r.subject or r.first == 0)  # "Toy chain to shut 40 shops"
        near = name.paragraph - r.paragraph <= _BODY_PARAGRAPHS and name.order - r.order <= _REFERENCES
        if not (body and opens and near) or any(map(_names_body, references[r.order + 1 : name.order])):
            continue
        if _described_so(r, name, entity, references, lexicon):
            return other
    return None


def _names_body(r: Reference) -> bool:
    return r.form == "name" and r.sort in ("body", "thing", "media") and r.subject and not r.quoted


def _described_so(r: Reference, name: Reference, entity: Entity, references: Sequence[Reference], lexicon: Lexicon) -> bool:
    """Whether the name holds the noun of a description, or no other, and the article goes on about it by that noun; "Company
    says" in a headline is whoever is named first."""
    noun = r.words[0]
    if noun in name.words or any(n.form == "nominal" and n.words[0] == noun for n in entity.references):
        return True
    if any(w in lexicon.bodies for w in name.words):
        return False
    if noun in lexicon.any_body and fold(r.text.split()[0]) not in ("a", "an", "the"):
        return True
    for n in references[name.order + 1 : name.order + 1 + 2 * _REFERENCES]:
        if _names_body(n) and n.words != name.words:
            return False
        if n.form == "nominal" and n.words[0] == noun and n.definite and n.owner is None and not n.quoted:
            return True
    return False


def lead(
    references: Sequence[Reference], of: Mapping[int, Entity], headline: int, lexicon: Lexicon
) -> tuple[Entity, Entity] | None:
    """The description that opens the article and the person whom the next paragraph names, where they are the same.

    ``headline`` is 1 where the first paragraph is but a headline, else 0.

    "Norway's foreign minister has called for talks.\\n\\nKarin Holm said on arrival …" (BBC, The Guardian).
    """
    for r in references:
        if r.paragraph > headline:
            return None
        entity = of.get(r.order)
        if entity is not None and _opens(r, entity, lexicon):
            name = _introduced(r, entity, references, of)
            if name is not None and _fits(r, entity, of[name.order], lexicon):
                return entity, of[name.order]
            if r.paragraph == headline:
                return None
    return None


def leader(entity: Entity, entities: Sequence[Entity], lexicon: Lexicon) -> Entity | None:
    """The one leader in the article whom everybody knows to have the office that nobody so far was named with: "Norway's foreign
    minister", "the President"."""
    described = [r for r in entity.references if r.form == "nominal" and not r.quoted]
    if entity.named or entity.sort != "person" or entity.plural or not described:
        return None
    if any(not r.definite or r.complement or r.clause or not (r.states or r.owner is None) for r in described):
        return None
    noun, own = described[0].words[0], {w for r in described for w in words(r.text)} - {"the"}
    if any(r.words[0] != noun for r in described) or noun not in lexicon.ranks or own & (lexicon.past | lexicon.lower):
        return None
    if not entity.states and own != {noun}:
        return None
    held = [e for e in entities if e is not entity and e.sort == "person" and (noun in e.known_offices or noun in e.role_nouns)]
    known = [e for e in held if noun in e.known_offices and not apart(entity.states, e.belongs_to) and not e.unlike(entity)]
    fit = [e for e in known if own & lexicon.portfolios <= e.known_offices]
    alone = len(fit) == 1 and (bool(entity.states) or len(held) == 1)
    return fit[0] if alone and fit[0].named else None


def unexplained(
    entity: Entity,
    references: Sequence[Reference],
    of: Mapping[int, Entity],
    said: Container[tuple[int, int]],
    told: Mapping[int, int],
    headline: int,
    lexicon: Lexicon,
) -> Entity | None:
    """Whom a description just before, or one that opens the story, means who speaks next without a word of who he is: "The Polish
    ambassador to Georgia said it was late.\n\n'Far too late,' Jan Kos wrote". ``said`` holds the sources of quotations, ``told``
    counts the reporter's sentences."""
    last = entity.references[-1]
    if (
        entity.named
        or entity.sort != "person"
        or entity.plural
        or last.form != "nominal"
        or last.quoted
        or last.owner is not None
    ):
        return None
    telling = own_words(last, lexicon) or last.states or last.complement
    noun = last.words[0]
    if not (telling and last.subject and last.definite) or noun in lexicon.anonymous or noun in ANY_PERSON or last.clause:
        return None
    for r in references[last.order + 1 : last.order + 1 + _REFERENCES]:
        named = of.get(r.order)
        if named is None or r.quoted or r.form != "name" or named.sort != "person" or not r.subject:
            continue
        explained = any(n.role_nouns for n in named.references if n.form == "name") or bool(named.bodies or named.ages)
        near = told.get(r.sentence, 0) - told.get(last.sentence, 0) <= 1 and r.paragraph - last.paragraph <= 1
        if last.paragraph <= headline and r.paragraph - last.paragraph <= _PARAGRAPHS and len(r.words) > 1:
            if explained or named.references[0].order < last.order:
                continue  # whoever comes between is no riddle
            near = True
        new = named.references[0] is r and not explained and not named.plural and named.role_nouns <= entity.role_nouns
        return named if new and near and (r.sentence, r.head) in said and not named.unlike(entity) else None
    return None


def _opens(r: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    if r.form != "nominal" or r.sort != "person" or r.plural or r.quoted or not r.subject or entity.named:
        return False
    noun = r.words[0]
    if r.owner is not None and is_owned(r):
        return False  # "His friend spits. … 'Don't,' says Lind." are two
    told = own_words(r, lexicon) or r.states or r.complement or (r.text.isupper() and r.text.startswith("A"))  # "A GRANDAD"
    return noun not in ANY_PERSON and (r.definite or noun not in lexicon.anonymous) and bool(told)


def _introduced(r: Reference, entity: Entity, references: Sequence[Reference], of: Mapping[int, Entity]) -> Reference | None:
    """The first person whom the next paragraph names for the first time, as a subject."""
    for name in references[r.order + 1 :]:
        if name.paragraph > r.paragraph + 1:
            return None
        named = of.get(name.order)
        if name.form != "name" or name.sort != "person" or name.quoted or named is None or not name.subject:
            continue
        titled = any(n.form == "name" and n.role_nouns for n in named.references)
        bare = len(name.words) > 1 and not titled and name.sentence - r.sentence <= _SENTENCES
        if (name.paragraph == r.paragraph and not bare) or named.references[0] is not name:
            return None
        if name.sentence == entity.references[-1].sentence:
            return None
        return name
    return None


def _fits(r: Reference, entity: Entity, named: Entity, lexicon: Lexicon) -> bool:
    states = entity.states - lexicon.unions
    if apart(states, named.belongs_to):  # "the Brazilian president" is not Donald Trump
        return False
    if entity.gender and named.gender and entity.gender != named.gender:
        return False
    noun = r.words[0]
    told = {role for n in named.references if not n.quoted for role in n.role_nouns}  # not what somebody calls him
    told -= lexicon.siding
    once = lexicon.past & set(words(r.text)) & named.role_words  # "A former admiral … Lind, a former head of the fleet,"
    return not told or bool(once) or any(lexicon.takes_up(noun, role) or lexicon.takes_up(role, noun) for role in told)
