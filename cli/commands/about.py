"""The commands about ``brief`` itself: schemas, the manual page, the completion of shells."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import options as choose
from cli.environment import Environment

SCHEMA = """\b
Examples:
  brief schema
  brief schema digest > digest.schema.json
"""
MANUAL = """\b
Examples:
  brief manual | man -l -
  brief manual > ~/.local/share/man/man1/brief.1
"""
COMPLETION = """\b
Examples:
  brief completion bash > ~/.local/share/bash-completion/completions/brief
  brief completion zsh > ~/.zfunc/_brief
  brief completion fish > ~/.config/fish/completions/brief.fish
"""

Form = Annotated[
    choose.FormName,
    typer.Argument(
        metavar="[FORM]",
        help="brief, positions, quotes, explanation, digest, comparison, stories, sources, error or report. [brief]",
        show_default=False,
    ),
]
Shell = Annotated[choose.Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


def schema(context: typer.Context, form: Form = "brief") -> None:
    """Print the JSON Schema (draft 2020-12) of what a command prints with --format json."""
    import json

    from briefing.schemas import json_schema

    environment: Environment = context.obj
    environment.write(json.dumps(json_schema(form), indent=2) + "\n")


def manual(context: typer.Context) -> None:
    """Print the manual page, made of the help of all commands; man -l - shows it."""
    from cli.manual import manual_page

    environment: Environment = context.obj
    environment.write(manual_page())


def completion(context: typer.Context, shell: Shell) -> None:
    """Print the script by which a shell completes commands, options and their values."""
    from cli.completing import completion_script

    environment: Environment = context.obj
    environment.write(completion_script(shell))
