"""Runs a command: read each input, call the library, write the result, and go on after an input that fails."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from itertools import chain, islice

from briefing.model import Article
from briefing.reading.loading import article_of
from briefing.reading.raw import Raw
from briefing.rendering import Layout, Stream
from briefing.rendering.output_formats import stands_alone
from briefing.rendering.sanitise import clean, one_line
from cli.environment import Environment
from cli.errors import Failure, UsageError, failure, note_line, passed_line
from cli.inputs import are_many, expand, listed
from cli.loading import load
from cli.outputs import Write, open_output
from cli.passed import Passed
from cli.request import Request, Subject
from cli.status import ExitStatus


def run(request: Request, environment: Environment) -> ExitStatus:
    """Work through the inputs in order, each written as soon as it is done.

    Raises:
        UsageError: no file can be made at the path of the output, or the format holds only one article.
        OutputError: the output cannot be written.
        OutputClosedError: the reader of standard output is gone.
    """
    with open_output(request.output, environment) as write:
        return _Runner(request, environment, write).run()


class _Runner:
    def __init__(self, request: Request, environment: Environment, write: Write) -> None:
        self._request, self._environment, self._write = request, environment, write
        self._raws, many = _with_number(_raws(request, environment), request)
        format, layout = _format(request, environment), _layout(request, environment, many)
        if layout.many and stands_alone(format):
            raise UsageError(
                f"--format {format} makes a file of each article; give one input, or brief batch -f {format} -o FOLDER"
            )
        self._stream = Stream(format, request.view, layout)
        self._passed = Passed()
        self._status = ExitStatus.OK

    def run(self) -> ExitStatus:
        try:
            for raw in self._raws:
                if raw.passed:
                    self._pass_over(raw)
                else:
                    self._one(raw)
        finally:
            self._emit(self._stream.end())
        self._passed.tell(self._environment, self._request.quiet, self._request.verbose)
        return self._status

    def _pass_over(self, raw: Raw) -> None:
        self._passed.add(raw)
        if self._request.verbose:
            self._environment.say(passed_line(raw.source, str(raw.fault)))

    def _one(self, raw: Raw) -> None:
        began = time.perf_counter()
        try:
            article = article_of(raw, self._request.reading)
            subject = self._request.make(article)
            shown = self._stream.add(subject)
        except Exception as error:  # whatever one article does, the others are still to be done
            self._fail(failure(raw.source, error))
            return
        self._emit(shown)
        self._report(raw.source, article, subject, time.perf_counter() - began)

    def _fail(self, fault: Failure) -> None:
        self._status = ExitStatus.FAILED
        if self._request.debug:
            self._environment.say(clean(traceback.format_exc()).rstrip())
        self._environment.say(fault.line())
        self._emit(self._stream.fail(fault.source, fault.kind, fault.message))

    def _report(self, source: str, article: Article, subject: Subject, seconds: float) -> None:
        if not self._request.quiet:
            for note in article.notes:
                self._environment.say(note_line(source, note))
        if self._request.verbose:
            found = f"{subject.article.words} words in {seconds:.2f} s"
            self._environment.say(f"brief: {one_line(source)}: {found}")

    def _emit(self, text: str) -> None:
        if text:
            self._write(text)


def _names(request: Request, environment: Environment) -> Iterator[str]:
    yield from request.inputs
    if request.files_from is not None:
        yield from listed(request.files_from, request.null, environment)


def _raws(request: Request, environment: Environment) -> Iterator[Raw]:
    for each in expand(_names(request, environment), request.output):
        yield from load(each, environment, request.reading)


def _with_number(raws: Iterator[Raw], request: Request) -> tuple[Iterator[Raw], bool]:
    """The articles, and whether several briefs are asked for: by the inputs named, or by a single file with several."""
    if request.files_from is not None or are_many(request.inputs):
        return raws, True
    first = list(islice(raws, 1))
    many = any(raw.source not in request.inputs for raw in first)
    return chain(first, raws), many


def _format(request: Request, environment: Environment) -> str:
    return request.format or ("terminal" if environment.stdout_is_terminal else "text")


def _layout(request: Request, environment: Environment, many: bool) -> Layout:
    to_file = request.output not in (None, "-")
    return Layout(
        width=environment.width,
        color=environment.color and not to_file,
        positions=request.positions,
        many=many,
        ascii=not to_file and not environment.takes_every_character,
        marked=request.excel,
    )
