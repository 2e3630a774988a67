"""Windows hold whole sentences, cover a document, and overlap where they are asked to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from briefing.language import analyse
from briefing.network.inputs import EDITORS
from briefing.reading import parse_article
from briefing.training.teacher import pieces
from briefing.training.teacher.pieces import MARKS, UNKNOWN, Encoded, encode, windows

TEXT = "Rain in Oslo\n\nRain fell on Oslo. “We are safe,” Ada Quill said on Monday.\n\nThe dam held."


class Letters:
    """Stands for a tokenizer: a piece for each letter, none for a quotation mark."""

    def encode_batch(self, words: list[str], add_special_tokens: bool) -> list[Any]:
        assert not add_special_tokens
        return [SimpleNamespace(ids=[ord(sign) for sign in word if sign not in "“”"]) for word in words]


def sentences(*lengths: int) -> Encoded:
    """A document of one-piece tokens in sentences of some lengths."""
    of = [at for at, length in enumerate(lengths) for _ in range(length)]
    return Encoded([[7]] * len(of), [0] * len(of), of, EDITORS)


def test_a_document_is_encoded_token_by_token() -> None:
    document = analyse(parse_article(TEXT))
    made = encode(document, EDITORS, Letters())
    words = [token.text for token in document.tokens]
    assert len(made.pieces) == len(made.marks) == len(made.sentences) == len(words)
    assert made.pieces[words.index("“")] == [UNKNOWN]
    assert [words[at] for at in range(len(words)) if made.opens(at)] == ["Rain", "Rain", "The"]
    assert len({made.marks[words.index(word)] for word in ("Oslo", "fell", "We", "“")}) == 4
    assert max(made.marks) < MARKS


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((3, 3, 3), [(0, 6), (6, 9)]),
        ((3, 4, 3), [(0, 7), (7, 10)]),
        ((20, 2), [(0, 7), (7, 14), (14, 20), (20, 22)]),
        ((2,), [(0, 2)]),
        ((), []),
    ],
    ids=["whole sentences", "just full", "a long sentence is cut", "one", "none"],
)
def test_windows(monkeypatch: pytest.MonkeyPatch, lengths: tuple[int, ...], expected: list[tuple[int, int]]) -> None:
    monkeypatch.setattr(pieces, "SPAN", 7)
    assert [(each.low, each.high) for each in windows(sentences(*lengths), 7, 7)] == expected


def test_windows_overlap_by_whole_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SPAN", 6)
    made = [(each.low, each.high) for each in windows(sentences(2, 2, 2, 2, 2), 6, 4)]
    assert made == [(0, 6), (4, 10)]
