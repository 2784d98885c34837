"""Tables over judged quotations: causes of errors, reliability of the confidence, exact source spans, stance by slice."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from tools.gold import Json

_LEAD = 200
_REJECTS = re.compile(
    r"\b(den(y|ied|ies|ying|ials?)|reject(s|ed|ing)?|dismiss(es|ed|ing)?|refut(es?|ed|ing)|rebuff(s|ed)?|groundless|baseless"
    r"|unfounded|nonsense|absurd|ridiculous|slander\w*|libel\w*|hysteria|russophob\w*|witch[- ]hunts?|hoax|fabricat\w+"
    r"|no (evidence|proof)|nothing to do with)\b",
    re.IGNORECASE,
)
HIGH = 0.9
"""The confidence at which a dashboard may filter; the issue asks for precision and coverage there."""


def overlap(a: Iterable[Sequence[int]], b: Collection[Sequence[int]]) -> int:
    """Code points that two lists of spans share."""
    return sum(max(0, min(e, y) - max(s, x)) for s, e in a for x, y in b)


def judged(gold: list[Json], pred: list[Json]) -> Iterator[tuple[Json, Json, Json | None]]:
    """Each required gold statement with its article and its best overlapping prediction, as the scorer pairs them."""
    by_article: dict[str, list[Json]] = {}
    for p in pred:
        by_article.setdefault(str(p["article_id"]), []).append(p)
    for article in gold:
        some = by_article.get(str(article["id"]), [])
        for q in article["quotes"]:
            if q["kind"] == "optional":
                continue
            best = max(some, key=lambda p: overlap(p["segments"], q["segments"]), default=None)
            if best is not None and not overlap(best["segments"], q["segments"]):
                best = None
            yield article, q, best


def pointed(best: Json | None) -> list[list[int]]:
    """The source mention of a prediction as a list of spans (none or one)."""
    return [[best["speaker_start"], best["speaker_end"]]] if best and best["speaker_start"] is not None else []


def causes(gold: list[Json], pred: list[Json], errors: int) -> None:
    """Print the missed speakers by cause, most frequent first, and the first ``errors`` of them in words."""
    table: Counter[tuple[str, str]] = Counter()
    shown = 0
    for article, q, best in judged(gold, pred):
        if not q.get("speaker_spans") or overlap(pointed(best), q["speaker_spans"]):
            continue
        if best is None:
            cause = ("quotation not found", q["kind"])
        else:
            cause = ("wrong speaker" if pointed(best) else "no speaker", str(best["rule"]))
        table[cause] += 1
        if shown < errors:
            shown += 1
            text = article["text"]
            want = " / ".join(text[s:e] for s, e in q["speaker_spans"])
            got = [text[s:e] for s, e in pointed(best)]
            around = text[max(0, q["segments"][0][0] - 200) : q["segments"][-1][1] + 120]
            sys.stderr.write(f"[{cause[0]}: {cause[1]}] {article['id']} want {want!r} got {got}\n    {around!r}\n")
    for (what, rule), n in table.most_common(40):
        print(f"  {n:4d}  {what}: {rule}")


def calibration(gold: list[Json], pred: list[Json]) -> None:
    """Print how often the source mention of a direct quotation is right at each level of ``speaker_confidence``."""
    pairs = [
        (float(best["confidence"]) if best and pointed(best) else 0.0, overlap(pointed(best), q["speaker_spans"]) > 0)
        for _, q, best in judged(gold, pred)
        if q["kind"] == "direct" and q.get("speaker_spans")
    ]
    reliability("confidence", [(c, r) for c, r in pairs if c > 0])
    high = [r for c, r in pairs if c >= HIGH]
    precision, coverage = 100 * sum(high) / max(1, len(high)), 100 * len(high) / max(1, len(pairs))
    print(f"  at {HIGH} and above: precision {precision:.1f}, coverage {coverage:.1f} % of direct quotations")


def stance_calibration(gold: list[Json], pred: list[Json]) -> None:
    """Print how often the stance of a quotation that was found is right at each level of ``stance_confidence``."""
    found = ((q["stance"], best) for _, q, best in judged(gold, pred) if q.get("stance") and q["stance"] != "mixed" and best)
    reliability("stance", [(float(best["stance_confidence"]), _three(want) == _three(best["stance"])) for want, best in found])


def reliability(name: str, called: Sequence[tuple[float, bool]]) -> None:
    """Print a table of confidences, each with whether it was right, their calibration error, and what chance alone gives."""
    print(f"  {name:10s}      n   mean  right")
    for step in range(10):
        part = [(c, r) for c, r in called if min(9, int(10 * c)) == step]
        if part:
            mean, right = sum(c for c, _ in part) / len(part), sum(r for _, r in part) / len(part)
            print(f"  {step / 10:.1f}-{(step + 1) / 10:.1f}    {len(part):5d}  {100 * mean:5.1f}  {100 * right:5.1f}")
    usual, most = chance_error([c for c, _ in called])
    chance = f"of so many perfectly calibrated ones {100 * usual:.1f} on average, {100 * most:.1f} at most in 19 of 20 samples"
    print(f"  expected calibration error {100 * binned_error(called):.1f} points; {chance}")


def binned_error(called: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error (0-1) of confidences, each with whether it was right, in ten bins of equal width."""
    bins: dict[int, list[float]] = {}
    for sure, right in called:
        bins.setdefault(min(9, int(10 * sure)), []).append(sure - right)
    return sum(abs(sum(b)) for b in bins.values()) / max(1, sum(map(len, bins.values())))


