"""Word documents (.docx), as python-docx reads them: an export of a press archive, or an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from briefing.model import BlockKind
from briefing.reading.extras import library
from briefing.reading.items import Part, one_line
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.documents import raws_of

_PAGE_BREAK = "\f"


def read(source: Source, reading: Reading, file: BinaryIO) -> Iterator[Raw]:
    """The articles of a document, which lies in ``file``.

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
    """Style and text of each paragraph, and of each row of a table, in the order of the document."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [cell.text for cell in row.cells]
                unique = [cell for i, cell in enumerate(cells) if i == 0 or cell != cells[i - 1]]  # merged ones
                yield "Table", "\t".join(unique)
        else:
            style = block.style.name if block.style is not None else ""
            yield str(style or ""), block.text


def _parts(blocks: list[tuple[str, str]]) -> Iterator[Part]:
    """The paragraphs with the kind that their style tells; the first of the highest headings above the text titles."""
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
            if words := one_line(line.replace("\t", " ")):
                yield Part(words, kind)
