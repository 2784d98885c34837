"""Signed, weighed clues: every predicate of a statement whose roles lead to the target, composed up to the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quotes.model import Clue, Sentence
from quotes.stance.composition import Frame, Scope, compose
from quotes.stance.mentions import Hold, Names, bearer
from quotes.stance.predicates import Argument, Predicate, arguments, cases, is_passive, subjects
from quotes.stance.scene import Part, Scene
from quotes.stance.values import Entry, StanceRules

_OWNING = (
    "<conj.nmod:poss",
    "<conj.amod",
    "<conj.compound",
    "nmod:poss",
    "amod",
    "compound",
    "nmod:of",
    "nmod:by",
    "<amod",
    "acl.obl:by",
    "acl:relcl",
)


@dataclass(frozen=True)
class View:
    """One sentence as the judgement of one statement for one target sees it."""

    scene: Scene
    part: Part
    names: Names
    holds: Mapping[int, Hold]
    """The target's phrases, pronouns of the quoted words included."""
    predicates: tuple[Predicate, ...]
    rules: StanceRules
    accused: bool
    """Whether something near the statement accuses the target."""
    focus: float
    """How far words about "it" or nothing in particular speak of the target (0 to 1): it stands only outside the marks."""

    @property
    def s(self) -> Sentence:
        """The sentence."""
        return self.part.sentence

    def scope(self, p: Predicate, fixed: bool) -> Scope:
        """What negation, denial and other holders make of a predicate."""
        wish = p.entry.kind in ("cooperation", "ease") or (p.entry.kind == "friend" and p.part == "phrase")
        return compose(self.s, p, self.rules, self.who, Frame(self.part.quoted, self.part.cue, fixed, wish))

    def who(self, token: int) -> str:
        """Whether a token is the speaker ("self"), the target ("target") or somebody else ("third")."""
        t = self.s.tokens[token]
        low = t.text.lower()
        if token in self.part.quoted:
            if low in ("i", "we", "us", "me", "our", "my", "one", "let"):
                return "self"
        elif (
            token in self.part.speaker
            or low in self.scene.speaker_words
            or (low in ("he", "she", "they", "it", "who") and self.part.cue is not None and t.base == "nsubj")
        ):
            return "self"
        hold = bearer(self.s, self.holds, token)
        return "target" if hold is not None and hold.bond == "is" else "third"


def collect(view: View) -> Iterator[Clue]:
    """All clues of one sentence, unordered."""
    but = _contrast(view)
    for p in view.predicates:
        region = _region(view, p)
        if region <= 0:
            continue
        clue = _direct(view, p, region) or _defence(view, p, region) or _encounter(view, p, region)
        clue = clue or _near(view, p, region) or _loose(view, p, region)
        if clue is not None and clue.weight > 0 and p.end <= but:
            clue = replace(clue, weight=round(clue.weight * 0.5, 3))
        if clue is not None and abs(clue.weight) >= 0.05:
            yield clue
    yield from _calls(view)


def _contrast(view: View) -> int:
    """Where a "but" after the target's name turns the sentence: praise before it weighs half (-1: nowhere)."""
    first = min(view.holds, default=len(view.s.tokens))
    found = [i for i in view.part.quoted if view.s.tokens[i].text.lower() in ("but", "however") and i > first]
    return max(found, default=-1)


def _region(view: View, p: Predicate) -> float:
    """1 in the quoted words, less in what the reporter relays, 0 in the reporter's own telling."""
    if p.token in view.part.quoted or any(i in view.part.quoted for i in range(p.start, p.end)):
        return 1.0
    cue = view.part.cue
    if p.token in view.part.speaker:
        return 0.0
    if p.token == cue:
        return 1.0
    if p.entry.holder and p.part == "verb" and any(view.who(t) == "self" for t, _, _ in subjects(view.s, p.token)):
        return 0.9
    if cue is None:
        return 0.0
    if p.token not in view.s.subtree(cue) or not view.part.quoted:
        return 0.0
    return 0.25 if p.part == "noun" and p.entry.agent else 0.5  # what things are called outside the marks is the reporter's choice


