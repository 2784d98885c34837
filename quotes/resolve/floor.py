"""Who goes on being told of where a description tells what the article never gave: who has the floor, the last subject."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.resolve.entity import Entity, apart
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold, words
from quotes.resolve.nominals import ANY_PERSON, left_office, own_words
from quotes.resolve.reference import Reference

_STATE = frozenset(("country", "nation", "state"))
_ANY_POST = frozenset(("chief", "head", "leader", "boss"))
"""Nouns for who leads something, whatever the post is called."""
_NEAR = 2
_LONG = 6
"""Sentences that a description may lie behind whom it takes up without a word in common; the more where a quotation, which can
be long, stands between."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the sentences around a description tell of whether somebody can be meant by it."""

    source: bool
    """It is the source of a quotation."""
    spoke: bool
    """The floor was theirs."""
    sole: bool = False
    """The article has told of nobody else so far."""
    adds: bool = False
    """The verb goes on ("added")."""
    seat: bool = False
    """It tells for which place somebody was elected."""
    new: bool = False
    """The sentence before brought the person in."""
    ruled: bool = False
    """A state or a body has it: "the EU's top diplomat"."""
    here: bool = False
    """The person was mentioned last in the same paragraph."""

    @property
    def obvious(self) -> bool:
        """Nobody else can be meant: the one person of the article so far, brought in by the sentence before."""
        return self.source and self.sole and self.new and self.here


def goes_on(reference: Reference, entity: Entity, last: Reference, lexicon: Lexicon, known: Known) -> bool:
    """Whether a definite description can mean a person, mentioned ``last``, whose office the article never gives ("the defiant
    PM")."""
    if (
        not (reference.sort == "person" or (known.sole and known.source and _is_new(reference, lexicon)))
        or reference.quoted
        or reference.clause  # "The doctor who treated them" is nobody yet told
        or not (reference.subject and reference.definite)
        or (reference.owner is not None and not (known.ruled and known.obvious and not entity.role_nouns))
    ):
        return False
    if (
        entity.sort != "person"
        or not entity.named
        or entity.plural
        or (reference.sentence == last.sentence and not (known.spoke and known.source and last.form == "pronoun"))
        or not near(reference, last, sole=known.sole)
    ):
        return False
    if apart(reference.states, entity.belongs_to):
        return False
    if left_office(reference, entity, lexicon) or _other_office(reference, entity, lexicon, known):
        return False
    if reference.sort == "person" and entity.gender not in ("", reference.gender or entity.gender):
        return False
    return _suits(reference, entity, last, lexicon, known)


def _suits(reference: Reference, entity: Entity, last: Reference, lexicon: Lexicon, known: Known) -> bool:
    """Whether the words of the description suit somebody whom nothing else excludes."""
    noun = reference.words[0]
    own = own_words(reference, lexicon)
    once = bool(own & lexicon.past)  # "Defence Secretary Ana Ruiz … The former general": besides the office she has
    office = noun in lexicon.ranks and noun not in lexicon.anonymous and (once or not entity.role_nouns)
    if noun in lexicon.ranks and (once or noun not in lexicon.anonymous):
        own -= lexicon.past | lexicon.modifying | lexicon.portfolios  # "The former prime minister wrote"
    own -= entity.role_words | entity.bodies  # "CNN's Ana Ruiz … The CNN host"
    own -= lexicon.past if known.new and reference.paragraph > last.paragraph else frozenset()
    small = all(w.islower() or fold(w) in lexicon.states for w in reference.text.split()[1:])
    plain = known.sole and small and not own & (lexicon.past | lexicon.modifying)  # "the sporting star"
    fresh = (
        known.new and known.source and noun not in lexicon.anonymous and not own & lexicon.past
    )  # "Ana Ruiz left. The Oslo University lecturer said …"
    if known.spoke and not (known.adds or office or plain or fresh or reference.age) and any(w not in lexicon.ranks for w in own):
        return False
    offices = any(n in lexicon.roles or n in lexicon.ranks for n in entity.offices)
    if not (once or known.adds) and _other_post(noun, entity, lexicon):
        return False
    if known.source and not known.spoke and (noun not in lexicon.anonymous or once):
        return not (reference.complement and entity.role_nouns & lexicon.ranks.keys())  # "the writer in Oslo" is no minister
    told = noun in lexicon.ranks or bool(reference.age)
    if (
        known.source
        and known.spoke
        and (not reference.complement or known.seat or (reference.paragraph == last.paragraph and noun not in lexicon.anonymous))
    ):
        return not offices or once or noun not in lexicon.ranks
    return told and not offices


