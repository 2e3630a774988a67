"""The elements of an array in a JSON file of any length, one by one, in the memory of one element."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from briefing.errors import BrokenError
from briefing.reading.from_record import has_text
from briefing.reading.opening import too_large
from briefing.reading.raw import Reading

_CHUNK = 1 << 20
_BLANK = " \t\r\n"
_MAX_DEPTH = 8
_DECODER = json.JSONDecoder()


class _Window:
    """The decoded text from the current position (``at``) on; what was read before it is dropped."""

    def __init__(self, begin: bytes, stream: BinaryIO, reading: Reading) -> None:
        self._stream, self._limit = stream, reading.max_bytes
        marks = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
        encoding = reading.encoding or ("utf-16" if begin.startswith(marks) else "utf-8-sig")
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.text, self.at, self.ended = self._decoder.decode(begin), 0, False

    def more(self) -> bool:
        """Read more of the file; False at its end."""
        if self.ended:
            return False
        if len(self.text) - self.at > 2 * self._limit + _CHUNK:
            raise too_large("a record in it is larger", self._limit)
        data = self._stream.read(max(_CHUNK, min(len(self.text) - self.at, 8 * _CHUNK)))
        self.ended = not data
        self.text = self.text[self.at :] + self._decoder.decode(data, final=not data)
        self.at = 0
        return True

    def peek(self) -> str:
        """The next character that is not white space, "" at the end; the position moves to it."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in _BLANK:
                self.at += 1
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def take(self, wanted: str) -> None:
        """Move past the character ``wanted``; raises BrokenError if another one is next."""
        if self.peek() != wanted:
            raise _broken(f"{wanted!r} is missing")
        self.at += 1

    def value(self) -> Any:
        """The JSON value at the position, which moves past it."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except RecursionError as error:
                raise _broken("it is nested too deeply") from error
            except ValueError as error:
                if not self.more():
                    raise _broken(getattr(error, "msg", str(error))) from error
                continue
            if end < len(self.text) or not self.more():
                self.at = end
                return value


def elements(begin: bytes, stream: BinaryIO, reading: Reading) -> Iterator[Any]:
    """The records of the arrays of articles in a JSON text; ``begin`` was already read from the stream.

    Raises:
        BrokenError: it is broken there, or holds no such array.
        TooLargeError: one of its values is beyond the limit.
    """
    window = _Window(begin, stream, reading)
    found = False
    for each in _in_value(window, reading, 0):
        found = True
        yield each
    if not found:
        raise _broken("it holds no array of articles")


def _in_value(window: _Window, reading: Reading, depth: int) -> Iterator[Any]:
    begin = window.peek()
    if begin == "[" and depth < _MAX_DEPTH:
        yield from _in_array(window, reading, depth)
    elif begin == "{" and depth < _MAX_DEPTH:
        yield from _in_object(window, reading, depth)
    else:
        window.value()


def _in_array(window: _Window, reading: Reading, depth: int) -> Iterator[Any]:
    window.take("[")
    wanted = depth == 0
    while (mark := window.peek()) != "]":
        if mark == ",":
            window.at += 1
            continue
        value = window.value()
        wanted = wanted or has_text(value, reading, snippets=True)
        if wanted:
            yield value
    window.take("]")


def _in_object(window: _Window, reading: Reading, depth: int) -> Iterator[Any]:
    window.take("{")
    while (mark := window.peek()) != "}":
        if mark == ",":
            window.at += 1
            continue
        if mark != '"':
            raise _broken("a name is missing")
        window.value()
        window.take(":")
        yield from _in_value(window, reading, depth + 1)
    window.take("}")


def _broken(what: str) -> BrokenError:
    return BrokenError(f"it is JSON, and broken ({what}); what follows was not read")
