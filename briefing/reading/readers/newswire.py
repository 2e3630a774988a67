"""The XML of news agencies, as the IPTC defines it: NITF, NewsML-G2 and NewsML 1, their text as NITF, HTML or plain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing.errors import FormatError, TooLargeError
from briefing.reading.datevalues import date_value
from briefing.reading.extras import library
from briefing.reading.hypertext import looks_like_html, parts_of_html
from briefing.reading.items import Item, Part, joined_names, on_one_line, parts_of
from briefing.reading.opening import Source, broken
from briefing.reading.raw import Raw, Reading
from briefing.reading.readers.exports import byline
from briefing.reading.readers.press import raws
from briefing.reading.values import is_address

_TITLES = frozenset({"hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = frozenset({"p", "pre", "li", "lede", "byttl", "q"}) | _TITLES
_ROWS = frozenset({"tr", "nitf-table-row"})
_SILENT = frozenset(
    [
        "media",
        "note",
        "media-caption",
        "figure",
        "figcaption",
        "media-producer",
        "body.end",
        "tagline",
        "head",
        "body.head",
        "script",
        "style",
        "fn",
    ]
)
_MOST_TAGS = 200_000  # and attributes; a message of some hundred articles has fewer, and each takes memory
_PLACE = re.compile(r"(?P<place>[^,–—-]{2,40})")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_nitf(source: Source, reading: Reading) -> Iterator[Raw]:
    """The article of a document in NITF."""
    root = _root(source, reading, "NITF")
    yield from _given(source, "NITF", [_of_nitf(each) for each in _all(root, "nitf")])


def read_newsml_g2(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of a news item, or of a message with several, in NewsML-G2."""
    root = _root(source, reading, "NewsML-G2")
    yield from _given(source, "NewsML-G2", [_of_news_item(each) for each in _all(root, "newsItem")])


def read_newsml(source: Source, reading: Reading) -> Iterator[Raw]:
    """The articles of a document in NewsML 1."""
    root = _root(source, reading, "NewsML")
    yield from _given(source, "NewsML", [_of_old_item(each) for each in _all(root, "NewsItem")])


def _given(source: Source, name: str, items: Iterable[Item]) -> Iterator[Raw]:
    found = list(items)
    if not any(item.parts for item in found):
        raise FormatError(f"it is {name} with no text of an article; pictures and packages are not read")
    return raws(source, found)


def _root(source: Source, reading: Reading, name: str) -> Any:
    tree = library("defusedxml.ElementTree")
    data = source.whole(reading.max_bytes)
    if (tags := sum(map(data.count, (b"<", b'="', b"='")))) > _MOST_TAGS:
        raise TooLargeError(f"it is {name} of {tags:,} tags and attributes, which no article has; split it")
    try:
        return tree.fromstring(data)
    except (tree.ParseError, ValueError, LookupError) as error:  # what is forbidden is a ValueError
        raise broken(name, error) from error


def _of_nitf(nitf: Any) -> Item:
    named: Callable[[str], Any] = lambda name: next(_all(nitf, name), None)  # noqa: E731
    publication = named("pubdata")
    dates = [_attribute(named("date.issue"), "norm"), _attribute(publication, "date.publication")]
    dates += [_attribute(named("story.date"), "norm"), _attribute(named("date.release"), "norm")]
    address = _attribute(publication, "ex-ref")
    outlet = (
        _attribute(publication, "name") or _attribute(named("doc.copyright"), "holder") or _text(named("distributor"))
    )
    content = [each for each in _all(nitf, "body.content") if not _within(nitf, each, "note")]
    body = content or list(_all(nitf, "body"))[:1]
    location = next((_text(each) for dateline in _all(nitf, "dateline") for each in _all(dateline, "location")), "")
    return Item(
        parts=tuple(part for each in body for part in _paragraphs(each)),
        title=_text(named("hl1")) or _text(named("hedline")) or _text(named("title")) or None,
        byline=_nitf_byline(nitf),
        dateline=location or None,
        date=next((iso for value in dates if (iso := date_value(value).iso)), None),
        outlet=outlet or None,
        url=address if is_address(address) else None,
        language=nitf.get(_LANGUAGE),
        section=_attribute(publication, "position.section") or None,
    )


def _nitf_byline(nitf: Any) -> str | None:
    for each in _all(nitf, "byline"):
        people = [_text(person) for person in _all(each, "person")]
        if people:
            return joined_names(people)
        return byline(_text(each, without="byttl").rstrip(" ,"))
    return None


