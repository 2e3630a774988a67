"""The README and the guide as data: their console blocks, options and examples, and what the command really gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from cli.commandline import Command, Option, command_line

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
GUIDE = ROOT / "samples" / "GUIDE.md"
DOCUMENTS = (README, GUIDE)
WIDTH = 80

Terminal = Callable[[list[str]], str]
"""What a command prints on a terminal of WIDTH columns, without colours."""

_CONSOLE = re.compile(
    r"(?<=```console\n)\$ (?P<command>brief [^\n|]*?)(?: \| head -(?P<lines>\d+))?\n(?P<shown>.*?)(?=```)", re.DOTALL
)
_POSITION = re.compile(r'(?<=```json\n)\{"id": (?P<id>\d+),.*?(?=\n```)', re.DOTALL)
_OPTIONS = re.compile(r"(?<=-->\n)(?:\| option.*?)?(?=<!-- end of options -->)", re.DOTALL)
_OPTION = re.compile(r"(?<![\w-])--?[a-zA-Z0][\w-]*")
EXCERPT_OF = ROOT / "samples" / "joint-statement.txt"


class Console(NamedTuple):
    """A command in a console block, how many lines of its output are shown, and what the block shows."""

    command: str
    lines: int | None
    shown: str


def consoles(text: str) -> list[Console]:
    """The console blocks of a document, in order."""
    return [
        Console(found["command"], int(found["lines"]) if found["lines"] else None, found["shown"])
        for found in _CONSOLE.finditer(text)
    ]


def output(block: Console, terminal: Terminal) -> str:
    """What the block should show."""
    printed = terminal(block.command.split()[1:])
    return printed if block.lines is None else "".join(printed.splitlines(keepends=True)[: block.lines])


def with_outputs(text: str, terminal: Terminal) -> str:
    """A document with what its commands really print."""

    def renewed(found: re.Match[str]) -> str:
        block = Console(found["command"], int(found["lines"]) if found["lines"] else None, "")
        head = f" | head -{block.lines}" if block.lines else ""
        return f"$ {block.command}{head}\n{output(block, terminal)}"

    return _CONSOLE.sub(renewed, text)


def excerpt(text: str) -> dict[str, Any] | None:
    """The position that a document shows as JSON."""
    found = _POSITION.search(text)
    return None if found is None else dict(json.loads(found[0]))


def with_excerpt(text: str, record: dict[str, Any]) -> str:
    """A document with the position of that number as it is, cut to the keys that the document shows."""
    shown = excerpt(text)
    if shown is None:
        return text
    position = record["positions"][shown["id"]]
    lines = [f"{json.dumps(key)}: {json.dumps(position[key], ensure_ascii=False)}" for key in shown]
    return _POSITION.sub(lambda _: "{" + ",\n ".join(lines) + "}", text)


def with_options(text: str) -> str:
    """A document with the table of all options, where it has one."""
    return _OPTIONS.sub(lambda _: options_table(), text)


def options_table() -> str:
    """Every option with the commands that take it, as a Markdown table."""
    taken: dict[Option, list[str]] = {}
    for command in command_line().commands:
        for option in command.options:
            if option.names != ("-h", "--help"):
                taken.setdefault(option, []).append(command.name)
    rows = [f"| {_names(option)} | {', '.join(names)} | {_cell(option.help)} |" for option, names in taken.items()]
    return "\n".join(["| option | of | what it does |", "| --- | --- | --- |", *rows]) + "\n"


def _names(option: Option) -> str:
    takes = f" {option.metavar}" if option.metavar else ""
    return (
        ", ".join(f"`{name}`" for name in option.names[:-1])
        + (", " if option.names[1:] else "")
        + (f"`{option.names[-1]}{takes}`")
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def brief_lines(text: str) -> list[str]:
    """Every call of the command in code, blocks and tables."""
    spans = re.findall(r"`(brief [^`]+)`", text)
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    blocks = re.sub(r"(?m)(?:^|(?<= ))#.*$", "", blocks)
    return [*spans, *re.findall(r"(?<![\w./-])brief (?:[a-z]+)[^|;&)#\n]*", blocks)]


def named_options(line: str) -> list[str]:
    """The options in a line."""
    return _OPTION.findall(re.sub(r'"[^"]*"', "", line))


def command_named(line: str) -> Command | None:
    """The command that a line calls; None where it only names the program."""
    words = line.split()
    return next((each for each in command_line().commands if len(words) > 1 and each.name == words[1]), None)
