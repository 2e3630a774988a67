"""What can go wrong with an input, each with a message that says what and what to do.

BriefError
├── ReadingError          an input cannot be read as an article
│   ├── BinaryError       it is binary data, not text
│   ├── EmptyError        it holds no words
│   ├── DecodingError     its bytes do not fit the encoding that was asked for
│   ├── FormatError       its format is not supported; the message names the format
│   │   └── UnknownFormatError   there is no such output format; the message lists those that there are
│   ├── BrokenError       its format is supported, but its data is broken
│   ├── RecordError       a record in it holds no article
│   ├── TooLargeError     it is larger than the limit
│   └── ExtraError        the library that reads it is not installed, or does not load
├── WorkerError           the process that worked on an article died
├── OptionError           an option has an invalid value (also a ValueError)
├── SchemaError           a record is not a valid brief (also a ValueError)
├── GazetteerError        a user's file of parties is wrong
└── StoreError            a store cannot be read or written
"""

from __future__ import annotations


class BriefError(Exception):
    """Base of all errors of the library; ``kind`` is the short name used in JSON records."""

    kind = "error"


class ReadingError(BriefError):
    """An input cannot be read as an article."""

    kind = "unreadable"


class BinaryError(ReadingError):
    """The input is binary data, not text."""

    kind = "binary"


class EmptyError(ReadingError):
    """The input holds no words."""

    kind = "empty"


class DecodingError(ReadingError):
    """The bytes do not fit the encoding."""

    kind = "encoding"


class FormatError(ReadingError):
    """The format of the input is not supported."""

    kind = "format"


class UnknownFormatError(FormatError, ValueError):
    """There is no output format of this name, or it cannot show what is asked for; the message lists those that can."""

    kind = "format"


class BrokenError(ReadingError):
    """The format of the input is supported, but its data is broken."""

    kind = "unreadable"


class RecordError(ReadingError):
    """A record holds no article."""

    kind = "record"


class TooLargeError(ReadingError):
    """The input is larger than the limit."""

    kind = "too-large"


class ExtraError(ReadingError):
    """The library that reads this kind of input is not installed, or does not load."""

    kind = "extra"


class WorkerError(BriefError):
    """The process that worked on an article died, at every attempt."""

    kind = "worker-died"

    def __init__(
        self, message: str = "the worker that read it died; the article may be too large for the memory: split it"
    ) -> None:
        super().__init__(message)


class OptionError(BriefError, ValueError):
    """An option has an invalid value; the message names the option and the values it takes."""

    kind = "option"


class SchemaError(BriefError, ValueError):
    """A record is not a valid brief; the message names the place of the fault in it."""

    kind = "record"


class GazetteerError(BriefError):
    """A user's file of parties is wrong; the message names the line."""

    kind = "parties"


class StoreError(BriefError):
    """A store cannot be read or written; the message names the file."""

    kind = "store"
