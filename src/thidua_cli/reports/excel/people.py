"""The lists of people and units: who is proposed, every person with verdicts, who is not proposed and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from thidua_cli.reports import wording
from thidua_cli.reports.achievements import person_achievement, unit_achievement
from thidua_cli.reports.cases import Case, PersonOutcome, Sums, cases, person_outcomes, sums
from thidua_cli.reports.excel.book import EXCLUDED, PERSONS, PROPOSALS, Book
from thidua_cli.reports.excel.figures import column_letters
from thidua_cli.reports.excel.formulas import decimals, rounding
from thidua_cli.reports.excel.page import HEAD, Cell, Column, Formula, Page, cell_number
from thidua_cli.reports.ranks import exclusion_text
from thidua_cli.result import Exclusion, IndividualResult, Proposal, Result, UnitResult
from thidua_cli.result_inputs import RowRef


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
    units = wording.units(result)
    people = {(p.unit, p.name, p.source.row): p for p in result.individuals}
    awards = {award.id: award.name for award in result.plan.awards}
    open_cases = [_open_case(case) for case in cases(result) if case.proposal is None]
    proposals = [*result.proposals, *open_cases]

    def of_unit(said: Callable[[UnitResult], str]) -> Callable[[Proposal], str]:
        return lambda proposal: said(units[proposal.unit]) if proposal.unit in units else ""

    name = of_unit(lambda unit: unit.name)
    columns: list[Column[Proposal]] = [
        Column("STT", 5, "centre"),
        Column("Đối tượng", 9, of=_whose),
        Column("Tên tập thể, cá nhân", 25, "strong", lambda p: p.individual or name(p) or p.unit),
        Column("Chức vụ", 14, of=lambda p: p.position or ""),
        Column("Đơn vị công tác", 25, of=lambda p: (name(p) or p.unit) if p.individual is not None else ""),
        Column("Khối thi đua", 11, of=of_unit(lambda unit: unit.group)),
        Column("Xếp hạng", 11, of=lambda p: of_unit(wording.rank_text)(p) if p.individual is None else ""),
        Column("Hình thức", 10, of=lambda p: awards.get(p.award, p.award)),
        Column("Thành tích", 54, of=lambda p: _achievement(p, result, people)),
        Column("Tiền thưởng (đồng)", 12, "integer", lambda p: p.reward_vnd),
        Column("Hội đồng xem xét", 10, "centre", lambda p: "Có" if p.council_review else ""),
        Column("Lý do", 32, of=lambda p: p.reason),
    ]
    last = page.table(columns, proposals, frozen=3, nothing="Không có tập thể, cá nhân nào được đề nghị.")
    if proposals:
        _write_total(page, proposed, last + 1)


def _whose(one: Proposal | Exclusion) -> str:
    return "Tập thể" if one.individual is None else "Cá nhân"


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
    money, marks = f"$J${HEAD + 2}:$J${last}", f"$K${HEAD + 2}:$K${last}"
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
    names, outcomes = unit_names(result), person_outcomes(result)
    kinds = {info.id: info.kind for info in criteria}
    ratio = 7 + len(criteria)
    ratios = {id(person): _person_ratio(person, kinds, ratio) for person in result.individuals}

    def outcome(person: IndividualResult) -> PersonOutcome:
        return outcomes[person.unit, person.name, person.source.row]

    def dossiers(part: int) -> Callable[[IndividualResult], Cell | tuple[Cell, str]]:
        return lambda person: ratios[id(person)][part]

    columns: list[Column[IndividualResult]] = [
        Column("STT", 5, "centre"),
        Column("Họ và tên", 23, "strong", lambda p: p.name),
        Column("Chức vụ", 16, of=lambda p: p.position),
        Column("Đơn vị", 26, of=lambda p: names.get(p.unit, p.unit)),
        Column("Lãnh đạo", 8, "centre", lambda p: "Có" if p.leader else ""),
        Column("Giới tính", 8, "centre", lambda p: wording.gender_word(p.gender)),
        Column("Xếp loại", 20, of=lambda p: p.classification),
        *(Column(info.title, 14, "mark", partial(_person_sign, criterion=info.id)) for info in criteria),
        Column("Hồ sơ sớm, đúng hạn", 9, "integer", dossiers(0)),
        Column("Hồ sơ đã tính", 9, "integer", dossiers(1)),
        Column("Tỷ lệ", 9, "percent", dossiers(2)),
        Column("Đủ điều kiện", 8, "centre", lambda p: "Có" if p.eligible else "Không"),
        Column("Kết quả xét", 14, of=lambda p: outcome(p).words),
        Column("Lý do", 34, of=lambda p: "\n".join(outcome(p).reasons)),
        Column("Hồ sơ quá hạn", 30, of=_late_rows),
        Column("Tệp, trang, dòng", 24, of=lambda p: _place(p.source)),
    ]
    last = page.table(columns, result.individuals, frozen=2, nothing="Không có cá nhân nào trong số liệu.")
    signs = {wording.verdict_symbol(verdict): verdict for verdict in wording.VERDICT_SYMBOLS}
    page.colour((HEAD + 1, 7, last, ratio - 1), signs)
    page.colour((HEAD + 1, ratio + 3, last, ratio + 3), {"Có": "met", "Không": "not_met"})


def _place(row: RowRef) -> str:
    return f"{wording.place_text(row.file, row.sheet)}, dòng {row.row}"


def _person_sign(person: IndividualResult, criterion: str) -> str:
    verdicts = {one.id: one.verdict for one in person.criteria}
    return wording.verdict_symbol(verdicts.get(criterion, "not_applicable"))


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


def _person_ratio(person: IndividualResult, kinds: Mapping[str, str], column: int) -> Sequence[Cell]:
    """Dossiers on time, dossiers counted, and their share as a formula of both, which stand from ``column`` on."""
    ratio = next((c for c in person.criteria if kinds.get(c.id) == "dossiers"), None)
    if ratio is None or ratio.numerator is None or not ratio.denominator or ratio.value is None:
        return None, None, None
    places = max(2, decimals(ratio.value))
    name = rounding(Fraction(100 * ratio.numerator, ratio.denominator), ratio.value, places)
    shown = cell_number(ratio.value)
    cells = f"${column_letters(column)}{{row}}*100/${column_letters(column + 1)}{{row}}"
    return ratio.numerator, ratio.denominator, shown if name is None else Formula(f"{name}({cells},{places})", shown)


def _write_excluded(page: Page, result: Result) -> None:
    page.head("Tập thể, cá nhân không đề nghị", "Mỗi trường hợp kèm lý do.")
    names = unit_names(result)
    columns: list[Column[Exclusion]] = [
        Column("STT", 6, "centre"),
        Column("Đối tượng", 12, of=_whose),
        Column("Tên tập thể, cá nhân", 34, "strong", lambda one: one.individual or names.get(one.unit, one.unit)),
        Column("Đơn vị", 34, of=lambda one: names.get(one.unit, one.unit)),
        Column("Lý do không đề nghị", 80, of=lambda one: exclusion_text(one, result)),
    ]
    page.table(columns, result.exclusions, frozen=3, nothing="Không có trường hợp nào.")


def unit_names(result: Result) -> dict[str, str]:
    """Units' names by id."""
    return {unit.id: unit.name for unit in result.units}
