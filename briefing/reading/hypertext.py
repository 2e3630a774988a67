"""From a piece of HTML, such as a field of a record or a mail holds, to its paragraphs, headings and list items.

Whole web pages, with menus and advertisements around their article, are not for this module but for ``pages``. It
takes linear time whatever the markup, which the parser of the standard library does not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefing.model import BlockKind
from briefing.reading.items import Part, one_line

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})(?P<rest>[^<>]*)>")
_OPENS_MARKUP = re.compile(r"<(?:[A-Za-z/!?])")
_SILENT = frozenset(
    [
        "figcaption",
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
        "audio",
        "video",
    ]
)
_RAW = frozenset({"script", "style", "textarea"})
_HEADING: BlockKind = "heading"
_KINDS: dict[str, BlockKind] = {**{f"h{level}": _HEADING for level in range(1, 7)}, "li": "list"}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "block",
        "media",
        "media-caption",
        "hl2",
        "hedline",
        "body.content",
    ]
)
_LOOKS = re.compile(
    r"</?(?:p|div|br|span|h[1-6]|ul|ol|li|a|strong|em|b|i|u|blockquote|figure|img|table|section|article)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCK_LOOKS = re.compile(r"<(?:p|div|br|h[1-6]|li|blockquote|section|article|table)\b[^<>]*>", re.IGNORECASE)
_ENDS = (".", "!", "?", ":", "”", '"', "…", "。")


def looks_like_html(text: str) -> bool:
    """Whether a text is meant as HTML: it has a tag of a block, or several others."""
    if "<" not in text:
        return False
    if _BLOCK_LOOKS.search(text):
        return True
    return sum(1 for _, _ in zip(_LOOKS.finditer(text), range(2), strict=False)) == 2


def parts_of_html(markup: str) -> tuple[Part, ...]:
    """The paragraphs of a piece of HTML in order, with the kind that their element tells; white space is folded."""
    found: list[Part] = []
    words: list[str] = []
    kinds: list[tuple[str, BlockKind]] = []
    silent: list[str] = []

    def close() -> None:
        text = "".join(words)
        words.clear()
        kind = kinds[-1][1] if kinds else None
        found.extend(Part(line, kind) for line in _lines(text))

    for name, closes, text in _tokens(markup):
        if not name:
            if not silent:
                words.append(text)
        elif name in _SILENT:
            if closes and name in silent:
                del silent[silent.index(name) :]
            elif not closes and not text.endswith("/"):
                silent.append(name)
        elif silent:
            if name == "body" and silent[0] == "head":
                silent.clear()
        elif name == "br":
            words.append("\n")
        elif name in _BLOCKS:
            close()
            if name in _KINDS:
                if closes:
                    while kinds and kinds.pop()[0] != name:
                        pass
                else:
                    kinds.append((name, _KINDS[name]))
            elif name in ("p", "div") and kinds and kinds[-1][1] == "heading" and not closes:
                kinds.clear()  # a heading that was not closed
    close()
    return tuple(found)


def text_of_html(markup: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(part.text for part in parts_of_html(markup))


def _tokens(markup: str) -> Iterator[tuple[str, bool, str]]:
    """Tags as (name, whether it closes, attributes) and the text between them as ("", False, text)."""
    at, length = 0, len(markup)
    no_comment_end = False
    while at < length:
        tag = markup.find("<", at)
        if tag < 0:
            yield "", False, html.unescape(markup[at:])
            return
        if tag > at:
            yield "", False, _unescaped(markup[at:tag])
        if markup.startswith("<![CDATA[", tag):
            end = markup.find("]]>", tag)
            end = length if end < 0 else end
            yield "", False, markup[tag + 9 : end]
            at = end + 3
        elif markup.startswith("<!--", tag) and not no_comment_end:
            end = markup.find("-->", tag + 4)
            no_comment_end = end < 0
            at = tag + 4 if no_comment_end else end + 3
        elif found := _TAG.match(markup, tag):
            name = found["name"].lower()
            yield name, bool(found["close"]), found["rest"]
            at = found.end()
            if name in _RAW and not found["close"]:
                end = _end_of_raw(markup, name, at)
                at = length if end < 0 else end
                yield name, True, ""
        elif _OPENS_MARKUP.match(markup, tag):
            end = markup.find(">", tag, tag + 2000)
            at = tag + 1 if end < 0 else end + 1
        else:
            yield "", False, "<"
            at = tag + 1


def _unescaped(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _end_of_raw(markup: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, at)
    return found.end() if found else -1


def _lines(text: str) -> Iterator[str]:
    """The paragraphs of a block: a line break ends one where it ends a sentence or stands twice."""
    if "\n" not in text:
        if line := one_line(text):
            yield line
        return
    pending = ""
    for line in re.split(r"\n", text):
        words = one_line(line)
        if not words:
            if pending:
                yield pending
            pending = ""
            continue
        if pending and pending.endswith(_ENDS) and len(pending) > 60:
            yield pending
            pending = words
        else:
            pending = f"{pending} {words}".strip()
    if pending:
        yield pending
