"""The stance encoder in torch: MiniLM-L6 over marked text, pooled over quotation, target, the whole, and the telling words.

Besides the stance it learns to point: two scores per word piece say whether it tells against the target or for it. What those
pieces hold enters the decision, so the words a reader would underline are the words it goes by.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoModel

from quotes.stance.encoding import Encoded, encode, load_splitter
from quotes.stance.marking import KINDS, MARKERS, TARGETS
from tools.stance.corpora import Example

SEEDS = {
    "name": "russia china ukraine iran america germany turkey israel",
    "adjective": "russian chinese ukrainian iranian american german turkish israeli",
    "seat": "moscow beijing kiev tehran washington berlin ankara jerusalem",
    "leader": "putin obama bush clinton castro merkel he president",
    "body": "agency army ministry government intelligence police",
}
"""Words whose mean vectors the target markers start from."""

POOLS = 5
"""Vectors that the decision is made from: whole, quotation, target, words against, words for."""
RARE = -2.0
"""Where the scores of telling words start: few words tell. No chance in it, so that runs can be averaged."""


class StanceNetwork(nn.Module):
    """Word pieces and the two masks in; scores of critical, neutral, supportive, of being addressed, and of the alignment out."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        size = self.encoder.config.hidden_size
        table: Tensor = self.encoder.embeddings.word_embeddings.weight
        numbers = load_splitter((folder / "vocab.txt").read_text(encoding="utf-8")).numbers
        ids = [numbers[m] for m in MARKERS]
        which = torch.full((table.shape[0],), -1)
        which[torch.tensor(ids)] = torch.arange(len(ids))
        self.marker_of: Tensor
        self.register_buffer("marker_of", which)
        start = table.detach()[torch.tensor(ids)].clone()
        for kind in KINDS:
            row = torch.tensor([i for w in SEEDS[kind].split() if (i := numbers.get(w)) is not None])
            start[MARKERS.index(TARGETS[kind])] = table.detach()[row].mean(0)
        self.markers = nn.Parameter(start)
        table.requires_grad = False
        self.encoder.embeddings.position_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(0.15)
        self.telling = nn.Linear(size, 2)
        nn.init.zeros_(self.telling.weight)
        nn.init.constant_(self.telling.bias, RARE)
        self.mix = nn.Linear(POOLS * size + 2, 256)
        self.stance = nn.Linear(256, 3)
        self.addressed = nn.Linear(256, 2)
        self.alignment = nn.Linear(256, 3)

    def freeze(self, layers: int) -> None:
        """Keep the embeddings (markers too) and the lowest ``layers`` of the encoder as they are: nothing flows back to them."""
        if layers:
            self.markers.requires_grad = False
            for p in (*self.encoder.embeddings.parameters(), *self.encoder.encoder.layer[:layers].parameters()):
                p.requires_grad = False

    def grow(self, stored: Mapping[str, Tensor]) -> None:
        """Load weights, those of a network without telling words too: what is new in the mix starts at nothing."""
        known = dict(stored)
        short = known["mix.weight"]
        known["mix.weight"] = nn.functional.pad(short, (0, self.mix.in_features - short.shape[1]))
        self.load_state_dict({**{k: v for k, v in self.state_dict().items() if k.startswith("telling.")}, **known})

    def forward(self, ids: Tensor, mask: Tensor, quoted: Tensor, target: Tensor) -> Scores:
        """All inputs (batch, pieces); ``quoted`` and ``target`` are 0/1 masks."""
        which = self.marker_of[ids]
        vectors = self.encoder.embeddings.word_embeddings(ids)
        vectors = torch.where((which >= 0).unsqueeze(-1), self.markers[which.clamp(min=0)].to(vectors.dtype), vectors)
        hidden = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        telling = self.telling(hidden)
        mixed = self.drop(nn.functional.gelu(self.mix(self.drop(pooled(hidden, telling, mask, quoted, target)))))
        return Scores(self.stance(mixed), self.addressed(mixed), self.alignment(mixed), telling)


