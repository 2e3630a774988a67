"""The notes on our samples fit their articles, and what does not fit is refused."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from briefing.model import STANCES
from tests.goldfiles import NOTES, ROOT, Gold, NoteError, Span, read_note, resolve, sample_text

TEXT = 'Ann said no to it.\n\n"I\nwill go," she said. Bob said the others denied the charge. The charge was a theory.'
MOST_KEYS = 7


def note(content: list[Any], cue: list[Any] | None = None, summary: list[Any] | None = None) -> dict[str, Any]:
    position = {"parties": [["Ann"]], "speakers": [], "stance": ["state"], "key": True, "content": content}
    position |= {"cue": cue or [], "source": []}
    return {"id": "ann", "positions": [position], "summary": summary or [], "summary_also": []}


def words_at(spans: Iterable[Span]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


@pytest.fixture(scope="module", params=NOTES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    path: Path = request.param
    return read_note(path)


def test_every_sample_has_its_note() -> None:
    samples = {path.stem for path in (ROOT / "samples").iterdir() if path.suffix in {".txt", ".md"}} - {
        "README",
        "GUIDE",
    }
    assert {path.stem for path in NOTES} == samples


def test_a_note_is_plausible(gold: Gold) -> None:
    assert 10 <= len(gold["positions"]) <= 40
    assert 1 <= sum(position["key"] for position in gold["positions"]) <= MOST_KEYS
    assert len(gold["summary"]) == len(gold["summary_also"]) == 3
    assert len({*gold["summary"], *gold["summary_also"]}) == 6


def test_every_position_has_a_holder_a_content_and_known_stances(gold: Gold) -> None:
    for position in gold["positions"]:
        assert position["content"]
        assert position["parties"]
        assert all(position["parties"])
        assert all(name == name.strip() != "" for names in position["parties"] for name in names)
        assert position["stance"]
        assert set(position["stance"]) <= set(STANCES)
        assert len(set(position["stance"])) == len(position["stance"])
        assert bool(position["cue"]) or not position["source"]


def test_a_content_holds_neither_its_cue_nor_its_source_nor_the_marks_around_it(gold: Gold) -> None:
    text = sample_text(gold["id"])
    for position in gold["positions"]:
        spans = sorted(chain(position["content"], position["cue"]))
        assert all(first[1] <= second[0] for first, second in combinations(spans, 2))
        for start, end in position["content"]:
            assert text[start:end].strip(' \n"“”,') == text[start:end]


def test_words_become_offsets_and_a_space_stands_for_a_line_end() -> None:
    gold = resolve(note(["I will go"], summary=["Bob said the"]), TEXT)
    assert words_at(gold["positions"][0]["content"]) == ["I\nwill go"]
    assert words_at(gold["summary"]) == ["Bob said the"]


@pytest.mark.parametrize(
    ("cue", "start"),
    [
        ("said", TEXT.index("said. Bob")),
        ({"text": "said", "n": 1}, 4),
        ({"text": "said", "n": 3}, TEXT.index("said the")),
    ],
)
def test_a_cue_is_the_nearest_to_the_content_or_the_one_that_is_counted(cue: Any, start: int) -> None:
    (position,) = resolve(note(["I will go"], [cue]), TEXT)["positions"]
    assert position["cue"] == [(start, start + 4)]


def test_only_whole_words_are_found() -> None:
    (position,) = resolve(note(["he"], ["said"]), "She and the others said he left.")["positions"]
    assert position["content"] == [(24, 26)]


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        (note(["I shall go"]), "position 0, content: not in the text: 'I shall go'"),
        (note(["said"]), "position 0, content: ambiguous, give n: 'said'"),
        (note([{"text": "said", "n": 4}]), "position 0, content: not in the text: 'said'"),
        (note(["I will go"], ["go"]), "position 0, cue: not in the text: 'go'"),
        (note(["no"], summary=["said"]), "summary: ambiguous, give n: 'said'"),
    ],
)
def test_words_that_are_absent_or_could_be_meant_twice_are_refused(faulty: dict[str, Any], fault: str) -> None:
    with pytest.raises(NoteError) as refused:
        resolve(faulty, TEXT)
    assert str(refused.value) == fault


def test_a_cue_as_near_on_either_side_is_refused() -> None:
    with pytest.raises(NoteError, match="cue: ambiguous"):
        resolve(note(["rain"], ["said"]), "Ann said rain said Ann")


def test_all_faults_of_a_note_are_told_at_once() -> None:
    with pytest.raises(NoteError) as refused:
        resolve(note(["said"], summary=["never"]), TEXT)
    assert len(str(refused.value).splitlines()) == 2
