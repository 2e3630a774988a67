"""Block quotations in HTML that name who is quoted: ``<blockquote>We are done.<cite>Ada Quill</cite>``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_MARKS = "\"“”„«»‹›'‘’"
_NAMING = ("cite", "footer")

Place = tuple[Any, str]
"""An element and the part of it, ``text`` or ``tail``, that holds a text."""


def mark_quotations(tree: Any) -> None:
    """Give what is quoted quotation marks, if it has none, and a paragraph of its own to who is quoted.

    Only block quotations that end with somebody in ``cite`` or ``footer`` are changed, in place.
    """
    for quote in list(tree.iter("blockquote")):
        texts = list(_texts(quote))
        named = next((each for each in quote.iter(*_NAMING) if texts and texts[-1] in _texts(each)), None)
        if named is not None:
            named.drop_tree()
            _mark(quote)
            named.tag, named.tail = "p", None
            quote.append(named)


def with_marks(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs of a quotation with its marks: opened in each of them, and closed in the last one."""
    if not paragraphs or paragraphs[0][0] in _MARKS:
        return list(paragraphs)
    *others, last = [f"“{each}" for each in paragraphs]
    return [*others, f"{last}”"]


def _mark(quote: Any) -> None:
    """Open the quotation in each of its paragraphs, and close it in the last one."""
    texts = list(_texts(quote))
    if not texts or getattr(*texts[0]).lstrip()[0] in _MARKS:
        return
    paragraphs = [next(_texts(each), None) for each in quote.iter("p")]
    for place in filter(None, paragraphs or texts[:1]):
        setattr(*place, "“" + getattr(*place).lstrip())
    setattr(*texts[-1], getattr(*texts[-1]).rstrip() + "”")


def _texts(element: Any) -> Iterator[Place]:
    """Where the texts of an element stand that are not empty, in order."""
    if (element.text or "").strip():
        yield element, "text"
    for each in element:
        yield from _texts(each)
        if (each.tail or "").strip():
            yield each, "tail"
