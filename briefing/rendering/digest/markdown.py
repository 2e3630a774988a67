"""The digest as Markdown, everything that comes from the articles escaped."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.digest import Digest
from briefing.rendering.digest.outline import Row, Section, StoryOutline, closing, listed, outline
from briefing.rendering.digest.wording import head
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import markdown


def digest_markdown(digest: Digest, layout: Layout) -> str:
    """The whole digest as a page."""
    many = len(digest.stories) > 1
    return _page(
        "# Digest",
        markdown(head(digest)),
        *([_section(listed(digest), "##")] if many else []),
        *(part for story in outline(digest, layout.positions) for part in _story(story)),
        *(_section(each, "##") for each in closing(digest)),
        _articles(digest),
    )


def stories_markdown(digest: Digest, layout: Layout) -> str:
    """The list of stories."""
    return _page("# Stories", markdown(head(digest)), _items(listed(digest, len(digest.stories), named=True).rows))


def _story(story: StoryOutline) -> Iterable[str]:
    yield f"## {markdown(story.headline)}"
    yield markdown(story.about)
    for text, outlet in story.summary:
        yield f"> {markdown(text)} — {markdown(outlet)}"
    yield from (_section(each, "###") for each in story.sections)


def _section(section: Section, mark: str) -> str:
    more = f"\n\nand {section.left:,} more" if section.left else ""
    return f"{mark} {markdown(section.title)}\n\n{_items(section.rows)}{more}"


def _items(rows: Iterable[Row]) -> str:
    return "\n".join(line for row in rows for line in _item(row))


def _item(row: Row) -> Iterable[str]:
    lead = ", ".join(part for part in (markdown(row.who), row.label) if part)
    details = f" — {markdown(row.details)}" if row.details else ""
    yield f"- {f'**{lead}:** ' if lead else ''}{markdown(row.words)}{details}"
    yield from (f"  - {markdown(each)}" for each in (*row.variants, *row.more))


def _articles(digest: Digest) -> str:
    shown = []
    for story in digest.stories:
        for number in story.reports:
            report = digest.reports[number]
            details = (report.outlet, report.title, report.date, report.source)
            shown.append("- " + markdown(" · ".join([report.id, *(detail for detail in details if detail)])))
    return "## Articles\n\n" + "\n".join(shown)


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