def _clue(view: View, p: Predicate, role: str, weight: float, scope: Scope | None = None) -> Clue:
    tokens = view.s.tokens
    start, end = tokens[p.start].start, tokens[p.end - 1].end
    note = f" [{', '.join(scope.notes)}]" if scope is not None and scope.notes else ""
    text = " ".join(t.text for t in tokens[p.start : p.end])
    return Clue(f"{p.entry.id}:{role}", text + note, start, end, round(max(-2.0, min(2.0, weight)), 3))


def _direct(view: View, p: Predicate, region: float) -> Clue | None:
    """The target fills a role of the predicate."""
    best: Clue | None = None
    found = arguments(view.s, p, view.rules)
    for a in found:
        hold = bearer(view.s, view.holds, a.token)
        if hold is None or p.start <= hold.mention < p.end or p.start <= hold.token < p.end:
            continue
        clue = _filled(view, p, a, hold, region, found)
        if clue is not None and (best is None or abs(clue.weight) > abs(best.weight)):
            best = clue
    return best


def _filled(view: View, p: Predicate, a: Argument, hold: Hold, region: float, found: list[Argument]) -> Clue | None:
    e = p.entry
    owning = a.path.startswith(_OWNING)
    if e.owned and not (owning or a.path.endswith("cop")):
        return None
    fixed = e.presupposes and p.part != "verb" and owning and hold.kind != "self"
    scope = view.scope(p, fixed)
    base = a.weight * hold.weight * region
    if a.role == "agent" and e.agent:
        if e.kind == "friend" and not _befriends(view, p, a, hold):
            return None
        if p.part == "adj" and a.path.startswith("<amod.") and not _is_conduct(view, view.s.tokens[p.token].head):
            return None  # "a great Russian novel"
        value = _bearing(view, e, scope)
        if e.kind == "good" and any("at" in cases(view.s, c) for c in view.s.children(p.token, "obl")):
            return None  # "very good at it"
        if e.kind == "good" and p.part == "adj" and a.path.startswith("<amod"):
            value *= 0.5
        if e.evaluative and hold.kind == "pronoun" and view.s.tokens[hold.mention].text.lower() == "it":
            value *= 0.4  # "it is disgusting": more often the state of things than the state
        return _clue(view, p, "agent", value * base, scope)
    if a.role == "theme" and e.holder:
        return _clue(view, p, "holder", _held(view, e, p, scope, found) * base, scope)
    if a.role == "theme" and e.theme:
        return _clue(view, p, "theme", e.theme * scope.value * base, scope)
    if e.holder and e.mutual and a.role == "agent":
        partners = [x.token for x in found if x.role == "theme"]
        if partners and not any(view.who(t) == "self" for t in partners) and not view.scene.own_side:
            return None  # "its alliance with Assad"
        return _clue(view, p, "agent", e.agent * scope.value * base, scope)
    return None


def _befriends(view: View, p: Predicate, a: Argument, hold: Hold) -> bool:
    """ "The Russian partners" only refers; "our American partners" says nothing of us; "Assad's ally" is no friend of the speaker."""
    mine = any(view.s.tokens[c].text.lower() in ("our", "my") for c in view.s.children(p.token, "nmod:poss"))
    if hold.kind == "self" or a.path in ("amod", "compound"):
        return mine and hold.kind != "self"
    owners = [c for c in view.s.children(p.token, "nmod:poss", "nmod") if c != a.token and not p.start <= c < p.end]
    return mine or not owners or any(view.who(k) == "self" for c in owners for k in view.s.subtree(c))


def _is_conduct(view: View, token: int) -> bool:
    lemma = view.s.tokens[token].lemma.lower()
    words = view.rules.words
    return token >= 0 and (lemma in words["conduct"] or lemma in words["institution"] or lemma in words["transparent"])


