"""Files that mean harm: bombs, entities, paths, what is cut short or has another's name; refused in time, in words."""

from __future__ import annotations

import gzip
import io
import json
import time
from pathlib import Path

import pytest

from briefing.errors import BriefError
from briefing.reading.loading import article_of, load
from briefing.reading.raw import Raw, Reading
from cli.workbench.bombs import nested, office, tarred, zipped

pytestmark = pytest.mark.filterwarnings("ignore")  # those of other people's libraries
FOLDER = Path(__file__).parent / "formats"
SAMPLES = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.name != "truth.json"}
READING = Reading()
SENTENCE = b"The bank failed on Monday, Ann Lee said."
PATIENCE = 2.0


def raws(data: bytes, name: str) -> list[Raw]:
    return list(load(io.BytesIO(data), name, name, READING))


def texts(data: bytes, name: str) -> list[str]:
    """The texts of a file and the messages of what is at fault in it; any other error is one of ours."""
    return [text_or_fault(raw) for raw in raws(data, name)]


def text_or_fault(raw: Raw) -> str:
    try:
        return article_of(raw, READING).text
    except (BriefError, OSError) as error:
        return str(error)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 99 + b'">]>'
HARMFUL: dict[str, tuple[str, bytes, str]] = {
    "entities in a wire": (
        "a.xml",
        LAUGHS + b"<nitf><body><body.content><p>&b;</p></body.content></body></nitf>",
        "broken",
    ),
    "an outer entity": (
        "a.xml",
        b'<!DOCTYPE nitf [<!ENTITY e SYSTEM "file:///etc/passwd">]><nitf><body><p>&e;</p></body></nitf>',
        "broken",
    ),
    "entities in a feed": (
        "a.rss",
        LAUGHS + b"<rss><channel><item><title>&b;</title></item></channel></rss>",
        "entities",
    ),
    "a bomb of zeros": ("a.zip", zipped(*((f"{i}.txt", bytes(9_000_000)) for i in range(4))), "bomb"),
    "a bomb of a document": ("a.docx", zipped(("word/document.xml", b"<w>" + bytes(20_000_000))), "bomb"),
    "a bomb of a text": ("a.txt.gz", gzip.compress(bytes(30_000_000)), "--max-bytes"),
    "a header of a tar": (
        "a.tar.gz",
        gzip.compress(b"x" + bytes(99) + b"0000644\0" + b"0" * 16 + b"77777777777\0" + bytes(9_000_000)),
        "",
    ),
    "archives in archives": ("a.zip", nested(5), "archives within archives"),
    "deep JSON": ("a.json", b"[" * 1_000_000, "JSON"),
    "deep JSON in an object": ("a.json", b'{"a":' * 200_000, "JSON"),
    "deep mail": (
        "a.eml",
        b"From: a@b\nMIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(2000)),
        "",
    ),
    "a page of marks": ("a.html", b"<html>" + b"<" * 1_000_000, "tags"),
    "a page of tags": ("a.html", b"<html><body>" + b"<div>" * 100_000, "tags"),
    "comments without an end": ("a.json", json.dumps({"text": "<p>" + "<!--" * 300_000}).encode(), ""),
    "marks in a record": ("a.json", json.dumps({"text": "<p>" + "< " * 600_000}).encode(), "tags"),
    "tags without an end": ("a.json", json.dumps({"text": "<p" * 800_000 + "a"}).encode(), "1,500,000 words"),
    "a book in a line": ("a.txt", b"a " * 1_600_000, "1,500,000 words"),
    "a book without spaces": ("a.txt", "橋。".encode() * 800_000, "1,500,000 words"),
    "empty paragraphs": ("a.docx", office("word/document.xml", "x", b"<w:p/>" * 600_000), "tags"),
    "cells in a row": (
        "a.xlsx",
        zipped(("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", b"<row>" + b"<c/>" * 600_000)),
        "more cells",
    ),
    "rows without a cell": (
        "a.xlsx",
        zipped(("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", b'<row r="1"/>' * 600_000)),
        "empty rows",
    ),
    "elements of a wire": ("a.xml", b"<nitf><body>" + b"<p/>" * 300_000 + b"</body></nitf>", "tags"),
    "attributes of a wire": ("a.xml", b"<nitf><body><p " + b'a="" ' * 300_000 + b"/></body></nitf>", "attributes"),
    "an open quotation mark": ("a.csv", b'title,text\n"' + b"a,b\n" * 3_000_000, "not closed"),
    "a PDF that holds itself": ("a.pdf", b"%PDF-1.4\n1 0 obj<</Kids[1 0 R]/Type/Pages>>endobj\n", "broken"),
    "a text named like a PDF": ("a.pdf", SENTENCE, "another format"),
    "a picture named like a text": ("a.txt", SAMPLES["scan.png"], "PNG"),
    "a field that runs on": (
        "a.txt",
        b"1 of 1 DOCUMENTS\n\nX\n\nMarch 11, 2026\n\nLENGTH: 1 words\n\nBYLINE: x\n" + b"and so on\n" * 150_000,
        "no article",
    ),
    "a head of dates": (
        "a.txt",
        b"1 of 1 DOCUMENTS\n\n" + b"March 11, 2026\n" * 150_000 + b"\nBYLINE: x\n\nLENGTH: 1 words\n",
        "no article",
    ),
    "many copyright lines": (
        "a.txt",
        b"BYLINE: x\nSECTION: y\nLENGTH: 1 words\n\n" + b"Copyright 2026\n" * 300_000,
        "lines",
    ),
    "a program": ("a.txt", b"#!/bin/sh\nrm -rf /\n", "program"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_it_is_refused_in_time_and_in_words(name: str) -> None:
    file, data, words = HARMFUL[name]
    began = time.process_time()
    found = texts(data, file)

    assert time.process_time() - began < PATIENCE
    assert any(words in each for each in found)
    assert "root:" not in "".join(found)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt"])
def test_paths_of_an_archive_lead_nowhere(name: str) -> None:
    from cli.batch.targets import target

    for data, file in ((zipped((name, SENTENCE)), "a.zip"), (tarred((name, SENTENCE)), "a.tar.gz")):
        (raw,) = (raw for raw in raws(data, file) if not raw.passed)

        assert article_of(raw, READING).text == SENTENCE.decode()
        assert ".." not in target(raw.path, ".json").split("/")
        assert not target(raw.path, ".json").startswith("/")


def test_what_lies_beside_articles_in_an_archive_is_passed_over() -> None:
    data = zipped(("a.txt", SENTENCE), ("b.png", SAMPLES["scan.png"]), ("c.css", b"p {}"), ("__MACOSX/._a.txt", b"x"))

    assert [(raw.source, raw.passed) for raw in raws(data, "a.zip")] == [
        ("a.zip/a.txt", False),
        ("a.zip/b.png", True),
        ("a.zip/c.css", True),
    ]


def test_a_text_as_long_as_a_long_report_is_read() -> None:
    (text,) = texts(SENTENCE + b" " + b"word " * 39_000, "a.txt")

    assert len(text) > 150_000
