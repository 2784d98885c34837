"""Whatever the parser returns, cycles and all, the stance rules answer: one Stance per target, words inside the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes import data, stance
from quotes.model import Article, Attribution, Cue, Document, Mention, Sentence, Speaker, Token

RULES = stance.load(data.folder("rules"), ["russia", "nato"])
WORDS = (
    "Russia",
    "Russian",
    "Putin",
    "Moscow",
    "Kremlin",
    "we",
    "they",
    "it",
    "not",
    "no",
    "attack",
    "attacked",
    "threat",
    "groundless",
    "accusations",
    "condemned",
    "praised",
    "support",
    "for",
    "of",
    "by",
    "against",
    "brutal",
    "and",
    "but",
    "must",
    "withdraw",
    "said",
    "is",
    "a",
    "friend",
    "cooperation",
    "with",
    "sanctions",
    "on",
    "lift",
    "?",
    ".",
    ",",
    "forces",
    "people",
    "evidence",
    "denied",
)
RELS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "nmod:poss",
    "amod",
    "compound",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "cop",
    "aux",
    "aux:pass",
    "advmod",
    "det",
    "case",
    "mark",
    "appos",
    "flat",
    "parataxis",
    "punct",
    "root",
)
UPOS = ("NOUN", "VERB", "ADJ", "PROPN", "PRON", "ADP", "ADV", "AUX", "PUNCT")
XPOS = ("NN", "VBD", "VBN", "VBG", "JJ", "NNP", "WDT", "IN")
TAGS = ("O", "B-PER", "B-LOC", "I-LOC", "B-NORP")


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, Sentence]:
    """Any words with any heads and labels: not always a tree."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    tokens, at = [], 0
    for word in words:
        head = draw(st.integers(-1, len(words) - 1))
        tokens.append(
            Token(
                at,
                at + len(word),
                word,
                word.lower(),
                draw(st.sampled_from(UPOS)),
                draw(st.sampled_from(XPOS)),
                "_",
                head,
                draw(st.sampled_from(RELS)),
                draw(st.sampled_from(TAGS)),
            )
        )
        at += len(word) + 1
    text = " ".join(words)
    return text, Sentence(tuple(tokens), 0, len(text))


@given(sentences(), st.data())
def test_any_tree_gets_an_answer(made: tuple[str, Sentence], more: st.DataObject) -> None:
    text, sentence = made
    places = st.integers(0, len(sentence.tokens) - 1)
    first, last = sorted((more.draw(places), more.draw(places)))
    quoted = (sentence.tokens[first].start, sentence.tokens[last].end)
    said, who = sentence.tokens[more.draw(places)], more.draw(places)
    speaker = sentence.tokens[who]
    attribution = Attribution(
        (quoted,),
        "direct",
        0,
        0,
        Cue(said.start, said.end, said.lemma, 0, sentence.tokens.index(said)),
        Mention(speaker.start, speaker.end, 0, who),
    )
    document = Document(Article(text), ((0, len(text)),), [sentence])
    found = stance.judge(document, [attribution], [Speaker(more.draw(st.sampled_from(["Putin", "Ann Lee", None])))], RULES)[0]
    assert [s.target for s in found] == ["russia", "nato"]
    for one in found:
        assert -1 <= one.score <= 1
        assert 0 <= one.confidence <= 1
        for clue in one.evidence:
            assert clue.text == text[clue.start : clue.end] != ""


def test_an_unparsed_quotation_has_no_target() -> None:
    text = "Russia lied."
    document = Document(Article(text), ((0, len(text)),), [])
    found = stance.judge(document, [Attribution(((0, 12),), "direct", 0, 0)], [Speaker(None)], RULES)[0]
    assert [s.label for s in found] == ["no_target", "no_target"]
