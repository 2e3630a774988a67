"""Finds where the reports of one matter give different figures for the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.digest.model import Difference, Matter, Passage, Report
from briefing.digest.terms import term_of

_FIGURE = re.compile(
    r"(?P<sign>[$£€])?(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
    r"(?P<scale> (?:hundred|thousand|million|billion|trillion)\b|%| per ?cent\b)?(?:[ -](?P<unit>[^\W\d_]+))?",
    re.IGNORECASE,
)
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MOST = 4  # a telling with more figures is a list, which would differ everywhere


def find_differences(matters: Sequence[Matter], reports: Sequence[Report]) -> list[Difference]:
    """Figures that the reports of one matter give differently ("12 dead", "14 dead"), in the order of the matters."""
    return [
        each for number, matter in enumerate(matters) if matter.outlets > 1 for each in _of(number, matter, reports)
    ]


def _of(number: int, matter: Matter, reports: Sequence[Report]) -> Iterator[Difference]:
    told: dict[str, dict[str, Passage]] = defaultdict(dict)
    having: dict[str, set[int]] = defaultdict(set)
    figures = {}
    for telling in matter.tellings:
        found = list(_figures(telling.text))
        if reports[telling.report].copy_of is None and len(found) <= _MOST:
            figures[telling.report] = found
            passage = Passage(telling.report, telling.start, telling.end, telling.text)
            for figure, what in found:
                told[what].setdefault(figure, passage)
                having[what].add(telling.report)
    for what, by_figure in told.items():
        passages = {passage.report: passage for passage in by_figure.values()}
        each_its_own = all(sum(1 for other, thing in found if thing == what) <= 1 for found in figures.values())
        if len(by_figure) > 1 and len(passages) > 1 and each_its_own:
            yield Difference(matter.story, number, tuple(by_figure.values()), tuple(by_figure))


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """Each figure of a text ("3 million") with what it counts: a currency sign, "%", or the term of the next word."""
    for found in _FIGURE.finditer(text):
        figure = found["figure"].casefold().replace(",", "")
        figure = str(_WORDS.index(figure)) if figure in _WORDS else figure
        scale = (found["scale"] or "").strip().casefold()
        what = found["sign"] or ("%" if scale in {"%", "percent", "per cent"} else term_of(found["unit"] or "a"))
        if what:
            yield f"{found['sign'] or ''}{figure}{' ' + scale if scale else ''}", what
