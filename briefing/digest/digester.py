"""Makes a digest from briefs: groups the articles into stories, then the positions of each story into matters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.digest.actors import ActorRegister
from briefing.digest.copies import Copy, Sketch, find_copies
from briefing.digest.cuts import cuts_of
from briefing.digest.differences import find_differences
from briefing.digest.fingerprints import Fingerprint, fingerprint
from briefing.digest.fronts import find_fronts
from briefing.digest.heard import find_heard
from briefing.digest.identities import PartyIdentities
from briefing.digest.leads import choose, summary_of
from briefing.digest.likeness import read_weights
from briefing.digest.matters import MatterGroup, find_matters
from briefing.digest.model import Actor, Digest, Front, Matter, Passage, Report, Story, Turn
from briefing.digest.saying import Said, said, told_text
from briefing.digest.stories import Profile, group
from briefing.digest.terms import Wording
from briefing.digest.turns import find_turns
from briefing.entities.gazetteer import Gazetteer
from briefing.model import ArticleInfo, Brief, Stance

_UNDATED = "9999"


def digest_briefs(briefs: Iterable[Brief], extra: Gazetteer | None = None) -> Digest:
    """Compare many articles: their stories, the matters that several of them tell, who stands where, who is heard.

    Args:
        briefs: of any number of articles; those made ``with_text`` are compared best.
        extra: a user's own names of parties, as ``load_parties`` reads them.

    Returns:
        The digest; ``render`` shows it and ``to_records`` makes tables of it.

    >>> from briefing import summarize_many
    >>> texts = ["Iceland warned on Friday that fares would rise.", "Fares would rise, Iceland warned on Friday."]
    >>> digest_briefs(summarize_many(texts)).reports[1].id
    'article-2'
    """
    digester = Digester(extra)
    for brief in briefs:
        digester.add(brief)
    return digester.digest()


class Digester:
    """Collects briefs one by one, keeping of each only what a digest needs; ``one_story`` puts all into one story."""

    def __init__(self, extra: Gazetteer | None = None, *, one_story: bool = False) -> None:
        self._one_story = one_story
        self._names = PartyIdentities(extra)
        self._files = ActorRegister(self._names)
        self._reports: list[Report] = []
        self._summaries: list[tuple[Passage, ...]] = []
        self._profiles: list[Profile] = []
        self._sketches: list[Sketch] = []
        self._said: list[list[Said]] = []

    def add(self, brief: Brief, found: Fingerprint | None = None) -> None:
        """Add one brief; ``found`` is the fingerprint of its article, which is computed if it is None."""
        number = len(self._reports)
        told = Wording(told_text(brief)) if found is None else None
        found = found or fingerprint(brief, told)
        summary = summary_of(brief, number)
        self._summaries.append(summary)
        self._reports.append(_report_of(brief.article, summary[0] if summary else None))
        self._profiles.append(found.profile)
        self._sketches.append(found.sketch)
        self._said.append(said(brief, number, told))
        self._files.note(brief, number)

    def digest(self, *, last: bool = False) -> Digest:
        """The digest of all briefs added so far.

        ``last`` promises that this digester is not used again: it then frees its memory story by story.
        """
        groups = [list(range(len(self._profiles)))] if self._one_story else group(self._profiles)
        copies: dict[int, Copy] = {}
        for members in groups:  # articles that share text are in one story
            if len(members) > 1:
                copies |= find_copies(self._sketches, sorted(members, key=self._day))
        home = {report: number for number, reports in enumerate(groups) for report in reports}
        self._names.settle([home[report] for report in range(len(self._reports))])
        reports = [self._report(number, copies, home) for number in range(len(self._reports))]
        made = _Stories(reports, self._files, self._summaries)
        for number, members in enumerate(groups):
            positions = [each for report in sorted(members, key=self._day) for each in self._said[report]]
            for report in members if last else ():
                self._said[report] = []
            made.add(number, members, positions)
        return made.digest()

    def _day(self, report: int) -> tuple[str, int]:
        return self._reports[report].date or _UNDATED, report

    def _report(self, number: int, copies: dict[int, Copy], home: dict[int, int]) -> Report:
        copy = copies.get(number)
        of, copied = (None, 0.0) if copy is None else (copy.of, copy.share)
        return replace(self._reports[number], copy_of=of, copied=copied, story=home[number])


class _Stories:
    """Builds the stories of a digest one by one, then the digest itself."""

    def __init__(
        self, reports: Sequence[Report], files: ActorRegister, summaries: Sequence[tuple[Passage, ...]]
    ) -> None:
        self._reports, self._files, self._summaries = reports, files, summaries
        self._matters: list[Matter] = []
        self._fronts: list[Front] = []
        self._turns: list[Turn] = []
        self._stories: list[Story] = []

    def add(self, number: int, members: Sequence[int], positions: Sequence[Said]) -> None:
        """Add story ``number`` with its matters, fronts and turns.

        ``members`` are the numbers of its reports, ``positions`` all their positions, sorted by date.
        """
        first, groups = len(self._matters), find_matters(positions)
        home: dict[int, int] = {}
        for each in groups:
            home.update(dict.fromkeys(each.members, len(self._matters)))
            self._matters.append(self._matter(number, [positions[member] for member in each.members], each))
        matters = range(first, len(self._matters))
        fronts, start = self._found_fronts(number, positions, home), len(self._fronts)
        self._fronts += fronts
        self._turns += self._found_turns(positions, home)
        independent = {self._source(report) for report in members}
        shared = [each for each in matters if self._is_shared(each, len(independent) == 1)]
        alone = [each for each in matters if len(self._tellers(each)) == 1]
        summary = choose([self._summaries[report] for report in members if self._reports[report].copy_of is None])
        lead = summary[0] if summary else None
        days = sorted(day for report in members if (day := self._reports[report].date))
        self._stories.append(
            Story(
                headline=_headline(self._reports, members, lead),
                lead=lead,
                summary=summary,
                reports=tuple(members),
                outlets=tuple(dict.fromkeys(self._reports[report].name for report in members)),
                first=days[0] if days else None,
                last=days[-1] if days else None,
                matters=tuple(matters),
                shared=tuple(sorted(shared, key=self._weight)),
                alone=tuple(sorted(alone, key=self._weight)),
                fronts=tuple(range(start, start + len(fronts))),
                differences=(),
            )
        )

    def _tellers(self, matter: int) -> set[str]:
        return {self._reports[telling.report].name for telling in self._matters[matter].tellings}

    def _is_shared(self, matter: int, copies: bool) -> bool:
        """Whether several outlets tell a matter; copies count only if all reports are ``copies`` of one text."""
        return self._matters[matter].outlets > 1 or (copies and len(self._tellers(matter)) > 1)

    def _weight(self, number: int) -> tuple[int, bool, float, int]:
        matter = self._matters[number]
        return -matter.outlets, not matter.key, -matter.score, number

    def _source(self, report: int) -> int:
        copy_of = self._reports[report].copy_of
        return report if copy_of is None else copy_of

    def _matter(self, story: int, members: Sequence[Said], found: MatterGroup) -> Matter:
        shown = _beyond_titles(members)
        tellings = tuple(self._files.telling(each) for each in shown)
        outlets = len({self._reports[self._source(each.report)].name for each in members})
        best = max(range(len(members)), key=lambda place: (members[place].score, -place))
        head = self._head(shown)
        actors, conflict = self._files.vote(tellings)
        return Matter(
            story=story,
            kind="single" if outlets < 2 else "quotation" if found.quoted else "claim",
            actors=actors,
            speakers=self._files.speakers(members),
            stance=_common_stance(members, best),
            mode=shown[head].mode,
            date=self._reports[members[0].report].date,
            tellings=tellings,
            head=head,
            outlets=outlets,
            conflict=conflict if outlets > 1 else (),
            score=members[best].score,
            key=any(each.key for each in members),
        )

    def _head(self, members: Sequence[Said]) -> int:
        """The place of the shortest telling that is no fragment: at least 0.6 times as long as the median one."""
        sizes = sorted(len(each.text) for each in members)
        least = sizes[len(sizes) // 2] * 0.6
        whole = [place for place, each in enumerate(members) if len(each.text) >= least]
        return min(whole, key=lambda place: (len(members[place].text), place))

    def _found_fronts(self, story: int, positions: Sequence[Said], home: dict[int, int]) -> list[Front]:
        told = [(each, home[place]) for place, each in enumerate(positions)]
        source = {report: self._source(report) for report in {each.report for each in positions}}
        return find_fronts(story, told, self._files, source)

    def _found_turns(self, positions: Sequence[Said], home: dict[int, int]) -> list[Turn]:
        days = [report.date for report in self._reports]
        found: dict[tuple[int, int], Turn] = {}
        for one, other in find_turns(positions, days, lambda each: frozenset(self._files.named(each)), read_weights()):
            before, after = positions[one], positions[other]
            if home[one] == home[other]:
                continue  # the same words: one of the two stances is an error
            for actor in sorted(set(self._files.named(before)) & set(self._files.named(after))):
                turn = Turn(actor, home[other], _passage(before), _passage(after), (before.stance, after.stance))
                found.setdefault((actor, after.report), turn)
        return list(found.values())

    def digest(self) -> Digest:
        """The digest of the stories added, with its actors, differences, cuts and the counts of who is heard."""
        differences = find_differences(self._matters, self._reports)
        by_story: dict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(differences):
            by_story[each.story].append(number)
        actors = self._actors()
        return Digest(
            reports=tuple(self._reports),
            stories=tuple(
                replace(story, differences=tuple(by_story[number])) for number, story in enumerate(self._stories)
            ),
            matters=tuple(self._matters),
            actors=actors,
            fronts=tuple(self._fronts),
            differences=tuple(differences),
            turns=tuple(sorted(self._turns, key=lambda turn: (turn.matter, turn.actor))),
            cuts=tuple(cut for number, each in enumerate(self._matters) for cut in cuts_of(number, each.tellings)),
            heard=tuple(find_heard(self._reports, self._matters, actors)),
        )

    def _actors(self) -> tuple[Actor, ...]:
        held: dict[int, list[int]] = defaultdict(list)
        for number, matter in enumerate(self._matters):
            for actor in matter.actors:
                held[actor].append(number)
        return self._files.actors(held)


def _report_of(article: ArticleInfo, lead: Passage | None) -> Report:
    return Report(
        id=article.id,
        source=article.source,
        title=article.title,
        date=article.date,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        extra=article.extra,
        lead=lead,
    )


def _headline(reports: Sequence[Report], members: Sequence[int], lead: Passage | None) -> str:
    """The title of the report that has the lead, else that of another report, else the lead, else an article's id."""
    order = members if lead is None else [lead.report, *members]
    titles = [title for report in order if (title := reports[report].title)]
    return titles[0] if titles else lead.text if lead else reports[members[0]].id


def _beyond_titles(members: Sequence[Said]) -> list[Said]:
    """The tellings without those in a title whose article tells the same matter again in its body."""
    again = {each.report for each in members if not each.titled}
    return [each for each in members if not each.titled or each.report not in again]


def _common_stance(members: Sequence[Said], best: int) -> Stance:
    counts = Counter(each.stance for each in members)
    return max(counts, key=lambda stance: (counts[stance], stance == members[best].stance, stance))


def _passage(each: Said) -> Passage:
    return Passage(each.report, each.start, each.end, each.text)
