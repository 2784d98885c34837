"""Which of several proposed speakers goes first: the rules' order, and what speaks against a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.owned import beside, demanded, denied, named, owned, retold, unsaid
from quotes.attribute.predicate import felt, predicate, provision, reason
from quotes.attribute.sort import VOICES, sort
from quotes.attribute.supposed import THOUGHTS, supposed, told
from quotes.attribute.voice import accused, voiced
from quotes.attribute.within import THIRD, every
from quotes.model import Quoted
from quotes.ruleset import Ruleset

_TREE = 30
"""Surface patterns have orders below this one."""
_INNER = 26
_MUTE = 30
_NOT = frozenset({"not", "never", "n't"})
_TAG = 34
_ACTS = frozenset({"naming-verb", "judging-verb", "act-infinitive"})
_SOURCES = frozenset({"according-to", "after-according"})
_REPORTERS = frozenset({"body", "bodies"})
_ALL = frozenset({"all", "anybody", "anyone", "everybody", "everyone", "one"})
_PARTIES = frozenset({"person", "persons", "body"})
_SPEAKERS = VOICES | {"place", "pronoun"}
_CLAUSAL = frozenset({"that", "this", "these", "those", "what", "there", "which", "you", "him", "them", "me"})


def candidates(quoted: Quoted, layout: Layout, *, opens: bool) -> list[Candidate]:
    """All speakers that sieve 1 proposes for the quotation, best first; ``opens``: it begins a sentence of its own."""
    meant = () if opens else (*predicate(quoted, layout), *felt(quoted, layout), *reason(quoted, layout))
    found = every(quoted, layout) or [c for c in meant if sort(c, layout.ruleset) in _SPEAKERS]
    found = found or ([] if opens else list(provision(quoted, layout)))
    if any(c.direct and _imagined(c) for c in found):
        return []
    spoken = (voiced(c, layout) for c in found)
    found = [c for c in spoken if c is not None and not (_nobody(c, layout.ruleset) or unsaid(c, quoted, layout.ruleset))]
    near = any(c.rule == "sentence-cue" for c in found)
    tags = _tags(found, quoted, layout)
    ranked = [
        replace(
            c,
            order=c.order
            + _handicap(c, quoted, layout, opens=opens, near=near)
            + _TAG * (_place(c) in tags or _yields(c, found, quoted, layout)),
        )
        for c in found
    ]
    return sorted(ranked, key=lambda c: (c.order, c.distance))


def _yields(c: Candidate, found: Sequence[Candidate], quoted: Quoted, layout: Layout) -> bool:
    """Whether another of those found is rather the one whose words they are."""
    lists = layout.ruleset
    mine = _shown(c, found, quoted, layout) or owned(c, found, lists) or demanded(c, found) or told(c, found, quoted)
    return mine or beside(c, found) or denied(c, found, lists) or named(c, found, lists) or retold(c, found, quoted, lists)


def _nobody(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether nobody in particular is said to say it: ``Nobody called it "a gift"``, ``No mayor says "never"``, ``You wrote``."""
    words = ruleset.list("nobody")
    tokens = c.sentence.tokens
    if c.rule == "before-colon" and tokens[c.head].lemma.lower() in ruleset.list("verbatim"):
        return True
    if c.rule == "before-view" and sort(c, ruleset) not in _PARTIES:
        return True  # for years
    if supposed(c, ruleset) or _thoughtless(c, ruleset) or (c.rule == "sentence-cue" and mute(c, ruleset)):
        return True
    if c.rule == "sign-off" and tokens[c.head].upos == "NOUN" and sort(c, ruleset) in ("noun", "mute"):
        return True  # “the worst disaster” – the fall of the wall
    return any(tokens[i].text.lower() in words for i in (c.head, *c.sentence.children(c.head, "det", "cc:preconj")))


def _imagined(c: Candidate) -> bool:
    """Whether it only looks as if somebody said it: ``The shark looked back as if asking, "Who are you?"``."""
    tokens = c.sentence.tokens
    marks = c.sentence.children(c.cue, "mark") if c.cue is not None else ()
    return any(tokens[i].text.lower() == "as" and tokens[i + 1].text.lower() in ("if", "though") for i in marks)


