"""The forms of many articles: a digest or a comparison (``digest/2``), lists of stories and of who is heard."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefing.digest.model import HeardKind, MatterKind
from briefing.schemas.shared import Count, Day, Extra, Mode, Offset, PartyKind, RelationKind, Share, Speaker, Stance

Schema = Literal["digest/2"]
StoryId = Annotated[int, Meta(ge=0, description="the id of a story of this digest")]
MatterId = Annotated[int, Meta(ge=0, description="the id of a matter of this digest")]
ArticleId = Annotated[str, Meta(description="the id of an article of this digest")]


class Article(Struct, frozen=True):
    """An article of the digest."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    date: Day | None
    story: StoryId
    copy_of: Annotated[ArticleId | None, Meta(description="the earlier article with which it shares text")]
    copied: Annotated[Share, Meta(description="the share of its text that is found there")]
    extra: Extra


class Passage(Struct, frozen=True):
    """Words of an article."""

    article: ArticleId
    source: str
    start: Offset
    end: Offset
    text: str


class DatedPassage(Passage, frozen=True):
    """Words of an article with their day and stance."""

    date: Day | None
    stance: Stance


class Story(Struct, frozen=True):
    """The articles that report one event."""

    id: StoryId
    headline: Annotated[str, Meta(description="a title or lead as it stands")]
    lead: Annotated[Passage | None, Meta(description="the lead that shares most with the others")]
    articles: Annotated[list[str], Meta(description="their sources")]
    outlets: list[str]
    first: Day | None
    last: Day | None
    matters: list[MatterId]
    shared: Annotated[list[MatterId], Meta(description="those that several outlets tell, the weightiest first")]
    fronts: list[Count]
    differences: list[Count]
    summary: Annotated[list[Passage], Meta(description="at most three sentences that tell it, the lead first")] = []


class Telling(Passage, frozen=True):
    """A matter as one article has it."""

    position: Annotated[int, Meta(ge=0, description="the id of the position in that article's brief")]
    quotes: list[str]
    parties: list[str]


class Matter(Struct, frozen=True):
    """One thing that somebody is reported to say, with every article that tells it."""

    id: MatterId
    story: StoryId
    kind: MatterKind
    text: Annotated[str, Meta(description="the shortest whole telling")]
    parties: list[str]
    speakers: list[Speaker]
    stance: Stance
    mode: Mode
    date: Day | None
    outlets: Annotated[int, Meta(ge=0, description="independent outlets that tell it; copies count once")]
    conflict: Annotated[list[str] | None, Meta(description="the holders, where the outlets name different ones")]
    key: bool
    score: float
    tellings: list[Telling]


class Front(Struct, frozen=True):
    """Two parties that stand together or against each other in a story."""

    id: Count
    story: StoryId
    kind: RelationKind
    parties: list[str]
    matters: list[MatterId]
    articles: Count
    shown_by: Passage


class Difference(Struct, frozen=True):
    """Figures that articles give differently in one matter."""

    id: Count
    story: StoryId
    matter: MatterId
    figures: list[str]
    tellings: list[Passage]


class Turn(Struct, frozen=True):
    """A party that takes the opposite stance on a later day."""

    party: str
    matter: MatterId
    before: DatedPassage
    after: DatedPassage


class CutSide(Struct, frozen=True):
    """A quotation as one article has it."""

    article: ArticleId
    text: str


class Cut(Struct, frozen=True):
    """A quotation that one article gives shorter than another."""

    matter: MatterId
    full: CutSide
    short: CutSide


class Party(Struct, frozen=True):
    """A party over all articles."""

    name: str
    kind: PartyKind
    aliases: list[str]
    only_in: Annotated[ArticleId | None, Meta(description="the article outside of which it is nobody")]
    matters: list[MatterId]


class Heard(Struct, frozen=True):
    """How much of what an outlet reports a party holds; the outlet is null where all are counted together."""

    outlet: str | None
    party: str
    kind: HeardKind
    role: str | None
    named: bool
    positions: Count
    words: Count
    quoted_words: Count


class Digest(Struct, frozen=True):
    """What many articles tell together."""

    schema: Schema
    articles: list[Article]
    stories: list[Story]
    matters: list[Matter]
    fronts: list[Front]
    differences: list[Difference]
    turns: list[Turn]
    cuts: list[Cut]
    parties: list[Party]
    heard: list[Heard]


class Comparison(Digest, frozen=True):
    """A digest of two reports of one event."""

    articles: Annotated[list[Article], Meta(min_length=2, max_length=2)]
    stories: Annotated[list[Story], Meta(min_length=1, max_length=1)]
