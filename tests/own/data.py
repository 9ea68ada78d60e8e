"""Small data: wards with dossiers, so many of them late."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.support.workbooks import xlsx
from thidua_cli.text.vietnamese import slug

HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái", "Hình thức nộp"]


def one_stop(path: Path, late: Mapping[str, int], *, dossiers: int = 4, first: int = 1) -> Path:
    """A one-stop export: for each unit so many dossiers, of which so many are late."""
    rows: list[list[object]] = [["DANH SÁCH HỒ SƠ MỘT CỬA ĐIỆN TỬ NĂM 2021"], [*HEADS]]
    for unit, number in late.items():
        for place in range(first, first + dossiers):
            ended = "12/03/2021" if place - first < number else "09/03/2021"
            code = f"000.{len(slug(unit)):02d}.{slug(unit)}-210301-{place:04d}"
            rows.append([code, unit, "01/03/2021", "10/03/2021", ended, "Đã trả kết quả", "Trực tuyến"])
    path.parent.mkdir(parents=True, exist_ok=True)
    return xlsx(path, {"Một cửa": rows})
