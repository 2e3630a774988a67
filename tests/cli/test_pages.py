"""The pages in a real browser: no error, no request, filters and highlights work, no fault that axe-core finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

playwright = pytest.importorskip("playwright.sync_api", reason="the group browser is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; apt-get install chromium")

ROOT = Path(__file__).resolve().parents[2]
LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SIZES = {"desktop": (1200, 900), "phone": (390, 844)}
PAGES = {
    "brief": ("summarize", "samples/joint-statement.txt"),
    "markdown": ("summarize", "samples/planning-dispute.md"),
    "digest": ("digest", "samples/story"),
    "compare": ("compare", "samples/story/tribune-1.txt", "samples/story/wire-1.txt"),
    "many": ("summarize", "samples/strike.txt", "samples/takeover.txt"),
}

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Any, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Make a page, open it, and check at the end that it said nothing on the console and asked for nothing."""
    monkeypatch.chdir(ROOT)
    said: list[str] = []
    asked: list[str] = []
    path = tmp_path / "page.html"

    def open(*arguments: str | Path, size: str = "desktop", dark: bool = False, script: bool = True) -> Any:
        assert run(*arguments, "-o", path).status == 0
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open
    assert said == []
    assert set(asked) <= {path.as_uri()}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(open_page: Open, name: str, size: str, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(*PAGES[name], size=size, dark=dark)
    found = Axe().run(page, options=LEVELS).response

    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_a_party_is_filtered(open_page: Open) -> None:
    page = open_page(*PAGES["brief"])
    cards = page.locator(".card:visible")
    before = cards.count()
    page.get_by_label("C Russia").check()

    assert 0 < cards.count() < before
    assert set(page.locator(".group:visible h3").all_inner_texts()) == {"C Russia"}
    assert page.get_by_role("status").inner_text() == f"{cards.count()} of {before} positions"
    assert page.locator(".text a.ref:visible").count() == cards.count()
    page.get_by_label("C Russia").uncheck()
    assert cards.count() == before


def test_a_stance_and_the_key_positions_are_filtered(open_page: Open) -> None:
    page = open_page(*PAGES["brief"])
    page.get_by_label("+ pledge").check()
    assert set(page.locator(".card:visible .stance").all_inner_texts()) == {"+ pledge"}
    page.get_by_label("key positions only").check()
    assert page.locator(".card:visible").count() == page.locator(".card.key:visible").count() > 0


def test_a_position_lights_its_words_and_the_other_way_round(open_page: Open) -> None:
    page = open_page(*PAGES["brief"])
    card = page.locator(".card").nth(1)
    number = card.get_attribute("data-p")
    card.hover()
    assert page.locator("mark.lit").count() > 0
    page.locator("h1").hover()
    assert page.locator(".lit").count() == 0
    page.locator(f".text a.ref[data-p='{number}']").focus()
    assert "lit" in (page.locator(f".card[data-p='{number}']").get_attribute("class") or "")


def test_a_table_is_sorted_by_keyboard(open_page: Open) -> None:
    page = open_page(*PAGES["brief"])
    heads = page.locator(".parties th button")
    heads.nth(4).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    counts = [int(text) for text in page.locator(".parties tbody td:nth-child(5)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_the_entries_of_a_digest_are_filtered(open_page: Open) -> None:
    page = open_page(*PAGES["digest"])
    rows = page.locator("table.entries tbody tr:visible")
    before = rows.count()
    page.get_by_label("× deny").check()

    assert 0 < rows.count() < before
    assert set(page.locator("table.entries tbody tr:visible .stance").all_inner_texts()) == {"× deny"}


def test_a_matter_leads_to_where_it_stands(open_page: Open) -> None:
    page = open_page(*PAGES["digest"])
    page.locator(".entry .who a").first.click()
    assert page.evaluate("document.querySelector('tr:target') !== null")


def test_it_says_the_same_without_scripts(open_page: Open) -> None:
    with_script = open_page(*PAGES["brief"])
    words = with_script.locator(".card").all_inner_texts()
    without = open_page(*PAGES["brief"], script=False)
    assert without.locator(".card").all_inner_texts() == words
    assert without.locator(".filters").is_hidden()


def test_an_article_full_of_scripts_shows_them_as_text(open_page: Open, tmp_path: Path) -> None:
    article = tmp_path / "attack.txt"
    article.write_text(
        "<script>alert(1)</script> wins\n\n“<img src=x onerror=alert(2)> \x1b[31m</script><svg onload=alert(3)>,” "
        "said Ann Lee, a spokeswoman for the Ministry of Fish.\n",
        "utf-8",
    )
    page = open_page("summarize", article)
    assert "<script>alert(1)</script> wins" in page.locator("h1").inner_text()
    assert "img src=x onerror=alert(2)>" in page.locator(".text").inner_text()
    assert page.locator("img").count() == 0
