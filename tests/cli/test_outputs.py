"""A file appears only when it is whole, keeps its rights, and is left alone when there is nothing to write."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cli.environment import Environment
from cli.errors import OutputError, UsageError
from cli.outputs import open_output

NOWHERE = Environment(None, None, None)


def test_parts_are_joined_in_a_file_that_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with open_output(str(path), NOWHERE) as write:
        write("Größe “1”\n")
        write("\udc80\n")
        assert not path.exists()

    assert path.read_bytes() == "Größe “1”\n?\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.touch(0o600)
    with open_output(str(path), NOWHERE) as write:
        write("new")

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    with open_output(str(link), NOWHERE) as write:
        write("new")

    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_is_cut_short_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")

    def fail_half_way() -> None:
        with open_output(str(path), NOWHERE) as write:
            write("half")
            raise error

    with pytest.raises(error):
        fail_half_way()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    with open_output(str(path), NOWHERE):
        pass

    assert path.read_text() == "old"


@pytest.mark.parametrize("name", [".", "missing/out.txt"])
def test_a_place_where_no_file_can_be_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError), open_output(str(tmp_path / name), NOWHERE):
        pass


def test_a_device_is_written_to_as_it_is() -> None:
    with open_output("/dev/null", NOWHERE) as write:
        write("gone")

    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(OutputError, match="No space left"), open_output("/dev/full", NOWHERE) as write:
        write("x" * 100_000)


@pytest.mark.parametrize("path", [None, "-"])
def test_standard_output_is_written_at_once(path: str | None) -> None:
    out = io.StringIO()
    with open_output(path, Environment(None, out, None)) as write:
        write("now")
        assert out.getvalue() == "now"
