"""Puts an article together: decoded text, header fields and blocks."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal, NamedTuple

from briefing.errors import EmptyError
from briefing.model import Article, Block, Extra
from briefing.reading.body import read_body
from briefing.reading.dates import parse_date
from briefing.reading.decoding import decode
from briefing.reading.header import Fields, read_header
from briefing.reading.inline import mask_entities
from briefing.reading.languagetag import language_tag
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
    return _article(decoded.text, source, id, Fields(), (), markup, decoded.notes)


def parse_article(
    text: str,
    *,
    source: str = "",
    id: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    extra: Extra = (),
    markup: Markup = "text",
) -> Article:
    """The article in a text; ``title`` to ``extra`` are what is known of it from elsewhere.

    Raises EmptyError where the text holds no word; any other text gives an article.
    """
    iso = (parse_date(date) or date) if date else None
    given = Fields(title=title, byline=byline, date=iso, outlet=outlet, url=url, language=language_tag(language))
    return _article(text, source, id, given, extra, markup, ())


def _article(
    text: str, source: str, id: str | None, given: Fields, extra: Extra, markup: Markup, notes: tuple[str, ...]
) -> Article:
    masked, stretches, front, blocks = _laid_out(text, markup)
    if not any(char.isalnum() for char in masked):
        raise EmptyError("it holds no words")
    known = front.fields.under(given)
    header = read_header(masked, stretches, known.title)
    body, dateline = read_body(masked, header.body)
    fields = header.fields.under(known)
    return Article(
        id=id or _id_of(source),
        source=source,
        text=text,
        masked=masked,
        blocks=_with_prose(blocks + header.blocks + body) or (Block("paragraph", *trim(masked, 0, len(masked))),),
        title=fields.title,
        byline=fields.byline,
        dateline=fields.dateline or (dateline.place if dateline else None),
        date=fields.date or (dateline.iso if dateline else None),
        section=fields.section,
        notes=notes,
        outlet=fields.outlet,
        url=fields.url,
        language=fields.language,
        extra=extra or front.extra,
    )


class _Front(NamedTuple):
    fields: Fields = Fields()
    extra: Extra = ()


def _laid_out(text: str, markup: Markup) -> tuple[str, list[Stretch], _Front, tuple[Block, ...]]:
    """The masked text, its stretches, what front matter says, and the block of a title that stands only there."""
    if markup == "markdown":
        from briefing.reading.markdown import read_markdown

        masked, stretches, front = read_markdown(text)
        if stretches:
            known = Fields(**{name: front.fields.get(name) for name in Fields._fields})
            date, language = parse_date(known.date or "") or known.date, language_tag(known.language)
            known = known._replace(date=date, language=language)
            titled = any(stretch.kind == "title" for stretch in stretches)
            blocks = () if titled or not front.title else (Block("title", *trim(masked, *front.title)),)
            return masked, stretches, _Front(known, tuple(front.extra.items())), blocks
    return mask_entities(text), paragraphs(text), _Front(), ()


def _with_prose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks; where none of them holds prose they are paragraphs, for a text with words is never left without."""
    if any(block.kind in _PROSE for block in blocks):
        return blocks
    return tuple(Block("paragraph", block.start, block.end) for block in blocks)


def _id_of(source: str) -> str:
    return "stdin" if source == "-" else PurePath(source).stem or "article"
