"""The language of a text by py3langid, which knows 139 languages and takes half a second to load."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from briefing.reading import extras
from briefing.resources import read_rows

_LIBRARY = "py3langid.langid"
_SURE = 0.9  # the least probability of a language together with those easily confused with it
_LANGUAGES = 6  # the most probable ones, which are looked at
_NONE = "zxx"  # the library's tag for what is no language


@cache
def installed() -> bool:
    """Whether the library is installed."""
    return extras.is_installed(_LIBRARY)


def told_by_library(sample: str) -> str | None:
    """The tag of the language of a text, None where the library is not sure.

    Raises:
        ExtraError: it is installed, and does not load.
    """
    shares: dict[str, float] = defaultdict(float)
    for label, share in _identifier().rank(sample)[:_LANGUAGES]:
        shares[_variety_of().get(label, label)] += share
    best = max(shares, key=lambda tag: shares[tag])
    alike = frozenset([best]).union(*(group for group in kin() if best in group))
    return best if best != _NONE and sum(shares.get(tag, 0.0) for tag in alike) >= _SURE else None


@cache
def kin() -> tuple[frozenset[str], ...]:
    """Groups of languages that are easily confused with one another, such as a language and its varieties."""
    return tuple(frozenset(tags.split()) for _, tags in read_rows("reading/languagekin.tsv"))


@cache
def _variety_of() -> dict[str, str]:
    rows = [(kind, tags.split()) for kind, tags in read_rows("reading/languagekin.tsv")]
    return {variety: tags[0] for kind, tags in rows if kind == "variety" for variety in tags[1:]}


@cache
def _identifier() -> Any:
    module = extras.library(_LIBRARY)
    return module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
