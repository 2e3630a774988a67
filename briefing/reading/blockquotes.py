"""Block quotations in HTML that name who is quoted: ``<blockquote>We are done.<cite>Ada Quill</cite>``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_MARKS = "\"“”„«»‹›'‘’"
_NAMING = ("cite", "footer")


def mark_quotations(tree: Any) -> None:
    """Put block quotations into quotation marks, if they have none, and their speakers into paragraphs of their own.

    Only block quotations that end with a ``cite`` or ``footer`` and hold no other are changed, in place.
    """
    for quote in list(tree.iter("blockquote")):
        named = None if quote.find(".//blockquote") is not None else _named_last(quote)
        if named is not None:
            named.drop_tree()
            _mark(quote)
            named.tag, named.tail = "p", None
            quote.append(named)


def with_marks(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs of a quotation with an opening mark in each and a closing one in the last; those that have marks
    are left as they are."""
    if not paragraphs or paragraphs[0][0] in _MARKS:
        return list(paragraphs)
    *others, last = [f"“{each}" for each in paragraphs]
    return [*others, f"{last}”"]


def _named_last(quote: Any) -> Any:
    """The outermost ``cite`` or ``footer`` around the last text of a quotation; None where there is none."""
    last = _texts(quote)[-1:]
    around = [each for text in last for each in (_holder(text), *_holder(text).iterancestors())]
    inside = around[: around.index(quote)] if last else []
    return next((each for each in reversed(inside) if each.tag in _NAMING), None)


def _mark(quote: Any) -> None:
    """Add the marks of ``with_marks`` to the elements of a quotation, in place."""
    texts = _texts(quote)
    if not texts or texts[0].lstrip()[0] in _MARKS:
        return
    paragraph = None
    for text in texts:
        holder = _holder(text)
        own = holder if holder.tag == "p" else next(holder.iterancestors("p"), quote)
        if own is not paragraph:
            setattr(*_place(text), f"“{text.lstrip()}")
            paragraph = own
    setattr(*_place(texts[-1]), getattr(*_place(texts[-1])).rstrip() + "”")


def _texts(quote: Any) -> list[Any]:
    """The texts of a quotation that are not blank, in order, as lxml strings, which know their element."""
    return [text for text in quote.xpath("descendant::text()") if text.strip()]


def _holder(text: Any) -> Any:
    """The element that contains a text (not the one whose tail it is)."""
    return text.getparent().getparent() if text.is_tail else text.getparent()


def _place(text: Any) -> tuple[Any, str]:
    return text.getparent(), "tail" if text.is_tail else "text"
