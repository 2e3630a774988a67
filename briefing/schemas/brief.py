"""The forms of one article: a brief (``brief/1``), its positions or quotations alone, an explanation, an error."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from briefing.schemas.shared import (
    Count,
    Day,
    Extra,
    Mode,
    Offset,
    PartyKind,
    RelationKind,
    Resolved,
    Share,
    Speaker,
    Stance,
    Why,
)

Schema = Literal["brief/1"]
Position_ = Annotated[int, Meta(ge=0, description="the id of a position of this brief")]
Number = Annotated[int, Meta(ge=0, description="the number of a sentence, from 0 in reading order")]


class Article(Struct, frozen=True):
    """The article of a brief; what is not known of it is null."""

    id: str
    source: Annotated[str, Meta(description="the input as it was named")]
    title: str | None
    byline: str | None
    dateline: Annotated[str | None, Meta(description="the place from which it is reported")]
    date: Day | None
    words: Count
    sentences: Count
    sha256: Annotated[str, Meta(description="of the text in UTF-8")]
    section: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: Annotated[str | None, Meta(description="a tag of BCP 47, told by the text")] = None
    extra: Extra = {}
    text: Annotated[str | UnsetType, Meta(description="what the offsets count in; where it was asked for")] = UNSET


class Piece(Struct, frozen=True):
    """A verbatim stretch of the article: ``text[start:end]``."""

    start: Offset
    end: Offset
    text: str
    plain: Annotated[str | UnsetType, Meta(description="the same without markup, where there is markup in it")] = UNSET


class SummarySentence(Piece, frozen=True, kw_only=True):
    """A sentence of the summary."""

    sentence: Number
    score: float
    why: Why


class Position(Struct, frozen=True):
    """An attribution filed under the parties that hold it."""

    id: Position_
    parties: Annotated[list[str], Meta(description="who holds it; empty where no holder can be found")]
    speakers: Annotated[list[Speaker], Meta(description="who voiced it for them")]
    stance: Stance
    mode: Annotated[Mode, Meta(description="whether the content is quoted: whole, in part, or not")]
    source: Annotated[list[Piece], Meta(description="the words that name who holds it")]
    cue: Annotated[list[Piece], Meta(description="the words that report it: said, pledged, according to")]
    content: Annotated[list[Piece], Meta(description="what is reported")]
    quotes: Annotated[list[Piece], Meta(description="the parts of the content between quotation marks")]
    sentence: Annotated[Number, Meta(description="where the content begins")]
    score: Annotated[float, Meta(description="how much it matters, 0 to 1")]
    key: Annotated[bool, Meta(description="whether it is one of the at most seven key positions")]
    same_as: Annotated[Position_ | None, Meta(description="the earlier position that this one repeats")]
    plover: Annotated[str | None, Meta(description="the event class of the PLOVER ontology")] = None
    confidence: Annotated[Share, Meta(description="how sure the model is that this is an attribution")] = 1.0
    resolved: Annotated[Resolved, Meta(description="how its holder was found")] = "unknown"


class Party(Struct, frozen=True):
    """A holder of positions."""

    name: str
    kind: PartyKind
    aliases: Annotated[list[str], Meta(description="its other names in the article")]
    speakers: list[str]
    mentions: Count
    positions: list[Position_]
    roles: Annotated[dict[str, str], Meta(description="the role of each speaker that has one")] = {}


class Relation(Struct, frozen=True):
    """Two parties that stand together or against each other."""

    kind: RelationKind
    parties: Annotated[list[str], Meta(min_length=2, max_length=2)]
    positions: Annotated[list[Position_], Meta(description="those that show it")]
    shown_by: Annotated[Piece | None, Meta(description="the words that show it")] = None


class Brief(Struct, frozen=True):
    """A brief: the sentences that tell the story, and the positions with the parties who hold them."""

    schema: Schema
    article: Article
    summary: Annotated[list[SummarySentence], Meta(description="best first")]
    positions: Annotated[list[Position], Meta(description="all of them, in reading order")]
    parties: list[Party]
    relations: list[Relation] = []
    notes: Annotated[list[str], Meta(description="remarks on how the article was read")] = []


class Positions(Struct, frozen=True):
    """What ``brief positions`` prints: the article and its positions, those wanted of them."""

    schema: Schema
    article: Article
    positions: list[Position]


class Quotation(Struct, frozen=True):
    """A quotation without its marks."""

    position: Position_
    parties: list[str]
    speakers: list[Speaker]
    start: Offset
    end: Offset
    text: str


class Quotes(Struct, frozen=True):
    """What ``brief quotes`` prints: the article and its quotations in reading order."""

    schema: Schema
    article: Article
    quotes: list[Quotation]


class ExplainedSentence(SummarySentence, frozen=True, kw_only=True):
    """A sentence with the parts of its score."""

    kind: Annotated[str, Meta(description="title, heading, paragraph, …")]
    rank: Annotated[int | None, Meta(description="its place in the summary, 1 the best; null outside it")]


class ExplainedPosition(Struct, frozen=True):
    """Who holds a position, and how that was found."""

    id: Position_
    parties: list[str]
    stance: Stance
    resolved: Annotated[Resolved, Meta(description="how its holder was found")]
    source: Annotated[list[Piece], Meta(description="the words that name who holds it")]
    sentence: Number
    confidence: Share


class Explanation(Struct, frozen=True):
    """What ``brief explain`` prints: every sentence with its score, every position with how its holder was found."""

    schema: Schema
    article: Article
    sentences: list[ExplainedSentence]
    positions: list[ExplainedPosition] = []


class FailedArticle(Struct, frozen=True):
    """The name of an input that failed."""

    source: str


class Fault(Struct, frozen=True):
    """What went wrong, and what to do."""

    kind: str
    message: str


class Error(Struct, frozen=True):
    """What stands for an input that failed among several."""

    schema: Schema
    article: FailedArticle
    error: Fault
