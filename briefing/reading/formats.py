"""The table of formats: what each is called, how it is recognised, what reads it, and which extra that needs.

The first line whose test holds is the file's format, so that the order matters: signatures of binary
files, then XML and HTML by their first element, then JSON, mail, the exports of press archives, tables, and text. A
format without a reader is refused by its name. To add one, write a module in ``readers`` and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from briefing.reading import sniffing
from briefing.reading.article import MARKDOWN_SUFFIXES
from briefing.reading.heads import Head
from briefing.reading.sniffing import Sniff, magic, named, root

if TYPE_CHECKING:
    from briefing.reading.opening import Source
    from briefing.reading.raw import Raw, Reading

    Read = Callable[[Source, Reading], Iterator[Raw]]


class InputFormat(NamedTuple):
    """``title`` names it in messages ("it is …"), ``reader`` is "module:function", None where it is not supported.

    Files with one of the ``suffixes`` are taken from folders; ``advice`` says what to do if there is no reader.
    """

    name: str
    title: str
    sniff: Sniff
    reader: str | None = None
    suffixes: tuple[str, ...] = ()
    extra: str | None = None
    advice: str = "give the article's text"

    def load(self) -> Read:
        """The function that reads it; its module is loaded only now."""
        assert self.reader is not None
        module, _, function = self.reader.partition(":")
        found: Read = getattr(import_module(f"briefing.reading.readers.{module}"), function)
        return found


_PICTURE = "pictures are not read: give the text that it shows"
_SOUND = "sound and film are not read: give a transcript"
_NEVER_TEXT = (".pdf", ".rtf", ".zip", ".docx", ".xlsx", ".xlsm", ".tar", ".warc", ".arc", ".doc", ".xls")
_CODE = frozenset(
    {
        ".py",
        ".js",
        ".mjs",
        ".ts",
        ".css",
        ".scss",
        ".c",
        ".h",
        ".cpp",
        ".java",
        ".go",
        ".rs",
        ".rb",
        ".sh",
        ".bat",
        ".ps1",
        ".sql",
        ".r",
        ".ipynb",
    }
)
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")

# fmt: off
FORMATS: tuple[InputFormat, ...] = (
    InputFormat("pdf", "a PDF", sniffing.is_pdf, "pdf:read", (".pdf",), "pdf"),
    InputFormat("rtf", "an RTF document", magic(b"{\\rtf"), "rtf:read", (".rtf",), "office"),
    InputFormat("zip", "a ZIP archive", magic(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), "zipped:read", (".zip", ".docx", ".xlsx", ".xlsm")),
    InputFormat("tar", "a tar archive", sniffing.is_tar, "tarred:read", (".tar", ".tgz", ".tbz2", ".txz")),
    InputFormat("warc", "a WARC", sniffing.is_warc, "warc:read", (".warc", ".wet", ".arc"), "web"),
    InputFormat("ole", "an old Office document (.doc, .xls, .ppt, .msg)", magic(b"\xd0\xcf\x11\xe0"), advice="save it as .docx, .xlsx or .eml"),
    InputFormat("png", "a PNG image", magic(b"\x89PNG"), advice=_PICTURE),
    InputFormat("jpeg", "a JPEG image", magic(b"\xff\xd8\xff"), advice=_PICTURE),
    InputFormat("gif", "a GIF image", magic(b"GIF87a", b"GIF89a"), advice=_PICTURE),
    InputFormat("tiff", "a TIFF image", magic(b"II*\0", b"MM\0*"), advice=_PICTURE),
    InputFormat("bmp", "a BMP image", lambda head: head.data[:2] == b"BM" and head.data[6:10] == bytes(4), advice=_PICTURE),
    InputFormat("webp", "a WebP image", lambda head: head.data[:4] == b"RIFF" and head.data[8:12] == b"WEBP", advice=_PICTURE),
    InputFormat("ico", "an icon (image)", magic(b"\0\0\1\0"), advice=_PICTURE),
    InputFormat("heif", "an HEIF or AVIF image", magic(b"ftypheic", b"ftypmif1", b"ftypavif", at=4), advice=_PICTURE),
    InputFormat("svg", "an SVG image", root("svg"), advice=_PICTURE),
    InputFormat("media", "sound or film (MP4, MP3, WAV, Ogg, FLAC, Matroska)", lambda head: head.data[4:8] == b"ftyp" or head.data[:4] in (b"RIFF", b"OggS", b"fLaC", b"\x1aE\xdf\xa3") or head.data[:3] == b"ID3", advice=_SOUND),
    InputFormat("sqlite", "an SQLite database", magic(b"SQLite format 3\0"), advice="export its articles as CSV or JSON, or give a store of briefs to brief digest"),
    InputFormat("parquet", "a Parquet table", magic(b"PAR1"), advice="save it as CSV or JSONL"),
    InputFormat("arrow", "an Arrow or Feather table", magic(b"ARROW1", b"FEA1"), advice="save it as CSV or JSONL"),
    InputFormat("hdf5", "an HDF5 file", magic(b"\x89HDF"), advice="save it as CSV or JSONL"),
    InputFormat("7z", "a 7z archive", magic(b"7z\xbc\xaf\x27\x1c"), advice="unpack it first"),
    InputFormat("rar", "a RAR archive", magic(b"Rar!"), advice="unpack it first"),
    InputFormat("zstd", "zstd data", magic(b"\x28\xb5\x2f\xfd"), advice="unpack it first"),
    InputFormat("compress", "data packed with compress", magic(b"\x1f\x9d"), advice="unpack it first"),
    InputFormat("pst", "an Outlook mailbox (PST)", magic(b"!BDN"), advice="export the mails as .eml or .mbox"),
    InputFormat("epub", "an EPUB", lambda head: b"application/epub+zip" in head.data[:100], advice="give the pages in it"),
    InputFormat("program", "a program", magic(b"\x7fELF", b"MZ\x90\0", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"), advice="give a text"),
    InputFormat("font", "a font", magic(b"wOFF", b"wOF2", b"\0\1\0\0\0", b"OTTO"), advice="give a text"),
    InputFormat("postscript", "PostScript", magic(b"%!PS"), advice="save it as PDF"),
    InputFormat("nitf", "NITF", root("nitf"), "newswire:read_nitf", (".xml", ".nitf", ".ntf"), "feeds"),
    InputFormat("newsml-g2", "NewsML-G2", root("newsItem", "newsMessage", "packageItem", "conceptItem"), "newswire:read_newsml_g2", (".xml", ".newsml"), "feeds"),
    InputFormat("newsml", "NewsML 1", root("NewsML"), "newswire:read_newsml", (".xml", ".newsml"), "feeds"),
    InputFormat("feed", "a feed", root("rss", "feed", "RDF"), "feeds:read", (".xml", ".rss", ".atom", ".rdf"), "feeds"),
    InputFormat("sitemap", "a sitemap, which holds links and no articles", root("urlset", "sitemapindex"), advice="give the pages that it names"),
    InputFormat("opml", "an OPML list of feeds (XML), which holds no articles", root("opml"), advice="give the feeds that it names"),
    InputFormat("factiva-page", "a Factiva export", sniffing.is_factiva_page, "press:read_page", _PAGES),
    InputFormat("nexis-page", "a Nexis export", sniffing.is_nexis_page, "press:read_page", _PAGES),
    InputFormat("proquest-page", "a ProQuest export", sniffing.is_proquest_page, "press:read_page", _PAGES),
    InputFormat("page", "a web page", sniffing.is_page, "plain:read_page", _PAGES),
    InputFormat("xml", "XML of a kind that is not known", sniffing.is_xml, advice="NITF, NewsML, RSS and Atom are read"),
    InputFormat("jsonl", "JSONL", sniffing.is_json_lines, "jsonlines:read", (".jsonl", ".ndjson", ".jl")),
    InputFormat("json", "JSON", sniffing.is_json, "jsonfile:read", (".json", ".jsonld")),
    InputFormat("mbox", "a mailbox", sniffing.is_mailbox, "mail:read_mailbox", (".mbox", ".mbx")),
    InputFormat("mhtml", "a saved page (MHTML)", sniffing.is_archived_page, "mail:read_archived_page", (".mht", ".mhtml")),
    InputFormat("mail", "a mail", sniffing.is_mail, "mail:read", (".eml", ".email")),
    InputFormat("nexis", "a Nexis export", sniffing.is_nexis, "press:read_text"),
    InputFormat("factiva", "a Factiva export", sniffing.is_factiva, "press:read_text"),
    InputFormat("proquest", "a ProQuest export", sniffing.is_proquest, "press:read_text"),
    InputFormat("jsonl", "JSONL", named(".jsonl", ".ndjson", ".jl"), "jsonlines:read", ()),
    InputFormat("json", "JSON", named(".json", ".jsonld"), "jsonfile:read"),
    InputFormat("table", "a table", sniffing.is_table, "tables:read", (".csv", ".tsv", ".tab")),
    InputFormat("xml", "no XML, as its name has it", named(".xml", ".rss", ".atom"), advice="give an XML file"),
    InputFormat("markdown", "Markdown", named(*MARKDOWN_SUFFIXES), "plain:read_markdown", MARKDOWN_SUFFIXES),
    InputFormat("page", "a web page", named(".html", ".htm", ".xhtml"), "plain:read_page"),
    InputFormat("mislabelled", "a text, and its name has another format", named(*_NEVER_TEXT), advice="give the file that its name promises, or name it .txt"),
    InputFormat("code", "a program", lambda head: head.start.startswith((b"<?php", b"#!")) or head.suffix in _CODE, advice="give the text or page that it makes"),
    InputFormat("yaml", "YAML", named(".yaml", ".yml"), advice="save it as JSON"),
    InputFormat("latex", "LaTeX", lambda head: b"\\documentclass" in head.start[:4000], advice="give its text"),
    InputFormat("subtitles", "subtitles", lambda head: head.start.startswith(b"WEBVTT") or head.suffix in (".srt", ".vtt"), advice="give the text alone"),
    InputFormat("calendar", "a calendar or address card", lambda head: head.start.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VCARD")), advice="give a text"),
    InputFormat("text", "a text", lambda head: True, "plain:read_text", (".txt", ".text")),
)
# fmt: on

SUFFIXES = frozenset(suffix for each in FORMATS for suffix in each.suffixes)
"""The suffixes of the files that are read."""

STRUCTURED = frozenset(each.name for each in FORMATS if each.reader) - {"text", "markdown"}
"""Names of the formats that a file's content proves, whatever its name."""


def recognise(head: Head) -> InputFormat:
    """The format of the file with this head."""
    return next(each for each in FORMATS if each.sniff(head))
