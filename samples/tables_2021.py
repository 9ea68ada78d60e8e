"""The tables of the invented year as rows of cells, for every shape of export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from dossiers_2021 import DONE, FINISHED, REFUSED, WITHDRAWN, YEAR_END, Dossier
from people_2021 import authors, put_forward
from units_2021 import ROOMS, UNITS, WARDS

Cell = str | int | float | datetime | None
Row = Sequence[Cell]

TASKS = (
    "Rà soát, công khai thủ tục hành chính", "Cập nhật cơ sở dữ liệu quốc gia về thủ tục hành chính",
    "Khảo sát mức độ hài lòng của người dân", "Tuyên truyền dịch vụ công trực tuyến",
    "Thực hiện chế độ báo cáo cải cách hành chính", "Tự kiểm tra công tác cải cách hành chính",
    "Đơn giản hóa quy trình nội bộ", "Niêm yết phí, lệ phí", "Tập huấn công chức bộ phận một cửa",
    "Số hóa kết quả giải quyết thủ tục hành chính", "Kiểm soát hồ sơ quá hạn, thư xin lỗi",
    "Áp dụng hệ thống quản lý chất lượng", "Sử dụng chữ ký số", "Đánh giá, phân loại công chức",
)  # fmt: skip


def spelling(unit: int, number: int) -> str:
    """The unit's name as it stands in the ``number``-th row: offices write it in several ways."""
    names = UNITS[unit].spellings
    return names[number % len(names)]


def register() -> list[Row]:
    """Header and rows of the unit register."""
    return [
        ("STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC", "Tên gọi khác"),
        *(
            (n, unit.name, unit.group, "Có" if unit.index_self else "Không", unit.other_names or None)
            for n, unit in enumerate(UNITS, 1)
        ),
    ]


def tasks() -> list[Row]:
    """One row per task; the last tasks of a unit are the ones not done."""
    rows: list[Row] = [("TT", "Đơn vị", "Nhiệm vụ được giao", "Thời hạn", "Kết quả thực hiện")]
    for index, unit in enumerate(UNITS):
        for number in range(unit.tasks):
            done = "Hoàn thành" if number < unit.tasks_done else "Chưa hoàn thành"
            quarter = ("Quý I", "Quý II", "Quý III", "Quý IV")[number % 4]
            rows.append((len(rows), spelling(index, number), TASKS[number % len(TASKS)], f"{quarter}/2021", done))
    return rows


def task_counts() -> list[Row]:
    """Two counts per unit, with a printed percentage and a total, as reports give them."""
    rows: list[Row] = [("TT", "Tên đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ (%)")]
    for index, unit in enumerate(UNITS):
        share = f"{100 * unit.tasks_done / unit.tasks:.2f}".replace(".", ",")
        rows.append((index + 1, spelling(index, 1), unit.tasks, unit.tasks_done, share))
    rows.append((None, "Tổng cộng", sum(u.tasks for u in UNITS), sum(u.tasks_done for u in UNITS), None))
    return rows


