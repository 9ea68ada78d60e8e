from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # publishes no types
from playwright.sync_api import Browser

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
