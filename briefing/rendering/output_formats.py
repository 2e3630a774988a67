"""The register of formats: for each, how a subject is shown and what stands before, between and after several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from briefing.errors import UnknownFormatError
from briefing.rendering import json_records, markdown, text
from briefing.rendering.layout import Layout

View = Literal["brief", "positions", "quotes", "explanation"]
_SHOWN = {"brief": "a brief", "positions": "positions", "quotes": "quotations", "explanation": "an explanation"}
Show = Callable[[Any, Layout], str]
ShowError = Callable[[json_records.Record, Layout], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the parts of one output."""

    before: str = ""
    between: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """``show`` makes one part; ``error`` writes the record of a failed input, where the format has such records.

    For a folder of results: ``beside`` is the suffix and the maker of a second file next to each result, ``folder`` the
    names and contents of files that the folder holds once.
    """

    show: Show
    single: Frame = Frame()
    many: Frame = Frame()
    error: ShowError | None = None
    beside: tuple[str, Show] | None = None
    folder: tuple[tuple[str, str], ...] = ()


def output_format(name: str, view: View, layout: Layout | None = None) -> OutputFormat:
    """The format of this name for one of the views.

    Raises:
        UnknownFormatError: there is no such format, or it does not show the view; the message lists those that do.
    """
    if name not in _REGISTER or view not in _REGISTER[name].views:
        having = ", ".join(each for each, entry in _REGISTER.items() if view in entry.views)
        what = f"no format {name!r}" if name not in _REGISTER else f"no {name} of {_SHOWN[view]}"
        raise UnknownFormatError(f"there is {what}; choose one of {having}")
    return _REGISTER[name].make(view, layout or Layout())


def suffix_of(name: str) -> str:
    """How the name of a file in this format ends."""
    return _REGISTER[name].suffix


def needs_text(name: str) -> bool:
    """Whether a brief in this format needs the text of its article."""
    return name in _REGISTER and _REGISTER[name].text


def stands_alone(name: str) -> bool:
    """Whether each article needs an output of its own."""
    return _REGISTER[name].alone


def shows(name: str, view: View) -> bool:
    """Whether the format has the view."""
    return view in _REGISTER[name].views


def _terminal(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering import terminal  # rich is slow to load, and only this format needs it

    views: Mapping[View, Show] = {
        "brief": terminal.brief_terminal,
        "positions": terminal.positions_terminal,
        "quotes": terminal.quotes_terminal,
        "explanation": terminal.explanation_terminal,
    }
    return OutputFormat(views[view], many=Frame(between="\n\n"))


def _text(view: View, layout: Layout) -> OutputFormat:
    views: Mapping[View, Show] = {
        "brief": text.brief_text,
        "positions": text.positions_text,
        "quotes": text.quotes_text,
        "explanation": text.explanation_text,
    }
    return OutputFormat(views[view], many=Frame(between="\n" if view == "brief" else ""))


def _markdown(view: View, layout: Layout) -> OutputFormat:
    views: Mapping[View, Show] = {
        "brief": markdown.brief_markdown,
        "positions": markdown.positions_markdown,
        "quotes": markdown.quotes_markdown,
        "explanation": markdown.explanation_markdown,
    }
    return OutputFormat(views[view], many=Frame(between="\n"))


def _obsidian(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering.frontmatter import front_matter  # this format alone needs it

    page = _markdown(view, layout).show
    return OutputFormat(lambda subject, layout: front_matter(subject) + page(subject, layout))


def _csv(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering import delimited  # csv is used by this format alone

    tables: Mapping[View, tuple[Show, tuple[str, ...]]] = {
        "brief": (delimited.brief_rows, delimited.BRIEF_COLUMNS),
        "positions": (delimited.position_rows, delimited.POSITION_COLUMNS),
        "quotes": (delimited.quote_rows, delimited.QUOTE_COLUMNS),
        "explanation": (delimited.sentence_rows, delimited.SENTENCE_COLUMNS),
    }
    show, columns = tables[view]
    frame = Frame(before=delimited.header(columns, layout))
    return OutputFormat(show, single=frame, many=frame)


_RECORDS: Mapping[View, Callable[[Any], json_records.Record]] = {
    "brief": json_records.brief_record,
    "positions": json_records.positions_record,
    "quotes": json_records.quotes_record,
    "explanation": json_records.explanation_record,
}


def _json(view: View, layout: Layout) -> OutputFormat:
    return OutputFormat(
        show=lambda subject, layout: json_records.indented(_RECORDS[view](subject), layout),
        error=json_records.indented,
        single=Frame(after="\n"),
        many=Frame(before="[\n", between=",\n", after="\n]\n"),
    )


def _jsonl(view: View, layout: Layout) -> OutputFormat:
    return OutputFormat(
        show=lambda subject, layout: json_records.line(_RECORDS[view](subject), layout) + "\n",
        error=lambda record, layout: json_records.line(record, layout) + "\n",
    )


def _html(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering.html.brief_page import brief_html, frame  # jinja2 is slow to load

    before, after = frame()
    return OutputFormat(brief_html, many=Frame(before=before, after=after))


def _annotations(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering.webannotation import annotations_record

    return OutputFormat(
        show=lambda brief, layout: json_records.indented(annotations_record(brief, layout), layout),
        single=Frame(after="\n"),
        many=Frame(before="[\n", between=",\n", after="\n]\n"),
    )


def _brat(view: View, layout: Layout) -> OutputFormat:
    from briefing.rendering import brat

    return OutputFormat(
        brat.brat_annotations, beside=(".txt", brat.brat_text), folder=(("annotation.conf", brat.CONFIGURATION),)
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """``make`` imports what the format needs; the other fields are known without that.

    ``text`` says that the format needs the text of the article, ``alone`` that each article has an output of its own.
    """

    make: Callable[[View, Layout], OutputFormat]
    suffix: str
    views: tuple[View, ...] = get_args(View)
    text: bool = False
    alone: bool = False


_REGISTER: Mapping[str, _Entry] = {
    "terminal": _Entry(_terminal, ".txt"),
    "text": _Entry(_text, ".txt"),
    "markdown": _Entry(_markdown, ".md"),
    "json": _Entry(_json, ".json"),
    "jsonl": _Entry(_jsonl, ".jsonl"),
    "csv": _Entry(_csv, ".csv"),
    "html": _Entry(_html, ".html", ("brief",)),
    "obsidian": _Entry(_obsidian, ".md", alone=True),
    "annotations": _Entry(_annotations, ".jsonld", ("brief", "positions"), text=True),
    "brat": _Entry(_brat, ".ann", ("brief", "positions"), text=True, alone=True),
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
    ".jsonld": "annotations",
    ".ann": "brat",
}
