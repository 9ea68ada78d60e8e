"""The printed forms of domain.md 1 and the lists of 2, as rows and merges; each writer is named after its form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.sheets import sheet
from thidua_cli.intake.sheet import CellValue, Sheet

Row = list[CellValue]
UNITS = ("Phường An Lộc", "UBND phường An Thạnh", "XÃ TÂN HỘI")


@dataclass(frozen=True)
class Form:
    """A form: title rows, header rows with merges (relative to the header's first row), the rest as it stands."""

    titles: Sequence[Row]
    heads: Sequence[Row]
    merges: Sequence[tuple[int, int, int, int]]
    body: Sequence[Row]
    name: str = "Sheet1"
    below: Sequence[Row] = field(default=())

    def sheet(self, *, merged: bool = True) -> Sheet:
        """The form as a sheet, with its merged cells or as an export that lost them."""
        rows = [*self.titles, *self.heads, *self.body, *self.below]
        made = sheet(rows, name=self.name)
        if not merged:
            return made
        top = len(self.titles)
        merges = [(a + top, b, c + top, d) for a, b, c, d in self.merges]
        return Sheet(made.name, made.n_rows, made.columns, merges)


TITLES_06A: Sequence[Row] = (
    ["Biểu số II.06a/VPCP/KSTT"],
    ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC"],
    ["Hệ thống thông tin một cửa điện tử. Kỳ báo cáo: năm 2021"],
    ["", "", "", "", "", "", "", "", "", "Đơn vị tính: Số hồ sơ TTHC"],
    [],
)
HEADS_06A: Sequence[Row] = (
    [
        *("TT", "Đơn vị", "Số lượng hồ sơ tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", ""),
        *("Số lượng hồ sơ đang giải quyết", "", ""),
    ],
    [
        *("", "", "Tổng số", "Trong kỳ", "", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
        *("Tổng số", "Trong hạn", "Quá hạn"),
    ],
    ["", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "", "", "", "", "", "", "", ""],
)
MERGES_06A = (
    *((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 5), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 2, 5), (0, 6, 0, 9)),
    *((1, 6, 2, 6), (1, 7, 2, 7), (1, 8, 2, 8), (1, 9, 2, 9), (0, 10, 0, 12), (1, 10, 2, 10), (1, 11, 2, 11)),
    (1, 12, 2, 12),
)
INDEX_06A: Row = [
    *("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)"),
    *("(11)=(12)+(13)", "(12)", "(13)"),
]
COUNTS_06A: Sequence[Row] = (
    [100, 50, 45, 5, 90, 60, 28, 2, 10, 8, 2],
    [50, 20, 30, 0, 40, 20, 20, 0, 10, 10, 0],
    [30, 10, 15, 5, 30, 10, 19, 1, 0, 0, 0],
)
TOTAL_06A: Row = ["", "TỔNG CỘNG", *[sum(int(str(n)) for n in numbers) for numbers in zip(*COUNTS_06A, strict=True)]]


def form_06a() -> Form:
    """TT 01/2020, 13 columns, three merged rows, index row, groups, total, signature."""
    body: list[Row] = [
        list(INDEX_06A),
        ["I", "Xã, phường"],
        [1, UNITS[0], *COUNTS_06A[0]],
        [2, UNITS[1], *COUNTS_06A[1]],
        ["II", "Xã"],
        [3, UNITS[2], *COUNTS_06A[2]],
        list(TOTAL_06A),
    ]
    below: list[Row] = [
        [],
        ["", "", "", "", "", "", "", "", "", "NGƯỜI LẬP BIỂU"],
        [],
        ["", "", "", "", "", "", "", "", "", "Lê Thị Hòa"],
    ]
    return Form(TITLES_06A, HEADS_06A, MERGES_06A, body, "II.06a", below)


def form_06a_2017() -> Form:
    """TT 02/2017: other order, no "trước hạn", results under one more head."""
    heads: list[Row] = [
        ["STT", "Đơn vị", "Số hồ sơ nhận giải quyết", "", "", "", "Kết quả giải quyết", "", "", "", "", "", "Ghi chú"],
        [
            "",
            "",
            "Tổng số",
            "Trong đó",
            "",
            "",
            "Số hồ sơ đã giải quyết",
            "",
            "",
            "Số hồ sơ đang giải quyết",
            "",
            "",
            "",
        ],
        [
            *("", "", "", "Số mới tiếp nhận trực tuyến", "Số kỳ trước chuyển qua"),
            "Số mới tiếp nhận (trực tiếp hoặc dịch vụ bưu chính)",
            *("Tổng số", "Trả đúng thời hạn", "Trả quá hạn", "Tổng số", "Chưa đến hạn", "Quá hạn", ""),
        ],
    ]
    merges = (
        *((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 5), (1, 2, 2, 2), (1, 3, 1, 5), (0, 6, 0, 11), (1, 6, 1, 8)),
        *((1, 9, 1, 11), (0, 12, 2, 12)),
    )
    body: list[Row] = [
        [str(n) for n in range(1, 14)],
        [1, UNITS[0], 100, 50, 5, 45, 90, 88, 2, 10, 8, 2],
        [2, UNITS[1], 50, 20, 0, 30, 40, 40, 0, 10, 10, 0],
        [3, UNITS[2], 30, 10, 5, 15, 30, 29, 1, 0, 0, 0],
        ["", "Tổng số", 180, 80, 10, 90, 160, 157, 3, 20, 18, 2],
    ]
    return Form([["Biểu số 06a/VPCP/KSTT"], ["Một cửa điện tử"]], heads, merges, body)


def hanoi() -> Form:
    """Hanoi, 12 columns: "Đúng và trước hạn" in one."""
    heads: list[Row] = [
        [
            *("STT", "Đơn vị giải quyết TTHC", "Hồ sơ tiếp nhận", "", "", "", "Hồ sơ đã giải quyết", "", ""),
            *("Hồ sơ đang giải quyết", "", ""),
        ],
        [
            *("", "", "Tổng số", "Trực tiếp", "Trực tuyến", "BCCI", "Tổng số", "Đúng và trước hạn", "Quá hạn"),
            *("Tổng số", "Trong hạn", "Quá hạn"),
        ],
    ]
    merges = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 5), (0, 6, 0, 8), (0, 9, 0, 11))
    body: list[Row] = [
        [1, UNITS[0], 100, 40, 50, 10, 90, 88, 2, 10, 8, 2],
        [2, UNITS[1], 50, 28, 20, 2, 40, 40, 0, 10, 10, 0],
        [3, UNITS[2], 30, 20, 10, 0, 30, 29, 1, 0, 0, 0],
    ]
    return Form([["TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ"]], heads, merges, body, "Một cửa")


