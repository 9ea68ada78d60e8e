"""A new year's folder (``thidua init``): the plan, the unit register, blank tables with drop-downs, Word templates.

The blank tables have the header words that the reader knows, so that what staff fill in is read without a mapping.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from thidua_cli.plan.loading import load_plan_text
from thidua_cli.plan.model import KnownUnit, Plan
from thidua_cli.reports.documents import DOCUMENTS
from thidua_cli.reports.word.render import template_bytes

PLAN_FILE = "criteria.yaml"
TEMPLATES = "mau-word"
DATA = "so-lieu"
ROWS = 500
"""How many rows below the header have a drop-down."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One table to fill in: file, title, header words; ``choices`` are the drop-downs by header word."""

    file: str
    title: str
    heads: Sequence[str]
    choices: Mapping[str, Sequence[str]]


YES_NO = ("Có", "Không")
CLASSES = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)


def blanks(year: int, groups: Sequence[str]) -> list[Blank]:
    """The tables of a year that no system exports; ``groups`` are the emulation groups to choose from."""
    return [
        Blank(
            "don-vi.xlsx",
            f"DANH MỤC ĐƠN VỊ THAM GIA PHONG TRÀO THI ĐUA NĂM {year}",
            ("STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC", "Tên gọi khác"),
            {"Khối thi đua": groups, "Được đánh giá Chỉ số CCHC": YES_NO},
        ),
        Blank(
            "nhiem-vu.xlsx",
            f"KẾT QUẢ THỰC HIỆN NHIỆM VỤ KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {year}",
            ("STT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"),
            {"Kết quả thực hiện": ("Hoàn thành", "Hoàn thành trễ hạn", "Chưa hoàn thành")},
        ),
        Blank(
            "chi-so-cchc.xlsx",
            f"KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}",
            ("STT", "Đơn vị", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Ghi chú"),
            {},
        ),
        Blank(
            "sang-kien.xlsx",
            "DANH SÁCH SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH MỚI, CÁCH LÀM HAY",
            ("STT", "Đơn vị", "Tên sáng kiến, mô hình", "Tác giả", "Kết quả công nhận", "Hiệu quả"),
            {"Kết quả công nhận": ("Công nhận", "Không công nhận")},
        ),
        Blank(
            "ca-nhan.xlsx",
            f"DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG PHONG TRÀO THI ĐUA CCHC NĂM {year}",
            (
                "STT",
                "Họ và tên",
                "Chức vụ",
                "Đơn vị công tác",
                "Giới tính",
                "Mức độ hoàn thành nhiệm vụ",
                "Sáng kiến được công nhận",
                "Lãnh đạo",
            ),
            {"Giới tính": ("Nam", "Nữ"), "Mức độ hoàn thành nhiệm vụ": CLASSES, "Lãnh đạo": YES_NO},
        ),
        Blank(
            "so-theo-doi-ngoai-phan-mem.xlsx",
            "SỔ THEO DÕI HỒ SƠ TIẾP NHẬN NGOÀI PHẦN MỀM MỘT CỬA",
            ("STT", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Trạng thái"),
            {"Trạng thái": ("Đã trả kết quả", "Đang xử lý", "Từ chối giải quyết", "Không được tiếp nhận")},
        ),
        Blank(
            "quyet-dinh-hoi-dong.xlsx",
            "QUYẾT ĐỊNH CỦA HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
            ("STT", "Đơn vị", "Họ và tên", "Quyết định", "Người quyết định", "Lý do"),
            {"Quyết định": ("Đưa vào", "Loại")},
        ),
        Blank(
            "khen-thuong-da-nhan.xlsx",
            "DANH SÁCH KHEN THƯỞNG ĐÃ NHẬN",
            ("STT", "Đơn vị", "Họ và tên", "Hình thức khen thưởng", "Thành tích", "Số quyết định", "Năm"),
            {},
        ),
    ]


def starting_files(plan_text: str, plan_name: str) -> dict[str, bytes]:
    """Every file of a new year's folder by its path in it (forward slashes)."""
    plan = load_plan_text(plan_text, plan_name)
    files = {PLAN_FILE: plan_text.encode()}
    groups = [group.name for group in plan.groups]
    for blank in blanks(plan.year, groups):
        rows = register_rows(plan) if blank.file == "don-vi.xlsx" else []
        files[f"{DATA}/{blank.file}"] = workbook(blank, rows, plan.year)
    for document in DOCUMENTS:
        files[f"{TEMPLATES}/{document}.docx"] = template_bytes(document)[0]
    return files


def register_rows(plan: Plan) -> list[list[str]]:
    """The units that the plan knows in its period, with their other names; whether they are assessed is left open."""
    current = [unit for unit in plan.vocabulary.units if _in_force(unit, plan)]
    return [["", unit.name, unit.group, "", "; ".join(unit.aliases)] for unit in current]


def _in_force(unit: KnownUnit, plan: Plan) -> bool:
    started = unit.valid_from is None or unit.valid_from <= plan.period_end
    return started and (unit.valid_to is None or unit.valid_to >= plan.period_start)


def workbook(blank: Blank, rows: Sequence[Sequence[str]], year: int) -> bytes:
    """One blank table as a workbook: title, header, drop-downs, frozen head; the same bytes every time."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": blank.title, "created": datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    page = book.add_worksheet(blank.file.removesuffix(".xlsx")[:31])
    title = book.add_format({"bold": True, "font_name": "Times New Roman", "font_size": 13})
    head = book.add_format(
        {
            "bold": True,
            "font_name": "Times New Roman",
            "border": 1,
            "text_wrap": True,
            "align": "center",
            "bg_color": "#DDEBF7",
        }
    )
    body = book.add_format({"font_name": "Times New Roman", "text_wrap": True, "valign": "top"})
    page.write_string(0, 0, blank.title, title)
    for column, text in enumerate(blank.heads):
        page.write_string(2, column, text, head)
        page.set_column(column, column, 6 if text == "STT" else 26, body)
        if text in blank.choices:
            page.data_validation(
                3,
                column,
                2 + ROWS,
                column,
                {
                    "validate": "list",
                    "source": list(blank.choices[text]),
                    "error_title": "Giá trị chưa đúng",
                    "error_message": "Chọn một giá trị trong danh sách.",
                },
            )
    for number, row in enumerate(rows, 1):
        page.write_number(2 + number, 0, number, body)
        for column, text in enumerate(row):
            if text:
                page.write_string(2 + number, column, text, body)
    page.freeze_panes(3, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()
