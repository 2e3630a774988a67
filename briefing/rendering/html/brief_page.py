"""The page of one brief: prepares what the template ``brief.html.j2`` shows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from briefing.model import Brief, Position
from briefing.rendering.annotation import Annotated
from briefing.rendering.grouping import HolderGroup, grouped, grouped_relations, shown_positions
from briefing.rendering.html.highlights import Highlight, Segment, highlighted_blocks
from briefing.rendering.html.page import fill, page
from briefing.rendering.html.palette import NOBODY, Badge, badges
from briefing.rendering.html.strip import strip
from briefing.rendering.layout import Layout
from briefing.rendering.quotation_marks import sentence_with_marks
from briefing.rendering.telling import Teller
from briefing.rendering.wording import (
    HOW_FOUND,
    RELATION_SIGNS,
    SIGNS,
    Introductions,
    as_heading,
    heading,
    holders,
    particulars,
    relation_evidence,
    relation_words,
    speakers_line,
)

_PLAIN = ("name", "joint", "unknown")  # ways of finding a holder that the heading of the group shows already


class Card(NamedTuple):
    """A position as the list shows it; ``found`` says how its holder was found, unless the heading shows it already."""

    position: Position
    label: str
    badge: Badge
    sign: str
    words: str
    who: str
    same_as: str | None
    found: str | None


class CardGroup(NamedTuple):
    """The cards of one holder or of several together."""

    badges: tuple[Badge, ...]
    heading: str
    cards: tuple[Card, ...]


class ColouredSegment(NamedTuple):
    """A segment of the article with the classes of its colours; ``belongs`` names its positions and their roles."""

    text: str
    element: str
    classes: str
    belongs: str
    begins: tuple[Card, ...]


def brief_html(subject: Brief | Annotated, layout: Layout) -> str:
    """A page of one brief, or a section of a page of several; it shows the article if the subject is ``Annotated``."""
    section = _Section(subject, layout)
    if layout.many:
        return fill("section.html.j2", section.context())
    return page("brief.html.j2", section.context())


def frame() -> tuple[str, str]:
    """What stands before and after the sections of several briefs on one page."""
    return page("many.before.html.j2", {}), page("many.after.html.j2", {})


class _Section:
    def __init__(self, subject: Brief | Annotated, layout: Layout) -> None:
        self._subject, self._layout = subject, layout
        self._brief = brief = subject.brief if isinstance(subject, Annotated) else subject
        self._shown = shown_positions(brief.positions, layout.positions or 0)
        self._badges = badges((*(party.name for party in brief.parties), *_held(brief.positions)))
        self._cards = self._all_cards()

    def context(self) -> dict[str, Any]:
        brief, article = self._brief, self._brief.article
        annotated = self._subject if isinstance(self._subject, Annotated) else None
        hues = {id: card.badge.hue for id, card in self._cards.items()}
        return {
            "prefix": _prefix(brief),
            "many": self._layout.many,
            "title": heading(article),
            "source": article.source if self._layout.many else None,
            "particulars": particulars(article),
            "summary": sorted(brief.summary, key=lambda each: each.piece.start),
            "sentence_with_marks": sentence_with_marks,
            "groups": [self._group(group) for group in grouped(self._shown)],
            "parties": self._parties(),
            "relations": [
                (RELATION_SIGNS[each.kind], each.kind, relation_words(each), relation_evidence(each))
                for each in grouped_relations(brief.relations)
            ],
            "notes": brief.notes,
            "data": self._data(),
            "strip": strip(annotated.sentences, self._shown, hues) if annotated else None,
            "passages": self._passages(annotated) if annotated else (),
            "chosen": {each.sentence for each in brief.summary},
        }

    def _all_cards(self) -> dict[int, Card]:
        teller, introductions = Teller(self._brief, self._shown), Introductions()
        labels = {each.id: self._badge(each).letter + str(each.id + 1) for each in self._brief.positions}
        return {
            each.id: Card(
                each,
                labels[each.id],
                self._badge(each),
                SIGNS[each.stance],
                teller.tell(each),
                introductions.line(each.speakers, each.parties),
                None if each.same_as is None else labels.get(each.same_as),
                None if each.resolved in _PLAIN else HOW_FOUND[each.resolved],
            )
            for each in self._shown
        }

    def _badge(self, position: Position) -> Badge:
        return self._badges[position.parties[0]] if position.parties else NOBODY

    def _group(self, group: HolderGroup) -> CardGroup:
        own = tuple(self._badges[name] for name in group.parties) or (NOBODY,)
        cards = tuple(self._cards[each.id] for each in group.positions)
        return CardGroup(own, as_heading(holders(group.parties)), cards)

    def _parties(self) -> list[dict[str, Any]]:
        return [
            {
                "badge": self._badges[party.name],
                "party": party,
                "aliases": ", ".join(party.aliases),
                "speakers": speakers_line(party.speakers, (party.name,)),
            }
            for party in self._brief.parties
        ]

    def _data(self) -> dict[str, Any]:
        """The data by which the script of the page filters."""
        numbers = {name: number for number, name in enumerate(self._badges)}
        positions = [
            {
                "id": each.id,
                "parties": [numbers[name] for name in each.parties],
                "stance": each.stance,
                "key": each.key,
                "hue": self._badge(each).hue,
            }
            for each in self._shown
        ]
        held = {name for each in self._shown for name in each.parties}
        parties = [
            {"number": number, "name": name, "letter": self._badges[name].letter, "hue": self._badges[name].hue}
            for name, number in numbers.items()
            if name in held
        ]
        stances = [{"stance": each, "sign": SIGNS[each]} for each in SIGNS if each in {p.stance for p in self._shown}]
        return {"parties": parties, "stances": stances, "positions": positions}

    def _passages(self, subject: Annotated) -> list[tuple[str, list[tuple[int | None, list[ColouredSegment]]]]]:
        return [
            (each.kind, [(line.sentence, [self._cut(segment) for segment in line.segments]) for line in each.lines])
            for each in highlighted_blocks(subject)
        ]

    def _cut(self, segment: Segment) -> ColouredSegment:
        marks = [mark for mark in segment.marks if mark.position in self._cards]
        classes = _classes(marks, {mark.position: self._cards[mark.position].badge.hue for mark in marks})
        element = "mark" if any(mark.role == "content" for mark in marks) else "span"
        belongs = " ".join(f"{mark.position}{mark.role[:2]}" for mark in marks)
        begins = tuple(self._cards[id] for id in segment.begins if id in self._cards)
        return ColouredSegment(segment.text, element if marks else "", classes, belongs, begins)


def _classes(marks: Sequence[Highlight], hues: Mapping[int, int]) -> str:
    """The classes of a stretch: the background of the innermost content, the underline of the innermost source or cue.

    ``assets/page.js`` follows the same rule when a filter hides positions.
    """
    contents = [hues[mark.position] for mark in marks if mark.role == "content"]
    naming = next((mark for mark in marks if mark.role != "content"), None)
    classes = [f"g{contents[0]}"] if contents else []
    if naming:
        classes += [naming.role, f"l{hues[naming.position]}"]
    elif len(contents) > 1:
        classes += ["nested", f"l{contents[1]}"]
    return " ".join(classes)


def _held(positions: Sequence[Position]) -> tuple[str, ...]:
    return tuple(name for position in positions for name in position.parties)


def _prefix(brief: Brief) -> str:
    """A prefix that makes the element ids of one article's section unique on a page of several."""
    whole = f"{brief.article.source}\0{brief.article.id}\0{brief.article.sha256}"
    return "a" + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:6]
