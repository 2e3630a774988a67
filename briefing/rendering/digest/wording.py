"""The words that the formats of a digest have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from briefing.digest.model import Cut, Digest, Heard, Matter, Report, Story, Telling
from briefing.rendering.brevity import role_at_a_glance
from briefing.rendering.wording import UNNAMED, as_heading, spoken_date

UNDATED = "no date"
_FEW = 2  # up to so many outlets are named even if they are all of the story's


def actor_name(digest: Digest, number: int) -> str:
    """The name of a party; for one without a name of its own ("analysts"), with the outlet that reports it."""
    actor = digest.actors[number]
    return actor.name if actor.report is None else f"{actor.name} ({digest.reports[actor.report].name})"


def actor_names(digest: Digest, numbers: Iterable[int]) -> str:
    """Several parties in one line."""
    return ", ".join(actor_name(digest, number) for number in numbers) or UNNAMED


def when(date: str | None) -> str:
    """The day as people write it."""
    return spoken_date(date) if date else UNDATED


def where(digest: Digest, tellings: Sequence[Telling], outlets: Collection[str] = ()) -> str:
    """The outlets that tell something, copies marked; "all 5" if these are all ``outlets`` of the story."""
    told = {telling.report for telling in tellings}
    shown = []
    for report in dict.fromkeys(telling.report for telling in tellings):
        found = digest.reports[report]
        shown.append(found.name + (" (copy)" if found.copy_of in told else ""))
    return (
        f"all {len(outlets)}" if len(outlets) > _FEW and set(outlets) == set(shown) else ", ".join(dict.fromkeys(shown))
    )


def quoted_matter(matter: Matter) -> str:
    """The words of a matter: within quotation marks where all of it is quoted."""
    return f"“{matter.text}”" if matter.mode == "direct" else matter.text


def voices(matter: Matter, names: str) -> str:
    """The speakers of a matter with their roles; only the role of a speaker among the holders (``names``)."""
    known = [_first_and_last(name) for name in names.split(", ")]
    shown = [
        ", ".join(filter(None, (name, role_at_a_glance(speaker.role))))
        for speaker in matter.speakers
        if (name := "" if _first_and_last(speaker.name) in known else speaker.name) or speaker.role
        if speaker.name not in names
    ]
    return "; ".join(shown)


def _first_and_last(name: str) -> tuple[str, str]:
    words = name.split() or [""]
    return words[0], words[-1]


def head(digest: Digest) -> str:
    """The numbers of articles and stories, and the days from first to last."""
    reports = [digest.reports[report] for story in digest.stories for report in story.reports]
    days = sorted(report.date for report in reports if report.date)
    counts = (
        counted(len(reports), "article"),
        counted(len(digest.stories), "story", "stories"),
        span(days[0], days[-1]) if days else "",
    )
    return " · ".join(count for count in counts if count)


def span(first: str | None, last: str | None) -> str:
    """From the first day to the last."""
    if first is None or last is None:
        return ""
    return spoken_date(first) if first == last else f"{spoken_date(first)} to {spoken_date(last)}"


def about(digest: Digest, story: Story, *, named: bool = True) -> str:
    """The number of a story's articles, its outlets if ``named``, its days, and how many matters several tell."""
    reports = counted(len(story.reports), "article")
    told = f"{counted(len(story.shared), 'matter')} told by several" if story.shared else ""
    shown = (reports, outlets(story) if named else "", span(story.first, story.last), told)
    return " · ".join(each for each in shown if each)


def outlets(story: Story, most: int = 8) -> str:
    """The outlets of a story, the first ``most`` by name."""
    more = len(story.outlets) - most
    return ", ".join(story.outlets[:most]) + (f" and {more} more" if more > 0 else "")


def number_of(digest: Digest, story: Story) -> int:
    """The number of a story, as ``--story`` takes it."""
    return digest.reports[story.reports[0]].story


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def conflicting(matter: Matter) -> list[Telling]:
    """The tellings that name one of the holders on which the outlets disagree."""
    return [each for each in matter.tellings if not set(matter.conflict).isdisjoint(each.actors)]


def conflict_words(digest: Digest, matter: Matter) -> str:
    """Which holder is named in which outlet, if outlets disagree: "Norway in Courier; Iceland in Tribune"."""
    named: dict[str, list[str]] = {}
    for telling in conflicting(matter):
        outlet = digest.reports[telling.report].name
        named.setdefault(as_heading(actor_names(digest, telling.actors)), []).append(outlet)
    return "; ".join(f"{names} in {', '.join(dict.fromkeys(outlets))}" for names, outlets in named.items())


def cut_quotations(digest: Digest, cut: Cut) -> tuple[str, str]:
    """The short quotation and the full one, each with its report."""
    tellings = digest.matters[cut.matter].tellings
    short, full = (digest.reports[tellings[place].report].name for place in (cut.short, cut.full))
    return f"{short}: “{cut.short_quote}”", f"{full}: “{cut.full_quote}”"


def copy_words(digest: Digest, report: Report) -> str:
    """Which report shares text with which, and how much."""
    other = digest.reports[report.copy_of].id if report.copy_of is not None else ""
    return f"{round(100 * report.copied)}% of {report.id} stands in {other} too"


def heard_words(heard: Heard, all_words: int) -> str:
    """A party's role, kind, number of positions and share of words; ``all_words`` is the total of the outlet."""
    share = f"{round(100 * heard.words / all_words)}% of the words" if all_words else ""
    quoted_share = f"{round(100 * heard.quoted_words / heard.words)}% quoted" if heard.words else ""
    named = "" if heard.named else "not named"
    parts = (heard.role or "", heard.kind, named, counted(heard.positions, "position"), share, quoted_share)
    return " · ".join(part for part in parts if part)
