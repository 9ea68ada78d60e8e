"""How a fixture is said: a small writer of input files, and the finding that they must give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.workbooks import xlsx

Row = list[object]
Rows = list[Row]
Writer = Callable[[Path], Path]
"""Writes one file, or a folder of files, into the folder given, and says what is to be read."""

FILE, ONE_STOP, FORM = "du-lieu.xlsx", "Một cửa", "Biểu một cửa"
REGISTER: Rows = [
    ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC", "Tên gọi khác"],
    [1, "Phường An Lộc", "Xã, phường", "Có", None],
    [2, "Phường An Bình A", "Xã, phường", "Có", "Xã An Bình A"],
    [3, "Phường An Bình B", "Xã, phường", "Có", "Xã An Bình B"],
    [4, "Phòng Tư pháp", "Phòng, ban", "Không", None],
]
HEADS: Row = [
    *("STT", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"),
    *("Hình thức nộp", "Mức độ"),
]


@dataclass(frozen=True)
class Case:
    """One fixture: what it writes, the severity and place expected, and whether unreadable files are skipped."""

    code: str
    severity: str
    write: Writer
    file: str
    sheet: str
    cell: str
    unit: str
    count: int
    skip_unreadable: bool


CASES: dict[str, list[Case]] = {}
"""Every fixture by the code that it triggers."""


def triggers(
    code: str,
    severity: str,
    cell: str = "",
    *,
    sheet: str = ONE_STOP,
    file: str = FILE,
    unit: str = "",
    count: int = 1,
    skip_unreadable: bool = False,
) -> Callable[[Writer], Writer]:
    """Register a writer as a fixture of a code, with the place that its finding must have."""

    def register(write: Writer) -> Writer:
        case = Case(code, severity, write, file, sheet, cell, unit, count, skip_unreadable)
        CASES.setdefault(code, []).append(case)
        return write

    return register


def book(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]], *, register: Rows = REGISTER) -> Path:
    """A workbook with the unit register and some sheets; text that begins with ``=`` is a formula without a value."""
    return xlsx(folder / FILE, {"Danh mục đơn vị": register, **sheets})


def dossier(number: int, **changed: object) -> Row:
    """A dossier of An Lộc under :data:`HEADS`, filed in person, resolved early; ``changed`` by short name."""
    usual: dict[str, object] = {
        "stt": number,
        "code": f"000.01.41.H20-210301-{number:04d}",
        "unit": "Phường An Lộc",
        "received": "01/03/2021 08:00",
        "due": "10/03/2021 17:00",
        "ended": "09/03/2021 10:00",
        "status": "Đã trả kết quả",
        "channel": "Trực tiếp",
        "level": 3,
    }
    return list({**usual, **changed}.values())


def dossiers(*rows: Row) -> Rows:
    """A list of dossiers: usual ones in rows 2 to 4, those given from row 5 on."""
    return [HEADS, *(dossier(number) for number in (1, 2, 3)), *rows]


def one_stop(folder: Path, *rows: Row, **sheets: Sequence[Sequence[object]]) -> Path:
    """The register and the one-stop software's list with some rows of their own."""
    return book(folder, {ONE_STOP: dossiers(*rows), **sheets})
