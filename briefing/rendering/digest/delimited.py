"""The digest as CSV: a row for each telling of each entry, no cell a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefing.digest import Comparison, Digest
from briefing.rendering.digest.wording import actor_names
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import csv_cell

COLUMNS = (
    *("date", "parties", "speakers", "stance", "issue", "position", "article", "source", "title", "copy_of"),
    *("start", "end", "text", "quotes", "articles", "key", "score", "outlet", "url", "language"),
)


def digest_csv(digest: Digest, layout: Layout) -> str:
    """Every telling of every entry."""
    return layout.mark + _table(COLUMNS, _rows(digest, range(len(digest.entries))))


def comparison_csv(comparison: Comparison, layout: Layout) -> str:
    """The tellings of both reports, with where the entry is found: both, A or B."""
    found = (("both", comparison.both), ("A", comparison.only_first), ("B", comparison.only_second))
    rows = ((mark, *row) for mark, entries in found for row in _rows(comparison.digest, entries))
    return layout.mark + _table(("in", *COLUMNS), rows)


def _rows(digest: Digest, entries: Iterable[int]) -> Iterable[tuple[object, ...]]:
    for number in entries:
        entry = digest.entries[number]
        issue = "" if entry.issue is None else " · ".join(digest.issues[entry.issue].label)
        speakers = "; ".join(speaker.name for speaker in entry.speakers)
        said = (entry.date, actor_names(digest, entry.actors), speakers, entry.stance, issue, number)
        for telling in entry.tellings:
            report = digest.reports[telling.report]
            copied = None if report.copy_of is None else digest.reports[report.copy_of].id
            place = (report.id, report.source, report.title, copied, telling.start, telling.end)
            weight = (entry.reports, "true" if entry.key else "false", entry.score)
            origin = (report.outlet, report.url, report.language)
            yield (*said, *place, telling.text, "; ".join(telling.quotes), *weight, *origin)


def _table(columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()
