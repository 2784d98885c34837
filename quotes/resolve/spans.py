"""Where the names of a sentence stand: the tagger's named entities, mended, and proper nouns that it left out."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Sentence
from quotes.resolve import charges, edges, fronts, kinds, naming, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import np_head

_LONGEST_STYLE = 4
"""Tokens of the longest honorific."""


def name_spans(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Named entities, persons without their titles, and proper nouns that the tagger left out (kind ``-``)."""
    out: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    for first, stop, kind in charges.parted(sentence, _whole(sentence, lexicon), lexicon):
        if kinds.behind_short(sentence, first, stop, kind, lexicon):
            out.append((first, first + 1, kind))
            covered.add(first)
            first, kind = first + 1, "PER"
        if kind == "NORP" and stop - first > 1 and _ends_as_body(sentence, stop - 1, lexicon):
            kind = "ORG"  # "Baltic Herald", "Korean Central News Agency": begins as a people, ends as a body
        stop = edges.past_purpose(sentence, _with_noun(sentence, stop, lexicon)) if kind == "ORG" else stop
        first, stop = _stripped(sentence, first, stop, kind, lexicon)
        if first < stop and edges.is_firm(sentence, first, stop):
            stop, kind = stop + 1, "ORG"
        if first >= stop:
            continue  # nothing is left of a name that was but a title: "'They Dig In' – Speaker"
        if kind == "PER":
            first = edges.begun_before(sentence, first, lexicon)
        kind = kinds.mended(sentence, first, stop, kind, lexicon)
        if kind in ("NORP", "PER") and stop - first == 1 and titles.is_national(sentence, first, lexicon):
            covered.add(first)
            continue
        if stop - first == 1 and _is_rank(sentence, first, kind, lexicon):
            continue
        if _in_capitals(sentence, first, stop, lexicon):
            continue
        if kind == "PER" and (_of_place(sentence, first, stop, lexicon) or _is_notice(sentence)):
            continue
        if kind in ("ORG", "MISC") and _aged(sentence, stop):
            kind = "PER"  # "APJ Abdul Rahman, 61, laughed"
        if kind in ("LOC", "ORG", "MISC") and _sounds_human(sentence, first, stop, lexicon):
            kind = "PER"  # "Al Jazeera's Yulia Shapovalova, reporting from Moscow, said"
        if kind in ("PER", "ORG", "LOC", "FAC", "MISC", "MEDIA") and not _is_address(sentence, first, stop):
            out.append((first, stop, kind))
            covered.update(range(first, stop))
            if kind == "PER":
                stop = edges.past_nickname(sentence, edges.past_hyphen(sentence, first, stop, lexicon))
                stop = edges.past_generation(sentence, stop, lexicon)
                out[-1] = (first, edges.before_honours(sentence, first, stop, lexicon), kind)
                covered.update(range(first, edges.past_honours(sentence, stop, lexicon)))
        elif kind == "NORP":
            covered.update(range(first, stop) if all(sentence.tokens[i].upos == "ADJ" for i in range(first, stop)) else ())
    return _disjoint(sorted([*out, *_untagged(sentence, covered, lexicon)]))


