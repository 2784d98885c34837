"""Which noun beside a person's name tells the office or trade: an apposition, a copula's, a relative clause's."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve import titles
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.nominals import ANY_PERSON
from quotes.resolve.reference import span_text

_INDEFINITE = frozenset(("a", "an"))
_WORK = frozenset(("of", "at", "for"))
_DENYING = frozenset(("not", "n't", "n’t", "never", "no", "hardly"))
"""Words that deny a predicate."""


def noun_beside(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> int | None:
    """The noun that an apposition ("Lind, the minister,"; "the minister, Lind,"), a copula ("Lind is one of the founders") or a
    relative clause ("Lind, who is a geologist") puts beside the name with this head and first token; None without one."""
    behind = _behind(sentence, head, lexicon)
    if behind is not None:
        return None if titles.left(sentence, behind) else behind
    above = sentence.tokens[head].head
    found = _before(sentence, head, first, lexicon) if above >= 0 else None
    if found is not None:
        return found
    appointed = next((i for c in sentence.children(head, "acl") for i in _appointed(sentence, c, first, lexicon)), None)
    if appointed is None and above >= 0 and sentence.tokens[head].base == "nsubj":
        clauses = [c for c in sentence.children(above, "advcl") if head < c < above]
        appointed = next((i for c in clauses for i in _appointed(sentence, c, first, lexicon)), None)
    if appointed is not None:
        return appointed
    if above >= 0 and sentence.tokens[head].base == "nsubj" and _is_told(sentence, above, lexicon):
        return above
    return next((c for c in sentence.children(head, "acl:relcl") if _is_told(sentence, c, lexicon)), None)


def heading(article: str, sentence: Sentence, head: int, lexicon: Lexicon) -> str | None:
    """The office that a clause tells by its verb: "Lind, who heads the institute" is head of the institute."""
    for verb in sentence.children(head, "acl:relcl"):
        token = sentence.tokens[verb]
        particle = next((f" {fold(sentence.tokens[c].text)}" for c in sentence.children(verb, "compound:prt")), "")
        office = lexicon.heading.get(fold(token.lemma) + particle)
        if token.xpos not in ("VBZ", "VBP") and office not in lexicon.lasting:
            continue  # "who headed the institute" does so no more
        who = [c for c in sentence.children(verb, "nsubj") if fold(sentence.tokens[c].text) == "who"]
        led = next(iter(sentence.children(verb, "obj")), None)
        if office is None or not who or led is None or sentence.tokens[led].upos == "PRON":
            continue
        last = led
        for c in sentence.children(led, "nmod"):
            last = max(last, *sentence.subtree(c)) if c > led else last
        first = min([led, *(c for c in sentence.children(led, "det", "amod", "compound", "nmod:poss") if verb < c < led)])
        return f"{office} of {span_text(article, sentence.tokens[first].start, sentence.tokens[last].end)}"
    return None


def teaching(article: str, sentence: Sentence, head: int, lexicon: Lexicon) -> str | None:
    """The trade that a clause tells by its verb and where: "Lind, who lectures at Kolm University" is a lecturer there."""
    above = sentence.tokens[head].head
    verbs = [*sentence.children(head, "acl:relcl"), *([above] if sentence.tokens[head].base == "nsubj" and above >= 0 else [])]
    for verb in verbs:
        token = sentence.tokens[verb]
        trade = lexicon.practising.get(fold(token.lemma)) if token.xpos in ("VBZ", "VBP") else None
        places = [c for c in sentence.children(verb, "obl") if c > verb and _at_a_body(sentence, c, lexicon)]
        if trade is None or not places:
            continue
        first = min(sentence.children(places[0], "case"))
        return f"{trade} {span_text(article, sentence.tokens[first].start, sentence.tokens[_end(sentence, places[0])].end)}"
    return None


def _at_a_body(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a phrase names a body at which somebody works: "at the University of Oslo"."""
    case = [sentence.tokens[c].text for c in sentence.children(i, "case")]
    return case == ["at"] and sentence.tokens[i].upos == "PROPN" and any(
        fold(sentence.tokens[k].text) in lexicon.bodies for k in sentence.subtree(i)
    )  # fmt: skip


def _end(sentence: Sentence, i: int) -> int:
    """The last token of a name and the phrases that belong to it, up to a comma or a clause."""
    last = i
    for k in sorted(sentence.subtree(i)):
        if k > i and (sentence.tokens[k].text in (",", "and") or sentence.tokens[k].upos in ("VERB", "AUX", "PRON")):
            break
        last = max(last, k)
    return last


def is_parted(sentence: Sentence, head: int, i: int) -> bool:
    """Whether a colon stands between: "RUTH KELLERMAN, HOST: Governor, you voted" makes her no governor."""
    return any(t.text == ":" for t in sentence.tokens[head:i])


def _appointed(sentence: Sentence, verb: int, first: int, lexicon: Lexicon) -> list[int]:
    """The office in "Lind, appointed the family's lawyer, said": a participle behind a comma, without a subject of its own."""
    token = sentence.tokens[verb]
    behind = verb > first and sentence.tokens[verb - 1].text == "," and token.xpos in ("VBN", "VBD")
    if not behind or fold(token.lemma) not in lexicon.appointing or sentence.children(verb, "nsubj"):
        return []
    named = any(t.upos in ("VERB", "AUX") for t in sentence.tokens[first:verb])
    return [] if named else [
        i for i in sentence.children(verb, "obj", "xcomp", "obl") if i > verb and titles.is_holder(sentence, i, lexicon)
    ]  # fmt: skip


