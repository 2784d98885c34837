"""The words the resolver knows, read from ``rules/names/*.toml``: titles, role nouns, bodies, states, given names, weights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import RuleError
from quotes.resolve.faults import shape_faults
from quotes.resolve.names import words as name_words
from quotes.resolve.rulers import Leader, read_leaders
from quotes.resolve.tables import Gender, classes, gendered, numbers, of_bodies, of_verbs, rows, short_names, words
from quotes.states import read_states

_FILES = {
    "titles.toml": ("honorifics", "ranks", "styles", "suffixes"),
    "persons.toml": (
        *("roles", "relations", "anonymous", "naming", "modifying", "portfolios", "mirroring", "replying"),
        *("classes", "heading", "practising", "told_by"),
    ),
    "bodies.toml": ("bodies", "media", "documents", "groups", "offices", "classes", "taken_up", "issuing", "known"),
    "states.toml": ("state",),
    "given.toml": ("masculine", "feminine", "either", "endings", "family_first", "short"),
    "weights.toml": ("weights", "limits"),
    "certainty.toml": ("certainty",),
    "leaders.toml": ("leader",),
}


@dataclass(frozen=True)
class Lexicon:
    """Word lists by lower-case form; genders are ``m``, ``f`` or ``""``; weights and certainties by name."""

    honorifics: Mapping[str, Gender]
    styled: frozenset[str]
    """Ranks that are said before a name behind another office ("law expert Professor Ruiz")."""
    telling: frozenset[str]
    """Honorifics that tell a trade where a body follows the name ("Prof")."""
    ranks: Mapping[str, Gender]
    noble: frozenset[str]
    """Ranks by birth, which an office in front leaves out of the role."""
    military: frozenset[str]
    """Soldiers' ranks and the branches they serve in, which say less than a post."""
    local: frozenset[str]
    """Offices that somebody has of a place ("mayor")."""
    bound: frozenset[str]
    """Words of an office to which the soldier's rank behind them belongs ("detective")."""
    shortened: frozenset[str]
    """Of them the abbreviated ones, which no office ends in."""
    learned: frozenset[str]
    """What somebody has learned, which says less than an office."""
    seated: frozenset[str]
    """Ranks of members of a house, which say less than a post in it."""
    styles: frozenset[str]
    """Words that stay in front of a name of one word ("Lord")."""
    suffixes: frozenset[str]
    honours: frozenset[str]
    """Letters of honour behind a name, in capitals, which in small ones may be a name's own ("Li Ao")."""
    generations: frozenset[str]
    """"Jr." and the like, behind a name."""
    roles: Mapping[str, Gender]
    trades: tuple[str, ...]
    """Endings of nouns for those who follow a trade ("archaeologist")."""
    national: frozenset[str]
    """Nouns for somebody by the state in front of them alone ("England international")."""
    relations: Mapping[str, Gender]
    classes: Mapping[str, frozenset[str]]
    """Description -> the role nouns it can take up ("lawmaker" -> senator, mp …)."""
    told_by: Mapping[str, frozenset[str]]
    """Description -> words of a role by which it can take up its holder ("diplomat" -> foreign …)."""
    anonymous: frozenset[str]
    unnamed: frozenset[str]
    """Words in front of a description that keep its name back ("one minister")."""
    unnamed_phrases: frozenset[str]
    """The same of phrases in its sentence ("on condition of anonymity")."""
    fixed: frozenset[str]
    """Parts in court or in an interview, which nobody has who is not told to have one ("defendant")."""
    calendar: frozenset[str]
    heading: Mapping[str, str]
    """Lemmas of verbs -> the noun for who does so ("head" -> "head")."""
    leading: frozenset[str]
    """Nouns for who leads or speaks for a body, which no body is."""
    vague: frozenset[str]
    """Nouns that alone tell nothing of somebody ("member")."""
    lasting: frozenset[str]
    """Of the nouns for who does so those that somebody stays for good ("founder")."""
    judging: frozenset[str]
    """Adjectives of a reporter's judgement ("good")."""
    siding: frozenset[str]
    """Nouns for whose side somebody takes ("critic")."""
    practising: Mapping[str, str]
    """Lemmas of verbs -> the noun for who does so at some body ("lecture" -> "lecturer")."""
    appointing: frozenset[str]
    """Lemmas of verbs by which somebody comes into an office ("appoint")."""
    naming: frozenset[str]
    """Lemmas of verbs that name somebody behind "as"."""
    name_nouns: frozenset[str]
    """Nouns in apposition to which a name stands ("her first name, Anna")."""
    calling: frozenset[str]
    """The same without "as"."""
    modifying: frozenset[str]
    """Role nouns that only modify the role noun behind them ("deputy minister")."""
    serving: frozenset[str]
    """Participles that belong to the office behind them ("acting")."""
    portfolios: frozenset[str]
    """Words that tell offices of one name apart ("foreign", "defense")."""
    lower: frozenset[str]
    """Of them those without which the office is another ("vice")."""
    past: frozenset[str]
    """Words for an office that somebody has left ("former")."""
    officers: frozenset[str]
    """Ranks before "general" that make a soldier of him, which a secretary general is not."""
    replying: frozenset[str]
    """Lemmas of verbs whose subject answers ("reply")."""
    asking: frozenset[str]
    """Lemmas of verbs whose object is asked ("press")."""
    trying: frozenset[str]
    """Lemmas of verbs whose object stands in court ("sentence")."""
    continuing: frozenset[str]
    """Lemmas of verbs by which who spoke goes on ("add")."""
    mirroring: frozenset[str]
    """Roles that take their office from somebody else ("counterpart")."""
    bodies: frozenset[str]
    media: frozenset[str]
    papery: frozenset[str]
    """Of them those that make a paper or a broadcaster of the name beside them."""
    bodily: frozenset[str]
    """Nouns for bodies that make a body of the name right behind them."""
    seated_bodies: frozenset[str]
    """Nouns that make a body of a name which begins as a place ("Moscow City Court")."""
    placed_bodies: frozenset[str]
    """Nouns behind which "in" belongs to the name ("embassy")."""
    called: frozenset[str]
    """Names of papers that are nouns for a person ("economist")."""
    media_names: frozenset[str]
    papers: frozenset[str]
    documents: frozenset[str]
    titled: frozenset[str]
    """Last words of the names of documents ("act")."""
    forces: frozenset[str]
    """Nouns for a body of one state of which a reporter soon leaves the state out ("police")."""
    held: frozenset[str]
    """Nouns for what holds words without being a document of its own ("response")."""
    shares: frozenset[str]
    """Nouns for a share of those asked ("percent")."""
    groups: frozenset[str]
    offices: frozenset[str]
    body_classes: Mapping[str, frozenset[str]]
    """Noun for a body -> words of the names it can take up ("panel" -> committee …)."""
    known: frozenset[str]
    """Bodies of one word that a tagger takes for people ("rosatom")."""
    events: frozenset[str]
    """Last words of the names of events and places that are called after somebody ("colloquium")."""
    articled: frozenset[str]
    """Words in the names of people that have an article ("the Dalai Lama")."""
    any_body: frozenset[str]
    whatever: frozenset[str]
    joined: frozenset[str]
    """Nouns for bodies that people or states join, which go by their initials ("party")."""
    printed: frozenset[str]
    any_document: frozenset[str]
    issuing: frozenset[str]
    """Lemmas of verbs whose subject issues the document that is their object."""
    own_words: frozenset[str]
    """Nouns for documents that are their issuer's own words ("statement")."""
    printed_words: frozenset[str]
    """The same of papers and agencies ("article")."""
    states: Mapping[str, str]
    """Lower-case country name, adjective, capital or seat -> the state's name."""
    people: frozenset[str]
    """Lower-case words for citizens ("dane")."""
    unions: frozenset[str]
    """States that are unions of states, whose officials belong to one of these as well."""
    seats: frozenset[str]
    """Lower-case names of states, capitals and seats: places that can stand for a government."""
    given: Mapping[str, Gender]
    endings: tuple[tuple[str, Gender], ...]
    family_first: frozenset[str]
    short: Mapping[str, str]
    """Short given name -> the full one, where it is no beginning of it ("bill" -> "william")."""
    weights: Mapping[str, float]
    limits: Mapping[str, float]
    certainty: Mapping[str, float]
    leaders: Mapping[tuple[str, ...], Leader]
    """Folded words of a full or family name -> the leader whom an article means by it."""

    def person_noun(self, lemma: str) -> Gender | None:
        """The gender ("" if open) of a noun for a person; None if the noun is none. ``ex-`` and ``co-`` are looked through."""
        for word in (lemma, lemma.partition("-")[2]):
            for table in (self.roles, self.relations, self.ranks):
                if word in table:
                    return table[word]
        return None

    def is_seat(self, name: Sequence[str]) -> bool:
        """Whether the words of a name are a state's, a capital's or a seat's, which can stand for a government."""
        return " ".join(name) in self.seats

    def takes_up(self, description: str, role: str) -> bool:
        """Whether a description ("lawmaker") can refer back to somebody with this role noun ("senator")."""
        return description == role or role in self.classes.get(description, frozenset())


