"""Build references: what the words of a name, noun phrase or pronoun tell about whom they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Sentence, Span
from quotes.resolve import affiliation, appositions, clauses, roles, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold, person_words, words
from quotes.resolve.reference import Reference, Sort, is_quoted, span_text

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", True)),
}
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_LONGEST = 8
"""Tokens of a phrase behind the people of whom somebody is one."""
_MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc", "flat")


def person(
    text: str, sentence: Sentence, span: tuple[int, int, int], head: int, lexicon: Lexicon, quoted: Sequence[Span]
) -> Reference:
    """A person's name: ``span`` is (first token of the title, first and stop token of the name)."""
    title, first, stop = span
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    role, beside, owner = roles.told(text, sentence, (title, first, stop), head, lexicon, quoted)
    of = next((i for i in range(title, first) if sentence.tokens[i].upos == "ADP"), first)
    nouns = _role_nouns(sentence, range(title, of), lexicon)
    nouns |= _role_nouns(sentence, [beside] if beside is not None else [], lexicon)
    forms = [fold(sentence.tokens[i].text).strip(".") for i in range(max(0, min(title, first - 1)), first)]
    gender, hinted = _told_gender([*forms, *nouns], lexicon)
    modifiers = [*range(title, first), *(sentence.subtree(beside) if beside is not None else [])]
    initials = titles.are_initials(sentence, first, stop, lexicon)
    name = words(text[start:end]) if initials else person_words(text[start:end], lexicon)
    last = words(text[start:end])[-1:]
    return Reference(
        *(sentence.index, sentence.paragraph, head, first, stop, start, end),
        form="name", sort="person", text=span_text(text, start, end), words=name, gender=gender, hinted=hinted,
        plural=len(name) == 1 and sentence.tokens[stop - 1].xpos == "NNPS",
        subject=is_subject(sentence, head, title) or _in_subject(sentence, title, head), quoted=is_quoted(start, quoted),
        role=role, role_owner=owner, role_nouns=nouns,
        states=told_states(sentence, [*modifiers, *_owners(sentence, head, title)], lexicon),
        same_as=beside, age=_age(sentence, head), body=affiliation.told(text, sentence, head, (min(title, first), stop), lexicon),
        honorific=any(f in lexicon.honorifics for f in forms), outer=title, tried=clauses.tried(sentence, head, lexicon.trying),
        generation=last[0] if len(last) and last[0] in lexicon.generations else "",
    )  # fmt: skip


def _owners(sentence: Sentence, head: int, first: int) -> list[int]:
    """The state of "Norway's Per Dahl"."""
    return [c for c in sentence.children(head, "nmod:poss") if c < first]


def _told_gender(forms: Sequence[str], lexicon: Lexicon) -> tuple[str, bool]:
    """Gender that titles and descriptions tell, and whether it is but a hint ("spokesman")."""
    for tables, hint in (((lexicon.honorifics, lexicon.relations), False), ((lexicon.ranks, lexicon.roles), True)):
        for table in tables:
            gender = next((table[f] for f in forms if table.get(f)), "")
            if gender:
                return gender, hint and gender == "m"
    return "", False


def _role_nouns(sentence: Sentence, indices: Sequence[int], lexicon: Lexicon) -> frozenset[str]:
    found = [i for i in indices if titles.is_role(sentence, i, lexicon) and not titles.is_general(sentence, i, lexicon)]
    out = set()
    for i in found:
        token = sentence.tokens[i]
        form = fold(token.text).strip(".")
        if form not in lexicon.modifying or i == found[-1]:
            out.add(form if form in lexicon.ranks or token.upos == "PROPN" else fold(token.lemma))
    return frozenset(out)


def _age(sentence: Sentence, head: int) -> str | None:
    return next(
        (
            sentence.tokens[i].text
            for i in sentence.children(head, "appos", "nummod", "amod")
            if sentence.tokens[i].text.isdigit()
        ),
        None,
    )


