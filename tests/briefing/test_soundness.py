"""A brief that this package made is sound; one that was spoilt is told from it, with the place."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from briefing.codec import from_json, to_json
from briefing.pipeline import Options, summarize
from briefing.reading import parse_article, read_article
from briefing.soundness import check

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SOUND: dict[str, Any] = to_json(
    summarize(
        parse_article("Norway will pay for the harbour, Sigrid Aune said on Friday. “It is late,” Per Holm said."),
        Options(with_text=True),
    )
)
SPOILT: tuple[tuple[tuple[str | int, ...], Any, str], ...] = (
    (("article", "date"), 20240308, "at article.date"),
    (("article", "id"), None, "at article.id"),
    (("article", "words"), "12", "at article.words"),
    (("article", "extra"), {"page": 4}, "at article.extra"),
    (("summary", 0, "start"), "0", "at summary["),
    (("positions", 0, "parties"), [None], "at positions["),
    (("positions", 0, "key"), 1, "at positions["),
    (("positions", 0, "stance"), ["state"], "at positions["),
    (("positions", 0, "content", 0, "text"), {}, "at positions["),
    (("positions", 0, "content", 0, "start"), 90_000, "positions[0].content[0] ends at"),
    (("positions", 0, "content", 0, "text"), "x", "positions[0].content[0] does not stand in the text at"),
    (("positions", 0, "same_as"), 77, "positions[0].same_as names a position 77 that is not there"),
    (("positions", 1, "id"), 0, "two positions have one id"),
    (("parties", 0, "positions"), [5], "parties[0].positions names a position 5 that is not there"),
    (("notes",), [7], "at notes["),
)


def spoilt(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The sound brief with a value in another's place."""
    record = copy.deepcopy(SOUND)
    at: Any = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return record


def test_what_this_package_made_is_sound() -> None:
    check(from_json(SOUND))
    for path in sorted(SAMPLES.glob("*.md"))[:3]:
        check(summarize(read_article(path.read_bytes(), source=path.name), Options(with_text=True)))


@pytest.mark.parametrize(("path", "value", "words"), SPOILT)
def test_what_was_spoilt_is_told_with_its_place(path: tuple[str | int, ...], value: object, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        check(from_json(spoilt(path, value)))
