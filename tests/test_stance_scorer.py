"""The learned scorer: marked input, word pieces, the regression, the verdict and what it says about itself."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from quotes import data
from quotes.bundled import verified
from quotes.errors import ModelError
from quotes.model import Article, Attribution, Clue, Document, Mention, Stance
from quotes.stance.decision import SCORES, Weights, aligned, features, probabilities, verdict
from quotes.stance.encoding import Splitter, encode, load_splitter
from quotes.stance.marking import (
    CLOSE,
    LENGTH,
    MARKERS,
    OPEN,
    SOURCE_CLOSE,
    SOURCE_OPEN,
    TARGETS,
    Item,
    marked,
    mentions,
    pattern,
    window,
)
from quotes.stance.scorer import Reading, Scorer, item, judged, load, names, phrase, whole
from quotes.stance.values import Alias, Target

ALIASES = pattern(
    {"name": ["Russia"], "adjective": ["Russian"], "seat": ["Moscow", "Kremlin"], "leader": ["Vladimir Putin", "Putin"]}
)
WEIGHTS = Weights({"encoder critical": 1.0, "harm -": -0.5}, {"encoder supportive": 1.0, "help +": 0.5}, (0.0, 0.0), (0.5, 0.5))


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    """A small vocabulary: the frame, the markers, letters and a few words."""
    letters = [*"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz")]
    words = ["called", "it", "a", "lie", "and", "laughed", ",", ".", '"', "'", "the", "word"]
    return load_splitter("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *MARKERS, *dict.fromkeys([*letters, *words])]))


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans between straight double marks."""
    at = [i for i, c in enumerate(text) if c == '"']
    return tuple((a + 1, b) for a, b in zip(at[::2], at[1::2], strict=True))


def asked(text: str, **more: object) -> Item:
    """An item about ``text`` with its marked quotations."""
    return replace(Item(text, quoted(text), mentions(text, ALIASES)), **more)  # type: ignore[arg-type]


class TestMarking:
    def test_longest_alias_wins_and_tells_its_kind(self) -> None:
        found = mentions("Vladimir Putin told Moscow that Russian tanks left Russia", ALIASES)
        assert [k for _, _, k in found] == ["leader", "seat", "adjective", "name"]
        assert found[0][:2] == (0, 14)

    def test_no_alias_inside_a_word(self) -> None:
        assert mentions("Prussia and Putinism and Russians", ALIASES) == ()

    def test_no_aliases_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="no aliases"):
            pattern({"name": []})

    def test_markers_stand_where_the_words_were(self) -> None:
        text = 'Moscow called it "a lie", and Putin laughed.'
        out = marked(text, mentions(text, ALIASES), quoted(text), (0, 6)).split()
        assert out[:4] == [SOURCE_OPEN, TARGETS["seat"], SOURCE_CLOSE, "called"]
        assert out[out.index(OPEN) : out.index(CLOSE) + 1] == [OPEN, "a", "lie", CLOSE]
        assert "Putin" not in out
        assert out[-2:] == [TARGETS["leader"], "laughed."]

    def test_a_quotation_mark_inside_an_alias_loses_no_marker(self) -> None:
        aliases = pattern({"leader": ['President "Vova" Putin']})
        text = 'So President "Vova" Putin said.'
        out = marked(text, mentions(text, aliases), quoted(text))
        assert out.count(OPEN) == out.count(CLOSE) == 1

    def test_exchanging_the_target_changes_nothing(self, splitter: Splitter) -> None:
        other = pattern({"name": ["Iran"], "adjective": ["Iranian"], "seat": ["Tehran"], "leader": ["Ali Khamenei"]})
        one = 'Moscow called it "a Russian lie, and Vladimir Putin laughed" in Russia.'
        two = 'Tehran called it "a Iranian lie, and Ali Khamenei laughed" in Iran.'
        items = [asked(one), Item(two, quoted(two), mentions(two, other))]
        first, second = encode(items, splitter)
        assert first == second


