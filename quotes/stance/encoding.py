"""Marked text to word pieces: what the stance encoder is fed, the same in training and at run time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.stance.marking import BEFORE, CLOSE, LENGTH, MARKERS, OPEN, OTHER, OWN, TARGETS, TASKS, Item, marked, window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

OWN_SIDE = {True: (OWN,), False: (OTHER,), None: ()}


@dataclass(frozen=True, slots=True)
class Encoded:
    """Parallel lists, one entry per word piece: vocabulary id, inside a quotation (0 or 1), target marker (0 or 1)."""

    ids: list[int]
    quoted: list[int]
    target: list[int]


@dataclass(frozen=True)
class Splitter:
    """Text to word pieces: the splitter itself and the vocabulary's numbers."""

    tokenizer: Tokenizer
    numbers: Mapping[str, int]


def load_splitter(vocabulary: str) -> Splitter:
    """The uncased BERT word-piece splitter for a vocabulary (one piece per line), with the markers as special tokens."""
    from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers

    pieces = {piece: i for i, piece in enumerate(vocabulary.splitlines())}
    splitter = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]", max_input_chars_per_word=100))
    splitter.normalizer = normalizers.BertNormalizer(lowercase=True)
    splitter.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    splitter.add_special_tokens([AddedToken(m, normalized=False) for m in MARKERS])
    return Splitter(splitter, pieces)


def encode(items: Sequence[Item], splitter: Splitter) -> list[Encoded]:
    """Word pieces of every item: [CLS] task side previous [SEP] text [SEP], at most LENGTH pieces."""
    texts = []
    for item in items:
        texts += [marked(item.previous, item.previous_mentions), marked(item.text, item.mentions, item.segments, item.source)]
    pieces = [x.ids for x in splitter.tokenizer.encode_batch(texts, add_special_tokens=False)]
    return [assemble(item, pieces[2 * i], pieces[2 * i + 1], splitter) for i, item in enumerate(items)]


def assemble(item: Item, previous: list[int], text: list[int], splitter: Splitter) -> Encoded:
    """The pieces of one item put together and cut to length around its quotation (or around its target where none is marked)."""
    number = splitter.numbers.__getitem__
    opening, closing, targets = number(OPEN), number(CLOSE), {number(x) for x in TARGETS.values()}
    start = [number("[CLS]"), *(number(x) for x in (TASKS[item.task], *OWN_SIDE[item.own_side]))]
    focus = [i for i, p in enumerate(text) if p in (opening, closing)] or [i for i, p in enumerate(text) if p in targets]
    room = LENGTH - len(start) - 2 - min(BEFORE, len(previous))
    kept = window(text, min(focus, default=0), max(focus, default=0), room)
    ids = [*start, *previous[-BEFORE:], number("[SEP]"), *kept, number("[SEP]")]
    inside, quoted = 0, []
    for p in ids:
        inside = 1 if p == opening else inside
        quoted.append(inside)
        inside = 0 if p == closing else inside
    if not item.segments:
        quoted = [0] * len(start) + [1] * (len(ids) - len(start))
    return Encoded(ids, quoted, [int(p in targets) for p in ids])
