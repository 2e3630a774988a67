"""Who is heard: what kind it is, whether it has a name, and how much it says; copies are not counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.digest import digest_briefs
from briefing.model import Brief


def test_who_is_heard(make: Callable[..., Brief], said: Callable[..., object]) -> None:
    quote = "the quay is safe"
    minister = said("Ada Quill", quote, quote=quote, speaker="Ada Quill")
    brief = make(
        "a",
        None,
        [minister, said("analysts", "boats are dear"), said("Quill Corp", "all is well")],
        kinds={"Ada Quill": "person", "analysts": "group"},
    )
    told = tuple(
        replace(each, speakers=tuple(one._replace(role="transport minister") for one in each.speakers))
        for each in brief.positions
    )
    brief = replace(brief, positions=told, article=replace(brief.article, outlet="Courier"))
    digest = digest_briefs([brief])
    heard = {(each.outlet, digest.actors[each.actor].name): each for each in digest.heard}

    assert len(heard) == 6
    ada = heard["Courier", "Ada Quill"]
    assert (ada.kind, ada.role, ada.named, ada.positions) == ("official", "transport minister", True, 1)
    assert (ada.words, ada.quoted_words) == (4, 4)
    assert (heard[None, "analysts"].kind, heard[None, "analysts"].named) == ("unnamed", False)
    assert heard[None, "Quill Corp"].kind == "company"
