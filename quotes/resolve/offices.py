"""Offices beside a name, read off the words: "Lind, managing director of …"; "the Minister of Trade and Industry, Dr Ana Ruiz".

The tree serves for plain appositions (``titles.described``). Where an office is coordinated, hyphened or opens with a
participle, the parser hangs its parts on the verb or on each other; the order of the words is plain.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Sentence
from quotes.resolve import affiliation, edges, titles
from quotes.resolve.lexicon import Lexicon

_LONGEST = 24
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_JOINTS = frozenset(("-", "‑", "/", "&"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ARTICLES = frozenset(("the", "a", "an"))
_OPENING = _ARTICLES | {"another"}
_AFTER = frozenset(("designate", "elect", "emeritus", "emerita"))
"""Words behind an office that tell whether somebody holds it yet or still."""
_LINKS = frozenset(("of", "for", "to", "at", "in", "with", "from", "on"))
_LOCAL = frozenset(("at", "in", "on"))
_AND = frozenset(("and", "&"))
_NOW = frozenset(("now", "currently"))
_CUT_AT = frozenset(("and", "of", "for", "at", "with", "in", "to"))
_PASSING = frozenset(("time", "eve", "moment", "day", "week", "month", "year", "interview", "statement"))
"""Nouns behind "at", "in" or "on" that tell when or where something was said, not an office."""
_LIST = 6
"""Tokens within which a list of offices comes to its "and"."""
_SOURCE = frozenset(("to", "by"))
"""Prepositions behind which an office is a source ("according to")."""


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens ``first`` to ``stop`` (exclusive) tell the office that the noun ``head`` names."""

    first: int
    head: int
    stop: int


def behind(sentence: Sentence, stop: int, lexicon: Lexicon) -> Office | None:
    """The office behind the comma after a name that ends before token ``stop``: ", managing director of Delta Foods"."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text != ",":
        return None
    first = stop + 1
    if tokens[first].text in lexicon.past and tokens[first].upos not in _NOUNS:  # "once the ambassador to Kenya"
        first += 1
    if [t.text.lower() for t in tokens[first : first + 3]] == ["one", "of", "the"]:  # "one of the community leaders"
        end = _phrase(sentence, first + 3, lexicon)
        return Office(first, end - 1, end) if end > first + 3 and titles.is_holder(sentence, end - 1, lexicon) else None
    start = first + (tokens[first].text.lower() in _OPENING)
    end = _of_two(sentence, _phrase(sentence, start, lexicon), lexicon)
    if end == start or _named(sentence, end) or not _one(sentence, end - 1, lexicon):
        return None
    head = next(
        i for i in range(start, end) if titles.is_holder(sentence, i, lexicon) and (i == end - 1 or tokens[i + 1].text in _JOINTS)
    )
    stop = _rest(sentence, _past_bracket(sentence, end), lexicon)
    last = affiliation.after(sentence, stop, lexicon) if start == first else stop
    if last > stop and titles.is_holder(
        sentence, last - 1, lexicon
    ):  # "MP, Kolm Constituency and Ranking Member, Finance Committee"
        last = affiliation.after(sentence, last, lexicon)
    office = Office(first, head, last)
    verb = office.stop < len(tokens) and tokens[office.stop].upos in ("VERB", "AUX")
    if verb and start > first and any(tokens[i].base == "nsubj" for i in range(start, end)):
        return None  # "Asked about Orlov, the president said"
    return office


def _past_bracket(sentence: Sentence, i: int) -> int:
    """Behind the bracket that tells the branch: "director (internal medicine), Coast Hospital"."""
    if i >= len(sentence.tokens) or sentence.tokens[i].text != "(":
        return i
    close = next((k for k in range(i + 1, min(i + _LIST, len(sentence.tokens) - 1)) if sentence.tokens[k].text == ")"), None)
    return i if close is None or sentence.tokens[close + 1].text != "," else close + 1


def _of_two(sentence: Sentence, end: int, lexicon: Lexicon) -> int:
    """Where a phrase ends whose noun has two modifiers: "heritage and land worker"."""
    tokens = sentence.tokens
    if end >= len(tokens) or tokens[end].text not in _AND or titles.is_holder(sentence, end - 1, lexicon):
        return end
    later = _phrase(sentence, end + 1, lexicon)
    return later if later > end + 1 and tokens[end - 1].upos in ("NOUN", "ADJ") and _one(sentence, later - 1, lexicon) else end


def before(sentence: Sentence, first: int, lexicon: Lexicon) -> Office | None:
    """The office in front of the comma before a name from token ``first`` on: "the Minister of Trade, Dr Ana Ruiz"."""
    tokens = sentence.tokens
    while first > 1 and titles.is_honorific(tokens[first - 1].text, lexicon):
        first -= 1
    if first < 2 or tokens[first - 1].text != ",":
        return None
    start = first - 1
    while start > 0 and first - start < _LONGEST and _in_office(sentence, start - 1, first):
        start -= 1
    head = next((i for i in range(start, first - 1) if _ends_run(sentence, i, lexicon)), None)
    if head is None:
        return None
    begin = edges.past_time(sentence, _begin(sentence, head, start), head)
    while begin > 0 and tokens[begin].ner.startswith("I-"):  # "Union of Bakers president for Lodvia, Ana Ruiz"
        begin -= 1
    if tokens[first - 2].text in _PASSING or sentence.children(head, "cop"):
        return None  # "the prime minister at the time, Ana Ruiz"; "While Lind is a critic, Ruiz said"
    if titles.of_other(sentence, begin, first):
        return None
    if begin > 0 and tokens[begin - 1].xpos == "PRP$" and tokens[max(0, begin - 2)].text.lower() == "with":
        return None  # "With her daughter standing by, Lind weaves"
    if begin > 0 and tokens[begin - 1].upos == "ADP" and not _closed(sentence, first, tokens[begin - 1].text.lower()):
        return None  # "After talks with the minister, Lind said"
    return None if _listed(sentence, head, first, lexicon) else Office(begin, head, first - 1)


def _phrase(sentence: Sentence, i: int, lexicon: Lexicon) -> int:
    """Where the nouns and their modifiers end that begin at token ``i``; a name of a person ends them."""
    tokens = sentence.tokens
    first = i
    while i < len(tokens) and i - first < _LONGEST and not tokens[i].ner.endswith("PER"):
        joined = i > first and tokens[i - 1].end == tokens[i].start and (
            tokens[i].text in _JOINTS or tokens[i - 1].text in _JOINTS
        )  # fmt: skip
        owner = i > first and tokens[i].text in _POSSESSIVE and tokens[i].xpos == "POS"
        if not (joined or owner or tokens[i].upos in _NOUNS or _participle(sentence, i, lexicon)):
            break
        i += 1
    return i


def _participle(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """The "managing" of a managing director; "doing" of "a student doing her degree" stands behind its noun."""
    tokens = sentence.tokens
    if tokens[i].xpos != "VBG" or i + 1 >= len(tokens) or not (tokens[i + 1].upos in _NOUNS or tokens[i + 1].xpos == "VBG"):
        return False
    return not titles.is_role(sentence, i - 1, lexicon) or _one(sentence, i + 1, lexicon)  # "chief operating officer"


def _one(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    return titles.is_holder(sentence, i, lexicon) and "Plur" not in sentence.tokens[i].feats


def _named(sentence: Sentence, i: int) -> bool:
    """Whether a person's name follows: the office is its title."""
    return i < len(sentence.tokens) and sentence.tokens[i].ner.endswith("PER")


