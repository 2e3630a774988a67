"""Everything that means harm, in the text, the header, the id, the title and the file's name, against every output."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.rendering import FORMATS
from cli.workbench.hostile import HOSTILE, article
from tests.pages import assert_nothing_foreign
from tests.readers import read_note

if TYPE_CHECKING:
    from tests.cli.conftest import Run

STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]"
)
MARKUP = re.compile(r"<(?:script|img|svg)\b(?![^<]*</code>)", re.IGNORECASE)
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
VIEWS = ("summarize", "positions", "quotes", "explain")


def file_name(piece: str) -> str:
    """A name of a file with the piece in it, as far as a system takes it."""
    return re.sub(r"[\x00/\ud800-\udc7f\udd00-\udfff]", "", piece)[:60] + ".txt"


def check(format: str, out: str) -> None:
    """The output of a format steers nothing and is still of its format."""
    assert STEERING.search(out) is None
    if format in ("json", "jsonl"):
        for line in [out] if format == "json" else out.splitlines():
            json.loads(line)
    elif format == "csv":
        for row in list(csv.reader(io.StringIO(out)))[1:]:
            assert not any(FORMULA.match(cell) and not re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell) for cell in row)
    elif format == "html":
        assert_nothing_foreign(out)
    elif format == "annotations":
        json.loads(out)
    elif format == "brat":
        assert all(re.match(r"[TAR#]\d+\t\w+ ", line) for line in out.splitlines())
    elif format in ("markdown", "obsidian"):
        out = read_note(out)[1] if format == "obsidian" else out
        assert MARKUP.search(re.sub(r"`[^`\n]*`", "", out)) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_an_article_or_its_name_steers_an_output(run: Run, tmp_path: Path, name: str) -> None:
    piece = HOSTILE[name]
    path = tmp_path / file_name(piece)
    encoding = () if name == "surrogate" else ("--encoding", "utf-8")  # nothing is refused as binary then but NUL
    path.write_bytes(article(piece).encode("utf-8", "surrogatepass"))
    for format in FORMATS:
        for view in VIEWS if format in ("terminal", "csv") else VIEWS[:1]:
            result = run(view, path, "-f", format, *encoding, variables={"NO_COLOR": "1"})

            assert result.status == 0 or (name in ("null", "controls") and "binary data" in result.err)
            if result.status == 0:
                check(format, result.out)
            assert STEERING.search(result.err) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_a_record_steers_a_batch(run: Run, tmp_path: Path, name: str) -> None:
    piece = HOSTILE[name]
    record = {"id": f"../../{piece}", "title": piece, "text": article(piece), "byline": piece, "date": piece}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n" + json.dumps({"id": piece, "text": ""}) + "\n")
    for number, format in enumerate(each for each in FORMATS if each != "terminal"):
        out = tmp_path / f"out{number}"
        result = run("batch", tmp_path / "a.jsonl", "-o", out, "-f", format, "-j", "1")
        written = [path for path in out.rglob("*") if path.is_file() and path.name != ".brief.sqlite"]

        assert result.status == 1
        assert STEERING.search(result.err) is None
        texts = [path for path in written if format == "brat" and path.suffix in (".txt", ".conf")]
        assert len(written) - len(texts) == 2
        assert not any(STEERING.search(str(path)) for path in written)
        for path in set(written) - set(texts):  # the text beside is the article's own, character for character
            check("json" if path.name == "report.json" else format, path.read_text("utf-8"))
    assert {path.name for path in tmp_path.iterdir()} <= {
        "a.jsonl",
        *(f"out{number}" for number in range(len(FORMATS))),
    }


def test_a_file_name_can_say_nothing_on_standard_error(run: Run, tmp_path: Path) -> None:
    for piece in HOSTILE.values():
        missing = run("summarize", tmp_path / "no" / file_name(piece))

        assert missing.status == 1
        assert STEERING.search(missing.err) is None
        assert missing.err.count("\n") == 1


def test_names_with_every_byte_are_read(run: Run, tmp_path: Path) -> None:
    odd = os.fsdecode(b"a\xff\xfe\x1b]52;c;x\x07.txt")
    (tmp_path / odd).write_text("The bank failed on Monday.")
    result = run("batch", tmp_path, "-o", tmp_path / "out", "-j", "1")

    assert result.status == 0
    assert [path.name for path in (tmp_path / "out").glob("*.json") if path.name != "report.json"] == [
        "a___]52;c;x_.json"
    ]
