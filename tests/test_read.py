"""Reading: files, folders, globs, standard input; every kind of bad input is a reject with its place."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.model import Article, Reject
from quotes.options import Fields, Limits, Options
from quotes.read import read

TEXT = 'Moscow, June 19, 2024\n\n"We will answer," Ivanova said.\n'


def write(path: Path, data: str | bytes) -> Path:
    """A file with these bytes, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def items(*sources: Path | str, options: Options | None = None, stdin: bytes = b"") -> list[Article | Reject]:
    """Everything that is read from the sources."""
    stream = io.BufferedReader(io.BytesIO(stdin))
    return list(read([str(s) for s in sources], options or Options(), stdin=stream))


def one_reject(found: list[Article | Reject]) -> Reject:
    """The only item, which must be a reject."""
    assert len(found) == 1
    assert isinstance(found[0], Reject)
    return found[0]


def texts(found: list[Article | Reject]) -> list[str]:
    """The texts of the articles among the items."""
    return [x.text for x in found if isinstance(x, Article)]


def test_text_file_is_one_article_named_after_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "one.txt", TEXT)
    (article,) = items(path)
    assert isinstance(article, Article)
    assert (article.text, article.id, article.source, article.published) == (TEXT, "one.txt", str(path), "2024-06-19")
    assert article.text[article.body :].startswith('\n\n"We will')


def test_same_text_and_offsets_from_every_source(tmp_path: Path) -> None:
    body = TEXT.replace("\n", "\\n").replace('"', '\\"')
    sources = [items(write(tmp_path / "a.txt", TEXT)), items(write(tmp_path / "b.jsonl", f'{{"text": "{body}"}}\n'))]
    sources += [items("-", stdin=TEXT.encode()), items("-", stdin=f'{{"text": "{body}"}}'.encode())]
    sources.append(items(write(tmp_path / "c.txt", b"\xef\xbb\xbf" + TEXT.encode())))
    sources.append(items(write(tmp_path / "d.txt", b"\xff\xfe" + TEXT.encode("utf-16-le"))))
    sources.append(items(write(tmp_path / "e.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"))))
    sources.append(items(write(tmp_path / "f.jsonl", b"\xef\xbb\xbf" + f'{{"text": "{body}"}}'.encode())))
    sources.append(items(write(tmp_path / "g.jsonl", f'{{"text": "{body}"}}\n'.encode("utf-16"))))
    assert [(a.text, a.body, a.published) for found in sources for a in found if isinstance(a, Article)] == [
        (TEXT, 21, "2024-06-19")
    ] * len(sources)


def test_line_ends_and_blanks_stay_as_they_are(tmp_path: Path) -> None:
    text = '  \r\n"Yes," he said.\r\n\u2028\ttail \n\n'
    assert texts(items(write(tmp_path / "a.txt", text))) == [text]


