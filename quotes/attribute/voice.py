"""Who speaks where the subject of the verb does not: passives, absolute phrases, things behind whom somebody acts, recordings."""

from __future__ import annotations

from dataclasses import replace

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import prepositions
from quotes.attribute.sort import PEOPLE, VOICES, sort, sort_at

_THINGS = frozenset({"mute", "noun", "text", "odd-pronoun", "bodies"})
_AGENTS = VOICES | {"place"}
_CHARGES = frozenset({"of", "for"})
_WHEN = frozenset({"after", "before", "despite", "since", "until", "when", "while", "without"})
"""Before "being" they tell when somebody was praised or held; who tells of being praised does tell."""
_AUXILIARY = 3
"""Tokens between an auxiliary and its verb, adverbs included."""


def voiced(c: Candidate, layout: Layout) -> Candidate | None:
    """The candidate with the one who speaks as its head, or None where nobody does."""
    if c.cue is None:
        return c
    if passive(c, layout) or _reads(c, layout):
        return None
    head = _part(c, layout)
    head = _absolute(c) if head is None else head
    head = _agent(c, layout) if head is None else head
    head = _acting(c, layout) if head is None else head
    head = _aside(c, layout) if head is None else head
    head = _witness(c) if head is None else head
    head = _blocked(c, layout) if head is None else head
    head = _object(c, layout) if head is None else head
    head = _with_both(c) if head is None else head
    head = _pictured(c, layout) if head is None else head
    head = _recorded(c, layout) if head is None else head
    head = _cited(c, layout) if head is None else head
    return c if head is None else replace(c, head=head)


def _reads(c: Candidate, layout: Layout) -> bool:
    """Whether a person says something with a text in his hand: ``Lind said, quoting a letter that called it "a gift"``."""
    tokens = c.sentence.tokens
    verb = tokens[c.cue].head if c.cue is not None else -1
    if c.rule != "after-quoting" or verb < 0 or sort(c, layout.ruleset) in PEOPLE:
        return False
    near = [i for i, t in enumerate(tokens[: c.cue]) if t.upos == "VERB" and i not in layout.covered(c.sentence)]
    says = near[-1] if near else verb
    who = c.sentence.children(says, "nsubj")
    return bool(who) and sort_at(c.sentence, who[0], layout.ruleset) in PEOPLE | {"pronoun"}


def accused(c: Candidate, layout: Layout) -> bool:
    """Whether the speaker does not speak but is told of: ``accused Park of seeking to "divide" the coast``, and who calls
    somebody else to speak: ``the board will call Park to testify "in May"``."""
    tokens, cue = c.sentence.tokens, c.cue
    if cue is None or c.head >= cue:
        return False
    above = tokens[cue].head
    if tokens[c.head].base == "obj" and tokens[cue].text[-3:] == "ing" and tokens[cue].base in ("acl", "advcl"):
        marks = {tokens[i].text.lower() for i in c.sentence.children(cue, "mark", "case")}
        told = tokens[c.head].head
        return bool(marks & _CHARGES) and tokens[told].lemma.lower() in layout.ruleset.list("told") | layout.ruleset.list("judge")
    called = tokens[cue].rel == "xcomp" and tokens[above].lemma.lower() in layout.ruleset.list("summon")
    return called and any(above < i < cue for i in c.sentence.children(above, "obj")) and tokens[c.head].head == above


def passive(c: Candidate, layout: Layout) -> bool:
    """Whether the head is whom somebody praises, accuses, asks or tells: ``Lind was praised for "courage"``, ``Asked if Park
    was "a thief", Lind left``. Who was quoted, heard or seen does speak, and who is expected to say something."""
    tokens, lists = c.sentence.tokens, layout.ruleset
    cue = c.cue or 0
    lemma = tokens[cue].lemma.lower()
    if (
        lemma in lists.list("quoted")
        or tokens[cue].upos != "VERB"
        or (tokens[c.head].base == "obl" and tokens[c.head].head == cue)
    ):
        return False
    if any(_close(c, i) for i in c.sentence.children(cue, "aux:pass") if i != c.head) and c.rule != "before-colon-clause":
        says = any(tokens[i].lemma.lower() in lists.list("speak") for i in c.sentence.children(cue, "xcomp"))
        return c.head < cue and (lemma in lists.list("told") or not says)
    bare = tokens[cue].base in ("advcl", "acl") and tokens[cue].text[-3:] != "ing" and not _led(c)
    hears = lemma in lists.list("told") and "VerbForm=Inf" not in tokens[cue].feats
    named = "Voice=Pass" in tokens[cue].feats and lemma in lists.list("call") | lists.list("judge")
    subject = tokens[c.head].base == "nsubj" and tokens[tokens[c.head].head].upos in ("VERB", "AUX")
    return bare and (hears or (named and subject)) and tokens[c.head].head != cue


