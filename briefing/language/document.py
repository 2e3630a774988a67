"""The language stage: from an article to its document."""

from __future__ import annotations

from briefing.language.kinds import with_kinds
from briefing.language.quotations import pair_quotations
from briefing.language.sentences import split_sentences
from briefing.language.tags import is_english
from briefing.language.tokenizer import tokenize
from briefing.model import Article, Document, Quotation


def analyse(article: Article) -> Document:
    """The words, sentences and quotations of an article's prose: the first stage.

    Args:
        article: any article; ``article.language`` decides how it is split.

    Returns:
        The document, each of its parts in text order, in time linear in the length of the text. A document in another
        language than English has no quotations.

    >>> from briefing import parse_article
    >>> document = analyse(parse_article("Mr. Lee left. “It is over,” he said."))
    >>> len(document.sentences), [quotation.inner for quotation in document.quotations]
    (2, [Span(start=15, end=26)])
    """
    if not is_english(article.language):
        from briefing.language.others import analyse_otherwise  # its patterns take milliseconds to compile

        return analyse_otherwise(article)
    tokens, blocks = tokenize(article)
    quotations = pair_quotations(article)
    sentences = split_sentences(article, tokens, blocks, quotations)
    return Document(article, tuple(tokens), sentences, with_kinds(quotations, tokens, sentences))


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quoted stretch of the article's prose in text order, with its kind."""
    return analyse(article).quotations
