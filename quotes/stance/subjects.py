"""Who acts in a clause: its subject, or who controls it from above."""

from __future__ import annotations

from quotes.model import Sentence


def lemmas(s: Sentence, token: int, *rels: str) -> set[str]:
    """Lemmas of the dependents with these relations."""
    return {s.tokens[c].lemma.lower() for c in s.children(token, *rels)}


def cases(s: Sentence, token: int) -> set[str]:
    """Lemmas of the prepositions of a noun phrase."""
    found = lemmas(s, token, "case", "mark")
    if s.tokens[token].xpos == "WP":  # "tired of what they do": parsers hang the preposition on the verb of a free relative
        found.update(*(lemmas(s, c, "mark", "case") for c in s.children(token, "acl:relcl")))
    return found


def coordinated(s: Sentence, token: int) -> list[int]:
    """What stands beside a token: its conjuncts, and the token whose conjunct it is."""
    return [*s.children(token, "conj"), *([s.tokens[token].head] if s.tokens[token].rel == "conj" else [])]


def is_passive(s: Sentence, verb: int) -> bool:
    """Whether a verb form is passive."""
    token = s.tokens[verb]
    if s.children(verb, "aux:pass", "nsubj:pass"):
        return True
    return token.xpos == "VBN" and token.rel in ("acl", "amod", "advcl", "xcomp") and not s.children(verb, "aux", "nsubj")


def subjects(s: Sentence, verb: int, depth: int = 0) -> list[tuple[int, str, float]]:
    """Subjects of a verb as (token, path, weight): its own, else its controller's."""
    own = sorted(s.children(verb, "nsubj"), key=lambda c: s.tokens[c].rel == "nsubj:outer")
    if own:
        return [relative(s, verb, own[0])]
    token = s.tokens[verb]
    if token.xpos == "VBG" and (owners := s.children(verb, "nmod:poss")):
        return [(owners[0], "nmod:poss", 0.95)]  # "Lodvia's giving him refuge is unacceptable"
    if depth > 4 or token.head < 0:
        return []
    head = token.head
    if token.rel == "cop":
        return subjects(s, head, depth + 1)  # "Lodvia is behind it": the verb of the phrase is the copula
    if token.rel == "xcomp":
        obj = s.children(head, "obj", "iobj") if s.tokens[head].upos == "VERB" else []
        if obj:
            return [(obj[0], "<xcomp.obj", 0.95)]
        return [(t, "<xcomp." + path, w) for t, path, w in subjects(s, head, depth + 1)]
    if token.base == "acl":
        return [(head, "<acl", 0.9), *_owners(s, head, depth)]
    if token.rel == "amod":
        return [(head, "<amod", 0.95)]
    if token.base == "conj" and s.tokens[head].upos in ("VERB", "AUX", "ADJ", "NOUN"):
        return [(t, "<conj." + path, w * 0.95) for t, path, w in subjects(s, head, depth + 1)]
    if token.base == "advcl" and cases(s, verb) & {"of", "from", "for"}:
        patient = s.children(head, "obj", "nsubj:pass")
        if patient:
            return [(patient[0], "<advcl.obj", 0.95)]  # accused Moscow of pursuing …
    if token.base in ("advcl", "ccomp") and not s.children(verb, "nsubj"):
        return [(t, f"<{token.base}." + path, w * 0.85) for t, path, w in subjects(s, head, depth + 1)]
    return []


def _owners(s: Sentence, noun: int, depth: int) -> list[tuple[int, str, float]]:
    """Whose willingness to act it is: "his willingness to …", "Trump has shown a willingness to …"."""
    owners = s.children(noun, "nmod:poss")
    if owners:
        return [(owners[0], "<acl.nmod:poss", 0.9)]
    if doers := [c for c in s.children(noun, "nmod") if "by" in cases(s, c)]:
        return [(doers[0], "<acl.nmod:by", 0.9)]  # "efforts by Lodvia to divide us"
    if s.tokens[noun].base == "obj" and s.tokens[noun].head >= 0:
        return [(t, "<acl.obj." + path, w * 0.85) for t, path, w in subjects(s, s.tokens[noun].head, depth + 1)]
    return []


def relative(s: Sentence, verb: int, subject: int) -> tuple[int, str, float]:
    """A relative pronoun stands for the noun its clause modifies."""
    if s.tokens[subject].xpos in ("WDT", "WP") or (s.tokens[verb].rel == "acl:relcl" and s.tokens[subject].lemma == "that"):
        at = verb
        while at >= 0 and s.tokens[at].rel != "acl:relcl":
            at = s.tokens[at].head if s.tokens[at].rel == "conj" else -1
        if at >= 0 and s.tokens[at].head >= 0:
            noun = s.tokens[at].head
            known = s.children(noun, "nsubj") if s.children(noun, "cop") else []
            cleft = any(s.tokens[c].upos == "PRON" for c in known)  # "it is Lodvia that lies"
            return known[0] if known and not cleft else noun, "<acl:relcl", 0.95  # "Lodvia is a country that lies": Lodvia lies
    return subject, s.tokens[subject].rel, 1.0
