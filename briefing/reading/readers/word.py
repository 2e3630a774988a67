"""Word documents (.docx), as python-docx reads them: an export of a press archive, or an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from briefing.model import BlockKind
from briefing.reading.extras import library
from briefing.reading.items import Part, on_one_line
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.documents import raws_of

_PAGE_BREAK = "\f"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(source: Source, reading: Reading, file: BinaryIO) -> Iterator[Raw]:
    """The articles of the Word document in ``file``.

    Raises:
        BrokenError: it cannot be read.
        EmptyError: it holds no words.
    """
    docx = library("docx")
    try:
        document = docx.Document(file)
        blocks = list(_blocks(document))
    except Exception as error:  # python-docx raises whatever a missing part or a broken element leads to
        raise broken("a Word document", error) from error
    lines = [line for _, text in blocks for line in text.replace(_PAGE_BREAK, "\n\n").split("\n")]
    yield from raws_of(source, lines, list(_parts(blocks)))


def _blocks(document: Any) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph, and of each row of a table, in the order of the document.

    It reads the XML elements directly: python-docx makes several objects for each, which takes ten times as long.
    """
    names = {style.style_id: str(style.name or "") for style in document.styles}
    yield from _below(document.element.body, names)


def _below(element: Any, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for each in element:
        tag = each.tag if isinstance(each.tag, str) else ""
        if tag == _W + "p":
            style = each.find(f"{_W}pPr/{_W}pStyle")
            yield names.get(style.get(_W + "val"), "") if style is not None else "", _text(each)
        elif tag == _W + "tbl":
            for row in each.iter(_W + "tr"):
                cells = ("\n".join(map(_text, cell.iter(_W + "p"))) for cell in row.iter(_W + "tc"))
                yield "Table", "\t".join(cells)
        elif tag in (_W + "sdt", _W + "sdtContent", _W + "ins"):
            yield from _below(each, names)


def _text(paragraph: Any) -> str:
    """The text of a paragraph, with its line and page breaks, and without tracked deletions."""
    pieces: list[str] = []
    for each in paragraph.iter(_W + "t", _W + "br", _W + "cr", _W + "tab", _W + "noBreakHyphen"):
        if each.tag == _W + "t":
            pieces.append(each.text or "")
        elif each.tag == _W + "br":
            pieces.append(_PAGE_BREAK if each.get(_W + "type") == "page" else "\n")
        elif each.tag == _W + "tab":
            pieces.append("\t" if each.getparent().tag == _W + "r" else "")
        else:
            pieces.append("-" if each.tag == _W + "noBreakHyphen" else "\n")
    return "".join(pieces)


def _parts(blocks: list[tuple[str, str]]) -> Iterator[Part]:
    """The paragraphs with the kind of their style; the first in the highest heading style near the top is the title."""
    styles = [style.lower() for style, text in blocks if text.strip()]
    top = next((style for style in ("title", "heading 1", "heading 2") if style in styles[:8]), None)
    for style, text in blocks:
        low = style.lower()
        kind: BlockKind | None = None
        if low == top:
            kind, top = "title", None
        elif low.startswith(("heading", "title")):
            kind = "heading"
        elif low.startswith("subtitle"):
            kind = "subtitle"
        elif low.startswith("list"):
            kind = "list"
        elif low.startswith("caption"):
            kind = "caption"
        for line in text.replace(_PAGE_BREAK, "\n").split("\n"):
            if words := on_one_line(line.replace("\t", " ")):
                yield Part(words, kind)
