"""``brief digest`` and ``brief compare``: one picture of many articles, or of two."""

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
  brief digest briefs.jsonl --format markdown -o digest.md
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
    typer.Argument(metavar="[INPUT]...", help="Articles or finished briefs (.json, .jsonl), folders of them, or -."),
]
OfEach = Annotated[
    int | None, typer.Option("-p", "--positions", min=0, metavar="N", help="Positions of each party; 0 is all. [5]")
]


def digest(
    context: typer.Context,
    inputs: Briefs = None,
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
    debug: choose.Debug = False,
) -> None:
    """Show what each party said over many articles: what changed, who faces whom, what only one has."""
    given = dict(context.params)
    names = tuple(given.pop("inputs") or ())
    environment: Environment = context.obj
    if not names and not files_from and (environment.stdin is None or environment.stdin_is_terminal):
        environment.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)
    _run(context, names or (() if files_from else ("-",)), given, pair=False)


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
    _run(context, names, given, pair=True)


def _run(context: typer.Context, names: tuple[str, ...], given: dict[str, Any], *, pair: bool) -> None:
    try:
        with stopped_by_sigterm():
            from cli.digesting import run

            status = run(names, given, context.obj, pair=pair)
    except KeyboardInterrupt as error:
        raise InterruptionError from error
    raise typer.Exit(status)
