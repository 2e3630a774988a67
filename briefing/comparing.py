"""Comparison of two reports of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.articles import Source, as_article
from briefing.model import Brief
from briefing.options import Options
from briefing.pipeline import summarize

if TYPE_CHECKING:
    from briefing.digest import Digest


def compare(first: Brief | Source, second: Brief | Source, options: Options | None = None) -> Digest:
    """A digest of two reports of one event: what both tell, what only one tells, which quotation one of them cut short.

    Args:
        first: a brief, or an article, path or text as ``summarize`` takes it. Copied text is found best between briefs
            that were made with ``Options(with_text=True)``.
        second: the other report.
        options: how a brief is made of an article; its ``gazetteer`` also tells which names belong to one party.

    Returns:
        A digest in which both belong to one story, however different they are.

    Raises:
        TypeError, ReadingError, OSError: as ``summarize`` does.

    >>> one = "“The quay is safe today, but it will not be safe through another winter,” Lena Voss said on Monday."
    >>> both = compare(one, "“The quay is safe today,” Lena Voss said on Monday. It rained in the afternoon.")
    >>> both.matters[0].outlets, [cut.short_quote for cut in both.cuts]
    (2, ['The quay is safe today'])
    """
    from briefing.digest import Digester

    options = options or Options(with_text=True)
    digester = Digester(options.gazetteer, one_story=True)
    for name, each in (("first", first), ("second", second)):
        digester.add(each if isinstance(each, Brief) else summarize(as_article(each, name), options))
    return digester.digest()
