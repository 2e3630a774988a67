"""What kind of question a source asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.briefing.marked import Asked

KINDS = [
    ("[s:Mary Lamb] [c:said] [t:so].", "name", "lamb"),
    ("[s:The Harbour Trust] [c:said] [t:so].", "name", "trust"),
    ("[s:The Mail on Sunday] [c:said] [t:so].", "name", "sunday"),
    ("[s:The trust on Sunday] [c:said] [t:so].", "collective", "trust"),
    ("[s:She] [c:said] [t:so].", "he", "she"),
    ("[s:They] [c:said] [t:so].", "they", "they"),
    ("[s:It] [c:said] [t:so].", "it", "it"),
    ("[s:Both sides] [c:said] [t:so].", "pair", "sides"),
    ("[s:The skipper's lawyer] [c:said] [t:so].", "role", "lawyer"),
    ("[s:The company] [c:said] [t:so].", "collective", "company"),
    ("[s:A report on fish] [c:said] [t:so].", "document", "report"),
    ("[s:A report seen by the Harbour Trust] [c:said] [t:so].", "document", "report"),
    ("[s:Some skippers held in Hull] [c:said] [t:so].", "group", "skippers"),
    ("[s:Some skippers freed Tuesday] [c:said] [t:so].", "group", "skippers"),
    ("[s:The freed skippers] [c:said] [t:so].", "group", "skippers"),
    ("[s:The locally owned Quill Lines] [c:said] [t:so].", "name", "lines"),
    ("[s:The accused] [c:said] [t:so].", "group", "accused"),
    ("[s:The Scot] [c:said] [t:so].", "role", "scot"),
    ("[s:The French] [c:said] [t:so].", "name", "french"),
    ("[s:Some skippers from Hull] [c:said] [t:so].", "group", "skippers"),
    ("[s:Nearly 40%] [c:said] [t:so].", "group", ""),
    ("[c:Said] [t:so].", "none", "said"),
]


@pytest.mark.parametrize(("sentence", "table", "head"), KINDS)
def test_the_head_of_a_source_tells_what_is_asked(
    asked: Callable[..., Asked], sentence: str, table: str, head: str
) -> None:
    question = asked(sentence).question
    assert (question.table, question.head) == (table, head)


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("[s:The spokesmen] [c:said] [t:so].", "spokes s the"),
        ("[s:A former minister] [c:said] [t:so].", "office ex"),
        ("[s:The trawlerman] [c:said] [t:so].", "group the who"),
        ("[s:Her firms] [c:said] [t:so].", "company s own"),
        ("[s:Two thirds] [c:said] [t:so].", "share"),
    ],
)
def test_number_article_and_owner_say_it_closer(asked: Callable[..., Asked], sentence: str, tag: str) -> None:
    assert asked(sentence).question.tag == tag


def test_a_noun_for_a_body_within_a_source_is_kept(asked: Callable[..., Asked]) -> None:
    assert asked("[s:A post on the company's website] [c:said] [t:so].").question.inner == "company"
