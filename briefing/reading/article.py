"""Puts an article together: decoded text, header fields and blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import Literal, NamedTuple

from briefing.errors import EmptyError, TooLargeError
from briefing.model import Article, Block, Extra
from briefing.reading.body import read_body
from briefing.reading.datevalues import date_of_name, date_value
from briefing.reading.decoding import decode
from briefing.reading.header import Fields, read_header
from briefing.reading.inline import mask_entities
from briefing.reading.items import Item, Part
from briefing.reading.languages import language_of
from briefing.reading.languagetag import language_tag
from briefing.reading.paragraphs import Stretch, paragraphs, trim
from briefing.reading.patterns import Later

Markup = Literal["text", "markdown"]
_BY = Later(r"^(?:von|par|por|di|av|af|door|od|przez) (?=\S)", re.IGNORECASE)
_TELLING = 60  # blocks, the first ones, by which the language is told
_MOST_WORDS = 1_500_000  # with the marks between them: more than the longest books have
_WORD = Later("[^\\W\u0e00-\U0010ffff]+|\\S")  # in scripts without spaces, each character
_PROSE = ("title", "subtitle", "heading", "paragraph", "list")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn")


def read_article(
    data: bytes,
    *,
    source: str,
    id: str | None = None,
    encoding: str | None = None,
    markup: Markup | None = None,
) -> Article:
    """The article in the bytes of a file of plain text or Markdown; ``read_articles`` reads every format.

    Args:
        data: the bytes of the file.
        source: the file's name as the user gave it, "-" for standard input.
        id: what to call the article; without it, the name of the file without its ending.
        encoding: how the bytes are encoded; without it, by byte order mark, else UTF-8, else cp1252 with a note.
        markup: ``text`` or ``markdown``; without it, the ending of the name decides.

    Raises:
        BinaryError: the bytes are no text.
        DecodingError: they do not fit the encoding.
        EmptyError: they hold no word.
        TooLargeError: they hold more words than an article has. The messages do not name the file; the caller does.

    >>> read_article(b"Bank to pay\\n\\nThe bank will pay, Ann Lee said.\\n", source="news/bank.txt")
    <Article 'bank': 'Bank to pay', 46 characters>
    """
    decoded = decode(data, encoding)
    if markup is None:
        markup = "markdown" if source.lower().endswith(MARKDOWN_SUFFIXES) else "text"
    laid = _laid_out(decoded.text, markup)
    date = date_of_name(PurePath(source).name) if source != "-" else None
    return _article(laid, source, id, Fields(), (), decoded.notes, date)


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
    """The article in a text; any text with a word in it is accepted, unless it is longer than any book.

    Args:
        text: the whole article, with its header if it has one; all offsets refer to this text.
        source: what the brief gives as its source.
        id: what to call the article; without it, the name in ``source``, or "article".
        title, byline, date, outlet, url, language: what is known from elsewhere; the others are read from the header
            of the text. ``date`` may be written in any unambiguous form, ``language`` is a BCP 47 tag.
        extra: further fields to keep with the article, as pairs of name and value.
        markup: ``text`` or ``markdown``.

    Raises:
        EmptyError: the text holds no word.
        TooLargeError: it holds more than 1,500,000 words and marks.

    >>> parse_article("The bank will pay.", title="Bank to pay", date="8 March 2024").date
    '2024-03-08'
    """
    iso, note = date_value(date)
    given = Fields(title=title, byline=byline, date=iso, outlet=outlet, url=url, language=language_tag(language))
    return _article(_laid_out(text, markup), source, id, given, extra, (note,) if note else ())


def article_of_item(item: Item, source: str, id: str | None = None) -> Article:
    """The ``Article`` made of an ``Item`` that a reader found in a file.

    Raises:
        EmptyError: it holds no word.
        TooLargeError: it holds more words than an article has.
    """
    given = Fields(
        title=item.title,
        byline=item.byline,
        dateline=item.dateline,
        date=item.date,
        section=item.section,
        outlet=item.outlet,
        url=item.url,
        language=language_tag(item.language),
    )
    laid = (
        _laid_parts(item.parts)
        if item.parts
        else _laid_out(item.text.replace("\r\n", "\n").replace("\r", "\n"), "text")
    )
    date = date_of_name(PurePath(source).name)
    return _article(laid, source, item.id or id, given, item.extra, item.notes, date)


class _Laid(NamedTuple):
    """A text, its masked form and its stretches; of front matter, the fields and (in ``blocks``) a title only there."""

    text: str
    masked: str
    stretches: list[Stretch]
    fields: Fields = Fields()
    extra: Extra = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()


def _article(
    laid: _Laid,
    source: str,
    id: str | None,
    given: Fields,
    extra: Extra,
    notes: tuple[str, ...],
    date: str | None = None,
) -> Article:
    """The article; ``given`` are fields known from outside, ``date`` is used where no other is found."""
    if not any(char.isalnum() for char in laid.masked):
        raise EmptyError("it holds no words")
    if _is_book(laid.masked):
        raise TooLargeError(f"it has more than {_MOST_WORDS:,} words and marks, which no article has; split it")
    known = laid.fields.under(given)
    header = read_header(laid.masked, laid.stretches, known.title)
    body, dateline = read_body(laid.masked, header.body)
    fields = header.fields.under(known)
    blocks = _with_prose(laid.blocks + header.blocks + body)
    language = _language(laid.masked, blocks, fields.language)
    return Article(
        id=id or _id_of(source),
        source=source,
        text=laid.text,
        masked=laid.masked,
        blocks=blocks or (Block("paragraph", *trim(laid.masked, 0, len(laid.masked))),),
        title=fields.title,
        byline=fields.byline if language == "en" or not fields.byline else _BY.compiled.sub("", fields.byline, count=1),
        dateline=fields.dateline or (dateline.place if dateline else None),
        date=fields.date or (dateline.iso if dateline else None) or date,
        section=fields.section,
        notes=(*notes, *laid.notes, *_on_language(language)),
        outlet=fields.outlet,
        url=fields.url,
        language=language,
        extra=extra or laid.extra,
    )


def _is_book(text: str) -> bool:
    """Whether a text has more than ``_MOST_WORDS`` words and marks, which would take too much time and memory."""
    return len(text) > _MOST_WORDS and any(True for _ in islice(_WORD.compiled.finditer(text), _MOST_WORDS, None))


def _on_language(tag: str | None) -> tuple[str, ...]:
    """The remark on an article that is not in English."""
    if tag is None or tag.split("-")[0] == "en":
        return ()
    return (f"its language is {tag}, not English: it gets a summary, and no positions",)


def _language(text: str, blocks: Sequence[Block], given: str | None) -> str | None:
    prose = (text[block.start : block.end] for block in blocks[:_TELLING] if block.kind in ("paragraph", "list"))
    return language_of(" ".join(prose), given)


def _laid_out(text: str, markup: Markup) -> _Laid:
    if markup == "markdown":
        from briefing.reading.markdown import read_markdown

        masked, stretches, front = read_markdown(text)
        if stretches:
            known = Fields(**{name: front.fields.get(name) for name in Fields._fields})
            iso, note = date_value(known.date)
            known = known._replace(date=iso, language=language_tag(known.language))
            titled = any(stretch.kind == "title" for stretch in stretches)
            blocks = () if titled or not front.title else (Block("title", *trim(masked, *front.title)),)
            return _Laid(text, masked, stretches, known, tuple(front.extra.items()), blocks, (note,) if note else ())
    return _Laid(text, mask_entities(text), paragraphs(text))


def _laid_parts(parts: Sequence[Part]) -> _Laid:
    stretches: list[Stretch] = []
    at = 0
    for part in parts:
        start, end = trim(part.text, 0, len(part.text))
        if start < end:
            stretches.append(Stretch(at + start, at + end, part.kind))
        at += len(part.text) + 2
    text = "\n\n".join(part.text for part in parts)
    return _Laid(text, text, stretches)


def _with_prose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks; where none holds prose all become paragraphs, so that a text with words always has prose."""
    if any(block.kind in _PROSE for block in blocks):
        return blocks
    return tuple(Block("paragraph", block.start, block.end) for block in blocks)


def _id_of(source: str) -> str:
    return "stdin" if source == "-" else PurePath(source).stem or "article"
