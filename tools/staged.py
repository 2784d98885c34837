"""Score the product on articles staged after the constructions of real news: quotations, speakers and stance, end to end.

    python -m tools.staged [--part kept] [--stance rules] [--errors 40]

``tools/staged/*.jsonl`` holds articles written for this project: each keeps the sentence constructions of a real report (how
speakers are introduced, taken up again and tagged, where marks are broken, misspelt or mean no quotation), with other people,
places, events and words. Nobody said what is quoted in them, least of all the well-known names. Articles with odd numbers are
``open``: their errors may be read when rules are written. Those with even numbers are ``kept``: they are only measured.
Those of ``staged/learned`` teach the stance model; the errors of the files with odd numbers may be read, the others measure.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from quotes import parse
from quotes.extractor import Extractor
from quotes.model import Article, Quotation
from quotes.options import Options
from tools.gold import CachedParser, Json, read_gold
from tools.stance.figures import figures
from tools.tables import binned_error, overlap

FILES = sorted((Path(__file__).parent / "staged").glob("*.jsonl"))
LEARNED = sorted((Path(__file__).parent / "staged" / "learned").glob("*.jsonl"))
"""More of them, which the stance model learns from; rules are written from the errors of the odd files alone."""
COVERED = 0.6
"""Share of a gold quotation that a statement must cover to have found it."""
SURE = 0.9
_IDLE = frozenset(["a", "an", "the", "of", "mr", "mrs", "ms", "dr", "sir", "and"])


@dataclass(frozen=True)
class Match:
    """A pair of marks of the gold (``quote`` of ``article``) with the statement that covers it, if one does."""

    article: Json
    quote: Json
    found: Quotation | None

    @property
    def speaker(self) -> str | None:
        """The name that came out."""
        return self.found.speaker.name if self.found else None

    @property
    def right(self) -> bool:
        """Whether that name is the gold's."""
        return bool(self.quote["quotation"]) and alike(self.quote["speaker"], self.speaker)

    @property
    def confidence(self) -> float:
        """How sure the product is of the speaker."""
        return self.found.speaker.confidence if self.found else 0.0


def articles(part: str = "all", files: Sequence[Path] = FILES) -> Iterator[Json]:
    """The staged articles of a part: ``open``, ``kept`` or ``all``; the ``qid`` of a pair of marks is told by its number."""
    wanted = {"open": (1,), "kept": (0,), "all": (0, 1)}[part]
    for article in (a for path in files for a in read_gold(path) if int(a["id"].rpartition("-")[2]) % 2 in wanted):
        yield article | {"quotes": [q | {"qid": f"{article['id']}#{i}"} for i, q in enumerate(article["quotes"])]}


def alike(gold: str | None, said: str | None) -> bool:
    """Whether two names mean the same: half of the shorter one's words stand in the other, or one is the other's initials."""
    mine, theirs = _words(gold), _words(said)
    if not mine or not theirs:
        return mine == theirs
    if "".join(w[0] for w in mine) == "".join(theirs) or "".join(w[0] for w in theirs) == "".join(mine):
        return True
    return 2 * len({*mine} & {*theirs}) >= min(len({*mine}), len({*theirs}))


