"""What decides each reading, in words: the page ``docs/readings.md`` and the sentences of ``check`` are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule: the question it answers, and its sentence in both languages (``str.format`` over the reading's parameters)."""

    question: str
    vi: str
    en: str


QUESTIONS: Mapping[str, tuple[str, str]] = {
    "column": ("Cột nào là số liệu cần đọc?", "Which column is the figure that is read?"),
    "rows": ("Dòng này là gì?", "What is this row?"),
    "unit": ("Số liệu là của đơn vị nào?", "Whose figures are these?"),
    "period": ("Số liệu là của kỳ nào?", "Which period do the figures cover?"),
    "system": ("Số liệu từ hệ thống nào?", "Which system do the rows come from?"),
    "partial": ("Danh sách có đủ không?", "Is the list whole?"),
    "identity": ("Các cột cộng lại thế nào?", "How do the columns add up?"),
}
"""The questions, in the order of the page."""

RULES: Mapping[str, Rule] = {
    "column_period": Rule(
        "column",
        "Lấy cột “{choice}” vì tiêu đề ghi đúng kỳ của bộ tiêu chí; cột của kỳ khác: {others}.",
        "“{choice}” is read, for its head names the plan's period; of other periods: {others}.",
    ),
    "column_words": Rule(
        "column",
        "Lấy cột “{choice}” vì tiêu đề nói rõ nhất; cột khác: {others}.",
        "“{choice}” is read, for its head says it most plainly; beside it: {others}.",
    ),
    "column_same": Rule(
        "column",
        "Lấy cột “{choice}”; các cột cùng nghĩa ghi giống hệt nhau: {others}.",
        "“{choice}” is read; the columns of the same meaning hold the same: {others}.",
    ),
    "column_qualifier": Rule(
        "column",
        "Lấy cột “{choice}”: kết quả chính thức, rồi thẩm định, đứng trước tự đánh giá; cột khác: {others}.",
        "“{choice}” is read: final, then appraised, goes before self-assessed; beside it: {others}.",
    ),
    "column_whole": Rule(
        "column",
        "Lấy cột tổng “{choice}”, không lấy các cột thành phần: {others}.",
        "The whole “{choice}” is read and not its parts: {others}.",
    ),
    "column_sum": Rule(
        "column",
        "Lấy cột “{choice}” vì ở mọi dòng nó bằng tổng các cột kia: {others}.",
        "“{choice}” is read, for in every row it is the sum of the others: {others}.",
    ),
    "column_values": Rule(
        "column",
        "Lấy cột “{choice}” vì các ô của nó đúng loại số liệu cần đọc; cột khác: {others}.",
        "“{choice}” is read, for its cells are of the kind that is asked for; beside it: {others}.",
    ),
    "column_filling": Rule(
        "column",
        "Đọc chung cột “{choice}” và {others}: mỗi dòng chỉ ghi ở một cột.",
        "“{choice}” and {others} are read together: each row is filled in one of them.",
    ),
    "column_parts": Rule(
        "column",
        "Cộng các cột thành phần “{choice}” và {others}, vì không có cột tổng.",
        "The parts “{choice}” and {others} are added up, for no column gives the whole.",
    ),
    "column_open": Rule(
        "column",
        "Không chọn được giữa các cột {others}: không đọc cột nào.",
        "Nothing tells {others} apart: none is read.",
    ),
    "rows_sum": Rule(
        "rows",
        "Dòng “{label}” là dòng cộng: số liệu bằng tổng {count} dòng liền kề.",
        "The row “{label}” is a total: its figures are the sum of {count} neighbouring rows.",
    ),
    "rows_own_total": Rule(
        "rows",
        "Dòng “{label}” là dòng cộng của chính đơn vị: số liệu bằng tổng {count} dòng còn lại.",
        "The row “{label}” is the unit's own total: its figures are the sum of its other {count} rows.",
    ),
    "rows_details": Rule(
        "rows",
        "{count} dòng dưới “{label}” là chi tiết của dòng ấy: cộng lại đúng bằng.",
        "The {count} rows below “{label}” are its details: they add up to it.",
    ),
    "unit_groups": Rule(
        "unit",
        "Đơn vị lấy theo dòng nhóm phía trên mỗi dòng ({count} dòng nhóm).",
        "The unit is that of the group row above each row ({count} group rows).",
    ),
    "unit_label": Rule(
        "unit", "Đơn vị là “{choice}”, theo dòng “Đơn vị báo cáo”.", "The unit is “{choice}”, as a line says."
    ),
    "unit_heading": Rule(
        "unit", "Đơn vị là “{choice}”, theo tiêu đề của bảng.", "The unit is “{choice}”, as the list's heading says."
    ),
    "unit_line": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo dòng dưới tiêu đề.",
        "The unit is “{choice}”, as the line below the heading says.",
    ),
    "unit_sheet": Rule(
        "unit", "Đơn vị là “{choice}”, theo tên trang.", "The unit is “{choice}”, as the sheet is called."
    ),
    "unit_issuer": Rule(
        "unit",
        "Đơn vị là “{choice}”, cơ quan lập bảng: không cột nào ghi tên đơn vị.",
        "The unit is “{choice}”, which issued the list: no column holds names of units.",
    ),
    "unit_file": Rule(
        "unit",
        "Đơn vị là “{choice}”, theo tên tệp hoặc thư mục.",
        "The unit is “{choice}”, as the file or folder is called.",
    ),
    "unit_within_cells": Rule(
        "unit",
        "Đơn vị lấy từ tên đơn vị ghi trong cột “{choice}”.",
        "The unit is taken from within the column “{choice}”.",
    ),
    "unit_filled_down": Rule(
        "unit",
        "Các dòng để trống đơn vị dưới “{choice}” là của đơn vị ấy: dòng cộng xác nhận.",
        "The rows below “{choice}” that leave the unit out are its own: the total proves it.",
    ),
    "unit_column_unknown": Rule(
        "unit",
        "Cột {others} ghi tên đơn vị nhưng tiêu đề không nói vậy: không dùng bảng.",
        "The column {others} holds units, but its head does not say so: the table is not used.",
    ),
    "period_title": Rule(
        "period",
        "Kỳ số liệu là {period}, theo dòng tiêu đề “{text}”.",
        "The period is {period}, as the title says (“{text}”).",
    ),
    "period_sheet": Rule(
        "period",
        "Kỳ số liệu là {period}, theo tên trang “{text}”.",
        "The period is {period}, as the sheet is called (“{text}”).",
    ),
    "period_file": Rule(
        "period",
        "Kỳ số liệu là {period}, theo tên tệp “{text}”.",
        "The period is {period}, as the file is called (“{text}”).",
    ),
    "system_option": Rule(
        "system",
        "Hệ thống là {system}, do người dùng hoặc bộ tiêu chí ghi rõ.",
        "The system is {system}, stated outright.",
    ),
    "system_named": Rule("system", "Hệ thống là {system}, {source}.", "The system is {system}, {source}."),
    "system_register": Rule(
        "system",
        "“Sổ theo dõi” với mã hồ sơ của hệ thống: coi là phần mềm một cửa.",
        "A “sổ theo dõi” with codes of a system: taken as the one-stop software.",
    ),
    "system_assumed": Rule(
        "system",
        "Không nơi nào nêu tên hệ thống: coi là phần mềm một cửa.",
        "No system is named: taken as the one-stop software.",
    ),
    "system_unknown": Rule(
        "system",
        "“Sổ theo dõi” không có mã hồ sơ của hệ thống: không rõ là sổ nào.",
        "A “sổ theo dõi” without codes of a system: it cannot be told which it is.",
    ),
    "partial_named": Rule(
        "partial", "Danh sách chỉ gồm {which}, theo “{text}”.", "The list holds only {which}, as “{text}” says."
    ),
    "identity_holds": Rule(
        "identity",
        "Đọc theo cách duy nhất khớp phép cộng ở mọi dòng: {choice}.",
        "Read in the only way in which the sums hold in every row: {choice}.",
    ),
}
"""Every rule by its code."""
