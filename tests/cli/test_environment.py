"""Colour, width and characters follow the terminal, the variables and the locale."""

from __future__ import annotations

import io

import pytest

from cli.environment import Environment
from cli.errors import OutputClosedError, OutputError


@pytest.mark.parametrize(
    ("terminal", "variables", "color"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(terminal: bool, variables: dict[str, str], color: bool) -> None:
    assert Environment(None, None, None, stdout_is_terminal=terminal, variables=variables).color is color


@pytest.mark.parametrize(
    ("columns", "variables", "width"),
    [
        (None, {}, 80),
        (133, {}, 133),
        (133, {"COLUMNS": "60"}, 60),
        (133, {"COLUMNS": "wide"}, 133),
        (133, {"COLUMNS": "0"}, 133),
        (133, {"COLUMNS": "1"}, 24),
    ],
)
def test_width(columns: int | None, variables: dict[str, str], width: int) -> None:
    assert Environment(None, None, None, columns=columns, variables=variables).width == width


class Broken(io.StringIO):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def write(self, text: str) -> int:
        raise self._error


def test_nobody_reading_is_no_error_but_a_full_disk_is() -> None:
    with pytest.raises(OutputClosedError):
        Environment(None, Broken(BrokenPipeError()), None).write("x")
    with pytest.raises(OutputError, match="full; give a file"):
        Environment(None, Broken(OSError("full")), None).write("x")
    with pytest.raises(OutputError, match="closed"):
        Environment(None, None, None).write("x")


def test_a_line_that_cannot_be_said_is_let_go() -> None:
    Environment(None, None, None).say("x")
    Environment(None, None, Broken(OSError())).say("x")


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“−5 °C” … 日本 — ▲"),
        ("latin-1", '"-5 °C" ... ?? - ^'),
        ("cp1252", "“-5 °C” … ?? — ^"),
        ("ascii", "“−5 °C” … 日本 — ▲"),
    ],
)
def test_characters_that_the_locale_lacks_become_the_nearest_it_has(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=encoding))
    environment = Environment.current()
    environment.write("“−5 °C” … 日本 — ▲")

    assert raw.getvalue() == shown.encode("utf-8" if encoding == "ascii" else encoding)
