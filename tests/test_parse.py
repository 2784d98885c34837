"""Both parsers in Stanza's frame: the bundled one, and Stanza's own models, trained here in seconds by Stanza's programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotes import parse, segment
from quotes.compact import is_tree
from quotes.errors import ModelError
from quotes.model import Sentence
from quotes.parse.frame import Parser, name_tag

ARTICLE = (
    "“We will never accept it,” Foreign Minister Anna Orlova told reporters in Minsk on Friday. She didn’t say more.\n\n"
    "Britain’s government denied the report, which the BBC’s Lee Park had called “unfair”."
)


def spans(text: str) -> list[tuple[int, int, int, int]]:
    found = [(a, b, p) for p, (s, e) in enumerate(segment.paragraphs(text)) for a, b in segment.sentences(text, s, e)]
    return [(i, *span) for i, span in enumerate(found)]


def sound(text: str, sentences: list[Sentence]) -> None:
    """Every sentence is one tree over all of its words, and every offset points at its word."""
    for sentence in sentences:
        assert [(t.start, t.end) for t in sentence.tokens] == segment.words(text, sentence.start, sentence.end)
        assert all(text[t.start : t.end] == t.text and t.lemma and t.upos and t.rel for t in sentence.tokens)
        assert not sentence.tokens or is_tree([t.head + 1 for t in sentence.tokens])
        assert [t.rel for t in sentence.tokens if t.head < 0] == ["root"] * bool(sentence.tokens)


@pytest.fixture(scope="module")
def compact() -> Parser:
    return parse.load("compact", threads=1)


@pytest.mark.model
def test_a_news_sentence_is_parsed(compact: Parser) -> None:
    first, second, third = compact.parse(ARTICLE, spans(ARTICLE))
    sound(ARTICLE, [first, second, third])
    told = next(i for i, t in enumerate(first.tokens) if t.text == "told")
    subject = first.children(told, "nsubj")[0]
    assert first.tokens[told].lemma == "tell"
    assert first.tokens[told].head == -1
    assert {first.tokens[i].text for i in first.subtree(subject)} == {"Foreign", "Minister", "Anna", "Orlova"}
    assert [(" ".join(t.text for t in first.tokens[a:b]), kind) for a, b, kind in first.names()] >= [("Anna Orlova", "PER")]
    assert [t.lemma for t in second.tokens] == ["she", "do", "not", "say", "more", "."]
    assert (second.paragraph, second.index, third.paragraph, third.index) == (0, 1, 1, 2)


@pytest.mark.model
def test_a_tree_does_not_depend_on_what_else_is_parsed(compact: Parser) -> None:
    wanted = spans(ARTICLE)
    together = compact.parse(ARTICLE, wanted)
    assert [compact.parse(ARTICLE, [span])[0] for span in wanted] == together
    assert compact.parse(ARTICLE, wanted[::-1]) == together[::-1]
    assert parse.load("compact", threads=3).parse(ARTICLE, wanted * 20) == together * 20


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "word " * 700,
        "He said, and he said again, " * 150,
        "supercalifragilisticexpialidocious" * 40,
        ("Zxqwvbnm" * 3 + " ") * 190,
        "…",
        "\u00a0“ ”",
        "😀👍🏽 \u0301 \ufffd \x00 \x07",
        "مرحبا بالعالم 你好世界",
        "a\u200bb \u200b",
    ],
)
def test_any_sentence_becomes_one_tree(compact: Parser, text: str) -> None:
    whole = compact.parse(text, [(4, 0, len(text), 2)])
    sound(text, whole)
    assert (whole[0].index, whole[0].paragraph) == (4, 2)


@pytest.mark.model
def test_nothing_to_parse(compact: Parser) -> None:
    assert compact.parse("", []) == []
    assert compact.parse("   ", [(0, 0, 3, 0)]) == [Sentence((), 0, 3)]


def test_describe_names_the_bundled_model_without_loading_it() -> None:
    heavy = "{'torch', 'stanza', 'onnxruntime'}"
    code = f"import sys; from quotes import parse; print(parse.describe()); print(*{heavy} & {{*sys.modules}})"
    name, loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
    assert name.startswith("compact-en-")
    assert loaded == ""


def test_a_bundled_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"incomplete: .*manifest\.json is missing; reinstall quotestance"):
        parse.load("compact", folder=tmp_path)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([], "no English Stanza models in"),
        (["en/pos/ewt.pt"], "has no resources.json"),
        (["en/pos/ewt.pt", "resources.json"], "no English Stanza model for lemma, depparse"),
        (["en/pos/a.pt", "en/lemma/a.pt", "en/depparse/a.pt", "resources.json"], "cannot be read"),
    ],
)
def test_stanza_models_that_are_not_there(tmp_path: Path, files: list[str], message: str) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(b"no model")
    with pytest.raises(ModelError, match=f"{message}.*quotes models --download"):
        parse.load("stanza", folder=tmp_path)


def test_the_stanza_folder_is_the_one_the_user_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "named"))
    assert parse.resources_folder() == tmp_path / "named"
    assert parse.installed() == []
    monkeypatch.delenv("STANZA_RESOURCES_DIR")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "stanza_resources").mkdir()
    assert parse.resources_folder() == tmp_path / "stanza_resources"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("S-PERSON", "B-PER"),
        ("E-GPE", "I-LOC"),
        ("B-ORG", "B-ORG"),
        ("I-Facility", "I-FAC"),
        ("S-DATE", "O"),
        ("O", "O"),
        ("B-LAW", "B-MISC"),
    ],
)
def test_names_of_any_stanza_model_become_ours(tag: str, expected: str) -> None:
    assert name_tag(tag) == expected


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Stanza folder with models for tags, lemmas, trees and names, trained by Stanza's own programs on sixteen sentences."""
    out = tmp_path_factory.mktemp("stanza_resources")
    trees = Path(__file__).parent / "cases" / "trees" / "own.conllu"
    command = [sys.executable, "-m", "tools.parser.train_stanza", "--train", trees, "--dev", trees, "--out", out, "--width", "40"]
    subprocess.run([*map(str, command), "--steps", "200", "--threads", "1"], check=True, capture_output=True)
    return out


@pytest.mark.model
def test_stanza_models_from_the_users_folder(trained: Path) -> None:
    assert [(m.processor, m.package) for m in parse.installed(trained)] == [
        (p, "own") for p in ("pos", "lemma", "depparse", "ner")
    ]
    text = (
        '"We will appeal," Lee said. The minister denied the report on Friday. She left, ' + "and she left, " * 90 + "she said."
    )
    parser = parse.load("stanza", folder=trained, threads=1)
    found = parser.parse(text, spans(text))
    sound(text, found)
    said = next(t for t in found[0].tokens if t.text == "said")
    assert (said.lemma, said.upos, said.head) == ("say", "VERB", -1)
    assert [t.ner for t in found[0].tokens if t.text == "Lee"] == ["B-PER"]
    assert [t.lemma for t in found[1].tokens] == ["the", "minister", "deny", "the", "report", "on", "Friday", "."]
    assert len(found[2].tokens) > 300


@pytest.mark.model
def test_a_broken_stanza_model_is_an_error_that_says_what_to_type(trained: Path, tmp_path: Path) -> None:
    for file in trained.rglob("*.pt"):
        copy = tmp_path / file.relative_to(trained)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes() if "depparse" not in file.parts else b"no model")
    (tmp_path / "resources.json").write_bytes((trained / "resources.json").read_bytes())
    with pytest.raises(ModelError, match=r"is no Stanza model: .*quotes models --download"):
        parse.load("stanza", folder=tmp_path)
