"""``render``: a subject, or several of one kind, as one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import Brief
from briefing.rendering.annotation import Annotated
from briefing.rendering.explanation import Explanation
from briefing.rendering.layout import Layout
from briefing.rendering.output_formats import View
from briefing.rendering.stream import Stream

if TYPE_CHECKING:
    from briefing.digest import Digest

Shown = Brief | Annotated | Explanation


def render(
    subject: Shown | Digest | Iterable[Shown],
    format: str = "text",
    *,
    view: View | None = None,
    layout: Layout | None = None,
) -> str:
    """A brief, several briefs, an explanation, a digest or a comparison as text.

    Args:
        subject: what to show. Several become one output: in JSON an array, in other formats each names its source.
        format: ``text``, ``terminal``, ``markdown``, ``json``, ``jsonl``, ``csv`` or ``html``; of briefs also
            ``obsidian``, ``annotations`` and ``brat``.
        view: what of a brief is shown: ``brief``, or ``positions`` or ``quotes`` alone. Without it, all.
        layout: width, colours and the number of positions; see ``briefing.rendering.Layout``.

    Raises:
        UnknownFormatError: there is no such format, or it does not show this; the message lists those that do. It is a
            ``FormatError`` and a ``ValueError``.
        TypeError: this cannot be shown.

    >>> from briefing import render, summarize
    >>> brief = summarize("“The quay is safe today,” Lena Voss said on Monday.")
    >>> render(brief, "text", view="quotes")
    'Lena Voss\\t“The quay is safe today”\\n'
    """
    if not isinstance(subject, Shown):
        from briefing.digest import Digest  # whoever shows briefs needs nothing of it

        if isinstance(subject, Digest):
            from briefing.rendering.digest import render_digest

            return render_digest(subject, format, layout)
        if isinstance(subject, str) or not isinstance(subject, Iterable):
            raise TypeError(f"a brief or a digest can be shown, not {type(subject).__name__}")
    one = isinstance(subject, Shown)
    several = [subject] if isinstance(subject, Shown) else list(subject)
    for each in several:
        if not isinstance(each, Shown):
            raise TypeError(f"several briefs can be shown together, not {type(each).__name__}")
    explained = any(isinstance(each, Explanation) for each in several)
    if layout is None or not one:
        layout = replace(layout or Layout(), many=not one)
    stream = Stream(format, view or ("explanation" if explained else "brief"), layout)
    return "".join([*map(stream.add, several), stream.end()])