def _rest(sentence: Sentence, i: int, lexicon: Lexicon) -> int:
    """Where an office ends whose noun phrase ends at ``i``: behind "of the bank", "and chairman of the board"."""
    tokens = sentence.tokens
    first = i
    while i + 1 < len(tokens) and i - first < _LONGEST:
        if [t.text for t in tokens[i : i + 3 : 2]] == ["(", ")"] and i + 3 < len(tokens) and tokens[i + 3].text in _LINKS:
            i += 3  # "president (e) of the board"
        elif [t.text for t in tokens[i : i + 3 : 2]] == ["(", ")"] and i > first and tokens[i + 3].xpos == "NN":
            i = _phrase(sentence, i + 3, lexicon)  # "in the Health and Safety (HS) department"
            continue
        word = tokens[i].text.lower()
        start = i + 1 + (word in _AND and tokens[i + 1].text.lower() in _NOW)  # "a former judge and now a lecturer in Oslo"
        start += start < len(tokens) and tokens[start].text.lower() in _ARTICLES
        end = _phrase(sentence, start, lexicon)
        if i > first and affiliation.lists(sentence, i):  # "head of the Health, Safety and Environment unit"
            i += 2
            continue
        if word == ",":  # "a director, producer and founder of Blue Films"
            if end == start or start > i + 1 or not _one(sentence, end - 1, lexicon) or tokens[end].text not in (*_AND, ","):
                break
            if not any(t.text in _AND for t in tokens[end : end + _LIST]):
                break
        elif word in _AND:
            inside = i > first and tokens[end - 1].upos == "PROPN"  # "of Trade and Industry"
            if end == start or _named(sentence, end) or not (inside or _one(sentence, end - 1, lexicon)):
                break
        elif word in _LINKS:
            dated = titles.is_day(sentence, start, lexicon) if start < len(tokens) else True
            loose = word in _LOCAL and (tokens[i + 1].text.lower() in ("a", "an") or tokens[end - 1].text in _PASSING)
            if dated or loose or (end == start and not _named(sentence, start)):
                break
            while end < len(tokens) and tokens[end].ner.endswith("PER"):  # "adviser to President Lind"
                end += 1
        else:
            break
        i = end
    return i


