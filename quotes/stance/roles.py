"""Who does it and to whom: the tokens that fill the roles of a predicate, by dependency paths."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Sentence
from quotes.stance.argument import Argument, Role, adverbial, apposed, between, closing, likewise, told, whence
from quotes.stance.predicates import Predicate
from quotes.stance.subjects import cases, is_passive, relative, subjects
from quotes.stance.values import Entry, StanceRules

_BESIDE = frozenset(
    ["against", "since", "after", "before", "during", "until", "despite", "amid", "following", "because", "over", "into"]
)
"""Prepositions of what goes along with a deed, or befalls its doer: "did their best against the tyrant"."""
_VOID = ("nothing", "something", "little", "everything")


def arguments(s: Sentence, p: Predicate, rules: StanceRules) -> list[Argument]:
    """Fillers of the agent and theme roles of a predicate, nearest first."""
    if p.part == "verb":
        own = list(_verb(s, p, rules))
        if s.tokens[p.token].rel == "amod" and s.tokens[p.token].xpos == "VBG":
            own += _adjective(s, p, p.token, rules)  # "Lodvia's list of threatening acts"
        own += [] if any(a.role == "theme" for a in own) else between(s, p)
        done = bool(s.children(p.token, "nsubj"))
        inner = (a for a in _inner_nouns(s, p) if a.role == "theme" or not done)  # "stood up for Lodvia's interests"
        return [*own, *inner, *closing(s, p)]
    own = list(_noun(s, p, rules) if p.part == "noun" else _adjective(s, p, p.token, rules))
    torn = between(s, p) if p.entry.theme and not any(a.role == "theme" for a in own) else ()
    return [*own, *torn, *closing(s, p), *apposed(s, p)]


def _verb(s: Sentence, p: Predicate, rules: StanceRules) -> Iterator[Argument]:
    verb = p.token
    passive = is_passive(s, verb)
    for token, path, weight in subjects(s, verb):
        if not (passive and p.entry.oblique):
            yield Argument("theme" if passive else "agent", token, path, weight)
    for child in s.below[verb]:
        rel = s.tokens[child].base
        if rel in ("obj", "iobj", "vocative"):
            yield from () if p.entry.oblique else (Argument("theme", child, rel),)
        elif rel in ("ccomp", "csubj") and p.entry.holder and not p.start <= child < p.end:
            yield from () if p.entry.id in rules.words["forecasts"] else told(s, child)
        elif rel in ("obl", "nmod"):
            prepositions = cases(s, child)
            ends = any(p.start <= c < p.end for c in s.children(child, "case"))
            doer = prepositions & {"by", "from"} and (passive or ("by" in prepositions and not s.children(verb, "nsubj")))
            if s.tokens[child].lemma.lower() in rules.words["mandates"]:
                yield from _mandate(s, child)
            elif ends and (p.entry.holder or not doer):
                yield Argument("theme", child, "obl")  # "talk to Putin", "stand with Russia": the phrase ends in its preposition
            elif doer:
                yield Argument("agent", child, "obl:by")
            elif prepositions & p.entry.to:
                yield Argument("theme", child, "obl:" + "/".join(sorted(prepositions & p.entry.to)))
            elif p.entry.mutual and prepositions & {"with"}:
                yield Argument("theme", child, "obl:with")
    yield from likewise(s, verb) if p.entry.agent else ()
    if (passive and s.tokens[verb].base == "conj") or any(s.tokens[c].xpos == "VBN" for c in s.children(verb, "conj")):
        yield from _shared_doer(s, verb)
    own = s.children(verb, "nsubj")
    if s.tokens[verb].rel == "acl:relcl" and own and not s.children(verb, "obj", "nsubj:pass") and not _is_relative(s, own):
        noun = s.tokens[verb].head
        yield Argument("theme", noun, "<acl:relcl", 0.9)
        if s.children(noun, "cop"):  # "Lodvia is a partner that one cannot trust"
            yield from (Argument("theme", c, "<acl:relcl.cop", 0.85) for c in s.children(noun, "nsubj"))


def _mandate(s: Sentence, noun: int) -> Iterator[Argument]:
    """On the orders of the Kremlin, at Putin's direction: who gives the order is the doer."""
    for child in s.children(noun, "nmod:poss", "nmod"):
        if s.tokens[child].rel == "nmod:poss" or "of" in cases(s, child):
            yield Argument("agent", child, "obl:by.nmod", 0.9)


