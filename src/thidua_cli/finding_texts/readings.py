"""Words of findings about how a table was read: where it lets itself be read in two ways (contract, section 2.1)."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Instead, Text

TITLE = ("Cách đọc bảng", "How tables were read")

TEXTS: Mapping[str, Text] = {
    "row_left_out": Text(
        "error",
        "Không tính {count} dòng có số liệu vì không rõ là dòng gì ({why_vi}): chỉ tiêu dựa vào các dòng này chưa kết luận được.",
        "{count:row|rows} with figures not counted, since it is not clear what they are ({why_en}): what rests on them is undecided.",
        "Ghi rõ ở đầu dòng đây là đơn vị, là dòng cộng (Cộng, Tổng cộng) hay là tên nhóm.",
        "Say at the head of the row whether it is a unit, a total (Cộng, Tổng cộng) or a group.",
        {"count": 2, "why_vi": "không có tên đơn vị", "why_en": "no unit's name"},
    ),
    "ambiguous_column": Text(
        "error",
        "Có {number} cột cùng có thể là “{column_vi}” ({heads}): không tự chọn cột nào.",
        "{number:column|columns} may be “{column_en}” ({heads}): none is chosen.",
        "Xóa cột không dùng, hoặc ghi rõ năm, kỳ hay loại số liệu trong tiêu đề cột.",
        "Delete the columns that are not meant, or say the year, the period or the kind of figure in their heads.",
        {"number": 2, "column_vi": "Đơn vị", "column_en": "unit", "heads": "Đơn vị 1; Đơn vị 2"},
    ),
    "unit_column_unknown": Text(
        "error",
        "Cột “{head}” ghi tên đơn vị nhưng tiêu đề không nói cột ấy là gì: bảng này không được dùng.",
        "The column “{head}” holds names of units, but its head does not say what it is: the table is not used.",
        "Sửa tiêu đề cột thành “Đơn vị”, hoặc cho biết đó là cột gì.",
        "Change the head to “Đơn vị”, or say what the column is.",
        {"head": "Địa bàn"},
    ),
    "other_period": Text(
        "error",
        "Số liệu này là của {period_vi}, không phải của {wanted_vi}: không dùng để chấm.",
        "These figures are of {period_en}, not of {wanted_en}: they are no evidence.",
        "Xuất lại số liệu của đúng kỳ; nếu tiêu đề ghi nhầm năm hoặc kỳ, sửa tiêu đề.",
        "Export the figures of the right period; if the title names a wrong one, correct it.",
        {"period_vi": "năm 2020", "period_en": "2020", "wanted_vi": "năm 2021", "wanted_en": "2021"},
    ),
    "period_conflict": Text(
        "error",
        "Các kỳ {periods_vi} không ghép vừa đúng {wanted_vi}: không cộng, không tự chọn kỳ nào.",
        "The periods {periods_en} do not make up exactly {wanted_en}: nothing is added up, none is chosen.",
        "Nộp đủ các kỳ nối tiếp nhau (hai nửa năm, bốn quý, mười hai tháng), hoặc một báo cáo cả năm.",
        "Hand in periods that follow each other without gap (two halves, four quarters, twelve months), or one of the year.",
        {
            "periods_vi": "quý I năm 2021; quý III năm 2021",
            "periods_en": "quarter 1 of 2021; quarter 3 of 2021",
            "wanted_vi": "năm 2021",
            "wanted_en": "2021",
        },
    ),
    "period_sums": Text(
        "warning",
        "Báo cáo của cả kỳ không bằng tổng các báo cáo của từng phần ({values}): dùng báo cáo của cả kỳ.",
        "The report of the whole period is not the sum of those of its parts ({values}): that of the whole is used.",
        "Kiểm tra báo cáo của cả kỳ và của từng quý, tháng; nộp lại báo cáo sai.",
        "Check the report of the whole period and those of its quarters or months; hand in again what is wrong.",
        {"values": "160; 360"},
    ),
    "periods_missing": Text(
        "warning",
        "Các danh sách hồ sơ chỉ ghi {periods_vi}, không ghi năm: dùng theo ngày của từng hồ sơ, phần còn lại của {wanted_vi} coi như không phát sinh.",
        "The lists of dossiers name only {periods_en}, without a year: each dossier counts by its dates, the rest of {wanted_en} is taken as without cases.",
        "Nộp thêm danh sách của các tháng còn thiếu, hoặc ghi rõ năm trong tiêu đề.",
        "Hand in the lists of the other months, or say the year in the title.",
        {
            "periods_vi": "tháng 3 năm 2021",
            "periods_en": "month 3 of 2021",
            "wanted_vi": "năm 2021",
            "wanted_en": "2021",
        },
    ),
    "partial_list": Text(
        "warning",
        "Danh sách này chỉ gồm {which_vi}: không dùng làm mẫu số.",
        "This list holds only {which_en}: it is never a denominator.",
        "Nộp thêm danh sách đầy đủ hoặc biểu tổng hợp của cùng kỳ.",
        "Hand in the whole list as well, or the statistics of the period.",
        {"which_vi": "hồ sơ quá hạn", "which_en": "late dossiers"},
    ),
    "unit_of_file": Text(
        "warning",
        "Bảng không ghi số liệu của đơn vị nào: lấy “{name}” theo tên tệp hoặc thư mục.",
        "The table does not say whose figures it holds: “{name}” is taken from the name of the file or folder.",
        "Ghi tên đơn vị vào dòng tiêu đề, ví dụ “Đơn vị báo cáo: UBND phường An Lộc”.",
        "Write the unit into a title line (“Đơn vị báo cáo: …”).",
        {"name": "phường An Lộc"},
    ),
    "reading_chosen": Text(
        "warning",
        "Bảng có thể đọc theo hai cách; đã chọn: {choice_vi}, vì {why_vi}.",
        "The table can be read in two ways; taken: {choice_en}, for {why_en}.",
        "Nếu chưa đúng, sửa tiêu đề cột cho rõ rồi chạy lại.",
        "If that is wrong, make the heads plain and run again.",
        {
            "choice_vi": "“Trong kỳ” là nộp trực tiếp",
            "choice_en": "“Trong kỳ” is filed in person",
            "why_vi": "Tổng số = Kỳ trước + Trong kỳ + Qua mạng ở mọi dòng",
            "why_en": "Tổng số = Kỳ trước + Trong kỳ + Qua mạng in every row",
        },
    ),
    "empty_table": Text(
        "warning",
        "Bảng {kind_vi} có tiêu đề nhưng chưa có dòng nào: coi là chưa nhập.",
        "The table ({kind_en}) has a header and no row: taken as not filled in yet.",
        "Nhập số liệu, hoặc ghi “Không có” nếu thực sự không phát sinh.",
        "Fill it in, or write “Không có” if there is nothing to report.",
        {"kind_vi": "sáng kiến", "kind_en": "initiatives"},
    ),
    "code_damaged": Text(
        "error",
        "{count} mã hồ sơ đã mất chữ số (Excel chỉ giữ 15 chữ số): không dùng để nhận ra hồ sơ trùng.",
        "{count:dossier code has|dossier codes have} lost digits (Excel keeps 15): duplicates cannot be told by them.",
        "Xuất lại với cột mã hồ sơ ở dạng văn bản (Text).",
        "Export again with the codes as text.",
        {"count": 6},
    ),
    "own_output": Text(
        "info",
        "Tệp do chương trình tự ghi ra: không đọc làm số liệu.",
        "Written by the program itself: not read as data.",
        "Không cần làm gì.",
        "Nothing need be done.",
        {},
        Instead(
            "kind",
            "fix-list",
            "Danh sách cần sửa do chương trình ghi ra: không đọc làm số liệu, vì các dòng đã có trong tệp gốc.",
            "A list of things to mend that the program wrote: not read as data, for its rows stand in the original.",
            "Nếu đã sửa ô nào ở đây, sửa ô cùng địa chỉ trong tệp gốc rồi chạy lại.",
            "If you mended a cell here, mend the cell of the same address in the original and run again.",
        ),
    ),
    "system_unknown": Text(
        "error",
        "“Sổ theo dõi” này không có mã hồ sơ của hệ thống nên không rõ là sổ của phần mềm một cửa hay sổ ngoài phần mềm.",
        "This “sổ theo dõi” has no codes of a system: it may be a register of the one-stop software or one beside it.",
        "Ghi vào dòng tiêu đề của bảng: “một cửa điện tử”, hoặc “sổ theo dõi ngoài phần mềm”.",
        "Say in the table's title lines whether it is of the one-stop software or beside it.",
        {"file": "so-theo-doi.xlsx"},
    ),
    "system_both_named": Text(
        "warning",
        "Tiêu đề nhắc cả “một cửa” và “dịch vụ công”: coi là phần mềm một cửa, cột hình thức nộp cho biết hồ sơ trực tuyến.",
        "The title names both the one-stop software and the public service system: taken as the one-stop software.",
        "Nếu không đúng, chỉ để tên một hệ thống trong dòng tiêu đề của bảng.",
        "If that is wrong, leave the name of one system in the table's title lines.",
        {"file": "ho-so.xlsx"},
    ),
    "struck_through": Text(
        "warning",
        "{count} dòng bị gạch ngang: vẫn được đọc như các dòng khác.",
        "{count:row is|rows are} struck through and read all the same.",
        "Nếu dòng đã bỏ, xóa hẳn rồi chạy lại.",
        "If they are meant as deleted, delete them and run again.",
        {"count": 3},
    ),
}
