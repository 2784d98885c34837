"""The operators between an evaluation and the speaker: negation, denial, doubt, modality, other people's words."""

from __future__ import annotations

from quotes.stance.approval import is_approved, owner
from quotes.stance.beliefs import THIRD, is_disbelief, thinker
from quotes.stance.charges import ALLEGED, UNSHOWN, accusation, denies
from quotes.stance.follies import is_folly, is_unsaid
from quotes.stance.subjects import cases
from quotes.stance.walk import Walk, asks

ANY = 0.6
"""How far "any aggression" takes the aggression for granted."""
_IF = 0.45
_WHETHER = 0.2
_INQUIRY = 0.4
"""How far who names "the investigation into Russian interference" takes the interference for granted."""
_ABOUT = frozenset({"into", "about", "on", "over", "regarding", "concerning", "of"})
_DUTIES = ("need", "have", "require", "ought", "urge", "ask", "oblige", "want", "call")
_ANYTHING_BUT = (("anything", "but"), ("far", "from"), ("less", "than"), ("nothing", "like"))
_BESIDE = frozenset(["while", "as", "since", "although", "though", "whereas", "because"])
_CONTENTS = ("csubj", "xcomp", "ccomp", "acl", "advcl")


def modifiers(w: Walk, at: int) -> None:
    """Negation, modals, conditions and "alleged" that hang on one word of the path."""
    if w.p.entry.agent < 0 and any(_is_no_such(w, c) for c in w.s.children(at, "acl:relcl")):
        w.note("no such thing", sign=-1.0, factor=0.3)  # "a crime that did not exist"
    if not w.fixed and tuple(t.text.lower() for t in w.s.tokens[max(0, at - 2) : at]) in _ANYTHING_BUT:
        w.note("negation", sign=-1.0, factor=0.9)
    if any(_is_standpoint(w, c) for c in w.s.children(at, "obl", "nmod")):
        w.note("view of others", factor=THIRD)
    for child in w.s.below[at]:
        rel, lemma, text = w.s.tokens[child].base, w.lemma(child), w.s.tokens[child].text.lower()
        if w.p.spells(child):
            continue
        if rel in ("mark", "advmod") and lemma in ("when", "until", "unless", "once", "till"):
            w.pending = True
        if not w.fixed and text == "longer" and child > 0 and w.lemma(child - 1) == "no":
            w.note("no longer", sign=-1.0, factor=0.9)
        if rel in ("amod", "advmod") and _alleged(w, child):
            w.note("so-called", sign=-1.0, factor=0.5) if _so_called(w, child) else w.note("alleged", factor=ALLEGED)
        elif rel == "det" and lemma == "any":
            w.note("any", factor=ANY)
        elif w.fixed and rel == "det" and lemma == "no":
            w.note("negation", sign=-1.0, factor=0.9)  # "no hacking by the Russian state" presupposes none
        elif w.fixed:
            continue
        elif (
            rel in ("advmod", "det", "cc", "nsubj", "aux") and (lemma in w.words["negators"] or text in ("n't", "n’t"))
        ) or _is_nobody(w, child):
            if not _only(w, child):
                w.note("negation", sign=-1.0, factor=0.9)
        elif rel in ("mark", "case") and lemma in ("about", "on") and w.s.tokens[at].xpos == "VBG" and w.p.entry.holder:
            w.note("topic", factor=0.35)  # "a question about joining Lodvia"
        elif rel == "case" and lemma == "without":
            w.note("without", sign=-1.0, factor=0.7)
        elif w.frame.wish and rel != "aux" and lemma != "whether":
            continue
        elif rel in ("mark", "advmod") and lemma in w.words["conditionals"]:
            w.note("whether", factor=_WHETHER) if _is_asked(w, at, lemma) else w.note("condition", factor=_IF)
        elif rel == "aux":
            _modal(w, lemma)


def _is_standpoint(w: Walk, noun: int) -> bool:
    """From their point of view, in the eyes of the Kremlin, for somebody who is not the speaker."""
    if not w.has(noun, "standpoints") or not cases(w.s, noun) & {"from", "in"}:
        return False
    owners = [
        *w.s.children(noun, "nmod:poss", "compound", "amod"),
        *(c for c in w.s.children(noun, "nmod") if "of" in cases(w.s, c)),
    ]
    kinds = {w.who(k) for c in owners for k in (c, *w.s.children(c, "nmod:poss")) if w.s.tokens[k].upos in ("PRON", "PROPN")}
    return bool(kinds) and "self" not in kinds


