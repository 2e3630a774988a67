"""Broken articles give a brief or a refusal: a few here, 100,000 by ``python -m cli.lab fuzz --count 100000 --seed 1``.

Broken files of every format do too: ``python -m cli.lab spoil --count 2000``, with the time and memory that they take.

What a long run found is kept in ``FOUND`` by seed and number.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from briefing.reading.raw import Raw
from cli.workbench import spoiled
from cli.workbench.bombs import BOMBS
from cli.workbench.fuzz import findings, raw_of, samples, trouble

TEXTS = samples(Path(__file__).resolve().parents[2] / "samples")
FILES = spoiled.samples(Path(__file__).resolve().parents[1] / "briefing" / "reading" / "formats")
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


@pytest.mark.filterwarnings("ignore")  # those of other people's libraries
@pytest.mark.parametrize("sample", FILES)
def test_broken_files_do_no_harm(sample: str) -> None:
    for number in range(3):
        name, data = spoiled.spoiled(0, sample, number, FILES)

        assert spoiled.harm(name, io.BytesIO(data), number)[0] is None


def test_a_broken_file_follows_from_its_seed() -> None:
    made = [spoiled.spoiled(seed, "rss.xml", 14, FILES) for seed in (3, 3, 4)]

    assert made[0] == made[1] != made[2]


def test_a_bomb_runs_alone_with_its_time_and_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"The bank failed on Monday, Ann Lee said.")
    monkeypatch.setattr("cli.workbench.spoiled.BOMBS", {"paths": BOMBS["paths in an archive"]})
    sample, bomb = spoiled.outcomes(0, 2, tmp_path)

    assert (sample.sample, sample.findings, bomb.sample, bomb.findings) == ("a.txt", (), "paths", ())
    assert 0 < bomb.seconds < spoiled.MAX_SECONDS
    assert 0 < bomb.memory < spoiled.MAX_BYTES


def test_harm_in_a_file_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("briefing.reading.readers.plain.read_text", fail)

    assert "IndexError" in str(spoiled.harm("a.txt", io.BytesIO(b"The bank failed."))[0])
