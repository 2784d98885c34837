"""The role of a person beside a name: the title in front, the description behind, and which of them says more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotes.model import Sentence, Span
from quotes.resolve import affiliation, appositions, offices, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import is_quoted, span_text


class Told(NamedTuple):
    """What stands beside a name: the role as text, the token of the noun that tells it there, and the token of the pronoun for
    whose it is ("his lawyer, Ana Ruiz")."""

    role: str | None
    beside: int | None
    owner: int | None


def told(text: str, sentence: Sentence, span: tuple[int, int, int], head: int, lexicon: Lexicon, quoted: Sequence[Span]) -> Told:
    """The role of a person; ``span`` is (first token of the title, first and stop token of the name)."""
    title, first, stop = span
    start = sentence.tokens[first].start
    beside = appositions.noun_beside(sentence, head, first, lexicon)
    if beside is not None and is_quoted(sentence.tokens[beside].start, quoted):
        beside = None  # "He is a good boy," wrote the father: no role
    role = titles.role_text(text, sentence, title, _without_style(sentence, title, first, lexicon), lexicon)
    if is_quoted(start, quoted) and role is not None and not titles.is_holder(sentence, first - 1, lexicon):
        role = None  # "the Jew Lind", as somebody calls him
    last = first - 1 - (sentence.tokens[first - 1].upos == "PUNCT")
    role = _single(sentence, last, role, lexicon) if role is not None else None
    found = titles.described(text, sentence, beside, lexicon) if beside is not None else None
    if found is not None and beside is not None:
        found = _with_owner(text, sentence, beside, _single(sentence, beside, found, lexicon))
    found = found or appositions.heading(text, sentence, head, lexicon) or appositions.teaching(text, sentence, head, lexicon)
    office = offices.behind(sentence, stop, lexicon) or offices.before(sentence, min(title, first), lexicon)
    if office is not None and not is_quoted(sentence.tokens[office.first].start, quoted):
        read = titles.role_text(text, sentence, office.first, office.stop, lexicon)
        once, _, core = (found or "").partition(" the ")  # "once the ambassador to Kenya and now the director …"
        if once in lexicon.past and offices.is_cut(core, read):
            found = f"{once} the {read}"
        elif beside is None or stop < office.stop <= beside or offices.is_cut(found, read):
            found, beside = read, office.head
    if role is not None and (place := _of_state(sentence, (title, first), stop, lexicon)) is not None:
        role = f"{role} of {place}"
    elif (seat := affiliation.of_title(text, sentence, (title, first), stop, lexicon)) is not None and not found:
        role = f"{role or sentence.tokens[first - 1].text} {seat}"
    owner = title - 1 if role is not None and title and sentence.tokens[title - 1].xpos == "PRP$" else None
    sides = beside is not None and fold(sentence.tokens[beside].lemma) in lexicon.siding  # "frontman Lind, a friend of both"
    if found and (role is None or (not sides and _weaker(sentence, (title, first), role, found, lexicon))):
        role, owner = found, _owner(sentence, beside)
    return Told(None if role is not None and fold(role) in lexicon.vague and owner is None else role, beside, owner)


def _with_owner(text: str, sentence: Sentence, noun: int, role: str) -> str:
    """A description with the body or state whose office it is: "Delta Air's director of sales"."""
    tokens = sentence.tokens
    begin = noun - 1
    while begin > 1 and tokens[begin - 1].upos == "PROPN":
        begin -= 1
    owned = tokens[noun - 1].xpos == "POS" and begin < noun - 1 and tokens[begin - 1].text == ","
    if not owned or not text.startswith(role, tokens[noun].start):
        return role
    return span_text(text, tokens[begin].start, tokens[noun].start + len(role))


def _single(sentence: Sentence, last: int, role: str, lexicon: Lexicon) -> str:
    """A title of several people for each of them: "economists Ana Ruiz and Per Dahl"."""
    noun = sentence.tokens[last]
    several = noun.xpos == "NNS" and fold(noun.text) == f"{fold(noun.lemma)}s" and titles.is_holder(sentence, last, lexicon)
    several |= noun.xpos == "NNPS" and fold(noun.text).removesuffix("s") in lexicon.ranks  # "Presidents Ruiz and Lind"
    if not several or not role.endswith(noun.text) or sentence.tokens[last - 1].text == "of":
        return role
    count = [i for i in sentence.children(last, "nummod") if role.startswith(sentence.tokens[i].text)]  # "Three appeal judges"
    return role[len(sentence.tokens[count[0]].text) if count else 0 : -1].lstrip()


def _owner(sentence: Sentence, noun: int | None) -> int | None:
    """The pronoun before the noun of a role: the "his" of "his lawyer, Ana Ruiz"."""
    owners = sentence.children(noun, "nmod:poss") if noun is not None else []
    return next((i for i in owners if sentence.tokens[i].xpos == "PRP$"), None)


def _weaker(sentence: Sentence, title: Span, role: str, told: str, lexicon: Lexicon) -> bool:
    """Whether a title says less than the description behind the name: a soldier's rank alone, or a trade beside an office
    ("activist Ana Ruiz, co-founder of Fair Water", "Attorney Ana Ruiz, chairman of the council")."""
    words = [fold(sentence.tokens[i].text).strip(".") for i in range(*title)]
    if words and all(w in lexicon.officers or w in lexicon.military for w in words):
        return True
    if len(words) == 1 and words[0] in lexicon.seated and _placed(told):
        return True
    head = fold(told.partition(" of ")[0].split()[-1])
    headed = len(words) == 1 and words[0] in lexicon.learned and (head in lexicon.leading or head in lexicon.ranks)
    ranked = any(w in lexicon.ranks for w in words) and not headed
    says = not ranked and len(told) > len(role) and (headed or " of " in told)
    return says and not any(w in lexicon.past for w in told.lower().split())


def _of_state(sentence: Sentence, title: Span, stop: int, lexicon: Lexicon) -> str | None:
    """The state behind a name that its office belongs to: "President Ana Ruiz of Chile"."""
    if stop + 1 >= len(sentence.tokens) or title[0] == title[1] or sentence.tokens[stop].text != "of":
        return None
    office = fold(sentence.tokens[title[1] - 1].text)
    named = [t.text for t in sentence.tokens[stop + 1 : stop + 3] if t.ner.endswith("LOC")]
    size = next((n for n in (2, 1) if fold(" ".join(named[:n])) in lexicon.seats), 0)
    found = " ".join(named[:size]) if not _goes_on(sentence, stop + 1 + size) else None  # "of Dhaka University" is no state
    told = any(fold(t.text) in lexicon.states for t in sentence.tokens[title[0] : title[1]])
    return found if found and office in lexicon.ranks and office not in lexicon.military and not told else None


def _goes_on(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].upos in ("PROPN", "NOUN")


def _placed(told: str) -> bool:
    """Whether a description tells where somebody holds the post: "the top Democrat on the committee"."""
    return any(link in told for link in (" on ", " of ", " for "))


def _without_style(sentence: Sentence, title: int, first: int, lexicon: Lexicon) -> int:
    """Where a title ends that another follows: "Special Envoy to the Horn of Africa Ambassador Mike Hanson"."""
    linked = (i for i in range(title + 1, first - 1) if sentence.tokens[i].upos == "ADP")
    double = titles.is_role(sentence, first - 1, lexicon) and any(titles.is_role(sentence, i - 1, lexicon) for i in linked)
    return first - 1 if double and sentence.tokens[first - 2].upos == "PROPN" else first
