"""Puts an article together: decoded text, header fields and blocks."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from briefing.errors import EmptyError
from briefing.model import Article, Block
from briefing.reading.body import read_body
from briefing.reading.dates import parse_date
from briefing.reading.decoding import decode
from briefing.reading.header import Fields, read_header
from briefing.reading.inline import mask_entities
from briefing.reading.layout import Stretch, paragraphs, trim

Markup = Literal["text", "markdown"]
_PROSE = ("title", "subtitle", "heading", "paragraph", "list")
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def read_article(
    data: bytes,
    *,
    source: str,
    id: str | None = None,
    encoding: str | None = None,
    markup: Markup | None = None,
) -> Article:
    """The article in the bytes of a file.

    ``source`` is the file's name as the user gave it, "-" for standard input. Without ``encoding`` the bytes are
    decoded by byte order mark, else as UTF-8, else as cp1252 with a note; without ``markup`` the name's ending decides.
    Raises BinaryError, DecodingError or EmptyError, whose messages leave the file's name to the caller.
    """
    decoded = decode(data, encoding)
    if markup is None:
        markup = "markdown" if source.lower().endswith(_MARKDOWN_SUFFIXES) else "text"
    return _article(decoded.text, source, id, None, None, markup, decoded.notes)


def parse_article(
    text: str,
    *,
    source: str = "",
    id: str | None = None,
    title: str | None = None,
    date: str | None = None,
    markup: Markup = "text",
) -> Article:
    """The article in a text; ``title`` and ``date`` are what is known of it from elsewhere.

    Raises EmptyError where the text holds no word; any other text gives an article.
    """
    return _article(text, source, id, title, date, markup, ())


def _article(
    text: str, source: str, id: str | None, title: str | None, date: str | None, markup: Markup, notes: tuple[str, ...]
) -> Article:
    masked, stretches, known, blocks = _laid_out(text, markup)
    if not any(char.isalnum() for char in masked):
        raise EmptyError("it holds no words")
    header = read_header(masked, stretches, title or known.title)
    body, dateline = read_body(masked, header.body)
    fields = header.fields.under(known)
    return Article(
        id=id or _id_of(source),
        source=source,
        text=text,
        masked=masked,
        blocks=_with_prose(blocks + header.blocks + body) or (Block("paragraph", *trim(masked, 0, len(masked))),),
        title=title or fields.title,
        byline=fields.byline,
        dateline=fields.dateline or (dateline.place if dateline else None),
        date=(parse_date(date) or date if date else None) or fields.date or (dateline.iso if dateline else None),
        section=fields.section,
        notes=notes,
    )


def _laid_out(text: str, markup: Markup) -> tuple[str, list[Stretch], Fields, tuple[Block, ...]]:
    """The masked text, its stretches, what front matter says, and the block of a title that stands only there."""
    if markup == "markdown":
        from briefing.reading.markdown import read_markdown

        masked, stretches, front = read_markdown(text)
        if stretches:
            known = Fields(**{name: front.fields.get(name) for name in Fields._fields})
            known = known._replace(date=parse_date(known.date or "") or known.date)
            titled = any(stretch.kind == "title" for stretch in stretches)
            blocks = () if titled or not front.title else (Block("title", *trim(masked, *front.title)),)
            return masked, stretches, known, blocks
    return mask_entities(text), paragraphs(text), Fields(), ()


def _with_prose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks; where none of them holds prose they are paragraphs, for a text with words is never left without."""
    if any(block.kind in _PROSE for block in blocks):
        return blocks
    return tuple(Block("paragraph", block.start, block.end) for block in blocks)


def _id_of(source: str) -> str:
    return "stdin" if source == "-" else PurePath(source).stem or "article"
