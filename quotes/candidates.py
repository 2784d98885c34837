"""Which sentences are worth a parse: those that quote, their neighbours, and those that tell who the people near a quotation are.

Everything here is pattern over the text and linear in its length; the parse that it saves is by far the dearest step.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quotes.model import Quoted, Span
from quotes.voices import headings

SentenceSpan = tuple[int, int, int]
"""Start, end, paragraph."""

_SMALL = ("of", "for", "the", "and", "van", "von", "de", "bin", "al", "der", "la", "du", "di", "da", "del")
_ADDRESS = ("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.")
"""Forms of address, which make no full name of a family name."""


def _capitals(parts: str, words: str) -> str:
    """The pattern of a run of words with capitals; how many more ``parts`` a word and ``words`` the run may have."""
    word = rf"(?=[^\W\d_a-zß-öø-ÿ])[\w.]+(?:['’-]\w+){parts}"
    return rf"{word}(?:[ \u00a0](?:(?:{'|'.join(_SMALL)})[ \u00a0]){{0,2}}{word}){words}"


_RUN = re.compile(_capitals("*", "*"))
_NAME = rf"(?<![\w'’-]){_capitals('{0,3}', '{0,5}')}"
"""A run of at most six words: a pattern that begins with one at every word must not read on to the end of a long list."""
_BRANCH = re.compile(r"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?")
"""Behind it begins another name: "the United States of the Lind government" is no full name of Lind's."""
_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
_WHOSE = re.compile(r"^\W*(?:\w+ed |said |says )?(?:its|their|his|her)\b", re.IGNORECASE)
"""Words beside a quotation that open with a description by whose it is: "its envoy told members"."""
_DEFINITE = re.compile(r"\b[Tt]he (?:[\w'’-]+ ){0,2}?([a-z][\w-]{3,})")
_BEHIND = re.compile(rf"\b(?:of|for|at|from|on|in|to|told|via) (?:the )?{_RUN.pattern}")
"""Names that only belong to a description or to what its bearer does: "the founder of Eastern Relief", "told the Herald"."""
_ADJECTIVE = re.compile(
    r"\b[Tt]he (?:former |then-|senior |top )?"
    r"(?:[A-Z]\w*(?:an|ese|ish|eli|aqi|ani)|French|Dutch|Greek|Czech|Swiss|Saudi|US|U\.S\.|UK|EU|UN) (?=[a-z])"
)
"""What says but whose state a description is of: "the Norwegian minister"."""
_NATIONAL = re.compile(
    r"\b[Tt]he (?:[A-Z]\w*(?:an|ese|ine)|Dane|Pole|Swede|Finn|Turk|Briton|Spaniard|Serb|Croat|Scot) (?:said|told|says|\w+ed)\b"
)
_OWNED = re.compile(
    rf"\b[Tt]he {_NAME}(?:['’]s)? "
    r"(?!(?:said|told|wrote|has|had|is|was|will|would|did|later|then)\b)(?=[a-z-]{3,}(?<!ed)(?<!ly)(?<!s) [a-z])"
)
"""What a description names on the way: "the NATO chief said", "the EU's top diplomat said", not "the Kremlin said"."""
_POSSESSED = re.compile(rf"{_NAME}['’]s (?:[a-z-]+ ){{0,2}}?[a-z-]{{4,}}\b")
"""A description by whose it is: "Norway's top diplomat"."""
_OFFICE = re.compile(
    r"\b(?!after|over|under|other|another|never|whether|rather|former)[a-z]{2,}(?:er|or|ent|ist|man|ief|ary|ral)\s$"
)
"""The end of words before a name that may say what its bearer is: "the harbour minister "."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ATTRIBUTED = 2
"""Words outside the quotation marks that make an attribution of their own ("he said")."""
_POINTS = re.compile(r"So [a-z]+|.{0,120}?\b[a-z]{3,} (?:so|this)\b|(?:It|This) (?:has been|is|was) [a-z]+ (?:\w+ ){0,4}?by\b")
"""The beginning of a sentence that takes up the words before it: "Lind said this on Monday", "This was stated by Lind"."""
_SAYS = re.compile(
    r"\b(?:according to|add(?:s|ed)|argue[sd]?|claim(?:s|ed)?|explain(?:s|ed)?|insist(?:s|ed)?|note[sd]|said|says?|saying|"
    r"stress(?:es|ed)|tells?|told|warn(?:s|ed)?)\b"
)
"""The plainest verbs of saying: where a quoting sentence has none, the one before it may report whose words they are."""
_PRONOUN_REACH = 3
"""Sentences before a pronoun source that are parsed with it: its antecedent stands there nine times in ten."""


def select(text: str, paragraphs: Sequence[Span], sentences: Sequence[SentenceSpan], quoted: Sequence[Quoted]) -> list[int]:
    """Indices of the sentences to parse, ascending; none for an article without quotation marks.

    Chosen are sentences that touch a quotation, the sentence on either side of one that is nothing but quotation, one with a verb
    of saying before one that quotes without it, up to three sentences before a pronoun or, where no name stands beside it, a
    description that may be the source, the sentences with the fullest form of each name near a quotation, the latest full form
    before a bare family name, the latest earlier sentence with the noun of a description ("the minister"), the names that head
    the entries of a list, and the beginnings of the first two paragraphs.
    """
    if not quoted or not sentences:
        return []
    inside = sorted((q.outer_start, q.outer_end) for q in quoted)
    outside = dict(_touching(text, sentences, inside))
    bare = [i for i, words in outside.items() if len(_WORDS.findall(words)) < _ATTRIBUTED]
    back = [i + 1 for i in outside if i + 1 < len(sentences) and _POINTS.match(text, *sentences[i + 1][:2])]
    led = [i - 1 for i, words in outside.items() if i and _led(text, sentences[i - 1], sentences[i], words)]
    for beside in (*(j for i in bare for j in (i - 1, i + 1) if 0 <= j < len(sentences)), *led):
        outside.setdefault(beside, text[sentences[beside][0] : sentences[beside][1]])
    near = sorted(outside)
    chosen = {*near, *back}
    for i, words in outside.items():
        if _PRONOUN.search(words) or _WHOSE.search(words) or _describes(words):
            chosen.update(range(max(0, i - _PRONOUN_REACH), i))
    chosen.update(_naming(text, sentences, near, outside))
    chosen.update(_headline(paragraphs, sentences))
    named = {start for start, _ in headings(text, paragraphs, quoted).values()}
    chosen.update(i for i, (start, _, _) in enumerate(sentences) if start in named)
    return sorted(chosen)


def _led(text: str, before: SentenceSpan, sentence: SentenceSpan, words: str) -> bool:
    """Whether the sentence before, in the same paragraph, has a verb of saying and the words beside a quotation have none."""
    return before[2] == sentence[2] and not _SAYS.search(words) and _SAYS.search(text, *before[:2]) is not None


def _describes(words: str) -> bool:
    """Whether the words beside a quotation tell its source by description, not by name."""
    if _NATIONAL.search(words):
        return True
    if not (_DEFINITE.search(words) or _POSSESSED.search(words)):
        return False
    bare = _POSSESSED.sub("", _OWNED.sub("", _ADJECTIVE.sub("", _BEHIND.sub("", words.strip()))))
    return not _RUN.search(bare.removeprefix("The "))


def _touching(text: str, sentences: Sequence[SentenceSpan], inside: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Sentences that overlap a quotation, with their words outside quotation marks; both sequences are walked once."""
    k = 0
    for i, (start, end, _) in enumerate(sentences):
        while k < len(inside) and inside[k][1] <= start:
            k += 1
        parts, at, q = [], start, k
        while q < len(inside) and inside[q][0] < end:
            parts.append(text[at : max(at, inside[q][0])])
            at = max(at, inside[q][1])
            q += 1
        if q > k:
            yield i, " ".join((*parts, text[at:end] if at < end else ""))


