"""Sieve 1: the speaker in the sentence of the quotation, by surface patterns beside the marks and by tree rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.match import Hit, Match, encode, follow, surface
from quotes.model import Quoted, Sentence, Token
from quotes.ruleset import Side

_REACH = 60
"""Tokens on either side of the marks that a surface pattern may see; the longest apposition in the training articles has 41."""
_GAP = 40
"""Characters between the closing mark and a sentence that the splitter cut off."""
STRONG = 40
"""Rules below this order are verbs of saying and their like; a fragment under several cues goes to these first."""
_COMPLEMENT = frozenset({"ccomp", "xcomp", "conj", "parataxis", "obj", "obl", "nmod", "dep"})
_YIELD = 10
DASHES = frozenset({"-", "--", "—", "–", "―"})
_LEADS = DASHES | {","}
_CLAUSE = 4
"""Blanks in the shortest whole sentence that a comma or dash may lead to."""
THIRD = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})
"""A pronoun below a verb of saying mostly is its subject again ("she said she called it a 'farce'"): the outer mention counts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker of a quotation: the word that heads the mention, the cue, and the rule that found them."""

    rule: str
    order: int
    distance: int
    sentence: Sentence
    head: int
    cue: int | None
    direct: bool = False
    """The quotation itself is what the cue reports, not a fragment somewhere below it."""


def every(quoted: Quoted, layout: Layout) -> list[Candidate]:
    """All speakers that the rules propose for the quotation, whatever stands against them."""
    return [
        *_beside(quoted, layout, "after"),
        *_beside(quoted, layout, "before"),
        *_tree(quoted, layout),
        *_fallback(quoted, layout),
    ]


def _beside(quoted: Quoted, layout: Layout, side: Side) -> Iterator[Candidate]:
    sentence, indices = _stream(quoted, layout, side)
    if sentence is not None and indices:
        last = layout.text[quoted.end - 1]
        barred = frozenset() if layout.opens(quoted) else frozenset(p.id for p in layout.ruleset.patterns if p.opens)
        for c in adjacent(sentence, indices, side, layout, last):
            if c.rule not in barred and (side == "before" or not _reports_else(c, quoted, layout)):
                yield c


def _reports_else(c: Candidate, quoted: Quoted, layout: Layout) -> bool:
    """Whether the cue behind the marks has a content of its own: ``had "been friends," he claimed they had never met``."""
    if c.cue is None:
        return False
    tokens = c.sentence.tokens
    if c.cue + 1 < len(tokens) and tokens[c.cue + 1].text in DASHES:
        return False  # "Yes," Lind said — she had been silent until then — "we do."
    closed = layout.text[quoted.end - 1] in ".!?" or layout.text[quoted.outer_end : quoted.outer_end + 1] == "."
    barred = ("ccomp", "obj") if closed and tokens[c.cue].text[:1].isalpha() and _starts_upper(c, quoted) else ("ccomp",)
    return any(
        tokens[k].start > tokens[c.cue].end for k in c.sentence.children(c.cue, *barred) if k not in layout.covered(c.sentence)
    )


def _starts_upper(c: Candidate, quoted: Quoted) -> bool:
    first = next((t for t in c.sentence.tokens if t.start >= quoted.outer_end), None)
    return first is not None and first.text[:1].isupper()


def adjacent(sentence: Sentence, indices: Sequence[int], side: Side, layout: Layout, last: str = "") -> Iterator[Candidate]:
    """What the surface patterns find in the tokens right before or right after a quotation that ends in ``last``."""
    code, starts = encode([sentence.tokens[i] for i in indices])
    for pattern in layout.ruleset.patterns:
        if pattern.closing and (not last or last not in pattern.closing):
            continue
        hit = surface(pattern, code, starts) if pattern.side == side else None
        if hit is None:
            continue
        cue = indices[hit.cue] if hit.cue is not None else None
        head = _head(hit, sentence, indices, cue, layout)
        begin = indices[len(indices) - hit.length] if side == "before" and hit.length else 0
        if head is not None and not (side == "before" and hit.np and _oblique(sentence, head, cue, begin)):
            yield Candidate(pattern.id, pattern.order, hit.length, sentence, head, cue, direct=True)


def _head(hit: Hit, sentence: Sentence, indices: Sequence[int], cue: int | None, layout: Layout) -> int | None:
    """The speaker's head word: in the pattern's noun phrase, or by the tree from its cue."""
    head = None
    if hit.np is not None:
        if cue is not None and _hears(sentence, indices[hit.np[0]], cue, layout):
            return None
        head = head_of(sentence, indices[hit.np[0]], indices[hit.np[1] - 1] + 1, cue)
        if head is None or cue is None or not _time(sentence.tokens[head], layout):
            return head
        head = None
    if cue is None:
        return None
    path = "owner" if sentence.tokens[cue].upos == "NOUN" else "subject"
    subjects = follow(layout.ruleset.paths[path], sentence, cue, layout.ruleset)
    if not subjects and hit.np is None and path == "subject" and not sentence.children(cue, "aux:pass"):
        subjects = [c for c in sentence.children(sentence.root, "nsubj") if c < cue]
    barred = layout.covered(sentence)
    return next((i for i in subjects if i not in barred), head)


def _time(token: Token, layout: Layout) -> bool:
    """Whether a phrase before the cue tells when, not who: "Lind later Thursday told", "Lind on Monday told"."""
    return token.rel.endswith(":unmarked") or (token.ner == "O" and token.lemma.lower() in layout.ruleset.list("time"))


def _hears(sentence: Sentence, np: int, cue: int, layout: Layout) -> bool:
    """Whether the phrase before a passive cue is its hearer: the staff were told, ..."""
    passive = np < cue and bool(sentence.children(cue, "aux:pass"))
    return passive and sentence.tokens[cue].lemma in layout.ruleset.list("told")


def _oblique(sentence: Sentence, head: int, cue: int | None, begin: int) -> bool:
    """Whether the noun phrase hangs on a preposition outside the pattern, not on the cue ("In an interview Lee said")."""
    return any(c < begin for c in sentence.children(head, "case")) and sentence.tokens[head].head != cue


def _stream(quoted: Quoted, layout: Layout, side: Side) -> tuple[Sentence | None, list[int]]:
    """The tokens beside the marks, up to the next quotation or the sentence's end."""
    if side == "before":
        sentence = layout.at(quoted.outer_start)
        if sentence is None:
            return None, []
        inside = [i for i, t in enumerate(sentence.tokens) if t.end <= quoted.outer_start]
    else:
        sentence = layout.at(max(quoted.outer_end - 1, quoted.start))
        inside = [] if sentence is None else [i for i, t in enumerate(sentence.tokens) if t.start >= quoted.outer_end]
        if not [i for i in inside if sentence and sentence.tokens[i].upos != "PUNCT"]:
            sentence = _split_off(quoted, layout)
            inside = [] if sentence is None else [i for i, t in enumerate(sentence.tokens) if t.start >= quoted.outer_end]
    if sentence is None:
        return None, []
    return sentence, _free(inside, layout.covered(sentence), side)


