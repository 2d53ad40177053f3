"""A page in a browser, and what everybody expects of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
_WIDE = """[...document.querySelectorAll('body *')].filter(one => !one.closest('.scroll, svg, .unseen, .skip')
    && one.getBoundingClientRect().right > window.innerWidth + 1).map(one => one.className + one.textContent)"""

_MARK_LOOKS = """() => {
    const seen = new Set()
    const ground = one => {
        if (!one) return ''
        const {backgroundColor, backgroundImage, opacity} = getComputedStyle(one)
        return [backgroundColor, backgroundImage, opacity, ground(one.parentElement)].join()
    }
    for (const one of document.querySelectorAll('body *')) {
        const text = [...one.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())
        if (!text || !one.checkVisibility()) continue
        const {color, fontSize, fontWeight} = getComputedStyle(one)
        const look = [color, fontSize, fontWeight, ground(one)].join()
        if (!seen.has(look)) one.dataset.look = ''
        seen.add(look)
    }
}"""
"""Marks one text of each colour, size and weight on each ground."""


class Visit:
    """One page, with everything it asked for and every error it raised."""

    def __init__(self, browser: Browser, report: Path, *, width: int = 1280, scheme: Scheme = "light") -> None:
        """Open a file."""
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.goto(report.as_uri())


def assert_accessible(visit: Visit) -> None:
    """Let axe look at a page, which it does in half the time when it describes violations alone; then close it.

    Contrast takes axe four fifths of its time on a long page. It is looked at once for each look that a text has.
    """
    visit.page.evaluate(_MARK_LOOKS)
    assert_axe_finds_nothing(visit.page, {"rules": {"color-contrast": {"enabled": False}}})
    assert_axe_finds_nothing(visit.page, {"runOnly": ["color-contrast"]}, [["[data-look]"]])
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    visit.page.close()


def assert_axe_finds_nothing(page: Page, options: dict[str, object], include: list[list[str]] | None = None) -> None:
    """Let axe look at a page, or at those parts of it that some selectors find."""
    found = Axe().run(
        page,
        context={"include": include} if include else None,
        options={"runOnly": RULES, "resultTypes": ["violations"], **options},
    )
    violations = found.response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in violations] == []


def assert_nothing_is_cut_off(page: Page) -> None:
    """Look for anything that reaches beyond the edge of the window."""
    assert [text[:80] for text in page.evaluate(_WIDE)] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
