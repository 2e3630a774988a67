"""Markup within lines: Markdown's inline marks and HTML's tags and entities, blanked so that no offset moves.

The marks follow CommonMark 0.31 (https://spec.commonmark.org), simplified where that changes no prose: emphasis pairs
by its flanks alone, and a link's target is whatever its brackets hold. Every step is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection

from briefing.model import Span

JOINER = "\u200b"
"""Replaces markup between characters that belong together, where a space would split a word."""

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
_TAG = re.compile(r"<(?:https?://[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255}|/?[A-Za-z][^<>]*|[?!][^<>]*)>")
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_STICKY = "\"'“”‘’«»()"
_MAX_TARGET = 2000


class _Line:
    """The state of reading a run of inline text: its characters with marks blanked (``out``), and the open marks."""

    def __init__(self, text: str, references: Collection[str]) -> None:
        self.text = text
        self.out = list(text)
        self.references = references
        self.openers: dict[str, list[tuple[int, int]]] = {}
        self.brackets: list[tuple[int, int]] = []  # start and length of "[" or "!["
        self.images: list[Span] = []
        self.parentheses = _pairs(text)
        self.ticks = _tick_runs(text)
        self.open_comment = True

    def blank(self, start: int, end: int, part: bool = False) -> None:
        """Replace by spaces, or by joiners where the characters around belong together; ``part``: always by spaces."""
        left, right = self.text[start - 1 : start], self.text[end : end + 1]
        together = (left.isalnum() and right.isalnum()) or left in _STICKY or right in _STICKY
        glued = left and right and not left.isspace() and not right.isspace() and together and not part
        self.out[start:end] = (JOINER if glued else " ") * (end - start)


def mask_inline(text: str, references: Collection[str] = ()) -> tuple[str, list[Span]]:
    """The text with its inline marks blanked, same length, and the spans of its images, whose alternative text stays.

    ``references`` are the labels of link definitions, lower case, single-spaced.
    """
    line = _Line(text, references)
    at = 0
    while match := _SPECIAL.search(text, at):
        at = _READERS[match.group()](line, match.start())
    return "".join(line.out), line.images


def mask_entities(text: str) -> str:
    """The text with HTML's character references (``&#8217;``) replaced by the character and joiners, same length."""
    return _ENTITY.sub(lambda match: _entity(match.group()), text) if "&" in text else text


def _entity(reference: str) -> str:
    import html  # its table of names is not worth loading for every article

    char = html.unescape(reference)
    if len(char) != 1 or not (char.isprintable() or char.isspace()):
        return reference
    return char + (" " if char.isspace() else JOINER) * (len(reference) - 1)


def _read_escape(line: _Line, at: int) -> int:
    if line.text[at + 1 : at + 2] in _PUNCTUATION or line.text[at + 1 : at + 2] == "\n":
        line.out[at] = JOINER
        return at + 2
    return at + 1


def _read_code(line: _Line, at: int) -> int:
    """Blank the back ticks of code and keep its words."""
    end = _run_end(line.text, at)
    starts = line.ticks.get(end - at, [])  # none as long as this one where its first tick was escaped
    i = bisect_right(starts, at)
    if i == len(starts):
        return end
    close = starts[i]
    line.blank(at, end)
    line.blank(close, close + end - at)
    return close + end - at


def _read_tag(line: _Line, at: int) -> int:
    if line.text.startswith("<!--", at) and line.open_comment:
        close = line.text.find("-->", at)
        line.open_comment = close >= 0
        if close >= 0:
            line.blank(at, close + 3, part=True)
            return close + 3
    match = _TAG.match(line.text, at)
    if match is None:
        return at + 1
    tag = match.group()[1:].lower().lstrip("/")
    line.blank(at, match.end(), part=tag.startswith(("br", "p", "div", "li", "http")))
    return match.end()


def _read_entity(line: _Line, at: int) -> int:
    match = _ENTITY.match(line.text, at)
    if match is None:
        return at + 1
    line.out[at : match.end()] = _entity(match.group())
    return match.end()


def _read_image(line: _Line, at: int) -> int:
    if line.text.startswith("[", at + 1):
        line.brackets.append((at, 2))
        return at + 2
    return at + 1


def _open_bracket(line: _Line, at: int) -> int:
    line.brackets.append((at, 1))
    return at + 1


def _close_bracket(line: _Line, at: int) -> int:
    if not line.brackets:
        return at + 1
    start, length = line.brackets.pop()
    end = _target_end(line, start + length, at)
    if end is None:
        return at + 1
    line.blank(start, start + length)
    line.blank(at, end)
    if length == 2:
        line.images.append(Span(start, end))
    elif line.text.startswith("^", start + 1):
        line.out[start:end] = " " * (end - start)
    return end


def _target_end(line: _Line, start: int, at: int) -> int | None:
    """The end of the link whose text begins at ``start`` and whose closing bracket is at ``at``; None if it is none."""
    text = line.text
    close = line.parentheses.get(at + 1)
    if close is not None and close - at < _MAX_TARGET and "\n\n" not in text[at:close]:
        return close + 1
    label = _LABEL.match(text, at + 1)
    if label and _normal(label[1] or text[start : min(at, start + 200)]) in line.references:
        return label.end()
    if text.startswith("^", start) or (at - start < 200 and _normal(text[start:at]) in line.references):
        return at + 1
    return None


def _read_emphasis(line: _Line, at: int) -> int:
    char = line.text[at]
    end = _run_end(line.text, at)
    if char == "~" and end - at != 2:
        return end
    opens, closes = _flanks(line.text, at, end, char)
    openers = line.openers.setdefault(char, [])
    while closes and at < end and openers:
        start, length = openers.pop()
        used = min(length, end - at)
        line.blank(start + length - used, start + length)
        line.blank(at, at + used)
        at += used
        if length > used:
            openers.append((start, length - used))
    if opens and at < end:
        openers.append((at, end - at))
    return end


def _flanks(text: str, start: int, end: int, char: str) -> tuple[bool, bool]:
    """Whether a run of emphasis marks can open and can close emphasis."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    if char == "_":
        return left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
    return left, right


def _is_mark(char: str) -> bool:
    return char in _PUNCTUATION or unicodedata.category(char)[0] in "PS"


def _run_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end] == text[start]:
        end += 1
    return end


def _normal(label: str) -> str:
    return " ".join(label.lower().split())


def _pairs(text: str) -> dict[int, int]:
    """Each opening parenthesis that is closed, with the offset of the closing one."""
    pairs: dict[int, int] = {}
    if "](" not in text:
        return pairs
    stack: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match.group() == "(":
            stack.append(match.start())
        elif stack:
            pairs[stack.pop()] = match.start()
    return pairs


def _tick_runs(text: str) -> dict[int, list[int]]:
    """The starts of the runs of back ticks, by their length."""
    runs: dict[int, list[int]] = {}
    for match in re.finditer(r"`+", text):
        runs.setdefault(len(match.group()), []).append(match.start())
    return runs


_READERS = {
    "\\": _read_escape,
    "`": _read_code,
    "*": _read_emphasis,
    "_": _read_emphasis,
    "~": _read_emphasis,
    "[": _open_bracket,
    "]": _close_bracket,
    "!": _read_image,
    "<": _read_tag,
    "&": _read_entity,
}
