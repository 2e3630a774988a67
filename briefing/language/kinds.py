"""Kinds of quotations: speech, scare quotes, titles of works and nicknames; a doubtful one counts as speech.

Only short quotations can be anything but speech. In PolNeAR, four of five quotations of one to three words are speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.language.forms import norm
from briefing.language.search import sentence_index, tokens_between
from briefing.language.vocabulary import cue_forms, namers, stop_words, work_nouns
from briefing.model import Quotation, QuotationKind, Sentence, Token

_LONGEST_TITLE = 12
_LONGEST_SCARE = 3
_NEAR_TITLE = 4
_FAR = 30
"""Tokens before and after a quotation that are looked at, within its sentence."""


class _Surroundings(NamedTuple):
    """The words of a quotation, and those of its sentence before and after it, punctuation included."""

    inner: Sequence[str]
    before: Sequence[str]
    after: Sequence[str]


def with_kinds(
    quotations: Sequence[Quotation], tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Quotation, ...]:
    """The quotations with their kind; each, nested or not, is judged by its own words and those of its sentence."""
    kinds = (_kind(quotation, tokens, sentences) for quotation in quotations)
    pairs = zip(quotations, kinds, strict=True)
    return tuple(quotation if kind == quotation.kind else replace(quotation, kind=kind) for quotation, kind in pairs)


def _kind(quotation: Quotation, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> QuotationKind:
    inner = tokens_between(tokens, *quotation.inner)
    if not inner or len(inner) > _LONGEST_TITLE + 2 or not quotation.closed:
        return "speech"
    words = [token.text for token in tokens[inner.start : inner.stop]]
    sentence = sentences[sentence_index(sentences, quotation.start)]
    first, end = max(sentence.first_token, inner.start - _FAR), min(sentence.end_token, inner.stop + _FAR)
    before = [token.text for token in tokens[first : inner.start - 1]]
    after = [token.text for token in tokens[inner.stop + 1 : end]]
    around = _Surroundings(words, before, after)
    if _is_name(around):
        return "name"
    if _is_title(around):
        return "title"
    return "scare" if _is_scare(around) else "speech"


def _is_name(around: _Surroundings) -> bool:
    """``Dwayne "The Rock" Johnson``, or a short name after ``nicknamed``."""
    words = [word for word in around.inner if word[0].isalnum()]
    if not words or len(words) > _LONGEST_SCARE or not words[-1][0].isupper() or around.inner[-1] in ",.!?":
        return False
    if around.before and norm(around.before[-1]) in namers():
        return True
    return _is_name_part(around.before[-1:]) and _is_name_part(around.after[:1])


def _is_name_part(words: Sequence[str]) -> bool:
    return bool(words) and words[0][0].isupper() and norm(words[0]) not in stop_words()


def _is_title(around: _Surroundings) -> bool:
    content = [word for word in around.inner if word[0].isalnum() and norm(word) not in stop_words()]
    if not content or not all(word[0].isupper() or word[0].isdigit() for word in content) or around.inner[-1] in "!?":
        return False
    if not any(word[0].isupper() for word in content):
        return False
    nearest = (*around.before[-_NEAR_TITLE:], *around.after[:_NEAR_TITLE])
    if any(norm(word) in work_nouns() for word in nearest):
        return True
    if len(content) == 1 or _is_headline((*around.before, *around.after)):
        return False
    return not _has_cue((*around.before[-3:], *around.after[:5]))


def _is_headline(words: Sequence[str]) -> bool:
    """Whether most content words are capitalised, as in a headline."""
    content = [word for word in words if word[0].isalpha() and norm(word) not in stop_words()]
    return sum(word[0].isupper() for word in content) > 0.7 * len(content)


def _is_scare(around: _Surroundings) -> bool:
    """Whether up to three words are scare quotes: after "so-called", or in a sentence without a cue, unless a colon or
    comma sets them off like speech."""
    words = [word for word in around.inner if word[0].isalnum()]
    if around.before and norm(around.before[-1]) in {"so-called", "="}:
        return True
    if not words or len(words) > _LONGEST_SCARE or around.inner[-1] in ("!", "?", "...", "…"):
        return False
    if not around.before or around.before[-1] in (":", ","):
        return False
    return not _has_cue((*around.before, *around.after))


def _has_cue(words: Sequence[str]) -> bool:
    return not cue_forms().isdisjoint(map(str.lower, words))
