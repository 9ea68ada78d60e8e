"""Make the samples: one invented year of Hồng Ngự city, as one workbook and as a folder of separate exports.

Run ``python samples/make_samples.py`` to write them again; the same bytes come out every time. The year stands in
``units_2021.py`` (figures per unit), ``people_2021.py`` and ``dossiers_2021.py``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import tables_2021 as tables
from dossiers_2021 import Dossier, everything
from tables_2021 import Row
from units_2021 import ROOMS, UNITS
from writing import Block, write_csv, write_html_table, write_workbook

CITY = "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒNG NGỰ"
PERIOD = "(Từ ngày 01/01/2021 đến ngày 31/12/2021)"

ONE_STOP_HEADER = (
    "STT", "Mã hồ sơ", "Cơ quan giải quyết", "Tên thủ tục hành chính", "Lĩnh vực", "Chủ hồ sơ", "Địa chỉ",
    "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Ngày trả kết quả", "Trạng thái", "Hình thức nộp",
    "Cán bộ xử lý",
)  # fmt: skip
PORTAL_HEADER = (
    "STT", "Số hồ sơ", "Đơn vị", "Mức độ", "Người nộp hồ sơ", "Số điện thoại", "Ngày tiếp nhận",
    "Ngày hẹn trả", "Ngày trả", "Tình trạng",
)  # fmt: skip
LOGBOOK_HEADER = (
    "TT", "Số hồ sơ", "Đơn vị", "Loại hồ sơ", "Ngày nhận", "Ngày hẹn trả kết quả", "Ngày trả kết quả", "Tình trạng",
)  # fmt: skip
ONE_STOP_WIDTHS = {1: 27, 2: 34, 3: 36, 4: 20, 5: 18, 6: 26, 7: 17, 8: 17, 9: 17, 10: 17, 11: 22, 12: 22, 13: 24}


def main() -> None:
    """Write both samples below the folder given (default: beside this script)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write into")
    folder: Path = parser.parse_args().out
    dossiers = everything()
    (folder / "nhieu-tap").mkdir(parents=True, exist_ok=True)
    write_workbook(folder / "mot-tap.xlsx", all_in_one(dossiers))
    separate(folder / "nhieu-tap", dossiers)
    print(f"{len(dossiers)} dossiers of {len(UNITS)} units in {folder}")


def all_in_one(dossiers: Sequence[Dossier]) -> list[Block]:
    """Every table of the year as the sheets of one workbook."""
    portal = [PORTAL_HEADER, *tables.portal(dossiers, tables.as_date)]
    return [
        *small_tables(tables.tasks()),
        Block(
            "Một cửa điện tử",
            (CITY, "DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ", PERIOD),
            [ONE_STOP_HEADER],
            tables.one_stop(dossiers, tables.as_date),
            widths=ONE_STOP_WIDTHS,
        ),
        Block(
            "Dịch vụ công",
            ("CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN", "DANH SÁCH HỒ SƠ NỘP TRỰC TUYẾN", PERIOD),
            portal[:1],
            portal[1:],
            widths={1: 27, 2: 34, 3: 11, 4: 18, 5: 14, 6: 17, 7: 17, 8: 17, 9: 26},
        ),
        Block(
            "Sổ theo dõi",
            ("SỔ THEO DÕI HỒ SƠ TIẾP NHẬN NGOÀI PHẦN MỀM",),
            [LOGBOOK_HEADER],
            tables.logbook(dossiers, tables.as_date),
            widths={1: 27, 2: 30, 3: 34, 4: 17, 5: 20, 6: 18, 7: 18},
        ),
    ]


