"""The language of an article: told by the library where it is installed, else guessed; English is never lost."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

from briefing.errors import ExtraError
from briefing.language import analyse
from briefing.pipeline import Options, summarize
from briefing.reading import languagelibrary, parse_article
from briefing.reading.languages import language_of, tag_of

_LINES = Path(__file__).with_name("languages.tsv").read_text("utf-8").splitlines()
TEXTS = {tag: text for tag, _, text in (line.partition("\t") for line in _LINES if not line.startswith("#"))}
ENGLISH = (
    "The town council voted on Tuesday night to build a new bridge across the river. Mayor Ruth Ansell said that the "
    "work would begin in March. Opponents warned that schools would go without the money."
)
_ONLY_BY_THE_LIBRARY = {"tr", "is", "sw", "eu"}
_HARD = [  # few words of grammar, and letters that are words elsewhere
    "Arsenal 3 Chelsea 2, Everton 1 Leeds 1, Fulham 0 Burnley 4, Wolves 2 Brentford 2.",
    "I'm, she's, it's, they'd: \"I won't, I can't, I didn't, we'd say,\" fans wrote, \"a shape, a form, a kind\".",
    "Mozart, Bach, Sanders, Santamaria, Obama, Merkel, Macron, Sarkozy, Berlusconi, Putin, Zelensky, Orban, Tusk.",
    "Buy milk, eggs, flour, sugar, butter, yeast, salt, pepper, oil, vinegar, onions, garlic, rice, beans, tea.",
]


@pytest.fixture(params=[True, False], ids=["library", "guess"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the library may be asked; the tests run both ways."""
    if request.param:
        pytest.importorskip("py3langid", reason="the extra language is not installed")
    monkeypatch.setattr(languagelibrary, "installed", lambda: request.param)
    return bool(request.param)


@pytest.mark.parametrize("tag", TEXTS)
def test_each_language_is_told(tag: str, library: bool) -> None:
    told = language_of(TEXTS[tag])
    if library or tag not in _ONLY_BY_THE_LIBRARY:
        assert told == tag if library or tag != "nb" else told in ("nb", "da")
    else:
        assert told is None


@pytest.mark.parametrize("tag", TEXTS)
def test_what_is_not_english_gets_its_sentences_a_note_and_no_positions(tag: str, library: bool) -> None:
    brief = summarize(parse_article(TEXTS[tag], language=tag))
    assert brief.article.language == tag
    assert brief.article.sentences == (3 if tag == "el" else 4)
    assert brief.summary
    assert not brief.positions
    assert not brief.parties
    assert brief.notes == (f"its language is {tag}, not English: it gets a summary, and no positions",)


@pytest.mark.usefixtures("library")
def test_english_is_told_whatever_its_file_says() -> None:
    for given in (None, "en", "en-GB", "fr", "zh"):
        assert (language_of(ENGLISH, given) or "").startswith("en")
    assert language_of(ENGLISH, "en-GB") == "en-GB"
    assert summarize(parse_article(ENGLISH, language="fr")).positions


@pytest.mark.parametrize("text", [*_HARD, *(ENGLISH[at : at + 60] for at in range(0, len(ENGLISH) - 60, 7))])
@pytest.mark.usefixtures("library")
def test_english_with_few_words_of_grammar_is_not_taken_for_another(text: str) -> None:
    assert language_of(text) in ("en", None)


@pytest.mark.parametrize("text", ["", "Vote", "BBC News", "Obama", "Der Rat", "1 2 3 4 5 6 7 8 9", "橋", "मत", "???"])
@pytest.mark.usefixtures("library")
def test_what_is_too_short_to_tell_is_in_the_language_that_is_given(text: str) -> None:
    assert language_of(text) is None
    assert language_of(text, "de-AT") == "de-AT"


@pytest.mark.parametrize(
    ("tag", "given", "language"),
    [
        ("de", "de-CH", "de-CH"),
        ("pt", "pt-BR", "pt-BR"),
        ("zh", "zh-Hant-TW", "zh-Hant-TW"),
        ("zh", "yue", "yue"),
        ("nb", "no", "no"),
        ("nb", "nn", "nn"),
        ("da", "nb", "nb"),
        ("hr", "sr-Latn", "sr-Latn"),
        ("id", "ms", "ms"),
        ("cs", "sk", "sk"),
        ("de", "en-US", "de"),
        ("fr", "de", "fr"),
        ("ja", "en", "ja"),
        ("ru", "bg-BG", "ru"),
    ],
)
@pytest.mark.usefixtures("library")
def test_the_tag_of_a_file_stands_where_the_words_do_not_gainsay_it(tag: str, given: str, language: str) -> None:
    assert language_of(TEXTS[tag], given) == language


def test_what_nothing_tells_is_read_as_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languagelibrary, "installed", lambda: False)
    brief = summarize(parse_article(TEXTS["sw"]), Options())
    assert brief.article.language is None
    assert not brief.notes


@pytest.mark.parametrize("tag", ["ja", "zh"])
def test_full_marks_of_east_asia_end_sentences(tag: str) -> None:
    article = parse_article(TEXTS[tag])
    sentences = analyse(article).sentences
    assert [article.text[each.end - 1] for each in sentences] == ["。"] * 4
    assert "".join(article.text[each.start : each.end] for each in sentences) == article.text


def test_a_library_that_does_not_load_says_how_to_repair_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languagelibrary, "installed", lambda: True)
    monkeypatch.setitem(sys.modules, "py3langid", None)
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    languagelibrary._identifier.cache_clear()
    with pytest.raises(ExtraError, match="news-brief\\[language\\]"):
        language_of(TEXTS["de"])


def test_an_english_article_does_not_load_the_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    program = (
        "import sys; from briefing import summarize; from pathlib import Path; summarize(Path(sys.argv[1])); "
        "assert not [each for each in sys.modules if each.startswith(('py3langid', 'lzma'))]"
    )
    assert run([sys.executable, "-c", program, str(tmp_path / "a.txt")], check=False).returncode == 0


@pytest.mark.parametrize(
    ("value", "tag"), [("English", "en"), ("DEUTSCH", "de"), ("french;", "fr"), ("en_gb", "en-GB"), ("unknown!", None)]
)
def test_names_of_languages(value: str, tag: str | None) -> None:
    assert tag_of(value) == tag