def load(folder: Path) -> Lexicon:
    """Reads ``folder/names/*.toml`` (``folder`` is the rules folder). Raises RuleError with every fault found."""
    faults: list[str] = []
    tables: dict[str, dict[str, object]] = {}
    for name, sections in _FILES.items():
        try:
            with (folder / "names" / name).open("rb") as file:
                tables[name] = tomllib.load(file)
        except OSError as error:
            faults.append(f"names/{name}: cannot be read ({error.strerror}): restore it from the bundled rules")
        except tomllib.TOMLDecodeError as error:
            faults.append(f"names/{name}: not TOML: {error}")
        else:
            faults += [f"names/{name}: no section [{s}]" for s in sections if s not in tables[name]]
            faults += shape_faults(name, tables[name])
    if faults:
        raise RuleError(faults)
    return _build(tables, read_leaders(tables["leaders.toml"]["leader"], folder / "targets"))


def _build(tables: Mapping[str, dict[str, object]], leaders: Mapping[tuple[str, ...], Leader]) -> Lexicon:
    titles, persons, bodies, given = (tables[f"{n}.toml"] for n in ("titles", "persons", "bodies", "given"))
    states, seats = read_states(tables["states.toml"]["state"])
    return Lexicon(
        honorifics=gendered(titles, "honorifics"),
        styled=words(titles, "ranks", "styled"),
        telling=words(titles, "honorifics", "telling"),
        ranks=gendered(titles, "ranks"),
        noble=words(titles, "ranks", "noble"),
        military=words(titles, "ranks", "military"),
        local=words(titles, "ranks", "local"),
        bound=words(titles, "ranks", "bound"),
        shortened=words(titles, "ranks", "shortened"),
        learned=words(titles, "ranks", "learned"),
        seated=words(titles, "ranks", "seated"),
        styles=words(titles, "styles"),
        suffixes=words(titles, "suffixes"),
        honours=words(titles, "suffixes", "honours"),
        generations=words(titles, "suffixes", "generations"),
        roles=gendered(persons, "roles"),
        trades=tuple(sorted(words(persons, "roles", "endings"))),
        relations=gendered(persons, "relations"),
        classes=classes(persons),
        told_by=classes(persons, "told_by"),
        anonymous=words(persons, "anonymous"),
        unnamed=words(persons, "anonymous", "determiners"),
        unnamed_phrases=words(persons, "anonymous", "phrases"),
        fixed=words(persons, "anonymous", "fixed"),
        calendar=words(persons, "anonymous", "days"),
        heading={verb: noun for noun, verbs in classes(persons, "heading").items() for verb in verbs},
        leading=words(persons, "roles", "leading"),
        vague=words(persons, "roles", "vague"),
        lasting=words(persons, "roles", "lasting"),
        judging=words(persons, "roles", "judging"),
        siding=words(persons, "roles", "siding"),
        practising={verb: noun for noun, verbs in classes(persons, "practising").items() for verb in verbs},
        **of_verbs(persons),
        modifying=words(persons, "modifying"),
        serving=words(persons, "modifying", "serving"),
        portfolios=words(persons, "portfolios"),
        lower=words(persons, "portfolios", "lower"),
        past=words(persons, "portfolios", "past"),
        officers=words(persons, "portfolios", "officers"),
        mirroring=words(persons, "mirroring"),
        **of_bodies(bodies),
        body_classes=classes(bodies),
        articled=words(titles, "styles", "articled"),
        states=states,
        people=frozenset(word.lower() for row in rows(tables["states.toml"]) for word in row.get("people", ())),
        unions=frozenset(row["name"] for row in rows(tables["states.toml"]) if row.get("union")),
        seats=seats | {" ".join(name_words(s)) for s in seats},  # "U.S." is "u s" among the words of names
        given={w: g for key, g in (("masculine", "m"), ("feminine", "f"), ("either", "")) for w in words(given, key)},
        endings=tuple((w, g) for key, g in (("feminine", "f"), ("masculine", "m")) for w in sorted(words(given, "endings", key))),
        family_first=words(given, "family_first"),
        short=short_names(given["short"]),
        weights=numbers(tables["weights.toml"], "weights"),
        limits=numbers(tables["weights.toml"], "limits"),
        certainty=numbers(tables["certainty.toml"], "certainty"),
        leaders=leaders,
    )
