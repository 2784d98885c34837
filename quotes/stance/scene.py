"""What of an article belongs to the judgement of one statement (R2): its words, their introduction, the text before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quotes.model import Attribution, Document, Sentence, Speaker
from quotes.stance.values import StanceRules, Target

_BACK = 3
_PARTS = re.compile(r"['’]s\b|[\s,.()-]")
"""What parts the words of a description."""


@dataclass(frozen=True)
class Part:
    """A sentence with the tokens that are quoted words of the statement, and those of the mention of its speaker."""

    sentence: Sentence
    quoted: frozenset[int]
    speaker: frozenset[int]
    cue: int | None


@dataclass(frozen=True)
class Scene:
    """The parts of one statement in text order, and the sentences before it."""

    parts: tuple[Part, ...]
    before: tuple[Sentence, ...]
    own_side: bool
    speaker_words: frozenset[str]
    indirect: bool = False
    """Reported without marks: the speaker is "he", "she" or "they" in it."""
    home: str | None = None
    """The state that the speaker speaks for."""
    sided: bool = False
    """Whether the speaker is described by the target's name, or as one who fights on its side: "the enemy" is its enemy."""


def set_scene(document: Document, attribution: Attribution, speaker: Speaker, own: bool) -> Scene:
    """Collect what the judgement of a statement may read."""
    start, end = attribution.start, attribution.end
    indexes = {s.index for s in document.sentences_in(start, end)}
    if attribution.cue is not None and attribution.cue.sentence >= 0:
        indexes.add(attribution.cue.sentence)
    known = document.by_index
    parts = [_part(known[i], attribution) for i in sorted(indexes) if i in known]
    first = parts[0].sentence.index if parts else 0
    paragraph = attribution.paragraph
    near = [known[i] for i in range(max(0, first - _BACK), first) if i in known and i not in indexes]
    before = [s for s in near if s.paragraph >= paragraph - 1]
    words = frozenset(w.lower() for w in (speaker.name or "").replace("’", "'").split() if w[:1].isupper())
    return Scene(tuple(parts), tuple(before), own, words, attribution.kind == "indirect")


def _part(sentence: Sentence, attribution: Attribution) -> Part:
    quoted: set[int] = set()
    for start, end in attribution.segments:
        quoted.update(sentence.tokens_in(start, end))
    mention = attribution.mention
    speaker = sentence.tokens_in(mention.start, mention.end) if mention and mention.sentence == sentence.index else []
    cue = attribution.cue.token if attribution.cue and attribution.cue.sentence == sentence.index else None
    return Part(sentence, frozenset(quoted), frozenset(speaker), cue if cue is not None and cue >= 0 else None)


def speaks_for(document: Document, attribution: Attribution, speaker: Speaker, target: Target) -> bool:
    """Whether the quoted speaker speaks for the target: a leader in office, a known spokesperson, or an office of the state."""
    name = (speaker.name or "").replace("’", "'")
    name = name.title() if name.isupper() and " " in name else name
    if _is_leader(name, target, day(document)):
        return True
    described = [name, speaker.role or ""]
    if attribution.mention is not None:
        described.append(document.words((attribution.mention.start, attribution.mention.end)))
    if any(_is_office(d, target) for d in described if d):
        return True
    return any(_is_office(d, target) for d in _descriptions(document, name))


def is_sided(descriptions: Iterable[str], target: Target, rules: StanceRules) -> bool:
    """Whether words for a speaker name the target or its helpers: "a Lodvian soldier", "the Lodvian-installed mayor", a rebel."""
    rows = [[w for w in _PARTS.split(d) if w] for d in descriptions]
    for row in rows:
        for i, word in enumerate(row):
            if word.lower() in rules.words["proxies"]:
                return True
            if any(tuple(row[i : i + len(alias.words)]) == alias.words for alias in target.aliases.get(word, ())):
                return True
    return False


def day(document: Document) -> str:
    """The article's ISO date, "" if it has none."""
    date = (document.article.published or "")[:10]
    return date if len(date) == 10 and date[:4].isdigit() and date[4] == "-" else ""


def _is_leader(name: str, target: Target, date: str) -> bool:
    words = set(name.split())
    for leader in target.leaders:
        if name.endswith(leader.name) or (leader.surname and leader.surname in words and _only(name, leader.name)):
            return leader.serves(date)
    return any(p in name or (p.split()[-1] in words and _only(name, p)) for p in target.spokespeople)