def _of_news_item(item: Any) -> Item:
    meta = next(_all(item, "contentMeta"), item)
    management = next(_all(item, "itemMeta"), item)
    named: Callable[[str], Any] = lambda name: next(_all(item, name), None)  # noqa: E731
    dates = [_text(next(_all(management, "firstCreated"), None)), _text(next(_all(meta, "contentCreated"), None))]
    dates += [_text(next(_all(management, "versionCreated"), None))]
    creators = [_name(each) for each in _all(meta, "creator")]
    guid = item.get("guid") or ""
    links = [_text(named("altId")), _text(named("canonical")), guid]
    inner = next(_all(item, "nitf"), None)
    return Item(
        parts=_content_of(named("contentSet")),
        title=_text(next(_all(meta, "headline"), None)) or _text(named("hl1")) or _text(named("title")) or None,
        byline=byline(_text(next(_all(meta, "by"), None)))
        or joined_names(creators)
        or (_nitf_byline(inner) if inner is not None else None),
        dateline=_text(next(_all(meta, "dateline"), None)) or _name(next(_all(meta, "located"), None)) or None,
        date=next((iso for value in dates if (iso := date_value(value).iso)), None),
        outlet=_name(named("provider")) or _name(named("infoSource")) or _name(named("copyrightHolder")) or None,
        url=next((link for link in links if is_address(link)), None),
        language=_attribute(next(_all(meta, "language"), None), "tag") or item.get(_LANGUAGE),
    )


def _content_of(content: Any) -> tuple[Part, ...]:
    """The text of a set of contents: the longest of its renderings."""
    if content is None:
        return ()
    renderings = [_rendered(each) for name in ("inlineXML", "inlineData") for each in _all(content, name)]
    return max(renderings, key=lambda parts: sum(len(part.text) for part in parts), default=())


def _rendered(element: Any) -> tuple[Part, ...]:
    """The paragraphs of an element that holds NITF, HTML, HTML as text, or plain text."""
    body = next(_all(element, "body.content"), None)
    body = next(_all(element, "body"), None) if body is None else body
    parts = tuple(_paragraphs(element if body is None else body))
    if parts:
        return parts
    text = "".join(element.itertext())
    if looks_like_html(text):
        return parts_of_html(text)
    blocks = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
    return parts_of(blocks)


def _of_old_item(item: Any) -> Item:
    lines = next(_all(item, "NewsLines"), item)
    line: Callable[[str], str] = lambda name: _text(next(_all(lines, name), None))  # noqa: E731
    dates = [_text(next(_all(item, name), None)) for name in ("FirstCreated", "ThisRevisionCreated", "DateId")]
    provider = next(
        (_attribute(party, "FormalName") for each in _all(item, "Provider") for party in _all(each, "Party")), ""
    )
    contents = [_rendered(each) for each in _all(item, "DataContent")]
    inner = next(_all(item, "nitf"), None)
    place = _PLACE.match(line("DateLine"))
    return Item(
        parts=max(contents, key=lambda parts: sum(len(part.text) for part in parts), default=()),
        title=line("HeadLine") or _text(next(_all(item, "hl1"), None)) or None,
        byline=byline(line("ByLine")) or (_nitf_byline(inner) if inner is not None else None),
        dateline=place["place"].strip() if place else None,
        date=next((iso for value in dates if (iso := date_value(value).iso)), None),
        outlet=provider or _text(next(_all(item, "ProviderId"), None)) or None,
        language=_attribute(next(_all(item, "Language"), None), "FormalName") or item.get(_LANGUAGE),
    )


def _paragraphs(element: Any) -> Iterator[Part]:
    """The paragraphs below an element; what is no text of the article is left out."""
    for each in element:
        name = _local(each)
        if name in _SILENT:
            continue
        if name in _PARAGRAPHS:
            if text := _text(each):
                yield Part(text, "heading" if name in _TITLES else "list" if name == "li" else None)
        elif name in _ROWS:
            cells = [_text(cell) for cell in each]
            yield from parts_of([" | ".join(filter(None, cells))])
        else:
            if name in ("block", "bq", "div", "blockquote", "td", "body.content") and (each.text or "").strip():
                yield Part(on_one_line(each.text))
            yield from _paragraphs(each)


def _all(element: Any, name: str) -> Iterator[Any]:
    """The elements of this local name, whatever their namespace, the element itself included."""
    return (each for each in element.iter() if _local(each) == name)


def _within(root: Any, element: Any, name: str) -> bool:
    return any(element is each for outer in _all(root, name) for each in outer.iter())


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any, without: str = "") -> str:
    if element is None:
        return ""
    if without:
        skipped = {id(each) for outer in _all(element, without) for each in outer.iter()}
        return on_one_line("".join(_pieces(element, skipped)))
    return on_one_line("".join(element.itertext()))


def _pieces(element: Any, skipped: set[int]) -> Iterator[str]:
    """The text below an element in order, without that of the elements skipped."""
    if id(element) not in skipped:
        yield element.text or ""
        for each in element:
            yield from _pieces(each, skipped)
            yield each.tail or ""


def _name(element: Any) -> str:
    """The name of something: its ``name`` element, else its literal."""
    if element is None:
        return ""
    return _text(next(_all(element, "name"), None)) or _attribute(element, "literal")


def _attribute(element: Any, name: str) -> str:
    return "" if element is None else on_one_line(element.get(name) or "")
