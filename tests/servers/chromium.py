"""A real Chromium that opens pages of ours; whatever it would fetch, says or finds broken is kept for the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def program() -> str:
    """Return where Chromium lies, ``""`` for nowhere."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def missing() -> str:
    """Tell why no browser can be started here, or return ``""``."""
    if not program():
        return "Chromium is not installed"
    absent = [name for name in ("playwright", "axe_playwright_python") if not find_spec(name)]
    return f"{' and '.join(absent)} not installed" if absent else ""


@dataclass
class Opened:
    """A page that is open: *page* to ask it, *requests* it made beyond its own file, *complaints* of the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Return what axe-core finds: rules, and where they are broken."""
        from axe_playwright_python.base import AXE_SCRIPT

        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")
        return [
            f"{each['id']}: {node['target']} {node['html'][:120]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        wider: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wider

    def texts(self, selector: str) -> list[str]:
        """Return the text of every visible element that *selector* finds, on one line each."""
        found = self.page.locator(selector).filter(visible=True).all_inner_texts()
        return [" ".join(text.split()) for text in found]


@dataclass
class Chromium:
    """A running browser."""

    browser: Browser

    @contextmanager
    def open(self, file: Path, *, width: int = 1280, **context: Any) -> Iterator[Opened]:
        """Open *file* in a window of its own; *context* as of playwright's ``new_context``."""
        window = self.browser.new_context(viewport={"width": width, "height": 900}, **context)
        opened = Opened(window.new_page())
        own = file.resolve().as_uri()
        opened.page.on("request", lambda r: opened.requests.append(r.url) if r.url != own else None)
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.goto(own)
        try:
            yield opened
        finally:
            window.close()


@contextmanager
def run_chromium() -> Iterator[Chromium]:
    """Start a browser without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program(), args=list(FLAGS))
        try:
            yield Chromium(browser)
        finally:
            browser.close()
