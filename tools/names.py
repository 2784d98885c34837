"""Score the speakers' names on single paragraphs: how many are right end to end, and how many once the mention is given.

    python -m tools.names [--errors N] [--only mention|name] [--source BBC] [--seed 1]
    python -m tools.names --train                     fit the weights of pronouns that are sources, and print them

The items of ``gold/stance_train.jsonl`` hold a paragraph with its neighbours, one quotation, the words that name its source there
(``speaker_mention``) and the fullest name or description that the three paragraphs show (``speaker``). Names are compared as
``eval/score.py`` compares them. Each item is judged twice: with the mention that attribution chose, and with the gold mention put
in its place, which leaves the resolver's errors alone. Quotations and speakers without gold are left out.

``--train`` fits the weights ``source_…`` and ``opening_…`` of ``rules/names/weights.toml``, the others kept, on the items whose
gold mention is a pronoun; those from PolNeAR are left out, since nothing trained on them may ship.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quotes import parse, resolve
from quotes.attribute.mention import head_of
from quotes.extractor import Extractor, Trace
from quotes.model import Article, Document, Mention, Span, Speaker
from quotes.options import Options
from quotes.resolve import discourse
from quotes.resolve.build import PRONOUNS
from quotes.resolve.speaker import Naming
from tools.gold import SHARED, CachedParser, Json, placed, read_gold, scorer
from tools.pronouns import Case, fit
from tools.tables import overlap

SameName = Callable[[str, str | None], bool]


@dataclass(frozen=True)
class Judged:
    """One item: what was wanted and what came out, with the chosen mention (``own``) and with the gold one (``told``)."""

    item: Json
    text: str
    quote: Span
    own: tuple[str | None, Speaker]
    told: tuple[str | None, Speaker] | None
    """None where the gold mention is missing or cannot be found in the text."""
    rule: str | None
    """The attribution's rule."""
    agrees: bool
    """The chosen mention overlaps the gold one."""


def same_name(shared: Path) -> SameName:
    """The function ``same_name(gold, pred)`` of ``eval/score.py``."""
    return scorer(shared, "same_name")


def occurrences(text: str, words: str | None, quote: Span) -> list[Span]:
    """Where the gold mention stands, nearest to the quotation first; inside the quoted words last."""
    if not words:
        return []
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return sorted(found, key=lambda s: (overlap([s], [quote]) > 0, max(s[0] - quote[1], quote[0] - s[1])))


def mention_at(document: Document, span: Span) -> Mention | None:
    """The phrase at an offset as attribution would give it."""
    for sentence in document.sentences_in(*span):
        inside = sentence.tokens_in(*span)
        head = head_of(sentence, inside[0], inside[-1] + 1, None) if inside else None
        if head is not None:
            return Mention(*span, sentence.index, head)
    return None


def judge(item: Json, extractor: Extractor) -> Judged:
    """The item's quotation as the program reads it, and as it would with the gold mention."""
    text, quote = placed(item)
    trace = extractor.trace(Article(text, id=item["id"]))
    best = max(range(len(trace.attributions)), key=lambda i: overlap(trace.attributions[i].segments, [quote]), default=None)
    if best is None or not overlap(trace.attributions[best].segments, [quote]):
        return Judged(item, text, quote, (None, Speaker(None)), None, None, agrees=False)
    mention, rule = trace.attributions[best].mention, trace.attributions[best].rule
    where = occurrences(text, item.get("speaker_mention"), quote)
    span = next((s for s in where if mention and overlap([s], [(mention.start, mention.end)])), None)
    own = text[mention.start : mention.end] if mention else None
    told = None
    if where:
        given = mention if span is not None else mention_at(trace.document, where[0])
        told = (_words(text, given), _named(trace, best, given, extractor)) if given else None
    return Judged(item, text, quote, (own, trace.speakers[best]), told, rule, span is not None)


def _words(text: str, mention: Mention | None) -> str | None:
    return text[mention.start : mention.end] if mention else None


def _named(trace: Trace, index: int, mention: Mention, extractor: Extractor) -> Speaker:
    """The speaker with another mention in the attribution's place."""
    if mention == trace.attributions[index].mention:
        return trace.speakers[index]
    changed = list(trace.attributions)
    changed[index] = replace(changed[index], mention=mention, others=())
    return resolve.resolve(trace.document, changed, extractor.lexicon)[index]


def of_sources(name: str) -> bool:
    """Whether a feature concerns sources of quotations."""
    return name.startswith(("source_", "opening_"))


