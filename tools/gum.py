"""Read the documents of UD English GUM with their entities and coreference (``Entity`` in MISC) as our own values."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from quotes import marks
from quotes.model import Article, Document, Sentence, Span, Token

NER = {"person": "PER", "organization": "ORG", "place": "LOC"}
_ENTITY = re.compile(r"\((?P<open>\d+)-(?P<type>\w+)[^()]*(?P<single>\))?|(?P<close>\d+)\)")


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold mention: entity number and type, sentence index, first and stop token, head token."""

    entity: int
    type: str
    sentence: int
    first: int
    stop: int
    head: int


@dataclass
class GumDocument:
    """One document of GUM: our values, and its gold mentions by (sentence, head)."""

    name: str
    document: Document
    quoted: tuple[Span, ...] = ()
    mentions: Mapping[tuple[int, int], Sequence[Gold]] = field(default_factory=dict)
    spans: Mapping[int, Sequence[Gold]] = field(default_factory=dict)
    """Gold mentions by sentence."""


def read_gum(path: Path, genres: Sequence[str]) -> Iterator[GumDocument]:
    """The documents of one CoNLL-U file whose genre is among those asked for."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("# newdoc id = ")[1:]:
            name = block.split("\n", 1)[0]
            if name.split("_")[1] in genres:
                yield _document(name, block)


def _document(name: str, block: str) -> GumDocument:
    text, sentences, gold = "", [], []
    paragraphs: list[Span] = []
    opened: list[tuple[int, str, int, int]] = []
    for index, part in enumerate(p for p in block.split("\n\n") if "\n1\t" in "\n" + p):
        if "# newpar" in part or not paragraphs:
            text = text.rstrip() + "\n\n" if text else ""
            paragraphs.append((len(text), len(text)))
        start = len(text)
        tokens, text, mentions = _tokens(part, text, index, opened)
        gold += mentions
        end = len(text.rstrip())
        paragraphs[-1] = (paragraphs[-1][0], end)
        sentences.append(Sentence(tokens, start, end, len(paragraphs) - 1, index))
    named = [_with_names(s, [g for g in gold if g.sentence == s.index]) for s in sentences]
    by_head: dict[tuple[int, int], list[Gold]] = defaultdict(list)
    for mention in gold:
        sentence = sentences[mention.sentence]
        inside = range(mention.first, mention.stop)
        head = next((i for i in inside if sentence.tokens[i].head not in inside), mention.first)
        by_head[mention.sentence, head].append(replace(mention, head=head))
    document = Document(Article(text, id=name), tuple(paragraphs), named)
    quoted = tuple((q.start, q.end) for q in marks.find(text, paragraphs))
    by_sentence: dict[int, list[Gold]] = defaultdict(list)
    for mention in gold:
        by_sentence[mention.sentence].append(mention)
    return GumDocument(name, document, quoted, by_head, by_sentence)


def _tokens(
    part: str, text: str, index: int, opened: list[tuple[int, str, int, int]]
) -> tuple[tuple[Token, ...], str, list[Gold]]:
    tokens: list[Token] = []
    gold: list[Gold] = []
    glued_until = 0
    for line in part.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or "." in cells[0]:
            continue
        space = "" if "SpaceAfter=No" in cells[9] else " "
        if "-" in cells[0]:
            glued_until, glued_space = int(cells[0].split("-")[1]), space
            continue
        number = int(cells[0])
        if number < glued_until:
            space = ""
        elif number == glued_until:
            space = glued_space
        start = len(text)
        text += cells[1] + space
        head = int(cells[6]) - 1
        tokens.append(Token(start, start + len(cells[1]), cells[1], cells[2], cells[3], cells[4], cells[5], head, cells[7]))
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        if found:
            gold += _mentions(found[1], number - 1, index, opened)
    return tuple(tokens), text, gold


def _mentions(value: str, i: int, index: int, opened: list[tuple[int, str, int, int]]) -> Iterator[Gold]:
    for m in _ENTITY.finditer(value):
        if m["open"]:
            if m["single"]:
                yield Gold(int(m["open"]), m["type"], index, i, i + 1, i)
            else:
                opened.append((int(m["open"]), m["type"], index, i))
        elif m["close"]:
            at = next((k for k in reversed(range(len(opened))) if opened[k][0] == int(m["close"])), None)
            if at is not None:
                number, kind, sentence, first = opened.pop(at)
                if sentence == index:
                    yield Gold(number, kind, index, first, i + 1, first)


def _with_names(sentence: Sentence, gold: Sequence[Gold]) -> Sentence:
    """The sentence with BIO tags on the proper-noun core of each named mention."""
    tags = ["O"] * len(sentence.tokens)
    for mention in sorted(gold, key=lambda g: g.first - g.stop):
        kind = NER.get(mention.type, "MISC")
        inside = range(mention.first, mention.stop)
        head = next((i for i in inside if sentence.tokens[i].head not in inside), mention.first)
        if sentence.tokens[head].upos != "PROPN":
            continue
        first, stop = head, head + 1
        while first > mention.first and _in_name(sentence, first - 1):
            first -= 1
        while stop < mention.stop and _in_name(sentence, stop):
            stop += 1
        tags[first:stop] = [f"B-{kind}", *([f"I-{kind}"] * (stop - first - 1))]
    tokens = tuple(replace(t, ner=tag) for t, tag in zip(sentence.tokens, tags, strict=True))
    return replace(sentence, tokens=tokens)


def _in_name(sentence: Sentence, i: int) -> bool:
    near = sentence.tokens[max(0, i - 1) : i + 2 : 2]
    return sentence.tokens[i].upos == "PROPN" or (sentence.tokens[i].text == "-" and all(t.upos == "PROPN" for t in near))
