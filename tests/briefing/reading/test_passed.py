"""Nothing in a file is passed over in silence: what is no article beside articles is told, what is cut is refused."""

from __future__ import annotations

import io
import json
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from briefing.errors import FormatError, ReadingError, RecordError, TooLargeError
from briefing.reading import read_articles
from briefing.reading.loading import article_of, load
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers import pdf, rtf, workbook

pytestmark = pytest.mark.filterwarnings("ignore")  # those of other people's libraries
FORMATS = Path(__file__).parent / "formats"
SENTENCE = "The bank failed on Monday, Ann Lee said."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def raws(data: bytes, name: str, reading: Reading | None = None) -> list[Raw]:
    return list(load(io.BytesIO(data), name, name, reading or Reading()))


def told(found: list[Raw]) -> list[tuple[str, bool, str]]:
    return [(raw.source, raw.passed, str(raw.fault or "")) for raw in found]


def zipped(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def test_an_archive_in_which_nothing_is_an_article_is_at_fault() -> None:
    picture, fault = raws(zipped(("a.png", PNG)), "a.zip")

    assert (picture.source, picture.passed) == ("a.zip/a.png", True)
    assert (fault.source, fault.passed, type(fault.fault)) == ("a.zip", False, FormatError)


def test_what_lies_beside_the_articles_of_an_archive_stops_no_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(("a.png", PNG), ("b.txt", SENTENCE.encode())))
    heard: list[str] = []

    assert [article.text for article in read_articles(path)] == [SENTENCE]
    assert len(list(read_articles(path, on_error=lambda name, error: heard.append(name)))) == 1
    assert heard == [f"{path}/a.png"]


def test_a_link_in_a_tar_is_told() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("a.txt")
        info.size = len(SENTENCE)
        archive.addfile(info, io.BytesIO(SENTENCE.encode()))

    assert told(raws(file.getvalue(), "a.tar")) == [
        ("a.tar/link.txt", True, "it is a link or a device, which is not followed"),
        ("a.tar/a.txt", False, ""),
    ]


def test_a_row_with_more_cells_than_names_is_at_fault() -> None:
    data = f'title,text\na,{SENTENCE}\nb,"{SENTENCE}"\nc,x,\n'.encode()
    first, second, third = raws(data, "a.csv")

    assert isinstance(first.fault, RecordError)
    assert "3 cells" in str(first.fault)
    assert (second.fault, third.fault) == (None, None)


def test_rows_with_a_number_that_has_no_name() -> None:
    data = f'"title","text"\n"1","a","{SENTENCE}"\n"2","b","{SENTENCE}"\n'.encode()

    assert [(raw.path, article_of(raw, Reading()).title) for raw in raws(data, "a.csv")] == [("a/1", "a"), ("a/2", "b")]


def test_records_of_several_arrays_are_all_read() -> None:
    record = {"title": "a", "text": SENTENCE}
    value = {"top": [record], "latest": [record, record], "comments": [record] * 9}

    assert len(raws(json.dumps(value).encode(), "a.json")) == 3


@pytest.mark.parametrize("name", ["nexis-5.TXT", "factiva.txt", "proquest.txt"])
def test_a_document_without_text_in_an_export_is_told(name: str) -> None:
    data = (FORMATS / name).read_bytes()
    whole = raws(data, name)
    empty = {
        "nexis-5.TXT": b"\n\n6 of 6 DOCUMENTS\n\nX\n\nMarch 1, 2026\n\nLENGTH: 3 words\n\nLANGUAGE: ENGLISH\n",
        "factiva.txt": b"\nA picture\n\n16 March 2026\nThe Courier\n\nDocument TCBXXX0020260316es4b00009\n",
        "proquest.txt": b"\n" + b"_" * 60 + b"\n\nA picture\n\nAuthor: Lee, Ann\n\nPublication title: x\n\nISSN: 9\n\n",
    }[name]
    found = raws(data.replace(b"\r\n", b"\n") + empty, name)

    assert [raw.passed for raw in found] == [False] * len(whole) + [True]
    assert str(found[-1].fault) == "the document has no text"


