"""The language stage: from an article to its document."""

from __future__ import annotations

from briefing.language.kinds import with_kinds
from briefing.language.others import analyse_otherwise, is_english
from briefing.language.quotations import pair_quotations
from briefing.language.sentences import split_sentences
from briefing.language.words import tokenize
from briefing.model import Article, Document, Quotation


def analyse(article: Article) -> Document:
    """The words, sentences and quotations of an article's prose, each in text order, in linear time.

    Of an article in another language than English there are no quotations.
    """
    if not is_english(article.language):
        return analyse_otherwise(article)
    tokens, blocks = tokenize(article)
    quotations = pair_quotations(article)
    sentences = split_sentences(article, tokens, blocks, quotations)
    return Document(article, tuple(tokens), sentences, with_kinds(quotations, tokens, sentences))


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quoted stretch of the article's prose in text order, with its kind."""
    return analyse(article).quotations
