"""The joint network: a MiniLM encoder with a letter-case embedding, and heads for tags, lemma scripts, arcs, labels and names.

Arcs and labels are the deep biaffine scorers of Dozat and Manning (2017, arXiv:1611.01734); the encoder is MiniLM (Wang et al.
2020, arXiv:2002.10957) in the six-layer, 384-wide form that all-MiniLM-L6-v2 publishes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from quotes.compact import SHAPES, TAGS


@dataclass(frozen=True, slots=True)
class Size:
    """Widths of the network; the defaults are those of all-MiniLM-L6-v2 and of the shipped heads."""

    pieces: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    arc: int = 256
    label: int = 128


class Scores(NamedTuple):
    """What the network says about a batch: B sentences of at most W words."""

    arcs: Tensor
    """(B, W, W + 1): score of each head for each word; column 0 is the root."""
    dependents: Tensor
    """(B, W, label + 1): what the label scorer needs of the words as dependents; the last column is 1."""
    governors: Tensor
    """(B, W + 1, label + 1): the same of the root and the words as heads."""
    tags: dict[str, Tensor]
    """Per kind of tag (B, W, number of its labels)."""


class Layer(nn.Module):
    """One BERT layer: self-attention and a feed-forward net, each followed by a residual sum and normalisation."""

    def __init__(self, size: Size, drop: float) -> None:
        super().__init__()
        self.size = size
        self.drop = drop
        self.qkv = nn.Linear(size.hidden, 3 * size.hidden)
        self.out = nn.Linear(size.hidden, size.hidden)
        self.attended = nn.LayerNorm(size.hidden, eps=1e-12)
        self.up = nn.Linear(size.hidden, size.inner)
        self.down = nn.Linear(size.inner, size.hidden)
        self.normal = nn.LayerNorm(size.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` (B, T, hidden); ``mask`` (B, 1, 1, T), True where a piece stands."""
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.size.heads, h // self.size.heads).permute(2, 0, 3, 1, 4)
        drop = self.drop if self.training else 0.0
        attention = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        x = self.attended(x + F.dropout(self.out(attention.transpose(1, 2).reshape(b, t, h)), drop, self.training))
        return self.normal(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))  # type: ignore[no-any-return]

    def single(self, x: Tensor) -> Tensor:
        """The same for one sentence without padding, ``x`` (T, hidden), in the few operations that quantise and fuse well."""
        width = self.size.hidden // self.size.heads
        q, k, v = (part.view(-1, self.size.heads, width).transpose(0, 1) for part in self.qkv(x).split(self.size.hidden, -1))
        weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(width), -1)
        attention = (weights @ v).transpose(0, 1).reshape(-1, self.size.hidden)
        x = self.attended(x + self.out(attention))
        return self.normal(x + self.down(F.gelu(self.up(x))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Word pieces and their letter case in, one vector per piece out."""

    def __init__(self, size: Size, drop: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(size.pieces, size.hidden)
        self.positions = nn.Embedding(size.positions, size.hidden)
        self.shapes = nn.Embedding(SHAPES, size.hidden, padding_idx=0)
        self.normal = nn.LayerNorm(size.hidden, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(size, drop) for _ in range(size.layers))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def embed(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Sum of the three embeddings, normalised; ``pieces`` and ``shapes`` (…, T)."""
        places = self.positions.weight[: pieces.shape[-1]]
        return self.normal(self.pieces(pieces) + self.shapes(shapes) + places)  # type: ignore[no-any-return]

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """``pieces``, ``shapes``, ``mask`` (B, T) -> (B, T, hidden)."""
        x = self.drop(self.embed(pieces, shapes))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x  # type: ignore[no-any-return]


class Joint(nn.Module):
    """The encoder and all heads over the first piece of each word."""

    def __init__(self, labels: Mapping[str, int], size: Size | None = None, drop: float = 0.2) -> None:
        super().__init__()
        self.size = size = size or Size()
        self.labels = dict(labels)
        self.encoder = Encoder(size)
        self.drop = nn.Dropout(drop)
        self.root = nn.Parameter(torch.randn(size.hidden) * 0.02)
        self.arc_head, self.arc_dependent = (nn.Linear(size.hidden, size.arc) for _ in "hd")
        self.label_head, self.label_dependent = (nn.Linear(size.hidden, size.label) for _ in "hd")
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(size.arc + 1, size.arc)))
        self.label = nn.Parameter(nn.init.xavier_uniform_(torch.empty(labels["rel"], size.label + 1, size.label + 1)))
        self.tags = nn.ModuleDict({kind: nn.Linear(size.hidden, labels[kind]) for kind in TAGS})

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Scores:
        """``pieces``, ``shapes``, ``mask`` (B, T) per piece; ``first`` (B, W) the index of each word's first piece."""
        x = self.encoder(pieces, shapes, mask)
        return self.read(torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, x.size(-1))))

    def read(self, words: Tensor) -> Scores:
        """Scores from the words' vectors (B, W, hidden)."""
        words = self.drop(words)
        heads = torch.cat([self.root.expand(words.size(0), 1, -1), words], 1)
        below = _one(self.drop(F.gelu(self.arc_dependent(words))))
        arcs = below @ self.arc @ self.drop(F.gelu(self.arc_head(heads))).transpose(1, 2)
        dependents = _one(self.drop(F.gelu(self.label_dependent(words))))
        governors = _one(self.drop(F.gelu(self.label_head(heads))))
        return Scores(arcs, dependents, governors, {kind: head(words) for kind, head in self.tags.items()})

    def relations(self, dependents: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        """Label scores (B, W, labels) of each word under the head chosen for it; ``heads`` (B, W), 0 is the root."""
        chosen = torch.gather(governors, 1, heads.unsqueeze(-1).expand(-1, -1, governors.size(-1)))
        return torch.einsum("bwx,rxy,bwy->bwr", dependents, self.label, chosen)


def _one(x: Tensor) -> Tensor:
    """Append a column of ones: the biaffine product then holds the linear terms too."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def encoder_weights(published: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Rename a published BERT checkpoint (Hugging Face's names) to ours, for ``Joint.encoder``.

    The embedding of token type 0, which every piece has, goes into the positions. The letter-case embedding is ours.
    """
    source = {k.removeprefix("bert."): v.float() for k, v in published.items()}
    ours = {
        "pieces.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "normal.weight": source["embeddings.LayerNorm.weight"],
        "normal.bias": source["embeddings.LayerNorm.bias"],
    }
    for i in range(sum(k.endswith("intermediate.dense.weight") for k in source)):
        theirs = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [source[f"{theirs}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            ours[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for name, old in _LAYER.items():
                ours[f"layers.{i}.{name}.{kind}"] = source[f"{theirs}{old}.{kind}"]
    return ours


_LAYER = {
    "out": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "normal": "output.LayerNorm",
}
