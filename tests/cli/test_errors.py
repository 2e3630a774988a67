"""Every error is one line that says what was wrong, with which input, and what to do."""

from __future__ import annotations

import errno
import os

import pytest

from briefing.errors import BinaryError, DecodingError, EmptyError
from cli.errors import NoArticlesError, error_line, failure, note_line


def system_error(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (system_error(errno.ENOENT), "missing", "no such file or folder; check the name"),
        (system_error(errno.EACCES), "permission", "no permission to read it; check its access rights"),
        (system_error(errno.EIO), "unreadable", "cannot be read (Input/output error)"),
        (OSError("standard input is closed"), "unreadable", "cannot be read (standard input is closed)"),
        (NoArticlesError(), "no-articles", "no articles in it; see brief summarize --help for what is read"),
        (EmptyError("it holds no words"), "empty", "it holds no words; give a file with an article in it"),
        (BinaryError("it is no text"), "binary", "it is no text; give a text or Markdown file"),
        (BinaryError("it is a PDF: convert it"), "binary", "it is a PDF: convert it"),
        (
            DecodingError("0xff does not fit"),
            "encoding",
            "0xff does not fit; name its encoding with --encoding, for instance --encoding cp1252",
        ),
        (
            ZeroDivisionError("oops"),
            "internal",
            "a fault in brief (ZeroDivisionError: oops); run again with --debug and report it",
        ),
        (
            RecursionError(),
            "internal",
            "a fault in brief (RecursionError); run again with --debug and report it",
        ),
    ],
)
def test_an_error_says_what_and_what_to_do(error: Exception, kind: str, message: str) -> None:
    assert failure("a.txt", error) == ("a.txt", kind, message)


def test_the_line_names_the_input_without_what_steers_a_terminal() -> None:
    assert failure("-", EmptyError("it is empty; x")).line() == "brief: error: standard input: it is empty; x"
    assert failure("\x1b[2Ja\n.txt", EmptyError("it is empty; x")).line() == "brief: error: a .txt: it is empty; x"
    assert note_line("a\x07.txt", "read\nso") == "brief: note: a.txt: read so"
    assert error_line("\udcff") == "brief: error: \ufffd"