def _behind(sentence: Sentence, head: int, lexicon: Lexicon) -> int | None:
    """The noun of "Lind, the minister,"."""
    for i in sentence.children(head, "appos"):
        role = titles.is_holder(sentence, i, lexicon) and sentence.tokens[i].upos != "PROPN"
        if any(head < c < i and sentence.tokens[c].ner.endswith("PER") for c in sentence.children(head, "conj")):
            continue  # "Lind and Ruiz, another driver," tells of Ruiz
        clause = any(head < c < i for c in sentence.children(head, "acl:relcl"))  # "Lind, who lives in Kolm, a village, said"
        if (role or (not clause and _is_somebody(sentence, head, i, lexicon))) and not is_parted(sentence, head, i):
            return i
    return None


def _is_somebody(sentence: Sentence, head: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun that no list knows describes who says something: "Lind, a Norwegian expat, said", "Lind, the overlooker of
    Kolm Mill,"; of others it may tell what befell them ("They freed Lind, a decision that …")."""
    noun = sentence.tokens[i]
    articles = [sentence.tokens[c].text.lower() for c in sentence.children(i, "det")]
    article = any(a in _INDEFINITE or (a == "the" and _at_work(sentence, i)) for a in articles)
    known = titles.is_thing(noun.lemma, lexicon) or titles.is_day(sentence, i, lexicon)
    return article and noun.xpos == "NN" and sentence.tokens[head].rel == "nsubj" and not known


def _at_work(sentence: Sentence, i: int) -> bool:
    """Whether a noun tells of or at which named body or place: "the overlooker of Kolm Mill"."""
    return any(
        sentence.tokens[c].upos == "PROPN" and any(sentence.tokens[k].text in _WORK for k in sentence.children(c, "case"))
        for c in sentence.children(i, "nmod")
    )


def _before(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> int | None:
    """The noun of "the minister, Lind,"."""
    token = sentence.tokens[head]
    above = token.head
    if sentence.children(above, "cop") and is_parted(sentence, above, first):
        return None  # "Mei is a born queen: Ana Ruiz", as a headline has it
    if token.base == "appos" and above < first:  # "the head of the agency, Lind,": the parser may hang Lind on the agency
        if _one_of(sentence, above, lexicon):
            return above
        for i in (above, *sentence.ancestors(above)):
            if titles.is_holder(sentence, i, lexicon):
                general = sentence.tokens[i].text == "general" and i and titles.is_role(sentence, i - 1, lexicon)
                return i - 1 if general else i
            if sentence.tokens[i].base not in ("nmod", "flat", "compound", "appos"):
                break
    if token.base == "nsubj" and first > 1 and sentence.tokens[first - 1].text == ",":  # parsed as two subjects
        twin = [i for i in sentence.children(above, "nsubj") if i < first and titles.is_role(sentence, i, lexicon)]
        begin = min(sentence.subtree(twin[-1])) if twin else first
        begin += sentence.tokens[begin].text == ","
        parted = any(t.text == "," for t in sentence.tokens[twin[-1] : first - 1]) if twin else True
        beside = begin > 0 and sentence.tokens[begin - 1].text.lower() == "with"  # "With her daughter standing by, Lind weaves"
        if not parted and not beside and not titles.of_other(sentence, begin, first):
            return twin[-1]
    return None


def is_judged(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun is a predicate that tells what the reporter thinks of somebody or whose side he takes, no office: "is a good
    representative", "is the most outspoken critic", "is the man who …"."""
    if not sentence.children(i, "cop"):
        return False
    words = (fold(sentence.tokens[c].text) for c in sentence.children(i, "amod"))
    plain = fold(sentence.tokens[i].lemma) in ANY_PERSON and not sentence.children(i, "amod", "compound", "nmod")
    return plain or fold(sentence.tokens[i].lemma) in lexicon.siding or any(w in lexicon.judging for w in words)


def is_denied(sentence: Sentence, i: int) -> bool:
    """Whether a predicate tells what somebody is not: "is not a thief", "is no thief", "is no longer a member"."""
    beside = sentence.children(i, "advmod", "det")
    words = {fold(sentence.tokens[k].lemma) for c in beside for k in (c, *sentence.children(c, "advmod"))}
    return bool(sentence.children(i, "cop")) and not words.isdisjoint(_DENYING) and "only" not in words


def _is_told(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the predicate of a copula is an office or trade that its subject has now: "is a geologist"."""
    if not sentence.children(i, "cop") or titles.left(sentence, i) or is_judged(sentence, i, lexicon) or is_denied(sentence, i):
        return False
    token = sentence.tokens[i]
    if token.text == "one":
        return _one_of(sentence, i, lexicon)
    if token.upos == "PROPN":
        return bool(sentence.children(i, "det")) and titles.is_trade(token.text, lexicon)
    return token.upos == "NOUN" and titles.is_holder(sentence, i, lexicon)


def _one_of(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a number tells of which people somebody is one: "one of the founders"."""
    return sentence.tokens[i].text.lower() == "one" and any(
        "Plur" in sentence.tokens[c].feats and titles.is_holder(sentence, c, lexicon)
        for c in sentence.children(i, "nmod")
        if not titles.is_kin(sentence, c, lexicon)
    )
