"""Rules against one parsed sentence: pure, no knowledge of quotation marks or of other sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Sentence, Token
from quotes.ruleset import Path, Pattern, Rule, Ruleset, Step

_PAIRS = {",": ",", ")": "("}
_APPOSITION = 12
"""Tokens of the longest apposition that stands between a subject and a verb without one."""
_PARTS = frozenset({"flat", "compound", "nmod", "appos"})
_SAID = frozenset({"ccomp", "xcomp", "obj", "parataxis"})
_DEPTH = 6
"""Named paths may refer to themselves (the ``$subject`` of a conjunct is that of its head); no chain in news is longer."""
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "'", "``"}), frozenset({'"', "”", "’", "'", "''"})
_NAME = 2
"""Words of the longest nickname in marks."""


@dataclass(frozen=True, slots=True)
class Match:
    """A tree rule that holds at a cue: whose words it reports and where in the sentence they are.

    ``content`` are the top words of what is said; ``region`` are the token indices at and below them, without those of the
    cue's own clause.
    """

    rule: Rule
    cue: int
    speaker: int
    content: tuple[int, ...]
    region: frozenset[int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface pattern that holds beside a quotation. ``np`` and ``cue`` are half-open ranges into the given tokens."""

    pattern: Pattern
    np: tuple[int, int] | None
    cue: int | None
    length: int
    """How many tokens the pattern covers."""


def match(sentence: Sentence, ruleset: Ruleset) -> list[Match]:
    """All tree rules that hold in the sentence, by cue in text order, then by the rules' order."""
    out: list[Match] = []
    for cue, token in enumerate(sentence.tokens):
        if token.upos == "PUNCT":
            continue
        for rule in ruleset.rules:
            if rule.cue.holds(token) and (found := apply(rule, sentence, cue, ruleset)):
                out.append(found)
    return out


def apply(rule: Rule, sentence: Sentence, cue: int, ruleset: Ruleset) -> Match | None:
    """The rule at one cue word, or None where a path leads nowhere."""
    if rule.without and follow(rule.without, sentence, cue, ruleset):
        return None
    speakers = [i for i in follow(rule.speaker, sentence, cue, ruleset) if sentence.tokens[i].upos != "VERB"]
    if not speakers:
        return None
    content = contents(rule.content, sentence, cue, ruleset)
    if not content:
        return None
    speaker = _nearest(speakers, sentence, cue)
    return Match(rule, cue, speaker, content, region(sentence, cue, content) - {speaker})


def _nearest(speakers: Sequence[int], sentence: Sentence, cue: int) -> int:
    """The speaker next to the cue; behind a comma the one behind the cue: ``The dam, warned Lind, a lawyer, "leaks"``."""
    behind = [i for i in speakers if i > cue] if cue and sentence.tokens[cue - 1].text == "," else []
    if len(speakers) > 1 and not behind and _participle(sentence, min(speakers), cue):
        return min(speakers)
    return min(behind or speakers, key=lambda i: abs(i - cue))


def _participle(sentence: Sentence, subject: int, cue: int) -> bool:
    """Whether a participle parts a subject from its verb: ``The team probing charges against Lind and Park has stated``."""
    tokens, at = sentence.tokens, subject + 1
    if at < cue and tokens[at].text == "(":
        at = next((i + 1 for i in range(at, cue) if tokens[i].text == ")"), at)
    return at < cue and tokens[at].upos == "VERB" and tokens[at].text.endswith("ing")


def contents(path: Path, sentence: Sentence, cue: int, ruleset: Ruleset) -> tuple[int, ...]:
    """The top words of what a cue reports, along all alternatives of the path."""
    reached = follow(path, sentence, cue, ruleset, every=True)
    if any(sentence.tokens[c].base == "ccomp" and c > cue for c in reached):  # At a talk with the "movers", Lind said that ...
        reached = [c for c in reached if c > cue or sentence.tokens[c].base != "obl"]
    return tuple(c for c in reached if not _adverbial(sentence, c, ruleset))


def _adverbial(sentence: Sentence, i: int, ruleset: Ruleset) -> bool:
    """Whether a clause opens with "though" or the like: parsers take it for the complement of the clause that follows."""
    words = ruleset.list("adverbial")
    return any(sentence.tokens[c].lemma.lower() in words for c in sentence.children(i, "mark"))


def region(sentence: Sentence, cue: int, content: Sequence[int]) -> frozenset[int]:
    """The tokens at and below the content words, without those of the cue's own clause where that hangs below the content."""
    out: set[int] = set()
    own = set(sentence.subtree(cue))
    for c in content:
        below = set(sentence.subtree(c))
        out |= below - own if cue in below else below
    return frozenset(out)


