"""Fixtures of findings about tables that can be read in two ways: columns, units, periods, systems, scales."""

from __future__ import annotations

from pathlib import Path

from tests.findings.cases import FORM, HEADS, ONE_STOP, REGISTER, Row, Rows, book, dossier, dossiers, one_stop, triggers
from tests.findings.of_figures import AN_LOC, INDEX, TASKS, form
from tests.support.workbooks import csv_file, xlsx


def quarter(text: str) -> Rows:
    """The form of An Lộc under a title that names its period."""
    return [["TÌNH HÌNH GIẢI QUYẾT HỒ SƠ MỘT CỬA"], [text], *form(list[object](AN_LOC))]


@triggers("ambiguous_column", "error", "D1", sheet=INDEX)
def two_appraised_scores(folder: Path) -> Path:
    """Two columns of appraised scores with other figures under one head."""
    heads: Row = ["STT", "Đơn vị", "Xếp hạng", "Điểm thẩm định", "Điểm thẩm định"]
    return book(folder, {INDEX: [heads, [1, "Phường An Lộc", 1, 85, 79], [2, "Phường An Bình A", 2, 84, 78]]})


@triggers("unit_column_unknown", "error", "C3", sheet=TASKS)
def units_under_an_unknown_head(folder: Path) -> Path:
    """A list of tasks whose column of units is headed "Nơi làm"."""
    heads: Row = ["STT", "Nhiệm vụ được giao", "Nơi làm", "Kết quả thực hiện"]
    rows: Rows = [[1, "Rà soát thủ tục", "Phường An Lộc", "Hoàn thành"]]
    rows.append([2, "Niêm yết phí", "Phường An Bình A", "Hoàn thành"])
    return book(folder, {TASKS: [["Đơn vị báo cáo: Phòng Tư pháp"], [], heads, *rows]})


@triggers("not_judged", "info", "A1:D1", sheet=TASKS)
def counts_of_tasks_beside_a_plan_without(folder: Path) -> Path:
    """Counts of tasks under the ward's plan, which judges dossiers alone."""
    heads: Row = ["STT", "Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành"]
    return book(folder, {TASKS: [heads, [1, "Phường An Lộc", 4, 3]]})


@triggers("other_period", "error", "A3:M3", sheet=FORM)
def a_form_of_last_year(folder: Path) -> Path:
    """The statistics of 2020 under the plan of 2021."""
    return book(folder, {FORM: quarter("Kỳ báo cáo: năm 2020")})


@triggers("period_conflict", "error", "A3:M3", sheet="Quý 1")
def two_quarters_that_do_not_meet(folder: Path) -> Path:
    """The first and the third quarter of the year."""
    return book(folder, {f"Quý {n}": quarter(f"Kỳ báo cáo: quý {n} năm 2021") for n in (1, 3)})


@triggers("period_sums", "warning", "D4", sheet="Cả năm", unit="phuong-an-loc")
def a_year_that_is_not_its_halves(folder: Path) -> Path:
    """The form of the year beside those of its halves, which say more together."""
    halves = {f"Nửa {n}": quarter(f"Kỳ báo cáo: 6 tháng {part} năm 2021") for n, part in ((1, "đầu"), (2, "cuối"))}
    return book(folder, {"Cả năm": quarter("Kỳ báo cáo: năm 2021"), **halves})


@triggers("periods_missing", "warning", "A2:I2", sheet="Một cửa T3")
def lists_of_two_months(folder: Path) -> Path:
    """Lists of dossiers of March and April that do not say of which year."""
    march, april = ([dossier(n, code=f"000.01.41.H20-210301-{n:04d}") for n in numbers] for numbers in ((1, 2), (3, 4)))
    sheets: dict[str, Rows] = {
        f"Một cửa T{n}": [[f"DANH SÁCH HỒ SƠ THÁNG {n}"], *dossiers(*rows)] for n, rows in ((3, march), (4, april))
    }
    return book(folder, sheets)


@triggers("reading_chosen", "warning", "E2", sheet=FORM)
def in_the_period_means_filed_in_person(folder: Path) -> Path:
    """A form whose "Trong kỳ" is what was filed in person: only so do its sums hold."""
    heads: Rows = [["STT", "Đơn vị", "Số hồ sơ tiếp nhận", None, None, None, "Số hồ sơ đã giải quyết", None, None]]
    heads.append([None, None, "Tổng số", "Kỳ trước", "Trong kỳ", "Trực tuyến", "Trước hạn", "Đúng hạn", "Quá hạn"])
    rows: Rows = [[1, "Phường An Lộc", 100, 5, 35, 60, 70, 18, 2], [2, "Phường An Bình A", 50, 0, 20, 30, 40, 9, 1]]
    return book(folder, {FORM: [*heads, *rows]})