def _names(words: str) -> Iterator[tuple[list[str], bool]]:
    """The names with their words in small letters, and whether an office stands before them; hyphens part words."""
    for run in _RUN.finditer(words):
        kept = [w for w in run[0].split() if w not in _SMALL and w not in _ADDRESS]
        parts = [w.lower().removesuffix("'s").removesuffix("’s").strip(".") for w in kept]
        yield (
            [w for part in parts for w in part.split("-")],
            _OFFICE.search(words, max(0, run.start() - 20), run.start()) is not None,
        )


def _naming(text: str, sentences: Sequence[SentenceSpan], near: Iterable[int], outside: dict[int, str]) -> Iterator[int]:
    """Sentences with the longest form of a name near a quotation, and earlier ones with the noun of a description near it."""
    longest: dict[str, tuple[int, int]] = {}
    office: dict[str, int] = {}
    full: dict[str, list[int]] = {}
    nouns: dict[str, list[int]] = {}
    for i, (start, end, _) in enumerate(sentences):
        words = text[start:end]
        for run, titled in _names(words):
            for word in run:
                if len(run) > 1 and titled:
                    office.setdefault(word, i)
                if len(run) > longest.get(word, (0, 0))[0]:
                    longest[word] = (len(run), i)
        for word in (word for run, _ in _names(_BRANCH.sub(", ", words)) for word in run if len(run) > 1):
            full.setdefault(word, []).append(i)
        for word in set(re.findall(r"[a-z][\w-]{3,}", words.lower())):
            nouns.setdefault(word, []).append(i)
    for i in near:
        for run, _ in _names(outside[i]):
            yield from (longest[word][1] for word in run[-1:] if word in longest)
            yield from (office[word] for word in run[-1:] if word in office)
            if len(run) == 1:  # "Trump" behind "President Donald Trump", though the article names Donald Trump Jr. as well
                before = full.get(run[0], [])
                yield from before[max(0, bisect_left(before, i) - 1) : bisect_left(before, i)]
        for match in _DEFINITE.finditer(outside[i]):
            before = [j for j in nouns.get(match[1], ()) if j < i]
            yield from before[-1:]


def _headline(paragraphs: Sequence[Span], sentences: Sequence[SentenceSpan]) -> list[int]:
    """The first two paragraphs' first sentences: who the article is about stands there in full."""
    firsts = [next((i for i, s in enumerate(sentences[:8]) if s[2] == p), None) for p in range(min(2, len(paragraphs)))]
    return [i for i in firsts if i is not None]
