"""Prints how good a parser is: the CoNLL 2018 scores with the treebanks' words, the same from raw text, names, and speed.

    python -m tools.parser.evaluate --data ../shared/data [--model FOLDER] [--limit SENTENCES]

The scorer is the one of the CoNLL 2018 shared task as Stanza uses it (``udtools``). It drops the subtypes of relations; LAS here
counts them (``nsubj:pass`` is not ``nsubj``), ``ULAS`` is the shared task's figure.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from udtools import udeval  # type: ignore[import-untyped]

from quotes import parse, segment
from quotes.compact import Analysis, Compact
from quotes.model import Sentence, Token
from tools.parser.treebank import Sample, Words, conllu, uner, worldwide

Analyse = Callable[[Sequence[Sequence[str]]], list[list[Analysis]]]
_METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")
_CLITIC = re.compile(r"n['’`]t|['’`](?:s|m|d|re|ve|ll)", re.IGNORECASE)
_PARTS = {("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta"), ("gim", "me"), ("lem", "me")}


def row(number: int, form: str, a: Analysis, misc: str = "_") -> str:
    """One line of CoNLL-U."""
    return "\t".join((str(number), form, a.lemma, a.upos, a.xpos, a.feats, str(a.head), a.rel, "_", misc))


def blocks(path: Path, genre: str) -> Iterator[list[str]]:
    """The lines of each sentence of a CoNLL-U file whose document's name contains ``genre``."""
    for sample in conllu(path):
        if genre in sample.document:
            yield sample.lines


def retagged(lines: Sequence[str], analyses: Sequence[Analysis]) -> list[str]:
    """A gold sentence with our analysis in place of its own, its words and multi-word tokens kept."""
    found = iter(analyses)
    out = []
    for line in lines:
        number, form = line.split("\t")[:2]
        out.append(row(int(number), form, next(found)) if number.isdigit() else line)
    return out


def scores(gold: Iterable[Sequence[str]], system: Iterable[Sequence[str]]) -> dict[str, float]:
    """F1 in percent per column, from the lines of gold and system sentences."""
    sides = [list(gold), list(system)]
    plain = udeval.evaluate(*(_loaded(side, ":") for side in sides))
    full = udeval.evaluate(*(_loaded(side, "_") for side in sides))
    return {name: 100 * full[name].f1 for name in _METRICS} | {"ULAS": 100 * plain["LAS"].f1}


def _loaded(sentences: Sequence[Sequence[str]], mark: str) -> Any:
    """The scorer's representation; with ``mark`` ``_`` it cannot drop the subtypes. Enhanced dependencies are left out."""
    out = []
    for lines in sentences:
        for line in lines:
            column = line.split("\t")
            column[7] = column[7].replace(":", mark)
            column[8] = "_"
            out.append("\t".join(column))
        out.append("")
    return udeval.load_conllu(io.StringIO("\n".join(out) + "\n"), "sentences", {})


def document_text(samples: Sequence[Sample]) -> str:
    """The raw text of a document: sentences joined by a blank, paragraphs by an empty line."""
    parts: list[str] = []
    for sample in samples:
        if parts:
            parts.append("\n\n" if sample.paragraph else " ")
        parts.append(sample.text)
    return "".join(parts)


def documents(path: Path, genre: str) -> Iterator[list[Sample]]:
    """The sentences of each document of the genre."""
    group: list[Sample] = []
    for sample in conllu(path):
        if group and sample.document != group[0].document:
            yield group
            group = []
        if genre in sample.document:
            group.append(sample)
    if group:
        yield group


def segmented(text: str) -> list[tuple[int, int, int, int]]:
    """All sentences of a text as the parser takes them."""
    spans = [(a, b, p) for p, (s, e) in enumerate(segment.paragraphs(text)) for a, b in segment.sentences(text, s, e)]
    return [(i, *span) for i, span in enumerate(spans)]


def written(sentence: Sentence) -> list[str]:
    """One of our sentences in CoNLL-U, clitics joined to multi-word tokens as UD joins them."""
    out: list[str] = []
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        last = i
        while last + 1 < len(tokens) and _clings(tokens[last], tokens[last + 1]):
            last += 1
        if last > i and not (i and _clings(tokens[i - 1], token)):
            form = "".join(t.text for t in tokens[i : last + 1])
            out.append("\t".join((f"{i + 1}-{last + 1}", form, *"________")))
        analysis = Analysis(token.lemma, token.upos, token.xpos, token.feats, token.head + 1, token.rel, token.ner)
        out.append(row(i + 1, token.text, analysis))
    return out


