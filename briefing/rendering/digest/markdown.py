"""The digest as Markdown, everything that comes from the articles escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.digest import Comparison, Digest
from briefing.digest.model import Cut
from briefing.rendering.digest.wording import (
    PARTIES,
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
    shown_entries,
    voices,
    when,
    where,
)
from briefing.rendering.layout import Layout
from briefing.rendering.sanitise import markdown
from briefing.rendering.wording import as_heading, stance_label


def digest_markdown(digest: Digest, layout: Layout) -> str:
    """The whole digest as a page."""
    return _page(
        "# Digest",
        markdown(head(digest)),
        _section("What changed", _shifts(digest)),
        _section("Fault lines", _lines(digest)),
        _section("Quoted shorter", _cuts(digest, digest.cuts)),
        _section("Shared text", _copies(digest)),
        _section("Only in one article", _entries(digest, digest.single[:SHOWN]) if len(digest.reports) > 1 else ()),
        _section("Who stands where", _matrix(digest)),
        _section("Who said what", _parties(digest, layout.positions), between="\n\n"),
        _section("Articles", _articles(digest)),
    )


def comparison_markdown(comparison: Comparison, layout: Layout) -> str:
    """Two reports side by side."""
    digest = comparison.digest
    return _page(
        "# Comparison",
        "\n".join(f"- **{mark}** {_report(digest, place)}" for place, mark in enumerate("AB")),
        _section("Shared text", _copies(digest)),
        _section("Quoted shorter", _cuts(digest, comparison.cuts)),
        _section("In both", _entries(digest, comparison.both)),
        _section("Only in A", _entries(digest, comparison.only_first)),
        _section("Only in B", _entries(digest, comparison.only_second)),
    )


def _shifts(digest: Digest) -> Iterable[str]:
    for shift in digest.shifts[:SHOWN]:
        yield f"- **{markdown(as_heading(shift_line(digest, shift)))}**"
        yield from (f"  {item}" for item in _entries(digest, (shift.before, shift.after), named=False))


def _lines(digest: Digest) -> Iterable[str]:
    return (
        f"- **{each.kind}:** {markdown(as_heading(line_words(digest, each)))}" for each in digest.fault_lines[:SHOWN]
    )


def _cuts(digest: Digest, cuts: Sequence[Cut]) -> Iterable[str]:
    for cut in cuts[:SHOWN]:
        short, full = cut_words(digest, cut)
        yield f"- {markdown(short)}"
        yield f"  - in full, {markdown(full)}"


def _copies(digest: Digest) -> Iterable[str]:
    copies = [report for report in digest.reports if report.copy_of is not None]
    return (f"- {markdown(copy_words(digest, report))}" for report in copies[:SHOWN])


def _entries(digest: Digest, entries: Iterable[int], *, named: bool = True) -> Iterable[str]:
    for number in entries:
        entry = digest.entries[number]
        names = actor_names(digest, entry.actors)
        who = f"{markdown(as_heading(names))}, " if named else ""
        details = (voices(entry, names), when(entry), where(digest, entry))
        place = markdown(" · ".join(detail for detail in details if detail))
        yield f"- **{who}{entry.stance}:** {markdown(quoted(entry))} — {place}"


def _matrix(digest: Digest) -> Iterable[str]:
    shown = matrix(digest)
    if not shown.actors:
        return
    labels = [markdown(" · ".join(digest.issues[issue].label)) for issue in shown.issues]
    yield _row(("Party", *labels))
    yield _row(("---",) * (len(labels) + 1))
    for actor, cells in zip(shown.actors, shown.cells, strict=True):
        stances = [prevailing(digest, entries) for entries in cells]
        signs = [stance_label(stance) if stance else "" for stance in stances]
        yield _row((markdown(as_heading(actor_name(digest, actor))), *signs))


def _parties(digest: Digest, positions: int | None) -> Iterable[str]:
    for actor in range(len(digest.actors) if positions == 0 else min(PARTIES, len(digest.actors))):
        shown = shown_entries(digest, digest.actors[actor].entries, positions)
        items = "\n".join(_entries(digest, shown, named=False))
        yield f"### {markdown(as_heading(actor_name(digest, actor)))}\n\n{items}"


def _articles(digest: Digest) -> Iterable[str]:
    return (f"- {_report(digest, place)}" for place in range(len(digest.reports)))


def _report(digest: Digest, place: int) -> str:
    report = digest.reports[place]
    details = (report.title, report.date, report.source)
    return markdown(" · ".join([report.id, *(detail for detail in details if detail)]))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _section(title: str, parts: Iterable[str], between: str = "\n") -> str:
    body = between.join(parts)
    return f"## {title}\n\n{body}" if body else ""


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