def _close(c: Candidate, i: int) -> bool:
    """Whether the auxiliary is the verb's own (``It was, noted Lind, "a gift"``); who tells of being praised does tell."""
    cue = c.cue or 0
    if not 0 < cue - i <= _AUXILIARY + 1:
        return False
    between = c.sentence.tokens[i:cue]
    marks = {c.sentence.tokens[k].text.lower() for k in c.sentence.children(cue, "mark")}
    told = between[0].text.lower() == "being" and not _WHEN & marks
    return not told and all(t.text != "," for t in between)


def _led(c: Candidate) -> bool:
    """Whether the verb's clause has a subject, a conjunction or a "to" of its own."""
    children = c.sentence.children(c.cue or 0, "nsubj", "csubj", "aux", "mark")
    return any(i < (c.cue or 0) for i in children)


def _part(c: Candidate, layout: Layout) -> int | None:
    """The text whose part says something (``the first part of the letter says``); whose words suggest it (``Park's words``)."""
    tokens, lists = c.sentence.tokens, layout.ruleset
    if tokens[c.head].lemma.lower() == "word":
        return next((i for i in c.sentence.children(c.head, "nmod:poss", "nmod") if tokens[i].ner.endswith("PER")), None)
    if tokens[c.head].lemma.lower() not in lists.list("portion"):
        return None
    whole = (i for i in c.sentence.children(c.head, "nmod") if tokens[i].lemma.lower() in lists.list("noun"))
    return next((i for i in whole if prepositions(c.sentence, i) == {"of"}), None)


def _absolute(c: Candidate) -> int | None:
    """The subject of the verb before, where the phrase taken for the subject stands behind "with" and has a participle of its
    own: ``Lind signed it and then, with Park standing beside her, denounced the plan as "a gift"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    first = min(c.sentence.subtree(c.head))
    if not 0 < first <= c.head < cue or tokens[first - 1].text.lower() != "with" or tokens[cue].base != "conj":
        return None
    if not any(tokens[i].text[-3:] == "ing" and tokens[i].upos == "VERB" for i in range(c.head, cue)):
        return None
    return next((i for i in c.sentence.children(tokens[cue].head, "nsubj") if i < first), None)


def _agent(c: Candidate, layout: Layout) -> int | None:
    """By whom something was done, where the thing itself is taken for the subject of a participle: ``The plan was rejected by
    Park, calling it "a gift"``, ``A permit was given despite warnings by the council, rejecting it as "a gift"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    token, barred = tokens[cue], layout.covered(c.sentence)
    if (
        token.base != "advcl"
        or token.text[-3:] != "ing"
        or tokens[c.head].rel != "nsubj:pass"
        or tokens[c.head].head != token.head
    ):
        return None
    if sort(c, layout.ruleset) not in _THINGS - {"text"}:
        return None
    agents = (i for i in range(cue - 1, c.head, -1) if i not in barred and prepositions(c.sentence, i) == {"by"})
    near = next((i for i in agents if tokens[i].base in ("obl", "nmod")), None)
    return near if near is not None and sort_at(c.sentence, near, layout.ruleset) in _AGENTS else None


def _acting(c: Candidate, layout: Layout) -> int | None:
    """The person of the clause before a participle, where the main subject is a thing: ``The talks turned when Lind asked Park
    why, noting that the dam had broken "twice"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    token = tokens[cue]
    if token.base != "advcl" or token.text[-3:] != "ing" or tokens[c.head].head == cue or sort(c, layout.ruleset) not in _THINGS:
        return None
    barred = layout.covered(c.sentence)
    speech = layout.ruleset.list("speak") | layout.ruleset.list("judge")
    subjects = (
        i for i in range(cue - 1, c.head, -1) if tokens[i].rel == "nsubj" and i not in barred and i < tokens[i].head < cue
    )
    near = next((i for i in subjects if tokens[tokens[i].head].base in ("advcl", "acl")), None)
    if near is None or tokens[tokens[near].head].lemma.lower() not in speech:
        return None
    return near if sort_at(c.sentence, near, layout.ruleset) in PEOPLE else None


def _aside(c: Candidate, layout: Layout) -> int | None:
    """Who is said to say the clause before a participle: ``The press used it, Lind said, citing examples of the "gift"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    verb = tokens[cue].head
    if (
        tokens[cue].base != "advcl"
        or tokens[cue].text[-3:] != "ing"
        or tokens[c.head].head != verb
        or tokens[c.head].base != "nsubj"
    ):
        return None
    for i in (tokens[verb].head, *c.sentence.children(verb, "parataxis")):
        if verb < i < cue and tokens[i].lemma.lower() in layout.ruleset.list("core"):
            return next((k for k in c.sentence.children(i, "nsubj") if verb < k), None)
    return None


