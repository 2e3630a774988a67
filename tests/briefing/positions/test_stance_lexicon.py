"""The tables of cues and words are sound, and forms find their base."""

from __future__ import annotations

import pytest

from briefing.model import STANCES
from briefing.positions.stance_lexicon import CLASSES, class_bit, classes_of, cue_word, tables
from briefing.resources import read_rows

WEAK = {"express", "say", "argue", "find", "feel", "think", "try", "none"}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("denied", "deny"),
        ("denies", "deny"),
        ("refusing", "refuse"),
        ("urged", "urge"),
        ("told", "tell"),
        ("swore", "swear"),
        ("banned", "ban"),
        ("noted", "note"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_a_form_finds_the_base_of_its_cue(form: str, base: str) -> None:
    assert cue_word(form) == base


def test_words_of_grammar_have_no_forms_but_their_own() -> None:
    assert classes_of("not") & class_bit("not")
    assert not classes_of("noted") & class_bit("not")
    assert not classes_of("mays") & class_bit("might")


def test_every_cue_has_a_known_sense_and_object() -> None:
    senses = set(STANCES) | WEAK
    for entries in tables().cues.values():
        for entry in entries:
            assert entry.sense in senses, entry
            assert not entry.object or entry.object in CLASSES or entry.object == "to", entry


def test_no_cue_is_listed_twice_for_one_object() -> None:
    listed = [(row[0], row[2] if len(row) > 2 else "") for row in read_rows("positions/cues.tsv")]
    assert len(listed) == len(set(listed))


def test_words_and_evidence_name_known_classes_and_stances() -> None:
    assert {row[0] for row in read_rows("positions/words.tsv")} <= set(CLASSES)
    assert {row[1] for row in read_rows("positions/evidence.tsv")} <= set(STANCES)
    assert [row[0] for row in read_rows("positions/stances.tsv")] == list(STANCES)
