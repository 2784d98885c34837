"""Rules load whole or not at all; every fault of every file is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes import data, ruleset
from quotes.errors import RuleError
from quotes.explain import entries

GOOD = """
[[list]]
id = "speak"
why = "Verbs of saying."
words = ["say", "tell"]

[[path]]
id = "subject"
why = "Who does it."
path = "nsubj | <conj $subject"

[[rule]]
id = "verb"
why = "The subject of a verb of saying speaks."
order = 30
cue = { upos = "VERB", lemma = "@speak" }
content = "ccomp | <parataxis"
speaker = "$subject"
[[rule.example]]
text = '"We will," Lee said.'
speaker = "Lee"
[[rule.counter]]
text = 'Lee sang "We Will".'
"""

EXAMPLE = '[[rule.example]]\ntext = \'"We will," Lee said.\'\nspeaker = "Lee"\n'
COUNTER = "[[rule.counter]]\ntext = 'Lee sang \"We Will\".'\n"


def folder(tmp_path: Path, **files: str) -> Path:
    """A rules folder with these attribution files."""
    place = tmp_path / "attribution"
    place.mkdir()
    for name, text in files.items():
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def faults(place: Path) -> list[str]:
    """What is wrong with a folder."""
    with pytest.raises(RuleError) as caught:
        ruleset.load(place)
    return caught.value.faults


def test_the_bundled_rules_load_in_order_of_trust() -> None:
    rules = ruleset.load(data.folder("rules"))
    orders = [r.order for r in rules.rules]
    assert orders == sorted(orders)
    assert {"verb-clause", "verb-inside", "naming-verb", "according-to"} <= {r.id for r in rules.rules}
    assert all(e.why and e.examples and e.counters for e in entries(rules))


def test_bundled_statistics_are_of_rules_that_exist() -> None:
    rules = ruleset.load(data.folder("rules"))
    known = {e.id for e in entries(rules)}
    assert set(rules.stats) <= known
    assert set(rules.weights["rule"]) <= known
    assert all(0 <= right <= fired for fired, right in rules.stats.values())


def test_a_users_own_rules_load(tmp_path: Path) -> None:
    rules = ruleset.load(folder(tmp_path, mine=GOOD))
    assert [r.id for r in rules.rules] == ["verb"]
    assert rules.lemmas["VERB"]["tells"] == "tell"
    assert rules.list("nothing") == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (EXAMPLE, "", "mine.toml: verb: needs at least one [[rule.example]]"),
        (COUNTER, "", "mine.toml: verb: needs at least one [[rule.counter]]"),
        ('speaker = "Lee"', 'speaker = ""', "mine.toml: verb: every [[rule.example]] needs its speaker"),
        ('why = "The subject of a verb of saying speaks."\n', "", "mine.toml: verb: needs a why"),
        ('"@speak"', '"@spaek"', "mine.toml: verb: unknown word list @spaek"),
        ('"$subject"\n[[', '"$subjekt"\n[[', "mine.toml: verb: speaker: unknown path $subjekt"),
        ('"ccomp | <parataxis"', '"ccomp | <<<parataxis"', "mine.toml: verb: cannot read path step '<<<parataxis'"),
        ("order = 30", "ordre = 30", "mine.toml: verb: unknown key 'ordre'"),
        ("content =", "contents =", "mine.toml: verb: needs content"),
        ('words = ["say", "tell"]', "words = []", "mine.toml: speak: the list is empty"),
        ('words = ["say", "tell"]', 'include = ["speak"]', "mine.toml: speak: includes itself through 'speak'"),
        ('words = ["say", "tell"]', 'words = ["say"]\ninclude = ["write"]', "mine.toml: speak: includes unknown list 'write'"),
        ('id = "verb"', 'ident = "verb"', "mine.toml: (no id): [[rule]] needs an id"),
        ("[[path]]", "[[paths]]", "unknown table 'paths'"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_and_rule(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert any(fault in f for f in faults(folder(tmp_path, mine=GOOD.replace(old, new, 1))))


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    pattern = '[[pattern]]\nid = "p"\nwhy = "w"\nside = "{side}"\nform = "{form}"\n'
    shown = '[[pattern.example]]\ntext = "a"\nspeaker = "b"\n[[pattern.counter]]\ntext = "c"\n'
    place = folder(
        tmp_path,
        broken="[[rule]\n",
        one=GOOD.replace('"@speak"', '"@gone"'),
        two=pattern.format(side="above", form="NP") + shown,
        three=pattern.format(side="after", form="NP NONSENSE").replace('"p"', '"q"') + shown,
    )
    told = "\n".join(faults(place))
    assert "broken.toml: not valid TOML" in told
    assert "one.toml: verb: unknown word list @gone" in told
    assert "two.toml: p: needs form, and side 'before' or 'after' the quotation" in told
    assert "three.toml: q: unknown element NONSENSE" in told


def test_an_id_is_used_once(tmp_path: Path) -> None:
    assert any("id is used twice" in f for f in faults(folder(tmp_path, one=GOOD, two=GOOD)))


def test_a_folder_without_rules_is_a_fault(tmp_path: Path) -> None:
    assert any("no rules" in f for f in faults(folder(tmp_path)))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("says", "say"), ("told", "tell"), ("replied", "reply"), ("quipping", "quip"), ("denounces", "denounce"), ("shot", "shoot")],
)
def test_inflected_forms_know_their_lemma(form: str, lemma: str) -> None:
    assert ruleset.load(data.folder("rules")).lemmas["VERB"][form] == lemma
