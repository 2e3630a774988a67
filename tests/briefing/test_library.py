"""The library as its users meet it: what each call takes, gives and refuses, in threads, processes and event loops."""

from __future__ import annotations

import asyncio
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefing import (
    Brief,
    BriefError,
    FormatError,
    OptionError,
    Options,
    ReadingError,
    WorkerError,
    analyse_article,
    compare,
    digest_briefs,
    parse_article,
    read_articles,
    render,
    summarize,
    summarize_many,
    to_json,
    to_records,
)

ROOT = Path(__file__).resolve().parents[2]
STRIKE = ROOT / "samples" / "strike.txt"
STORY = sorted((ROOT / "samples" / "story").glob("*.txt"))
TEXT = "Iceland warned on Friday that fares would rise. The union rejected the offer."


@pytest.fixture(scope="module")
def brief() -> Brief:
    return summarize(STRIKE)


@pytest.mark.parametrize(
    "given", [STRIKE, str(STRIKE), next(iter(read_articles(STRIKE)))], ids=["path", "name", "article"]
)
def test_a_path_its_name_and_the_article_give_the_same_brief(given: Any, brief: Brief) -> None:
    assert summarize(given) == brief


@pytest.mark.parametrize("text", [TEXT, " ".join([TEXT] * 4), " ".join([TEXT] * 40)], ids=["short", "long", "longest"])
def test_a_text_is_an_article(text: str) -> None:
    assert summarize(text) == summarize(parse_article(text))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (b"words", r"not bytes; read_article\(data, source=…\) reads bytes"),
        (None, "not NoneType"),
        ([TEXT], r"not list; summarize_many\(…\) takes several"),
        (5, "an article, a path or a text is needed, not int"),
    ],
)
def test_what_is_no_article_is_a_type_error(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        summarize(given)


def test_a_name_of_a_file_that_is_not_there_is_no_text() -> None:
    with pytest.raises(FileNotFoundError, match=r"missing\.txt"):
        summarize("missing.txt")


def test_an_empty_text_holds_no_article() -> None:
    with pytest.raises(ReadingError):
        summarize("")


def test_a_file_of_several_articles_says_what_to_call(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "The bank will pay."}\n{"text": "It rained."}\n', "utf-8")
    with pytest.raises(ReadingError, match=r"holds several articles; use summarize_many\(read_articles\(path\)\)"):
        summarize(path)


@pytest.mark.parametrize(
    ("chosen", "error"),
    [
        ({"sentences": -3}, OptionError),
        ({"sentences": 0}, OptionError),
        ({"sentences": 2.5}, TypeError),
        ({"sentences": True}, TypeError),
        ({"sentences": "3"}, TypeError),
        ({"words": 0}, OptionError),
        ({"quote_weight": 1.5}, OptionError),
        ({"quote_weight": float("nan")}, OptionError),
        ({"min_confidence": -0.1}, OptionError),
        ({"min_confidence": "high"}, TypeError),
        ({"with_text": 1}, TypeError),
        ({"gazetteer": {"Norway": "NOR"}}, TypeError),
    ],
)
def test_options_refuse_nonsense_and_name_it(chosen: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(chosen))):
        Options(**chosen)


def test_an_option_error_is_a_value_error_and_one_of_ours() -> None:
    assert issubclass(OptionError, ValueError)
    assert issubclass(OptionError, BriefError)


def test_many_articles_give_the_same_briefs_in_any_number_of_processes() -> None:
    alone = [summarize(path) for path in STORY]
    assert list(summarize_many(STORY)) == alone
    assert list(summarize_many(iter(STORY), jobs=2)) == alone


class Deadly(os.PathLike[str]):
    """A path that kills whoever asks for it, but for the process that made it."""

    def __init__(self) -> None:
        self.maker = os.getpid()

    def __fspath__(self) -> str:
        if os.getpid() != self.maker:
            os._exit(3)
        return "deadly.txt"