def _thoughtless(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether a thing is said to think: ``a trick to keep them believing that it is "normal"``."""
    tokens, token = c.sentence.tokens, c.sentence.tokens[c.head]
    if c.rule not in THOUGHTS or c.cue is None or tokens[c.head - 1].text == "-":
        return False  # a non-profit
    verb = tokens[c.cue].lemma.lower()
    if verb == "mean" and sort(c, ruleset) not in _SPEAKERS:
        return True
    if verb not in ruleset.list("think") - ruleset.list("sign"):
        return False  # the results show
    several = any("Number=Plur" in tokens[i].feats for i in c.sentence.children(c.head, "nmod"))  # a lot of people
    named = any(tokens[i].ner.endswith("PER") for i in c.sentence.subtree(c.head))  # comptroller Anna Lind
    thing = token.upos == "NOUN" and "Number=Sing" in token.feats and sort(c, ruleset) == "noun" and not (several or named)
    return thing or token.text.lower() == "one" or mute(c, ruleset)


def _tags(found: Sequence[Candidate], quoted: Quoted, layout: Layout) -> set[tuple[int, int]]:
    """Cues that only tell who reports what somebody is said to have called it: ``Lind denounced the plan as "a gift", the
    Herald reported``, ``…, according to two people``, ``Two people said Lind had called it "a gift"``, ``The agency reported
    that Lind called it "a gift"``, ``According to Lind, it was "a gift", the Herald reported``."""
    acts = [c for c in found if _act(c, quoted, layout)]
    reported = [c for c in acts if c.cue and c.sentence.tokens[c.cue].rel == "ccomp" and _own(c)]
    below = {(c.sentence.index, c.sentence.tokens[c.cue or 0].head) for c in reported}
    above = {(c.sentence.index, i) for c in acts if _before(c, layout) for i in c.sentence.ancestors(c.cue or 0)}
    above |= below.intersection(_place(c) for c in found if _prints(c, layout.ruleset))
    texts = layout.ruleset.list("noun")
    relative = any(c.direct and _relative(c) for c in acts)
    named = any((c.rule == "naming-verb" or _charge(c)) and _own(c) for c in acts)
    sourced = any(c.rule in _SOURCES and c.sentence.tokens[c.head].end <= quoted.outer_start for c in found)
    return {
        _place(c)
        for c in found
        if c.cue is not None
        and (
            _place(c) in above or (named and c.rule in _SOURCES and c.sentence.tokens[c.head].lemma.lower() in texts)
            if c.sentence.tokens[c.cue].end <= quoted.outer_start
            else ((_place(c) in below or relative or sourced) and _reports(c, layout.ruleset)) or (named and c.rule in _SOURCES)
        )
    }


def _relative(c: Candidate) -> bool:
    """Whether its cue tells something of a name: ``answered Lind, who called it "a gift"``."""
    token = c.sentence.tokens[c.cue or 0]
    return token.rel == "acl:relcl" and c.sentence.tokens[token.head].upos == "PROPN" and c.sentence.tokens[c.head].text == "who"


def _reports(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether it is a body, or a name that prints, whose word the tag may tell."""
    return sort(c, ruleset) in _REPORTERS or _prints(c, ruleset)


def _prints(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether it is a paper, an agency or a broadcaster, which tell what others said."""
    parts = (c.head, *c.sentence.children(c.head, "compound", "flat"))
    return any(c.sentence.tokens[i].lemma.lower() in ruleset.list("outlets") for i in parts)


def _shown(c: Candidate, found: Sequence[Candidate], quoted: Quoted, layout: Layout) -> bool:
    """Whether a thing shows something under a verb of saying (``said the hall would indicate "good will"``), somebody answers to
    it there (``said the army had responded to "provocations"``), or anybody shows it in front of a tag (``Authorities have
    signalled that "harsh rules" are on the way, the spokesman warns``)."""
    ruleset, lemma = layout.ruleset, "" if c.cue is None else c.sentence.tokens[c.cue].lemma.lower()
    answers = lemma in ruleset.list("react") and (
        c.rule == "verb-inside" or (c.rule == "before-np-verb" and _runs_on(quoted, layout))
    )
    if c.cue is None or not (answers or lemma in ruleset.list("sign")):
        return False
    tokens, above = c.sentence.tokens, set(c.sentence.ancestors(c.cue))
    words = tokens[c.head].lemma.lower() in ruleset.list("utterance") | {"word"}  # said Park's words showed that "..."
    thing = answers or words or sort(c, ruleset) not in _SPEAKERS | {"text"}
    others = [o.cue for o in found if o.cue is not None and o.sentence is c.sentence and o.order < STRONG]
    return any((thing and o in above) or (tokens[o].rel == "parataxis" and tokens[o].head == c.cue < o) for o in others)


def _runs_on(quoted: Quoted, layout: Layout) -> bool:
    """Whether the marks go on with the reporter's sentence, no comma or colon before them."""
    return layout.gap(quoted.outer_start - 2, quoted.outer_start)[:1].isalpha()


def _act(c: Candidate, quoted: Quoted, layout: Layout) -> bool:
    """Whether its cue stands before the quotation and names or judges something."""
    if c.rule not in _ACTS or c.cue is None or mute(c, layout.ruleset):
        return False
    cue = c.sentence.tokens[c.cue]
    lists = layout.ruleset
    return cue.end <= quoted.outer_start and cue.lemma.lower() not in lists.list("think") | lists.list("exchange")


def _charge(c: Candidate) -> bool:
    return c.cue is not None and c.sentence.tokens[c.cue].lemma.lower() == "accuse"


def _own(c: Candidate) -> bool:
    """Whether the speaker is the cue's own subject, or the subject of the verb that it is the conjunct of."""
    tokens = c.sentence.tokens
    verbs = (c.cue, tokens[c.cue].head if c.cue is not None and tokens[c.cue].base == "conj" else None)
    return tokens[c.head].base == "nsubj" and tokens[c.head].rel != "nsubj:pass" and tokens[c.head].head in verbs


def _before(c: Candidate, layout: Layout) -> bool:
    """Whether somebody did it before it was reported, by name: ``Two people said Lind had called it "a gift"``.

    In other tenses it is the reporter's word for what somebody does (``Lind said Park was calling "all day"``).
    """
    tokens, lists = c.sentence.tokens, layout.ruleset
    cue = c.cue or 0
    if not _own(c) or sort(c, lists) not in _PARTIES or tokens[cue].base not in ("ccomp", "acl"):
        return False
    perfect = any(tokens[i].text.lower() in ("had", "’d", "'d") for i in c.sentence.children(cue, "aux"))
    return perfect and (c.rule == "naming-verb" or tokens[cue].lemma.lower() in lists.list("vow"))


def _place(c: Candidate) -> tuple[int, int]:
    """Where the cue stands: its sentence and token."""
    return c.sentence.index, -1 if c.cue is None else c.cue


def _handicap(c: Candidate, quoted: Quoted, layout: Layout, *, opens: bool, near: bool) -> int:
    """How far a proposal falls behind its rule's order for what speaks against it."""
    behind = _INNER if not opens and _behind(c, quoted) else 0
    weak = _MUTE if near and _weak(c) else 0
    behind += _MUTE * (accused(c, layout) or _share(c, quoted, layout.ruleset))
    return behind + weak + (_MUTE if mute(c, layout.ruleset) or (c.direct and _denied(c)) else 0)


def _share(c: Candidate, quoted: Quoted, ruleset: Ruleset) -> bool:
    """Whether another share of those asked stands between the cue and the quotation: ``34 percent said it was, 18 percent
    called it "theft"``."""
    tokens, shares = c.sentence.tokens, ruleset.list("shares")
    if c.cue is None or tokens[c.head].lemma.lower() not in shares:
        return False
    return any(t.lemma.lower() in shares and t.base == "nsubj" and tokens[c.cue].end <= t.start < quoted.start for t in tokens)


def _denied(c: Candidate) -> bool:
    """Whether the cue is negated: ``Lind cannot say that "...", Park answered``, ``nothing Lind said "..."``."""
    tokens = c.sentence.tokens
    if c.cue is None:
        return False
    nothing = tokens[c.cue].rel == "acl:relcl" and tokens[tokens[c.cue].head].lemma.lower() == "nothing"
    return nothing or any(tokens[i].lemma.lower() in _NOT for i in c.sentence.children(c.cue, "advmod"))


def _weak(c: Candidate) -> bool:
    """A pronoun as subject of thought or will: where a verb of saying stands before ("told them that he believed") it yields."""
    return STRONG <= c.order < STRONG + 10 and c.sentence.tokens[c.head].text.lower() in THIRD | _ALL


def mute(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether the head word cannot speak: an abstract noun, a pronoun that stands for a clause."""
    token = c.sentence.tokens[c.head]
    above = c.sentence.tokens[token.head]
    if token.lemma.lower() == "which" and token.base == "nsubj" and above.rel == "acl:relcl":
        if above.lemma.lower() == "read" and c.sentence.tokens[c.head - 1].text != ",":
            return False  # a wreath which read "…"
        return c.sentence.tokens[above.head].lemma.lower() not in ruleset.list("noun")  # the Herald's report, which notes, "…"
    cited = token.base in ("obj", "iobj") and c.cue is not None and token.head == c.sentence.tokens[c.cue].head
    if cited and token.upos == "PRON" and above.lemma.lower() in ruleset.list("quoted"):
        return False  # quoted him as saying "…"
    if token.lemma.lower() in ruleset.list("shares") and c.cue is not None and token.base == "nsubj" and token.head == c.cue:
        return not c.sentence.children(c.head, "nummod") or _polled(c, ruleset)  # 34 percent said they saw it as "theft"
    if token.upos in ("PRON", "DET"):
        return token.text.lower() in _CLAUSAL
    return sort(c, ruleset) == "mute"


def _polled(c: Candidate, ruleset: Ruleset) -> bool:
    """Whether the poll is named above its shares: ``The poll finds that 37 percent say it is "theft"``."""
    tokens = c.sentence.tokens
    above = (i for a in c.sentence.ancestors(c.cue or 0) for i in c.sentence.children(a, "nsubj"))
    return any(tokens[i].lemma.lower() in ruleset.list("polls") for i in above)


def _behind(c: Candidate, quoted: Quoted) -> bool:
    """Whether the candidate was found behind a quotation: of a fragment that a cue before it governs, that one speaks."""
    return c.direct and c.order < _TREE and c.sentence.tokens[c.head].start >= quoted.outer_end
