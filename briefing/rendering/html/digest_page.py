"""The page of a digest: prepares what the template ``digest.html.j2`` shows."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefing.digest import Digest
from briefing.digest.model import Matter, Story
from briefing.model import Stance
from briefing.rendering.digest.outline import Row, Section, closing, listed, outline
from briefing.rendering.digest.wording import (
    actor_name,
    actor_names,
    head,
    number_of,
    quoted_matter,
    voices,
    when,
    where,
)
from briefing.rendering.html.graph import Graph, graph
from briefing.rendering.html.page import page
from briefing.rendering.html.palette import NOBODY, Badge, badges
from briefing.rendering.html.timeline import timeline
from briefing.rendering.layout import Layout
from briefing.rendering.wording import RELATION_SIGNS, SIGNS, as_heading

MOST = 300
"""Most matters in the table of all; more would make the page too large for a phone."""

_FILTERED = 12  # parties that can be filtered by
_TIMED = 10  # parties on the timeline
_EDGES = 8  # fronts beyond which a drawing only confuses
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
_TONE_OF: dict[str, str] = {"together": "good", "against": "bad"} | {str(each): tone for each, tone in _TONES.items()}
_SIGN_OF: dict[str, str] = {str(label): sign for label, sign in (*SIGNS.items(), *RELATION_SIGNS.items())}


class MatterRow(NamedTuple):
    """A matter as the table shows it."""

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
    story: int


class Chip(NamedTuple):
    """A row with the sign and tone of its label, and whether the table has its matter."""

    row: Row
    sign: str
    tone: str
    linked: bool


def digest_html(digest: Digest, layout: Layout) -> str:
    """The digest as one file."""
    return page("digest.html.j2", _Page(digest).context(layout))


class _Page:
    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        order = sorted(
            {actor for story in digest.stories for number in story.matters for actor in digest.matters[number].actors},
            key=lambda actor: (-len(digest.actors[actor].matters), digest.actors[actor].report is not None, actor),
        )
        named = badges(str(number) for number in order)
        self._order = order
        self._names = {number: as_heading(actor_name(digest, number)) for number in order}
        self._badges = {number: named[str(number)]._replace(name=self._names[number]) for number in order}
        self._listed = self._weightiest()

    def context(self, layout: Layout) -> dict[str, Any]:
        """All that the template asks for."""
        digest = self._digest
        stories = {number_of(digest, story): story for story in digest.stories}
        told = sum(len(story.matters) for story in digest.stories)
        return {
            "title": digest.stories[0].headline if len(digest.stories) == 1 else "Digest",
            "head": head(digest),
            "listed": self._chips(listed(digest)) if len(digest.stories) > 1 else [],
            "stories": [
                (each, [self._section(section) for section in each.sections], self._graph(stories[each.number]))
                for each in outline(digest, layout.positions)
            ],
            "shown": {each.number for each in outline(digest)},
            "closing": [self._section(each) for each in closing(digest)],
            "timeline": self._timeline(),
            "entries": [self._item(number, digest.matters[number]) for number in self._listed],
            "left_out": told - len(self._listed),
            "reports": [digest.reports[report] for story in digest.stories for report in story.reports],
            "data": self._data(),
        }

    def _section(self, section: Section) -> tuple[Section, list[Chip]]:
        return section, self._chips(section)

    def _chips(self, section: Section) -> list[Chip]:
        linked = frozenset(self._listed)
        return [
            Chip(row, _SIGN_OF.get(row.label, ""), _TONE_OF.get(row.label, "plain"), row.matter in linked)
            for row in section.rows
        ]

    def _item(self, number: int, matter: Matter) -> MatterRow:
        digest, names = self._digest, actor_names(self._digest, matter.actors)
        return MatterRow(
            number=number,
            badge=self._badges[matter.actors[0]] if matter.actors else NOBODY,
            names=as_heading(names),
            stance=matter.stance,
            sign=SIGNS[matter.stance],
            tone=_TONES[matter.stance],
            words=quoted_matter(matter),
            who=voices(matter, names),
            when=when(matter.date),
            iso=matter.date or "",
            where=where(digest, matter.tellings),
            places=tuple((digest.reports[each.report].source, each.start, each.end) for each in matter.tellings),
            story=matter.story,
        )

    def _weightiest(self) -> list[int]:
        """The numbers of all matters in their order, or of the ``MOST`` weightiest."""
        matters = self._digest.matters
        every = [number for story in self._digest.stories for number in story.matters]
        best = sorted(
            every,
            key=lambda number: (-matters[number].outlets, not matters[number].key, -matters[number].score, number),
        )
        return sorted(best[:MOST])

    def _graph(self, story: Story) -> Graph | None:
        fronts = [self._digest.fronts[number] for number in story.fronts]
        if not 1 < len(fronts) <= _EDGES:
            return None
        actors = {actor for front in fronts for actor in front.actors}
        names = {actor: as_heading(actor_name(self._digest, actor)) for actor in actors}
        letters = {actor: self._badges[actor].letter if actor in self._badges else "·" for actor in actors}
        return graph(fronts, names, letters)

    def _timeline(self) -> Any:
        actors = [number for number in self._order if self._digest.actors[number].report is None][:_TIMED]
        tones = {str(stance): tone for stance, tone in _TONES.items()}
        return timeline(self._digest, self._listed, actors, [self._names[actor] for actor in actors], tones)

    def _data(self) -> dict[str, Any]:
        """The data by which the script of the page filters."""
        matters = self._digest.matters
        met = {matters[number].stance for number in self._listed}
        return {
            "parties": [
                {"number": number, "name": self._names[number], "letter": self._badges[number].letter}
                for number in self._order[:_FILTERED]
            ],
            "stances": [{"stance": each, "sign": SIGNS[each]} for each in SIGNS if each in met],
            "positions": [
                {
                    "id": number,
                    "parties": list(matters[number].actors),
                    "stance": matters[number].stance,
                    "key": matters[number].key,
                    "hue": 0,
                }
                for number in self._listed
            ],
        }
