"""The digest on a terminal: the list of stories, then each story in the order of the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from briefing.digest import Digest
from briefing.rendering.brevity import at_a_glance
from briefing.rendering.console import (
    MARGIN,
    QUIET,
    RELATION_STYLES,
    STANCE_STYLES,
    Parts,
    line,
    nothing,
    printed,
    rows,
    section,
)
from briefing.rendering.digest.heard_table import heard_sections
from briefing.rendering.digest.outline import Row, Section, StoryOutline, closing, listed, outline
from briefing.rendering.digest.wording import head
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import one_line
from briefing.rendering.wording import RELATION_SIGNS, stance_label


def digest_terminal(digest: Digest, layout: Layout) -> str:
    """The whole digest."""
    shown, whole = outline(digest, layout.positions), layout.positions == 0
    parts: list[RenderableType] = []
    if len(digest.stories) != 1:
        parts = [line("Digest", "bold"), line(head(digest), QUIET), *_section(listed(digest))]
    for story in shown:
        parts += _story(story, whole)
    if len(shown) < len(digest.stories):
        parts.append(nothing(f"and {len(digest.stories) - len(shown):,} more stories; --story N shows one"))
    for each in closing(digest):
        parts += _section(each)
    return printed(parts, layout)


def stories_terminal(digest: Digest, layout: Layout) -> str:
    """The list of stories."""
    return printed([line(head(digest), QUIET), *_section(listed(digest, len(digest.stories), named=True))], layout)


def sources_terminal(digest: Digest, layout: Layout) -> str:
    """Who is heard."""
    parts: list[RenderableType] = [line("Who is heard", "bold"), line(head(digest), QUIET)]
    for each in heard_sections(digest, layout.positions):
        parts += _section(each)
    return printed(parts, layout)


def _story(story: StoryOutline, whole: bool) -> Parts:
    yield Padding(line(story.headline, "bold"), (1, 0, 0, 0))
    yield line(story.about, QUIET)
    for place, (text, outlet) in enumerate(story.summary):
        yield Padding(line(f"{text} — {outlet}"), (0 if place else 1, 0, 0, MARGIN))
    for each in story.sections:
        yield from _section(each, whole)


def _section(each: Section, whole: bool = True) -> Parts:
    """A section as a list; unless ``whole``, words of matters are shortened and other outlets' wordings left out."""
    yield section(each.title)
    yield Text()
    yield from _rows([row if whole or not row.label else _brief(row) for row in each.rows])
    if each.left:
        yield nothing(f"and {each.left:,} more; all are in JSON")


def _brief(row: Row) -> Row:
    return row._replace(words=at_a_glance(row.words), more=tuple(map(at_a_glance, row.more)), variants=())


def _rows(found: Sequence[Row]) -> Iterator[RenderableType]:
    yield rows((_label(row), _words(row)) for row in found)


def _label(row: Row) -> Text:
    if row.label in RELATION_STYLES:
        return Text(f"{RELATION_SIGNS[row.label]} {row.label}", RELATION_STYLES[row.label])
    if row.label:
        return Text(stance_label(row.label), STANCE_STYLES[row.label])  # type: ignore[arg-type,index]
    return Text()


def _words(row: Row) -> Text:
    words = Text.assemble((one_line(row.who) + "  ", "bold")) if row.who else Text()
    words.append(one_line(row.words))
    for each in (*row.variants, *row.more):
        words.append("\n· " + one_line(each), QUIET)
    if row.details:
        words.append("\n— " + one_line(row.details), QUIET)
    return words
