"""The tables of a year that no system exports: title, heads with their notes, what may be chosen, a sample row.

The heads are words that the reader knows, so that what staff fill in is read without a mapping.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from thidua_cli.intake.forms import SAMPLE
from thidua_cli.plan.model import KnownUnit, Plan

REGISTER = "don-vi.xlsx"
"""The table of a year in which its units stand; the others offer them."""
GROUP = "Khối thi đua"
"""The head of the register's column of groups."""
UNITS = "units"
"""Choices that are the plan's units; others stand with their head."""


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its head, what to write there, a sample, what may be chosen, how its cells look."""

    text: str
    note: str
    sample: str
    choices: Sequence[str] = ()
    kind: Literal["text", "date", "number"] = "text"
    width: int = 24
    more: int = 0
    """Free lines below the choices: what is added there is offered too, and other words are taken with a warning."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One table to fill in; ``rows`` are filled in beforehand (texts by head)."""

    file: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[str]] = ()


_YES_NO = ("Có", "Không")
_DAY = "Ngày, dạng 31/12/{year}."


def units_in_period(plan: Plan) -> list[KnownUnit]:
    """The units that the plan knows in its period."""
    return [unit for unit in plan.vocabulary.units if _in_force(unit, plan)]


def _in_force(unit: KnownUnit, plan: Plan) -> bool:
    started = unit.valid_from is None or unit.valid_from <= plan.period_end
    return started and (unit.valid_to is None or unit.valid_to >= plan.period_start)


def blanks(plan: Plan, *, indexed: Collection[str] | None = None) -> list[Blank]:
    """The blank tables that a plan needs, in the order in which a year fills them.

    ``indexed`` are the names of the units that the index has a row for beforehand (None: all of the plan's).
    """
    counts = _counts(plan)
    made = [_register(plan)]
    if counts & {"tasks_assigned", "tasks_completed"}:
        made.append(_tasks(plan))
    if "par_index" in counts:
        made.append(_index(plan, indexed))
    if "initiatives_recognised" in counts:
        made.append(_initiatives(plan))
    if plan.individual_criteria:
        made.append(_persons(plan))
    if counts & {"received", "on_software"}:
        made.append(_logbook(plan))
    return [*made, _decisions(plan), _earlier(plan)]


def has_index(plan: Plan) -> bool:
    """Whether a plan asks for the PAR index of those units that are assessed on it."""
    return any(criterion.applies_to == "assessed" for criterion in plan.criteria) or "par_index" in _counts(plan)


def _counts(plan: Plan) -> set[str]:
    return {name for measure in plan.measures.values() for name in (*measure.numerator, *measure.denominator)}


def _unit(head: str = "Đơn vị") -> Head:
    note = "Chọn tên đơn vị đúng như trong don-vi.xlsx; danh sách nằm ở trang “Danh mục chọn”, sửa được."
    return Head(head, note, f"{SAMPLE} Phường Mẫu", (UNITS,), width=32, more=100)


def _register(plan: Plan) -> Blank:
    assessed = "Có: đơn vị được đánh giá Chỉ số CCHC, phải xét tiêu chí này. Không: không xét. Để trống là chưa điền."
    groups = [group.name for group in plan.groups]
    index = [Head("Được đánh giá Chỉ số CCHC", assessed, "Có", _YES_NO)] if has_index(plan) else []
    heads = (
        Head("Đơn vị", "Tên đầy đủ của đơn vị; mỗi đơn vị một dòng.", f"{SAMPLE} Phường Mẫu", width=34),
        Head(GROUP, "Chọn khối; mỗi khối xếp hạng riêng.", _first(plan), groups, more=20),
        *index,
        Head("Tên gọi khác", "Các cách viết khác trong tệp xuất, cách nhau bằng dấu chấm phẩy.", "P. Mẫu", width=44),
    )
    names = {group.id: group.name for group in plan.groups}
    rows = [
        [unit.name, names.get(unit.group, unit.group), *([""] * len(index)), "; ".join(unit.aliases)]
        for unit in units_in_period(plan)
    ]
    return Blank(REGISTER, f"DANH MỤC ĐƠN VỊ THAM GIA PHONG TRÀO THI ĐUA NĂM {plan.year}", heads, rows)


def _first(plan: Plan) -> str:
    return plan.groups[0].name if plan.groups else ""


def _tasks(plan: Plan) -> Blank:
    results = ("Hoàn thành", "Hoàn thành trễ hạn", "Chưa hoàn thành")
    heads = (
        _unit(),
        Head("Nhiệm vụ được giao", "Mỗi nhiệm vụ một dòng.", "Rà soát thủ tục hành chính", width=48),
        Head("Kết quả thực hiện", "Chọn một kết quả; để trống là chưa biết.", results[0], results),
    )
    title = f"KẾT QUẢ THỰC HIỆN NHIỆM VỤ KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {plan.year}"
    return Blank("nhiem-vu.xlsx", title, heads)


