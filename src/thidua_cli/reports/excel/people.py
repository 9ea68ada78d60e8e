"""The lists of people and units: who is proposed, every person with verdicts, who is not proposed and why."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.reports import wording
from thidua_cli.reports.achievements import person_achievement, unit_achievement
from thidua_cli.reports.cases import Case, Sums, cases, person_outcomes, sums
from thidua_cli.reports.excel.book import EXCLUDED, PERSONS, PROPOSALS, Book, Column, Page, cell_number
from thidua_cli.reports.excel.figures import column_letters
from thidua_cli.reports.excel.formulas import decimals, rounding
from thidua_cli.reports.ranks import exclusion_text
from thidua_cli.result import IndividualResult, Proposal, Result

_HEAD = 3
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


def write_people(book: Book, result: Result) -> None:
    """Fill the three sheets."""
    _write_proposals(book.pages[PROPOSALS], result)
    _write_persons(book.pages[PERSONS], result)
    _write_excluded(book.pages[EXCLUDED], result)


def _write_proposals(page: Page, result: Result) -> None:
    proposed = sums(result)
    note = "Tổng tiền thưởng là công thức, chưa gồm các trường hợp trình Hội đồng xem xét."
    if proposed.cases:
        span = wording.money_range(proposed.reward, proposed.most_reward)
        note += f" Tùy lựa chọn của Hội đồng, trong số lượng còn lại, tổng tiền thưởng {span}."
    page.head("Tập thể, cá nhân đề nghị khen thưởng", note)
    page.columns(_HEAD, _PROPOSALS)
    units = wording.units(result)
    people = {(p.unit, p.name, p.source.row): p for p in result.individuals}
    awards = {award.id: award.name for award in result.plan.awards}
    open_cases = [_open_case(case) for case in cases(result) if case.proposal is None]
    proposals, last = [*result.proposals, *open_cases], _HEAD
    for last, proposal in enumerate(proposals, _HEAD + 1):
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
    if proposals:
        _write_total(page, proposed, last + 1)
    else:
        page.plain(_HEAD + 1, "Không có tập thể, cá nhân nào được đề nghị.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_PROPOSALS) - 1, frozen=3, filtered=bool(proposals))


def _open_case(case: Case) -> Proposal:
    """A case of whom something is not known, as a line of the list: with no form and no reward yet."""
    return Proposal(
        award="",
        unit=case.unit,
        individual=case.individual,
        reward_vnd=None,
        council_review=True,
        reason=case.reason,
        position=case.position,
        source_row=case.source_row,
    )


def _write_total(page: Page, proposed: Sums, last: int) -> None:
    """The sum of what is proposed outright, as in the documents."""
    money, marks = f"$J${_HEAD + 2}:$J${last}", f"$K${_HEAD + 2}:$K${last}"
    page.plain(2, "Tổng tiền thưởng đề nghị (đồng)", "section", 2)
    page.formula(2, 9, f'SUMIFS({money},{marks},"<>Có")', proposed.reward or 0, "total")


def _achievement(proposal: Proposal, result: Result, people: dict[tuple[str, str, int], IndividualResult]) -> str:
    if proposal.individual is None:
        unit = wording.units(result).get(proposal.unit)
        return unit_achievement(unit, result) if unit else ""
    person = people.get((proposal.unit, proposal.individual, proposal.source_row or 0))
    return person_achievement(person, result) if person else ""


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
        *(Column(info.title, 14) for info in criteria),
        Column("Hồ sơ sớm, đúng hạn", 9),
        Column("Hồ sơ đã tính", 9),
        Column("Tỷ lệ", 9),
        Column("Đủ điều kiện", 8),
        Column("Kết quả xét", 14),
        Column("Lý do", 34),
        Column("Hồ sơ quá hạn", 30),
        Column("Tệp, trang, dòng", 24),
    ]
    page.columns(_HEAD, columns)
    names, last = unit_names(result), _HEAD
    kinds = {info.id: info.kind for info in criteria}
    outcomes = person_outcomes(result)
    for last, person in enumerate(result.individuals, _HEAD + 1):
        fields = [person.name, person.position, names.get(person.unit, person.unit)]
        page.number(last, 0, last - _HEAD, "centre")
        for column, text in enumerate(fields, 1):
            page.text(last, column, text, "strong" if column == 1 else "text")
        page.text(last, 4, "Có" if person.leader else "", "centre")
        page.text(last, 5, wording.gender_word(person.gender), "centre")
        page.text(last, 6, person.classification)
        verdicts = {criterion.id: criterion.verdict for criterion in person.criteria}
        for column, info in enumerate(criteria, 7):
            page.text(last, column, wording.verdict_symbol(verdicts.get(info.id, "not_applicable")), "mark")
        _person_ratio(page, last, 7 + len(criteria), person, kinds)
        outcome = outcomes[person.unit, person.name, person.source.row]
        page.text(last, len(columns) - 5, "Có" if person.eligible else "Không", "centre")
        page.text(last, len(columns) - 4, outcome.words)
        page.text(last, len(columns) - 3, "\n".join(outcome.reasons))
        page.text(last, len(columns) - 2, _late_rows(person))
        place = f"{wording.place_text(person.source.file, person.source.sheet)}, dòng {person.source.row}"
        page.text(last, len(columns) - 1, place)
    signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
    page.colour((_HEAD + 1, 7, last, 6 + len(criteria)), signs)
    page.colour((_HEAD + 1, len(columns) - 5, last, len(columns) - 5), {"Có": "met", "Không": "not_met"})
    if not result.individuals:
        page.plain(_HEAD + 1, "Không có cá nhân nào trong số liệu.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), len(columns) - 1, frozen=2, filtered=bool(result.individuals))


_MOST_LATE = 20


def _late_rows(person: IndividualResult) -> str:
    """The rows of the dossiers that the person handled late, table by table."""
    rows = [(row, criterion.against_total) for criterion in person.criteria for row in criterion.against]
    tables: dict[str, list[str]] = {}
    for row, _ in rows[:_MOST_LATE]:
        tables.setdefault(wording.place_text(row.file, row.sheet), []).append(f"{row.code} (dòng {row.row})")
    lines = [f"{place}: {', '.join(codes)}" for place, codes in tables.items()]
    rest = sum(criterion.against_total for criterion in person.criteria) - min(len(rows), _MOST_LATE)
    return "\n".join([*lines, *([f"… và {wording.decimal_text(rest)} hồ sơ khác"] if rest else [])])


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
        cells = f"${column_letters(column)}{row + 1}*100/${column_letters(column + 1)}{row + 1}"
        page.formula(row, column + 2, f"{name}({cells},{places})", shown, "percent")


def _write_excluded(page: Page, result: Result) -> None:
    page.head("Tập thể, cá nhân không đề nghị", "Mỗi trường hợp kèm lý do.")
    page.columns(_HEAD, _EXCLUDED)
    names, last = unit_names(result), _HEAD
    for last, exclusion in enumerate(result.exclusions, _HEAD + 1):
        page.number(last, 0, last - _HEAD, "centre")
        name = names.get(exclusion.unit, exclusion.unit)
        page.text(last, 1, "Tập thể" if exclusion.individual is None else "Cá nhân")
        page.text(last, 2, exclusion.individual or name, "strong")
        page.text(last, 3, name)
        page.text(last, 4, exclusion_text(exclusion, result))
    if not result.exclusions:
        page.plain(_HEAD + 1, "Không có trường hợp nào.", "note")
    page.finish(_HEAD, max(last, _HEAD + 1), len(_EXCLUDED) - 1, frozen=3, filtered=bool(result.exclusions))


def unit_names(result: Result) -> dict[str, str]:
    """Units' names by id."""
    return {unit.id: unit.name for unit in result.units}