def test_an_article_that_kills_its_process_is_told_and_the_others_are_done() -> None:
    told: list[tuple[str, str]] = []
    given = [*STORY[:3], Deadly(), *STORY[3:]]
    found = list(summarize_many(given, jobs=2, on_error=lambda name, error: told.append((name, str(error)))))
    assert found == [summarize(path) for path in STORY]
    assert [name for name, _ in told] == ["deadly.txt"]
    assert "died" in told[0][1]
    with pytest.raises(WorkerError, match="died; the article may be too large"):
        list(summarize_many([Deadly()], jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_article_is_a_type_error_after_those_before_it(jobs: int) -> None:
    briefs = summarize_many([*STORY[:2], open, TEXT], jobs=jobs)  # type: ignore[list-item]
    assert [next(briefs).article.id for _ in range(2)] == [Path(path).stem for path in STORY[:2]]
    with pytest.raises(TypeError, match="an article, a path or a text is needed"):
        next(briefs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_iterable_that_fails_ends_after_the_articles_before(jobs: int) -> None:
    def failing() -> Iterator[str]:
        yield TEXT
        raise ZeroDivisionError

    briefs = summarize_many(failing(), jobs=jobs)
    assert next(briefs) == next(summarize_many([TEXT]))
    with pytest.raises(ZeroDivisionError):
        next(briefs)


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("from briefing import summarize_many\nprint(list(summarize_many(['It rained.'], jobs=2)))\n")
    command = [sys.executable, str(script)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert found.returncode == 1
    assert found.stderr.splitlines()[-1].endswith('below if __name__ == "__main__":')


@pytest.mark.parametrize("given", [TEXT, STRIKE, None, parse_article(TEXT)])
def test_one_article_is_not_several(given: Any) -> None:
    with pytest.raises(TypeError, match="needs several articles"):
        summarize_many(given)


def test_an_article_that_cannot_be_read_is_told_and_the_next_is_done(tmp_path: Path) -> None:
    missing, told = tmp_path / "missing.txt", list[str]()
    found = list(summarize_many([missing, "", TEXT], on_error=lambda name, error: told.append(f"{name}: {error}")))
    assert [each.article.id for each in found] == ["article-3"]
    assert len(told) == 2
    assert str(missing) in told[0]
    with pytest.raises(FileNotFoundError):
        list(summarize_many([missing, TEXT]))


def test_jobs_below_none_are_refused() -> None:
    with pytest.raises(OptionError, match="jobs is -1"):
        summarize_many([TEXT], jobs=-1)


def test_a_comparison_is_a_digest_of_one_story() -> None:
    both = compare(STORY[0], STORY[2])
    assert len(both.stories) == 1
    assert len(both.reports) == 2
    assert both == compare(summarize(STORY[0], Options(with_text=True)), STORY[2])


@pytest.mark.parametrize("format", ["text", "markdown", "json", "jsonl", "csv", "html", "terminal"])
def test_one_call_shows_briefs_digests_and_comparisons(format: str, brief: Brief) -> None:
    many = digest_briefs(summarize_many(STORY[:3]))
    shown = [render(each, format) for each in (brief, many, compare(STORY[0], STORY[1]))]
    assert len(set(shown)) == 3
    assert render([brief, brief], format) not in shown


def test_a_format_that_is_not_there_names_those_that_are(brief: Brief) -> None:
    with pytest.raises(FormatError, match="no format 'yaml'; choose one of terminal, text, markdown, json"):
        render(brief, "yaml")
    with pytest.raises(ValueError, match="no format 'brat' of a digest; choose one of terminal, text, markdown"):
        render(compare(TEXT, TEXT), "brat")


@pytest.mark.parametrize("subject", ["words", 5, None, ["words"]])
def test_what_cannot_be_shown_is_a_type_error(subject: Any) -> None:
    with pytest.raises(TypeError, match="can be shown"):
        render(subject, "text")


@pytest.mark.parametrize("rows", ["positions", "quotes", "parties", "summary", "articles"])
def test_records_of_briefs_all_have_the_same_keys(rows: Any, brief: Brief) -> None:
    records = to_records([brief, *summarize_many(STORY[:1])], rows)
    assert {each["article"] for each in records} == {"strike", "courier-1"}
    assert len({tuple(each) for each in records}) == 1
    assert not any(isinstance(value, dict) for each in records for value in each.values())


def test_records_are_the_positions_of_the_brief(brief: Brief) -> None:
    records = to_records(brief)
    assert [each["position"] for each in records] == [each.id for each in brief.positions]
    assert records[0]["resolved"] == brief.positions[0].resolved


@pytest.mark.parametrize("rows", ["matters", "stories", "sources"])
def test_records_of_a_digest(rows: Any) -> None:
    records = to_records(compare(STORY[0], STORY[2]), rows)
    assert records
    assert len({tuple(each) for each in records}) == 1


def test_rows_that_are_not_there_are_refused_by_name(brief: Brief) -> None:
    with pytest.raises(OptionError, match="no rows of 'matters' in a brief"):
        to_records(brief, "matters")


def test_reprs_tell_what_matters_on_one_line(brief: Brief) -> None:
    found = analyse_article(STRIKE)
    for each in (brief, brief.positions[0], found.document, found.document.article, found.cast, compare(TEXT, TEXT)):
        assert "\n" not in repr(each)
        assert len(repr(each)) < 250
    assert repr(brief).startswith("<Brief 'strike': ")
    assert f"{len(brief.positions)} positions" in repr(brief)


@pytest.mark.parametrize("make", [summarize, analyse_article, lambda path: compare(path, path)])
def test_results_can_be_pickled(make: Callable[[Path], object]) -> None:
    found = make(STRIKE)
    assert pickle.loads(pickle.dumps(found)) == found


def test_threads_give_what_one_gives() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(summarize, STORY * 2)) == [summarize(path) for path in STORY] * 2


def test_an_event_loop_can_wait_for_a_brief(brief: Brief) -> None:
    assert asyncio.run(asyncio.to_thread(summarize, STRIKE)) == brief


def test_the_json_says_how_each_holder_was_found(brief: Brief) -> None:
    assert [each["resolved"] for each in to_json(brief)["positions"]] == [each.resolved for each in brief.positions]
