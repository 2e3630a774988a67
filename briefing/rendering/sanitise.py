"""Makes text safe for people's formats: nothing in an article can steer a terminal, a page or a spreadsheet.

Articles and file names are not trusted. Escape sequences, control characters and bidirectional overrides are taken
out; Markdown, HTML and spreadsheet formulas are made plain text; JSON keeps every character, dangerous ones escaped.
Sequences as in ECMA-48; bidirectional controls as in Boucher and Anderson, "Trojan Source" (2023); formulas as in
OWASP's "CSV Injection". Everything here takes time linear in the text.
"""

from __future__ import annotations

import json
import re

# A control string (OSC, DCS, SOS, PM, APC) goes with its payload where it ends on its line; else the introducer alone.
_STRING_PAYLOAD = r"[^\n\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)"
_SEQUENCE = re.compile(
    rf"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f]){_STRING_PAYLOAD}"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROLS = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_BIDIRECTIONAL = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_INVISIBLE = [
    0xAD,
    0x200B,
    0x2060,
    0x2061,
    0x2062,
    0x2063,
    0x2064,
    *range(0x206A, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_TAGS = range(0xE0000, 0xE0080)
_LINE_ENDS = {0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_SURROGATES = range(0xD800, 0xE000)
_DROPPED = dict.fromkeys([*_CONTROLS, *_BIDIRECTIONAL, *_INVISIBLE, *_TAGS], None)
_TABLE: dict[int, str | None] = {**_DROPPED, **_LINE_ENDS, **dict.fromkeys(_SURROGATES, "\ufffd")}

_INLINE_MARKDOWN = re.compile(r"[\\`*_\[\]|~#]")
_LEADING_NUMBER = re.compile(r"\d{1,9}[.)](?=\s|$)")
_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BLANK = "\u200b"
_BLANKS: dict[int, str] = {code: _BLANK if shown is None else shown for code, shown in _TABLE.items()}
_NOT_IN_YAML = re.compile("[\ufffe\uffff]")  # c-printable is without them
_UNSAFE_IN_JSON = re.compile(
    r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """The text without what steers a terminal; line ends are ``\\n``, tabs stay, lone surrogates become U+FFFD."""
    return _SEQUENCE.sub("", text).translate(_TABLE)


def one_line(text: str) -> str:
    """The text cleaned and on one line, every run of white space a single space."""
    return " ".join(clean(text).split())


def blanked(text: str) -> str:
    """The text cleaned, with a zero-width space for each character that goes: offsets into it stay what they were."""
    return _SEQUENCE.sub(lambda found: _BLANK * len(found.group()), text).translate(_BLANKS)


def markdown(text: str) -> str:
    """The text on one line so that Markdown and HTML show it as it is."""
    line = _INLINE_MARKDOWN.sub(r"\\\g<0>", one_line(text)).translate(_HTML)
    if line.startswith(("+", "-", "=")):
        return "\\" + line
    if number := _LEADING_NUMBER.match(line):
        return line[: number.end() - 1] + "\\" + line[number.end() - 1 :]
    return line


def csv_cell(text: str) -> str:
    """The text on one line, with an apostrophe before what a spreadsheet would take for a formula."""
    line = one_line(text)
    return "'" + line if line.startswith(_FORMULA) else line


def yaml_string(text: str) -> str:
    """The text on one line as a double-quoted scalar of YAML, in which everything is mere text."""
    return _NOT_IN_YAML.sub(_escape, json.dumps(one_line(text), ensure_ascii=False))


def json_text(encoded: str) -> str:
    """Encoded JSON, reading back the same, with the characters escaped that steer a terminal or cannot be written."""
    return _UNSAFE_IN_JSON.sub(_escape, encoded)


def script_json(encoded: str) -> str:
    """Encoded JSON, reading back the same, that cannot end the script element of a page in which it stands."""
    return json_text(encoded).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
