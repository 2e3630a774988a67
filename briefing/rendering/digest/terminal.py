"""The digest on a terminal: what changed and who faces whom first, then who stands where, then who said what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.digest import Comparison, Digest
from briefing.digest.model import Cut
from briefing.rendering.console import (
    ALIGNMENT_STYLES,
    MARGIN,
    QUIET,
    STANCE_STYLES,
    Parts,
    line,
    nothing,
    printed,
    rows,
    section,
)
from briefing.rendering.digest.wording import (
    PARTIES,
    SHOWN,
    actor_name,
    actor_names,
    copy_words,
    counted,
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
from briefing.rendering.sanitise import one_line
from briefing.rendering.wording import ALIGNMENT_SIGNS, as_heading, stance_label

_NAME = 24  # columns of a party's name in the matrix
_COLUMNS, _WIDE = 4, 90  # issues of the matrix, and from how many columns on there is room for two more


def digest_terminal(digest: Digest, layout: Layout) -> str:
    """The whole digest."""
    parts: Parts = (
        line("Digest", "bold"),
        line(head(digest), QUIET),
        *_shifts(digest),
        *_fault_lines(digest),
        *_cuts(digest, digest.cuts),
        *_copies(digest),
        *_single(digest),
        *_matrix(digest, _COLUMNS if layout.width < _WIDE else _COLUMNS + 2),
        *_parties(digest, layout.positions),
    )
    return printed(parts, layout)


def comparison_terminal(comparison: Comparison, layout: Layout) -> str:
    """What both reports tell, what one alone tells, and what one cut."""
    digest = comparison.digest
    first, second = digest.reports
    parts: Parts = (
        line(f"A  {first.title or first.id}", "bold"),
        line(f"B  {second.title or second.id}", "bold"),
        *_copies(digest),
        *_cuts(digest, comparison.cuts),
        *_listed(digest, "In both", comparison.both),
        *_listed(digest, "Only in A", comparison.only_first),
        *_listed(digest, "Only in B", comparison.only_second),
    )
    return printed(parts, layout)


def _shifts(digest: Digest) -> Parts:
    if digest.shifts:
        yield section("What changed")
    for shift in digest.shifts[:SHOWN]:
        yield Padding(line(as_heading(shift_line(digest, shift)), "bold"), (1, 0, 0, MARGIN))
        yield rows(_entry(digest, entry, dated=True) for entry in (shift.before, shift.after))
    yield from _more(len(digest.shifts))


def _fault_lines(digest: Digest) -> Parts:
    if digest.fault_lines:
        yield section("Fault lines")
        yield Text()
        yield rows(
            (
                Text(f"{ALIGNMENT_SIGNS[each.kind]} {each.kind}", ALIGNMENT_STYLES[each.kind]),
                line(as_heading(line_words(digest, each))),
            )
            for each in digest.fault_lines[:SHOWN]
        )
    yield from _more(len(digest.fault_lines))


def _cuts(digest: Digest, cuts: Sequence[Cut]) -> Parts:
    if cuts:
        yield section("Quoted shorter")
    for cut in cuts[:SHOWN]:
        short, full = cut_words(digest, cut)
        yield Padding(line(short), (1, 0, 0, MARGIN))
        yield Padding(line(full, QUIET), (0, 0, 0, 2 * MARGIN))
    yield from _more(len(cuts))


def _copies(digest: Digest) -> Parts:
    copies = [report for report in digest.reports if report.copy_of is not None]
    if copies:
        yield section("Shared text")
        yield Text()
    for report in copies[:SHOWN]:
        yield Padding(line(copy_words(digest, report)), (0, 0, 0, MARGIN))
    yield from _more(len(copies))


def _single(digest: Digest) -> Parts:
    if len(digest.reports) > 1:
        yield from _listed(digest, "Only in one article", digest.single)


def _listed(digest: Digest, title: str, entries: Sequence[int]) -> Parts:
    if entries:
        yield section(title)
        yield Text()
        yield rows(_entry(digest, entry, named=True) for entry in entries[:SHOWN])
    yield from _more(len(entries))


def _matrix(digest: Digest, columns: int) -> Parts:
    shown = matrix(digest, columns=columns)
    if not shown.actors:
        return
    yield section("Who stands where")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_NAME)
    for _ in shown.issues:
        table.add_column(ratio=1)
    table.add_row(*(Text() for _ in range(len(shown.issues) + 1)))
    table.add_row(Text(), *(line(" · ".join(digest.issues[issue].label), QUIET) for issue in shown.issues))
    for actor, cells in zip(shown.actors, shown.cells, strict=True):
        table.add_row(line(as_heading(actor_name(digest, actor))), *(_cell(digest, entries) for entries in cells))
    yield Padding(table, (0, 0, 0, MARGIN))


def _cell(digest: Digest, entries: Sequence[int]) -> Text:
    stance = prevailing(digest, entries)
    if stance is None:
        return Text()
    count = f" {len(entries)}" if len(entries) > 1 else ""
    return Text(f"{stance_label(stance)}{count}", STANCE_STYLES[stance])


def _parties(digest: Digest, positions: int | None) -> Parts:
    actors = range(len(digest.actors) if positions == 0 else min(PARTIES, len(digest.actors)))
    if actors:
        yield section("Who said what")
    for actor in actors:
        entries = digest.actors[actor].entries
        shown = shown_entries(digest, entries, positions)
        yield Padding(line(as_heading(actor_name(digest, actor)), "bold"), (1, 0, 0, MARGIN))
        yield rows(_entry(digest, entry, dated=True) for entry in shown)
        if len(shown) < len(entries):
            yield Padding(line(f"and {counted(len(entries) - len(shown), 'more position')}", QUIET), (0, 0, 0, 4))


def _entry(digest: Digest, number: int, *, dated: bool = False, named: bool = False) -> tuple[Text, Text]:
    """The stance as label; the words, who voiced them, and where they stand."""
    entry = digest.entries[number]
    names = actor_names(digest, entry.actors)
    words = Text.assemble((one_line(as_heading(names)) + "  ", "bold")) if named else Text()
    words.append(one_line(quoted(entry)))
    details = (voices(entry, names), when(entry) if dated else "", where(digest, entry))
    words.append("\n— " + one_line(" · ".join(detail for detail in details if detail)), QUIET)
    return Text(stance_label(entry.stance), STANCE_STYLES[entry.stance]), words


def _more(count: int) -> Iterable[RenderableType]:
    if count > SHOWN:
        yield nothing(f"and {count - SHOWN:,} more; all are in JSON")
