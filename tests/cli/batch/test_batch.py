"""``brief batch`` in this process: places, formats, order, what is done again, what is reported."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TEXT = "The bank promised on Monday to pay number {}. “We will pay,” Ann Lee said."


def records(count: int, **more: Any) -> bytes:
    return b"".join(json.dumps({"id": f"n/{i}", "text": TEXT.format(i)} | more).encode() + b"\n" for i in range(count))


def files(folder: Path) -> dict[str, bytes]:
    """The results in a folder, by their place."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("report.json", ".brief.sqlite")
    }


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return found


def test_a_folder_is_mirrored(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("batch", folder, "-o", tmp_path / "out", "-j", "1")

    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("brief: 3 done, 0 failed, 1 not taken (1 .xyz) (")
    assert list(files(tmp_path / "out")) == ["a.json", "b.json", "deep/c.json"]
    assert files(tmp_path / "out")["b.json"].decode() == run("summarize", folder / "b.txt", "-f", "json").out


@pytest.mark.parametrize(
    ("format", "suffix"), [("text", "txt"), ("markdown", "md"), ("json", "json"), ("jsonl", "jsonl"), ("csv", "csv")]
)
def test_each_format_has_its_ending(run: Run, harbour: Path, tmp_path: Path, format: str, suffix: str) -> None:
    run("batch", harbour, "-o", tmp_path / "out", "-j", "1", "-f", format)

    expected = run("summarize", harbour, "-f", format).out
    assert files(tmp_path / "out") == {f"harbour.{suffix}": expected.encode()}


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.json", "-"])
def test_one_stream_is_what_summarize_prints(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    format = "jsonl" if name == "-" else name.partition(".")[2]
    result = run("batch", folder, "-o", name if name == "-" else tmp_path / name, "-j", "1", "-q")
    written = result.out if name == "-" else (tmp_path / name).read_text("utf-8")

    assert (result.status, result.err) == (0, "")
    assert written == run("summarize", folder, "-f", format).out
    assert not list(tmp_path.glob(".out*"))


def test_the_same_bytes_for_any_number_of_jobs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(records(40) + b"oops\n" + records(3))
    one = run("batch", tmp_path / "a.jsonl", "-o", "-", "-j", "1", "-q")
    two = run("batch", tmp_path / "a.jsonl", "-o", "-", "-j", "2", "-q")

    assert one == two
    assert len(one.out.splitlines()) == 44


def test_articles_of_one_name_have_places_of_their_own(run: Run, tmp_path: Path) -> None:
    stdin = records(2, id="../../x") + records(1, id="X") + records(1, id="report")
    run("batch", "-", "-o", tmp_path / "out", "-j", "1", stdin=stdin)

    assert list(files(tmp_path / "out")) == ["X~3.json", "report~2.json", "x.json", "x~2.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_what_is_done_is_not_done_again(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call = ("batch", folder, "-o", out, "-j", "1")
    run(*call)
    first, times = files(out), {path: path.stat().st_mtime_ns for path in out.rglob("*.json")}
    (folder / "b.txt").write_text("The bank failed on Monday.")
    (out / "deep" / "c.json").write_bytes(b"{")

    assert run(*call).err.startswith("brief: 2 done, 0 failed, 1 done before")
    assert (out / "a.json").stat().st_mtime_ns == times[out / "a.json"]
    assert {name for name, data in files(out).items() if data != first[name]} == {"b.json"}
    assert run(*call).err.startswith("brief: 0 done, 0 failed, 3 done before")
    assert run(*call, "-n", "1").err.startswith("brief: 3 done, 0 failed, 1 not taken (1 .xyz) (")
    assert run(*call, "-n", "1", "--force").err.startswith("brief: 3 done, 0 failed, 1 not taken (1 .xyz) (")


@pytest.mark.parametrize("log", [b"not a database at all, whatever its name may say" * 50, b""])
def test_a_record_of_what_is_done_that_is_broken_costs_only_time(
    run: Run, folder: Path, tmp_path: Path, log: bytes
) -> None:
    run("batch", folder, "-o", tmp_path / "out", "-j", "1")
    (tmp_path / "out" / ".brief.sqlite").write_bytes(log)

    assert run("batch", folder, "-o", tmp_path / "out", "-j", "1").err.startswith(
        "brief: 3 done, 0 failed, 1 not taken (1 .xyz) ("
    )


def test_what_fails_is_named_counted_and_reported(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a0.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "zero.txt").touch()
    result = run("batch", folder, tmp_path / "missing.txt", "-o", tmp_path / "out", "-j", "1")
    found = report(tmp_path / "out")

    assert result.status == 1
    assert [line.startswith("brief: error: ") for line in result.err.splitlines()] == [True, True, True, False]
    assert result.err.splitlines()[-1].startswith("brief: 3 done, 3 failed, 1 not taken (1 .xyz) (")
    assert found["counts"] == {"articles": 6, "done": 3, "skipped": 0, "failed": 3, "not_taken": 1}
    assert [each["kind"] for each in found["failures"]] == ["binary", "empty", "missing"]
    assert found["complete"] is True
    assert found["options"]["format"] == "json"


def test_fail_fast_stops_at_the_first(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a0.txt").touch()
    result = run("batch", folder, "-o", tmp_path / "out", "-j", "1", "--fail-fast")

    assert result.status == 1
    assert report(tmp_path / "out")["complete"] is False
    assert report(tmp_path / "out")["counts"]["failed"] == 1
    assert run("batch", folder, "-o", tmp_path / "out", "-j", "1").status == 1


def test_timings_name_the_stages(run: Run, harbour: Path) -> None:
    said = run("batch", harbour, "-o", "-", "-j", "1", "--timings").err

    assert [line.split()[1] for line in said.splitlines()[1:]] == [
        *("reading", "language", "attribution", "parties", "salience", "positions", "brief", "rendering")
    ]


def test_a_report_can_be_asked_for(run: Run, harbour: Path, tmp_path: Path) -> None:
    run("batch", harbour, "-o", "-", "-j", "1", "--report", tmp_path / "r.json")

    assert json.loads((tmp_path / "r.json").read_text())["counts"]["done"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("{folder}",), "no output"),
        (("-o", "out"), "no input"),
        (("{folder}", "-o", "{folder}"), "lies in the folder of the results"),
        (("{folder}/b.txt", "-o", "{folder}", "-f", "text"), "lies in the folder of the results"),
        (("{folder}", "-o", "{folder}/b.txt/x"), "no folder can be made"),
        (("{folder}", "-o", "{folder}/nowhere/x.csv"), "cannot be written"),
        (("{folder}", "-o", "x", "-f", "terminal"), "the format terminal"),
        (("-", "--files-from", "-", "-o", "x"), "standard input cannot be"),
        (("{folder}", "-o", "x", "-n", "1", "-w", "9"), "do not go together"),
        (("{folder}", "-o", "x", "--encoding", "klingon"), "no text encoding"),
    ],
)
def test_wrong_usage_is_one_line(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("batch", "-j", "1", *(each.format(folder=folder) for each in arguments))
    errors = [line for line in result.err.splitlines() if line.startswith("brief: error")]

    assert (result.status, result.out) == (2, "")
    assert len(errors) == 1
    assert message in errors[0]
    assert (folder / "b.txt").read_text().startswith("Council")


def test_only_one_run_writes_to_a_folder(run: Run, harbour: Path, tmp_path: Path) -> None:
    from cli.batch.journal import Journal

    (tmp_path / "out").mkdir()
    held = Journal(tmp_path / "out")
    result = run("batch", harbour, "-o", tmp_path / "out", "-j", "1")
    held.close()

    assert result.status == 2
    assert "another run writes there" in result.err


def test_a_stream_that_was_cut_short_goes_on(run: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(records(5) + b"oops\n" + records(4))
    run("batch", source, "-o", out, "-j", "1")
    expected = out.read_bytes()
    out.unlink()
    source.write_bytes(records(3) + b"oops\n")
    assert run("batch", source, "-o", out, "-j", "1", "--fail-fast").status == 1
    assert not out.exists()
    with (tmp_path / ".out.jsonl.part").open("ab") as part, (tmp_path / ".out.jsonl.log").open("ab") as log:
        part.write(b"half a rec")
        log.write(b'{"key": "half')
    source.write_bytes(records(5) + b"oops\n" + records(4))
    result = run("batch", source, "-o", out, "-j", "1")

    assert "3 done before" in result.err
    assert out.read_bytes() == expected
    assert not list(tmp_path.glob(".out*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(run: Run, harbour: Path) -> None:
    result = run("batch", harbour, "-o", "/dev/full", "-f", "jsonl", "-j", "1", "-q")

    assert result.status == 1
    assert len(result.err.splitlines()) == 1
    assert "No space left" in result.err


def test_a_disk_that_fills_leaves_no_half_file(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name.startswith(".b"):
            write(path, data[:10])
            raise OSError(28, os.strerror(28))
        return write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        result = run("batch", folder, "-o", tmp_path / "out", "-j", "1", "-q")

    assert result.status == 1
    assert "No space left" in result.err
    assert len(result.err.splitlines()) == 1
    assert list(files(tmp_path / "out")) == ["a.json"]
    assert run("batch", folder, "-o", tmp_path / "out", "-j", "1").err.startswith("brief: 2 done, 0 failed, 1 done")


def test_only_articles_in_one_language_are_briefed_and_the_others_counted(run: Run, tmp_path: Path) -> None:
    texts = {
        "en": TEXT.format(1) * 3,
        "short": "Vote delayed.",
        "de": "Der Rat hat am Dienstag beschlossen, dass die Brücke über den Fluss nicht mehr gebaut wird. " * 3,
        "ja": "市議会は火曜日の夜、川に新しい橋を架けることを決めた。工事は三月に始まる。",
    }
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    result = run("batch", tmp_path / "in", "-o", tmp_path / "out", "--only-language", "en-GB", "-j", "1")

    assert result.status == 0
    assert "2 done, 0 failed, 2 in another language" in result.err
    assert list(files(tmp_path / "out")) == ["en.json", "short.json"]
    assert report(tmp_path / "out")["counts"]["other_language"] == 2
