"""The command line of ``brief``; the commands themselves are in ``cli.commands``, one module for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Annotated

import typer

from cli.commands import about, batch, briefs, digests
from cli.status import ExitStatus

_EXAMPLES = """\b
Examples:
  brief summarize article.txt
  brief summarize articles/ --format jsonl | jq .article.title
  pbpaste | brief positions --stance accuse
  brief explain article.txt --quote-weight 0

\b
Exit status: 0 all done, 1 some input failed, 2 wrong usage, 130 interrupted.
"""

app = typer.Typer(
    name="brief",
    help="Turn a news article into a brief: the sentences that tell the story, and who takes which position.",
    epilog=_EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
def brief(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="With --version: also Python, libraries and weights, for bug reports."),
    ] = False,
) -> None:
    """Show the version where it is asked for, and the help where no command is given."""
    if version:
        from cli.versions import versions

        typer.echo(versions(all=verbose), nl=False)
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.obj.say(context.get_help())
        raise typer.Exit(ExitStatus.USAGE)


app.command(epilog=briefs.SUMMARIZE, short_help="Print a brief of each input: the main job.")(briefs.summarize)
app.command(epilog=briefs.QUOTES, short_help="Print who said what, quotations only.")(briefs.quotes)
app.command(epilog=briefs.POSITIONS, short_help="Print the positions only, as a table.")(briefs.positions)
app.command(epilog=briefs.EXPLAIN, short_help="Print every sentence with its score and why.")(briefs.explain)
app.command(epilog=batch.BATCH, short_help="Write a brief of each of many articles, in parallel.")(batch.batch)
app.command(epilog=digests.DIGEST, short_help="Show what many articles tell: stories, matters, fronts.")(digests.digest)
app.command(epilog=digests.STORIES, short_help="List the stories of many articles.")(digests.stories)
app.command(epilog=digests.SOURCES, short_help="Show who is heard, by outlet.")(digests.sources)
app.command(epilog=digests.COMPARE, short_help="Compare two reports of one event.")(digests.compare)
app.command(epilog=about.SCHEMA, short_help="Print the JSON Schema of what a command prints.")(about.schema)
app.command(epilog=about.MANUAL, short_help="Print the manual page.")(about.manual)
app.command(epilog=about.COMPLETION, short_help="Print the completion script of a shell.")(about.completion)


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The app with only the command that the arguments name, if any: building all takes longer than a brief."""
    named = [
        each for each in app.registered_commands if [getattr(each.callback, "__name__", "")] == list(arguments[:1])
    ]
    if not named:
        return app
    found = copy(app)
    found.registered_commands = named
    return found