def nominal(text: str, sentence: Sentence, i: int, lexicon: Lexicon, quoted: Sequence[Span]) -> Reference:
    """A noun phrase with a common noun (or a title used as one: "the President") as its head."""
    token = sentence.tokens[i]
    if titles.is_general(sentence, i, lexicon):
        token = sentence.tokens[i - 1]
    national = titles.is_national(sentence, i, lexicon)
    lemma = "person" if national else _noun(token.lemma, token.text, lexicon)
    if any(fold(sentence.tokens[c].text) == "state" and c == i + 2 for c in sentence.children(i, "nmod")):
        lemma = f"{lemma} of state"  # "the head of state": a president, not the head of anything
    first = min([i, *(j for c in sentence.children(i, "det", *_MODIFIERS) if c < i for j in sentence.subtree(c) if j < i)])
    if lemma == "old":
        first = next((j for j in range(i, max(-1, i - 9), -1) if sentence.tokens[j].upos == "DET"), first)
    plural = "Plur" in token.feats or token.xpos in ("NNS", "NNPS")
    owner = next((c for c in sentence.children(i, "nmod:poss") if sentence.tokens[c].upos in ("PROPN", "NOUN", "PRON")), None)
    modifiers = [*([i] if national else []), *(j for c in sentence.children(i, *_MODIFIERS) for j in sentence.subtree(c))]
    if owner is not None and titles.is_day(sentence, owner, lexicon):  # "Friday's affidavit"
        first = min(i, max(sentence.subtree(owner)) + 1)
        owner = None
    start, end = sentence.tokens[first].start, token.end
    det = next((fold(sentence.tokens[j].text) for j in range(first, i) if sentence.tokens[j].upos == "DET"), "")
    single = any(sentence.tokens[c].text.lower() == "one" for c in sentence.children(i, "nummod")) or det in ("a", "an")
    form = fold(token.text)
    single |= form in lexicon.roles and form not in lexicon.groups and not form.endswith("s")  # "Political scientist predicts"
    plural = plural and not single  # "an aunty", whatever the tagger makes of it
    gender = lexicon.person_noun(lemma)
    sort = noun_sort(lemma, gender, plural, lexicon)
    if sort == "person" and det in ("a", "an") and fold(token.text) == f"{lemma}s":
        sort = "body"  # "a butchers" is the shop
    if (
        sort == "thing"
        and not plural
        and lemma not in lexicon.name_nouns
        and any(sentence.tokens[c].ner.endswith("PER") for c in sentence.children(i, "appos"))
    ):
        sort = "person"  # "the harbour master, Ida Brekke": an office that no list knows
    if sort == "thing" and lemma in lexicon.shares and (is_subject(sentence, i, first) or _than(sentence, i)):
        sort, plural = "group", True  # "34 percent said"
    age = _years(sentence, first, i)
    if sort == "thing" and age and det in _DEFINITE and not plural:
        sort, gender = "person", gender or ""  # "the 27-year-old star"
    return Reference(
        *(sentence.index, sentence.paragraph, i, first, i + 1, start, end),
        form="nominal", sort=sort, text=span_text(text, start, end), words=(lemma,), plural=plural,
        gender=(gender or "") if sort in ("person", "group") else "n",
        hinted=gender == "m" and lemma not in lexicon.relations,
        definite=det in _DEFINITE or owner is not None or token.upos == "PROPN",
        subject=is_subject(sentence, i, first), quoted=is_quoted(token.start, quoted),
        role_nouns=frozenset((lemma,)) if gender is not None and not national else frozenset(),
        states=told_states(sentence, modifiers, lexicon), same_as=_equated(sentence, i, quoted), age=age, owner=owner,
        complement=any(c > i for c in sentence.children(i, "nmod")),
        clause=any(_restricts(sentence, i, c) for c in sentence.children(i, "acl:relcl")),
    )  # fmt: skip


def _than(sentence: Sentence, i: int) -> bool:
    """Whether a share stands behind "more than", which parsers take for a preposition: "More than half said"."""
    return i > 1 and sentence.tokens[i - 1].text.lower() == "than" and not sentence.children(i, "case")


def one_of(text: str, sentence: Sentence, i: int, people: int, lexicon: Lexicon, quoted: Sequence[Span]) -> Reference:
    """Somebody told but as one of several: "one of them"; of things or bodies it stays a thing or body."""
    whole = nominal(text, sentence, people, lexicon, quoted)
    own = [i for c in sentence.children(people, "nmod") if c > people for i in sentence.subtree(c)]
    last = max([people, *own])  # "one of the wise men of the dynasty"
    end = sentence.tokens[last if own == list(range(people + 1, last + 1)) and last - people <= _LONGEST else people].end
    pronoun_of = fold(sentence.tokens[people].text) == "them"
    sort: Sort = "person" if pronoun_of or whole.sort == "group" else whole.sort
    return replace(
        nominal(text, sentence, i, lexicon, quoted),
        sort=sort, gender="" if pronoun_of else whole.gender, plural=False, definite=False, complement=True,
        end=end, text=span_text(text, sentence.tokens[i].start, end),
    )  # fmt: skip