def pronoun_cases(items: Sequence[Json], extractor: Extractor, lexicon: resolve.Lexicon, same: SameName) -> Iterator[Case]:
    """The candidates of every gold mention that is a pronoun, and which of them are the gold speaker; one right and one wrong."""
    for item in items:
        text, quote = placed(item)
        where = occurrences(text, item.get("speaker_mention"), quote)
        if not where or item["speaker_mention"].lower() not in PRONOUNS:
            continue
        trace = extractor.trace(Article(text, id=item["id"]))
        given = mention_at(trace.document, where[0])
        if given is None:
            continue
        words = [s for a in trace.attributions for s in a.segments]
        said = {(m.sentence, m.head): a.segments for a in trace.attributions for m in (a.mention, *a.others) if m is not None}
        own = [a.segments for a in trace.attributions if overlap(a.segments, [quote])]
        said[given.sentence, given.head] = own[0] if own else (quote,)
        read = discourse.read(trace.document, lexicon, sorted(words), said)
        naming = Naming(trace.document, read, lexicon)
        reference = read.at.get((given.sentence, given.head))
        choices = read.choices.get(reference.order, []) if reference is not None else []
        right = [same(item["speaker"], naming.canonical(c.entity)) for c in choices]
        if any(right) and not all(right):
            yield [c.features for c in choices], right


def train(items: Sequence[Json], extractor: Extractor, same: SameName, l2: float, rounds: int = 2) -> dict[str, float]:
    """The weights of sources, fitted; each round adds the candidates met with the weights of the one before."""
    start = extractor.lexicon.weights
    kept = [i for i in items if not i["id"].startswith("polnear")]
    weights: Mapping[str, float] = start
    found: list[Case] = []
    for _ in range(rounds):
        found += pronoun_cases(kept, extractor, replace(extractor.lexicon, weights=weights), same)
        weights = fit(found, start, l2, fits=of_sources)
    return {name: weight for name, weight in weights.items() if of_sources(name)}


def read_items(shared: Path, source: str | None = None) -> list[Json]:
    """The items with a speaker; ``source`` keeps those of one source."""
    items = read_gold(shared / "gold" / "stance_train.jsonl")
    return [i for i in items if i["is_quotation"] and i.get("speaker") and source in (None, i["source"])]


def table(results: Sequence[Judged], same: SameName) -> dict[str, tuple[int, int]]:
    """Right and counted: names end to end; mentions; names where the mention is the gold one; names with the mention given."""
    out: Counter[tuple[str, bool]] = Counter()
    for r in results:
        right = same(r.item["speaker"], r.own[1].name)
        out["name", right] += 1
        if r.item.get("speaker_mention"):
            out["mention", r.agrees] += 1
        if r.agrees:
            out["name, mention right", right] += 1
        if r.told:
            out["name, mention given", same(r.item["speaker"], r.told[1].name)] += 1
            out[f"  by {r.told[1].rule}", same(r.item["speaker"], r.told[1].name)] += 1
    return {k: (out[k, True], out[k, True] + out[k, False]) for k in dict.fromkeys(k for k, _ in out)}


def misses(results: Sequence[Judged], same: SameName, only: str) -> Iterator[str]:
    """The wrong names in words: ``mention`` those with a wrong mention, ``name`` those that the gold mention leaves wrong."""
    for r in results:
        mention, speaker = r.own if only == "mention" else r.told or (None, Speaker(None))
        wrong = not same(r.item["speaker"], speaker.name)
        if (only == "mention" and r.agrees) or (only == "name" and not r.told) or not wrong:
            continue
        around = r.text[max(0, r.quote[0] - 500) : r.quote[0]] + "⟦" + r.text[slice(*r.quote)] + "⟧" + r.text[r.quote[1] :][:250]
        yield (
            f"[{r.item['id']}] want {r.item['speaker']!r} got {speaker.name!r} ({speaker.rule}) gold mention"
            f" {r.item.get('speaker_mention')!r}, ours {mention!r} ({r.rule})\n    {around!r}"
        )


def main(argv: list[str] | None = None) -> None:
    """Print the table and, if asked, misses in an order that ``--seed`` shuffles."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--only", choices=("mention", "name"), default="name")
    ap.add_argument("--source", help="wikinews, rt, tass …")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--train", action="store_true", help="fit the weights of pronouns that are sources and print them")
    args = ap.parse_args(argv)
    cache = CachedParser.open(lambda: parse.load("compact"), "stance_train-paragraphs")
    extractor = Extractor(Options(stance="rules"), parser=cache)
    same = same_name(args.shared)
    items = read_items(args.shared, args.source)
    if args.train:
        print("\n".join(f"{name} = {value}" for name, value in sorted(train(items, extractor, same, l2=1.0).items())))
        cache.save()
        return
    results = [judge(item, extractor) for item in items]
    cache.save()
    for name, (right, count) in table(results, same).items():
        print(f"{name:32s} {right:5d} of {count:5d}  {100 * right / count:5.1f}")
    random.Random(args.seed).shuffle(results)
    for line, _ in zip(misses(results, same, args.only), range(args.errors), strict=False):
        sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
