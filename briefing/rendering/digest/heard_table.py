"""Who is heard, as people read it: all outlets together, then each by itself."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.digest import Digest
from briefing.digest.model import Heard
from briefing.rendering.digest.outline import Row, Section
from briefing.rendering.digest.wording import actor_name, heard_words
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import markdown
from briefing.rendering.wording import as_heading

SHOWN = 20  # parties of each outlet


def heard_sections(digest: Digest, positions: int | None = None) -> Iterator[Section]:
    """A section for all outlets together, then one for each; ``positions`` is how many parties each section shows:
    None for ``SHOWN``, 0 for all."""
    by_outlet: dict[str | None, list[Heard]] = {}
    for each in digest.heard:
        by_outlet.setdefault(each.outlet, []).append(each)
    for outlet, heard in by_outlet.items():
        words = sum(each.words for each in heard)
        rows = [Row("", as_heading(actor_name(digest, each.actor)), heard_words(each, words)) for each in heard]
        most = SHOWN if positions is None else positions or len(rows)
        yield Section(outlet or "All outlets", tuple(rows[:most]), max(0, len(rows) - most))


def sources_markdown(digest: Digest, layout: Layout) -> str:
    """The tables as Markdown."""
    parts = ["# Who is heard"]
    for section in heard_sections(digest, layout.positions):
        items = "\n".join(f"- **{markdown(row.who)}:** {markdown(row.words)}" for row in section.rows)
        parts.append(f"## {markdown(section.title)}\n\n{items}")
    return "\n\n".join(parts) + "\n"
