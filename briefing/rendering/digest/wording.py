"""The words that the formats of a digest have in common, and how much of it people are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.digest.model import Cut, Digest, Entry, FaultLine, Report, Shift
from briefing.model import Stance
from briefing.rendering.wording import UNNAMED, spoken_date

SHOWN = 10  # of each list
ROWS, COLUMNS = 10, 5  # of the matrix
PARTIES, POSITIONS = 8, 5  # of the list of who said what
UNDATED = "no date"


class Matrix(NamedTuple):
    """Who stands where: ``cells[row][column]`` are the entries of an actor on an issue, in time order."""

    actors: tuple[int, ...]
    issues: tuple[int, ...]
    cells: tuple[tuple[tuple[int, ...], ...], ...]


def actor_name(digest: Digest, number: int) -> str:
    """The party; one that is only described is named with the report outside of which it is nobody."""
    actor = digest.actors[number]
    return actor.name if actor.report is None else f"{actor.name} ({digest.reports[actor.report].id})"


def actor_names(digest: Digest, numbers: Sequence[int]) -> str:
    """The parties of an entry in one line."""
    return ", ".join(actor_name(digest, number) for number in numbers) or UNNAMED


def when(entry: Entry) -> str:
    """The day on which it was first told."""
    return spoken_date(entry.date) if entry.date else UNDATED


def where(digest: Digest, entry: Entry) -> str:
    """The reports that tell it, copies marked."""
    told = {telling.report for telling in entry.tellings}
    shown = []
    for report in dict.fromkeys(telling.report for telling in entry.tellings):
        found = digest.reports[report]
        shown.append(found.id + (" (copy)" if found.copy_of in told else ""))
    return ", ".join(shown)


def quoted(entry: Entry) -> str:
    """The words of an entry: within quotation marks where all of it is quoted."""
    return f"“{entry.text}”" if entry.mode == "direct" else entry.text


def voices(entry: Entry, names: str) -> str:
    """Who voiced it, with the role, where that is not the party itself."""
    shown = [
        f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
        for speaker in entry.speakers
        if speaker.name not in names
    ]
    return "; ".join(shown)


def head(digest: Digest) -> str:
    """How much there is."""
    days = sorted(report.date for report in digest.reports if report.date)
    between = "" if not days else spoken_date(days[0])
    if days and days[-1] != days[0]:
        between += f" to {spoken_date(days[-1])}"
    counts = (
        counted(len(digest.reports), "article"),
        between,
        f"{counted(len(digest.entries), 'position')} of {counted(len(digest.actors), 'party', 'parties')}",
    )
    return " · ".join(count for count in counts if count)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shift_line(digest: Digest, shift: Shift) -> str:
    """Who turned, how, and about what."""
    return f"{actor_name(digest, shift.actor)} {shift.turn}: {', '.join(shift.about)}"


def line_words(digest: Digest, line: FaultLine) -> str:
    """Who stands with or against whom."""
    one, other = (actor_name(digest, number) for number in line.actors)
    joined = f"{one} vs {other}" if line.kind == "against" else f"{one}, {other}"
    return f"{joined} ({counted(line.reports, 'article')})"


def cut_words(digest: Digest, cut: Cut) -> tuple[str, str]:
    """The short quotation and the full one, each with its report."""
    tellings = digest.entries[cut.entry].tellings
    short, full = (digest.reports[tellings[place].report].id for place in (cut.short, cut.full))
    return f"{short}: “{cut.short_quote}”", f"{full}: “{cut.full_quote}”"


def copy_words(digest: Digest, report: Report) -> str:
    """Which report shares text with which, and how much."""
    other = digest.reports[report.copy_of].id if report.copy_of is not None else ""
    return f"{round(100 * report.copied)}% of {report.id} stands in {other} too"


def matrix(digest: Digest, rows: int = ROWS, columns: int = COLUMNS) -> Matrix:
    """The parties with most entries in the widest issues, as far as both meet."""
    issues = tuple(sorted(range(len(digest.issues)), key=lambda each: -len(digest.issues[each].entries))[:columns])
    held: Counter[int] = Counter()
    for issue in issues:
        held.update(actor for entry in digest.issues[issue].entries for actor in digest.entries[entry].actors)
    actors = tuple(sorted(held, key=lambda actor: (-held[actor], actor))[:rows])
    cells = tuple(
        tuple(
            tuple(entry for entry in digest.actors[actor].entries if digest.entries[entry].issue == issue)
            for issue in issues
        )
        for actor in actors
    )
    return Matrix(actors, issues, cells)


def prevailing(digest: Digest, entries: Sequence[int]) -> Stance | None:
    """The stance that a party takes most often there, of several the latest; plain statements count least."""
    stances = [digest.entries[entry].stance for entry in entries]
    sided = [stance for stance in stances if stance != "state"] or stances
    if not sided:
        return None
    counts = Counter(sided)
    return max(sided, key=lambda stance: (counts[stance], len(sided) - sided[::-1].index(stance)))


def shown_entries(digest: Digest, entries: Sequence[int], limit: int | None) -> list[int]:
    """The weightiest entries of a party in time order: 5 unless the layout says how many, 0 for all."""
    most = POSITIONS if limit is None else limit or len(entries)
    best = sorted(entries, key=lambda entry: (not digest.entries[entry].key, -digest.entries[entry].score, entry))
    kept = set(best[:most])
    return [entry for entry in entries if entry in kept]
