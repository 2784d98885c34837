"""Loading the stance rules: every fault of every file is named at once; targets are data; nothing bundled is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quotes import data, stance
from quotes.errors import RuleError, UsageError
from quotes.stance.examples import judge_example
from quotes.stance.load import split
from quotes.stance.mentions import find_names
from quotes.stance.predicates import find_predicates
from quotes.stance.roles import arguments
from quotes.stance.values import Example, StanceRules
from tests import parses
from tests.stance_cases import CASES

TARGETS = ("russia", "ukraine", "nato", "united-states", "china", "north-korea")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled stance rules that a test may break."""
    for name in ("stance", "targets"):
        shutil.copytree(data.folder("rules") / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def rules() -> StanceRules:
    return stance.load(data.folder("rules"), TARGETS)


def faults(folder: Path, targets: tuple[str, ...] = ("russia",)) -> list[str]:
    with pytest.raises(RuleError) as error:
        stance.load(folder, targets)
    return error.value.faults


def test_the_bundled_rules_load(rules: StanceRules) -> None:
    entries = {form.entry.id for row in rules.forms.values() for form in row}
    assert len(entries) >= 150
    assert [t.id for t in rules.targets] == list(TARGETS)
    assert {e.of for e in rules.examples} == set(rules.classes)


def test_every_class_has_examples_and_counter_examples(rules: StanceRules) -> None:
    for kind in rules.classes:
        labels = {e.stance for e in rules.examples if e.of == kind}
        assert labels & {"critical", "supportive"}, kind
        assert labels & {"neutral", "no_target"}, kind


def test_all_faults_are_told_at_once(folder: Path) -> None:
    (folder / "stance" / "mine.toml").write_text(
        '[[class]]\nid = "mine"\nagent = 3\n[class.words]\nfoo = { verb = ["foo"], colour = "red" }\nbar = { agent = 1 }\n',
        encoding="utf-8",
    )
    (folder / "targets" / "russia.toml").write_text('id = "russia"\n[aliases]\nplanet = ["Mars"]\n', encoding="utf-8")
    found = "\n".join(faults(folder))
    for part in (
        "mine.toml: class mine: say why it exists",
        "mine.toml: class mine: foo: agent must be a number from -2 to 2",
        "mine.toml: class mine: foo: unknown key 'colour'",
        "mine.toml: class mine: bar: no verb, noun, adj or phrase",
        "mine.toml: class mine: needs at least one [[class.example]]",
        "mine.toml: class mine: needs at least one [[class.counter]]",
        'russia.toml: needs name = "..."',
    ):
        assert part in found


def test_a_file_that_is_not_toml_is_named(folder: Path) -> None:
    (folder / "stance" / "mine.toml").write_text("[[class]\n", encoding="utf-8")
    assert any(f.startswith("mine.toml: not valid TOML") for f in faults(folder))


def test_a_class_used_twice_is_a_fault(folder: Path) -> None:
    shutil.copy(folder / "stance" / "defence.toml", folder / "stance" / "defence-again.toml")
    assert any("id used twice" in f for f in faults(folder))


def test_missing_weights_are_a_fault(folder: Path) -> None:
    path = folder / "stance" / "heads.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("critical = ", "criticl = "), encoding="utf-8")
    assert any("no [weights] with critical" in f for f in faults(folder))


def test_leader_with_dates_the_wrong_way_round(folder: Path) -> None:
    path = folder / "targets" / "russia.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("to = 1999-12-31", "to = 1989-12-31"), encoding="utf-8")
    assert faults(folder) == ["russia.toml: leader Boris Yeltsin: from 1991-07-10 is after to 1989-12-31"]


def test_an_unknown_target_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="--target atlantis: no such target; there are: china, nato, north-korea, russia"):
        stance.load(data.folder("rules"), ["atlantis"])


@pytest.mark.parametrize("name", ["United States", "US", "united-states", "united states"])
def test_targets_go_by_id_and_by_name(name: str) -> None:
    assert stance.load(data.folder("rules"), [name]).targets[0].id == "united-states"


def test_a_target_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "freedonia.toml"
    path.write_text('id = "freedonia"\nname = "Freedonia"\n[aliases]\nstate = ["Freedonia"]\n', encoding="utf-8")
    assert stance.load(data.folder("rules"), [str(path)]).targets[0].name == "Freedonia"


def test_a_folder_without_vocabulary(tmp_path: Path) -> None:
    with pytest.raises((RuleError, UsageError)):
        stance.load(tmp_path, ["russia"])


def test_leaders_count_while_in_office(rules: StanceRules) -> None:
    russia = rules.targets[0]
    assert "Yeltsin" in russia.at("1995-05-01").aliases["Yeltsin"][0].words
    assert russia.at("2015-05-01").aliases.get("Yeltsin", ()) == ()
    assert russia.at("") is russia


def test_partners_count_half_where_opinion_on_them_propagates(folder: Path) -> None:
    path = folder / "targets" / "russia.toml"
    case = next(c for c in CASES if c.why == "a partner is not the target")
    example = Example(case.text, "neutral", case.speaker)
    parse = parses.load().__getitem__
    assert judge_example(example, stance.load(folder, ["russia"]), parse).label == "no_target"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("propagate = false", "propagate = true"), encoding="utf-8")
    found = judge_example(example, stance.load(folder, ["russia"]), parse)
    assert found.label == "critical"
    assert [c.weight for c in found.evidence] == [-1.0]
    path.write_text(text.replace("propagate = false", 'propagate = "yes"'), encoding="utf-8")
    assert faults(folder) == ["russia.toml: partners: propagate must be true or false"]


def test_listing_names_every_class_and_target(rules: StanceRules) -> None:
    text = "\n".join(stance.listing(rules))
    for kind, why in rules.classes.items():
        assert f"stance class {kind}: {why}" in text
    assert "violence/bomb" in text
    assert "stance target nato: NATO" in text


def test_phrases_are_cut_like_articles() -> None:
    assert split("hold _ accountable") == ["hold", "_", "accountable"]
    assert split("Build-up") == ["build", "-", "up"]


def test_a_phrase_may_leave_a_choice(folder: Path) -> None:
    rules = stance.load(folder)
    words = {form.words for row in rules.forms.values() for form in row if form.entry.id == "cooperation/deepen"}
    assert {("deepen", "_", "tie"), ("revive", "_", "friendship")} <= words
    assert not any("/" in word for row in words for word in row)


def test_an_oblique_theme_needs_its_preposition(rules: StanceRules) -> None:
    entries = {form.entry for row in rules.forms.values() for form in row if form.entry.oblique}
    assert {"condemn/defend-from"} <= {e.id for e in entries}
    text = '"We will defend our coast against the Russians," the admiral said.'
    sentence = parses.load()[text][0]
    p = next(p for p in find_predicates(sentence, rules) if p.entry.id == "condemn/defend-from")
    assert [sentence.tokens[a.token].text for a in arguments(sentence, p, rules) if a.role == "theme"] == ["Russians"]


def test_words_with_two_meanings_give_both(rules: StanceRules) -> None:
    sentence = parses.load()["“Moscow is threatening the whole region,” the analyst said."][0]
    found = {p.entry.id for p in find_predicates(sentence, rules)}
    assert {"coercion/threaten", "condemn/warn-target"} <= found


def test_excluded_names_are_found_but_hold_nothing(rules: StanceRules) -> None:
    sentence = parses.load()["“The Russian people are suffering,” the nurse said."][0]
    names = find_names(sentence, rules.targets[0], rules)
    assert len(names.found) == 1
    assert names.excluded == {names.found[0][0]}
    assert not names.holds
