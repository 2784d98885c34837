"""Where a sentence names a target, and which of its noun phrases are the target or the target's conduct.

"Russian people", "Russian gas" and "in Moscow" name Russia without meaning the state (R3): they are found and marked as excluded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quotes.model import Sentence
from quotes.stance.subjects import cases
from quotes.stance.values import Alias, StanceRules, Target

Bond = Literal["is", "owns"]

_LEADING = frozenset(["lead", "back", "sponsor", "control", "direct", "fund", "finance"])
_LESS = {"event": 0.7, "partner": 0.5}
"""How much less what is said of the target's doings, and of its partners where opinion propagates, counts for the target."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A token that heads a phrase for the target (``is``) or for something it does or has (``owns``)."""

    token: int
    mention: int
    """Head token of the name (or pronoun) that makes it so."""
    bond: Bond
    weight: float
    kind: str = "state"


@dataclass(frozen=True, slots=True)
class Names:
    """The target's names in one sentence."""

    found: tuple[tuple[int, int, str], ...]
    """(first token, last token + 1, kind) of every alias, excluded ones too, but for a capital that is only a place."""
    holds: Mapping[int, Hold]
    excluded: frozenset[int]
    """Tokens of names that do not mean the state here."""

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens of all names found."""
        return frozenset(i for first, stop, _ in self.found for i in range(first, stop))


def find_aliases(sentence: Sentence, aliases: Mapping[str, tuple[Alias, ...]]) -> list[tuple[int, int, str]]:
    """Aliases in a sentence as (first token, last token + 1, kind): longest first, never crossing."""
    out: list[tuple[int, int, str]] = []
    words = [t.text for t in sentence.tokens]
    i = 0
    while i < len(words):
        hit = next((a for a in aliases.get(words[i], ()) if tuple(words[i : i + len(a.words)]) == a.words), None)
        if hit is None:
            i += 1
            continue
        out.append((i, i + len(hit.words), hit.kind))
        i += len(hit.words)
    return out


def find_names(sentence: Sentence, target: Target, rules: StanceRules) -> Names:
    """Names of the target in a sentence with what they hold."""
    found: list[tuple[int, int, str]] = []
    holds: dict[int, Hold] = {}
    excluded: set[int] = set()
    for i, t in enumerate(sentence.tokens):
        if t.text[:5].lower() == "anti-" and t.text[5:6].upper() + t.text[6:] in target.aliases:
            found.append((i, i + 1, "anti"))
            excluded.add(i)
    for start, end, kind in find_aliases(sentence, target.aliases):
        head = head_of(sentence, start, end)
        if _is_excluded(sentence, start, end, head, kind, target, rules):
            excluded.update(range(start, end))
            if kind != "capital":
                found.append((start, end, kind))
            if kind == "state" and (affair := _affair(sentence, head, rules)) is not None:
                _put(holds, affair)
                climb(sentence, holds, affair, target, rules)
            continue
        found.append((start, end, kind))
        weight = _LESS.get(kind, 1.0)
        first = Hold(head, head, "owns" if kind == "event" else "is", weight, kind)
        _put(holds, first)
        climb(sentence, holds, first, target, rules)
    return Names(tuple(sorted(found)), holds, frozenset(excluded))


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """The token of a span whose head lies outside it."""
    return next((i for i in range(start, end) if not start <= sentence.tokens[i].head < end), end - 1)


def _put(holds: dict[int, Hold], hold: Hold) -> None:
    old = holds.get(hold.token)
    if old is None or (hold.bond == "is", hold.weight) > (old.bond == "is", old.weight):
        holds[hold.token] = hold


def _is_excluded(s: Sentence, start: int, end: int, head: int, kind: str, target: Target, rules: StanceRules) -> bool:
    words = s.tokens
    if start >= 2 and words[start - 1].text in "-–" and words[start - 2].text.lower() in ("anti", "pro", "non", "ex", "ethnic"):
        return True
    if end + 1 < len(words) and words[end].text in "-–" and words[end].start == words[end - 1].end:
        return words[end + 1].text.lower() not in ("backed", "led", "sponsored", "made", "controlled", "directed", "style")
    if _is_seat(s, head, rules):
        return False
    if _is_place(s, head, kind, rules) or (kind == "leader" and _is_out_of_office(s, start, end, rules)):
        return True
    if kind == "state" and _is_some(s, head, rules):
        return True
    owner = words[head]
    if owner.base in ("amod", "compound", "nmod") and owner.head >= 0 and owner.rel != "nmod":
        return _is_other(s, owner.head, kind, target, rules)
    return False


def _affair(s: Sentence, head: int, rules: StanceRules) -> Hold | None:
    """Elections, courts, trials in the state are the state's."""
    up = s.tokens[head].head
    held = s.tokens[head].base == "nmod" and up >= 0 and s.tokens[up].lemma.lower() in rules.words["affairs"]
    return Hold(up, head, "owns", 0.8) if held and "in" in cases(s, head) else None


