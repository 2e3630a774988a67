"""Entities: the names in an article, and the person, body, state or group that each of them means.

In the order of the work: evidence in the words (``capitals``), what gazetteers know (``known_names``), names
(``name_recognizer``, ``cutting``), and who is meant by each (``naming``). Nobody is asked here who said what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.entities.gazetteer import Gazetteer
    from briefing.entities.register import Register
    from briefing.model import Document

__all__ = ["find_entities"]


def find_entities(document: Document, extra: Gazetteer | None = None) -> Register:
    """The entities that an article names, and their mentions.

    Args:
        document: the article with its words and sentences.
        extra: a user's own names, which come before those of the package.

    Returns:
        The register: ``drafts`` are the entities, ``sightings`` their mentions in text order.

    >>> from briefing import parse_article
    >>> from briefing.language import analyse
    >>> register = find_entities(analyse(parse_article("Ann Lee sailed to Iceland, where Lee was born.")))
    >>> [(draft.name, draft.kind, draft.weight) for draft in register.drafts]
    [('Ann Lee', 'person', 2.0), ('Iceland', 'country', 1.0)]
    """
    from briefing.entities.naming import name_entities

    return name_entities(document, extra)
