"""Several briefs in one output: printed one by one, whole in the end, with a record for each that failed."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from briefing.codec import from_json
from briefing.model import Brief
from briefing.rendering import FORMATS, Layout, Stream, render

MANY = Layout(many=True)


def test_json_is_an_object_for_one_input_and_an_array_for_several(ferry: Brief) -> None:
    assert from_json(json.loads(render(ferry, "json"))) == ferry
    assert [from_json(each) for each in json.loads(render([ferry, ferry], "json", layout=MANY))] == [ferry, ferry]


def test_json_is_an_array_for_a_folder_with_one_article(ferry: Brief) -> None:
    assert len(json.loads(render(ferry, "json", layout=MANY))) == 1


def test_jsonl_is_a_line_an_input(ferry: Brief) -> None:
    lines = render([ferry, ferry], "jsonl", layout=MANY).splitlines()

    assert [from_json(json.loads(line)) for line in lines] == [ferry, ferry]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_a_failed_input_among_several_is_a_record(ferry: Brief, format: str) -> None:
    stream = Stream(format, layout=MANY)
    text = stream.fail("bad.txt", "empty", "it holds no words") + stream.add(ferry) + stream.end()
    records = json.loads(text) if format == "json" else [json.loads(line) for line in text.splitlines()]

    assert records[0] == {
        "schema": "brief/1",
        "article": {"source": "bad.txt"},
        "error": {"kind": "empty", "message": "it holds no words"},
    }
    assert from_json(records[1]) == ferry


@pytest.mark.parametrize("format", FORMATS)
def test_a_single_input_that_fails_prints_nothing(format: str) -> None:
    stream = Stream(format)

    assert stream.fail("bad.txt", "empty", "it holds no words") + stream.end() == ""


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_printed_one_by_one_is_what_is_printed_at_once(ferry: Brief, format: str) -> None:
    stream = Stream(format, layout=MANY)
    parts = [stream.add(ferry), stream.add(ferry), stream.end()]

    assert "".join(parts) == render([ferry, ferry], format, layout=MANY)


def test_csv_has_one_header_and_a_row_a_position(ferry: Brief) -> None:
    rows = list(csv.DictReader(io.StringIO(render([ferry, ferry], "csv", layout=MANY))))

    assert [int(row["position"]) for row in rows] == 2 * list(range(10))
    assert rows[1]["speakers"] == "Sigrid Aune; Jon Arnarson"


def test_a_row_of_a_brief_has_its_summary_in_reading_order(ferry: Brief) -> None:
    rows = list(csv.DictReader(io.StringIO(render(ferry, "csv"))))

    assert len({row["summary"] for row in rows}) == 1
    assert rows[0]["summary"].startswith("Norway and Iceland promised on Friday")
    assert rows[0]["summary"].endswith("the ferry would stop in spring.")
    assert "summary" not in next(csv.DictReader(io.StringIO(render(ferry, "csv", view="positions"))))


def test_an_article_without_positions_has_a_row_of_its_own(ferry: Brief) -> None:
    (row,) = csv.DictReader(io.StringIO(render(replace(ferry, positions=()), "csv")))

    assert (row["source"], row["position"], row["same_as"]) == ("articles/ferry.txt", "", "")
    assert (row["outlet"], row["summary"][:6]) == ("Northern Herald", "Norway")


def test_csv_begins_with_a_byte_order_mark_where_it_is_wanted(ferry: Brief) -> None:
    plain, marked = (render(ferry, "csv", layout=Layout(marked=marked)) for marked in (False, True))

    assert marked == "\ufeff" + plain
    assert render(ferry, "csv", layout=Layout(marked=True, ascii=True)) == plain


def test_people_see_which_brief_is_of_which_source(ferry: Brief) -> None:
    other = replace(ferry, article=replace(ferry.article, source="other.txt"))

    for format in ("terminal", "text", "markdown"):
        shown = render([ferry, other], format, layout=MANY)
        assert "articles/ferry.txt" in shown
        assert "other.txt" in shown


def test_json_can_do_without_anything_beyond_ascii(ferry: Brief) -> None:
    shown = render(ferry, "json", layout=Layout(ascii=True))

    assert shown.isascii()
    assert from_json(json.loads(shown)) == ferry
