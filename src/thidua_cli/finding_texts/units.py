"""Words of findings about units and their register."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text

TITLE = ("Đơn vị", "Units")

TEXTS: Mapping[str, Text] = {
    "unknown_unit": Text(
        "error",
        "Không xác định được đơn vị “{name}” ({count} dòng): không tính cho đơn vị nào.",
        "Unknown unit “{name}” ({count:row|rows}): counted for no unit.",
        "Sửa tên trong bảng, hoặc thêm “{name}” vào cột “Tên gọi khác” của đơn vị đúng trong danh mục đơn vị.{suggestion_vi}",
        "Correct the name, or add “{name}” to the column “Tên gọi khác” of the right unit in the unit register.{suggestion_en}",
        {
            "name": "Phường An Lọc",
            "count": 3,
            "suggestion_vi": " Gần giống nhất: “Phường An Lộc”.",
            "suggestion_en": " Nearest: “Phường An Lộc”.",
        },
        Instead(
            "name",
            EMPTY,
            "Không ghi đơn vị ({count} dòng): không tính cho đơn vị nào.",
            "No unit is written ({count:row|rows}): counted for no unit.",
            "Ghi tên đơn vị vào các dòng này.",
            "Write the unit's name in these rows.",
        ),
    ),
    "ambiguous_unit": Text(
        "error",
        "Tên đơn vị “{name}” ({count} dòng) có thể là {candidates}: không tự chọn, không tính cho đơn vị nào.",
        "The unit name “{name}” ({count:row|rows}) may mean {candidates}: nothing is chosen, counted for no unit.",
        "Ghi tên đầy đủ trong bảng, hoặc thêm “{name}” vào cột “Tên gọi khác” của đơn vị đúng trong danh mục đơn vị.",
        "Write the full name in the table, or add “{name}” to the column “Tên gọi khác” of the right unit in the unit register.",
        {"name": "P. Tân Hội", "count": 3, "candidates": "Phòng Tân Hội / Phường Tân Hội"},
    ),
    "duplicate_unit": Text(
        "error",
        "Danh mục đơn vị có hai dòng “{name}” khác nhau về khối thi đua hoặc việc đánh giá Chỉ số CCHC.",
        "The unit register has two rows “{name}” that differ in group or in being assessed.",
        "Xóa dòng sai, hoặc ghi tên khác nhau nếu là hai đơn vị.",
        "Delete the wrong one, or make the names differ if they are two units.",
        {"name": "Phường An Lộc"},
    ),
    "missing_unit_data": Text(
        "warning",
        "Đơn vị không có dòng nào trong {kind_vi}.",
        "The unit has no row in {kind_en}.",
        "Kiểm tra xem tệp có đủ các đơn vị hay không.",
        "Check whether the export covers every unit.",
        {"kind_vi": "danh sách hồ sơ", "kind_en": "the lists of dossiers"},
    ),
    "conflicting_rows": Text(
        "error",
        "Đơn vị có nhiều dòng khác nhau trong {kind_vi} ({values}): không tự chọn dòng nào.",
        "The unit has several differing rows in {kind_en} ({values}): none is chosen.",
        "Giữ lại một dòng đúng cho đơn vị này.",
        "Keep the one right row for this unit.",
        {"kind_vi": "biểu tổng hợp", "kind_en": "the statistics", "values": "100; 120"},
    ),
    "unknown_group": Text(
        "error",
        "Khối thi đua “{name}” không có trong kế hoạch ({known}): chưa áp dụng được giới hạn khen thưởng của khối.",
        "The group “{name}” is not in the plan ({known}): no quota can be applied to its units.",
        "Sửa tên khối trong danh mục đơn vị cho đúng một khối của kế hoạch, hoặc thêm khối vào kế hoạch.",
        "Write one of the plan's groups in the unit register, or add the group to the plan.",
        {"name": "Trường học", "known": "“Xã, phường”, “Phòng, ban”"},
    ),
    "unit_outside_validity": Text(
        "warning",
        "Đơn vị “{name}” không có hiệu lực trong kỳ thi đua theo Từ ngày, Đến ngày của danh mục: không xét.",
        "By its dates in the register the unit “{name}” did not exist in the period: it is not judged.",
        "Kiểm tra Từ ngày, Đến ngày; tên cũ của đơn vị ghi vào cột “Tên gọi khác” của đơn vị mới.",
        "Check the dates; a unit's former name belongs in the column “Tên gọi khác” of its successor.",
        {"name": "Xã An Bình A"},
    ),
    "indexed_not_assessed": Text(
        "warning",
        "Đơn vị “{name}” có điểm Chỉ số CCHC nhưng danh mục đơn vị ghi không được đánh giá: không xét tiêu chí này.",
        "The unit “{name}” has a row in the PAR index, but the register says it is not assessed: the criterion is left out.",
        "Nếu đơn vị được đánh giá, ghi “Có” vào cột “Được đánh giá” của danh mục đơn vị.",
        "If the unit is assessed, write “Có” in the column “Được đánh giá” of the register.",
        {"name": "Phòng Tư pháp"},
    ),
    "similar_units": Text(
        "warning",
        "Không có danh mục đơn vị, và hai tên “{name}” và “{other}” gần giống nhau: coi là hai đơn vị, có thể là một.",
        "There is no unit register, and “{name}” and “{other}” are nearly the same: taken as two units, they may be one.",
        "Sửa tên viết sai, hoặc lập danh mục đơn vị.",
        "Correct the misspelt name, or make a unit register.",
        {"name": "Phường An Lôc", "other": "Phường An Lộc"},
    ),
}
