"""``quotes run`` and ``quotes retry``: options and where they come from, exit codes, what is said on stderr."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli import group
from quotes.engine.store import LocalStore
from tests.batch import EPOCH, NO_RULES, STUB, corpus, held

BASE = ("--any-language", "--shard-size", "20", "--workers", "1", "--rules", str(NO_RULES))


def quotes(*args: str | Path, **environment: str) -> Result:
    """``quotes …`` in this process, with the stub."""
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": EPOCH, **environment})
    return runner.invoke(group, [str(arg) for arg in args], obj={"extractor": STUB})


def test_a_run_and_its_rerun(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 50)
    first = quotes("run", source, "--out", tmp_path / "out", *BASE)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "50 articles (50 done), 100 quotations; 50 now" in first.stderr
    again = quotes("run", source, "--out", tmp_path / "out", *BASE)
    assert "100 quotations; 0 now" in again.stderr


def test_dead_letters_are_exit_1_and_retry_clears_them(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 30, {4: "REJECT!"})
    result = quotes("run", source, "--out", tmp_path / "out", *BASE)
    assert result.exit_code == 1
    assert f"quotes retry {tmp_path / 'out'}" in result.stderr
    assert quotes("retry", tmp_path / "out", "--workers", "1").exit_code == 1
    corpus(source, 30)
    assert quotes("retry", tmp_path / "out", "--workers", "1").exit_code == 0
    assert set(held(tmp_path / "out").status().values()) == {"done"}


def test_exit_codes(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 30, {4: "REJECT!"})
    out = tmp_path / "out"
    assert quotes("run", tmp_path / "none.jsonl", "--out", out, *BASE).exit_code == 2
    assert quotes("run", "--out", out, *BASE).exit_code == 2
    assert quotes("run", source, *BASE).exit_code == 2
    assert quotes("run", source, "--out", out, *BASE, "--strict").exit_code == 3
    assert quotes("run", source, "--out", out, *BASE, "--strict", "--max-errors", "3").exit_code == 2
    assert quotes("run", source, "--out", out, *BASE, "--max-errors", "many").exit_code == 2
    assert quotes("run", source, "--out", out, *BASE, "--limit", "patience=3").exit_code == 2
    with LocalStore(str(out)).lock():
        locked = quotes("run", source, "--out", out, *BASE)
    assert locked.exit_code == 5
    assert "in use by another run" in locked.stderr
    assert quotes("run", source, "--out", source / "below", *BASE).exit_code == 5
    assert quotes("retry", tmp_path / "none").exit_code == 2


def test_command_line_over_environment_over_file(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 50)
    config = tmp_path / "run.toml"
    config.write_text(f'out = "{tmp_path / "out"}"\nshard-size = 5\npartition = "year"\nmax_errors = "1%"\n')
    more = {"QUOTES_SHARD_SIZE": "25", "QUOTES_PARTITION": "day", "QUOTES_WORKERS": "1"}
    args = ("run", source, "--config", config, "--partition", "none", "--any-language")
    lines = quotes(*args, "--dry-run", **more).stdout.splitlines()
    assert f"  out = {tmp_path / 'out'}  (file)" in lines
    assert "  shard-size = 25  (environment)" in lines
    assert "  partition = none  (command line)" in lines
    assert "  max-errors = 1%  (file)" in lines
    assert "  article-seconds = 60.0  (default)" in lines
    assert "  2 shards of 25, 0 committed in " + str(tmp_path / "out") in lines
    assert not (tmp_path / "out").exists()
    assert quotes(*args, **more).exit_code == 0
    assert (tmp_path / "out" / "quotes" / "part-000001.jsonl").exists()


@pytest.mark.parametrize(
    ("text", "said"), [("shards = 5", "there is address"), ("out = ", "run.toml"), ("overwrite = true", "no option")]
)
def test_a_wrong_configuration_says_what_there_is(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "run.toml").write_text(text)
    result = quotes("run", corpus(tmp_path / "in.jsonl", 1), "--out", tmp_path / "out", "--config", tmp_path / "run.toml")
    assert result.exit_code == 2
    assert said in result.stderr


def test_dry_run_shows_what_cannot_be_read(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 30)
    source.write_text(source.read_text() + "broken\n")
    result = quotes("run", source, "--out", tmp_path / "out", "--since", "2024-02-01", "--dry-run", *BASE)
    assert result.exit_code == 0
    assert "21 articles, of which 1 cannot be read; 10 left out as older" in result.stdout
    assert f"{source}: 21" in result.stdout
    assert "stub compact" in result.stdout


def test_progress_for_machines(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 50)
    result = quotes("run", source, "--out", tmp_path / "out", "--progress", "json", *BASE)
    told = [json.loads(line) for line in result.stderr.splitlines()]
    assert [t["event"] for t in told] == ["progress", "progress", "progress", "end"]
    assert (told[-1]["items"], told[-1]["quotes"], told[-1]["exit_code"]) == (50, 100, 0)


def test_sources_from_a_file_and_field_names(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"body": "\\"We are here,\\" she said.", "uid": 5}\n')
    (tmp_path / "list.txt").write_text(f"# sources\n{tmp_path / 'in.jsonl'}\n\n")
    result = quotes(
        "run", "--files-from", tmp_path / "list.txt", "--out", tmp_path / "out", "--fields", "text=body,id=uid", *BASE
    )
    assert result.exit_code == 0
    assert held(tmp_path / "out").ids() == ["5"]
    assert quotes("run", "x", "--out", "y", "--profile", "nonesuch").exit_code == 2


def test_limits_decide_what_is_a_dead_letter(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 3)
    source.write_text(source.read_text() + json.dumps({"id": "long", "text": "word " * 5000}) + "\n")
    assert quotes("run", source, "--out", tmp_path / "out", "--limit", "line_bytes=1000", *BASE).exit_code == 1
    (error,) = map(json.loads, held(tmp_path / "out").errors)
    assert error["code"] == "too_large"


def test_a_rerun_may_change_every_limit_but_that_of_a_sentence(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 3)
    arguments = ("run", source, "--out", tmp_path / "out", *BASE)
    assert quotes(*arguments).exit_code == 0
    assert quotes(*arguments, "--limit", "quotations=20000", "--limit", "line_bytes=100000").exit_code == 0
    other = quotes(*arguments, "--limit", "sentence_words=100")
    assert other.exit_code == 2
    assert "sentence_words" in other.stderr


def test_help_is_quick_and_ends_in_an_example() -> None:
    for name in ("run", "retry"):
        began = time.process_time()
        text = quotes(name, "--help").stdout
        assert time.process_time() - began < 0.5
        assert f"quotes {name}" in text.splitlines()[-1]
