"""Briefs of many articles, one after another or in several processes, in the order of the articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing.articles import Source, as_article
from briefing.errors import OptionError, ReadingError, WorkerError
from briefing.model import Article, Brief
from briefing.options import Options
from briefing.pipeline import summarize

if TYPE_CHECKING:
    from briefing.parallel.crew import Task

OnError = Callable[[str, Exception], None]

_NAME = 120  # characters of a path or text that name it in an error
_FILE = 2_000  # assumed characters of a file that is not opened yet: a news article of the usual length
_OF_AN_ARTICLE = (ReadingError, OSError, WorkerError)


def summarize_many(
    articles: Iterable[Source],
    options: Options | None = None,
    *,
    jobs: int = 1,
    on_error: OnError | None = None,
) -> Iterator[Brief]:
    """A brief of each article, in their order; the same briefs for any number of jobs.

    Articles are taken as they are needed, so that a stream of any length needs little memory.

    Args:
        articles: articles, paths and texts, each as ``summarize`` takes it; ``read_articles(path)`` gives those of a
            file. A text has no name of its own: the first is called ``article-1``.
        options: the same for all articles.
        jobs: number of processes: 1 works in this process, 0 starts one for each core. A script that asks for more
            than one must call this below ``if __name__ == "__main__":``, as ``multiprocessing`` requires.
        on_error: called with the name and the error of each article that cannot be read or whose process died; the
            others are still done. Without it the first such error is raised.

    Raises:
        TypeError: ``articles`` is a single text or path, or something in it is not an article.
        OptionError: ``jobs`` is below 0.
        ReadingError, OSError: an article cannot be read, and there is no ``on_error``.
        WorkerError: a process died, and died again when it had only this article; there is no ``on_error``.
        RuntimeError: no process can be started, for instance from a script without the guard above.

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
    if jobs == 0:
        from briefing.parallel.executors import cores

        jobs = cores()
    options = options or Options()
    outcomes = _in_this_process(articles, options) if jobs == 1 else _in_processes(articles, options, jobs)
    return _briefs(outcomes, on_error)


def warm_up() -> None:
    """Load the models and lists that every article needs, which takes a fifth of a second.

    >>> warm_up()
    """
    summarize("The bank failed on Monday. “It is over,” Ann Lee said.")


class _Failed(NamedTuple):
    name: str
    error: Exception


def _briefs(outcomes: Iterator[Brief | _Failed], on_error: OnError | None) -> Iterator[Brief]:
    for outcome in outcomes:
        if isinstance(outcome, Brief):
            yield outcome
        elif on_error is None or not isinstance(outcome.error, _OF_AN_ARTICLE):
            raise outcome.error
        else:
            on_error(outcome.name, outcome.error)


def _in_this_process(articles: Iterable[Source], options: Options) -> Iterator[Brief | _Failed]:
    for number, article in enumerate(articles, start=1):
        yield _outcome(number, article, options)


def _in_processes(articles: Iterable[Source], options: Options, jobs: int) -> Iterator[Brief | _Failed]:
    from briefing.parallel.crew import WINDOW, Crew  # not needed in the usual case, one process
    from briefing.parallel.processes import Processes

    faults: list[Exception] = []
    crew: Crew[str, Brief | _Failed]
    crew = Crew(Processes(jobs, warm_up), partial(_outcomes, options), _killed, WINDOW * jobs)
    is_done = False
    try:
        for _, outcome in crew.outcomes(_tasks(articles, faults)):
            yield outcome
        is_done = True
    finally:
        crew.close(at_once=not is_done)
    if faults:
        raise faults[0]


def _tasks(articles: Iterable[Source], faults: list[Exception]) -> Iterator[Task[str]]:
    """A task for each article, until the iterable raises or yields something that is not an article.

    That error is appended to ``faults``, to be raised once the articles before it are done.
    """
    from briefing.parallel.crew import Task

    try:
        for number, article in enumerate(articles, start=1):
            if not isinstance(article, Article | str | os.PathLike):
                as_article(article)
            yield Task(_name(article), (number, article), _size(article))
    except Exception as error:
        faults.append(error)


def _size(article: Source) -> int:
    if isinstance(article, os.PathLike):
        return _FILE
    return len(article.text if isinstance(article, Article) else article)


def _killed(task: Task[str]) -> _Failed:
    return _Failed(task.ticket, WorkerError())


def _outcomes(options: Options, articles: Sequence[tuple[int, Source]]) -> list[Brief | _Failed]:
    return [_outcome(number, article, options) for number, article in articles]


def _outcome(number: int, article: Source, options: Options) -> Brief | _Failed:
    try:
        return summarize(as_article(article, id=f"article-{number}"), options)
    except Exception as error:  # of any type: it is raised later, in the caller's process
        return _Failed(_name(article), error)


def _name(article: Source) -> str:
    """The name of an article in an error: its source, its path, or the beginning of its text."""
    if isinstance(article, Article):
        return article.source
    return os.fspath(article)[:_NAME] if isinstance(article, str | os.PathLike) else repr(article)[:_NAME]
