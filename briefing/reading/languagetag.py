"""The stated language of an article as a BCP 47 tag."""

from __future__ import annotations

import re

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]{2,8})*)", re.ASCII)


def language_tag(value: str | None) -> str | None:
    """The tag in its usual spelling ("en_us" is ``en-US``); None for what is no tag, like the name of a language."""
    found = _TAG.fullmatch(value.strip()) if value else None
    if found is None:
        return None
    return "-".join([found["language"].lower(), *map(_subtag, re.split("[-_]", found["rest"])[1:])])


def _subtag(subtag: str) -> str:
    """A subtag in its usual case: ``GB`` (region), ``Latn`` (script), all else lower (RFC 5646, 2.1.1)."""
    if len(subtag) == 2:
        return subtag.upper()
    return subtag.capitalize() if len(subtag) == 4 and subtag.isalpha() else subtag.lower()
