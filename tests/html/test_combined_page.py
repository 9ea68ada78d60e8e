from __future__ import annotations

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # publishes no types
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.support.combined import make_combined
from thidua_cli.reports.combined.page import render_combined_html

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_combined_page_filters_and_asks_for_nothing(browser: Browser, tmp_path: Path, scheme: str) -> None:
    """The combined page loads nothing else, filters units of all parts by name, and has no barrier (axe)."""
    file = tmp_path / "tong-hop.html"
    file.write_bytes(render_combined_html(make_combined()))
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(file.as_uri())
    page.fill("#loc-tong-hop input[name=text]", "phuong an loc")
    shown = page.inner_text("#loc-tong-hop .count")
    page.click("#loc-tong-hop button[type=reset]")
    violations = [rule["id"] for rule in Axe().run(page).response["violations"]]
    page.close()
    assert f"Hiện 4/{3 * 19 + 1}" == shown
    assert [file.as_uri()] == asked
    assert [] == violations


def test_the_combined_page_fits_a_phone_and_prints_standings_first(browser: Browser, tmp_path: Path) -> None:
    """On a narrow screen nothing is wider than it; on paper the first sheet holds standings, each sheet its number."""
    file = tmp_path / "tong-hop.html"
    file.write_bytes(render_combined_html(make_combined()))
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    wide = (
        "Array.from(document.querySelectorAll('main table')).filter((table) => table.offsetWidth >"
        " table.parentElement.clientWidth + 1).map((table) => table.caption.innerText)"
    )
    assert [] == page.evaluate(wide)
    assert 360 >= page.evaluate("document.documentElement.scrollWidth")
    page.fill("#loc-tong-hop input[name=text]", "không có chữ này")
    assert "Không có mục nào khớp với bộ lọc" in page.inner_text("#loc-tong-hop .count")
    page.click("#loc-tong-hop button[type=reset]")
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()
    texts = [" ".join(one.extract_text().split()) for one in pages]
    assert "Xếp hạng chung khối Xã, phường" in texts[0]
    assert [] == [text[-40:] for number, text in enumerate(texts, 1) if f"Trang {number}/{len(texts)}" not in text]
