"""Where the names of a sentence stand: the tagger's named entities, mended, and proper nouns that it left out."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Sentence
from quotes.resolve import fronts, kinds, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import np_head

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))


def name_spans(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Named entities, persons without their titles, and proper nouns that the tagger left out (kind ``-``)."""
    out: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    for first, stop, kind in _whole(sentence):
        if kind == "NORP" and stop - first > 1 and _ends_as_body(sentence, stop - 1, lexicon):
            kind = "ORG"  # "Baltic Herald", "Korean Central News Agency": begins as a people, ends as a body
        first, stop = _stripped(sentence, first, stop, kind, lexicon)
        first = _begun_before(sentence, first, lexicon) if kind == "PER" and first < stop else first
        kind = kinds.mended(sentence, first, stop, kind, lexicon)
        if kind in ("NORP", "PER") and stop - first == 1 and titles.is_national(sentence, first, lexicon):
            covered.add(first)
            continue
        if stop - first == 1 and kind != "PER" and _is_rank(sentence, first, lexicon):
            continue
        if kind == "PER" and (_of_place(sentence, first, stop, lexicon) or _is_notice(sentence)):
            continue
        if kind in ("ORG", "MISC") and _aged(sentence, stop):
            kind = "PER"  # "APJ Abdul Rahman, 61, laughed"
        if kind in ("LOC", "ORG", "MISC") and _sounds_human(sentence, first, stop, lexicon):
            kind = "PER"  # "Al Jazeera's Yulia Shapovalova, reporting from Moscow, said"
        if first < stop and kind in ("PER", "ORG", "LOC", "FAC", "MISC", "MEDIA") and not _is_address(sentence, first, stop):
            out.append((first, stop, kind))
            covered.update(range(first, stop))
            if kind == "PER":
                stop = _past_nickname(sentence, _past_hyphen(sentence, first, stop, lexicon))
                out[-1] = (first, _past_generation(sentence, stop, lexicon), kind)
                covered.update(range(*out[-1][:2]))
        elif kind == "NORP":
            covered.update(range(first, stop) if all(sentence.tokens[i].upos == "ADJ" for i in range(first, stop)) else ())
    i = 0
    while i < len(sentence.tokens):
        j = i
        if i not in covered and kinds.is_paper(sentence, i, i + 1, lexicon):
            out.append((i, i + 1, "MEDIA"))
            i += 1
            continue
        while j < len(sentence.tokens) and sentence.tokens[j].upos == "PROPN" and j not in covered:
            j += 1
        if j == i + 1 and titles.is_national(sentence, i, lexicon):
            i = j
            continue
        if j > i:
            begin = next((k for k in range(i + 1, j) if _office_before(sentence, k, j, lexicon)), i)
            first, stop = _stripped(sentence, begin, j, "PER", lexicon)
            day = stop - first == 1 and titles.is_day(sentence, first, lexicon)
            if first < stop and not day and not titles.is_role(sentence, stop - 1, lexicon):
                person = first > i or _is_person(sentence, first, stop, lexicon)
                stop = _past_hyphen(sentence, first, stop, lexicon) if person else stop
                out.append((first, stop, "PER" if person else "-"))
        i = max(j, i + 1)
    return _disjoint(sorted(out))


