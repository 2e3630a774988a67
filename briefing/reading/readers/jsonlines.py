"""JSONL: one record per line, in a file of any length; a faulty line does not stop the next."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import EmptyError, ReadingError, TooLargeError
from briefing.reading.from_record import id_of, record_in
from briefing.reading.opening import Source, too_large
from briefing.reading.raw import Raw, Reading

_GIVE_UP = 10  # times ``max_bytes`` in which the end of a record that is too long is looked for


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The records of a file in its order.

    Raises:
        EmptyError: there is none.
        TooLargeError: a line has no end.
    """
    number, found = 0, False
    while line := source.stream.readline(reading.max_bytes + 2):
        number += 1
        name = f"{source.name}:{number}"
        if len(line.rstrip(b"\r\n")) > reading.max_bytes:
            found = True
            fault = too_large("the record is larger", reading.max_bytes)
            yield Raw(name, f"{source.folder}/{number}", fault=fault)
            if not line.endswith(b"\n") and not _skip_line(source, reading.max_bytes * _GIVE_UP):
                raise TooLargeError(f"line {number} has no end; what follows it was not read, split the file")
        elif line := line.strip(b" \t\r\n\xef\xbb\xbf"):
            found = True
            yield Raw(name, f"{source.folder}/{_id(line, reading) or number}", "record", line)
    if not found:
        raise EmptyError("it holds no records; give a file with a JSON object on each line")


def _skip_line(source: Source, budget: int) -> bool:
    """Skip to the next line; False if it does not begin within ``budget`` bytes."""
    while budget > 0:
        part = source.stream.readline(1 << 20)
        if not part or part.endswith(b"\n"):
            return True
        budget -= len(part)
    return False


def _id(line: bytes, reading: Reading) -> str | None:
    try:
        return id_of(record_in(line, reading.encoding), reading)
    except (ReadingError, RecursionError):
        return None
