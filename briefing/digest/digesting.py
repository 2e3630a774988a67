"""From briefs to their digest: collect what was said, then find out who is who, what is copied, and what changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from briefing.digest.copies import Copy, Sketch, find_copies, sketch
from briefing.digest.issues import find_issues
from briefing.digest.model import Actor, Digest, Entry, FaultLine, Report, Telling
from briefing.digest.names import Identity, Names
from briefing.digest.shifts import find_shifts
from briefing.digest.tellings import Saying, Sayings, cuts_of, telling_of
from briefing.digest.words import topics
from briefing.model import ArticleInfo, Brief, PartyKind, Position, RelationKind, Speaker
from briefing.parties.gazetteer import Gazetteer

_UNDATED = "9999"


def digest_briefs(briefs: Iterable[Brief], extra: Gazetteer | None = None) -> Digest:
    """The digest of all these briefs; ``extra`` holds a user's own names of parties."""
    digester = Digester(extra)
    for brief in briefs:
        digester.add(brief)
    return digester.digest()


class Digester:
    """Takes briefs one by one and keeps of each only what the digest shows."""

    def __init__(self, extra: Gazetteer | None = None) -> None:
        self._names = Names(extra)
        self._reports: list[Report] = []
        self._sketches: list[Sketch] = []
        self._kinds: list[dict[str, PartyKind]] = []
        self._held: list[list[tuple[Position, Telling]]] = []
        self._distinct: dict[Hashable, tuple[Position, Telling]] = {}
        self._relations: list[tuple[int, RelationKind, tuple[str, str], tuple[int, ...]]] = []

    def add(self, brief: Brief) -> None:
        """Take one brief."""
        number, article = len(self._reports), brief.article
        self._reports.append(_report_of(article))
        self._sketches.append(sketch(brief))
        self._kinds.append({party.name: party.kind for party in brief.parties})
        for party in brief.parties:
            self._names.note(party, number)
        self._held.append([self._kept(each, number) for each in brief.positions if each.same_as is None])
        first = {position.id: position.same_as for position in brief.positions if position.same_as is not None}
        for relation in brief.relations:
            ids = tuple(dict.fromkeys(first.get(each, each) for each in relation.positions))
            self._relations.append((number, relation.kind, relation.parties, ids))

    def _kept(self, position: Position, report: int) -> tuple[Position, Telling]:
        """A position and its telling; the same words of the same holder are kept once, however many tell them."""
        telling = telling_of(position, report)
        said = (position.parties, position.speakers, position.stance, position.key, telling.text, telling.quotes)
        first, words = self._distinct.setdefault(said, (position, telling))
        return first, telling._replace(text=words.text, quotes=words.quotes)

    def digest(self) -> Digest:
        """What all the briefs taken so far say together."""
        self._names.settle()
        order = sorted(range(len(self._reports)), key=lambda number: (self._reports[number].date or _UNDATED, number))
        copies = find_copies(self._sketches, order)
        sayings, told = self._sayings(order)
        entries = [self._entry(saying, copies) for saying in sayings.all]
        identities = self._identities(sayings.all)
        actors, entries = self._actors(entries, sayings.all, identities)
        about = [topics(entry.text) for entry in entries]
        names = {topic for actor in actors if actor.report is None for topic in topics(actor.name)}
        names |= {topic for entry in entries for speaker in entry.speakers for topic in topics(speaker.name)}
        issues = find_issues(about, [{each.report for each in entry.tellings} for entry in entries], names)
        for number, issue in enumerate(issues):
            for entry in issue.entries:
                entries[entry] = replace(entries[entry], issue=number)
        return Digest(
            reports=tuple(self._report(number, copies) for number in range(len(self._reports))),
            entries=tuple(entries),
            actors=tuple(actors),
            issues=tuple(issues),
            shifts=tuple(find_shifts(actors, entries, about)),
            fault_lines=self._fault_lines(told, identities, copies),
            cuts=tuple(cut for number, entry in enumerate(entries) for cut in cuts_of(number, entry.tellings)),
            single=_single(entries),
        )

    def _report(self, number: int, copies: dict[int, Copy]) -> Report:
        copy = copies.get(number)
        report = self._reports[number]
        return report if copy is None else replace(report, copy_of=copy.of, copied=copy.share)

    def _identity(self, name: str, report: int) -> Identity:
        return self._names.identity(name, self._kinds[report].get(name, "organization"), report)

    def _sayings(self, order: Sequence[int]) -> tuple[Sayings, dict[tuple[int, int], int]]:
        """The sayings in time order, and which one each position of each report tells."""
        sayings, told = Sayings(), {}
        for report in order:
            for position, telling in self._held[report]:
                holders = [self._identity(name, report)[0] for name in position.parties]  # the words decide with it
                speakers = [f"speaker {speaker.name.casefold()}" for speaker in position.speakers]
                told[report, telling.position] = sayings.add(position, telling, [*holders, *speakers])
        return sayings, told

    def _entry(self, saying: Saying, copies: dict[int, Copy]) -> Entry:
        best = max(range(len(saying.tellings)), key=lambda place: (len(saying.tellings[place].text), -place))
        position = saying.positions[best]
        sources = {copies[each.report].of if each.report in copies else each.report for each in saying.tellings}
        return Entry(
            actors=(),
            speakers=_speakers(saying.positions),
            stance=position.stance,
            mode=position.mode,
            cue=" ".join(piece.shown for piece in position.cue),
            date=self._reports[saying.tellings[0].report].date,
            tellings=tuple(saying.tellings),
            fullest=best,
            reports=len(sources),
            score=max(each.score for each in saying.positions),
            key=any(each.key for each in saying.positions),
        )

    def _identities(self, sayings: Sequence[Saying]) -> dict[Identity, int]:
        """A number for each party that holds something, those with most sayings first."""
        counts: Counter[Identity] = Counter()
        for saying in sayings:
            counts.update(set(self._holders(saying)))
        ranked = sorted(counts, key=lambda one: (-counts[one], one[1] is not None, one[0], one[1] or 0))
        return {identity: number for number, identity in enumerate(ranked)}

    def _holders(self, saying: Saying) -> list[Identity]:
        """Everybody named as a holder by any report; where nobody has a name, whom the first report describes."""
        named = [
            self._identity(name, telling.report)
            for telling, position in zip(saying.tellings, saying.positions, strict=True)
            for name in position.parties
        ]
        described = [self._identity(name, saying.tellings[0].report) for name in saying.positions[0].parties]
        return list(dict.fromkeys([identity for identity in named if identity[1] is None] or described))

    def _actors(
        self, entries: Sequence[Entry], sayings: Sequence[Saying], identities: dict[Identity, int]
    ) -> tuple[list[Actor], list[Entry]]:
        said: dict[int, list[int]] = defaultdict(list)
        filed = []
        for number, (entry, saying) in enumerate(zip(entries, sayings, strict=True)):
            actors = tuple(identities[each] for each in self._holders(saying))
            for actor in actors:
                said[actor].append(number)
            filed.append(replace(entry, actors=actors))
        made = [
            Actor(
                self._names.name(each), self._names.kind(each), self._names.aliases(each), tuple(said[number]), each[1]
            )
            for each, number in identities.items()
        ]
        return made, filed

    def _fault_lines(
        self, told: dict[tuple[int, int], int], identities: dict[Identity, int], copies: dict[int, Copy]
    ) -> tuple[FaultLine, ...]:
        """The ties of all reports between named parties, those that most reports show first."""
        shown: dict[tuple[RelationKind, tuple[int, int]], tuple[dict[int, None], set[int]]] = {}
        for report, kind, (one, other), positions in self._relations:
            pair = [identities.get(self._identity(name, report)) for name in (one, other)]
            first, second = pair
            if first is None or second is None or first == second:
                continue
            actors = (first, second)
            if (kind, (second, first)) in shown:
                actors = (second, first)
            entries, reports = shown.setdefault((kind, actors), ({}, set()))
            entries.update(dict.fromkeys(told[report, each] for each in positions if (report, each) in told))
            reports.add(copies[report].of if report in copies else report)
        lines = [FaultLine(kind, pair, tuple(found), len(seen)) for (kind, pair), (found, seen) in shown.items()]
        return tuple(sorted(lines, key=lambda line: (line.kind, -line.reports, -len(line.entries), line.actors)))


def _report_of(article: ArticleInfo) -> Report:
    return Report(
        id=article.id,
        source=article.source,
        title=article.title,
        date=article.date,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        extra=article.extra,
    )


def _speakers(positions: Sequence[Position]) -> tuple[Speaker, ...]:
    """Everybody who voiced it, once, with the first role given."""
    found: dict[str, Speaker] = {}
    for position in positions:
        for speaker in position.speakers:
            known = found.get(speaker.name)
            if known is None or known.role is None:
                found[speaker.name] = speaker
    return tuple(found.values())


def _single(entries: Sequence[Entry]) -> tuple[int, ...]:
    """Key positions that one report alone has, the weightiest first."""
    alone = [number for number, entry in enumerate(entries) if len(entry.tellings) == 1 and entry.key]
    return tuple(sorted(alone, key=lambda number: (-entries[number].score, number)))
