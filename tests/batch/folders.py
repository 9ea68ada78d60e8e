"""Small writers of a year-end folder: returns of single units, exports of localities, registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.workbooks import xlsx
from thidua_cli.batch.overall import Batch
from thidua_cli.batch.work import RESULT, Settings
from thidua_cli.batch.workers import Workers
from thidua_cli.plan.loading import builtin_plan_path
from thidua_cli.text.vietnamese import slug

PLAN_TEXT = builtin_plan_path().read_text(encoding="utf-8")
SETTINGS = Settings(PLAN_TEXT, "criteria.yaml", "working")
HEAD = [
    "Mã hồ sơ",
    "Đơn vị",
    "Ngày tiếp nhận",
    "Ngày hẹn trả",
    "Ngày kết thúc xử lý",
    "Trạng thái",
    "Hình thức nộp",
]
WARDS = ["Phường An Lộc", "Phường An Thạnh", "Phường An Lạc"]


def dossiers(units: Mapping[str, int], *, resolved: int = 4) -> list[list[object]]:
    """Rows of dossiers for each unit, so many of them late."""
    rows: list[list[object]] = [["DANH SÁCH HỒ SƠ MỘT CỬA ĐIỆN TỬ"], [*HEAD]]
    for unit, late in units.items():
        for number in range(resolved):
            ended = "12/03/2021" if number < late else "09/03/2021"
            rows.append(
                [f"{slug(unit)}-{number:04d}", unit, "01/03/2021", "10/03/2021", ended, "Đã trả kết quả", "Trực tuyến"]
            )
    return rows


def workbook(path: Path, units: Mapping[str, int], *, resolved: int = 4) -> Path:
    """A workbook with the dossiers of some units; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return xlsx(path, {"Mot cua": dossiers(units, resolved=resolved)})


def register(path: Path, units: Sequence[str]) -> Path:
    """A unit register with a sheet of index scores."""
    group = [("Tên đơn vị", "Khối thi đua", "Được đánh giá"), *((name, "Xã, phường", "Có") for name in units)]
    index = [("Đơn vị", "Điểm chỉ số cải cách hành chính"), *((name, 80 + number) for number, name in enumerate(units))]
    path.parent.mkdir(parents=True, exist_ok=True)
    return xlsx(path, {"Danh muc don vi": group, "Chi so": index})


def three_parts(folder: Path) -> Path:
    """A folder with three sub-folders, each one locality of two units."""
    for number, name in enumerate(("Huyện Ất", "Huyện Bính", "Huyện Giáp")):
        workbook(folder / name / "mot-cua.xlsx", {f"Xã {name[-4:]} Một": number, f"Xã {name[-4:]} Hai": 0})
    return folder


def batch(folder: Path | str, out: Path, workers: Workers, **more: object) -> Batch:
    """A batch that writes JSON alone."""
    return Batch(str(folder), SETTINGS, out, workers, **more)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


__all__ = ["RESULT", "SETTINGS", "WARDS", "batch", "dossiers", "register", "three_parts", "tree", "workbook"]