def _other_post(noun: str, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether somebody holds a post and a noun tells another: "Transport Minister Ana Ruiz … The whip"; a chief can be any."""
    held = {n for n in entity.offices if n in lexicon.ranks or n in lexicon.leading}
    told = noun in lexicon.leading - lexicon.learned - lexicon.anonymous
    if not (told and held) or held & _ANY_POST or entity.role_words & lexicon.past:
        return False
    return not any(lexicon.takes_up(noun, n) or lexicon.takes_up(n, noun) for n in held)


def _is_new(reference: Reference, lexicon: Lexicon) -> bool:
    """Whether a noun that no list knows can describe a person, by his nation or what he was: "the former batsman"."""
    noun = reference.words[0]
    told = reference.states or own_words(reference, lexicon) & lexicon.past
    return reference.sort == "thing" and bool(told) and not noun.endswith(("er", "or", "ment", "ion", "ing"))


def _other_office(reference: Reference, entity: Entity, lexicon: Lexicon, known: Known) -> bool:
    """Whether a description tells a state or an office that nothing gives the entity: "the German chancellor" is no Putin."""
    noun = reference.words[0]
    if noun in ANY_PERSON:
        return False
    office = (noun in lexicon.ranks and not (known.seat and not entity.role_nouns)) or bool(reference.states)
    if reference.complement and office and not reference.states & entity.belongs_to:
        told = entity.role_nouns or (entity.known_offices and noun not in entity.known_offices)
        return bool(told) or not known.obvious  # "the representative of Kenya", "the speaker of parliament"
    lower = set(words(reference.text)) & lexicon.lower and not entity.role_words & lexicon.lower
    once = own_words(reference, lexicon) & lexicon.past  # "the former judge" has no part in this court
    if (noun in lexicon.fixed and not (known.adds or once)) or (lower and noun in entity.role_nouns):
        return True
    if entity.known_offices and noun in lexicon.ranks and noun not in entity.known_offices:
        return not any(lexicon.takes_up(noun, office) for office in entity.known_offices)
    return False


def held_apart(reference: Reference, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a description that quotes nobody is rather somebody new: the entity stands in its sentence by name, or has an
    office that is not the description's ("Justice Lind said … The billionaire testified that …")."""
    here = any(r.form == "name" and r.sentence == reference.sentence for r in entity.references)
    once = own_words(reference, lexicon) & lexicon.past
    return here or (not once and not entity.role_nouns.isdisjoint(lexicon.ranks))


def no_person_goes_on(reference: Reference, entity: Entity, last: Reference, lexicon: Lexicon) -> bool:
    """Whether a description goes on about the body or the state that acted or spoke last."""
    if reference.plural or reference.quoted or reference.owner is not None or not (reference.subject and reference.definite):
        return False
    if reference.sentence == last.sentence or not near(reference, last):
        return False
    return _body_goes_on(reference, entity, last, lexicon) or _state_goes_on(reference, entity, last, lexicon)


def _body_goes_on(reference: Reference, entity: Entity, last: Reference, lexicon: Lexicon) -> bool:
    """Whether "the state corporation" goes on about a body whose name tells no kind."""
    initials = all(r.text.isupper() for r in entity.references if r.form == "name")  # "ANC said … said the party"
    known = reference.words[0] in lexicon.any_body or (initials and reference.words[0] in lexicon.joined)
    if reference.sort != "body" or not known:
        return False
    if entity.sort not in ("body", "media", "thing") or not entity.named or entity.plural:
        return False
    if entity.sort == "media" and (reference.words[0] != "agency" or own_words(reference, lexicon)):
        return False  # "The oil company" is not the Herald, which told of it
    typed = any(w in lexicon.bodies for name in entity.names for w in name)
    next_to = reference.words[0] in lexicon.whatever and reference.sentence - last.sentence == 1 and last.subject
    return (next_to or not typed) and not apart(reference.states, entity.states)


def _state_goes_on(reference: Reference, entity: Entity, last: Reference, lexicon: Lexicon) -> bool:
    """Whether "the country" goes on about a state that acted."""
    if reference.words[0] not in _STATE or own_words(reference, lexicon) or reference.states:
        return False
    return last.subject and entity.sort == "place" and any(map(lexicon.is_seat, entity.names))


def near(reference: Reference, last: Reference, *, sole: bool = False) -> bool:
    """Whether ``last`` stands so short before a description that it can go on about the same, nobody else being told of
    (``sole``) also over paragraphs."""
    gap = reference.sentence - last.sentence
    return 0 <= gap <= (_LONG if sole or reference.paragraph - last.paragraph <= 1 else _NEAR)