def test_folder_is_read_in_order_with_paths_as_ids(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.TXT", "c.jsonl", ".hidden.txt", "note.md", ".git/x.txt"):
        write(tmp_path / name, '{"text": "One."}\n' if name.endswith("jsonl") else "One.")
    found = items(tmp_path)
    assert [(x.id, Path(x.source or "").name) for x in found if isinstance(x, Article)] == [
        ("a/y.TXT", "y.TXT"),
        ("a/z.txt", "z.txt"),
        ("b.txt", "b.txt"),
        (None, "c.jsonl"),
    ]


def test_glob_names_articles_behind_its_fixed_part(tmp_path: Path) -> None:
    write(tmp_path / "may/one.txt", "One.")
    write(tmp_path / "june/one.txt", "Two.")
    found = items(f"{tmp_path}/*/*.txt")
    assert [x.id for x in found if isinstance(x, Article)] == ["june/one.txt", "may/one.txt"]
    folders = items(f"{tmp_path}/*")
    assert [x.id for x in folders if isinstance(x, Article)] == ["june/one.txt", "may/one.txt"]


def test_links_inside_folders_are_passed_over_unless_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", "Secret.")
    folder = write(tmp_path / "news/a.txt", "Open.").parent
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    assert texts(items(folder)) == ["Open."]
    assert texts(items(folder, options=Options(follow_links=True))) == ["Open.", "Secret."]


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "empty", "empty: no words in it"),
        (b" \n\t\n", "empty", "empty: no words in it"),
        (b"Caf\xe9 said", "encoding", "not UTF-8 (byte 0xe9 at offset 3); convert it first, "
         "for example: iconv -f WINDOWS-1252 -t UTF-8 OLD.txt > NEW.txt"),
        (b"\xff\xfeA", "encoding", "not valid UTF-16-LE at byte 2, though its byte order mark says so"),
        (b"%PDF-1.7 ...", "binary", "not text but a PDF file; save the article as plain text first"),
        (b"PK\x03\x04....", "binary", "not text but a ZIP archive (or an office document); save the article as plain text first"),
        (b"W\x00e\x00", "binary", "not text: it holds zero bytes; if it is UTF-16, it lacks its byte order mark"),
        (b"\x01\x02\x03\x04\x05abc", "binary", "not text: it holds zero bytes or mostly control characters"),
        (b"x" * 1001, "too_large", "longer than 1,000 bytes, too long for one article; is it a dump of many?"),
    ],
)  # fmt: skip
def test_bad_text_file_is_a_reject_that_says_what_to_do(tmp_path: Path, data: bytes, code: str, message: str) -> None:
    path = write(tmp_path / "bad.txt", data)
    reject = one_reject(items(path, options=Options(limits=Limits(file_bytes=1000))))
    assert (reject.code, reject.message) == (code, message)
    assert (reject.stage, reject.source, reject.article_id) == ("read", str(path), "bad.txt")


def test_bad_lines_are_rejects_with_their_numbers_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        b'{"text": "One."}',
        b'{"text": "broken',
        b"",
        b'{"body": "Two.", "uid": 7}',
        b'{"text": null}',
        b'{"text": "  "}',
        b'["text"]',
        b"null",
        b'{"text": "caf\xe9"}',
        b'{"text": "x", "n": NaN}',
        b'{"text": "' + b"y" * 300 + b'"}',
        b"[" * 130 + b"]" * 130,
        b'{"text": "Last.", "id": 12}',
    ]
    path = write(tmp_path / "dump.jsonl", b"\n".join(lines))
    found = items(path, options=Options(limits=Limits(line_bytes=280)))
    assert texts(found) == ["One.", "Last."]
    rejects = {x.line: (x.code, x.message) for x in found if isinstance(x, Reject)}
    assert rejects == {
        2: ("broken_json", "not JSON: Unterminated string starting at column 10"),
        4: ("missing_field", "no field 'text' (it has: body, uid); name the right one with --text-field"),
        5: ("field_type", "field 'text' holds null, not text; name the right one with --text-field"),
        6: ("empty", "empty: no words in field 'text'"),
        7: ("broken_json", "a JSON array, not an object with a text field"),
        8: ("broken_json", "a JSON null, not an object with a text field"),
        9: ("encoding", "not UTF-8 (byte 0xe9 at offset 13 of the line)"),
        10: ("broken_json", "not JSON: NaN is no JSON number"),
        11: (
            "too_large",
            "line longer than the limit of 280 bytes for one article; quotes run --limit line_bytes=N takes more",
        ),
        12: ("broken_json", "a JSON array, not an object with a text field"),
    }
    assert [(x.id, x.line) for x in found if isinstance(x, Article)] == [(None, 1), ("12", 13)]


