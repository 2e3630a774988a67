"""The output of ``brief --version``: the version alone, or all that a bug report needs."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires, version

_DISTRIBUTION = "news-brief"
_WEIGHTS = (
    "network/network.bin",
    "network/judging.bin",
    "parties/holders.json",
    "parties/context.bin",
    "positions/ranking.json",
    "positions/stance.tsv",
    "salience/weights.json",
    "digest/matters.json",
    "digest/fronts.json",
    "language/sentences.json",
)


def versions(*, all: bool = False) -> str:
    """The line with the version; with ``all`` also lines for Python, each library and each file of learned weights."""
    lines = [f"brief {version(_DISTRIBUTION)}"]
    if all:
        lines += [_python(), *_libraries(), *map(_weights, _WEIGHTS)]
    return "\n".join(lines) + "\n"


def _python() -> str:
    import platform

    return f"Python {platform.python_version()} ({platform.python_implementation()}), {platform.platform()}"


def _libraries() -> list[str]:
    """Every library that the package names, those of extras too, with the version that is installed."""
    import re

    names = dict.fromkeys(re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in requires(_DISTRIBUTION) or ())
    return [f"{name} {_installed(name)}" for name in names if name != _DISTRIBUTION]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _weights(name: str) -> str:
    import hashlib

    from briefing.resources import read_bytes

    return f"{name} {hashlib.sha256(read_bytes(name)).hexdigest()[:12]}"
