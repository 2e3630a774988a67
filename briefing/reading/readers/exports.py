"""What the exports of press archives have in common: lines, paragraphs, names, the fields of their headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.reading.items import on_one_line

_BY = re.compile(r"^(?:by|von|par|por|di)[ :]\s*(?=\S)", re.IGNORECASE)
_ANONYMOUS = frozenset({"anonymous", "none", "n/a", "no author", "unknown"})
_WRAPPED = 100  # no export wraps its lines wider


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a body: separated by blank lines where the lines are wrapped, else one per line."""
    long = any(len(line.strip()) > _WRAPPED for line in lines)
    if (long or all(line.strip() for line in lines[1:-1])) and not is_wrapped(lines):
        return [text for line in lines if (text := on_one_line(line))]
    return [on_one_line(" ".join(group)) for group in groups(lines)]


def is_wrapped(lines: Iterable[str]) -> bool:
    """Whether lines break in the middle of their sentences."""
    full = [line.rstrip() for line in lines if len(line.strip()) > 40]
    inside = sum(line[-1] not in ".!?\"'”’:…)" for line in full)
    return len(full) > 1 and 2 * inside > len(full)


def groups(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines that stand together without a blank one between them."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def byline(value: str) -> str | None:
    """A byline without ``By``; None where it names nobody."""
    text = _BY.sub("", on_one_line(value), count=1).strip(" ;,")
    return None if not text or text.lower() in _ANONYMOUS else text


def turned(value: str) -> str | None:
    """A byline of names that stand last name first: ``Carrow, Ines`` is ``Ines Carrow``; several are divided by ";"."""
    names = []
    for name in value.split(";"):
        last, comma, first = (part.strip() for part in name.partition(","))
        plain = comma and first and "," not in first and len(first.split()) <= 3
        names.append(f"{first} {last}" if plain else on_one_line(name))
    return byline("; ".join(filter(None, names)))