class Scores(NamedTuple):
    """(batch, 3), (batch, 2), (batch, 3), and per piece against and for the target (batch, pieces, 2)."""

    stance: Tensor
    addressed: Tensor
    alignment: Tensor
    telling: Tensor


def pooled(hidden: Tensor, telling: Tensor, mask: Tensor, quoted: Tensor, target: Tensor) -> Tensor:
    """(batch, POOLS * size + 2): whole, quotation, target, the words that tell against and for it, and how much those tell."""
    open_to = telling.masked_fill(mask.unsqueeze(-1) == 0, -1e4)
    share = open_to.softmax(1).to(hidden.dtype)
    words = [(hidden * share[..., k : k + 1]).sum(1) for k in (0, 1)]
    return torch.cat([hidden[:, 0], mean(hidden, quoted), mean(hidden, target), *words, open_to.amax(1) / 4], -1)


def mean(hidden: Tensor, mask: Tensor) -> Tensor:
    """Mean of the vectors (batch, pieces, size) where the mask (batch, pieces) is 1; zeros where it is nowhere 1."""
    weight = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)


@dataclass(frozen=True)
class Row:
    """An example with its word pieces. ``telling``: per piece 0, 1 (against the target), 2 (for it); None where nobody marked."""

    example: Example
    encoded: Encoded
    telling: Sequence[int] | None = None


def prepare(examples: Sequence[Example], folder: Path) -> list[Row]:
    """Word pieces for every example."""
    splitter = load_splitter((folder / "vocab.txt").read_text(encoding="utf-8"))
    rows = [Row(e, x) for e, x in zip(examples, encode([e.item for e in examples], splitter), strict=True)]
    return [replace(r, telling=telling(r)) if r.example.telling is not None else r for r in rows]


def telling(row: Row) -> list[int]:
    """The marked words as word pieces: per piece 0, 1 (against the target) or 2 (for it)."""
    spans = row.example.telling or ()
    return [next((sign for s, e, sign in spans if p and p[0] < e and p[1] > s), 0) for p in row.encoded.places]


def batches(rows: Sequence[Row], size: int, chance: random.Random | None) -> Iterator[list[int]]:
    """Indices in batches of similar length; shuffled where ``chance`` is given."""
    lengths = [len(r.encoded.ids) + (chance.random() * 12 if chance else 0.0) for r in rows]
    order = sorted(range(len(rows)), key=lengths.__getitem__)
    cuts = [order[i : i + size] for i in range(0, len(order), size)]
    if chance:
        chance.shuffle(cuts)
    yield from cuts


def tensors(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The padded inputs of one batch."""
    width = max(len(r.encoded.ids) for r in rows)
    out = torch.zeros(4, len(rows), width, dtype=torch.long)
    for i, row in enumerate(rows):
        n = len(row.encoded.ids)
        out[0, i, :n] = torch.tensor(row.encoded.ids)
        out[1, i, :n] = 1
        out[2, i, :n] = torch.tensor(row.encoded.quoted)
        out[3, i, :n] = torch.tensor(row.encoded.target)
    return out[0], out[1], out[2], out[3]


def halves() -> bool:
    """Whether the processor multiplies in half precision; where it does not, that would be many times slower."""
    return bool(torch.cpu.get_capabilities().get("avx512_bf16", False))


@torch.no_grad()
def outputs(network: StanceNetwork, rows: Sequence[Row], size: int = 32) -> list[tuple[list[int], Scores]]:
    """What the network, left in evaluation mode, gives for each batch: the rows' indices and their scores."""
    network.eval()  # type: ignore[no-untyped-call,unused-ignore]
    return [(cut, network(*tensors([rows[i] for i in cut]))) for cut in batches(rows, size, None)]


def predict(network: StanceNetwork, rows: Sequence[Row], size: int = 64) -> Tensor:
    """Probabilities (examples, 3 + 2 + 3), in the order of ``rows``."""
    out = torch.zeros(len(rows), 8)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves()):
        for cut, scores in outputs(network, rows, size):
            out[cut] = torch.cat([s.float().softmax(-1) for s in scores[:3]], -1)
    network.train()
    return out
