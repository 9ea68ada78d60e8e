"""Words of findings about whole files and how they were read."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Text

TITLE = ("Tệp", "Files")

TEXTS: Mapping[str, Text] = {
    "skipped_unreadable": Text(
        "error",
        "Không đọc được tệp nên bỏ qua theo yêu cầu: {reason_vi}",
        "The file cannot be read and is left out as asked: {reason_en}",
        "{remedy_vi}",
        "{remedy_en}",
        {
            "reason_vi": "“so-lieu.xlsx” có mật khẩu.",
            "reason_en": "“so-lieu.xlsx” has a password.",
            "remedy_vi": "Mở tệp bằng Excel, gỡ mật khẩu, lưu lại.",
            "remedy_en": "Open it in Excel, remove the password, save.",
        },
    ),
    "duplicate_input": Text(
        "warning",
        "Tệp này giống hệt tệp “{other}”: chỉ đọc một lần.",
        "This file is identical to “{other}”: it is read once.",
        "Xóa bản sao khỏi thư mục.",
        "Remove the copy from the folder.",
        {"other": "mot-cua.xlsx"},
    ),
    "not_a_table_file": Text(
        "info",
        "Không phải tệp bảng số liệu: bỏ qua.",
        "Not a table file: left alone.",
        "Không cần làm gì nếu ở đây không có số liệu cần dùng.",
        "Nothing to do if it holds no data.",
        {},
    ),
    "second_reader_used": Text(
        "info",
        "Bộ đọc chính không đọc được tệp này, đã đọc bằng bộ đọc thứ hai.",
        "The main reader cannot read this file; the second reader did.",
        "Nếu số liệu có vẻ thiếu, mở tệp bằng Excel, lưu lại rồi chạy lại.",
        "If data seem to be missing, open the file in Excel, save it, run again.",
        {},
    ),
    "legacy_encoding": Text(
        "info",
        "Chữ trong cột {columns} theo bảng mã cũ {encoding}: đã chuyển sang Unicode.",
        "The text in columns {columns} is in the old encoding {encoding}: it was converted to Unicode.",
        "Đối chiếu vài tên với tệp gốc; nên lưu tệp bằng Unicode.",
        "Compare a few names with the original; better keep the file in Unicode.",
        {"columns": "B, C", "encoding": "TCVN3 (ABC)"},
    ),
}
