"""Fixtures of findings about files, sheets and headers."""

from __future__ import annotations

from pathlib import Path

from tests.findings.cases import FILE, HEADS, ONE_STOP, REGISTER, Row, book, dossier, dossiers, one_stop, triggers
from tests.support import workbooks

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@triggers("unrecognised_sheet", "warning", sheet="Ghi chú")
def a_sheet_of_notes(folder: Path) -> Path:
    """Words that are no table."""
    return one_stop(folder, **{"Ghi chú": [["Lịch họp"], ["Thứ hai", "8 giờ"], ["Thứ ba", "9 giờ"]]})


@triggers("unrecognised_sheet", "warning", "A1:D1", sheet="Hồ sơ")
def a_list_with_too_few_heads(folder: Path) -> Path:
    """A list that lacks too much to be one of dossiers."""
    rows: list[Row] = [["STT", "Đơn vị", "Ngày hẹn trả", "Nội dung"]]
    rows += [[n, "Phường An Lộc", "05/03/2021", "x"] for n in range(1, 5)]
    return one_stop(folder, **{"Hồ sơ": rows})


@triggers("known_but_unused", "warning", "A1:E1", sheet="Xếp hạng")
def a_ranking_beside_the_list(folder: Path) -> Path:
    """Points and ranks of the Decision 766 index."""
    rows: list[Row] = [["Hạng", "Đơn vị", "Tiến độ (20đ)", "Tổng điểm (100đ)", "Xếp loại"]]
    return one_stop(folder, **{"Xếp hạng": [*rows, [1, "Phường An Lộc", 19.7, 90, "Tốt"]]})


@triggers("missing_column", "error", "A1:H1")
def a_list_without_due_dates(folder: Path) -> Path:
    """The one-stop list without its due dates."""
    rows = [[cell for number, cell in enumerate(row) if number != 4] for row in dossiers()]
    return book(folder, {ONE_STOP: rows})


@triggers("hidden_data", "info", "A1:I1")
def a_hidden_sheet(folder: Path) -> Path:
    """The list stands on a hidden sheet."""
    sheets = {"Danh mục đơn vị": REGISTER, ONE_STOP: dossiers()}
    return workbooks.xlsx(folder / FILE, sheets, hidden=[ONE_STOP])


@triggers("hidden_data", "info", "A3", count=2)
def hidden_rows(folder: Path) -> Path:
    """Two rows of the list are hidden."""
    return _hide(one_stop(folder), rows=(3, 4))


@triggers("hidden_data", "info", "C1")
def a_hidden_column(folder: Path) -> Path:
    """The column of units is hidden."""
    return _hide(one_stop(folder), columns=("C",))


def _hide(path: Path, rows: tuple[int, ...] = (), columns: tuple[str, ...] = ()) -> Path:
    import openpyxl

    opened = openpyxl.load_workbook(path)
    sheet = opened[ONE_STOP]
    for row in rows:
        sheet.row_dimensions[row].hidden = True
    for column in columns:
        sheet.column_dimensions[column].hidden = True
    opened.save(path)
    return path


@triggers("system_assumed", "info", "A1:I1", sheet="Sheet1")
def a_list_of_no_system(folder: Path) -> Path:
    """Nothing says which system exported the list."""
    return book(folder, {"Sheet1": dossiers()})


@triggers("duplicate_input", "warning", file="b.xlsx", sheet="")
def a_copy(folder: Path) -> Path:
    """The same file under two names."""
    content = one_stop(folder).read_bytes()
    (folder / FILE).unlink()
    for name in ("a.xlsx", "b.xlsx"):
        (folder / name).write_bytes(content)
    return folder


@triggers("not_a_table_file", "info", file="huong-dan.pdf", sheet="")
def a_manual(folder: Path) -> Path:
    """A folder that holds a document too."""
    one_stop(folder)
    (folder / "huong-dan.pdf").write_bytes(b"%PDF-1.4\n")
    return folder


@triggers("own_output", "info", file="result.json", sheet="")
def an_earlier_result(folder: Path) -> Path:
    """A folder that holds the result of an earlier run."""
    one_stop(folder)
    (folder / "result.json").write_text('{"schema": "thidua-result/1"}', encoding="utf-8")
    return folder


@triggers("skipped_unreadable", "error", file="khoa.xlsx", sheet="", skip_unreadable=True)
def a_locked_workbook(folder: Path) -> Path:
    """A folder in which one workbook asks for a password."""
    one_stop(folder)
    workbooks.encrypted_xlsx(folder / "khoa.xlsx", {"S": [["Đơn vị"]]}, "mat-khau")
    return folder


@triggers("second_reader_used", "info", sheet="")
def a_sheet_in_utf_16(folder: Path) -> Path:
    """A sheet whose XML the first reader passes over."""
    table: list[Row] = [HEADS, dossier(1), dossier(2)]
    cells = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{chr(65 + i)}{n}" t="inlineStr"><is><t>{value}</t></is></c>' for i, value in enumerate(row))
        + "</row>"
        for n, row in enumerate(table, 1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-16"?><worksheet {_MAIN}><sheetData>{cells}</sheetData></worksheet>'
    return workbooks.raw_xlsx(folder / FILE, xml.encode("utf-16"), sheet_names=[ONE_STOP])


@triggers("legacy_encoding", "info", sheet="Danh muc", count=2)
def a_register_in_tcvn3(folder: Path) -> Path:
    """A register typed for TCVN3 fonts."""
    rows: list[list[object]] = [["STT", "§¬n vÞ", "Khèi thi ®ua"], [1, "Ph­êng An Léc", "X·, ph­êng"]]
    rows += [[2, "Ph­êng An L¹c", "X·, ph­êng"], [3, "X· T©n Héi", "X·, ph­êng"]]
    return workbooks.xlsx(folder / FILE, {"Danh muc": rows, ONE_STOP: dossiers()})
