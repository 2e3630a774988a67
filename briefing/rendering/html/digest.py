"""The pages of a digest and of a comparison: what their templates show, made ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from briefing.digest import Comparison, Digest
from briefing.digest.model import Entry
from briefing.model import Stance
from briefing.rendering.digest.wording import (
    SHOWN,
    actor_name,
    actor_names,
    copy_words,
    cut_words,
    head,
    line_words,
    matrix,
    prevailing,
    quoted,
    shift_line,
    voices,
    when,
    where,
)
from briefing.rendering.html.graph import graph
from briefing.rendering.html.page import page
from briefing.rendering.html.palette import NOBODY, Badge, badges
from briefing.rendering.html.timeline import timeline
from briefing.rendering.layout import Layout
from briefing.rendering.wording import ALIGNMENT_SIGNS, SIGNS, as_heading

MOST = 400
"""Entries in the table of all; more would make a page that no phone opens."""

_FILTERED = 12  # parties that can be filtered by
_ROWS, _COLUMNS = 14, 8
_TONES: dict[Stance, str] = {
    "support": "good",
    "pledge": "good",
    "oppose": "bad",
    "accuse": "bad",
    "deny": "bad",
    "demand": "care",
    "warn": "care",
    "concern": "care",
    "predict": "ahead",
    "state": "plain",
}


class Item(NamedTuple):
    """An entry as lists and tables show it."""

    number: int
    badge: Badge
    names: str
    stance: str
    sign: str
    tone: str
    words: str
    who: str
    when: str
    iso: str
    where: str
    places: tuple[tuple[str, int, int], ...]
    issue: str


class Cell(NamedTuple):
    """What a party says on an issue."""

    stance: str
    sign: str
    tone: str
    items: tuple[Item, ...]


def digest_html(digest: Digest, layout: Layout) -> str:
    """The digest as one file."""
    return page("digest.html.j2", _Page(digest).digest())


def comparison_html(comparison: Comparison, layout: Layout) -> str:
    """Two reports side by side, as one file."""
    return page("compare.html.j2", _Page(comparison.digest).comparison(comparison))


class _Page:
    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._names = [as_heading(actor_name(digest, number)) for number in range(len(digest.actors))]
        named = badges(str(number) for number in range(len(digest.actors)))
        self._badges = [named[str(number)]._replace(name=name) for number, name in enumerate(self._names)]

    def digest(self) -> dict[str, Any]:
        digest = self._digest
        shown = matrix(digest, _ROWS, _COLUMNS)
        listed = self._listed()
        return {
            "title": "Digest",
            "head": head(digest),
            "shifts": [
                (as_heading(shift_line(digest, each)), self._items((each.before, each.after)))
                for each in digest.shifts[:SHOWN]
            ],
            "fault_lines": [
                (ALIGNMENT_SIGNS[each.kind], each.kind, as_heading(line_words(digest, each)))
                for each in digest.fault_lines[: 2 * SHOWN]
            ],
            "graph": self._graph(),
            "cuts": [cut_words(digest, each) for each in digest.cuts[:SHOWN]],
            "copies": self._copies(),
            "single": self._items(digest.single[:SHOWN]) if len(digest.reports) > 1 else [],
            "issues": [" · ".join(digest.issues[issue].label) for issue in shown.issues],
            "rows": [
                (self._badges[actor], [self._cell(entries) for entries in cells])
                for actor, cells in zip(shown.actors, shown.cells, strict=True)
            ],
            "timeline": self._timeline(),
            "entries": self._items(listed),
            "left_out": len(digest.entries) - len(listed),
            "reports": digest.reports,
            "data": self._data(listed),
        }

    def comparison(self, comparison: Comparison) -> dict[str, Any]:
        digest = self._digest
        return {
            "title": "Comparison",
            "reports": digest.reports,
            "cuts": [cut_words(digest, each) for each in comparison.cuts],
            "copies": self._copies(),
            "sections": [
                ("In both", self._items(comparison.both)),
                ("Only in A", self._items(comparison.only_first)),
                ("Only in B", self._items(comparison.only_second)),
            ],
        }

    def _items(self, entries: Iterable[int]) -> list[Item]:
        return [self._item(number, self._digest.entries[number]) for number in entries]

    def _item(self, number: int, entry: Entry) -> Item:
        digest, names = self._digest, actor_names(self._digest, entry.actors)
        return Item(
            number=number,
            badge=self._badges[entry.actors[0]] if entry.actors else NOBODY,
            names=as_heading(names),
            stance=entry.stance,
            sign=SIGNS[entry.stance],
            tone=_TONES[entry.stance],
            words=quoted(entry),
            who=voices(entry, names),
            when=when(entry),
            iso=entry.date or "",
            where=where(digest, entry),
            places=tuple((digest.reports[each.report].source, each.start, each.end) for each in entry.tellings),
            issue="" if entry.issue is None else " · ".join(digest.issues[entry.issue].label),
        )

    def _cell(self, entries: Sequence[int]) -> Cell | None:
        stance = prevailing(self._digest, entries)
        return None if stance is None else Cell(stance, SIGNS[stance], _TONES[stance], tuple(self._items(entries)))

    def _listed(self) -> list[int]:
        """All entries in time order, or the weightiest of very many."""
        entries = self._digest.entries
        best = sorted(range(len(entries)), key=lambda number: (not entries[number].key, -entries[number].score, number))
        return sorted(best[:MOST])

    def _copies(self) -> list[str]:
        copied = [report for report in self._digest.reports if report.copy_of is not None]
        return [copy_words(self._digest, report) for report in copied[:SHOWN]]

    def _graph(self) -> Any:
        if not self._digest.fault_lines:
            return None
        letters = {number: badge.letter for number, badge in enumerate(self._badges)}
        return graph(self._digest.fault_lines, dict(enumerate(self._names)), letters)

    def _timeline(self) -> Any:
        actors = [number for number, actor in enumerate(self._digest.actors) if actor.report is None][:SHOWN]
        tones = {str(stance): tone for stance, tone in _TONES.items()}
        return timeline(self._digest, actors, [self._names[actor] for actor in actors], tones)

    def _data(self, listed: Sequence[int]) -> dict[str, Any]:
        """What the script filters by."""
        entries = self._digest.entries
        filtered = range(min(_FILTERED, len(self._badges)))
        met = {entries[number].stance for number in listed}
        return {
            "parties": [
                {"number": number, "name": self._names[number], "letter": self._badges[number].letter}
                for number in filtered
            ],
            "stances": [{"stance": each, "sign": SIGNS[each]} for each in SIGNS if each in met],
            "positions": [
                {
                    "id": number,
                    "parties": list(entries[number].actors),
                    "stance": entries[number].stance,
                    "key": entries[number].key,
                    "hue": 0,
                }
                for number in listed
            ],
        }
