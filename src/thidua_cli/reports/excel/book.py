"""The workbook as the sheets see it: all its sheets, formats by name.

Only this module, ``sheets.py`` and ``charts.py`` speak to xlsxwriter.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_cli import marks
from thidua_cli.reports.excel.page import Page
from thidua_cli.reports.excel.styles import FONT, Formats
from thidua_cli.text.glossary import word

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

STANDINGS = word("standing")
FIGURES = "Số liệu"
COUNTS = "Số đếm"
CHARTS = "Biểu đồ"
PROPOSALS = "Đề nghị"
PERSONS = word("person")
EXCLUDED = "Không đề nghị"
ROWS = "Hồ sơ cần xem"
FINDINGS = word("finding")
CRITERIA = word("criterion")
SOURCES = "Nguồn"
SHEETS = (
    STANDINGS,
    FIGURES,
    COUNTS,
    CHARTS,
    PROPOSALS,
    PERSONS,
    EXCLUDED,
    ROWS,
    FINDINGS,
    CRITERIA,
    SOURCES,
)


class Book:
    """One workbook in memory: all its sheets exist from the start, so that formulas may point anywhere."""

    def __init__(
        self, *, title: str, author: str, year: int, kind: str = "xep-hang", sheets: Sequence[str] = SHEETS
    ) -> None:
        from xlsxwriter.workbook import Workbook

        from thidua_cli.reports.excel.sheets import PlainSheet

        self._buffer = io.BytesIO()
        self.workbook: Workbook = Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": FONT, "font_size": 11},
            },
        )
        created = dt.datetime(year, 12, 31, tzinfo=dt.UTC)
        self.workbook.set_properties({"title": title, "author": author, "created": created})
        self.workbook.set_custom_property(marks.PROPERTY, kind)
        self.workbook.set_calc_mode("auto")
        formats = Formats(self.workbook)
        self.pages = {name: Page(formats, self.workbook.add_worksheet(name, PlainSheet)) for name in sheets}

    def close(self) -> bytes:
        """Finish the workbook and give its bytes."""
        self.workbook.close()
        return marks.sealed_book(self._buffer.getvalue())
