"""From sentences to tensors: word pieces, letter case, targets, and the quotation-mark styles that the treebanks lack."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from quotes.compact import PIECES, shape
from tools.parser.labels import script_of
from tools.parser.treebank import Word, Words

IGNORED = -100
"""Target of what a source does not annotate; cross-entropy skips it."""
LONGEST = 150
"""Longer sentences are left out of training: few, and they would set the memory it needs."""
_CLS, _SEP, _UNK = 101, 102, 100
_STYLES = (("“", "”", "’"), ("‘", "’", "’"), ("'", "'", "'"), ("``", "''", "'"))
"""Opening mark, closing mark, apostrophe: books and most papers, British papers, the same typed plainly, wire copy."""
_WEIGHTS = (0.35, 0.07, 0.05, 0.03)


@dataclass(slots=True)
class Batch:
    """Padded tensors of B sentences: (B, T) per piece, (B, W) per word; targets by kind, ``head`` among them."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    targets: dict[str, Tensor]

    @property
    def words(self) -> Tensor:
        """(B, W + 1): True for the root and for words, False for padding. Words without targets count too."""
        lengths = (self.first > 0).sum(1, keepdim=True)
        return torch.arange(self.first.size(1) + 1) <= lengths


class Encoder:
    """Turns words into pieces and labels into numbers."""

    def __init__(self, folder: Path, labels: Mapping[str, Sequence[str]]) -> None:
        """``folder`` holds the published encoder's ``tokenizer.json``."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._index = {kind: {label: i for i, label in enumerate(values)} for kind, values in labels.items()}
        self._known: dict[str, list[int]] = {}

    def batch(self, sentences: Sequence[Words]) -> Batch:
        """All sentences in one batch."""
        coded = [self._coded(s) for s in sentences]
        size = (len(sentences), max(len(pieces) for pieces, _, _ in coded))
        pieces, shapes, mask = (torch.zeros(size, dtype=torch.long) for _ in range(3))
        first = torch.zeros(len(sentences), max(map(len, sentences)), dtype=torch.long)
        for row, (ids, cases, starts) in enumerate(coded):
            pieces[row, : len(ids)] = torch.tensor(ids)
            shapes[row, : len(cases)] = torch.tensor(cases)
            mask[row, : len(ids)] = 1
            first[row, : len(starts)] = torch.tensor(starts)
        targets = {kind: self._targets(kind, sentences, first) for kind in (*self._index, "head")}
        return Batch(pieces, shapes, mask.bool(), first, targets)

    def _coded(self, words: Words) -> tuple[list[int], list[int], list[int]]:
        pieces, shapes, first = [_CLS], [0], []
        for word in words:
            ids = self._known.get(word.form)
            if ids is None:
                ids = self._tokenizer.encode(word.form, add_special_tokens=False).ids[:PIECES] or [_UNK]
                self._known[word.form] = ids
            first.append(len(pieces))
            pieces += ids
            shapes += [shape(word.form)] * len(ids)
        return [*pieces, _SEP], [*shapes, 0], first

    def _targets(self, kind: str, sentences: Sequence[Words], like: Tensor) -> Tensor:
        out = torch.full_like(like, IGNORED)
        for row, words in enumerate(sentences):
            values = [IGNORED if (v := self._value(kind, w)) is None else v for w in words]
            out[row, : len(values)] = torch.tensor(values)
        return out

    def _value(self, kind: str, word: Word) -> int | None:
        if kind == "head":
            return word.head
        label: str | None = script_of(word) if kind == "lemma" else getattr(word, kind)
        return None if label is None else self._index[kind].get(label)


def styled(words: Words, rng: random.Random) -> Words:
    """The sentence with another house style of quotation marks and apostrophes, or as it is.

    Treebanks write ``"`` and ``'`` (EWT) or curly marks throughout (GUM); papers write all of these.
    """
    style = rng.choices((None, *_STYLES), (1 - sum(_WEIGHTS), *_WEIGHTS))[0]
    if style is None:
        return words
    opening, closing, apostrophe = style
    inside = False
    out = []
    for word in words:
        form = word.form
        if form in ('"', "“", "”"):
            inside = form == "“" or (form == '"' and not inside)
            form = opening if inside else closing
        elif form not in ("``", "''"):
            form = form.replace("'", apostrophe).replace("’", apostrophe)
        out.append(word if form == word.form else replace(word, form=form))
    return out


def grouped(sentences: Sequence[Words], size: int, rng: random.Random | None = None) -> list[list[Words]]:
    """Sentences of like length in groups of at most ``size`` padded words; with ``rng`` in a new order each time."""
    usable = [s for s in sentences if len(s) <= LONGEST]
    usable.sort(key=lambda s: len(s) + (rng.random() * 3 if rng else 0))
    out: list[list[Words]] = []
    for sentence in usable:
        if not out or (len(out[-1]) + 1) * len(sentence) > size:
            out.append([])
        out[-1].append(sentence)
    if rng:
        rng.shuffle(out)
    return out
