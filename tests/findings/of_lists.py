"""Fixtures of findings about lists of tasks, initiatives and persons, and about the unit register."""

from __future__ import annotations

from pathlib import Path

from tests.findings.cases import FILE, Row, Rows, book, triggers
from tests.findings.of_figures import INDEX, PERSONS, TASKS
from tests.support.workbooks import xlsx

TASK_HEADS: Row = ["STT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"]
PERSON_HEADS: Row = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Mức độ hoàn thành nhiệm vụ"]
UNITS = "Danh mục đơn vị"


def persons(*rows: Row) -> Rows:
    """A list of persons of An Lộc: name, position, classification."""
    return [PERSON_HEADS, *([n, name, job, "Phường An Lộc", level] for n, (name, job, level) in enumerate(rows, 1))]


@triggers("duplicate_row", "warning", "C3", sheet=TASKS, unit="phuong-an-loc")
def a_task_twice(folder: Path) -> Path:
    """One task in two rows of the list."""
    rows = [[n, "Phường An Lộc", "Rà soát thủ tục", "Hoàn thành"] for n in (1, 2)]
    return book(folder, {TASKS: [TASK_HEADS, *rows]})


@triggers("duplicate_row", "warning", "B3", sheet=PERSONS, unit="phuong-an-loc")
def a_person_twice(folder: Path) -> Path:
    """One person in two rows, once with a title."""
    rows: Rows = [["Lê Thị Hòa", "Công chức", "Hoàn thành tốt nhiệm vụ"]]
    rows.append(["Bà Lê Thị Hòa", *rows[0][1:]])
    return book(folder, {PERSONS: persons(*rows)})


@triggers("task_not_applicable", "warning", "D2", sheet=TASKS, unit="phuong-an-loc")
def a_task_of_somebody_else(folder: Path) -> Path:
    """A task that does not apply to the unit."""
    rows: Rows = [[1, "Phường An Lộc", "Rà soát", "Không áp dụng"], [2, "Phường An Lộc", "Công khai", "Hoàn thành"]]
    return book(folder, {TASKS: [TASK_HEADS, *rows]})


@triggers("unclear_position", "warning", "C2", sheet=PERSONS, unit="phuong-an-loc")
def a_strange_position(folder: Path) -> Path:
    """A position of which nobody can say whether it leads."""
    return book(folder, {PERSONS: persons(["Lê Thị Hòa", "Đầu mối liên lạc", "Hoàn thành tốt nhiệm vụ"])})


@triggers("unclear_position", "warning", "C2", sheet=PERSONS, unit="phuong-an-loc")
def no_position(folder: Path) -> Path:
    """A person without a position."""
    return book(folder, {PERSONS: persons(["Lê Thị Hòa", None, "Hoàn thành tốt nhiệm vụ"])})


@triggers("classification_of_another_year", "warning", "E2", sheet=PERSONS, unit="phuong-an-loc")
def last_years_classification(folder: Path) -> Path:
    """A person classified for 2020."""
    return book(folder, {PERSONS: persons(["Lê Thị Hòa", "Công chức", "Hoàn thành tốt nhiệm vụ năm 2020"])})


@triggers("earlier_award_unclear", "warning", "E2", sheet="Đã khen", unit="phuong-an-loc")
def an_award_of_next_year(folder: Path) -> Path:
    """An award of early 2022 that does not say for which year."""
    heads = ["STT", "Đơn vị", "Họ và tên", "Hình thức khen thưởng", "Nội dung khen thưởng", "Năm", "Số quyết định"]
    row = [1, "Phường An Lộc", "Lê Thị Hòa", "Giấy khen", "Phong trào thi đua cải cách hành chính", 2022, "12/QĐ-UBND"]
    return book(folder, {"Đã khen": [heads, row]})


@triggers("unknown_group", "error", "C3", sheet=UNITS, unit="truong-mam-non")
def a_group_of_its_own(folder: Path) -> Path:
    """A register with a group that the plan does not have."""
    heads: Row = ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC"]
    rows = [heads, [1, "Phường An Lộc", "Khối xã/phường", "Có"], [2, "Trường Mầm non", "Trường học", "Không"]]
    return book(folder, {}, register=rows)