def opencps_20() -> Form:
    """OpenCPS, 20 columns in four rows, printed percentage at the end."""
    heads: list[Row] = [
        [
            *("STT", "Đơn vị", "Nhận giải quyết", "", "", "", "", "Kết quả nhận giải quyết", "", "", "", "", "", ""),
            *("Đang giải quyết", "", "", "Tạm dừng bổ sung điều kiện", "Rút không giải quyết", "Tỉ lệ sớm và đúng hạn"),
        ],
        [
            *("", "", "Tổng số", "Tồn trước", "Nhận trong kì", "", "", "Tổng số", "Tình hình thực hiện", "", ""),
            *("Từ chối giải quyết", "Trả kết quả", "", "Tổng số", "Còn hạn", "Quá hạn", "", "", ""),
        ],
        [
            *("", "", "", "", "Tổng số", "Một cửa", "Trực tuyến", "", "Trước hạn", "Đúng hạn", "Quá hạn"),
            *("", "Đã trả", "Chưa trả", "", "", "", "", "", ""),
        ],
    ]
    merges = (
        *((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 6), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 6), (0, 7, 0, 13)),
        *((1, 7, 2, 7), (1, 8, 1, 10), (1, 11, 2, 11), (1, 12, 1, 13), (0, 14, 0, 16), (1, 14, 2, 14)),
        *((1, 15, 2, 15), (1, 16, 2, 16), (0, 17, 2, 17), (0, 18, 2, 18), (0, 19, 2, 19)),
    )
    body: list[Row] = [
        [f"({n})" for n in range(1, 21)],
        [1, UNITS[0], 100, 5, 95, 45, 50, 92, 60, 28, 2, 2, 80, 12, 8, 6, 2, 0, 0, "97%"],
        [2, UNITS[1], 50, 0, 50, 30, 20, 40, 20, 20, 0, 0, 40, 0, 10, 10, 0, 0, 0, "100%"],
        [3, UNITS[2], 30, 5, 25, 15, 10, 30, 10, 19, 1, 0, 30, 0, 0, 0, 0, 0, 0, "96%"],
        ["", "Tổng số", 180, 10, 170, 90, 80, 162, 90, 67, 3, 2, 150, 12, 18, 16, 2, 0, 0, "98%"],
    ]
    title: list[Row] = [["BÁO CÁO TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"]]
    return Form(title, heads, merges, body)


