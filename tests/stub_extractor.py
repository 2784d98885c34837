"""A fast stand-in for the extractor that the engine's tests give to their workers; certain words make it misbehave."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator

from quotes.model import Article, Attribution, Quotation, Reject, Result, Speaker, Stance
from quotes.options import Options

_QUOTED = re.compile(r'"([^"\n]+)"')
PAUSE = "QUOTES_TEST_PAUSE"
"""Environment variable: seconds per article."""


def model(options: Options) -> str:
    """What the records name as the model."""
    return f"stub {options.parser}"


def extractor(options: Options) -> Callable[[Iterable[Article]], Iterator[Result]]:
    """Everything between straight double quotation marks is a quotation."""
    pause = float(os.environ.get(PAUSE, "0"))

    def run(articles: Iterable[Article]) -> Iterator[Result]:
        for article in articles:
            if pause:
                time.sleep(pause)
            yield _result(article, options)

    return run


def greedy(options: Options) -> Callable[[Iterable[Article]], Iterator[Result]]:
    """Reads the whole piece before it gives the first result."""

    def run(articles: Iterable[Article]) -> Iterator[Result]:
        yield from [_result(article, options) for article in list(articles)]

    return run


def _result(article: Article, options: Options) -> Result:
    _misbehave(article)
    if "REJECT!" in article.text:
        return Result(article, reject=Reject(article.id, article.source, article.line, "parse", "too_long", "as it was told"))
    stances = tuple(Stance(target) for target in options.targets)
    found = [
        Quotation(Attribution((match.span(1),), "direct", 0, n), Speaker("A. Speaker", type="person"), stances)
        for n, match in enumerate(_QUOTED.finditer(article.text))
    ]
    return Result(article, tuple(found))


def _misbehave(article: Article) -> None:
    text = article.text
    if "CRASH!" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "EXIT!" in text:
        os._exit(3)
    if "HANG!" in text:
        time.sleep(3600)
    if "SPIN!" in text:
        while True:
            pass
    if "MEMORY!" in text:
        hoard = [bytes(2**26) for _ in range(1000)]
        raise AssertionError(f"{len(hoard)} blocks of 64 MB were to be had")
    if "RAISE!" in text:
        raise ValueError("as it was told")
