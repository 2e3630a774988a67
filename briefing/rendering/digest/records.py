"""The digest for programs: ``digest/1``, whole or a line for each entry, and ``comparison/1``."""

from __future__ import annotations

import json
from typing import Any

from briefing.digest import Comparison, Digest
from briefing.digest.model import Cut
from briefing.rendering.digest.wording import prevailing
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import json_text

SCHEMA = "digest/1"
COMPARISON_SCHEMA = "comparison/1"

Record = dict[str, Any]


def digest_json(digest: Digest, layout: Layout) -> str:
    """The digest as one object over several lines."""
    return _indented(digest_record(digest), layout)


def digest_jsonl(digest: Digest, layout: Layout) -> str:
    """An entry a line."""
    lines = (_dumped(entry_record(digest, number), layout) + "\n" for number in range(len(digest.entries)))
    return "".join(lines)


def comparison_json(comparison: Comparison, layout: Layout) -> str:
    """The comparison as one object over several lines."""
    return _indented(comparison_record(comparison), layout)


def comparison_jsonl(comparison: Comparison, layout: Layout) -> str:
    """The comparison on one line."""
    return _dumped(comparison_record(comparison), layout) + "\n"


def digest_record(digest: Digest) -> Record:
    """Everything; entries, parties and issues refer to one another by ``id``."""
    return {
        "schema": SCHEMA,
        "articles": _articles(digest),
        "shifts": [
            {
                "party": digest.actors[each.actor].name,
                "turn": each.turn,
                "before": each.before,
                "after": each.after,
                "about": list(each.about),
            }
            for each in digest.shifts
        ],
        "fault_lines": [
            {
                "kind": each.kind,
                "parties": [digest.actors[actor].name for actor in each.actors],
                "positions": list(each.entries),
                "articles": each.reports,
            }
            for each in digest.fault_lines
        ],
        "cuts": [_cut(digest, each) for each in digest.cuts],
        "single": list(digest.single),
        "issues": [
            {
                "id": number,
                "label": list(each.label),
                "positions": list(each.entries),
                "stances": _stances(digest, number),
            }
            for number, each in enumerate(digest.issues)
        ],
        "parties": [
            {
                "id": number,
                "name": each.name,
                "kind": each.kind,
                "aliases": list(each.aliases),
                "only_in": None if each.report is None else digest.reports[each.report].id,
                "positions": list(each.entries),
            }
            for number, each in enumerate(digest.actors)
        ],
        "positions": [entry_record(digest, number) for number in range(len(digest.entries))],
    }


def entry_record(digest: Digest, number: int) -> Record:
    """One entry with every telling of it."""
    entry = digest.entries[number]
    return {
        "id": number,
        "parties": [digest.actors[actor].name for actor in entry.actors],
        "speakers": [speaker._asdict() for speaker in entry.speakers],
        "stance": entry.stance,
        "mode": entry.mode,
        "date": entry.date,
        "text": entry.text,
        "issue": entry.issue,
        "key": entry.key,
        "score": entry.score,
        "articles": entry.reports,
        "tellings": [
            {
                "article": digest.reports[each.report].id,
                "source": digest.reports[each.report].source,
                "position": each.position,
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "quotes": list(each.quotes),
            }
            for each in entry.tellings
        ],
    }


def comparison_record(comparison: Comparison) -> Record:
    """The entries in both and in one alone."""
    digest = comparison.digest
    return {
        "schema": COMPARISON_SCHEMA,
        "articles": _articles(digest),
        "both": [entry_record(digest, number) for number in comparison.both],
        "only_first": [entry_record(digest, number) for number in comparison.only_first],
        "only_second": [entry_record(digest, number) for number in comparison.only_second],
        "cuts": [_cut(digest, each) for each in comparison.cuts],
    }


def _articles(digest: Digest) -> list[Record]:
    return [
        {
            "id": each.id,
            "source": each.source,
            "title": each.title,
            "outlet": each.outlet,
            "url": each.url,
            "language": each.language,
            "date": each.date,
            "copy_of": None if each.copy_of is None else digest.reports[each.copy_of].id,
            "copied": each.copied,
            "extra": dict(each.extra),
        }
        for each in digest.reports
    ]


def _cut(digest: Digest, cut: Cut) -> Record:
    tellings = digest.entries[cut.entry].tellings
    return {
        "position": cut.entry,
        "full": {"article": digest.reports[tellings[cut.full].report].id, "text": cut.full_quote},
        "short": {"article": digest.reports[tellings[cut.short].report].id, "text": cut.short_quote},
    }


def _stances(digest: Digest, issue: int) -> Record:
    """The prevailing stance of each party on an issue."""
    held: dict[int, list[int]] = {}
    for entry in digest.issues[issue].entries:
        for actor in digest.entries[entry].actors:
            held.setdefault(actor, []).append(entry)
    return {digest.actors[actor].name: prevailing(digest, entries) for actor, entries in held.items()}


def _indented(record: Record, layout: Layout) -> str:
    return json_text(json.dumps(record, ensure_ascii=layout.ascii, indent=2)) + "\n"


def _dumped(record: Record, layout: Layout) -> str:
    return json_text(json.dumps(record, ensure_ascii=layout.ascii))
