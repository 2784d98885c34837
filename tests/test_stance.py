"""Stance rules on parsed sentences: signs, composition, own side, and fairness between targets and between speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from quotes import data, stance
from quotes.model import Article, Attribution, Cue, Document, Mention, Sentence, Speaker, Stance
from quotes.stance.examples import attribution_of, judge_example
from quotes.stance.values import Example, StanceRules
from tests import parses
from tests.stance_cases import CASES, COUNTRIES, REPORTED, SPEAKERS, SPOKEN, SWAPS, Case

Parse = Callable[[str], Sequence[Sentence]]


@pytest.fixture(scope="module")
def parse() -> Parse:
    return parses.load().__getitem__


@pytest.fixture(scope="module")
def rules() -> StanceRules:
    return stance.load(data.folder("rules"), [*COUNTRIES, "nato"])


def judged(case: Case, rules: StanceRules, parse: Parse) -> Stance:
    example = Example(case.text, "neutral", case.speaker, case.cue, case.target)
    return judge_example(example, rules, parse)


def three(label: str) -> str:
    return "neutral" if label == "no_target" else label


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_case(case: Case, rules: StanceRules, parse: Parse) -> None:
    found = judged(case, rules, parse)
    assert three(found.label) == case.stance, found.evidence


def reported(text: str, words: str, parse: Parse) -> tuple[Document, Attribution, Speaker]:
    """A statement without marks: its cue is the sentence's root, its mention the phrase of the root's subject."""
    document = Document(Article(text), ((0, len(text)),), list(parse(text)))
    s, start = document.sentences[0], text.index(words)
    root = s.tokens[s.root]
    head = s.children(s.root, "nsubj")[0]
    said = (s.tokens[min(s.subtree(head))].start, s.tokens[max(s.subtree(head))].end)
    cue, mention = Cue(root.start, root.end, root.lemma, s.index, s.root), Mention(*said, s.index, head)
    segments = ((start, start + len(words)),)
    return document, Attribution(segments, "indirect", 0, 0, cue, mention), Speaker(text[said[0] : said[1]])


@pytest.mark.parametrize(("text", "words", "label"), REPORTED)
def test_a_statement_reported_without_marks(text: str, words: str, label: str, rules: StanceRules, parse: Parse) -> None:
    document, attribution, speaker = reported(text, words, parse)
    found = stance.judge(document, [attribution], [speaker], rules)[0][0]
    assert (found.target, three(found.label)) == ("russia", label), found.evidence


def test_every_example_of_the_rule_files_holds(rules: StanceRules, parse: Parse) -> None:
    assert stance.check(rules, parse) == []


def test_an_example_that_does_not_hold_is_reported(rules: StanceRules, parse: Parse) -> None:
    wrong = Example(CASES[0].text, "supportive", CASES[0].speaker, of="violence")
    faults = stance.check(StanceRules(rules.forms, rules.words, rules.targets, (wrong,), rules.weights, rules.classes), parse)
    assert len(faults) == 1
    assert "should be supportive, is critical: violence/bomb:agent" in faults[0]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize(("text", "label"), SWAPS)
def test_another_country_moves_the_target_not_the_label(
    text: str, label: str, country: str, rules: StanceRules, parse: Parse
) -> None:
    name, adjective, capital = COUNTRIES[country]
    text = text.format(name=name, adjective=adjective, capital=capital)
    for target in COUNTRIES:
        found = judged(Case("", text, "the analyst", label, target=target), rules, parse)
        assert three(found.label) == (label if target == country else "neutral"), (target, found.evidence)


@pytest.mark.parametrize("nation", SPEAKERS)
@pytest.mark.parametrize(("text", "label"), SPOKEN)
def test_the_speakers_nation_does_not_decide(text: str, label: str, nation: str, rules: StanceRules, parse: Parse) -> None:
    found = judged(Case("", text.format(nation=nation), f"the {nation} professor", label), rules, parse)
    assert three(found.label) == label, found.evidence
    assert not found.own_side


def test_own_side_is_the_office_not_the_nation(rules: StanceRules, parse: Parse) -> None:
    for case in CASES:
        own = judged(case, rules, parse).own_side
        assert own == (case.why.startswith("own side") or case.why.startswith("blame of others")), case


def test_evidence_words_are_slices_of_the_article(rules: StanceRules, parse: Parse) -> None:
    seen = 0
    for case in CASES:
        for clue in judged(case, rules, parse).evidence:
            assert case.text[clue.start : clue.end] == clue.text
            assert -2 <= clue.weight <= 2
            seen += 1
    assert seen > len(CASES) / 2


def test_the_score_has_the_sign_of_the_label(rules: StanceRules, parse: Parse) -> None:
    for case in CASES:
        found = judged(case, rules, parse)
        assert -1 <= found.score <= 1
        if found.label in ("critical", "supportive"):
            assert (found.score > 0) == (found.label == "supportive")
            assert found.evidence


def test_a_quotation_without_the_target_has_none(rules: StanceRules, parse: Parse) -> None:
    text = "“{adjective} forces shelled the school,” the analyst said.".format(adjective="Ukrainian")
    found = judged(Case("", text, "the analyst", "no_target"), rules, parse)
    assert (found.label, found.target_evidence, found.evidence) == ("no_target", "none", ())


def test_target_evidence(rules: StanceRules, parse: Parse) -> None:
    found = {case.why: judged(case, rules, parse).target_evidence for case in CASES}
    assert found["agent of a verb"] == "explicit"
    assert found["pronoun"] == "pronoun"
    assert found["condemned"] == "context"


def test_alignment_of_blame_for_others(rules: StanceRules, parse: Parse) -> None:
    found = {case.why: judged(case, rules, parse) for case in CASES}
    assert found["blame of others is no support (R7)"].alignment == "pro"
    assert found["a fact"].alignment == "none"


def test_textblob_stands_beside_the_label(rules: StanceRules, parse: Parse) -> None:
    found = judged(CASES[0], rules, parse)
    assert found.polarity is not None
    assert -1 <= found.polarity <= 1
    assert found.subjectivity is not None
    assert 0 <= found.subjectivity <= 1


def test_explain_names_target_rule_and_sum(rules: StanceRules, parse: Parse) -> None:
    case = CASES[0]
    document = Document(Article(case.text), ((0, len(case.text)),), list(parse(case.text)))
    attribution = attribution_of(document, Example(case.text, "critical", case.speaker))
    lines = list(stance.explain(document, [attribution], [Speaker(case.speaker)], rules))
    text = "\n".join(lines)
    assert "target russia: 'Russia' is Russia (state)" in text
    assert "violence/bomb:agent" in text
    assert "= critical, score -" in text


def test_activations_are_the_clues_behind_the_label(rules: StanceRules, parse: Parse) -> None:
    case = CASES[0]
    document = Document(Article(case.text), ((0, len(case.text)),), list(parse(case.text)))
    attribution = attribution_of(document, Example(case.text, "critical", case.speaker))
    row = stance.activations(document, [attribution], [Speaker(case.speaker)], rules)[0]
    assert [c.rule for c in row[0]] == ["violence/bomb:agent"]
    assert all(not clues for clues in row[1:])


@pytest.mark.model
def test_cases_and_examples_hold_with_fresh_parses(rules: StanceRules) -> None:
    fresh = dict(parses.parse_all())
    wrong = [c.why for c in CASES if three(judged(c, rules, fresh.__getitem__).label) != c.stance]
    assert wrong == []
    assert stance.check(rules, fresh.__getitem__) == []
