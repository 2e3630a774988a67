"""Feeds broken articles to the reader and the whole chain: samples cut, spliced and repeated, with hostile pieces.

Every input follows from the seed and its number alone, so that a failure can be made again.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.codec import from_json, to_json
from briefing.errors import BriefError
from briefing.model import Brief, Piece
from briefing.pipeline import Options, summarize
from briefing.reading.loading import article_of
from briefing.reading.raw import Kind, Raw, Reading
from briefing.rendering import FORMATS, Layout, render
from cli.workbench.hostile import HOSTILE

MAX_SECONDS = 2.0
_WINDOW = 420
_PIECES = (
    *HOSTILE.values(),
    *("“", "”", '"', "‘", "’", "'", "(", ")", "—", "…", ". ", ", ", ": ", "\n", "\n\n", "\r", "\t", "# ", "> ", "- "),
    *("said ", " told ", "according to ", "he ", "they ", "the ", "U.S. ", "Mr. ", "Ann Lee ", "NATO ", "By ", "1. "),
    *("---\n", "title: x\n", "```\n", "| ", "](", "\u00a0", "\u3000", "LONDON (Reuters) - ", "2024-03-08", "A", "a"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that did harm, with its number in the series of the seed, and what went wrong."""

    number: int
    raw: Raw
    what: str


def samples(folder: Path) -> list[str]:
    """The sample texts in a folder, of which broken ones are made."""
    paths = sorted(path for path in folder.glob("[a-z]*") if path.suffix in {".txt", ".md"})
    return [path.read_text("utf-8", "replace") for path in paths] or ["The bank failed on Monday, Ann Lee said."]


def raw_of(seed: int, number: int, texts: list[str]) -> Raw:
    """The input with this number in the series that a seed gives."""
    chance = random.Random(f"{seed}:{number}")
    text = _broken(chance, texts)
    kind = chance.choices(("text", "markdown", "record", "bytes"), (60, 12, 13, 15))[0]
    if kind == "record":
        record = {"id": chance.choice(_PIECES), "text": text, "title": chance.choice(_PIECES), "date": text[:20]}
        return _raw("record", json.dumps(record).encode(), "a.jsonl:1")
    data = text.encode("utf-8", "surrogatepass")
    if kind == "bytes":
        data = _torn(chance, data)
    return _raw("text", data, "a.md" if kind == "markdown" else "a.txt")


def trouble(raw: Raw, number: int) -> str | None:
    """What goes wrong with an input; None where it gives a consistent brief or is refused with a BriefError."""
    began = time.process_time()  # the machine may be busy
    try:
        article = article_of(raw, Reading())
        brief = summarize(article, Options(with_text=True))
        wrong = _unsound(brief, article.text)
        for format in ("jsonl", FORMATS[number % len(FORMATS)]):
            render(brief, format, layout=Layout(many=True)).encode()
    except BriefError:
        wrong = None
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
    seconds = time.process_time() - began
    return wrong or (f"took {seconds:.1f} s" if seconds > MAX_SECONDS else None)


def findings(seed: int, numbers: range, texts: list[str]) -> Iterator[Finding]:
    """The inputs that do harm."""
    for number in numbers:
        raw = raw_of(seed, number, texts)
        if what := trouble(raw, number):
            yield Finding(number, raw, what)


def _raw(kind: Kind, data: bytes, name: str) -> Raw:
    return Raw(name, name, kind, data)


def _broken(chance: random.Random, texts: list[str]) -> str:
    text = chance.choice(texts)
    begin = chance.randrange(max(1, len(text) - _WINDOW // 2))
    text = text[:150] * chance.randrange(2) + text[begin : begin + chance.randrange(1, _WINDOW)]
    for _ in range(chance.randrange(1, 7)):
        text = _changed(chance, text)
    return text


def _changed(chance: random.Random, text: str) -> str:
    first, second = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    second = min(second, first + 200)
    change = chance.randrange(6)
    if change == 0:
        return text[:first] + text[second:]
    if change == 1:
        return text[:first] + text[first:second] * 2 + text[second:]
    if change == 2:
        return text[:first] + text[first:second].swapcase() + text[second:]
    if change == 3:
        return text[:first] + chance.choice(_PIECES) * chance.choice((1, 1, 2, 9, 60)) + text[first:]
    if change == 4:
        return text[:first] + "".join(chance.choices(_PIECES, k=6)) + text[first:]
    return text[:first] + chr(chance.choice((chance.randrange(128), chance.randrange(0x110000)))) + text[first + 1 :]


def _torn(chance: random.Random, data: bytes) -> bytes:
    torn = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(torn) + 1)
        torn[place:place] = bytes([chance.randrange(256)])
    return chance.choice((b"", b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff")) + bytes(torn)


def _unsound(brief: Brief, text: str) -> str | None:
    pieces: list[Piece] = [each.piece for each in brief.summary]
    for position in brief.positions:
        pieces += [*position.source, *position.cue, *position.content, *position.quotes]
    if any(text[piece.start : piece.end] != piece.text or not piece.text for piece in pieces):
        return "a span that is not verbatim"
    if from_json(to_json(brief)) != brief:
        return "JSON that does not read back the same"
    return None