def _whole(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The tagger's names; what it cuts behind "and" or "for" is one: "Nursery Workers and" + "Helpers Union"."""
    out: list[tuple[int, int, str]] = []
    for first, stop, kind in sentence.names():
        cut = out and out[-1][1] == first and sentence.tokens[first - 1].upos in ("CCONJ", "ADP")
        while cut and out and out[-1][1] == first and kind in ("ORG", "NORP") and out[-1][2] != "PER":
            first = out.pop()[0]
        out.append((first, stop, kind))
    return out


def _disjoint(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without spans that an earlier one holds."""
    out: list[tuple[int, int, str]] = []
    for span in spans:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _past_nickname(sentence: Sentence, stop: int) -> int:
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


def _past_hyphen(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> int:
    """Where a name of three syllables ends whose tail is in small letters: behind the "bum" of "Yoo Sang-bum"."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text not in ("-", "‑") or stop - first != 2:
        return stop
    joined = tokens[stop - 1].end == tokens[stop].start and tokens[stop].end == tokens[stop + 1].start
    tail = tokens[stop + 1]
    if not joined or fold(tokens[first].text) not in lexicon.family_first:
        return stop
    if tokens[stop].ner == "I-PER" and tail.xpos != "VBN":
        return stop + 2  # "Chang Je-won", though "won" can be a verb
    if tail.upos in ("VERB", "ADJ", "NUM"):
        return stop
    return stop if tail.base in ("amod", "compound") and tail.head > stop + 1 else stop + 2  # "the Xi Jinping-era slogan"


def _sounds_human(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether what the tagger calls no person has a person's name and is the subject of a verb of saying."""
    head = next((i for i in range(first, stop) if not first <= sentence.tokens[i].head < stop), first)
    verb = sentence.tokens[head].head
    if not 1 < stop - first < 4 or sentence.tokens[head].base != "nsubj" or verb < 0:
        return False
    tables = (lexicon.bodies, lexicon.media_names, lexicon.seats)
    if any(fold(t.text) in table for t in sentence.tokens[first:stop] for table in tables):
        return False
    reports = sentence.children(verb, "ccomp", "parataxis") or any(
        sentence.tokens[c].text.startswith("report") for c in sentence.children(head, "acl")
    )
    given = fold(sentence.tokens[first].text) in lexicon.given
    family = fold(sentence.tokens[stop - 1].text)
    slavic = len(family) > 5 and any(family.endswith(ending) for ending, _ in lexicon.endings)
    owned = any(sentence.tokens[c].upos == "PROPN" for c in sentence.children(head, "nmod:poss"))
    return bool(reports) and (slavic or (given and owned))


def _is_rank(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what the tagger calls a body is an office: "the MEP, 28, said"."""
    token = sentence.tokens[i]
    return token.xpos == "NNP" and fold(token.text) in lexicon.ranks and i > 0 and sentence.tokens[i - 1].upos == "DET"


def _of_place(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """The "Virginia" of "Virginia Sen. Mark Warner"."""
    after = sentence.tokens[stop : stop + 2]
    if stop - first == 1 and len(after) == 2 and after[0].text.isupper() and fold(after[0].text) in lexicon.ranks:
        return after[1].upos == "PROPN"  # "Cuddalore SP S Sakthi Ganesan"
    if stop - first != 1 or len(after) < 2 or not after[1].ner.endswith("PER"):
        return False
    return fold(after[0].text).strip(".") in lexicon.ranks and after[0].text[:1].isupper() and after[0].ner == "O"


def _office_before(sentence: Sentence, k: int, stop: int, lexicon: Lexicon) -> bool:
    """The "SP" of "Cuddalore SP S Sakthi Ganesan"."""
    text = sentence.tokens[k].text
    return text.isupper() and fold(text) in lexicon.ranks and stop - k > 2


def _is_notice(sentence: Sentence) -> bool:
    """A line like ADVERTISEMENT."""
    return len(sentence.tokens) == 1 and sentence.tokens[0].text.isupper()


def _aged(sentence: Sentence, stop: int) -> bool:
    """Whether an age stands behind a name: ", 61,"."""
    behind = [t.text for t in sentence.tokens[stop : stop + 3]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and 9 < int(behind[1]) < 110


def _past_generation(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Behind the "Jr." of "Donald Trump Jr." or "Sammy Davis, Jr."."""
    for i in (stop, stop + 1):
        if i < len(sentence.tokens) and fold(sentence.tokens[i].text).strip(".") in lexicon.generations:
            return i + 1
        if i == stop and (i >= len(sentence.tokens) or sentence.tokens[i].text != ","):
            break
    return stop


def _is_address(sentence: Sentence, first: int, stop: int) -> bool:
    """A link, handle or party with state ("R-Okla.") that the tagger took for a name."""
    party = stop - first > 1 and len(sentence.tokens[first].text) == 1 and sentence.tokens[first + 1].text == "-"
    return party or any(
        "/" in t.text or ".com" in t.text or t.text.startswith(("http", "@")) for t in sentence.tokens[first:stop]
    )


def _ends_as_body(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    return sentence.tokens[i].upos == "PROPN" and lexicon.person_noun(_singular(sentence.tokens[i].text)) is None


def _singular(form: str) -> str:
    return fold(form).removesuffix("s")


def _begun_before(sentence: Sentence, first: int, lexicon: Lexicon) -> int:
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
    return first - 1 if linked and not _is_title(before.text, lexicon, last=False) and before.text[:1].isupper() else first


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


def _is_person(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a proper noun without tag is a person's: it begins with a given name or follows a title."""
    if stop - first > 1 and fold(sentence.tokens[first].text) in lexicon.given:
        return True
    bodily = any(fold(t.text) in lexicon.bodies for t in sentence.tokens[first:stop])
    if not bodily and _of_kin(sentence, first, lexicon):
        return True
    return not bodily and fronts.front(sentence, first, np_head(sentence, first, stop), lexicon) < first


def _of_kin(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """The "Per" of "her husband, Per"."""
    token = sentence.tokens[first]
    return token.base == "appos" and 0 <= token.head < first and fold(sentence.tokens[token.head].lemma) in lexicon.relations


def _stripped(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> tuple[int, int]:
    while (
        stop > first
        and sentence.tokens[stop - 1].upos in ("PART", "PUNCT", "ADP", "DET", "CCONJ")
        and sentence.tokens[stop - 1].text not in (".", ")")
    ):
        stop -= 1
    if kind == "PER":
        while first < stop:
            double = " ".join(fold(t.text) for t in sentence.tokens[first : first + 2]) in lexicon.honorifics
            if not (double and stop - first > 2) and not _is_title(sentence.tokens[first].text, lexicon, last=first == stop - 1):
                break
            if titles.are_initials(sentence, first, stop, lexicon):
                break
            first += 1 + (double and stop - first > 2)  # "Tan Sri Lim Kok Wing"
    while first < stop and sentence.tokens[first].upos in ("DET", "PUNCT", "ADP", "CCONJ"):
        first += 1
    while (
        kind in ("LOC", "ORG")
        and stop - first > 1
        and sentence.tokens[stop - 1].xpos == "NNP"
        and titles.is_role(sentence, stop - 1, lexicon)
        and (kind == "LOC" or _of_party(sentence, first, stop, lexicon))
    ):
        stop -= 1  # "the Tennessee Republican" is no place
    return first, stop


def _of_party(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name ends as a politician of some place: "the Connecticut Democrat"."""
    takes = lexicon.classes.get(fold(sentence.tokens[stop - 1].text), frozenset())
    return "senator" in takes and first > 0 and sentence.tokens[first - 1].text.lower() == "the"


def _is_title(form: str, lexicon: Lexicon, *, last: bool) -> bool:
    word = fold(form).strip(".")
    if (word in lexicon.family_first or word in lexicon.given) and not form.endswith("."):
        return False  # "To Lam", "Marine Le Pen"
    return word in lexicon.honorifics or word in lexicon.ranks or (not last and word in lexicon.roles)
