"""What can go wrong with an input, each with a message that says what and what to do.

BriefError
├── ReadingError          an input cannot be read as an article
│   ├── BinaryError       it is no text
│   ├── EmptyError        it holds no words
│   ├── DecodingError     its bytes do not fit the encoding that was asked for
│   ├── FormatError       it is of a kind that is not read; the message names the kind
│   │   └── UnknownFormatError   no output has this format; the message lists those that there are
│   ├── BrokenError       it is of a kind that is read, and broken
│   ├── RecordError       a record of it has no article
│   ├── TooLargeError     it is larger than the limit
│   └── ExtraError        the library that reads it is not installed, or does not load
├── WorkerError           the process that worked on an article died
├── OptionError           an option has a value that means nothing (also a ValueError)
├── SchemaError           a record is no brief, or a spoilt one (also a ValueError)
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
    """The input is no text."""

    kind = "binary"


class EmptyError(ReadingError):
    """The input holds no words."""

    kind = "empty"


class DecodingError(ReadingError):
    """The bytes do not fit the encoding."""

    kind = "encoding"


class FormatError(ReadingError):
    """The input is of a kind that is not read."""

    kind = "format"


class UnknownFormatError(FormatError, ValueError):
    """There is no output format of this name, or it cannot show this; the message lists the formats that can."""

    kind = "format"


class BrokenError(ReadingError):
    """The input is of a kind that is read, and broken."""

    kind = "unreadable"


class RecordError(ReadingError):
    """A record has no article."""

    kind = "record"


class TooLargeError(ReadingError):
    """The input is larger than the limit."""

    kind = "too-large"


class ExtraError(ReadingError):
    """The library that reads this kind of input is not installed, or does not load."""

    kind = "extra"


class WorkerError(BriefError):
    """The process that worked on an article died, each time that it was tried."""

    kind = "worker-died"

    def __init__(
        self, message: str = "the worker that read it died; the article may be too large for the memory: split it"
    ) -> None:
        super().__init__(message)


class OptionError(BriefError, ValueError):
    """An option has a value that means nothing; the message names the option and what it takes."""

    kind = "option"


class SchemaError(BriefError, ValueError):
    """A record is no brief, or a spoilt one; the message names the place in it."""

    kind = "record"


class GazetteerError(BriefError):
    """A user's file of parties is wrong; the message names the line."""

    kind = "parties"


class StoreError(BriefError):
    """A store cannot be read or written; the message names the file."""

    kind = "store"
