"""The command line as data: each command with its options, read from the app that runs them.

The manual page and the completion of shells are made of it, so that they name exactly what there is.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Option(NamedTuple):
    """An option or argument; ``names`` is empty for an argument, ``choices`` where any value is allowed."""

    names: tuple[str, ...]
    metavar: str | None
    help: str
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command with its one-line description, its whole help text, its options and its examples."""

    name: str
    short: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[Option, ...]
    examples: tuple[str, ...]


class CommandLine(NamedTuple):
    """The whole command line: its description, the options before a command, and the commands in their order."""

    description: str
    options: tuple[Option, ...]
    commands: tuple[Command, ...]


def command_line() -> CommandLine:
    """The command line of the app."""
    from typer.main import get_command

    from cli.app import app

    group: Any = get_command(app)
    commands = tuple(_command(name, each) for name, each in group.commands.items())
    return CommandLine(str(app.info.help), _options(group), commands)


def _command(name: str, found: Any) -> Command:
    arguments = tuple(_option(each, ()) for each in found.params if each.param_type_name == "argument")
    examples = tuple(line.strip() for line in (found.epilog or "").splitlines() if line.strip().startswith("brief "))
    short = found.get_short_help_str(limit=200)
    return Command(name, short, " ".join((found.help or "").split()), _options(found), arguments, examples)


def _options(found: Any) -> tuple[Option, ...]:
    named = [each for each in found.params if each.param_type_name == "option"]
    return (*(_option(each, (*each.opts, *each.secondary_opts)) for each in named), _HELP)


def _option(found: Any, names: tuple[str, ...]) -> Option:
    takes = None if getattr(found, "is_flag", False) else str(found.metavar or found.name)
    choices = tuple(str(each) for each in getattr(found.type, "choices", ()))
    return Option(names, takes, " ".join((getattr(found, "help", None) or "").split()), choices)


_HELP = Option(("-h", "--help"), None, "Show the help and exit.")