def _bearing(view: View, e: Entry, scope: Scope) -> float:
    """What calling the target the doer or bearer says of it."""
    value = e.agent * scope.value
    if view.scene.own_side:
        return value * (0.25 if value < 0 else 1.0)
    if e.agent > 0 and scope.sign > 0:
        if scope.deontic:
            return -0.6 * e.agent  # "Russia must live up to its word"
        if scope.pending:
            return -0.4 * e.agent  # "when Russia is sincere", "until it keeps its word": it is not now
    if e.agent < 0 and value > 0 and "negation" in scope.notes:
        return value * 0.5  # "they will not attack" defends less than "we did not attack"
    return value


def _held(view: View, e: Entry, p: Predicate, scope: Scope, found: list[Argument]) -> float:
    """Whose attitude it is: the speaker's own counts in full, a call for it nearly, somebody else's hardly (R1)."""
    agents = [a.token for a in found if a.role == "agent" and not _empty(view, a.token)]
    quoted = p.token in view.part.quoted
    value = e.holder * scope.value
    if view.scene.own_side and value < 0:
        return 0.15 * value
    if p.part == "verb" and view.s.tokens[p.token].rel == "amod":
        return value * 0.2  # "suspected Russian operatives"
    if e.kind in ("praise", "ease") and scope.sign < 0:
        value *= 0.6  # "I did not support Putin" is no attack on him
    if not agents and e.kind == "counteract" and p.part == "verb" and is_passive(view.s, p.token) and not scope.deontic:
        return value * 0.35  # "Russia has been sanctioned" tells a fact
    if not agents:
        return value * (0.9 if scope.deontic else 0.75 if quoted else 0.3)
    kinds = {view.who(t) for t in agents}
    if "self" in kinds:
        return value
    if e.mutual and e.holder > 0:
        person = any(_is_person(view, t) for t in agents)
        return value * (0.4 if person else 0.7) * (1.0 if quoted else 0.4)  # "Trump and Putin will work together"
    if e.holder > 0:
        return value * (0.1 if any(_is_person(view, t) for t in agents) else 0.5)  # "Trump praises Putin" is Trump's view
    if "target" in kinds:
        return 0.0
    if scope.deontic and e.kind != "praise":
        return value * 0.9
    if e.kind == "counteract" and value > 0:
        return -0.2 * value  # "Trump will not stand up to Putin" blames Trump (R8)
    if not quoted:
        return value * 0.1
    return value * (0.12 if any(_is_person(view, t) for t in agents) else 0.55)


def _empty(view: View, token: int) -> bool:
    """It is time to …; there is …: nobody in particular."""
    return view.s.tokens[token].text.lower() in ("it", "there", "that", "this", "what", "time", "goal", "way", "point", "reason")


def _is_person(view: View, token: int) -> bool:
    t = view.s.tokens[token]
    return t.ner.endswith("PER") or t.text.lower() in ("he", "she", "they", "who", "his", "her", "their", "you")


def _defence(view: View, p: Predicate, region: float) -> Clue | None:
    """A word that rejects an accusation, where the target is what is accused (R6)."""
    e = p.entry
    if not e.defence:
        return _protest(view, p, region)
    scope = view.scope(p, False)
    value = e.defence * region * (scope.value if p.part == "adj" else scope.factor)
    if view.scene.own_side:
        return _clue(view, p, "defence", value * (1.0 if view.accused else 0.45) * (0.8 if view.focus else 1.0), scope)
    if e.kind == "doubt":
        others = any(kind == "PER" and a in view.part.quoted for a, _, kind in view.s.names())
        named = any(k in view.part.quoted for k in view.holds)
        return _clue(view, p, "defence", value, scope) if view.accused and (named or (view.focus and not others)) else None
    if p.token in view.part.quoted and _accusation_against(view, p):
        return _clue(view, p, "defence", value * 0.8, scope)
    return None


