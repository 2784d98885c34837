"""One network that tags, lemmatises, parses and names the words of one sentence at a time.

Sentences run alone, not in padded batches. The int8 graph scales its activations by the largest value in the tensor, so in a
batch a sentence's tags would depend on its neighbours; alone they depend on its own words only, the scores are better (PUD LAS
86.8 against 86.5 in batches of 2,000 words), nothing is spent on padding, and several threads work on several sentences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from quotes.bundled import verified
from quotes.compact.decode import Analysis, Ints, TreeSearch, heads, joined, names, windows
from quotes.compact.lemma import Lemmatiser
from quotes.onnx import session, spread

TAGS = ("upos", "xpos", "feats", "lemma", "ner")
"""Kinds of tag, in the order of the network's columns."""
SHAPES = 8
"""Number of letter-case classes; 0 stands for the two pieces that frame a sentence."""
PIECES = 12
"""Word pieces that a word may have at most; the model was trained so. A long URL is known well enough by its beginning."""
_CLS, _SEP, _UNK = 101, 102, 100
_MAX_PIECES = 510
_MAX_KNOWN = 50_000


class Compact:
    """The bundled model, checked and loaded; ``analyse`` may be called from several threads."""

    def __init__(self, folder: Path, tree: TreeSearch, threads: int = 1) -> None:
        """Load from ``folder``; ``tree`` finds the best tree where the best heads are none; ``threads`` sentences run at once.

        Raises ModelError if a file is missing or is not the one the manifest names.
        """
        from tokenizers import Tokenizer

        files = verified(folder)
        self._network, self._scorer = (session(files[name]) for name in ("network.onnx", "labels.onnx"))
        self._tokenizer = Tokenizer.from_buffer(files["pieces.json"])
        self._labels: dict[str, list[str]] = json.loads(files["labels.json"])
        self._lemmas = Lemmatiser(self._labels["lemma"], json.loads(files["lemmas.json"]))
        self._columns = _columns(self._labels)
        self._root = self._labels["rel"].index("root")
        self._tree = tree
        self._threads = threads
        self._known: dict[str, tuple[int, ...]] = {}

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[list[Analysis]]:
        """The words of each sentence in, one Analysis per word out. Every sentence gets one tree, however long it is."""
        return spread(self._sentence, sentences, self._threads)

    def _sentence(self, words: Sequence[str]) -> list[Analysis]:
        sizes = [len(self._pieces(word)) for word in words]
        return joined([self._part(words[a:b], first=a == 0) for a, b in windows(words, sizes, _MAX_PIECES)])

    def _part(self, words: Sequence[str], *, first: bool) -> list[Analysis]:
        """Parse at most one window of words; ``first``: it begins the sentence."""
        pieces, shapes, starts = self._encoded(words)
        arcs, dependents, governors, tags = self._network.run(None, {"pieces": pieces, "shapes": shapes, "first": starts})
        head = heads(arcs, self._tree)
        (scores,) = self._scorer.run(None, {"dependents": dependents, "governors": governors, "heads": head})
        scores[head > 0, self._root] = -np.inf
        rels = scores.argmax(1)
        rels[head == 0] = self._root
        best = {kind: tags[:, self._columns[kind]].argmax(1) for kind in ("upos", "xpos", "feats", "ner")}
        text = {kind: [self._labels[kind][i] for i in ids] for kind, ids in {**best, "rel": rels}.items()}
        scripts = tags[:, self._columns["lemma"]]
        lemmas = [self._lemmas(w, text["xpos"][i], scripts[i], first and i == 0) for i, w in enumerate(words)]
        columns = (lemmas, text["upos"], text["xpos"], text["feats"], head.tolist(), text["rel"], names(text["ner"]))
        return [Analysis(*row) for row in zip(*columns, strict=True)]

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The word's pieces; a word of nothing the vocabulary knows (a control character) is one unknown piece."""
        known = self._known.get(word)
        if known is None:
            ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids
            known = tuple(ids[:PIECES]) or (_UNK,)
            if len(self._known) < _MAX_KNOWN:
                self._known[word] = known
        return known

    def _encoded(self, words: Sequence[str]) -> tuple[Ints, Ints, Ints]:
        """Pieces and their letter case (T), and the index of each word's first piece (W)."""
        pieces, shapes, first = [_CLS], [0], []
        for word in words:
            ids = self._pieces(word)
            first.append(len(pieces))
            pieces += ids
            shapes += [shape(word)] * len(ids)
        return np.array([*pieces, _SEP]), np.array([*shapes, 0]), np.array(first)


def shape(word: str) -> int:
    """Letter-case class of a word: the encoder's vocabulary is lower case, this gives back what that loses."""
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() and word[1:].islower() else 7


def _columns(labels: Mapping[str, Sequence[str]]) -> dict[str, slice]:
    """Where each kind of tag stands among the network's columns."""
    out = {}
    start = 0
    for kind in TAGS:
        out[kind] = slice(start, start + len(labels[kind]))
        start += len(labels[kind])
    return out
