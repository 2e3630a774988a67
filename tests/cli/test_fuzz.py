"""Broken articles give a brief or a refusal: a few here, 100,000 by ``python -m cli.lab fuzz --count 100000 --seed 1``.

What a long run found is kept in ``FOUND`` by seed and number.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading.raw import Raw
from cli.workbench.fuzz import findings, raw_of, samples, trouble

TEXTS = samples(Path(__file__).resolve().parents[2] / "samples")
FOUND = ((24, 5127), (24, 19559))


def test_broken_articles_do_no_harm() -> None:
    assert list(findings(0, range(150), TEXTS)) == []


@pytest.mark.parametrize(("seed", "number"), FOUND)
def test_what_a_long_run_found_does_no_harm(seed: int, number: int) -> None:
    assert trouble(raw_of(seed, number, TEXTS), number) is None


def test_an_input_follows_from_its_seed() -> None:
    assert raw_of(3, 14, TEXTS) == raw_of(3, 14, TEXTS) != raw_of(3, 15, TEXTS)


def test_harm_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("cli.workbench.fuzz.summarize", fail)

    assert trouble(Raw("a.txt", "a.txt", data=b"The bank failed."), 0) == "RecursionError: too deep"