def _is_no_such(w: Walk, clause: int) -> bool:
    """Whether a clause says that there is no such thing."""
    return w.has(clause, "existence") and any(w.has(c, "negators") for c in w.s.children(clause, "advmod"))


def _is_asked(w: Walk, at: int, mark: str) -> bool:
    """Whether a clause is a question put in other words: "unable to say if Lodvia bombed it", not "if they bomb us"."""
    return mark == "whether" or (mark == "if" and w.s.tokens[at].base == "ccomp")


def _alleged(w: Walk, child: int) -> bool:
    return w.has(child, "alleged") or _so_called(w, child)


def _so_called(w: Walk, child: int) -> bool:
    """Who says "the so-called attacks by Russians" doubts them."""
    words = w.s.tokens
    text = words[child].text.lower()
    return text in ("so-called", "supposed") or (text == "called" and child >= 2 and words[child - 2].text.lower() == "so")


def _is_nobody(w: Walk, child: int) -> bool:
    """A subject that is nobody: "no one believes them", "no sane state attacks", "only a fool trusts them"."""
    if w.s.tokens[child].base != "nsubj":
        return False
    below = {w.lemma(c) for c in w.s.children(child, "det", "advmod")}
    return "no" in below or ("only" in below and w.has(child, "fools"))


def _only(w: Walk, child: int) -> bool:
    """ "not only A but B" negates nothing."""
    return child + 1 < len(w.s.tokens) and w.s.tokens[child + 1].text.lower() in ("only", "just", "merely")


def _modal(w: Walk, lemma: str) -> None:
    if lemma in ("must", "should", "shall", "ought", "need"):
        w.deontic = True
        w.notes.append("call")
    elif lemma in w.words["hedges"] and not w.frame.wish:
        w.note("modal", factor=0.85 if lemma in ("can", "would") else 0.7)


def outer_modifiers(w: Walk, at: int, up: int, base: str) -> None:
    """Negation and "alleged" on the head of a compound, an attribute or a coordination: "no Russian hacking claims"."""
    if base == "conj":
        own = w.s.children(at, "nsubj") or any(w.lemma(c) == "but" for c in w.s.children(at, "cc"))
        if not w.fixed and w.s.tokens[at].upos != "VERB" and not own:
            _negated_by(w, up)  # but not "we will not guess, but what they do is alarming"
        return
    if base in ("compound", "amod"):
        for child in w.s.below[up]:
            if child != at and w.lemma(child) in w.words["alleged"] and w.s.tokens[child].base == "amod":
                w.note("alleged", factor=ALLEGED)
        if w.has(up, "claims"):
            w.note(f"{w.lemma(up)} of", factor=ALLEGED)
        elif base == "compound" and w.has(up, "inquiries"):
            w.note("inquiry", factor=_INQUIRY)  # "the Russian interference investigations"
        if not w.fixed and base == "amod" and w.lemma(up) in ("nothing", "nobody"):
            w.note("negation", sign=-1.0, factor=0.9)  # "nothing fair about it"
        elif not w.fixed and base == "amod":
            _negated_by(w, up)


def _negated_by(w: Walk, up: int) -> None:
    for child in w.s.below[up]:
        lemma = w.lemma(child)
        if (
            w.s.tokens[child].base in ("advmod", "det")
            and lemma in w.words["negators"]
            and not (w.p.start <= child < w.p.end or _only(w, child))
        ):
            w.note("negation", sign=-1.0, factor=0.8)
            return


