"""What the words around a name tell against the tagger, which calls it a person's."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve import naming, offices, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import np_head

_YOUNGEST, _OLDEST = 9, 110
"""Between them lies what a number in brackets behind a name tells of an age."""
_OFFICE_LINKS = frozenset(("of", "at", "for", "to", "with"))


def mended(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> str:
    """The kind of a name: no person is a body with an article or its noun before it, the place somebody is from, an event called
    after somebody; what a noun beside it calls a paper is one, whatever the tagger does (kind ``MEDIA``)."""
    if kind in ("PER", "ORG", "MISC", "FAC") and _called_paper(sentence, first, stop, lexicon):
        return "MEDIA"
    if is_paper(sentence, first, stop, lexicon):
        return "MEDIA"
    if kind in ("ORG", "MISC", "LOC") and (_in_office(sentence, first, stop, lexicon) or _lives(sentence, first, stop, lexicon)):
        return "PER"
    if kind in ("ORG", "MISC", "LOC") and naming.is_given(sentence, np_head(sentence, first, stop), lexicon):
        return "PER"
    if kind != "PER":
        return kind
    if _of_origin(sentence, first, stop, lexicon):
        return "LOC"
    if _called_body(sentence, first, stop, lexicon) or _with_article(sentence, first, stop, lexicon):
        return "ORG"
    last = fold(sentence.tokens[stop - 1].text)
    return "ORG" if stop - first > 2 and last in lexicon.events else kind


def behind_short(sentence: Sentence, first: int, stop: int, kind: str, lexicon: Lexicon) -> bool:
    """Whether a body's initials and the name of who speaks for it were taken for one name, no comma standing between: "the
    ambassador to the AU Ana Ruiz, who stayed, said"."""
    tokens = sentence.tokens
    short = tokens[first].text
    if kind not in ("ORG", "LOC", "MISC") or stop - first < 3 or not (short.isupper() and 1 < len(short) < 7 and short.isalpha()):
        return False
    link = first - 1 - (first > 0 and tokens[first - 1].text == "the")
    office = link > 0 and tokens[link].text in _OFFICE_LINKS and titles.is_role(sentence, link - 1, lexicon)
    if not office or "Plur" in tokens[link - 1].feats or not _has_name(sentence, first + 1, stop, lexicon):
        return False
    after = [t for t in tokens[stop : stop + 2] if t.text != ","]
    return bool(after) and (after[0].upos in ("VERB", "AUX") or after[0].text == "who")


