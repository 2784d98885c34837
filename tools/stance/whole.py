"""Quotations of whole articles as examples: those of ``russia_dev``, for checking, and the staged ones, most to learn from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quotes.stance.marking import Item, mentions
from tools.gold import SHARED, Json, read_gold
from tools.staged import FILES, LEARNED, articles
from tools.stance.corpora import ALIGNMENTS, Example, aliases, nearest, soft, statement


def russia_dev(shared: Path = SHARED) -> list[Example]:
    """The development quotations with their gold segments and mentions: for checking only, nothing is trained on them."""
    out = []
    for article in read_gold(shared / "gold" / "russia_dev.jsonl"):
        out += [dev_example(article, q) for q in article["quotes"] if q.get("stance")]
    return out


def dev_example(article: Json, quote: Json, corpus: str = "dev") -> Example:
    """One gold quotation with its own paragraph(s) and the one before."""
    text, names = article["text"], aliases("Russia")
    first, last = quote["segments"][0][0], quote["segments"][-1][1]
    start = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", last)
    stop = len(text) if stop < 0 else stop
    previous = previous_paragraph(text, start)
    spans = [(s - start, e - start) for s, e in quote.get("speaker_spans") or [] if s >= start and e <= stop]
    body = text[start:stop]
    return Example(
        id=quote["qid"],
        group=str(article["id"]),
        corpus=corpus,
        item=Item(
            text=body,
            segments=statement(body, first - start, quote["segments"][0][1] - start),
            mentions=mentions(body, names),
            previous=previous,
            previous_mentions=mentions(previous, names),
            source=min(spans, key=lambda x: abs(x[0] - (first - start)), default=None),
            own_side=quote["own_side"],
        ),
        label="neutral" if quote["stance"] == "no_target" else quote["stance"],
        answer=soft(quote["stance"], quote["strength"], quote["alignment"], bool(quote.get("hard"))),
        addressed=int(quote["stance"] != "no_target"),
        alignment=ALIGNMENTS.index(quote["alignment"]) if quote["stance"] in ("neutral", "no_target") else -100,
    )


STAGED = {"staged": FILES, **{p.stem.replace("russia", "learned"): [p] for p in LEARNED if p.stem.startswith("russia")}}
"""The staged articles (``tools.staged``) by what they are for: the encoder never learns from ``staged``, it is taught
``learned-1`` …"""


def corpus(name: str) -> list[Example]:
    """The quotations of one of ``STAGED`` that bear a stance."""
    return [staged_example(a, q, name) for a in articles(files=STAGED[name]) for q in a["quotes"] if q.get("stance")]


def staged_example(article: Json, quote: Json, name: str = "staged") -> Example:
    """One of them; its group bears a prefix, by which the folds of the bundled encoder were drawn."""
    text, (first, last) = article["text"], quote["segments"][0]
    start, stop = text.rfind("\n", 0, first) + 1, (text.find("\n", last) + 1 or len(text) + 1) - 1
    surname = (quote["speaker"] or "").rpartition(" ")[2]
    source = nearest(text[start:stop], surname, (first - start, last - start))
    spans = [(start + source[0], start + source[1])] if source else []
    example = dev_example(article, quote | {"speaker_spans": spans}, name)
    return replace(example, group=f"real:{article['id']}")


def previous_paragraph(text: str, start: int) -> str:
    """The last line with words before ``start``, or an empty string."""
    return next((x for x in reversed(text[:start].split("\n")) if x.strip()), "")