def test_deep_json_is_a_reject(tmp_path: Path) -> None:
    path = write(tmp_path / "deep.jsonl", b'{"text": ' + b"[" * 200_000 + b'\n{"text": "Next."}\n')
    found = items(path)
    assert [(x.code, x.message) for x in found if isinstance(x, Reject)] == [("broken_json", "nested too deeply for JSON")]
    assert texts(found) == ["Next."]
    (reject,) = items(write(tmp_path / "deep.json", b"[" * 200_000))
    assert isinstance(reject, Reject)
    assert (reject.code, reject.message) == ("broken_json", "record 1 is nested too deeply for JSON")


def test_a_number_too_long_for_python_is_a_reject_without_advice_to_programmers(tmp_path: Path) -> None:
    path = write(tmp_path / "long.jsonl", b'{"text": "One.", "id": ' + b"9" * 5000 + b'}\n{"text": "Next."}\n')
    found = items(path)
    (reject,) = (x for x in found if isinstance(x, Reject))
    assert reject.code == "broken_json"
    assert "5000 digits" in reject.message
    assert "sys." not in reject.message
    assert texts(found) == ["Next."]


def test_fields_are_named_by_the_user(tmp_path: Path) -> None:
    line = (
        '{"body": "One.", "uid": 7, "when": "2024-06-20T10:00:00Z", "link": "https://a.example/", "by": ["A. Bell", "C. Diaz"]}'
    )
    fields = Fields(text="body", id="uid", published="when", url="link", author="by")
    (article,) = items(write(tmp_path / "a.jsonl", line), options=Options(fields=fields))
    assert isinstance(article, Article)
    assert (article.id, article.published, article.url) == ("7", "2024-06-20T10:00:00Z", "https://a.example/")
    assert article.author == "A. Bell, C. Diaz"


def test_half_surrogate_pairs_cannot_leave_the_reader(tmp_path: Path) -> None:
    (text,) = texts(items(write(tmp_path / "a.jsonl", r'{"text": "a\ud83db \ud83d\ude00"}')))
    assert text == "a\ufffdb \U0001f600"


def test_content_decides_the_format(tmp_path: Path) -> None:
    assert texts(items(write(tmp_path / "a.txt", '{"text": "One."}\n{"text": "Two."}\n'))) == ["One.", "Two."]
    assert texts(items(write(tmp_path / "b.news", "Plain words."))) == ["Plain words."]


def test_folder_without_articles_is_a_reject(tmp_path: Path) -> None:
    write(tmp_path / "note.md", "One.")
    reject = one_reject(items(tmp_path))
    assert reject.code == "no_articles"
    assert reject.message.startswith("no articles in this folder; files that end in ")
    assert ".jsonl" in reject.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_a_reject_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.").chmod(0)
    write(tmp_path / "b.txt", "Two.")
    found = items(tmp_path)
    assert [x.code for x in found if isinstance(x, Reject)] == ["unreadable"]
    assert texts(found) == ["Two."]


def test_file_that_vanishes_is_a_reject(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "One.")
    gone = write(tmp_path / "b.txt", "Two.")
    found = read([str(tmp_path)], Options())
    assert isinstance(next(found), Article)
    gone.unlink()
    rest = [x.code for x in found if isinstance(x, Reject)]
    assert rest == ["unreadable"]


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        (["nowhere.txt"], "no such file or folder: nowhere.txt"),
        (["nowhere/*.txt"], "no file matches nowhere/*.txt"),
        (["-", "-"], "standard input ('-') is named twice: it can be read only once"),
    ],
)
def test_sources_that_do_not_exist_are_wrong_usage(sources: list[str], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        items(*sources)
    assert str(caught.value) == message


def test_the_meter_hears_of_every_byte(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.jsonl", '{"text": "One."}\n' * 50 + "broken\n")
    write(tmp_path / "c.txt", b"\xe9")
    heard: list[int] = []
    list(read([str(tmp_path)], Options(), meter=heard.append))
    assert sum(heard) == sum(path.stat().st_size for path in tmp_path.iterdir())
