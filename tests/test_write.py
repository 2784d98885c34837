"""Writing: records with every key in its fixed order, valid against the schemas, and lines that nothing can break."""

from __future__ import annotations

import errno
import io
import json
import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any, NoReturn

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.data import folder
from quotes.errors import OutputError, UsageError
from quotes.model import Article, Attribution, Quotation, Reject, Result, Speaker, Stance
from quotes.write import Lines, Stamp, article_record, error_record, output, record, records, rules_hash, stamp
from tests.records import STAMP_TIME, TEXT, quotation, result, stance

STAMP = Stamp("quotestance 0.1.0; rules 0123456789ab; compact 1", STAMP_TIME)
# fmt: off
KEYS = [
    "schema", "quote_id", "statement_id", "article_id", "source", "url", "outlet", "title", "author", "published",
    "language", "text", "segments", "start", "end", "kind", "words", "paragraph", "prefix", "suffix", "repeated",
    "cue", "cue_lemma", "cue_start", "cue_end", "speaker", "speaker_role", "speaker_type", "speaker_id",
    "speaker_mention", "speaker_start", "speaker_end", "speaker_confidence", "attribution_rule",
    "resolution_rule", "stance", "stance_score", "stance_confidence", "stance_target", "target_evidence",
    "own_side", "alignment", "stance_evidence", "polarity", "subjectivity", "utterance_id", "text_sha256",
    "pipeline", "processed_at", "flags",
]
# fmt: on


def schema(name: str) -> dict[str, Any]:
    """A schema of the contract."""
    loaded: dict[str, Any] = json.loads((folder("output") / f"{name}-1.schema.json").read_text(encoding="utf-8"))
    return loaded


def valid(made: dict[str, Any]) -> None:
    """The record holds what its schema says; raises ValidationError otherwise."""
    name = str(made["schema"]).partition("/")[0]
    jsonschema.Draft202012Validator(schema(name)).validate(made)
    assert list(made)[: len(schema(name)["required"])] == schema(name)["required"]


@pytest.mark.parametrize("name", ["quote", "article", "error"])
def test_schemas_are_valid_and_ask_for_every_key(name: str) -> None:
    loaded = schema(name)
    jsonschema.Draft202012Validator.check_schema(loaded)
    assert loaded["required"] == list(loaded["properties"])
    assert loaded["additionalProperties"] is False
    assert all(prop.get("description") for prop in loaded["properties"].values())


def test_schema_of_quotations_is_the_contract() -> None:
    assert schema("quote")["required"] == KEYS


def test_a_quotation_becomes_a_record() -> None:
    made = record(result(quotation()), quotation(), STAMP)
    valid(made)
    assert list(made) == KEYS
    assert made["text"] == "We will answer, … The talks were empty."
    assert [TEXT[a:b] for a, b in made["segments"]] == ["We will answer,", "The talks were empty."]  # type: ignore[attr-defined]
    assert (made["start"], made["end"], made["words"], made["paragraph"]) == (26, 94, 7, 0)
    assert (made["prefix"], made["suffix"]) == ('MOSCOW, June 19 (Wire) - "', '"\n')
    assert (made["cue"], made["cue_lemma"], made["speaker_mention"]) == ("said", "say", "Anna Ivanova")
    assert (made["stance"], made["stance_score"], made["polarity"]) == ("critical", -0.625, -0.1)
    assert made["stance_evidence"] == [{"rule": "talks-empty", "text": "empty", "start": 88, "end": 93, "weight": -0.625}]
    assert made["flags"] == ["unclosed", "one-name"]
    assert made["statement_id"] == "a.txt#1"


def test_an_unattributed_quotation_has_nulls_not_missing_keys() -> None:
    bare = Quotation(Attribution(((26, 41),), "mixed", 0, 0), Speaker(None), (Stance("russia"),))
    made = record(result(bare), bare, STAMP)
    valid(made)
    keys = ("cue", "cue_lemma", "cue_start", "speaker", "speaker_role", "speaker_type", "speaker_mention", "speaker_confidence")
    assert [made[key] for key in keys] == [None] * len(keys)


def test_numbers_that_json_lacks_are_null() -> None:
    odd = replace(stance(), polarity=math.nan, subjectivity=math.inf)
    made = record(result(), quotation(odd), STAMP)
    assert (made["polarity"], made["subjectivity"]) == (None, None)
    valid(made)


def test_quote_id_depends_on_the_words_alone() -> None:
    first = quotation()
    other = replace(first, speaker=Speaker("B. Orlov"), stances=(replace(stance(), label="neutral", score=0.0),))
    moved = replace(first, attribution=replace(first.attribution, segments=((27, 41), (73, 94))))
    made = [record(result(q), q, STAMP)["quote_id"] for q in (first, other, moved)]
    assert made[0] == made[1] != made[2]


def test_utterance_id_is_the_same_for_the_same_words_elsewhere() -> None:
    texts = ["He said: “The Talks were  empty.”", 'x "the talks were empty", she said']
    found = []
    for text, words in zip(texts, ("The Talks were  empty.", "the talks were empty"), strict=True):
        start = text.index(words)
        bare = Quotation(Attribution(((start, start + len(words)),), "direct", 0, 0), Speaker(None), (Stance("russia"),))
        found.append(record(result(bare, article=Article(text)), bare, STAMP)["utterance_id"])
    assert found[0] == found[1]


