"""Do what ``brief digest`` and ``brief compare`` ask: take or make the briefs of all inputs, and show the picture."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from briefing.brief import SCHEMA, from_json
from briefing.digest import Digester, compare
from briefing.model import Brief
from briefing.pipeline import Options, summarize
from briefing.reading import Reading
from briefing.reading.loading import article_of
from briefing.reading.raw import Raw
from briefing.rendering.digest import DIGEST_FORMATS, render_comparison, render_digest
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import clean
from cli.environment import Environment
from cli.errors import InputError, UsageError, failure, note_line
from cli.inputs import expand, listed
from cli.loading import load
from cli.outputs import open_output
from cli.passed import Passed
from cli.request import format_given, options_of, reading_of
from cli.status import ExitStatus


@dataclass(slots=True)
class _Taken:
    """How the briefs come in, and whether all did."""

    given: dict[str, Any]
    environment: Environment
    options: Options
    reading: Reading
    status: ExitStatus = ExitStatus.OK
    passed: Passed = field(default_factory=Passed)

    def briefs(self, names: Iterable[str]) -> Iterator[Brief]:
        """The briefs of all inputs in their order; an input at fault is reported and left out."""
        for each in expand(names, self.given["output"]):
            for raw in load(each, self.environment, self.reading):
                if raw.passed:
                    self.passed.add(raw)
                else:
                    yield from self._guarded(raw)
        self.passed.tell(self.environment, self.given["quiet"], verbose=False)

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


def run(names: tuple[str, ...], given: dict[str, Any], environment: Environment, *, pair: bool) -> ExitStatus:
    """Digest all inputs, or compare the two.

    Raises:
        UsageError: an option cannot be used, or there are not two reports to compare.
        OutputError: the output cannot be written.
        OutputClosedError: nobody reads it on.
    """
    options = options_of({"with_text": True, **given})
    format, layout = _format(given, environment), _layout(given, environment)
    reading = reading_of(given)
    taken = _Taken(given, environment, options, reading)
    digester, count = Digester(options.gazetteer), 0
    for brief in taken.briefs(_names(names, given, environment)):
        digester.add(brief)
        count += 1
    if pair and count != 2 and taken.status is ExitStatus.OK:
        raise UsageError(f"compare needs two reports, and these inputs hold {count}; name two files of one each")
    if not count or (pair and count != 2):
        return ExitStatus.FAILED
    digest = digester.digest()
    with open_output(given["output"], environment) as write:
        write(render_comparison(compare(digest), format, layout) if pair else render_digest(digest, format, layout))
    return taken.status


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
