"""Briefs of many articles, one after another or on several processors, in the order of the articles."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefing.articles import Source, as_article
from briefing.errors import OptionError, ReadingError
from briefing.model import Article, Brief
from briefing.options import Options
from briefing.pipeline import summarize

if TYPE_CHECKING:
    from concurrent.futures import Future

OnError = Callable[[str, Exception], None]

_CHUNK = 8  # articles: a tenth of a second of work, against a millisecond of messages
_AHEAD = 3  # chunks under way for each process
_NAME = 120  # characters


def summarize_many(
    articles: Iterable[Source],
    options: Options | None = None,
    *,
    jobs: int = 1,
    on_error: OnError | None = None,
) -> Iterator[Brief]:
    """A brief of each article, in their order; the same briefs for any number of jobs.

    Articles are taken as they are needed, so that a stream of any length keeps little in memory.

    Args:
        articles: articles, paths and texts, each as ``summarize`` takes it; ``read_articles(path)`` gives those of a
            file. A text has no name of its own: the first is called ``article-1``.
        options: one choice for all.
        jobs: processes; 1 works in this one, 0 is one for each core. A script that asks for more than one has its
            calls below ``if __name__ == "__main__":``, as ``multiprocessing`` needs it.
        on_error: told of each article that cannot be read, with its name, and the next ones are done; without it the
            first is raised.

    Raises:
        TypeError: ``articles`` is one text or path, or something in it is no article.
        OptionError: ``jobs`` is below 0.
        ReadingError, OSError: an article cannot be read, and there is no ``on_error``.

    >>> texts = ["The union rejected the offer on Monday.", "Iceland warned on Friday that fares would rise."]
    >>> for brief in summarize_many(texts):
    ...     print(brief.article.id, brief.positions[0].parties, brief.positions[0].stance)
    article-1 ('union',) oppose
    article-2 ('Iceland',) warn
    """
    if isinstance(articles, str | bytes | os.PathLike | Article) or not isinstance(articles, Iterable):
        raise TypeError("summarize_many needs several articles; call summarize, or read_articles(path) for a file")
    if jobs < 0:
        raise OptionError(f"jobs is {jobs}; give the number of processes, or 0 for one for each core")
    jobs = jobs or _cores()
    options = options or Options()
    outcomes = _in_this_process(articles, options) if jobs == 1 else _in_processes(articles, options, jobs)
    return _briefs(outcomes, on_error)


class _Failed(NamedTuple):
    name: str
    error: Exception


def _briefs(outcomes: Iterator[Brief | _Failed], on_error: OnError | None) -> Iterator[Brief]:
    for outcome in outcomes:
        if isinstance(outcome, Brief):
            yield outcome
        elif on_error is None:
            raise outcome.error
        else:
            on_error(outcome.name, outcome.error)


def _in_this_process(articles: Iterable[Source], options: Options) -> Iterator[Brief | _Failed]:
    for number, article in enumerate(articles, start=1):
        yield _outcome(number, article, options)


def _in_processes(articles: Iterable[Source], options: Options, jobs: int) -> Iterator[Brief | _Failed]:
    from concurrent.futures import ProcessPoolExecutor  # one process, the usual case, does without
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))  # the same on every system
    under_way: deque[Future[list[Brief | _Failed]]] = deque()
    left = enumerate(articles, start=1)
    try:
        while chunk := list(islice(left, _CHUNK)):
            under_way.append(executor.submit(_outcomes, chunk, options))
            if len(under_way) >= jobs * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _outcomes(articles: list[tuple[int, Source]], options: Options) -> list[Brief | _Failed]:
    return [_outcome(number, article, options) for number, article in articles]


def _outcome(number: int, article: Source, options: Options) -> Brief | _Failed:
    try:
        return summarize(as_article(article, id=f"article-{number}"), options)
    except (ReadingError, OSError) as error:
        return _Failed(_name(article), error)


def _name(article: Source) -> str:
    """What to call an article that cannot be read; of a text, how it begins."""
    return article.source if isinstance(article, Article) else os.fspath(article)[:_NAME]


def _cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
