"""The pipeline from an article to its brief: a fixed order of stages, each a plain function that can be used alone.

``summarize`` runs all of it. ``analyse_article`` stops before the brief is made and keeps what every stage found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import ParamSpec, Protocol, TypeVar

from briefing.articles import Source, as_article
from briefing.attribution import read_network
from briefing.language import analyse, is_english, is_word
from briefing.model import (
    ArticleInfo,
    Brief,
    Cast,
    Document,
    Party,
    Position,
    ScoredSentence,
    Speaker,
    SummarySentence,
)
from briefing.options import Options as Options
from briefing.parties import resolve_parties
from briefing.positions import rank_positions, relate, take_positions
from briefing.salience import find_parts, score_sentences, select_sentences, with_worth

P = ParamSpec("P")
T = TypeVar("T")


class RunStage(Protocol):
    """A function that calls a stage; a caller can pass one that also measures the time of each."""

    def __call__(self, stage: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


def run_stage(stage: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Calls a stage and does nothing else."""
    return function(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the stages found in one article, before it is cut down to a brief.

    ``scores`` are in the order of ``document.sentences``.
    """

    document: Document
    cast: Cast
    positions: tuple[Position, ...]
    scores: tuple[ScoredSentence, ...]


def analyse_article(article: Source, options: Options | None = None, run: RunStage = run_stage) -> Analysis:
    """Run every analysis stage: words, attributions, parties, positions, salience.

    Args:
        article: an ``Article``, a path to one, or its text.
        options: ``Options()`` if None.
        run: called as ``run(name, function, *arguments)`` for each stage; for timing.

    Returns:
        The document with its words and sentences, the cast, all positions, and the score of every sentence. An article
        that is not English has scores and no positions.

    Raises:
        TypeError, ReadingError, OSError: as ``summarize`` does.

    >>> found = analyse_article("The bank will pay, Ann Lee said on Monday. It rained.")
    >>> len(found.document.sentences), found.positions[0].parties
    (2, ('Ann Lee',))
    """
    article, options = as_article(article), options or Options()
    document = run("language", analyse, article)
    if not is_english(article.language):  # the models of attribution and stance know English only
        parts = run("salience", find_parts, document)
        scores = run("salience", score_sentences, document, parts, (), options.quote_weight)
        return Analysis(document, Cast((), (), ()), (), scores)
    read = run("attribution", read_network, document, options.min_confidence)
    cast = run("parties", resolve_parties, document, read.attributions, options.gazetteer, read.tokens)
    read = read._replace(tokens=read.tokens[:0].copy())  # no longer needed, and large
    parts = run("salience", find_parts, document, read.sentences)
    attributions = run("salience", with_worth, read, parts)
    taken = run("positions", take_positions, document, attributions, cast)
    positions = run("positions", rank_positions, document, taken, parts, cast)
    scores = run("salience", score_sentences, document, parts, positions, options.quote_weight)
    return Analysis(document, cast, positions, scores)


def summarize(article: Source, options: Options | None = None, run: RunStage = run_stage) -> Brief:
    """The brief of one article: the sentences that tell it, and every position with the parties who hold it.

    Any article gives a brief; ``brief.notes`` has remarks on anything odd about it. Safe to call from several threads.

    Args:
        article: an ``Article``, a path to a file of any format, or the text itself. A string of one line that names a
            file is taken as a path; to be explicit, pass a ``pathlib.Path`` or ``parse_article(text)``.
        options: the length of the summary, a user's own names, …; ``Options()`` if None.
        run: called as ``run(name, function, *arguments)`` for each stage; for timing.

    Raises:
        TypeError: ``article`` is none of these.
        ReadingError: the file or text holds no article, or the file holds several (see ``summarize_many``).
        OSError: the file cannot be opened.

    >>> brief = summarize("Norway promised on Friday to pay for the port. Iceland warned that fares would rise.")
    >>> for position in brief.positions:
    ...     print(position.parties[0], position.stance, position.mode, position.cue[0].start)
    Norway pledge indirect 7
    Iceland warn indirect 55
    """
    return run("brief", make_brief, analyse_article(article, options, run), options)


def make_brief(found: Analysis, options: Options | None = None) -> Brief:
    """Make the brief of an article from its analysis: the last stage.

    Args:
        found: what ``analyse_article`` returned; briefs of several lengths can be made from it.
        options: only ``sentences``, ``words`` and ``with_text`` are used.

    >>> found = analyse_article("The bank will pay, Ann Lee said on Monday. It rained. Nobody was hurt.")
    >>> [len(make_brief(found, Options(sentences=count)).summary) for count in (1, 2)]
    [1, 2]
    """
    options = options or Options()
    chosen = select_sentences(found.document, found.scores, options.sentences, options.words)
    return Brief(
        article=_article_info(found.document, options.with_text),
        summary=tuple(_summary_sentence(found.document, score) for score in chosen),
        positions=found.positions,
        parties=_parties(found.cast, found.positions),
        relations=relate(found.document, found.positions, found.cast),
        notes=found.document.article.notes,
    )


def _article_info(document: Document, with_text: bool) -> ArticleInfo:
    article = document.article
    return ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        byline=article.byline,
        dateline=article.dateline,
        date=article.date,
        section=article.section,
        words=sum(map(is_word, map(attrgetter("text"), document.tokens))),
        sentences=len(document.sentences),
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=article.text if with_text else None,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        extra=article.extra,
    )


def _summary_sentence(document: Document, score: ScoredSentence) -> SummarySentence:
    sentence = document.sentences[score.sentence]
    piece = document.article.cut(sentence.start, sentence.end)
    return SummarySentence(score.sentence, piece, score.score, score.why)


def _parties(cast: Cast, positions: tuple[Position, ...]) -> tuple[Party, ...]:
    """The holders of positions, those with most positions first; of equally many, in order of their first position."""
    held: dict[str, list[Position]] = {}
    for position in positions:
        for name in position.parties:
            held.setdefault(name, []).append(position)
    entities = {entity.name: entity for entity in reversed(cast.entities)}
    counts: dict[str, int] = {}
    for mention in cast.mentions:
        name = cast.entities[mention.entity].name
        counts[name] = counts.get(name, 0) + 1
    parties = [
        Party(
            name=name,
            kind=entities[name].kind,
            aliases=entities[name].aliases,
            speakers=_speakers(own),
            mentions=counts.get(name, 0),
            positions=tuple(position.id for position in own),
        )
        for name, own in held.items()
    ]
    return tuple(sorted(parties, key=lambda party: -len(party.positions)))


def _speakers(positions: list[Position]) -> tuple[Speaker, ...]:
    """Each speaker once, with the first role that the article gives."""
    roles: dict[str, str | None] = {}
    for position in positions:
        for speaker in position.speakers:
            roles[speaker.name] = roles.get(speaker.name) or speaker.role
    return tuple(Speaker(name, role) for name, role in roles.items())
