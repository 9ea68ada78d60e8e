"""The browser of the page's tests serves the combined page as well."""

from __future__ import annotations

from tests.html.conftest import browser

__all__ = ["browser"]
