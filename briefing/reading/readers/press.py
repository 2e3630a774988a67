"""The exports of press archives, with many articles in one file: from the lines of a text, a page or a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.errors import EmptyError, TooLargeError
from briefing.reading.decoding import decode
from briefing.reading.hypertext import parts_of_html
from briefing.reading.items import Item, packed
from briefing.reading.opening import Source
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers import factiva, nexis, proquest
from briefing.reading.sniffing import factiva_text, nexis_text, proquest_text

_MAX_LINES = 200_000
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
    lines = [line for part in parts_of_html(text) for line in (part.text, "")]
    yield from raws(source, items_in(lines) or ())


def items_in(lines: Sequence[str]) -> list[Item] | None:
    """The articles in the lines of an export; None where they are of none."""
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
        if sniff(text) and (items := parse(lines)):
            return items
    return None


def raws(source: Source, items: Iterable[Item]) -> Iterator[Raw]:
    """The items of a file as the bytes of articles; the only one goes by the file's own name.

    Raises:
        EmptyError: there is none.
    """
    found = list(items)
    if not found:
        raise EmptyError("no article was found in it; give a file with an article in it")
    if len(found) == 1:
        yield Raw(source.name, source.path, "item", packed(found[0]), known=source.known)
        return
    for number, item in enumerate(found, 1):
        yield Raw(f"{source.name}:{number}", f"{source.folder}/{number}", "item", packed(item), known=source.known)