def _is_relative(s: Sentence, subjects_: list[int]) -> bool:
    return any(s.tokens[c].xpos in ("WDT", "WP") for c in subjects_)


def _shared_doer(s: Sentence, verb: int) -> Iterator[Argument]:
    """The emails hacked and leaked by the Russians: one doer for both."""
    near = [*s.children(verb, "conj"), s.tokens[verb].head if s.tokens[verb].base == "conj" else verb]
    for other in near:
        for child in s.children(other, "obl") if other >= 0 and other != verb else []:
            if "by" in cases(s, child):
                yield Argument("agent", child, "conj.obl:by", 0.9)


def _inner_nouns(s: Sentence, p: Predicate) -> Iterator[Argument]:
    """In a longer phrase the theme may hang on its noun: "lift the sanctions ON Russia", "put pressure on Russia"."""
    for inner in range(p.start, p.end):
        if inner == p.token:
            continue
        for child in s.below[inner]:
            if p.spells(child) or (p.start <= child < p.end and s.tokens[child].rel != "nmod:poss"):
                continue
            rel = s.tokens[child].base
            if s.tokens[child].rel == "nmod:poss" and p.entry.holder:
                yield Argument("theme", child, "nmod:poss")  # "take Lodvia's concerns seriously"
            elif rel in ("nmod", "obl") and cases(s, child) & (p.entry.to | {"with", "on", "of"}):
                yield Argument("theme", child, "nmod")
            elif rel in ("compound", "amod", "obj") and p.entry.holder:
                yield Argument("theme", child, rel)
            elif s.tokens[child].rel == "nmod:poss" and p.entry.agent:
                yield Argument("agent", child, "nmod:poss", 0.8)


def _noun(s: Sentence, p: Predicate, rules: StanceRules) -> Iterator[Argument]:
    noun = p.token
    own: Role = p.entry.own
    for child in s.below[noun]:
        token = s.tokens[child]
        if p.spells(child) and token.base != "nmod":
            continue
        if token.rel in ("nmod:poss", "compound") or (token.rel == "amod" and token.text[:1].isupper()):
            yield Argument("agent" if token.rel == "nmod:poss" else own, child, token.rel)
        elif token.base in ("nmod", "obl"):
            prepositions = cases(s, child)
            if token.lemma.lower() in rules.words["mandates"] and "on" in prepositions:
                yield from _mandate(s, child)  # "a blunder on Lodvia's part"
            elif prepositions & p.entry.to:
                yield Argument("theme", child, "nmod:" + "/".join(sorted(prepositions & p.entry.to)))
            elif "of" in prepositions:
                yield Argument(p.entry.of, child, "nmod:of", 0.9)
            elif prepositions & p.entry.by:
                yield Argument("agent", child, "nmod:by", 0.95)
            elif prepositions & {"like", "such"}:
                yield Argument("agent", child, "nmod:by", 0.85)  # adversaries such as Russia
            elif "between" in prepositions and p.entry.id in rules.words["jointly_done"]:
                yield from (Argument("agent", c, "nmod:between", 0.6) for c in (child, *s.children(child, "conj")))
        elif token.base in ("acl", "ccomp") and p.entry.holder < 0 and s.tokens[noun].base == "obj" and s.children(child, "mark"):
            yield from () if p.entry.id in rules.words["forecasts"] else told(s, child)  # "he had concerns that Lodvia has …"
        elif token.base == "acl":
            yield from _clause_owner(s, child, rules)
    if s.tokens[noun].base == "nmod" and s.tokens[noun].head >= 0 and "of" in cases(s, noun):
        for child in s.children(s.tokens[noun].head, "nmod:poss", "amod", "compound"):
            if s.tokens[child].text[:1].isupper() or s.tokens[child].rel == "nmod:poss":
                yield Argument("agent", child, "<nmod:of." + s.tokens[child].rel, 0.85)  # Russia's campaign of lies
    if p.entry.holder and s.tokens[noun].base == "obj" and s.tokens[noun].head >= 0:  # "promised Lodvia its support"
        yield from (Argument("theme", c, "<obj.iobj", 0.95) for c in s.children(s.tokens[noun].head, "iobj"))
    yield from _predicative(s, noun, rules)
    yield from whence(s, noun, rules.words["origins"]) if p.entry.agent < 0 else ()
    yield from _carried(s, noun, p.entry, rules)
    head = s.tokens[noun].head
    if s.tokens[noun].rel == "compound" and head >= 0 and s.tokens[head].lemma.lower() in rules.words["transparent"]:
        whole = Predicate(head, head, head + 1, p.entry, "noun")  # "the hacking effort carried out on Lodvia's orders"
        for inner in _noun(s, whole, rules):
            if inner.token != noun:
                yield Argument(inner.role, inner.token, "<compound." + inner.path, inner.weight * 0.9)


