"""What the network of attribution knows of a source and of a candidate, as a score of the candidate.

The activations at a few tokens of both are mapped to HIDDEN numbers and added; what is positive of them is weighed by
the table of the question. The numbers are whole, so that sums are exact and the same on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.parties.model import HolderCandidate, Players
from briefing.sources.model import Question

SOURCE, CANDIDATE, HIDDEN = 6, 7, 16
"""The number of tokens that are looked at of a source and of a candidate, and that of the hidden numbers."""
NOWHERE = -1
"""Stands for a token that there is not."""
STEPS, ACTIVE_STEPS = 1024, 32
"""The steps of weights and of activations in 1."""

Active = NDArray[np.int8]
"""The activations of the network, a row for each token of the article."""
Steps = NDArray[np.float64]
"""Whole numbers of 16 bits, held so that products of matrices are fast."""


class Context(NamedTuple):
    """Weights in whole steps: ``source`` and ``candidate`` with HIDDEN numbers for each activation of each token looked
    at; ``begin`` and ``last`` with HIDDEN for each of ``tables``, the kinds of questions."""

    source: Steps
    candidate: Steps
    begin: Steps
    last: Steps
    tables: Mapping[str, int]

    def fits(self, active: Active, asked: Question, found: Sequence[HolderCandidate], players: Players) -> list[float]:
        """How well each candidate fits a source."""
        if asked.table not in self.tables:
            return [0.0] * len(found)
        at = self.tables[asked.table]
        tokens = [tokens_of_candidate(players, asked, each) for each in found]
        told = seen(active, [tokens_of_source(asked)]) @ self.source + seen(active, tokens) @ self.candidate
        hidden = np.maximum(told + self.begin[at] * float(ACTIVE_STEPS), 0.0)
        scores: list[float] = (hidden @ self.last[at] / (STEPS * STEPS * ACTIVE_STEPS)).tolist()
        return scores


def seen(active: Active, tokens: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """The activations at each row of tokens, one after another; 0 for NOWHERE and what is outside the article."""
    at = np.array(tokens, np.int64)
    inside = (at >= 0) & (at < len(active))
    rows = active[np.where(inside, at, 0)] * inside[..., None]
    return rows.reshape(len(at), -1).astype(np.float64)


def tokens_of_source(asked: Question) -> list[int]:
    """The head of the source, its cue, its first token, the one after it, and the first and last of the content."""
    phrase, content = asked.phrase, asked.content
    return [
        asked.token if phrase is None else phrase.after - 1,
        asked.cue[0] if asked.cue else asked.token,
        asked.token if phrase is None else phrase.first,
        asked.token + 1 if phrase is None else phrase.end,
        content[0][0] if content else NOWHERE,
        content[-1][1] - 1 if content else NOWHERE,
    ]


def tokens_of_candidate(players: Players, asked: Question, candidate: HolderCandidate) -> list[int]:
    """The last token of the mention, or of the words, that a candidate is; the last of the entity's first mention; the
    first of the mention, the ones after and before it; its role; and the last of the first mention of its party."""
    if not candidate.members:
        first, end = candidate.words
        return [end - 1, NOWHERE, first, end, first - 1, NOWHERE, NOWHERE]
    member, register = candidate.members[0], players.register
    mentions = register.of(member)
    before = bisect_left(mentions, asked.token, key=lambda each: each.first)
    at = candidate.at or (mentions[max(before - 1, 0)] if mentions else None)
    party = players.party.get(member)
    filed = register.of(party) if party is not None else ()
    roles = players.roles.get(member, ())
    first_mention = mentions[0].end - 1 if mentions else NOWHERE
    own = [NOWHERE] * 4 if at is None else [at.end - 1, at.first, at.end, at.first - 1]
    return [
        own[0],
        first_mention,
        *own[1:],
        roles[0].token if roles else NOWHERE,
        filed[0].end - 1 if filed else NOWHERE,
    ]
