"""What the attribution rules did, for people: check their examples, list them, explain one text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quotes import marks, segment
from quotes.attribute import attribute
from quotes.attribute.layout import Layout
from quotes.attribute.within import Candidate, candidates
from quotes.errors import RuleError
from quotes.model import Article, Attribution, Document, Quoted, Sentence
from quotes.ruleset import Pattern, Rule, Ruleset, load
from quotes.ruleset.values import Example, Sieve

Parse = Callable[[str], Sequence[Sentence]]
"""From a text to all of its sentences, parsed."""
Entry = Rule | Pattern | Sieve


def check(folder: Path, parse: Parse | None) -> list[str]:
    """Faults of the attribution rules in the folder, ready to be shown; empty if all is well.

    Without ``parse`` the files are validated; with it every example and counter-example is run too.
    """
    try:
        ruleset = load(folder)
    except RuleError as error:
        return error.faults
    return [fault for entry in entries(ruleset) for fault in _faults(entry, ruleset, parse)] if parse else []


def entries(ruleset: Ruleset) -> list[Entry]:
    """Every rule, pattern and sieve in the order in which they are tried."""
    return sorted([*ruleset.rules, *ruleset.patterns, *ruleset.sieves.values()], key=lambda entry: (entry.order, entry.id))


def _faults(entry: Entry, ruleset: Ruleset, parse: Parse) -> Iterator[str]:
    for example in entry.examples:
        found = [*_proposed(entry.id, example, ruleset, parse), *_given(entry.id, example, ruleset, parse)]
        if not any(_same(example.speaker, name) for name in found):
            got = ", ".join(dict.fromkeys(found)) or "nobody"
            yield f"{entry.id}: example {example.text!r}: expected {example.speaker!r}, got {got}"
    for example in entry.counters:
        for name in _given(entry.id, example, ruleset, parse):
            if example.speaker is None or _same(example.speaker, name):
                yield f"{entry.id}: counter-example {example.text!r}: must not give {name!r}"


def _proposed(rule: str, example: Example, ruleset: Ruleset, parse: Parse) -> Iterator[str]:
    """Speakers that the rule proposes beside the marks or in the tree, whether or not another rule comes first."""
    document, quoted = _read(example.text, parse)
    layout = Layout(document, quoted, ruleset)
    for one in quoted:
        for found in candidates(one, layout, opens=True):
            if found.rule == rule:
                yield found.sentence.tokens[found.head].text


def _given(rule: str, example: Example, ruleset: Ruleset, parse: Parse) -> Iterator[str]:
    """Speakers of the statements that the rule decides in the end."""
    document, quoted = _read(example.text, parse)
    for found in attribute(document, quoted, ruleset, indirect=True):
        if found.rule == rule and found.mention:
            yield document.words((found.mention.start, found.mention.end))


def _read(text: str, parse: Parse) -> tuple[Document, list[Quoted]]:
    paragraphs = segment.paragraphs(text)
    return Document(Article(text), tuple(paragraphs), parse(text)), marks.find(text, paragraphs)


def _same(expected: str | None, name: str) -> bool:
    """Whether the mention is the expected one: one's words are among the other's ("Lee", "Lee, a lawyer")."""
    a, b = set((expected or "").lower().split()), set(name.lower().replace(",", " ").split())
    return bool(a) and (a <= b or b <= a)


def listing(ruleset: Ruleset, *, stats: bool = False) -> Iterator[str]:
    """One line per rule, pattern and sieve in the order tried; ``stats``: fired, right and percent on the training articles."""
    for entry in entries(ruleset):
        kind = type(entry).__name__.lower()
        why = " ".join(entry.why.split())
        yield f"{entry.order:4d}  {kind:<7}  {entry.id:<24} {_stats(entry.id, ruleset) if stats else ''}{why}"
    for name in sorted(ruleset.lists):
        yield f"      list     {name:<24} {len(ruleset.lists[name])} words"


def _stats(rule: str, ruleset: Ruleset) -> str:
    if rule not in ruleset.stats:
        return f"{'never fired':<26}"
    fired, right = ruleset.stats[rule]
    return f"{f'fired {fired}, right {100 * right / max(1, fired):.0f} %':<26}"


def explain(text: str, document: Document, quoted: Sequence[Quoted], ruleset: Ruleset, *, trees: bool = True) -> Iterator[str]:
    """The tree of every parsed sentence, then each quotation with the rules that proposed a speaker, and the winner."""
    layout = Layout(document, quoted, ruleset)
    for sentence in layout.sentences if trees else ():
        yield text[sentence.start : sentence.end].replace("\n", " ")
        yield from _tree(sentence)
    decided = attribute(document, quoted, ruleset)
    for one in quoted:
        yield ""
        yield f"“{text[one.start : one.end]}”".replace("\n", " ")
        for found in candidates(one, layout, opens=True):
            yield f"  tried {_candidate(found)}"
        yield from _winner(one, document, decided)
    if not quoted:
        yield "no quotation marks in this text"


def _tree(sentence: Sentence) -> Iterator[str]:
    for i, token in enumerate(sentence.tokens):
        head = sentence.tokens[token.head].text if token.head >= 0 else "ROOT"
        name = "" if token.ner == "O" else f"  {token.ner}"
        yield f"  {i:3d} {token.text:<18} {token.lemma:<16} {token.upos:<6} {token.rel} of {head}{name}"


def _candidate(found: Candidate) -> str:
    tokens = found.sentence.tokens
    cue = f", cue {tokens[found.cue].text!r}" if found.cue is not None else ""
    return f"{found.rule:<24} order {found.order}: {tokens[found.head].text!r}{cue}"


def _winner(one: Quoted, document: Document, decided: Sequence[Attribution]) -> Iterator[str]:
    mine = [a for a in decided if any(start < one.end and end > one.start for start, end in a.segments)]
    if not mine:
        yield "  -> no quotation: a scare quote, nickname or title"
    for found in mine:
        who = document.words((found.mention.start, found.mention.end)) if found.mention else "nobody"
        yield f"  -> {found.rule or 'no rule'}: {who!r}, {found.kind}, confidence {found.confidence:.2f}"