def test_several_targets_fill_one_record_or_one_line_each() -> None:
    both = quotation(stance(), stance("north-korea", 0.5))
    (wide,) = records(result(both), STAMP)
    valid(wide)
    assert (wide["stance_target"], wide["stance_score"]) == ("russia", -0.625)
    assert (wide["stance_target__north-korea"], wide["stance_score__north-korea"]) == ("north-korea", 0.5)
    long = records(result(both), STAMP, long=True)
    for made in long:
        valid(made)
    assert [(made["stance_target"], list(made) == KEYS) for made in long] == [("russia", True), ("north-korea", True)]
    assert long[0]["quote_id"] == long[1]["quote_id"]


def test_article_record_tells_no_quotations_from_not_processed() -> None:
    done = article_record(result(), STAMP)
    valid(done)
    assert (done["status"], done["quotations"], done["milliseconds"]) == ("done", 0, 21.2)
    reject = Reject("a.txt", "a.txt", None, "parse", "internal", "boom")
    failed = article_record(Result(Article(TEXT), reject=reject), STAMP)
    valid(failed)
    assert (failed["status"], failed["code"]) == ("failed", "internal")
    assert article_record(result(quotation(), quotation()), STAMP)["speakers"] == 1


def test_error_record_holds_no_text() -> None:
    made = error_record(Reject(None, "dump.jsonl", 3, "read", "broken_json", "not JSON"), STAMP)
    valid(made)
    assert (made["line"], made["code"]) == (3, "broken_json")
    assert "text" not in made


def test_article_id_falls_back_to_url_then_text() -> None:
    ids = [
        article_record(Result(Article(TEXT, url=url)), STAMP)["article_id"]
        for url in ("https://News.example/a/?utm_source=x#top", "https://news.example/a", "https://news.example/b", None)
    ]
    assert ids[0] == ids[1] != ids[2]
    assert str(ids[3]).startswith("text-")


def test_source_date_epoch_pins_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718841600")
    made = stamp(folder("rules"), "compact 1")
    assert made.processed_at == "2024-06-20T00:00:00Z"
    assert made.pipeline == f"quotestance 0.1.0; rules {rules_hash(folder('rules'))}; compact 1"
    assert article_record(result(), made)["milliseconds"] is None


def test_wrong_source_date_epoch_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH=today: give the seconds since 1970, for example 1718841600"):
        stamp(folder("rules"), "compact 1")


def test_rules_hash_sees_every_change(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    first = rules_hash(tmp_path)
    (tmp_path / "notes.md").write_text("not a rule")
    assert rules_hash(tmp_path) == first
    (tmp_path / "b.toml").write_text("")
    assert rules_hash(tmp_path) != first


@given(st.text(max_size=60))
def test_no_text_breaks_a_line(text: str) -> None:
    stream = io.BytesIO()
    Lines(stream, "memory").write({"text": text})
    line = stream.getvalue().decode("utf-8")
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line)["text"] == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def test_terminals_get_no_control_characters() -> None:
    stream = io.BytesIO()
    Lines(stream, "memory").write({"text": "a\x1b[31m\x9b\x7f"})
    assert stream.getvalue() == b'{"text": "a\\u001b[31m\\u009b\\u007f"}\n'


def test_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with output(path) as lines:
        lines.write({"a": 1})
        assert not path.exists()
    assert path.read_text() == '{"a": 1}\n'
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_run_keeps_the_old_file_and_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    with pytest.raises(KeyboardInterrupt), output(path) as lines:  # noqa: PT012 -- the line before the interruption counts
        lines.write({"a": 1})
        raise KeyboardInterrupt
    assert path.read_text() == "old\n"
    assert (tmp_path / "out.jsonl.part").read_text() == '{"a": 1}\n'


def test_a_second_run_cannot_write_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with output(path) as lines:
        lines.write({"a": 1})
        with pytest.raises(OutputError, match="another run is writing this file; wait for it or name another"), output(path):
            pytest.fail("the lock did not hold")
    assert path.read_text() == '{"a": 1}\n'


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path: Path) -> None:
    path = tmp_path / "none" / "out.jsonl"
    with pytest.raises(OutputError) as caught, output(path):
        pytest.fail("nothing can be written there")
    assert str(caught.value) == f"{path}: cannot be written: No such file or directory"


def full(*_args: object, **_named: object) -> NoReturn:
    """What the system says when the disk is full."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("at", ["write", "flush"])
def test_a_full_disk_while_writing_is_an_output_error(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    stream = io.StringIO()
    lines = Lines(stream, "disk")
    lines.write({"a": 1})
    monkeypatch.setattr(lines, "_stream" if at == "flush" else "_writer", SimpleNamespace(write=full, flush=full))
    with pytest.raises(OutputError, match="disk: cannot be written: No space left on device"):
        lines.write({"a": 1}) if at == "write" else lines.flush()


@pytest.mark.parametrize("at", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_at_the_end_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    monkeypatch.setattr(at, full)
    with pytest.raises(OutputError, match="No space left on device"), output(path) as lines:
        lines.write({"a": 1})
    assert path.read_text() == "old\n"


def test_a_closed_pipe_is_not_an_output_error() -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            if text:
                raise BrokenPipeError
            return 0

    stream: IO[str] = Closed()
    with pytest.raises(BrokenPipeError):
        Lines(stream, "pipe").write({"a": 1})
