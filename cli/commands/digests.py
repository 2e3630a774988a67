"""``brief digest``, ``stories``, ``sources`` and ``compare``: one picture of many articles, or of two."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli import options as choose
from cli.environment import Environment
from cli.errors import InterruptionError, UsageError
from cli.signals import stopped_by_sigterm
from cli.status import ExitStatus

DIGEST = """\b
Examples:
  brief digest story/
  brief batch articles/ -o - | brief digest -
  brief digest news.db --party "Ilhan Omar"
  brief digest briefs.jsonl --since 2025-03-01 --format markdown -o digest.md
"""
STORIES = """\b
Examples:
  brief stories news.db
  brief stories briefs.jsonl --since 2025-03-01 --format csv
"""
SOURCES = """\b
Examples:
  brief sources news.db
  brief sources briefs.jsonl --outlet "Coast Tribune" --format csv -o heard.csv
"""
COMPARE = """\b
Examples:
  brief compare courier.txt tribune.txt
  brief compare courier.json tribune.json --format json
"""

TheFirst = Annotated[str, typer.Argument(metavar="A", help="An article or a finished brief.")]
TheSecond = Annotated[str, typer.Argument(metavar="B", help="Another report of the same event.")]
Briefs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...", help="Articles, finished briefs (.json, .jsonl), a store (.db), folders, or -."
    ),
]
OfEach = Annotated[
    int | None,
    typer.Option("-p", "--positions", min=0, metavar="N", help="Positions of each party; 0 is all, uncut. [2]"),
]
Everybody = Annotated[
    int | None, typer.Option("-p", "--positions", min=0, metavar="N", help="Parties of each outlet; 0 is all. [20]")
]
Story = Annotated[int | None, typer.Option("--story", min=0, metavar="N", help="Only this story of the list.")]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what this party said, everywhere.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only articles of this day (YYYY-MM-DD) on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only articles up to this day.")]
Outlet = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only articles of this outlet; may be repeated.")
]

Search = Annotated[str | None, typer.Option("--search", metavar="WORDS", help="Only articles that have these words.")]


def digest(
    context: typer.Context,
    inputs: Briefs = None,
    story: Story = None,
    party: Party = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    search: Search = None,
    format: choose.DigestFormat = None,
    excel: choose.Excel = False,
    positions: OfEach = None,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
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
    """Show what many articles tell: their stories, what all tell alike, who stands where, who faces whom."""
    _run_many(context, "digest")


def stories(
    context: typer.Context,
    inputs: Briefs = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    search: Search = None,
    format: choose.DigestFormat = None,
    excel: choose.Excel = False,
    output: choose.Output = None,
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
    """List the stories of many articles: headline, outlets, days, how much several tell."""
    _run_many(context, "stories")


def sources(
    context: typer.Context,
    inputs: Briefs = None,
    party: Party = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    search: Search = None,
    format: choose.DigestFormat = None,
    excel: choose.Excel = False,
    positions: Everybody = None,
    output: choose.Output = None,
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
    """Show who is heard: parties by outlet, of what kind, named or not, and their share of the words."""
    _run_many(context, "sources")


def compare(
    context: typer.Context,
    first: TheFirst,
    second: TheSecond,
    format: choose.DigestFormat = None,
    excel: choose.Excel = False,
    min_confidence: choose.MinConfidence = None,
    output: choose.Output = None,
    parties: choose.Parties = None,
    encoding: choose.Encoding = None,
    max_bytes: choose.MaxBytes = choose.MAX_BYTES,
    quiet: choose.Quiet = False,
    debug: choose.Debug = False,
) -> None:
    """Compare two reports of one event: what both tell, what one alone tells, which quotation one cut."""
    given = dict(context.params)
    names = (given.pop("first"), given.pop("second"))
    if names == ("-", "-"):
        raise UsageError("standard input cannot be both reports; name two files")
    _run(context, names, given, "compare")


def _run_many(context: typer.Context, view: str) -> None:
    given = dict(context.params)
    names = tuple(given.pop("inputs") or ())
    environment: Environment = context.obj
    if not names and not given["files_from"] and (environment.stdin is None or environment.stdin_is_terminal):
        environment.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)
    _run(context, names or (() if given["files_from"] else ("-",)), given, view)


def _run(context: typer.Context, names: tuple[str, ...], given: dict[str, Any], view: str) -> None:
    try:
        with stopped_by_sigterm():
            from cli.digesting import run

            status = run(names, given, context.obj, view)
    except KeyboardInterrupt as error:
        raise InterruptionError from error
    raise typer.Exit(status)
