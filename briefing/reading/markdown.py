"""Markdown: its prose, everything else blanked in place.

markdown-it-py finds the blocks (CommonMark with tables); its line numbers and the contents of its blocks give exact
offsets, since a content line is always a piece of its source line. The marks within lines are ours (``inline``), for
the library keeps no offsets there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefing.model import BlockKind, Span
from briefing.reading.frontmatter import FrontMatter, read_front_matter
from briefing.reading.inline import mask_inline
from briefing.reading.paragraphs import BLANKS, Stretch, trim

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_SILENT = re.compile(r"\s*$|\[\^[^\]]{1,99}\]:")  # nothing, or a footnote's text
_NOT_LINE_END = re.compile(r"[^\r\n]")


class Markdown(NamedTuple):
    """A Markdown text with all that is not prose blanked, its stretches of prose, and its front matter."""

    masked: str
    stretches: list[Stretch]
    front: FrontMatter


class _Prose(NamedTuple):
    kind: BlockKind | None
    lines: list[Span]
    heading_level: int


def read_markdown(text: str) -> Markdown:
    """Split a Markdown text into masked text, stretches and front matter."""
    front = read_front_matter(text)
    body = _blanked(text[: front.end]) + text[front.end :]
    blocks, references = _blocks(body)
    pieces: list[tuple[int, str]] = []
    stretches: list[Stretch] = []
    titled = False
    for block in blocks:
        start, end = block.lines[0].start, block.lines[-1].end
        masked, images = mask_inline(_with_blank_edges(body, block.lines), references)
        kind = block.kind
        if block.heading_level and not titled and (block.heading_level == 1 or not (stretches or front.title)):
            kind, titled = "title", True
        masked, kind = _settle_images(masked, images, kind)
        pieces.append((start, masked))
        start, end = trim(masked, 0, len(masked))
        if start < end:
            stretches.append(Stretch(pieces[-1][0] + start, pieces[-1][0] + end, kind))
    if front.title:
        pieces.insert(0, (front.title.start, text[front.title.start : front.title.end]))
    return Markdown(_assembled(text, pieces), stretches, front)


def _settle_images(masked: str, images: list[Span], kind: BlockKind | None) -> tuple[str, BlockKind | None]:
    """Blank images within prose; images that stand alone become a caption, their alternative text."""
    if not images:
        return masked, kind
    chars = list(masked)
    for start, end in images:
        chars[start:end] = " " * (end - start)
    without = "".join(chars)
    return (without, kind) if without.strip(BLANKS) else (masked, "caption")


def _blocks(text: str) -> tuple[list[_Prose], Collection[str]]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    environment: dict[str, dict[str, object]] = {}
    tokens = parser.parse(text, environment)
    references = {" ".join(label.lower().split()) for label in environment.get("references", {})}
    return list(_prose(text, tokens)), references


def _prose(text: str, tokens: list[Token]) -> Iterator[_Prose]:
    lines = _lines(text)
    lists = tables = level = 0
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            lists += token.nesting
        elif token.type in ("table_open", "table_close"):
            tables += token.nesting
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline" and token.map and not tables and not _SILENT.match(token.content):
            kind: BlockKind | None = "heading" if level else "list" if lists else None
            contents = enumerate(token.content.split("\n"), start=token.map[0])
            yield _Prose(kind, [_find(text, lines[i], content) for i, content in contents], level)


def _lines(text: str) -> list[Span]:
    ends = [match.span() for match in _LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [Span(start, end) for start, end in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]


def _find(text: str, line: Span, content: str) -> Span:
    """The span of a block's content on its line: at the end of the line, unless a heading has closing hash marks."""
    content = content.strip()
    raw = text[line.start : line.end].rstrip()
    at = len(raw) - len(content) if raw.endswith(content) else raw.find(content)
    if at < 0:  # the parser replaced a character
        at = len(raw) - len(raw.lstrip())
        content = raw[at:]
    return Span(line.start + at, line.start + at + len(content))


def _with_blank_edges(text: str, lines: list[Span]) -> str:
    """The text from the first to the last of the spans, with what lies between them (quote marks, indents) blanked."""
    parts: list[str] = []
    at = lines[0].start
    for start, end in lines:
        parts += [_blanked(text[at:start]), text[start:end]]
        at = end
    return "".join(parts)


def _assembled(text: str, pieces: list[tuple[int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, masked in pieces:
        parts += [_blanked(text[at:start]), masked]
        at = start + len(masked)
    return "".join((*parts, _blanked(text[at:])))


def _blanked(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text)