def test_what_is_no_page_in_a_crawl_is_told() -> None:
    warcwriter = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    file = io.BytesIO()
    writer = warcwriter.WARCWriter(file, gzip=True)
    page = f"<html><body><article><h1>The bank</h1><p>{SENTENCE}</p></article></body></html>".encode()
    for status, kind, data in (
        ("200 OK", "image/png", PNG),
        ("404 No", "text/html", page),
        ("200 OK", "text/html", page),
    ):
        head = headers.StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record("https://x.example/", "response", io.BytesIO(data), http_headers=head)
        writer.write_record(record)

    assert told(raws(file.getvalue(), "a.warc.gz")) == [
        ("a.warc.gz:1", True, "it is image/png, no page"),
        ("a.warc.gz:2", True, "its answer is 404, no page"),
        ("a.warc.gz:3", False, ""),
    ]


def test_a_sheet_without_texts_is_told() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    workbook.active.title = "Codes"
    workbook.active.append(["code", "meaning"])
    workbook.active.append([1, "a"])
    articles = workbook.create_sheet("Articles")
    articles.append(["title", "text"])
    articles.append(["a", SENTENCE])
    file = io.BytesIO()
    workbook.save(file)
    found = raws(file.getvalue(), "a.xlsx")

    assert [(raw.source, raw.passed) for raw in found] == [("a.xlsx:Articles:2", False), ("a.xlsx:Codes", True)]


def test_what_is_too_long_is_refused_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "_MAX_RTF", 1_000)
    monkeypatch.setattr(pdf, "_MAX_PAGES", 0)
    for name in ("nexis.rtf", "press-release.pdf"):
        (raw,) = raws((FORMATS / name).read_bytes(), name)

        assert isinstance(raw.fault, TooLargeError)


def test_a_fault_of_ours_keeps_no_other_file_from_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("briefing.reading.readers.plain.read_text", fail)
    (raw,) = raws(SENTENCE.encode(), "a.txt")

    assert isinstance(raw.fault, IndexError)
    assert not isinstance(raw.fault, ReadingError)


@pytest.mark.parametrize(("gap", "is_read"), [(3, True), (4, False)])
def test_a_sheet_that_goes_on_without_anything_in_it_is_refused(
    monkeypatch: pytest.MonkeyPatch, gap: int, *, is_read: bool
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr(workbook, "_MOST_EMPTY", 3)
    made = openpyxl.Workbook()
    made.active.append(["title", "text"])
    made.active.cell(gap + 2, 1, "Ferry")
    made.active.cell(gap + 2, 2, SENTENCE)
    file = io.BytesIO()
    made.save(file)
    (found,) = raws(file.getvalue(), "a.xlsx")
    assert isinstance(found.fault, TooLargeError) is not is_read


def test_a_sheet_that_says_it_is_wide_is_not_filled_up() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    made.active.append(["title", "text"])
    made.active.cell(9_000, 1, "Ferry")
    made.active.cell(9_000, 2, SENTENCE)
    file, wide = io.BytesIO(), io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as narrow, zipfile.ZipFile(wide, "w") as copy:
        for name in narrow.namelist():
            copy.writestr(name, narrow.read(name).replace(b'ref="A1:B9000"', b'ref="A1:XFD9000"'))
    began = time.process_time()
    (found,) = raws(wide.getvalue(), "a.xlsx")

    assert found.fault is None
    assert time.process_time() - began < 2


def test_wide_rows_without_anything_in_them_are_refused_early(monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr(workbook, "_MOST_BLANK", 30)
    made = openpyxl.Workbook()
    made.active.append(["title", "text"])
    for row in range(2, 8):
        made.active.cell(row, 10, "")
    made.active.append(["Ferry", SENTENCE])
    file = io.BytesIO()
    made.save(file)
    (found,) = raws(file.getvalue(), "a.xlsx")

    assert isinstance(found.fault, TooLargeError)
