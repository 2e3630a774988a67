"""What people are shown of a digest, and in which order: the same for a terminal, for Markdown and for a page.

The lead that most outlets share; what all tell; who stands where; fronts; where reports differ; what one outlet alone
tells; quotations cut and text shared; who is heard; turns last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.digest.model import Digest, Matter, Story
from briefing.rendering.digest.wording import (
    about,
    actor_name,
    actor_names,
    conflict_words,
    conflicting,
    copy_words,
    cut_quotations,
    heard_words,
    number_of,
    quoted_matter,
    voices,
    when,
    where,
)
from briefing.rendering.wording import as_heading

SHOWN = 10  # items of each list
STORIES = 6  # stories with a section of their own, unless one is asked for
LISTED = 30  # stories of the list
PARTIES, POSITIONS = 8, 2  # parties, and positions of each, in the list of who stands where
_ALONE = 4  # matters in the list of what one outlet alone tells
_VARIANTS = 3  # other wordings of a matter


class Row(NamedTuple):
    """An item of a section: ``label`` is a stance or a relation, "" where there is none; ``more`` are lines below.

    ``variants`` are the words of a matter as other outlets have them, for which a terminal has no room.
    """

    label: str
    who: str
    words: str
    details: str = ""
    more: tuple[str, ...] = ()
    matter: int | None = None
    variants: tuple[str, ...] = ()


class Section(NamedTuple):
    """A list under a head; ``left`` says how many items are not shown."""

    title: str
    rows: tuple[Row, ...]
    left: int = 0


class StoryOutline(NamedTuple):
    """A story as people read it."""

    number: int
    headline: str
    about: str
    summary: tuple[tuple[str, str], ...]  # sentences, each with the outlet that has it
    sections: tuple[Section, ...]


def outline(digest: Digest, positions: int | None = None) -> list[StoryOutline]:
    """The stories that have a section, those of most outlets first."""
    stories = ranked(digest)
    return [_story(digest, story, positions) for story in stories[:STORIES]]


def ranked(digest: Digest) -> list[Story]:
    """The stories, those that most outlets and articles tell first."""
    return sorted(digest.stories, key=lambda story: (-len(story.outlets), -len(story.reports), story.reports))


def closing(digest: Digest) -> list[Section]:
    """What is said over all stories: who is heard, and turns."""
    return [each for each in (_heard(digest), _turns(digest)) if each.rows]


def listed(digest: Digest, most: int = LISTED, *, named: bool = False) -> Section:
    """The list of stories, at most ``most``; ``named`` adds their outlets, which a story's own section has, too."""
    rows = [
        Row("", f"{number_of(digest, each)}", each.headline, about(digest, each, named=named))
        for each in ranked(digest)
    ]
    return Section("Stories", tuple(rows[:most]), max(0, len(rows) - most))


def _story(digest: Digest, story: Story, positions: int | None) -> StoryOutline:
    sections = (
        _matters("What all tell" if len(story.outlets) > 2 else "What both tell", digest, story, _told(digest, story)),
        Section("Who stands where", tuple(_stands(digest, story, positions))),
        _cut("Fronts", _fronts(digest, story)),
        _cut("Where reports differ", _differences(digest, story)),
        *_only(digest, story),
        _cut("Quoted shorter", _cuts(digest, story)),
        _cut("Shared text", _copies(digest, story)),
    )
    return StoryOutline(
        number=number_of(digest, story),
        headline=story.headline,
        about=about(digest, story),
        summary=tuple(
            (each.text, digest.reports[each.report].name) for each in story.summary if each.text != story.headline
        ),
        sections=tuple(section for section in sections if section.rows),
    )


def _cut(title: str, rows: Iterable[Row], most: int = SHOWN) -> Section:
    found = tuple(rows)
    return Section(title, found[:most], max(0, len(found) - most))


def _matters(title: str, digest: Digest, story: Story, numbers: Sequence[int], most: int = SHOWN) -> Section:
    """A section of matters by their ``numbers``; rows are made only for those that are shown."""
    rows = tuple(matter_row(digest, story, number) for number in numbers[:most])
    return Section(title, rows, max(0, len(numbers) - most))


def matter_row(digest: Digest, story: Story, number: int, *, named: bool = True) -> Row:
    """A matter as a row, with its other wordings and, if outlets name different holders, with who names whom."""
    matter = digest.matters[number]
    names = actor_names(digest, matter.actors)
    told = where(digest, matter.tellings, story.outlets)
    if told == where(digest, conflicting(matter)):
        told = ""  # the line of who names whom says it
    details = (voices(matter, names), told)
    conflict = conflict_words(digest, matter)
    return Row(
        label=matter.stance,
        who=as_heading(names) if named else "",
        words=quoted_matter(matter),
        details=" · ".join(filter(None, details)),
        more=(f"Named as holder: {conflict}",) if conflict else (),
        matter=number,
        variants=tuple(_variants(digest, matter))[:_VARIANTS],
    )


