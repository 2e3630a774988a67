"""A brief made by hand, with every stance, several holders, an unnamed one, and a repeat."""

from __future__ import annotations

import hashlib

import pytest

from briefing.model import (
    ArticleInfo,
    Brief,
    Mode,
    Party,
    Piece,
    Position,
    Relation,
    Speaker,
    Stance,
    SummarySentence,
)
from briefing.rendering import ExplainedSentence, Explanation

TEXT = """Norway and Iceland promise to keep the northern ferry running

OSLO — Norway and Iceland promised on Friday to keep the northern ferry running “for as long as one passenger needs it.”

Norwegian Transport Minister Sigrid Aune and her Icelandic counterpart Jon Arnarson voiced “deep concern” over the \
price of fuel after a meeting that lasted, by the account of people who were in the room, well into the night and \
ended without a word about the harbour fees.

“We will not let the line die,” Aune said. “Nor will we raise the fares.”

The Seafarers’ Union rejected the plan, accusing the owner, Northline, of “hiding its debts.”

Northline denied that it had hidden anything.

If the subsidy ends, the harbour board warned, the ferry would stop in spring.

The board called for a decision before June, and an analyst expects that one will come.

Aune repeated that the line would not die.
"""


def piece(words: str, occurrence: int = 1) -> Piece:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    return Piece(start, start + len(words), words)


AUNE = Speaker("Sigrid Aune", "Norwegian Transport Minister")
ARNARSON = Speaker("Jon Arnarson", None)


def position(
    id: int,
    parties: tuple[str, ...],
    stance: Stance,
    content: tuple[str, ...],
    *,
    speakers: tuple[Speaker, ...] = (),
    quotes: tuple[str, ...] = (),
    mode: Mode = "indirect",
    score: float = 0.5,
    key: bool = True,
    same_as: int | None = None,
    cue: str = "said",
    occurrence: int = 1,
) -> Position:
    return Position(
        id=id,
        parties=parties,
        speakers=speakers,
        stance=stance,
        plover=None,
        mode=mode,
        source=(),
        cue=(piece(cue),),
        content=tuple(piece(words, occurrence) for words in content),
        quotes=tuple(piece(words) for words in quotes),
        sentence=id,
        confidence=0.9,
        score=score,
        key=key,
        same_as=same_as,
    )


POSITIONS = (
    position(
        0,
        ("Norway", "Iceland"),
        "pledge",
        ("to keep the northern ferry running “for as long as one passenger needs it.",),
        quotes=("for as long as one passenger needs it.",),
        mode="mixed",
        score=0.91,
        cue="promised",
    ),
    position(
        1,
        ("Iceland", "Norway"),
        "concern",
        ("“deep concern” over the price of fuel",),
        speakers=(AUNE, ARNARSON),
        quotes=("deep concern",),
        mode="mixed",
        score=0.8,
        cue="voiced",
    ),
    position(
        2,
        ("Norway",),
        "pledge",
        ("We will not let the line die,", "Nor will we raise the fares."),
        speakers=(AUNE,),
        quotes=("We will not let the line die,", "Nor will we raise the fares."),
        mode="direct",
        score=0.85,
    ),
    position(3, ("Seafarers’ Union",), "oppose", ("the plan",), cue="rejected", score=0.7),
    position(
        4,
        ("Seafarers’ Union",),
        "accuse",
        ("hiding its debts",),
        quotes=("hiding its debts",),
        mode="mixed",
        cue="accusing",
        score=0.6,
    ),
    position(5, ("Northline",), "deny", ("it had hidden anything",), cue="denied", score=0.65),
    position(6, ("Harbour board",), "warn", ("If the subsidy ends", "the ferry would stop in spring"), cue="warned"),
    position(7, ("Harbour board",), "demand", ("a decision before June",), cue="called for", key=False, score=0.3),
    position(8, (), "predict", ("one will come",), cue="expects", key=False, score=0.2),
    position(
        9,
        ("Norway",),
        "state",
        ("the line would not die",),
        speakers=(AUNE,),
        cue="repeated",
        key=False,
        same_as=2,
        score=0.4,
    ),
)

WHY = (("lead", 0.31), ("centrality", 0.22), ("title", 0.1), ("quotation", 0.2), ("repeated", -0.04))


def brief(text: bool = False) -> Brief:
    article = ArticleInfo(
        id="ferry",
        source="articles/ferry.txt",
        title="Norway and Iceland promise to keep the northern ferry running",
        byline=None,
        dateline="OSLO",
        date="2024-03-08",
        section=None,
        words=1411,
        sentences=12,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT if text else None,
        outlet="Northern Herald",
        url="https://herald.example/ferry?page=1",
        language="en-GB",
        extra=(("desk", "Foreign"), ("tags", '["ferry", "fares"]')),
    )
    summary = (
        SummarySentence(
            1,
            piece(
                "Norway and Iceland promised on Friday to keep the northern ferry running “for as long as one "
                "passenger needs it.”"
            ),
            0.79,
            WHY,
        ),
        SummarySentence(
            6, piece("If the subsidy ends, the harbour board warned, the ferry would stop in spring."), 0.5, WHY[:2]
        ),
        SummarySentence(
            4,
            piece("The Seafarers’ Union rejected the plan, accusing the owner, Northline, of “hiding its debts.”"),
            0.4,
            WHY[:1],
        ),
    )
    parties = (
        Party("Norway", "country", ("Oslo",), (AUNE,), 4, (0, 1, 2, 9)),
        Party("Iceland", "country", (), (ARNARSON,), 3, (0, 1)),
        Party("Seafarers’ Union", "organization", ("The Union",), (), 1, (3, 4)),
        Party("Northline", "organization", (), (), 2, (5,)),
        Party("Harbour board", "organization", (), (), 2, (6, 7)),
    )
    relations = (
        Relation("together", ("Norway", "Iceland"), (0, 1)),
        Relation("against", ("Seafarers’ Union", "Northline"), (4, 5)),
        Relation("against", ("Norway", "Seafarers’ Union"), (3,)),
    )
    return Brief(article, summary, POSITIONS, parties, relations)


@pytest.fixture
def ferry() -> Brief:
    return brief()


@pytest.fixture
def ferry_explained() -> Explanation:
    sentences = (
        ExplainedSentence(
            0, "title", piece("Norway and Iceland promise to keep the northern ferry running"), 0, (), None
        ),
        *(
            ExplainedSentence(each.sentence, "paragraph", each.piece, each.score, each.why, rank)
            for rank, each in enumerate(brief().summary, start=1)
        ),
        ExplainedSentence(7, "paragraph", piece("Northline denied that it had hidden anything."), 0.07, WHY[2:], None),
    )
    ordered = tuple(sorted(sentences, key=lambda each: each.sentence))
    return Explanation(brief().article, ordered, brief().positions)
