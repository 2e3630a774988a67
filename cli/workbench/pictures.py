"""Pictures of the pages that the command makes of the samples, taken with headless Chromium."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from cli.__main__ import main
from cli.environment import Environment

_WIDTH, _HEIGHT = 1200, 860
_PAGES = {
    "brief": ("summarize", "samples/joint-statement.txt"),
    "digest": ("digest", "samples/story"),
}


def take(folder: Path) -> Iterator[Path]:
    """The pictures, one after another, each of the first screen of a page.

    Raises:
        RuntimeError: there is no Chromium, or a page was not made.
    """
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None:
        raise RuntimeError("no Chromium; apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for name, arguments in _PAGES.items():
            page_path = Path(made) / f"{name}.html"
            if main([*arguments, "-o", str(page_path)], Environment(None, None, None)):
                raise RuntimeError(f"brief {' '.join(arguments)} failed")
            page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
            page.goto(page_path.as_uri())
            page.screenshot(path=folder / f"{name}.png")
            yield folder / f"{name}.png"
        browser.close()
