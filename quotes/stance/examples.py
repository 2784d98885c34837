"""The examples in the rule files are their tests: each is parsed, judged, and must get its label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from quotes.model import Article, Attribution, Cue, Document, Mention, Sentence, Span, Speaker, Stance
from quotes.stance.judge import judge
from quotes.stance.values import Example, StanceRules

Parse = Callable[[str], Sequence[Sentence]]
"""From a text of one paragraph to its parsed sentences."""

_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")


def check(rules: StanceRules, parse: Parse) -> list[str]:
    """What fails: one line per example or counter-example whose label is not the one it states (empty: all hold)."""
    return [fault for example in rules.examples if (fault := _fault(example, rules, parse)) is not None]


def _fault(example: Example, rules: StanceRules, parse: Parse) -> str | None:
    where = f"class {example.of}: {example.text!r}"
    if all(t.id != example.target for t in rules.targets):
        return None
    if not _QUOTED.search(example.text):
        return f"{where}: has no quotation in double marks"
    stance = judge_example(example, rules, parse)
    if _three(stance.label) == _three(example.stance):
        return None
    why = "; ".join(f"{c.rule} {c.weight:+.2f} ({c.text})" for c in stance.evidence) or "no rule fired"
    return f"{where}: should be {example.stance}, is {stance.label}: {why}"


def _three(label: str) -> str:
    return "neutral" if label == "no_target" else label


def judge_example(example: Example, rules: StanceRules, parse: Parse) -> Stance:
    """The stance of an example's first quotation toward its target."""
    document = Document(Article(example.text), ((0, len(example.text)),), list(parse(example.text)))
    attribution = attribution_of(document, example)
    found = judge(document, [attribution], [Speaker(example.speaker)], rules)[0]
    return next(s for s in found if s.target == example.target)


def attribution_of(document: Document, example: Example) -> Attribution:
    """What the marks of an example say: all its quoted spans as one statement, its stated speaker and cue."""
    segments = tuple((m.start(1), m.end(1)) for m in _QUOTED.finditer(example.text))
    mention = _mention(document, example.speaker, segments) if example.speaker else None
    return Attribution(segments, "direct", 0, 0, _cue(document, example.cue, mention, segments), mention)


def _outside(text: str, word: str, segments: Sequence[Span]) -> Iterator[int]:
    for m in re.finditer(re.escape(word), text):
        if not any(a <= m.start() < b for a, b in segments):
            yield m.start()


def _mention(document: Document, name: str, segments: Sequence[Span]) -> Mention | None:
    for start in _outside(document.article.text, name, segments):
        for s in document.sentences_in(start, start + len(name)):
            inside = s.tokens_in(start, start + len(name))
            head = next((i for i in inside if s.tokens[i].head not in inside), None)
            if head is not None:
                return Mention(start, start + len(name), s.index, head)
    return None


def _cue(document: Document, word: str | None, mention: Mention | None, segments: Sequence[Span]) -> Cue | None:
    if word is not None:
        for start in _outside(document.article.text, word, segments):
            for s in document.sentences_in(start, start + len(word)):
                at = s.token_at(start)
                if at is not None:
                    return Cue(start, start + len(word), s.tokens[at].lemma, s.index, at)
    if mention is None:
        return None
    s = document.by_index[mention.sentence]
    for up in s.ancestors(mention.head):
        t = s.tokens[up]
        if t.upos == "VERB" and not any(a <= t.start < b for a, b in segments):
            return Cue(t.start, t.end, t.lemma, s.index, up)
    return None
