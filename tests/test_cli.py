"""The command line: exact messages, exit codes, and what goes where."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import resource
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from click.testing import CliRunner, Result

from quotes.cli import group
from quotes.data import folder
from tests import stub

ONE = '"We will answer the letter tomorrow," Ivanova said.\n\nThe city was calm.\n'
TWO = '"They broke every promise they made," Orlov said. "Nobody believes them."\n'
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _stub(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("quotes.extractor")
    module.__dict__["Extractor"] = stub.Extractor
    monkeypatch.setitem(sys.modules, "quotes.extractor", module)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718841600")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles, in which the test runs."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(ONE)
    (tmp_path / "news" / "b.txt").write_text(TWO)
    return tmp_path


def run(*args: str | Path, stdin: str | bytes = "") -> Result:
    """The command, in this process."""
    return CliRunner().invoke(group, [str(arg) for arg in args], input=stdin, prog_name="quotes")


def rows(text: str) -> list[dict[str, object]]:
    """The records on stdout, each valid."""
    found = [json.loads(line) for line in text.splitlines()]
    contract = json.loads((folder("output") / "quote-1.schema.json").read_text())
    for row in found:
        jsonschema.Draft202012Validator(contract).validate(row)
    return found


def test_records_go_to_stdout_and_the_summary_to_stderr(news: Path) -> None:
    done = run("extract", news / "news")
    assert done.exit_code == 0
    assert [row["article_id"] for row in rows(done.stdout)] == ["a.txt", "b.txt", "b.txt"]
    lines = done.stderr.splitlines()
    assert lines[0].startswith("2 articles in ")
    assert lines[0].endswith(" per second), 0 rejects")
    assert lines[1:] == [
        "3 quotations, 0 with a speaker, 0 by name",
        "russia: 0 critical, 0 supportive, 0 mixed, 0 neutral, 3 no target",
    ]


def test_two_runs_are_byte_equal(news: Path) -> None:
    assert run("extract", news / "news").stdout == run("extract", news / "news").stdout


def test_output_file_appears_and_stdout_stays_empty(news: Path) -> None:
    out = news / "quotes.jsonl"
    done = run("extract", news / "news" / "a.txt", "-o", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert len(rows(out.read_text())) == 1


def test_standard_input_text_and_jsonl() -> None:
    assert [row["source"] for row in rows(run("extract", "-", stdin=ONE).stdout)] == ["-"]
    line = json.dumps({"body": ONE, "uid": 7, "when": "2024-06-20"})
    (row,) = rows(run("extract", "-", "--text-field", "body", "--id-field", "uid", "--date-field", "when", stdin=line).stdout)
    assert (row["article_id"], row["published"]) == ("7", "2024-06-20")


def test_profiles_and_fields_name_the_keys() -> None:
    line = json.dumps({"maintext": ONE, "uid": 7, "source_domain": "news.example"})
    (row,) = rows(run("extract", "-", "--profile", "news-please", "--fields", "id=uid", stdin=line).stdout)
    assert (row["article_id"], row["outlet"]) == ("7", "news.example")
    done = run("extract", "-", "--profile", "nothing", stdin=line)
    assert (done.exit_code, done.stderr.startswith("Error: --profile nothing: there is mediacloud")) == (2, True)


def test_limit_stops_after_that_many_articles(news: Path) -> None:
    done = run("extract", news / "news", "--limit", "1")
    assert {row["article_id"] for row in rows(done.stdout)} == {"a.txt"}


def test_other_languages_are_counted_and_passed_over(tmp_path: Path) -> None:
    text = "Der Minister sagte am Freitag in Berlin, die Gespräche seien gescheitert. „Wir werden antworten“, sagte er. "
    (tmp_path / "a.txt").write_text(text * 4)
    done = run("extract", tmp_path / "a.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 article not in English, passed over" in done.stderr
    assert len(rows(run("extract", tmp_path / "a.txt", "--any-language").stdout)) == 4


def test_links_are_followed_only_when_asked_for(news: Path) -> None:
    (news / "links").mkdir()
    (news / "links" / "a.txt").symlink_to(news / "news" / "a.txt")
    done = run("extract", news / "links")
    assert (done.exit_code, "no articles in this folder" in done.stderr) == (1, True)
    assert len(rows(run("extract", news / "links", "--follow-links").stdout)) == 1


def test_several_targets(news: Path) -> None:
    (row,) = rows(run("extract", news / "news" / "a.txt", "--target", "russia", "--target", "nato").stdout)
    assert (row["stance_target"], row["stance_target__nato"]) == ("russia", "nato")
    both = rows(run("extract", news / "news" / "a.txt", "--target", "russia", "--target", "nato", "--long").stdout)
    assert [row["stance_target"] for row in both] == ["russia", "nato"]


def test_rejects_are_told_with_their_places_and_the_rest_goes_on(news: Path) -> None:
    (news / "news" / "c.jsonl").write_text('{"text": "broken\n{"title": "x"}\n{"text": "BOOM"}\n')
    (news / "news" / "d.txt").write_bytes(b"Caf\xe9")
    (news / "empty").mkdir()
    done = run("extract", news / "news", news / "empty", "--rejects", news / "dead.jsonl")
    assert done.exit_code == 1
    assert len(rows(done.stdout)) == 3
    told = [line.replace(str(news), "") for line in done.stderr.splitlines() if line.startswith("rejected")]
    assert told == [
        "rejected /news/c.jsonl:1: not JSON: Unterminated string starting at column 10 [broken_json]",
        "rejected /news/c.jsonl:2: no field 'text' (it has: title); name the right one with --text-field [missing_field]",
        "rejected /news/c.jsonl:3: ValueError: boom [internal]",
        "rejected /news/d.txt: not UTF-8 (byte 0xe9 at offset 3); convert it first, "
        "for example: iconv -f WINDOWS-1252 -t UTF-8 OLD.txt > NEW.txt [encoding]",
        f"rejected /empty: {told[-1].partition(': ')[2]}",
    ]
    dead = [json.loads(line) for line in (news / "dead.jsonl").read_text().splitlines()]
    contract = json.loads((folder("output") / "error-1.schema.json").read_text())
    for row in dead:
        jsonschema.Draft202012Validator(contract).validate(row)
    assert [(row["line"], row["code"]) for row in dead] == [
        (1, "broken_json"),
        (2, "missing_field"),
        (3, "internal"),
        (None, "encoding"),
        (None, "no_articles"),
    ]
    assert "5 rejects" in done.stderr


def test_a_flood_of_rejects_does_not_fill_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n" * 50)
    done = run("extract", tmp_path / "a.jsonl")
    assert done.stderr.count("rejected ") == 20
    assert "more rejects are not shown; --rejects FILE keeps them all" in done.stderr
    assert "50 rejects" in done.stderr


def test_no_quotations_is_success(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The city was calm.")
    done = run("extract", tmp_path / "a.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "0 quotations, 0 with a speaker, 0 by name" in done.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["extract"], "Error: Missing argument 'SOURCES...'."),
        (["extract", "nowhere.txt"], "Error: no such file or folder: nowhere.txt"),
        (["extract", "none/*.txt"], "Error: no file matches none/*.txt"),
        (["extract", "-", "-"], "Error: standard input ('-') is named twice: it can be read only once"),
        (["extract", "-", "--target", "russia", "--target", "russia"], "Error: a stance target is named twice: russia, russia"),
        (["extract", "-", "--parser", "x"], "Error: Invalid value for '--parser': 'x' is not one of 'compact', 'stanza'."),
        (["extract", "-", "--rules", "none"], "Error: Invalid value for '--rules': Directory 'none' does not exist."),
        (["extract", "-", "--limit", "0"], "Error: Invalid value for '--limit': 0 is not in the range x>=1."),
        (
            ["schema", "x"],
            "Error: Invalid value for '[quote|article|error|manifest]': "
            "'x' is not one of 'quote', 'article', 'error', 'manifest'.",
        ),
        (["nothing"], "Error: No such command 'nothing'."),
    ],
)
def test_wrong_usage_is_exit_2_with_one_clear_line(args: list[str], message: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == message
    assert done.stdout == ""


def test_an_input_is_never_overwritten(news: Path) -> None:
    path = news / "news" / "a.txt"
    done = run("extract", path, "-o", path)
    assert (done.exit_code, done.stderr) == (
        2,
        f"Error: {path} is both read and written: name another file with -o or --rejects\n",
    )
    assert path.read_text() == ONE


def test_a_damaged_model_is_exit_4(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("NO MODEL")
    done = run("extract", tmp_path / "a.txt")
    assert done.exit_code == 4
    assert done.stderr.splitlines()[-1] == "Error: network.onnx does not match its checksum: reinstall quotestance"


def test_an_output_that_cannot_be_written_is_exit_5(news: Path) -> None:
    done = run("extract", news / "news", "-o", news / "none" / "q.jsonl")
    assert done.exit_code == 5
    assert done.stderr.splitlines()[-1] == f"Error: {news}/none/q.jsonl: cannot be written: No such file or directory"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_exit_5(news: Path) -> None:
    done = run("extract", news / "news", "-o", "/dev/full")
    assert done.exit_code == 5
    assert done.stderr.splitlines()[-1] == "Error: /dev/full: cannot be written: No space left on device"


def test_an_interrupted_run_is_exit_130_and_keeps_its_lines(news: Path) -> None:
    (news / "news" / "c.txt").write_text("STOP")
    out = news / "q.jsonl"
    done = run("extract", news / "news", "-o", out)
    assert done.exit_code == 130
    assert done.stderr.splitlines()[-2:] == [f"not finished: the lines so far are in {out}.part", "interrupted"]
    assert not out.exists()
    assert len(rows((news / "q.jsonl.part").read_text())) == 3


def test_file_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_bytes(b"\xff")
    done = run("extract", tmp_path)
    assert "\x1b" not in done.stderr
    assert "a\\x1b[31m.txt" in done.stderr


@pytest.mark.parametrize("name", ["quote", "article", "error"])
def test_schema_prints_the_contract(name: str) -> None:
    assert json.loads(run("schema", name).stdout)["title"]
    assert run("schema").stdout == run("schema", "quote").stdout


def test_show_marks_quotations_with_and_without_colour(news: Path) -> None:
    plain = run("show", news / "news" / "a.txt", "--width", "80")
    assert plain.exit_code == 0
    assert '"⟦We will answer the letter' in plain.stdout
    assert "│ 1 speaker unknown" in plain.stdout
    assert "\x1b" not in plain.stdout
    assert (
        '"\x1b[4mWe will answer the letter tomorrow,\x1b[0m' in run("show", news / "news" / "a.txt", "--color", "always").stdout
    )


def test_show_tells_rejects(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ")
    done = run("show", tmp_path / "a.txt")
    assert (done.exit_code, done.stderr) == (1, f"rejected {tmp_path}/a.txt: empty: no words in it [empty]\n")


def test_version() -> None:
    assert run("--version").stdout == "quotestance 0.1.0\n"


def python(*args: str, **named: object) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, in the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, env=environment, timeout=60, **named)  # type: ignore[call-overload, no-any-return]


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from quotes.cli import group\n"
        "group.main(['--help'], prog_name='quotes', standalone_mode=False)\n"
        "heavy = {'torch', 'stanza', 'onnxruntime', 'textblob', 'tokenizers', 'numpy', 'nltk', 'jsonlines'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = python("-c", code)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 0, done.stderr
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert "extract" in done.stdout
    assert min(spent) < 0.5, "seconds of the processor, so that a busy machine does not count"


def test_python_m_quotes_is_the_command() -> None:
    done = python("-m", "quotes", "--version")
    assert (done.returncode, done.stdout) == (0, "quotestance 0.1.0\n")


STUBBED = "import sys; from tests import stub; sys.modules['quotes.extractor'] = stub; from quotes.cli import main; main()"


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": TWO}) + "\n") * 5000)
    command = f'{sys.executable} -c "{STUBBED}" extract {tmp_path}/a.jsonl | head -1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_the_progress_bar_appears_on_a_terminal_and_says_what_was_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": TWO}) + "\n") * 20 + "broken\n")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", STUBBED, "extract", str(tmp_path / "a.jsonl")]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, timeout=60)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the terminal is closed once everything is read
        while part := os.read(ours, 65536):
            shown += part
    os.close(ours)
    assert len(done.stdout.splitlines()) == 40
    assert b"20 articles, 40 quotations  [##############################]  100%" in shown
    assert b"a.jsonl:21: not JSON: Expecting value at column 1 [broken_json]" in shown
    assert b"20 articles in " in shown.splitlines()[-3]


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_signals_end_the_run_with_their_codes(tmp_path: Path, name: str, code: int) -> None:
    import signal

    os.mkfifo(tmp_path / "pipe")
    # a shell's background job, as this suite may be, hands down that SIGINT is ignored
    heeding = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {STUBBED}"
    command = [sys.executable, "-c", heeding, "extract", str(tmp_path / "pipe"), "-o", str(tmp_path / "q.jsonl")]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    with process, (tmp_path / "pipe").open("w") as pipe:
        pipe.write(json.dumps({"text": ONE}) + "\n")
        pipe.flush()
        time.sleep(0.5)
        process.send_signal(getattr(signal, name))
        errors = process.communicate(timeout=20)[1]
    assert process.returncode == code
    assert "1 article in " in errors
    assert "q.jsonl.part" in errors
