"""The looks of the list of things to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.findings import Severity

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FILLS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.INFO: "#DDEBF7"}
"""Colours of bad cells; pale, so that what stands in them stays readable in print."""

_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "day": {"num_format": "dd/mm/yyyy", "align": "left"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "left"},
    "hours": {"num_format": "hh:mm", "align": "left"},
    "quoted": {"quote_prefix": True},
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#A6A6A6"},
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#505050"},
    "front_head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#1F4E79",
        "border": 1,
        "border_color": "#A6A6A6",
        "text_wrap": True,
        "valign": "vcenter",
    },
    "front": {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D9D9D9"},
    "link": {
        "font_color": "#0563C1",
        "underline": 1,
        "valign": "top",
        "border": 1,
        "border_color": "#D9D9D9",
    },
}


class Formats:
    """Formats by look and severity, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, Severity | None], Format] = {}

    def get(self, look: str, severity: Severity | None = None) -> Format:
        """The format of a look, on the colour of a severity if one is given."""
        if (look, severity) not in self._made:
            fill = {"bg_color": FILLS[severity]} if severity is not None else {}
            font = {"font_name": "Times New Roman", "font_size": 12}
            self._made[look, severity] = self._book.add_format({**font, **_LOOKS[look], **fill})
        return self._made[look, severity]