def _restricts(sentence: Sentence, i: int, clause: int) -> bool:
    """Whether a relative clause belongs to its noun closely: no comma stands before it."""
    first = min(sentence.subtree(clause))
    return i < first and sentence.tokens[first - 1].text != "," and sentence.tokens[first].text != ","


def _years(sentence: Sentence, first: int, i: int) -> str | None:
    """The age in "the 54-year-old baker", whether hyphens part the tokens or not."""
    for j in range(first, i + 1):
        if "year" in sentence.tokens[j].text:
            number = sentence.tokens[j].text.partition("-")[0]
            return next((n for n in (number, sentence.tokens[j - 2].text if j > 1 else "") if n.isdigit()), None)
    return None


def _noun(lemma: str, form: str, lexicon: Lexicon) -> str:
    lemma, form = fold(lemma), fold(form)
    lemma, form = lemma.removeprefix("ex-"), form.removeprefix("ex-")
    for word in (lemma, form, form.removesuffix("s"), form.removesuffix("es"), form.replace("men", "man")):
        if lexicon.person_noun(word) is not None or word in lexicon.bodies or word in lexicon.documents:
            return word
    return lemma


def noun_sort(lemma: str, gender: str | None, plural: bool, lexicon: Lexicon) -> Sort:
    """What a common noun stands for."""
    if lemma == "old" or gender is not None:
        return "group" if plural else "person"
    if lemma in lexicon.groups:
        return "group"
    for table, sort in ((lexicon.media, "media"), (lexicon.documents, "document"), (lexicon.bodies, "body")):
        if lemma in table:
            return sort  # type: ignore[return-value]
    return "thing"


def _equated(sentence: Sentence, i: int, quoted: Sequence[Span]) -> int | None:
    token = sentence.tokens[i]
    if token.base == "appos" and token.head >= 0:
        return None if appositions.is_parted(sentence, token.head, i) else token.head
    first = token.head if token.base == "conj" and not sentence.children(i, "nsubj") else i  # "is a hand and a member"
    if sentence.children(first, "cop") and not is_quoted(token.start, quoted) and not appositions.is_denied(sentence, i):
        return next(iter(sentence.children(first, "nsubj")), None)
    return None


def pronoun(sentence: Sentence, i: int, quoted: Sequence[Span]) -> Reference:
    """A third-person pronoun of any case."""
    token = sentence.tokens[i]
    gender, plural = PRONOUNS[fold(token.text)]
    sort: Sort = "person" if gender in ("m", "f") else "group" if plural else "body"
    return Reference(
        *(sentence.index, sentence.paragraph, i, i, i + 1, token.start, token.end),
        form="pronoun", sort=sort, text=token.text, words=(fold(token.text),), gender=gender, plural=plural,
        subject=is_subject(sentence, i, i), quoted=is_quoted(token.start, quoted),
    )  # fmt: skip


def is_subject(sentence: Sentence, head: int, first: int) -> bool:
    """Whether a noun phrase from token ``first`` on with this head is a subject."""
    token = sentence.tokens[head]
    if token.base == "nsubj" or clauses.presented(sentence, head):
        return True
    above = token.head
    if token.base == "compound" and above > head and sentence.tokens[above].upos == "NOUN":
        return False  # "the Lind angle", "the Fair Water editor"
    return (
        token.base in ("flat", "appos", "compound")
        and above >= 0
        and sentence.tokens[above].base == "nsubj"
        and above >= first - 8
    )


def _in_subject(sentence: Sentence, title: int, head: int) -> bool:
    """Whether the name is a part of its own title's noun phrase, which is a subject: "The ambassador to Chile Ana Ruiz said"."""
    above = set(sentence.ancestors(head))
    return any(sentence.tokens[i].base == "nsubj" and i in above for i in range(title, head))


def told_states(sentence: Sentence, indices: Sequence[int] | range, lexicon: Lexicon) -> frozenset[str]:
    """States that the words at these tokens name."""
    forms = [(i, sentence.tokens[i].text) for i in indices if sentence.tokens[i].upos in ("ADJ", "PROPN", "NOUN")]
    out = set()
    for k, (i, form) in enumerate(forms):
        if not form[:1].isupper():
            continue
        pair = f"{form} {forms[k + 1][1]}" if k + 1 < len(forms) and forms[k + 1][0] == i + 1 else ""
        before = f"{forms[k - 1][1]} {form}" if k and forms[k - 1][0] == i - 1 else ""
        if before and fold(before) in lexicon.states:
            continue
        state = lexicon.states.get(fold(pair)) or lexicon.states.get(fold(form)) or lexicon.states.get(form.lower())
        if state:
            out.add(state)
    return frozenset(out)
