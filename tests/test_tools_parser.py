"""The programs that train, measure and package the bundled parser, from sixteen invented trees to a model that parses them."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

pytest.importorskip("safetensors")
pytest.importorskip("onnx")

import torch
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

from quotes import parse, segment
from quotes.compact import Compact
from tools.parser import evaluate, store
from tools.parser.batches import IGNORED, Encoder, grouped, styled
from tools.parser.labels import label_lists, lexicon
from tools.parser.model import Joint, Size
from tools.parser.package import package
from tools.parser.train import Progress, Recipe, loss, train
from tools.parser.treebank import Data, Word, Words, add_gum, conllu, uner, worldwide

TREES = Path(__file__).parent / "cases" / "trees" / "own.conllu"
SMALL = Size(hidden=48, inner=96, heads=4, layers=1, arc=32, label=32)


@pytest.fixture(scope="module")
def trees() -> list[Words]:
    return [sample.words for sample in conllu(TREES)]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tokenizer as the published encoder has it."""
    folder = tmp_path_factory.mktemp("encoder")
    (folder / "tokenizer.json").write_bytes((parse.compact_folder() / "pieces.json").read_bytes())
    return folder


def test_conllu_keeps_multi_word_tokens_and_drops_empty_nodes(tmp_path: Path) -> None:
    rows = [
        "1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tca\tcan\tAUX\tMD\t_\t3\taux\t_\t_",
        "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_",
    ]
    rows += ["3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_", "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_"]
    file = tmp_path / "a.conllu"
    file.write_text("# newdoc id = GUM_news_x\n# newpar\n# text = can't go\n" + "\n".join(rows) + "\n\n", encoding="utf-8")
    (sample,) = conllu(file)
    assert [w.form for w in sample.words] == ["ca", "n't", "go"]
    assert len(sample.lines) == 4
    assert (sample.document, sample.paragraph, sample.text) == ("GUM_news_x", True, "can't go")


def test_gum_mentions_become_names() -> None:
    words = [
        Word("President", upos="PROPN", xpos="NNP", head=2, misc="Entity=(1-person-giv:act-2-Kim"),
        Word("Kim", upos="PROPN", xpos="NNP", head=3, misc="Entity=1)"),
        Word("left", upos="VERB", xpos="VBD", head=0),
        Word("home", upos="NOUN", xpos="NN", head=3, misc="Entity=(2-place-new-1)"),
        Word("Oslo", upos="PROPN", xpos="NNP", head=3, misc="Entity=(3-place-new-1-Oslo)"),
    ]
    sample = conllu(TREES)[0]
    sample.words = words
    add_gum([sample])
    assert [w.ner for w in words] == ["B-PER", "I-PER", "O", "O", "B-LOC"]


def test_name_files_are_mapped_to_our_classes(tmp_path: Path) -> None:
    (tmp_path / "a.iob2").write_text("# id\n1\tOslo\tB-LOC\t-\n2\tCup\tB-OTH\t-\n\n", encoding="utf-8")
    (tmp_path / "b.iob2").write_text("# newdoc\n1\tKim\tB-Person\n2\tFriday\tB-Date\n\n", encoding="utf-8")
    assert [w.ner for w in uner(tmp_path / "a.iob2")[0]] == ["B-LOC", None]
    assert [w.ner for w in worldwide(tmp_path / "b.iob2")[0]] == ["B-PER", "O"]


def test_lexicon_holds_what_is_said_alike_three_times_in_four(trees: list[Words]) -> None:
    table = lexicon([*trees, [Word("left", "left", xpos="VBD")]])
    assert table["VBD"]["said"] == "say"
    assert "left" not in table["VBD"]
    assert "kim" not in table.get("NNP", {})


