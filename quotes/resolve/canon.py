"""The canonical name and role of an entity, as the article prints them at their fullest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.model import Document, Sentence
from quotes.resolve import appositions, ministries, owners, titles
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.memory import Discourse
from quotes.resolve.names import fold
from quotes.resolve.nominals import ANY_PERSON
from quotes.resolve.reference import Reference

_UNKNOWN = frozenset(("a", "an", "some", "one", "another"))
_ARTICLES = _UNKNOWN | {"the"}
_WEIGHTS = frozenset(("only", "just", "even"))
_SURE = 0.6
"""Certainty of a pronoun from which its name can stand in a role."""


@dataclass(frozen=True)
class Canon:
    """What naming a mention needs: the article, its discourse and the words."""

    document: Document
    discourse: Discourse
    lexicon: Lexicon

    def beside(self, entity: Entity) -> str | None:
        """The first description in apposition to the name, or an office that took it up, as a role; else its body."""
        for r in entity.references:
            link = self.discourse.links.get(r.order)
            sentence = self.document.by_index[r.sentence]
            told = r.form == "nominal" and r.role_nouns and not titles.left(sentence, r.head)
            told = told and not appositions.is_judged(sentence, r.head, self.lexicon)
            if told and link is not None and link.rule == "apposition":
                role = _bare(self.description(r))
                if not titles.in_marks(role) and fold(role) not in self.lexicon.vague:
                    return role
        return self._office(entity) or next((r.body for r in entity.references if r.body), None)

    def of_owner(self, entity: Entity, role: str) -> str:
        """The role with the name of whose it is, where a pronoun tells that: "his lawyer" is "Per Dahl's lawyer"."""
        owners = ((r.sentence, r.role_owner) for r in entity.references if r.role == role and r.role_owner is not None)
        owner = next((self.discourse.at.get(at) for at in owners), None)
        link = self.discourse.links.get(owner.order) if owner is not None else None
        holder = self.discourse.entity(owner) if owner is not None else None
        if link is None or link.certainty < _SURE or holder is None or holder is entity:
            return role
        if holder.sort != "person" or not holder.named or holder.plural:
            return role
        mark = "’s" if "’" in self.document.article.text else "'s"
        return f"{self.canonical(holder)}{mark} {role}"

    def whose(self, owner: Reference, holder: Entity) -> str | None:
        """Whose somebody is, as it stands in front: a name, or for a pronoun the description of somebody without one ("her
        husband" is "the woman's husband"), for a body the words that tell its state ("the ministry's statement")."""
        if holder.named or (owner.form == "nominal" and holder.sort == "body" and holder.is_known("it")):
            return self.canonical(holder)
        if owner.form != "pronoun" or holder.sort != "person" or holder.fullest().quoted:
            return None
        return f"the {_bare(self.canonical(holder))}"

    def fuller(self, entity: Entity, role: str) -> str:
        """The role, or where it is one word, the office with that word by which a description took somebody up: "Minister Lind"
        and later "the Commerce Minister"."""
        if " " in role or fold(role) not in self.lexicon.ranks:
            return role
        return self._office(entity, fold(role)) or role

    def _office(self, entity: Entity, noun: str | None = None) -> str | None:
        """The office by which a description took up somebody whose name the article gives without ("the Prime Minister said");
        with ``noun`` only one that is named by it."""
        told = [(r, role) for r in entity.references if (role := self._taken_up(r, entity)) is not None]
        told.sort(key=lambda x: not (x[0].words[0] in self.lexicon.ranks or x[0].complement))  # a co-owner before a star
        for r, role in told:
            if not self._spoken_of(r) and (noun is None or (fold(role.split()[-1]) == noun and " " in role)):
                return role
        return None

    def _taken_up(self, r: Reference, entity: Entity) -> str | None:
        """The words of the office by which a description took somebody up; None where it tells none."""
        link = self.discourse.links.get(r.order)
        if r.form != "nominal" or link is None or not link.rule.startswith("description") or r.quoted or not self._is_office(r):
            return None
        owner = self.discourse.at.get((r.sentence, r.owner)) if r.owner is not None else None
        if r.owner is not None and (owner is None or owner.form != "name" or owner.sort not in ("place", "body")):
            return None
        article, _, role = self.description(r).partition(" ")
        if owner is not None:  # "Norway's foreign minister", "the Foreign Ministry's envoy"
            role = self.description(r).removeprefix("the ")
        elif article != "the" and not (article in _ARTICLES and link.rule == "description-ahead"):
            return None
        plain = " " not in role and not role[:1].isupper() and r.words[0] not in entity.known_offices
        return None if plain or titles.in_marks(role) else role

    def _is_office(self, r: Reference) -> bool:
        """Whether a description tells an office or a trade ("the office clerk from Brakna"), not what anybody could be."""
        noun, lexicon = r.words[0], self.lexicon
        if noun in lexicon.relations or noun in lexicon.fixed or noun in ANY_PERSON:
            return False
        trade = r.subject and (noun in lexicon.roles or titles.is_trade(noun, lexicon))  # not "the hiring of the young official"
        return noun in lexicon.ranks or trade

    def _spoken_of(self, r: Reference) -> bool:
        """Whether somebody quoted speaks of the holder of that office: an opponent names him as well as the reporter does."""
        return any(
            o.quoted and o.form == "nominal" and not o.plural and o.words == r.words and o.text.lower() == r.text.lower()
            for o in self.discourse.references
        )

    def canonical(self, entity: Entity) -> str:
        """The fullest name or description of an entity, as the article prints it."""
        reference = entity.fullest()
        if reference.form != "name":
            return self._members(entity) or self.description(reference)
        text = reference.text
        if text.isupper() and len(text) > 5 and reference.sort == "person":
            return text.title()
        owner = owners.of_country(entity, self.document, self.discourse.references, self.lexicon)
        before = owner or self._honorific(entity)
        return f"{before} {text}" if before else text

    def _members(self, entity: Entity) -> str | None:
        """The names that "and" joins, without what stands between ("Ana Ruiz of Ohio and Per Dahl of Texas")."""
        joined = next((r for r in entity.references if r.members), None)
        parts = [self.discourse.at.get((joined.sentence, head)) for head in joined.members] if joined is not None else []
        starts = {r.first for r in parts if r is not None and r.form == "name"}
        parts = [r for r in parts if r is None or r.form == "name" or r.stop not in starts]  # "his counterpart Micheal Moran"
        entities = [self.discourse.entity(r) for r in parts if r is not None and r.form == "name"]
        if joined is None or not entities or len(entities) < len(parts) or None in entities:
            return None
        return listed([self.canonical(e) for e in entities if e is not None])

    def _honorific(self, entity: Entity) -> str | None:
        """The "Mrs" of a person with but a family name that another has as well (a couple, a family)."""
        word = entity.fullest().words
        if entity.sort != "person" or len(word) != 1:
            return None
        if (titled := self._styled(entity)) is not None:
            return titled
        others = (e for e in self.discourse.clusters.entities if e is not entity and e.sort == "person")
        if not any(word[0] in name for other in others for name in other.names):
            return None
        addressed = next((r for r in entity.references if r.honorific), None)
        if addressed is None:
            return None
        token = self.document.by_index[addressed.sentence].tokens[addressed.first - 1]
        return token.text if titles.is_honorific(token.text, self.lexicon) else None

    def _styled(self, entity: Entity) -> str | None:
        """The style without which nobody is known by that name: "Lord" Dannatt, "Pope" Francis."""
        fullest = entity.fullest().text
        for r in entity.references:
            if r.form == "name" and r.text == fullest and r.first > 0 and len(r.words) == 1:
                token = self.document.by_index[r.sentence].tokens[r.first - 1]
                if fold(token.text) in self.lexicon.styles and token.text[:1].isupper():
                    return token.text
        return None

    def description(self, reference: Reference) -> str:
        """A description with the article that tells it from a name ("a farmer", "the minister")."""
        sentence = self.document.by_index[reference.sentence]
        text = self.document.article.text
        ministry = ministries.behind(reference, self.discourse.references, self.lexicon)
        ministry = ministry or owners.fuller(reference, self.discourse.references, self.lexicon)
        if ministry is not None:
            return ministry
        if reference.words[0] in _UNKNOWN | {"old"}:  # "One of them told the court", "The 22 year old said"
            return reference.text[:1].lower() + reference.text[1:]
        described = titles.described(text, sentence, reference.head, self.lexicon)
        if described is None:
            return reference.text
        if reference.text.isupper() and reference.text.startswith(("A ", "AN ", "THE ")):
            described = described.lower()
        if reference.words[0] in self.lexicon.shares:
            described = _measured(sentence, reference.head, described)
        articles = sentence.children(reference.head, "det", "nummod")
        article = next((t for c in articles if (t := sentence.tokens[c].text.lower()) in _ARTICLES), "")
        if article == "one":  # "one official": told apart from "the official", as unnamed as "an official"
            described = described[4:] if described.lower().startswith("one ") else described
            article = "an" if described[:1] in "aeioAEIO" and described[:2] not in ("Eu", "eu") else "a"
        told = (article in _UNKNOWN or (article == "the" and reference.sort == "person")) and not described.lower().startswith(
            f"{article} "
        )
        return f"{article} {described}" if told else described


def _bare(description: str) -> str:
    """A description without its article."""
    return description.removeprefix("a ").removeprefix("an ").removeprefix("the ")


def _measured(sentence: Sentence, share: int, described: str) -> str:
    """A share with the "more than" before it, and without a word that only weighs it: "more than half of the voters"."""
    before = sentence.tokens[max(0, share - 2) : share]
    if len(before) == 2 and before[1].text == "than":
        return f"{before[0].text.lower()} than {described}"
    weight, _, rest = described.partition(" ")
    return rest if weight.lower() in _WEIGHTS else described


def listed(names: Sequence[str]) -> str:
    """Names as one: "Ana Ruiz, Per Dahl and Li Na"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