def _witness(c: Candidate) -> int | None:
    """Who hears something before or after he sees something: ``Lind heard tyres before seeing a "flash of red"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    verb = tokens[cue].head
    marks = {tokens[i].text.lower() for i in c.sentence.children(cue, "mark", "case")}
    if tokens[cue].base != "advcl" or not marks & _WHEN or tokens[c.head].base != "obj" or tokens[c.head].head != verb:
        return None
    return next(iter(c.sentence.children(verb, "nsubj")), None)


def _blocked(c: Candidate, layout: Layout) -> int | None:
    """The text that somebody stops: ``Lind vetoed a resolution demanding "an end"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    text = tokens[cue].head
    if tokens[cue].rel != "acl" or tokens[text].base != "obj" or tokens[text].head != tokens[c.head].head:
        return None
    stopped = tokens[tokens[text].head].lemma.lower() in layout.ruleset.list("block")
    return text if stopped and tokens[text].lemma.lower() in layout.ruleset.list("noun") else None


def _object(c: Candidate, layout: Layout) -> int | None:
    """Who does something to a thing, where the thing is taken for the subject of a participle behind it: ``Lind defended the
    choice of two bridges saying "one is never enough"``, ``Lind dropped plans to watch the vote, citing "the cost"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    verb = tokens[cue].head
    apart = tokens[cue].base == "advcl" and tokens[verb].rel == "acl" and tokens[cue - 1].text == ","
    if tokens[cue].text[-3:] != "ing" or not (apart or tokens[cue].rel == "acl") or tokens[verb if apart else cue].head != c.head:
        return None
    if not apart and (c.order >= STRONG or sort(c, layout.ruleset) not in ("mute", "noun")):
        return None
    chain = [c.head, *c.sentence.ancestors(c.head)]
    top = next((i for i in chain if tokens[i].base not in ("nmod", "conj")), c.head)
    verb = tokens[top].head
    if tokens[top].base != "obj" or verb < 0:
        return None
    while apart and tokens[verb].base == "ccomp":
        verb = tokens[verb].head  # Lind said the town had no wish to build it, adding that "..."
    subjects = [i for i in c.sentence.children(verb, "nsubj") if i < verb]
    return next((i for i in subjects if _somebody(replace(c, head=i), layout)), None)


def _with_both(c: Candidate) -> int | None:
    """The first of two behind "with", where the participle behind the second tells of both: ``with mayors and papers calling
    them "thieves"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    first = tokens[c.head].head
    both = tokens[cue].rel == "acl" and tokens[cue].text[-3:] == "ing" and tokens[cue].head == c.head
    return first if both and tokens[c.head].base == "conj" and prepositions(c.sentence, first) == {"with"} else None


def _somebody(c: Candidate, layout: Layout) -> bool:
    """Whether the head is a person or body, or a name stands in apposition to it."""
    named = any(c.sentence.tokens[i].ner.endswith("PER") for i in c.sentence.children(c.head, "appos"))
    return named or sort(c, layout.ruleset) in _AGENTS | {"pronoun"}


def _pictured(c: Candidate, layout: Layout) -> int | None:
    """Whom a thing shows: ``The video showed Park on the quay, telling the captains that it was "over"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    verb = tokens[cue].head
    if tokens[cue].base != "advcl" or tokens[cue].text[-3:] != "ing" or c.head not in c.sentence.children(verb, "nsubj"):
        return None
    if tokens[verb].lemma.lower() not in layout.ruleset.list("quoted") or sort(c, layout.ruleset) not in _THINGS:
        return None
    shown = (i for i in c.sentence.children(verb, "obj", "iobj") if verb < i < cue)
    return next((i for i in shown if sort_at(c.sentence, i, layout.ruleset) in PEOPLE), None)


def _recorded(c: Candidate, layout: Layout) -> int | None:
    """Whom a recording or a report shows: ``Lind shared a video of Park saying "no"``, also where the cue stands below the
    participle (``reports of Park using words such as "no"``)."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    verbs = (i for i in (cue, *c.sentence.ancestors(cue)) if tokens[i].text[-3:] == "ing" and tokens[i].base in ("acl", "advcl"))
    for verb in verbs:
        before = verb - 1
        if verb < 2 or c.head >= before:
            continue
        while before > 0 and tokens[before].base == "flat":
            before = tokens[before].head
        shown = tokens[before].rel == "nmod" and tokens[tokens[before].head].lemma.lower() in layout.ruleset.list("recording")
        shown = shown and prepositions(c.sentence, before) == {"of"}
        if shown and sort_at(c.sentence, before, layout.ruleset) in PEOPLE:
            return before
    return None


def _cited(c: Candidate, layout: Layout) -> int | None:
    """The text that somebody cites: ``Lind said, quoting a letter that described it as "part of the plan"``."""
    tokens, cue = c.sentence.tokens, c.cue or 0
    texts = layout.ruleset.list("noun")
    if tokens[cue].lemma.lower() == "quote" and tokens[c.head].base == "nsubj":  # Lind quoted from Park's report
        for i in c.sentence.children(cue, "obl"):
            if "from" in prepositions(c.sentence, i) and tokens[i].lemma.lower() in texts:
                return i
    if tokens[cue].text.lower() not in ("quoting", "citing") or c.head > cue:
        return None
    return next((i for i in c.sentence.children(cue, "obj") if i > cue and tokens[i].lemma.lower() in texts), None)
