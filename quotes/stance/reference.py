"""Pronouns and "we" that stand for the target in quoted words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Literal

from quotes.model import Sentence
from quotes.stance.mentions import Hold, Names, climb
from quotes.stance.scene import Part, Scene
from quotes.stance.values import StanceRules, Target

Sort = Literal["person", "group", "thing"]
_GROUP_KINDS = {"state", "government", "military", "intelligence", "media", "adjective", "capital", "self"}


def resolve_pronouns(
    scene: Scene, part: Part, names: dict[int, Names], target: Target, rules: StanceRules, far: Callable[[int], float]
) -> dict[int, Hold]:
    """Holds of the pronouns inside the quoted words of one sentence.

    ``far`` tells of a "they" that nobody named nearby may be how surely it is the target all the same.
    """
    out: dict[int, Hold] = {}
    s = part.sentence
    for i in sorted(part.quoted):
        word = s.tokens[i].text.lower()
        hold: Hold | None = None
        if scene.own_side and word in rules.words["own_side_pronouns"]:
            hold = Hold(i, i, "is", 0.85, "self")
        elif not scene.own_side and (sort := _sort(word, rules)) is not None and s.tokens[i].rel != "expl":
            weight = (
                _inside(part, i, sort, names, rules)
                if _is_teller(scene, part, i, rules)
                else _antecedent(scene, part, i, sort, names, rules)
            )
            weight = far(i) if weight is None else weight
            weight = 0.0 if weight and _acts_on_it(s, i, names.get(s.index)) else weight
            hold = Hold(i, i, "is", weight, "pronoun") if weight else None
        if hold is not None:
            out[i] = hold
            climb(s, out, hold, target, rules)
    return out


def _acts_on_it(s: Sentence, at: int, names: Names | None) -> bool:
    """Whether the clause of a pronoun has the target by name for its object: "they insult Lodvia every day"."""
    verb = s.tokens[at].head
    if names is None or s.tokens[at].base != "nsubj" or s.tokens[verb].upos != "VERB":
        return False
    return any(c in names.holds and names.holds[c].bond == "is" for c in s.children(verb, "obj", "iobj"))


def stands_for_speaker(scene: Scene, part: Part, at: int, names: Names, rules: StanceRules) -> bool:
    """Whether a pronoun of a statement reported without marks is its speaker: "she said SHE thanked him"."""
    sort = _any_sort(part.sentence.tokens[at].text.lower(), rules)
    if sort is None or not _is_teller(scene, part, at, rules):
        return False
    return _candidate(part.sentence, at, sort, names, _outside(part), at, rules) is None


def _is_teller(scene: Scene, part: Part, at: int, rules: StanceRules) -> bool:
    """Whether a pronoun of a reported statement agrees with who reports it."""
    if not scene.indirect or not part.speaker or at not in part.quoted:
        return False
    tokens = [part.sentence.tokens[i] for i in part.speaker]
    sort = _any_sort(part.sentence.tokens[at].text.lower(), rules)
    if any(t.ner.endswith("PER") or t.text.lower() in ("he", "she", "who", "i") for t in tokens):
        return sort == "person"
    several = any(t.xpos in ("NNS", "NNPS") or t.text.lower() in ("they", "we") for t in tokens)
    return sort == "group" if several else sort is not None


def _any_sort(word: str, rules: StanceRules) -> Sort | None:
    """As ``_sort``, women included: a speaker may be one."""
    return "person" if word in rules.words["feminine_anaphors"] else _sort(word, rules)


def _outside(part: Part) -> frozenset[int]:
    return part.speaker | frozenset(range(len(part.sentence.tokens))) - part.quoted


def _inside(part: Part, at: int, sort: Sort, names: dict[int, Names], rules: StanceRules) -> float:
    """How surely a pronoun stands for the target where only what stands before it in the reported words may be meant."""
    found = _candidate(part.sentence, at, sort, names.get(part.sentence.index), _outside(part), at, rules)
    return 0.8 if found else 0.0


def _sort(word: str, rules: StanceRules) -> Sort | None:
    """What a pronoun may stand for."""
    if word in rules.words["person_anaphors"]:
        return "person"
    if word in rules.words["group_anaphors"]:
        return "group"
    return "thing" if word in rules.words["thing_anaphors"] else None


def _antecedent(scene: Scene, part: Part, at: int, sort: Sort, names: dict[int, Names], rules: StanceRules) -> float | None:
    """How surely a pronoun stands for the target (0 to 0.8): the nearest earlier phrase that agrees decides, if one does."""
    for sentence, upto, speaker, weight in _earlier(scene, part, at):
        own = at if sentence is part.sentence else -1
        verdict = _candidate(sentence, upto, sort, names.get(sentence.index), speaker, own, rules)
        if verdict is not None:
            return weight if verdict else 0.0
    return None


def _earlier(scene: Scene, part: Part, at: int) -> Iterator[tuple[Sentence, int, frozenset[int], float]]:
    yield part.sentence, at, part.speaker, 0.8
    weight = 0.75
    for other in reversed([p for p in scene.parts if p.sentence.index < part.sentence.index]):
        yield other.sentence, len(other.sentence.tokens), other.speaker, weight
        weight -= 0.05
    if not any(p.sentence.index < part.sentence.index for p in scene.parts) and part.speaker:
        # the introducing words after the quotation: "They hit us," she said of the Russian army
        yield part.sentence, len(part.sentence.tokens), part.speaker | part.quoted, 0.6
    for sentence in reversed(scene.before):
        yield sentence, len(sentence.tokens), _of_speaker(scene, sentence), weight - 0.1
        weight -= 0.08


def _of_speaker(scene: Scene, s: Sentence) -> frozenset[int]:
    """The heads of phrases that name the speaker: who speaks of "him" means somebody else."""
    return frozenset(i for i, t in enumerate(s.tokens) if t.upos == "PROPN" and t.text.lower() in scene.speaker_words)


def _candidate(
    s: Sentence, upto: int, sort: Sort, names: Names | None, speaker: frozenset[int], at: int, rules: StanceRules
) -> bool | None:
    """True: the last agreeing phrase before ``upto`` is the target; False: it is somebody else; None: there is none."""
    found = [f for f in _phrases(s, upto, sort, names, speaker) if f[0] != at]
    if sort == "person":
        found = sorted({*found, *((i, False) for i in _described(s, upto, {f[0] for f in found} | speaker, rules))})
    if not found:
        return None
    subjects = [f for f in found if s.tokens[f[0]].base == "nsubj" and s.tokens[f[0]].rel != "nsubj:outer"]
    return (subjects or found)[-1][1]


def _described(s: Sentence, upto: int, known: Collection[int], rules: StanceRules) -> Iterator[int]:
    """Persons by what they are, not by name: "I fired the head of the bureau. He was crazy"."""
    for i, t in enumerate(s.tokens[:upto]):
        singular = t.upos == "NOUN" and t.xpos == "NN" and t.base in ("nsubj", "obj", "obl") and i not in known
        if singular and t.lemma.lower() in rules.words["person_nouns"]:
            yield i


def _phrases(s: Sentence, upto: int, sort: Sort, names: Names | None, speaker: frozenset[int]) -> Iterator[tuple[int, bool]]:
    holds = names.holds if names else {}
    aliased = {i for a, b, _ in (names.found if names else ()) for i in range(a, b)}
    for start, end, kind in s.names():
        head = next((i for i in range(start, end) if not start <= s.tokens[i].head < end), end - 1)
        if head < upto and not speaker & set(range(start, end)) and head not in aliased and _agrees(s, head, kind, sort):
            yield head, False
    for i, hold in sorted(holds.items()):
        if i >= upto or i in speaker or s.tokens[i].rel in ("amod", "compound"):
            continue
        if hold.bond != "is" and (upto < len(s.tokens) or not _acts_for(s, i, hold, sort)):
            continue
        if hold.kind in (("leader", "person") if sort == "person" else _GROUP_KINDS) or (
            sort == "group" and hold.kind == "leader"
        ):
            yield i, True


def _acts_for(s: Sentence, at: int, hold: Hold, sort: Sort) -> bool:
    """Whether "they" may be several whom the target's adjective names: "Russian engineers came. They worked all night"."""
    return sort == "group" and hold.kind == "adjective" and s.tokens[at].xpos == "NNS" and s.tokens[at].base in ("nsubj", "nmod")


def _agrees(s: Sentence, head: int, kind: str, sort: Sort) -> bool:
    if sort == "person":
        return kind == "PER"
    return kind in ("ORG", "LOC", "MISC") or (kind == "NORP" and s.tokens[head].upos != "ADJ")
