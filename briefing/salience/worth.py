"""What an attribution is worth to an editor, by what the network sees of it, its sentence and the whole article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Attribution, Reading
from briefing.network.judging import shipped_judge
from briefing.salience.parts import as_rows


def with_worth(read: Reading, parts: Sequence[Mapping[str, float]]) -> tuple[Attribution, ...]:
    """The attributions of an article with what each is worth, 0 to 1.

    Args:
        read: what the network read in the article.
        parts: what ``find_parts`` gives for its sentences.

    >>> from briefing import parse_article
    >>> from briefing.attribution import read_network
    >>> from briefing.language import analyse
    >>> from briefing.salience.parts import find_parts
    >>> document = analyse(parse_article("Iceland warned on Friday that fares would rise. It rained."))
    >>> read = read_network(document)
    >>> (found,) = with_worth(read, find_parts(document, read.sentences))
    >>> 0 < found.worth <= 1
    True
    """
    known = as_rows([parts[each.sentence] for each in read.attributions])
    worth = shipped_judge().attributions(read.seen, read.sentences, known).tolist()
    return tuple(replace(each, worth=one) for each, one in zip(read.attributions, worth, strict=True))
