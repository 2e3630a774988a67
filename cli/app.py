"""The commands: each turns its options into a request. The library is loaded only when there is work for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options as choose
from cli.environment import Environment
from cli.errors import InterruptionError, UsageError
from cli.status import ExitStatus

if TYPE_CHECKING:
    from briefing.rendering import View

_EXAMPLES = """\b
Examples:
  brief summarize article.txt
  brief summarize articles/ --format jsonl | jq .article.title
  pbpaste | brief positions --stance accuse
  brief explain article.txt --quote-weight 0

\b
Exit status: 0 all done, 1 some input failed, 2 wrong usage, 130 interrupted.
"""
_SUMMARIZE = """\b
Examples:
  brief summarize article.txt
  brief summarize -n 5 -p 0 article.md
  brief summarize articles/ -o briefs.jsonl
  curl -s https://example.org/article.txt | brief summarize --words 60
"""
_QUOTES = """\b
Examples:
  brief quotes article.txt
  brief quotes articles/ --party "European Union" --format csv
"""
_POSITIONS = """\b
Examples:
  brief positions article.txt
  brief positions articles/ --party NATO --stance warn --stance oppose
  brief positions articles/ -o positions.csv
"""
_EXPLAIN = """\b
Examples:
  brief explain article.txt
  brief explain article.txt --quote-weight 0 -n 5
"""

app = typer.Typer(
    name="brief",
    help="Turn a news article into a brief: the sentences that tell the story, and who takes which position.",
    epilog=_EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"brief {version('news-brief')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def brief(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        context.obj.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)


@app.command(epilog=_SUMMARIZE, short_help="Print a brief of each input: the main job.")
def summarize(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    sentences: choose.Sentences = None,
    words: choose.Words = None,
    positions: choose.Positions = None,
    quote_weight: choose.QuoteWeight = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print a brief of each input: what happened, and the key positions with the parties who hold them."""
    _run(context, "brief")


@app.command(epilog=_QUOTES, short_help="Print who said what, quotations only.")
def quotes(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    party: choose.PartyNames = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print who said what: every quotation with its speaker."""
    _run(context, "quotes")


@app.command(epilog=_POSITIONS, short_help="Print the positions only, as a table.")
def positions(
    context: typer.Context,
    inputs: choose.Inputs = None,
    format: choose.Format = None,
    party: choose.PartyNames = None,
    stance: choose.Stances = None,
    positions: choose.BestPositions = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    quiet: choose.Quiet = False,
    verbose: choose.Verbose = False,
    debug: choose.Debug = False,
) -> None:
    """Print the positions as a table: all of them, or those of a party or a stance."""
    _run(context, "positions")


@app.command(epilog=_EXPLAIN, short_help="Print every sentence with its score and why.")
def explain(
    context: typer.Context,
    input: choose.OneInput = None,
    format: choose.Format = None,
    sentences: choose.Sentences = None,
    words: choose.Words = None,
    quote_weight: choose.QuoteWeight = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    with_text: choose.WithText = False,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
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
    if not inputs and (environment.stdin is None or environment.stdin_is_terminal):
        environment.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)
    if given.get("sentences") is not None and given.get("words") is not None:
        raise UsageError("--sentences and --words do not go together; give one of them")
    try:
        from cli.request import request
        from cli.run import run

        status = run(request(view, inputs or ("-",), given), environment)
    except KeyboardInterrupt as error:  # typer would end without a word
        raise InterruptionError from error
    raise typer.Exit(status)


def _inputs(given: dict[str, Any]) -> tuple[str, ...]:
    one = given.pop("input", None)
    several = given.pop("inputs", None)
    return tuple(several or ()) if one is None else (one,)
