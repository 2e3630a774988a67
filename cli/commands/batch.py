"""``brief batch``: the options of a run over many articles."""

from __future__ import annotations

from typing import Any

import typer

from cli import options as choose
from cli.environment import Environment
from cli.errors import InterruptionError, UsageError
from cli.signals import stopped_by_sigterm

BATCH = """\b
Examples:
  brief batch articles/ -o briefs/
  brief batch today/ -o news.db
  brief batch articles/ news.jsonl.gz -o briefs.jsonl --jobs 8
  find . -name '*.txt' -print0 | brief batch --files-from - -0 -o briefs/
  brief batch news.jsonl -o - | jq .article.title
  brief batch articles/ -o brat/data/briefs -f brat

\b
Run it again after an interruption: what is done already is not done again.
"""


def batch(
    context: typer.Context,
    inputs: choose.Inputs = None,
    output: choose.OutputPlace = None,
    format: choose.Format = None,
    excel: choose.Excel = False,
    jobs: choose.Jobs = 0,
    cluster: choose.Cluster = None,
    files_from: choose.FilesFrom = None,
    null: choose.Null = False,
    force: choose.Force = False,
    fail_fast: choose.FailFast = False,
    report: choose.ReportFile = None,
    timings: choose.Timings = False,
    sentences: choose.Sentences = None,
    words: choose.Words = None,
    positions: choose.Positions = None,
    quote_weight: choose.QuoteWeight = None,
    min_confidence: choose.MinConfidence = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    text_field: choose.TextField = None,
    id_field: choose.IdField = "id",
    date_field: choose.DateField = None,
    outlet_field: choose.OutletField = None,
    only_language: choose.OnlyLanguage = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Write a brief of each of many articles, in parallel; an interrupted run goes on where it was."""
    environment: Environment = context.obj
    given: dict[str, Any] = dict(context.params)
    _check(given)
    try:
        with stopped_by_sigterm():
            from cli.batch.plan import run_batch

            status = run_batch(given, environment)
    except KeyboardInterrupt as error:  # typer would end without a word
        raise InterruptionError from error
    raise typer.Exit(status)


def _check(given: dict[str, Any]) -> None:
    inputs, listed = given["inputs"] or (), given["files_from"]
    if not inputs and not listed:
        raise UsageError("no input; give files or folders, - for standard input, or --files-from")
    if listed == "-" and "-" in inputs:
        raise UsageError("standard input cannot be an input and --files-from too; give one of them")
    if given["output"] is None:
        raise UsageError(
            "no output; give --output a folder, FILE.jsonl, FILE.csv, a store FILE.db, or - for standard output"
        )
    if given["format"] == "terminal":
        raise UsageError("the format terminal is for one brief on a terminal; give text")
    if given["sentences"] is not None and given["words"] is not None:
        raise UsageError("--sentences and --words do not go together; give one of them")
