"""What the tag of an article's language means for its reading."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_rows


def is_english(tag: str | None) -> bool:
    """Whether a text of this language is read as English; a text whose language is not known is."""
    return tag is None or tag.split("-")[0].lower() == "en"


@cache
def function_words(tag: str | None) -> frozenset[str]:
    """The commonest words of grammar of a language, small letters; none where they are not known."""
    wanted = (tag or "").split("-")[0].lower()
    rows = ((*row, "", "")[:3] for row in read_rows("reading/languages.tsv"))
    return next((frozenset(words.split()) for name, _, words in rows if name == wanted), frozenset())
