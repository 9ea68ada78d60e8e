"""Words of findings about dossiers: codes, dates, statuses, levels, channels, and the systems that they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text

TITLE = ("Danh sách hồ sơ", "Lists of dossiers")

TEXTS: Mapping[str, Text] = {
    "unknown_status": Text(
        "error",
        "Trạng thái “{value}” chưa được biết ({count} hồ sơ): chưa xác định được đã giải quyết hay chưa.",
        "Unknown status “{value}” ({count:dossier|dossiers}): whether resolved or not cannot be told.",
        "Ghi lại trạng thái bằng từ quen dùng, ví dụ “Đã trả kết quả”; nếu là từ riêng của phần mềm, cho biết nghĩa của nó.",
        "Write the status in a usual word; if it is a word of the software's own, say what it means.",
        {"value": "Chuyển liên thông", "count": 7},
        Instead(
            "value",
            EMPTY,
            "Không ghi trạng thái ({count} hồ sơ): chưa xác định được đã giải quyết hay chưa.",
            "No status is written ({count:dossier|dossiers}): whether resolved or not cannot be told.",
            "Bổ sung trạng thái trên phần mềm rồi xuất lại.",
            "Add the status in the system and export again.",
        ),
    ),
    "unreadable_date": Text(
        "error",
        "Không đọc được ngày “{value}” trong cột “{column}” ({count} ô).",
        "Unreadable date “{value}” in column “{column}” ({count:cell|cells}).",
        "Nhập lại theo dạng ngày/tháng/năm, ví dụ 05/12/2021.",
        "Enter it again as day/month/year, for example 05/12/2021.",
        {"value": "31/02/2021", "column": "Ngày hẹn trả", "count": 1},
    ),
    "ambiguous_date": Text(
        "warning",
        "Cột “{column}”: {count} ngày có thể đã bị đảo ngày và tháng ({outcome_vi}).",
        "Column “{column}”: day and month may be swapped in {count:date|dates} ({outcome_en}).",
        "Excel có thể đã tự đổi ngày khi mở tệp: xuất lại với ngày ở dạng chữ, hoặc kiểm tra từng ngày so với mã hồ sơ.",
        "Excel may have changed them on opening: export again with dates as text, or check each against the dossier code.",
        {
            "column": "Ngày tiếp nhận",
            "count": 9,
            "outcome_vi": "7 ngày xác định được theo mã hồ sơ, 2 ngày chưa xác định được",
            "outcome_en": "7 settled by the dossier code, 2 not settled",
        },
    ),
    "missing_due_date": Text(
        "warning",
        "Đã giải quyết nhưng không có ngày hẹn trả ({count} hồ sơ): không tính sớm hạn, đúng hạn hay quá hạn.",
        "Resolved without a due date ({count:dossier|dossiers}): counted neither early, on time nor late.",
        "Bổ sung ngày hẹn trả trên phần mềm rồi xuất lại.",
        "Add the due date in the system and export again.",
        {"count": 4},
    ),
    "missing_end_date": Text(
        "error",
        "Đã giải quyết nhưng không có ngày kết thúc ({count} hồ sơ): chưa xác định được đúng hạn hay quá hạn.",
        "Resolved but without an end date ({count:dossier|dossiers}): on time or late cannot be told.",
        "Bổ sung ngày kết thúc xử lý hoặc ngày trả kết quả.",
        "Add the day processing ended or the result was returned.",
        {"count": 2},
    ),
    "missing_received_date": Text(
        "error",
        "Không có ngày tiếp nhận ({count} hồ sơ): chưa xác định được có thuộc kỳ đánh giá hay không.",
        "No date received ({count:dossier|dossiers}): whether within the period cannot be told.",
        "Bổ sung ngày tiếp nhận.",
        "Add the date received.",
        {"count": 2},
    ),
    "end_before_received": Text(
        "error",
        "Ngày kết thúc trước ngày tiếp nhận ({count} hồ sơ, ví dụ {code}).",
        "Ended before being received ({count:dossier|dossiers}, for example {code}).",
        "Kiểm tra hai ngày trên phần mềm.",
        "Check both dates in the system.",
        {"count": 1, "code": "000.01.41.H20-210301-0007"},
    ),
    "due_before_received": Text(
        "error",
        "Ngày hẹn trả trước ngày tiếp nhận ({count} hồ sơ, ví dụ {code}): chưa rõ đúng hạn hay quá hạn.",
        "Due before being received ({count:dossier|dossiers}, for example {code}): on time or late is not known.",
        "Kiểm tra hai ngày trên phần mềm.",
        "Check both dates in the system.",
        {"count": 1, "code": "000.01.41.H20-210301-0007"},
    ),
    "code_date_mismatch": Text(
        "warning",
        "Ngày trong mã hồ sơ lệch quá {days} ngày so với ngày tiếp nhận ({count} hồ sơ, ví dụ {code}).",
        "The date in the dossier code is more than {days} days from the date received "
        "({count:dossier|dossiers}, for example {code}).",
        "Kiểm tra ngày tiếp nhận trên phần mềm; có thể ngày và tháng đã bị đảo.",
        "Check the date received in the system; day and month may be swapped.",
        {"days": 7, "count": 2, "code": "000.01.41.H20-210301-0007"},
    ),
    "missing_code": Text(
        "warning",
        "Không có mã hồ sơ ({count} dòng): không đối chiếu được với hệ thống khác.",
        "No dossier code ({count:row|rows}): matching with the other systems is not possible.",
        "Bổ sung mã hồ sơ.",
        "Add the dossier code.",
        {"count": 3},
    ),
    "duplicate_dossier": Text(
        "warning",
        "Hồ sơ {code} có {count} dòng trong cùng hệ thống: tính dòng kết thúc muộn nhất ({kept_vi}), không tính dòng này.",
        "Dossier {code} has {count} rows in one system: the row with the latest end counts ({kept_en}), this one does not.",
        "Kiểm tra hồ sơ trên phần mềm và xóa dòng thừa.",
        "Check the dossier in the system and delete the surplus row.",
        {
            "code": "000.01.41.H20-210301-0007",
            "count": 2,
            "kept_vi": "kết thúc ngày 09/03/2021",
            "kept_en": "ended 09/03/2021",
        },
    ),
    "more_duplicates": Text(
        "warning",
        "Còn {count} dòng trùng mã hồ sơ trong bảng này, xử lý theo cùng cách.",
        "{count:more row|more rows} of this table with a repeated dossier code, treated in the same way.",
        "Lập danh sách cần sửa để thấy các dòng đó được tô màu.",
        "Make the list of things to mend to see them coloured.",
        {"count": 150},
    ),
    "unknown_level": Text(
        "error",
        "Mức độ dịch vụ công “{value}” chưa được biết ({count} hồ sơ).",
        "Unknown service level “{value}” ({count:dossier|dossiers}).",
        "Ghi 1, 2, 3, 4, “Một phần” hoặc “Toàn trình”.",
        "Write 1, 2, 3, 4, “Một phần” or “Toàn trình”.",
        {"value": "Mức độ 7", "count": 1},
    ),
    "unknown_channel": Text(
        "error",
        "Hình thức nộp “{value}” chưa được biết ({count} hồ sơ).",
        "Unknown filing channel “{value}” ({count:dossier|dossiers}).",
        "Ghi “Trực tuyến”, “Trực tiếp” hoặc “Bưu chính công ích”.",
        "Write “Trực tuyến”, “Trực tiếp” or “Bưu chính công ích”.",
        {"value": "Kênh 9", "count": 5},
    ),
    "level_contradiction": Text(
        "warning",
        "Mức độ dịch vụ công mâu thuẫn ở {count} hồ sơ (ví dụ {code}): {detail_vi}.",
        "The service level is contradictory in {count:dossier|dossiers} (for example {code}): {detail_en}.",
        "Kiểm tra mức độ trên cổng dịch vụ công.",
        "Check the level in the public service system.",
        {
            "count": 2,
            "code": "000.01.41.H20-210301-0007",
            "detail_vi": "nộp trực tuyến nhưng ghi mức độ 1 hoặc 2, không tính là mức độ 3, 4",
            "detail_en": "filed online but said to be of level 1 or 2, not counted as level 3 or 4",
        },
    ),
    "not_on_software": Text(
        "warning",
        "{count} hồ sơ tiếp nhận trong kỳ không có trên phần mềm một cửa điện tử.",
        "{count:dossier|dossiers} received in the period not found in the one-stop software.",
        "Cập nhật hồ sơ lên phần mềm một cửa, hoặc kiểm tra mã hồ sơ.",
        "Enter them in the one-stop software, or check the dossier codes.",
        {"count": 6},
    ),
    "software_share_unverified": Text(
        "warning",
        "Không có nguồn nào khác để đối chiếu tỷ lệ hồ sơ trên phần mềm: tỷ lệ này chưa được kiểm chứng.",
        "No other source covers this unit: its share on the software is not verified.",
        "Bổ sung danh sách của dịch vụ công trực tuyến hoặc sổ theo dõi ngoài phần mềm.",
        "Add the list of the public service system or the logbook.",
        {},
    ),
    "systems_not_merged": Text(
        "warning",
        "Hệ thống một cửa chỉ có biểu tổng hợp của đơn vị, trong khi hệ thống khác có danh sách hồ sơ: không đối chiếu được từng hồ sơ.",
        "The one-stop software gives only statistics of the unit while another system lists its dossiers: they cannot be matched.",
        "Xuất danh sách hồ sơ từ phần mềm một cửa.",
        "Export the list of dossiers from the one-stop software.",
        {},
    ),
    "own_number_again": Text(
        "warning",
        "{count} dòng mang số thứ tự riêng đã có trong sổ của cùng đơn vị với ngày tiếp nhận khác: tính là các hồ sơ khác nhau.",
        "{count:row bears|rows bear} a number that the same unit gave under another day of receipt: taken for different dossiers.",
        "Nếu sổ đánh số lại theo tháng thì đúng; nếu là một hồ sơ, sửa ngày tiếp nhận cho khớp.",
        "Right if the book begins at 1 again; if it is one dossier, correct the date received.",
        {"count": 4},
    ),
    "code_in_two_units": Text(
        "error",
        "{count} dòng có mã hồ sơ đã đứng ở đơn vị khác (ví dụ {code}: {unit} và {other}): chưa xác định được hồ sơ của đơn vị nào.",
        "{count:row bears|rows bear} a dossier code that stands under another unit too (for example {code}: {unit} and {other}): "
        "whose dossier it is cannot be told.",
        "Sửa đơn vị hoặc mã hồ sơ ở dòng sai rồi chạy lại.",
        "Correct the unit or the code where it is wrong.",
        {"count": 1, "code": "000.01.41.H20-210301-0007", "unit": "Phường An Lộc", "other": "Phường An Thạnh"},
    ),
    "portal_names_other_unit": Text(
        "warning",
        "{count} dòng của cổng dịch vụ công ghi đơn vị khác với phần mềm một cửa (ví dụ {code}: {unit}, một cửa ghi {other}): "
        "lấy theo phần mềm một cửa.",
        "{count:row of the portal names|rows of the portal name} another unit than the one-stop software (for example {code}: "
        "{unit}, there {other}): the one-stop software rules.",
        "Kiểm tra đơn vị xử lý của hồ sơ trên hai hệ thống.",
        "Check in both systems which unit handles the dossier.",
        {"count": 2, "code": "000.01.41.H20-210301-0007", "unit": "Phường An Thạnh", "other": "Phường An Lộc"},
    ),
    "status_contradicts_end": Text(
        "error",
        "Trạng thái nói hồ sơ đang giải quyết nhưng có ngày kết thúc ({count} hồ sơ, ví dụ {code}): chưa xác định được.",
        "The status says that the dossier is still open, yet it has an end date ({count:dossier|dossiers}, for example {code}): "
        "undecided.",
        "Cập nhật trạng thái, hoặc xóa ngày kết thúc nếu hồ sơ chưa xong.",
        "Update the status, or delete the end date if it is not done.",
        {"count": 2, "code": "000.01.41.H20-210301-0007"},
    ),
    "portal_says_direct": Text(
        "warning",
        "{count} hồ sơ trong danh sách của cổng dịch vụ công lại ghi hình thức nộp trực tiếp hoặc qua bưu chính (ví dụ {code}): "
        "không tính là nộp trực tuyến.",
        "{count:dossier|dossiers} in the portal's list said by it to be filed in person or by post (for example {code}): not "
        "counted as filed online.",
        "Kiểm tra hình thức nộp trên cổng dịch vụ công.",
        "Check in the portal how they were filed.",
        {"count": 6, "code": "000.01.41.H20-210301-0007"},
    ),
    "blank_channel": Text(
        "error",
        "{count} hồ sơ không ghi hình thức nộp (để trống hoặc bảng không có cột này): chưa xác định được nộp trực tuyến hay trực tiếp.",
        "{count:dossier does|dossiers do} not say how it was filed (empty cell, or no such column): online or not cannot be told.",
        "Ghi “Trực tuyến”, “Trực tiếp” hoặc “Bưu chính công ích”, hoặc nộp thêm danh sách của cổng dịch vụ công.",
        "Write “Trực tuyến”, “Trực tiếp” or “Bưu chính công ích”, or add the portal's list.",
        {"count": 6},
    ),
}