def follow(
    path: Path, sentence: Sentence, start: int, ruleset: Ruleset, *, every: bool = False, depth: int = 0, cue: int | None = None
) -> list[int]:
    """Where a path leads from a token: the words its first fruitful alternative reaches, with ``every`` those of all of them.

    ``cue`` is the word that the outermost path started from.
    """
    out: list[int] = []
    cue = start if cue is None else cue
    if depth > _DEPTH:
        return out
    for steps in path:
        at = [start]
        for step in steps:
            at = [j for i in at for j in _go(step, sentence, (i, cue), ruleset, depth)]
        out += [i for i in at if i not in out]
        if out and not every:
            break
    return out


def _go(step: Step, sentence: Sentence, place: tuple[int, int], ruleset: Ruleset, depth: int) -> Iterator[int]:
    """The words one step leads to; ``place`` is where it stands and where the path began."""
    i, cue = place
    if step.name is not None:
        yield from follow(ruleset.paths[step.name], sentence, i, ruleset, depth=depth + 1, cue=cue)
        return
    token = sentence.tokens[i]
    if step.rel == ".":
        reached: Sequence[int] = (i,)
    elif step.rel == "left":
        reached = _left(sentence, i)
    elif step.rel == "right":
        reached = _right(sentence, i)
    elif step.rel == "beyond":
        reached = _beyond(sentence, i)
    elif step.up:
        reached = (token.head,) if token.head >= 0 and _is(token, step.rel) else ()
    else:
        reached = [c for c in sentence.children(i, step.rel) if _is(sentence.tokens[c], step.rel)]
    for j in reached:
        if (
            step.filter.holds(sentence.tokens[j])
            and not (step.before and j > cue)
            and (not step.case or _case(sentence, j) & step.case)
        ):
            yield j


def _is(token: Token, rel: str) -> bool:
    """A relation includes its subtypes, but a plain subject is no passive one."""
    return token.rel == rel or (token.base == rel and not token.rel.endswith(":pass"))


def _left(sentence: Sentence, i: int) -> Sequence[int]:
    """The phrase right before a finite verb, over adverbs, auxiliaries and "last week": for trees that lost the subject; its
    head, not the last noun (``the captain of the Navy said``)."""
    if not _bereft(sentence, i):
        return ()
    end = _before(sentence, i)
    at = _past_marks(sentence, end)
    parts = ("flat", "compound") if at == end else _PARTS
    while at >= 0 and 0 <= sentence.tokens[at].head < at and (sentence.tokens[at].base in parts or _case(sentence, at) == {"of"}):
        at = sentence.tokens[at].head
    return _nominal(sentence, _described(sentence, at))


def _past_marks(sentence: Sentence, at: int) -> int:
    """The word before a name or two in marks that closes a phrase: ``a soldier with the call sign "Fox" told``."""
    if at < 0 or sentence.tokens[at].text not in _CLOSING:
        return at
    opening = next((k for k in range(at - 2, max(-1, at - _NAME - 2), -1) if sentence.tokens[k].text in _OPENING), 0)
    named = opening and all(sentence.tokens[k].upos == "PROPN" for k in range(opening + 1, at))
    return opening - 1 if named and sentence.tokens[opening - 1].upos in ("NOUN", "PROPN") else at


def _described(sentence: Sentence, at: int) -> int:
    """Whose relative clause, which no comma closes, a place stands in: ``The boy, who grew up in Gweru, Zimbabwe said``."""
    tokens = sentence.tokens
    while at >= 0 and tokens[at].rel.endswith(":unmarked"):
        at = tokens[at].head
    above = tokens[at].head if at >= 0 and tokens[at].base == "obl" and sentence.children(at, "case") else -1
    return tokens[above].head if above >= 0 and tokens[above].rel == "acl:relcl" and tokens[above].head < above else at


def _beyond(sentence: Sentence, i: int) -> Sequence[int]:
    """The nominal before the apposition that a finite verb follows (", a lawyer, said"): for trees that lost the subject."""
    tokens, at = sentence.tokens, _before(sentence, i)
    if not _bereft(sentence, i, relative=sentence.tokens[i].rel == "acl:relcl") or at < 0 or tokens[at].text not in _PAIRS:
        return ()
    opening = next((k for k in range(at - 1, max(0, at - _APPOSITION), -1) if tokens[k].text == _PAIRS[tokens[at].text]), 0)
    if _right(sentence, i) or any(tokens[k].head == i and tokens[k].base in _SAID for k in range(opening, at)):
        return ()  # "As for the tax, "it hurts", admits Lind": what it reports is no apposition; and its subject is behind it
    at = opening - 1
    while at >= 0 and tokens[at].base in _PARTS and 0 <= tokens[at].head < at:
        at = tokens[at].head
    return _nominal(sentence, at)