@triggers("system_unknown", "error", "A1:I1", sheet="Sổ theo dõi")
def a_register_of_nobody(folder: Path) -> Path:
    """A "sổ theo dõi" with numbers of its own instead of codes."""
    return one_stop(folder, **{"Sổ theo dõi": [dossiers()[0], *(dossier(n, code=n) for n in (1, 2, 3))]})


@triggers("system_both_named", "warning", "A2:I2", sheet="Sheet1")
def a_title_with_both_systems(folder: Path) -> Path:
    """A title that names the one-stop section and the public service system."""
    return book(folder, {"Sheet1": [["HỒ SƠ BỘ PHẬN MỘT CỬA VÀ DỊCH VỤ CÔNG TRỰC TUYẾN"], *dossiers()]})


@triggers("struck_through", "warning", "B3", count=2, unit="phuong-an-loc")
def two_rows_struck_through(folder: Path) -> Path:
    """Two dossiers whose cells are struck through."""
    import openpyxl
    from openpyxl.styles import Font

    path = one_stop(folder)
    opened = openpyxl.load_workbook(path)
    for row in (3, 4):
        for cell in opened[ONE_STOP][row]:
            cell.font = Font(strike=True)
    opened.save(path)
    return path


@triggers("index_rescaled", "warning", "D2", sheet=INDEX, unit="phuong-an-loc")
def an_index_out_of_another_maximum(folder: Path) -> Path:
    """Scores out of 65.5 points, as a column beside them says."""
    heads: Row = ["STT", "Đơn vị", "Điểm tối đa", "Điểm thẩm định"]
    return book(folder, {INDEX: [heads, [1, "Phường An Lộc", 65.5, 60], [2, "Phường An Bình A", 65.5, 52]]})


@triggers("index_scale_unclear", "error", "C2", sheet=INDEX, count=2)
def shares_that_are_not_the_scores(folder: Path) -> Path:
    """Shares printed beside the scores that say something else than they do."""
    heads: Row = ["STT", "Đơn vị", "Điểm thẩm định", "Tỷ lệ (%)"]
    return book(folder, {INDEX: [heads, [1, "Phường An Lộc", 60, 92], [2, "Phường An Bình A", 52, 80]]})


@triggers("period_sums", "warning", "D4", sheet="Năm", unit="phuong-an-loc")
def a_year_that_is_not_the_sum_of_its_halves(folder: Path) -> Path:
    """The report of the year beside those of its halves, which together hold twice as much."""
    halves = {f"Nửa {n}": quarter(f"Kỳ báo cáo: 6 tháng {n} năm 2021") for n in ("đầu", "cuối")}
    return book(folder, {"Năm": quarter("Kỳ báo cáo: năm 2021"), **halves})


@triggers("unit_of_file", "warning", "A2:H2", file="Phuong An Loc.xlsx", sheet="Sheet1")
def a_list_whose_file_alone_names_the_unit(folder: Path) -> Path:
    """A list without a column of units in a file that is called after one."""
    rows: Rows = [["DANH SÁCH HỒ SƠ MỘT CỬA"], *dossiers(dossier(1), dossier(2))]
    without = [rows[0], *([*row[:2], *row[3:]] for row in rows[1:])]
    return xlsx(folder / "Phuong An Loc.xlsx", {"Danh mục đơn vị": REGISTER, "Sheet1": without})


def with_names(*rows: Row) -> Rows:
    """A list of dossiers with the applicant's name and address, usual ones in rows 2 to 4, then those given."""
    heads: Row = [*HEADS[:2], "Họ và tên người nộp", "Địa chỉ", *HEADS[2:]]
    usual = [[*row[:2], "Trần Thị Thử", "Khóm 1", *row[2:]] for row in (dossier(number) for number in (1, 2, 3))]
    return [heads, *usual, *rows]


@triggers("shifted_row", "error", "A5")
def a_cell_deleted_to_the_left(folder: Path) -> Path:
    """A workbook in which the dates of one row stand a column too far to the left, as do the words behind them."""
    row = dossier(4)
    return book(folder, {ONE_STOP: with_names([*row[:2], "Lê Văn Thử", *row[2:]])})


@triggers("shifted_row", "error", "A5", file="mot-cua.csv", sheet="Sheet1")
def an_address_with_a_bare_comma(folder: Path) -> Path:
    """A text with commas in which the address of one row falls into two cells."""
    row = dossier(4)
    csv_file(folder / "mot-cua.csv", with_names([*row[:2], "Lê Văn Thử", "Số 5 đường Thử", "khóm 2", *row[2:]]))
    book(folder, {})
    return folder


@triggers("shifted_row", "error", "A5", file="mot-cua.tsv", sheet="Sheet1")
def a_line_cut_short(folder: Path) -> Path:
    """A text with tabs whose last line ends in the middle."""
    csv_file(folder / "mot-cua.tsv", dossiers(dossier(4)[:6]), delimiter="\t")
    book(folder, {})
    return folder