def _only(name: str, full: str) -> bool:
    """Besides the surname the name holds only titles or the same first name ("President Putin", not "Lyudmila Putina")."""
    first, last = full.split()[0], full.split()[-1]
    words = name.split()
    if words and last in words and words[-1] != last and words[-1][:1].isalpha():
        return False  # "the Trump campaign", "Donald Trump Jr."
    others = [w for w in words if w != last and w[:1].isupper()]
    return all(w[:2] == first[:2] or not w.isalpha() or w.lower() in _TITLES for w in others)


_TITLES = frozenset(
    [
        "president",
        "mr",
        "minister",
        "foreign",
        "prime",
        "russian",
        "defence",
        "defense",
        "deputy",
        "kremlin",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "senator",
        "the",
        "dr",
        "general",
    ]
)


def _is_office(description: str, target: Target) -> bool:
    words = description.replace("'s", " 's").replace("-", " ").split()
    low = [w.strip(",.()").lower() for w in words]
    if any(w in target.not_offices for w in low):
        return False
    for i, word in enumerate(words):
        for alias in target.aliases.get(word.strip(",.()"), ()):
            if alias.kind == "partner" or [w.strip(",.()") for w in words[i : i + len(alias.words)]] != list(alias.words):
                continue
            if low[i + 1 : i + 2] == ["based"] or any(w in _foreign(target) for w in low[:i]):
                continue  # "the Moscow-based institute", "the Pentagon's deputy for Russia"
            if "'s" in low[1:i]:
                continue  # "the prosecutor's indictment of twelve Lodvian officers"
            if _holds_office(low, i, len(alias.words), alias.kind):
                return True
            if any(_is_seat(w, target) for w in low[i + len(alias.words) :]) and not _abroad(low, i):
                return True
            if (
                any(_is_seat(w, target) for w in low[:i])
                and low[i - 1 : i] in (["of"], ["for"], ["the"], ["from"])
                and not _abroad(low, i)
            ):
                return True
    return False


def _is_seat(word: str, target: Target) -> bool:
    """Whether a word is an office, or several of them: officials, authorities."""
    return bool({word, word.removesuffix("s"), word.removesuffix("ies") + "y"} & target.offices)


def _foreign(target: Target) -> frozenset[str]:
    """First words of the counterparts' names: an office that they stand before is theirs."""
    return frozenset(k.lower().rstrip(".") for k in target.counterparts if k[:1].isupper())


def _holds_office(low: list[str], i: int, n: int, kind: str) -> bool:
    """The name itself speaks: Russia said, the Kremlin said, TASS reported; not "ambassador to Russia"."""
    alone = all(w in ("the", "statement", "a", "an", "official", "'s") for w in (*low[:i], *low[i + n :]))
    return kind in ("government", "state", "intelligence", "military", "capital") and alone


def _abroad(low: list[str], i: int) -> bool:
    return (i > 0 and low[i - 1] in ("to", "in", "on", "against", "with", "at", "about")) or "to" in low[:i]


def _descriptions(document: Document, name: str) -> list[str]:
    """Titles and appositions beside the speaker's name in the article ("Russian Deputy Foreign Minister Sergei Orlov")."""
    surname = name.split()[-1].strip(".,") if name else ""
    if len(surname) < 3 or not surname[:1].isupper():
        return []
    out = []
    for s in document.sentences:
        if surname not in document.words((s.start, s.end)):
            continue
        for i, t in enumerate(s.tokens):
            if t.text == surname and t.upos in ("PROPN", "NOUN"):
                out.append(_around(s, i))
    return out


def _around(s: Sentence, i: int) -> str:
    while s.tokens[i].rel == "flat" and s.tokens[i].head >= 0:
        i = s.tokens[i].head
    left = i
    while left > 0 and (s.tokens[left - 1].upos in ("PROPN", "ADJ", "NOUN") or s.tokens[left - 1].text in ("-", "'s", "’s")):
        left -= 1
    if left > 0 and s.tokens[left - 1].upos == "ADP":
        return ""  # "former ambassador to the Russian Federation Carl Moss"
    words = [t.text for t in s.tokens[left:i]]
    for child in s.children(i, "appos"):
        words += [",", *(s.tokens[k].text for k in s.subtree(child)[:12])]
    head = s.tokens[i].head
    if s.tokens[i].base == "appos" and head >= 0:
        words += [s.tokens[k].text for k in s.subtree(head)[:10] if k < i]
    return " ".join(words).replace(" ’s", " 's")


def counts(scene: Scene) -> Mapping[str, int]:
    """How many tokens of each kind a scene has (for explanations)."""
    return {"quoted": sum(len(p.quoted) for p in scene.parts), "before": sum(len(s.tokens) for s in scene.before)}
