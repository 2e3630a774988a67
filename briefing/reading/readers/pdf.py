"""PDF, read by PDFium: lines become paragraphs again, running heads and page numbers go, hyphenated words are joined.

A line runs on into the next where the next one's first word would not have fitted on it; a line that is repeated at the
top or bottom of several pages, apart from its numbers, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from briefing.errors import EmptyError, FormatError, ReadingError, TooLargeError
from briefing.reading.extras import library
from briefing.reading.items import Part, on_one_line
from briefing.reading.opening import Source, broken, too_large
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.documents import raws_of

_PAGE_NUMBER = re.compile(
    r"^(?:(?:page|seite|p\.) ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|/|von) ?\d{1,4})?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_SOFT_HYPHEN = "\ufffe\u00ad\x02"
_EDGE_LINES = 2  # at the top and the bottom of a page a running head may take
_GAP = 1.45  # so many times the usual distance between lines divides paragraphs
_SAME_PLACE = 8.0  # points: a running head stands at one height
_MAX_PAGES = 3_000
_LARGER = 1.15  # the size of a title against that of the text


class Line(NamedTuple):
    """A line of a page, with its place in points from the lower left corner and its font size."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of a document.

    Raises:
        EmptyError: it holds no words.
        FormatError: it is locked.
        BrokenError: it cannot be read.
        TooLargeError: it has more pages or letters than is read.
    """
    pdfium, raw = library("pypdfium2"), library("pypdfium2.raw")
    given: Any = source.file if source.file is not None else source.whole(reading.max_bytes)
    try:
        document = pdfium.PdfDocument(given)
    except Exception as error:  # PDFium tells one fault from another in words alone
        if "password" in str(error).lower():
            raise FormatError("it is a PDF that needs a password; save it without one") from error
        raise broken("a PDF", error) from error
    try:
        lines = list(_lines(document, raw, reading.max_bytes))
        meta = on_one_line(str(document.get_metadata_dict().get("Title") or ""))
    except ReadingError:
        raise
    except Exception as error:
        raise broken("a PDF", error) from error
    finally:
        document.close()
    if not lines:
        raise EmptyError("it is a PDF of pictures, without text: have its text recognised (OCR) first")
    texts = paragraphs(_without_running(lines))
    export = [line for text, _ in texts for line in (text, "")]
    yield from raws_of(source, export, _parts(texts, meta))


def _lines(document: Any, raw: Any, limit: int) -> Iterator[Line]:
    if len(document) > _MAX_PAGES:
        raise TooLargeError(f"it is a PDF of {len(document):,} pages, and {_MAX_PAGES:,} are read; split it")
    total = 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        total += len(text)
        if total > limit:
            raise too_large("it has more letters", limit)
        for match in re.finditer(r"[^\r\n]+", text):
            first, last = _ends(match)
            if first > last:
                continue
            left, bottom, _, _ = text_page.get_charbox(first)
            _, low, right, _ = text_page.get_charbox(last)
            size = float(raw.FPDFText_GetFontSize(text_page, first))
            yield Line(match.group().strip(), number, left, right, min(bottom, low), size)
        text_page.close()
        page.close()


def _ends(match: re.Match[str]) -> tuple[int, int]:
    """The offsets of the first and the last character of a line that are not white space."""
    text = match.group()
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip()) - 1


def _without_running(lines: Sequence[Line]) -> list[Line]:
    """The lines without running heads and feet, and without page numbers."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    edges = {i for own in pages.values() for i in (*own[:_EDGE_LINES], *own[-_EDGE_LINES:])}
    places: dict[str, dict[int, float]] = {}
    for i in sorted(edges):
        places.setdefault(_key(lines[i]), {})[lines[i].page] = lines[i].bottom
    running = {
        key
        for key, found in places.items()
        if len(found) > 1 and 3 * len(found) > len(pages) and max(found.values()) - min(found.values()) < _SAME_PLACE
    }
    kept = []
    for i, line in enumerate(lines):
        if i in edges and (_PAGE_NUMBER.match(line.text) or (_key(line) in running and not _is_first_title(lines, i))):
            continue
        if i in edges and i + 1 < len(lines) and lines[i + 1].text == line.text and lines[i + 1].page == line.page:
            continue  # a running head above the title that it repeats
        kept.append(line)
    return kept


def _is_first_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title on the first page, in larger letters, that the other pages have as a running head."""
    return lines[at].page == 0 and lines[at].size > _LARGER * median(line.size for line in lines)


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def paragraphs(lines: Sequence[Line]) -> list[tuple[str, float]]:
    """The paragraphs, each with the font size of its first line."""
    widths = {page: _column([line for line in lines if line.page == page]) for page in {line.page for line in lines}}
    pitch = _pitch(lines)
    found: list[tuple[str, float]] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _runs_on(last, line, widths[last.page], pitch):
            found[-1] = (_joined(found[-1][0], line.text), found[-1][1])
        else:
            found.append((line.text, line.size))
        last = line
    return [(on_one_line(text.translate(dict.fromkeys(map(ord, _SOFT_HYPHEN), ""))), size) for text, size in found]


def _column(lines: Sequence[Line]) -> float:
    """The width of the text column in points."""
    widths = sorted(line.right - line.left for line in lines)
    return widths[-1 - len(widths) // 20] if widths else 0.0


def _pitch(lines: Sequence[Line]) -> float:
    gaps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.page == two.page]
    return median([gap for gap in gaps if gap > 0] or [0.0])


def _runs_on(line: Line, following: Line, width: float, pitch: float) -> bool:
    if abs(line.size - following.size) > 0.6:
        return False
    if line.page == following.page and pitch and line.bottom - following.bottom > _GAP * max(pitch, line.size):
        return False
    if line.text.endswith(tuple(_SOFT_HYPHEN)) or (line.text.endswith("-") and following.text[:1].islower()):
        return True
    length = line.right - line.left
    word = len(following.text.split(" ", 1)[0]) * length / max(1, len(line.text))
    if line.page != following.page and line.text.endswith((".", "!", "?", '"', "”")) and length < 0.97 * width:
        return False
    return length + word > 0.99 * width


def _joined(text: str, more: str) -> str:
    if text.endswith(tuple(_SOFT_HYPHEN)):
        return text[:-1] + more
    if text.endswith("-") and more[:1].islower() and text[-2:-1].isalpha():
        return text[:-1] + more
    return f"{text} {more}"


def _parts(texts: Sequence[tuple[str, float]], meta: str) -> list[Part]:
    """The paragraphs; the title is the one that equals the title in the metadata, else a large one near the top."""
    usual = median(size for text, size in texts for _ in range(1 + len(text) // 40)) if texts else 0.0
    wanted = _letters(meta)
    at = next((i for i, (text, _) in enumerate(texts[:12]) if wanted and _letters(text) == wanted), None)
    if at is None:
        large = [(size, -i) for i, (text, size) in enumerate(texts[:12]) if size > _LARGER * usual and len(text) > 12]
        at = -max(large)[1] if large else None
    return [Part(text, "title" if i == at else None) for i, (text, _) in enumerate(texts)]


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
