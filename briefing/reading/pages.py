"""From a web page to the article in it: its blocks by trafilatura, its header fields by the page's metadata.

Headings, lists, quotations and tables keep their kind; the headline is that of the page's JSON-LD or its ``h1``,
without the site's name, which is the outlet.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.errors import EmptyError, TooLargeError
from briefing.model import BlockKind
from briefing.reading.blockquotes import mark_quotations
from briefing.reading.datevalues import date_value
from briefing.reading.decoding import decode
from briefing.reading.extras import library
from briefing.reading.furniture import classify
from briefing.reading.hypertext import looks_like_html, parts_of_html
from briefing.reading.items import Item, Part, joined_names, on_one_line
from briefing.reading.languages import tag_of
from briefing.reading.schemaorg import article_record
from briefing.reading.values import is_address, names_in, text_in

_MAX_PAGE = 4_000_000  # bytes; larger ones are not pages but data
_MAX_TAGS = 40_000  # can be read in a second or two
_SITE_MARKS = re.compile(r" [|–—·•:»-]{1,2} | ?\| ?")
_STATED = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}  # no dates from the text
_LOST = 1.6  # if the page's JSON-LD has so many times the words of the extraction, much was lost, and JSON-LD is used
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
    *(
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "sailthru.date",
        "parsely-pub-date",
        "publication_date",
    ),
    *("article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "last-modified"),
)
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "dcterms.creator")
_BY = re.compile(r"^(?:by|von|par|por)[ :]\s*(?=\S)", re.IGNORECASE)
_NO_NAMES = frozenset(
    ["admin", "administrator", "editor", "editors", "staff", "webmaster", "redaktion", "unknown", "none"]
)
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "list", "figDesc": "caption"}


class _Meta(NamedTuple):
    """What a page says of itself: its metadata by name, its JSON-LD, headings and title."""

    named: dict[str, str]
    record: dict[str, Any]
    h1: str
    title: str
    canonical: str
    language: str
    time: str


def item_of_page(data: bytes, encoding: str | None = None) -> Item:
    """The article in a web page.

    Raises:
        ExtraError: the library that reads pages is not there.
        TooLargeError: it is too large for a page.
        EmptyError: there is no article in it.
    """
    if len(data) > _MAX_PAGE:
        raise TooLargeError(f"it is a web page of {len(data):,} bytes, which no article has; give the article's text")
    if (tags := data.count(b"<")) > _MAX_TAGS:
        raise TooLargeError(f"it is a web page of {tags:,} tags, which no article has; give the article's text")
    trafilatura = library("trafilatura")
    given: Any = decode(data, encoding).text if encoding or b"\0" in data[:200] else data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of other people's libraries
        tree = trafilatura.load_html(given)
        if tree is None:
            raise EmptyError("no article was found in the page; give its text")
        meta = _meta(tree)
        mark_quotations(tree)
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_STATED
        )
    parts = _parts(page, meta)
    if not any(char.isalnum() for part in parts for char in part.text):
        raise EmptyError("no article was found in the page; give its text")
    outlet = _outlet(page, meta)
    title = _title(page, meta, outlet)
    return Item(
        parts=_without_header(parts, title),
        title=title,
        byline=_byline(page, meta, outlet),
        date=_date(page, meta),
        outlet=outlet,
        url=_url(page, meta),
        language=tag_of(text_in(meta.record.get("inLanguage")) or meta.language),
        section=_section(meta),
    )


def _meta(tree: Any) -> _Meta:
    named: dict[str, str] = {}
    for each in tree.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        if name and each.get("content"):
            named.setdefault(name.lower(), on_one_line(each.get("content")))
    scripts = ["".join(each.itertext()) for each in tree.xpath('//script[@type="application/ld+json"]')[:50]]
    headings = [on_one_line("".join(each.itertext())) for each in tree.iter("h1")]
    titles = [on_one_line("".join(each.itertext())) for each in tree.xpath("//head/title | //title")[:1]]
    links = [each.get("href") or "" for each in tree.xpath('//link[@rel="canonical"]')[:1]]
    times = [each.get("datetime") or "" for each in tree.xpath("//article//time[@datetime] | //time[@datetime]")[:1]]
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return _Meta(
        named=named,
        record=article_record(scripts),
        h1=headings[0] if len(set(filter(None, headings))) == 1 else "",
        title="".join(titles),
        canonical="".join(links),
        language=language,
        time="".join(times),
    )


def _parts(page: Any, meta: _Meta) -> list[Part]:
    """The blocks that were extracted, or those of the page's JSON-LD where that has many more words."""
    body = getattr(page, "body", None)
    parts = [] if body is None else [part for part in _blocks(body) if classify(part.text, 0, len(part.text)) is None]
    if not parts and page is not None and (page.text or "").strip():
        parts = [Part(on_one_line(line)) for line in page.text.splitlines() if line.strip()]
    own = text_in(meta.record.get("articleBody"))
    if len(own.split()) > _LOST * sum(len(part.text.split()) for part in parts) + 20:
        given = parts_of_html(own) if looks_like_html(own) else [Part(on_one_line(line)) for line in own.splitlines()]
        return [part for part in given if part.text]
    return parts


