"""The tag of a language in its usual spelling, and None for what is no tag."""

import pytest

from briefing.reading.languagetag import language_tag


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en", "en"),
        (" EN ", "en"),
        ("en_us", "en-US"),
        ("zh-hant-TW", "zh-Hant-TW"),
        ("de-1996", "de-1996"),
        ("de-CH-1901", "de-CH-1901"),
        ("es-419", "es-419"),
        ("English", None),
        ("en US", None),
        ("e", None),
        ("", None),
        (None, None),
    ],
)
def test_tags(value: str | None, tag: str | None) -> None:
    assert language_tag(value) == tag
