"""The package offers its names and loads each when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import briefing


@pytest.mark.parametrize("name", briefing.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(briefing, name).__name__ == name
    assert name in dir(briefing)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        briefing.nothing  # noqa: B018


def test_the_package_alone_loads_no_stage() -> None:
    program = "import sys, briefing; assert not [each for each in sys.modules if each.startswith('briefing.')]"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
