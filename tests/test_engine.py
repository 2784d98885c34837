"""The engine: one commit protocol, whatever the engine, the number of workers or the order of events."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotes.engine import Progress, RunOptions, retry, run
from quotes.engine.commit import Ledger
from quotes.engine.recover import Recovery
from quotes.engine.session import Lines
from quotes.engine.settings import budget
from quotes.engine.store import LocalStore, RemoteStore, open_store
from quotes.errors import EngineError, ErrorBudgetSpent, OutputError, UsageError
from tests.batch import EPOCH, ROOT, corpus, held, options


@pytest.fixture(autouse=True)
def _pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def test_everything_is_written_once_in_partitions(tmp_path: Path) -> None:
    summary = run(options(corpus(tmp_path / "in.jsonl", 50), tmp_path / "out"))
    assert (summary.exit_code, summary.counts) == (0, {"items": 50, "done": 50, "quotes": 100})
    found = held(tmp_path / "out")
    assert found.ids() == sorted(f"a{n}" for n in range(50))
    assert len(found.quotes) == len({json.loads(line)["quote_id"] for line in found.quotes}) == 100
    for path in (tmp_path / "out" / "quotes").rglob("*.jsonl"):
        month = path.parent.name.removeprefix("month=")
        assert all(json.loads(line)["published"].startswith(month) for line in path.read_text().splitlines())
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert (manifest["status"], manifest["counts"]["items"], len(manifest["shards"])) == ("complete", 50, 3)
    for shard in manifest["shards"]:
        for file in shard["files"]:
            assert (tmp_path / "out" / file["path"]).stat().st_size == file["bytes"]


def test_every_line_and_the_manifest_keep_the_contract(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    source = corpus(tmp_path / "in.jsonl", 50, {5: "REJECT!", 7: "HANG!"}, {30: 2})
    source.write_text(source.read_text() + "not json\n")
    run(options(source, tmp_path / "out", article_seconds=0.2))
    found = held(tmp_path / "out")
    for name, lines in (("article", found.articles), ("quote", found.quotes), ("error", found.errors)):
        schema = jsonschema.Draft202012Validator(json.loads((ROOT / "output" / f"{name}-1.schema.json").read_text()))
        for line in lines:
            schema.validate(json.loads(line))
    schema = jsonschema.Draft202012Validator(json.loads((ROOT / "output" / "manifest-1.schema.json").read_text()))
    schema.validate(json.loads((tmp_path / "out" / "manifest.json").read_text()))


def test_a_rerun_does_nothing_and_a_lost_shard_is_done_again(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 50), tmp_path / "out")
    run(settings)
    before = held(tmp_path / "out")
    assert run(settings).fresh == 0
    (tmp_path / "out" / "shards" / "000001.json").unlink()
    assert run(settings).fresh == 20
    next((tmp_path / "out" / "quotes").rglob("part-000002.jsonl")).unlink()
    assert run(settings).fresh == 10
    assert held(tmp_path / "out") == before


def test_what_no_receipt_names_is_removed(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 30), tmp_path / "out")
    run(settings)
    before = held(tmp_path / "out")
    stray = tmp_path / "out" / "quotes" / "month=2024-01" / "part-000009.jsonl"
    stray.write_text('{"torn')
    stray.with_name("part-000001.jsonl.tmp").write_text("half")
    (tmp_path / "out" / "shards" / "000007.json").write_text("{")
    run(settings)
    assert held(tmp_path / "out") == before
    assert not list((tmp_path / "out").rglob("*.tmp"))


@pytest.mark.parametrize("change", [{"workers": 2}, {"workers": 2, "shard_size": 7}, {"shard_size": 1}, {"partition": "none"}])
def test_the_same_lines_however_it_is_run(tmp_path: Path, change: dict[str, int]) -> None:
    source = corpus(tmp_path / "in.jsonl", 40, {5: "REJECT!"}, {30: 2, 31: 2})
    run(options(source, tmp_path / "one"))
    run(options(source, tmp_path / "two", **change))
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_hostile_articles_become_dead_letters_and_neighbours_stay(tmp_path: Path) -> None:
    hostile = {3: "CRASH!", 11: "EXIT!", 25: "HANG!", 26: "RAISE!", 27: "REJECT!", 39: "MEMORY!"}
    source = corpus(tmp_path / "in.jsonl", 40, hostile)
    summary = run(options(source, tmp_path / "out", workers=2, article_seconds=0.6, memory_mb=1000))
    assert summary.exit_code == 1
    found = held(tmp_path / "out")
    assert found.ids() == sorted(f"a{n}" for n in range(40))
    assert {k for k, v in found.status().items() if v == "failed"} == {f"a{n}" for n in hostile}
    errors = {e["article_id"]: (e["code"], e["attempts"]) for e in map(json.loads, found.errors)}
    assert errors == {
        "a3": ("crash", 4),
        "a11": ("crash", 4),
        "a25": ("timeout", 3),
        "a26": ("crash", 4),
        "a27": ("too_long", 1),
        "a39": ("crash", 4),
    }
    run(options(corpus(tmp_path / "good.jsonl", 40), tmp_path / "good"))
    source_of = {line: json.loads(line)["article_id"] for line in held(tmp_path / "good").quotes}
    kept = {json.loads(line)["quote_id"] for line in found.quotes}
    assert kept == {json.loads(line)["quote_id"] for line, name in source_of.items() if int(name[1:]) not in hostile}


def test_an_extractor_that_reads_ahead_is_bisected(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 40, {7: "RAISE!", 33: "RAISE!"})
    run(options(source, tmp_path / "out", extractor="tests.stub_extractor:greedy"))
    failed = {name for name, status in held(tmp_path / "out").status().items() if status == "failed"}
    assert failed == {"a7", "a33"}


def test_one_worker_is_this_process_and_keeps_time(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 10, {4: "HANG!", 6: "SPIN!"})
    run(options(source, tmp_path / "out", article_seconds=0.2))
    errors = [json.loads(line) for line in held(tmp_path / "out").errors]
    assert sorted((e["article_id"], e["code"]) for e in errors) == [("a4", "timeout"), ("a6", "timeout")]


def test_after_a_crash_one_worker_gets_a_process_of_its_own(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 10, {4: "EXIT!"}), tmp_path / "out")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".inline").write_bytes(b"")  # what a crash of this process leaves
    assert run(settings).counts == {"items": 10, "done": 9, "failed": 1, "quotes": 18}
    assert not (tmp_path / "out" / ".inline").exists()


def test_copies_are_parsed_once_and_named(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 60, copies={10: 3, 59: 3, 40: 22})
    run(options(source, tmp_path / "out", workers=2))
    records = {r["article_id"]: r for r in map(json.loads, held(tmp_path / "out").articles)}
    copies = {name: r["duplicate_of"] for name, r in records.items() if r["status"] == "duplicate"}
    assert copies == {"a10": "a3", "a59": "a3", "a40": "a22"}
    assert records["a10"]["text_sha256"] == records["a3"]["text_sha256"]
    assert len(held(tmp_path / "out").quotes) == 2 * 57
    assert run(options(source, tmp_path / "all", duplicates_window=0)).counts == {"items": 60, "done": 60, "quotes": 120}
    near = run(options(source, tmp_path / "near", duplicates_window=10)).counts
    assert near["duplicate"] == 1


def test_a_copy_is_a_copy_after_a_resume_too(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 60, copies={59: 3}), tmp_path / "out")
    run(settings)
    before = held(tmp_path / "out")
    (tmp_path / "out" / "shards" / "000002.json").unlink()
    run(settings)
    assert held(tmp_path / "out") == before


def test_other_inputs_or_options_are_refused(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 50)
    settings = options(source, tmp_path / "out")
    run(settings)
    with pytest.raises(UsageError, match="shard_size was 20, now 10"):
        run(replace(settings, shard_size=10))
    with pytest.raises(UsageError, match=r"targets.*--overwrite"):
        run(replace(settings, options=replace(settings.options, targets=("ukraine",))))
    lines = source.read_text().splitlines(keepends=True)
    source.write_text("".join(lines[1:]))
    with pytest.raises(UsageError, match="the input has changed since shard 0"):
        run(settings)
    source.write_text("".join(lines[:20]))
    with pytest.raises(UsageError, match="shrunk"):
        run(settings)
    assert run(replace(settings, overwrite=True)).counts["items"] == 20
    assert len(held(tmp_path / "out").articles) == 20


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles").mkdir()
    (tmp_path / "out" / "articles" / "thesis.txt").write_text("years of work")
    (tmp_path / "out" / "plan.json").write_text('{"chapters": 7}')
    for overwrite in (False, True):
        with pytest.raises(UsageError, match="not empty"):
            run(options(corpus(tmp_path / "in.jsonl", 5), tmp_path / "out", overwrite=overwrite))
    assert (tmp_path / "out" / "articles" / "thesis.txt").read_text() == "years of work"
    assert (tmp_path / "out" / "plan.json").read_text() == '{"chapters": 7}'


def test_overwriting_a_run_leaves_what_is_not_its_own(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 30), tmp_path / "out")
    run(settings)
    (tmp_path / "out" / "articles" / "notes.txt").write_text("mine")
    assert run(replace(settings, overwrite=True)).fresh == 30
    assert (tmp_path / "out" / "articles" / "notes.txt").read_text() == "mine"


def test_one_driver_per_folder(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 5), tmp_path / "out")
    with open_store(settings.out).lock(), pytest.raises(OutputError, match="in use by another run"):
        run(settings)
    assert run(settings).exit_code == 0


def test_since_leaves_out_and_counts(tmp_path: Path) -> None:
    summary = run(options(corpus(tmp_path / "in.jsonl", 30), tmp_path / "out", since="2024-02-01"))
    assert summary.counts["items"] == 20
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["left_out"] == {"older": 10}
    with pytest.raises(UsageError, match="2024-01-31"):
        options("x", "y", since="February")


def test_the_error_budget_stops_and_a_larger_one_goes_on(tmp_path: Path) -> None:
    settings = options(corpus(tmp_path / "in.jsonl", 200, dict.fromkeys(range(0, 200, 10), "REJECT!")), tmp_path / "out")
    for spent in ("3", "0", "5%"):
        with pytest.raises(ErrorBudgetSpent, match="--max-errors"):
            run(replace(settings, max_errors=spent))
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["status"] == "error budget spent"
    assert run(replace(settings, max_errors="10%")).counts["failed"] == 20
    assert run(replace(settings, out=str(tmp_path / "two"), max_errors="20")).exit_code == 1


@pytest.mark.parametrize("text", ["x", "-1", "2.5", "%"])
def test_a_wrong_budget_says_what_to_type(text: str) -> None:
    with pytest.raises(UsageError, match="2%"):
        budget(text)


def test_retry_replaces_dead_letters(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 50, {5: "REJECT!", 25: "REJECT!", 26: "HANG!"})
    first = run(options(source, tmp_path / "out", article_seconds=0.2))
    assert first.counts["failed"] == 3
    assert retry(str(tmp_path / "out")).counts["failed"] == 3
    corpus(source, 50, {25: "REJECT!"})  # mended, but for one
    with pytest.raises(UsageError, match="quotes retry"):
        run(options(source, tmp_path / "out", article_seconds=0.2))
    assert retry(str(tmp_path / "out")).counts == {"items": 50, "done": 49, "failed": 1, "quotes": 98}
    run(options(source, tmp_path / "fresh"))
    assert held(tmp_path / "out") == held(tmp_path / "fresh")
    corpus(source, 50)
    assert retry(str(tmp_path / "out")).exit_code == 0
    assert not list((tmp_path / "out" / "errors").rglob("*.jsonl"))
    with pytest.raises(UsageError, match="holds no run"):
        retry(str(tmp_path / "nothing"))


def test_what_cannot_be_read_has_its_line_too(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 5)
    source.write_text(source.read_text() + "not json\n")
    run(options(source, tmp_path / "out"))
    found = held(tmp_path / "out")
    assert len(found.articles) == 6
    (error,) = map(json.loads, found.errors)
    assert (error["code"], error["line"], error["stage"]) == ("broken_json", 6, "read")


def test_articles_in_other_languages_are_counted(tmp_path: Path) -> None:
    pytest.importorskip("py3langid")
    german = "Der Hafen teilte am Montag mit, man werde die Lotsen anhören. „Wir warten“, sagte die Vorsitzende ihm. "
    source = corpus(tmp_path / "in.jsonl", 4)
    source.write_text(source.read_text() + json.dumps({"id": "de", "text": german * 3}) + "\n")
    summary = run(options(source, tmp_path / "out", english_only=True))
    assert (summary.exit_code, summary.counts["skipped"]) == (0, 1)
    record = next(r for r in map(json.loads, held(tmp_path / "out").articles) if r["article_id"] == "de")
    assert (record["status"], record["language"]) == ("skipped", "de")


def test_workers_that_cannot_start_are_an_error_and_not_a_loop(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 5)
    with pytest.raises(UsageError, match="no extractor"):
        run(options(source, tmp_path / "out", extractor="tests.nowhere:extractor"))
    with pytest.raises(EngineError):
        run(options(source, tmp_path / "out", extractor="tests.stub_extractor:missing", workers=2))


def test_storage_by_url(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    source = corpus(tmp_path / "in.jsonl", 50, {5: "REJECT!"})
    run(options(source, tmp_path / "local"))
    settings = options(source, "memory://bucket/run")
    run(settings)
    system = fsspec.filesystem("memory")
    lines = sorted(line for name in system.find("/bucket/run/quotes") for line in system.cat_file(name).decode().splitlines())
    assert lines == held(tmp_path / "local").quotes
    system.rm_file("/bucket/run/shards/000001.json")
    assert run(settings).fresh == 20
    with RemoteStore("memory://bucket/run").lock(), pytest.raises(OutputError, match="in use"):
        run(settings)
    assert isinstance(open_store(f"file://{tmp_path}/x"), LocalStore)
    run(options(f"file://{source}", f"file://{tmp_path}/url"))
    assert len(held(tmp_path / "url").articles) == 50


def test_progress_is_told_after_every_commit(tmp_path: Path) -> None:
    told: list[Progress] = []
    run(options(corpus(tmp_path / "in.jsonl", 50), tmp_path / "out"), told.append)
    assert [p.fresh for p in told] == [20, 40, 50]
    assert told[-1].counts == {"items": 50, "done": 50, "quotes": 100}


def test_pages_older_than_asked_for_are_passed_over(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    from tests.archives import page

    (tmp_path / "in").mkdir()
    for year in (2023, 2024):
        meta = f'<meta property="article:published_time" content="{year}-06-20T10:00:00Z">'
        (tmp_path / "in" / f"{year}.html").write_text(page(title=f"In {year}", head=meta).replace("next week", f"in {year}"))
    summary = run(options(tmp_path / "in", tmp_path / "out", since="2024-01-01"))
    assert held(tmp_path / "out").status() == {"2023.html": "skipped", "2024.html": "done"}
    assert summary.counts["skipped"] == 1


def test_many_pages_resume_without_extracting_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    from quotes.model import Article, Reject
    from quotes.read import Page, Pages
    from tests.archives import page

    (tmp_path / "in").mkdir()
    for n in range(6):
        (tmp_path / "in" / f"{n}.html").write_text(page(f'{page.__doc__} "We are number {n % 5}," she said.\n' * 3))
    settings = options(tmp_path / "in", tmp_path / "out", shard_size=2)
    run(settings)
    before = held(tmp_path / "out")
    assert before.status()["5.html"] == "duplicate"
    extracted: list[str | None] = []
    really = Pages.article

    def counting(self: Pages, item: Page) -> Article | Reject:
        extracted.append(item.article.id)
        return really(self, item)

    monkeypatch.setattr(Pages, "article", counting)
    (tmp_path / "out" / "shards" / "000002.json").unlink()
    run(settings)
    assert extracted == ["4.html", "5.html"]
    assert held(tmp_path / "out") == before


@pytest.mark.parametrize("published", ["../../x", "2024-0/", "٢٠٢٤-٠١", "", None, "20240101"])
def test_no_date_leads_out_of_the_folder(tmp_path: Path, published: str | None) -> None:
    for partition in ("day", "month", "year"):
        ledger = Ledger(LocalStore(str(tmp_path)), partition)
        folder = ledger._folder(published)
        assert folder in {f"{partition}=unknown/", "year=2024/"}


def _lines() -> Lines:
    return Lines("done", None, b"{}\n")


def test_recovery_closes_in_on_the_one_at_fault() -> None:
    state = Recovery.of(range(100))
    tried = []
    while not state.finished:
        piece = state.next()
        tried.append(len(piece))
        if 63 in piece:
            state.lines.update({i: _lines() for i in piece if i < 63})
            state.failed("crash", "died")
        else:
            state.lines.update({i: _lines() for i in piece})
            state.passed()
    assert tried == [100, 100, 1, 1, 36]
    assert set(state.dead) == {63}
    assert len(state.lines) == 99


def test_recovery_forgives_one_failure() -> None:
    state = Recovery.of([0, 1, 2])
    state.lines[0] = _lines()
    state.failed("crash", "killed")
    assert state.next() == (0, 1, 2)
    assert state.lines == {}
    state.passed()
    assert state.finished


@pytest.mark.parametrize(
    "change", [{"sources": ()}, {"shard_size": 0}, {"workers": 0}, {"article_seconds": 0.0}, {"max_errors": "a"}]
)
def test_settings_that_make_no_run_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        RunOptions(**{"sources": ("x",), "out": "y", **change})


def test_an_unwritable_folder_is_exit_5(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OutputError):
        run(options(corpus(tmp_path / "in.jsonl", 3), blocked / "out"))
    shutil.rmtree(tmp_path, ignore_errors=True)
