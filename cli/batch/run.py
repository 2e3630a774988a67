"""Runs a batch: plans each article, sends it to a worker, keeps the result, and reports."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial

from briefing.parallel.crew import Crew, Task
from briefing.reading.raw import Raw
from cli.batch.clock import Clock
from cli.batch.progress import Counts, Progress
from cli.batch.report import Report
from cli.batch.settings import Settings
from cli.batch.sinks import Sink, Ticket
from cli.batch.work import Outcome, killed, packed, work
from cli.environment import Environment
from cli.errors import note_line, passed_line
from cli.inputs import Input
from cli.loading import load
from cli.status import ExitStatus

MakeExecutor = Callable[[], Executor]


@dataclass(frozen=True)
class Batch:
    """All that a run needs; ``window`` is the most chunks that may be submitted and not yet finished."""

    inputs: Iterator[Input]
    settings: Settings
    executor: MakeExecutor
    window: int
    sink: Sink
    report: Report | None = None
    fail_fast: bool = False
    verbose: bool = False
    counts: Counts = field(default_factory=Counts)
    clock: Clock = field(default_factory=lambda: Clock(on=True))


def run(batch: Batch, environment: Environment, progress: Progress) -> ExitStatus:
    """Work through the inputs; results that were saved stay, however the run ends.

    Raises:
        OutputError, OutputClosedError: results cannot be saved.
        KeyboardInterrupt: the user stopped the run.
    """
    whole = False
    try:
        whole = _work(batch, environment, progress)
    finally:
        try:
            batch.sink.close(whole)
        finally:
            if batch.report:
                batch.report.close(batch.counts, progress.seconds, whole)
            progress.close(batch.counts)
            if batch.settings.clock:
                for line in batch.clock.lines():
                    environment.say(f"brief: {line}")
    return ExitStatus.FAILED if batch.counts.failed else ExitStatus.OK


def _work(batch: Batch, environment: Environment, progress: Progress) -> bool:
    """Work through the inputs, and return whether all were done; False after a failure with ``fail_fast``."""
    crew: Crew[Ticket, Outcome] = Crew(batch.executor(), partial(work, packed(batch.settings)), _lost, batch.window)
    ended = False
    try:
        planned = _planned(batch, environment, progress)
        with contextlib.closing(crew.outcomes(planned)) as outcomes:
            for task, outcome in outcomes:
                batch.sink.put(task.ticket, task.item, outcome)
                _count(batch, progress, task.item, outcome)
                if outcome.failure and batch.fail_fast:
                    return False
        ended = True
    finally:
        crew.close(at_once=not ended)
    return True


def _lost(task: Task[Ticket]) -> Outcome:
    return killed(task.item)


def _planned(batch: Batch, environment: Environment, progress: Progress) -> Iterator[Task[Ticket]]:
    """The tasks that are still to be done."""
    for each in batch.inputs:
        for raw in load(each, environment, batch.settings.reading):
            if raw.passed:
                _pass_over(batch, progress, raw)
                continue
            plan = batch.sink.plan(raw)
            if isinstance(plan, Ticket):
                yield Task(plan, raw, len(raw.data))
            elif plan.failure:
                _count(batch, progress, raw, plan)
            else:
                batch.counts.skipped += 1
                progress.advance(batch.counts, len(raw.data))


def _pass_over(batch: Batch, progress: Progress, raw: Raw) -> None:
    batch.counts.passed.add(raw)
    why = str(raw.fault)
    if batch.report:
        batch.report.pass_over(raw.source, why)
    if batch.verbose:
        progress.say(passed_line(raw.source, why))


def _count(batch: Batch, progress: Progress, raw: Raw, outcome: Outcome) -> None:
    if outcome.failure:
        batch.counts.failed += 1
        progress.say(outcome.failure.line())
        if batch.report:
            batch.report.add(outcome.failure)
    elif outcome.other_language:
        batch.counts.other_language += 1
        if batch.verbose:
            progress.say(passed_line(raw.source, f"its language is {outcome.other_language}"))
    else:
        batch.counts.done += 1
    if batch.verbose:
        for note in outcome.notes:
            progress.say(note_line(raw.source, note))
    batch.clock.add(outcome.seconds)
    progress.advance(batch.counts, len(raw.data))
