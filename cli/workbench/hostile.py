"""Hostile pieces of text for every output format and every reader, used by the tests and the fuzzer."""

from __future__ import annotations

from collections.abc import Mapping

HOSTILE: Mapping[str, str] = {
    "csi": "\x1b[31mred\x1b[2J\x1b[10;10H",
    "c1-csi": "\x9b31mred\x9b2J",
    "osc-8": "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "osc-52": "\x1b]52;c;ZXZpbA==\x07",
    "osc-title": "\x1b]0;owned\x1b\\",
    "dcs": "\x1bP+q544e\x1b\\",
    "c1": "\x84\x85\x90\x9c\x9d\x9e\x9f",
    "controls": "\x00\x01\x07\x08\x0b\x0c\x0e\x1a\x7f",
    "bidi": "\u202etxt.exe\u202c \u2066a\u2069 \u200f\u061c",
    "zero-width": "a\u200bb\u2060c\ufeffd\u00ade",
    "tags": "\U000e0001\U000e0041\U000e007f",
    "separators": "a\u2028b\u2029c",
    "rich": "[bold red]x[/bold red] [/] [link=https://evil.example]y[/link] [@click=app.quit]z[/]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)> \"'><svg/onload=alert(1)>",
    "entities": "&lt;script&gt;&#x3c;script&#62; &amp;amp; &#0; &#xd800;",
    "markdown": "[click](javascript:alert(1)) ![x](data:text/html,x) `code` # head\n---\n| a |\n",
    "formula": "=HYPERLINK(\"https://evil.example\")\n+1+cmd|' /C calc'!A0\n-2+3\n@SUM(1)\n\t=1",
    "path": "../../../../etc/passwd ..\\..\\windows CON /dev/full",
    "null": "a\x00b",
    "surrogate": "a\ud800b\udfffc\udc80d",
    "combining": "Z" + "\u0301" * 80,
    "wide": "漢字かな한글 العربية עברית ไทย",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1e6",
    "format": "%s %n {0} {0.__class__} $(touch x) `id` ; rm -rf x",
    "json": '"}],"schema":"brief/2",\\u0000\\ud800 \\"',
    "quotes": "“‘\"'«»„‚”’" * 8,
    "open": "(((([[[[{{{{<<<<",
}
SPEECH = "The minister {} said on Tuesday that {} would pay. “We will {} pay,” Ann {} Lee said."


def article(piece: str) -> str:
    """An article with a piece in every place: title, names, quotations, a paragraph of its own."""
    sentence = SPEECH.format(piece, piece, piece, piece)
    return f"{piece} Ministers promise {piece}\n\nOSLO, March 8, 2024 — {sentence}\n\n{piece}\n\n{sentence}\n"
