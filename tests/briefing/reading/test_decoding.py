"""Bytes become text by mark, UTF-8 or cp1252, and what is no text is refused with a reason."""

import codecs
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BinaryError, DecodingError, EmptyError, ReadingError
from briefing.reading.decoding import decode

WORDS = "The minister’s “no” cost €5 – café."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding)) == (WORDS, ())


def test_utf8_needs_no_mark_and_gets_no_note() -> None:
    assert decode(WORDS.encode()) == (WORDS, ())


def test_what_is_not_utf8_is_read_as_cp1252_with_a_note() -> None:
    assert decode(WORDS.encode("cp1252")) == (WORDS, ("not UTF-8: read as cp1252",))


def test_bytes_that_cp1252_leaves_undefined_do_not_lose_the_article() -> None:
    text, notes = decode(b"caf\xe9 \x81 \x8d \x8f \x90 \x9d end")

    assert text.startswith("café")
    assert text.endswith("end")
    assert notes == ("not UTF-8: read as cp1252",)


def test_a_utf8_file_cut_within_a_character_stays_utf8() -> None:
    text, notes = decode(("“We will,” she said – " * 10).encode()[:-3])

    assert "“We will,”" in text
    assert notes == ("not all UTF-8: 1 broken characters are shown as \ufffd",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    text, notes = decode("The council met on Monday.".encode(encoding))

    assert text == "The council met on Monday."
    assert notes == (f"no byte order mark: read as {encoding}",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_few_bytes_do_not_show_utf16(encoding: str) -> None:
    with pytest.raises(BinaryError):
        decode("Oslo".encode(encoding))
    assert decode("Oslo met.".encode(encoding)).text == "Oslo met."


def test_a_marked_file_with_a_broken_character_is_still_read() -> None:
    text, notes = decode(codecs.BOM_UTF8 + b"good \xff bad")

    assert text == "good \ufffd bad"
    assert "0xff" in notes[0]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_newlines(end: str) -> None:
    assert decode(f"one{end}two{end}".encode()).text == "one\ntwo\n"


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (WORDS.encode("cp1252"), "cp1252", WORDS),
        (WORDS.encode("utf-8-sig"), "utf-8", WORDS),
        (WORDS.encode("utf-16"), "utf-16", WORDS),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
    ],
)
def test_the_encoding_that_is_asked_for_is_used(data: bytes, encoding: str, expected: str) -> None:
    assert decode(data, encoding) == (expected, ())


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"caf\xe9!", "utf-8", "byte 0xe9 at offset 3 does not fit utf-8: try --encoding cp1252"),
        (b"ab\x81", "cp1252", "byte 0x81 at offset 2 does not fit cp1252: try --encoding utf-8, or none"),
        (b"caf\xe9", "ascii", "byte 0xe9 at offset 3 does not fit ascii"),
        (b"text", "klingon", "there is no text encoding 'klingon': try --encoding utf-8 or cp1252"),
        (b"text", "base64", "there is no text encoding 'base64'"),
        (b"text", "utf\0", "there is no text encoding"),
    ],
)
def test_bytes_that_do_not_fit_are_named(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(data, encoding)

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 stuff", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP archive or office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG image"),
        (b"GIF89a....", "a GIF image"),
        (b"\x1f\x8b\x08\x00", "gzip data"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(32)) * 20, "binary data"),
        (b"\x00\x01\x02 some text \x00\x00" * 9, "binary data"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(BinaryError, match=f"it is {name}, not text"):
        decode(data)


def test_a_single_control_byte_does_not_make_a_text_binary() -> None:
    assert decode(b"The council met.\x00 " * 1 + b"It voted. " * 20).text.endswith("It voted. ")


def test_no_bytes_are_empty() -> None:
    with pytest.raises(EmptyError, match="it is empty"):
        decode(b"")


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_error_of_ours(data: bytes) -> None:
    with contextlib.suppress(ReadingError):
        assert "\r" not in decode(data).text
