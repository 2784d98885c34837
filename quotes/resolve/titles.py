"""Words for people by office, trade or relation, and the descriptions that such a word heads: "Lind, a senior fellow at …"."""

from __future__ import annotations

import re

from quotes.medium import is_medium
from quotes.model import Sentence
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import hyphened, span_text

_LONGEST_APPOSITION = 18
_DESCRIBING = frozenset(("det", "amod", "compound", "nmod", "nummod", "flat", "fixed", "goeswith"))
_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)['‘’](?![ns]\b)")
_BREAKS = frozenset((";", "—", "–", "(", ":", '"', "“", "”"))
DROPPED = frozenset(
    (
        "the", "a", "an", "its", "his", "her", "their", "our", "my", "new", "newly", "then", "this", "that", "one", "another",
        "said", "aforesaid",
    )
)  # fmt: skip


def is_holder(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """The same of a noun for who follows a trade, in the lists or by its ending ("archaeologist")."""
    token = sentence.tokens[i]
    return is_role(sentence, i, lexicon) or (token.upos == "NOUN" and is_trade(token.lemma, lexicon))


def are_initials(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether two capitals that can be short for an office are initials: they stand between an office and one name ("chief
    minister MK Stalin")."""
    token = sentence.tokens[first]
    return (
        stop - first == 2 and first > 0 and len(token.text) == 2 and token.text.isupper()
        and sentence.tokens[first - 1].xpos == "NN" and is_role(sentence, first - 1, lexicon)
    )  # fmt: skip


def is_trade(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends as those for a trade do: "geologist"."""
    return fold(word).endswith(lexicon.trades)


def is_thing(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun is known to mean no single person: a body, a document, an outlet, a group."""
    return any(fold(word) in known for known in (lexicon.bodies, lexicon.documents, lexicon.media, lexicon.groups))


def is_role(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is a word for a person by office, rank or relation."""
    token = sentence.tokens[i]
    if hyphened(sentence, i) in lexicon.roles:
        return True
    if token.upos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if i and token.text in lexicon.national and fold(sentence.tokens[i - 1].text) in lexicon.states:
        return True
    lemma, form = fold(token.lemma), fold(token.text).strip(".")
    words = (lemma, form, form.removeprefix("ex-").removeprefix("co-").removeprefix("vice-"))  # "ex-mayor", "co-organizer"
    return any(w in t for w in words for t in (lexicon.roles, lexicon.ranks, lexicon.relations))


def is_day(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` tells when; "May" may be somebody."""
    return fold(sentence.tokens[i].text) in lexicon.calendar and sentence.tokens[i].ner == "O"


def left(sentence: Sentence, i: int) -> bool:
    """Whether a noun tells an office that somebody had once: "Ramesh, who was environment minister under Singh"."""
    perfect = any("Tense=Pres" in sentence.tokens[c].feats for c in sentence.children(i, "aux"))  # "has been a comedian since"
    return not perfect and any("Tense=Past" in sentence.tokens[c].feats for c in sentence.children(i, "cop"))


def is_general(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """The "general" of a secretary general, who commands no troops."""
    return sentence.tokens[i].text.lower() == "general" and i > 0 and is_role(sentence, i - 1, lexicon) and (
        fold(sentence.tokens[i - 1].text) not in lexicon.officers
    )  # fmt: skip


def of_other(sentence: Sentence, begin: int, first: int) -> bool:
    """Whether a description from token ``begin`` on tells of the person named before its comma, not of the name behind it: "given
    by the late Per Dahl, Lind's fellow pilot, Ana Ruiz sat down"; a second comma behind the name would make it hers."""
    tokens = sentence.tokens
    if begin < 2 or tokens[begin - 1].text != "," or not tokens[begin - 2].ner.endswith("PER"):
        return False
    i = first
    while i < len(tokens) and (tokens[i].upos == "PROPN" or tokens[i].ner.endswith("PER")):
        i += 1
    return i < len(tokens) and tokens[i].text not in (",", ".", ":")


_NATIONAL = ("an", "ese", "ine", "ite")


def is_national(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` calls one person by nation or region: "the Dane", "the top-ranked Bavarian"."""
    token = sentence.tokens[i]
    first = min([i, *(j for c in sentence.children(i, "amod", "nummod") for j in sentence.subtree(c) if j < i)])
    if not first or sentence.tokens[first - 1].text.lower() != "the" or token.xpos not in ("NN", "NNP") or token.base != "nsubj":
        return False
    word = fold(token.text)
    told = word in lexicon.people or (token.ner in ("B-NORP", "B-PER") and word.endswith(_NATIONAL))
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return told and word not in lexicon.known and not (after is not None and after.ner.startswith("I-"))


def role_text(article: str, sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> str | None:
    """The tokens as a role, without honorifics ("Mr") and articles; None if nothing remains or marks are in it."""
    if first < stop and in_marks(span_text(article, sentence.tokens[first].start, sentence.tokens[stop - 1].end)):
        return None
    keep = first
    while keep < stop and (_is_dropped(sentence, keep, lexicon) or _is_loose(sentence, keep)):
        keep += 1
    opened = any(t.text == "(" for t in sentence.tokens[keep:stop])
    while (
        stop > keep
        and " ".join(fold(t.text) for t in sentence.tokens[stop - 2 : stop]) not in lexicon.ranks
        and (
            (sentence.tokens[stop - 1].upos == "PUNCT" and not (opened and sentence.tokens[stop - 1].text == ")"))
            or _honours(sentence.tokens[stop - 1].text, lexicon)
        )
    ):
        stop -= 1
    pair = [fold(t.text) for t in sentence.tokens[max(keep, stop - 2) : stop]]
    stop -= 2 if " ".join(pair) in lexicon.honorifics else 0  # "deputy president Tan Sri"
    if keep >= stop:
        return None
    if stop - keep > 1 and fold(sentence.tokens[stop - 1].text) in lexicon.noble and is_role(sentence, stop - 2, lexicon):
        stop -= 1
    stop = _without_rank(sentence, keep, stop, lexicon)
    text = span_text(article, sentence.tokens[keep].start, sentence.tokens[stop - 1].end)
    return text.removesuffix("'s").removesuffix("’s").strip(" -") or None


def _is_loose(sentence: Sentence, i: int) -> bool:
    """Whether a token before a role is but a link; the "Under" of an Under Secretary is none."""
    return sentence.tokens[i].upos in ("CCONJ", "ADP", "PUNCT") and sentence.tokens[i].text != "Under"


def _without_rank(sentence: Sentence, keep: int, stop: int, lexicon: Lexicon) -> int:
    """Where an office ends that a soldier's rank follows: "army spokesman Maj. Gen.", "security analyst Maj Gen (retd)"."""
    tokens, end = sentence.tokens, stop
    if end - keep > 3 and tokens[end - 1].text == ")" and fold(tokens[end - 2].text).strip(".") in lexicon.past:
        end -= 3
    while end > keep and is_military(tokens[end - 1].text, lexicon) and (
        tokens[end - 1].text.endswith(".") or fold(tokens[end - 1].text) in lexicon.shortened
    ):  # fmt: skip
        end -= 1
    if end - keep > 1 and fold(tokens[end - 1].text) in lexicon.styled and is_role(sentence, end - 2, lexicon):
        modified = fold(tokens[end - 2].text) in lexicon.modifying
        return end if modified else end - 1  # "law expert Professor", not "associate professor"
    if end - keep > 1 and _ends_with_rank(sentence, end, lexicon):
        return end - 1
    if fold(tokens[end - 1].text) in lexicon.bound:
        return stop  # "Detective Sgt"
    office = any(is_role(sentence, i, lexicon) and not is_military(sentence.tokens[i].text, lexicon) for i in range(keep, end))
    return end if office else stop


def _ends_with_rank(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a soldier's rank follows who leads or speaks: "police spokesperson Captain", not "Secretary General"."""
    post, rank = (fold(t.text) for t in sentence.tokens[end - 2 : end])
    return post in lexicon.leading and post not in lexicon.modifying and rank in lexicon.military and rank != "general"


def is_military(form: str, lexicon: Lexicon) -> bool:
    """Whether a word is a soldier's rank or the branch he serves in: "Army Gen."."""
    return fold(form).strip(".") in lexicon.military


def in_marks(role: str) -> bool:
    """Whether a role is in quotation marks, which makes it the reporter's joke: "his 'fiery friend' Kim"."""
    return _MARKS.search(role) is not None


def is_honorific(form: str, lexicon: Lexicon) -> bool:
    """Whether a word, with or without its full stop, honours whom it stands before ("Mr", "Dr.")."""
    return fold(form).strip(".") in lexicon.honorifics


def is_kin(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` tells whose relative somebody is ("sister")."""
    return fold(sentence.tokens[i].lemma) in lexicon.relations


def _honours(form: str, lexicon: Lexicon) -> bool:
    """The same of a capitalised word; "citizen" in small letters is none."""
    return is_honorific(form, lexicon) and form[:1].isupper()


def _is_dropped(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Articles of any case, "new" in small letters only ("New York mayor"); "one of the leaders" keeps its number."""
    form = sentence.tokens[i].text
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if after is not None and after.text == "-" and after.start == sentence.tokens[i].end:
        return False  # "A-level student"
    if fold(form) in lexicon.styles and after is not None and after.upos == "PROPN" and is_role(sentence, i + 1, lexicon):
        return False  # "Lord Chancellor"
    if form == "One" and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].upos == "PROPN":
        return False  # "One Sky founder"
    if form in ("one", "One") and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text == "of":
        return False
    if form == "fellow" and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].upos in ("NOUN", "ADJ", "PROPN"):
        return True  # "fellow beekeeper": one more of them
    return (
        _honours(form, lexicon)
        or form in DROPPED
        or form.lower() in ("the", "a", "an", "one", "this", "that", "his", "her", "its", "their")
    )


def _breaks(sentence: Sentence, i: int) -> bool:
    """Whether a description ends at token ``i``; a dash within a name ("ISEAS–Yusof Ishak Institute") ends none."""
    tokens = sentence.tokens
    inside = tokens[i].text == "–" and 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start
    return tokens[i].text in _BREAKS and not (inside and tokens[i].end == tokens[i + 1].start)


def described(article: str, sentence: Sentence, noun: int, lexicon: Lexicon) -> str | None:
    """The description a noun heads ("a senior fellow at the Institute"), without article, clauses and further appositions."""
    inside = [noun]
    for child in sentence.below[noun]:
        date = sentence.tokens[child].rel == "nmod:unmarked" and any(is_day(sentence, c, lexicon) for c in sentence.below[child])
        apart = date or is_day(sentence, child, lexicon) or is_medium(sentence, child, noun)
        if sentence.tokens[child].base in _DESCRIBING and not apart:
            inside += sentence.subtree(child)
    if noun + 1 < len(sentence.tokens) and sentence.tokens[noun + 1].text.lower() == "general":  # "secretary general for arms"
        inside += [noun + 1, *(i for c in sentence.children(noun + 1, "nmod") for i in sentence.subtree(c))]
    known = set(inside)
    articles = [c for c in sentence.children(noun, "det") if c < noun]
    first, last = articles[-1] if articles else min(inside), max(inside)
    for i in range(first + 1, noun):
        if sentence.tokens[i].text == "," and sentence.tokens[i - 1].upos in ("NOUN", "PROPN"):
            first = i + 1  # "and, by extension, its first secretary of state, Hilda Clifton"
        if sentence.tokens[i].upos == "ADP" and sentence.tokens[i].head == noun and sentence.tokens[i].base == "case":
            first = i + 1  # "just weeks after the state's trade chief, Ana Ruiz, left"
    first = first if (begin := _listed(sentence, noun, lexicon)) is None else begin
    words: list[int] = []
    for i in range(first, min(last + 1, first + _LONGEST_APPOSITION)):
        clause = "PronType=Rel" in sentence.tokens[i].feats and sentence.tokens[i - 1].text.lower() != "those"
        if i > noun and (i not in known or clause or _breaks(sentence, i)):
            break
        if sentence.tokens[i].text == "," and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].ner.endswith("PER"):
            break  # "the head of the port authority, Emine Aksoy, said": the tree may tie the name to the authority
        if sentence.tokens[i].text == "," and i > noun and i + 1 <= last and sentence.tokens[i + 1].text in ("a", "an"):
            break  # "president of the institute, a charity"
        words.append(i)
    while len(words) > 1 and sentence.tokens[words[0]].upos == "PUNCT":
        words.pop(0)
    while words and sentence.tokens[words[-1]].upos in ("ADP", "DET", "PUNCT", "CCONJ"):
        words.pop()
    role = role_text(article, sentence, words[0], words[-1] + 1, lexicon) if words else None
    adverb = words[0] - 1 if words else -1
    if role and adverb >= 0 and fold(sentence.tokens[adverb].text) in lexicon.past and sentence.tokens[adverb].upos == "ADV":
        return span_text(article, sentence.tokens[adverb].start, sentence.tokens[words[-1]].end)  # "once a professor"
    return role


def of_list(sentence: Sentence, i: int, lexicon: Lexicon) -> int:
    """The rank of "the health, education and welfare minister" for a branch that a tree takes for a noun; ``i`` for all else."""
    if _is_branch(sentence, i, lexicon) and not sentence.tokens[i].ner.endswith("ORG"):
        for noun in range(i + 1, min(len(sentence.tokens), i + _LONGEST_APPOSITION)):
            if is_role(sentence, noun, lexicon):
                begin = _listed(sentence, noun, lexicon)
                return noun if begin is not None and begin <= i else i
    return i


def _listed(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """Where the branches begin that a comma and "and" list before the rank they belong to: "the business, energy and industrial
    strategy secretary"; not so "after the crash, health and safety minister Lind left", "seeing the crash, health …"."""
    tokens = sentence.tokens
    i = noun
    while i > 0 and (tokens[i - 1].text in (",", "and", "&") or _is_branch(sentence, i - 1, lexicon)):
        i -= 1
    run = [t.text for t in tokens[i:noun]]
    comma = run.index(",") if "," in run else 0
    closed = i > 0 and (tokens[i - 1].upos == "DET" or tokens[i - 1].xpos in ("POS", "PRP$"))
    if (
        not closed
        or not comma
        or not {"and", "&"}.intersection(run[comma + 2 :])
        or fold(tokens[noun].lemma) not in lexicon.ranks
    ):
        return None
    if tokens[i + comma - 1].base in ("obj", "obl", "nmod") or tokens[i - 2 if i > 1 else 0].upos == "ADP":
        return None
    return i if any(fold(word) in lexicon.portfolios for word in run) and run[-1] not in ("and", "&", ",") else None


def _is_branch(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a token may be a word for what an office is in charge of."""
    token = sentence.tokens[i]
    return token.upos in ("NOUN", "ADJ", "PROPN") and not token.ner.endswith("PER") and not is_role(sentence, i, lexicon)
