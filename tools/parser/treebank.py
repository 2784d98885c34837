"""Reads the data: CoNLL-U trees (UD), IOB2 names (UNER, English Worldwide Newswire), GUM's entities as names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAMES = ("PER", "ORG", "LOC", "NORP", "FAC", "MISC")
_WORLDWIDE = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "NORP", "Facility": "FAC", "Misc": "MISC"}
_GUM = {"person": "PER", "place": "LOC", "organization": "ORG"}
_UNER = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_ENTITY = re.compile(r"\((\d+)-([a-z]+)[^()]*?(\))?(?=\(|$|\d+\))|(\d+)\)")
_LINKS = frozenset({"of", "and", "for", "&", "-", "."})


@dataclass(slots=True)
class Word:
    """One word of the data; what a source does not annotate is None and is not trained on."""

    form: str
    lemma: str | None = None
    upos: str | None = None
    xpos: str | None = None
    feats: str | None = None
    head: int | None = None
    rel: str | None = None
    ner: str | None = None
    misc: str = "_"


Words = list[Word]


@dataclass(slots=True)
class Sample:
    """A sentence of a treebank with its raw text, document and place in it."""

    words: Words
    text: str = ""
    document: str = ""
    paragraph: bool = False
    """True where it begins a paragraph."""
    lines: list[str] = field(default_factory=list)
    """Its rows as they stand in the file, empty nodes left out."""


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, gzipped or not, without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def conllu(path: Path) -> list[Sample]:
    """The sentences of a CoNLL-U file; empty nodes are left out."""
    out: list[Sample] = []
    now = Sample([])
    document = ""
    for line in lines(path):
        if not line:
            out.append(now)
            now = Sample([], document=document)
        elif line.startswith("# newdoc"):
            now.document = document = line.partition("=")[2].strip()
            now.paragraph = True
        elif line.startswith("# newpar"):
            now.paragraph = True
        elif line.startswith("# text = "):
            now.text = line[9:]
        elif line[0] != "#":
            _row(now, line)
    return [sample for sample in out if sample.words]


def _row(sample: Sample, line: str) -> None:
    column = line.split("\t")
    if "." in column[0]:
        return
    sample.lines.append(line)
    if "-" not in column[0]:
        annotation = column[1], column[2], column[3], column[4], column[5], int(column[6]), column[7]
        sample.words.append(Word(*annotation, misc=column[9]))


def uner(path: Path) -> list[Words]:
    """UNER's sentences with PER, ORG, LOC; its class OTH is left untrained."""
    out: list[Words] = []
    now: Words = []
    for line in lines(path):
        if line and line[0] != "#":
            _, form, tag = line.split("\t")[:3]
            now.append(Word(form, ner=None if tag[2:] == "OTH" else _tag(tag, _UNER)))
        elif not line and now:
            out.append(now)
            now = []
    return [*out, now] if now else out


def worldwide(path: Path) -> list[Words]:
    """Sentences of the Worldwide Newswire file with the six classes of ``NAMES``; Date, Money and Product become O."""
    out: list[Words] = []
    now: Words = []
    for line in lines(path):
        if line and not line.startswith("# newdoc"):
            _, form, tag = line.split("\t")
            now.append(Word(form, ner=_tag(tag, _WORLDWIDE)))
        elif not line and now:
            out.append(now)
            now = []
    return [*out, now] if now else out


def _tag(tag: str, names: dict[str, str]) -> str:
    kind = names.get(tag[2:])
    return tag[:2] + kind if kind else "O"


def add_uner(samples: list[Sample], names: list[Words]) -> int:
    """Copy UNER's names onto the same sentences of EWT; returns how many were found."""
    found = 0
    table = {" ".join(w.form for w in words): words for words in names}
    for sample in samples:
        words = table.get(" ".join(w.form for w in sample.words))
        if words:
            found += 1
            for mine, theirs in zip(sample.words, words, strict=True):
                mine.ner = theirs.ner
    return found


def add_gum(samples: list[Sample]) -> None:
    """Names from GUM's entity mentions: the run of proper nouns around the head of each person, place and organisation."""
    for sample in samples:
        for word in sample.words:
            word.ner = "O"
        for first, last, kind in sorted(_mentions(sample.words), key=lambda m: m[0] - m[1]):
            _mark(sample.words, first, last, _GUM[kind])


def _mentions(words: Words) -> Iterator[tuple[int, int, str]]:
    """Entity mentions of the known types as (first word, last word, type)."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for i, word in enumerate(words):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for m in _ENTITY.finditer(entity.group(1)) if entity else ():
            if m.group(1) and m.group(3):
                yield from [(i, i, m.group(2))] if m.group(2) in _GUM else []
            elif m.group(1):
                opened.setdefault(m.group(1), []).append((i, m.group(2)))
            elif opened.get(m.group(4)):
                start, kind = opened[m.group(4)].pop()
                yield from [(start, i, kind)] if kind in _GUM else []


def _mark(words: Words, first: int, last: int, kind: str) -> None:
    heads = [i for i in range(first, last + 1) if not first <= (words[i].head or 0) - 1 <= last]
    if len(heads) != 1 or words[heads[0]].upos != "PROPN":
        return
    low = high = heads[0]
    while low > first and _proper(words[low - 1]):
        low -= 1
    while high < last and (
        _proper(words[high + 1]) or (words[high + 1].form in _LINKS and high + 2 <= last and _proper(words[high + 2]))
    ):
        high += 1
    for i in range(low, high + 1):
        words[i].ner = ("B-" if i == low else "I-") + kind


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS")


def _doubt(words: Words) -> None:
    """Take back O from words that may be names of a class the source does not mark (``Russian``, ``the Kremlin Cup``)."""
    for word in words:
        if word.ner == "O" and word.form[:1].isupper() and (_proper(word) or word.upos == "ADJ"):
            word.ner = None


@dataclass(slots=True)
class Data:
    """What training and evaluation use, read from the data folder."""

    train: list[Words]
    """Trees (EWT train and dev, GUM train), with names where a source has them."""
    names: list[Words]
    """Worldwide Newswire, training part: names only."""
    tests: dict[str, list[Words]]
    """ewt-test (with UNER's names), pud-test, gum-dev, gum-test, gum-news (news of GUM dev and test), worldwide-test."""


def read(folder: Path) -> Data:
    """Read all of ``folder`` (with ``ud/`` and ``ner/``)."""
    ud = {path.name.removesuffix(".conllu.gz"): conllu(path) for path in sorted((folder / "ud").glob("*.conllu.gz"))}
    for split in ("dev", "test"):
        add_uner(ud[f"ewt-{split}"], uner(folder / f"ner/uner-ewt-{split}.iob2"))
        add_gum(ud[f"gum-{split}"])
    add_gum(ud["gum-train"])
    train = [s.words for name in ("ewt-train", "gum-train", "ewt-dev") for s in ud[name]]
    for words in train:
        _doubt(words)
    tests = {name: [s.words for s in ud[name]] for name in ("ewt-test", "pud-test", "gum-dev", "gum-test")}
    tests["gum-news"] = [s.words for name in ("gum-dev", "gum-test") for s in ud[name] if "_news_" in s.document]
    tests["worldwide-test"] = worldwide(folder / "ner/worldwide-test.iob2.gz")
    return Data(train, worldwide(folder / "ner/worldwide-train.iob2.gz"), tests)