def _protest(view: View, p: Predicate, region: float) -> Clue | None:
    """The own side calls measures or charges against the target wrong: "these sanctions against Russia are illegal"."""
    e = p.entry
    if not (view.scene.own_side and region >= 1 and e.agent < 0 and e.kind in ("bad", "law-breaking", "deceit", "coercion")):
        return None
    against = [q for q in view.predicates if q.entry.kind in ("counteract", "condemn") and q is not p]
    hit = any(
        a.role == "theme" and bearer(view.s, view.holds, a.token) for q in against for a in arguments(view.s, q, view.rules)
    )
    scope = view.scope(p, False)
    return _clue(view, p, "protest", -0.7 * e.agent * scope.value, scope) if hit and scope.value > 0 else None


def _accusation_against(view: View, p: Predicate) -> bool:
    """What is rejected is an accusation against the target: "the claims about Moscow are baseless", "slander against Russia"."""
    words = view.rules.words["accusations"]
    for a in arguments(view.s, p, view.rules):
        below = set(view.s.subtree(a.token))
        if a.role == "theme" and a.token in view.holds:
            return True
        charge = a.role == "theme" or view.s.tokens[a.token].lemma.lower() in words
        if charge and any(_charges(view, q) for q in view.predicates if q.token in below):
            return True
        if charge and any(k in view.holds and cases(view.s, k) & {"against", "about"} for k in below):
            return True
    return False


def _charges(view: View, q: Predicate) -> bool:
    """A bad deed with the target as its doer."""
    if q.entry.agent >= 0:
        return False
    return any(a.role == "agent" and bearer(view.s, view.holds, a.token) for a in arguments(view.s, q, view.rules))


def _near(view: View, p: Predicate, region: float) -> Clue | None:
    """The tree gives no role, but the target stands close by in the same clause: parsers err on long sentences."""
    e = p.entry
    if region < 1 or e.owned or e.defence or not _nearable(p):
        return None
    tokens = view.s.tokens
    for distance in range(1, 6):
        for at in (p.start - distance, p.end - 1 + distance):
            if not 0 <= at < len(tokens) or at not in view.holds or view.holds[at].kind in ("pronoun", "self"):
                continue
            lo, hi = sorted((at, p.token))
            between = [t.text.lower() for t in tokens[lo + 1 : hi]]
            if any(w in '.;:,—–?!“”"' or w in ("and", "or", "but") for w in between):
                continue
            if any(a.role == "theme" and a.token == at for a in arguments(view.s, p, view.rules)) and not e.holder:
                return None
            scope = view.scope(p, e.presupposes and p.part == "noun")
            value = _bearing(view, e, scope) if e.agent else _held(view, e, p, scope, [])
            linked = at > p.token and bool(set(between) & (e.to - {"of", "for", "with"})) and len(between) <= 3
            if linked and not e.holder:
                return None  # "risk to Russian personnel": the one it is done to
            return _clue(view, p, "near", value * (0.85 if linked else 0.4), scope)
    return None


def _nearable(p: Predicate) -> bool:
    """Bad deeds and words for them, and measures; praise and liking need a path."""
    if p.entry.agent < 0 and p.entry.kind != "bad":
        return not p.entry.id.endswith("/terrorise")
    return p.entry.holder != 0 and (p.part in ("noun", "phrase") or p.end - p.start > 1 or p.entry.kind == "counteract")


def _loose(view: View, p: Predicate, region: float) -> Clue | None:
    """A value word about "it", "this step" or nothing in particular, where the introducing words name the target."""
    e = p.entry
    if view.focus <= 0 or region < 1 or not e.agent:
        return None
    found = [a for a in arguments(view.s, p, view.rules) if a.role == "agent"]
    if not all(_points_back(view, a.token) for a in found):
        return None
    focus = view.focus * (1.0 if e.evaluative else 0.7)
    if not e.evaluative and (
        e.kind not in ("violence", "interference", "law-breaking", "deceit", "coercion", "foe", "help", "friend") or e.owned or e.id.endswith("/terrorise")
    ):
        return None
    these = any(view.s.tokens[c].text.lower() in ("this", "these", "such") for c in view.s.children(p.token, "det", "amod"))
    scope = view.scope(p, e.presupposes and p.part == "noun" and these)
    value = _bearing(view, e, scope)
    return _clue(view, p, "context", value * focus * (0.8 if value > 0 else 1.0), scope)


