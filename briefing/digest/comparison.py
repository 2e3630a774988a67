"""Two reports of one event: what both tell, what one alone tells, and which quotation one of them cut."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.digest.model import Cut, Digest


@dataclass(frozen=True, slots=True)
class Comparison:
    """Numbers of entries of the digest: told by ``both``, only by the first, only by the second."""

    digest: Digest
    both: tuple[int, ...]
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]
    cuts: tuple[Cut, ...]


def compare(digest: Digest) -> Comparison:
    """Compare the two reports of a digest.

    Raises:
        ValueError: the digest has not two reports.
    """
    if len(digest.reports) != 2:
        raise ValueError(f"a comparison needs two reports, not {len(digest.reports)}")
    telling = [frozenset(each.report for each in entry.tellings) for entry in digest.entries]

    def told_by(*reports: int) -> tuple[int, ...]:
        return tuple(number for number, each in enumerate(telling) if each == frozenset(reports))

    return Comparison(digest, told_by(0, 1), told_by(0), told_by(1), digest.cuts)