def _words(name: str | None) -> list[str]:
    flat = unicodedata.normalize("NFKD", (name or "").replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return [w for w in re.findall(r"[a-z0-9]+", flat.replace("'s", "")) if w not in _IDLE]


def matches(extractor: Extractor, article: Json) -> Iterator[Match]:
    """Every pair of marks of an article with what the product made of it."""
    found = extractor.extract(Article(article["text"], id=article["id"])).quotations
    for quote in article["quotes"]:
        gold = [(s, e) for s, e in quote["segments"]]
        best = max(found, key=lambda q: overlap(q.attribution.segments, gold), default=None)
        covered = overlap(best.attribution.segments, gold) if best else 0
        yield Match(article, quote, best if covered >= COVERED * sum(e - s for s, e in gold) else None)


def speakers(found: Sequence[Match]) -> dict[str, float]:
    """Percent: quotations found, speakers right of those given and of those there are, the same at high confidence.

    A speaker given to marks that hold no quotation is wrong; one given where the gold names nobody is left out.
    """
    real = [m for m in found if m.quote["quotation"]]
    named = [m for m in real if m.quote["speaker"]]
    given = [m for m in found if m.speaker and (m.quote["speaker"] or not m.quote["quotation"])]
    sure = [m for m in given if m.confidence >= SURE]
    return {
        "quotations": len(real),
        "found": _percent(sum(m.found is not None for m in real), len(real)),
        "speaker precision": _percent(sum(m.right for m in given), len(given)),
        "speaker recall": _percent(sum(m.right for m in named), len(named)),
        "right at 0.9": _percent(sum(m.right for m in sure), len(sure)),
        "given at 0.9": _percent(len(sure), len(given)),
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def judged(found: Sequence[Match]) -> list[Match]:
    """The quotations that bear a stance in the gold."""
    return [m for m in found if m.quote.get("stance")]


def label(match: Match) -> str:
    """The stance that came out, ``no_target`` where the quotation was not found."""
    return match.found.stances[0].label if match.found else "no_target"


def stances(found: Sequence[Match]) -> dict[str, float]:
    """The stance figures of ``tools.stance.figures``, with the calibration error of the label's confidence in percent."""
    asked = judged(found)
    gold, said = [m.quote["stance"] for m in asked], [label(m) for m in asked]
    sure = [m.found.stances[0].confidence if m.found else None for m in asked]
    known = ((c, sign(g) == sign(x)) for c, g, x in zip(sure, gold, said, strict=True) if c is not None and g != "mixed")
    error = binned_error(known)
    return {"statements": len(asked), **figures(gold, said), "calibration error": round(100 * error, 1)}


def sign(stance: str) -> str:
    """The sign, or "" for all labels without one."""
    return stance if stance in ("critical", "supportive") else ""


def errors(found: Sequence[Match], most: int) -> Iterator[str]:
    """A line on each of the first ``most`` errors."""
    missed = ((m, fault) for m in found if (fault := _fault(m)) is not None)
    for m, fault in islice(missed, most):
        words = "…".join(m.article["text"][s:e] for s, e in m.quote["segments"])
        yield f"{m.article['id']}: {fault}: {words[:160]!r}"


def _fault(m: Match) -> str | None:
    if not m.quote["quotation"]:
        return f"no quotation, given to {m.speaker} ({m.confidence:.2f})" if m.speaker else None
    if m.found is None:
        return f"not found, {m.quote['speaker']} speaks"
    if m.quote["speaker"] and not m.right:
        return f"{m.quote['speaker']} speaks, not {m.speaker} ({m.confidence:.2f})"
    wanted, said = m.quote.get("stance"), label(m)
    return None if wanted is None or sign(wanted) == sign(said) else f"{wanted}, not {said}"


def report(name: str, given: Mapping[str, float]) -> None:
    """One line of figures."""
    print(f"{name:24}", "  ".join(f"{k} {v}" for k, v in given.items()), flush=True)


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--part", choices=("open", "kept", "all", "learned"), default="kept", help="(default: %(default)s)")
    ap.add_argument("--stance", choices=("model", "rules"), default="model")
    ap.add_argument("--errors", type=int, default=0, help="print so many errors of each file; never of the kept part")
    args = ap.parse_args(argv)
    if args.errors and args.part not in ("open", "learned"):
        ap.error("errors are shown of --part open and the odd files of --part learned: the others measure what nobody has read")
    parser = CachedParser.open(lambda: parse.load("compact"), "staged")
    stance: Literal["model", "rules"] = args.stance
    extractor = Extractor(Options(stance=stance), parser=parser)
    part, files = ("all", LEARNED) if args.part == "learned" else (args.part, FILES)
    for path in files:
        found = [m for a in articles(part, [path]) for m in matches(extractor, a)]
        report(f"{path.stem}, speakers", speakers(found))
        if judged(found):
            report(f"{path.stem}, stance", stances(found))
        readable = args.part == "open" or (args.part == "learned" and int(path.stem.rpartition("-")[2]) % 2)
        for line in errors(found, args.errors if readable else 0):
            print(line, file=sys.stderr)
    parser.save()


if __name__ == "__main__":
    main()
