"""Conditions, antecedents and whose view it is: what a reader adds to the words between cue and full stop."""

from __future__ import annotations

import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.clauses import with_antecedents, with_conditions, with_judgements, with_quoted_verbs
from briefing.attribution.lexicon import shipped
from briefing.attribution.view import View
from briefing.language import analyse
from briefing.model import Document
from briefing.reading import parse_article


def tokens(document: Document, words: str) -> tuple[int, ...]:
    """The numbers of the tokens of some words that stand together once in the text."""
    start = document.article.text.index(words)
    end = start + len(words)
    return tuple(at for at, token in enumerate(document.tokens) if start <= token.start and token.end <= end)


def found(document: Document, source: str, cues: list[str], contents: list[str]) -> Found:
    cue = tuple(at for words in cues for at in tokens(document, words))
    content = tuple(at for words in contents for at in tokens(document, words))
    return Found(tokens(document, source), cue, content, 0.9)


def shown(document: Document, each: Found) -> str:
    return " ".join(document.tokens[at].text for at in each.content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("If the wall goes, engineers warn of floods.", "If the wall goes of floods"),
        ("Unless it rains, engineers warn of floods.", "Unless it rains of floods"),
        ("After the wall went, engineers warn of floods.", "of floods"),
        ("The wall may go; if so, engineers warn of floods.", "of floods"),
    ],
)
def test_a_condition_at_the_head_is_part_of_what_is_said(text: str, content: str) -> None:
    document = analyse(parse_article(text))
    (made,) = with_conditions(document, [found(document, "engineers", ["warn"], ["of floods"])])
    assert shown(document, made) == content


def test_a_condition_that_somebody_else_states_is_left_to_them() -> None:
    document = analyse(parse_article("If the wall goes, engineers warn of floods."))
    other = found(document, "wall", [], ["If the"])
    engineers = found(document, "engineers", ["warn"], ["of floods"])
    assert with_conditions(document, [other, engineers]) == [other, engineers]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Tension rose after the massing of troops, which the West accuses of being a threat.",
            "which the West",
            "accuses of",
            "the massing of troops being a threat",
        ),
        ("The long strike, which Ann Lee called a threat, ended.", "Ann Lee", "called", "The long strike a threat"),
        ("The men built the long wall, which Ann Lee called a threat.", "Ann Lee", "called", "the long wall a threat"),
        ("The long strike, which Ann Lee said was a threat, ended.", "Ann Lee", "said", "a threat"),
        ("The long strike, which caused alarm, was called a threat.", "which", "was called", "a threat"),
        ("The long strike that Ann Lee called a threat ended.", "Ann Lee", "called", "a threat"),
    ],
)
def test_what_a_relative_clause_judges_is_part_of_it(text: str, source: str, cue: str, content: str) -> None:
    document = analyse(parse_article(text))
    told = "being a threat" if "being" in text else "a threat"
    (made,) = with_antecedents(document, [found(document, source, [cue], [told])])
    assert shown(document, made) == content


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "Ada Quill and Bo Lind “strongly opposed it”, the letter said.",
            "the letter",
            "Ada Quill and Bo Lind the letter",
        ),
        ("In May, the two “opposed it”, a joint statement said.", "a joint statement", "the two a joint statement"),
        ("Ada Quill “opposed it”, the mayor said.", "the mayor", "the mayor"),
        ("Ada Quill “mended it”, the statement said.", "the statement", "the statement"),
        ("Ada Quill had “opposed it”, the statement said.", "the statement", "the statement"),
        ("“They opposed it”, the statement said.", "the statement", "the statement"),
    ],
    ids=["names", "a group", "no text speaks", "no view", "a verb between", "all quoted"],
)
def test_whose_view_a_text_tells_holds_it(text: str, source: str, expected: str) -> None:
    document = analyse(parse_article(text))
    content = text[: text.index("”") + 1]
    (each,) = with_quoted_verbs(View(document, shipped()), [found(document, source, ["said"], [content])])
    assert " ".join(document.tokens[at].text for at in each.source) == expected
    assert {*each.source, *each.content} == {*tokens(document, source), *tokens(document, content)}


@pytest.mark.parametrize(
    ("text", "cue", "content", "count"),
    [
        ("Oslo slammed the plan, calling it a farce.", "calling it", "a farce", 1),
        ("Oslo slammed the plan, describing it as a farce.", "describing", "it as a farce", 1),
        ("Oslo slammed the plan, calling for a vote on it.", "calling for", "a vote on it", 2),
        ("Oslo slammed the plan, saying it was a farce.", "saying", "it was a farce", 2),
        ("Oslo slammed the plan and, calling it a farce, left.", "calling it", "a farce", 2),
    ],
    ids=["calling", "describing", "a demand", "a claim", "apart"],
)
def test_what_is_judged_and_called_something_is_judged_once(text: str, cue: str, content: str, count: int) -> None:
    document = analyse(parse_article(text))
    slammed = found(document, "Oslo", ["slammed"], ["the plan"])
    called = found(document, "Oslo", [cue], [content])
    made = with_judgements(document, [slammed, called])
    assert len(made) == count
    assert shown(document, made[0]) == ("the plan" if count == 2 else f"the plan {content}")
