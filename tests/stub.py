"""An extractor without a model, for the tests of the command: it finds quotation marks and attributes each to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes import marks, segment
from quotes.errors import ModelError
from quotes.model import Article, Attribution, Quotation, Reject, Result, Speaker, Stance
from quotes.options import Options


class Extractor:
    """Stands in for ``quotes.extractor.Extractor``. A text with BOOM is rejected, one with NO MODEL ends the run."""

    model = "stub 1"

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    def run(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One result per article."""
        for article in articles:
            if "NO MODEL" in article.text:
                raise ModelError("network.onnx does not match its checksum: reinstall quotestance")
            if "STOP" in article.text:
                raise KeyboardInterrupt
            if "BOOM" in article.text:
                reject = Reject(article.id, article.source, article.line, "parse", "internal", "ValueError: boom")
                yield Result(article, reject=reject)
            else:
                yield Result(article, tuple(self._quotations(article)))

    def _quotations(self, article: Article) -> Iterator[Quotation]:
        stances = tuple(Stance(target) for target in self.options.targets)
        for number, quoted in enumerate(marks.find(article.text, segment.paragraphs(article.text), article.body)):
            said = Attribution(((quoted.start, quoted.end),), "direct", quoted.paragraph, number)
            yield Quotation(said, Speaker(None), stances)
