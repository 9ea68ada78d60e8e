"""What every page is made in: the templates' environment, the security policy, styles and script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from thidua_cli import marks
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.html import view
from thidua_cli.text.glossary import word
from thidua_cli.text.plan_line import line_of

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = "templates/html"


def render_page(template: str, kind: str, **values: object) -> bytes:
    """One self-contained UTF-8 page that carries the mark of its ``kind`` and its seal.

    Every text goes through autoescaping. The page's policy lets it load nothing and run nothing but its own script,
    which only sorts, filters and opens.
    """
    style, script = _static("page.css"), _static("page.js")
    text = (
        _environment()
        .get_template(template)
        .render(style=style, script=script, policy=_policy(style, script), mark=marks.PROPERTY, kind=kind, **values)
    )
    page = text.encode("utf-8", "replace")
    return marks.sealed_page(page if page.endswith(b"\n") else page + b"\n", kind)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from jinja2.runtime import Context
    from markupsafe import Markup

    class Direct(Context):
        """Calls functions as they are: none of ours asks for the template's context, which is looked for in each."""

        @staticmethod
        def call(
            function: Callable[..., object],
            *args: object,
            _loop_vars: object = None,
            _block_vars: object = None,
            **named: object,
        ) -> object:
            return function(*args, **named)

    class Plain(Environment):
        context_class = Direct

    environment = Plain(
        loader=PackageLoader("thidua_cli.reports", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(w=wording, p=prospects, v=view, g=word, plan_line=line_of)
    # Only for texts of this package: its style and script, and drawings that ElementTree has escaped.
    environment.filters["ours"] = Markup
    return environment


def _static(name: str) -> str:
    return files("thidua_cli.reports").joinpath(*_TEMPLATES.split("/"), name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which nothing is loaded and only these two texts take effect."""
    parts = [
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(parts)


def _digest(text: str) -> str:
    # A browser hashes the element's text, in which every line end is a plain line feed.
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