def _variants(digest: Digest, matter: Matter) -> Iterator[str]:
    shown = {matter.text}
    for telling in matter.tellings if matter.outlets > 1 else ():
        if telling.text not in shown:
            shown.add(telling.text)
            yield f"{digest.reports[telling.report].name}: {telling.text}"


def _told(digest: Digest, story: Story) -> list[int]:
    """The matters that several outlets tell; those that the summary contains already come last."""
    return sorted(story.shared, key=lambda number: _is_summed_up(digest, story, number))


def _is_summed_up(digest: Digest, story: Story, number: int) -> bool:
    return any(
        said.report == telling.report and said.start <= telling.start and telling.end <= said.end
        for telling in digest.matters[number].tellings
        for said in story.summary
    )


def _stands(digest: Digest, story: Story, positions: int | None) -> Iterator[Row]:
    """The weightiest matters of the parties that hold most, without those that are shown as told by several outlets."""
    held: dict[int, list[int]] = {}
    for number in (*story.shared[SHOWN:], *story.alone):
        for actor in digest.matters[number].actors:
            held.setdefault(actor, []).append(number)
    weight = Counter({actor: sum(digest.matters[each].outlets for each in found) for actor, found in held.items()})
    order = sorted(held, key=lambda actor: (digest.actors[actor].report is not None, -weight[actor], actor))
    most = POSITIONS if positions is None else positions or len(digest.matters)
    done: set[int] = set()
    for actor in order if positions == 0 else order[:PARTIES]:
        found = [number for number in held[actor] if number not in done][:most]
        done.update(found)
        for place, number in enumerate(found):
            row = matter_row(digest, story, number, named=False)
            yield row._replace(who=as_heading(actor_name(digest, actor)) if not place else "", more=(), variants=())


def _fronts(digest: Digest, story: Story) -> Iterator[Row]:
    """Fronts with the words that show them; several parties against the same one share a row."""
    found = [digest.fronts[number] for number in story.fronts]
    against: dict[int, list[int]] = {}
    for place, front in enumerate(found):
        if front.kind == "against":
            against.setdefault(front.actors[1], []).append(place)
    done: set[int] = set()
    for place, front in enumerate(found):
        if place in done:
            continue
        joined = [each for each in against.get(front.actors[1], [place]) if each not in done]
        joined = joined if front.kind == "against" else [place]
        done.update(joined)
        left = as_heading(actor_names(digest, dict.fromkeys(found[each].actors[0] for each in joined)))
        right = actor_name(digest, front.actors[1])
        who = f"{left} vs {right}" if front.kind == "against" else f"{left}, {right}"
        more = tuple(found[each].shown_by.text for each in joined[1:])
        yield Row(front.kind, who, front.shown_by.text, digest.reports[front.shown_by.report].name, more)


def _differences(digest: Digest, story: Story) -> Iterator[Row]:
    for number in story.differences:
        found = digest.differences[number]
        told = zip(found.figures, found.passages, strict=True)
        lines = tuple(f"{digest.reports[passage.report].name}: {passage.text}" for _, passage in told)
        yield Row("", " or ".join(found.figures), lines[0], "", lines[1:], found.matter)


def _only(digest: Digest, story: Story) -> Iterator[Section]:
    """What each outlet alone tells, key positions first."""
    if len(story.outlets) < 2:
        yield _matters("Key positions", digest, story, story.alone)
        return
    alone: dict[str, list[int]] = {}
    for number in story.alone:
        alone.setdefault(digest.reports[digest.matters[number].tellings[0].report].name, []).append(number)
    for outlet in story.outlets[:SHOWN]:
        yield _matters(f"Only in {outlet}", digest, story, alone.get(outlet, ()), _ALONE)


def _cuts(digest: Digest, story: Story) -> Iterator[Row]:
    matters = set(story.matters)
    for cut in digest.cuts:
        if cut.matter in matters:
            short, full = cut_quotations(digest, cut)
            yield Row("", "", short, "", (full,), cut.matter)


def _copies(digest: Digest, story: Story) -> Iterator[Row]:
    copies = (digest.reports[report] for report in story.reports)
    return (Row("", "", copy_words(digest, report)) for report in copies if report.copy_of is not None)


def _heard(digest: Digest) -> Section:
    together = [each for each in digest.heard if each.outlet is None]
    words = sum(each.words for each in together)
    rows = (Row("", as_heading(actor_name(digest, each.actor)), heard_words(each, words)) for each in together)
    return _cut("Who is heard", rows)


def _turns(digest: Digest) -> Section:
    rows = []
    for turn in digest.turns:
        told: Sequence[str] = [
            f"{when(digest.reports[passage.report].date)}, {stance}: {passage.text}"
            for passage, stance in zip((turn.before, turn.after), turn.stances, strict=True)
        ]
        rows.append(Row("", as_heading(actor_name(digest, turn.actor)), told[0], "", (told[1],), turn.matter))
    return _cut("Turns", rows)
