"""What is one matter, and what must never be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from briefing.digest.likeness import FEATURES, StoryPositions, same_quotation
from briefing.digest.matters import find_matters
from briefing.digest.saying import Said as Kept
from briefing.digest.saying import Unit, last_name, said
from briefing.digest.terms import lower_words, plain_terms, terms, words_of
from briefing.model import Brief

ONE = [
    ("“The quay is safe today, but not for long”", "“The quay is safe today”"),
    ("“I would put a bullet in her skull tonight”", "“bullet in her (expletive) skull”"),
    ("“It does not affect me, and life is as before”", "“It doesn't affect me and life is as before”"),
    ("“The quay is safe today, and will be safe tomorrow”", "“The quay was safe today, and will be safe tomorrow”"),
    ("“We cannot go on like that”", "“The boat sails empty, and we cannot go on like that”"),
]
TWO = [
    ("“The quay is safe today”", "“The ferry is late today”"),
    ("“It is”", "“It is”"),
    ("the plan to end the “night ferry” of Tarn for ever and ever", "“night ferry”"),
    ("“a new quay”", "the old quay"),
]


def unit(text: str) -> Unit:
    quoted = tuple(tuple(lower_words(part.partition("”")[0])) for part in text.split("“")[1:])
    return Unit(0, len(text), tuple(lower_words(text)), tuple(terms(text)), quoted, plain_terms(words_of(text)))


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_quotation(one: str, other: str) -> None:
    assert same_quotation(unit(one), unit(other))
    assert same_quotation(unit(other), unit(one))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_quotations(one: str, other: str) -> None:
    assert not same_quotation(unit(one), unit(other))


def kept(make: Callable[..., Brief], *reports: Sequence[object]) -> list[Kept]:
    return [each for number, own in enumerate(reports) for each in said(make(str(number), None, own), number)]


def test_a_claim_in_other_words_is_one_matter(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    found = kept(
        make,
        [said("Ada Quill", "the mussels of Tarn will die within 14 months"), said("Ada Quill", "boats are dear")],
        [said("Ada Quill", "within 14 months no mussels will live at Tarn"), said("Ida Holt", "schools stay open")],
    )
    assert [group.members for group in find_matters(found)] == [(0, 2), (1,), (3,)]


def test_a_denial_is_not_joined_with_what_it_denies(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    words = "that it planned to end the night ferry to Tarn on June 14"
    found = kept(make, [said("Quill Lines", words, "deny")], [said("Quill Lines", words, "state", cue="confirmed")])
    assert [group.members for group in find_matters(found)] == [(0,), (1,)]


def test_a_denial_is_joined_with_what_is_told_in_the_negative(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    found = kept(
        make,
        [said("Quill Lines", "that it planned to end the night ferry to Tarn on June 14", "deny")],
        [said("Quill Lines", "that it had not planned to end the night ferry to Tarn on June 14")],
    )
    assert [group.members for group in find_matters(found)] == [(0, 1)]


def test_an_exact_figure_tells_more_than_a_round_one(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    def told(figure: str) -> float:
        (one, other) = kept(
            make,
            [said("Quill Lines", f"the ferry cost the town {figure} crowns")],
            [said("Tarn Council", f"it paid {figure} crowns for the boat")],
        )
        ((_, pair),) = StoryPositions([one, other]).pairs(0, 1)
        return pair.features[FEATURES.index("figures")]

    assert [told("449,000"), told("1998"), told("500"), told("7" * 5000)] == [1, 0, 0, 1]


def test_a_demand_is_not_joined_with_its_refusal(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    found = kept(
        make,
        [said("Quill Lines", "a tax of 14 crowns on mussels of Tarn", "demand")],
        [said("Quill Lines", "the tax of 14 crowns on mussels of Tarn", "oppose")],
    )
    assert [group.members for group in find_matters(found)] == [(0,), (1,)]


@pytest.mark.parametrize(
    ("name", "last"),
    [("Patrick W. Carlin Jr.", "carlin"), ("Omar", "omar"), ("", ""), ("Jr.", "jr"), ("Ada Quill III", "quill")],
)
def test_the_last_name(name: str, last: str) -> None:
    assert last_name(name) == last


def test_the_sentences_of_a_content_are_its_units(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    text = "The quay is safe, said Mr. Voss in May. Its cranes have moved by 3 centimetres. So there."
    (found,) = kept(make, [said("Lena Voss", text)])
    assert [text[each.start : each.end] for each in found.units()] == [
        "The quay is safe, said Mr. Voss in May.",
        "Its cranes have moved by 3 centimetres. So there.",
    ]


def test_what_two_hold_in_one_article_is_not_repeated(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    found = kept(
        make,
        [
            said("Quill Lines", "it would end the night ferry to Tarn on June 14"),
            said("Tarn Council", "it opposes an end of the night ferry to Tarn on June 14"),
        ],
        [said("Ida Holt", "schools stay open")],
    )
    assert [group.members for group in find_matters(found)] == [(0,), (1,), (2,)]