def par_index() -> list[Row]:
    """Scores as text with a decimal comma, in every second row as numbers."""
    rows: list[Row] = [("STT", "Đơn vị", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Ghi chú")]
    for index, unit in enumerate(UNITS):
        if unit.index_self:
            note = None if unit.index_appraised else "Chưa thẩm định"
            scores = [_score(text, as_number=index % 2 == 0) for text in (unit.index_self, unit.index_appraised)]
            rows.append((len(rows), spelling(index, 0), 100, *scores, note))
    return rows


def _score(text: str, *, as_number: bool) -> Cell:
    if not text:
        return None
    return float(text.replace(",", ".")) if as_number else text


def initiatives() -> list[Row]:
    """Every initiative with its author and what the council said."""
    rows: list[Row] = [("STT", "Đơn vị", "Tên sáng kiến, giải pháp, mô hình", "Tác giả", "Kết quả công nhận")]
    for index, unit in enumerate(UNITS):
        for author, (title, said) in zip(authors(index), unit.initiatives, strict=False):
            rows.append((len(rows), spelling(index, 0), title, author, said))
    return rows


def individuals() -> list[Row]:
    """Everyone put forward."""
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Giới tính")
    return [
        (*header, "Mức độ hoàn thành nhiệm vụ", "Sáng kiến được công nhận"),
        *(
            (n, p.name, p.position, p.unit, "Nữ" if p.woman else "Nam", p.classification, p.initiative or None)
            for n, p in enumerate(put_forward(), 1)
        ),
    ]


DateCell = Callable[[datetime | None], Cell]


def as_date(moment: datetime | None) -> Cell:
    """A real date cell."""
    return moment


def as_text(moment: datetime | None) -> Cell:
    """A date as text, day first, as many systems export it."""
    return f"{moment:%d/%m/%Y %H:%M}" if moment else None


def one_stop(dossiers: Sequence[Dossier], date_cell: DateCell) -> list[Row]:
    """The one-stop software's list: code, unit, procedure, applicant, four dates, status, channel, officer."""
    return [
        (
            n, d.code, spelling(d.unit, n), d.procedure, d.field, d.applicant, "Khóm 2, thành phố Hồng Ngự",
            date_cell(d.received), date_cell(d.due), d.unreadable_end or date_cell(d.ended),
            d.unreadable_end or date_cell(d.returned), d.status, d.channel, d.officer or None,
        )
        for n, d in enumerate((d for d in dossiers if d.on_software), 1)
    ]  # fmt: skip


def portal(dossiers: Sequence[Dossier], date_cell: DateCell) -> list[Row]:
    """The online portal's list: number, code, unit, level, applicant, phone, three dates, status."""
    return [
        (
            n, d.code, UNITS[d.unit].name, f"Mức độ {d.level}", d.applicant, "0900 000 000",
            date_cell(d.received), date_cell(d.due), date_cell(d.returned), d.status,
        )
        for n, d in enumerate((d for d in dossiers if d.portal and d.group != "duplicate"), 1)
    ]  # fmt: skip


def logbook(dossiers: Sequence[Dossier], date_cell: DateCell) -> list[Row]:
    """The paper logbook: what stands in no software, and two that were entered later."""
    entered_later = [d for d in dossiers if d.group == "on_time" and not d.portal][:2]
    listed = sorted([*entered_later, *(d for d in dossiers if d.group == "logbook")], key=lambda d: d.received)
    return [
        (
            n, d.code, UNITS[d.unit].name, d.procedure, date_cell(d.received), date_cell(d.due),
            date_cell(d.returned or d.ended), d.status,
        )
        for n, d in enumerate(listed, 1)
    ]  # fmt: skip


def form_06a(dossiers: Sequence[Dossier]) -> list[Row]:
    """Rows of form II.06a with groups and total, counted as the systems count (no due date: on time)."""
    rows: list[Row] = []
    total = [0] * 11
    number = 0
    for roman, group in (("I", ROOMS), ("II", WARDS)):
        rows.append((roman, group, *[None] * 11))
        for index, unit in enumerate(UNITS):
            if unit.group == group:
                counts = _form_counts([d for d in dossiers if d.unit == index and d.on_software])
                if unit.name == "Xã Bình Thạnh":  # a slip of the pen that the list of dossiers shows up
                    counts[6], counts[7] = counts[6] + 1, counts[7] - 1
                total = [a + b for a, b in zip(total, counts, strict=True)]
                number += 1
                rows.append((number, spelling(index, 0), *counts))
    return [*rows, (None, "TỔNG CỘNG", *total)]


def _form_counts(dossiers: Sequence[Dossier]) -> list[int]:
    taken = [d for d in dossiers if d.group not in ("refused", "duplicate")]
    decided = [d for d in taken if d.status in (DONE, FINISHED, REFUSED) and d.ended and d.ended.date() <= YEAR_END]
    days = [(d.ended.date() - d.due.date()).days if d.ended and d.due else 0 for d in decided]
    online = sum(d.in_period and d.portal for d in taken)
    direct = sum(d.in_period and not d.portal for d in taken)
    carried = sum(not d.in_period for d in taken)
    early, late = sum(n < 0 for n in days), sum(n > 0 for n in days)
    opened = [d for d in taken if d not in decided and d.status != WITHDRAWN]
    overdue = sum(d.due is not None and d.due.date() <= YEAR_END for d in opened if d.group != "unreadable")
    resolved = (len(decided), early, len(decided) - early - late, late)
    return [online + direct + carried, online, direct, carried, *resolved, len(opened), len(opened) - overdue, overdue]