def _untagged(sentence: Sentence, covered: set[int], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The proper nouns that the tagger left out, but for the tokens ``covered`` by other names."""
    out: list[tuple[int, int, str]] = []
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
            if (
                first < stop
                and not day
                and not titles.is_role(sentence, stop - 1, lexicon)
                and not _is_branch(sentence, first, stop, lexicon)
            ):
                person = first > i or _is_person(sentence, first, stop, lexicon)
                stop = edges.past_hyphen(sentence, first, stop, lexicon) if person else stop
                out.append((first, stop, "PER" if person else "-"))
        i = max(j, i + 1)
    return out


def _lost_given(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> bool:
    """Whether a body's initials took the given name of who follows: "envoy to the OSCE Anne" + "Holm"."""
    short, given = sentence.tokens[first], sentence.tokens[stop - 1]
    initials = short.text.isupper() and short.text.isalpha() and len(short.text) > 1
    return (
        kind == "ORG"
        and stop - first == 2
        and initials
        and given.text.istitle()
        and not titles.is_role(sentence, stop - 1, lexicon)
    )


def _whole(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The tagger's names; what it cuts behind "and" or "for" is one: "Nursery Workers and" + "Helpers Union"."""
    out: list[tuple[int, int, str]] = []
    for first, stop, kind in edges.firms(sentence, sentence.names()):
        if kind == "PER" and out and out[-1][1] == first and _lost_given(sentence, *out[-1], lexicon):
            out[-1] = (out[-1][0], first - 1, out[-1][2])
            first -= 1
        cut = out and out[-1][1] == first and sentence.tokens[first - 1].upos in ("CCONJ", "ADP")
        while cut and out and out[-1][1] == first and kind in ("ORG", "NORP") and out[-1][2] != "PER":
            first = out.pop()[0]
        out.append((first, stop, kind))
    return out


def _with_noun(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Where a body's name ends whose noun the tagger left out: behind the "Security" of "National Security"; before another's."""
    tokens = sentence.tokens
    last = tokens[stop - 1]
    if last.xpos in ("NN", "NNS") and last.text.islower() and last.base == "compound" and last.head >= stop:
        return stop - 1  # the "appeals" of "the Port Authority appeals committee" belongs to the committee
    if stop >= len(tokens) or tokens[stop - 1].base != "amod" or tokens[stop - 1].head != stop or tokens[stop].upos != "PROPN":
        return stop
    return stop if titles.is_role(sentence, stop, lexicon) or tokens[stop].ner != "O" else stop + 1


def _disjoint(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without spans that an earlier one holds."""
    out: list[tuple[int, int, str]] = []
    for span in spans:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _sounds_human(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether what the tagger calls no person has a person's name and is the subject of a verb of saying, or does something with
    what is his or hers."""
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
    parts = [i for c in sentence.children(verb, "obj", "obl") if c > head for i in sentence.subtree(c)]
    own = any(sentence.tokens[i].text in ("his", "her") and sentence.tokens[i].rel == "nmod:poss" for i in parts)
    return (bool(reports) and (slavic or (given and owned))) or (own and (slavic or given))  # "Ana Ruiz held her son"


def _is_rank(sentence: Sentence, i: int, kind: str, lexicon: Lexicon) -> bool:
    """Whether what the tagger calls a body is an office: "the MEP, 28, said"; what it calls a person of its own is one before a
    name that begins anew: "Bookseller" + "Ana Ruiz"."""
    token = sentence.tokens[i]
    if kind == "PER":
        anew = any(t.upos == "PROPN" and t.ner in ("B-PER", "O") for t in sentence.tokens[i + 1 : i + 2])
        return anew and titles.is_role(sentence, i, lexicon)
    return token.xpos == "NNP" and fold(token.text) in lexicon.ranks and i > 0 and sentence.tokens[i - 1].upos == "DET"


def _in_capitals(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a paper prints the first words of its story in capitals: "A GRANDAD has", "THE PRIME MINISTER will"."""
    tokens = sentence.tokens
    opens = first == 1 and tokens[0].text in ("A", "AN", "THE") and stop < len(tokens) and not tokens[stop].text.isupper()
    capitals = opens and all(t.text.isupper() for t in tokens[first:stop])
    return capitals and titles.is_role(sentence, stop - 1, lexicon)


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


def _is_person(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a proper noun without tag is a person's: it begins with a given name or follows a title."""
    if stop - first > 1 and fold(sentence.tokens[first].text) in lexicon.given:
        return True
    bodily = any(fold(t.text) in lexicon.bodies for t in sentence.tokens[first:stop])
    if not bodily and (_of_kin(sentence, first, lexicon) or naming.is_given(sentence, first, lexicon)):
        return True
    return not bodily and fronts.front(sentence, first, np_head(sentence, first, stop), lexicon) < first


def _is_branch(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """The "Affairs" of "the Minister for Foreign Affairs, Ana Ruiz,": the last word of what somebody is in charge of."""
    token = sentence.tokens[first]
    closed = token.xpos == "NNPS" or (stop < len(sentence.tokens) and sentence.tokens[stop].text == ",")
    if stop - first != 1 or token.base != "nmod" or not closed or not titles.is_role(sentence, token.head, lexicon):
        return False
    of = any(sentence.tokens[c].text in ("of", "for") for c in sentence.children(first, "case"))
    return of and bool(sentence.children(first, "amod", "compound")) and not titles.is_kin(sentence, token.head, lexicon)


def _of_kin(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """The "Per" of "her husband, Per"."""
    token = sentence.tokens[first]
    return token.base == "appos" and 0 <= token.head < first and titles.is_kin(sentence, token.head, lexicon)


def _stripped(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> tuple[int, int]:
    while (
        stop > first
        and sentence.tokens[stop - 1].upos in ("PART", "PUNCT", "ADP", "DET", "CCONJ")
        and sentence.tokens[stop - 1].text not in (".", ")")
    ):
        stop -= 1
    if kind == "PER":
        first = edges.past_trade(sentence, first, stop)
        while first < stop and not titles.are_initials(sentence, first, stop, lexicon):
            style = _style(sentence, first, stop, lexicon)
            if not style and not edges.is_title(sentence.tokens[first].text, lexicon, last=first == stop - 1):
                break
            first += style or 1
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


def _style(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> int:
    """How many tokens an honorific of several words has that opens a name: two of "Tan Sri Lim Kok Wing", four of "Hojjat
    al-Islam Khatib"; 0 without one."""
    forms = [fold(t.text) for t in sentence.tokens[first : min(stop - 1, first + _LONGEST_STYLE)]]
    known = lexicon.honorifics.keys() | lexicon.ranks.keys()
    return next((n for n in range(len(forms), 1, -1) if " ".join(forms[:n]) in known), 0)


def _of_party(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name ends as a politician of some place: "the Connecticut Democrat"."""
    takes = lexicon.classes.get(fold(sentence.tokens[stop - 1].text), frozenset())
    return "senator" in takes and first > 0 and sentence.tokens[first - 1].text.lower() == "the"
