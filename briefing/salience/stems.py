"""The words of a sentence as salience counts them: content words, cut to their first letters."""

from __future__ import annotations

from functools import lru_cache

from briefing.language import function_words, is_english, is_word, norm, stop_words, tokens_of
from briefing.model import Document, Sentence

_LETTERS = 6


def fold(word: str) -> str:
    """The word in lower case, but a word in capitals as it is: ``US`` is not ``us``."""
    return word if len(word) > 1 and word.isupper() else norm(word)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The first letters of a content word, empty for a function word or punctuation: ``Elections`` → ``electi``.

    Cutting words to a fixed length conflates English forms about as well as a stemmer does for retrieval (McNamee and
    Mayfield, "Character n-gram tokenization for European language text retrieval", 2004), at a fortieth of the time.
    """
    word = fold(word)
    if word in stop_words() or not is_word(word):
        return ""
    return norm(word).replace(".", "")[:_LETTERS] if len(word) > _LETTERS else word.replace(".", "")


def stems(document: Document, sentence: Sentence) -> list[str]:
    """The stems of a sentence's content words in the order of the text, repeats kept."""
    found = [word for token in tokens_of(document, sentence) if (word := stem(token.text))]
    if not is_english(document.article.language):
        ignored = {stem(word) for word in function_words(document.article.language)}
        found = [word for word in found if word not in ignored]
    return found


def sentence_words(document: Document, sentence: Sentence) -> list[str]:
    """The words and numbers of a sentence, each as ``fold`` gives it."""
    return [word for token in tokens_of(document, sentence) if (word := _folded(token.text))]


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    """A token as ``fold`` gives it, empty for a mark."""
    return fold(text) if is_word(text) else ""
