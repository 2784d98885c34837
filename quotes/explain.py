"""What the attribution rules do and why: for ``quotes rules check``, ``list`` and ``explain``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes import marks, ruleset, segment
from quotes.attribute import attribute
from quotes.attribute.candidate import Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.mention import mention
from quotes.attribute.within import every
from quotes.errors import RuleError
from quotes.model import Article, Attribution, Document, Quoted, Sentence
from quotes.ruleset import Example, Ruleset

Parse = Callable[[str], list[Sentence]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, pattern or sieve as the list shows it."""

    id: str
    kind: str
    order: int
    why: str
    examples: tuple[Example, ...]
    counters: tuple[Example, ...]


def entries(rules: Ruleset) -> list[Entry]:
    """Everything that can name a speaker, in the order in which it is tried."""
    found = [Entry(r.id, "rule", r.order, r.why, r.examples, r.counters) for r in rules.rules]
    found += [Entry(p.id, "pattern", p.order, p.why, p.examples, p.counters) for p in rules.patterns]
    found += [Entry(s.id, "sieve", s.order, s.why, s.examples, s.counters) for s in rules.sieves.values()]
    return sorted(found, key=lambda e: (e.order, e.id))


def check(folder: Path, parse: Parse | None = None) -> list[str]:
    """The faults of the rules in ``folder``: those that keep them from loading, else, with ``parse``, the failing examples."""
    try:
        rules = ruleset.load(folder)
    except RuleError as fault:
        return fault.faults
    if parse is None:
        return []
    return [fault for entry in entries(rules) for fault in _failing(entry, rules, parse)]


def _failing(entry: Entry, rules: Ruleset, parse: Parse) -> Iterator[str]:
    for example in entry.examples:
        got = given(entry, example.text, rules, parse)
        if example.speaker not in got:
            yield f"{entry.kind} {entry.id}: example {example.text!r}: expected {example.speaker!r}, got {_list(got)}"
    for counter in entry.counters:
        got = given(entry, counter.text, rules, parse)
        if counter.speaker in got if counter.speaker else got:
            yield f"{entry.kind} {entry.id}: counter-example {counter.text!r}: it must not give {_list(got)}"


def _list(got: Sequence[str]) -> str:
    return ", ".join(map(repr, got)) or "nothing"


def given(entry: Entry, text: str, rules: Ruleset, parse: Parse) -> list[str]:
    """The speakers that one rule gives in a text: as a proposal, or, for a sieve, as the final choice."""
    paragraphs = segment.paragraphs(text)
    document = Document(Article(text), tuple(paragraphs), parse(text))
    quoted = marks.find(text, paragraphs)
    if entry.kind == "sieve":
        found = attribute(document, quoted, rules)
        return [document.words((a.mention.start, a.mention.end)) for a in found if a.mention and a.rule == entry.id]
    layout = Layout(document, quoted, rules)
    return [_words(c, layout) for q in quoted for c in every(q, layout) if c.rule == entry.id]


def _words(candidate: Candidate, layout: Layout) -> str:
    found = mention(candidate.sentence, candidate.head, layout.covered(candidate.sentence))
    return layout.text[found.start : found.end]


def listing(rules: Ruleset, *, stats: bool = False) -> list[str]:
    """One line per rule in the order tried; with ``stats`` how often it decided and was right on the training articles."""
    out = []
    for entry in entries(rules):
        fired, right = rules.stats.get(entry.id, (0, 0))
        counts = f"{fired:6d} fired {_percent(right, fired):>6s} right" if stats else ""
        out.append(f"{entry.order:4d}  {entry.id:22s} {entry.kind:8s}{counts}  {entry.why}")
    return out


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


def explain(text: str, document: Document, quoted: Sequence[Quoted], rules: Ruleset) -> list[str]:
    """The trees, the quotations, every proposal for each, and who won."""
    layout = Layout(document, quoted, rules)
    out = [line for sentence in layout.sentences for line in _tree(sentence)]
    final = attribute(document, quoted, rules)
    for q in quoted:
        out.append(f"quotation {text[q.start : q.end]!r}")
        out += [f"  proposes {c.rule} ({c.order}): {_words(c, layout)!r}{_cue(c)}" for c in every(q, layout)]
        out.append(f"  {_winner(q, final, text)}")
    return out


def _tree(sentence: Sentence) -> Iterator[str]:
    yield f"sentence {sentence.index}"
    for i, t in enumerate(sentence.tokens):
        head = sentence.tokens[t.head].text if t.head >= 0 else "-"
        yield f"  {i:3d} {t.text:16s} {t.upos:6s} {t.lemma:16s} {t.rel:12s} <- {head}"


def _cue(candidate: Candidate) -> str:
    return "" if candidate.cue is None else f", cue {candidate.sentence.tokens[candidate.cue].text!r}"


def _winner(q: Quoted, final: Sequence[Attribution], text: str) -> str:
    for a in final:
        if any(s <= q.end and e >= q.start for s, e in a.segments):
            if a.mention is None:
                return "kept, no speaker found"
            return f"won by {a.rule}: {text[a.mention.start : a.mention.end]!r}, confidence {a.confidence:.2f}"
    return "left out: a title, a nickname, a heading or a term"