def test_styles_change_marks_and_nothing_else(trees: list[Words]) -> None:
    seen = set()
    for seed in range(60):
        out = styled(trees[5], random.Random(seed))
        assert [(a.head, a.lemma) for a in out] == [(b.head, b.lemma) for b in trees[5]]
        seen.add("".join(w.form for w in out if not w.form[0].isalnum()))
    assert seen == {'",".', "“,”.", "‘,’.", "','.", "``,''."}


def test_groups_hold_every_sentence_once(trees: list[Words]) -> None:
    found = grouped(trees, 30, random.Random(1))
    assert sorted(id(s) for group in found for s in group) == sorted(map(id, trees))
    assert all(len(group) * max(map(len, group)) <= 30 or len(group) == 1 for group in found)


def test_targets_of_what_is_not_annotated_are_ignored(encoder: Path, trees: list[Words]) -> None:
    labels = label_lists([*trees, *trees, *trees])
    batch = Encoder(encoder, labels).batch([trees[0], [Word("Kim", ner="B-PER")]])
    assert (batch.targets["head"][1] == IGNORED).all()
    assert batch.targets["ner"][1, 0] == labels["ner"].index("B-PER")
    assert batch.words.tolist()[1] == [True, True] + [False] * 7
    assert batch.targets["head"][0].tolist() == [w.head for w in trees[0]]


def test_rates_rise_and_fall_to_nothing() -> None:
    progress = Progress(Recipe(warmup=10), 100)
    rates = []
    for step in range(101):
        progress.step = step
        rates.append(progress.rate)
    assert rates[0] < rates[5] < rates[9]
    assert rates[9] > rates[50] > rates[99]
    assert rates[100] == 0


@pytest.mark.model
def test_from_trees_to_a_parser(tmp_path: Path, encoder: Path, trees: list[Words]) -> None:
    """A small network learns the sixteen trees by heart; packaged in int8 it still knows them."""
    sentences = [[Word(w.form, w.lemma, w.upos, w.xpos, w.feats, w.head, w.rel, "O") for w in words] for words in trees] * 3
    labels = label_lists(sentences)
    network = Joint({kind: len(values) for kind, values in labels.items()}, SMALL)
    encode = Encoder(encoder, labels)
    before = loss(network, encode.batch(trees)).item()
    recipe = Recipe(epochs=60, names=0.0, words=200, encoder_rate=3e-3, head_rate=3e-3, warmup=10, average=0.9)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    trained = train(network, encode, Data(sentences, [], {}), recipe)
    torch.set_num_threads(threads)
    assert loss(trained, encode.batch(trees)).item() < before / 10

    store.save(trained, labels, tmp_path / "model")
    (tmp_path / "model" / "lemmas.json").write_text(json.dumps(lexicon(sentences)), encoding="utf-8")
    package(tmp_path / "model", encoder, tmp_path / "packaged", "tiny")
    parser = Compact(tmp_path / "packaged", chuliu_edmonds_one_root)
    gold = [sample.lines for sample in conllu(TREES)]
    found = parser.analyse([[w.form for w in words] for words in trees])
    scores = evaluate.scores(gold, [evaluate.retagged(*pair) for pair in zip(gold, found, strict=True)])
    assert scores["LAS"] > 90
    assert scores["UPOS"] > 90
    assert scores["Lemmas"] > 90


def test_raw_text_is_written_with_the_tokens_of_ud() -> None:
    text = "He can't, the parties' men"
    parser = parse.load("compact", threads=1)
    (sentence,) = parser.parse(text, [(0, 0, len(text), 0)])
    rows = [line.split("\t")[:2] for line in evaluate.written(sentence)]
    assert [r[1] for r in rows if "-" in r[0]] == ["can't", "parties'"]
    assert [r[1] for r in rows if "-" not in r[0]] == [text[a:b] for a, b in segment.words(text, 0, len(text))]


def test_spans_of_names() -> None:
    assert evaluate.spans(["B-PER", "I-PER", "O", "B-ORG", "B-ORG", None]) == {(0, 2, "PER"), (3, 4, "ORG"), (4, 5, "ORG")}
