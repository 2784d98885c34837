"""Rules against one parsed sentence: pure, no knowledge of quotation marks or of other sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.lost import beyond, case, left, right
from quotes.model import Sentence, Token
from quotes.ruleset import Path, Pattern, Rule, Ruleset, Step

_DEPTH = 6
"""Named paths may refer to themselves (the ``$subject`` of a conjunct is that of its head); no chain in news is longer."""


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
        reached = left(sentence, i)
    elif step.rel == "right":
        reached = right(sentence, i)
    elif step.rel == "beyond":
        reached = beyond(sentence, i)
    elif step.up:
        reached = (token.head,) if token.head >= 0 and _is(token, step.rel) else ()
    else:
        reached = [c for c in sentence.children(i, step.rel) if _is(sentence.tokens[c], step.rel)]
    for j in reached:
        if (
            step.filter.holds(sentence.tokens[j])
            and not (step.before and j > cue)
            and (not step.case or case(sentence, j) & step.case)
        ):
            yield j


def _is(token: Token, rel: str) -> bool:
    """A relation includes its subtypes, but a plain subject is no passive one."""
    return token.rel == rel or (token.base == rel and not token.rel.endswith(":pass"))


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
