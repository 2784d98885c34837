"""The operators between an evaluation and the speaker: negation, denial, doubt, modality, other people's words."""

from __future__ import annotations

from quotes.stance.approval import is_approved, owner
from quotes.stance.beliefs import THIRD, is_disbelief, thinker
from quotes.stance.subjects import cases
from quotes.stance.walk import Walk, asks

ANY = 0.6
"""How far "any aggression" takes the aggression for granted."""
_ALLEGED = 0.25
_IF = 0.45
UNSHOWN = 0.2
"""How much is left of what an inquiry did not find or show."""
_WHETHER = 0.2
_DUTIES = ("need", "have", "require", "ought", "urge", "ask", "oblige", "want", "call")
_ANYTHING_BUT = (("anything", "but"), ("far", "from"), ("less", "than"), ("nothing", "like"))
_CONTENTS = ("csubj", "xcomp", "ccomp", "acl", "advcl")


def modifiers(w: Walk, at: int) -> None:
    """Negation, modals, conditions and "alleged" that hang on one word of the path."""
    if not w.fixed and tuple(t.text.lower() for t in w.s.tokens[max(0, at - 2) : at]) in _ANYTHING_BUT:
        w.note("negation", sign=-1.0, factor=0.9)
    for child in w.s.below[at]:
        rel, lemma, text = w.s.tokens[child].base, w.lemma(child), w.s.tokens[child].text.lower()
        if w.p.spells(child):
            continue
        if rel in ("mark", "advmod") and lemma in ("when", "until", "unless", "once", "till"):
            w.pending = True
        if not w.fixed and text == "longer" and child > 0 and w.lemma(child - 1) == "no":
            w.note("no longer", sign=-1.0, factor=0.9)
        if rel in ("amod", "advmod") and _alleged(w, child):
            w.note("so-called", sign=-1.0, factor=0.5) if _so_called(w, child) else w.note("alleged", factor=_ALLEGED)
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
        if not w.fixed and w.s.tokens[at].upos != "VERB":
            _negated_by(w, up)
        return
    if base in ("compound", "amod"):
        for child in w.s.below[up]:
            if child != at and w.lemma(child) in w.words["alleged"] and w.s.tokens[child].base == "amod":
                w.note("alleged", factor=_ALLEGED)
        if w.has(up, "claims"):
            w.note(f"{w.lemma(up)} of", factor=_ALLEGED)
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
        if "as" not in cases(w.s, at):  # "rejected the accusation as “absurd”": that is what is said of it
            _cue(w, at, up)
        return
    noun = w.s.tokens[up].upos in ("NOUN", "PROPN")
    if w.p.entry.agent < 0 and is_approved(w, at, up, base):
        w.note(f"{w.lemma(up)} it", sign=-1.0, factor=0.8)
    deniable = base in ("obj", "ccomp", "xcomp", "nmod", "acl", "nsubj", "obl") and not (noun and w.has(up, "topics"))
    if deniable and w.has(up, "deniers") and _denies(w, up, base):
        return
    if noun and w.has(up, "accusations") and base in ("nmod", "acl", "ccomp"):
        _accusation(w, up)
    elif w.has(up, "negative_implicatives") and base in ("xcomp", "acl", "obj", "nmod"):
        if not w.fixed and not (w.stopped and w.p.entry.agent < 0):
            _unwilling(w, up)  # but not "failed to stop Russia from meddling"
    elif w.has(up, "stoppers") and base in ("obj", "xcomp", "obl", "advcl") and not _is_timed(w, at):
        w.stopped = True
        if w.p.entry.holder or w.p.entry.agent > 0:
            w.note(f"{w.lemma(up)} it", sign=-1.0, factor=0.9)
    elif not noun and w.has(up, "hearsay") and base == "ccomp" and not w.fixed:
        w.note("hearsay", factor=THIRD)
    elif not noun and w.has(up, "weighers") and base in ("obj", "xcomp") and w.p.entry.holder:
        w.note(f"{w.lemma(up)} it", factor=0.3)  # "we are considering sanctions"
    elif not noun and w.has(up, "thinkers") and base in ("ccomp", "xcomp", "parataxis", "obj"):
        if not (base == "xcomp" and w.p.entry.agent < 0 and w.has(up, "desires") and owner(w, up) == "target"):
            thinker(w, up)  # but "Lodvia wants to destroy us" is the speaker's finding
    elif not noun and w.has(up, "accuse_verbs") and base in ("ccomp", "obl", "advcl") and owner(w, up) == "third":
        w.note("charge by others", factor=THIRD)
    if w.p.entry.holder and base in _CONTENTS and _is_folly(w, up):
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
            if base == "nsubj" and token.base == "advmod":
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
            elif is_disbelief(w, at, up, base):
                w.note("disbelief", sign=-1.0, factor=0.8)  # "we do not accept that Russia is to blame"
            elif not factive:
                w.note("negation", sign=-1.0, factor=0.8)
        elif verb and base in ("xcomp", "obj", "ccomp") and token.base == "aux":
            _modal(w, lemma)
        elif token.base in ("mark", "advmod") and lemma in ("when", "until", "unless", "once", "till"):
            w.pending = True
        elif token.base == "mark" and lemma in w.words["conditionals"] and not w.frame.wish:
            w.note("condition", factor=_IF)
    if w.has(up, "permissions") and not w.has(at, "opinions"):
        w.forbidden = True
    own = w.has(up, "desires") and not w.s.children(up, "obj") and owner(w, up) == "target"
    called = w.lemma(up) == "call" and w.s.tokens[at].upos != "VERB"  # "others call it a partner"
    if base == "xcomp" and not (own or called) and w.lemma(up) in _DUTIES:
        w.deontic = True
        w.notes.append("call")


