"""Words of findings about sheets, headers and columns."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Instead, Text

TITLE = ("Trang, bảng và cột", "Sheets, tables and columns")

TEXTS: Mapping[str, Text] = {
    "missing_column": Text(
        "error",
        "Trang này là {kind_vi} nhưng thiếu cột {column_vi}: không dùng được.",
        "This sheet is a {kind_en} but lacks the column {column_en}: it is not used.",
        "Xuất lại tệp với đủ cột; nếu cột có tên khác, cho biết tên đó.",
        "Export again with this column; if it has another name, say that name.",
        {
            "kind_vi": "danh sách hồ sơ",
            "kind_en": "list of dossiers",
            "column_vi": "Ngày hẹn trả",
            "column_en": "due date",
        },
    ),
    "shifted_columns": Text(
        "error",
        "Cột “{column}” chứa {seen_vi}: số liệu bị lệch cột so với tiêu đề, bảng này không được dùng.",
        "Column “{column}” holds {seen_en}: the cells are shifted against the header, the table is not used.",
        "Xuất lại tệp, hoặc sửa để mỗi cột nằm đúng dưới tiêu đề của nó.",
        "Export again, or put every column under its own head.",
        {"column": "Trạng thái", "seen_vi": "ngày tháng", "seen_en": "dates"},
    ),
    "shifted_row": Text(
        "error",
        "{count} dòng bị lệch cột (thừa hoặc thiếu ô so với tiêu đề, hoặc giá trị chỉ khớp khi dời sang một cột): không đọc; "
        "chỉ tiêu dựa vào các dòng này chưa kết luận được.",
        "{count:row is|rows are} shifted (more or fewer cells than the header, or values that fit only when moved by a column): "
        "not read; what rests on them is undecided.",
        "Sửa để mỗi giá trị nằm đúng dưới tiêu đề của nó; trong tệp CSV, đặt ô có dấu phẩy trong dấu ngoặc kép.",
        "Put every value under its own head; in a CSV file put cells that hold the delimiter in quotation marks.",
        {"count": 2},
    ),
    "formula_without_value": Text(
        "error",
        "Ô chứa công thức chưa được tính ({count} ô): không có giá trị để đọc.",
        "Formulas without a stored value ({count:cell|cells}): there is nothing to read.",
        "Mở tệp bằng Excel, lưu lại rồi chạy lại.",
        "Open the file in Excel, save it, run again.",
        {"count": 12},
    ),
    "unrecognised_sheet": Text(
        "warning",
        "Không nhận ra bảng nào trong trang này (gần nhất là {nearest_vi}, nhưng thiếu: {missing_vi}).",
        "No known table on this sheet (nearest: {nearest_en}, but it lacks: {missing_en}).",
        "Nếu trang có số liệu cần dùng, sửa tên cột cho khớp, hoặc cho biết cột nào là gì.",
        "If the sheet holds data that is needed, correct its header words or say which column is what.",
        {
            "nearest_vi": "danh sách hồ sơ",
            "nearest_en": "list of dossiers",
            "missing_vi": "Mã hồ sơ",
            "missing_en": "dossier code",
        },
        Instead(
            "nearest_vi",
            "không có",
            "Không nhận ra bảng nào trong trang này: không thấy {missing_vi}.",
            "No known table on this sheet: there is no {missing_en}.",
            "Nếu trang có số liệu cần dùng, ghi dòng tiêu đề cột ở trên; nếu không, có thể bỏ qua.",
            "If the sheet holds data that is needed, put a header row above it; if not, nothing need be done.",
        ),
    ),
    "known_but_unused": Text(
        "warning",
        "Trang này có vẻ là {what_vi}: không dùng để chấm, vì {why_vi}.",
        "This sheet seems to be {what_en}: it is not used, for {why_en}.",
        "Nếu đúng vậy thì không cần làm gì; nếu trang có số liệu cần dùng, xuất biểu tổng hợp hoặc danh sách hồ sơ của cả kỳ.",
        "If so, nothing need be done; if the sheet holds data that is needed, export the statistics or the dossiers of the period.",
        {
            "what_vi": "bảng chấm điểm, xếp hạng",
            "what_en": "a table of scores or ranks",
            "why_vi": "chỉ ghi điểm, không ghi số hồ sơ",
            "why_en": "it holds points and no counts of dossiers",
        },
    ),
    "hidden_data": Text(
        "info",
        "{what_vi} đang bị ẩn nhưng vẫn được đọc.",
        "{what_en} hidden but read all the same.",
        "Nếu không muốn tính phần bị ẩn, xóa hẳn rồi chạy lại.",
        "If hidden parts should not count, delete them and run again.",
        {"what_vi": "12 dòng", "what_en": "12 rows are"},
    ),
    "system_assumed": Text(
        "info",
        "Không thấy tên hệ thống trong tiêu đề, tên trang hay tên tệp: coi là phần mềm một cửa điện tử.",
        "Neither title, sheet name nor file name says which system this is: taken as the one-stop software.",
        "Nếu không đúng, ghi tên hệ thống vào dòng tiêu đề của bảng (“dịch vụ công”, hoặc “sổ theo dõi ngoài phần mềm”).",
        "If that is wrong, name the system in the table's title lines.",
        {"file": "ho-so.xlsx"},
    ),
}
