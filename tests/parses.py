"""Cached parses for tests without the model: CoNLL-U with the text of every paragraph, and the program that makes it.

``python -m tests.parses`` parses the texts of the stance cases and of the rule files' examples again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.model import Sentence, Token

PATH = Path(__file__).parent / "cases" / "stance" / "parses.conllu"


def dump(parsed: Iterable[tuple[str, Iterable[Sentence]]]) -> str:
    """Texts and their sentences as CoNLL-U; MISC holds the offsets and the name tag."""
    lines: list[str] = []
    for text, sentences in parsed:
        lines.append(f"# newdoc = {text}")
        for s in sentences:
            lines.append(f"# span = {s.start} {s.end} {s.paragraph} {s.index}")
            for i, t in enumerate(s.tokens, 1):
                misc = f"start={t.start}|end={t.end}|ner={t.ner}"
                lines.append("\t".join((str(i), t.text, t.lemma, t.upos, t.xpos, t.feats, str(t.head + 1), t.rel, "_", misc)))
            lines.append("")
    return "\n".join(lines) + "\n"


def load(path: Path = PATH) -> dict[str, list[Sentence]]:
    """The sentences of every text in a file that ``dump`` made."""
    out: dict[str, list[Sentence]] = {}
    text, span, tokens = "", (0, 0, 0, 0), list[Token]()
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc = "):
            text = line.removeprefix("# newdoc = ")
            out[text] = []
        elif line.startswith("# span = "):
            a, b, c, d = line.removeprefix("# span = ").split()
            span = (int(a), int(b), int(c), int(d))
        elif line:
            tokens.append(_token(line))
        elif tokens:
            out[text].append(Sentence(tuple(tokens), *span))
            tokens = []
    return out


def _token(line: str) -> Token:
    _, text, lemma, upos, xpos, feats, head, rel, _, misc = line.split("\t")
    extra = dict(pair.split("=", 1) for pair in misc.split("|"))
    return Token(int(extra["start"]), int(extra["end"]), text, lemma, upos, xpos, feats, int(head) - 1, rel, extra["ner"])


def texts() -> Iterator[str]:
    """Every text that a stance test reads without the model."""
    from quotes import data, stance
    from tests.stance_cases import CASES, COUNTRIES, REPORTED, SPEAKERS, SPOKEN, SWAPS

    yield from (case.text for case in CASES)
    yield from (text for text, _, _ in REPORTED)
    for name, adjective, capital in COUNTRIES.values():
        yield from (text.format(name=name, adjective=adjective, capital=capital) for text, _ in SWAPS)
    for nation in SPEAKERS:
        yield from (text.format(nation=nation) for text, _ in SPOKEN)
    yield from (example.text for example in stance.load(data.folder("rules"), ["russia"]).examples)


def parse_all() -> Iterator[tuple[str, list[Sentence]]]:
    """Every text with its sentences from the bundled parser."""
    from quotes import parse, segment

    parser = parse.load("compact")
    for text in dict.fromkeys(texts()):
        spans = [(i, s, e, 0) for i, (s, e) in enumerate(segment.sentences(text, 0, len(text)))]
        yield text, list(parser.parse(text, spans))


if __name__ == "__main__":
    PATH.write_text(dump(parse_all()), encoding="utf-8")
