"""The register of formats: for each, how a subject is shown and what stands before, between and after several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

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


def format_of(name: str, view: View, layout: Layout | None = None) -> Format:
    """The format of this name for one of the views.

    Raises:
        KeyError: there is no such format, or it does not show the view.
    """
    entry = _REGISTER[name]
    if view not in entry.views:
        raise KeyError(f"there is no page of {view}")
    return entry.make(view, layout or Layout())


def suffix_of(name: str) -> str:
    """How the name of a file in this format ends."""
    return _REGISTER[name].suffix


def shows(name: str, view: View) -> bool:
    """Whether the format has the view."""
    return view in _REGISTER[name].views


def _terminal(view: View, layout: Layout) -> Format:
    from briefing.rendering import terminal  # rich is slow to load, and only this format needs it

    views: Mapping[View, Show] = {
        "brief": terminal.brief_terminal,
        "positions": terminal.positions_terminal,
        "quotes": terminal.quotes_terminal,
        "explanation": terminal.explanation_terminal,
    }
    return Format(views[view], many=Frame(between="\n\n"))


def _text(view: View, layout: Layout) -> Format:
    views: Mapping[View, Show] = {
        "brief": text.brief_text,
        "positions": text.positions_text,
        "quotes": text.quotes_text,
        "explanation": text.explanation_text,
    }
    return Format(views[view], many=Frame(between="\n" if view == "brief" else ""))


def _markdown(view: View, layout: Layout) -> Format:
    views: Mapping[View, Show] = {
        "brief": markdown.brief_markdown,
        "positions": markdown.positions_markdown,
        "quotes": markdown.quotes_markdown,
        "explanation": markdown.explanation_markdown,
    }
    return Format(views[view], many=Frame(between="\n"))


def _csv(view: View, layout: Layout) -> Format:
    from briefing.rendering import delimited  # csv is used by this format alone

    tables: Mapping[View, tuple[Show, tuple[str, ...]]] = {
        "brief": (delimited.brief_rows, delimited.BRIEF_COLUMNS),
        "positions": (delimited.position_rows, delimited.POSITION_COLUMNS),
        "quotes": (delimited.quote_rows, delimited.QUOTE_COLUMNS),
        "explanation": (delimited.sentence_rows, delimited.SENTENCE_COLUMNS),
    }
    show, columns = tables[view]
    frame = Frame(before=delimited.header(columns, layout))
    return Format(show, single=frame, many=frame)


_RECORDS: Mapping[View, Callable[[Any], records.Record]] = {
    "brief": records.brief_record,
    "positions": records.positions_record,
    "quotes": records.quotes_record,
    "explanation": records.explanation_record,
}


def _json(view: View, layout: Layout) -> Format:
    return Format(
        show=lambda subject, layout: records.indented(_RECORDS[view](subject), layout),
        error=records.indented,
        single=Frame(after="\n"),
        many=Frame(before="[\n", between=",\n", after="\n]\n"),
    )


def _jsonl(view: View, layout: Layout) -> Format:
    return Format(
        show=lambda subject, layout: records.line(_RECORDS[view](subject), layout) + "\n",
        error=lambda record, layout: records.line(record, layout) + "\n",
    )


def _html(view: View, layout: Layout) -> Format:
    from briefing.rendering.html.brief import brief_html, frame  # jinja2 is slow to load

    before, after = frame()
    return Format(brief_html, many=Frame(before=before, after=after))


@dataclass(frozen=True, slots=True)
class _Entry:
    """``make`` loads what the format needs; all else is known without."""

    make: Callable[[View, Layout], Format]
    suffix: str
    views: tuple[View, ...] = get_args(View)


_REGISTER: Mapping[str, _Entry] = {
    "terminal": _Entry(_terminal, ".txt"),
    "text": _Entry(_text, ".txt"),
    "markdown": _Entry(_markdown, ".md"),
    "json": _Entry(_json, ".json"),
    "jsonl": _Entry(_jsonl, ".jsonl"),
    "csv": _Entry(_csv, ".csv"),
    "html": _Entry(_html, ".html", ("brief",)),
}
FORMATS = tuple(_REGISTER)
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
