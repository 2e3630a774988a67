"""The examples in the docstrings run, and everything public has one and says what it takes, gives and raises."""

from __future__ import annotations

import doctest
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import briefing
from briefing import attribution, entities, language, parties, positions, salience

MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(briefing.__path__, "briefing.")
    if not each.name.startswith("briefing.training")
)
FUNCTIONS = [name for name in briefing.__all__ if inspect.isfunction(getattr(briefing, name))]
STAGES = (
    language.analyse,
    attribution.attribute,
    entities.find_entities,
    parties.resolve_parties,
    positions.take_positions,
    positions.rank_positions,
    positions.relate,
    salience.find_parts,
    salience.score_sentences,
    salience.select_sentences,
)


def module_of(name: str) -> ModuleType:
    return import_module(name)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parents[2])
    if ">>>" not in inspect.getsource(module_of(name)):
        return
    failed, attempted = doctest.testmod(module_of(name), optionflags=doctest.ELLIPSIS)
    assert attempted
    assert not failed


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_has_an_example(name: str) -> None:
    assert ">>>" in (getattr(briefing, name).__doc__ or "")


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_every_stage_has_an_example_and_says_what_it_takes_and_gives(stage: object) -> None:
    told = stage.__doc__ or ""
    assert ">>>" in told
    assert "Args:" in told
    assert "Returns:" in told