def _is_out_of_office(s: Sentence, start: int, end: int, rules: StanceRules) -> bool:
    """The candidate Oda Lin; Oda Lin Jr. is another person."""
    if s.tokens[end : end + 1] and s.tokens[end].text.rstrip(".") in ("Jr", "Sr", "II", "III"):
        return True
    before = s.tokens[max(0, start - 2) : start]
    return all(t.upos != "PUNCT" for t in before) and any(t.lemma.lower() in rules.words["out_of_office"] for t in before)


def _is_some(s: Sentence, head: int, rules: StanceRules) -> bool:
    """Many Russians, ordinary Russians, no American: people of the country, not the country."""
    if not s.tokens[head].xpos.endswith("S") and not s.children(head, "det"):
        return False
    return any(
        s.tokens[c].lemma.lower() in rules.words["some_people"] or s.tokens[c].base == "nummod"
        for c in s.children(head, "det", "amod", "nummod")
    )


def _is_other(s: Sentence, noun: int, kind: str, target: Target, rules: StanceRules) -> bool:
    lemma = s.tokens[noun].lemma.lower()
    if lemma in target.institution_heads or (lemma in rules.words["institution"] and lemma not in target.other_heads):
        return False
    ours = any(s.tokens[c].text.lower() in ("our", "my") for c in s.children(noun, "nmod:poss"))
    if ours and lemma in rules.words["companions"]:
        return False  # "grateful to our Lodvian friends"
    if lemma in rules.words["other"] or lemma in target.other_heads:
        return True
    # "a Russian, Sergei": a person named beside the adjective is not the state, unless a leader
    return kind == "adjective" and s.tokens[noun].ner.endswith("PER") and s.tokens[noun].text not in target.aliases


def _is_seat(s: Sentence, head: int, rules: StanceRules) -> bool:
    """Where those who rule are named by where they rule: "the rulers in Sorgrad", "those in power in Lodvia"."""
    up = s.tokens[head].head
    if s.tokens[head].base != "nmod" or up < 0 or not cases(s, head) & {"in", "at"}:
        return False
    foreign = any(s.tokens[c].text[:1].isupper() for c in s.children(up, "amod", "compound", "nmod:poss"))
    return s.tokens[up].lemma.lower() in rules.words["rulers"] and not foreign


def _is_place(s: Sentence, head: int, kind: str, rules: StanceRules) -> bool:
    if s.tokens[head].base not in ("obl", "nmod") or kind not in ("state", "capital", "government", "partner"):
        return False
    found = cases(s, head)
    if found == {"in"} and _is_companion(s, head, rules):
        return False
    if kind == "capital" and found == {"from"} and s.tokens[s.tokens[head].head].lemma.lower() in rules.words["conduct"]:
        return False  # "a promise from Sorgrad"
    if kind == "capital" and _is_addressed(s, head, found, rules):
        return False
    if kind == "capital" and s.tokens[head].rel != "nmod:poss":
        return bool(found & (rules.words["place_prepositions"] | rules.words["capital_prepositions"]))
    return bool(found & rules.words["place_prepositions"])


def _is_addressed(s: Sentence, head: int, prepositions: set[str], rules: StanceRules) -> bool:
    """Whether an attitude goes to the capital, and nobody to the place: "pledged support to Sorgrad"."""
    up = s.tokens[head].head
    if up < 0 or not prepositions & {"to", "for"}:
        return False
    near = [i for i in (up, *s.children(up, "obj")) if s.tokens[i].upos in ("NOUN", "ADJ") and i < head]
    forms = (f for i in near for f in rules.forms.get(s.tokens[i].lemma.lower(), ()) if f.words == (s.tokens[i].lemma.lower(),))
    return any(f.entry.holder and prepositions & f.entry.to for f in forms)


def _is_companion(s: Sentence, head: int, rules: StanceRules) -> bool:
    """A friend in Lodvia is Lodvia."""
    up = s.tokens[head].head
    beside = [up, *s.children(up, "obj", "xcomp")] if up >= 0 else []
    return any(s.tokens[c].lemma.lower() in rules.words["companions"] for c in beside)


def climb(s: Sentence, holds: dict[int, Hold], hold: Hold, target: Target, rules: StanceRules) -> None:
    """Pass a hold on to the phrases above: Russian government (is), Russia's actions (owns), threat of Russian attack (owns)."""
    for _ in range(3):
        step = _step(s, hold, target, rules)
        if step is None:
            return
        _put(holds, step)
        hold = step


