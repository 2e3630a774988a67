"""Files made to do harm: decompression bombs, XML entities, paths out of an archive, deep nesting, false lengths."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping

SENTENCE = b"The bank failed on Monday, Ann Lee said."
_PARAGRAPH = b"<p>The town council voted on Tuesday night, Ruth Ansell said.</p>"
_WORD = "application/vnd.openxmlformats-officedocument"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    """A tar archive, compressed, with a link to a file outside before its members."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def nested(depth: int) -> bytes:
    """A ZIP archive inside another, ``depth`` times."""
    data = zipped(("a.txt", SENTENCE))
    for _ in range(depth):
        data = zipped(("inner.zip", data))
    return data


def laughs(document: bytes) -> bytes:
    """An XML document after entities that each repeat the one before ten times; the last one is ``&a8;``."""
    entities = b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 9))
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">' + entities + b"]>" + document


def office(part: str, kind: str, main: bytes, *more: tuple[str, bytes]) -> bytes:
    """A document of Word or Excel whose main part is ``main``."""
    types = f'<Override PartName="/{part}" ContentType="{_WORD}.{kind}.main+xml"/>'
    types += "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}.spreadsheetml.worksheet+xml"/>'
        for name, _ in more
        if "sheet" in name and name.endswith(".xml")
    )
    relation = f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="{part}"/>'
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return zipped(
        ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{default}{types}</Types>'.encode()),
        ("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'.encode()),
        (part, main),
        *more,
    )


def _word(body: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, body)
    return office("word/document.xml", "wordprocessingml.document", main)


def _workbook(rows: bytes) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = (
        f'<workbook xmlns="{space}" xmlns:r="{_RELATION}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )
    relation = f'<Relationship Id="rId1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    sheet = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space.encode(), rows)
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'.encode()
    return office(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        book.encode(),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
    )


def _cell(text: bytes) -> bytes:
    return b'<row><c t="inlineStr"><is><t>' + text + b"</t></is></c></row>"


def _mail(subject: bytes, rest: bytes) -> bytes:
    return b"From: a@b\nSubject: " + subject + b"\nMIME-Version: 1.0\n" + rest


def _parts_in_parts(depth: int) -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth))


def _header_of_a_tar() -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 8_000_000_000
    return gzip.compress(info.tobuf(tarfile.USTAR_FORMAT) + bytes(300_000_000), 1)


_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
_FEED = b'<rss version="2.0"><channel><title>x</title>'

BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "entities in NITF": (
        "a.xml",
        lambda: laughs(b"<nitf><body><body.content><p>&a8;</p></body.content></body></nitf>"),
    ),
    "entities in a feed": ("a.rss", lambda: laughs(_FEED + b"<item><description>&a8;</description></item>")),
    "entities in a page": ("a.html", lambda: laughs(b"<html><body><p>&a8;</p></body></html>")),
    "an outer entity": (
        "a.xml",
        lambda: b'<!DOCTYPE nitf [<!ENTITY e SYSTEM "file:///etc/passwd">]><nitf><body><p>&e;</p></body></nitf>',
    ),
    "zeros in an archive": ("a.zip", lambda: zipped(*((f"{i}.txt", b"0" * 9_000_000) for i in range(40)))),
    "paths in an archive": ("a.zip", lambda: zipped(("../../evil.txt", SENTENCE), ("/etc/evil.txt", SENTENCE))),
    "paths in a tar": ("a.tgz", lambda: tarred(("../../evil.txt", SENTENCE), ("C:\\evil.txt", SENTENCE))),
    "archives in archives": ("a.zip", lambda: nested(9)),
    "a header of a tar": ("a.tar.gz", _header_of_a_tar),
    "a long document": ("a.docx", lambda: office("word/document.xml", "x", b"<w>" + b"a" * 200_000_000)),
    "many paragraphs": (
        "a.docx",
        lambda: _word(b"<w:p><w:r><w:t>The bank failed on Monday.</w:t></w:r></w:p>" * 140_000),
    ),
    "empty paragraphs": ("a.docx", lambda: _word(b"<w:p/>" * 1_600_000)),
    "a long cell of a workbook": ("a.xlsx", lambda: _workbook(_cell(b"text") + _cell(b"a" * 100_000_000))),
    "cells in a row": ("a.xlsx", lambda: _workbook(b"<row>" + b"<c/>" * 2_000_000 + b"</row>")),
    "a packed text": ("a.txt.gz", lambda: gzip.compress(b"a" * 300_000_000, 1)),
    "elements in elements": ("a.html", lambda: b"<html><body>" + b"<div>" * 300_000 + _PARAGRAPH),
    "tables in tables": ("a.html", lambda: b"<html><body>" + b"<table><tr><td>" * 60_000 + _PARAGRAPH),
    "a long page": ("a.html", lambda: b"<html><body><article>" + _PARAGRAPH * 55_000),
    "a page of marks": ("a.html", lambda: b"<html>" + b"<" * 3_000_000),
    "a page of spans": ("a.html", lambda: b"<html><body><article>" + b"<span>a</span> " * 200_000),
    "a page of links": ("a.html", lambda: b"<html><body>" + b'<p><a href="/x">Read more of this here</a></p>' * 60_000),
    "a tag of attributes": ("a.html", lambda: b"<html><body><p " + b'a="b" ' * 500_000 + b">x</p>"),
    "arrays in arrays": ("a.json", lambda: b"[" * 5_000_000),
    "objects in objects": ("a.json", lambda: b'{"a":' * 1_000_000),
    "objects in a line": ("a.jsonl", lambda: b'{"a":' * 100_000 + b"\n"),
    "a string without an end": ("a.json", lambda: b'{"text": "' + b"a " * 4_900_000),
    "tags in a record": ("a.jsonl", lambda: json.dumps({"text": "<p" * 2_000_000}).encode()),
    "CDATA in a record": ("a.jsonl", lambda: json.dumps({"text": "<p>" + "<![CDATA[" * 800_000}).encode()),
    "paragraphs in a record": ("a.jsonl", lambda: json.dumps({"text": "<p>a</p>" * 1_200_000}).encode()),
    "comments in a record": ("a.jsonl", lambda: json.dumps({"text": "<p>" + "<!--" * 1_000_000}).encode()),
    "scripts in a record": ("a.jsonl", lambda: json.dumps({"text": "<p>" + "<script>" * 600_000}).encode()),
    "entities in a record": ("a.jsonl", lambda: json.dumps({"text": "<p>" + "&amp" * 1_500_000}).encode()),
    "an open quotation mark": ("a.csv", lambda: b'title,text\n"' + b"a,b\n" * 10_000_000),
    "columns": ("a.csv", lambda: b"text," * 1_000_000 + b"\n" + b"a," * 1_000_000),
    "one long line": ("a.txt", lambda: b"a " * 4_900_000),
    "many short lines": ("a.txt", lambda: b"a\n" * 4_900_000),
    "groups in RTF": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 1_500_000),
    "words of RTF": ("a.rtf", lambda: b"{\\rtf1 " + b"\\par " * 800_000),
    "letters of RTF": ("a.rtf", lambda: b"{\\rtf1 " + b"\\'e9" * 900_000 + b"}"),
    "parts in parts": ("a.eml", lambda: _mail(b"x", _parts_in_parts(2_000))),
    "many parts": (
        "a.eml",
        lambda: _mail(b"x", b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\n" * 400_000),
    ),
    "a long header": ("a.eml", lambda: _mail(b"=?utf-8?q?a?= " * 300_000, b"\nhello there")),
    "many mails": ("a.mbox", lambda: b"From a@b Thu Mar 12 07:05:00 2026\nFrom: x\n\nhi\n\n" * 150_000),
    "many documents of Nexis": (
        "a.txt",
        lambda: b"1 of 9 DOCUMENTS\n\nX\n\nMarch 11, 2026\n\nBYLINE: x\nLENGTH: 1 words\n\n" * 60_000,
    ),
    "copyright of Nexis": (
        "a.txt",
        lambda: b"BYLINE: x\nSECTION: y\nLENGTH: 1 words\n\n" + b"Copyright 2026\n" * 300_000,
    ),
    "many documents of Factiva": (
        "a.txt",
        lambda: b"x\n1 words\n1 March 2026\nX\n\nbody\n\nDocument TWCXXX0020260311es1b00001\n" * 60_000,
    ),
    "many entries": ("a.xml", lambda: _FEED + b"<item><title>y</title><description>z z</description></item>" * 70_000),
    "entries in entries": ("a.xml", lambda: _FEED + b"<item>" * 600_000),
    "marks in a feed": ("a.xml", lambda: _FEED + b"<item><description>" + b"<" * 1_000_000),
    "empty paragraphs of NITF": ("a.xml", lambda: b"<nitf><body>" + b"<p/>" * 2_400_000 + b"</body></nitf>"),
    "attributes": ("a.xml", lambda: b"<nitf><body><p " + b"".join(b'a%d="" ' % i for i in range(800_000)) + b"/>"),
    "blocks in blocks": ("a.xml", lambda: b"<nitf>" + b"<block>" * 800_000),
    "pages that hold themselves": (
        "a.pdf",
        lambda: b"%PDF-1.4\n" + b"1 0 obj<</Kids[1 0 R]/Type/Pages/Count 99999999>>endobj\n" * 100_000,
    ),
    "a record of a crawl": (
        "a.warc",
        lambda: (
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n"
            b"Content-Type: application/http\r\n\r\n" + _HTTP + b"a" * 50_000_000
        ),
    ),
    "a header of a crawl": ("a.warc", lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 2_000_000),
}
"""By a description of the file: its name, and a function that makes its bytes."""
