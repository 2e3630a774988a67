"""What the command writes for other people's tools is read back by their rules, offsets and all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.workbench.hostile import HOSTILE, article
from tests.readers import Standoff, read_collection, read_note, read_standoff

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").glob("[a-z]*") if path.suffix in {".txt", ".md"})


def sample_id(path: Path) -> str:
    return path.stem


def standoff_of(path: Path) -> Standoff:
    """An ``.ann`` file with the text beside it and the configuration of its folder."""
    text = path.with_suffix(".txt").read_bytes().decode()
    return read_standoff(path.read_bytes().decode(), text, (path.parent / "annotation.conf").read_text("utf-8"))


@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_the_annotations_of_each_sample(run: Run, path: Path) -> None:
    record = json.loads(run("summarize", path, "-f", "json", "--with-text").out)
    result = run("summarize", path, "-f", "annotations")
    found = read_collection(json.loads(result.out), record["article"]["text"])

    assert result.status == 0
    assert [list(each.places) for each in found] == [
        [(piece["start"], piece["end"]) for piece in position["content"]] for position in record["positions"]
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_the_standoff_of_each_sample(run: Run, tmp_path: Path, path: Path) -> None:
    record = json.loads(run("summarize", path, "-f", "json", "--with-text").out)
    assert run("batch", path, "-o", tmp_path / "out", "-f", "brat", "-j", "1").status == 0
    lines = (tmp_path / "out" / f"{path.stem}.ann").read_bytes().decode()
    text = (tmp_path / "out" / f"{path.stem}.txt").read_bytes().decode()
    found = read_standoff(lines, text, (tmp_path / "out" / "annotation.conf").read_text("utf-8"))
    contents = [mark for mark in found.marks.values() if mark.type == "Content"]

    assert text == record["article"]["text"]
    assert lines == run("summarize", path, "-f", "brat").out
    assert [" ".join(mark.words.split()) for mark in contents] == [
        " ".join(" ".join(piece["text"] for piece in position["content"]).split()) for position in record["positions"]
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_the_note_of_each_sample(run: Run, path: Path) -> None:
    properties, body = read_note(run("summarize", path, "-f", "obsidian").out)

    assert properties["source"] == str(path)
    assert properties["parties"]
    assert body == "\n" + run("summarize", path, "-f", "markdown").out


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_are_marked_where_their_words_stand(run: Run, tmp_path: Path, name: str) -> None:
    said = "The Bank of England said on Monday that it would pay for the repair of the wall in the spring. "
    text = f"{article(HOSTILE[name])}\n\n{said * 6}\n"  # enough of English for it to be told
    record = {"id": "a", "title": HOSTILE[name], "text": text, "outlet": HOSTILE[name]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n")
    for format in ("brat", "annotations", "obsidian"):
        assert run("batch", tmp_path / "a.jsonl", "-o", tmp_path / format, "-f", format, "-j", "1").status == 0
    out = tmp_path / "brat" / "a" / "a.ann"
    text = out.with_suffix(".txt").read_bytes().decode()
    configuration = (tmp_path / "brat" / "annotation.conf").read_text("utf-8")

    assert read_standoff(out.read_bytes().decode(), text, configuration).marks
    verbatim = json.loads(run("summarize", tmp_path / "a.jsonl", "-f", "json", "--with-text").out)[0]["article"]["text"]
    assert read_collection(json.loads((tmp_path / "annotations" / "a" / "a.jsonld").read_bytes()), verbatim)
    assert read_note((tmp_path / "obsidian" / "a" / "a.md").read_bytes().decode())[0]["parties"]


@pytest.mark.parametrize(
    "data", ["Mayor said.\r\n\r\nThe mayor said\r\nthe bridge is shut.", "\ufeffThe mayor said no."]
)
def test_the_text_beside_is_the_one_that_is_counted(run: Run, tmp_path: Path, data: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(data.encode())
    run("batch", tmp_path / "in", "-o", tmp_path / "out", "-f", "brat", "-j", "1")
    text = (tmp_path / "out" / "a.txt").read_bytes()

    assert standoff_of(tmp_path / "out" / "a.ann")
    assert text.decode() == data.removeprefix("\ufeff").replace("\r\n", "\n")


def test_articles_of_one_name_keep_their_texts_apart_and_a_lost_one_comes_back(run: Run, tmp_path: Path) -> None:
    records = [{"id": "a", "text": f"The mayor said bridge {number} is shut."} for number in range(2)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    out = tmp_path / "out"
    command = ("batch", tmp_path / "a.jsonl", "-o", out, "-f", "brat", "-j", "1")
    run(*command)
    (out / "a" / "a.txt").unlink()
    again = run(*command)

    assert "1 done, 0 failed, 1 done before" in again.err
    assert sorted(path.name for path in (out / "a").iterdir()) == ["a.ann", "a.txt", "a~2.ann", "a~2.txt"]
    assert (out / "a" / "a.txt").read_text("utf-8") == records[0]["text"]
    assert (out / "a" / "a~2.txt").read_text("utf-8") == records[1]["text"]


def test_positions_are_filtered_for_the_tools_too(run: Run, harbour: Path) -> None:
    text = harbour.read_text("utf-8")
    made = json.loads(run("positions", harbour, "--stance", "warn", "-f", "annotations").out)

    assert [each.bodies[0] for each in read_collection(made, text)] == [("classifying", "warn")]
    assert run("positions", harbour, "--stance", "warn", "-f", "brat").out.count("Content") == 1


def test_the_ending_of_the_output_says_the_format(run: Run, harbour: Path, tmp_path: Path) -> None:
    run("summarize", harbour, "-o", tmp_path / "a.jsonld")
    run("summarize", harbour, "-o", tmp_path / "a.ann")

    assert json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["type"] == "AnnotationCollection"
    assert (tmp_path / "a.ann").read_text("utf-8").startswith("T1\tContent ")


def test_annotations_of_a_folder_are_one_array_and_a_stream_too(run: Run, folder: Path, tmp_path: Path) -> None:
    run("batch", folder, "-o", tmp_path / "all.jsonld", "-j", "1")
    made = json.loads((tmp_path / "all.jsonld").read_text("utf-8"))

    assert made == json.loads(run("summarize", folder, "-f", "annotations").out)
    assert len(made) == 3


@pytest.mark.parametrize("format", ["brat", "obsidian"])
def test_a_format_of_one_file_each_does_not_run_several_together(run: Run, folder: Path, format: str) -> None:
    printed = run("summarize", folder, "-f", format)
    streamed = run("batch", folder, "-o", "-", "-f", format)

    assert (printed.status, printed.out, streamed.status, streamed.out) == (2, "", 2, "")
    assert f"give one input, or brief batch -f {format} -o FOLDER" in printed.err
    assert "give --output a folder" in streamed.err


@pytest.mark.parametrize("other", [("-f", "brat"), ("-o", "digest.ann"), ("-o", "digest.jsonld")])
def test_a_digest_has_its_own_formats(run: Run, harbour: Path, other: tuple[str, ...]) -> None:
    assert run("digest", harbour, *other).status == 2
