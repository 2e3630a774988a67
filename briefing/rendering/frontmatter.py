"""Markdown with YAML front matter: the properties of a note in Obsidian, and metadata for static sites and Pandoc.

Every string is double-quoted, so that no name is taken for a number, a date or a Boolean (YAML 1.1 reads ``no`` as
false); only a valid date is not quoted, so that it is read as a date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from briefing.model import ArticleInfo, Brief
from briefing.rendering.explanation import Explanation
from briefing.rendering.sanitise import yaml_string
from briefing.rendering.wording import heading

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def front_matter(subject: Brief | Explanation) -> str:
    """The lines between the fences, and the empty line below them; what is not known is left out."""
    article = subject.article
    names: list[tuple[str, Iterable[str]]] = []
    if isinstance(subject, Brief):
        speakers = (speaker.name for position in subject.positions for speaker in position.speakers)
        names = [("parties", (party.name for party in subject.parties)), ("speakers", dict.fromkeys(speakers))]
    lines = [*_facts(article), *(line for name, values in names for line in _list(name, values))]
    return "\n".join(["---", *lines, "---", "", ""])


def _facts(article: ArticleInfo) -> Iterable[str]:
    yield f"title: {yaml_string(heading(article))}"
    if article.date:
        yield f"date: {article.date if _is_date(article.date) else yaml_string(article.date)}"
    known = (
        ("author", article.byline),
        ("outlet", article.outlet),
        ("url", article.url),
        ("place", article.dateline),
        ("section", article.section),
        ("language", article.language),
        ("source", article.source),
    )
    yield from (f"{name}: {yaml_string(value)}" for name, value in known if value)
    yield f"words: {article.words}"


def _is_date(value: str) -> bool:
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _list(name: str, values: Iterable[str]) -> Iterable[str]:
    lines = [f"  - {yaml_string(value)}" for value in values]
    return [f"{name}:", *lines] if lines else []
