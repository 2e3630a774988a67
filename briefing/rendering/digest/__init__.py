"""A digest or a comparison as text: for a terminal, a pipe, a page of Markdown, a sheet or a program."""

from __future__ import annotations

from collections.abc import Callable

from briefing.digest import Comparison, Digest
from briefing.rendering.digest import delimited, markdown, records
from briefing.rendering.layout import Layout

DIGEST_FORMATS = ("terminal", "text", "markdown", "json", "jsonl", "csv", "html")


def render_digest(digest: Digest, format: str, layout: Layout | None = None) -> str:
    """The digest in one of ``DIGEST_FORMATS``; people's formats show the weightiest, the others everything.

    Raises:
        KeyError: there is no such format.
    """
    shows: dict[str, Callable[[Digest, Layout], str]] = {
        "terminal": _terminal,
        "text": _terminal,
        "markdown": markdown.digest_markdown,
        "json": records.digest_json,
        "jsonl": records.digest_jsonl,
        "csv": delimited.digest_csv,
        "html": _html,
    }
    return shows[format](digest, layout or Layout())


def render_comparison(comparison: Comparison, format: str, layout: Layout | None = None) -> str:
    """The comparison in one of ``DIGEST_FORMATS``.

    Raises:
        KeyError: there is no such format.
    """
    shows: dict[str, Callable[[Comparison, Layout], str]] = {
        "terminal": _comparison_terminal,
        "text": _comparison_terminal,
        "markdown": markdown.comparison_markdown,
        "json": records.comparison_json,
        "jsonl": records.comparison_jsonl,
        "csv": delimited.comparison_csv,
        "html": _comparison_html,
    }
    return shows[format](comparison, layout or Layout())


def _terminal(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.digest import terminal  # rich is slow to load

    return terminal.digest_terminal(digest, layout)


def _comparison_terminal(comparison: Comparison, layout: Layout) -> str:
    from briefing.rendering.digest import terminal

    return terminal.comparison_terminal(comparison, layout)


def _html(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.html.digest import digest_html  # jinja2 is slow to load

    return digest_html(digest, layout)


def _comparison_html(comparison: Comparison, layout: Layout) -> str:
    from briefing.rendering.html.digest import comparison_html

    return comparison_html(comparison, layout)
