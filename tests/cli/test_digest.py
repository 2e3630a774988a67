"""``brief digest``, ``stories``, ``sources`` and ``compare`` on the story of the samples, and what was planted."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.pages import assert_nothing_foreign, read_page

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
STORY = Path("samples/story")
ENDINGS = {"terminal": "term", "text": "txt", "markdown": "md", "json": "json", "jsonl": "jsonl", "csv": "csv"}


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def digest(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("digest", STORY, "--format", "json").out)
    return found


@pytest.mark.parametrize("format", ENDINGS)
def test_the_digest_in_every_format(run: Run, golden: Callable[[str, str], None], format: str) -> None:
    result = run("digest", STORY, "--format", format)

    assert (result.status, result.err) == (0, "")
    golden(f"story/digest.{ENDINGS[format]}", result.out)


@pytest.mark.parametrize("format", ENDINGS)
def test_the_comparison_in_every_format(run: Run, golden: Callable[[str, str], None], format: str) -> None:
    result = run("compare", STORY / "tribune-1.txt", STORY / "wire-1.txt", "--format", format)

    assert (result.status, result.err) == (0, "")
    golden(f"story/compare.{ENDINGS[format]}", result.out)


def test_a_terminal_has_room_for_one_wording_unless_all_are_asked_for(run: Run) -> None:
    variant = "· courier-2: The quay is safe today"
    assert variant not in run("digest", STORY, "--format", "text").out
    assert variant in run("digest", STORY, "--format", "text", "--positions", "0").out


@pytest.mark.parametrize("arguments", [("digest", STORY), ("compare", STORY / "tribune-1.txt", STORY / "wire-1.txt")])
def test_a_page_is_one_file_that_says_everything(run: Run, arguments: tuple[str | Path, ...]) -> None:
    page = run(*arguments, "--format", "html").out
    record = json.loads(run(*arguments, "--format", "json").out)
    _, text = read_page(page)

    assert_nothing_foreign(page)
    assert len(page.encode()) <= 600_000
    for each in record["matters"]:
        assert each["text"] in text
        assert f"{each['tellings'][0]['source']}:{each['tellings'][0]['start']}" in text


def test_a_hostile_story_is_shown_as_words(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        attack = "<script>alert(1)</script>"
        words = (
            f"{attack} wins\n\n“{attack} is a boat, and boats are dear,” said {attack} Ann Lee of the {attack} Union.\n"
        )
        (tmp_path / f"{name}{attack.replace('/', '')}.txt").write_text(words, "utf-8")
    page = run("digest", tmp_path, "--format", "html").out

    assert_nothing_foreign(page)
    assert "<script>alert(1)</script>" in read_page(page)[1]


@pytest.mark.parametrize("format", ENDINGS)
@pytest.mark.parametrize("view", ["stories", "sources"])
def test_stories_and_sources_in_every_format(
    run: Run, golden: Callable[[str, str], None], view: str, format: str
) -> None:
    result = run(view, STORY, "samples/strike.txt", "--format", format)

    assert (result.status, result.err) == (0, "")
    golden(f"story/{view}.{ENDINGS[format]}", result.out)


def test_the_planted_turn(digest: dict[str, Any]) -> None:
    (turn,) = digest["turns"]

    assert turn["party"] == "Brightwater Lines"
    assert (turn["before"]["article"], turn["before"]["stance"]) == ("courier-1", "deny")
    assert (turn["after"]["article"], turn["after"]["stance"]) == ("wire-2", "state")


def test_the_planted_wire_copy(digest: dict[str, Any]) -> None:
    copies = {each["id"]: each["copy_of"] for each in digest["articles"] if each["copy_of"]}
    assert copies == {"wire-1": "tribune-1"}


def test_the_planted_cut_quotations(digest: dict[str, Any]) -> None:
    cuts = {(each["short"]["article"], each["full"]["article"]) for each in digest["cuts"]}
    assert cuts == {("courier-2", "courier-1"), ("tribune-2", "wire-2")}


def test_the_planted_fronts(digest: dict[str, Any]) -> None:
    lines = {(each["kind"], frozenset(each["parties"])) for each in digest["fronts"]}
    assert lines == {
        ("against", frozenset({"Dockers’ Union", "Brightwater Lines"})),
        ("against", frozenset({"Tarn Island Council", "Brightwater Lines"})),
        ("together", frozenset({"Tarn Island Council", "Dockers’ Union"})),
    }


def test_every_telling_links_back_to_its_file(digest: dict[str, Any]) -> None:
    for matter in digest["matters"]:
        for telling in matter["tellings"]:
            text = Path(telling["source"]).read_text("utf-8")
            told = " ".join(text[telling["start"] : telling["end"]].split())
            assert all(piece in told for piece in telling["text"].split(" … "))


def test_finished_briefs_give_the_same_digest_as_their_articles(run: Run, tmp_path: Path) -> None:
    straight = run("digest", STORY, "--format", "json").out
    lines = run("summarize", STORY, "--format", "jsonl", "--with-text").out
    array = run("summarize", STORY, "--format", "json", "--with-text").out
    folder = tmp_path / "briefs"
    run("batch", STORY, "-o", folder, "--with-text", "--jobs", "1")

    assert run("digest", "-", "--format", "json", stdin=lines.encode()).out == straight
    assert run("digest", "-", "--format", "json", stdin=array.encode()).out == straight
    assert run("digest", folder, "--format", "json").out == straight


def test_the_users_own_parties_are_one(run: Run, tmp_path: Path) -> None:
    names = tmp_path / "parties.toml"
    names.write_text('[[party]]\nname = "Region of Tarn"\naliases = ["regional government"]\n', "utf-8")
    found = json.loads(run("digest", STORY, "--parties", names, "--format", "json").out)

    (region,) = [each for each in found["parties"] if each["name"] == "Region of Tarn"]
    assert len(region["matters"]) >= 2


def test_one_bad_input_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema": "brief/1", "article": {}}', "utf-8")
    result = run("digest", STORY, bad, "--format", "json")

    assert result.status == 1
    assert result.err.count("\n") == 1
    assert "bad.json: is no finished brief" in result.err
    assert len(json.loads(result.out)["articles"]) == 6


def test_nothing_to_digest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("digest", tmp_path / "empty")
    assert (result.status, result.out) == (1, "")
    assert run("digest", stdin_is_terminal=True).status == 2


def test_compare_wants_two_reports(run: Run, tmp_path: Path) -> None:
    result = run("compare", STORY, STORY / "wire-1.txt")
    assert result.status == 2
    assert "needs two reports" in result.err
    assert run("compare", STORY / "wire-1.txt", tmp_path / "none.txt").status == 1
    assert run("compare", "-", "-").status == 2


def test_a_story_a_party_days(run: Run) -> None:
    whole = json.loads(run("digest", STORY, "samples/strike.txt", "--format", "json").out)
    one = json.loads(run("digest", STORY, "samples/strike.txt", "--story", "1", "--format", "json").out)
    party = json.loads(run("digest", STORY, "--party", "dockers' union", "--format", "json").out)
    days = json.loads(run("digest", STORY, "--since", "2025-03-05", "--until", "2025-03-05", "--format", "json").out)

    assert len(whole["stories"]) == 2
    assert [each["id"] for each in one["stories"]] == [1]
    assert {each["story"] for each in one["matters"]} == {1}
    assert party["matters"]
    assert all("Dockers’ Union" in each["parties"] for each in party["matters"])
    assert {each["date"] for each in days["articles"]} == {"2025-03-05"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--story", "7"), "there is no story 7"),
        (("--party", "Nobody Atall"), "no party goes by Nobody Atall"),
        (("--since", "yesterday"), "'yesterday' is no day"),
        (("--since", "2031-01-01"), "no article is of these days, outlets and words"),
        (("--outlet", "The Moon"), "no article is of these days, outlets and words"),
    ],
)
def test_what_is_not_there(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("digest", STORY, *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_an_outlet_is_chosen_by_name(run: Run, tmp_path: Path) -> None:
    rows = [
        {
            "id": name,
            "outlet": name.title(),
            "text": f"The ferry to Tarn will end in {name}.\n\nAnn Lee said it was sad.",
        }
        for name in ("courier", "tribune")
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    found = json.loads(run("stories", path, "--outlet", "courier", "--format", "json").out)
    assert [each["outlets"] for each in found] == [["Courier"]]


@pytest.mark.parametrize("view", ["stories", "sources"])
def test_a_table_makes_no_page(run: Run, view: str) -> None:
    result = run(view, STORY, "--format", "html")
    assert result.status == 2
    assert "makes no page" in result.err


def test_no_cell_of_the_sheet_is_a_formula(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=SUM(1)\n\n“=cmd|' /C calc'!A0,” Ann Lee said.\n", "utf-8")
    rows = list(csv.reader(io.StringIO(run("digest", tmp_path, "--format", "csv").out)))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(run: Run, columns: int) -> None:
    shown = run("digest", STORY, terminal=True, columns=columns, variables={"NO_COLOR": "1"})
    assert max(map(len, shown.out.splitlines())) <= columns
    assert "\x1b" not in shown.out


@pytest.mark.parametrize(
    ("name", "value"), [("date", 20240308), ("title", ["a"]), ("words", None), ("extra", []), ("source", {"a": 1})]
)
def test_a_finished_brief_with_a_wrong_type_is_an_input_error(run: Run, tmp_path: Path, name: str, value: Any) -> None:
    first, *others = run("summarize", STORY, "--format", "jsonl", "--with-text").out.splitlines()
    spoilt = json.loads(first)
    spoilt["article"][name] = value
    path = tmp_path / "briefs.jsonl"
    path.write_text("\n".join([json.dumps(spoilt), *others]), "utf-8")
    result = run("digest", path, "--format", "json")

    assert (result.status, result.err.count("\n")) == (1, 1)
    assert "briefs.jsonl:1: is no finished brief" in result.err
    assert len(json.loads(result.out)["articles"]) == len(others)


def test_what_was_not_taken_is_counted_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway promised to pay, Sigrid Aune said on Friday.", "utf-8")
    (tmp_path / "b.xyz").write_text("words", "utf-8")

    assert run("stories", tmp_path).err == "brief: 1 not taken (1 .xyz); -v names them\n"
    assert f"brief: not taken: {tmp_path / 'b.xyz'}: " in run("stories", tmp_path, "-v").err
