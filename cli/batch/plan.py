"""From the options of ``brief batch`` to a run: which inputs, which executor, which sink."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from briefing.many import warm_up
from briefing.parallel.crew import WINDOW
from briefing.parallel.executors import Inline, cores
from briefing.parallel.processes import Processes
from briefing.reading.opening import PACKED
from briefing.rendering import SUFFIXES, Layout, Stream
from briefing.rendering.output_formats import output_format, stands_alone, suffix_of
from cli.batch.cluster import cluster
from cli.batch.progress import Progress
from cli.batch.report import Report
from cli.batch.run import Batch, MakeExecutor, run
from cli.batch.settings import Settings
from cli.batch.sinks import REPORT, FolderSink, Sink
from cli.batch.stores import StoreSink
from cli.batch.streams import FileSink, StreamSink
from cli.constants import STDIN, is_store
from cli.environment import Environment
from cli.errors import UsageError
from cli.inputs import Input, expand, listed
from cli.outputs import is_device, open_output
from cli.request import excel_format, options_of, reading_of
from cli.status import ExitStatus

_CLUSTER_WINDOW = 256
_SHOWN = (
    *(
        "inputs",
        "files_from",
        "output",
        "sentences",
        "words",
        "positions",
        "quote_weight",
        "min_confidence",
        "with_text",
        "excel",
    ),
    *(
        "parties",
        "encoding",
        "text_field",
        "id_field",
        "date_field",
        "outlet_field",
        "max_bytes",
        "only_language",
        "jobs",
    ),
    "cluster",
)


def run_batch(given: Mapping[str, Any], environment: Environment) -> ExitStatus:
    """Run the batch that these options ask for.

    Raises:
        UsageError: they do not fit together, or a place cannot be used.
        OutputError, OutputClosedError: results cannot be kept.
    """
    output = str(given["output"])
    stored = _is_stored(output)
    given = _for_a_store(given) if stored else given
    whole = not _is_stream(output)
    format = excel_format(given) if given["excel"] else _format(given["format"], output, whole)
    if stands_alone(format) and not whole:
        raise UsageError(f"--format {format} makes a file of each article; give --output a folder")
    layout = Layout(
        positions=given["positions"],
        many=not whole,
        ascii=output == STDIN and not environment.takes_every_character,
        marked=given["excel"],
    )
    settings = Settings(
        format=format,
        layout=layout,
        options=options_of(given),
        reading=reading_of(given),
        whole=whole,
        only_language=given["only_language"],
        clock=given["timings"],
    )
    make, window = _executor(given)
    with _sink(given, settings, environment) as sink:
        progress = Progress(environment, given["quiet"], _total(given, environment))
        batch = Batch(
            inputs=_checked(expand(_names(given, environment), output), output, whole and not stored),
            settings=settings,
            executor=make,
            window=window,
            sink=sink,
            report=_report(given, format, whole and not stored),
            fail_fast=given["fail_fast"],
            verbose=given["verbose"],
        )
        return run(batch, environment, progress)


def _for_a_store(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options of a run into a store, which keeps briefs as JSON with their texts.

    Raises:
        UsageError: another format is asked for.
    """
    if given["excel"] or given["format"] not in (None, "json"):
        raise UsageError(
            "--format: a store keeps briefs whole; leave the format out, and export with SQL or brief digest"
        )
    return {**given, "format": "json", "with_text": True}


def _is_stored(output: str) -> bool:
    return is_store(output) and not os.path.isdir(output)  # noqa: PTH112


def _is_stream(output: str) -> bool:
    if output == STDIN or is_device(output):
        return True
    return Path(output).suffix.lower() in SUFFIXES and not os.path.isdir(output)  # noqa: PTH112


def _format(given: str | None, output: str, whole: bool) -> str:
    if given:
        return given
    return "json" if whole else SUFFIXES.get(Path(output).suffix.lower(), "jsonl")


def _executor(given: Mapping[str, Any]) -> tuple[MakeExecutor, int]:
    if given["cluster"]:
        return partial(cluster, given["cluster"]), _CLUSTER_WINDOW
    jobs = given["jobs"] or cores()
    return (Inline, 1) if jobs == 1 else (partial(Processes, jobs, warm_up), WINDOW * jobs)


@contextlib.contextmanager
def _sink(given: Mapping[str, Any], settings: Settings, environment: Environment) -> Iterator[Sink]:
    output, force = str(given["output"]), bool(given["force"])
    fingerprint = settings.fingerprint(version("news-brief"))
    if _is_stored(output):
        yield StoreSink(output, fingerprint, force)
        return
    if settings.whole:
        made = output_format(settings.format, "brief", settings.layout)
        beside = made.beside[0] if made.beside else ""
        yield FolderSink(output, suffix_of(settings.format), fingerprint, force, beside, made.folder)
        return
    stream = Stream(settings.format, "brief", settings.layout)
    if output != STDIN and not is_device(output):
        yield FileSink(output, stream, fingerprint, force)
        return
    with open_output(output, environment) as write:
        yield StreamSink(write, stream)


def _names(given: Mapping[str, Any], environment: Environment) -> Iterable[str]:
    names: Iterable[str] = given["inputs"] or ()
    if given["files_from"] is None:
        return names
    return itertools.chain(names, listed(given["files_from"], given["null"], environment))


def _checked(inputs: Iterator[Input], output: str, whole: bool) -> Iterator[Input]:
    """The inputs; raises UsageError for one in the folder of the results, where a result could overwrite it."""
    place = os.path.realpath(output)
    inside: dict[str, bool] = {"": False}
    for each in inputs:
        folder = os.path.dirname(each.source) or "."  # noqa: PTH120
        if whole and each.source != STDIN and not each.fault and folder not in inside:
            inside = {folder: os.path.commonpath([os.path.realpath(folder), place]) == place}
        if whole and inside.get(folder):
            raise UsageError(f"{each.source}: lies in the folder of the results; give another --output")
        yield each


def _total(given: Mapping[str, Any], environment: Environment) -> int | None:
    """The size of all inputs in bytes; None where no progress bar is shown or the size is not known beforehand."""
    names = given["inputs"] or ()
    if not environment.stderr_is_terminal or given["quiet"] or given["files_from"] or STDIN in names:
        return None
    total = 0
    for each in expand(names, str(given["output"])):
        if each.source.lower().endswith(PACKED):
            return None
        with contextlib.suppress(OSError):
            total += os.stat(each.source).st_size  # noqa: PTH116
    return total


def _report(given: Mapping[str, Any], format: str, whole: bool) -> Report | None:
    path = given["report"] or (str(Path(given["output"], REPORT)) if whole else None)
    if path is None:
        return None
    chosen = {"format": format} | {name: given[name] for name in _SHOWN}
    options = {name: value for name, value in chosen.items() if value not in (None, False)}
    return Report(Path(path), version("news-brief"), options)