def _encounter(view: View, p: Predicate, region: float) -> Clue | None:
    """Praise of a meeting or of relations with the target is mild support."""
    e = p.entry
    if region < 1 or e.kind != "good" or not (view.focus or view.holds):
        return None
    for a in arguments(view.s, p, view.rules):
        t = view.s.tokens[a.token]
        if t.lemma.lower() not in view.rules.words["encounters"]:
            continue
        if any(k in view.holds for k in view.s.subtree(a.token)) or view.focus:
            scope = view.scope(p, False)
            return _clue(view, p, "encounter", max(0.0, e.agent * scope.value * 0.7), scope)
    return None


def _points_back(view: View, token: int) -> bool:
    t = view.s.tokens[token]
    low = t.text.lower()
    if low in view.rules.words["demonstratives"] or t.lemma.lower() in view.rules.words["conduct"]:
        return True
    return any(view.s.tokens[c].text.lower() in ("this", "these", "such", "that") for c in view.s.children(token, "det", "amod"))


def _calls(view: View) -> Iterator[Clue]:
    """Calls on the target to change course: "Russia must withdraw", "Putin has to respect the treaty" (R4)."""
    if view.scene.own_side:
        return
    words = view.rules.words
    for i, t in enumerate(view.s.tokens):
        if t.upos != "VERB" or i not in view.part.quoted or t.lemma.lower() not in words["compliance"]:
            continue
        hold = next((h for s, _, _ in subjects(view.s, i) if (h := bearer(view.s, view.holds, s)) is not None), None)
        if hold is None or hold.bond != "is" or any(p.start <= i < p.end for p in view.predicates):
            continue
        aux = {view.s.tokens[c].lemma.lower() for c in view.s.children(i, "aux")}
        head = view.s.tokens[t.head].lemma.lower() if t.rel == "xcomp" and t.head >= 0 else ""
        strength = 1.1 if "must" in aux else 0.8 if aux & {"should", "ought", "shall"} else 0.0
        if head in ("need", "have", "ought"):
            strength = 0.9
        if strength:
            yield Clue("call/change-course:agent", t.text, t.start, t.end, round(-strength * hold.weight, 3))
    yield from _requests(view)


def _requests(view: View) -> Iterator[Clue]:
    """Requests to the target: "we call on Russia to end its support", "urge Moscow to withdraw"."""
    s = view.s
    for i, t in enumerate(s.tokens):
        if (
            t.upos != "VERB"
            or t.lemma.lower() not in view.rules.words["requests"]
            or i not in view.part.quoted
            and i != view.part.cue
        ):
            continue
        asked = next((view.holds[c] for c in s.children(i, "obj", "obl", "iobj") if c in view.holds), None)
        below = [
            c for c in s.children(i, "xcomp", "ccomp", "advcl") if s.tokens[c].lemma.lower() in view.rules.words["compliance"]
        ]
        if (
            asked is None
            or asked.bond != "is"
            or not below
            or any(view.who(x) == "third" and _is_person(view, x) for x, _, _ in subjects(s, i))
        ):
            continue
        strong = t.lemma.lower() in (
            "urge",
            "call",
            "demand",
            "press",
            "warn",
            "force",
            "compel",
            "order",
            "require",
            "challenge",
        )
        word = s.tokens[below[0]]
        yield Clue(
            "call/request:theme", f"{t.text} … {word.text}", t.start, word.end, round(-(0.9 if strong else 0.5) * asked.weight, 3)
        )
