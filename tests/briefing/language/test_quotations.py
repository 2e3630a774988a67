"""Quotations: every style of mark, apostrophes set aside, strays survived, utterances over paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Document

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," he said.', ['"Go,"']),
        ("“Go,” he said.", ["“Go,”"]),
        ("'Go,' he said.", ["'Go,'"]),
        ("‘Go,’ he said.", ["‘Go,’"]),
        ("„Geh“, sagte er", ["„Geh“"]),
        ("« Va\u00a0», dit-il", ["« Va\u00a0»"]),
        ("»Geh«, sagte er", ["»Geh«"]),
        ("‹Va› dit-il", ["‹Va›"]),
        ("``Go,'' he said. ``Now.''", ["``Go,''", "``Now.''"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ('“Go," he said. "Now,” he said.', ['“Go,"', '"Now,”']),
        ("”Go,” he said.", ["”Go,”"]),
        ("“Go,“ he said.", ["“Go,“"]),
        ('("Yes")—"no"—"maybe"', ['"Yes"', '"no"', '"maybe"']),
        ('"We"—he paused—"go."', ['"We"', '"go."']),
        ('"Hamlet"\'s end', ['"Hamlet"']),
        ("‘ far apart ’ he said", ["‘ far apart ’"]),
        ('said:"Go" and left', ['"Go"']),
        ('"Go, "he said. "Stay," she said.', ['"Go, "', '"Stay,"']),
        ('He said" we go" and left', ['" we go"']),
        ("He said:' We go.' Then", ["' We go.'"]),
        ('"" and " " hold nothing', []),
    ],
)
def test_styles(read: Read, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quotations] == expected


@pytest.mark.parametrize(
    "text",
    [
        "the ministers' plan and the bosses' view",
        "in the '80s rock 'n' roll hit 'em",
        "‘80s and ’90s",
        "'Tis the season, 'cause it's o'clock",
        "don't, they'd, we’ve",
        "nothin' doin' since '94",
        'He is 6\'2" tall, his disc 12" wide',
        "'A lone mark at the start of a line",
        'The 12" and the 7" single',
    ],
)
def test_apostrophes_and_inches_are_no_marks(read: Read, text: str) -> None:
    assert [q for q in read(text).quotations if q.closed] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The ministers' plan is bad,' he said.", ["'The ministers' plan is bad,'"]),
        ("'Bright Lights' won over the Holm brothers' song", ["'Bright Lights'"]),
        ("James' 'big' plan", ["'big'"]),
        ('"It is 12" long," he said. "Yes."', ['"It is 12" long,"', '"Yes."']),
        ('born in "1990" or "1991"', ['"1990"', '"1991"']),
        ("'I can't, won't and don't,' he said", ["'I can't, won't and don't,'"]),
    ],
)
def test_apostrophes_within_quotations(read: Read, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in read(text).quotations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"He said 'no' to me,\" she said.", [("\"He said 'no' to me,\"", 0), ("'no'", 1)]),
        ("'He said \"no\" to me,' she said.", [("'He said \"no\" to me,'", 0), ('"no"', 1)]),
        ("“a ‘Safe and Open Sea,'” it says", [("“a ‘Safe and Open Sea,'”", 0), ("‘Safe and Open Sea,'", 1)]),
        ("\"'Yes' is no answer,\" she said.", [("\"'Yes' is no answer,\"", 0), ("'Yes'", 1)]),
        ("“A “B” C”", [("“A “B” C”", 0), ("“B”", 1)]),
        ("“a ‘b “c” d’ e”", [("“a ‘b “c” d’ e”", 0), ("‘b “c” d’", 1), ("“c”", 2)]),
    ],
)
def test_nesting(read: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[q.start : q.end], q.level) for q in read(text).quotations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"One.\n\n"Two.\n\n"Three," he said.', [('"One.', False, 0), ('"Two.', False, 0), ('"Three,"', True, 0)]),
        ("“One.\n\n“Two,” he said.", [("“One.", False, 0), ("“Two,”", True, 0)]),
        ("'One.\n\n'Two,' he said.", [("'One.", False, 0), ("'Two,'", True, 0)]),
        (
            '"One is. "Two is. "Three," he said.',
            [('"One is.', False, 0), ('"Two is.', False, 0), ('"Three,"', True, 0)],
        ),
        ('"One.\n\nTwo," he said.', [('"One.', False, 0), ('Two,"', True, 0)]),
        ('"One."\n\n"Two," he said.', [('"One."', True, 0), ('"Two,"', True, 1)]),
        (
            '"We wait, said Dana Orr on Monday. Rain fell.\n\n"Go," he said.',
            [('"We wait,', False, 0), ('"Go,"', True, 1)],
        ),
        ("“We wait, Dana Orr said. Rain fell.", [("“We wait,", False, 0)]),
        ("“We wait, said the mayor. Rain fell.", [("“We wait,", False, 0)]),
        (
            "“He came, he said, and left.\n\n“I saw.”",
            [("“He came, he said, and left.", False, 0), ("“I saw.”", True, 0)],
        ),
        (
            '"One is," he said. " Two is.\n\n"Three is."',
            [('"One is,"', True, 0), ('" Two is.', False, 1), ('"Three is."', True, 1)],
        ),
        ('"One is," he said. " two is.', [('"One is,"', True, 0)]),
        ('He said it. " Two is.', []),
        ('He said "stop and left.\n\nThe "end" came.', [('"stop and left.', False, 0), ('"end"', True, 1)]),
    ],
)
def test_utterances_over_paragraphs(read: Read, text: str, expected: list[tuple[str, bool, int]]) -> None:
    assert [(text[q.start : q.end], q.closed, q.run) for q in read(text).quotations] == expected


@pytest.mark.parametrize(
    "text",
    [
        'One " stray mark. Then "a quotation" follows.',
        'A stray mark" here. Then "a quotation" follows.',
        'A stray mark.\n\nHere" it is.\n\nThen "a quotation" follows.',
        '"A lost mark, he said.\n\nThen "a quotation" follows.',
        'A 12" stray mark. Then "a quotation" follows.',
        '"Something. Then "a quotation" follows.',
    ],
)
def test_one_stray_mark_loses_no_later_quotation(read: Read, text: str) -> None:
    assert '"a quotation"' in [text[q.start : q.end] for q in read(text).quotations if q.closed]


def test_inner_span_is_without_marks_and_spaces(read: Read) -> None:
    text = "« Oui\u00a0», dit-il"
    quotation = read(text).quotations[0]

    assert text[quotation.inner.start : quotation.inner.end] == "Oui"
