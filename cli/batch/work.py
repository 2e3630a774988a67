"""What a worker does: from the bytes of articles to the text of their briefs. Everything here can be pickled."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.errors import WorkerError
from briefing.reading.loading import article_of
from briefing.reading.raw import Raw
from briefing.rendering.output_formats import output_format
from cli.batch.clock import Clock
from cli.batch.settings import Settings
from cli.errors import Failure, failure
from cli.subjects import brief_of


class Outcome(NamedTuple):
    """The brief of one article as text, or why there is none; ``seconds`` by stage where they were asked for.

    ``other_language`` is the language of an article that was left out because of it; ``beside`` is the text of the
    second file, for a format that has one.
    """

    text: str
    failure: Failure | None = None
    notes: tuple[str, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    other_language: str | None = None
    beside: str = ""


def packed(settings: Settings) -> bytes:
    """The settings as bytes, which a worker unpacks once."""
    return pickle.dumps(settings)


def work(settings: bytes, raws: Sequence[Raw]) -> tuple[Outcome, ...]:
    """The outcome of each article, in their order; no article raises."""
    unpacked = _unpacked(settings)
    return tuple(_outcome(raw, unpacked) for raw in raws)


def killed(raw: Raw) -> Outcome:
    """The outcome of an article whose worker died at every attempt."""
    return Outcome("", failure(raw.source, WorkerError()))


@lru_cache(maxsize=4)
def _unpacked(settings: bytes) -> Settings:
    found: Settings = pickle.loads(settings)
    return found


def _outcome(raw: Raw, settings: Settings) -> Outcome:
    clock = Clock(on=settings.clock)
    try:
        article = clock("reading", article_of, raw, settings.reading)
        if settings.only_language and _primary(article.language) != _primary(settings.only_language):
            return Outcome("", seconds=clock.seconds, other_language=_primary(article.language))
        brief = brief_of(article, settings.options, settings.format, clock)
        text, beside = clock("rendering", _shown, brief, settings)
    except Exception as error:  # whatever one article does, the others are still to be done
        return Outcome("", failure(raw.source, error), seconds=clock.seconds)
    return Outcome(text, None, article.notes, clock.seconds, beside=beside)


def _primary(tag: str | None) -> str:
    """The language of a tag without its region (``en-GB`` is ``en``); an unknown one counts as English."""
    return (tag or "en").split("-")[0].lower()


def _shown(brief: object, settings: Settings) -> tuple[str, str]:
    format = output_format(settings.format, "brief", settings.layout)
    text = format.show(brief, settings.layout)
    if not settings.whole:
        return text, ""
    beside = format.beside[1](brief, settings.layout) if format.beside else ""
    return f"{format.single.before}{text}{format.single.after}", beside
