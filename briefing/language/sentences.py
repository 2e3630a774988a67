"""Sentences: Punkt decides which full stops end one; the next word, quotations and brackets are taken into account.

A sentence never crosses blocks, takes the closing marks and brackets after its end with it, and never ends inside a
quotation or bracket after which it goes on: ``"We will act. Soon," he said.`` is one sentence. Where the sentence ends
with the quotation, the sentences inside are separate: ``He said: "We will act. Soon."`` is two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.language.characters import MARKS
from briefing.language.forms import norm
from briefing.language.punkt import ends_sentence
from briefing.language.search import tokens_between
from briefing.language.vocabulary import speech_verbs, stop_words
from briefing.model import Article, BlockKind, Quotation, Sentence, Token

_TITLES = frozenset({"title", "subtitle", "heading"})
"""Blocks in which any word may have a capital, so that one after an abbreviation does not show a new sentence."""
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_BRACKETS.values())
_MARKS = frozenset(MARKS) | {"''", "``"}
_BEFORE_START = _MARKS | frozenset(_BRACKETS)
_ENDS = frozenset(".!?…")
_ELLIPSES = frozenset({"..", "...", "…", ". . ."})
_STARTING_SIGNS = frozenset("$£€¥@#•")
_MOST_MARKS = 4
_LONGEST_NAME = 4
_MOST_INSIDE = 12
"""More sentences than this inside one quotation are a sign that its marks were paired wrongly."""


class _Prose(NamedTuple):
    """All tokens with the index of their block, the blocks' kinds, and the offsets where quotations open and close."""

    tokens: Sequence[Token]
    blocks: Sequence[int]
    kinds: Sequence[BlockKind]
    opened: frozenset[int]
    closed: frozenset[int]


def split_sentences(
    article: Article, tokens: Sequence[Token], blocks: Sequence[int], quotations: Sequence[Quotation]
) -> tuple[Sentence, ...]:
    """The sentences of the article's prose in text order, in linear time; ``blocks[i]`` is the block index of
    ``tokens[i]``."""
    closed = [quotation for quotation in quotations if quotation.closed]
    opened = frozenset(quotation.start for quotation in quotations)
    kinds = [block.kind for block in article.blocks]
    prose = _Prose(tokens, blocks, kinds, opened, frozenset(quotation.end for quotation in closed))
    cuts = list(_cuts(prose))
    quoted = [tokens_between(tokens, quotation.start, quotation.end) for quotation in closed]
    inner = _inner_cuts(prose, cuts, [*quoted, *_bracketed(prose)])
    found: list[Sentence] = []
    first = 0
    for cut in [*(cut for cut in cuts if cut not in inner), len(tokens)]:
        if first < cut:
            start, end, block = tokens[first].start, tokens[cut - 1].end, blocks[first]
            found.append(Sentence(len(found), start, end, block, kinds[block], first, cut))
        first = cut
    return tuple(found)


def _cuts(prose: _Prose) -> Iterator[int]:
    """The indices of tokens with which a sentence or a block begins, in order."""
    tokens, blocks = prose.tokens, prose.blocks
    begin = index = 0
    while index < len(tokens):
        if blocks[index] != blocks[begin]:
            yield (begin := index)
        if tokens[index].text[-1] not in _ENDS:
            index += 1
            continue
        after = _past_closing(prose, index + 1, len(tokens))
        if after < len(tokens) and blocks[after] == blocks[index] and _is_end(prose, begin, index, after):
            yield (begin := after)
        index = after


def _past_closing(prose: _Prose, index: int, limit: int) -> int:
    """The index, up to ``limit``, of the first token from ``index`` on that is no closing mark or bracket of the
    sentence before it."""
    tokens = prose.tokens
    while index < min(limit, len(tokens)) and prose.blocks[index] == prose.blocks[index - 1]:
        token = tokens[index]
        closes = token.text in _CLOSING or token.end in prose.closed
        beside = tokens[index - 1].end == token.start and token.start not in prose.opened
        if not (closes or (beside and token.text in _MARKS)):
            break
        index += 1
    return index


