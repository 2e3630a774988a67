"""Sentences: where they end, and that quotations and brackets hold them together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.language import analyse
from briefing.model import Article, Block, Document

Read = Callable[[str], Document]


def _sentences(read: Read, text: str) -> list[str]:
    document = read(text)
    return [text[sentence.start : sentence.end] for sentence in document.sentences]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The vote was lost.", "Nobody cheered.", "Why not?", "Nobody knows!"],
        ["J. K. Holm wrote it.", "She won."],
        ["U.S. President Anna Berg came.", "He left the U.S.", "The end was near."],
        ["It rose 3.5 percent.", "Then it fell to 2.", "Nobody knew."],
        ["We ... have to wait.", "Well...", "The end came."],
        ["No. 10 said no.", "No.", "The answer is no."],
        ["Sen. Anna Berg and Gov. Karl Holm met at 9 a.m. on Monday."],
        ["They met at 9 a.m.", "The talks failed."],
        ["Acme Inc. Chairman Karl Holm spoke for Acme Inc.", "The firm said so."],
        ["He moved to Norwich, Conn., in May.", "He likes it."],
        ["Smith & Co. in London fell.", "He works at Smith & Co.", "They met."],
        ["Mr. Berg v. Mrs. Holm began on Jan. 5.", "It went on."],
        ["He told me.", "Anna left."],
        ["They went to Mass.", "Berg stayed."],
        ["The St. Veit man lives on Wall St.", "He is rich."],
        ["Vitamin C.", "The end."],
        ["So did I.", "Anna stayed with I. M. Holm."],
        ["1. The plan is good.", "2. The plan is bad."],
        ["What now?!", "Nobody knows."],
        ["Prices rose 5%.", "They fell."],
        ["eBay fell.", "iPhone sales rose."],
        ["¿Qué pasa?", "Él no lo sabe."],
        ["A line\nthat is wrapped.", "Another\none."],
        ["(CNN)A week after the storm.", "Then it came."],
        ["Karl Holm, the president of Holm Corp. Japan, said so."],
        ["He left at 5 p.m. Friday."],
    ],
)
def test_ends(read: Read, sentences: list[str]) -> None:
    assert _sentences(read, " ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ['"We will act. Soon," he said.'],
        ['"We will act. Soon." he said'],
        ["“We will act. Soon,” he said.", "“Or later.”"],
        ["'We will act. Soon,' he said.", "He left."],
        ['"Will we act? Soon!" Anna Berg said.', "She left."],
        ['"Why?"', "The crowd was angry."],
        ['He called it "a bad idea. Really" and left.'],
        ['He said: "We act.', "We win.", 'We go."', "Then he left."],
        ['"We go," she said.', '"We win.', 'We act."'],
        ["He spoke of “the end.”", "She agreed."],
        ["(He left.", "She stayed.)", "They met."],
        ["The bill (see page 3. It is long) passed."],
        ["He knew (of course!) what it was."],
        ['"Stop!" cried Anna.', '"Go!"', '"No!"'],
        ["“Go home,” he said, “and stay.", "Please.”"],
    ],
)
def test_quotations_and_brackets(read: Read, sentences: list[str]) -> None:
    assert _sentences(read, " ".join(sentences)) == sentences


def test_space_may_be_lacking(read: Read) -> None:
    assert _sentences(read, 'It ended.Then it began."So?"He left.') == [
        "It ended.",
        "Then it began.",
        '"So?"',
        "He left.",
    ]


def test_sentence_never_crosses_paragraphs(read: Read) -> None:
    assert _sentences(read, "no end\n\nno start.") == ["no end", "no start."]


def test_capitals_of_a_headline_end_no_sentence() -> None:
    text = "U.S. Officials Warn Acme Inc. Analysts"
    document = analyse(Article("t", "t", text, text, (Block("title", 0, len(text)),)))

    assert len(document.sentences) == 1
    assert document.sentences[0].kind == "title"


def test_blocks_without_prose_have_no_sentences() -> None:
    text = "By Anna Berg\n\nIt rained."
    blocks = (Block("byline", 0, 12), Block("paragraph", 14, len(text)))

    document = analyse(Article("t", "t", text, text, blocks))

    assert [(s.start, s.end, s.block, s.first_token) for s in document.sentences] == [(14, len(text), 1, 0)]
