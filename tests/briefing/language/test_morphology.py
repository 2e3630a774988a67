"""Inflection by rule and by the table of irregular forms, from the form to its bases and back."""

from __future__ import annotations

import pytest

from briefing.entities.word_classes import agentless_participles
from briefing.language.morphology import (
    base_forms,
    inflections,
    past_participle,
    plain_bases,
    plural,
    without_plural,
)
from briefing.resources import read_rows


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("says", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("urges", "urge"),
        ("warned", "warn"),
        ("accused", "accuse"),
        ("planning", "plan"),
        ("planned", "plan"),
        ("making", "make"),
        ("clearly", "clear"),
        ("said", "say"),
        ("sought", "seek"),
        ("worst", "bad"),
        ("agreeing", "agree"),
    ],
)
def test_a_form_leads_to_its_base(form: str, base: str) -> None:
    found = list(base_forms(form))
    assert found[0] == form
    assert base in found


@pytest.mark.parametrize("word", ["say", "es", "ing", "ied", "as", "", "ly"])
def test_a_word_that_is_no_longer_than_its_ending_stays(word: str) -> None:
    assert list(base_forms(word)) == [word]


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("stopped", ["stopped", "stoppe", "stopp", "stop"]),
        ("added", ["added", "adde", "add", "ad"]),
        ("eyed", ["eyed", "eye", "ey"]),
        ("eerily", ["eerily", "eeri"]),
    ],
)
def test_bases_come_in_the_order_of_likelihood(form: str, bases: list[str]) -> None:
    assert list(base_forms(form)) == bases


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("warn", {"warn", "warns", "warned", "warning"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
    ],
)
def test_regular_forms_are_made(word: str, forms: set[str]) -> None:
    assert forms <= set(inflections(word))


@pytest.mark.parametrize(
    ("verb", "participle"),
    [
        ("see", "seen"),
        ("say", "said"),
        ("hit", "hit"),
        ("forbid", "forbidden"),
        ("agree", "agreed"),
        ("warn", "warned"),
        ("accuse", "accused"),
    ],
)
def test_a_participle_is_that_of_the_table_or_regular(verb: str, participle: str) -> None:
    assert past_participle(verb) == participle


def test_no_verb_has_two_participles_and_no_form_two_bases() -> None:
    rows = read_rows("language/irregular.tsv")
    participles = [base for _, base, *kind in rows if kind]
    assert len(participles) == len(set(participles))
    assert len(rows) == len({form for form, *_ in rows})
    assert {kind for _, _, *kinds in rows for kind in kinds} == {"participle"}


def test_participles_of_verbs_that_hide_their_agent_are_all_irregular() -> None:
    irregular = {form for form, _, *kind in read_rows("language/irregular.tsv") if kind}
    assert agentless_participles() <= irregular
    assert {"said", "told", "seen", "understood", "found"} <= agentless_participles()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("ally", "allies"),
        ("attorney", "attorneys"),
        ("boss", "bosses"),
        ("coach", "coaches"),
        ("spokesman", "spokesmen"),
        ("german", "germans"),
        ("head of state", "heads of state"),
        ("official", "officials"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ports", "port"), ("bus", "bus"), ("virus", "virus"), ("crisis", "crisis"), ("press", "press"), ("gas", "gas")],
)
def test_the_s_of_a_plural_goes(word: str, expected: str) -> None:
    assert without_plural(word) == expected


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("closing", ["clos", "close"]),
        ("ports", ["port"]),
        ("passes", ["passe", "pass"]),
        ("opened", ["opene", "open"]),
        ("port", []),
    ],
)
def test_bases_whose_stem_does_not_change(form: str, bases: list[str]) -> None:
    assert list(plain_bases(form)) == bases
