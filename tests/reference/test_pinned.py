"""Faults that the comparison with the reference found, each by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reference import run
from tests.support import workbooks
from thidua_cli.errors import UsageError
from thidua_cli.intake.tables import System
from thidua_cli.pipeline import ReadOptions, score
from thidua_cli.plan.loading import load_plan

Rows = list[list[object]]
HEAD: list[object] = ["STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
ROW: list[object] = [1, "000.01.41.H20-210301-0001", "01/03/2021", "09/03/2021", "08/03/2021", "Đã trả kết quả"]
ONE_STOP: list[object] = ["DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ"]


def register(folder: Path, *names: str) -> Path:
    """A register of units that are not assessed."""
    rows: Rows = [["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC"]]
    rows += [[n, name, "Phòng, ban", "Không"] for n, name in enumerate(names, 1)]
    return workbooks.xlsx(folder / "don-vi.xlsx", {"Đơn vị": rows})


def measures(result: dict[str, Any], unit: str) -> dict[str, dict[str, Any]]:
    """The measures of a unit by id."""
    found = next(u for u in result["units"] if u["name"] == unit)
    return {m["id"]: m for c in found["criteria"] for m in c["measures"]}


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Phòng Tài chính - Kế hoạch", "mot-cua Phòng Tài chính - Kế hoạch"),
        ("Phòng Tài nguyên và Môi trường", "Hồ sơ một cửa Phòng Tài nguyên và Môi trường năm 2021"),
        ("Phòng Văn hóa và Thông tin", "mot_cua_phong_van_hoa_va_thong_tin"),
        ("Phòng Tư pháp", "DVC 2021 P. Tư pháp"),
    ],
)
def test_a_units_name_in_a_files_name_is_kept_whole(unit: str, name: str, tmp_path: Path) -> None:
    """Dashes, "và" and missing accents in a file's name do not hide the unit that the file belongs to."""
    units = register(tmp_path, unit, "Phòng Kinh tế")
    lists = workbooks.xlsx(tmp_path / f"{name}.xlsx", {"Sheet1": [ONE_STOP, [], HEAD, ROW]})
    assert 1 == measures(run.scored([units, lists], {}), unit)["on_time"]["denominator"]


def test_a_units_name_in_a_sheets_name_is_kept_whole(tmp_path: Path) -> None:
    """A sheet named after a unit with a dash in its name is that unit's."""
    unit = "Phòng Tài chính - Kế hoạch"
    lists = workbooks.xlsx(tmp_path / "mot-cua.xlsx", {unit: [ONE_STOP, [], HEAD, ROW]})
    assert 1 == measures(run.scored([register(tmp_path, unit), lists], {}), unit)["on_time"]["denominator"]


def test_an_accent_tells_units_apart(tmp_path: Path) -> None:
    """A name with another accent is another name: only a name typed without any accent is read without them."""
    units = register(tmp_path, "Phòng Y tế", "Phòng Kinh tế")
    lists = workbooks.xlsx(tmp_path / "Phòng Kính tế.xlsx", {"Sheet1": [ONE_STOP, [], HEAD, ROW]})
    result = run.scored([units, lists], {})
    assert 0 == measures(result, "Phòng Kinh tế")["on_time"]["denominator"]
    assert "unknown_unit" in {f["code"] for f in result["findings"]}


def test_without_a_register_a_files_name_is_no_second_unit(tmp_path: Path) -> None:
    """The unit that a file's name gives without its dash is the one that a table spells out."""
    unit = "Phòng Tài chính - Kế hoạch"
    lists = workbooks.xlsx(tmp_path / f"mot-cua {unit}.xlsx", {"Sheet1": [ONE_STOP, [], HEAD, ROW]})
    tasks: Rows = [
        ["TT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"],
        [1, unit, "Rà soát thủ tục", "Hoàn thành"],
    ]
    result = run.scored([lists, workbooks.xlsx(tmp_path / "nhiem-vu.xlsx", {"Nhiệm vụ": tasks})], {})
    assert [unit] == [u["name"] for u in result["units"]]


