"""The page of a brief says everything without a script, and shows hostile words as words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing.pipeline import Options, analyse_article, make_brief
from briefing.reading import parse_article, read_article
from briefing.rendering import Annotated, Layout, annotated, render
from briefing.rendering.html.highlights import highlighted_blocks
from tests.pages import assert_nothing_foreign, read_page

SAMPLES = sorted((Path(__file__).resolve().parents[4] / "samples").glob("[a-z]*.*"))
ATTACK = """<script>alert(1)</script> wins vote

OSLO — “We will not sell boats </mark><img src=x onerror=alert(1)> to anybody,” said Ann Lee, a fish merchant.

Ann Lee denied "&lt;script&gt; {{ 7 * 7 }} {% raw %} ]]> </script><svg onload=alert(1)>" on Monday.
"""


def subject_of(path: Path) -> Annotated:
    return subject(read_article(path.read_bytes(), source=path.name))


def subject(article: object) -> Annotated:
    found = analyse_article(article)  # type: ignore[arg-type]
    return annotated(make_brief(found, Options()), found.document, found.scores)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_whole_article_stands_on_its_page(path: Path) -> None:
    shown = subject_of(path)
    text = "".join(
        segment.text for passage in highlighted_blocks(shown) for line in passage.lines for segment in line.segments
    )
    prose = "".join(shown.masked[block.start : block.end] for block in shown.blocks)

    def letters(words: str) -> str:
        return "".join(character for character in words if character.isalnum())

    assert letters(text) == letters(prose)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_is_one_small_file_of_ours(path: Path) -> None:
    page = render(subject_of(path), "html")

    assert_nothing_foreign(page)
    assert len(page.encode()) <= 300_000
    assert "default-src 'none'" in page


def test_every_position_is_said_without_a_script() -> None:
    shown = subject_of(SAMPLES[0])
    _, text = read_page(render(shown, "html"))
    for position in shown.brief.positions:
        assert position.stance in text
        assert all(party in text for party in position.parties)


def test_hostile_words_are_words() -> None:
    page = render(subject(parse_article(ATTACK)), "html")
    _, text = read_page(page)

    assert_nothing_foreign(page)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text


def test_the_embedded_record_reads_back() -> None:
    page = render(subject(parse_article(ATTACK)), "html")
    (embedded,) = re.findall(r'<script type="application/json" class="data">(.*?)</script>', page)
    assert {each["id"] for each in json.loads(embedded)["positions"]}


def test_several_briefs_share_one_page() -> None:
    page = render([subject_of(path) for path in SAMPLES[:3]], "html", layout=Layout(many=True))

    assert page.count('<article class="brief ') == 3
    assert page.count("<h1") == 1
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert_nothing_foreign(page)


def test_the_same_page_every_time() -> None:
    assert render(subject_of(SAMPLES[0]), "html") == render(subject_of(SAMPLES[0]), "html")
