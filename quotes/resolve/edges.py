"""Where a person's name begins and ends: words the tagger lost in front, nicknames, hyphens and "Jr." behind."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Sentence
from quotes.resolve import titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold

_TRADE = 6
"""Letters of a noun in small letters within a name; particles ("della") have fewer."""
_ENDS = frozenset((",", ".", ":", ";", "!", "?", ")"))
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))


def past_nickname(sentence: Sentence, stop: int) -> int:
    """Where a name ends that a nickname interrupts: after the family name of "Bethan 'Buster' Rowlands"."""
    tokens = sentence.tokens
    if stop + 2 >= len(tokens) or tokens[stop].text not in _QUOTES:
        return stop
    close = next((i for i in range(stop + 2, min(stop + 4, len(tokens) - 1)) if tokens[i].text in _QUOTES), None)
    if close is None or tokens[close + 1].upos != "PROPN":
        return stop
    end = close + 1
    while end < len(tokens) and tokens[end].upos == "PROPN":
        end += 1
    return end


def past_hyphen(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> int:
    """Where a name of three syllables ends whose tail is in small letters: behind the "bum" of "Yoo Sang-bum"."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text not in ("-", "‑") or not 1 < stop - first < 4:
        return stop
    joined = tokens[stop - 1].end == tokens[stop].start and tokens[stop].end == tokens[stop + 1].start
    tail = tokens[stop + 1]
    if not joined or fold(tokens[stop - 2].text) not in lexicon.family_first:  # "Franco Kuan Bak-on"
        return stop
    if tokens[stop].ner == "I-PER" and tail.xpos != "VBN":
        return stop + 2  # "Chang Je-won", though "won" can be a verb
    if tail.upos in ("VERB", "ADJ", "NUM"):
        return stop
    return stop if tail.base in ("amod", "compound") and tail.head > stop + 1 else stop + 2  # "the Xi Jinping-era slogan"


