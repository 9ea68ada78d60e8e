"""The plain lists: rows to look at, findings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.excel.book import (
    FINDINGS,
    ROWS,
    SOURCES,
    Book,
    Column,
    Page,
)
from thidua_cli.reports.excel.people import unit_names
from thidua_cli.result import InputInfo, MeasureResult, Result, RowRef, SheetInfo
from thidua_cli.result_plan import MeasureInfo

_HEAD = 3
_FOLDER = "$B$3"
"""Where the user may write the folder of the inputs, so that the links of the sheet of sources work."""
_NO_SHEET: Sequence[SheetInfo | None] = (None,)
_ROWS = (
    Column("Khối thi đua", 11),
    Column("Đơn vị", 30),
    Column("Tiêu chí", 8),
    Column("Chỉ tiêu", 22),
    Column("Vì sao cần xem", 28),
    Column("Mã hồ sơ, tên nhiệm vụ", 34),
    Column("Tệp", 22),
    Column("Trang", 15),
    Column("Dòng", 8),
    Column("Ô chưa rõ, cần nhập gì, kết quả có thể", 60),
)
_FINDINGS = (
    Column("Mức độ", 11),
    Column("Loại", 22),
    Column("Nội dung", 52),
    Column("Cần làm gì", 46),
    Column("Tệp", 22),
    Column("Trang", 14),
    Column("Ô", 11),
    Column("Đơn vị", 24),
    Column("Số ô, dòng", 8),
)
_SOURCES = (
    Column("Tệp", 28),
    Column("Trang", 17),
    Column("Được đọc là", 24),
    Column("Hệ thống", 26),
    Column("Căn cứ xác định hệ thống", 15),
    Column("Vùng tiêu đề", 11),
    Column("Số dòng", 9),
    Column("Cột của từng trường", 42),
    Column("Mở tệp", 9),
    Column("SHA-256", 36),
)


def write_lists(book: Book, result: Result) -> None:
    """Fill the three sheets of lists."""
    _write_rows(book.pages[ROWS], result)
    _write_findings(book.pages[FINDINGS], result)
    _write_sources(book.pages[SOURCES], result)


def _write_rows(page: Page, result: Result) -> None:
    page.head(
        "Hồ sơ, nhiệm vụ cần xem",
        "Các dòng làm đơn vị không đạt hoặc chưa xác định được; mỗi chỉ tiêu liệt kê nhiều nhất 100 dòng.",
    )
    page.columns(_HEAD, _ROWS)
    infos, last = wording.measures(result), _HEAD
    for unit in result.units:
        for criterion in unit.criteria:
            label = wording.criterion_label(criterion.id)
            for measure in criterion.measures:
                info = infos.get(measure.id)
                words = (info.short_name or info.name) if info else measure.id
                for why, reference, note in _references(measure, info):
                    last += 1
                    fields = (unit.group, unit.name, label, words, why, reference.code, reference.file, reference.sheet)
                    for column, text in enumerate(fields):
                        page.text(last, column, text)
                    page.number(last, 8, reference.row, "integer")
                    page.text(last, 9, note)
                rest = measure.against_total - len(measure.against)
                if rest > 0:
                    last += 1
                    more = f"… và {wording.decimal_text(rest)} dòng khác, không liệt kê"
                    for column, text in enumerate((unit.group, unit.name, label, words, "", more, "", "", "", "")):
                        page.text(last, column, text)
    if last == _HEAD:
        page.plain(_HEAD + 1, "Không có hồ sơ, nhiệm vụ nào cần xem.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_ROWS) - 1, frozen=2, filtered=last > _HEAD)


def _references(measure: MeasureResult, info: MeasureInfo | None) -> Iterable[tuple[str, RowRef, str]]:
    against = _capital(wording.against_words(measure.id))
    yield from ((against, reference, "") for reference in measure.against)
    outlook = prospects.outlook_text(measure, info)
    for reference in measure.undecided_rows:
        said = [f"Ô {cell.cell}: {cell.message} {cell.hint}" for cell in reference.cells]
        yield "Chưa xác định được", reference, "\n".join([*said, *filter(None, [outlook])])


def _write_findings(page: Page, result: Result) -> None:
    page.head(
        f"{FINDINGS} về số liệu",
        "Lỗi: con số có thể sai hoặc thiếu. Cảnh báo: cần người xem lại. Thông tin: ghi nhận.",
    )
    page.columns(_HEAD, _FINDINGS)
    names, last = unit_names(result), _HEAD
    for last, finding in enumerate(result.findings, _HEAD + 1):
        unit = ", ".join(names.get(one, one) for one in prospects.finding_units(finding))
        place = (finding.file or "", finding.sheet or "", finding.cell or "", unit)
        page.text(last, 0, wording.severity_word(finding.severity), "strong")
        for column, text in enumerate((finding.name, finding.message, finding.hint, *place), 1):
            page.text(last, column, text)
        page.number(last, 8, finding.count, "integer")
    words = {"error": "not_met", "warning": "no_data", "info": "not_applicable"}
    page.colour((_HEAD + 1, 0, last, 0), {wording.severity_word(s): v for s, v in words.items()})
    if not result.findings:
        page.plain(_HEAD + 1, "Không có lưu ý nào.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_FINDINGS) - 1, frozen=1, filtered=bool(result.findings))


def _write_sources(page: Page, result: Result) -> None:
    page.head(
        "Nguồn số liệu",
        "Mã SHA-256 cho biết tệp đã dùng có đúng là tệp đang giữ hay không. Ghi thư mục chứa các tệp vào ô bên dưới "
        "thì các liên kết “Mở tệp” hoạt động.",
    )
    page.plain(2, "Thư mục số liệu:", "section")
    page.blank(2, 1, "input")
    page.columns(_HEAD, _SOURCES)
    last = _HEAD
    for source in result.inputs:
        for sheet in source.sheets or _NO_SHEET:
            last += 1
            page.text(last, 0, source.file, "strong")
            _sheet_cells(page, last, sheet)
            _open_link(page, last, source)
            page.text(last, 9, source.sha256, "mono")
    page.plain(last + 2, f"Lập bằng chương trình {result.program.name}, phiên bản {result.program.version}", "faint")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_SOURCES) - 1, frozen=1, filtered=bool(result.inputs))


def _sheet_cells(page: Page, row: int, sheet: SheetInfo | None) -> None:
    if sheet is None:
        for column in range(1, 8):
            page.blank(row, column)
        return
    columns = "; ".join(f"{column}: {wording.coded('field', name)}" for name, column in sheet.fields.items())
    page.text(row, 1, sheet.sheet)
    page.text(row, 2, _capital(wording.coded("kind", sheet.kind)))
    page.text(row, 3, _capital(wording.coded("system", sheet.system)))
    page.text(row, 4, _capital(wording.coded("system_from", sheet.system_from)))
    page.text(row, 5, sheet.header)
    page.number(row, 6, sheet.rows, "integer")
    page.text(row, 7, columns)


def _open_link(page: Page, row: int, source: InputInfo) -> None:
    """A link that works once the user has written the folder; none for a name that could lead elsewhere."""
    parts = source.file.replace("\\", "/").split("/")
    if ".." in parts or ":" in source.file or source.file.startswith(("/", "\\")):
        page.blank(row, 8)
    else:
        page.formula(row, 8, f'IF({_FOLDER}="","",HYPERLINK({_FOLDER}&"/"&$A{row + 1},"Mở tệp"))', "", "link")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
