"""Feeds broken files of every format to the whole chain: cut, spoiled, repeated, mixed, misnamed, and made to do harm.

Each sample runs in a process of its own, so that its time and memory are its own. Every file follows from the seed, the
sample's name and a number alone, so that a failure can be made again.
"""

from __future__ import annotations

import io
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from briefing.reading.loading import load
from briefing.reading.raw import Raw, Reading
from cli.errors import failure
from cli.workbench.bombs import BOMBS
from cli.workbench.fuzz import trouble

MAX_SECONDS = 2.0
MAX_BYTES = 300 << 20
_MEMORY = 2 << 30  # what a process may take before it is ended
_MOST_ARTICLES = 60  # of one file; there are many files
_STRETCH = 400
_GRAFT = 2_000
_PIECES = (
    *(b"<", b"<!--", b"<![CDATA[", b"&#x110000;", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"</p>", b"<table><tr><td>"),
    *(b'{"', b"[[[[", b'"', b"\\u", b"\x00", b"\n\n", b"\r", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
    *(b"{\\rtf", b"\\u-999999999", b"\\bin99999999 ", b"\\'", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b\x08"),
    *(b"=?utf-8?q?", b"From ", b"From: x\n", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"WARC/1.0\r\n"),
    *(b"1 of 2 DOCUMENTS\n", b"Document TWCXXX0020260311es1b00001\n", b"Full text: ", b"LENGTH: 1 words\n"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that did harm: ``number`` is its number in the series of the seed, or the name of a bomb."""

    sample: str
    number: int | str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the files of one sample did; ``seconds`` is the longest time of one, ``memory`` the peak in bytes."""

    sample: str
    findings: tuple[Finding, ...]
    seconds: float
    memory: int


def samples(folder: Path) -> dict[str, bytes]:
    """The sample files in a folder, of which broken ones are made, by name."""
    paths = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "truth.json")
    return {path.name: path.read_bytes() for path in paths}


def spoiled(seed: int, sample: str, number: int, among: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Broken file number ``number`` made from a sample, with its file name."""
    chance = random.Random(f"{seed}:{sample}:{number}")
    data = among[sample]
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_CHANGES)(chance, data, among)
    return (sample if chance.random() < 0.75 else chance.choice(list(among))), data


def outcomes(seed: int, count: int, folder: Path) -> Iterator[Outcome]:
    """The outcome of ``count`` broken files for each sample, then that of each bomb."""
    for sample in samples(folder):
        yield _alone(sample, _run_spoiled, sample, seed, count, folder)
    with tempfile.TemporaryDirectory() as place:
        for bomb, (name, make) in BOMBS.items():
            path = Path(place, name)
            path.write_bytes(make())
            yield _alone(bomb, _run_bomb, bomb, path)
            path.unlink()


def harm(name: str, stream: BinaryIO, number: int = 0) -> tuple[str | None, float]:
    """What goes wrong with a file, None where nothing does, and the seconds that its slowest article took."""
    slowest = 0.0
    wrong: str | None = None
    raws = islice(load(stream, name, name, Reading()), _MOST_ARTICLES)
    while wrong is None:
        began = time.process_time()  # the machine may be busy
        try:
            raw = next(raws, None)
            if raw is None:
                break
            wrong = _wrong(raw, number)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        slowest = max(slowest, time.process_time() - began)
    return wrong or (f"took {slowest:.1f} s" if slowest > MAX_SECONDS else None), slowest


def _wrong(raw: Raw, number: int) -> str | None:
    if raw.fault is None:
        return trouble(raw, number)
    told = failure(raw.source, raw.fault)
    return told.message if told.kind == "internal" else None


def _alone(sample: str, run: Callable[..., Outcome], *given: object) -> Outcome:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(run, *given).result()
        except BrokenProcessPool:
            return Outcome(sample, (Finding(sample, "-", sample, "the process was ended"),), 0.0, 0)


def _run_spoiled(sample: str, seed: int, count: int, folder: Path) -> Outcome:
    among = samples(folder)
    made = (spoiled(seed, sample, number, among) for number in range(count))
    return _measured(sample, ((number, name, io.BytesIO(data)) for number, (name, data) in enumerate(made)))


def _run_bomb(bomb: str, path: Path) -> Outcome:
    with path.open("rb") as file:
        return _measured(bomb, [(bomb, path.name, file)])


def _measured(sample: str, files: Iterable[tuple[int | str, str, BinaryIO]]) -> Outcome:
    warnings.simplefilter("ignore")  # those of other people's libraries
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    harm("a.txt", io.BytesIO(b"The bank failed on Monday, Ann Lee said."))  # what every file needs is loaded
    found: list[Finding] = []
    slowest = 0.0
    peak = _most_memory()
    for number, name, stream in files:
        what, seconds = harm(name, stream, number if isinstance(number, int) else 0)
        slowest, before, peak = max(slowest, seconds), peak, _most_memory()
        if what is None and before <= MAX_BYTES < peak:
            what = f"took {peak >> 20:,} MiB"
        if what:
            found.append(Finding(sample, number, name, what))
    return Outcome(sample, tuple(found), slowest, peak)


def _most_memory() -> int:
    """The peak memory of this process, in bytes.

    On Linux ``ru_maxrss`` includes the memory of the parent, so ``/proc`` is read there instead.
    """
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(
            line.split()[1] for line in status.read_text("ascii", "replace").splitlines() if "VmHWM" in line
        )
        return int(kilobytes) << 10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def _cut(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _sprinkled(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randrange(1, 40) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _without(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.randrange(_STRETCH) :]


def _repeated(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.randrange(1, _STRETCH)]
    return data[:at] + piece * chance.choice((1, 2, 30)) + data[at:]


def _with_piece(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 3, 300)) + data[at:]


def _grafted(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    other = among[chance.choice(list(among))]
    at, place = chance.randrange(len(other) + 1), chance.randrange(len(data) + 1)
    return data[:place] + other[at : at + chance.randrange(1, _GRAFT)] + data[place:]


def _headed(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    return among[chance.choice(list(among))][: chance.randrange(500)] + data


def _crossed(chance: random.Random, data: bytes, among: Mapping[str, bytes]) -> bytes:
    other = among[chance.choice(list(among))]
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


_CHANGES: tuple[Callable[[random.Random, bytes, Mapping[str, bytes]], bytes], ...] = (
    _cut,
    _sprinkled,
    _without,
    _repeated,
    _with_piece,
    _grafted,
    _headed,
    _crossed,
)
