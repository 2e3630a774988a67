"""The commands that print something about each input. The library is loaded only when there is work for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from cli import options as choose
from cli.environment import Environment
from cli.errors import InterruptionError, UsageError
from cli.process import keep_one_thread
from cli.signals import stopped_by_sigterm
from cli.status import ExitStatus

if TYPE_CHECKING:
    from briefing.rendering import View

SUMMARIZE = """\b
Examples:
  brief summarize article.txt
  brief summarize -n 5 -p 0 article.md
  brief summarize articles/ -o briefs.jsonl
  brief summarize article.txt -f obsidian -o vault/article.md
  curl -s https://example.org/article.txt | brief summarize --words 60
"""
QUOTES = """\b
Examples:
  brief quotes article.txt
  brief quotes articles/ --party "European Union" --format csv
"""
POSITIONS = """\b
Examples:
  brief positions article.txt
  brief positions articles/ --party NATO --stance warn --stance oppose
  brief positions articles/ -o positions.csv
"""
EXPLAIN = """\b
Examples:
  brief explain article.txt
  brief explain article.txt --quote-weight 0 -n 5
"""


def summarize(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    excel: choose.Excel = False,
    sentences: choose.Sentences = None,
    words: choose.Words = None,
    positions: choose.Positions = None,
    quote_weight: choose.QuoteWeight = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    files_from: choose.FilesFrom = None,
    null: choose.Null = False,
    text_field: choose.TextField = None,
    id_field: choose.IdField = "id",
    date_field: choose.DateField = None,
    outlet_field: choose.OutletField = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print a brief of each input: what happened, and the key positions with the parties who hold them."""
    _run(context, "brief")


def quotes(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    excel: choose.Excel = False,
    party: choose.PartyNames = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    files_from: choose.FilesFrom = None,
    null: choose.Null = False,
    text_field: choose.TextField = None,
    id_field: choose.IdField = "id",
    date_field: choose.DateField = None,
    outlet_field: choose.OutletField = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print who said what: every quotation with its speaker."""
    _run(context, "quotes")


def positions(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    excel: choose.Excel = False,
    party: choose.PartyNames = None,
    stance: choose.Stances = None,
    positions: choose.BestPositions = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    files_from: choose.FilesFrom = None,
    null: choose.Null = False,
    text_field: choose.TextField = None,
    id_field: choose.IdField = "id",
    date_field: choose.DateField = None,
    outlet_field: choose.OutletField = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print the positions as a table: all of them, or those of a party or a stance."""
    _run(context, "positions")


def explain(
    context: typer.Context,
    input: choose.OneInput = None,
    format: choose.Format = None,
    excel: choose.Excel = False,
    sentences: choose.Sentences = None,
    words: choose.Words = None,
    quote_weight: choose.QuoteWeight = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print every sentence with its score and the parts that add up to it."""
    _run(context, "explanation")


def _run(context: typer.Context, view: View) -> None:
    """Run the command with its parameters as typer read them, and leave with its status."""
    environment: Environment = context.obj
    given: dict[str, Any] = dict(context.params)
    inputs = _inputs(given)
    listed = given.get("files_from")
    if listed == "-" and "-" in inputs:
        raise UsageError("standard input cannot be an input and --files-from too; give one of them")
    if not inputs and not listed and (environment.stdin is None or environment.stdin_is_terminal):
        environment.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)
    if given.get("sentences") is not None and given.get("words") is not None:
        raise UsageError("--sentences and --words do not go together; give one of them")
    try:
        with stopped_by_sigterm():
            keep_one_thread()
            from cli.request import request
            from cli.run import run

            status = run(request(view, inputs or (() if listed else ("-",)), given), environment)
    except KeyboardInterrupt as error:  # typer would end without a word
        raise InterruptionError from error
    raise typer.Exit(status)


def _inputs(given: dict[str, Any]) -> tuple[str, ...]:
    one = given.pop("input", None)
    several = given.pop("inputs", None)
    return tuple(several or ()) if one is None else (one,)
