"""The place of a result is inside the folder of results, on every file system, whatever the article is called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.batch.targets import claim_of, numbered, target


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "a.json"),
        ("deep/b.md.gz", "deep/b.json"),
        ("news/2024.03 report", "news/2024.03 report.json"),
        ("../../etc/passwd", "etc/passwd.json"),
        ("/etc/passwd", "etc/passwd.json"),
        ("..\\..\\windows", "windows.json"),
        ("C:\\x", "C_/x.json"),
        ("..", "article.json"),
        ("", "article.json"),
        ("a/./b//c", "a/b/c.json"),
        (".hidden", "_hidden.json"),
        ("a\x00b\x1b[2Jc", "a_b_[2Jc.json"),
        ("\u202egpj.txt", "_gpj.json"),
        ("\udcff", "_.json"),
        ("con.txt", "_con.json"),
        ("a.json/b", "a.json_/b.json"),
        ("trailing. ", "trailing.json"),
    ],
)
def test_the_place_is_safe(path: str, expected: str) -> None:
    assert target(path, ".json") == expected


def test_long_names_stay_apart() -> None:
    first, second = (target("x" * 300 + end, ".json") for end in "ab")

    assert first != second
    assert len(first) < 130


@given(path=st.text(max_size=30) | st.lists(st.sampled_from(["..", ".", "/", "\\", "\0", "a", "~"])).map("".join))
@settings(max_examples=100)
def test_no_place_leads_out(path: str) -> None:
    parts = target(path, ".json").split("/")

    assert all(part not in ("", ".", "..") and not part.startswith(".") for part in parts)
    "/".join(parts).encode("utf-8")


def test_names_that_some_file_system_cannot_tell_apart_are_one_claim() -> None:
    assert claim_of("Cafe\u0301.json") == claim_of("caf\u00e9.JSON")
    assert numbered("a/b.json", 2) == "a/b~2.json"
