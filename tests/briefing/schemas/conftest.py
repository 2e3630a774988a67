"""What the command prints, as data."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.__main__ import main
from cli.environment import Environment


@pytest.fixture
def printed() -> Callable[..., Any]:
    """The JSON that a command prints; None where it prints nothing."""

    def call(*arguments: str | Path, status: int = 0) -> Any:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            environment = Environment(stdin=None, stdout=out, stderr=io.StringIO())
            assert main([str(each) for each in arguments], environment) == status
        return json.loads(out.getvalue()) if out.getvalue() else None

    return call
