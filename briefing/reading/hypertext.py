"""From a piece of HTML, such as a field of a record or the body of a mail, to its paragraphs, headings and list items.

For whole web pages, with menus and advertisements around their article, see ``pages``. This parser takes linear time
whatever the markup, unlike that of the standard library.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from briefing.errors import TooLargeError
from briefing.model import BlockKind
from briefing.reading.blockquotes import with_marks
from briefing.reading.items import Part, on_one_line

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
_MAX_SILENT = 50
_MOST_TAGS = 200_000
_ENDS = (".", "!", "?", ":", "”", '"', "…", "。")


def looks_like_html(text: str) -> bool:
    """Whether a text is meant as HTML: it has the tag of a block element, or two others."""
    if "<" not in text:
        return False
    if _BLOCK_LOOKS.search(text):
        return True
    return sum(1 for _, _ in zip(_LOOKS.finditer(text), range(2), strict=False)) == 2


def parts_of_html(markup: str) -> tuple[Part, ...]:
    """The paragraphs of a piece of HTML in order, with the kind given by their element; white space is collapsed.

    Raises:
        TooLargeError: it has more tags than an article has.
    """
    if (tags := markup.count("<")) > _MOST_TAGS:
        raise TooLargeError(f"it is HTML of {tags:,} tags, which no article has; give the article's text")
    page = _Page(markup)
    for name, closes, text in _tokens(markup):
        if not name:
            page.say(text)
        elif name in _SILENT:
            page.be_silent(name, closes or text.endswith("/"))
        elif not page.silent:
            page.tag(name, closes)
        elif name == "body" and page.silent[0] == "head":
            page.silent.clear()
    page.end_block()
    return tuple(page.found)


class _Page:
    """The state of parsing: the parts ``found``, the words of the open block, and the open elements around it."""

    def __init__(self, markup: str) -> None:
        self.found: list[Part] = []
        self.silent: list[str] = []
        self._words: list[str] = []
        self._kinds: list[tuple[str, BlockKind]] = []
        self._quoted: int | None = None
        self._named: int | None = None
        self._cite: tuple[int, int] | None = None
        low = markup.lower()
        self._ends = {name: low.count(f"</{name}") for name in _SILENT}

    def say(self, text: str) -> None:
        """Take text, unless it is within an element that shows none."""
        if not self.silent:
            self._words.append(text)

    def be_silent(self, name: str, closes: bool) -> None:
        """Handle the start tag (if there is an end tag too) or end tag of an element that shows no text."""
        if not closes:
            if self._ends[name] > 0 and len(self.silent) < _MAX_SILENT:
                self.silent.append(name)
            return
        self._ends[name] -= 1
        if name in self.silent:
            del self.silent[self.silent.index(name) :]

    def tag(self, name: str, closes: bool) -> None:
        """Handle the start or end tag of an element that shows text."""
        if name == "br":
            self._words.append("\n")
        elif name == "cite" and self._quoted is not None:
            size = len(self._words)
            self._cite = (self._cite[0], size) if closes and self._cite else (size, size)
        elif name in _BLOCKS:
            self.end_block()
            if name == "blockquote":
                self._quote(closes)
            elif name == "footer" and not closes:
                self._named = len(self.found)
            elif name in _KINDS and not closes:
                self._kinds.append((name, _KINDS[name]))
            elif name in _KINDS:
                while self._kinds and self._kinds.pop()[0] != name:
                    pass
            elif name in ("p", "div") and not closes and self._kinds and self._kinds[-1][1] == "heading":
                self._kinds.clear()  # a heading that was not closed

    def _quote(self, closes: bool) -> None:
        """Handle the start or end tag of a block quotation; one that ends with its speaker gets quotation marks."""
        last = len(self.found) - 1
        if closes and self._quoted is not None and self._named == last and self._quoted < last:
            quoted = slice(self._quoted, last)
            told = with_marks([part.text for part in self.found[quoted]])
            self.found[quoted] = [part._replace(text=text) for part, text in zip(self.found[quoted], told, strict=True)]
        self._quoted, self._named = None if closes else last + 1, None

    def end_block(self) -> None:
        """End the open block; the speaker in a ``cite`` at its end becomes a block of its own."""
        begin, end = self._cite or (0, 0)
        before, name, after = self._words[:begin], self._words[begin:end], self._words[end:]
        self._words, self._cite = [], None
        named = begin < end and not _has_words(after)
        kind = self._kinds[-1][1] if self._kinds else None
        for words in (before, name) if named and _has_words(before) else (before + name + after,):
            self._named = len(self.found) if named else self._named
            self.found.extend(Part(line, kind) for line in _lines("".join(words)))


def _has_words(texts: Sequence[str]) -> bool:
    return any(char.isalnum() for text in texts for char in text)


def text_of_html(markup: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(part.text for part in parts_of_html(markup))


def _tokens(markup: str) -> Iterator[tuple[str, bool, str]]:
    """Tags as (name, whether it closes, attributes) and the text between them as ("", False, text)."""
    at, length, last = 0, len(markup), markup.rfind(">")
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
            end = markup.find(">", tag, tag + 2000) if tag < last else -1
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
    """The paragraphs of a block: a line break ends one if a sentence ends there too, or if it is doubled."""
    if "\n" not in text:
        if line := on_one_line(text):
            yield line
        return
    pending = ""
    for line in re.split(r"\n", text):
        words = on_one_line(line)
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
