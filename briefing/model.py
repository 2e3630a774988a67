"""The data that the stages pass to one another: plain and immutable. All offsets count characters of ``Article.text``,
and an end is exclusive.

``Article`` comes from reading, ``Document`` from language, ``Attribution`` from attribution, ``Cast`` from parties,
``Position`` and ``Relation`` from positions, ``ScoredSentence`` from salience, and ``Brief`` is the whole result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BlockKind = Literal[
    "title", "subtitle", "byline", "dateline", "date", "section", "heading", "paragraph", "list", "caption", "furniture"
]
QuotationKind = Literal["speech", "scare", "title", "name"]
Mode = Literal["direct", "mixed", "indirect"]
PartyKind = Literal["country", "organization", "person", "group"]
Stance = Literal["support", "oppose", "pledge", "demand", "accuse", "deny", "warn", "concern", "predict", "state"]
STANCES: tuple[Stance, ...] = get_args(Stance)
Resolved = Literal["name", "pronoun", "description", "carried", "joint", "unnamed", "unknown"]
RelationKind = Literal["together", "against"]
Extra = tuple[tuple[str, str], ...]
_REPR = 60  # characters of a text that a repr shows
_GAP_BEFORE_MARK = re.compile(r" (?=[.,;:!?)])")


def _short(words: str | None) -> str:
    """The quoted beginning of a text, as long as a ``repr`` shows it."""
    if words is None:
        return "no title"
    plain = " ".join(words.split())
    return repr(plain if len(plain) <= _REPR else plain[: _REPR - 1] + "…")


class Span(NamedTuple):
    """Characters ``start`` up to but not including ``end`` of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind, such as a paragraph or the byline; blocks are in text order and never overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """One news text with the fields of its header.

    ``masked`` is ``text`` with each character of markup (Markdown marks, link targets) replaced by a space, or by a
    zero-width space between characters that belong together, so that offsets are the same in both: later stages
    analyse ``masked`` and quote ``text``. ``notes`` are one-line remarks on how it was read; ``language`` is a BCP 47
    tag; ``extra`` holds the fields of its record that have no attribute here, as pairs of name and value.
    """

    id: str
    source: str
    text: str
    masked: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    section: str | None = None
    notes: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    extra: Extra = ()

    def cut(self, start: int, end: int) -> Piece:
        """The text between two offsets, with a ``plain`` form without markup where that differs."""
        text, masked = self.text[start:end], self.masked[start:end]
        return Piece(start, end, text, None if masked == text else _without_gaps(masked))

    def __repr__(self) -> str:
        return f"<Article {self.id!r}: {_short(self.title)}, {len(self.text)} characters>"


def _without_gaps(masked: str) -> str:
    """Masked text with each gap that markup left closed to one space, or to none before closing punctuation."""
    return _GAP_BEFORE_MARK.sub("", " ".join(masked.replace("\u200b", "").split()))


class Token(NamedTuple):
    """A word, number or mark; ``text`` is the masked text between the offsets without zero-width characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a title, subtitle, heading, caption, list item or paragraph.

    ``block`` indexes ``Article.blocks``; its words are ``Document.tokens[first_token:end_token]``.
    """

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind
    first_token: int
    end_token: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch within one block: ``start``/``end`` with the marks, ``inner`` without them.

    ``level`` is 0 for the outermost marks; ``closed`` is false where the mark was left open; quotations of one
    utterance that runs over several paragraphs share ``run``, which is otherwise the quotation's own index.
    """

    start: int
    end: int
    inner: Span
    kind: QuotationKind
    level: int
    closed: bool
    run: int


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """An article with its words, sentences and quotations, each in text order.

    Blocks that hold no prose (byline, dateline, date, section, furniture) have no tokens and no sentences.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def __repr__(self) -> str:
        size = f"{len(self.tokens)} tokens, {len(self.sentences)} sentences, {len(self.quotations)} quotations"
        return f"<Document {self.article.id!r}: {size}>"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reported statement, belief, wish or judgement: who (source), by which words (cue), what (content).

    The spans of each role are in text order; those of a content leave out quotation marks at its ends. ``quotes`` are
    the verbatim quoted parts of the content, without marks. ``sentence`` is the index of the sentence where the content
    begins. ``confidence`` is 0 to 1. ``stances`` has a score for each of STANCES, in that order and with sum 1, or is
    empty if they were not read. ``worth`` is its estimated value to an editor, 0 to 1, and 0 if it was not judged.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    mode: Mode
    sentence: int
    confidence: float
    stances: tuple[float, ...] = ()
    worth: float = 0.0


