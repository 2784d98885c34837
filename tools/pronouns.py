"""Score, and train, the resolution of pronouns on the coreference of UD English GUM (gold trees).

    python -m tools.pronouns                          score all splits of the four genres
    python -m tools.pronouns --splits dev test --errors 20
    python -m tools.pronouns --train                  fit the weights on the train split and print them

Scored is every third-person pronoun in subject position whose gold entity is a person or a body (organization) that the
document also calls by something other than a pronoun. It counts as right if the name or description that the resolver would
print belongs to the pronoun's gold entity. Names and their types come from GUM's entity layer, as a tagger would give them;
nothing else of that layer is shown to the resolver.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from quotes import data, resolve
from quotes.resolve import discourse
from quotes.resolve.entity import Entity
from quotes.resolve.memory import Discourse
from quotes.resolve.pronouns import score
from quotes.resolve.reference import Reference
from tools.gum import GumDocument, read_gum

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GENRES = ("news", "interview", "speech", "bio")


def taught(name: str) -> bool:
    """Whether GUM teaches a feature's weight: of sources of quotations it holds few."""
    return not name.startswith(("named_in_words", "source_", "opening_"))


def gold_of(reference: Reference, gum: GumDocument) -> int | None:
    """The gold entity of one of our references: same head, the span most alike; else the smallest mention around it."""
    found = gum.mentions.get((reference.sentence, reference.head), ())
    best = min(found, key=lambda g: abs(g.first - reference.first) + abs(g.stop - reference.stop), default=None)
    if best is None:
        around = (g for g in gum.spans.get(reference.sentence, ()) if g.first <= reference.first and g.stop >= reference.stop)
        best = min(around, key=lambda g: g.stop - g.first, default=None)
    return best.entity if best is not None else None


def asked(gum: GumDocument, read: Discourse) -> Iterator[tuple[Reference, int, str]]:
    """The scored pronouns with their gold entity and its type."""
    described = {
        g.entity
        for found in gum.mentions.values()
        for g in found
        if gum.document.sentences[g.sentence].tokens[g.head].upos not in ("PRON", "DET")
    }
    for reference in read.references:
        token = gum.document.by_index[reference.sentence].tokens[reference.head]
        if reference.form != "pronoun" or not reference.subject or "Case=Gen" in token.feats:
            continue
        for gold in gum.mentions.get((reference.sentence, reference.head), ())[:1]:
            if gold.type in ("person", "organization") and gold.entity in described:
                yield reference, gold.entity, gold.type


def printed(entity: Entity) -> Reference:
    """The reference whose words the resolver would print for an entity."""
    return entity.fullest()


def evaluate(documents: Sequence[GumDocument], lexicon: resolve.Lexicon, errors: int) -> Counter[str]:
    """Counts per pronoun: asked and right."""
    counts: Counter[str] = Counter()
    for gum in documents:
        read = discourse.read(gum.document, lexicon, gum.quoted)
        for reference, entity, _ in asked(gum, read):
            mine = read.entity(reference)
            right = mine is not None and gold_of(printed(mine), gum) == entity
            word = reference.words[0]
            counts[word] += 1
            counts["all"] += 1
            counts[word + " right"] += right
            counts["all right"] += right
            if not right and errors > 0:
                errors -= 1
                _show(gum, reference, entity, read)
    return counts


def _show(gum: GumDocument, reference: Reference, entity: int, read: Discourse) -> None:
    text = gum.document.article.text
    want = [g for found in gum.mentions.values() for g in found if g.entity == entity]
    named = {
        text[gum.document.sentences[g.sentence].tokens[g.first].start : gum.document.sentences[g.sentence].tokens[g.stop - 1].end]
        for g in want
    }
    before = text[max(0, reference.start - 200) : reference.start].replace("\n", " ")
    print(f"{gum.name}: …{before}[[{reference.text}]]{text[reference.end : reference.end + 30]!r}", file=sys.stderr)
    print(f"   want {[n[:40] for n in sorted(named, key=len)[-2:]]}", file=sys.stderr)
    for c in read.choices.get(reference.order, [])[:3]:
        mark = "*" if gold_of(printed(c.entity), gum) == entity else " "
        print(
            f"  {mark}{printed(c.entity).text} {c.score:.2f} {' '.join(f'{k}={v:.1f}' for k, v in c.features.items())}",
            file=sys.stderr,
        )