@triggers("unit_outside_validity", "warning", "F2", sheet=UNITS, unit="phuong-an-binh-a")
def a_unit_that_is_no_more(folder: Path) -> Path:
    """A commune that became a ward before the period."""
    heads: Row = ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC", "Từ ngày", "Đến ngày"]
    rows: Rows = [[1, "Xã An Bình A", "Xã, phường", "Có", None, "31/10/2020"]]
    rows.append([2, "Phường An Bình A", "Xã, phường", "Có", "01/11/2020", None])
    return book(folder, {}, register=[heads, *rows])


@triggers("indexed_not_assessed", "warning", "B2", sheet=INDEX, unit="phong-tu-phap")
def an_index_of_a_unit_that_is_not_assessed(folder: Path) -> Path:
    """The index names an office that the register leaves out of the assessment."""
    heads = ["STT", "Đơn vị", "Điểm tự đánh giá", "Điểm thẩm định"]
    return book(folder, {INDEX: [heads, [1, "Phòng Tư pháp", 82.5, 85]]})


@triggers("similar_units", "warning", file="", sheet="")
def a_misspelt_unit_without_a_register(folder: Path) -> Path:
    """No register, and a ward under two spellings."""
    rows = [[n, unit, "Rà soát thủ tục", "Hoàn thành"] for n, unit in enumerate(("Phường An Lộc", "Phường An Lôc"), 1)]
    return xlsx(folder / FILE, {TASKS: [TASK_HEADS, *rows]})


@triggers("empty_table", "warning", "A1:E1", sheet="Sáng kiến")
def a_list_not_filled_in(folder: Path) -> Path:
    """A list of initiatives in which only the units stand."""
    heads = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả công nhận"]
    rows = [[n, unit, None, None, None] for n, unit in enumerate(("Phường An Lộc", "Phường An Bình A"), 1)]
    return book(folder, {"Sáng kiến": [heads, *rows]})


@triggers("nothing_reported", "info", "A1:G1", sheet="Đã khen")
def nobody_was_commended(folder: Path) -> Path:
    """A list of earlier awards in which somebody wrote that there are none."""
    heads = ["STT", "Đơn vị", "Họ và tên", "Hình thức khen thưởng", "Nội dung khen thưởng", "Năm", "Số quyết định"]
    return book(folder, {"Đã khen": [heads, [None, "Không có", None, None, None, None, None]]})


@triggers("assessed_blank", "error", "D3", sheet=UNITS, unit="phong-tu-phap")
def a_blank_beside_written_answers(folder: Path) -> Path:
    """A register that says “Có” and “Không” of two units and nothing of the third."""
    heads: Row = ["STT", "Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC"]
    rows: Rows = [[1, "Phường An Lộc", "Xã, phường", "Có"], [2, "Phòng Tư pháp", "Phòng, ban", None]]
    rows.append([3, "Phòng Kinh tế", "Phòng, ban", "Không"])
    return book(folder, {}, register=[heads, *rows])


@triggers("group_blank", "error", "C3", sheet=UNITS, unit="khom-3")
def a_unit_without_a_group(folder: Path) -> Path:
    """A register with a unit of which nothing but the name is filled in."""
    rows: Rows = [["STT", "Đơn vị", "Khối thi đua"], [1, "Phường An Lộc", "Xã, phường"], [None, "Khóm 3", None]]
    return book(folder, {}, register=rows)


@triggers("recognition_pending", "warning", "E2", sheet="Sáng kiến", unit="phuong-an-loc")
def an_initiative_under_review(folder: Path) -> Path:
    """An initiative that nobody has decided on yet."""
    heads = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả công nhận"]
    return book(folder, {"Sáng kiến": [heads, [1, "Phường An Lộc", "Mô hình A", "Lê Văn Mẫu", "Đang xét"]]})


@triggers("row_left_out", "error", "F2", sheet="Sáng kiến", unit="phuong-an-loc")
def an_initiative_of_another_year(folder: Path) -> Path:
    """An initiative recognised in 2019."""
    heads = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả công nhận", "Năm công nhận"]
    return book(folder, {"Sáng kiến": [heads, [1, "Phường An Lộc", "Mô hình A", "Lê An", "Công nhận", 2019]]})
