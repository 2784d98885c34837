"""What the same speaker says of the target elsewhere: passed on to his other statements, and only to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pytest

from quotes.extractor import Extractor
from quotes.model import Article, Attribution, Clue, Evidence, Speaker, Stance
from quotes.options import Options
from quotes.stance.decision import features
from quotes.stance.elsewhere import LIMIT, RULE, with_elsewhere

BAD = Clue("violence/attack:agent", "attacked us", 10, 21, -1.0)
GOOD = Clue("praise/thank:holder", "thank them", 30, 40, 0.8)


def statement(kind: Literal["direct", "indirect"] = "direct") -> Attribution:
    """Some statement."""
    return Attribution(((0, 5),), kind, 0, 0)


def stance(score: float, clue: Clue | None = None, seen: Evidence = "explicit") -> tuple[Stance, ...]:
    """The rules' stance toward one target."""
    return (Stance("russia", "neutral", score, target_evidence=seen, evidence=(clue,) if clue else ()),)


def passed(rows: Sequence[tuple[str | None, tuple[Stance, ...]]], kinds: str = "") -> list[Clue | None]:
    """What each statement is told of its speaker, given the names and the stances; ``i`` in ``kinds`` is one without marks."""
    attributions = [statement("indirect" if kinds[i : i + 1] == "i" else "direct") for i in range(len(rows))]
    out = with_elsewhere(attributions, [Speaker(name) for name, _ in rows], [s for _, s in rows])
    return [row[0].elsewhere for row in out]


class TestPassing:
    def test_the_other_statements_of_a_speaker_count(self) -> None:
        first, second, third = passed([("Ann Lee", stance(-0.5, BAD)), ("Ann Lee", stance(0.0)), ("Bo Dahl", stance(0.0))])
        assert second == Clue(RULE, "attacked us", 10, 21, -0.5)
        assert first is None  # her other statement says nothing
        assert third is None

    def test_several_count_less_than_their_sum(self) -> None:
        *_, last = passed([*[("Ann Lee", stance(-0.5, BAD))] * 4, ("Ann Lee", stance(0.0))])
        assert last is not None
        assert last.weight == pytest.approx(-1.0)

    def test_the_weight_has_a_limit(self) -> None:
        *_, last = passed([*[("Ann Lee", stance(-1.0, BAD))] * 16, ("Ann Lee", stance(0.0))])
        assert last is not None
        assert last.weight == -LIMIT

    def test_the_words_are_of_the_sign_that_prevails(self) -> None:
        rows = [("Ann Lee", stance(-0.2, BAD)), ("Ann Lee", stance(0.6, GOOD)), ("Ann Lee", stance(0.0))]
        out = passed(rows)[2]
        assert out is not None
        assert (out.text, out.weight > 0) == ("thank them", True)

    def test_nobody_unnamed_is_the_same_as_anybody(self) -> None:
        assert passed([(None, stance(-0.5, BAD)), (None, stance(0.0))]) == [None, None]

    def test_nothing_is_passed_where_the_target_is_not_there(self) -> None:
        assert passed([("Ann Lee", stance(-0.5, BAD)), ("Ann Lee", stance(0.0, seen="none"))])[1] is None

    def test_it_counts_less_where_the_words_hold_nothing_of_the_target(self) -> None:
        said = ("Ann Lee", stance(-0.6, BAD))
        quiet, telling = (passed([said, ("Ann Lee", stance(0.1, clue, "context"))])[1] for clue in (None, GOOD))
        assert quiet is not None
        assert telling is not None
        assert (quiet.weight, telling.weight) == (-0.3, -0.6)

    def test_statements_without_marks_take_and_do_not_give(self) -> None:
        quoted, reported = passed([("Ann Lee", stance(-0.5, BAD)), ("Ann Lee", stance(-0.9, BAD))], "di")
        assert quoted is None
        assert reported == Clue(RULE, "attacked us", 10, 21, -0.5)

    def test_no_statement_at_all(self) -> None:
        assert with_elsewhere([], [], []) == []

    def test_each_target_has_its_own(self) -> None:
        rows = [(*stance(-0.5, BAD), *stance(0.6, GOOD)), (*stance(0.0), *stance(0.0))]
        out = with_elsewhere([statement(), statement()], [Speaker("Ann Lee"), Speaker("Ann Lee")], rows)
        assert [s.elsewhere.weight for s in out[1] if s.elsewhere] == [-0.5, 0.6]

    def test_it_is_a_feature_of_the_regression(self) -> None:
        heard = Stance("russia", elsewhere=Clue(RULE, "attacked us", 10, 21, -0.5))
        assert features(None, heard)["same speaker elsewhere"] == -0.5
        assert "same speaker elsewhere" not in features(None, Stance("russia"))


ARTICLE = """Russia's army shelled the harbour again on Monday.

“Russia is a terrorist state and its army murders our children,” the mayor, Olena Hrib, said.

{middle}

“Moscow knows very well what its soldiers were told to do in this harbour,” {name} said.
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The product as shipped."""
    return Extractor(Options())


class TestRecord:
    def last(self, extractor: Extractor, middle: str, name: str) -> Stance:
        """The stance of the article's last quotation."""
        return extractor.extract(Article(ARTICLE.format(middle=middle, name=name))).quotations[-1].stances[0]

    def test_a_speaker_who_accuses_is_likelier_to_accuse_again(self, extractor: Extractor) -> None:
        same = self.last(extractor, "Nobody was hurt on the quay.", "Hrib")
        other = self.last(extractor, "The port's director, Pavel Marin, was on the quay.", "Marin")
        assert other.elsewhere is None
        assert same.elsewhere is not None
        assert same.score < other.score

    def test_the_record_says_so_where_a_sign_is_given(self, extractor: Extractor) -> None:
        same = self.last(extractor, "Nobody was hurt on the quay.", "Hrib")
        assert same.label == "critical"
        (clue,) = [c for c in same.evidence if c.rule == RULE]
        assert clue.weight < 0
        assert clue.text in ARTICLE.split("\n")[2]
