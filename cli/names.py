"""What the ending of a file's name says about what is in it, and how much of it is read."""

from __future__ import annotations

from pathlib import PurePath

STDIN = "-"
MAX_BYTES = 10_000_000
TEXT_SUFFIXES = (".txt", ".md", ".markdown")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
JSONL_SUFFIXES = (".jsonl", ".ndjson")
JSON_SUFFIX = ".json"
GZIP_SUFFIX = ".gz"
STORE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_ARTICLES = (*TEXT_SUFFIXES, *HTML_SUFFIXES, *JSONL_SUFFIXES)


def unpacked(name: str) -> str:
    """The name without the ending that says that it is compressed."""
    return name[: -len(GZIP_SUFFIX)] if name.lower().endswith(GZIP_SUFFIX) else name


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder is read."""
    return unpacked(name).lower().endswith(_ARTICLES)


def is_jsonl(name: str) -> bool:
    """Whether a file of this name holds a record a line."""
    return unpacked(name).lower().endswith(JSONL_SUFFIXES)


def is_json(name: str) -> bool:
    """Whether a file of this name holds one JSON value: a brief, an article or an array of them."""
    return unpacked(name).lower().endswith(JSON_SUFFIX)


def is_html(name: str) -> bool:
    """Whether a file of this name is a web page."""
    return unpacked(name).lower().endswith(HTML_SUFFIXES)


def is_store(name: str) -> bool:
    """Whether a file of this name is a store of briefs."""
    return name.lower().endswith(STORE_SUFFIXES)


def stem(path: str) -> str:
    """The path without the endings of an article's file; what only looks like an ending stays."""
    path = unpacked(path)
    suffix = PurePath(path).suffix
    return path[: -len(suffix)] if suffix.lower() in (*_ARTICLES, ".text", ".json") else path
