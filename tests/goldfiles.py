"""Our own samples as an editor annotated them: ``tests/gold/NAME.json`` in exact words, here with their offsets.

A note holds the words themselves, so that people can read and correct it; a space in it stands for any white space of
the article, whose lines may be wrapped. A cue or source that occurs more than once is meant where it stands nearest to
the content; ``{"text": ..., "n": 2}`` means the second occurrence of some words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from briefing.reading import read_article

ROOT = Path(__file__).resolve().parents[1]
NOTES = sorted((ROOT / "tests" / "gold").glob("*.json"))

Span = tuple[int, int]
Words = str | Mapping[str, Any]


class GoldPosition(TypedDict):
    """A position as the scorers read it: each party lists every name that is accepted for it, the best one first."""

    parties: list[list[str]]
    speakers: list[str]
    stance: list[str]
    key: bool
    content: list[Span]
    cue: list[Span]
    source: list[Span]


class Gold(TypedDict):
    """The annotation of one article; all spans are offsets into its decoded text."""

    id: str
    positions: list[GoldPosition]
    summary: list[Span]
    summary_also: list[Span]


class NoteError(ValueError):
    """A note that does not fit its article, with a line for every fault."""


def sample_text(name: str) -> str:
    """The decoded text of the sample of this name."""
    (path,) = (path for path in (ROOT / "samples").glob(f"{name}.*") if path.suffix in {".txt", ".md"})
    return read_article(path.read_bytes(), source=path.name).text


def read_note(path: Path) -> Gold:
    """The gold of the sample that a note is about. Raises NoteError."""
    return resolve(json.loads(path.read_text("utf-8")), sample_text(path.stem))


def resolve(note: Mapping[str, Any], text: str) -> Gold:
    """A note with offsets in place of words. Raises NoteError for words that are absent or could be meant twice."""
    faults: list[str] = []
    positions = [_position(position, text, f"position {n}", faults) for n, position in enumerate(note["positions"])]
    summary, also = ([_place(text, words, f, faults) for words in note[f]] for f in ("summary", "summary_also"))
    if faults:
        raise NoteError("\n".join(faults))
    return Gold(id=note["id"], positions=positions, summary=summary, summary_also=also)


def _position(position: Mapping[str, Any], text: str, where: str, faults: list[str]) -> GoldPosition:
    content = [_place(text, words, f"{where}, content", faults) for words in position["content"]]
    cue, source = (
        [_place(text, words, f"{where}, {role}", faults, content) for words in position[role]]
        for role in ("cue", "source")
    )
    return GoldPosition(
        parties=position["parties"],
        speakers=position["speakers"],
        stance=position["stance"],
        key=position["key"],
        content=content,
        cue=cue,
        source=source,
    )


def _place(text: str, words: Words, where: str, faults: list[str], content: Sequence[Span] = ()) -> Span:
    """Where some words stand; a fault, and an empty span, where that has no single answer."""
    wanted, nth = (words, None) if isinstance(words, str) else (words["text"], words["n"])
    found = _occurrences(text, wanted)
    if nth is not None:
        found = found[nth - 1 : nth]
    elif content:
        found = _nearest(found, content)
    if len(found) == 1:
        return found[0]
    faults.append(f"{where}: {'not in the text' if not found else 'ambiguous, give n'}: {wanted[:80]!r}")
    return 0, 0


def _occurrences(text: str, wanted: str) -> list[Span]:
    """Every place of some whole words."""
    pattern = r"\s+".join(map(re.escape, wanted.split()))
    left, right = (r"\b" if char.isalnum() else "" for char in (wanted[0], wanted[-1]))
    return [match.span() for match in re.finditer(left + pattern + right, text)]


def _nearest(found: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The places outside the content that are as near to it as any."""
    outside = [span for span in found if not any(_overlap(span, piece) for piece in content)]
    distances = [min(max(start - span[1], span[0] - end) for start, end in content) for span in outside]
    return [span for span, distance in zip(outside, distances, strict=True) if distance == min(distances)]


def _overlap(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]
