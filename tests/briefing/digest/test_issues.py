"""Issues are words that entries of several articles share."""

from __future__ import annotations

from briefing.digest.issues import find_issues
from briefing.digest.words import topics

TEXTS = [
    "the ferry timetable",
    "a ferry fare",
    "another ferry fare",
    "the crane and its wall",
    "a crane on the wall",
    "nothing else",
]


def test_each_entry_stands_under_a_word_that_it_has() -> None:
    issues = find_issues([topics(text) for text in TEXTS], [{number} for number in range(len(TEXTS))], ())

    assert [issue.entries for issue in issues] == [(0, 1, 2), (3, 4)]
    assert [issue.label[0] for issue in issues] == ["ferry", "crane"]
    assert "wall" in issues[1].label


def test_a_word_of_one_article_makes_no_issue() -> None:
    assert find_issues([topics(text) for text in TEXTS], [{0}] * len(TEXTS), ()) == []


def test_names_and_general_words_make_no_issue() -> None:
    about = [topics("the ferry people"), topics("people of the ferry")]
    assert find_issues(about, [{0}, {1}], {"ferry"}) == []
