"""The digest as a whole: everything links back, and the order of the inputs changes nothing that is said."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import permutations

import pytest

from briefing.digest import compare, digest_briefs
from briefing.model import Brief, Relation

WIRE = " ".join(f"word{number}" for number in range(80))


@pytest.fixture
def story(make: Callable[..., Brief], said: Callable[..., object]) -> list[Brief]:
    ties = [Relation("against", ("Dock Union", "Quill Lines"), (0,))]
    poor = said("Quill Lines", "it is poor this year")
    theft = said("Dock Union", "Quill Lines of theft from crews", "accuse")
    return [
        make("a", "2025-03-01", [said("Dock Union", "Quill Lines of lying about it", "accuse")], relations=ties),
        make("b", "2025-03-03", [theft, poor], relations=ties),
        make("c", "2025-03-02", [poor], text=WIRE),
        make("d", "2025-03-02", [poor], text=WIRE),
        make("e", None, []),
    ]


def test_every_position_is_told_with_its_place(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    told = {(telling.report, telling.position) for entry in digest.entries for telling in entry.tellings}

    assert told == {(number, each.id) for number, brief in enumerate(story) for each in brief.positions}
    for entry in digest.entries:
        for telling in entry.tellings:
            content = story[telling.report].positions[telling.position].content
            assert (telling.start, telling.end) == (content[0].start, content[-1].end)


def test_references_hold_both_ways(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    for number, entry in enumerate(digest.entries):
        assert all(number in digest.actors[actor].entries for actor in entry.actors)
        assert entry.issue is None or number in digest.issues[entry.issue].entries


def test_entries_stand_in_time_order(story: list[Brief]) -> None:
    days = [entry.date or "9999" for entry in digest_briefs(story).entries]
    assert days == sorted(days)


def test_copies_count_once(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    poor = next(entry for entry in digest.entries if entry.text.startswith("it is poor"))

    assert len(poor.tellings) == 3
    assert poor.reports == 2
    assert [report.copy_of for report in digest.reports] == [None, None, None, 2, None]


def test_fault_lines_gather_the_ties_of_all_reports(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    (line,) = digest.fault_lines
    assert [digest.actors[actor].name for actor in line.actors] == ["Dock Union", "Quill Lines"]
    assert (line.kind, line.reports, len(line.entries)) == ("against", 2, 2)


def test_single_entries_are_told_by_one_report(story: list[Brief]) -> None:
    digest = digest_briefs(story)
    assert [digest.entries[number].text for number in digest.single] == [
        "Quill Lines of lying about it",
        "Quill Lines of theft from crews",
    ]


def test_the_order_of_the_inputs_changes_nothing_that_is_said(story: list[Brief]) -> None:
    def said(briefs: list[Brief]) -> set[tuple[str, str | None, int]]:
        return {(entry.text, entry.date, entry.reports) for entry in digest_briefs(briefs).entries}

    chance = random.Random(1)
    for order in chance.sample(list(permutations(story)), 12):
        assert said(list(order)) == said(story)


def test_no_briefs_give_an_empty_digest() -> None:
    digest = digest_briefs([])
    assert (digest.entries, digest.actors, digest.issues, digest.shifts) == ((), (), (), ())


def test_a_comparison_parts_the_entries(story: list[Brief]) -> None:
    found = compare(digest_briefs(story[1:3]))

    assert [found.digest.entries[number].text for number in found.both] == ["it is poor this year"]
    assert [found.digest.entries[number].text for number in found.only_first] == ["Quill Lines of theft from crews"]
    assert found.only_second == ()


def test_a_comparison_needs_two(story: list[Brief]) -> None:
    with pytest.raises(ValueError, match="two reports, not 5"):
        compare(digest_briefs(story))
