"""What holds for every page, whatever stood in the article: nothing in it but what our templates make."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_OURS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title link style body main header footer nav article section div span mark a p b br"
        " h1 h2 h3 h4 h5 ul li figure figcaption svg rect line circle text g path polyline"
        " details summary table caption thead tbody tr th td script",
    )
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.text: list[str] = []
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._raw = tag in ("script", "style", "title")
        if tag not in _OURS:
            self.foreign.append(tag)
        for name, value in attrs:
            if name in ("href", "src") and not (value or "").startswith(("#", "data:,")):
                self.foreign.append(f"{tag} {name}={value}")
            if name.startswith("on") or name in ("style", "srcdoc", "action"):
                self.foreign.append(f"{tag} {name}")
        if tag == "script" and dict(attrs) not in ({}, {"type": "application/json", "class": "data"}):
            self.foreign.append(f"script {attrs}")

    def handle_endtag(self, tag: str) -> None:
        self._raw = False

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.text.append(data)


def read_page(page: str) -> tuple[list[str], str]:
    """The elements and attributes of a page that no template of ours makes, and its text."""
    reader = _Reader()
    reader.feed(page)
    return reader.foreign, "".join(reader.text)


def assert_nothing_foreign(page: str) -> None:
    """Every element is one of ours, no attribute runs or fetches anything, one script of ours stands at the end."""
    foreign, _ = read_page(page)
    assert foreign == []
    assert page.count("<script>") == 1
