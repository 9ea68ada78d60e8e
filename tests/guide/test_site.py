"""The guide as people open it: from the disk, without a network, with whatever they see and hear with."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # publishes no types
from playwright.sync_api import Browser, Page, expect

from tools.guide.walk import DOCS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_STAFF = ["index", *(f"huong-dan/{path.stem}" for path in sorted(DOCS.glob("huong-dan/*.md")))]
_OTHERS = [
    path.relative_to(DOCS).with_suffix("").as_posix()
    for path in sorted(DOCS.rglob("*.md"))
    if path.relative_to(DOCS).with_suffix("").as_posix() not in _STAFF
]


def _faults(page: Page) -> list[tuple[str, list[str]]]:
    outcome = Axe().run(page).response
    return [(fault["id"], [node["html"] for node in fault["nodes"][:3]]) for fault in outcome["violations"]]


def _opened(browser: Browser, path: Path, *, width: int = 1280, scheme: str = "light") -> tuple[Page, list[str]]:
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
    page, asked = context.new_page(), list[str]()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.goto(path.as_uri())
    return page, asked


@pytest.mark.parametrize("name", [*_STAFF, *_OTHERS])
def test_a_page_is_whole_without_a_network(name: str, site: Path, browser: Browser) -> None:
    """Opened from the disk, a page asks for its own files alone, and axe-core finds no fault on it."""
    page, asked = _opened(browser, site / f"{name}.html")
    assert [] == _faults(page)
    assert [] == [address for address in asked if not address.startswith(("file:", "data:", "blob:"))]
    assert [] == page.evaluate("Array.from(document.images).filter(i => !i.naturalWidth).map(i => i.src)")
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
@pytest.mark.parametrize("name", ["huong-dan/bat-dau", "huong-dan/ho-so"])
def test_pages_suit_the_dark_and_the_small(name: str, width: int, scheme: str, site: Path, browser: Browser) -> None:
    """In dark colours and on a phone axe-core finds no fault either, and nothing scrolls sideways."""
    page, _ = _opened(browser, site / f"{name}.html", width=width, scheme=scheme)
    assert [] == _faults(page)
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    page.context.close()


def test_search_works_from_the_disk(site: Path, browser: Browser) -> None:
    """A word typed into the search of a page opened from the disk leads to pages that have it."""
    page, _ = _opened(browser, site / "index.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type("trùng mã")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.context.close()


def test_every_link_of_the_site_leads_to_its_files(site: Path) -> None:
    """Every relative address in the built pages is a file of the site, schemas and plans to download included."""
    broken = []
    for page in site.rglob("*.html"):
        for address in re.findall(r'(?:href|src)="([^"]+)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).exists():
                broken.append(f"{page.name}: {address}")
    assert [] == broken


def test_pages_say_their_language(site: Path) -> None:
    """Staff's pages are marked Vietnamese, developers' English, so that a screen reader reads each rightly."""
    for name, language in (("huong-dan/ho-so", "vi"), ("findings", "vi"), ("architecture", "en"), ("commands", "en")):
        assert f'<html lang="{language}"' in (site / f"{name}.html").read_text(encoding="utf-8")
