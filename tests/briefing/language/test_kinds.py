"""Kinds of quotations: speech, unless a short one is a scare quote, a title or a nickname."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Document

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will wait for the report," Anna Berg said.', "speech"),
        ('Holm called the plan "a mistake".', "speech"),
        ('The two sides expressed "grave concern" over the drills.', "speech"),
        ('He said the vote was "rigged" and left.', "speech"),
        ("They condemned the “outrage” on Friday.", "speech"),
        ('The banner read "No".', "speech"),
        ('"Never!"', "speech"),
        ('The "free" lunch costs ten dollars.', "scare"),
        ("The so-called “experts” met.", "scare"),
        ('A rise of the "super rich" has changed the town.', "scare"),
        ('Her novel "The Glass Harbour" is out in May.', "title"),
        ("He starred in “Harbour” for two years.", "title"),
        ('In 1990 "A House by the Northern Sea" won every prize.', "title"),
        ('The crowd shouted "Berg Must Go" for hours.', "speech"),
        ('Karl "The Rock" Holm has retired.', "name"),
        ('Karl "The Iron Fist" Holm has retired.', "name"),
        ('The "not so free" lunch costs ten dollars.', "scare"),
        ('The "not so very free" lunch costs ten dollars.', "speech"),
        ('The general, nicknamed "Iron Karl", has retired.', "name"),
    ],
)
def test_kind(read: Read, text: str, kind: str) -> None:
    assert [quotation.kind for quotation in read(text).quotations] == [kind]
