"""What the blank tables of a year (``thidua init``) carry for their reader: a sheet of choices, and sample rows.

The sheet of choices tells a blank of ours from an office's own workbook, whatever it was filled with or saved as.
"""

from __future__ import annotations

from thidua_cli.intake.sheet import Sheet

CHOICES_SHEET = "Danh mục chọn"
CHOICES_MARK = "Các giá trị để chọn trong bảng này (thidua không đọc trang này làm số liệu)"
"""What stands in the first cell of a sheet of choices."""
SAMPLE = "Ví dụ:"
"""With this word the unit or person of a row begins that only shows how the table is filled in."""


def choices_head(head: str) -> str:
    """What stands above the choices for a column of the table."""
    return f"Chọn cho cột “{head}”"


def is_choices(sheet: Sheet) -> bool:
    """Whether a sheet only holds what the drop-downs of its workbook offer."""
    return bool(sheet.columns) and sheet.n_rows > 0 and sheet.columns[0].at(0) == CHOICES_MARK


def is_sample(text: str) -> bool:
    """Whether the name of a row's unit or person says that the row is a sample."""
    return text.strip().casefold().startswith(SAMPLE.casefold())
