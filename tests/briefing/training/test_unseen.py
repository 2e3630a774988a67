"""What networks found in articles that they had not learned from is written as spans and read again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.attribution import attribute
from briefing.attribution.assembly import Found
from briefing.language import analyse
from briefing.model import STANCES
from briefing.reading import parse_article
from briefing.training import unseen
from briefing.training.lines import dense, line, read

TEXT = "Dana Orr said on Monday the dam will hold. Rain fell."
FOUND = Found((0, 1), (2,), (5, 6, 7, 8), 0.88, tuple(float(name == "predict") for name in STANCES))


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    unseen._records.cache_clear()
    yield
    unseen._records.cache_clear()


def test_what_was_written_is_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    document = analyse(parse_article(TEXT))
    data = unseen.write([("one", document, [FOUND])])
    monkeypatch.setattr(unseen, "read_bytes", lambda name: data)
    (each,) = unseen.unseen("one", document)
    assert [TEXT[span.start : span.end] for span in each.content] == ["the dam will hold"]
    assert (each.confidence, each.stances) == (FOUND.confidence, FOUND.stances)


def test_other_articles_are_read_by_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    document = analyse(parse_article(TEXT))
    monkeypatch.setattr(unseen, "read_bytes", lambda name: unseen.write([("one", document, [])]))
    assert unseen.unseen("one", document) == ()
    assert unseen.unseen("other", document) == attribute(document) != ()


def test_small_shares_of_stances_are_left_out() -> None:
    document = analyse(parse_article(TEXT))
    shares = (0.96, 0.04, *[0.0] * (len(STANCES) - 2))
    made = line("one", document, [Found((), (2,), (5,), 0.5, shares)])
    assert '"stances":[[0,96]]' in made
    assert dense([(0, 30), (2, 10)])[:3] == (0.75, 0.0, 0.25)
    assert [each.content for each in read(document, {"attributions": []})] == []