def _free(indices: list[int], covered: frozenset[int], side: Side) -> list[int]:
    out: list[int] = []
    for i in indices if side == "after" else reversed(indices):
        if i in covered or len(out) == _REACH:
            break
        out.append(i)
    return out if side == "after" else out[::-1]


def _split_off(quoted: Quoted, layout: Layout) -> Sentence | None:
    """The sentence after the quotation where the splitter cut ``"So what?" asked Lee.`` in two."""
    follow = layout.after(quoted.outer_end)
    if follow is None or follow.start - quoted.outer_end > _GAP:
        return None
    if follow.paragraph != quoted.paragraph and not (quoted.closed and layout.text[follow.start].islower()):
        return None
    if layout.gap(quoted.outer_end, follow.start).strip():
        return None
    first = follow.tokens[0] if follow.tokens else None
    if first is None or not (first.text[0].islower() or quoted_end(layout.text, quoted) or _clause(follow.tokens)):
        return None
    return follow


def quoted_end(text: str, quoted: Quoted) -> bool:
    """Whether the quotation ends without a full stop, so that its sentence may go on behind the mark."""
    return text[quoted.end - 1] in ",?!—–-"


def _clause(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) <= 8 and not any(t.base in ("ccomp", "obj") for t in tokens)


def _tree(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    sentences = layout.overlapping(quoted.outer_start, quoted.outer_end)
    ends = sentences if len(sentences) < 2 else [sentences[0], sentences[-1]]
    for sentence in ends:
        own = frozenset(i for i in sentence.tokens_in(quoted.start, quoted.end) if sentence.tokens[i].upos != "PUNCT")
        if not own:
            continue
        yield from _governing(own, sentence, layout)


def _governing(own: frozenset[int], sentence: Sentence, layout: Layout) -> Iterator[Candidate]:
    """The matches whose reported clause holds the quotation."""
    found = [m for m in layout.matches(sentence) if _reaches(m, own)]
    for m in found:
        below = any(o.rule.order < STRONG and m.cue in o.region and _inline(sentence, m.cue, o.cue) for o in found)
        direct = any(c in own for c in m.content)
        yields = below and (not direct or sentence.tokens[m.speaker].text.lower() in THIRD or m.rule.id == "clausal-verb")
        order = m.rule.order + (_YIELD if yields else 0)
        yield Candidate(m.rule.id, order, len(m.region), sentence, m.speaker, m.cue, direct)


def _fallback(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """What holds where the tree went wrong: the subject before a colon, the nearest verb of saying before a fragment."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None:
        return
    before = [i for i, t in enumerate(sentence.tokens) if t.end <= quoted.outer_start]
    if before and (sentence.tokens[before[-1]].text == ":" or _leads(sentence.tokens[before[-1]], quoted, layout)):
        yield from colon(sentence, before, layout)
    near = [m for m in layout.matches(sentence) if m.rule.order < STRONG and m.cue in before and m.speaker in before]
    yield from _parenthetical(quoted, sentence, layout)
    for m in near:
        yield Candidate("sentence-cue", 70, before[-1] - m.cue, sentence, m.speaker, m.cue)
    yield from _bare(sentence, before, layout)


def _leads(last: Token, quoted: Quoted, layout: Layout) -> bool:
    """Whether a comma or dash leads to a whole sentence, as a colon does: ``Lind shared her fears, "I do ..."``."""
    words = layout.gap(quoted.start, quoted.end).strip()
    return last.text in _LEADS and words[:1].isupper() and words[-1:] in (".", "!", "?") and words.count(" ") >= _CLAUSE


def _bare(sentence: Sentence, before: Sequence[int], layout: Layout) -> Iterator[Candidate]:
    """A verb of saying before the fragment that the tree gives no content: ``insisted to a crowd of fans that he had "won"``."""
    tokens, barred = sentence.tokens, layout.covered(sentence)
    for i in before:
        if tokens[i].upos != "VERB" or i in barred or tokens[i].lemma.lower() not in layout.ruleset.list("core"):
            continue
        subjects = [c for c in follow(layout.ruleset.paths["subject"], sentence, i, layout.ruleset) if c in before]
        if subjects and subjects[0] not in barred and not sentence.children(i, "aux:pass"):
            yield Candidate("sentence-cue", 72, before[-1] - i, sentence, subjects[0], i)


def _parenthetical(quoted: Quoted, sentence: Sentence, layout: Layout) -> Iterator[Candidate]:
    """A subject and a verb of saying between commas or before the full stop: ``Biden, Rubio said, had been "away"``."""
    tokens, core = sentence.tokens, layout.ruleset.list("core")
    for i, t in enumerate(tokens):
        if t.upos != "VERB" or t.lemma.lower() not in core or i in layout.covered(sentence) or i + 1 >= len(tokens):
            continue
        subjects = [c for c in sentence.children(i, "nsubj") if c not in layout.covered(sentence)]
        if i and tokens[i - 1].upos in ("PROPN", "PRON", "NOUN") and tokens[i + 1].text == ",":
            subjects.append(i - 1 if tokens[i - 1].base != "flat" else tokens[i - 1].head)  # whatever the tree makes of it
        subject = min(subjects, key=lambda c: abs(c - i), default=i)
        if subject == i or (tokens[i + 1].text not in (",", ".") and subject < i):
            continue
        first = min(sentence.subtree(subject)) if subject < i else i
        if first > 0 and tokens[first - 1].text in (",", "—", "–", "-") and t.text[-3:] != "ing":
            yield Candidate("parenthetical", 45, abs(t.start - quoted.start), sentence, subject, i)


def colon(sentence: Sentence, before: Sequence[int], layout: Layout) -> Iterator[Candidate]:
    """The subjects of a clause that ends in a colon, the main clause's first; what "there is" has none to speak."""
    subjects = [
        c
        for c in before
        if sentence.tokens[c].base == "nsubj"
        and sentence.tokens[c].head in before
        and c not in layout.covered(sentence)
        and not sentence.children(sentence.tokens[c].head, "expl")
    ]
    depth = {c: len(list(sentence.ancestors(c))) for c in subjects}
    for c in subjects:
        yield Candidate("before-colon-clause", 60, depth[c], sentence, c, sentence.tokens[c].head, direct=True)


def _inline(sentence: Sentence, inner: int, outer: int) -> bool:
    """Whether only complement clauses lead from the inner cue up to the outer one."""
    at = inner
    for above in sentence.ancestors(inner):
        if sentence.tokens[at].base not in _COMPLEMENT and not _free_relative(sentence, at, above):
            return False
        if above == outer:
            return True
        at = above
    return False


def _free_relative(sentence: Sentence, at: int, above: int) -> bool:
    """``what she called a "farce"``."""
    return sentence.tokens[at].rel == "acl:relcl" and sentence.tokens[above].text.lower() == "what"


def _reaches(m: Match, own: frozenset[int]) -> bool:
    if m.rule.reach == "head":
        return any(c in own for c in m.content)
    return len(own & m.region) >= 0.5 * len(own)
