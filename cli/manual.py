"""The manual page in the format of ``man``, made from the command line."""

from __future__ import annotations

from cli.commandline import Command, Option, command_line

_STATUS = (
    ("0", "all inputs were done"),
    ("1", "some input failed; the others were done"),
    ("2", "wrong usage"),
    ("130", "interrupted"),
)
_ENVIRONMENT = (
    ("NO_COLOR", "no colours on a terminal"),
    ("FORCE_COLOR", "colours where there is no terminal"),
    ("COLUMNS", "the width of the output"),
)


def manual_page() -> str:
    """The page brief(1)."""
    from importlib.metadata import version

    offered = command_line()
    lines = [
        f'.TH BRIEF 1 "" "brief {version("news-brief")}" "User Commands"',
        ".SH NAME",
        r"brief \- turn a news article into a structured brief",
        ".SH SYNOPSIS",
        *(
            line
            for each in offered.commands
            for line in (r"\fBbrief " + _escaped(each.name) + r"\fR " + _usage(each), ".br")
        ),
        ".SH DESCRIPTION",
        _escaped(offered.description),
        ".SH OPTIONS",
        *_listed(offered.options),
        ".SH COMMANDS",
        *(line for each in offered.commands for line in _command(each)),
        ".SH EXIT STATUS",
        *_terms(_STATUS),
        ".SH ENVIRONMENT",
        *_terms(_ENVIRONMENT),
    ]
    return "\n".join(lines) + "\n"


def _usage(command: Command) -> str:
    arguments = [each.metavar or "" for each in command.arguments]
    return _escaped(" ".join(["[OPTION]...", *arguments]))


def _command(command: Command) -> list[str]:
    lines = [f".SS brief {_escaped(command.name)}", _escaped(command.help), *_listed(command.arguments)]
    lines += _listed(command.options)
    if command.examples:
        lines += [".PP", "Examples:", ".RS", ".nf", *map(_escaped, command.examples), ".fi", ".RE"]
    return lines


def _listed(options: tuple[Option, ...]) -> list[str]:
    lines = []
    for each in options:
        takes = rf" \fI{_escaped(each.metavar)}\fR" if each.metavar else ""
        names = ", ".join(rf"\fB{_escaped(name)}\fR" for name in each.names)
        lines += [".TP", (names + takes).strip(), _escaped(each.help) or " "]
    return lines


def _terms(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [line for term, told in pairs for line in (".TP", rf"\fB{_escaped(term)}\fR", _escaped(told))]


def _escaped(text: str) -> str:
    """A text escaped so that troff prints it literally."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain
