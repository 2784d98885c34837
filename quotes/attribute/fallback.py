"""What holds where the tree went wrong: the subject before a colon, the nearest verb of saying before a fragment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.attribute.candidate import STRONG, Candidate
from quotes.attribute.layout import Layout
from quotes.attribute.sort import VOICES, sort_at
from quotes.match import follow
from quotes.model import Quoted, Sentence, Token

DASHES = frozenset({"-", "--", "—", "–", "―"})
"""Tokens that are dashes."""
_LEADS = DASHES | {","}
_ANYBODY = frozenset({"we", "you", "one"})
_LAST = 74
"""The order of a source that only stands at the end of the sentence."""
_CLAUSE = 4
"""Blanks in the shortest whole sentence that a comma or dash may lead to."""


def fallback(quoted: Quoted, layout: Layout) -> Iterator[Candidate]:
    """What holds where the tree went wrong: the subject before a colon, the nearest verb of saying before a fragment."""
    sentence = layout.at(quoted.outer_start)
    if sentence is None:
        return
    before = [i for i, t in enumerate(sentence.tokens) if t.end <= quoted.outer_start]
    if before and (sentence.tokens[before[-1]].text == ":" or _leads(sentence.tokens[before[-1]], quoted, layout)):
        yield from colon(sentence, before, layout)
    near = [m for m in layout.matches(sentence) if m.rule.order < STRONG and m.cue in before and m.speaker in before]
    yield from _parenthetical(quoted, sentence, layout)
    yield from _closing(quoted, sentence, layout)
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
        behind = i + 1 + (i + 1 < len(tokens) and t.lemma == "go" and tokens[i + 1].text == "on")  # he went on,
        if t.upos != "VERB" or behind >= len(tokens) or i in layout.covered(sentence):
            continue
        if (t.lemma.lower() not in core and behind == i + 1) or any(c + 1 == i for c in sentence.children(i, "aux:pass")):
            continue
        subjects = [c for c in sentence.children(i, "nsubj") if c not in layout.covered(sentence)]
        if i and tokens[i - 1].upos in ("PROPN", "PRON", "NOUN") and tokens[behind].text == ",":
            subjects.append(i - 1 if tokens[i - 1].base != "flat" else tokens[i - 1].head)  # whatever the tree makes of it
        subject = min(subjects, key=lambda c: abs(c - i), default=i)
        if subject == i or (tokens[behind].text not in (",", ".") and subject < i):
            continue
        first = min(sentence.subtree(subject)) if subject < i else i
        if first > 0 and tokens[first - 1].text in (",", "—", "–", "-") and t.text[-3:] != "ing":
            yield Candidate("parenthetical", 45, abs(t.start - quoted.start), sentence, subject, i)


def _closing(quoted: Quoted, sentence: Sentence, layout: Layout) -> Iterator[Candidate]:
    """The source that ends the sentence behind a comma, which reports all of it: ``There were "wild rumours" in the town – and
    fear, according to the report``; a single word in marks mostly is a scare quote."""
    tokens = sentence.tokens
    if " " not in layout.gap(quoted.start, quoted.end).strip():
        return
    for m in layout.matches(sentence):
        behind = quoted.outer_end <= tokens[m.cue].start and tokens[m.cue - 1].text == ","
        if m.rule.id == "according-to" and behind and max(sentence.subtree(m.speaker)) >= len(tokens) - 2:
            yield Candidate("parenthetical", _LAST, m.cue, sentence, m.speaker, m.cue)


def colon(sentence: Sentence, before: Sequence[int], layout: Layout) -> Iterator[Candidate]:
    """The subjects of a clause that ends in a colon, the main clause's first, of several joined ones the last that somebody is
    the subject of; what "there is" has none to speak."""
    subjects = [
        c
        for c in before
        if sentence.tokens[c].base == "nsubj"
        and sentence.tokens[c].head in before
        and c not in layout.covered(sentence)
        and not sentence.children(sentence.tokens[c].head, "expl")
        and not _told(sentence, c, layout)
        and not _is(sentence, c, layout)
        and not (sentence.tokens[c].text.lower() in _ANYBODY and _relative(sentence, c))
    ]
    for distance, c in enumerate(sorted(subjects, key=lambda c: (_depth(sentence, c), not _voice(sentence, c, layout), -c))):
        cue = sentence.tokens[c].head
        yield Candidate("before-colon-clause", 60, distance, sentence, _moved(sentence, c, cue, layout), cue, direct=True)


def _depth(sentence: Sentence, subject: int) -> int:
    """How far below the main clause, or one joined to it, a subject stands."""
    return sum(sentence.tokens[i].base != "conj" for i in sentence.ancestors(subject))


def _voice(sentence: Sentence, subject: int, layout: Layout) -> bool:
    """Whether a subject is somebody."""
    kind = sort_at(sentence, subject, layout.ruleset)
    return kind in VOICES or kind == "pronoun"


def _relative(sentence: Sentence, subject: int) -> bool:
    """Whether the clause of a subject only describes a noun: ``the way we eat: "..."``."""
    return any(sentence.tokens[i].rel == "acl:relcl" for i in (sentence.tokens[subject].head, *sentence.ancestors(subject)))


def _is(sentence: Sentence, subject: int, layout: Layout) -> bool:
    """Whether it only tells what a thing is (``The weather is grim: "..."``) or what is done to it (``The walls are filled with
    texts such as: "..."``); what somebody is when he speaks leads in."""
    token, verb = sentence.tokens[subject], sentence.tokens[sentence.tokens[subject].head]
    done = token.rel == "nsubj:pass" and verb.lemma.lower() not in layout.ruleset.list("speak") | layout.ruleset.list("quoted")
    if (verb.upos not in ("ADJ", "NOUN", "ADV", "AUX") and not done) or sentence.children(subject, "nmod:poss"):
        return False
    kind = sort_at(sentence, subject, layout.ruleset)
    return (
        kind == "mute"
        or token.text.lower() == "it"
        or (kind == "noun" and (done or "Number=Sing" in token.feats) and token.upos == "NOUN")
    )


def _told(sentence: Sentence, subject: int, layout: Layout) -> bool:
    """Whether a passive subject is who hears it: ``In an interview, Lind was asked, "Why now?"``."""
    tokens = sentence.tokens
    return tokens[subject].rel.endswith(":pass") and tokens[tokens[subject].head].lemma.lower() in layout.ruleset.list("told")


def _moved(sentence: Sentence, subject: int, verb: int, layout: Layout) -> int:
    """Whose reaction it is (``The mayor's reaction came in May: "..."``); whom something that cannot speak moves to speak
    (``The timing does not surprise Anna Lind: "..."``); whose text is read (``Park led Lind to translate Berg's essay, without
    the "end": "..."``); else the subject."""
    tokens, lists = sentence.tokens, layout.ruleset
    if (author := _author(sentence, verb, layout)) is not None:
        return author
    owner = sentence.children(subject, "nmod:poss")
    if owner and tokens[subject].lemma.lower() in lists.list("reaction"):
        return owner[0]
    if tokens[subject].upos != "NOUN" or tokens[subject].lemma.lower() not in lists.list("mute"):
        return subject
    moved = sentence.children(verb, "obj", "iobj")[::-1]
    return next((c for c in moved if tokens[c].upos == "PROPN" or tokens[c].lemma.lower() in lists.list("persons")), subject)


def _author(sentence: Sentence, verb: int, layout: Layout) -> int | None:
    """Whose letter or essay somebody reads out, posts or translates."""
    tokens, lists = sentence.tokens, layout.ruleset
    hands = [v for v in (verb, *sentence.children(verb, "xcomp")) if tokens[v].lemma.lower() in lists.list("present")]
    texts = (c for v in hands for c in sentence.children(v, "obj") if tokens[c].lemma.lower() in lists.list("written"))
    return next((p for c in texts for p in sentence.children(c, "nmod:poss") if tokens[p].ner.endswith("PER")), None)