def _clause_owner(s: Sentence, clause: int, rules: StanceRules) -> Iterator[Argument]:
    """The threat posed by Russia; the threat that Russia poses."""
    for child in s.children(clause, "obl"):
        if s.tokens[child].lemma.lower() in rules.words["mandates"]:
            yield from _mandate(s, child)
        elif "by" in cases(s, child) or ("from" in cases(s, child) and s.tokens[clause].lemma.lower() in rules.words["origins"]):
            yield Argument("agent", child, "acl.obl:by")
    if s.tokens[clause].rel == "acl:relcl" and s.tokens[clause].lemma.lower() in rules.words["light_verbs"]:
        for child in s.children(clause, "nsubj"):
            if s.tokens[child].xpos not in ("WDT", "WP"):
                yield Argument("agent", child, "acl:relcl.nsubj", 0.9)


def _predicative(s: Sentence, noun: int, rules: StanceRules) -> Iterator[Argument]:
    """Russia is a threat; call Putin a thug; the thug Putin; Putin, a thug."""
    token = s.tokens[noun]
    for child in s.children(noun, "nsubj", "nsubj:outer"):
        found, path, weight = relative(s, noun, child)
        yield Argument("agent", found, path + ".cop", weight)
    for child in s.children(noun, "csubj"):
        yield from (Argument("agent", t, "csubj." + q, w * 0.8) for t, q, w in subjects(s, child))  # "what they do is a crime"
    if token.rel == "xcomp" and token.head >= 0:
        obj = s.children(token.head, "obj")
        names = s.tokens[token.head].lemma.lower() in rules.words["namings"]
        yield from (Argument("agent", c, "<xcomp.obl", 0.9) for c in s.children(token.head, "obl") if cases(s, c) == {"in"})
        for child in obj or ([] if names else s.children(token.head, "nsubj")):
            yield Argument("agent", child, "<xcomp.obj", 0.95)
    if token.base in ("appos", "compound", "flat") and token.head >= 0:
        yield Argument("agent", token.head, "<" + token.rel, 0.9)
    for child in s.children(noun, "appos", "flat"):
        if any(s.tokens[c].lemma.lower() == "not" for c in s.children(child, "advmod", "cc")):
            continue  # "the alliance, not Lodvia"
        yield Argument("agent", child, token.rel, 0.9)
    if token.rel in ("obl", "nmod", "xcomp") and token.head >= 0 and cases(s, noun) & {"as", "like"}:
        for child in s.children(token.head, "obj", "nsubj:pass") or s.children(token.head, "nsubj"):
            yield Argument("agent", child, "<obl:as.obj", 0.9)
    if token.base == "conj" and token.head >= 0 and s.tokens[token.head].upos in ("NOUN", "ADJ"):
        for child in s.children(token.head, "nsubj", "nmod:poss", "amod", "compound"):
            yield Argument("agent", child, "<conj." + s.tokens[child].rel, 0.85)


def _carried(s: Sentence, noun: int, entry: Entry, rules: StanceRules) -> Iterator[Argument]:
    """Russia poses a threat; Russia is engaged in a campaign of lies: a light verb's subject owns its noun."""
    at, weight = noun, 0.9
    for _ in range(3):
        token = s.tokens[at]
        if token.head < 0:
            return
        head = s.tokens[token.head]
        if (
            token.base in ("nmod", "conj")
            and head.upos == "NOUN"
            and (token.base == "conj" or head.lemma.lower() in rules.words["transparent"])
        ):
            at, weight = token.head, weight * 0.9
            continue
        if token.base in ("obj", "obl", "xcomp") and head.lemma.lower() in rules.words["light_verbs"]:
            if token.base == "obl" and cases(s, at) & _BESIDE:
                return  # "has had since the bombing", "ran into challenges"
            if is_passive(s, token.head) or (head.head >= 0 and s.tokens[head.head].lemma.lower() in ("nothing", "little")):
                return  # "has nothing to do with the attack"
            for found, path, w in subjects(s, token.head):
                yield Argument("agent", found, f"<{token.rel}.{path}", weight * w)
            for child in s.children(token.head, "obl"):
                if cases(s, child) & entry.to and child != at:
                    yield Argument("theme", child, f"<{token.rel}.obl", weight)
        elif token.rel == "nsubj:pass" and (entry.agent < 0 or head.lemma.lower() in rules.words["light_verbs"]):
            for child in s.children(token.head, "obl"):
                if s.tokens[child].lemma.lower() in rules.words["mandates"]:
                    yield from _mandate(s, child)
                elif "by" in cases(s, child):
                    yield Argument("agent", child, "<nsubj:pass.obl:by", weight)
        return


