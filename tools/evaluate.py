"""The evaluation: every figure the project claims, printed by one program.

    python -m tools.evaluate                       seeds, PolNeAR dev, russia dev
    python -m tools.evaluate --sets polnear_train --causes --errors 30
    python -m tools.evaluate --sets polnear_dev --marks single --breaks lost
    python -m tools.evaluate --calibration --parser --pronouns --speed

``--parser`` prints the parser's table (tools/parser/evaluate.py), ``--pronouns`` the pronouns of GUM (tools/pronouns.py),
``--speed`` articles per second, memory and what ``--parse all`` costs (tools/speed.py).

Gold and scorer are read from the folder ``--shared`` (``gold/``, ``eval/score.py``). Parses are remembered under ``.cache/``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from quotes import parse
from quotes.extractor import Extractor
from quotes.model import Article, Result
from quotes.options import Options
from quotes.read.dateline import head
from tools import pronouns, speed
from tools.gold import SHARED, CachedParser, Json, read_gold, scorer
from tools.marks_variants import lose_breaks, to_single
from tools.parser import evaluate as parser_evaluation
from tools.tables import calibration, causes, exact_sources, stance_calibration, stance_slices

FILES = {
    "seeds": "seeds.jsonl",
    "polnear_dev": "polnear_dev.jsonl",
    "polnear_train": "polnear_train.jsonl.gz",
    "russia_dev": "russia_dev.jsonl",
}


def gold_articles(name: str, args: argparse.Namespace) -> list[Json]:
    """The gold set, its text changed as ``--marks`` and ``--breaks`` ask (offsets kept)."""
    gold = read_gold(args.shared / "gold" / FILES[name])
    for article in gold:
        if args.marks != "double":
            spans = [(s, e) for q in article["quotes"] for s, e in q["segments"]]
            style: Literal["straight", "curly"] = "straight" if args.marks == "single-straight" else "curly"
            article["text"] = to_single(article["text"], spans, style)
        if args.breaks == "lost":
            _lose_breaks(article)
    return gold


def _lose_breaks(article: Json) -> None:
    article["text"], where = lose_breaks(article["text"])
    moved = [article["ignore"]] if article.get("ignore") else []
    moved += [spans for q in article["quotes"] for spans in (q["segments"], q.get("speaker_spans")) if spans]
    for spans in moved:
        spans[:] = [[where[s], where[e]] for s, e in spans]


def leaves_out(article: Json) -> bool:
    """True if the article prints its quotations in ''…'' and the gold has none of them.

    116 of PolNeAR's 840 training articles (all from one paper) are so: whoever finds those quotations is counted wrong.
    Figures are therefore printed twice, with these articles and without.
    """
    text = article["text"]
    inside = sum("''" in (text[max(0, s - 2) : s], text[e : e + 2]) for q in article["quotes"] for s, e in q["segments"])
    return text.count("''") >= 6 and not inside


def extract(name: str, gold: list[Json], args: argparse.Namespace) -> list[Result]:
    """The results for the gold articles, in order; a reject is printed."""
    options = Options(parse_scope=args.parse, stance=args.stance, indirect=args.indirect)
    cache = CachedParser.open(lambda: parse.load("compact"), f"{name}-{args.marks}-{args.breaks}-{args.parse}")
    extractor = Extractor(options, parser=cache)
    results = []
    for article in gold:
        published, body = head(article["text"])
        results.append(extractor.extract(Article(article["text"], id=str(article["id"]), published=published, body=body)))
        if results[-1].reject:
            sys.stderr.write(f"REJECT {results[-1].reject}\n")
    cache.save()
    return results


def rows(results: Iterable[Result]) -> list[Json]:
    """What the scorer reads, one object per quotation, with what the error tables need."""
    out = []
    for result in results:
        for quotation in result.quotations:
            a, s = quotation.attribution, quotation.speaker
            out.append(
                {
                    "article_id": result.article.id,
                    "segments": [list(x) for x in a.segments],
                    "kind": a.kind,
                    "speaker": s.name,
                    "speaker_start": a.mention.start if a.mention else None,
                    "speaker_end": a.mention.end if a.mention else None,
                    "stance": quotation.stances[0].label,
                    "stance_confidence": quotation.stances[0].confidence,
                    "confidence": s.confidence,
                    "rule": a.rule,
                    "resolution": s.rule,
                }
            )
    return out


def times(results: list[Result]) -> None:
    """Print the share of each stage in the time (meaningful with fresh parses only: --fresh)."""
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.milliseconds)
    whole = sum(total.values())
    line = ", ".join(f"{k} {100 * v / whole:.1f} %" for k, v in total.most_common())
    print(f"  {len(results) / (whole / 1000):.1f} articles per second; {line}")


def run_set(name: str, args: argparse.Namespace) -> Json:
    """Score one set and print its tables; returns the figures."""
    gold = gold_articles(name, args)
    results = extract(name, gold, args)
    pred = rows(results)
    score: Callable[..., Json] = scorer(args.shared)
    figures = score(gold, pred, 0 if args.causes else args.errors)
    print(f"{name} (marks {args.marks}, breaks {args.breaks}, parse {args.parse}, stance {args.stance})")
    known = [a for a in gold if not leaves_out(a)]
    fair = score(known, pred) if len(known) < len(gold) else figures
    if fair is not figures:
        print(f"  second column: without the {len(gold) - len(known)} articles whose gold leaves out quotations in ''…''")
    for key, value in figures.items():
        print(f"  {key:34s} {value:6}" + (f" {fair.get(key):6}" if fair is not figures else ""))
    if args.causes:
        causes(gold, pred, args.errors)
    exact_sources(gold, pred)
    if args.calibration:
        calibration(gold, pred)
    if figures.get("stance_n"):
        stance_slices(gold, pred)
        if args.calibration:
            stance_calibration(gold, pred)
    times(results)
    if args.out:
        target = Path(args.out) / f"{name}.jsonl"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pred), encoding="utf-8")
    return figures


def main(argv: list[str] | None = None) -> None:
    """Command line of the evaluation."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--sets", default="seeds,polnear_dev,russia_dev", help="comma-separated: " + ", ".join(FILES))
    ap.add_argument("--marks", choices=("double", "single-straight", "single-curly"), default="double")
    ap.add_argument("--breaks", choices=("kept", "lost"), default="kept")
    ap.add_argument("--parse", choices=("needed", "all"), default="needed")
    ap.add_argument("--stance", choices=("model", "rules"), default="model")
    ap.add_argument("--indirect", action="store_true")
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--causes", action="store_true")
    ap.add_argument("--calibration", action="store_true")
    ap.add_argument("--parser", action="store_true", help="also the parser's scores")
    ap.add_argument("--pronouns", action="store_true", help="also the pronouns of GUM")
    ap.add_argument("--speed", action="store_true", help="also speed and memory")
    ap.add_argument("--out", help="folder for the predictions, one JSONL file per set")
    ap.add_argument("--json", type=Path, help="write all figures here")
    args = ap.parse_args(argv)
    figures = {name: run_set(name, args) for name in args.sets.split(",") if name}
    if args.parser:
        parser_evaluation.main(["--data", str(args.shared / "data")])
    if args.pronouns:
        pronouns.main(["--shared", str(args.shared)])
    if args.speed:
        speed.main(["--shared", str(args.shared)])
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
