"""What decides each reading, in words: ``docs/readings.md`` and the sentences of ``check`` are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule: the question it answers, and its sentence in both languages.

    Sentences are ``str.format`` templates over the reading's parameters, of which ``example`` holds real ones.
    ``said_by`` is what says the same on the screen of ``check``: a finding of the table, or its ``heading``.
    """

    question: str
    vi: str
    en: str
    example: Mapping[str, str]
    said_by: str = ""


_SCORES = {"choice": "Điểm thẩm định", "others": "Điểm tự chấm"}

RULES: Mapping[str, Rule] = {
    "column_period": Rule(
        "column",
        "Lấy cột “{choice}” vì tiêu đề ghi đúng kỳ của kế hoạch; cột của kỳ khác: {others}.",
        "“{choice}” is read, for its head names the plan's period; of other periods: {others}.",
        {"choice": "Năm 2021 > Điểm", "others": "Năm 2020 > Điểm"},
    ),
    "column_words": Rule(
        "column",
        "Lấy cột “{choice}” vì tiêu đề nói rõ nhất; cột khác: {others}.",
        "“{choice}” is read, for its head says it most plainly; beside it: {others}.",
        {"choice": "Mã hồ sơ", "others": "Số biên nhận"},
    ),
    "column_same": Rule(
        "column",
        "Lấy cột “{choice}”; các cột cùng nghĩa ghi giống hệt nhau: {others}.",
        "“{choice}” is read; the columns of the same meaning hold the same: {others}.",
        {"choice": "Đơn vị", "others": "Đơn vị giải quyết"},
    ),
    "column_qualifier": Rule(
        "column",
        "Lấy cột “{choice}”: kết quả chính thức, rồi thẩm định, đứng trước tự đánh giá; cột khác: {others}.",
        "“{choice}” is read: final, then appraised, goes before self-assessed; beside it: {others}.",
        _SCORES,
    ),
    "column_whole": Rule(
        "column",
        "Lấy cột tổng “{choice}”, không lấy các cột thành phần: {others}.",
        "The whole “{choice}” is read and not its parts: {others}.",
        {"choice": "Quá hạn > Tổng số", "others": "Quá hạn > Trong đơn vị"},
    ),
    "column_sum": Rule(
        "column",
        "Lấy cột “{choice}” vì ở mọi dòng nó bằng tổng các cột kia: {others}.",
        "“{choice}” is read, for in every row it is the sum of the others: {others}.",
        {"choice": "Trực tuyến", "others": "Trực tuyến mức độ 3; Trực tuyến mức độ 4"},
    ),
    "column_values": Rule(
        "column",
        "Lấy cột “{choice}” vì các ô của nó đúng loại số liệu cần đọc; cột khác: {others}.",
        "“{choice}” is read, for its cells are of the kind that is asked for; beside it: {others}.",
        {"choice": "Ngày hẹn trả", "others": "Hạn trả"},
    ),
    "column_filling": Rule(
        "column",
        "Đọc chung cột “{choice}” và {others}: mỗi dòng chỉ ghi ở một cột.",
        "“{choice}” and {others} are read together: each row is filled in one of them.",
        {"choice": "Ngày trả kết quả", "others": "Ngày trả qua bưu chính"},
    ),
    "column_parts": Rule(
        "column",
        "Cộng các cột thành phần “{choice}” và {others}, vì không có cột tổng.",
        "The parts “{choice}” and {others} are added up, for no column gives the whole.",
        {"choice": "Quá hạn > Do cơ quan", "others": "Quá hạn > Do công dân"},
    ),
    "column_open": Rule(
        "column",
        "Không chọn được giữa các cột {others}: không đọc cột nào.",
        "Nothing tells {others} apart: none is read.",
        {"others": "Đơn vị 1; Đơn vị 2"},
        "ambiguous_column",
    ),
    "score_of_title": Rule(
        "column",
        "Cột “{choice}” là “{as}”: tên bảng nói vậy.",
        "“{choice}” is “{as}”: the table's title says so.",
        {"choice": "Tổng điểm", "as_vi": "Điểm tự đánh giá", "as_en": "self-assessed score"},
    ),
    "rows_sum": Rule(
        "rows",
        "Dòng “{label}” là dòng cộng: số liệu bằng tổng {count} dòng liền kề.",
        "The row “{label}” is a total: its figures are the sum of {count} neighbouring rows.",
        {"label": "Cộng Hộ tịch", "count": "3"},
    ),
    "rows_own_total": Rule(
        "rows",
        "Dòng “{label}” là dòng cộng của chính đơn vị: số liệu bằng tổng {count} dòng còn lại.",
        "The row “{label}” is the unit's own total: its figures are the sum of its other {count} rows.",
        {"label": "Phường An Lộc", "count": "4"},
    ),
    "rows_details": Rule(
        "rows",
        "{count} dòng dưới “{label}” là chi tiết của dòng ấy: cộng lại đúng bằng.",
        "The {count} rows below “{label}” are its details: they add up to it.",
        {"label": "Phường An Lộc", "count": "2"},
    ),
    "unit_groups": Rule(
        "unit",
        "Đơn vị lấy theo dòng nhóm phía trên mỗi dòng ({count} dòng nhóm).",
        "The unit is that of the group row above each row ({count} group rows).",
        {"count": "7"},
    ),
    "unit_within_cells": Rule(
        "unit",
        "Đơn vị lấy từ tên đơn vị ghi trong cột “{choice}”.",
        "The unit is taken from within the column “{choice}”.",
        {"choice": "Chức vụ, đơn vị công tác"},
    ),
    "unit_column_unknown": Rule(
        "unit",
        "Cột {others} ghi tên đơn vị nhưng tiêu đề không nói vậy: không dùng bảng.",
        "The column {others} holds units, but its head does not say so: the table is not used.",
        {"others": "Địa bàn"},
        "unit_column_unknown",
    ),
    "unit_label": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo dòng “Đơn vị báo cáo”.",
        "The unit is “{choice}”, as a line says.",
        {"choice": "UBND phường An Lộc"},
    ),
    "unit_heading": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo tiêu đề của bảng.",
        "The unit is “{choice}”, as the list's heading says.",
        {"choice": "phường An Lộc"},
    ),
    "unit_line": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo dòng dưới tiêu đề.",
        "The unit is “{choice}”, as the line below the heading says.",
        {"choice": "Phường An Lộc"},
    ),
    "unit_sheet": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo tên trang.",
        "The unit is “{choice}”, as the sheet is called.",
        {"choice": "An Lộc"},
    ),
    "unit_issuer": Rule(
        "unit",
        "Đơn vị là “{choice}”, cơ quan lập bảng: không cột nào ghi tên đơn vị.",
        "The unit is “{choice}”, which issued the list: no column holds names of units.",
        {"choice": "UBND PHƯỜNG AN LỘC"},
    ),
    "unit_file": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo tên tệp hoặc thư mục.",
        "The unit is “{choice}”, as the file or folder is called.",
        {"choice": "Phường An Lộc"},
    ),
    "unit_filled_down": Rule(
        "unit",
        "Các dòng để trống đơn vị dưới “{choice}” là của đơn vị ấy: dòng cộng xác nhận.",
        "The rows below “{choice}” that leave the unit out are its own: the total proves it.",
        {"choice": "Phường An Lộc"},
    ),
    "period_title": Rule(
        "period",
        "Kỳ số liệu là {period}, theo dòng tiêu đề “{text}”.",
        "The period is {period}, as the title says (“{text}”).",
        {"period_vi": "năm 2021", "period_en": "2021", "text": "(Từ ngày 01/01/2021 đến ngày 31/12/2021)"},
    ),
    "period_sheet": Rule(
        "period",
        "Kỳ số liệu là {period}, theo tên trang “{text}”.",
        "The period is {period}, as the sheet is called (“{text}”).",
        {"period_vi": "quý I năm 2021", "period_en": "quarter 1 of 2021", "text": "Quý I"},
    ),
    "period_file": Rule(
        "period",
        "Kỳ số liệu là {period}, theo tên tệp “{text}”.",
        "The period is {period}, as the file is called (“{text}”).",
        {"period_vi": "năm 2021", "period_en": "2021", "text": "bao-cao-2021"},
    ),
    "period_group": Rule(
        "period",
        "Kỳ số liệu của phần này là {period}, theo dòng nhóm “{text}”.",
        "The period of this section is {period}, as its group row says (“{text}”).",
        {"period_vi": "quý I năm 2021", "period_en": "quarter 1 of 2021", "text": "QUÝ I"},
    ),
    "system_option": Rule(
        "system",
        "Hệ thống là {system}, do người dùng hoặc kế hoạch ghi rõ.",
        "The system is {system}, stated outright.",
        {"system_vi": "sổ theo dõi ngoài phần mềm", "system_en": "the logbook beside the software"},
        "heading",
    ),
    "system_named": Rule(
        "system",
        "Hệ thống là {system}, {source}.",
        "The system is {system}, {source}.",
        {
            "system_vi": "phần mềm một cửa điện tử",
            "system_en": "the one-stop software",
            "source_vi": "theo dòng tiêu đề",
            "source_en": "by the title",
        },
        "heading",
    ),
    "system_register": Rule(
        "system",
        "“Sổ theo dõi” với mã hồ sơ của hệ thống: coi là phần mềm một cửa.",
        "A “sổ theo dõi” with codes of a system: taken as the one-stop software.",
        {},
    ),
    "system_unknown": Rule(
        "system",
        "“Sổ theo dõi” không có mã hồ sơ của hệ thống: không rõ là sổ nào.",
        "A “sổ theo dõi” without codes of a system: it cannot be told which it is.",
        {},
        "system_unknown",
    ),
    "system_assumed": Rule(
        "system",
        "Không nơi nào nêu tên hệ thống: coi là phần mềm một cửa.",
        "No system is named: taken as the one-stop software.",
        {},
        "system_assumed",
    ),
    "partial_named": Rule(
        "partial",
        "Danh sách chỉ là một phần, theo “{text}”.",
        "The list is a part, as “{text}” says.",
        {"text": "DANH SÁCH HỒ SƠ QUÁ HẠN"},
    ),
    "identity_holds": Rule(
        "identity",
        "Chỉ cách đọc này khớp phép cộng ở mọi dòng: {choice}.",
        "Only so do the sums hold in every row: {choice}.",
        {
            "choice_vi": "“Tiếp nhận > Trong kỳ” là “Tiếp nhận trực tiếp”",
            "choice_en": "“Tiếp nhận > Trong kỳ” is “filed in person”",
        },
        "reading_chosen",
    ),
}
"""Every rule by its code; within a question in the order in which they are tried."""