def _adjective(s: Sentence, p: Predicate, at: int, rules: StanceRules, depth: int = 0) -> Iterator[Argument]:
    token = s.tokens[at]
    if p.entry.holder:
        yield from _felt(s, p, at)
        return
    yield from adverbial(s, at)
    if token.rel in ("amod", "acl", "acl:relcl", "nmod:desc") and token.head >= 0 and not s.children(at, "nsubj"):
        yield Argument("agent", token.head, "<amod")
        head = Predicate(token.head, token.head, token.head + 1, p.entry, "noun")
        for inner in _noun(s, head, rules):
            if inner.path in (
                "nmod:poss",
                "amod",
                "compound",
                "nsubj.cop",
                "appos",
                "<nmod:of.nmod:poss",
                "<nmod:of.amod",
            ) or inner.path.startswith(("nmod:by", "<obj", "nmod:of")):
                yield Argument("agent", inner.token, "<amod." + inner.path, inner.weight * 0.9)
    if token.rel == "amod" and token.head >= 0 and s.tokens[token.head].lemma.lower() in rules.words["manners"]:
        verb = s.tokens[token.head].head if s.tokens[token.head].base == "obl" else -1
        yield from (Argument("agent", t, "<manner." + q, w * 0.8) for t, q, w in (subjects(s, verb) if verb >= 0 else []))
    for child in s.children(at, "nsubj", "nsubj:outer", "csubj"):
        found, path, weight = relative(s, at, child)
        if s.tokens[child].rel == "csubj":
            yield from (Argument("agent", t, "csubj." + q, w * 0.8) for t, q, w in subjects(s, child))
        else:
            yield Argument("agent", found, path + ".cop", weight)
    if token.rel == "xcomp" and token.head >= 0:
        for child in s.children(token.head, "obj") or s.children(token.head, "nsubj", "nsubj:pass"):
            yield Argument("agent", child, "<xcomp." + s.tokens[child].rel, 0.95)
    if token.rel == "nmod" and token.head >= 0 and "as" in cases(s, at):
        yield Argument("agent", token.head, "<as", 0.95)
    named = token.head >= 0 and s.tokens[token.head].lemma.lower() in rules.words["namings"]
    if named and token.rel in ("obl", "advcl", "ccomp", "acl") and "as" in cases(s, at):
        for child in s.children(token.head, "obj", "nsubj:pass"):
            yield Argument("agent", child, "<as." + s.tokens[child].rel, 0.95)
    if depth < 4 and token.base == "conj" and token.head >= 0 and s.tokens[token.head].upos in ("ADJ", "NOUN", "VERB"):
        for inner in _adjective(s, p, token.head, rules, depth + 1):
            yield Argument(inner.role, inner.token, "<conj." + inner.path, inner.weight * 0.9)
    for child in s.children(at, "advcl", "ccomp"):
        yield from (Argument("agent", t, "ccomp." + q, w * 0.7) for t, q, w in subjects(s, child))
    nothing = [k for k in (token.head, *s.children(at, "nsubj")) if k >= 0 and s.tokens[k].lemma.lower() in _VOID]
    for child in [*s.children(at, "obl"), *(c for k in nothing for c in s.children(k, "nmod"))]:
        if "of" in cases(s, child) or (nothing and "about" in cases(s, child)):
            yield Argument("agent", child, "obl:of", 0.8)  # "nothing free about this election", "nothing about it is free"


def _felt(s: Sentence, p: Predicate, at: int) -> Iterator[Argument]:
    """Adjectives of feeling: the subject feels it toward the prepositional object ("we are grateful to Russia")."""
    for token, path, weight in subjects(s, at):
        yield Argument("agent", token, path, weight)
    for child in s.children(at, "obl", "nmod"):
        if cases(s, child) & p.entry.to:
            yield Argument("theme", child, "obl")
    for child in s.children(at, "ccomp"):
        yield from told(s, child)
