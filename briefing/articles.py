"""What the library accepts as an article: an ``Article``, a path, or a text; anything else is a ``TypeError``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefing.errors import ReadingError
from briefing.model import Article

Source = Article | str | os.PathLike[str]
"""An article, a path to one, or its text."""

_LONGEST_PATH = 1024  # characters; a text of one line may be longer than any path
_LONGEST_ENDING = 10


def as_article(given: Source, id: str | None = None) -> Article:
    """The ``Article`` that ``given`` is, holds or names; ``id`` is used only for a text, which has no name of its own.

    An ``Article`` is returned as it is, a ``pathlib.Path`` is read. A string is taken as the text of an article, unless
    it is a single line that names an existing file or looks like a file name ("news.txt"): then it is a path.

    >>> as_article("The bank will pay, Ann Lee said.", id="bank")
    <Article 'bank': no title, 32 characters>

    Raises:
        TypeError: ``given`` is none of these; the message says what to call instead.
        ReadingError: the file or the text holds no article, or the file holds more than one.
        OSError: there is no such file, or it cannot be opened.
    """
    if isinstance(given, Article):
        return given
    if isinstance(given, os.PathLike):
        return _only_article_in(given)
    if isinstance(given, str):
        if _is_path(given):
            return _only_article_in(given)
        from briefing.reading import parse_article  # a caller who passes an Article needs no reader

        return parse_article(given, id=id)
    raise TypeError(f"an article, a path or a text is needed, not {_described(given)}")


def _is_path(text: str) -> bool:
    if not text or len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return False
    try:
        return Path(text).is_file() or _looks_like_a_file(text)
    except OSError:  # a line that is longer than any name of a file
        return False


def _looks_like_a_file(text: str) -> bool:
    """Whether a line is one word with a short ending."""
    name, dot, ending = text.rpartition(".")
    short = 1 < len(ending) <= _LONGEST_ENDING and ending.isascii() and ending.isalnum() and ending[0].isalpha()
    return bool(name and dot) and short and len(text.split()) == 1 and text == text.strip()


def _only_article_in(path: str | os.PathLike[str]) -> Article:
    from briefing.reading import read_articles

    found: Article | None = None
    for article in read_articles(path):
        if found is not None:
            raise ReadingError(f"{os.fspath(path)} holds several articles; use summarize_many(read_articles(path))")
        found = article
    if found is None:
        raise ReadingError(f"{os.fspath(path)} holds no article; check the file")
    return found


def _described(given: object) -> str:
    kind = type(given).__name__
    if isinstance(given, bytes | bytearray | memoryview):
        return f"{kind}; read_article(data, source=…) reads bytes"
    if isinstance(given, Iterable):
        return f"{kind}; summarize_many(…) takes several"
    return kind
