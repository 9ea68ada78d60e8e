"""``xep-hang.html``: the page that people look at, in one file that asks nothing of any network."""

from __future__ import annotations

from thidua_cli.reports.html.page import render_html

__all__ = ["render_html"]
