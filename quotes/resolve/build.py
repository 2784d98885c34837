"""Build references: what the words of a name, noun phrase or pronoun tell about whom they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Sentence, Span
from quotes.resolve import affiliation, appositions, offices, titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold, person_words, words
from quotes.resolve.reference import Reference, Sort, span_text

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", True)),
}
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc", "flat")


def person(
    text: str, sentence: Sentence, span: tuple[int, int, int], head: int, lexicon: Lexicon, quoted: Sequence[Span]
) -> Reference:
    """A person's name: ``span`` is (first token of the title, first and stop token of the name)."""
    title, first, stop = span
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    beside = appositions.noun_beside(sentence, head, first, lexicon)
    if beside is not None and is_quoted(sentence.tokens[beside].start, quoted):
        beside = None  # "He is a good boy," wrote the father: no role
    role = titles.role_text(text, sentence, title, _without_style(sentence, title, first, lexicon), lexicon)
    if is_quoted(start, quoted) and role is not None and not titles.is_holder(sentence, first - 1, lexicon):
        role = None  # "the Jew Lind", as somebody calls him
    told = titles.described(text, sentence, beside, lexicon) if beside is not None else None
    told = told or appositions.heading(text, sentence, head, lexicon)
    office = offices.behind(sentence, stop, lexicon) or offices.before(sentence, min(title, first), lexicon)
    if office is not None and not is_quoted(sentence.tokens[office.first].start, quoted):
        read = titles.role_text(text, sentence, office.first, office.stop, lexicon)
        if beside is None or stop < office.stop <= beside or offices.is_cut(told, read):
            told, beside = read, office.head
    if role is not None and (place := _of_state(sentence, (title, first), stop, lexicon)) is not None:
        role = f"{role} of {place}"
    elif (seat := affiliation.of_title(text, sentence, (title, first), stop, lexicon)) is not None and not told:
        role = f"{role or sentence.tokens[first - 1].text} {seat}"
    if told and (role is None or _weaker(sentence, (title, first), role, told, lexicon)):
        role = told
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
        subject=is_subject(sentence, head, title), quoted=is_quoted(start, quoted), role=role, role_nouns=nouns,
        states=told_states(sentence, [*modifiers, *_owners(sentence, head, title)], lexicon),
        same_as=beside, age=_age(sentence, head), body=affiliation.told(text, sentence, head, (min(title, first), stop), lexicon),
        honorific=any(f in lexicon.honorifics for f in forms), outer=title,
        generation=last[0] if len(last) and last[0] in lexicon.generations else "",
    )  # fmt: skip


def _weaker(sentence: Sentence, title: Span, role: str, told: str, lexicon: Lexicon) -> bool:
    """Whether a title says less than the description behind the name: a soldier's rank alone, or a trade beside an office
    ("activist Ana Ruiz, co-founder of Fair Water")."""
    words = [fold(sentence.tokens[i].text).strip(".") for i in range(*title)]
    if words and all(w in lexicon.officers or w in lexicon.military for w in words):
        return True
    if len(words) == 1 and words[0] in lexicon.seated and _placed(told):
        return True
    ranked = any(w in lexicon.ranks for w in words)
    return not ranked and len(told) > len(role) and " of " in told and not any(w in lexicon.past for w in told.lower().split())


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
    return any(link in told for link in (" on ", " of "))


def _without_style(sentence: Sentence, title: int, first: int, lexicon: Lexicon) -> int:
    """Where a title ends that another follows: "Special Envoy to the Horn of Africa Ambassador Mike Hanson"."""
    double = any(sentence.tokens[i].upos == "ADP" for i in range(title, first - 1)) and titles.is_role(
        sentence, first - 1, lexicon
    )
    return first - 1 if double and sentence.tokens[first - 2].upos == "PROPN" else first


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
        first = next((j for j in range(i, max(-1, i - 6), -1) if sentence.tokens[j].upos == "DET"), first)
    plural = "Plur" in token.feats or token.xpos in ("NNS", "NNPS")
    owner = next((c for c in sentence.children(i, "nmod:poss") if sentence.tokens[c].upos in ("PROPN", "NOUN", "PRON")), None)
    modifiers = [*([i] if national else []), *(j for c in sentence.children(i, *_MODIFIERS) for j in sentence.subtree(c))]
    if owner is not None and titles.is_day(sentence, owner, lexicon):  # "Friday's affidavit"
        first = min(i, max(sentence.subtree(owner)) + 1)
        owner = None
    start, end = sentence.tokens[first].start, token.end
    det = next((fold(sentence.tokens[j].text) for j in range(first, i) if sentence.tokens[j].upos == "DET"), "")
    single = any(sentence.tokens[c].text.lower() == "one" for c in sentence.children(i, "nummod")) or det in ("a", "an")
    plural = plural and not single  # "an aunty", whatever the tagger makes of it
    gender = lexicon.person_noun(lemma)
    sort = noun_sort(lemma, gender, plural, lexicon)
    if sort == "thing" and not plural and any(sentence.tokens[c].ner.endswith("PER") for c in sentence.children(i, "appos")):
        sort = "person"  # "the harbour master, Ida Brekke": an office that no list knows
    if sort == "thing" and lemma in lexicon.shares and is_subject(sentence, i, first):
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
        subject=is_subject(sentence, i, first), quoted=is_quoted(start, quoted),
        role_nouns=frozenset((lemma,)) if gender is not None and not national else frozenset(),
        states=told_states(sentence, modifiers, lexicon), same_as=_equated(sentence, i, quoted), age=age, owner=owner,
        complement=any(c > i for c in sentence.children(i, "nmod")),
        clause=any(_restricts(sentence, i, c) for c in sentence.children(i, "acl:relcl")),
    )  # fmt: skip


def one_of(text: str, sentence: Sentence, i: int, people: int, lexicon: Lexicon, quoted: Sequence[Span]) -> Reference:
    """Somebody told but as one of several: "one of them"; of things or bodies it stays a thing or body."""
    whole, end = nominal(text, sentence, people, lexicon, quoted), sentence.tokens[people].end
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
    if sentence.children(i, "cop") and not is_quoted(token.start, quoted):
        return next(iter(sentence.children(i, "nsubj")), None)
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
    if token.base == "nsubj":
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


def is_quoted(start: int, quoted: Sequence[Span]) -> bool:
    """Whether an offset lies in quotation marks."""
    return any(s <= start < e for s, e in quoted)


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
