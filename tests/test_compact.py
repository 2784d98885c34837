"""The bundled model's runner: files that are checked, scores that become trees and names, lemmas."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from quotes.bundled import verified
from quotes.compact import Analysis, shape
from quotes.compact.decode import heads, is_tree, joined, names, windows
from quotes.compact.lemma import Lemmatiser, applied, script
from quotes.errors import ModelError
from quotes.parse import compact_folder


def small_model(folder: Path) -> Path:
    """A folder whose manifest is right about one small file."""
    (folder / "labels.json").write_text("{}", encoding="utf-8")
    digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    (folder / "manifest.json").write_text(json.dumps({"files": {"labels.json": {"sha256": digest}}}), encoding="utf-8")
    return folder


def test_files_that_match_the_manifest_are_read(tmp_path: Path) -> None:
    assert verified(small_model(tmp_path)) == {"labels.json": b"{}"}


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    small_model(tmp_path).joinpath("labels.json").write_text("{ }", encoding="utf-8")
    with pytest.raises(
        ModelError, match=r"labels\.json is damaged: SHA-256 .*, not 44136fa355b3…; reinstall quotestance"
    ) as caught:
        verified(tmp_path)
    assert caught.value.exit_code == 4


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    small_model(tmp_path).joinpath("labels.json").unlink()
    with pytest.raises(ModelError, match=r"incomplete: .*labels\.json is missing; reinstall quotestance"):
        verified(tmp_path)


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": []}', '{"files": {"labels.json": 3}}', "\xff"])
def test_a_broken_manifest_is_refused(tmp_path: Path, manifest: str) -> None:
    small_model(tmp_path).joinpath("manifest.json").write_text(manifest, encoding="latin-1")
    with pytest.raises(ModelError, match=r"manifest\.json cannot be read"):
        verified(tmp_path)


def test_the_bundled_files_match_their_manifest_and_hold_no_pickle() -> None:
    files = verified(compact_folder())
    assert {"network.onnx", "labels.onnx", "pieces.json", "labels.json", "lemmas.json"} <= set(files)
    assert not any(data.startswith((b"\x80", b"PK")) for data in files.values())
    assert sum(map(len, files.values())) < 45_000_000


def test_a_damaged_network_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "compact"
    shutil.copytree(compact_folder(), folder)
    with (folder / "labels.onnx").open("r+b") as file:
        file.seek(1000)
        file.write(b"\0\0\0\0")
    with pytest.raises(ModelError, match=r"labels\.onnx is damaged"):
        verified(folder)


def chain(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """A stand-in for the tree search: each word below the one before it."""
    return np.arange(-1, len(scores) - 1)


def test_the_best_heads_stand_where_they_are_a_tree() -> None:
    arcs = np.array([[0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]], dtype=np.float32)
    assert heads(arcs, chain).tolist() == [2, 0, 2]


@pytest.mark.parametrize(
    "arcs",
    [
        [[0, 0, 9], [0, 9, 0]],  # a cycle
        [[9, 0, 0], [9, 0, 0]],  # two roots
    ],
)
def test_a_search_decides_where_they_are_none(arcs: list[list[float]]) -> None:
    assert heads(np.array(arcs, dtype=np.float32), chain).tolist() == [0, 1]


def test_the_search_gets_a_square_of_log_probabilities() -> None:
    seen: list[NDArray[np.float64]] = []

    def search(scores: NDArray[np.float64]) -> NDArray[np.int64]:
        seen.append(scores)
        return chain(scores)

    heads(np.array([[9, 0, 8], [9, 7, 0]], dtype=np.float32), search)
    assert seen[0].shape == (3, 3)
    assert np.allclose(np.exp(seen[0][1:]).sum(1), 1)
    assert (seen[0][1:] <= 0).all()


@pytest.mark.parametrize(
    ("given_heads", "expected"),
    [([0], True), ([2, 0], True), ([0, 0], False), ([2, 1], False), ([0, 3, 2], False), ([0, 1, 2, 1], True)],
)
def test_is_tree(given_heads: list[int], expected: bool) -> None:
    assert is_tree(given_heads) is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-PER I-PER O B-ORG", "B-PER I-PER O B-ORG"),
        ("O I-LOC I-LOC B-LOC", "O O O B-LOC"),
        ("B-PER I-ORG I-PER O", "B-PER I-PER I-PER O"),
        ("B-PER B-PER", "B-PER B-PER"),
        ("", ""),
    ],
)
def test_names_are_well_formed(tags: str, expected: str) -> None:
    assert names(tags.split()) == expected.split()


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-ORG", "I-ORG"])))
def test_names_are_well_formed_whatever_comes(tags: list[str]) -> None:
    for before, after in zip(["O", *names(tags)], names(tags), strict=False):
        assert not after.startswith("I-") or before[2:] == after[2:]


def words(*heads: int) -> list[Analysis]:
    return [Analysis("x", "X", "X", "_", head, "root" if not head else "dep", "O") for head in heads]


def test_windows_are_joined_to_one_tree() -> None:
    found = joined([words(2, 0), words(0, 1), words(0)])
    assert [(w.head, w.rel) for w in found] == [(2, "dep"), (0, "root"), (2, "parataxis"), (3, "dep"), (2, "parataxis")]
    assert joined([]) == []


def test_windows_end_behind_punctuation_where_that_leaves_them_half_full() -> None:
    text = ["a"] * 6 + [","] + ["b"] * 6
    assert windows(text, [1] * 13, 10) == [(0, 7), (7, 13)]
    assert windows(["a", ","] + ["b"] * 12, [1] * 14, 10) == [(0, 10), (10, 14)]
    assert windows(text, [1] * 13, 20) == [(0, 13)]
    assert windows([], [], 10) == []


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a", ",", "."]), st.integers(1, 12)), max_size=60), st.integers(1, 30))
def test_windows_lose_nothing_and_keep_the_limit(items: Sequence[tuple[str, int]], limit: int) -> None:
    sizes = [size for _, size in items]
    found = windows([word for word, _ in items], sizes, limit)
    assert [i for a, b in found for i in range(a, b)] == list(range(len(items)))
    assert all(sum(sizes[a:b]) <= limit or b - a == 1 for a, b in found)


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [("cities", "city", "3|y"), ("was", "be", "=be"), ("Dogs", "dog", "1|"), ("word", "word", "0|"), ("n't", "not", "2|ot")],
)
def test_scripts_turn_forms_into_lemmas(form: str, lemma: str, expected: str) -> None:
    assert script(form, lemma) == expected
    assert applied(form.lower(), expected) == lemma


def test_a_script_that_cuts_more_than_there_is_does_not_apply() -> None:
    assert applied("it", "3|y") is None
    assert applied("it", "2|") is None


SCRIPTS = ["0|", "1|", "3|y", "1|e", "=be"]
LEXICON = {"VBD": {"was": "be"}, "VB": {"remain": "remain", "name": "name"}, "NNP": {"sept.": "September"}, "``": {'"': '"'}}


def scored(*order: str) -> NDArray[np.float32]:
    return np.array([5.0 - order.index(s) if s in order else -50.0 for s in SCRIPTS], dtype=np.float32)


@pytest.mark.parametrize(
    ("form", "tag", "order", "expected"),
    [
        ("was", "VBD", ["1|"], "be"),  # the lexicon knows the form
        ("remained", "VBD", ["1|", "3|y"], "remaine"),  # nothing it knows comes of the scripts: the best one
        ("Sept.", "NNP", ["0|"], "September"),
        ("Kim", "NNP", ["1|"], "Kim"),  # a name is its own lemma
        ("moscow", "NNP", ["0|"], "Moscow"),
        ("von", "NNP", ["0|"], "von"),
        ("Tatars", "NNPS", ["1|"], "Tatar"),
        ("Cities", "NNS", ["3|y"], "city"),
        ("GDP", "NN", ["0|"], "GDP"),
        ("“", "``", ["0|"], '"'),
        ("5,000", "CD", ["0|"], "5000"),
    ],
)
def test_lemmas(form: str, tag: str, order: list[str], expected: str) -> None:
    assert Lemmatiser(SCRIPTS, LEXICON)(form, tag, scored(*order), False) == expected


def test_a_known_lemma_wins_over_a_better_script() -> None:
    lexicon = {"VB": {"name": "name"}}
    lemmatise = Lemmatiser(["1|", "2|", "1|e"], lexicon)
    assert lemmatise("named", "VBN", np.array([1.0, 3.0, 0.0], dtype=np.float32), False) == "name"


def test_an_unknown_form_takes_the_script_of_words_that_end_alike() -> None:
    lexicon = {"VBG": {"running": "run", "winning": "win", "planning": "plan", "making": "make"}}
    lemmatise = Lemmatiser(["3|", "3|e"], lexicon)
    assert lemmatise("gunning", "VBG", np.array([2.0, 1.0], dtype=np.float32), False) == "gun"
    assert lemmatise("going", "VBG", np.array([2.0, 1.0], dtype=np.float32), False) == "go"


def test_an_adjective_keeps_its_capital_inside_a_sentence_only() -> None:
    lemmatise = Lemmatiser(SCRIPTS, LEXICON)
    assert lemmatise("Soviet", "JJ", scored("0|"), False) == "Soviet"
    assert lemmatise("Angry", "JJ", scored("0|"), True) == "angry"


@pytest.mark.parametrize(
    ("word", "expected"), [("12", 1), ("—", 2), ("word", 3), ("UN", 4), ("A", 5), ("Kim", 6), ("McCain", 7), ("F-16", 4)]
)
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected
