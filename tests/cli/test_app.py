"""The app makes only the command that is asked for, and all of them where none is."""

from __future__ import annotations

import pytest

from cli.app import app, app_for

COMMANDS = ("summarize", "quotes", "positions", "explain", "batch", "digest", "stories", "sources", "compare")
ABOUT = ("schema", "manual", "completion")


@pytest.mark.parametrize("name", COMMANDS + ABOUT)
def test_a_command_that_is_named_is_made_alone(name: str) -> None:
    [found] = app_for([name, "--help"]).registered_commands
    assert getattr(found.callback, "__name__", None) == name


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["sumarize"], ["article.txt", "summarize"]])
def test_all_commands_are_made_where_none_is_named(arguments: list[str]) -> None:
    assert app_for(arguments) is app
    assert len(app.registered_commands) == len(COMMANDS + ABOUT)