def _blocks(element: Any) -> Iterator[Part]:
    """The blocks below an element of trafilatura's tree: ``head``, ``p``, ``list``, ``quote``, ``table``, bare text."""
    yield from _loose(element.text)
    for each in element:
        tag = each.tag if isinstance(each.tag, str) else ""
        if tag == "table":
            yield from _rows(each)
        elif tag in ("list", "quote", "div", "body", "main", "section", "article"):
            yield from _blocks(each)
        elif tag == "lb":
            pass
        elif tag and tag != "graphic":
            text = on_one_line("".join(each.itertext()))
            if text:
                yield Part(text, _KINDS.get(tag))
        yield from _loose(each.tail)


def _loose(text: str | None) -> Iterator[Part]:
    if text and text.strip():
        yield Part(on_one_line(text))


def _rows(table: Any) -> Iterator[Part]:
    """The rows of a table, their cells divided by bars; a cell of prose is a paragraph."""
    for row in table.iter("row"):
        cells = [on_one_line(" ".join(cell.itertext())) for cell in row.iter("cell")]
        cells = [cell for cell in cells if cell]
        if len(cells) == 1 and len(cells[0]) > 80:
            yield Part(cells[0])
        elif cells:
            yield Part(" | ".join(cells), "list")


def _without_header(parts: list[Part], title: str | None) -> tuple[Part, ...]:
    """The parts; a first one that equals the title has the kind ``title``."""
    if parts and title and parts[0].text.casefold() == title.casefold():
        return (Part(parts[0].text, "title"), *parts[1:])
    return tuple(parts)


def _outlet(page: Any, meta: _Meta) -> str | None:
    publisher = meta.record.get("publisher") or meta.record.get("sourceOrganization")
    for name in (*names_in(publisher), meta.named.get("og:site_name", ""), meta.named.get("application-name", "")):
        if name and not is_address(name):
            return name.removeprefix("@")
    pieces = _SITE_MARKS.split(meta.title)
    if len(pieces) > 1 and meta.h1 and on_one_line(pieces[0]).casefold() == meta.h1.casefold():
        return on_one_line(pieces[-1]) or None
    found = on_one_line(getattr(page, "sitename", None) or "") or on_one_line(getattr(page, "hostname", None) or "")
    return found.removeprefix("www.") or None


def _title(page: Any, meta: _Meta, outlet: str | None) -> str | None:
    own = on_one_line(text_in(meta.record.get("headline")) or text_in(meta.record.get("name")))
    if own and not own.endswith(("…", "...")):
        return _without_site(own, outlet)
    given = meta.named.get("og:title") or meta.title or getattr(page, "title", None) or ""
    return meta.h1 or _without_site(on_one_line(given), outlet) or own or None


def _without_site(title: str, outlet: str | None) -> str:
    """The title without the name of the site at either end."""
    marks = list(_SITE_MARKS.finditer(title))
    if not marks or not outlet:
        return title
    wanted = _letters(outlet)
    if _letters(title[marks[-1].end() :]) in (wanted, wanted.removeprefix("the")):
        title = title[: marks[-1].start()]
    elif _letters(title[: marks[0].start()]) in (wanted, wanted.removeprefix("the")):
        title = title[marks[0].end() :]
    return title.strip()


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _byline(page: Any, meta: _Meta, outlet: str | None) -> str | None:
    given = names_in(meta.record.get("author") or meta.record.get("creator"))
    for names in (given, [meta.named.get(name, "") for name in _AUTHORS], [getattr(page, "author", None) or ""]):
        kept = [_BY.sub("", on_one_line(name), count=1) for name in names if _is_name(name, outlet)]
        if kept:
            return joined_names(kept)
    return None


def _is_name(name: str, outlet: str | None) -> bool:
    """Whether it may be the name of a person: no address, not the site, not only a role such as "editor"."""
    letters = _letters(name)
    if not letters or is_address(name) or "@" in name or len(name) > 120 or name.lower() in _NO_NAMES:
        return False
    return letters != _letters(outlet or "") and not name.startswith("{") and not letters.isdecimal()


def _date(page: Any, meta: _Meta) -> str | None:
    values = [meta.record.get(name) for name in ("datePublished", "dateCreated", "dateModified")]
    values += [meta.named.get(name) for name in _DATES] + [meta.time, getattr(page, "date", None)]
    return next((iso for value in values if (iso := date_value(value).iso)), None)


def _url(page: Any, meta: _Meta) -> str | None:
    record = meta.record
    own = [text_in(record.get(name)) for name in ("url", "mainEntityOfPage", "@id")]
    for value in (meta.canonical, meta.named.get("og:url", ""), *own, getattr(page, "url", None) or ""):
        if is_address(value) and not value.startswith("//"):
            return value
    return None


def _section(meta: _Meta) -> str | None:
    value = meta.record.get("articleSection") or meta.named.get("article:section")
    text = on_one_line(text_in(value))
    return text if 0 < len(text) <= 60 else None