def operator(w: Walk, at: int, up: int, base: str) -> None:
    """What the word above does to what is below: deny, accuse, fail, stop, think, or carry negation and modals of its own."""
    if w.has(up, "namings") and w.has(up, "deniers") and "as" in cases(w.s, w.p.token):
        return  # "dismissed the denial as laughable": what it is called is not denied
    if up == w.frame.cue or (at in w.frame.quoted and up not in w.frame.quoted):
        if up != w.frame.cue and w.has(up, "accuse_verbs") and owner(w, up) == "third":
            w.note("charge by others", factor=THIRD)  # said that the West accuses Lodvia “of plotting”
        elif "as" not in cases(w.s, at):  # "rejected the accusation as “absurd”": that is what is said of it
            _cue(w, at, up)
        return
    noun = w.s.tokens[up].upos in ("NOUN", "PROPN")
    if not w.fixed and is_unsaid(w, at, up, base):
        return
    if base == "nsubj" and w.p.entry.agent < 0 and _is_no_such(w, up):
        w.note("no such thing", sign=-1.0, factor=0.3)  # "such a threat does not exist"
    if w.p.entry.agent < 0 and is_approved(w, at, up, base):
        w.note(f"{w.lemma(up)} it", sign=-1.0, factor=0.8)
    deniable = base in ("obj", "ccomp", "xcomp", "nmod", "acl", "nsubj", "obl") and not (noun and w.has(up, "topics"))
    if deniable and w.has(up, "deniers") and denies(w, at, up, base):
        return
    if noun and w.p.entry.agent < 0 and w.has(up, "inquiries") and base == "nmod" and cases(w.s, at) & _ABOUT:
        w.note("inquiry", factor=_INQUIRY)
    elif noun and w.has(up, "accusations") and base in ("nmod", "acl", "ccomp"):
        accusation(w, up)
    elif w.has(up, "negative_implicatives") and base in ("xcomp", "acl", "obj", "nmod"):
        if not w.fixed and not (w.stopped and w.p.entry.agent < 0):
            _unwilling(w, up)  # but not "failed to stop Russia from meddling"
    elif w.has(up, "stoppers") and base in ("obj", "xcomp", "obl", "advcl") and not _is_timed(w, at):
        w.stopped = True
        if w.p.entry.agent < 0 and not w.fixed and w.has(up, "forbearing"):
            w.note(f"{w.lemma(up)} it", factor=0.3)  # "to refrain from escalating": nobody has yet
        if w.p.entry.holder or w.p.entry.agent > 0:
            w.note(f"{w.lemma(up)} it", sign=-1.0, factor=0.9)
    elif not noun and w.has(up, "hearsay") and base == "ccomp" and not w.fixed:
        w.note("hearsay", factor=THIRD)
    elif not noun and w.has(up, "pledges") and base == "xcomp" and w.p.entry.agent > 0:
        w.note(f"{w.lemma(up)} it", factor=0.6)  # "promised to protect us": a promise yet
    elif not noun and w.has(up, "weighers") and base in ("obj", "xcomp") and w.p.entry.holder:
        w.note(f"{w.lemma(up)} it", factor=0.3)  # "we are considering sanctions"
    elif not noun and w.has(up, "thinkers") and base in ("ccomp", "xcomp", "parataxis", "obj"):
        if not (base == "xcomp" and w.p.entry.agent < 0 and w.has(up, "desires") and owner(w, up) == "target"):
            thinker(w, up)  # but "Lodvia wants to destroy us" is the speaker's finding
    elif not noun and w.has(up, "accuse_verbs") and base in ("ccomp", "obl", "advcl") and owner(w, up) == "third":
        w.note("charge by others", factor=THIRD)
    tried = base == "nsubj" and w.has(at, "undertakings")  # "attempts to isolate Lodvia have no future"
    if w.p.entry.holder and (base in _CONTENTS or tried) and is_folly(w, up):
        w.note("called wrong", sign=-1.0, factor=0.9)  # "it makes no sense to punish Lodvia", "it is naive to trust it"
    if base == "obl" and w.has(up, "namings") and cases(w.s, at) & {"as"} and owner(w, up) == "third":
        w.note("view of others", factor=THIRD)  # "many saw Russia as a threat"
    if not w.fixed:
        _above(w, at, up, base)


