"""The plain lists: proposals, persons, who is not proposed, rows to look at, findings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.excel.book import (
    EXCLUDED,
    FINDINGS,
    PERSONS,
    PROPOSALS,
    ROWS,
    SOURCES,
    Book,
    Column,
    Page,
    cell_number,
)
from thidua_cli.reports.excel.formulas import decimals, rounding
from thidua_cli.result import IndividualResult, InputInfo, MeasureResult, Proposal, Result, RowRef, SheetInfo

_HEAD = 3
_FOLDER = "$B$3"
"""Where the user may write the folder of the inputs, so that the links of the sheet of sources work."""
_NO_SHEET: Sequence[SheetInfo | None] = (None,)
_PROPOSALS = (
    Column("STT", 5, "centre"),
    Column("Đối tượng", 9),
    Column("Tên tập thể, cá nhân", 25, "strong"),
    Column("Chức vụ", 14),
    Column("Đơn vị công tác", 25),
    Column("Khối thi đua", 11),
    Column("Xếp hạng", 11),
    Column("Hình thức", 10),
    Column("Thành tích", 54),
    Column("Tiền thưởng (đồng)", 12, "integer"),
    Column("Hội đồng xem xét", 10, "centre"),
    Column("Lý do", 32),
)
_EXCLUDED = (
    Column("STT", 6),
    Column("Đối tượng", 12),
    Column("Tên tập thể, cá nhân", 34),
    Column("Đơn vị", 34),
    Column("Lý do không đề nghị", 80),
)
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
)
_FINDINGS = (
    Column("Mức độ", 11),
    Column("Nội dung", 58),
    Column("Cần làm gì", 46),
    Column("Tệp", 22),
    Column("Trang", 14),
    Column("Ô", 11),
    Column("Đơn vị", 24),
    Column("Số ô, dòng", 8),
    Column("Mã", 26),
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
    """Fill the six sheets of lists."""
    _write_proposals(book.pages[PROPOSALS], result)
    _write_persons(book.pages[PERSONS], result)
    _write_excluded(book.pages[EXCLUDED], result)
    _write_rows(book.pages[ROWS], result)
    _write_findings(book.pages[FINDINGS], result)
    _write_sources(book.pages[SOURCES], result)


def _names(result: Result) -> dict[str, str]:
    return {unit.id: unit.name for unit in result.units}


def _empty(page: Page, head: int, words: str) -> None:
    page.plain(head + 1, words, "note")


def _write_proposals(page: Page, result: Result) -> None:
    page.head(
        "Tập thể, cá nhân đề nghị khen thưởng", "Tổng tiền thưởng là công thức, tính theo các dòng đang hiển thị."
    )
    page.columns(_HEAD, _PROPOSALS)
    units = {unit.id: unit for unit in result.units}
    people = {(p.unit, p.name, p.source.row): p for p in result.individuals}
    awards = {award.id: award.name for award in result.plan.awards}
    last = _HEAD
    for last, proposal in enumerate(result.proposals, _HEAD + 1):
        unit = units.get(proposal.unit)
        page.number(last, 0, last - _HEAD, "centre")
        page.text(last, 1, "Tập thể" if proposal.individual is None else "Cá nhân")
        name = unit.name if unit else proposal.unit
        page.text(last, 2, proposal.individual or name, "strong")
        page.text(last, 3, proposal.position or "")
        page.text(last, 4, name if proposal.individual is not None else "")
        page.text(last, 5, unit.group if unit else "")
        page.text(last, 6, wording.rank_text(unit) if unit and proposal.individual is None else "")
        page.text(last, 7, awards.get(proposal.award, proposal.award))
        page.text(last, 8, _achievement(proposal, result, people))
        if proposal.reward_vnd is None:
            page.blank(last, 9)
        else:
            page.number(last, 9, proposal.reward_vnd, "integer")
        page.text(last, 10, "Có" if proposal.council_review else "", "centre")
        page.text(last, 11, proposal.reason)
    if result.proposals:
        total = sum(proposal.reward_vnd or 0 for proposal in result.proposals)
        page.plain(2, "Tổng tiền thưởng (đồng), kể cả các trường hợp trình Hội đồng", "section", 2)
        page.formula(2, 9, f"SUBTOTAL(109,$J${_HEAD + 2}:$J${last + 1})", total, "total")
    else:
        _empty(page, _HEAD, "Không có tập thể, cá nhân nào được đề nghị.")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_PROPOSALS) - 1, frozen=3, filtered=bool(result.proposals))


def _achievement(proposal: Proposal, result: Result, people: dict[tuple[str, str, int], IndividualResult]) -> str:
    if proposal.individual is None:
        unit = next((unit for unit in result.units if unit.id == proposal.unit), None)
        return wording.unit_achievement(unit, result) if unit else ""
    person = people.get((proposal.unit, proposal.individual, proposal.source_row or 0))
    return wording.person_achievement(person, result) if person else ""


def _write_persons(page: Page, result: Result) -> None:
    criteria = result.plan.individual_criteria
    page.head("Cá nhân được đưa ra xét", f"Dấu: {wording.legend()}")
    columns = [
        Column("STT", 5),
        Column("Họ và tên", 23),
        Column("Chức vụ", 16),
        Column("Đơn vị", 26),
        Column("Lãnh đạo", 8),
        Column("Giới tính", 8),
        Column("Xếp loại", 20),
        *(Column(f"{info.id.upper()}\n{info.title}", 11) for info in criteria),
        Column("Hồ sơ sớm, đúng hạn", 9),
        Column("Hồ sơ đã tính", 9),
        Column("Tỷ lệ", 9),
        Column("Đủ điều kiện", 8),
        Column("Lý do", 34),
        Column("Tệp, trang, dòng", 24),
    ]
    page.columns(_HEAD, columns)
    names, last = _names(result), _HEAD
    kinds = {info.id: info.kind for info in criteria}
    for last, person in enumerate(result.individuals, _HEAD + 1):
        fields = [person.name, person.position, names.get(person.unit, person.unit)]
        page.number(last, 0, last - _HEAD, "centre")
        for column, text in enumerate(fields, 1):
            page.text(last, column, text, "strong" if column == 1 else "text")
        page.text(last, 4, "Có" if person.leader else "", "centre")
        page.text(last, 5, person.gender, "centre")
        page.text(last, 6, person.classification)
        verdicts = {criterion.id: criterion.verdict for criterion in person.criteria}
        for column, info in enumerate(criteria, 7):
            page.text(last, column, wording.verdict_symbol(verdicts.get(info.id, "not_applicable")), "mark")
        _person_ratio(page, last, 7 + len(criteria), person, kinds)
        page.text(last, len(columns) - 3, "Có" if person.eligible else "Không", "centre")
        page.text(last, len(columns) - 2, "\n".join(person.reasons))
        place = f"{wording.place_text(person.source.file, person.source.sheet)}, dòng {person.source.row}"
        page.text(last, len(columns) - 1, place)
    signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_WORDS}
    page.colour((_HEAD + 1, 7, last, 6 + len(criteria)), signs)
    page.colour((_HEAD + 1, len(columns) - 3, last, len(columns) - 3), {"Có": "met", "Không": "not_met"})
    if not result.individuals:
        _empty(page, _HEAD, "Không có cá nhân nào trong số liệu.")
    page.finish(_HEAD, max(last, _HEAD + 1), len(columns) - 1, frozen=2, filtered=bool(result.individuals))


def _person_ratio(page: Page, row: int, column: int, person: IndividualResult, kinds: dict[str, str]) -> None:
    ratio = next((c for c in person.criteria if kinds.get(c.id) == "dossiers"), None)
    if ratio is None or ratio.numerator is None or not ratio.denominator or ratio.value is None:
        for offset in range(3):
            page.blank(row, column + offset)
        return
    page.number(row, column, ratio.numerator, "integer")
    page.number(row, column + 1, ratio.denominator, "integer")
    places = max(2, decimals(ratio.value))
    name = rounding(Fraction(100 * ratio.numerator, ratio.denominator), ratio.value, places)
    shown = cell_number(ratio.value)
    if name is None:
        page.number(row, column + 2, shown, "percent")
    else:
        cells = f"${_letter(column)}{row + 1}*100/${_letter(column + 1)}{row + 1}"
        page.formula(row, column + 2, f"{name}({cells},{places})", shown, "percent")


def _letter(column: int) -> str:
    from thidua_cli.reports.excel.figures import column_letters

    return column_letters(column)


def _write_excluded(page: Page, result: Result) -> None:
    page.head("Tập thể, cá nhân không đề nghị", "Mỗi trường hợp kèm lý do.")
    page.columns(_HEAD, _EXCLUDED)
    names, last = _names(result), _HEAD
    for last, exclusion in enumerate(result.exclusions, _HEAD + 1):
        page.number(last, 0, last - _HEAD, "centre")
        name = names.get(exclusion.unit, exclusion.unit)
        page.text(last, 1, "Tập thể" if exclusion.individual is None else "Cá nhân")
        page.text(last, 2, exclusion.individual or name, "strong")
        page.text(last, 3, name)
        page.text(last, 4, exclusion.reason)
    if not result.exclusions:
        _empty(page, _HEAD, "Không có trường hợp nào.")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_EXCLUDED) - 1, frozen=3, filtered=bool(result.exclusions))


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
                for why, reference in _references(measure):
                    last += 1
                    fields = (unit.group, unit.name, label, words, why, reference.code, reference.file, reference.sheet)
                    for column, text in enumerate(fields):
                        page.text(last, column, text)
                    page.number(last, 8, reference.row, "integer")
                rest = measure.against_total - len(measure.against)
                if rest > 0:
                    last += 1
                    more = f"… và {wording.decimal_text(rest)} dòng khác, không liệt kê"
                    for column, text in enumerate((unit.group, unit.name, label, words, "", more, "", "", "")):
                        page.text(last, column, text)
    if last == _HEAD:
        _empty(page, _HEAD, "Không có hồ sơ, nhiệm vụ nào cần xem.")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_ROWS) - 1, frozen=2, filtered=last > _HEAD)


def _references(measure: MeasureResult) -> Iterable[tuple[str, RowRef]]:
    against = _capital(wording.against_words(measure.id))
    yield from ((against, reference) for reference in measure.against)
    yield from (("Chưa xác định được", reference) for reference in measure.undecided_rows)


def _write_findings(page: Page, result: Result) -> None:
    page.head(
        "Phát hiện trong số liệu",
        "Lỗi: con số có thể sai hoặc thiếu. Cảnh báo: cần người xem lại. Thông tin: ghi nhận.",
    )
    page.columns(_HEAD, _FINDINGS)
    names, last = _names(result), _HEAD
    for last, finding in enumerate(result.findings, _HEAD + 1):
        unit = names.get(finding.unit, finding.unit) if finding.unit else ""
        place = (finding.file or "", finding.sheet or "", finding.cell or "", unit)
        page.text(last, 0, wording.severity_word(finding.severity), "strong")
        for column, text in enumerate((finding.message, finding.hint, *place), 1):
            page.text(last, column, text)
        page.number(last, 7, finding.count, "integer")
        page.text(last, 8, finding.code, "faint")
    words = {"error": "not_met", "warning": "no_data", "info": "not_applicable"}
    page.colour((_HEAD + 1, 0, last, 0), {wording.severity_word(s): v for s, v in words.items()})
    if not result.findings:
        _empty(page, _HEAD, "Không có phát hiện nào.")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_FINDINGS) - 2, frozen=1, filtered=bool(result.findings))


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
    page.plain(last + 2, f"Lập bằng {result.program.name} {result.program.version}", "faint")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_SOURCES) - 1, frozen=1, filtered=bool(result.inputs))


def _sheet_cells(page: Page, row: int, sheet: SheetInfo | None) -> None:
    if sheet is None:
        for column in range(1, 8):
            page.blank(row, column)
        return
    columns = ", ".join(f"{column}: {wording.field_word(name)}" for name, column in sheet.fields.items())
    page.text(row, 1, sheet.sheet)
    page.text(row, 2, _capital(wording.kind_word(sheet.kind)))
    page.text(row, 3, _capital(wording.system_word(sheet.system)))
    page.text(row, 4, _capital(wording.system_from_word(sheet.system_from)))
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
