from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.findings.cases import REGISTER, Row, Rows
from tests.support.workbooks import csv_file, xls_html, xlsx
from thidua_cli.findings import Finding
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.result import MeasureResult, Result

PLAN = load_plan()
HEADS: Row = [
    *("STT", "Mã hồ sơ", "Người nộp", "Điện thoại", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả"),
    *("Ngày kết thúc xử lý", "Trạng thái", "Ghi chú"),
]
FORM: Row = ["STT", "Đơn vị", "Tiếp nhận trong kỳ", "Trước hạn", "Đúng hạn", "Quá hạn"]
TITLES: Row = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả công nhận"]


def dossier(number: int, unit: str = "Phường An Lộc", note: str | None = "x") -> Row:
    """A dossier that ended early."""
    code = f"000.01.41.H20-210301-{number:04d}"
    days = ["01/03/2021", "10/03/2021", "09/03/2021"]
    return [number, code, "Trần Thị Thử", "0912 345 678", unit, *days, "Đã trả kết quả", note]


def written(folder: Path, kind: str, rows: Rows) -> Path:
    """A folder with the register and one file of these rows."""
    xlsx(folder / "danh-muc.xlsx", {"Danh mục": REGISTER})
    if kind == "csv":
        csv_file(folder / "so-lieu.csv", rows)
    elif kind == "html":
        xls_html(folder / "so-lieu.html", {"Một cửa": rows})
    else:
        xlsx(folder / "so-lieu.xlsx", {"Một cửa": rows})
    return folder


def shifted(result: Result) -> list[str | None]:
    """The first cells of the findings about shifted rows."""
    return [finding.cell for finding in result.findings if finding.code == "shifted_row"]


def measure(result: Result, name: str, unit: str = "phuong-an-loc") -> MeasureResult:
    """One measure of one unit."""
    criteria = next(one for one in result.units if one.id == unit).criteria
    return next(found for criterion in criteria for found in criterion.measures if found.id == name)


def without(row: Row, place: int) -> Row:
    """The row with one cell lost."""
    return [*row[:place], *row[place + 1 :]]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "html"])
@pytest.mark.parametrize("place", range(1, 7))
def test_a_lost_cell_leaves_the_row_undecided(kind: str, place: int, tmp_path: Path) -> None:
    """Whichever cell before the dates is lost, in whatever format: the row is said, and one case is open."""
    rows: Rows = [HEADS, *(dossier(n) for n in range(1, 5)), without(dossier(5), place)]
    result = score([written(tmp_path, kind, rows)], PLAN)
    on_time = measure(result, "on_time")
    assert (["A6"], 4, 1) == (shifted(result), on_time.denominator, on_time.undecided)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "html"])
def test_a_cell_put_in_leaves_the_row_undecided(kind: str, tmp_path: Path) -> None:
    """So does an address that falls into two cells."""
    row = dossier(5)
    rows: Rows = [HEADS, *(dossier(n) for n in range(1, 5)), [*row[:3], "khóm 2", *row[3:]]]
    result = score([written(tmp_path, kind, rows)], PLAN)
    assert (["A6"], 1) == (shifted(result), measure(result, "on_time").undecided)


def test_an_open_row_decides_nothing_that_stands_either_way(tmp_path: Path) -> None:
    """Of a hundred dossiers in time one more that may be late leaves 99 %; of ten it leaves nothing to say."""
    for many, verdict in ((100, "met"), (10, "no_data")):
        rows: Rows = [HEADS, *(dossier(n) for n in range(1, many + 1)), without(dossier(many + 1), 2)]
        folder = tmp_path / str(many)
        folder.mkdir()
        assert verdict == measure(score([written(folder, "csv", rows)], PLAN), "on_time").verdict


def test_a_row_whose_unit_is_lost_may_be_of_any_unit_of_its_table(tmp_path: Path) -> None:
    """Where no unit's name is left in the row, every unit that the table names has one open case, and no other."""
    units = ("Phường An Lộc", "Phường An Bình A")
    rows: Rows = [HEADS, *(dossier(n, units[n % 2]) for n in range(1, 7)), without(dossier(7), 4)]
    result = score([written(tmp_path, "xlsx", rows)], PLAN)
    open_cases = {unit.id: measure(result, "on_time", unit.id).undecided for unit in result.units}
    assert {"phuong-an-loc": 1, "phuong-an-binh-a": 1} == {unit: n for unit, n in open_cases.items() if n}


def test_a_shifted_row_of_a_form_leaves_its_units_figures_open(tmp_path: Path) -> None:
    """The unit that the row names has no data; the others keep their verdicts."""
    units = ("Phường An Lộc", "Phường An Bình A", "Phường An Bình B")
    rows: Rows = [FORM, *([n, unit, 30, 10, 20, 0] for n, unit in enumerate(units, 1))]
    rows[1] = rows[1][1:]
    result = score([written(tmp_path, "xlsx", rows)], PLAN)
    verdicts = [measure(result, "on_time", unit).verdict for unit in ("phuong-an-loc", "phuong-an-binh-a")]
    assert (["A2"], ["no_data", "met"]) == (shifted(result), verdicts)


def test_a_shifted_initiative_may_be_recognised_or_not(tmp_path: Path) -> None:
    """A unit whose only initiative stands in a shifted row is not said to have none."""
    units = ("Phường An Lộc", "Phường An Bình A", "Phường An Bình B")
    rows: Rows = [
        TITLES,
        *([n, unit, f"Mô hình {n}", f"Lê Văn Mẫu{n}", "Được công nhận"] for n, unit in enumerate(units, 1)),
    ]
    rows[1] = without(rows[1], 0)
    result = score([written(tmp_path, "csv", rows)], PLAN)
    verdicts = [measure(result, "initiatives", unit).verdict for unit in ("phuong-an-loc", "phuong-an-binh-a")]
    assert (["A2"], ["no_data", "met"]) == (shifted(result), verdicts)


def _unshifted() -> dict[str, Sequence[Row]]:
    usual: Rows = [HEADS, *(dossier(n) for n in range(1, 8))]
    unread = [*dossier(8)[:6], "chưa hẹn", *dossier(8)[7:]]
    noted: Rows = [[*row, "ngoài bảng"] for row in usual]
    noted[0] = HEADS
    return {
        "empty cells at the end": [[*row, None, None] for row in usual],
        "empty cells at the end of one row": [*usual, [*dossier(8), None, None]],
        "an empty last cell": [*usual, dossier(8, note=None)],
        "one unreadable day": [*usual, unread],
        "a column without a head": noted,
        "empty cells left out at the end of many rows": [HEADS, *(dossier(n)[: 10 - n % 2] for n in range(1, 9))],
        "a total and a note below": [*usual, ["Tổng cộng", 7], ["Người lập: Trần Thị Thử"]],
    }


@pytest.mark.parametrize("case", list(_unshifted()))
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_no_shift(kind: str, case: str, tmp_path: Path) -> None:
    """Empty cells at the end, a bad cell, a column without a head, totals and notes are no shifted rows."""
    rows = [list(row) for row in _unshifted()[case]]
    assert [] == shifted(score([written(tmp_path, kind, rows)], PLAN))


def test_words_of_findings_are_withheld_however_they_are_made() -> None:
    """Whoever makes a finding: a name in a column of statuses does not reach its message."""
    finding = Finding("unknown_status", {"value": "Trần Thị Thử 0912345678", "count": 1})
    assert "“…”" in finding.message()
    assert "Thử" not in finding.message() + finding.message("en") + finding.hint()
