"""The choices that the parties stage makes in annotated articles, with the worth of each candidate to the annotator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.attribution import read_network
from briefing.model import Attribution
from briefing.parties.affiliation import options
from briefing.parties.cast import file_people, gather
from briefing.parties.context import Active, tokens_of_candidate, tokens_of_source
from briefing.parties.model import HolderCandidate, Players
from briefing.parties.ranker import Ranker, choose_candidate
from briefing.parties.resolve import resolve
from briefing.sources.model import Question
from briefing.training.accepted import Parties, all_met, first_met, is_among, same_name
from briefing.training.gold import GoldArticle, same_contents
from briefing.training.loglinear import Choice
from briefing.training.ranker_fitting import Sight

AFFILIATION = "affiliation"
_ACCEPTED, _VOICE, _ALTERNATIVE = 0.5, 0.9, 0.1
"""The worth, against 1 for the annotator's first choice: of another accepted name; of a candidate that is right only by
the names of its speakers, not of its parties; of a person's affiliation that is accepted but not the first choice."""
_MOST, _EDITORS = 3, 3
"""The most positions of a person that count for their affiliation, and how many times as much those of the editors'
articles count: other annotators file chiefs of companies under themselves more often."""


class Asked(NamedTuple):
    """A choice, the name of the table of weights by which it is made, and where the network looks in it, if at all."""

    table: str
    choice: Choice
    sight: Sight | None = None


class Read(NamedTuple):
    """A gold article; ``told`` has the annotated attributions, then those that the package finds, each list with a map
    from indices of attributions to those of their gold positions; ``active`` what the network knows of each token."""

    article: GoldArticle
    told: Sequence[tuple[Sequence[Attribution], Mapping[int, int]]]
    active: Active


def read(article: GoldArticle) -> Read:
    """Find the attributions of an article, and match them with its gold positions."""
    found, _, _, active = read_network(article.document)
    gold = article.attributions
    matched = same_contents(article, [each.content for each in found])
    return Read(article, [(gold, {place: place for place in range(len(gold))}), (found, matched)], active)


def choices(given: Read, ranker: Ranker, oracle: bool) -> list[Asked]:
    """Every choice in an article that has a right candidate.

    The answers to earlier choices, on which later ones depend, are those of ``ranker``, or with ``oracle`` right ones.
    """
    made: list[Asked] = []
    article = given.article
    for attributions, gold in given.told if article.document.tokens else ():
        scene, players, asked = gather(article.document, attributions, None)
        made += _affiliations(article, players)
        file_people(players, ranker.weights)

        def pick(
            number: int,
            asked: Question,
            found: Sequence[HolderCandidate],
            features: Sequence[Sequence[str]],
            fits: Sequence[float],
            gold: Mapping[int, int] = gold,
            players: Players = players,
            made: list[Asked] = made,
        ) -> int:
            best, _ = choose_candidate(ranker.weights, asked.table, features, fits)
            if number not in gold:
                return best
            parties = article.parties[gold[number]]
            worth = [_worth(parties, *_names(players, candidate)) for candidate in found]
            if max(worth) <= 0:
                return best
            if min(worth) <= 0:
                tokens = [tokens_of_candidate(players, asked, each) for each in found]
                sight = Sight(given.active, tokens_of_source(asked), tokens)
                made.append(Asked(asked.table, Choice(features, worth), sight))
            return max(range(len(worth)), key=lambda at: (worth[at] > 0, at == best, worth[at])) if oracle else best

        resolve(scene, players, attributions, asked, given.active, ranker, pick)
    return made


def _names(players: Players, candidate: HolderCandidate) -> tuple[list[str], list[str]]:
    """The names under which a candidate is filed, and the names of those who speak."""
    if not candidate.members:
        return [players.register.text(*candidate.words)], []
    parties = [players.draft(players.party.get(member, member)).name for member in candidate.members]
    return parties, [players.draft(member).name for member in candidate.members]


def _worth(parties: Parties, names: Sequence[str], voices: Sequence[str]) -> float:
    """How right a candidate is, 0 to 1, by the names of its parties, or of its speakers."""
    worth = 0.0
    for told_, most in ((names, 1.0), (voices, _VOICE)):
        met = is_among(parties, told_) if len(parties) > 1 else bool(told_) and all_met(parties, told_)
        if met:
            worth = max(worth, most * (1.0 if first_met(parties, told_) else _ACCEPTED))
    return worth


def _affiliations(article: GoldArticle, players: Players) -> Iterator[Asked]:
    """The choices of the party for which each person of an article speaks, by the gold positions that they voice."""
    drafts = players.register.drafts
    for person in [index for index, draft in enumerate(drafts) if draft.kind == "person"]:
        found = options(players.register, person, players.roles.get(person, ()), players.homes)
        named = list(_filed(article, drafts[person].name)) if len(found) > 1 else []
        if named:
            worth = [sum(_filed_as(drafts[each.party].name, names) for names in named) / len(named) for each in found]
            if max(worth) > 0:
                times = min(len(named), _MOST) * (_EDITORS if article.by_editors else 1)
                yield from [Asked(AFFILIATION, Choice([each.features for each in found], worth))] * times


def _filed(article: GoldArticle, person: str) -> Iterator[Sequence[str]]:
    """The accepted names of the party of each position that a person voices, where their own name is one of these."""
    for parties, holding in zip(article.parties, article.cast.holdings, strict=True):
        spoke = any(same_name(speaker.name, person) for speaker in holding.speakers)
        if len(parties) == 1 and spoke and any(same_name(name, person) for name in parties[0]):
            yield parties[0]


def _filed_as(name: str, names: Sequence[str]) -> float:
    if not any(same_name(each, name) for each in names):
        return 0.0
    return 1.0 if first_met([names], [name]) else _ALTERNATIVE
