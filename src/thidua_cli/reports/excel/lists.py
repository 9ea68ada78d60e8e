"""The plain lists: rows to look at, findings, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from thidua_cli.records import record
from thidua_cli.reports import prospects, wording
from thidua_cli.reports.excel.book import FINDINGS, ROWS, SOURCES, Book
from thidua_cli.reports.excel.page import HEAD, Cell, Column, Formula, Page
from thidua_cli.reports.excel.people import unit_names
from thidua_cli.result import FindingInfo, MeasureResult, Result, UnitResult
from thidua_cli.result_inputs import InputInfo, RowRef, SheetInfo
from thidua_cli.result_plan import MeasureInfo

_FOLDER = "$B$3"
"""Where the user may write the folder of the inputs, so that the links of the sheet of sources work."""


def write_lists(book: Book, result: Result) -> None:
    """Fill the three sheets of lists."""
    _write_rows(book.pages[ROWS], result)
    _write_findings(book.pages[FINDINGS], result)
    _write_sources(book.pages[SOURCES], result)


@record
class _Row:
    """A row of the data that speaks against a unit, or is not understood; without ``at``, how many more there are."""

    unit: UnitResult
    criterion: str
    measure: str
    why: str
    named: str
    at: RowRef | None = None
    note: str = ""


def _write_rows(page: Page, result: Result) -> None:
    page.head(
        "Hồ sơ, nhiệm vụ cần xem",
        "Các dòng làm đơn vị không đạt hoặc chưa xác định được; mỗi chỉ tiêu liệt kê nhiều nhất 100 dòng.",
    )
    columns: list[Column[_Row]] = [
        Column("Khối thi đua", 11, of=lambda one: one.unit.group),
        Column("Đơn vị", 30, of=lambda one: one.unit.name),
        Column("Tiêu chí", 8, of=lambda one: wording.criterion_label(one.criterion)),
        Column("Chỉ tiêu", 22, of=lambda one: one.measure),
        Column("Vì sao cần xem", 28, of=lambda one: one.why),
        Column("Mã hồ sơ, tên nhiệm vụ", 34, of=lambda one: one.named),
        Column("Tệp", 22, of=lambda one: one.at.file if one.at else ""),
        Column("Trang", 15, of=lambda one: one.at.sheet if one.at else ""),
        Column("Dòng", 8, "integer", lambda one: one.at.row if one.at else ("", "text")),
        Column("Ô chưa rõ, cần nhập gì, kết quả có thể", 60, of=lambda one: one.note),
    ]
    page.table(columns, _rows(result), frozen=2, nothing="Không có hồ sơ, nhiệm vụ nào cần xem.")


def _rows(result: Result) -> Iterable[_Row]:
    infos = wording.measures(result)
    for unit in result.units:
        for criterion in unit.criteria:
            for measure in criterion.measures:
                info = infos.get(measure.id)
                words = (info.short_name or info.name) if info else measure.id
                for why, at, note in _references(measure, info):
                    yield _Row(unit, criterion.id, words, why, at.code, at, note)
                rest = measure.against_total - len(measure.against)
                if rest > 0:
                    more = f"… và {wording.decimal_text(rest)} dòng khác, không liệt kê"
                    yield _Row(unit, criterion.id, words, "", more)


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
    names = unit_names(result)

    def units(finding: FindingInfo) -> str:
        return ", ".join(names.get(one, one) for one in prospects.finding_units(finding))

    columns: list[Column[FindingInfo]] = [
        Column("Mức độ", 11, "strong", lambda one: wording.severity_word(one.severity)),
        Column("Loại", 22, of=lambda one: one.name),
        Column("Nội dung", 52, of=lambda one: one.message),
        Column("Cần làm gì", 46, of=lambda one: one.hint),
        Column("Tệp", 22, of=lambda one: one.file or ""),
        Column("Trang", 14, of=lambda one: one.sheet or ""),
        Column("Ô", 11, of=lambda one: one.cell or ""),
        Column("Đơn vị", 24, of=units),
        Column("Số ô, dòng", 8, "integer", lambda one: one.count),
    ]
    last = page.table(columns, result.findings, frozen=1, nothing="Không có lưu ý nào.")
    words = {"error": "not_met", "warning": "no_data", "info": "not_applicable"}
    page.colour((HEAD + 1, 0, last, 0), {wording.severity_word(s): v for s, v in words.items()})


def _write_sources(page: Page, result: Result) -> None:
    page.head(
        "Nguồn số liệu",
        "Mã SHA-256 cho biết tệp đã dùng có đúng là tệp đang giữ hay không. Ghi thư mục chứa các tệp vào ô bên dưới "
        "thì các liên kết “Mở tệp” hoạt động.",
    )
    page.plain(2, "Thư mục số liệu:", "section")
    page.blank(2, 1, "input")
    columns: list[Column[_Sheet]] = [
        Column("Tệp", 28, "strong", lambda one: one[0].file),
        Column("Trang", 17, of=_of_sheet(lambda sheet: sheet.sheet)),
        Column("Được đọc là", 24, of=_of_sheet(lambda sheet: _coded("kind", sheet.kind))),
        Column("Hệ thống", 26, of=_of_sheet(lambda sheet: _coded("system", sheet.system))),
        Column(
            "Căn cứ xác định hệ thống",
            15,
            of=_of_sheet(lambda sheet: _coded("system_from", sheet.system_from)),
        ),
        Column("Vùng tiêu đề", 11, of=_of_sheet(lambda sheet: sheet.header)),
        Column("Số dòng", 9, "integer", _of_sheet(lambda sheet: sheet.rows)),
        Column("Cột của từng trường", 42, of=_of_sheet(_fields)),
        Column("Mở tệp", 9, "link", lambda one: _open_link(one[0])),
        Column("SHA-256", 36, "mono", lambda one: one[0].sha256),
    ]
    sheets = ((source, sheet) for source in result.inputs for sheet in source.sheets or (None,))
    last = page.table(columns, sheets, frozen=1)
    page.plain(last + 2, f"Lập bằng chương trình {result.program.name}, phiên bản {result.program.version}", "faint")


_Sheet = tuple[InputInfo, SheetInfo | None]
"""A file with one of its tables; a file without a table stands alone."""


def _of_sheet(said: Callable[[SheetInfo], Cell]) -> Callable[[_Sheet], Cell]:
    return lambda one: None if one[1] is None else said(one[1])


def _fields(sheet: SheetInfo) -> str:
    return "; ".join(f"{column}: {wording.coded('field', name)}" for name, column in sheet.fields.items())


def _open_link(source: InputInfo) -> Formula | None:
    """A link that works once the user has written the folder; none for a name that could lead elsewhere."""
    parts = source.file.replace("\\", "/").split("/")
    if ".." in parts or ":" in source.file or source.file.startswith(("/", "\\")):
        return None
    return Formula(f'IF({_FOLDER}="","",HYPERLINK({_FOLDER}&"/"&$A{{row}},"Mở tệp"))', "")


def _coded(section: str, code: str | None) -> str:
    return _capital(wording.coded(section, code))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
