"""How a brief for people tells its positions: with their quotation marks, over a second cue, behind the cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Brief, Piece, Position, Stance
from briefing.rendering.quotation_marks import Marks, closed, marks_of, sentence_with_marks
from briefing.rendering.telling import Teller, quoted

CURLY = Marks("“", "”")
TWICE = Position(
    *(0, ("China",), (), "oppose", None, "mixed", ()),
    cue=(Piece(0, 7, "slammed"), Piece(23, 30, "calling")),
    content=(Piece(8, 21, "such measures"), Piece(31, 53, "them a “mistake” of law")),
    quotes=(Piece(39, 46, "mistake"),),
    sentence=0,
    confidence=1.0,
)


def position(content: list[tuple[int, str]], quotes: list[tuple[int, str]]) -> Position:
    def pieces(parts: list[tuple[int, str]]) -> tuple[Piece, ...]:
        return tuple(Piece(start, start + len(text), text) for start, text in parts)

    return Position(0, (), (), "state", None, "mixed", (), (), pieces(content), pieces(quotes), 0, 1.0)


def told(ferry: Brief, position: Position, *others: Position) -> str:
    """A position as a brief shows it that has ``others`` too and does not show them."""
    return Teller(replace(ferry, summary=(), positions=(position, *others)), (position,)).tell(position)


def cut(text: str, stance: Stance, *content: str, cue: str = "", quote: str = "", number: int = 0) -> Position:
    """A position of some words of a text, each where it stands first; words of a cue are parted by a slash."""

    def pieces(*words: str) -> tuple[Piece, ...]:
        return tuple(Piece(text.index(each), text.index(each) + len(each), each) for each in words if each)

    return Position(
        *(number, ("Norway",), (), stance, None, "mixed" if quote else "indirect", ()),
        cue=pieces(*cue.split("/")),
        content=pieces(*content),
        quotes=pieces(quote),
        sentence=0,
        confidence=1.0,
    )


def test_a_brief_tells_a_content_whole_over_a_second_cue(ferry: Brief) -> None:
    assert quoted(TWICE, CURLY) == "such measures … them a “mistake” of law"
    assert told(ferry, TWICE) == "slammed such measures, calling them a “mistake” of law"


def test_a_brief_tells_a_content_without_what_only_joins_it(ferry: Brief) -> None:
    assert told(ferry, position([(0, "that it will rain")], [])) == "it will rain"


@pytest.mark.parametrize(
    ("text", "stance", "content", "cue", "expected"),
    [
        ("Oslo called the plan a farce", "oppose", "the plan a farce", "called", "called the plan a farce"),
        ("Oslo has slammed the plan", "oppose", "the plan", "has slammed", "slammed the plan"),
        ("Oslo has been hostile to it", "oppose", "it", "has been hostile to", "has been hostile to it"),
        ("Oslo has no plan to pay", "oppose", "to pay", "has no plan", "has no plan to pay"),
        ("Oslo says it will pay", "pledge", "it will pay", "says", "it will pay"),
        ("Oslo was quoted as saying it rained", "state", "it rained", "was quoted as saying", "it rained"),
        ("Oslo pledged to pay", "pledge", "to pay", "pledged", "to pay"),
        ("Oslo accused Bonn of theft", "accuse", "Bonn of theft", "accused", "Bonn of theft"),
        ("Oslo accused them of theft", "accuse", "them of theft", "accused", "accused them of theft"),
        ("Oslo warned of war", "warn", "of war", "warned", "warned of war"),
        ("Oslo, to Bonn’s delight, paid", "support", "paid", "to", "paid"),
        ("Oslo fears that it rains", "concern", "it rains", "fears", "it rains"),
        ("It rains, Oslo fears", "concern", "It rains", "fears", "It rains"),
        ("Oslo did not, it says, back it", "oppose", "it", "did not/back", "it"),
    ],
)
def test_a_content_stands_behind_a_cue_that_it_needs(
    ferry: Brief, text: str, stance: Stance, content: str, cue: str, expected: str
) -> None:
    found = cut(text, stance, content, cue=cue)
    last = Piece(text.rindex(content), text.rindex(content) + len(content), content)
    assert told(ferry, replace(found, content=(last,))) == expected


def test_a_quotation_mark_may_part_cue_and_content(ferry: Brief) -> None:
    found = cut("Oslo called it, or rather branded “a farce” it", "oppose", "a farce", cue="branded", quote="a farce")
    assert told(ferry, found) == "branded “a farce”"
    found = cut("Oslo voiced “concern” over fares", "concern", "over fares", cue="voiced “concern")
    assert told(ferry, found) == "voiced “concern” over fares"


def test_a_quotation_from_the_cue_to_the_content_is_shown_as_one(ferry: Brief) -> None:
    text = "They voiced “grave fear” of rain."
    torn = cut(text, "oppose", "fear” of rain", cue="voiced “grave", quote="fear")
    assert told(ferry, torn) == "voiced “grave fear” of rain"


def test_what_is_judged_stands_before_the_name_that_it_is_given(ferry: Brief) -> None:
    text = "Oslo has slammed the plans, calling them a farce"
    named = cut(text, "oppose", "them a farce", cue="calling", number=1)
    judged = cut(text, "oppose", "the plans", cue="has slammed")
    assert told(ferry, named, judged) == "slammed the plans, calling them a farce"
    assert told(ferry, named) == "calling them a farce"
    assert told(ferry, named, replace(judged, parties=("Bonn",))) == "calling them a farce"
    assert Teller(replace(ferry, positions=(judged, named)), (judged, named)).tell(named) == "calling them a farce"


def test_a_piece_behind_its_cue_keeps_it_unless_that_says_nothing(ferry: Brief) -> None:
    text = "If it rains, Oslo and Bonn warned of floods"
    assert told(ferry, cut(text, "warn", "If it rains", "of floods", cue="warned")) == "If it rains … warned of floods"
    text = "If it rains, Oslo and Bonn said it floods"
    assert told(ferry, cut(text, "warn", "If it rains", "it floods", cue="said")) == "If it rains … it floods"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“one", "“one”"),
        ("“one ‘two", "“one ‘two’”"),
        ("one ‘two’s", "one ‘two’s’"),
        ("one (two", "one (two)"),
        ("'one", "'one'"),
        ("the boys' dogs' 'one", "the boys' dogs' 'one"),
        ("don't 'one' it's", "don't 'one' it's"),
        ("\"'One' was", "\"'One' was\""),
        ('a 5" crack', 'a 5" crack'),
    ],
)
def test_marks_that_are_left_open_are_closed(words: str, expected: str) -> None:
    assert closed(words) == expected


@pytest.mark.parametrize(
    ("content", "quotes", "expected"),
    [
        pytest.param([(0, "it will rain")], [], "it will rain", id="indirect"),
        pytest.param([(5, "It will rain")], [(5, "It will rain")], "“It will rain”", id="direct"),
        pytest.param([(0, "a “mistake” of theirs")], [(3, "mistake")], "a “mistake” of theirs", id="marks inside"),
        pytest.param([(0, "a “mistake")], [(3, "mistake")], "a “mistake”", id="mark at the end is given back"),
        pytest.param([(0, "a 'mistake")], [(3, "mistake")], "a 'mistake'", id="of the kind that opens"),
        pytest.param([(1, "grave” doubts")], [(1, "grave")], "“grave” doubts", id="mark at the start is given back"),
        pytest.param([(1, "free,’ and open")], [(1, "free,’ and open")], "“free,’ and open”", id="inner mark"),
        pytest.param(
            [(1, "We act,"), (20, "Soon.")], [(1, "We act,"), (20, "Soon.")], "“We act,” … “Soon.”", id="interrupted"
        ),
        pytest.param([(1, "One."), (8, "Two.")], [(1, "One."), (8, "Two.")], "“One.” “Two.”", id="over two paragraphs"),
        pytest.param([(0, "was “told to run")], [], "was “told to run”", id="scare quotes, closing mark lost"),
        pytest.param([(0, 'was "told to run')], [], 'was "told to run"', id="straight marks, closing mark lost"),
        pytest.param([(0, "grave” doubts")], [], "“grave” doubts", id="opening mark lost"),
        pytest.param([(0, 'grave" doubts')], [], '"grave" doubts', id="straight marks, opening mark lost"),
        pytest.param([(0, 'a 12" disc, "so"')], [], 'a 12" disc, "so"', id="inches are no mark"),
        pytest.param([(0, "“one” and “two”")], [], "“one” and “two”", id="marks in pairs"),
        pytest.param([(1, "We act")], [(1, "We act,")], "“We act”", id="comma outside the content"),
    ],
)
def test_contents_keep_their_quotation_marks(
    content: list[tuple[int, str]], quotes: list[tuple[int, str]], expected: str
) -> None:
    assert quoted(position(content, quotes), CURLY) == expected


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        ("they “will” go", Marks("“", "”")),
        ('they "will" go', Marks('"', '"')),
        ("they ‘will’ go", Marks("‘", "’")),
        ('they ‘will’ “go” "now"', Marks("“", "”")),
        ("they’ll go", Marks("“", "”")),
    ],
)
def test_given_back_marks_are_those_of_the_article(ferry: Brief, content: str, marks: Marks) -> None:
    brief = replace(ferry, summary=(), positions=(position([(0, content)], []),))

    assert marks_of(brief) == marks


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Quill said: “We will pay.", "Quill said: “We will pay.”"),
        ('Quill said: "We will pay.', 'Quill said: "We will pay."'),
        ("We will pay,” Quill said.", "“We will pay,” Quill said."),
        ('We will pay," Quill said.', '"We will pay," Quill said.'),
        ("“We will,” Quill said, “pay.", "“We will,” Quill said, “pay."),
        ('a 12" disc', 'a 12" disc'),
        ("We won’t pay", "We won’t pay"),
    ],
)
def test_a_sentence_of_a_longer_quotation_has_both_marks(sentence: str, expected: str) -> None:
    assert sentence_with_marks(Piece(0, len(sentence), sentence)) == expected


def test_a_cue_between_two_pieces_has_its_subject_if_that_stands_there_too(ferry: Brief) -> None:
    text = "The build-up, which Oslo accuses of being a prelude to war, goes on."
    one = cut(text, "accuse", "The build-up", "of being a prelude to war", cue="accuses")
    assert told(ferry, one) == "The build-up … accuses of being a prelude to war"
    start = text.index("Oslo")
    assert told(ferry, replace(one, source=(Piece(start, start + 4, "Oslo"),))) == (
        "The build-up … Oslo accuses of being a prelude to war"
    )
    assert told(ferry, replace(one, source=(Piece(0, 3, "The"),))) == told(ferry, one)