def chance_error(sure: Sequence[float], samples: int = 500) -> tuple[float, float]:
    """The error that confidences of this size show though each is exactly as often right as it says: mean and 95th percentile.

    Few cases never come out at their probability, so the error of a small set is never 0 (drawn ``samples`` times, always alike).
    """
    chance = random.Random(0)
    drawn = sorted(binned_error((c, chance.random() < c) for c in sure) for _ in range(samples))
    return sum(drawn) / samples, drawn[int(0.95 * samples)]


def exact_sources(gold: list[Json], pred: list[Json]) -> None:
    """Print precision, recall and F1 of exact source spans over the quoted gold statements (it holds no indirect speech)."""
    wanted = hit = given = 0
    for _, q, best in judged(gold, pred):
        if q.get("speaker_spans"):
            wanted += 1
            given += bool(pointed(best))
            hit += bool(pointed(best)) and pointed(best)[0] in [list(s) for s in q["speaker_spans"]]
    if wanted and given:
        p, r = 100 * hit / given, 100 * hit / wanted
        print(f"  exact source span: precision {p:.1f}, recall {r:.1f}, F1 {2 * p * r / max(1e-9, p + r):.1f}")


def stance_slices(gold: list[Json], pred: list[Json]) -> None:
    """Print stance accuracy by slice: own side, how the target is present, denials, hard ones, and the confusion of labels."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    for article, q, best in judged(gold, pred):
        if not q.get("stance") or q["stance"] == "mixed":
            continue
        want, got = _three(q["stance"]), _three(best["stance"] if best else None)
        confusion[want, got] += 1
        slices = [f"evidence {q.get('evidence')}"] + ["own side"] * bool(q.get("own_side")) + ["hard"] * bool(q.get("hard"))
        slices += ["denial"] * is_denial(article, q)
        for name in slices:
            total[name] += 1
            right[name] += want == got
    for name, n in sorted(total.items()):
        print(f"  stance accuracy, {name:18s} {100 * right[name] / n:5.1f}  ({n})")
    for (want, got), n in sorted(confusion.items()):
        print(f"  gold {want:10s} labelled {got:10s} {n:4d}")


def is_denial(article: Json, quote: Json) -> bool:
    """Whether a gold quotation defends the target against blame (R6).

    So is a supportive one that speaks for the target, or that rejects something: a word of rejection stands in it or in the
    ``_LEAD`` characters before it.
    """
    segments = quote["segments"]
    words = article["text"][max(0, segments[0][0] - _LEAD) : segments[-1][1]]
    return bool(quote["stance"] == "supportive" and (quote.get("own_side") or _REJECTS.search(words)))


def _three(label: str | None) -> str:
    return label if label in ("critical", "supportive") else "neutral"
