"""A digest, its list of stories or its table of sources, for a terminal, Markdown, a sheet, a program or a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from briefing.digest import Digest
from briefing.errors import UnknownFormatError
from briefing.rendering.digest import delimited, heard_table, json_records, markdown
from briefing.rendering.layout import Layout

DIGEST_FORMATS = ("terminal", "text", "markdown", "json", "jsonl", "csv", "html")

DigestView = Literal["digest", "stories", "sources"]
Show = Callable[[Digest, Layout], str]


def render_digest(digest: Digest, format: str, layout: Layout | None = None, view: DigestView = "digest") -> str:
    """The digest in one of ``DIGEST_FORMATS``; formats for people show the weightiest items, others all.

    Raises:
        UnknownFormatError: there is no such format, or it does not show the view; the message lists those that do.
    """
    shows = _SHOWS[view]
    if format not in shows:
        what = f"no format {format!r} of a digest" if format not in DIGEST_FORMATS else f"no {format} of {view}"
        raise UnknownFormatError(f"there is {what}; choose one of {', '.join(shows)}")
    return shows[format](digest, layout or Layout())


def _terminal(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.digest import terminal  # rich is slow to load

    return terminal.digest_terminal(digest, layout)


def _stories_terminal(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.digest import terminal

    return terminal.stories_terminal(digest, layout)


def _sources_terminal(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.digest import terminal

    return terminal.sources_terminal(digest, layout)


def _html(digest: Digest, layout: Layout) -> str:
    from briefing.rendering.html.digest_page import digest_html  # jinja2 is slow to load

    return digest_html(digest, layout)


_SHOWS: dict[DigestView, dict[str, Show]] = {
    "digest": {
        "terminal": _terminal,
        "text": _terminal,
        "markdown": markdown.digest_markdown,
        "json": json_records.digest_json,
        "jsonl": json_records.digest_jsonl,
        "csv": delimited.digest_csv,
        "html": _html,
    },
    "stories": {
        "terminal": _stories_terminal,
        "text": _stories_terminal,
        "markdown": markdown.stories_markdown,
        "json": json_records.stories_json,
        "jsonl": json_records.stories_jsonl,
        "csv": delimited.stories_csv,
    },
    "sources": {
        "terminal": _sources_terminal,
        "text": _sources_terminal,
        "markdown": heard_table.sources_markdown,
        "json": json_records.sources_json,
        "jsonl": json_records.sources_jsonl,
        "csv": delimited.sources_csv,
    },
}
