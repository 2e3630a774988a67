"""The completion scripts of shells, made from the command line; a script contains all words and does not run ``brief``.

A shell asks at every press of the Tab key, and starting Python each time would be too slow.
"""

from __future__ import annotations

from cli.commandline import Command, Option, command_line


def completion_script(shell: str) -> str:
    """The script for ``bash``, ``zsh`` or ``fish``."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def _bash() -> str:
    offered = command_line()
    cases = "\n".join(_bash_case(each) for each in offered.commands)
    commands = " ".join(each.name for each in offered.commands)
    return f"""# bash completion of brief
_brief() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words="" values=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{commands} {_names(offered.options)}" -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [ "${{word:0:1}}" = "-" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}}
complete -o filenames -F _brief brief
"""


def _bash_case(command: Command) -> str:
    having = [each for each in command.options if each.choices]
    inner = "".join(f" {'|'.join(each.names)}) values='{' '.join(each.choices)}';;" for each in having)
    values = f' case "$before" in{inner} esac' if inner else ""
    first = [each for each in command.arguments if each.choices]
    only = f" values='{' '.join(first[0].choices)}'" if first else ""
    return f"    {command.name}) words='{_names(command.options)}'{only};{values or ' :'} ;;"


def _zsh() -> str:
    offered = command_line()
    commands = "\n".join(f"    {_quoted(f'{each.name}:{each.short}')}" for each in offered.commands)
    cases = "\n".join(
        f"    {each.name})\n      _arguments \\\n" + " \\\n".join(_zsh_options(each)) + "\n      ;;"
        for each in offered.commands
    )
    return f"""#compdef brief
_brief() {{
  local -a commands
  commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
compdef _brief brief
"""


def _zsh_options(command: Command) -> list[str]:
    lines = []
    for each in command.options:
        told = each.help.replace("[", "(").replace("]", ")").replace(":", " -")
        takes = "" if each.metavar is None else f":{each.metavar.lower()}:" + _zsh_values(each)
        lines += [f"        {_quoted(f'*{name}[{told}]{takes}')}" for name in each.names]
    values = next((_zsh_values(each) for each in command.arguments), "_files")
    return [*lines, f"        {_quoted(f'*:argument:{values}')}"]


def _zsh_values(option: Option) -> str:
    return f"({' '.join(option.choices)})" if option.choices else "_files"


def _fish() -> str:
    offered = command_line()
    first = "complete -c brief -n __fish_use_subcommand -f -a"
    lines = ["# fish completion of brief"]
    lines += [f"{first} {each.name} -d {_quoted(each.short)}" for each in offered.commands]
    for each in offered.commands:
        within = _quoted(f"__fish_seen_subcommand_from {each.name}")
        lines += [f"complete -c brief -n {within} {_fish_option(option)}" for option in each.options]
        for argument in each.arguments:
            if argument.choices:
                lines.append(f"complete -c brief -n {within} -f -a {_quoted(' '.join(argument.choices))}")
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    takes = "" if option.metavar is None else f" -x -a {_quoted(' '.join(option.choices))}" if option.choices else " -r"
    return f"{names}{takes} -d {_quoted(option.help)}"


def _names(options: tuple[Option, ...]) -> str:
    return " ".join(name for each in options for name in each.names)


def _quoted(text: str) -> str:
    """A text in single quotes for a shell; an apostrophe in it becomes a curly one."""
    return "'" + text.replace("'", "’") + "'"
