"""Programs of the machine that some tests start: found, left out where they are missing, and never missing in CI."""

from __future__ import annotations

import os
import shutil

import pytest

_OFFICE = "no LibreOffice: install it (on Debian and Ubuntu: apt-get install libreoffice-calc libreoffice-writer)"
_BROWSER = "no Chromium: install it (on Debian and Ubuntu: apt-get install chromium) or name it in CHROMIUM"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def office_program() -> str:
    """LibreOffice, or the test is left out; in CI a missing program is a failure."""
    return _needed(shutil.which("soffice"), _OFFICE)


def browser_program() -> str:
    """Chromium, or the test is left out; in CI a missing program is a failure."""
    return _needed(os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None), _BROWSER)


def _needed(path: str | None, message: str) -> str:
    if path is None:
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message)
        pytest.skip(message)
    return path
