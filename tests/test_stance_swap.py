"""Fairness on real quotations: where Russia becomes China throughout, the label toward China is what it was toward Russia."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes import data, stance
from quotes.extractor import SentenceParser
from quotes.model import Article, Attribution, Document, Span, Speaker

SWAP = (
    ("Russian Federation", "People's Republic of China"),
    ("Vladimir Putin", "Xi Jinping"),
    ("Russians", "Chinese"),
    ("Russian", "Chinese"),
    ("Russia", "China"),
    ("Moscow", "Beijing"),
    ("Kremlin", "Zhongnanhai"),
    ("Putin", "Xi"),
)
AGREE = 0.9
"""Least share of equal labels; a parser that cuts or reads the other name differently costs a few."""


def swapped(text: str) -> str:
    for old, new in SWAP:
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def quotations(path: Path) -> Iterator[tuple[str, Span, str | None]]:
    """Paragraph, the first segment in it, and the speaker of every quotation that names Russia."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for quote in article["quotes"]:
            start, end = quote["segments"][0]
            if not re.search("Russia|Putin|Kremlin|Moscow", article["text"][start:end]):
                continue
            left = article["text"].rfind("\n", 0, start) + 1
            right = article["text"].find("\n", end)
            yield article["text"][left : right if right > 0 else None], (start - left, end - left), quote["speaker"]


def label(parts: tuple[str, str, str], speaker: str | None, target: str, parser: SentenceParser) -> str:
    """The label of the middle one of three pieces of a paragraph."""
    text = "".join(parts)
    start, end = len(parts[0]), len(parts[0]) + len(parts[1])
    document = Document(Article(text), ((0, len(text)),), list(parser.parse(text, [(0, 0, len(text), 0)])))
    attribution = Attribution(((start, end),), "direct", 0, 0)
    rules = stance.load(data.folder("rules"), [target])
    return stance.judge(document, [attribution], [Speaker(speaker)], rules)[0][0].label


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.nightly
def test_russia_becomes_china(shared: Path) -> None:
    from quotes import parse

    parser = parse.load("compact")
    seen: Counter[bool] = Counter()
    signed = 0
    for paragraph, (start, end), speaker in quotations(shared / "gold" / "russia_dev.jsonl"):
        parts = (paragraph[:start], paragraph[start:end], paragraph[end:])
        before = label(parts, speaker, "russia", parser)
        after = label((swapped(parts[0]), swapped(parts[1]), swapped(parts[2])), swapped(speaker or ""), "china", parser)
        seen[before == after] += 1
        signed += before in ("critical", "supportive")
        assert {before, after} != {"critical", "supportive"}, parts[1]
    assert signed >= 20
    assert seen[True] / seen.total() >= AGREE
