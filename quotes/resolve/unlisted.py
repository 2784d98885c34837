"""Titles in front of a name that no list knows, told by the tree: "County Recorder Ana Ruiz", "Kolm carver Per Dahl"."""

from __future__ import annotations

from quotes.model import Sentence
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.titles import is_holder, is_honorific, is_kin, is_role, is_thing


def is_trade(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a singular noun without article, which the tree ties to the full name behind it, is its title whatever the lists
    know: "Kolm carver Per Dahl said"."""
    noun, name = sentence.tokens[first - 1], sentence.tokens[head]
    named = [t.ner for t in sentence.tokens[first - 1 : first + 2]]
    full = named[1:] == ["B-PER", "I-PER"] or named == ["I-PER"] * 3
    tied = name.head == first - 1 and name.base in ("flat", "appos", "nmod")
    tied |= name.head == noun.head >= 0 and name.base == noun.base == "nsubj"
    tied |= named[0] == "I-PER"  # taken for a part of the name
    plain = noun.text.islower() and noun.xpos in ("NN", "NNP") and not sentence.children(first - 1, "det", "nmod:poss", "case")
    return full and tied and plain


def is_office(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """The "Recorder" of "County Recorder Ana Ruiz", whatever the lists know: a full name follows."""
    token, after = sentence.tokens[first - 1], sentence.tokens[first + 1 : first + 2]
    word = fold(token.text).strip(".")
    full = bool(after) and after[0].upos == "PROPN" and after[0].ner == "I-PER"
    known = is_honorific(word, lexicon) or word in lexicon.given
    return full and token.ner == "O" and token.text[:1].isupper() and not known


def is_place(sentence: Sentence, i: int, start: int, stop: int, lexicon: Lexicon) -> bool:
    """The "Kolmark" of "Kolmark carver Per Dahl", which a tagger takes for a person: one word that only modifies the noun."""
    token, after = sentence.tokens[i], sentence.tokens[i + 1]
    alone = token.ner[0] == "B" and after.ner == "O"
    modifies = token.base == "compound" and i < token.head < stop and not is_kin(sentence, token.head, lexicon)
    return alone and start == i + 1 < stop and modifies


def branch(sentence: Sentence, i: int, office: tuple[int, int], lexicon: Lexicon) -> int | None:
    """Where the branch begins that ends with token ``i``, to which the tree joins the office between these tokens, one article
    standing before both: "the sales and brand manager of Delta Foods Ana Ruiz"; None where it is none."""
    tokens = sentence.tokens
    first = min([i, *(c for c in sentence.children(i, "compound", "amod", "det") if c < i)])
    joined = any(tokens[k].base == "conj" and tokens[k].head == i for k in range(*office))
    own = is_holder(sentence, i, lexicon) or is_thing(tokens[i].lemma, lexicon) or tokens[i].upos != "NOUN"
    return first + 1 if joined and not own and tokens[first].upos == "DET" else None


def of_children(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether the words before a name tell how many children somebody has, not whose parent: "mother of three Ana Ruiz"."""
    tokens = sentence.tokens
    several = first > 2 and tokens[first - 1].xpos == "CD" and tokens[first - 2].text == "of" and tokens[first].xpos == "NNP"
    return several and is_kin(sentence, first - 3, lexicon) and "Plur" not in tokens[first - 3].feats


def of_many(sentence: Sentence, run: int, first: int, head: int, lexicon: Lexicon) -> bool:
    """Whether the nouns for people from token ``run`` to the name are those whom its office is over: the "governors" of "chair of
    governors Ana Ruiz"."""
    tokens = sentence.tokens
    office = run - 2
    over = run > 1 and tokens[first - 1].xpos == "NNS" and tokens[run - 1].text == "of" and is_role(sentence, office, lexicon)
    one = over and "Plur" not in tokens[office].feats and not is_kin(sentence, office, lexicon)
    return one and tokens[head].head in (office, tokens[office].head)


def trades(sentence: Sentence, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether what "and" joins behind one article are trades of one person, no offices: "the priest and scholar Ana Ruiz"."""
    tokens = sentence.tokens[slice(*span)]
    plain = all(t.upos in ("NOUN", "ADJ", "CCONJ") and (t.text.islower() or t.ner.endswith("NORP")) for t in tokens)
    return plain and not any(fold(t.lemma) in lexicon.ranks for t in tokens)
