"""What the readers of documents (Word, RTF, PDF) have in common: an export of a press archive, or one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import EmptyError, TooLargeError
from briefing.reading.items import Item, Part, packed
from briefing.reading.opening import Source
from briefing.reading.raw import Raw
from briefing.reading.readers.press import items_in, raws

_MAX_PARTS = 50_000


def raws_of(source: Source, lines: Sequence[str], parts: Sequence[Part], title: str | None = None) -> Iterator[Raw]:
    """The articles of a document: those of a press archive's export in ``lines``, else one article made of ``parts``.

    Raises:
        EmptyError: it holds no words.
        TooLargeError: it has too many paragraphs.
    """
    if len(parts) > _MAX_PARTS:
        raise TooLargeError(f"it has {len(parts):,} paragraphs, which no article has; split it")
    items = items_in(lines)
    if items:
        yield from raws(source, items)
        return
    if not any(char.isalnum() for part in parts for char in part.text):
        raise EmptyError("it holds no words; give a file with an article in it")
    titled = next((part.text for part in parts if part.kind == "title"), None) or title
    yield Raw(source.name, source.path, "item", packed(Item(parts=tuple(parts), title=titled)), known=source.known)