def opencps_24() -> Form:
    """OpenCPS, the older 24 columns under five header rows."""
    heads: list[Row] = [
        ["STT", "Đơn vị", "Tình hình giải quyết hồ sơ", *[""] * 21],
        [
            *("", "", "Nhận giải quyết", "", "", "", "", "Từ chối tiếp nhận trong kỳ", "Hồ sơ rút không giải quyết"),
            *("Kết quả nhận giải quyết", "", "", "", "", "", "", "", "", "Đang giải quyết", "", ""),
            *("Tạm dừng bổ sung điều kiện", "% trước và đúng hạn", "Ghi chú"),
        ],
        [
            *(
                "",
                "",
                "Tổng số",
                "Tồn trước",
                "Nhận trong kì",
                "",
                "",
                "",
                "",
                "Tổng số",
                "Tình hình thực hiện",
                *[""] * 4,
            ),
            *("Từ chối giải quyết", "Trả kết quả", "", "Tổng số", "Còn hạn", "Quá hạn", "", "", ""),
        ],
        [
            *(
                "",
                "",
                "",
                "",
                "Tổng số",
                "Một cửa",
                "Trực tuyến",
                "",
                "",
                "",
                "Trước hạn",
                "Đúng hạn",
                "Quá hạn",
                "",
                "",
            ),
            *("", "Đã trả", "Chưa trả", "", "", "", "", "", ""),
        ],
        [*[""] * 12, "Tổng số", "Trong đơn vị", "Ngoài đơn vị", *[""] * 9],
    ]
    merges = (
        *((0, 0, 4, 0), (0, 1, 4, 1), (0, 2, 0, 23), (1, 2, 1, 6), (2, 2, 4, 2), (2, 3, 4, 3), (2, 4, 2, 6)),
        *((3, 4, 4, 4), (3, 5, 4, 5), (3, 6, 4, 6), (1, 7, 4, 7), (1, 8, 4, 8), (1, 9, 1, 17), (2, 9, 4, 9)),
        *((2, 10, 2, 14), (3, 10, 4, 10), (3, 11, 4, 11), (3, 12, 3, 14), (2, 15, 4, 15), (2, 16, 2, 17)),
        *((3, 16, 4, 16), (3, 17, 4, 17), (1, 18, 1, 20), (2, 18, 4, 18), (2, 19, 4, 19), (2, 20, 4, 20)),
        *((1, 21, 4, 21), (1, 22, 4, 22), (1, 23, 4, 23)),
    )
    body: list[Row] = [
        [f"({n})" for n in range(1, 25)],
        [1, UNITS[0], 100, 5, 95, 45, 50, 1, 0, 92, 60, 28, 2, 1, 1, 2, 80, 12, 8, 6, 2, 0, "97"],
        [2, UNITS[1], 50, 0, 50, 30, 20, 0, 0, 40, 20, 20, 0, 0, 0, 0, 40, 0, 10, 10, 0, 0, "100"],
        [3, UNITS[2], 30, 5, 25, 15, 10, 0, 0, 30, 10, 19, 1, 1, 0, 0, 30, 0, 0, 0, 0, 0, "96"],
        ["Tổng số", "", 180, 10, 170, 90, 80, 1, 0, 162, 90, 67, 3, 2, 1, 2, 150, 12, 18, 16, 2, 0, "98"],
    ]
    return Form([["BÁO CÁO TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"]], heads, merges, body)


def epar() -> Form:
    """E-PAR, by field, of the unit in the title."""
    heads: list[Row] = [
        [
            *("STT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "", "", "", "", "", "Đang giải quyết", "", "", ""),
            *("Đang thực hiện NVTC", "Tỷ lệ sớm và đúng hạn"),
        ],
        [
            *("", "", "", "Tổng", "Trả trước hạn", "Trả đúng hạn", "Trả quá hạn", "HS bị từ chối", "HS Công dân rút"),
            *("Tổng", "Chưa đến hạn", "Quá hạn", "Phải bổ sung", "", ""),
        ],
    ]
    merges = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 8), (0, 9, 0, 12), (0, 13, 1, 13), (0, 14, 1, 14))
    body: list[Row] = [
        [f"({n})" for n in range(1, 16)],
        [1, "Hộ tịch", 60, 50, 30, 18, 2, 0, 0, 10, 8, 2, 0, 0, "96.00"],
        [2, "Chứng thực", 40, 40, 30, 10, 0, 0, 0, 0, 0, 0, 0, 0, "100.00"],
        ["", "Tổng cộng", 100, 90, 60, 28, 2, 0, 0, 10, 8, 2, 0, 0, "97.78"],
    ]
    titles: list[Row] = [
        ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ MỘT CỬA"],
        ["Đơn vị báo cáo: UBND phường An Lộc"],
        ["Đơn vị tính: hồ sơ"],
    ]
    return Form(titles, heads, merges, body)


def bkav() -> Form:
    """Bkav eGovCloud: no "trước hạn", percentages between the counts."""
    heads: list[Row] = [
        ["STT", "Đơn vị", "Tồn kỳ trước", "Nhận trong kỳ", "Chưa xử lý", "", "", "Đã xử lý", "", ""],
        ["", "", "", "", "Đúng hạn", "Quá hạn", "%", "Đúng hạn", "Quá hạn", "%"],
    ]
    merges = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 6), (0, 7, 0, 9))
    body: list[Row] = [
        [1, UNITS[0], 5, 95, 8, 2, "20%", 88, 2, "2,2%"],
        [2, UNITS[1], 0, 50, 10, 0, "0%", 40, 0, "0%"],
        [3, UNITS[2], 5, 25, 0, 0, "0%", 29, 1, "3,3%"],
    ]
    return Form([["THỐNG KÊ HỒ SƠ MỘT CỬA"]], heads, merges, body)
