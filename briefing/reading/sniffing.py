"""Tests by which formats are recognised from the first bytes of a file, each a small function."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.reading.article import MARKDOWN_SUFFIXES
from briefing.reading.field_names import holds_text, known_column
from briefing.reading.heads import Head
from briefing.reading.patterns import Later

Sniff = Callable[[Head], bool]

_HTML_ROOTS = frozenset(
    {"html", "head", "body", "title", "meta", "article", "section", "main", "div", "p", "h1", "table"}
)
_HTML = Later(rb"<(?:html|head|body)\b", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][\w-]{1,60}):(?:[ \t]|$)")
_OF_MAIL = frozenset({"from", "subject", "date", "to", "sender"})
_ONLY_OF_MAIL = frozenset(
    [
        "mime-version",
        "message-id",
        "received",
        "return-path",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
        "x-mailer",
        "list-unsubscribe",
        "dkim-signature",
        "x-originating-ip",
        "reply-to",
        "snapshot-content-location",
        "in-reply-to",
    ]
)
_MBOX = Later(r"From \S.{0,200}\d{4}\s*\n(?:>?[A-Za-z][\w-]{1,60}:|From )")
_NEXIS_COUNT = Later(
    r"^[ \t]*(?:\d{1,4} (?:of|von|de|sur|di|van) \d{1,5} (?:DOCUMENT|DOKUMENT)\w*"
    r"|(?:Document|Dokument|Documento) \d{1,4} (?:of|von|de|sur|di|van) \d{1,5})[ \t]*$",
    re.MULTILINE,
)
_NEXIS_WORDS = ("DOCUMENT", "DOKUMENT", "Document ", "Dokument ", "Documento ")
_NEXIS_FIELD = Later(
    r"^[ \t]*(LENGTH|BYLINE|SECTION|HEADLINE|LOAD-DATE|DATELINE|BODY|PUBLICATION-TYPE|JOURNAL-CODE|HIGHLIGHT"
    r"|L[ÄA]NGE|LONGUEUR):",
    re.MULTILINE,
)
_NEXIS_UNI_FIELD = Later(
    r"^[ \t]*(Length:?[ \t]+[\d,.]+ words|Load-Date:|Byline:|Section:|Body|End of Document|Dateline:|Highlight:)[ \t]*",
    re.MULTILINE,
)
_FACTIVA_END = Later(r"^[ \t]*(?:AN[ \t|]+)?Document [A-Z\d]{6,10}\d{8}\w{6,14}[ \t]*$", re.MULTILINE)
_FACTIVA_WORDS = Later(r"^[ \t]*(?:WC[ \t|:]+)?[\d,.]+ words[ \t]*$", re.MULTILINE)
_FACTIVA_CODE = Later(r"^[ \t]*(HD|WC|PD|SN|SC|LA|LP|TD|CY)[ \t\xa0]*(?:[\t|:\n]|  )", re.MULTILINE)
_PROQUEST_WORDS = ("text", "publication info:", "publication title:", "proquest", "document url:", "details")
_PROQUEST_FIELD = Later(
    r"^[ \t]*(Full[ -]?text:|FULL[ -]?TEXT\b|Publication info:|ProQuest document (?:ID|link)|Document URL:"
    r"|Publication title:|Report Information from ProQuest|DETAILS$)",
    re.MULTILINE | re.IGNORECASE,
)

_NEXIS_PAGE = Later(
    rb"<DOCFULL>|>\s*\d{1,4} (?:of|von|de) \d{1,5} DO[CK]UMENT|LOAD-DATE:.*JOURNAL-CODE|Load-Date:.*End of Document",
    re.DOTALL,
)
_FACTIVA_PAGE = Later(
    rb"<title>\s*Factiva\b|class=[\"'][^\"'>]{0,40}\b(?:en|[a-z]{2})?(?:Article|articleParagraph|Headline)\b[^>]*>.*"
    rb"\bDocument\s+[A-Z0-9]{6,10}\d{8}\w{6,14}\b",
    re.DOTALL,
)
_PROQUEST_PAGE = Later(rb"Publication info|Full text:|ProQuest document|Document URL|docview", re.IGNORECASE)


def magic(*signs: bytes, at: int = 0) -> Sniff:
    """A test whether the file has one of these signatures at its beginning, or at the offset ``at`` in bytes."""
    return lambda head: head.data[at : at + 16].startswith(signs)


def root(*names: str) -> Sniff:
    """A test whether the first element of the XML has one of these names."""
    return lambda head: head.root in names


def named(*suffixes: str) -> Sniff:
    """A test whether the name of the file has one of these suffixes."""
    return lambda head: head.name.endswith(suffixes)


def is_tar(head: Head) -> bool:
    """Whether there is the signature of a tar archive in its first header."""
    return head.data[257:262] == b"ustar"


def is_pdf(head: Head) -> bool:
    """Whether there is the signature of a PDF, at the beginning or at that of a line in the first 1,024 bytes."""
    at = head.data[:1024].find(b"%PDF-")
    return at == 0 or (at > 0 and head.data[at - 1] in b"\r\n")


def is_warc(head: Head) -> bool:
    """A crawl, as WARC or as the older ARC."""
    return head.data.startswith((b"WARC/", b"filedesc:"))


def is_page(head: Head) -> bool:
    """HTML, with or without a doctype, behind comments and processing instructions too."""
    if head.root.lower() in _HTML_ROOTS:
        return not head.name.endswith(MARKDOWN_SUFFIXES)
    return head.start.startswith(b"<") and not is_xml(head) and _HTML.compiled.search(head.start) is not None


def is_xml(head: Head) -> bool:
    """XML of whatever kind."""
    if head.start.startswith(b"<?xml"):
        return True
    return bool(head.root) and (head.suffix == ".xml" or b"xmlns" in head.start[:2000])


def is_json_lines(head: Head) -> bool:
    """Whether each line is a JSON object, by the first line; a ``.json`` file must have an object on the second too."""
    if not head.start.startswith(b"{") or head.start[1:].lstrip()[:1] not in (b'"', b"}"):
        return False
    first, _, rest = head.start.partition(b"\n")
    if head.name.endswith((".json", ".jsonld")):
        return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
    return first[1:].strip() != b"" and (not rest or first.rstrip().endswith(b"}") or not head.suffix)


def is_json(head: Head) -> bool:
    """A JSON object or an array of objects."""
    begin = head.start[:1]
    after = head.start[1:64].lstrip()[:1]
    return (begin == b"{" and after in (b'"', b"}")) or (begin == b"[" and after in (b"{", b"]"))


def is_mail(head: Head) -> bool:
    """The header of a mail: fields that only mails have, beside a sender, a subject or a date."""
    if not _HEADER.match(head.text):
        return False
    names: set[str] = set()
    for line in head.text.split("\n", 120)[:120]:
        if line[:1] in (" ", "\t"):
            continue
        found = _HEADER.match(line)
        if found is None:
            break
        names.add(found[1].lower())
    own = len(names & _ONLY_OF_MAIL)
    usual = len(names & _OF_MAIL)
    return bool(own and (usual or own > 1)) or (head.suffix in (".eml", ".mht", ".mhtml") and bool(own or usual > 1))


def is_archived_page(head: Head) -> bool:
    """A page saved with its pictures as one mail."""
    return is_mail(head) and (
        head.suffix in (".mht", ".mhtml") or "snapshot-content-location:" in head.text[:4000].lower()
    )


def is_mailbox(head: Head) -> bool:
    """Mails one after another, each behind a line ``From …``."""
    return head.start.startswith(b"From ") and _MBOX.compiled.match(head.text) is not None


def is_nexis(head: Head) -> bool:
    """An export of Nexis, by what divides its documents or by its fields."""
    return nexis_text(head.text)


def nexis_text(text: str) -> bool:
    """Whether a text is an export of Nexis."""
    if any(each in text for each in _NEXIS_WORDS) and _NEXIS_COUNT.compiled.search(text):
        return _many(_NEXIS_FIELD, text, 1) or _many(_NEXIS_UNI_FIELD, text, 2)
    if ("LENGTH:" in text or "LOAD-DATE:" in text or "NGE:" in text) and _many(_NEXIS_FIELD, text, 3):
        return True
    return ("Length:" in text or "Load-Date:" in text) and _many(_NEXIS_UNI_FIELD, text, 3)


def is_factiva(head: Head) -> bool:
    """An export of Factiva, with or without field codes."""
    return factiva_text(head.text)


def factiva_text(text: str) -> bool:
    """Whether a text is an export of Factiva."""
    if "Document " in text and _FACTIVA_END.compiled.search(text):
        return _FACTIVA_WORDS.compiled.search(text) is not None or _many(_FACTIVA_CODE, text, 3)
    if "HD" not in text or "SN" not in text:
        return False
    return _many(_FACTIVA_CODE, text, 5)


def is_nexis_page(head: Head) -> bool:
    """An export of Nexis as HTML."""
    return is_page(head) and _NEXIS_PAGE.compiled.search(head.data) is not None


def is_factiva_page(head: Head) -> bool:
    """An export of Factiva as HTML."""
    return is_page(head) and _FACTIVA_PAGE.compiled.search(head.data) is not None


def is_proquest_page(head: Head) -> bool:
    """An export of ProQuest as HTML."""
    return is_page(head) and b"ProQuest" in head.data and _PROQUEST_PAGE.compiled.search(head.data) is not None


def is_proquest(head: Head) -> bool:
    """An export of ProQuest."""
    return proquest_text(head.text)


def proquest_text(text: str) -> bool:
    """Whether a text is an export of ProQuest."""
    low = text.lower()
    return sum(each in low for each in _PROQUEST_WORDS) > 2 and _many(_PROQUEST_FIELD, text, 3)


def is_table(head: Head) -> bool:
    """Cells separated by commas, semicolons, tabs or bars, below a header row with known names."""
    if head.suffix in (".csv", ".tsv", ".tab"):
        return bool(head.start)
    first, _, rest = head.text.partition("\n")
    mark = delimiter(first, 2) if len(first) < 1000 else None
    if mark is None or mark not in rest:
        return False
    cells = [cell.strip(" \"'") for cell in first.split(mark)]
    return holds_text(cells) and max(map(len, cells)) <= 40


def delimiter(line: str, known: int, by_words: bool = False) -> str | None:
    """The delimiter of a header row: the one that gives most known names, and at least ``known``; None if none does."""
    best, most = None, known - 1
    for mark in ",;\t|":
        cells = [cell.strip(" \"'\ufeff") for cell in line.split(mark)]
        if len(cells) > 1 and (found := sum(known_column(cell, by_words) for cell in cells)) > most:
            best, most = mark, found
    return best


def _many(pattern: Later[str], text: str, wanted: int) -> bool:
    """Whether at least ``wanted`` different fields match."""
    found: set[str] = set()
    for match in pattern.compiled.finditer(text):
        found.add(match[1][:12].strip().lower())
        if len(found) >= wanted:
            return True
    return False
