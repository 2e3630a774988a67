"""The same saying in several articles, and quotations that one of them cut."""

from __future__ import annotations

from collections.abc import Callable

from briefing.digest import digest_briefs
from briefing.model import Brief

FULL = "The quay is safe today, but it will not be safe through another winter"
SHORT = "The quay is safe today"


def test_a_shortened_quotation_is_the_same_entry_and_a_cut(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    briefs = [
        make("a", "2025-03-01", [said("Harbour Board", FULL, quote=FULL)]),
        make("b", "2025-03-02", [said("Harbour Board", SHORT, quote=SHORT)]),
    ]
    digest = digest_briefs(briefs)

    assert len(digest.entries) == 1
    assert digest.entries[0].text == FULL
    assert [(cut.full, cut.short, cut.short_quote) for cut in digest.cuts] == [(0, 1, SHORT)]


def test_nearly_the_same_words_are_one_entry(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    one = "that it would end the night ferry to the island in June"
    other = "it would end the night ferry to the island of Tarn in June"
    digest = digest_briefs([make("a", None, [said("Quill Lines", one)]), make("b", None, [said("Quill Lines", other)])])
    assert len(digest.entries) == 1
    assert digest.entries[0].reports == 2


def test_the_same_words_of_another_holder_are_another_entry(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    briefs = [make("a", None, [said("Harbour Board", FULL)]), make("b", None, [said("Tarn Council", FULL)])]
    assert len(digest_briefs(briefs).entries) == 2


def test_a_speaker_in_common_is_enough(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    briefs = [
        make("a", None, [said("Harbour Board", FULL, speaker="Lena Voss")]),
        make("b", None, [said("Lena Voss", FULL, speaker="Lena Voss")], kinds={"Lena Voss": "person"}),
    ]
    digest = digest_briefs(briefs)
    assert len(digest.entries) == 1
    assert {digest.actors[actor].name for actor in digest.entries[0].actors} == {"Harbour Board", "Lena Voss"}


def test_two_positions_of_one_article_stay_two(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    digest = digest_briefs([make("a", None, [said("Board", FULL), said("Board", FULL + " or summer")])])
    assert len(digest.entries) == 2


def test_what_repeats_within_an_article_counts_once(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    digest = digest_briefs([make("a", None, [said("Board", FULL), said("Board", FULL, same_as=0)])])
    assert len(digest.entries) == 1
    assert len(digest.entries[0].tellings) == 1


def test_the_same_words_of_those_who_are_called_alike_are_one_entry(
    make: Callable[..., Brief], said: Callable[..., object]
) -> None:
    kinds = {"analysts": "group"}
    same = [make(name, None, [said("analysts", FULL)], kinds=kinds) for name in ("a", "b")]
    other = make("c", None, [said("analysts", "boats are dear this year")], kinds=kinds)
    digest = digest_briefs([*same, other])

    assert [len(entry.tellings) for entry in digest.entries] == [2, 1]
    assert [(actor.name, actor.report) for actor in digest.actors] == [("analysts", 0), ("analysts", 2)]