def _above(w: Walk, at: int, up: int, base: str) -> None:
    """Negation, modals and conditions on the verb above, where what is below depends on it."""
    if w.has(up, "grounds") and f"no {w.lemma(up)} of" in w.notes:
        return  # the "no" of "no evidence that" has been counted
    verb = w.s.tokens[up].upos in ("VERB", "AUX", "ADJ") or w.s.tokens[up].rel == "root"
    factive = w.has(up, "factives")
    for child in w.s.below[up]:
        token, lemma = w.s.tokens[child], w.lemma(child)
        negates = (token.base in ("advmod", "det", "nsubj", "obj") and lemma in w.words["negators"]) or _is_nobody(w, child)
        if negates and child != at and not _only(w, child):
            if (base == "nsubj" and token.base == "advmod") or (base == "advcl" and _is_given(w, at)):
                continue
            if w.frame.wish and asks(w.s, child):
                continue  # "wouldn't it be nice if we got along?"
            if base in ("obl", "advcl") and not w.has(up, "light_verbs"):
                w.note("negated clause", sign=-1.0 if w.has(up, "intents") else 1.0, factor=0.5)
            elif lemma == "never" and w.has(up, "imaginings") and _came_about(w, at):
                w.note("never imagined")  # "I never thought I would see soldiers do this": they did
            elif w.has(up, "insights") and any(w.lemma(c) == "why" for c in w.s.children(at, "advmod")):
                w.note("sees no reason", sign=-1.0, factor=0.9)  # "I do not see why they should be punished"
            elif w.has(up, "findings") and at == w.p.token:
                w.note("not shown", factor=UNSHOWN)  # "the inquiry did not establish that Russia lied"
            elif w.has(up, "forecasting"):
                w.note("not expected", factor=UNSHOWN)
            elif w.p.entry.holder > 0 and base == "obj" and w.has(up, "spoilers"):
                continue  # "no third party can spoil our friendship"
            elif is_disbelief(w, at, up, base):
                w.note("disbelief", sign=-1.0, factor=0.8)  # "we do not accept that Russia is to blame"
            elif not factive:
                w.note("negation", sign=-1.0, factor=0.8)
        elif verb and base in ("xcomp", "obj", "ccomp") and token.base == "aux":
            _modal(w, lemma)
        elif token.base in ("mark", "advmod") and lemma in ("when", "until", "unless", "once", "till"):
            w.pending = True
        elif token.base == "mark" and lemma in w.words["conditionals"] and not w.frame.wish:
            w.note("whether", factor=_WHETHER) if lemma == "whether" else w.note("condition", factor=_IF)
    if w.has(up, "permissions") and not w.has(at, "opinions"):
        w.forbidden = True
    wants = w.has(up, "desires") and not w.s.children(up, "obj")
    mine = wants and w.p.entry.agent and not w.p.entry.holder and owner(w, up) == "self"  # "I want to thank them for their help"
    own = mine or (wants and owner(w, up) == "target")
    called = w.lemma(up) == "call" and w.s.tokens[at].upos != "VERB"  # "others call it a partner"
    caused = w.lemma(up) == "have" and "to" not in cases(w.s, at)  # "we had the envoy talking about sanctions"
    if base == "xcomp" and not (own or called or caused) and w.lemma(up) in _DUTIES:
        w.deontic = True
        w.notes.append("call")


def _is_given(w: Walk, at: int) -> bool:
    """What goes on is not denied with what it goes on beside: "we cannot talk while they shell us"."""
    marks = {w.lemma(c) for c in w.s.children(at, "mark", "advmod")}
    return bool(marks & _BESIDE) or (w.p.entry.agent < 0 and "when" in marks)


def _is_timed(w: Walk, at: int) -> bool:
    """The war ends when we drive them out: that does not end."""
    return any(w.lemma(c) in ("when", "once", "if", "until", "before", "after") for c in w.s.children(at, "mark", "advmod"))


def _came_about(w: Walk, at: int) -> bool:
    """What one never thought would happen has happened; what one never thought true is denied."""
    return any(w.lemma(c) == "would" or w.s.tokens[c].text.lower() in ("'d", "’d") for c in w.s.children(at, "aux"))


def _cue(w: Walk, at: int, up: int) -> None:
    """The cue that introduces the words: only a denial or an unwillingness changes what it introduces."""
    if w.p.entry.holder and "against" in cases(w.s, at) and w.s.tokens[at].upos == "VERB":
        w.note("spoken against", sign=-1.0, factor=0.9)  # warned against “punishing” them
    if w.has(up, "deniers"):
        w.note(f"{w.lemma(up)} by the speaker", sign=-1.0, factor=0.9)
    elif w.has(up, "negative_implicatives"):
        _unwilling(w, up)


def _unwilling(w: Walk, up: int) -> None:
    """Failed to help is a fault; who declines to blame does not praise."""
    w.note(f"{w.lemma(up)} to", sign=-1.0, factor=0.2 if w.p.entry.kind == "condemn" else 0.9)
