"""The resolver's word lists and the user's alias file: what loads, and what is said of what does not."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from quotes import data, resolve
from quotes.errors import RuleError, UsageError
from quotes.model import Speaker
from quotes.resolve.names import distance, is_acronym, same_person, spelt_alike, words


@pytest.fixture(scope="module")
def lexicon() -> resolve.Lexicon:
    return resolve.load(data.folder("rules"))


def test_the_bundled_words_load(lexicon: resolve.Lexicon) -> None:
    assert lexicon.person_noun("spokeswoman") == "f"
    assert lexicon.person_noun("minister") == ""
    assert lexicon.person_noun("river") is None
    assert lexicon.person_noun("ex-minister") == ""
    assert lexicon.states["kremlin"] == lexicon.states["russian"] == "Russia"
    assert lexicon.takes_up("lawmaker", "senator")
    assert not lexicon.takes_up("senator", "lawmaker")
    assert all(0 <= c <= 1 for c in lexicon.certainty.values())


def test_no_given_name_in_both_lists() -> None:
    table = tomllib.loads((data.folder("rules") / "names" / "given.toml").read_text(encoding="utf-8"))
    masculine, feminine, either = (set(table[key].split()) for key in ("masculine", "feminine", "either"))
    assert masculine & feminine == masculine & either == feminine & either == set()
    assert len(masculine) > 100 < len(feminine)


def test_no_word_tells_a_gender_in_one_list_only(lexicon: resolve.Lexicon) -> None:
    """Offices are looked up before relations: "mum" among the offices would be no woman."""
    assert {w for w, g in lexicon.relations.items() if w in lexicon.roles and lexicon.roles[w] != g} == set()
    assert lexicon.person_noun("fiancee") == "f"


def test_every_class_member_is_a_person(lexicon: resolve.Lexicon) -> None:
    strange = {w for members in lexicon.classes.values() for w in members if lexicon.person_noun(w) is None}
    assert strange <= {"hopeful", "taoiseach", "quarterback", "counsel", "prof", "reverend", "source"}


def test_faults_are_all_reported(tmp_path: Path) -> None:
    shutil.copytree(data.folder("rules") / "names", tmp_path / "names")
    (tmp_path / "names" / "certainty.toml").write_text("[certainty]\nname = 2\npronoun = 'high'\n", encoding="utf-8")
    (tmp_path / "names" / "titles.toml").write_text("honorifics = [", encoding="utf-8")
    (tmp_path / "names" / "states.toml").unlink()
    (tmp_path / "names" / "weights.toml").write_text("[weights]\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        resolve.load(tmp_path)
    text = str(caught.value)
    assert "names/certainty.toml: certainty.name: want 0 to 1, got 2" in text
    assert "names/certainty.toml: certainty.pronoun: want a number, got 'high'" in text
    assert "names/titles.toml: not TOML" in text
    assert "names/states.toml: cannot be read" in text
    assert "names/weights.toml: no section [limits]" in text


LEADERS = """
[[leader]]
name = "Ana Ruiz"
state = "Chile"
offices = "President"

[[leader]]
nam = "Per Dahl"

[[leader]]
name = "Karin Holm"
surname = 3
office = ["Minister"]
offices = ["Minister"]
"""


def test_faults_of_leaders_are_reported_with_their_entry(tmp_path: Path) -> None:
    shutil.copytree(data.folder("rules") / "names", tmp_path / "names")
    (tmp_path / "names" / "leaders.toml").write_text(LEADERS, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        resolve.load(tmp_path)
    assert caught.value.faults == [
        "names/leaders.toml: leader Ana Ruiz: offices must be a list of words",
        "names/leaders.toml: leader 2: no name",
        "names/leaders.toml: leader Karin Holm: unknown key office",
        "names/leaders.toml: leader Karin Holm: surname must be text",
        "names/leaders.toml: leader Karin Holm: no state",
    ]


def test_a_broken_leaders_file_is_reported(tmp_path: Path) -> None:
    shutil.copytree(data.folder("rules") / "names", tmp_path / "names")
    (tmp_path / "names" / "leaders.toml").write_text("[[leader]\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"names/leaders\.toml: not TOML"):
        resolve.load(tmp_path)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Gennady S. Orlov", "Gennady Orlov", True),
        ("G. Orlov", "Gennady Orlov", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Élise Dupont", "Elise Dupont", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Ana Ruiz", "Ana Reyes", False),
        ("Donald Barr", "Donald Barr Jr", False),
        ("Ivan Petrov", "Ivan Petrovsky", False),
    ],
)
def test_same_person(a: str, b: str, same: bool, lexicon: resolve.Lexicon) -> None:
    assert same_person(words(a), words(b), lexicon) is same
    assert same_person(words(b), words(a), lexicon) is same


def test_words_and_spelling() -> None:
    assert words("Yoon Suk Yeol's") == ("yoon", "suk", "yeol")
    assert words("D’Angelo") == ("d'angelo",)
    assert spelt_alike("nebenzia", "nebenzya")
    assert not spelt_alike("lin", "lim")
    assert distance("abc", "abcdef", 2) == 3
    assert is_acronym("KCNA", words("Korean Central News Agency"))
    assert not is_acronym("KCNB", words("Korean Central News Agency"))


ALIASES = """
[[speaker]]
name = "Maria Lind"
id = "Q1"
aliases = ["M. Lind", "Marya Lind"]
role = "Foreign Minister"

[[speaker]]
name = "Nordgas"
id = "Q2"
type = "body"
"""


def test_aliases_rename_and_identify(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(ALIASES, encoding="utf-8")
    aliases = resolve.load_aliases(path)
    assert aliases.apply(Speaker("Marya Lind", type="person", confidence=0.5)) == Speaker(
        "Maria Lind", "Foreign Minister", "person", "Q1", 0.5
    )
    assert aliases.apply(Speaker("M Lind", "minister")).role == "minister"
    assert aliases.apply(Speaker("NORDGAS")).type == "body"
    assert aliases.apply(Speaker("Bo Lind")) == Speaker("Bo Lind")
    assert aliases.apply(Speaker(None)) == Speaker(None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no [[speaker]] entry"),
        ("[speaker]\nname = 'A'", "no [[speaker]] entry"),
        ("[[speaker]]\nid = 'Q1'", "speaker 1: no name"),
        ("[[speaker]]\nname = 'A'\nalias = ['B']", "speaker 1: 'A': unknown key 'alias'"),
        ("[[speaker]]\nname = 'A'\naliases = 'B'", "speaker 1: 'A': aliases must be a list of names"),
        ("[[speaker]]\nname = 'A'\naliases = ['?']", "speaker 1: 'A': alias '?' is no name"),
        ("[[speaker]]\nname = 'A'\ntype = 'robot'", "type 'robot' is none of person"),
        (
            "[[speaker]]\nname = 'A B'\n[[speaker]]\nname = 'C'\naliases = ['a b']",
            "speaker 2: 'C': 'a b' already belongs to 'A B'",
        ),
        ("[[speaker]]\nname = 'A'\n[people]\nx = 1", "unknown section 'people'"),
    ],
)
def test_faulty_aliases_are_named(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        resolve.load_aliases(path)
    assert message in str(caught.value)


def test_aliases_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        resolve.load_aliases(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("[[speaker", encoding="utf-8")
    with pytest.raises(UsageError, match="not TOML"):
        resolve.load_aliases(tmp_path / "bad.toml")