def past_generation(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Behind the "Jr." of "Donald Trump Jr." or "Sammy Davis, Jr."."""
    for i in (stop, stop + 1):
        if i < len(sentence.tokens) and fold(sentence.tokens[i].text).strip(".") in lexicon.generations:
            return i + 1
        if i == stop and (i >= len(sentence.tokens) or sentence.tokens[i].text != ","):
            break
    return stop


def past_time(sentence: Sentence, start: int, stop: int) -> int:
    """Where a title begins behind what tells when: the "month" of "Earlier this month Norway's minister Ana Ruiz said"; the
    "Oslo" of "Oslo-born" tells no time."""
    while start < stop - 1 and sentence.tokens[start].rel == "obl:unmarked" and sentence.tokens[start + 1].text != "-":
        start += 1
    return start


def is_year_of_date(sentence: Sentence, i: int) -> bool:
    """The "2022" of "on Friday, July 22, 2022 Vice President Ana Ruiz said"."""
    before = [t.text for t in sentence.tokens[max(0, i - 2) : i]]
    return sentence.tokens[i].text.isdigit() and len(before) == 2 and before[0].isdigit() and before[1] == ","


def past_purpose(sentence: Sentence, stop: int) -> int:
    """Where the name of a body ends that tells what it is for: behind the "Mills" of "Campaign to Protect Old Mills"."""
    tokens = sentence.tokens
    end = stop
    if stop + 1 < len(tokens) and tokens[stop].text == "to" and tokens[stop + 1].xpos == "VB":
        end += 1
        while end < len(tokens) and tokens[end].text[:1].isupper():
            end += 1
    return end if end > stop + 1 else stop


def firms(sentence: Sentence, names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The names, with what "&" joins from two single words as one body's: "Holm & Reed", which a tagger takes for two people."""
    tokens, kinds = sentence.tokens, {i: (first, stop, kind) for first, stop, kind in names for i in range(first, stop)}
    joined: list[tuple[int, int, str]] = []
    for i in (i for i in range(1, len(tokens) - 1) if tokens[i].text == "&"):
        first, stop = i - 1, i + 2
        parts = [kinds[j] for j in (i - 1, i + 1) if j in kinds]
        single = (
            all(first <= n[0] and n[1] <= stop for n in parts) and _is_name(tokens[i - 1].text) and _is_name(tokens[i + 1].text)
        )
        around = [tokens[j] for j in (first - 1, stop) if 0 <= j < len(tokens)]
        longer = any(t.upos == "PROPN" or t.text == "&" for t in around)
        if parts and single and not longer and {name[2] for name in parts} != {"LOC"}:
            joined.append((first, stop, "ORG"))
    inside = {i for first, stop, _ in joined for i in range(first, stop)}
    return sorted([*(name for name in names if name[0] not in inside), *joined])


def _is_name(form: str) -> bool:
    return form.istitle() and form.isalpha() and len(form) > 1


def is_firm(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether an 's behind a name is the end of it, as nothing follows that is somebody's: "Lunde's said", "at Lunde's"."""
    tokens = sentence.tokens
    if stop >= len(tokens) or tokens[stop].text not in ("'s", "’s") or tokens[stop].upos == "VERB":
        return False
    after = tokens[stop + 1] if stop + 1 < len(tokens) else None
    owner = any(t.base in ("nmod", "compound") and not first <= t.head < stop for t in tokens[first:stop])
    said = after is not None and after.text in ("said", "says")
    alone = after is None or after.upos in ("VERB", "AUX") or after.text in _ENDS  # not "Lunde's 'great day'"
    return said or (tokens[stop].xpos == "POS" and not owner and alone)


def before_honours(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> int:
    """Where a name ends behind which the tagger took letters of honour in: before the "AM" of "Ian Lund AM"."""
    if all(t.text.isupper() for t in sentence.tokens[first:stop]):
        return stop  # a label: "ANA RUIZ AM" may be any name
    while stop - first > 1 and _is_honour(sentence, stop - 1, lexicon):
        stop -= 1
    return stop


def past_honours(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Behind the letters of honour that follow a name: "Ian Lund AM", "Ana Ruiz OBE"."""
    while stop < len(sentence.tokens) and _is_honour(sentence, stop, lexicon):
        stop += 1
    return stop


def _is_honour(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    token = sentence.tokens[i]
    known = lexicon.honours | lexicon.suffixes
    return token.upos == "PROPN" and len(token.text) > 1 and token.text.isupper() and fold(token.text) in known


def begun_before(sentence: Sentence, first: int, lexicon: Lexicon) -> int:
    """The tagger lost a given name's first word: "Gennady" in front of B-PER "Bezdetko"."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.ner != "O" or titles.is_role(sentence, first - 1, lexicon):
        return first
    full = first + 1 < len(sentence.tokens) and sentence.tokens[first + 1].ner == "I-PER"
    if full and before.rel == "nmod:desc" and fold(before.text) not in lexicon.given:
        return first  # "the Polish Jew Gedalia Wilbur", "County Recorder Helen Pursell"
    if (
        before.text[:1].isupper()
        and fold(before.text) in lexicon.family_first
        and first > 1
        and titles.is_role(sentence, first - 2, lexicon)
    ):
        return first - 1  # "President To Lam"
    if before.upos != "PROPN" or _branch(sentence, first, lexicon):
        return first
    linked = sentence.tokens[first].head == first - 1 or before.head == first
    return first - 1 if linked and not is_title(before.text, lexicon, last=False) and before.text[:1].isupper() else first


def _branch(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """The "Family" of "the Minister of Equality and Family Kim Hyun-mi", the "State" of "Secretary of State Kim Lind"."""
    link = first - 2
    while link > 0 and sentence.tokens[link].xpos == "NNP" and sentence.tokens[link].text[:1].isupper():
        link -= 1  # "Director of National Intelligence Kim Lind"
    offices = (
        i for i in range(max(0, first - 8), link)
        if sentence.tokens[i + 1].text in ("of", "for") and titles.is_role(sentence, i, lexicon)
    )  # fmt: skip
    return link > 0 and sentence.tokens[link].text in ("and", "&", "of", "for") and next(offices, None) is not None


def past_trade(sentence: Sentence, first: int, stop: int) -> int:
    """Where a name begins into which the tagger took a trade: behind the "netmaker" of "Kolm netmaker Ana Ruiz"."""
    small = (i for i in range(stop - 2, first, -1) if sentence.tokens[i].text.isalpha() and sentence.tokens[i].text.islower())
    last = next(small, first)
    return last + 1 if len(sentence.tokens[last].text) >= _TRADE and last > first else first


def is_title(form: str, lexicon: Lexicon, *, last: bool) -> bool:
    """Whether a word opens a name without being part of it: an honorific, a rank or, unless it is the ``last`` word, a trade."""
    word = fold(form).strip(".")
    if (word in lexicon.family_first or word in lexicon.given) and not form.endswith("."):
        return False  # "To Lam", "Marine Le Pen"
    return word in lexicon.honorifics or word in lexicon.ranks or (not last and word in lexicon.roles)
