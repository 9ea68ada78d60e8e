"""How cells look: the formats of the workbooks, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.text.glossary import terms

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "Times New Roman"
HEAD_FILL = "#1F4E79"
LINE = "#A6A6A6"
GREEN, GREEN_FILL = "#0B5A2B", "#DDF2E3"
RED, RED_FILL = "#8E1B10", "#FBE0DC"
AMBER, AMBER_FILL = "#6B4A00", "#FFF0C9"
GREY, GREY_FILL = "#505050", "#EFEFEF"

VERDICT_COLOURS = {
    "met": (GREEN, GREEN_FILL),
    "not_met": (RED, RED_FILL),
    "no_data": (AMBER, AMBER_FILL),
    "not_applicable": (GREY, GREY_FILL),
}

_WHOLE = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
"""Thousands with a dot that is a letter of the format, so that no machine's settings turn it into a comma."""
DECIMAL = "[$-42A]"
"""The Vietnamese locale, which gives decimals their comma wherever a program heeds it."""

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "note": {"italic": True, "font_color": GREY, "valign": "vcenter"},
    "section": {"bold": True, "font_size": 12, "font_color": HEAD_FILL},
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": HEAD_FILL,
        "border": 1,
        "border_color": LINE,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "plain": {},
    "text": {"text_wrap": True},
    "strong": {"text_wrap": True, "bold": True},
    "mono": {"font_name": "Courier New", "font_size": 9, "text_wrap": True},
    "faint": {"font_color": "#767676", "font_size": 9, "num_format": f"{DECIMAL}General"},
    "centre": {"align": "center"},
    "mark": {"align": "center", "bold": True},
    "link": {"font_color": "#0B5CAD", "underline": 1, "align": "center"},
    "integer": {"num_format": _WHOLE, "align": "right", "indent": 1},
    "number": {"num_format": f"{DECIMAL}General", "align": "right", "indent": 1},
    "percent": {"num_format": f'{DECIMAL}General"%"', "align": "right", "indent": 1},
    "rank": {"num_format": "0", "align": "center", "bold": True},
    "tied": {"num_format": f'"{terms()["tied"].vi} "0', "align": "center", "bold": True},
    "score": {"num_format": f"{DECIMAL}0.00", "align": "right", "indent": 1, "bold": True},
    "total": {"num_format": _WHOLE, "bold": True},
    "input": {"bg_color": "#FFFBE6", "text_wrap": True},
}
WRAPPED = {name: 0.98 if style.get("bold") else 1.12 for name, style in STYLES.items() if style.get("text_wrap")}
"""Styles that wrap, and how many letters of their font fit one unit of a column's width, on the safe side."""
CELLS = frozenset(STYLES) - {"title", "note", "section", "head", "total", "plain"}


class Formats:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool, bool], Format] = {}

    def of(self, name: str, *, quoted: bool = False, first: bool = False) -> Format:
        """A format by name; ``quoted`` keeps a text a text even after editing, ``first`` draws a line above."""
        key = (name, quoted, first)
        if key not in self._made:
            properties: dict[str, Any] = dict(STYLES[name])
            if name in CELLS:
                properties = {"border": 1, "border_color": LINE, "valign": "top", **properties}
            if quoted:
                properties["quote_prefix"] = True
            if first:
                properties |= {"top": 2, "top_color": HEAD_FILL}
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def verdict(self, verdict: str) -> Format:
        """The colours of a verdict, for the rules that colour cells by their words."""
        font, fill = VERDICT_COLOURS[verdict]
        return self._workbook.add_format({"font_color": font, "bg_color": fill})
