"""What the command does with its inputs and options: output, messages and exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from briefing.attribution.attributions import OPERATING_POINT
from briefing.codec import from_json
from briefing.model import Article, Stance
from briefing.reading.loading import article_of
from briefing.reading.raw import Raw, Reading
from briefing.rendering import FORMATS, View
from briefing.rendering.digest import DIGEST_FORMATS
from briefing.rendering.output_formats import shows
from cli.options import DigestFormatName, FormatName

if TYPE_CHECKING:
    from tests.cli.conftest import Run

VIEWS: dict[str, View] = {
    "summarize": "brief",
    "quotes": "quotes",
    "positions": "positions",
    "explain": "explanation",
}
COMMANDS = tuple(VIEWS)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("format", FORMATS)
def test_every_command_prints_every_format(run: Run, harbour: Path, command: str, format: str) -> None:
    result = run(command, harbour, "--format", format)

    if not shows(format, VIEWS[command]):
        assert result.status == 2
        assert "choose another format" in result.err
        return
    assert (result.status, result.err) == (0, "")
    assert result.out.endswith("\n")


def test_the_formats_of_the_command_are_those_of_the_library() -> None:
    assert get_args(FormatName) == FORMATS
    assert get_args(DigestFormatName) == DIGEST_FORMATS


def test_the_confidence_that_is_asked_for_by_default_is_told(run: Run) -> None:
    assert f"Without it: {OPERATING_POINT}." in " ".join(run("summarize", "--help").out.split())


def test_the_default_is_terminal_on_a_terminal_and_text_in_a_pipe(run: Run, harbour: Path) -> None:
    assert run("summarize", harbour).out.startswith("title: Ministers promise")
    assert run("summarize", harbour, terminal=True, variables={"NO_COLOR": "1"}).out.startswith("Ministers promise")


EXCEL = [
    ("summarize", "harbour.txt"),
    ("positions", "harbour.txt", "-o", "out.csv"),
    ("quotes", "harbour.txt", "-f", "csv"),
    ("explain", "harbour.txt"),
    ("digest", "harbour.txt"),
    ("batch", "harbour.txt", "-o", "out.csv", "-j", "1"),
    ("batch", "harbour.txt", "-o", "out", "-j", "1"),
    ("batch", "harbour.txt", "-o", "-", "-j", "1"),
]


@pytest.mark.parametrize("arguments", EXCEL, ids=" ".join)
def test_excel_gets_csv_with_a_byte_order_mark(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(harbour.parent)
    result = run(*arguments, "--excel")
    files = [path.read_text("utf-8") for path in harbour.parent.rglob("*.csv")]
    shown = files[0] if files else result.out

    assert (result.status, len(files)) == (0, "out" in " ".join(arguments))
    assert shown.startswith("\ufeff")
    assert len(list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"))))) > 1


@pytest.mark.parametrize("command", ["summarize", "batch", "digest"])
@pytest.mark.parametrize("other", [("-f", "json", "-o", "out.csv"), ("-o", "out.json")])
def test_excel_reads_csv_alone(run: Run, harbour: Path, command: str, other: tuple[str, ...]) -> None:
    result = run(command, harbour, "--excel", *other)

    assert result.status == 2
    assert "--excel is for CSV and not for json; give one of them" in result.err


def test_the_output_file_says_the_format(run: Run, harbour: Path, tmp_path: Path) -> None:
    result = run("summarize", harbour, "-o", tmp_path / "out.json", terminal=True)

    assert (result.status, result.out, result.err) == (0, "", "")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["schema"] == "brief/1"


def test_an_output_file_is_never_coloured(run: Run, harbour: Path, tmp_path: Path) -> None:
    run("summarize", harbour, "-o", tmp_path / "out", "-f", "terminal", terminal=True)

    assert "\x1b" not in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_standard_input_is_read(run: Run, harbour: Path, arguments: tuple[str, ...]) -> None:
    result = run("summarize", *arguments, "-f", "json", stdin=harbour.read_bytes())
    article = json.loads(result.out)["article"]

    assert article["source"] == "-"
    assert article["title"] == "Ministers promise to save the harbour"


@pytest.mark.parametrize("command", COMMANDS)
def test_without_input_a_terminal_gets_the_help(run: Run, command: str) -> None:
    result = run(command, stdin_is_terminal=True)

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"Usage: brief {command}")


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("Usage: brief")


@pytest.mark.parametrize("arguments", [("-h",), ("--help",), *((command, "-h") for command in COMMANDS)])
def test_help_has_examples(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (result.status, result.err) == (0, "")
    assert "Examples:\n" in result.out


def test_version(run: Run) -> None:
    result = run("--version")

    assert result.status == 0
    assert re.fullmatch(r"brief \d+\.\d+\.\d+\S*\n", result.out)


def test_a_folder_is_an_array_in_a_fixed_order(run: Run, folder: Path) -> None:
    records = json.loads(run("summarize", folder, "-f", "json").out)

    assert [record["article"]["source"] for record in records] == [
        str(folder / name) for name in ("a.md", "b.txt", "deep/c.markdown")
    ]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_one_bad_input_does_not_stop_the_others(run: Run, harbour: Path, tmp_path: Path, format: str) -> None:
    missing = tmp_path / "missing.txt"
    result = run("summarize", missing, harbour, "-f", format)
    records = json.loads(result.out) if format == "json" else [json.loads(line) for line in result.out.splitlines()]

    assert result.status == 1
    assert records[0] == {
        "schema": "brief/1",
        "article": {"source": str(missing)},
        "error": {"kind": "missing", "message": "no such file or folder; check the name"},
    }
    assert from_json(records[1]).article.id == "harbour"
    assert result.err == f"brief: error: {missing}: no such file or folder; check the name\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \n\t\n", "it holds no words"),
        ("binary.txt", bytes(range(256)) * 20, "binary"),
        ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(run: Run, tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("summarize", path, "-f", "json")

    assert (result.status, result.out) == (1, "")
    assert re.fullmatch(rf"brief: error: {re.escape(str(path))}: [^\n]*{message}[^\n]*[;:] [^\n]+\n", result.err)


def test_bytes_that_do_not_fit_the_encoding_are_told_with_a_way_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Der Präsident sagte nein.".encode("latin-1"))
    result = run("summarize", path, "--encoding", "utf-8")

    assert result.status == 1
    assert len(result.err.splitlines()) == 1
    assert "--encoding" in result.err
    assert run("summarize", path, "--encoding", "latin-1").status == 0


def test_how_odd_bytes_were_read_is_noted_unless_quiet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Der Präsident sagte nein.".encode("latin-1"))
    result = run("summarize", path)

    assert result.status == 0
    assert result.err.startswith(f"brief: note: {path}: ")
    assert run("summarize", path, "--quiet").err == ""


def test_a_folder_without_articles_is_told(run: Run, tmp_path: Path) -> None:
    result = run("summarize", tmp_path)

    assert result.status == 1
    assert result.err.startswith(f"brief: error: {tmp_path}: no articles in it")


def test_a_file_that_may_not_be_read_is_told(run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(13, os.strerror(13), str(path))

    monkeypatch.setattr(Path, "open", refuse)  # tests may run as root, who may read everything
    result = run("summarize", harbour)

    assert result.status == 1
    assert result.err == f"brief: error: {harbour}: no permission to read it; check its access rights\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("summarize", "-f", "xml"), "'xml' is not one of"),
        (("summarize", "-f", "pdf"), "'pdf' is not one of"),
        (("summarize", "-n", "0"), "0 is not in the range"),
        (("summarize", "-n", "many"), "'many' is not a valid int"),
        (("summarize", "-w", "0"), "0 is not in the range"),
        (("summarize", "-p", "-1"), "-1 is not in the range"),
        (("summarize", "--quote-weight", "1.5"), "1.5 is not in the range"),
        (("summarize", "--quote-weight", "nan"), "nan is not a number from 0 to 1"),
        (("summarize", "--min-confidence", "-0.1"), "-0.1 is not in the range"),
        (("summarize", "-n", "3", "-w", "60"), "do not go together; give one of them"),
        (("summarize", "--encoding", "klingon"), "there is no text encoding 'klingon'"),
        (("summarize", "--encoding", "base64"), "there is no text encoding 'base64'"),
        (("summarize", "--parties", "missing.toml"), "missing.toml"),
        (("summarize", "--output", "missing/out.txt"), "cannot be written"),
        (("positions", "--stance", "angry"), "'angry' is not one of"),
        (("summarise",), "Did you mean 'summarize'?"),
        (("summarize", "--formt", "text"), "No such option: --formt"),
        (("explain", "a.txt", "b.txt"), "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments, stdin=b"The bank failed.")

    assert (result.status, result.out) == (2, "")
    assert re.fullmatch(r"brief: error: [^\n]+; [^\n]+\n", result.err)
    assert message in result.err


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xff\xfe", "is not UTF-8"), (b"[[party\n", "bad.toml")],
)
def test_a_bad_file_of_parties_is_wrong_usage(
    run: Run, harbour: Path, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "bad.toml").write_bytes(content)
    result = run("summarize", harbour, "--parties", tmp_path / "bad.toml")

    assert (result.status, result.out) == (2, "")
    assert re.fullmatch(r"brief: error: --parties: [^\n]+\n", result.err)
    assert message in result.err


def test_a_fault_outside_any_input_is_one_line(run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(request: object, environment: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("cli.run.run", fail)
    result = run("summarize", harbour)

    assert result.status == 1
    assert (
        result.err == "brief: error: a fault in brief (ZeroDivisionError: oops); run again with --debug and report it\n"
    )
    assert run("summarize", harbour, "--debug").err.startswith("Traceback")


def test_an_input_that_is_closed_is_told(run: Run) -> None:
    result = run("summarize", "-", stdin=None)

    assert (result.status, result.err) == (
        1,
        "brief: error: standard input: cannot be read (standard input is closed)\n",
    )


def test_a_file_in_the_place_of_a_command_is_understood(run: Run, harbour: Path) -> None:
    result = run(harbour)

    assert result.status == 2
    assert f"brief summarize {harbour}" in result.err


def test_an_output_over_the_input_is_refused(run: Run, harbour: Path) -> None:
    before = harbour.read_bytes()
    result = run("summarize", harbour, "-o", harbour)

    assert result.status == 2
    assert harbour.read_bytes() == before


def test_the_summary_has_the_length_asked_for(run: Run, harbour: Path) -> None:
    def summary(*arguments: str) -> list[str]:
        record = json.loads(run("summarize", harbour, "-f", "json", *arguments).out)
        return [sentence["text"] for sentence in record["summary"]]

    assert len(summary("-n", "1")) == 1
    assert len(summary("-n", "2")) == 2
    assert sum(len(text.split()) for text in summary("--words", "20")) <= 20


def test_with_text_the_offsets_cut_the_words_back_out(run: Run, harbour: Path) -> None:
    record = json.loads(run("summarize", harbour, "-f", "json", "--with-text").out)
    text = record["article"]["text"]

    assert text == harbour.read_text("utf-8")
    assert all(text[each["start"] : each["end"]] == each["text"] for each in record["summary"])


def test_positions_are_those_of_a_party_or_a_stance(run: Run, harbour: Path) -> None:
    def rows(*arguments: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run("positions", harbour, "-f", "csv", *arguments).out)))

    everything = rows()
    stances = {row["stance"] for row in everything}
    party = everything[0]["parties"].split("; ")[0]

    assert stances <= set(get_args(Stance))
    assert [row for row in everything if party in row["parties"].split("; ")] == rows("--party", party.upper())
    assert rows("--party", "Atlantis") == []
    for stance in stances:
        assert [row for row in everything if row["stance"] == stance] == rows("--stance", stance)


def test_quotes_name_the_speaker(run: Run, harbour: Path) -> None:
    lines = run("quotes", harbour).out.splitlines()

    assert "Sigrid Aune" in lines[0]
    assert "\t“We will not let the harbour die" in lines[0]


def test_explain_adds_up(run: Run, harbour: Path) -> None:
    sentences = json.loads(run("explain", harbour, "-f", "json").out)["sentences"]

    assert [each["sentence"] for each in sentences] == list(range(len(sentences)))
    assert sorted(each["rank"] for each in sentences if each["rank"]) == [1, 2, 3]
    for each in sentences:
        assert each["score"] == pytest.approx(sum(each["why"].values()), abs=0.001)


def test_the_same_call_gives_the_same_bytes(run: Run, folder: Path) -> None:
    assert run("summarize", folder, "-f", "jsonl") == run("summarize", folder, "-f", "jsonl")


def test_verbose_tells_what_is_done(run: Run, harbour: Path) -> None:
    assert re.fullmatch(
        rf"brief: {re.escape(str(harbour))}: \d+ words in \d+\.\d\d s\n", run("summarize", harbour, "-v").err
    )


def test_debug_shows_where_an_error_came_from(run: Run, tmp_path: Path) -> None:
    result = run("summarize", tmp_path / "missing.txt", "--debug")

    assert result.status == 1
    assert result.err.startswith("Traceback")
    assert "Traceback" not in run("summarize", tmp_path / "missing.txt").err


def test_a_fault_of_ours_is_told_and_the_other_inputs_are_done(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_stdin(raw: Raw, reading: Reading) -> Article:
        if raw.source == "-":
            raise ZeroDivisionError("oops")
        return article_of(raw, reading)

    monkeypatch.setattr("cli.run.article_of", fail_on_stdin)
    result = run("summarize", "-", harbour)

    assert result.status == 1
    assert result.err.startswith("brief: error: standard input: a fault in brief (ZeroDivisionError: oops)")
    assert "Ministers promise" in result.out


def test_an_interrupt_ends_with_one_line_and_whole_json(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(raw: Raw, reading: Reading) -> Article:
        if raw.source == "-":
            raise KeyboardInterrupt
        return article_of(raw, reading)

    monkeypatch.setattr("cli.run.article_of", interrupted)
    result = run("summarize", harbour, "-", harbour, "-f", "json")

    assert (result.status, result.err) == (130, "brief: interrupted\n")
    assert len(json.loads(result.out)) == 1
