"""A real Chromium for the tests of the page; where there is none they are left out, but never in CI."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
)

from thidua_cli.reports.html import render_html
from thidua_cli.result import Result

Opener = Callable[..., Page]


@pytest.fixture
def trouble() -> list[str]:
    """Whatever an open page asked for beyond its own file, logged, threw or asked the user."""
    return []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Opener]:
    """Render a result and open it: ``open_page(result, width=…, scheme=…, scripts=…, fragment=…)``.

    Any trouble that is left at the end fails the test: no request may leave the page.
    """
    contexts: list[BrowserContext] = []

    def opener(
        result: Result, *, width: int = 1280, scheme: str = "light", scripts: bool = True, fragment: str = ""
    ) -> Page:
        file = tmp_path / "xep-hang.html"
        file.write_bytes(render_html(result))
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        own = file.as_uri()
        _watch(page, own, trouble)
        page.goto(own + fragment)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert [] == trouble


def _watch(page: Page, own: str, trouble: list[str]) -> None:
    def on_request(request: Request) -> None:
        if request.url.split("#", maxsplit=1)[0] != own:
            trouble.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        trouble.append(message.text)

    def on_error(error: Error) -> None:
        trouble.append(str(error))

    def on_dialog(dialog: Dialog) -> None:
        trouble.append(dialog.message)
        dialog.dismiss()

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", on_error)
    page.on("dialog", on_dialog)