def _index(plan: Plan, indexed: Collection[str] | None) -> Blank:
    score = "Điểm, thang 100 nếu không ghi điểm tối đa khác."
    heads = (
        _unit(),
        Head("Điểm tối đa", "Tổng điểm tối đa của Chỉ số CCHC, thường là 100.", "100", kind="number", width=14),
        Head("Điểm tự đánh giá", score, "86,5", kind="number", width=18),
        Head("Điểm thẩm định", f"{score} Có điểm này thì dùng điểm này.", "85", kind="number", width=18),
        Head("Ghi chú", "Không bắt buộc.", ""),
    )
    names = [unit.name for unit in units_in_period(plan)]
    rows = [[name] for name in names if indexed is None or name in indexed]
    title = f"KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {plan.year}"
    return Blank("chi-so-cchc.xlsx", title, heads, rows)


def _initiatives(plan: Plan) -> Blank:
    results = ("Công nhận", "Không công nhận", "Đang xét")
    heads = (
        _unit(),
        Head(
            "Tên sáng kiến, mô hình", "Tên đầy đủ; mỗi sáng kiến một dòng.", "Tổ hỗ trợ nộp hồ sơ trực tuyến", width=44
        ),
        Head("Tác giả", "Họ tên; nhiều người cách nhau bằng dấu phẩy.", "Nguyễn Văn Mẫu"),
        Head("Kết quả công nhận", "Chọn một kết quả; để trống là chưa điền.", results[0], results),
        Head("Hiệu quả", "Một câu, in vào báo cáo.", "Giảm thời gian chờ của người dân", width=40),
    )
    title = f"DANH SÁCH SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH MỚI, CÁCH LÀM HAY NĂM {plan.year}"
    return Blank("sang-kien.xlsx", title, heads)


def _persons(plan: Plan) -> Blank:
    classes = ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")
    heads = (
        Head("Họ và tên", "Họ tên đầy đủ, không ghi ông, bà, chức danh.", f"{SAMPLE} Nguyễn Văn Mẫu", width=28),
        Head("Chức vụ", "Ghi đầy đủ: Chủ tịch, Phó Trưởng phòng, Công chức …", "Công chức"),
        _unit("Đơn vị công tác"),
        Head("Giới tính", "Nam hoặc Nữ.", "Nam", ("Nam", "Nữ"), width=12),
        Head(
            "Mức độ hoàn thành nhiệm vụ",
            "Kết quả xếp loại của năm này.",
            classes[1],
            (*classes, "Không hoàn thành nhiệm vụ"),
            width=30,
        ),
        Head("Sáng kiến được công nhận", "Tên sáng kiến; không có thì ghi Không.", "Không", width=32),
        Head("Lãnh đạo", "Có: cấp trưởng, cấp phó của đơn vị.", "Không", _YES_NO, width=12),
    )
    title = f"DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG PHONG TRÀO THI ĐUA NĂM {plan.year}"
    return Blank("ca-nhan.xlsx", title, heads)


def _logbook(plan: Plan) -> Blank:
    states = ("Đã trả kết quả", "Đang xử lý", "Từ chối giải quyết", "Không được tiếp nhận")
    day = _DAY.format(year=plan.year)
    heads = (
        Head("Mã hồ sơ", "Số thứ tự trong sổ hoặc mã hồ sơ.", "1", width=20),
        _unit(),
        Head("Ngày tiếp nhận", day, f"01/03/{plan.year}", kind="date", width=16),
        Head("Ngày hẹn trả", day, f"10/03/{plan.year}", kind="date", width=16),
        Head("Ngày trả kết quả", f"{day} Chưa trả thì để trống.", f"09/03/{plan.year}", kind="date", width=16),
        Head("Trạng thái", "Chọn một trạng thái.", states[0], states),
    )
    title = f"SỔ THEO DÕI HỒ SƠ TIẾP NHẬN NGOÀI PHẦN MỀM MỘT CỬA NĂM {plan.year}"
    return Blank("so-theo-doi-ngoai-phan-mem.xlsx", title, heads)


def _decisions(plan: Plan) -> Blank:
    heads = (
        _unit(),
        Head("Họ và tên", "Để trống nếu quyết định nói về cả tập thể.", ""),
        Head("Quyết định", "Đưa vào hoặc Loại.", "Loại", ("Đưa vào", "Loại"), width=16),
        Head("Người quyết định", "Ai quyết định: bắt buộc.", "Hội đồng Thi đua - Khen thưởng", width=32),
        Head("Lý do", "Bắt buộc; in vào văn bản.", "Đã được khen cùng thành tích", width=40),
    )
    return Blank("quyet-dinh-hoi-dong.xlsx", f"QUYẾT ĐỊNH CỦA HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG NĂM {plan.year}", heads)


def _earlier(plan: Plan) -> Blank:
    heads = (
        _unit(),
        Head("Họ và tên", "Để trống nếu khen tập thể.", ""),
        Head("Hình thức khen thưởng", "Giấy khen, Bằng khen …", "Giấy khen"),
        Head("Thành tích", "Khen về việc gì.", "Cải cách hành chính", width=36),
        Head("Số quyết định", "Số, ký hiệu của quyết định khen.", "12/QĐ-UBND"),
        Head("Năm", "Năm được khen.", str(plan.year), kind="number", width=10),
    )
    return Blank("khen-thuong-da-nhan.xlsx", f"DANH SÁCH KHEN THƯỞNG ĐÃ NHẬN NĂM {plan.year}", heads)
