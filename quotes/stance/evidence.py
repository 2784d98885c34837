"""Signed, weighed clues: every predicate of a statement whose roles lead to the target, composed up to the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quotes.model import Clue, Sentence
from quotes.stance.composition import Scope, compose
from quotes.stance.mentions import Hold, Names, bearer
from quotes.stance.predicates import Argument, Predicate, arguments, is_passive, subjects
from quotes.stance.scene import Part, Scene
from quotes.stance.values import Entry, StanceRules

_OWNING = ("nmod:poss", "amod", "compound", "nmod:of", "nmod:by", "<amod", "acl.obl:by", "acl:relcl")


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

    def who(self, token: int) -> str:
        """Whether a token is the speaker ("self"), the target ("target") or somebody else ("third")."""
        t = self.s.tokens[token]
        low = t.text.lower()
        if token in self.part.quoted:
            if low in ("i", "we", "us", "me", "our", "my", "you", "one", "everyone", "everybody", "anyone", "let"):
                return "self"
        elif token in self.part.speaker or low in self.scene.speaker_words or (low in ("he", "she", "they", "it", "who") and self.part.cue is not None and t.base == "nsubj"):
            return "self"
        hold = bearer(self.s, self.holds, token)
        return "target" if hold is not None and hold.bond == "is" else "third"


def collect(view: View) -> Iterator[Clue]:
    """All clues of one sentence, unordered."""
    for p in view.predicates:
        region = _region(view, p)
        if region <= 0:
            continue
        clue = _direct(view, p, region) or _defence(view, p, region) or _near(view, p, region) or _loose(view, p, region)
        if clue is not None and abs(clue.weight) >= 0.05:
            yield clue
    yield from _calls(view)


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
    under = set(view.s.subtree(cue))
    return 0.5 if p.token in under and view.part.quoted else 0.0


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
        if hold is None or p.start <= hold.mention < p.end:
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
    scope = compose(view.s, p, view.rules, view.who, view.part.cue, fixed)
    base = a.weight * hold.weight * region
    if a.role == "agent" and e.agent:
        value = _bearing(view, e, p, scope)
        return _clue(view, p, "agent", value * base, scope)
    if a.role == "theme" and e.holder:
        return _clue(view, p, "holder", _held(view, e, p, scope, found) * base, scope)
    if a.role == "theme" and e.theme:
        return _clue(view, p, "theme", e.theme * scope.value * base, scope)
    if e.holder and e.mutual and a.role == "agent":
        return _clue(view, p, "agent", e.agent * scope.value * base, scope)
    return None


def _bearing(view: View, e: Entry, p: Predicate, scope: Scope) -> float:
    """What calling the target the doer or bearer says of it."""
    value = e.agent * scope.value
    if e.agent > 0 and scope.deontic and scope.sign > 0 and not view.scene.own_side:
        return -0.6 * e.agent  # "Russia must live up to its word"
    if view.scene.own_side and value < 0:
        return value * (0.3 if e.agent < 0 else 0.2)
    return value


def _held(view: View, e: Entry, p: Predicate, scope: Scope, found: list[Argument]) -> float:
    """Whose attitude it is: the speaker's own counts in full, a call for it nearly, somebody else's hardly (R1)."""
    agents = [a.token for a in found if a.role == "agent"]
    if p.part == "verb" and is_passive(view.s, p.token):
        agents = [a.token for a in found if a.role == "agent"]
    value = e.holder * scope.value
    if view.scene.own_side and value < 0:
        return 0.15 * value
    if not agents:
        return value * (0.9 if scope.deontic else 0.7 if p.token in view.part.quoted else 0.3)
    kinds = {view.who(t) for t in agents}
    if "self" in kinds:
        return value
    if "target" in kinds:
        return 0.0
    if scope.deontic:
        return value * 0.9
    if p.token not in view.part.quoted:
        return value * 0.1
    person = any(view.s.tokens[t].ner.endswith("PER") or view.s.tokens[t].text.lower() in ("he", "she", "they") for t in agents)
    return value * (0.12 if person else 0.55)


def _defence(view: View, p: Predicate, region: float) -> Clue | None:
    """A word that rejects an accusation, where the target is what is accused (R6)."""
    e = p.entry
    if not e.defence:
        return None
    scope = compose(view.s, p, view.rules, view.who, view.part.cue, False)
    sign = 1.0 if p.part == "noun" or "n" in e.id[:0] else scope.sign
    value = e.defence * region * (sign if "negation" in scope.notes else 1.0) * scope.factor
    if view.scene.own_side:
        near = 1.0 if view.accused else 0.45
        return _clue(view, p, "defence", value * near, scope)
    if p.part == "noun" and any(
        bearer(view.s, view.holds, a.token) for a in arguments(view.s, p, view.rules) if a.role == "agent"
    ):
        return None
    if _accusation_of_target(view, p):
        return _clue(view, p, "defence", value * 0.7, scope)
    return None


def _accusation_of_target(view: View, p: Predicate) -> bool:
    """In the same sentence the target stands as the one accused."""
    return view.accused and any(abs(h - p.token) < 14 for h in view.holds)


def _near(view: View, p: Predicate, region: float) -> Clue | None:
    """The tree gives no role, but the target stands close by in the same clause: parsers err on long sentences."""
    e = p.entry
    if region < 1 or e.owned or e.defence or not (e.agent or e.holder):
        return None
    tokens = view.s.tokens
    for distance in range(1, 6):
        for at in (p.start - distance, p.end - 1 + distance):
            if not 0 <= at < len(tokens) or at not in view.holds or view.holds[at].kind == "pronoun":
                continue
            lo, hi = sorted((at, p.token))
            if any(t.text in '.;:,—–?!“”"' for t in tokens[lo:hi]):
                continue
            scope = compose(view.s, p, view.rules, view.who, view.part.cue, e.presupposes and p.part == "noun")
            value = _bearing(view, e, p, scope) if e.agent else _held(view, e, p, scope, [])
            return _clue(view, p, "near", value * 0.35, scope)
    return None


def _loose(view: View, p: Predicate, region: float) -> Clue | None:
    """A value word about "it", "this step" or nothing in particular, where the introducing words name the target."""
    e = p.entry
    if view.focus <= 0 or region < 1 or not e.agent:
        return None
    found = [a for a in arguments(view.s, p, view.rules) if a.role == "agent"]
    if not all(_points_back(view, a.token) for a in found):
        return None
    if not e.evaluative and (
        e.kind not in ("violence", "interference", "law-breaking", "deceit", "coercion", "foe", "help", "friend") or e.owned
    ):
        return None
    scope = compose(view.s, p, view.rules, view.who, view.part.cue, e.presupposes and p.part == "noun")
    value = _bearing(view, e, p, scope)
    return _clue(view, p, "context", value * view.focus, scope)


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
        if head in ("need", "have", "ought", "urge", "call", "demand", "ask", "press"):
            strength = 0.9
        if strength:
            yield Clue("call/change-course:agent", t.text, t.start, t.end, round(-strength * hold.weight, 3))