class Reading(NamedTuple):
    """What the network reads in an article: the attributions, and its features (a row of small integers) of each
    attribution (``seen``), of each sentence (``sentences``) and of each token (``tokens``)."""

    attributions: tuple[Attribution, ...]
    seen: NDArray[np.int8]
    sentences: NDArray[np.int8]
    tokens: NDArray[np.int8]


class Mention(NamedTuple):
    """A name, description or pronoun that refers to an entity; ``entity`` is its index in ``Cast.entities``."""

    start: int
    end: int
    entity: int
    form: Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that can hold or voice a position.

    ``aliases`` are the other forms met in the article, in order of first mention; ``speaks_for`` is the index of the
    entity for which a person or document speaks, None when it speaks for itself; ``affiliation`` is the index of the
    body that a person belongs to.
    """

    index: int
    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    role: str | None
    speaks_for: int | None
    affiliation: int | None


class Speaker(NamedTuple):
    """The person or document that voiced a position, with the role as the article gives it."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds an attribution: ``parties`` are indices of entities, ``speakers`` are those who voiced it, ``resolved``
    tells how they were found.

    ``parties`` is empty when no holder could be found. An attribution is ``hidden`` when the article itself leaves open
    who holds it ("is expected to").
    """

    parties: tuple[int, ...]
    speakers: tuple[Speaker, ...]
    resolved: Resolved
    hidden: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Cast:
    """Everybody in an article: the entities, their mentions, and one holding per attribution, in the same order."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    holdings: tuple[Holding, ...]

    def __repr__(self) -> str:
        names = ", ".join(entity.name for entity in self.entities[:3])
        return f"<Cast of {len(self.entities)}: {names}{', …' if len(self.entities) > 3 else ''}>"


@dataclass(frozen=True, slots=True)
class Piece:
    """A verbatim stretch of the article.

    ``plain`` is the same text without markup, None where there is no markup in it.
    """

    start: int
    end: int
    text: str
    plain: str | None = None

    @property
    def shown(self) -> str:
        """The words for a human reader."""
        return self.text if self.plain is None else self.plain


@dataclass(frozen=True, slots=True, repr=False)
class Position:
    """An attribution filed under the parties that hold it.

    ``plover`` is the PLOVER event class of the stance, if there is one. ``resolved`` tells how its holder was found.
    Ranking sets ``score`` (0 to 1), ``key`` (whether it is a key position) and ``same_as`` (the id of the earlier
    position that this one repeats).
    """

    id: int
    parties: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    stance: Stance
    plover: str | None
    mode: Mode
    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    quotes: tuple[Piece, ...]
    sentence: int
    confidence: float
    score: float = 0.0
    key: bool = False
    same_as: int | None = None
    resolved: Resolved = "unknown"

    def __repr__(self) -> str:
        words = self.content[0].shown if self.content else ""
        return f"<Position {self.id}: {', '.join(self.parties) or 'nobody named'} · {self.stance} · {_short(words)}>"


@dataclass(frozen=True, slots=True)
class Relation:
    """Two parties that stand together or against each other, with the ids of the positions that show it.

    ``shown_by`` is the stretch of the article that expresses the first of them: source, cue and content.
    """

    kind: RelationKind
    parties: tuple[str, str]
    positions: tuple[int, ...]
    shown_by: Piece | None = None


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """The salience of a sentence (by index): ``score`` is the sum of the weighted, named parts in ``why``."""

    sentence: int
    score: float
    why: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence chosen for the summary."""

    sentence: int
    piece: Piece
    score: float
    why: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A holder of positions, as the brief lists it: ``positions`` are ids, ``mentions`` a count over the article."""

    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    mentions: int
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What a brief keeps of its article; ``text`` only where it was asked for."""

    id: str
    source: str
    title: str | None
    byline: str | None
    dateline: str | None
    date: str | None
    section: str | None
    words: int
    sentences: int
    sha256: str
    text: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True, repr=False)
class Brief:
    """The result for one article: ``summary`` best first, ``positions`` complete and in reading order."""

    article: ArticleInfo
    summary: tuple[SummarySentence, ...]
    positions: tuple[Position, ...]
    parties: tuple[Party, ...]
    relations: tuple[Relation, ...]
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        size = f"{len(self.summary)} sentences, {len(self.positions)} positions, {len(self.parties)} parties"
        return f"<Brief {self.article.id!r}: {_short(self.article.title)}, {size}>"
