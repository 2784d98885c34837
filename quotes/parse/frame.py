"""Stanza's pipeline around our words: the only code that imports ``stanza``, and it does so on import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from stanza import Pipeline
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from stanza.models.common.doc import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes import segment
from quotes.compact import Analysis, Compact, joined, windows
from quotes.errors import ModelError
from quotes.model import Sentence, Span, Token
from quotes.onnx import cores
from quotes.parse.folder import HELP, chosen

SentenceSpan = tuple[int, int, int, int]
"""(index, start, end, paragraph) of one sentence."""

LONGEST = 200
"""Words that are parsed as one; what is longer is parsed in windows, cut behind punctuation, and joined to one tree."""
_NAMES = {
    **dict.fromkeys(("PER", "PERSON", "Person"), "PER"),
    **dict.fromkeys(("ORG", "Organization"), "ORG"),
    **dict.fromkeys(("LOC", "GPE", "Location"), "LOC"),
    **dict.fromkeys(("FAC", "Facility"), "FAC"),
    **dict.fromkeys(("MISC", "Misc", "EVENT", "LAW", "LANGUAGE", "PRODUCT", "Product", "WORK_OF_ART"), "MISC"),
    "NORP": "NORP",
}
"""Stanza's name classes (OntoNotes, CoNLL, Worldwide) -> ours; dates, amounts and the like are no names here."""


@register_processor("compact")
class CompactProcessor(Processor):  # type: ignore[misc]
    """The bundled model as a Stanza processor: fills in every column of the words it is given."""

    PROVIDES_DEFAULT = frozenset({"compact"})
    REQUIRES_DEFAULT: frozenset[str] = frozenset()

    def __init__(self, config: dict[str, Any], pipeline: Pipeline, device: str) -> None:
        """``config``: the loaded ``model``, a Compact."""
        super().__init__(config, pipeline, device)
        self._model: Compact = config["model"]

    def process(self, doc: Document) -> Document:
        """Annotate all sentences of the document; each depends on its own words only."""
        found = self._model.analyse([[word.text for word in sentence.words] for sentence in doc.sentences])
        for sentence, analyses in zip(doc.sentences, found, strict=True):
            for token, word, a in zip(sentence.tokens, sentence.words, analyses, strict=True):
                word.lemma, word.upos, word.xpos, word.feats, word.head, word.deprel, token.ner = a
        return doc


class Parser:
    """A Stanza pipeline that reads our sentences and words and gives back our values."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def parse(self, text: str, sentences: Sequence[SentenceSpan]) -> list[Sentence]:
        """Parse sentences of one article, given as (index, start, end, paragraph) with offsets into ``text``, in the order given.

        A sentence's tree does not depend on other articles: the bundled model sees one sentence at a time (see
        ``quotes.compact.network`` for why), Stanza's models one article at a time. A span without a word gives a sentence
        without tokens.
        """
        words = [segment.words(text, start, end) for _, start, end, _ in sentences]
        runs = [_runs(text, spans) for spans in words]
        analyses = iter(self._analyses(text, [run for sentence in runs for run in sentence]))
        out = []
        for (index, start, end, paragraph), spans, parts in zip(sentences, words, runs, strict=True):
            found = joined([next(analyses) for _ in parts])
            out.append(Sentence(_tokens(text, spans, found), start, end, paragraph, index))
        return out

    def _analyses(self, text: str, runs: Sequence[Sequence[Span]]) -> list[list[Analysis]]:
        if not runs:
            return []
        entries = [[_entry(text, i, span) for i, span in enumerate(run, 1)] for run in runs]
        document = self._pipeline(Document(entries, text))
        return [[_analysis(token) for token in sentence.tokens] for sentence in document.sentences]


def compact(folder: Path, threads: int) -> Parser:
    """The pipeline of the bundled model. Raises ModelError."""
    model = Compact(folder, chuliu_edmonds_one_root, threads or cores())
    return Parser(
        Pipeline(
            "en",
            processors={"compact": "default"},
            resources_filepath=str(folder / "resources.json"),
            allow_unknown_language=True,
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
            compact_model=model,
        )
    )


def stanza(folder: Path, threads: int) -> Parser:
    """The pipeline of Stanza's own models in ``folder``: tags, lemmas, trees, and names where a model for them is there.

    Raises ModelError if a model is missing or cannot be loaded.
    """
    import torch

    if threads:
        torch.set_num_threads(threads)
    packages = chosen(folder)
    try:
        pipeline = Pipeline(
            "en",
            dir=str(folder),
            package=None,
            processors={"tokenize": "default", **packages},
            tokenize_pretokenized=True,
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
        )
    except (UnpicklingError, EOFError) as error:
        raise ModelError(f"a file in {folder / 'en'} is no Stanza model: {HELP}") from error
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelError(f"Stanza's models in {folder} cannot be loaded ({str(error).splitlines()[0]}): {HELP}") from error
    return Parser(pipeline)


def _runs(text: str, spans: Sequence[Span]) -> list[Sequence[Span]]:
    """The words of a sentence in runs of at most LONGEST."""
    words = [text[start:end] for start, end in spans]
    return [spans[a:b] for a, b in windows(words, [1] * len(words), LONGEST)]


def _entry(text: str, number: int, span: Span) -> dict[str, Any]:
    return {"id": (number,), "text": text[span[0] : span[1]], "start_char": span[0], "end_char": span[1]}


def _analysis(token: Any) -> Analysis:
    word = token.words[0]
    lemma = word.lemma or word.text
    return Analysis(
        lemma, word.upos or "X", word.xpos or "_", word.feats or "_", word.head, word.deprel, name_tag(token.ner or "O")
    )


def name_tag(tag: str) -> str:
    """One of our BIO tags from a BIOES or BIO tag of any Stanza model."""
    prefix, _, kind = tag.partition("-")
    name = _NAMES.get(kind)
    return f"{'B' if prefix in 'BS' else 'I'}-{name}" if name else "O"


def _tokens(text: str, spans: Sequence[Span], analyses: Sequence[Analysis]) -> tuple[Token, ...]:
    return tuple(
        Token(start, end, text[start:end], a.lemma, a.upos, a.xpos, a.feats, a.head - 1, a.rel, a.ner)
        for (start, end), a in zip(spans, analyses, strict=True)
    )