def is_paper(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a noun for a person is a paper's name by its capital behind the article: "The Economist said", no "the Economist
    Ana Ruiz"."""
    name = sentence.tokens[first].text
    if stop - first != 1 or not name[:1].isupper() or fold(name) not in lexicon.called:
        return False
    after = sentence.tokens[stop].text if stop < len(sentence.tokens) else ""
    if sentence.tokens[first].base == "amod":
        return False  # "the Australian rugby legend"
    return first > 0 and sentence.tokens[first - 1].text.lower() == "the" and not after[:1].isupper()


def _in_office(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether an office makes a person of a name: "the global head of policy, Juniper Lane, said", "said Director of Training Ali
    Noor"; behind a noun for a body a comma may begin that one's ("the head of the firm, Delta Foods, said")."""
    if stop >= len(sentence.tokens) or not _has_name(sentence, first, stop, lexicon):
        return False
    if _titled(sentence, first, stop, lexicon):
        return True
    office = offices.before(sentence, first, lexicon)
    verb = sentence.tokens[stop + (sentence.tokens[stop].text == ",") :][:1]
    if office is None or not verb or verb[0].upos not in ("VERB", "AUX"):
        return False
    nouns = (sentence.tokens[office.head], sentence.tokens[office.stop - 1])
    return not any(fold(t.lemma) in lexicon.bodies for t in nouns) and fold(nouns[0].lemma) in lexicon.leading


def _lives(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a name tell that it is one person's: "Mei Lund, who lives in Kolm, said", "Amina Begum (75) has
    written"; a team takes a verb of many ("Kolm Rovers, who were second")."""
    behind = sentence.tokens[stop : stop + 3]
    if len(behind) < 3 or not _has_name(sentence, first, stop, lexicon):
        return False
    head = np_head(sentence, first, stop)
    if behind[0].text == "(" and behind[2].text == ")":
        return sentence.tokens[head].base == "nsubj" and behind[1].text.isdigit() and _YOUNGEST < int(behind[1].text) < _OLDEST
    verb = behind[1].head
    if behind[0].text != "," or behind[1].text != "who" or verb < 0 or sentence.tokens[verb].head != head:
        return False
    finite = (verb, *sentence.children(verb, "aux", "cop"))
    return any(sentence.tokens[i].xpos == "VBZ" or sentence.tokens[i].text == "was" for i in finite)


def _has_name(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name has two or three words of which none is a body's, a paper's or a state's."""
    words = sentence.tokens[first:stop]
    known = any(no_person(t.text, lexicon) for t in words)
    return 1 < len(words) < 4 and not known and all(t.upos == "PROPN" and t.text.istitle() for t in words)


def no_person(form: str, lexicon: Lexicon) -> bool:
    """Whether a word is known from the names of bodies, papers, states or documents."""
    tables = (lexicon.bodies, lexicon.media_names, lexicon.states, lexicon.seats, lexicon.documents)
    return any(fold(form) in table for table in tables)


def _titled(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name stands in apposition to an office without a comma: "Director of Training Fathi Djamal"."""
    token = sentence.tokens[np_head(sentence, first, stop)]
    office = sentence.tokens[token.head] if token.base == "appos" and 0 <= token.head < first - 1 else None
    if office is None or sentence.tokens[first - 1].upos == "PUNCT" or "Plur" in office.feats:
        return False
    return fold(office.lemma) in lexicon.leading and sentence.tokens[token.head + 1].text in ("of", "for")


def _called_paper(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a noun beside the name says so: "Novy Kray, a local newspaper,"; "the local newspaper Novy Kray"."""
    head = np_head(sentence, first, stop)
    beside = [c for c in sentence.children(head, "appos") if c >= stop]
    below = sentence.tokens[head].head == first - 1 and sentence.tokens[head].base in ("appos", "flat")
    if first and (below or (sentence.tokens[first - 1].head == head and sentence.tokens[first - 1].rel == "nmod:desc")):
        beside.append(first - 1)
    return any(sentence.tokens[i].xpos == "NN" and fold(sentence.tokens[i].lemma) in lexicon.papery for i in beside)


def _called_body(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the noun before a name says that it is a body's: "the media group Novy Kray", "the app's maker, Lumio"."""
    name = sentence.tokens[np_head(sentence, first, stop)]
    noun = sentence.tokens[name.head] if 0 <= name.head < first and name.base in ("appos", "flat") else None
    if noun is None or noun.xpos != "NN":
        return False
    alone = stop - first == 1 and name.head == first - 2 and sentence.tokens[first - 1].text == ","
    return fold(noun.lemma) in (lexicon.any_body if alone else lexicon.bodily if name.head == first - 1 else ())


def _of_origin(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """The "Holm" of "a mother from Holm"."""
    token = sentence.tokens[first]
    if stop - first > 1 or token.base != "nmod" or not 0 <= token.head < first:
        return False
    case = [sentence.tokens[c].text for c in sentence.children(first, "case")]
    return case == ["from"] and titles.is_holder(sentence, token.head, lexicon)


def _with_article(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether an article stands before a name of two words that is no modifier: "the Dewan Rakyat was told"."""
    head = np_head(sentence, first, stop)
    if stop - first < 2 or not first or sentence.tokens[first - 1].text.lower() != "the":
        return False
    token = sentence.tokens[head]
    if (
        token.base not in ("nsubj", "obj", "obl", "nmod", "iobj")
        or token.xpos == "NNPS"
        or sentence.children(head, "acl", "appos")
    ):
        return False
    forms = [fold(t.text).strip(".") for t in sentence.tokens[first:stop]]
    return not any(f in lexicon.given or lexicon.person_noun(f) is not None or f in lexicon.articled for f in forms)