def _is_end(prose: _Prose, begin: int, index: int, after: int) -> bool:
    """Whether the sentence that began with token ``begin`` ends with the token at ``index``, before ``after``."""
    tokens = prose.tokens
    following = _word_from(prose, after)
    if not following or not _can_start(following):
        return False
    end = tokens[index].text
    if end[0].isalnum() and prose.kinds[prose.blocks[index]] in _TITLES:
        return False
    before = tokens[index - 1].text if index > begin and end == "." else ""
    if tokens[after - 1].end == tokens[after].start:
        return _lacks_space(before, after - index, following)
    if end[-1] in "!?":
        return not _is_speaker(prose, after)
    if end == ".":
        if not before[-1:].isalnum():
            return True
        return not _is_number_of_item(before, index - begin) and ends_sentence(before + end, following)
    return (len(end) > 3 and set(end) == {"."}) or ends_sentence("..." if end in _ELLIPSES else end, following)


def _word_from(prose: _Prose, index: int) -> str:
    """The text of the next token of the block that is no opening mark, "" if there is none near."""
    for at in range(index, min(index + _MOST_MARKS, len(prose.tokens))):
        if prose.blocks[at] != prose.blocks[index]:
            break
        if prose.tokens[at].text not in _BEFORE_START:
            return prose.tokens[at].text
    return ""


def _can_start(word: str) -> bool:
    """Whether a word can begin a sentence: not one in lower case, except names such as ``eBay``."""
    first = word.lstrip("'’‘")[:1]
    if first.isalpha():
        return not first.islower() or word[1:2].isupper()
    return first.isdigit() or first in _STARTING_SIGNS


def _lacks_space(before: str, distance: int, following: str) -> bool:
    """Whether only a space is missing (``…it ended.Then…``): a lower-case letter or closing mark before, a capital
    after."""
    return following[0].isupper() and (distance > 1 or (before[-1:].islower() and len(before) > 1))


def _is_number_of_item(before: str, words: int) -> bool:
    """Whether ``before`` is the number of an item (``1. The plan``), at the start, which is no sentence."""
    return words == 1 and (len(before) == 1 or (before.isdigit() and len(before) < 4))


def _is_speaker(prose: _Prose, after: int) -> bool:
    """``"Why?" Anna Berg asked``: after a quotation that closes, a name and then a verb of saying."""
    tokens = prose.tokens
    if tokens[after - 1].end not in prose.closed or norm(tokens[after].text) in stop_words():
        return False
    for token in tokens[after : after + _LONGEST_NAME]:
        if not token.text[0].isupper():
            return token.text in speech_verbs() and token is not tokens[after]
    return False


def _bracketed(prose: _Prose) -> Iterator[range]:
    """The tokens of each pair of brackets, brackets included."""
    unclosed: list[int] = []
    for index, token in enumerate(prose.tokens):
        if unclosed and prose.blocks[unclosed[-1]] != prose.blocks[index]:
            unclosed.clear()
        if token.text in _BRACKETS:
            unclosed.append(index)
        elif token.text in _CLOSING and unclosed and _BRACKETS[prose.tokens[unclosed[-1]].text] == token.text:
            yield range(unclosed.pop(), index + 1)


def _inner_cuts(prose: _Prose, cuts: Sequence[int], enclosed: Iterable[range]) -> set[int]:
    """The cuts inside a quotation or brackets after which the sentence goes on."""
    inner: set[int] = set()
    starts = set(cuts)
    for tokens in enclosed:
        low, high = bisect_right(cuts, tokens.start), bisect_left(cuts, tokens.stop)
        if not 0 < high - low <= _MOST_INSIDE:
            continue
        after = _past_closing(prose, tokens.stop, tokens.stop + _MOST_MARKS)
        if after < len(prose.tokens) and after not in starts and prose.blocks[after] == prose.blocks[tokens.start]:
            inner.update(cuts[low:high])
    return inner
