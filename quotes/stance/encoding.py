"""Marked text to word pieces: what the stance encoder is fed, the same in training and at run time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from quotes.model import Span
from quotes.stance.marking import BEFORE, CLOSE, LENGTH, MARKERS, OPEN, OTHER, OWN, TARGETS, TASKS, Item, marked, parts, window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Placed = tuple[int, Span | None]
"""A word piece and where it stands."""
OWN_SIDE = {True: (OWN,), False: (OTHER,), None: ()}


@dataclass(frozen=True, slots=True)
class Encoded:
    """Parallel lists, one entry per word piece: vocabulary id, inside a quotation (0 or 1), target marker (0 or 1).

    ``places`` says where a piece stands in the item's text; None for markers and for the paragraph before.
    """

    ids: list[int]
    quoted: list[int]
    target: list[int]
    places: list[Span | None] = field(compare=False)


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
    laid = [parts(item.text, item.mentions, item.segments, item.source) for item in items]
    texts: list[str] = []
    for item, stretches in zip(items, laid, strict=True):
        texts += [marked(item.previous, item.previous_mentions), "".join(part for part, _ in stretches)]
    split = splitter.tokenizer.encode_batch(texts, add_special_tokens=False)
    out = []
    for i, (item, stretches) in enumerate(zip(items, laid, strict=True)):
        before, here = split[2 * i], split[2 * i + 1]
        out.append(assemble(item, before.ids, list(zip(here.ids, placed(stretches, here.offsets), strict=True)), splitter))
    return out


def placed(stretches: Sequence[tuple[str, int | None]], offsets: Sequence[Span]) -> list[Span | None]:
    """Where pieces of marked text, given by their offsets there, stand in the text itself; None for markers."""
    starts = list(accumulate((len(part) for part, _ in stretches), initial=0))
    out: list[Span | None] = []
    for start, end in offsets:
        k = bisect_right(starts, start) - 1
        at = stretches[k][1]
        out.append(None if at is None else (at + start - starts[k], at + end - starts[k]))
    return out


def assemble(item: Item, previous: list[int], text: list[Placed], splitter: Splitter) -> Encoded:
    """The pieces of one item put together and cut to length around its quotation (or around its target where none is marked)."""
    number = splitter.numbers.__getitem__
    opening, closing, targets = number(OPEN), number(CLOSE), {number(x) for x in TARGETS.values()}
    start = [number("[CLS]"), *(number(x) for x in (TASKS[item.task], *OWN_SIDE[item.own_side]))]
    focus = [i for i, (p, _) in enumerate(text) if p in (opening, closing)] or [
        i for i, (p, _) in enumerate(text) if p in targets
    ]
    room = LENGTH - len(start) - 2 - min(BEFORE, len(previous))
    kept = window(text, min(focus, default=0), max(focus, default=0), room)
    head = [*start, *previous[-BEFORE:], number("[SEP]")]
    ids = [*head, *(p for p, _ in kept), number("[SEP]")]
    places = [*(None for _ in head), *(place for _, place in kept), None]
    inside, quoted = 0, []
    for p in ids:
        inside = 1 if p == opening else inside
        quoted.append(inside)
        inside = 0 if p == closing else inside
    if not item.segments:
        quoted = [0] * len(start) + [1] * (len(ids) - len(start))
    return Encoded(ids, quoted, [int(p in targets) for p in ids], places)