def _is_timed(w: Walk, at: int) -> bool:
    """The war ends when we drive them out: that does not end."""
    return any(w.lemma(c) in ("when", "once", "if", "until", "before", "after") for c in w.s.children(at, "mark", "advmod"))


def _is_folly(w: Walk, up: int) -> bool:
    """Whether what is below is called a mistake, senseless, a dead end."""
    if w.has(up, "follies"):
        return True
    if w.lemma(up) == "end" and any(w.lemma(c) == "dead" for c in w.s.children(up, "amod", "compound")):
        return True
    things = [up, *w.s.children(up, "obj", "nsubj")]
    return any(
        w.has(c, "uses") and any(w.has(d, "negators") or w.lemma(d) == "little" for d in w.s.children(c, "det", "amod"))
        for c in things
    )


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


def _denies(w: Walk, up: int, base: str) -> bool:
    """An accusation that is denied; wrongdoing that is rejected as such ("we reject Russia's aggression") stays what it is."""
    strict = w.has(up, "strict_deniers")
    if strict and w.s.tokens[up].upos == "NOUN" and _is_none(w, up):
        return True  # "there is no doubt that Russia did it"
    if not strict and base in ("obj", "nmod", "nsubj", "obl") and not any("claim" in n or "of" in n.split() for n in w.notes):
        return False
    if _cannot(w, up):
        return True
    doer = owner(w, up) if w.s.tokens[up].upos != "NOUN" else "none"
    if doer in ("third", "target"):
        w.note(f"{w.lemma(up)} by others", factor=0.15 if doer == "target" else 0.5)
    else:
        w.note(f"{w.lemma(up)}", sign=-1.0, factor=1.0 if strict else 2.5)
    return True


def _cannot(w: Walk, verb: int) -> bool:
    """Hard to deny, cannot be denied: it is so."""
    head = w.s.tokens[verb].head
    if head >= 0 and w.s.tokens[verb].base in ("xcomp", "csubj", "advcl", "ccomp") and w.has(head, "hopeless"):
        return True
    aux = {w.lemma(c) for c in w.s.children(verb, "aux")}
    return bool(aux & {"can", "could", "cannot"}) and any(w.has(c, "negators") for c in w.s.children(verb, "advmod"))


def _is_none(w: Walk, noun: int) -> bool:
    """No doubt, without a doubt, little doubt, "I don't have a doubt"."""
    before = {w.lemma(c) for c in w.s.children(noun, "det", "advmod", "amod", "case")}
    return bool(before & (w.words["negators"] | {"little"})) or _verb_negated(w, noun)


def _accusation(w: Walk, up: int) -> None:
    lemma = w.lemma(up)
    negated = any(w.lemma(c) in w.words["negators"] for c in w.s.children(up, "det", "advmod", "amod")) or _verb_negated(w, up)
    if w.has(up, "likelihoods"):
        w.note(f"{lemma} of", factor=0.4)
    elif w.has(up, "grounds"):
        if negated or lemma in ("reason",):
            found = w.s.tokens[up].base == "obj" and w.has(w.s.tokens[up].head, "findings")
            w.note(f"no {lemma} of", sign=-1.0, factor=UNSHOWN if found else 0.8)  # "the inquiry found no evidence of lies"
        elif lemma not in ("evidence", "proof", "sign"):
            w.note(f"{lemma} of", factor=0.6)
    elif w.has(up, "topics"):
        w.note(f"{lemma} of", factor=1.0 if lemma in ("attempt", "campaign", "conclusion") else 0.6)
    else:
        w.note(f"{lemma} of", factor=_ALLEGED)


def _verb_negated(w: Walk, noun: int) -> bool:
    head = w.s.tokens[noun].head
    if head < 0 or w.s.tokens[noun].base not in ("obj", "nsubj", "nsubj:pass"):
        return False
    return any(w.lemma(c) in w.words["negators"] for c in w.s.children(head, "advmod"))
