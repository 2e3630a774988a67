"""The schema files say what the types say, and what the command prints is what they name, and nothing else."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import SchemaError, compare, from_json, json_schema, summarize, to_json
from briefing.codec import error_to_json
from briefing.model import Brief
from briefing.schemas import SCHEMAS
from briefing.schemas.making import schema_text

ROOT = Path(__file__).resolve().parents[3]
FILES = ROOT / "briefing" / "data" / "schemas"
STORY = ROOT / "samples" / "story"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return summarize(ROOT / "samples" / "strike.txt")


def check(record: object, name: str) -> None:
    """Hold a record against a schema in which nothing may be that the schema does not name."""
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(closed(json_schema(name))).validate(record)


def closed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return made | {"additionalProperties": False} if "properties" in made else made


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_file_is_made_of_its_type(name: str, request: pytest.FixtureRequest) -> None:
    path = FILES / f"{name}.json"
    if request.config.getoption("--renew-golden"):
        path.write_text(schema_text(name), "utf-8")
    assert path.read_text("utf-8") == schema_text(name), "run pytest tests/briefing/schemas --renew-golden"


def test_there_is_a_file_for_each_form_and_no_other() -> None:
    assert {path.stem for path in FILES.glob("*.json")} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize(
    ("command", "name"),
    [("summarize", "brief"), ("positions", "positions"), ("quotes", "quotes"), ("explain", "explanation")],
)
def test_what_is_printed_of_an_article_is_as_its_schema_says(
    command: str, name: str, printed: Callable[..., Any]
) -> None:
    check(printed(command, ROOT / "samples" / "planning-dispute.md", "-f", "json"), name)
    check(printed(command, ROOT / "samples" / "strike.txt", "-f", "json", "--with-text"), name)


@pytest.mark.parametrize(("command", "name"), [("digest", "digest"), ("stories", "stories"), ("sources", "sources")])
def test_what_is_printed_of_many_articles_is_as_its_schema_says(
    command: str, name: str, printed: Callable[..., Any]
) -> None:
    check(printed(command, STORY, "-f", "json"), name)


def test_a_comparison_is_as_its_schema_says(printed: Callable[..., Any]) -> None:
    check(printed("compare", STORY / "courier-1.txt", STORY / "tribune-1.txt", "-f", "json"), "comparison")


def test_an_error_record_is_as_its_schema_says() -> None:
    check(error_to_json("a.txt", "empty", "holds no words"), "error")


def test_the_report_of_a_batch_is_as_its_schema_says(tmp_path: Path, printed: Callable[..., Any]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The bank will pay, Ann Lee said.", "utf-8")
    (tmp_path / "in" / "b.txt").write_text("", "utf-8")
    (tmp_path / "in" / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    printed("batch", tmp_path / "in", "-o", tmp_path / "out", "-q", "-j", "1", status=1)
    check(json.loads((tmp_path / "out" / "report.json").read_text("utf-8")), "report")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("article", "words"), "many", "expected `int`, got `str` at article.words"),
        (("article", "id"), None, "expected `str`, got `null` at article.id"),
        (("positions", 0, "stance"), "shrug", "invalid enum value 'shrug' at positions[0].stance"),
        (("positions", 0, "content", 0, "start"), -1, "expected `int` >= 0 at positions[0].content[0].start"),
        (("positions", 0, "key"), 1, "expected `bool`, got `int` at positions[0].key"),
        (("parties", 0, "positions"), 3, "expected `array`, got `int` at parties[0].positions"),
        (("summary", 0), "text", "expected `object`, got `str` at summary[0]"),
    ],
)
def test_a_spoilt_brief_is_one_clear_error(brief: Brief, path: tuple[Any, ...], value: object, message: str) -> None:
    record = json.loads(json.dumps(to_json(brief)))
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(SchemaError) as caught:
        from_json(record)
    assert str(caught.value) == f"not a brief/1 record: {message}"


def test_a_brief_that_lacks_something_says_what(brief: Brief) -> None:
    record = to_json(brief)
    del record["positions"][0]["stance"]
    with pytest.raises(SchemaError, match=r"missing required field `stance` at positions\[0\]"):
        from_json(record)


@pytest.mark.parametrize("record", [None, 5, [], "brief/1", {"schema": 1}, {"schema": "brief/1", "error": 5}])
def test_what_is_no_record_is_refused(record: Any) -> None:
    with pytest.raises(SchemaError, match="no"):
        from_json(record)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_whatever_stands_in_its_place_gives_a_brief_or_one_error(brief: Brief, data: st.DataObject) -> None:
    record = json.loads(json.dumps(to_json(brief)))
    place: Any = record
    for _ in range(data.draw(st.integers(0, 4))):
        inner = place.values() if isinstance(place, dict) else place
        deeper = [each for each in inner if isinstance(each, dict | list) and each]
        if not deeper:
            break
        place = data.draw(st.sampled_from(deeper))
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    place[data.draw(st.sampled_from(keys))] = data.draw(json_values)
    with contextlib.suppress(SchemaError):
        found = from_json(record)
        assert from_json(to_json(found)) == found


def test_unknown_names_are_passed_over(brief: Brief) -> None:
    assert from_json(to_json(brief) | {"mood": "grey"}) == brief


def test_a_comparison_has_the_same_matters_as_the_library_gives(printed: Callable[..., Any]) -> None:
    pair = STORY / "courier-1.txt", STORY / "tribune-1.txt"
    made = printed("compare", *pair, "-f", "json")
    assert len(made["matters"]) == len(compare(*pair).matters)