@pytest.mark.parametrize(("delimiter", "ending"), [(",", "csv"), (";", "csv"), ("\t", "tsv")])
def test_one_dossier_under_title_lines_is_a_table(delimiter: str, ending: str, tmp_path: Path) -> None:
    """A delimited text of title lines, a head and a single row is read: a ward had one dossier outside the software."""
    rows: Rows = [["SỔ THEO DÕI HỒ SƠ NGOÀI PHẦN MỀM"], ["Năm 2021"], ["Đơn vị: Phòng Y tế"], [], HEAD, ROW]
    lists = workbooks.csv_file(tmp_path / f"so.{ending}", rows, delimiter, "utf-8")
    assert (
        1 == measures(run.scored([register(tmp_path, "Phòng Y tế"), lists], {}), "Phòng Y tế")["on_time"]["denominator"]
    )


def test_a_logbook_with_a_head_alone_is_not_filled_in(tmp_path: Path) -> None:
    """A delimited text without any row says nothing yet: no share rests on it, and it does not fail the run."""
    rows: Rows = [["SỔ THEO DÕI HỒ SƠ NGOÀI PHẦN MỀM"], ["Năm 2021"], ["Đơn vị: Phòng Y tế"], HEAD]
    empty = workbooks.csv_file(tmp_path / "so.csv", rows, ";", "utf-8")
    lists = workbooks.xlsx(tmp_path / "mot-cua Phòng Y tế.xlsx", {"Sheet1": [ONE_STOP, [], HEAD, ROW]})
    result = run.scored([register(tmp_path, "Phòng Y tế"), empty, lists], {})
    assert ("no_data", "empty_table") == tuple(
        measures(result, "Phòng Y tế")["on_software"][key] for key in ("verdict", "reason")
    )
    assert [("empty_table", "so.csv")] == [
        (f["code"], f["file"]) for f in result["findings"] if f["code"] == "empty_table"
    ]


def test_a_row_of_dashes_says_no_cases(tmp_path: Path) -> None:
    """A unit whose form holds dashes alone had no dossiers; one whose cells are empty said nothing."""
    form: Rows = [
        ["BÁO CÁO HỆ THỐNG MỘT CỬA"],
        ["STT", "Đơn vị", "Tồn trước", "Nhận trong kỳ", "Trước hạn", "Đúng hạn", "Quá hạn"],
        [1, "Phòng Y tế", "-", "-", "-", "-", "-"],
        [2, "Phòng Kinh tế", 0, 10, 4, 6, 0],
        [3, "Phòng Tư pháp", None, None, None, None, None],
    ]
    units = register(tmp_path, "Phòng Y tế", "Phòng Kinh tế", "Phòng Tư pháp")
    result = run.scored([units, workbooks.xlsx(tmp_path / "bieu.xlsx", {"Biểu": form})], {})
    found = {name: measures(result, name)["on_time"] for name in ("Phòng Y tế", "Phòng Kinh tế", "Phòng Tư pháp")}
    expected = {"Phòng Y tế": "not_applicable", "Phòng Kinh tế": "met", "Phòng Tư pháp": "no_data"}
    assert expected == {name: measure["verdict"] for name, measure in found.items()}
    assert "no_cases" == found["Phòng Y tế"]["reason"]


def test_a_dash_among_task_counts_is_zero(tmp_path: Path) -> None:
    """Three tasks assigned and a dash for those completed: none is completed."""
    rows: Rows = [["TT", "Tên đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành"], [1, "Phòng Y tế", 3, "-"]]
    rows.append([2, "Phòng Kinh tế", 4, 4])
    tasks = workbooks.xlsx(tmp_path / "nhiem-vu.xlsx", {"Nhiệm vụ": rows})
    measure = measures(run.scored([register(tmp_path, "Phòng Y tế", "Phòng Kinh tế"), tasks], {}), "Phòng Y tế")[
        "task_completion"
    ]
    assert ("not_met", 0, 3) == (measure["verdict"], measure["numerator"], measure["denominator"])


def test_a_system_said_of_no_file_is_refused(tmp_path: Path) -> None:
    """A misspelt file in --system is a message, not a table that is silently taken for another system's."""
    lists = workbooks.xlsx(tmp_path / "so-tay.xlsx", {"Sheet1": [["Đơn vị: Phòng Y tế"], HEAD, ROW]})
    with pytest.raises(UsageError, match="so-tai"):
        score([lists], load_plan(), options=ReadOptions(systems={"so-tai.xlsx": System.LOGBOOK}))
    for name in ("so-tay.xlsx", "*.xlsx", "SO-TAY.xlsx"):
        read = score([lists], load_plan(), options=ReadOptions(systems={name: System.LOGBOOK}))
        assert (name, ["logbook"]) == (name, [sheet.system for file in read.inputs for sheet in file.sheets])
