"""The chain from an article to its brief: each stage a plain function, in one order, each usable alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from briefing.attribution import attribute
from briefing.language import analyse, is_english, is_word
from briefing.model import (
    Article,
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
from briefing.parties import Gazetteer, resolve_parties
from briefing.positions import rank_positions, relate, take_positions
from briefing.salience import DEFAULT_QUOTE_WEIGHT, find_parts, score_sentences, select_sentences

P = ParamSpec("P")
T = TypeVar("T")


class RunStage(Protocol):
    """Calls a stage, so that a caller can look at the clock around it."""

    def __call__(self, stage: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


def run_stage(stage: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Calls a stage and does nothing else."""
    return function(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Options:
    """What a user can choose about a brief.

    ``sentences`` is the length of the summary, unless ``words`` gives a budget instead; ``quote_weight`` (0 to 1) is
    how far quotation counts against salience; attributions below ``min_confidence`` (0 to 1) are left out;
    ``gazetteer`` adds the user's own names.
    """

    sentences: int = 3
    words: int | None = None
    quote_weight: float = DEFAULT_QUOTE_WEIGHT
    min_confidence: float = 0.0
    with_text: bool = False
    gazetteer: Gazetteer | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the stages found in one article, before it is cut down to a brief."""

    document: Document
    cast: Cast
    positions: tuple[Position, ...]
    scores: tuple[ScoredSentence, ...]


def analyse_article(article: Article, options: Options | None = None, run: RunStage = run_stage) -> Analysis:
    """Run every stage that finds something: words, attributions, parties, positions, salience."""
    options = options or Options()
    document = run("language", analyse, article)
    if not is_english(article.language):  # what a position is, is told in English only
        parts = run("salience", find_parts, document)
        scores = run("salience", score_sentences, document, parts, (), options.quote_weight)
        return Analysis(document, Cast((), (), ()), (), scores)
    attributions = run("attribution", attribute, document, options.min_confidence)
    cast = run("parties", resolve_parties, document, attributions, options.gazetteer)
    taken = run("positions", take_positions, document, attributions, cast)
    parts = run("salience", find_parts, document)
    positions = run("positions", rank_positions, document, taken, parts, cast)
    scores = run("salience", score_sentences, document, parts, positions, options.quote_weight)
    return Analysis(document, cast, positions, scores)


def summarize(article: Article, options: Options | None = None, run: RunStage = run_stage) -> Brief:
    """The brief of one article. Any article gives one; what was odd about it stands in ``notes``."""
    return run("brief", make_brief, analyse_article(article, options, run), options)


def make_brief(found: Analysis, options: Options | None = None) -> Brief:
    """Cut what was found in an article down to its brief."""
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
        words=sum(is_word(token.text) for token in document.tokens),
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
    """The holders of positions, those with most positions first, then in order of their first."""
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