def _bereft(sentence: Sentence, i: int, *, relative: bool = False) -> bool:
    """Whether a word is a finite verb whose subject the tree does not know; with ``relative`` also one of a relative clause."""
    token = sentence.tokens[i]
    finite = not token.text.endswith("ing") or bool(sentence.children(i, "aux"))
    return token.upos == "VERB" and (token.base != "acl" or relative) and finite and not sentence.children(i, "nsubj", "aux:pass")


def _before(sentence: Sentence, i: int) -> int:
    """The last word before a verb that is no adverb, no auxiliary, no "last week"."""
    tokens, at = sentence.tokens, i - 1
    while at >= 0 and (tokens[at].upos in ("ADV", "AUX") or tokens[at].rel.endswith(":unmarked")):
        at = (min(at, *sentence.subtree(at)) if tokens[at].rel.endswith(":unmarked") else at) - 1
    return at


def _nominal(sentence: Sentence, at: int) -> Sequence[int]:
    return (at,) if at >= 0 and sentence.tokens[at].upos in ("PROPN", "PRON", "NOUN") else ()


def _right(sentence: Sentence, i: int) -> Sequence[int]:
    """The nominal behind an inverted verb (", said Russian Ambassador Ivan Petrov"), for trees that lost the subject."""
    tokens = sentence.tokens
    if i == 0 or tokens[i - 1].upos != "PUNCT" or tokens[i].upos != "VERB" or sentence.children(i, "nsubj"):
        return ()
    at = i + 1
    while at < len(tokens) and tokens[at].upos in ("DET", "ADJ", "NUM"):
        at += 1
    while at + 1 < len(tokens) and tokens[at].upos in ("NOUN", "PROPN") and tokens[at + 1].upos in ("NOUN", "PROPN"):
        at += 1
    if at + 1 < len(tokens) and tokens[at + 1].upos in ("VERB", "AUX", "NOUN", "ADJ", "PART", "ADV"):
        return ()  # "Lind, a lawyer, said her town had lost": a clause, no inversion
    if at >= len(tokens) or tokens[at].base in ("obj", "iobj"):
        return ()  # "Lind, a lawyer, calls Park a bully", "'…,' a soldier they call 'Fox' told the Herald"
    return (at,) if tokens[at].upos in ("NOUN", "PROPN", "PRON") else ()


def _case(sentence: Sentence, i: int) -> set[str]:
    """The prepositions of a phrase; ``according to`` counts as ``according``."""
    return {sentence.tokens[c].lemma.lower() for c in sentence.children(i, "case", "mark", "fixed")}


HYPHEN = "‑"
"""What a hyphen inside a word (``Trump-style``) is encoded as, so that no pattern takes it for a dash."""


def encode(tokens: Sequence[Token], names: frozenset[int] = frozenset()) -> tuple[str, list[int]]:
    """Tokens as one string for the surface patterns, and where each token's code starts in it.

    A code is ``<UPOS word lemma flag>``; the flag is M for a word that modifies a noun, P for a possessive pronoun, I for a
    mark inside a name, ``-`` otherwise.
    """
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for i, t in enumerate(tokens):
        word = t.text.lower().replace("<", "(").replace(">", ")").replace(" ", "_")
        if word == "-" and 0 < i < len(tokens) - 1 and tokens[i - 1].end == t.start and tokens[i + 1].start == t.end:
            word = HYPHEN
        lemma = (t.lemma.lower() or "_").replace("<", "(").replace(">", ")").replace(" ", "_")
        code = f"<{t.upos} {word} {lemma} {_flag(t, i in names)}>"
        parts.append(code)
        starts.append(at)
        at += len(code)
    return "".join(parts), starts


def _flag(token: Token, inside_name: bool) -> str:
    if token.upos == "PRON" and "Poss=Yes" in token.feats:
        return "P"
    if token.rel in ("amod", "compound", "advmod", "det", "nummod", "flat") and token.upos in ("VERB", "ADV"):
        return "M"
    if token.upos == "PUNCT" and inside_name:
        return "I"
    return "-"


def surface(pattern: Pattern, code: str, starts: Sequence[int]) -> Hit | None:
    """The pattern at the beginning of the encoded tokens (side ``after``) or at their end (side ``before``)."""
    if pattern.side == "after":
        m = pattern.regex.match(code)
    else:  # the shortest: of "In a statement to the paper, her adviser, Jan Lind, said" the adviser, not the paper
        m = next((m for at in reversed(starts) if (m := pattern.regex.match(code, at))), None)
    if m is None:
        return None
    index = {at: i for i, at in enumerate(starts)}
    index[len(code)] = len(starts)

    def place(name: str) -> tuple[int, int] | None:
        if name not in pattern.regex.groupindex or m.start(name) < 0:
            return None
        return index[m.start(name)], index[m.end(name)]

    cue = place("cue")
    return Hit(pattern, place("np"), cue[0] if cue else None, index[m.end()] - index[m.start()])
