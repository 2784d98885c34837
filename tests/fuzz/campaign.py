"""``python -m tests.fuzz.campaign TARGET [-max_total_time=60 …]``: atheris on one target; the rest is libFuzzer's.

TARGET is a reader (text, jsonl, json, csv, parquet, warc, html, stdin), ``marks``, ``extract`` or ``pages``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["quotes"]):
    from quotes import Extractor
    from quotes.options import Limits
    from quotes.read.pages import Pages
    from tests.fuzz import targets
    from tests.test_properties import Flat


def target(name: str) -> Callable[[bytes], None]:
    """The function that gets the bytes."""
    if name == "marks":
        return targets.spans
    if name == "extract":
        return targets.extract(Extractor(parser=Flat()))
    if name == "pages":
        return targets.web(Pages(Limits(html_seconds=5.0)))
    return targets.READERS[name]


def main() -> None:
    """Fuzz until libFuzzer's own limits."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    chosen = target(sys.argv.pop(1))
    atheris.Setup(sys.argv, chosen)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
