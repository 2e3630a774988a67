"""Runs ``brief digest``, ``stories``, ``sources`` and ``compare``: read or make all briefs, then show their digest."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefing.codec import SCHEMA, from_json
from briefing.digest import Digester, DigestFilter, filter_digest
from briefing.digest.fingerprints import Fingerprint
from briefing.digest.terms import lower_words
from briefing.errors import SchemaError, StoreError
from briefing.model import Brief
from briefing.pipeline import Options, summarize
from briefing.reading import Reading
from briefing.reading.loading import article_of
from briefing.reading.raw import Raw
from briefing.rendering.digest import DIGEST_FORMATS, DigestView, render_digest
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import clean
from briefing.soundness import check
from briefing.store import Filter, Store, is_database
from cli.constants import STDIN, is_store
from cli.environment import Environment
from cli.errors import InputError, UsageError, failure, note_line, passed_line
from cli.inputs import Input, expand, listed
from cli.loading import load
from cli.outputs import open_output
from cli.passed import Passed
from cli.process import few_collections
from cli.request import format_given, options_of, reading_of
from cli.status import ExitStatus
from cli.subjects import PAGE

_SCHEMA, _ERROR = SCHEMA.encode(), b'"error"'


@dataclass(slots=True)
class _Taken:
    """Reads the briefs of all inputs, and remembers whether an input failed."""

    given: dict[str, Any]
    environment: Environment
    options: Options
    reading: Reading
    wanted: Filter
    status: ExitStatus = ExitStatus.OK
    passed: Passed = field(default_factory=Passed)

    def briefs(self, names: Iterable[str]) -> Iterator[tuple[Brief, Fingerprint | None]]:
        """The briefs of all inputs in their order; a faulty input is reported and left out.

        If one party is wanted, only its positions are read from a store, with the fingerprints of their articles.
        """
        for each in expand(names, self.given["output"]):
            if _is_stored(each):
                yield from self._stored(each.source)
                continue
            for raw in load(each, self.environment, self.reading):
                if raw.passed:
                    self._pass_over(raw)
                else:
                    yield from ((brief, None) for brief in self._guarded(raw))
        self.passed.tell(self.environment, self.given["quiet"], self.given.get("verbose", False))

    def _pass_over(self, raw: Raw) -> None:
        self.passed.add(raw)
        if self.given.get("verbose"):
            self.environment.say(passed_line(raw.source, str(raw.fault)))

    def _stored(self, path: str) -> Iterator[tuple[Brief, Fingerprint | None]]:
        try:
            with Store(path, create=False) as store:
                if self.wanted.party is None:
                    yield from ((brief, None) for brief in store.briefs(self.wanted))
                else:
                    yield from store.held(self.wanted.party, self.wanted)
        except StoreError as error:
            raise UsageError(str(error)) from error

    def _guarded(self, raw: Raw) -> Iterator[Brief]:
        try:
            yield from self._of(raw)
        except Exception as error:  # whatever one input does, the others are still to be done
            self._fail(raw, error)

    def _of(self, raw: Raw) -> Iterator[Brief]:
        if raw.fault is None and raw.kind == "record":
            if brief := _at_once(raw):
                yield brief
                return
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
        OutputClosedError: the reader of standard output is gone.
    """
    pair = view == "compare"
    shown: DigestView = "stories" if view == "stories" else "sources" if view == "sources" else "digest"
    if shown != "digest" and format_given(given) == PAGE:
        raise UsageError(f"--format html: {view} makes no page; choose another format, or brief digest")
    wanted = _wanted(given)
    options = options_of({"with_text": True, **given})
    format, layout = _format(given, environment), _layout(given, environment)
    taken = _Taken(given, environment, options, reading_of(given), wanted)
    digester, count = Digester(options.gazetteer, one_story=pair), 0
    with few_collections():
        for brief, known in taken.briefs(_names(names, given, environment)):
            if _is_wanted(brief, wanted):
                digester.add(brief, known)
                count += 1
    if pair and count != 2 and taken.status is ExitStatus.OK:
        raise UsageError(f"compare needs two reports, and these inputs hold {count}; name two files of one each")
    if not count and taken.status is ExitStatus.OK:
        raise UsageError(_nothing(wanted))
    if not count or (pair and count != 2):
        return ExitStatus.FAILED
    with few_collections():
        digest = digester.digest(last=True)
    try:
        digest = filter_digest(digest, DigestFilter(given.get("story"), given.get("party")))
    except ValueError as error:
        raise UsageError(str(error)) from error
    with open_output(given["output"], environment) as write:
        write(render_digest(digest, format, layout, shown))
    return taken.status


def _nothing(wanted: Filter) -> str:
    if wanted.party is not None:
        return f"no party goes by {wanted.party} in these articles; see brief sources for all that are heard"
    return "no article is of these days, outlets and words; widen --since, --until, --outlet or --search"


def _is_stored(each: Input) -> bool:
    """Whether it is a store that was named; one found in a folder holds what lies beside it, and is passed over."""
    if each.walked or each.fault or each.source == STDIN:
        return False
    return is_store(each.source) or is_database(each.source)


def _wanted(given: dict[str, Any]) -> Filter:
    """The filter of articles that the options give: by day, outlet and words; the party filters only a store."""
    since, until = (_day(name, given.get(name)) for name in ("since", "until"))
    return Filter(since, until, tuple(given.get("outlet") or ()), given.get("party"), given.get("search"))


def _is_wanted(brief: Brief, wanted: Filter) -> bool:
    """Whether a brief, from a store or not, passes the filter; one without a date passes none by day."""
    article = brief.article
    day = article.date or ""
    if (wanted.since or wanted.until) and not day:
        return False
    if (wanted.since and day < wanted.since) or (wanted.until and day > wanted.until):
        return False
    if wanted.outlets and (article.outlet or "").casefold() not in {name.casefold() for name in wanted.outlets}:
        return False
    having = set(lower_words(f"{article.title or ''} {article.text or ''}")) if wanted.search else set()
    return not wanted.search or having.issuperset(lower_words(wanted.search))


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


def _at_once(raw: Raw) -> Brief | None:
    """The finished brief in a record, read the fast way; None where it must be parsed by ``_records``."""
    from briefing.schemas.reading import read_text

    if _ERROR in raw.data or _SCHEMA not in raw.data:
        return None
    brief = read_text(raw.data)
    try:
        if brief is not None:
            check(brief)
    except ValueError:
        return None
    return brief


def _finished(record: Any) -> Brief:
    try:
        brief = from_json(record)
        check(brief)
    except (SchemaError, ValueError) as error:
        raise InputError("record", f"is no finished brief ({error}); make it again with brief batch") from error
    return brief


def _names(names: tuple[str, ...], given: dict[str, Any], environment: Environment) -> Iterator[str]:
    yield from names
    if given.get("files_from") is not None:
        yield from listed(given["files_from"], given["null"], environment)


def _format(given: dict[str, Any], environment: Environment) -> str:
    format = format_given(given) or ("terminal" if environment.stdout_is_terminal else "text")
    if format not in DIGEST_FORMATS:
        raise UsageError(f"--output {given['output']}: a digest is not written as {format}; choose another format")
    return format


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