def _clings(left: Token, right: Token) -> bool:
    pair = (left.text.lower(), right.text.lower())
    return left.end == right.start and bool(right.xpos == "POS" or _CLITIC.fullmatch(right.text) or pair in _PARTS)


def spans(tags: Sequence[str | None]) -> set[tuple[int, int, str]]:
    """Names as (first word, last + 1, type) from BIO tags; unmarked words (None) hold none."""
    out = set()
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and not (tag and tag.startswith("I-")):
            out.add((start, i, str(tags[start])[2:]))
            start = -1
        if tag and tag.startswith("B-"):
            start = i
    return out


def names(sentences: Sequence[Words], analyse: Analyse, kinds: Sequence[str]) -> dict[str, float]:
    """F1 of names in percent, all together (``all``) and per type, over the types in ``kinds``."""
    counts = {kind: [0, 0, 0] for kind in kinds}
    for words, found in zip(sentences, analyse([[w.form for w in s] for s in sentences]), strict=True):
        gold, system = spans([w.ner for w in words]), spans([a.ner for a in found])
        for kind, count in counts.items():
            g, s = ({x for x in side if x[2] == kind} for side in (gold, system))
            count[0] += len(g & s)
            count[1] += len(s)
            count[2] += len(g)
    total = [sum(count[i] for count in counts.values()) for i in range(3)]
    return {kind: 200 * n[0] / max(1, n[1] + n[2]) for kind, n in {"all": total, **counts}.items()}


def show(name: str, values: dict[str, float]) -> None:
    """One line of the table."""
    print(f"{name:28s} " + "  ".join(f"{key} {value:.2f}" for key, value in values.items()), flush=True)


def treebanks(data: Path, analyse: Analyse, limit: int) -> None:
    """The rows with the treebanks' own words, and the speed over all of them."""
    count = 0
    began = time.process_time()
    for name, files, genre in (
        ("EWT test", ("ewt-test",), ""),
        ("PUD", ("pud-test",), ""),
        ("GUM news (dev, test)", ("gum-dev", "gum-test"), "_news_"),
        ("GUM test, all genres", ("gum-test",), ""),
    ):
        gold = [lines for file in files for lines in blocks(data / f"ud/{file}.conllu.gz", genre)][:limit]
        forms = [[line.split("\t")[1] for line in lines if line.split("\t")[0].isdigit()] for lines in gold]
        count += sum(map(len, forms))
        found = analyse(forms)
        show(f"{name}, gold words", scores(gold, [retagged(*pair) for pair in zip(gold, found, strict=True)]))
    seconds = time.process_time() - began
    print(f"{count / seconds:.0f} words per second of processor time, scoring included", flush=True)


def raw(data: Path, model: Path | None, limit: int) -> None:
    """The rows from raw text."""
    parser = parse.load("compact", threads=1, folder=model)
    for name, files, genre in (("PUD", ("pud-test",), ""), ("GUM news (dev, test)", ("gum-dev", "gum-test"), "_news_")):
        groups = [group for file in files for group in documents(data / f"ud/{file}.conllu.gz", genre)][:limit]
        system = []
        for group in groups:
            text = document_text(group)
            system += [written(s) for s in parser.parse(text, segmented(text))]
        show(f"{name}, raw text", scores([s.lines for group in groups for s in group], system))


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--model", type=Path, help="packaged model (default: the bundled one)")
    parser.add_argument("--limit", type=int, default=10**9, help="sentences (documents for raw text) per row, for a quick look")
    args = parser.parse_args(argv)
    analyse = Compact(args.model or parse.compact_folder(), chuliu_edmonds_one_root).analyse
    treebanks(args.data, analyse, args.limit)
    raw(args.data, args.model, args.limit)
    news = worldwide(args.data / "ner/worldwide-test.iob2.gz")[: args.limit]
    web = uner(args.data / "ner/uner-ewt-test.iob2")[: args.limit]
    show("names, worldwide test", names(news, analyse, ("PER", "ORG", "LOC", "NORP", "FAC", "MISC")))
    show("names, UNER test", names(web, analyse, ("PER", "ORG", "LOC")))
    show("  counting all our types", names(web, analyse, ("PER", "ORG", "LOC", "NORP", "FAC", "MISC")))


if __name__ == "__main__":
    main()
