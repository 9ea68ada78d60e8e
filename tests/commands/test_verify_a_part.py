"""A part of a batch, verified by itself: what the parts share is known from its result."""

from __future__ import annotations

from pathlib import Path

from tests.support.workbooks import xlsx
from thidua_cli.batch.parts import Part, PartFile
from thidua_cli.batch.work import Outcome, Settings, Task, run
from thidua_cli.plan.loading import builtin_plan_path, load_plan
from thidua_cli.progress import silent
from thidua_cli.result import Result
from thidua_cli.result_file import from_json
from thidua_cli.verifying import derive_again, found_inputs

REGISTER: list[list[object]] = [
    ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC"],
    [1, "Phường An Lộc", "Xã, phường", "Có"],
    [2, "Phường An Bình A", "Xã, phường", "Có"],
]
HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]


def part_of(folder: Path, unit: str) -> Outcome:
    """What a worker makes of one unit's workbook beside a register that all parts share."""
    row: list[object] = ["000.01.41.H20-210301-0001", unit, "01/03/2021", "10/03/2021", "09/03/2021", "Đã trả kết quả"]
    own = xlsx(folder / "mot-cua.xlsx", {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, row]})
    common = xlsx(folder / "danh-muc.xlsx", {"Danh mục": REGISTER})
    file, shared = (PartFile(path.name, str(path), path.stat().st_size) for path in (own, common))
    settings = Settings(builtin_plan_path().read_text(encoding="utf-8"), "criteria.yaml")
    return run(Task(Part("an-loc", (file,), is_workbook=True), (shared,), settings))


def result_of(outcome: Outcome) -> Result:
    """The result among a part's files."""
    return from_json(outcome.files["result.json"], outcome.part)


def test_a_part_holds_when_derived_again_from_its_own_and_the_shared_files(tmp_path: Path) -> None:
    """Only the part's own units are judged, by batch and by verify alike; the shared file is marked in the result."""
    result = result_of(part_of(tmp_path, "UBND phường An Lộc"))
    assert ["phuong-an-loc"] == [unit.id for unit in result.units]
    assert {"danh-muc.xlsx": True, "mot-cua.xlsx": False} == {item.file: item.shared for item in result.inputs}
    again = derive_again(result, found_inputs(result, [tmp_path]), load_plan(), silent)
    assert result.to_json() == again.to_json()


def test_a_part_that_the_shared_register_does_not_know_is_an_error(tmp_path: Path) -> None:
    """A unit that stands in no shared register is said with both files, and nothing is judged."""
    outcome = part_of(tmp_path, "Phường An Lọc")
    assert "mot-cua.xlsx" in str(outcome.error)
    assert "danh-muc.xlsx" in str(outcome.error)
