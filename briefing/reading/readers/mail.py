"""Mail: a message (EML), a mailbox of them (MBOX), and a web page saved as one (MHTML)."""

from __future__ import annotations

import email
import email.header
import email.utils
import re
from collections.abc import Iterator
from email.message import Message

from briefing.errors import BrokenError, EmptyError, ReadingError
from briefing.reading.datevalues import date_value
from briefing.reading.hypertext import parts_of_html
from briefing.reading.items import Item, on_one_line, packed
from briefing.reading.opening import Source, too_large
from briefing.reading.raw import Raw, Reading
from briefing.reading.values import is_address

_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_HTML_PAGE = ("text/html", "application/xhtml+xml")
_MAX_PARTS = 200
_MAX_BOUNDARIES = 20_000
_MAX_FIELD = 2_000  # characters of a field of the header that are decoded
_DESKS = frozenset(
    {"news", "newsletter", "editor", "desk", "press", "info", "mail", "hello", "daily", "post", "times", "updates"}
)
_SOFT_BREAK = re.compile(r" \n(?=[^\n>])")


def read(source: Source, reading: Reading) -> Iterator[Raw]:
    """The text of a message."""
    message = _parsed(source.whole(reading.max_bytes))
    yield Raw(source.name, source.path, "item", packed(_item(message)), known=source.known)


def read_mailbox(source: Source, reading: Reading) -> Iterator[Raw]:
    """The messages of a mailbox, one by one; a faulty one does not stop the next.

    Raises:
        EmptyError: there is none.
    """
    number = 0
    for number, data in enumerate(_messages(source, reading), 1):
        name, path = f"{source.name}:{number}", f"{source.folder}/{number}"
        if len(data) > reading.max_bytes:
            yield Raw(name, path, fault=too_large("the message is larger", reading.max_bytes))
            continue
        try:
            yield Raw(name, path, "item", packed(_item(_parsed(data))))
        except (ReadingError, RecursionError, ValueError) as error:
            yield Raw(name, path, fault=error)
    if not number:
        raise EmptyError("it is a mailbox without messages; give one with messages in it")


def read_archived_page(source: Source, reading: Reading) -> Iterator[Raw]:
    """The page of an archive, without its pictures.

    Raises:
        EmptyError: there is none.
    """
    message = _parsed(source.whole(reading.max_bytes))
    for part in _parts(message):
        if part.get_content_type() in _HTML_PAGE:
            addresses = [str(message.get("Snapshot-Content-Location") or ""), str(part.get("Content-Location") or "")]
            url = next((address for address in map(on_one_line, addresses) if is_address(address)), "")
            data = _decoded(part).encode("utf-8", "replace")
            yield Raw(source.name, source.path, "page", data, known=(("url", url),) if url else ())
            return
    raise EmptyError("it is a saved page (MHTML) with no page in it; save it again")


def _parsed(data: bytes) -> Message:
    if data.count(b"\n--") > _MAX_BOUNDARIES:
        raise BrokenError("it is a mail of more parts than a mail has; give its text")
    return email.message_from_bytes(data)


def _messages(source: Source, reading: Reading) -> Iterator[bytes]:
    """The bytes of each message; of one that is larger than the limit, little more than the limit."""
    message: list[bytes] = []
    size = 0
    blank, begun = True, False
    for line in source.lines(reading.max_bytes + 2):
        if blank and line.startswith(b"From ") and (not begun or len(line) < 300):
            if begun:
                yield b"".join(message)
            message, size, begun = [], 0, True
            continue
        blank = not line.strip()
        size += len(line)
        if size <= reading.max_bytes + len(line):
            message.append(line[1:] if line.startswith((b">From ", b">>From ")) else line)
    if begun:
        yield b"".join(message)


def _item(message: Message) -> Item:
    text: str = ""
    markup: str = ""
    attached = 0
    for part in _parts(message):
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment":
            attached += 1
        elif kind == "text/plain" and not text:
            text = _decoded(part)
            if str(part.get_param("format", "")).lower() == "flowed":
                text = _SOFT_BREAK.sub(" ", text)
        elif kind in _HTML_PAGE and not markup:
            markup = _decoded(part)
    parts = () if len(text.split()) > 20 or not markup else parts_of_html(markup)
    name, address = email.utils.parseaddr(_header(message, "From"))
    person = _is_person(name, address)
    title = _PREFIX.sub("", _header(message, "Subject"), count=1)
    return Item(
        text="" if parts else text,
        parts=parts,
        title=title or None,
        byline=name if person else None,
        date=date_value(_header(message, "Date")).iso,
        outlet=(None if person else name) or address.rpartition("@")[2] or None,
        notes=(f"{attached} attachment{'s' * (attached > 1)} not read",) if attached else (),
    )


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= _MAX_PARTS:
            return
        if not part.is_multipart():
            yield part


def _decoded(part: Message) -> str:
    """The text of a part: quoted-printable, base64 or as it is, in the encoding that it names or in UTF-8 or cp1252."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    names = [str(part.get_content_charset() or ""), "utf-8", "cp1252"]
    for name in filter(None, names):
        try:
            text = data.decode(name)
        except (LookupError, ValueError):
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")


def _header(message: Message, name: str) -> str:
    """A field of the header, decoded, on one line."""
    value = str(message.get(name) or "")[:_MAX_FIELD]
    try:
        return on_one_line(str(email.header.make_header(email.header.decode_header(value))))
    except (LookupError, ValueError):
        return on_one_line(value)


def _is_person(name: str, address: str) -> bool:
    """Whether a sender is a person (``Ann Lee <ann.lee@…>``), not an outlet (``The Courier <news@…>``)."""
    words = [word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 2]
    own = address.partition("@")[0].lower()
    return 1 < len(words) < 4 and own not in _DESKS and any(word in own for word in words)