def small_tables(tasks: Sequence[Row]) -> list[Block]:
    """Register, tasks, index, initiatives and persons."""
    people = tables.individuals()
    index = tables.par_index()
    ideas = tables.initiatives()
    return [
        register_block(),
        Block(
            "Nhiệm vụ CCHC",
            (CITY, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ TẠI KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021"),
            tasks[:1],
            tasks[1:],
            widths={1: 36, 2: 48, 3: 16, 4: 18},
        ),
        Block(
            "Chỉ số CCHC",
            (CITY, "KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"),
            index[:1],
            index[1:],
            widths={1: 36, 2: 12, 3: 18, 4: 16, 5: 18},
        ),
        Block(
            "Sáng kiến",
            (CITY, "DANH SÁCH SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH MỚI, CÁCH LÀM HAY NĂM 2021"),
            ideas[:1],
            ideas[1:],
            widths={1: 36, 2: 70, 3: 24, 4: 30},
        ),
        Block(
            "Cá nhân đề nghị",
            (CITY, "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG NĂM 2021"),
            people[:1],
            people[1:],
            widths={1: 26, 2: 32, 3: 38, 4: 10, 5: 30, 6: 38},
        ),
    ]


def register_block() -> Block:
    """The unit register as one sheet."""
    rows = tables.register()
    return Block(
        "Danh mục đơn vị",
        ("DANH MỤC ĐƠN VỊ THAM GIA PHONG TRÀO THI ĐUA CẢI CÁCH HÀNH CHÍNH NĂM 2021",),
        rows[:1],
        rows[1:],
        widths={1: 38, 2: 14, 3: 26, 4: 42},
    )


def separate(folder: Path, dossiers: Sequence[Dossier]) -> None:
    """The same year as the exports of several systems and offices."""
    rooms = [d for d in dossiers if UNITS[d.unit].group == ROOMS]
    wards = [d for d in dossiers if UNITS[d.unit].group != ROOMS]
    write_workbook(folder / "danh-muc-don-vi.xlsx", [register_block()])
    write_workbook(folder / "mot-cua-phong-ban.xlsx", [rooms_export(rooms)])
    write_workbook(folder / "mot-cua-xa-phuong.xlsx", [wards_export(wards)])
    write_workbook(folder / "bieu-06a.xlsx", [form_06a(dossiers)])
    write_workbook(folder / "so-lieu-khac.xlsx", small_tables(tables.task_counts())[1:])
    write_html_table(
        folder / "dich-vu-cong.xls",
        ("CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN", "DANH SÁCH HỒ SƠ NỘP TRỰC TUYẾN MỨC ĐỘ 3, MỨC ĐỘ 4"),
        [PORTAL_HEADER, *tables.portal(dossiers, tables.as_text)],
    )
    write_csv(
        folder / "so theo doi ngoai phan mem.csv",
        [LOGBOOK_HEADER, *tables.logbook(dossiers, tables.as_text)],
    )


def rooms_export(dossiers: Sequence[Dossier]) -> Block:
    """Real dates, line breaks and capitals in the header, a total and a signature at the end, an unknown unit."""
    rows = tables.one_stop(dossiers, tables.as_date)
    stray = [
        (len(rows) + n, f"000.20.41.H20-2105{10 + n}-000{n}", "Trung tâm Phát triển quỹ đất", *row[3:])
        for n, row in enumerate(rows[:2], 1)
    ]
    header = [*ONE_STOP_HEADER]
    header[1], header[2], header[8] = "MÃ HỒ SƠ", "Cơ quan\nthụ lý", "Ngày\nhẹn trả"
    closing: list[Row] = [
        (None, "Tổng cộng:", f"{len(rows) + 2} hồ sơ"),
        (),
        (None,) * 8 + ("Hồng Ngự, ngày 10 tháng 01 năm 2022",),
        (None,) * 8 + ("NGƯỜI LẬP BIỂU",),
    ]
    titles = (CITY, "DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ", "Khối phòng, ban " + PERIOD)
    return Block("Sheet1", titles, [header], [*rows, *stray], closing, ONE_STOP_WIDTHS)


def wards_export(dossiers: Sequence[Dossier]) -> Block:
    """Dates as text, two header rows with a merged heading, the header repeated on every printed page."""
    upper = (*ONE_STOP_HEADER[:7], "Thời gian", None, None, None, *ONE_STOP_HEADER[11:])
    lower = ((None,) * 7) + ("Tiếp nhận", "Hẹn trả", "Kết thúc xử lý", "Trả kết quả") + (None,) * 3
    rows: list[Row] = []
    for number, row in enumerate(tables.one_stop(dossiers, tables.as_text)):
        if number and number % 400 == 0:
            rows += [upper, lower]
        rows.append(row)
    merges = [(0, column, 1, column) for column in (*range(7), 11, 12, 13)]
    return Block(
        "Danh sách",
        (CITY, "DANH SÁCH HỒ SƠ MỘT CỬA ĐIỆN TỬ - KHỐI XÃ, PHƯỜNG", PERIOD),
        [upper, lower],
        rows,
        widths=ONE_STOP_WIDTHS,
        merges=[*merges, (0, 7, 0, 10)],
    )


def form_06a(dossiers: Sequence[Dossier]) -> Block:
    """Form II.06a with its three header rows and the index row that says what adds up to what."""
    header: list[Row] = [
        (
            "TT", "Đơn vị", "Số lượng hồ sơ tiếp nhận", None, None, None, "Số lượng hồ sơ đã giải quyết", None, None,
            None, "Số lượng hồ sơ đang giải quyết", None, None,
        ),
        (
            None, None, "Tổng số", "Trong kỳ", None, "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn",
            "Tổng số", "Trong hạn", "Quá hạn",
        ),
        (None, None, None, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", *[None] * 8),
    ]  # fmt: skip
    index = "(1) (2) (3)=(4)+(5)+(6) (4) (5) (6) (7)=(8)+(9)+(10) (8) (9) (10) (11)=(12)+(13) (12) (13)".split()
    whole = [(1, column, 2, column) for column in (2, *range(5, 13))]
    merges = [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 5), (0, 6, 0, 9), (0, 10, 0, 12), (1, 3, 1, 4), *whole]
    titles = (
        "Biểu số II.06a/VPCP/KSTT",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
        "Hệ thống thông tin một cửa điện tử. Kỳ báo cáo: năm 2021 " + PERIOD,
    )
    rows = [index, *tables.form_06a(dossiers)]
    return Block("II.06a", titles, header, rows, widths={1: 40, **dict.fromkeys(range(2, 13), 13.0)}, merges=merges)


if __name__ == "__main__":
    main()
