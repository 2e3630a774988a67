"""What the tests share: golden files with one switch to renew them, and briefs made by hand."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("landing", derandomize=True, deadline=None)
settings.load_profile("landing")  # the same cases in every run: chance is for the fuzzing of the lab

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it, and so would our processes

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of this name, or write that file where ``--renew-golden`` is given."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--renew-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        assert path.is_file(), f"no golden file {name}: run pytest --renew-golden"
        assert actual.encode() == path.read_bytes()

    return check