class TestPieces:
    def test_masks_cover_quotation_and_target(self, splitter: Splitter) -> None:
        (out,) = encode([asked('Putin called it "a Russian lie" and laughed.')], splitter)
        number = splitter.numbers
        inside = [p for p, q in zip(out.ids, out.quoted, strict=True) if q]
        assert inside == [number[OPEN], number["a"], number[TARGETS["adjective"]], number["lie"], number[CLOSE]]
        assert [p for p, t in zip(out.ids, out.target, strict=True) if t] == [
            number[TARGETS["leader"]],
            number[TARGETS["adjective"]],
        ]

    @pytest.mark.parametrize("length", [5, 60, 100, 140, 150, 400, 3000])
    @pytest.mark.parametrize("around", [0, 7, 90, 500])
    def test_never_longer_than_the_encoder_reads(self, splitter: Splitter, length: int, around: int) -> None:
        text = "word " * around + '"' + "lie " * length + '"' + " word" * around
        (out,) = encode([asked(text, previous="word " * around)], splitter)
        assert len(out.ids) == len(out.quoted) == len(out.target) <= LENGTH
        assert splitter.numbers[OPEN] in out.ids
        assert out.quoted.count(1) >= min(length, LENGTH - 80)

    def test_a_long_quotation_keeps_its_end(self) -> None:
        pieces = list(range(1000))
        out = window(pieces, 300, 700, 100)
        assert len(out) == 100
        assert {300, 700} <= set(out)

    def test_a_window_keeps_the_order(self) -> None:
        for opened, closed in ((0, 10), (5, 300), (500, 510), (990, 999)):
            out = window(list(range(1000)), opened, closed, 120)
            assert all(a < b for a, b in pairwise(out))

    def test_no_quotation_reads_the_whole_text(self, splitter: Splitter) -> None:
        (out,) = encode([Item("Putin laughed and laughed.", (), mentions("Putin laughed", ALIASES), task="holder")], splitter)
        assert sum(out.quoted) == len(out.ids) - 2


class TestDecision:
    def test_probabilities_sum_to_one_and_follow_the_evidence(self) -> None:
        weak = probabilities({"encoder critical": -1.0, "encoder supportive": -3.0}, WEIGHTS)
        strong = probabilities({"encoder critical": -1.0, "encoder supportive": -3.0, "harm -": -2.0}, WEIGHTS)
        assert sum(weak) == pytest.approx(1) == sum(strong)
        assert strong[0] > weak[0]
        assert strong[2] < weak[2]

    @pytest.mark.parametrize(
        ("given", "label"),
        [
            ((0.6, 0.3, 0.1), "critical"),
            ((0.1, 0.3, 0.6), "supportive"),
            ((0.49, 0.5, 0.01), "neutral"),
            ((0.45, 0.1, 0.45), "mixed"),
            ((0.2, 0.7, 0.1), "neutral"),
        ],
    )
    def test_labels(self, given: tuple[float, float, float], label: str) -> None:
        assert verdict(given, (0.5, 0.5), "neutral") == label

    def test_no_target_stays_unless_a_sign_is_sure(self) -> None:
        assert verdict((0.2, 0.7, 0.1), (0.5, 0.5), "no_target") == "no_target"
        assert verdict((0.8, 0.1, 0.1), (0.5, 0.5), "no_target") == "critical"

    def test_features_hold_the_verdict_of_the_rules(self) -> None:
        out = features(None, Stance("russia", "critical", -0.5, 0.7, "explicit", own_side=True))
        assert (out["rules' score"], out["own side"], out["evidence=explicit"]) == (-0.5, 1, 1)
        assert out["rules say critical"] == 1
        assert not any(k.startswith("encoder") for k in out)

    def test_the_encoder_has_weights_of_its_own_where_the_target_is_not_named(self) -> None:
        named = features([2.0, 0, 0, 0, 0, 0, 0, 0], Stance("russia", target_evidence="explicit"))
        told = features([2.0, 0, 0, 0, 0, 0, 0, 0], Stance("russia", target_evidence="context", own_side=True))
        assert [k for k in named if "," in k] == []
        assert told["encoder critical, target not named"] == told["encoder critical, own side"] == named["encoder critical"] == 2

    def test_hostile_scores_do_not_overflow(self) -> None:
        out = features([1e4, -1e4, 0, 0, 0, 0, 0, 0], Stance("russia"))
        assert sum(probabilities(out, WEIGHTS)) == pytest.approx(1)

    def test_an_alignment_must_be_sure(self) -> None:
        assert aligned([0, 0, 0, 0, 0, 3.0, 0.0, 0.0]) == "anti"
        assert aligned([0, 0, 0, 0, 0, 0.0, 0.0, 3.0]) == "pro"
        assert aligned([9, 0, 0, 0, 0, 0.5, 0.0, 0.4]) == "none"

    def test_weights_survive_writing(self) -> None:
        assert Weights.read(WEIGHTS.to_json()) == WEIGHTS


