"""What a worker does: make the extractor once, then turn articles into finished lines. The same in every engine."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from quotes.errors import EngineError, QuotesError, UsageError
from quotes.identity import article_id, text_sha256
from quotes.model import Article, Reject, Result
from quotes.options import Options
from quotes.write import Stamp, article_record, error_record, records
from quotes.write.lines import dumps

Process = Callable[[Iterable[Article]], Iterator[Result]]
"""Articles in, one result each out, in order; it may read ahead."""
Make = Callable[[Options], Process]


@dataclass(frozen=True, slots=True)
class Lines:
    """The finished lines of one item, each with its line end; ``quotes`` holds as many as the article has records."""

    status: str
    published: str | None
    article: bytes
    quotes: tuple[bytes, ...] = ()
    error: bytes | None = None


@dataclass(frozen=True, slots=True)
class Spec:
    """All that a worker is told when it starts."""

    extractor: str
    options: Options
    stamp: Stamp
    english_only: bool = True
    memory_mb: int = 0
    seconds: float = 0.0


def model(options: Options) -> str:
    """Name and version of the parser that ``extractor`` uses, without loading it."""
    from quotes import parse

    return parse.describe(options.parser)


def describe(path: str, options: Options) -> str:
    """What the records name as the model: by the ``model`` function beside the extractor. Raises UsageError."""
    module, _, _ = path.partition(":")
    try:
        return str(importlib.import_module(module).model(options))
    except (ImportError, AttributeError) as error:
        raise UsageError(f"no extractor at {path}: {error}") from error


def extractor(options: Options) -> Process:
    """The real thing: ``Extractor.run``. Raises ModelError, RuleError, UsageError."""
    from quotes.extractor import Extractor

    made = Extractor(options)
    if made.parser is None:  # asking for it loads it: a missing model must show before the first article
        raise EngineError("the extractor has no parser")
    return made.run


def pin_threads(threads: int) -> None:
    """One thread per worker unless told otherwise, before torch or onnxruntime is imported: sums depend on how they are split."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = str(max(1, threads))
    os.environ["TOKENIZERS_PARALLELISM"] = "false"


def limit_memory(megabytes: int) -> None:
    """Let this process have no more data memory than that, so that a runaway article gets a MemoryError (Linux)."""
    if not megabytes:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard < 0 else min(limit, hard), hard))


def start(spec: Spec) -> Process:
    """Make the process a worker runs. Raises QuotesError of the model or the rules, EngineError for anything else."""
    threads = spec.options.threads or 1
    pin_threads(threads)
    limit_memory(spec.memory_mb)
    module, _, name = spec.extractor.partition(":")
    try:
        make = cast(Make, getattr(importlib.import_module(module), name))
        made = make(replace(spec.options, threads=threads))
    except QuotesError:
        raise
    except Exception as error:
        raise EngineError(f"a worker cannot start: {type(error).__name__}: {error}") from error
    return _english(made) if spec.english_only else made


def work(process: Process, spec: Spec, articles: Sequence[Article]) -> Iterator[Lines]:
    """Lines of each article, in order, as soon as they are there."""
    for result in process(articles):
        yield render(result, spec.stamp, long=spec.options.long)


def render(result: Result, stamp: Stamp, *, first: str | None = None, long: bool = False) -> Lines:
    """The lines of one result. ``first`` is the id of the article it is a copy of."""
    try:
        quotes = tuple(_line(record) for record in records(result, stamp, long=long))
    except (ValueError, TypeError, IndexError) as fault:  # a record that cannot be written is this article's fault alone
        result = Result(result.article, reject=dead(result.article, "write", "internal", f"{type(fault).__name__}: {fault}"))
        quotes = ()
    record = {**article_record(result, stamp), "duplicate_of": first}
    error = _line(error_record(result.reject, stamp)) if result.reject else None
    return Lines(str(record["status"]), result.article.published, _line(record), quotes, error)


def render_reject(reject: Reject, stamp: Stamp) -> Lines:
    """The lines of an item that never became an article; it has its ``article/1`` line all the same."""
    article = Article("", id=reject.article_id, source=reject.source, line=reject.line)
    if reject.article_id is None:
        article = replace(article, id=f"{reject.source}:{reject.line}" if reject.line else reject.source)
        reject = replace(reject, article_id=article.id)
    return render(Result(article, reject=reject), stamp)


def dead(article: Article, stage: str, code: str, message: str, attempts: int = 1) -> Reject:
    """The dead letter of an article."""
    return Reject(
        article_id(article), article.source, article.line, stage, code, message, attempts, text_sha256=text_sha256(article.text)
    )


def _line(record: dict[str, object]) -> bytes:
    return (dumps(record) + "\n").encode()


def _english(process: Process) -> Process:
    """The process without articles in other languages; they come back as results of their own, in their place."""
    from quotes.language import Detector

    detector = Detector()

    def run(articles: Iterable[Article]) -> Iterator[Result]:
        given = list(articles)
        foreign = [detector.foreign(article) for article in given]
        results = process(article for article, language in zip(given, foreign, strict=True) if language is None)
        for article, language in zip(given, foreign, strict=True):
            if language is None:
                yield next(results)
            else:
                yield Result(replace(article, language=language), flags=("not-english",))

    return run
