"""The exports of press archives, with many articles in one file: from the lines of a text, a page or a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.errors import EmptyError, FormatError, TooLargeError
from briefing.reading.decoding import decode
from briefing.reading.hypertext import parts_of_html
from briefing.reading.items import Item, packed
from briefing.reading.opening import Source
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers import factiva, nexis, proquest
from briefing.reading.sniffing import factiva_text, nexis_text, proquest_text

_MAX_LINES = 200_000
_RULE = re.compile(r"<hr\b[^<>]*>", re.IGNORECASE)
_DRAWN = "_" * 60
_SNIFFED = 1 << 17  # characters of a document that tell whether it is an export
Parse = Callable[[Sequence[str]], list[Item]]
_ARCHIVES: tuple[tuple[Callable[[str], bool], Parse], ...] = (
    (nexis_text, nexis.parse),
    (factiva_text, factiva.parse),
    (proquest_text, proquest.parse),
)


def read_text(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of an export as plain text.

    Raises:
        EmptyError: it holds none.
    """
    decoded = decode(source.whole(reading.max_bytes), reading.encoding)
    yield from raws(source, items_in(decoded.text.replace("\f", "\n\n").split("\n")) or ())


def read_page(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of an export as a web page.

    Raises:
        EmptyError: it holds none.
    """
    text = decode(source.whole(reading.max_bytes), reading.encoding).text
    yield from raws(source, items_in(_lines_of_page(text)) or ())


def _lines_of_page(text: str) -> list[str]:
    """The paragraphs of a page as lines; ProQuest divides its documents by rules."""
    lines: list[str] = []
    for piece in _RULE.split(text) if "ProQuest" in text else [text]:
        lines += [_DRAWN] if lines else []
        lines += [line for part in parts_of_html(piece) for line in (part.text, "")]
    return lines


def items_in(lines: Sequence[str]) -> list[Item] | None:
    """The articles in the lines of an export; None where the lines are not an export."""
    lines = [line.replace("\xa0", " ") for line in lines]
    if len(lines) > _MAX_LINES:
        raise TooLargeError(f"it has {len(lines):,} lines, which no export has; split it")
    begin: list[str] = []
    length = 0
    for line in lines:
        begin.append(line)
        length += len(line)
        if length > _SNIFFED:
            break
    text = "\n".join(begin)
    for sniff, parse in _ARCHIVES:
        if sniff(text) and any(map(_has_text, items := parse(lines))):
            return items
    return None


def raws(source: Source, items: Iterable[Item]) -> Iterator[Raw]:
    """The items of a file as the bytes of articles; a single one has the name of the file.

    An item that has no text is passed over.

    Raises:
        EmptyError: there is none with a text.
    """
    found = list(items)
    several = sum(map(_has_text, found))
    if not several:
        raise EmptyError("no article was found in it; give a file with an article in it")
    for number, item in enumerate(found, 1):
        name, path = f"{source.name}:{number}", f"{source.folder}/{number}"
        if not _has_text(item):
            yield Raw(name, path, fault=FormatError("the document has no text"), passed=True)
        elif several == 1:
            yield Raw(source.name, source.path, "item", packed(item), known=source.known)
        else:
            yield Raw(name, path, "item", packed(item), known=source.known)


def _has_text(item: Item) -> bool:
    return bool(item.parts or item.text)