def _step(s: Sentence, hold: Hold, target: Target, rules: StanceRules) -> Hold | None:
    token = s.tokens[hold.token]
    up = token.head
    if token.rel == "nsubj" and hold.bond == "is" and (done := _done(s, up, rules)) >= 0:
        return Hold(done, hold.mention, "owns", hold.weight * 0.8, hold.kind)
    if token.xpos == "WP" and token.base == "obj" and up >= 0 and s.tokens[up].lemma == "do" and s.tokens[up].rel == "acl:relcl":
        return Hold(s.tokens[up].head, hold.mention, "is", hold.weight * 0.9, hold.kind)  # "a state that does what Lodvia did"
    if token.rel == "compound" and up >= 0 and s.tokens[up].lemma.lower() in _LEADING and s.tokens[up].rel == "amod":
        return Hold(s.tokens[up].head, hold.mention, "owns", hold.weight * 0.5, hold.kind)  # "Lodvian-led gunmen"
    if up < 0 or s.tokens[up].upos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
        return None
    lemma = s.tokens[up].lemma.lower()
    is_other = lemma in target.other_heads or (lemma in rules.words["other"] and lemma not in rules.words["institution"])
    if token.rel in ("amod", "compound", "nmod:poss", "nmod:desc", "flat", "appos"):
        if is_other:
            return None
        if token.rel in ("flat", "appos") or lemma in rules.words["title"]:
            return Hold(up, hold.mention, hold.bond, hold.weight * 0.95, hold.kind)
        if lemma in rules.words["institution"] or lemma in target.institution_heads:
            return replace(hold, token=up, bond=hold.bond, weight=hold.weight * 0.95)
        loose = 1.0 if lemma in rules.words["conduct"] or hold.bond == "owns" else 0.8
        return Hold(up, hold.mention, "owns", hold.weight * loose, hold.kind)
    if token.base == "nmod" and token.lemma.lower() in rules.words["places"] and "in" in cases(s, hold.token):
        return Hold(up, hold.mention, "is", hold.weight * 0.9, hold.kind)  # "any state in Lodvia's place"
    first = up if token.rel == "conj" else hold.token
    over = s.tokens[first].head
    if s.tokens[first].base == "nmod" and "between" in cases(s, first) and s.tokens[over].lemma.lower() in rules.words["pacts"]:
        return Hold(over, hold.mention, "owns", hold.weight * 0.7, hold.kind)  # "the pact between Sorland and Lodvia"
    if token.base == "nmod" and hold.bond == "is" and cases(s, hold.token) & {"like", "such"}:
        return replace(hold, token=up, weight=hold.weight * 0.7)  # "states like Lodvia that arm them"
    if token.base == "nmod" and token.lemma == "side" and "on" in cases(s, hold.token) and lemma in rules.words["conduct"]:
        return Hold(up, hold.mention, "owns", hold.weight * 0.9, hold.kind)  # "rhetoric on the Lodvian side"
    if hold.bond == "is" and _is_seat(s, hold.token, rules):
        return replace(hold, token=up, weight=hold.weight * 0.95)
    if token.base == "nmod" and cases(s, hold.token) & {"of", "by", "from"}:
        first = s.tokens[up].head if s.tokens[up].rel == "conj" else -1
        if is_other and first >= 0 and s.tokens[first].lemma.lower() in rules.words["institution"]:
            return replace(hold, token=first, weight=hold.weight * 0.85)  # "the leadership, government and people of Lodvia"
        if is_other or (lemma in rules.words["undergone"] and "of" in cases(s, hold.token)):
            return None  # "the invasion of Lodvia" is no deed of Lodvia's
        if lemma in rules.words["institution"] and hold.bond == "is":
            return replace(hold, token=up, weight=hold.weight * 0.9)
        if lemma in rules.words["conduct"] or lemma in rules.words["transparent"]:
            return Hold(up, hold.mention, "owns", hold.weight * 0.85, hold.kind)
    return None


def _done(s: Sentence, verb: int, rules: StanceRules) -> int:
    """The noun for what somebody does: "the steps that Lodvia has taken"; -1 where the clause says something else."""
    token = s.tokens[verb]
    if token.rel == "acl:relcl" and token.head >= 0 and token.lemma.lower() in rules.words["sayings"]:
        return token.head if not any(s.tokens[c].xpos in ("WDT", "WP") for c in s.children(verb, "nsubj")) else -1
    does = token.rel == "acl:relcl" and token.head >= 0 and token.lemma.lower() in rules.words["light_verbs"]
    if not does:
        return -1
    noun = s.tokens[token.head]
    known = noun.xpos == "WP" or any(noun.lemma.lower() in rules.words[name] for name in ("conduct", "accusations"))
    return token.head if known else -1


def bearer(s: Sentence, holds: Mapping[int, Hold], token: int) -> Hold | None:
    """The hold of a noun phrase by its head token, looking into coordinations and appositions ("Iran and Russia")."""
    if token in holds:
        return holds[token]
    for child in s.children(token, "conj", "appos", "flat"):
        if child in holds and not any(s.tokens[c].lemma.lower() == "not" for c in s.children(child, "advmod", "cc")):
            return replace(holds[child], weight=holds[child].weight * 0.85)  # but not "the alliance, not Lodvia"
    if s.tokens[token].rel == "conj" and s.tokens[token].head in holds:
        return None
    return None
