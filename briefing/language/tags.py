"""What follows from the language tag of an article: whether it is read as English, and its function words."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_rows


def is_english(tag: str | None) -> bool:
    """Whether a text with this BCP 47 tag is read as English; one of unknown language (None) is."""
    return tag is None or tag.split("-")[0].lower() == "en"


@cache
def function_words(tag: str | None) -> frozenset[str]:
    """The most frequent function words of a language, in lower case; empty for a language without a list."""
    wanted = (tag or "").split("-")[0].lower()
    rows = ((*row, "", "")[:3] for row in read_rows("reading/languages.tsv"))
    return next((frozenset(words.split()) for name, _, words in rows if name == wanted), frozenset())
