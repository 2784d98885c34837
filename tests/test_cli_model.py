"""The command and the library with the bundled parser, from the article to the record."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from quotes.cli import group
from quotes.data import folder
from tests.test_docs import blocks
from tools.pages import DOCS

pytestmark = pytest.mark.model
ROOT = Path(__file__).resolve().parent.parent


def run(*args: str | Path, stdin: str = "") -> Result:
    """The command, in this process."""
    return CliRunner().invoke(group, [str(arg) for arg in args], input=stdin, prog_name="quotes")


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """All records of the sample articles."""
    done = run("extract", ROOT / "tests" / "articles")
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_record_of_the_samples_is_valid(records: list[dict[str, Any]]) -> None:
    contract = json.loads((folder("output") / "quote-1.schema.json").read_text())
    check = jsonschema.Draft202012Validator(contract)
    assert len(records) > 50
    assert [error.message for row in records for error in check.iter_errors(row)] == []


def test_every_slice_gives_its_words(records: list[dict[str, Any]]) -> None:
    for row in records:
        text = Path(row["source"]).read_text(encoding="utf-8")
        assert " … ".join(text[a:b] for a, b in row["segments"]) == row["text"]
        if row["speaker_mention"] is not None:
            assert text[row["speaker_start"] : row["speaker_end"]] == row["speaker_mention"]
        if row["cue"] is not None:
            assert text[row["cue_start"] : row["cue_end"]] == row["cue"]


def test_ids_are_unique(records: list[dict[str, Any]]) -> None:
    ids = [row["quote_id"] for row in records]
    assert len(set(ids)) == len(ids)


def test_the_library_in_three_lines_as_the_readme_shows_it() -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[('Maria Petrova', 'critical')]\n"


def test_the_picture_of_the_readme_is_true(records: list[dict[str, Any]]) -> None:
    found = {row["text"]: row for row in records if row["article_id"] == "dam_kyiv.txt"}
    denial = found["Russian units strike only military targets,"]
    assert (denial["speaker"], denial["speaker_mention"], denial["stance"]) == (
        "Russia’s Defense Ministry",
        "the ministry",
        "supportive",
    )
    assert "only military targets" in {clue["text"] for clue in denial["stance_evidence"]}
    proof = found["one more proof of Russia’s contempt for the laws of war"]
    assert (proof["speaker"], proof["cue"], proof["stance"]) == ("Margarethe Holm", "called", "critical")
    assert "contempt" in {clue["text"] for clue in proof["stance_evidence"]}


def test_unknown_target_is_exit_2_and_lists_what_there_is() -> None:
    done = run("extract", ROOT / "tests" / "articles", "--target", "mars")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: --target mars: no such target; there are: ")
    assert "russia" in done.stderr


def test_all_faults_of_the_rules_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "attribution").mkdir()
    (tmp_path / "attribution" / "mine.toml").write_text('[[rule]]\nid = "a"\nwhy = "x"\n[[rule]]\nid = "b"\n')
    done = run("extract", ROOT / "tests" / "articles", "--rules", tmp_path)
    assert done.exit_code == 2
    assert "mine.toml: a: needs cue and content and speaker" in done.stderr
    assert "mine.toml: b: needs a why" in done.stderr


def test_missing_stanza_models_are_exit_4_and_say_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    done = run("extract", ROOT / "tests" / "articles" / "dam_kyiv.txt", "--parser", "stanza")
    assert done.exit_code == 4
    assert f"Error: no English Stanza models in {tmp_path}: type `quotes models --download`" in done.stderr
    told = run("models").stdout.splitlines()
    assert told[0].startswith("compact  compact-en-")
    assert told[1] == f"stanza   no English models in {tmp_path}; quotes models --download fetches them"


def test_aliases_give_the_identifier(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[[speaker]]\nname = "Maria Petrova"\nid = "Q1"\naliases = ["M. Petrova"]\n')
    text = '"We will not sign," M. Petrova said.'
    (row,) = map(json.loads, run("extract", "-", "--aliases", tmp_path / "a.toml", stdin=text).stdout.splitlines())
    assert (row["speaker"], row["speaker_id"]) == ("Maria Petrova", "Q1")


def test_all_sentences_parsed_finds_the_same_words() -> None:
    path = ROOT / "tests" / "articles" / "dam_kyiv.txt"
    needed, everything = (run("extract", path, "--parse", scope).stdout.splitlines() for scope in ("needed", "all"))
    assert [json.loads(line)["quote_id"] for line in needed] == [json.loads(line)["quote_id"] for line in everything]


def test_show_puts_the_speaker_beside_the_words() -> None:
    done = run("show", ROOT / "tests" / "articles" / "dam_kyiv.txt", "--width", "100")
    assert done.exit_code == 0
    assert re.search(r"“⟦The water does not read\s+│ \d Oleh Tkachenko\n", done.stdout)


def test_rules_check_runs_the_bundled_examples() -> None:
    done = run("rules", "check")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"all rules in {folder('rules')} hold\n"


def test_rules_check_tells_an_example_that_fails(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(folder("rules"), tmp_path / "rules"))
    path = rules / "attribution" / "tree.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('speaker = "Ivanova"', 'speaker = "Petrova"', 1), encoding="utf-8")
    done = run("rules", "check", rules)
    assert done.exit_code == 2
    assert "Petrova" in done.stderr
    assert done.stderr.splitlines()[-1] == f"1 fault in {rules}"


def test_the_rules_of_the_pages_pass_the_check_as_they_say(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(folder("rules"), tmp_path / "rules"))
    page = DOCS / "rules.md"
    (rules / "attribution" / "mine.toml").write_text(blocks(page, "Attribution: a rule over the tree")[0], encoding="utf-8")
    (rules / "stance" / "mine.toml").write_text(blocks(page, "Stance vocabulary")[0], encoding="utf-8")
    (rules / "targets" / "freedonia.toml").write_text(blocks(DOCS / "targets.md", "A worked example")[0], encoding="utf-8")
    done = run("rules", "check", rules, "--target", "russia", "--target", "freedonia")
    assert (done.exit_code, done.stderr) == (0, "")
    text = '"Freedonia attacked a sleeping city," the mayor said.'
    (row,) = map(json.loads, run("extract", "-", "--rules", rules, "--target", "freedonia", stdin=text).stdout.splitlines())
    assert (row["stance"], row["stance_target"]) == ("critical", "freedonia")


def test_rules_list_names_every_rule() -> None:
    done = run("rules", "list", "--stats")
    assert done.exit_code == 0
    assert "verb-clause" in done.stdout
    assert "violence" in done.stdout


def test_rules_explain_shows_the_tree_and_the_winner() -> None:
    done = run("rules", "explain", '"We will appeal against Moscow\'s aggression," Lee said.', "--stance")
    assert done.exit_code == 0, done.stderr
    for part in ("nsubj", "Lee", "verb-clause", "aggression"):
        assert part in done.stdout
