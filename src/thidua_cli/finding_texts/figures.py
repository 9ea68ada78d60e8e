"""Words of findings about figures: sums, totals, shares, and statistics against lists."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Text

TITLE = ("Số liệu trong biểu", "Figures in forms")

TEXTS: Mapping[str, Text] = {
    "unreadable_number": Text(
        "error",
        "Không đọc được số “{value}” trong cột “{column}”.",
        "Unreadable number “{value}” in column “{column}”.",
        "Nhập lại số, không kèm chữ.",
        "Enter the number again, without words.",
        {"value": "12 hồ sơ?", "column": "D"},
    ),
    "sum_mismatch": Text(
        "error",
        "Cột {left} ghi {stated} nhưng {right} bằng {computed} (chênh {difference}).",
        "Column {left} says {stated} but {right} is {computed} (difference {difference}).",
        "Kiểm tra số liệu của dòng này.",
        "Check the figures of this row.",
        {"left": "C “Tổng số”", "right": "D + E + F", "stated": 100, "computed": 97, "difference": "+3"},
    ),
    "balance_mismatch": Text(
        "warning",
        "Cột {left} ghi {stated} nhưng {right} bằng {computed} (chênh {difference}): số tiếp nhận không khớp với số đã và đang giải quyết.",
        "Column {left} says {stated} but {right} is {computed} (difference {difference}): received does not match resolved and open.",
        "Kiểm tra các hồ sơ rút, từ chối hoặc chờ bổ sung: phần mềm có thể không tính chúng ở cả hai phía.",
        "Look at withdrawn, refused and waiting dossiers: the system may leave them out on one side.",
        {"left": "C “Tổng số”", "right": "G + K", "stated": 100, "computed": 98, "difference": "+2"},
    ),
    "total_mismatch": Text(
        "error",
        "Dòng tổng, cột “{column}”, ghi {stated} nhưng các dòng cộng lại là {computed} (chênh {difference}).",
        "The total row says {stated} in column “{column}” but the rows add up to {computed} (difference {difference}).",
        "Kiểm tra xem có dòng bị thiếu, thừa hoặc nhập sai.",
        "Look for a missing, surplus or mistyped row.",
        {"column": "Quá hạn", "stated": 12, "computed": 11, "difference": "+1"},
    ),
    "percent_mismatch": Text(
        "warning",
        "Cột “{column}” ghi {stated} nhưng số liệu cho {top}/{base} = {computed}%: tỷ lệ in sẵn không được dùng.",
        "Column “{column}” says {stated} but the counts give {top}/{base} = {computed}%: the printed share is not used.",
        "Kiểm tra số liệu của dòng này.",
        "Check the figures of this row.",
        {"column": "Tỷ lệ (%)", "stated": "100%", "top": 98, "base": 100, "computed": "98,00"},
    ),
    "statistics_disagree": Text(
        "warning",
        "Biểu tổng hợp ghi {stated} {measure_vi} nhưng danh sách hồ sơ cho {computed}: lấy theo danh sách hồ sơ.",
        "The statistics say {stated} {measure_en} but the list of dossiers gives {computed}: the dossiers rule.",
        "Đối chiếu biểu tổng hợp với danh sách hồ sơ.",
        "Compare the statistics with the list of dossiers.",
        {"stated": 41, "measure_vi": "hồ sơ trước hạn", "measure_en": "early", "computed": 40},
    ),
}
