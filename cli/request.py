"""From the options of a command to a ``Request``: what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from briefing.errors import GazetteerError
from briefing.model import Article, Brief, Position
from briefing.parties import Gazetteer, load_parties
from briefing.pipeline import Options, analyse_article, make_brief, summarize
from briefing.reading import Reading
from briefing.rendering import SUFFIXES, Annotated, Explanation, View, explanation
from briefing.rendering.grouping import held_by
from briefing.rendering.output_formats import shows
from cli.errors import UsageError
from cli.subjects import brief_of, with_needed_text

Subject = Brief | Annotated | Explanation
Make = Callable[[Article], Subject]

_SHOWN_BY = {
    "html": "summarize, batch, digest and compare make pages",
    "annotations": "summarize, positions and batch write annotations",
    "brat": "summarize, positions and batch write annotations",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What a command was asked for; None is the default."""

    inputs: tuple[str, ...]
    view: View
    make: Make
    reading: Reading
    format: str | None = None
    positions: int | None = None
    files_from: str | None = None
    null: bool = False
    output: str | None = None
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    excel: bool = False


def request(view: View, inputs: tuple[str, ...], given: Mapping[str, Any]) -> Request:
    """The request that the options ``given`` make.

    Raises:
        UsageError: the format cannot show the view, there is no such encoding, or the file of parties cannot be used.
    """
    format = format_given(given)
    if format and not shows(format, view):
        raise UsageError(f"--format {format}: only {_SHOWN_BY[format]}; choose another format")
    return Request(
        inputs=inputs,
        view=view,
        make=_maker(view, options_of(given), given),
        reading=reading_of(given),
        files_from=given.get("files_from"),
        null=given.get("null", False),
        positions=given.get("positions"),
        format=format,
        **{name: given[name] for name in ("output", "quiet", "verbose", "debug", "excel")},
    )


def format_given(given: Mapping[str, Any]) -> str | None:
    """The format that ``--format`` or ``--excel`` names, or the suffix of the output; None without these."""
    if given["excel"]:
        return excel_format(given)
    if given["format"]:
        return str(given["format"])
    if given["output"] in (None, "-"):
        return None
    return SUFFIXES.get(_suffix(given), "text")


def excel_format(given: Mapping[str, Any]) -> str:
    """The format of ``--excel``, which is CSV.

    Raises:
        UsageError: ``--format`` or the suffix of the output names another.
    """
    named = given["format"] or SUFFIXES.get(_suffix(given), "csv")
    if named != "csv":
        raise UsageError(f"--excel is for CSV and not for {named}; give one of them")
    return "csv"


def _suffix(given: Mapping[str, Any]) -> str:
    return Path(str(given["output"])).suffix.lower()


def options_of(given: Mapping[str, Any]) -> Options:
    """The ``Options`` of the briefs.

    Raises:
        UsageError: the file of parties cannot be used.
    """
    names = ("sentences", "words", "quote_weight", "min_confidence", "with_text")
    chosen = {name: given[name] for name in names if given.get(name) is not None}
    parties = given["parties"]
    return Options(**chosen, gazetteer=None if parties is None else _gazetteer(parties))


def reading_of(given: Mapping[str, Any]) -> Reading:
    """The ``Reading``: how inputs are read.

    Raises:
        UsageError: there is no such encoding.
    """
    check_encoding(given["encoding"])
    names = [each.name for each in fields(Reading)]
    return Reading(**{name: given[name] for name in names if given.get(name) is not None})


def check_encoding(name: str | None) -> None:
    """Raise UsageError if there is no such encoding; None, to detect it, is allowed."""
    try:
        "a".encode(name or "utf-8")
    except (LookupError, ValueError) as error:
        raise UsageError(f"--encoding: there is no text encoding {name!r}; try utf-8 or cp1252") from error


def _gazetteer(path: str) -> Gazetteer:
    try:
        return load_parties(Path(path).read_text("utf-8-sig"), path)
    except OSError as error:
        raise UsageError(f"--parties: {path}: {error.strerror or error}; give a TOML file of names") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"--parties: {path}: is not UTF-8; save it as UTF-8") from error
    except GazetteerError as error:
        raise UsageError(f"--parties: {error}") from error


def _maker(view: View, options: Options, given: Mapping[str, Any]) -> Make:
    if view == "explanation":
        return lambda article: _explain(article, options)
    format = format_given(given) or ""
    if view == "brief":
        return lambda article: brief_of(article, options, format)
    options = with_needed_text(options, format)
    holders, stances = tuple(given.get("party") or ()), frozenset(given.get("stance") or ())
    return lambda article: _filtered(summarize(article, options), holders, stances)


def _filtered(brief: Brief, holders: tuple[str, ...], stances: frozenset[str]) -> Brief:
    names = frozenset(name for holder in holders for name in held_by(brief, holder))

    def wanted(position: Position) -> bool:
        held = not holders or not names.isdisjoint(position.parties)
        return held and (not stances or position.stance in stances)

    return replace(brief, positions=tuple(filter(wanted, brief.positions)))


def _explain(article: Article, options: Options) -> Explanation:
    found = analyse_article(article, options)
    return explanation(make_brief(found, options), found.document, found.scores)
