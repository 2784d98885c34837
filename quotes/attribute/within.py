"""Sieve 1: the speaker in the sentence of the quotation, by surface patterns beside the marks and by tree rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.fallback import DASHES, fallback
from quotes.attribute.layout import Layout
from quotes.attribute.mention import head_of
from quotes.attribute.sort import PEOPLE, sort_at
from quotes.attribute.unvoiced import unvoiced
from quotes.match import Hit, Match, encode, follow, surface
from quotes.model import Quoted, Sentence, Token
from quotes.ruleset import Ruleset, Side

_REACH = 60
"""Tokens on either side of the marks that a surface pattern may see; the longest apposition in the training articles has 41."""
_SENTENCE = 5
"""Blanks in the shortest sentence that a verb of saying may follow without a comma."""
_GAP = 40
"""Characters between the closing mark and a sentence that the splitter cut off."""
_COMPLEMENT = frozenset({"ccomp", "xcomp", "conj", "parataxis", "obj", "obl", "nmod", "dep"})
_PHRASES = frozenset({"advmod", "obj", "obl"})
_ATTRIBUTIVE = frozenset({"amod", "compound", "flat"})
_YIELD = 10
THIRD = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})
"""A pronoun below a verb of saying mostly is its subject again ("she said she called it a 'farce'"): the outer mention counts."""


def every(quoted: Quoted, layout: Layout) -> list[Candidate]:
    """All speakers that the rules propose for the quotation, whatever stands against them."""
    return [
        *_beside(quoted, layout, "after"),
        *_beside(quoted, layout, "before"),
        *_tree(quoted, layout),
        *fallback(quoted, layout),
    ]


def _beside(quoted: Quoted, layout: Layout, side: Side) -> Iterator[Candidate]:
    sentence, indices = _stream(quoted, layout, side)
    if sentence is not None and indices:
        last = layout.text[quoted.end - 1]
        barred = frozenset() if layout.opens(quoted) else frozenset(p.id for p in layout.ruleset.patterns if p.opens)
        for c in adjacent(sentence, indices, side, layout, last):
            if c.rule == "after-agent" and not unvoiced(quoted, layout, names=True):
                continue
            if c.rule == "after-verb-np-bare" and layout.gap(quoted.start, quoted.end).count(" ") < _SENTENCE:
                continue
            if c.rule == "before-cue" and _second(c, indices):
                continue
            if c.rule == "before-what-called" and sentence.tokens[c.head].upos == "PRON":
                continue  # the outer mention counts
            if c.rule not in barred and (side == "before" or not (_reports_else(c, quoted, layout) or _modifies(quoted, c))):
                yield c


def _second(c: Candidate, before: Sequence[int]) -> bool:
    """Whether "and that" before the marks goes on with an earlier clause with "that", in which the cue only stands:
    ``He would only say that Park asked for a talk and that "..."``."""
    tokens = c.sentence.tokens
    joined = len(before) > 1 and tokens[before[-1]].text.lower() == "that" and tokens[before[-2]].upos == "CCONJ"
    marks = c.sentence.children(c.cue, "mark") if joined and c.cue is not None else ()
    return any(tokens[i].text.lower() == "that" for i in marks)


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


def _modifies(quoted: Quoted, c: Candidate) -> bool:
    """Whether the marks only modify the noun behind them: ``The "Lights On" star posted a message``."""
    tokens = c.sentence.tokens
    between = range(max(c.sentence.tokens_in(quoted.start, quoted.end), default=-1) + 1, c.cue or 0)
    return any(
        tokens[i].base in _ATTRIBUTIVE and tokens[i].head in between for i in c.sentence.tokens_in(quoted.start, quoted.end)
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
        if head is None or cue is None:
            return head
        if not _time(sentence.tokens[head], layout):
            return _impersonal(sentence, head, cue, layout) or _whole(
                sentence, _apposed(sentence, head, cue, layout), cue, layout
            )
        head = None
    if cue is None:
        return None
    path = "owner" if sentence.tokens[cue].upos == "NOUN" else "subject"
    subjects = follow(layout.ruleset.paths[path], sentence, cue, layout.ruleset)
    if not subjects and hit.np is None and path == "subject" and not sentence.children(cue, "aux:pass"):
        subjects = [c for c in sentence.children(sentence.root, "nsubj") if c < cue]
    barred = layout.covered(sentence)
    return next((i for i in subjects if i not in barred), head)


def _impersonal(sentence: Sentence, head: int, cue: int, layout: Layout) -> int | None:
    """The text in which "it" is said: ``In its report, it was explained "..."``, ``It was said in the proverb: "..."``."""
    tokens, lists = sentence.tokens, layout.ruleset
    if tokens[head].text.lower() != "it" or not sentence.children(cue, "aux:pass"):
        return None
    texts = lists.list("noun") | lists.list("saying")
    return next((i for i in sentence.children(cue, "obl") if tokens[i].lemma.lower() in texts), None)


def _apposed(sentence: Sentence, head: int, cue: int, layout: Layout) -> int:
    """The person in whose apposition, left without its second comma, the phrase before the cue stands:
    ``Anna Lind, head of the Board at Friends of Norway stated that "..."``."""
    tokens, barred = sentence.tokens, layout.covered(sentence)
    if tokens[head].upos != "PROPN" or tokens[head].ner.endswith("PER") or head > cue:
        return head
    subjects = (i for i in sentence.children(cue, "nsubj") if i < head and i not in barred and tokens[i].ner.endswith("PER"))
    return next((i for i in subjects if head in sentence.subtree(i)), head)


def _whole(sentence: Sentence, head: int, cue: int, layout: Layout) -> int:
    """The person of whose phrase the name right before the cue is the end, where the tree ties the phrase to something else:
    ``Following the talks a spokesman for Elm Homes said``."""
    above = sentence.tokens[head].head
    if sentence.tokens[head].rel != "nmod" or not 0 <= above < head < cue or sentence.tokens[above].base not in ("obj", "obl"):
        return head
    return above if sort_at(sentence, above, layout.ruleset) in PEOPLE else head


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
    if first is not None and first.text[:1].isupper() and layout.text[quoted.end - 1] == "." and not layout.opens(quoted):
        return None  # He was jailed for "spreading fakes." She shrugs.
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
    found = [m for m in layout.matches(sentence) if _reaches(m, own, sentence)]
    for m in found:
        below = any(o.rule.order < STRONG and m.cue in o.region and _inline(sentence, m.cue, o.cue) for o in found)
        direct = any(c in own for c in m.content) and not how_often(own, sentence, layout.ruleset)
        yields = below and (not direct or sentence.tokens[m.speaker].text.lower() in THIRD or m.rule.id == "clausal-verb")
        order = m.rule.order + (_YIELD if yields else 0)
        yield Candidate(m.rule.id, order, len(m.region), sentence, m.speaker, m.cue, direct)


def how_often(own: frozenset[int], sentence: Sentence, ruleset: Ruleset) -> bool:
    """Whether the words only tell how often somebody said it to his hearer: ``had asked Lind "time and again" for it``."""
    tops = [i for i in own if sentence.tokens[i].head not in own]
    often = ruleset.list("frequency")
    counted = all(sentence.tokens[i].lemma.lower() in often and sentence.tokens[i].base in _PHRASES for i in tops)
    return len(own) > 1 and bool(tops) and counted


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


def _reaches(m: Match, own: frozenset[int], sentence: Sentence) -> bool:
    if m.rule.reach == "head":
        return any(c in own for c in m.content)
    if m.rule.reach == "phrase" and any(_remarked(c, own, sentence) for c in m.content):
        return False
    return len(own & m.region) >= 0.5 * len(own)


def _remarked(top: int, own: frozenset[int], sentence: Sentence) -> bool:
    """Whether the quotation stands in a relative clause behind a comma, which only tells more of a thing below ``top``:
    ``released a poster of roses, which mean "love"``."""
    for i in sentence.subtree(top):
        below = sentence.subtree(i) if i != top and sentence.tokens[i].rel == "acl:relcl" else ()
        if own and own.issubset(below):
            first = next((i for i in sorted(below) if sentence.tokens[i].upos != "PUNCT"), min(own))
            return first not in own and sentence.tokens[first - 1].text == ","
    return False
