"""The register of formats: for each, how a subject is shown and what stands before, between and after several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefing.rendering import markdown, records, text
from briefing.rendering.layout import Layout

View = Literal["brief", "positions", "quotes", "explanation"]
Show = Callable[[Any, Layout], str]
ShowError = Callable[[records.Record, Layout], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the parts of one output."""

    before: str = ""
    between: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """``show`` makes one part; ``error`` writes the record of a failed input, where the format has such records."""

    show: Show
    single: Frame = Frame()
    many: Frame = Frame()
    error: ShowError | None = None


def format_of(name: str, view: View) -> Format:
    """The format of this name for one of the views.

    Raises:
        KeyError: there is no such format, or the view has no page.
    """
    return _MAKERS[name](view)


def _terminal(view: View) -> Format:
    from briefing.rendering import terminal  # rich is slow to load, and only this format needs it

    shows: Mapping[View, Show] = {
        "brief": terminal.brief_terminal,
        "positions": terminal.positions_terminal,
        "quotes": terminal.quotes_terminal,
        "explanation": terminal.explanation_terminal,
    }
    return Format(shows[view], many=Frame(between="\n\n"))


def _text(view: View) -> Format:
    shows: Mapping[View, Show] = {
        "brief": text.brief_text,
        "positions": text.positions_text,
        "quotes": text.quotes_text,
        "explanation": text.explanation_text,
    }
    return Format(shows[view], many=Frame(between="\n" if view == "brief" else ""))


def _markdown(view: View) -> Format:
    shows: Mapping[View, Show] = {
        "brief": markdown.brief_markdown,
        "positions": markdown.positions_markdown,
        "quotes": markdown.quotes_markdown,
        "explanation": markdown.explanation_markdown,
    }
    return Format(shows[view], many=Frame(between="\n"))


def _csv(view: View) -> Format:
    from briefing.rendering import delimited  # csv is used by this format alone

    tables: Mapping[View, tuple[Show, tuple[str, ...]]] = {
        "brief": (delimited.position_rows, delimited.POSITION_COLUMNS),
        "positions": (delimited.position_rows, delimited.POSITION_COLUMNS),
        "quotes": (delimited.quote_rows, delimited.QUOTE_COLUMNS),
        "explanation": (delimited.sentence_rows, delimited.SENTENCE_COLUMNS),
    }
    show, columns = tables[view]
    frame = Frame(before=delimited.header(columns))
    return Format(show, single=frame, many=frame)


_RECORDS: Mapping[View, Callable[[Any], records.Record]] = {
    "brief": records.brief_record,
    "positions": records.positions_record,
    "quotes": records.quotes_record,
    "explanation": records.explanation_record,
}


def _json(view: View) -> Format:
    return Format(
        show=lambda subject, layout: records.indented(_RECORDS[view](subject), layout),
        error=records.indented,
        single=Frame(after="\n"),
        many=Frame(before="[\n", between=",\n", after="\n]\n"),
    )


def _jsonl(view: View) -> Format:
    return Format(
        show=lambda subject, layout: records.line(_RECORDS[view](subject), layout) + "\n",
        error=lambda record, layout: records.line(record, layout) + "\n",
    )


def _html(view: View) -> Format:
    if view != "brief":
        raise KeyError(f"there is no page of {view}")
    from briefing.rendering.html.brief import brief_html, frame  # jinja2 is slow to load

    before, after = frame()
    return Format(brief_html, many=Frame(before=before, after=after))


_MAKERS: Mapping[str, Callable[[View], Format]] = {
    "terminal": _terminal,
    "text": _text,
    "markdown": _markdown,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "html": _html,
}
FORMATS = tuple(_MAKERS)
SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
}
