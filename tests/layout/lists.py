"""Lists as offices export them: headers in several spellings, one writer for their rows."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.intake.sheet import CellValue

Row = list[CellValue]

DOSSIERS: Row = ["STT", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", "Trạng thái"]
BY_UNIT: Row = [head for head in DOSSIERS if head != "Đơn vị"]


def dossier(number: int, unit: str = "Phường An Lộc") -> Row:
    """One resolved dossier under :data:`DOSSIERS`."""
    code = f"000.05.41.H20-210201-{number:04d}"
    return [number, code, unit, "01/02/2021 08:00", "05/02/2021 17:00", "04/02/2021 09:00", "Đã trả kết quả"]


def dossier_by_unit(number: int) -> Row:
    """One resolved dossier under :data:`BY_UNIT`."""
    row = dossier(number)
    return [*row[:2], *row[3:]]


def dossiers(count: int, head: Sequence[CellValue] = DOSSIERS) -> list[Row]:
    """A header and so many dossiers."""
    return [list(head), *(dossier(number) for number in range(1, count + 1))]
