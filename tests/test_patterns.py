"""No regular expression of ours takes more than linear time, whatever it is fed."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator

import pytest

import briefing
import cli
from briefing.language.characters import COMMON_WORD, LATIN_WORD, WORD
from briefing.language.quotation_marks import mark_patterns
from briefing.language.tokenizer import word_pattern

SIZE = 20_000
PATIENCE = 1.0  # seconds; a linear pattern takes milliseconds, a quadratic one several seconds
BOUNDED = {
    "briefing.language.tokenizer._GOES_ON": "matched at one place",
    "briefing.language.punkt._LETTERS": "matched at the beginning of a word",
    "briefing.reading.paragraphs._RULE": "matched at the beginning of a line",
    "briefing.reading.markdown._SILENT": "matched at the beginning of a block",
    "briefing.reading.dateline._DASH": "looked for in the first hundred characters of a paragraph",
    "briefing.reading.furniture._COUNT": "looked for in short lines",
}
PIECES = [
    *("a", "A", "1", " ", "\n", "\t", ".", ",", "-", "'", '"', "“", "”", "(", ")", "[", "]", "<", ">", "&", "#", "*"),
    *("_", "`", "=", "|", "/", ":", "\\", "\x1b", "\x9b", "\x1b]", "\u200b", "a ", "A ", "a.", "1,", "1.", "a-", "a'"),
    *(
        "A.",
        "A.A ",
        "a\n",
        "\n\n",
        "- ",
        "&#",
        "&amp",
        "<a",
        "<!--",
        "](",
        "[a](",
        "www.",
        "http://",
        "(a",
        "--",
        "By ",
    ),
    *("Mr. ", "and ", "the ", "12:00 ", "2024-", "March ", "a@b", "#1", "~~", "**", "“a", "a”", "(AP) "),
]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (briefing, cli):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" in module.name or ".workbench" in module.name or module.name.endswith(("lab", "__main__")):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                value = getattr(value, "compiled", value)
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{module.name}.{name}", value


PATTERNS = {
    **dict(patterns()),
    **{f"word_pattern({word})": word_pattern(word) for word in (LATIN_WORD, COMMON_WORD, WORD)},
    **{
        f"mark_patterns({word}) {i}": each
        for word in (LATIN_WORD, COMMON_WORD, WORD)
        for i, each in enumerate(mark_patterns(word))
    },
}


def test_all_patterns_are_met() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_linear_time(name: str) -> None:
    pattern = PATTERNS[name]
    for piece in PIECES:
        for text in (piece * (SIZE // len(piece)), "x" + piece * (SIZE // len(piece)) + "\x00"):
            began = time.process_time()
            if name in BOUNDED:
                pattern.match(text)
            else:
                deque(pattern.finditer(text), maxlen=0)
            assert time.process_time() - began < PATIENCE, f"{piece!r} repeated"
