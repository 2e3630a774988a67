"""Language: from an article to its words, sentences and quotations."""

from __future__ import annotations

from briefing.language.document import analyse, find_quotations
from briefing.language.forms import is_word, norm
from briefing.language.search import sentence_at, sentence_index, token_at, tokens_between, tokens_of
from briefing.language.tags import function_words, is_english
from briefing.language.vocabulary import stop_words

__all__ = [
    "analyse",
    "find_quotations",
    "function_words",
    "is_english",
    "is_word",
    "norm",
    "sentence_at",
    "sentence_index",
    "stop_words",
    "token_at",
    "tokens_between",
    "tokens_of",
]
