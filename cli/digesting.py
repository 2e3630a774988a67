"""Do what ``brief digest``, ``stories``, ``sources`` and ``compare`` ask: take or make all briefs, show the picture."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing.brief import SCHEMA, from_json
from briefing.digest import Digester, Selection, select
from briefing.model import ArticleInfo, Brief
from briefing.pipeline import Options, summarize
from briefing.rendering.digest import DigestView, render_digest
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import clean
from cli.articles import Reading, article_of
from cli.environment import Environment
from cli.errors import InputError, UsageError, failure, note_line
from cli.inputs import expand, listed
from cli.loading import Limits, Raw, load
from cli.outputs import open_output
from cli.request import check_encoding, format_given, options_of
from cli.status import ExitStatus
from cli.subjects import PAGE


@dataclass(slots=True)
class _Taken:
    """How the briefs come in, and whether all did."""

    given: dict[str, Any]
    environment: Environment
    options: Options
    reading: Reading
    status: ExitStatus = ExitStatus.OK

    def briefs(self, names: Iterable[str]) -> Iterator[Brief]:
        """The briefs of all inputs in their order; an input at fault is reported and left out."""
        limits = Limits(self.given["max_bytes"], self.given.get("id_field", "id"))
        for each in expand(names, self.given["output"], briefs=True):
            for raw in load(each, self.environment, limits):
                yield from self._guarded(raw)

    def _guarded(self, raw: Raw) -> Iterator[Brief]:
        try:
            yield from self._of(raw)
        except Exception as error:  # whatever one input does, the others are still to be done
            self._fail(raw, error)

    def _of(self, raw: Raw) -> Iterator[Brief]:
        if raw.fault is None and raw.kind == "record":
            records = _records(raw)
            if records is not None:
                for record in records:
                    yield _finished(record)
                return
        brief = summarize(article_of(raw, self.reading), self.options)
        for note in () if self.given["quiet"] else brief.notes:
            self.environment.say(note_line(raw.source, note))
        yield brief

    def _fail(self, raw: Raw, error: Exception) -> None:
        self.status = ExitStatus.FAILED
        if self.given["debug"]:
            self.environment.say(clean(traceback.format_exc()).rstrip())
        self.environment.say(failure(raw.source, error).line())


def run(names: tuple[str, ...], given: dict[str, Any], environment: Environment, view: str) -> ExitStatus:
    """Digest all inputs, list their stories or who is heard in them, or compare the two.

    Raises:
        UsageError: an option cannot be used, or there are not two reports to compare.
        OutputError: the output cannot be written.
        OutputClosedError: nobody reads it on.
    """
    pair = view == "compare"
    shown: DigestView = "stories" if view == "stories" else "sources" if view == "sources" else "digest"
    check_encoding(given["encoding"])
    if shown != "digest" and format_given(given) == PAGE:
        raise UsageError(f"--format html: {view} makes no page; choose another format, or brief digest")
    wanted = _Wanted.given(given)
    options = options_of({"with_text": True, **given})
    reading = Reading(given["encoding"], given.get("text_field"), given.get("id_field", "id"))
    taken = _Taken(given, environment, options, reading)
    digester, count = Digester(options.gazetteer, one_story=pair), 0
    for brief in taken.briefs(_names(names, given, environment)):
        if wanted.has(brief.article):
            digester.add(brief)
            count += 1
    if pair and count != 2 and taken.status is ExitStatus.OK:
        raise UsageError(f"compare needs two reports, and these inputs hold {count}; name two files of one each")
    if not count and taken.status is ExitStatus.OK:
        raise UsageError("no article is of these days and outlets; widen --since, --until or --outlet")
    if not count or (pair and count != 2):
        return ExitStatus.FAILED
    format, layout = _format(given, environment), _layout(given, environment)
    digest = digester.digest()
    try:
        digest = select(digest, Selection(given.get("story"), given.get("party")))
    except ValueError as error:
        raise UsageError(str(error)) from error
    with open_output(given["output"], environment) as write:
        write(render_digest(digest, format, layout, shown))
    return taken.status


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The articles that are taken: by day and by outlet."""

    since: str | None
    until: str | None
    outlets: frozenset[str]

    @classmethod
    def given(cls, given: dict[str, Any]) -> _Wanted:
        days = [_day(name, given.get(name)) for name in ("since", "until")]
        return cls(days[0], days[1], frozenset(name.casefold() for name in given.get("outlet") or ()))

    def has(self, article: ArticleInfo) -> bool:
        """Whether an article is wanted; one without a date is of no day."""
        day = article.date or ""
        if (self.since or self.until) and not day:
            return False
        in_time = (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
        return in_time and (not self.outlets or (article.outlet or "").casefold() in self.outlets)


def _day(option: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"--{option}: {value!r} is no day; write it as 2025-03-31") from error


def _records(raw: Raw) -> list[Any] | None:
    """The finished briefs in a record, None where it is an article."""
    try:
        found = json.loads(raw.data)
    except (ValueError, RecursionError):
        return None
    many = found if isinstance(found, list) else [found]
    return many if any(isinstance(each, dict) and each.get("schema") == SCHEMA for each in many) else None


def _finished(record: Any) -> Brief:
    try:
        return from_json(record)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        what = str(error) if isinstance(error, ValueError) else f"it lacks or spoils {error}"
        raise InputError("record", f"is no finished brief ({what}); make it again with brief batch") from error


def _names(names: tuple[str, ...], given: dict[str, Any], environment: Environment) -> Iterator[str]:
    yield from names
    if given.get("files_from") is not None:
        yield from listed(given["files_from"], given["null"], environment)


def _format(given: dict[str, Any], environment: Environment) -> str:
    return format_given(given) or ("terminal" if environment.stdout_is_terminal else "text")


def _layout(given: dict[str, Any], environment: Environment) -> Layout:
    to_file = given["output"] not in (None, "-")
    return Layout(
        width=environment.width,
        color=environment.color and not to_file,
        positions=given.get("positions"),
        many=True,
        ascii=not to_file and not environment.takes_every_character,
        marked=given["excel"],
    )
