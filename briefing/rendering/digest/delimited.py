"""The digest as CSV: a row for each telling, for each story, or for each party of an outlet; no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefing.digest import Digest
from briefing.rendering.digest.wording import actor_name, actor_names, number_of
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import csv_cell

COLUMNS = (
    *("date", "parties", "speakers", "stance", "story", "matter", "kind", "article", "source", "title", "copy_of"),
    *("start", "end", "text", "quotes", "outlets", "key", "score", "outlet", "url", "language", "conflict"),
)
STORY_COLUMNS = ("story", "headline", "first", "last", "articles", "outlets", "told_by_several", "fronts")
HEARD_COLUMNS = ("outlet", "party", "kind", "role", "named", "positions", "words", "quoted_words", "share")


def digest_csv(digest: Digest, layout: Layout) -> str:
    """Every telling of every matter."""
    return layout.mark + _table(COLUMNS, _tellings(digest))


def stories_csv(digest: Digest, layout: Layout) -> str:
    """A row for each story."""
    rows = (
        (
            *(number_of(digest, each), each.headline, each.first, each.last, len(each.reports)),
            *("; ".join(each.outlets), len(each.shared), len(each.fronts)),
        )
        for each in digest.stories
    )
    return layout.mark + _table(STORY_COLUMNS, rows)


def sources_csv(digest: Digest, layout: Layout) -> str:
    """A row for each party of an outlet; rows without an outlet count all outlets together."""
    totals: dict[str | None, int] = {}
    for each in digest.heard:
        totals[each.outlet] = totals.get(each.outlet, 0) + each.words
    rows = (
        (
            *(each.outlet, actor_name(digest, each.actor), each.kind, each.role, "true" if each.named else "false"),
            *(each.positions, each.words, each.quoted_words, round(each.words / (totals[each.outlet] or 1), 4)),
        )
        for each in digest.heard
    )
    return layout.mark + _table(HEARD_COLUMNS, rows)


def _tellings(digest: Digest) -> Iterable[tuple[object, ...]]:
    for number in (number for story in digest.stories for number in story.matters):
        matter = digest.matters[number]
        speakers = "; ".join(speaker.name for speaker in matter.speakers)
        for telling in matter.tellings:
            report = digest.reports[telling.report]
            parties = actor_names(digest, telling.actors)
            copied = None if report.copy_of is None else digest.reports[report.copy_of].id
            yield (
                *(report.date, parties, speakers, matter.stance, matter.story, number, matter.kind),
                *(report.id, report.source, report.title, copied, telling.start, telling.end, telling.text),
                *("; ".join(telling.quotes), matter.outlets, "true" if matter.key else "false", matter.score),
                *(report.outlet, report.url, report.language),
                actor_names(digest, matter.conflict) if matter.conflict else None,
            )


def _table(columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()
