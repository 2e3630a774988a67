"""From a file of any format to the bytes of its articles, and from those to the articles."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from briefing.errors import BrokenError, FormatError, ReadingError, TooLargeError
from briefing.model import Article
from briefing.reading.article import article_of_item, read_article
from briefing.reading.formats import InputFormat, recognise
from briefing.reading.heads import Head
from briefing.reading.items import unpack
from briefing.reading.opening import Source, opened, stem, unpacked
from briefing.reading.raw import Raw, Reading

_MAX_LINES = 100_000
_TRUNCATED = "the compressed data ends too early; check the file"


def read_articles(
    path: str | os.PathLike[str],
    reading: Reading | None = None,
    *,
    on_error: Callable[[str, Exception], None] | None = None,
) -> Iterator[Article]:
    """The articles in a file of any format, one after another.

    Args:
        path: the file; its format is recognised by its content and its name.
        reading: encoding, names of fields and the largest size of an article; see ``briefing.Reading``.
        on_error: called with the name and the error of each article that cannot be read, and of each other file in an
            archive. Without it the first error of an article is raised, and other files are passed over.

    Raises:
        ReadingError: an article, or the whole file, cannot be read.
        OSError: the file cannot be opened.

    >>> for article in read_articles("samples/strike.txt"):
    ...     print(article.id, article.dateline)
    strike Port Maarten, Netherlands
    """
    reading = reading or Reading()
    name = os.fspath(path)
    with Path(name).open("rb") as file:
        for raw in load(file, name, PurePath(name).name, reading):
            article = _article_or_none(raw, reading, on_error)
            if article is not None:
                yield article


def _article_or_none(raw: Raw, reading: Reading, on_error: Callable[[str, Exception], None] | None) -> Article | None:
    try:
        return article_of(raw, reading)
    except ReadingError as error:
        if on_error is None:
            if raw.passed:
                return None
            raise
        on_error(raw.source, error)
        return None


def load(stream: BinaryIO, name: str, path: str, reading: Reading) -> Iterator[Raw]:
    """The articles of a stream; ``name`` is shown to people, ``path`` is its place below the folder of results.

    The content of a file never raises: a file that cannot be read gives one ``Raw`` with the fault.
    """
    try:
        yield from taken_apart(opened(stream, name, path), reading)
    except zlib.error as error:
        yield Raw(name, path, fault=BrokenError(f"the compressed data is broken ({error})"))
    except EOFError:
        yield Raw(name, path, fault=BrokenError(_TRUNCATED))
    except (OSError, ReadingError) as error:
        yield Raw(name, path, fault=error)
    except (RecursionError, MemoryError) as error:
        yield Raw(name, path, fault=BrokenError(f"it cannot be taken apart ({type(error).__name__}); split it"))
    except ValueError as error:
        what = " ".join(str(error).split())[:90] or type(error).__name__
        yield Raw(name, path, fault=BrokenError(f"it cannot be taken apart ({what}); check the file"))
    except Exception as error:  # a fault of ours, or of a library, must not keep the next file from being read
        yield Raw(name, path, fault=error)


def taken_apart(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of an opened file, by the reader of its format.

    Raises:
        FormatError: its format is not supported.
        ReadingError, OSError, EOFError, ValueError: it is broken.
    """
    format = recognise(source.head)
    if format.reader is None:
        raise refusal(format, source.head)
    yield from format.load()(source, reading)


def input_format(stream: BinaryIO, name: str) -> InputFormat:
    """The format of a stream; its first bytes may have been consumed afterwards."""
    return recognise(opened(stream, name, name).head)


def refusal(format: InputFormat, head: Head) -> FormatError:
    """The error for a format that is not read."""
    element = f" (<{head.root}>)" if format.name == "xml" and head.root else ""
    return FormatError(f"it is {format.title}{element}, which is not read; {format.advice}")


def article_of(raw: Raw, reading: Reading) -> Article:
    """The article in the bytes of a ``Raw``.

    Raises:
        ReadingError: they hold none.
        Exception: the fault of the ``Raw``, if it has one.
    """
    if raw.fault:
        raise raw.fault
    if raw.kind in ("text", "markdown") and raw.data.count(b"\n") > _MAX_LINES:
        raise TooLargeError(f"it has more than {_MAX_LINES:,} lines, which no article has; split it")
    return _READERS[raw.kind](raw, reading)


def _of_text(raw: Raw, reading: Reading) -> Article:
    plain = unpacked(raw.source)
    id = stem(unpacked(raw.path).rpartition("/")[2]) if plain != raw.source else None
    return read_article(
        raw.data,
        source=raw.source,
        id=id,
        encoding=reading.encoding,
        markup="markdown" if raw.kind == "markdown" else "text",
    )


def _of_page(raw: Raw, reading: Reading) -> Article:
    from briefing.reading.pages import item_of_page

    item = item_of_page(raw.data, reading.encoding).under(raw.known)
    return article_of_item(item, raw.source, stem(raw.path.rpartition("/")[2]) or None)


def _of_record(raw: Raw, reading: Reading) -> Article:
    from briefing.reading.from_record import item_of, record_in

    item = item_of(record_in(raw.data, reading.encoding), reading).under(raw.known)
    return article_of_item(item, raw.source, _numbered(raw))


def _of_item(raw: Raw, reading: Reading) -> Article:
    return article_of_item(unpack(raw.data).under(raw.known), raw.source, _numbered(raw))


def _numbered(raw: Raw) -> str | None:
    """The id of an article that has none in its file: the file's name, numbered if there are several (``news-3``)."""
    folder, _, name = raw.path.rpartition("/")
    if not raw.source.rpartition(":")[2].isdecimal():
        return stem(name) or None
    return f"{folder.rpartition('/')[2]}-{name}" if folder else name


_READERS: dict[str, Callable[[Raw, Reading], Article]] = {
    "text": _of_text,
    "markdown": _of_text,
    "page": _of_page,
    "record": _of_record,
    "item": _of_item,
}
