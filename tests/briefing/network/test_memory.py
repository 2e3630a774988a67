"""A memory keeps what is asked for often, is bounded, and never gives another value than it was told to work out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.network.memory import Memory


@given(keys=st.lists(st.integers(0, 30)), size=st.integers(1, 9))
def test_values_are_right_and_few(keys: list[int], size: int) -> None:
    memory: Memory[int, int] = Memory(lambda key: key * key, size)
    for key in keys:
        assert memory[key] == key * key
        assert len(memory) <= size


def test_what_is_asked_for_often_is_worked_out_once() -> None:
    asked: list[int] = []

    def work_out(key: int) -> int:
        asked.append(key)
        return key

    memory: Memory[int, int] = Memory(work_out, 4)
    for number in range(100, 200):
        assert memory[7] == 7
        assert memory[number] == number
    assert asked.count(7) == 1
