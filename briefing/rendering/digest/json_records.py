"""The digest for programs: ``digest/2``, whole or a line for each matter; the tables of stories and of who is heard."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefing.digest import Digest
from briefing.digest.model import Cut, Difference, Front, Heard, Passage, Story, Telling, Turn
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import json_text

SCHEMA = "digest/2"

Record = dict[str, Any]


def digest_json(digest: Digest, layout: Layout) -> str:
    """The digest as one object over several lines."""
    return _indented(digest_record(digest), layout)


def digest_jsonl(digest: Digest, layout: Layout) -> str:
    """One matter on each line."""
    return _lines((matter_record(digest, number) for story in digest.stories for number in story.matters), layout)


def stories_json(digest: Digest, layout: Layout) -> str:
    """The stories as an array."""
    return _indented([_story(digest, each) for each in digest.stories], layout)


def stories_jsonl(digest: Digest, layout: Layout) -> str:
    """One story on each line."""
    return _lines((_story(digest, each) for each in digest.stories), layout)


def sources_json(digest: Digest, layout: Layout) -> str:
    """Who is heard, as an array."""
    return _indented([heard_record(digest, each) for each in digest.heard], layout)


def sources_jsonl(digest: Digest, layout: Layout) -> str:
    """One party of an outlet on each line."""
    return _lines((heard_record(digest, each) for each in digest.heard), layout)


def digest_record(digest: Digest) -> Record:
    """Everything; stories, matters, fronts and differences refer to one another by ``id``."""
    matters = [number for story in digest.stories for number in story.matters]
    fronts = [number for story in digest.stories for number in story.fronts]
    differences = [number for story in digest.stories for number in story.differences]
    actors = dict.fromkeys(actor for number in matters for actor in digest.matters[number].actors)
    return {
        "schema": SCHEMA,
        "articles": [_article(digest, number) for story in digest.stories for number in story.reports],
        "stories": [_story(digest, each) for each in digest.stories],
        "matters": [matter_record(digest, number) for number in matters],
        "fronts": [{"id": number, **_front(digest, digest.fronts[number])} for number in fronts],
        "differences": [{"id": number, **_difference(digest, digest.differences[number])} for number in differences],
        "turns": [_turn(digest, each) for each in digest.turns],
        "cuts": [_cut(digest, each) for each in digest.cuts],
        "parties": [_party(digest, number) for number in sorted(actors)],
        "heard": [heard_record(digest, each) for each in digest.heard],
    }


def matter_record(digest: Digest, number: int) -> Record:
    """One matter with every telling of it."""
    matter = digest.matters[number]
    return {
        "id": number,
        "story": matter.story,
        "kind": matter.kind,
        "text": matter.text,
        "parties": _names(digest, matter.actors),
        "speakers": [speaker._asdict() for speaker in matter.speakers],
        "stance": matter.stance,
        "mode": matter.mode,
        "date": matter.date,
        "outlets": matter.outlets,
        "conflict": _names(digest, matter.conflict) or None,
        "key": matter.key,
        "score": matter.score,
        "tellings": [_telling(digest, each) for each in matter.tellings],
    }


def heard_record(digest: Digest, heard: Heard) -> Record:
    """One party as an outlet reports it; ``outlet`` is null where all are counted together."""
    return {
        "outlet": heard.outlet,
        "party": digest.actors[heard.actor].name,
        "kind": heard.kind,
        "role": heard.role,
        "named": heard.named,
        "positions": heard.positions,
        "words": heard.words,
        "quoted_words": heard.quoted_words,
    }


def _article(digest: Digest, number: int) -> Record:
    report = digest.reports[number]
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "language": report.language,
        "date": report.date,
        "story": report.story,
        "copy_of": None if report.copy_of is None else digest.reports[report.copy_of].id,
        "copied": report.copied,
        "extra": dict(report.extra),
    }


def _story(digest: Digest, story: Story) -> Record:
    return {
        "id": digest.reports[story.reports[0]].story,
        "headline": story.headline,
        "lead": None if story.lead is None else _passage(digest, story.lead),
        "summary": [_passage(digest, each) for each in story.summary],
        "articles": [digest.reports[report].source for report in story.reports],
        "outlets": list(story.outlets),
        "first": story.first,
        "last": story.last,
        "matters": list(story.matters),
        "shared": list(story.shared),
        "fronts": list(story.fronts),
        "differences": list(story.differences),
    }


def _front(digest: Digest, front: Front) -> Record:
    return {
        "story": front.story,
        "kind": front.kind,
        "parties": _names(digest, front.actors),
        "matters": list(front.matters),
        "articles": front.reports,
        "shown_by": _passage(digest, front.shown_by),
    }


def _difference(digest: Digest, difference: Difference) -> Record:
    return {
        "story": difference.story,
        "matter": difference.matter,
        "figures": list(difference.figures),
        "tellings": [_passage(digest, each) for each in difference.passages],
    }


def _turn(digest: Digest, turn: Turn) -> Record:
    before, after = (
        {**_passage(digest, passage), "date": digest.reports[passage.report].date, "stance": stance}
        for passage, stance in zip((turn.before, turn.after), turn.stances, strict=True)
    )
    return {"party": digest.actors[turn.actor].name, "matter": turn.matter, "before": before, "after": after}


def _cut(digest: Digest, cut: Cut) -> Record:
    tellings = digest.matters[cut.matter].tellings
    return {
        "matter": cut.matter,
        "full": {"article": digest.reports[tellings[cut.full].report].id, "text": cut.full_quote},
        "short": {"article": digest.reports[tellings[cut.short].report].id, "text": cut.short_quote},
    }


def _party(digest: Digest, number: int) -> Record:
    actor = digest.actors[number]
    return {
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "only_in": None if actor.report is None else digest.reports[actor.report].id,
        "matters": list(actor.matters),
    }


def _telling(digest: Digest, telling: Telling) -> Record:
    report = digest.reports[telling.report]
    return {
        "article": report.id,
        "source": report.source,
        "position": telling.position,
        "start": telling.start,
        "end": telling.end,
        "text": telling.text,
        "quotes": list(telling.quotes),
        "parties": _names(digest, telling.actors),
    }


def _passage(digest: Digest, passage: Passage) -> Record:
    report = digest.reports[passage.report]
    place = {"start": passage.start, "end": passage.end, "text": passage.text}
    return {"article": report.id, "source": report.source, **place}


def _names(digest: Digest, actors: Iterable[int]) -> list[str]:
    return [digest.actors[actor].name for actor in actors]


def _indented(record: Any, layout: Layout) -> str:
    import msgspec.json  # breaks lines ten times as fast as json does, and is not needed before

    return msgspec.json.format(json_text(json.dumps(record, ensure_ascii=layout.ascii)), indent=2) + "\n"


def _lines(records: Iterable[Record], layout: Layout) -> str:
    return "".join(json_text(json.dumps(record, ensure_ascii=layout.ascii)) + "\n" for record in records)
