"""Rows of a page that hold nothing but text: long runs of them are scanned, without an element for each cell.

Exactly this is understood, with the tags that HTML5 lets be left out: ``<tr><td>…</td><th>…</th></tr>``, whatever the
tags say that neither spans nor hides nor strikes through. All else is left to the parser.
"""

from __future__ import annotations

import re

from thidua_cli.intake.opening.fast import markup
from thidua_cli.intake.opening.fast.markup import Form, MarkupRows
from thidua_cli.intake.opening.html_text import SPACES
from thidua_cli.intake.wordwise import require

_ATTRIBUTE = rb"""[ \t\r\n\f]+[a-z][a-z0-9_:.-]*(?:=(?:"[^"<&>]*"|'[^'<&>]*'|[^\s"'<&>=`]+))?"""
_TAG = re.compile(rb"<(/?(?:tr|td|th))((?:" + _ATTRIBUTE + rb")*)[ \t\r\n\f]*>", re.IGNORECASE)
_KINDS = {
    b"tr": markup.ROW,
    b"/tr": markup.ROW_END,
    b"td": markup.TD,
    b"/td": markup.TD_END,
    b"th": markup.TH,
    b"/th": markup.TH_END,
}
_MEANT = re.compile(
    rb"""\b(?:colspan|rowspan)\b(?!=(["']?)1\1(?:\s|$))|\bhidden\b|display\s*:|text-decoration""", re.IGNORECASE
)
"""What an attribute may say that is more than looks."""
_ANYWHERE = (markup.ROW, markup.TD, markup.TH, markup.ROW_END)
_FOLLOWS = (
    (markup.ROW_END, markup.ROW),
    (markup.TD, markup.TD_END),
    (markup.TH, markup.TH_END),
    *((before, kind) for before in (markup.TD, markup.TH, markup.TD_END, markup.TH_END) for kind in _ANYWHERE),
    *((markup.ROW, kind) for kind in _ANYWHERE),
)
_REFERENCE = re.compile(
    r"&#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|[1-9]\d{3}"
    r"|[xX](?:[2-6A-Fa-f][\dA-Fa-f]|7[\dA-Ea-e]|[1-9A-Ca-c][\dA-Fa-f]{2,3}));"
)
"""A letter by its number, but for those to which HTML gives a meaning of its own."""


def plain_rows() -> MarkupRows:
    """A reader of such rows."""
    return MarkupRows(_form, _clean, _FOLLOWS)


def _form(tag: bytes) -> Form:
    found = _TAG.fullmatch(tag)
    require(found and not (found[2] and (found[1].startswith(b"/") or _MEANT.search(found[2]))), "a tag")
    return Form(_KINDS[found[1].lower()] if found else markup.ROW, tag)


def _clean(text: bytes) -> bytes:
    """What a browser shows of a text as it stands in the page."""
    from turbohtml import unescape

    shown = text.decode("utf-8", "replace")
    if "&" in shown:
        require(shown.count("&#") == len(_REFERENCE.findall(shown)), "a letter by its number")
        shown = unescape(shown)
    return SPACES.sub(" ", shown).strip(" ").encode("utf-8", "replace")
