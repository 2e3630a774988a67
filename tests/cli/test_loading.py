"""Files become the bytes of articles: packed ones unpacked, records one by one, nothing beyond the limit."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.errors import TooLargeError
from briefing.reading.raw import Raw, Reading
from cli.environment import Environment
from cli.inputs import Input, expand, listed
from cli.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Run

NOWHERE = Environment(None, None, None)
TEXT = "The bank promised on Monday to pay. “We will pay,” Ann Lee said."


def raws(path: Path, limit: int = 1000) -> list[Raw]:
    return list(load(Input(str(path), path=path.name), NOWHERE, Reading(max_bytes=limit)))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def lines(*records: Any) -> bytes:
    return b"".join((each if isinstance(each, bytes) else json.dumps(each).encode()) + b"\n" for each in records)


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.gz"])
def test_a_packed_file_is_the_file(tmp_path: Path, name: str) -> None:
    (raw,) = raws(written(tmp_path / name, b"words"))

    assert (raw.kind, raw.data, raw.fault) == ("text", b"words", None)


@pytest.mark.parametrize("name", ["a.jsonl", "deep.ndjson", "a.jsonl.gz"])
def test_a_record_a_line(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, b"\xef\xbb\xbf" + lines({"id": "x/1"}, b"", {"id": 7}, b"oops", {"id": True}))
    stem = name.split(".")[0]

    assert [(raw.source, raw.path) for raw in raws(path)] == [
        (f"{path}:1", f"{stem}/x/1"),
        (f"{path}:3", f"{stem}/7"),
        (f"{path}:4", f"{stem}/4"),
        (f"{path}:5", f"{stem}/5"),
    ]


@pytest.mark.parametrize("name", ["big.txt", "bomb.txt.gz"])
def test_what_is_beyond_the_limit_is_refused(tmp_path: Path, name: str) -> None:
    (raw,) = raws(written(tmp_path / name, b"x" * 1001))

    assert raw.data == b""
    assert isinstance(raw.fault, TooLargeError)
    assert "--max-bytes" in str(raw.fault)


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.jsonl.gz"
    with gzip.open(bomb, "wb", compresslevel=1) as file:
        for _ in range(200):
            file.write(bytes(1 << 20))
    first, end = raws(bomb)

    assert isinstance(first.fault, TooLargeError)
    assert isinstance(end.fault, TooLargeError)
    assert "was not read" in str(end.fault)


def test_a_large_record_does_not_stop_the_next(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines({"id": 1}, {"id": 2, "text": "x" * 5000}, {"id": 3}))

    assert [bool(raw.fault) for raw in raws(path)] == [False, True, False]


@pytest.mark.parametrize("data", [gzip.compress(b"words" * 100)[:-9], b"\x1f\x8b\x08\x00broken", b"\x1f\x8b"])
def test_packed_data_that_is_broken_is_a_fault(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(data)
    (raw,) = raws(path)

    assert raw.fault


@pytest.mark.parametrize(
    ("data", "several"),
    [
        (lines({"text": TEXT}), True),
        (b" \n" + lines({"text": TEXT}), True),
        (gzip.compress(lines({"text": TEXT})), True),
        (json.dumps([{"text": TEXT}]).encode(), True),
        (json.dumps({"text": TEXT}, indent=1).encode(), False),
        (TEXT.encode(), False),
        (b"{braces} " + TEXT.encode(), False),
    ],
)
def test_records_on_standard_input_call_for_several_briefs(run: Run, data: bytes, several: bool) -> None:
    assert isinstance(json.loads(run("summarize", "-f", "json", stdin=data).out), list) is several


@pytest.mark.parametrize(("data", "null"), [(b"a b\r\nc\n\nd", False), (b"a b\0c\0\0d\0", True)])
def test_names_from_a_file(tmp_path: Path, data: bytes, null: bool) -> None:
    (tmp_path / "names").write_bytes(data)

    assert list(listed(str(tmp_path / "names"), null, NOWHERE)) == ["a b", "c", "d"]
    assert list(listed("-", null, Environment(io.BytesIO(data), None, None))) == ["a b", "c", "d"]


def test_patterns_are_understood(folder: Path) -> None:
    assert [each.path for each in expand([str(folder / "**" / "*.m*")])] == ["a.md", "deep/c.markdown"]
    assert [bool(each.fault) for each in expand([str(folder / "*.pqr")])] == [True]


def test_what_lies_in_a_folder_and_is_no_article_is_left_out(folder: Path) -> None:
    for name in ("README.md", "LICENSE.txt", "CHANGELOG.md", "license", "GUIDE.md"):
        (folder / name).write_text("words")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")

    taken = [each.path for each in expand([str(folder)]) if not each.fault]
    passed = [each.path for each in expand([str(folder)]) if each.fault]

    assert taken == ["a.md", "b.txt", "deep/c.markdown"]
    assert passed == ["CHANGELOG.md", "GUIDE.md", "LICENSE.txt", "README.md", "e.xyz", "gone.txt", "license"]


def test_only_a_name_in_capitals_is_that_of_a_document_about_the_folder(tmp_path: Path) -> None:
    for name in ("guide.txt", "GUIDE to the isles.txt", "ABC.txt"):
        (tmp_path / name).write_text("words")

    assert not any(each.fault for each in expand([str(tmp_path)]))


def test_a_name_that_no_file_can_have_is_no_fault_of_ours(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names").write_bytes(b"a\0b\n")
    result = run("summarize", "--files-from", tmp_path / "names")

    assert result.status == 1
    assert "it names no file" in result.err


RECORD = {
    "id": "news/7",
    "headline": "The bank is to pay",
    "published": "8 March 2024",
    "authors": ["Ann\nLee", "Bo Ek"],
    "text": TEXT,
}


def test_a_record_brings_its_own_header(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines(RECORD))
    (record,) = json.loads(run("summarize", path, "-f", "json", "--with-text").out)
    article = record["article"]

    assert (article["id"], article["source"]) == ("news/7", f"{path}:1")
    assert (article["title"], article["date"]) == ("The bank is to pay", "2024-03-08")
    assert (article["byline"], article["text"]) == ("Ann Lee, Bo Ek", TEXT)


ORIGIN = {
    "publisher": {"@type": "Organization", "name": "Northern Herald"},
    "source": "newsfeed-3",
    "url": "https://herald.example/bank",
    "lang": "en_gb",
    "page": 7,
    "tags": ["bank", "fine"],
    "empty": None,
    "html": "<p>" * 1000,
}


def test_a_record_says_where_it_comes_from_and_keeps_its_other_fields(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines(RECORD | ORIGIN, RECORD | {"language": "English"}))
    first, second = (record["article"] for record in json.loads(run("summarize", path, "-f", "json").out))

    assert (first["outlet"], first["url"], first["language"]) == (
        "Northern Herald",
        "https://herald.example/bank",
        "en-GB",
    )
    assert first["extra"] == {"source": "newsfeed-3", "page": "7", "tags": '["bank", "fine"]'}
    assert (second["outlet"], second["language"], second["extra"]) == (None, "en", {})


def test_a_row_has_its_origin_and_a_digest_too(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", lines(RECORD | ORIGIN))
    row = next(csv.DictReader(io.StringIO(run("positions", path, "-f", "csv").out)))
    digest = json.loads(run("digest", path, "-f", "json").out)["articles"][0]

    assert (row["outlet"], row["url"], row["language"]) == (digest["outlet"], digest["url"], digest["language"])
    assert json.loads(row["extra"]) == digest["extra"]


def test_front_matter_says_where_an_article_comes_from(run: Run, tmp_path: Path) -> None:
    front = "title: The bank is to pay\noutlet: Northern Herald\nurl: https://herald.example/b\nlang: en\ndesk: City"
    path = written(tmp_path / "a.md", f"---\n{front}\n---\n{TEXT}".encode())
    article = json.loads(run("summarize", path, "-f", "json").out)["article"]

    assert [article[name] for name in ("outlet", "url", "language", "extra")] == [
        "Northern Herald",
        "https://herald.example/b",
        "en",
        {"desk": "City"},
    ]


def test_the_fields_can_be_named(run: Run) -> None:
    stdin = lines({"text": "no", "story": TEXT, "key": 9})
    result = run("positions", "-f", "jsonl", "--text-field", "story", "--id-field", "key", stdin=stdin)

    assert json.loads(result.out)["article"]["id"] == "9"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "the line is not JSON"),
        (b"[1]", "a JSON list"),
        (b'{"text": 5}', "--text-field"),
        (b'{"text": ""}', "no words"),
        (b"[" * 100_000, "the line is not JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}", "the line is not JSON"),
        (b'{"text": "\\ud800"}', "no words"),
    ],
)
def test_a_bad_record_is_told_and_the_next_is_done(run: Run, tmp_path: Path, line: bytes, message: str) -> None:
    path = written(tmp_path / "a.jsonl", lines(line, RECORD))
    result = run("quotes", path, "-f", "jsonl")

    assert result.status == 1
    assert result.err.startswith(f"brief: error: {path}:1: ")
    assert message in result.err
    assert [json.loads(each).get("error") is None for each in result.out.splitlines()] == [False, True]


def test_names_come_from_standard_input(run: Run, folder: Path) -> None:
    names = f"{folder / 'b.txt'}\0{folder / 'deep' / 'c.markdown'}\0".encode()
    result = run("summarize", "--files-from", "-", "-0", "-f", "jsonl", stdin=names)

    assert [json.loads(line)["article"]["id"] for line in result.out.splitlines()] == ["b", "c"]
    assert run("summarize", "-", "--files-from", "-").status == 2
    assert run("summarize", "--files-from", folder / "missing").status == 2


PAGE = f"""<html><head><title>The bank is to pay</title><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-03-08"><meta property="og:site_name" content="Northern Herald">
<link rel="canonical" href="https://herald.example/bank"></head><body><nav>Home</nav><article>
<h1>The bank is to pay</h1><p>{TEXT}</p><p>The ministry of finance welcomed the decision of the bank.</p></article>
</body></html>"""


@pytest.mark.filterwarnings("ignore")  # those of other people's libraries
def test_a_web_page_gives_its_article(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = written(tmp_path / "page.html.gz", PAGE.encode())
    article = json.loads(run("summarize", path, "-f", "json", "--with-text").out)["article"]

    assert (article["id"], article["title"], article["date"]) == ("page", "The bank is to pay", "2024-03-08")
    assert article["byline"] == "Ann Lee"
    assert (article["outlet"], article["url"]) == ("Northern Herald", "https://herald.example/bank")
    assert TEXT in article["text"]
    assert "Home" not in article["text"]


def test_without_the_extra_a_web_page_says_how_to_get_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    result = run("summarize", written(tmp_path / "page.html", PAGE.encode()))

    assert result.status == 1
    assert "pip install 'news-brief[web]'" in result.err
