"""The positions as annotations of the W3C Web Annotation Data Model (2017), in JSON-LD: a collection for each article.

An annotation targets the content of a position, by offset and by quotation; of a content in pieces each piece is a
target. Each of its bodies has a purpose: ``classifying`` gives the stance, ``tagging`` a party, ``describing`` a
speaker, ``assessing`` says that it is a key position. Ids are derived from article and position, and so are stable.
"""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

from briefing.model import ArticleInfo, Brief, Piece, Position
from briefing.rendering.grouping import shown_positions
from briefing.rendering.layout import Layout
from briefing.rendering.wording import heading, speakers_line

Record = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
KEY = "key position"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, CONTEXT)
_AROUND = 32  # characters of the text before and after a quotation
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;="


def annotations_record(brief: Brief, layout: Layout) -> Record:
    """The positions as a collection on one page: all, unless the layout gives a number."""
    article = brief.article
    shown = [each for each in shown_positions(brief.positions, layout.positions or 0) if each.content]
    return {
        "@context": CONTEXT,
        "id": _id(article, "collection"),
        "type": "AnnotationCollection",
        "label": heading(article),
        "total": len(shown),
        "first": {
            "id": _id(article, "page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(each, article) for each in shown],
        },
    }


def source_iri(article: ArticleInfo) -> str:
    """The address of the article, or where its file lies, as a (relative) IRI."""
    if article.url and article.url.lower().startswith(("http://", "https://")):
        return quote(article.url, safe=_IN_ADDRESS, errors="replace")
    return quote(article.source or article.id, errors="surrogatepass")


def _annotation(position: Position, article: ArticleInfo) -> Record:
    targets = [_target(piece, article) for piece in position.content]
    return {
        "id": _id(article, f"position {position.id}"),
        "type": "Annotation",
        "motivation": "classifying",
        "body": _bodies(position),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(position: Position) -> list[Record]:
    said = [
        ("classifying", position.stance),
        *(("tagging", party) for party in position.parties),
        *(("describing", speakers_line([speaker])) for speaker in position.speakers),
        *([("assessing", KEY)] if position.key else []),
    ]
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"} for purpose, value in said
    ]


def _target(piece: Piece, article: ArticleInfo) -> Record:
    """Where a piece stands, with the words around it if the brief holds the article's text."""
    quotation = {"type": "TextQuoteSelector", "exact": piece.text}
    if article.text is not None:
        quotation["prefix"] = article.text[max(0, piece.start - _AROUND) : piece.start]
        quotation["suffix"] = article.text[piece.end : piece.end + _AROUND]
    place = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return {"type": "SpecificResource", "source": source_iri(article), "selector": [place, quotation]}


def _id(article: ArticleInfo, what: str) -> str:
    name = f"{article.source}\0{article.id}\0{article.sha256}\0{what}"
    return uuid.uuid5(_NAMESPACE, name.encode("utf-8", "backslashreplace").decode()).urn
