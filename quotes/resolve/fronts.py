"""Titles in front of a name: "ministry spokeswoman Maria Lind", "lawyer and rights activist Ana Ruiz".

The tree tells most of them; where it hangs the office on the verb or on another noun, the order of the words does.
"""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve import edges, unlisted
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import hyphened
from quotes.resolve.titles import DROPPED, is_day, is_holder, is_honorific, is_kin, is_role, is_thing

_RUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_INSIDE = frozenset(("compound", "amod", "flat", "nmod", "case", "punct", "nsubj"))
_LONGEST = 10
_LONGEST_OFFICE = 24
_OFFICE = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "CCONJ"))
_OF = ("of", "at", "for", "to")
_OFFICE_MARKS = frozenset(("'s", "’s", "-", "(", ")", "/"))
_GLUE = frozenset(("-", "/", "'s", "’s", "&"))
"""Besides them the apostrophe behind an s ("the allies' envoy"); behind another letter it closes 'fiery friend' Kim Jong Un."""
_TAILS = frozenset(("VBN", "RB", "RP", "GW", "FW", "AFX"))
_AND = frozenset(("and", "&"))
_BRANCH = frozenset(("compound", "amod", "nmod"))
_INDEFINITE = frozenset(("a", "an"))


def front(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> int:
    """Index of the first token of the title that stands before the name starting at ``first``; ``first`` itself without one."""
    if first and sentence.tokens[first - 1].xpos == "POS":
        return first  # "the First Lady's Open Door charity"
    if unlisted.of_children(sentence, first, lexicon):
        return _run_of_title(sentence, first - 2, lexicon)
    start = _title(sentence, first, head, lexicon)
    start = start if start < first else _beside(sentence, first, head, lexicon)
    if start == first:
        return first
    start = _in_charge(sentence, _of_name(sentence, start, lexicon), lexicon)
    start = _joined(sentence, _past_hyphens(sentence, edges.past_time(sentence, start, first), lexicon), first, lexicon)
    return _unmoved(sentence, _in_charge(sentence, start, lexicon), first, lexicon)


def _past_hyphens(sentence: Sentence, start: int, lexicon: Lexicon) -> int:
    """Where a title begins whose last part alone was taken: the "Chief" of "Commander-in-Chief Ana Ruiz"."""
    tokens, begin = sentence.tokens, start
    while begin > 1 and tokens[begin - 1].text == "-" and tokens[begin - 2].end == tokens[begin - 1].start:
        begin -= 2
    return _run_of_title(sentence, begin, lexicon) if begin < start else start


def _title(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> int:
    allowed = _noun_phrase(sentence, first, head)
    run = _run(sentence, first, allowed)
    if any(is_holder(sentence, i, lexicon) for i in range(run, first)) and not unlisted.of_many(
        sentence, run, first, head, lexicon
    ):
        branch = run > 1 and sentence.tokens[run - 1].upos in ("ADP", "DET", "CCONJ")
        return min(_trim(sentence, run, first), _office(sentence, first, head, lexicon) if branch else first)
    # "Secretary of State Antony Brook", "Deputy Minister for Energy Pavel Orlov"
    j = run - 1
    if j > 0 and sentence.tokens[j].text == "the":
        j -= 1
    branch = not all(is_honorific(sentence.tokens[i].text, lexicon) for i in range(run, first))
    kin = is_kin(sentence, max(j - 1, 0), lexicon)  # "the sister of 12-year-old Karim Emad"
    if branch and j > 0 and not kin and sentence.tokens[j].text in ("of", "for", "to") and _is_one(sentence, j - 1, lexicon):
        return _trim(sentence, _run(sentence, j, None), first)
    return _office(sentence, first, head, lexicon)


def _is_one(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    return is_role(sentence, i, lexicon) and "Plur" not in sentence.tokens[i].feats


def _beside(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> int:
    """A noun directly before the name that the tree ties to something else ("Coast United chair Per Dahl said"), that no list
    knows ("descendent Per Dahl"), or that a bracket shortens ("chief executive officer (CEO) Per Dahl")."""
    tokens = sentence.tokens
    if first < 1:
        return first
    last = first - 1
    if (compound := hyphened(sentence, last)) in lexicon.roles:
        return last - 2 * compound.count("-")
    if tokens[last].text == ")" and last > 2 and tokens[last - 2].text == "(":
        short, long = is_holder(sentence, last - 1, lexicon), is_holder(sentence, last - 3, lexicon)
        return _run_of_title(sentence, last - 2, lexicon) if long else last - 1 if short else first
    token = tokens[last]
    if token.upos not in ("NOUN", "PROPN") or "Plur" in token.feats or is_day(sentence, last, lexicon):
        return first
    told = (
        token.rel == "nmod:desc" and token.head == head and (token.upos == "NOUN" or unlisted.is_office(sentence, first, lexicon))
    )
    told = told or unlisted.is_trade(sentence, first, head)
    if is_holder(sentence, last, lexicon):
        start = _run_of_title(sentence, first, lexicon)
        bare = start == last and is_kin(sentence, last, lexicon)  # "Wailwan woman Meg Dahl", "a Wailwan" being a name
        return first if bare or (start and tokens[start - 1].upos in ("DET", "PRON")) else start
    return first if not told or is_thing(token.lemma, lexicon) else _run_of_title(sentence, first, lexicon)


def _run_of_title(sentence: Sentence, stop: int, lexicon: Lexicon) -> int:
    """Where the nouns and modifiers begin that end before ``stop``, whatever the tree says; a name of a person ends them."""
    start = stop
    for i in range(stop - 1, max(-1, _run(sentence, stop, None) - 1), -1):
        owner = start < stop and (sentence.tokens[start].xpos == "POS" or sentence.tokens[start].ner.endswith("PER"))
        named = sentence.tokens[i].ner.endswith("PER") and not sentence.tokens[i].text.islower()
        named = named and not owner and not unlisted.is_place(sentence, i, start, stop, lexicon)
        if named or is_day(sentence, i, lexicon) or sentence.tokens[i].xpos == "NNS":
            break
        start = i
    return _trim(sentence, _whole(sentence, start), stop)


def _whole(sentence: Sentence, start: int) -> int:
    """Where the name of a body begins in which a title begins: the "Bureau" of "Bureau of Coastal Affairs director"."""
    tokens = sentence.tokens
    while start > 0:
        if tokens[start].ner.startswith("I-") and not tokens[start].ner.endswith("PER"):
            start -= 1
        elif start > 1 and (
            tokens[start - 1].text == "of" and tokens[start].upos == "PROPN" and tokens[start].ner != "O"
            and tokens[start - 2].upos == "PROPN" and not tokens[start - 2].ner.endswith("PER")
            and not tokens[start - 2].ner.startswith("B-")
        ):  # fmt: skip
            start -= 2
        elif tokens[start].upos == tokens[start - 1].upos == "PROPN" and tokens[start].head == start - 1:
            start -= 1
        else:
            break
    return start


def _of_name(sentence: Sentence, start: int, lexicon: Lexicon) -> int:
    """Where a title begins that begins in the midst of a body's name ("Justice Under Threat's judge Ana Ruiz") or behind the "of"
    before it ("CEO of HBC Ana Ruiz")."""
    tokens = sentence.tokens
    i = start
    while i > 0 and tokens[start].upos == "PROPN" and tokens[i - 1].ner[:2] == "I-" and tokens[i - 1].ner != "I-PER":
        i -= 1
    start = _run_of_title(sentence, i - 1, lexicon) if i < start and tokens[i - 1].ner.startswith("B-") else start
    link = start - 1 - (start > 1 and tokens[start - 1].text == "the")
    if link < 1 or tokens[link].text != "of" or tokens[start].ner != "B-ORG" or not _is_one(sentence, link - 1, lexicon):
        return start
    return (
        start
        if is_kin(sentence, link - 1, lexicon) or link - 1 not in sentence.ancestors(start)
        else _run_of_title(sentence, link, lexicon)
    )


def _in_charge(sentence: Sentence, start: int, lexicon: Lexicon) -> int:
    """With the "acting" of an "acting planning manager", whatever stands in front of it."""
    tokens = sentence.tokens
    if start and tokens[start - 1].text == "Under" and tokens[start].text == "Secretary":
        return start - 1
    if not start or fold(tokens[start - 1].text) not in lexicon.serving:
        return start
    return _run(sentence, start - 1, None) if start > 1 and tokens[start - 2].upos in ("NOUN", "PROPN") else start - 1


def _joined(sentence: Sentence, start: int, first: int, lexicon: Lexicon) -> int:
    """Where a title begins of which "and" joins two parts: "lawyer and activist Ana Ruiz", "planning and science manager Ana
    Ruiz"; an article makes it two people."""
    tokens = sentence.tokens
    while start > 1 and tokens[start - 1].text in _AND:
        before = _run_of_title(sentence, start - 1, lexicon)
        last = start - 2
        if before <= last and tokens[last].base in _BRANCH and start <= tokens[last].head < first and tokens[last].xpos != "NNS":
            start = before
            continue
        if (branch := unlisted.branch(sentence, last, (start, first), lexicon)) is not None:
            return branch
        if (office := _first_of_two(sentence, start, first, lexicon)) is not None:
            return office
        if (office := _branches(sentence, start, first, lexicon)) is not None:
            return office
        one = is_holder(sentence, last, lexicon) and "Plur" not in tokens[last].feats and tokens[last].xpos != "NNS"
        if before > last or not one or tokens[before].text == "fellow":
            break
        shared = before and tokens[before - 1].upos in ("DET", "PRON") and not unlisted.trades(sentence, (before, first), lexicon)
        if shared or (before and tokens[before - 1].ner.endswith("PER")):
            break  # "the lawyer and activist", of two people; "Yorta man and activist", whose name is no title
        start = before
    return start


def _first_of_two(sentence: Sentence, start: int, first: int, lexicon: Lexicon) -> int | None:
    """Where two offices begin of which the first has a branch: "Minister of Works and Head of the Harbour Board Ana Ruiz"."""
    tokens = sentence.tokens
    one = next((tokens[k].head for k in range(start, first) if tokens[k].base == "conj" and 0 <= tokens[k].head < start), None)
    if one is None or not _is_one(sentence, one, lexicon) or tokens[one + 1].text not in _OF:
        return None
    plain = all((t.upos in _OFFICE or t.text in _OFFICE_MARKS) and not t.ner.endswith("PER") for t in tokens[one:start])
    return _run_of_title(sentence, one + 1, lexicon) if plain else None


def _branches(sentence: Sentence, start: int, first: int, lexicon: Lexicon) -> int | None:
    """Where one office begins of whose branches "and" joins the last two: "Minister of Foreign Affairs and Trade Ana Ruiz"."""
    tokens = sentence.tokens
    i = start - 2
    while i > 0 and tokens[i].upos in ("NOUN", "PROPN", "ADJ") and tokens[i].text[:1].isupper():
        i -= 1
    capital = all(t.text[:1].isupper() and t.upos in ("NOUN", "PROPN", "ADJ") for t in tokens[start:first])
    if not capital or not 0 < i < start - 2 or tokens[i].text not in ("of", "for") or not is_role(sentence, i - 1, lexicon):
        return None
    other = any(is_role(sentence, k, lexicon) for k in range(start, first))
    return None if other or not tokens[i - 1].text[:1].isupper() else _run_of_title(sentence, i, lexicon)


def _unmoved(sentence: Sentence, start: int, first: int, lexicon: Lexicon) -> int:
    """Without what a reporter sees in a face: "a subdued Prime Minister Ana Ruiz" is Prime Minister."""
    tokens = sentence.tokens
    ranked = any(tokens[i].text[:1].isupper() and fold(tokens[i].text) in lexicon.ranks for i in range(start, first))
    if ranked and start > 0 and tokens[start - 1].text.lower() in _INDEFINITE:
        while start < first - 1 and tokens[start].upos in ("ADJ", "VERB") and tokens[start].text.islower():
            start += 1
    return start


def _office(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> int:
    """Where an office of many words begins that stands before a name without a comma, as TASS writes it: "Director of the First
    European Department of the Russian Foreign Ministry Artyom Orlov"; ``first`` where none does."""
    tokens = sentence.tokens
    case = [c for c in sentence.children(head, "case") if not (0 < c < first - 1 and is_role(sentence, c - 1, lexicon))]
    named = tokens[head].base in ("nsubj", "appos", "flat", "conj") and not case
    named |= tokens[head].base == "nmod" and tokens[first - 1].ner.endswith("ORG") and not case
    inner = sentence.subtree(head)
    person = first - 1 in inner and tokens[first].ner.endswith("PER") and tokens[first - 1].upos != "PUNCT"
    if first < 3 or not named or not (tokens[first - 1].upos == "PROPN" or tokens[first - 1].text == ")" or person):
        return first
    for i in range(first - 2, max(-1, first - _LONGEST_OFFICE), -1):
        if (tokens[i].upos not in _OFFICE and tokens[i].text not in _OFFICE_MARKS) or tokens[i].ner.endswith("PER"):
            return first
        kin = is_kin(sentence, i, lexicon)  # "the sister of 12-year-old Karim Emad"
        if tokens[i + 1].text in _OF and tokens[i].upos in ("NOUN", "PROPN") and not kin and is_role(sentence, i, lexicon):
            break
    else:
        return first
    start = _run(sentence, i, None) if i else 0
    if i and tokens[i - 1].text.lower() == "acting":
        start = i - 1
    top = i
    while tokens[top].base == "conj" and tokens[top].head >= 0 and tokens[tokens[top].head].base != "root":
        top = tokens[top].head  # "the sales, communications and brand manager of Delta Foods Ana Ruiz said"
    same = tokens[head].head in (tokens[i].head, tokens[top].head) and tokens[top].base in ("nsubj", "conj")
    verb = tokens[head].head  # "warned Secretary of the Security Council Ana Ruiz", whatever the office hangs on
    tied = same or start == 0 or verb == start - 1 or (person and i in inner) or verb in sentence.subtree(i)
    if "Plur" in tokens[i].feats or not tied:
        return first
    return _trim(sentence, start, first)


def _noun_phrase(sentence: Sentence, first: int, head: int) -> set[int]:
    allowed = set(sentence.subtree(head))
    above = sentence.tokens[head].head
    if (
        0 <= above < first
        and first - above <= _LONGEST
        and sentence.tokens[head].base in ("flat", "appos", "compound", "nmod", "dep")
    ):
        allowed |= set(sentence.subtree(above))
    before = sentence.tokens[first - 1] if first else sentence.tokens[head]
    twins = before.head == above >= 0 and before.base == sentence.tokens[head].base != "conj"
    if twins:  # "met his counterpart Lavrov", parsed as two
        allowed |= set(sentence.subtree(first - 1))
    return allowed


def _run(sentence: Sentence, stop: int, allowed: set[int] | None) -> int:
    tokens = sentence.tokens
    i = stop
    while i > 0 and stop - i < _LONGEST:
        token = tokens[i - 1]
        bracketed = i > 3 and i < stop and token.text == ")" and tokens[i - 3].text == "(" and tokens[i - 4].upos in _RUN
        if bracketed and tokens[i - 2].text.isupper():  # "the JD (S) leader Ana Ruiz"
            i -= 3
            continue
        glue = i - 1 > 0 and (token.text in _GLUE or (token.text in "'’" and tokens[i - 2].text.endswith("s")))
        fits = allowed is None or i - 1 in allowed or token.base in _INSIDE
        hyphened = token.xpos in _TAILS and i > 1 and tokens[i - 2].text == "-"  # "gender-based violence expert", "wing-back"
        if not (glue or hyphened or _is_noun(sentence, i - 1)) or not fits or edges.is_year_of_date(sentence, i - 1):
            break
        i -= 1
    while i < stop and not _is_noun(sentence, i):
        i += 1
    return i


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Whether a token is a noun or its modifier, a capitalised participle among them: "Stolen Generations survivor"."""
    token = sentence.tokens[i]
    named = token.xpos in ("VBN", "VBG") and token.base == "amod" and token.text[:1].isupper() and i > 0
    short = token.xpos == "GW" and token.text[:1].isupper()  # "Det Ch Insp"
    return named or short or token.upos in _RUN or token.xpos.startswith("NNP")


def _trim(sentence: Sentence, start: int, first: int) -> int:
    return next((i for i in range(start, first) if sentence.tokens[i].text not in DROPPED), max(start, first))
