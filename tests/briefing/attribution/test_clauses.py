"""Conditions, antecedents and names for what is judged: what a reader adds to the words between cue and full stop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.attribution.assembly import Found
from briefing.attribution.clauses import with_antecedents, with_conditions, with_judgements
from briefing.language import analyse
from briefing.model import Document
from briefing.network.lexicon import shipped
from briefing.network.view import View
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
    (made,) = with_conditions(View(document, shipped()), [found(document, "engineers", ["warn"], ["of floods"])])
    assert shown(document, made) == content


def test_a_stray_word_of_a_source_goes_to_the_condition() -> None:
    document = analyse(parse_article("If the wall goes, engineers warn of floods."))
    engineers = found(document, "engineers", ["warn"], ["of floods"])
    stray = replace(engineers, source=(*tokens(document, "wall"), *engineers.source))
    (made,) = with_conditions(View(document, shipped()), [stray])
    assert (made.source, shown(document, made)) == (engineers.source, "If the wall goes of floods")


def test_the_comma_after_a_condition_may_stand_in_what_was_taken_for_the_source() -> None:
    document = analyse(parse_article("If Ruritania invades its neighbour, NATO and the EU warned of war."))
    words = [token.text for token in document.tokens]
    taken = Found(tuple(range(3, 10)), (10,), (11, 12), 0.9)
    (made,) = with_conditions(View(document, shipped()), [taken])
    assert [words[at] for at in made.content] == ["If", "Ruritania", "invades", "its", "neighbour", "of", "war"]
    assert [words[at] for at in made.source if words[at] != ","] == ["NATO", "and", "the", "EU"]


def test_a_condition_that_somebody_else_states_is_left_to_them() -> None:
    document = analyse(parse_article("If the wall goes, engineers warn of floods."))
    other = found(document, "wall", [], ["If the"])
    engineers = found(document, "engineers", ["warn"], ["of floods"])
    assert with_conditions(View(document, shipped()), [other, engineers]) == [other, engineers]


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
    (made,) = with_antecedents(View(document, shipped()), [found(document, source, [cue], [told])])
    assert shown(document, made) == content


@pytest.mark.parametrize(("adjectives", "taken"), [(12, 14), (23, 25), (30, 25)])
def test_an_antecedent_has_25_words_at_most(adjectives: int, taken: int) -> None:
    document = analyse(parse_article(f"The {'cold ' * adjectives}wind, which Oslo calls a threat, went on."))
    view = View(document, shipped())
    (made,) = with_antecedents(view, [found(document, "Oslo", ["calls"], ["a threat"])])
    assert len(made.content) == taken + 2


def test_what_is_claimed_and_called_something_are_two() -> None:
    document = analyse(parse_article("Oslo said the plan had failed, calling it a farce."))
    said, called = (
        found(document, "Oslo", [cue], [content])
        for cue, content in (("said", "the plan had failed"), ("calling it", "a farce"))
    )
    assert len(with_judgements(View(document, shipped()), [said, called])) == 2


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
    made = with_judgements(View(document, shipped()), [slammed, called])
    assert len(made) == count
    assert shown(document, made[0]) == ("the plan" if count == 2 else f"the plan {content}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill has mocked the whole plan, calling it a farce.", "mocked calling the whole plan it a farce"),
        ("Quill mocked the plan in public, dubbing it a farce.", "mocked dubbing the plan in public it a farce"),
        ("Quill painted the plan, calling it a farce.", "calling it a farce"),
        ("Quill mocked what they do, calling it a farce.", "calling it a farce"),
        ("Quill mocked the “plan” of May, calling it a farce.", "calling it a farce"),
        ("Quill mocked the plan while calling it a farce.", "calling it a farce"),
        ("Quill mocked the plan, selling it as a farce.", "selling it as a farce"),
        ("Quill mocked, calling it a farce.", "calling it a farce"),
    ],
    ids=["perfect", "past", "no judgement", "a clause", "quoted", "no comma", "no name", "no object"],
)
def test_what_is_judged_is_looked_for_where_only_its_name_was_found(text: str, expected: str) -> None:
    document = analyse(parse_article(text))
    cue = next(word for word in ("calling", "dubbing", "selling") if word in text)
    (made,) = with_judgements(
        View(document, shipped()), [found(document, "Quill", [cue], [text[text.index(" it ") + 1 : -1]])]
    )
    assert " ".join(document.tokens[at].text for at in (*made.cue, *made.content)) == expected


def test_a_judgement_of_somebody_else_stays_theirs() -> None:
    text = "Quill mocked the plan, calling it a farce."
    document = analyse(parse_article(text))
    kept = [found(document, "Quill", ["calling"], ["it a farce"]), found(document, "", [], ["the plan"])]
    assert shown(document, with_judgements(View(document, shipped()), kept)[0]) == "it a farce"
