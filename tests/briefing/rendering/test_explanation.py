"""An explanation has every sentence in reading order, with its place in the summary."""

from __future__ import annotations

from briefing.language import analyse
from briefing.model import Brief, ScoredSentence, SummarySentence
from briefing.reading import parse_article
from briefing.rendering import explanation


def test_every_sentence_is_there_with_its_rank(ferry: Brief) -> None:
    document = analyse(parse_article("The bank failed on Monday. Nobody was paid. The state stepped in on Friday."))
    scores = [ScoredSentence(sentence.index, 0.5, (("lead", 0.5),)) for sentence in document.sentences]
    piece = document.article.cut(document.sentences[2].start, document.sentences[2].end)
    brief = Brief(ferry.article, (SummarySentence(2, piece, 0.5, ()),), (), (), ())

    explained = explanation(brief, document, reversed(scores))

    assert [each.sentence for each in explained.sentences] == [0, 1, 2]
    assert [each.rank for each in explained.sentences] == [None, None, 1]
    assert explained.sentences[2].piece.text == "The state stepped in on Friday."
