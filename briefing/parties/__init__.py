"""Parties: everybody in an article, and who really holds each attributed position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.entities.gazetteer import Gazetteer
    from briefing.model import Attribution, Cast, Document

__all__ = ["Gazetteer", "load_parties", "resolve_parties"]


def resolve_parties(
    document: Document,
    attributions: Sequence[Attribution],
    extra: Gazetteer | None = None,
    active: NDArray[np.int8] | None = None,
) -> Cast:
    """The cast of an article: its entities, where they are named, and who really holds each attribution.

    Args:
        document: the article with its words and sentences.
        attributions: those of the document, as ``attribute`` gives them.
        extra: a user's own names, which come before those of the package.
        active: what the network knows of each token (``read_network(document).tokens``); read anew if None.

    Returns:
        The cast; its ``holdings`` are in the order of the attributions.

    >>> from briefing import parse_article
    >>> from briefing.attribution import attribute
    >>> from briefing.language import analyse
    >>> document = analyse(parse_article("Iceland warned on Friday that fares would rise."))
    >>> cast = resolve_parties(document, attribute(document))
    >>> [cast.entities[party].name for party in cast.holdings[0].parties]
    ['Iceland']
    """
    from briefing.attribution import read_tokens
    from briefing.parties.cast import build_cast

    return build_cast(document, attributions, extra, read_tokens(document) if active is None else active)


def load_parties(text: str, source: str) -> Gazetteer:
    """A user's own names of parties, for ``Options(gazetteer=…)`` and ``digest_briefs``.

    Args:
        text: TOML with a ``[[party]]`` table for each: ``name``, and if wanted ``kind`` (country, organization, person
            or group), ``aliases``, ``people`` (who speaks for it) and ``parent``.
        source: what to call the file in messages.

    Raises:
        GazetteerError: the text is no TOML, or a table is wrong; the message names it.

    >>> own = load_parties('[[party]]\\nname = "Tarn Island Council"\\naliases = ["the islanders"]', "town.toml")
    >>> list(own.entries)
    ['Tarn Island Council']
    """
    from briefing.entities.userfile import parse

    return parse(text, source)


def __getattr__(name: str) -> object:
    if name == "Gazetteer":
        from briefing.entities.gazetteer import Gazetteer

        return Gazetteer
    raise AttributeError(name)
