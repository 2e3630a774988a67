"""What a worker does: from the bytes of articles to the text of their briefs. Everything here can be pickled."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.pipeline import Options, summarize
from briefing.reading import parse_article
from briefing.rendering import Layout
from briefing.rendering.formats import format_of
from cli.articles import Reading, article_of
from cli.batch.clock import Clock
from cli.errors import Failure, failure
from cli.loading import Raw
from cli.subjects import brief_of


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every article of a run; ``whole`` makes each brief a file of its own, else part of a stream."""

    format: str
    layout: Layout
    options: Options
    reading: Reading
    whole: bool
    clock: bool = False


class Outcome(NamedTuple):
    """The brief of one article as text, or why there is none; ``seconds`` by stage where they were asked for.

    ``beside`` is what stands in a second file where the format has one.
    """

    text: str
    failure: Failure | None = None
    notes: tuple[str, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    beside: str = ""


def packed(settings: Settings) -> bytes:
    """The settings as they travel: a worker unpacks them once."""
    return pickle.dumps(settings)


def work(settings: bytes, raws: Sequence[Raw]) -> tuple[Outcome, ...]:
    """The outcome of each article, in their order; no article raises."""
    unpacked = _unpacked(settings)
    return tuple(_outcome(raw, unpacked) for raw in raws)


def warm_up() -> None:
    """Load what every article needs."""
    summarize(parse_article("The bank failed on Monday. “It is over,” Ann Lee said."))


@lru_cache(maxsize=4)
def _unpacked(settings: bytes) -> Settings:
    found: Settings = pickle.loads(settings)
    return found


def _outcome(raw: Raw, settings: Settings) -> Outcome:
    clock = Clock(on=settings.clock)
    try:
        article = clock("reading", article_of, raw, settings.reading)
        brief = brief_of(article, settings.options, settings.format, clock)
        text, beside = clock("rendering", _shown, brief, settings)
    except Exception as error:  # whatever one article does, the others are still to be done
        return Outcome("", failure(raw.source, error), seconds=clock.seconds)
    return Outcome(text, None, article.notes, clock.seconds, beside)


def _shown(brief: object, settings: Settings) -> tuple[str, str]:
    format = format_of(settings.format, "brief", settings.layout)
    text = format.show(brief, settings.layout)
    if not settings.whole:
        return text, ""
    beside = format.beside[1](brief, settings.layout) if format.beside else ""
    return f"{format.single.before}{text}{format.single.after}", beside