Case = tuple[list[Mapping[str, float]], list[bool]]
"""The features of a pronoun's candidates, and which of them are right."""


def cases(documents: Sequence[GumDocument], lexicon: resolve.Lexicon) -> Iterator[Case]:
    """Every third-person pronoun with at least one right and one wrong candidate, as the walk with these weights meets it."""
    for gum in documents:
        read = discourse.read(gum.document, lexicon, gum.quoted)
        for reference in read.references:
            wanted = gold_of(reference, gum) if reference.form == "pronoun" else None
            choices = read.choices.get(reference.order, [])
            right = [gold_of(printed(c.entity), gum) == wanted for c in choices]
            if wanted is not None and any(right) and not all(right):
                yield [c.features for c in choices], right


def fit(
    found: Sequence[Case],
    prior: Mapping[str, float],
    l2: float,
    steps: int = 300,
    *,
    fits: Callable[[str], bool] = taught,
) -> dict[str, float]:
    """Weights that make the right candidates likeliest (a log-linear ranker, full-batch gradient; ``l2`` pulls toward ``prior``).

    The prior is the table before training: what the documents cannot teach (a feature of quotations that they lack) stays.
    """
    names = sorted({name for features, _ in found for f in features for name in f if fits(name)})
    kept = {name: weight for name, weight in prior.items() if not fits(name)}
    column = {name: i for i, name in enumerate(names)}
    rows = [_matrix(features, column) for features, _ in found]
    base = [np.array([score(f, kept) for f in features]) for features, _ in found]
    masks = [np.array(right) for _, right in found]
    start = np.array([prior.get(name, 0.0) for name in names])
    weights, velocity = start.copy(), np.zeros(len(names))
    for step in range(steps):
        gradient = l2 * (start - weights)
        for row, offset, mask in zip(rows, base, masks, strict=True):
            scores = row @ weights + offset
            p = np.exp(scores - scores.max())
            gradient += (p * mask / (p * mask).sum() - p / p.sum()) @ row
        velocity = 0.9 * velocity + gradient / len(rows)
        weights = weights + (0.5 if step < steps // 2 else 0.1) * velocity
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.05} | kept


def _matrix(features: Sequence[Mapping[str, float]], column: Mapping[str, int]) -> np.ndarray:
    out = np.zeros((len(features), len(column)))
    for i, row in enumerate(features):
        for name, value in row.items():
            if name in column:
                out[i, column[name]] = value
    return out


def train(documents: Sequence[GumDocument], lexicon: resolve.Lexicon, l2: float, rounds: int = 4) -> dict[str, float]:
    """Fits the weights; each round adds the cases met with the weights of the one before."""
    prior = lexicon.weights
    found: list[Case] = []
    for _ in range(rounds):
        found += cases(documents, lexicon)
        lexicon = replace(lexicon, weights=fit(found, prior, l2))
        counts = evaluate(documents, lexicon, 0)
        print(f"# {len(found)} cases, right on train: {100 * counts['all right'] / counts['all']:.1f}", file=sys.stderr)
    return dict(lexicon.weights)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--splits", nargs="+", default=["train", "dev", "test"])
    parser.add_argument("--genres", nargs="+", default=list(GENRES))
    parser.add_argument("--train", action="store_true", help="fit the weights on the train split and print them")
    parser.add_argument("--l2", type=float, default=30.0, help="strength of the pull toward the stored table when training")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args(argv)
    lexicon = resolve.load(data.rules_folder())
    if args.train:
        weights = train(list(read_gum(args.shared / "data" / "ud" / "gum-train.conllu.gz", args.genres)), lexicon, args.l2)
        print("\n".join(f"{name} = {value}" for name, value in sorted(weights.items())))
        lexicon = replace(lexicon, weights=weights)
    for split in args.splits:
        documents = list(read_gum(args.shared / "data" / "ud" / f"gum-{split}.conllu.gz", args.genres))
        counts = evaluate(documents, lexicon, args.errors)
        for word in ("all", "he", "she", "they", "it"):
            if counts[word]:
                right = counts[word + " right"]
                print(f"{split:6s} {word:5s} {right:4d} of {counts[word]:4d} {100 * right / counts[word]:.1f}")


if __name__ == "__main__":
    main()