def scene(text: str, mention: str = "") -> tuple[Document, Attribution]:
    """A document of the paragraphs of ``text`` and the statement of its first quotation."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    where = text.find(mention)
    source = Mention(where, where + len(mention), 0, 0) if mention else None
    document = Document(Article(text), tuple(p for p in paragraphs if p[0] < p[1]), ())
    return document, Attribution(quoted(text)[:1], "direct", 0, 0, mention=source)


CLUED = Stance("russia", target_evidence="context", evidence=(Clue("deceit/lie:agent", "lie", 0, 3, -0.5),))


class TestItem:
    def test_paragraph_and_the_one_before(self) -> None:
        document, statement = scene('Putin flew in.\n\nIt was "a lie", Lee said.', "Lee")
        out = item(document, statement, CLUED, ALIASES)
        assert out is not None
        assert out.text[slice(*out.segments[0])] == "a lie"
        assert out.source is not None
        assert out.text[slice(*out.source)] == "Lee"
        assert out.previous == "Putin flew in."
        assert out.previous_mentions == ((0, 5, "leader"),)

    def test_nobody_names_the_target(self) -> None:
        document, statement = scene('Rain fell.\nIt was "a lie", Lee said.', "Lee")
        assert item(document, statement, Stance("russia", "no_target"), ALIASES) is None
        assert item(document, statement, Stance("russia", target_evidence="pronoun"), ALIASES) is not None

    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ('Putin flew in.\n\n"We had rain all week," Lee said.', False),
            ('Of Putin he knew little. "We had rain all week," Lee said.', True),
        ],
    )
    def test_words_beside_the_target_are_read_where_their_paragraph_names_it(self, text: str, read: bool) -> None:
        document, statement = scene(text, "Lee")
        beside = Stance("russia", target_evidence="context")
        assert (item(document, statement, beside, ALIASES) is not None) is read
        assert item(document, statement, replace(beside, target_evidence="none"), ALIASES) is None
        assert item(document, statement, replace(beside, target_evidence="pronoun"), ALIASES) is not None
        assert item(document, statement, CLUED, ALIASES) is not None

    def test_they_are_read_where_the_speaker_speaks_of_it_elsewhere(self) -> None:
        document, statement = scene('Putin flew in.\n\n"We had rain all week," Lee said.', "Lee")
        heard = Stance("russia", target_evidence="context", elsewhere=Clue("speaker:elsewhere", "a lie", 0, 3, -0.5))
        assert item(document, statement, heard, ALIASES) is not None

    def test_a_source_in_another_paragraph_is_left_out(self) -> None:
        document, statement = scene('Putin spoke.\n"A lie," in Moscow.', "Putin")
        out = item(document, statement, CLUED, ALIASES)
        assert out is not None
        assert out.source is None

    def test_an_endless_paragraph_is_cut(self) -> None:
        document, statement = scene("x " * 50_000 + 'Putin: "a lie" ' + "y " * 50_000)
        out = item(document, statement, CLUED, ALIASES)
        assert out is not None
        assert len(out.text) < 4000
        assert out.text[slice(*out.segments[0])] == "a lie"

    def test_names_of_a_target_file(self) -> None:
        rows = [Alias(("the", "Kremlin"), "government"), Alias(("Vladimir", "Putin"), "leader"), Alias(("RT",), "media")]
        target = Target("russia", "Russia", (), {a.words[0]: (a,) for a in rows}, spokespeople=("Maria Zakharova",))
        found = mentions("Maria Zakharova told RT that the Kremlin and Vladimir Putin agree", names(target))
        assert [k for _, _, k in found] == ["leader", "seat", "leader"]


class TestVerdict:
    CLUE = Clue("harm/attack:agent", "attacked", 0, 8, -1.2)

    def said(self, stance: Stance, given: tuple[float, float, float]) -> Stance:
        document, statement = scene('Putin called it "a lie".')
        return judged(stance, given, (0.5, 0.5), document, statement.segments[0])

    def test_agreement_is_said(self) -> None:
        out = self.said(Stance("russia", "critical", -0.4, 0.6, evidence=(self.CLUE,)), (0.8, 0.15, 0.05))
        assert (out.label, out.confidence) == ("critical", 0.8)
        assert [c.rule for c in out.evidence] == ["harm/attack:agent", "model:agrees"]
        assert out.evidence[-1].weight == out.score == pytest.approx(-0.75)

    def test_overruling_is_said(self) -> None:
        out = self.said(Stance("russia", "critical", -0.4, 0.6, evidence=(self.CLUE,)), (0.1, 0.8, 0.1))
        assert out.label == "neutral"
        assert out.evidence[-1].rule == "model:overruled"

    def test_a_label_without_a_rule_is_said(self) -> None:
        out = self.said(Stance("russia", "neutral", 0.0, 0.6), (0.1, 0.1, 0.8))
        assert out.label == "supportive"
        assert out.evidence[-1].rule == "model:no-rule"
        assert out.evidence[-1].text == "a lie"

    def test_silence_adds_nothing(self) -> None:
        assert self.said(Stance("russia", "neutral", 0.0, 0.6), (0.1, 0.8, 0.1)).evidence == ()

    def test_a_signed_label_has_no_alignment(self) -> None:
        assert self.said(Stance("russia", "neutral", alignment="anti"), (0.9, 0.1, 0.0)).alignment == "none"
        assert self.said(Stance("russia", "neutral", alignment="anti"), (0.1, 0.9, 0.0)).alignment == "anti"


class TestPhrase:
    """Which words the encoder is said to have gone by."""

    TEXT = "He said: they lied about the gas again."
    PLACES = (None, (9, 13), (14, 16), (16, 18), (19, 24), (25, 28), (29, 32), (33, 38), (38, 39), None)

    def phrase(self, *against: float) -> str | None:
        reading = Reading([0.0] * SCORES, [(a, -a) for a in against], self.PLACES)
        found = phrase(reading, 0)
        return found and self.TEXT[slice(*whole(self.TEXT, found))]

    def test_neighbours_that_tell_are_taken_with_it(self) -> None:
        assert self.phrase(9, -2, 3, 2, 1, -1, -3, -3, -3, 9) == "lied about"

    def test_a_small_gap_is_bridged_a_large_one_not(self) -> None:
        assert self.phrase(9, -2, 3, 2, -1, 1, -3, -3, -3, 9) == "lied about the"
        assert self.phrase(9, -2, 3, 2, -1, -1, 1, -3, -3, 9) == "lied"

    def test_half_a_word_is_made_whole(self) -> None:
        assert self.phrase(9, -2, -3, 2, -1, -1, -1, -3, -3, 9) == "lied"

    @pytest.mark.parametrize(
        ("text", "left"),
        [
            (", stop this war.", "stop this war"),
            ("’s shadow fleet", "shadow fleet"),
            ("not [", "not"),
            ("…", "…"),
            ("'sly", "sly"),
        ],
    )
    def test_edges_are_trimmed(self, text: str, left: str) -> None:
        assert text[slice(*whole(text, (0, len(text))))] == left

    def test_markers_never_tell_and_silence_is_silence(self) -> None:
        assert self.phrase(9, -2, -3, -2, -1, -1, -1, -3, -3, 9) is None


class TestFiles:
    def test_a_missing_folder_says_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match="--stance rules"):
            load(tmp_path / "nowhere")

    def test_a_changed_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "weights.json").write_text("{}")
        manifest = {"name": "small", "files": {"weights.json": {"bytes": 2, "sha256": "0" * 64}}}
        (tmp_path / "manifest.json").write_text(json.dumps(manifest))
        with pytest.raises(ModelError, match=r"weights\.json"):
            verified(tmp_path)

    def test_a_manifest_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "manifest.json").write_text("[]")
        with pytest.raises(ModelError):
            verified(tmp_path)


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    """The bundled model."""
    return load()


@pytest.mark.model
class TestBundled:
    @pytest.mark.parametrize(
        ("text", "leaning"),
        [
            ('"Russia\'s invasion is a crime and its army must be stopped," Minister Orla Vint said.', "critical"),
            ('"We condemn the Kremlin\'s lies and its brutal attack," said the envoy, Pia Holm.', "critical"),
            ('"Russia has been a true friend and we thank President Putin for his help," said Minister Teo Abara.', "supportive"),
            ('"The Russian delegation will arrive on Monday at noon," a clerk at the ministry said.', "neutral"),
        ],
    )
    def test_plain_cases(self, scorer: Scorer, text: str, leaning: str) -> None:
        out = scorer.read([Item(text, quoted(text), mentions(text, ALIASES))])[0].scores
        assert len(out) == SCORES
        assert ("critical", "neutral", "supportive")[out.index(max(out[:3]))] == leaning

    @pytest.mark.parametrize(
        ("said", "leaning"),
        [("Russia's attack is a crime", "critical"), ("Russia is our friend and we thank it", "supportive")],
    )
    def test_the_speakers_nationality_does_not_decide(self, scorer: Scorer, said: str, leaning: str) -> None:
        texts = [f'"{said}," the {x} minister told reporters.' for x in ("Ukrainian", "French", "Chinese", "Kenyan", "Serbian")]
        for out in (r.scores for r in scorer.read([asked(t) for t in texts])):
            assert ("critical", "neutral", "supportive")[out.index(max(out[:3]))] == leaning

    def test_the_words_that_tell_are_found(self, scorer: Scorer) -> None:
        text = '"We met on Monday and talked, and I must say that Russia\'s invasion is a crime," Minister Orla Vint said.'
        (reading,) = scorer.read([Item(text, quoted(text), mentions(text, ALIASES))])
        assert len(reading.telling) == len(reading.places)
        found = phrase(reading, 0)
        assert found is not None
        assert "crime" in text[slice(*found)]
        assert "Monday" not in text[slice(*found)]

    def test_neighbours_do_not_matter(self, scorer: Scorer) -> None:
        items = [asked(f'Lee said "Russia is {x}" to Putin.') for x in ("a friend", "a liar and a thief " * 30)]
        assert scorer.read(items) == [*scorer.read(items[:1]), *scorer.read(items[1:])]

    def test_the_files_are_the_manifests(self) -> None:
        assert sum(len(x) for x in verified(data.folder("models") / "stance").values()) < 30_000_000

    def test_threads_change_nothing_but_the_time(self, scorer: Scorer) -> None:
        texts = [f'"Russia {said}," Minister Orla Vint said.' for said in ("lied", "is a friend", "sells gas", "must leave")]
        items = [Item(t, quoted(t), mentions(t, ALIASES)) for t in texts]
        assert load(threads=3).read(items) == scorer.read(items)