def _in_office(sentence: Sentence, i: int, first: int) -> bool:
    """Whether token ``i`` can be a word of an office that ends before the name at ``first``."""
    token = sentence.tokens[i]
    if token.ner.endswith("PER") or token.xpos in ("``", "''"):
        return False
    if token.text == ",":  # "Minister of Labour, Trade and Housing"
        return i < first - 1 and any(t.text in _AND for t in sentence.tokens[i + 1 : first - 1])
    if token.text in _JOINTS or token.text in "()" or token.xpos == "POS":
        return True
    if token.text in _AFTER or (token.xpos == "VBN" and token.base == "amod"):  # "an affected trader and member of the board"
        return True
    return token.upos in _NOUNS or token.upos in ("ADP", "DET", "CCONJ") or (token.xpos == "VBG" and token.base != "case")


def _ends_run(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    after = sentence.tokens[i + 1]
    end = i + 1
    while end + 1 < len(sentence.tokens) and sentence.tokens[end].text in _JOINTS:
        end += 2
    if end > i + 1 and sentence.tokens[min(end, len(sentence.tokens) - 1)].upos in ("NOUN", "PROPN"):
        return False  # "all the vice-president chatter"; not "her brother-in-law, Per Dahl"
    if sentence.tokens[i].base == "amod" and sentence.tokens[i].head > i:
        return False  # the "Liberal" of a Liberal Democratic Party
    return _one(sentence, i, lexicon) and after.upos not in ("NOUN", "PROPN") and after.xpos != "POS"


def _begin(sentence: Sentence, head: int, start: int) -> int:
    tokens = sentence.tokens
    while head > start and (
        tokens[head - 1].upos in _NOUNS or tokens[head - 1].text in _JOINTS or tokens[head - 1].xpos in ("POS", "VBG", "VBN")
        or tokens[head - 1].text.lower() in _ARTICLES
    ):  # fmt: skip
        head -= 1
        if tokens[head].text.lower() in _ARTICLES:
            break
    two = head - start > 2 and tokens[head - 1].text in _AND and tokens[head].upos == tokens[head - 2].upos == "PROPN"
    if two and tokens[head - 3].text.lower() in _ARTICLES:  # "A Kolm and Sandvik Nations citizen"
        return head - 3
    return head


def _closed(sentence: Sentence, first: int, preposition: str) -> bool:
    """Whether a second comma closes the apposition: "according to the minister, Ana Ruiz, …"."""
    tokens = sentence.tokens
    i = first
    while i < len(tokens) and (tokens[i].upos == "PROPN" or tokens[i].ner.endswith("PER") or tokens[i].text in _JOINTS):
        i += 1
    return preposition in _SOURCE and i < len(tokens) and tokens[i].text in (",", ".", ":")


def _listed(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> bool:
    """Whether commas part several people in front of the name, not the branches of one office."""
    tokens = sentence.tokens
    inner = next((i for i in range(head, first - 1) if tokens[i].text == ","), None)
    if inner is None:
        return False
    later = [i for i in range(inner, first - 1) if titles.is_holder(sentence, i, lexicon)]
    if later and _parts(sentence, head, first, lexicon):
        return False
    return tokens[head + 1].text.lower() not in ("of", "for") or bool(later)


def _parts(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> bool:
    """Whether what stands between commas and "and" are the offices of one: "the director, producer and founder of Blue,"."""
    tokens = sentence.tokens
    if any(tokens[i].text.lower() in _ARTICLES for i in range(head, first - 1) if tokens[i - 1].text in (",", "and")):
        return False
    ends = [i - 1 for i in range(head + 1, first - 1) if tokens[i].text == "," or tokens[i].text in _AND]
    return all(_one(sentence, i, lexicon) and tokens[i].upos == "NOUN" for i in ends)


def is_cut(told: str | None, read: str | None) -> bool:
    """Whether the tree's description breaks off a longer one at a hyphen, a comma or a link: "director" of "director-general"."""
    if read is None or (told is not None and told not in read):
        return False
    if told is not None and read.endswith(f" {told}"):  # "executive director" of "education ministry executive director"
        return True
    after = read[len(told) :].lstrip() if told is not None and read.startswith(told) else "."
    return told is None or after[:1] in ("-", ",", "/", "&", "(") or after.partition(" ")[0] in _CUT_AT
