"""Which tables are evidence for the plan's period, unit by unit, and which parts stand for it (contract, 2.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.tables import Row, codes, counts, dossier, dossiers, evidence, finding, table
from thidua_cli.evidence.model import Evidence
from thidua_cli.evidence.periods import combine, covers
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Kind, System, Table

LOC, A = "phuong-an-loc", "phuong-an-binh-a"
YEAR = Period.of_year(2021)
H1, H2 = Period.months(2021, 1, 6), Period.months(2021, 7, 12)
Q = [Period.months(2021, 3 * n - 2, 3 * n) for n in range(1, 5)]


def of(made: Table, period: Period | None, *, dated: bool = True) -> Table:
    """A table that says its period."""
    return replace(made, receipt=replace(made.receipt, period=period, dated=dated))


def form(period: Period | None, early: int, late: int = 0, *, unit: str = "Phường An Lộc", file: str = "") -> Table:
    """A form of one unit."""
    row: Row = {"unit": unit, "received_new": early + late, "early_or_on_time": early, "late": late}
    return of(table(Kind.STATISTICS, [row], file=file or f"{period}.xlsx"), period)


def figures(found: Evidence, unit: str = LOC) -> tuple[int | None, int | None]:
    """Received and late."""
    return counts(found, unit)["received"], counts(found, unit)["late"]


def reasons(found: Evidence, *names: str, unit: str = LOC) -> set[str | None]:
    """Why counts of a unit are not known."""
    return {found.facts[unit].counts[name].reason for name in names}


@pytest.mark.parametrize(
    ("periods", "covered"),
    [
        ([YEAR], True),
        ([None], True),
        ([H1, H2], True),
        ([H2, H1], True),
        (Q, True),
        ([Q[0], H1, H2], True),
        ([Period(date(2020, 12, 15), date(2021, 12, 31))], True),
        ([H1, Period.months(2021, 6, 12)], True),
        ([H1], False),
        (Q[:3], False),
        ([Q[0], *Q[2:]], False),
        ([H1, Period(date(2021, 7, 2), date(2021, 12, 31))], False),
        ([Period.of_year(2020)], False),
        ([], False),
    ],
)
def test_lists_cover_a_period_if_no_day_is_left(periods: list[Period | None], covered: bool) -> None:
    """Lists may overlap; a day that none of them covers is missing."""
    assert covered is covers(periods, YEAR)


@pytest.mark.parametrize(
    ("periods", "parts", "reason"),
    [
        ([YEAR], (YEAR,), None),
        ([None], (None,), None),
        ([YEAR, *Q], (YEAR,), None),
        ([H1, H2], (H1, H2), None),
        (Q, tuple(Q), None),
        ([H1, H2, *Q], tuple(Q), None),
        ([H1], (), "other_period"),
        ([Period.of_year(2020)], (), "other_period"),
        (Q[:3], (), "period_conflict"),
        ([H1, Period.months(2021, 6, 12)], (), "period_conflict"),
        ([Q[0], H1, Period.months(2021, 1, 9)], (), "period_conflict"),
    ],
)
def test_the_whole_rules_else_parts_that_tile_it(
    periods: list[Period | None], parts: tuple[Period | None, ...], reason: str | None
) -> None:
    """The report of the whole period stands for it, else parts that make it up exactly, the finest; else nothing."""
    found = combine(periods, YEAR)
    assert (parts, reason) == (found.parts, found.reason)


def test_forms_of_two_halves_add_up() -> None:
    """Halves add up; the year's own form rules over them, and where it says something else that is said."""
    assert (20, 2) == figures(evidence(form(H1, 9, 1), form(H2, 9, 1)))
    other = evidence(form(H1, 9, 1), form(H2, 9, 1), form(YEAR, 20, 5))
    assert (25, 5) == figures(other)
    assert "period_sums" in codes(other)
    assert "period_sums" not in codes(evidence(form(H1, 9, 1), form(H2, 9, 1), form(YEAR, 18, 2)))


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ([form(H1, 9)], "other_period"),
        ([form(Period.of_year(2020), 9)], "other_period"),
        ([form(Q[0], 9), form(Q[2], 9)], "period_conflict"),
        ([form(Q[0], 9), form(H1, 9), form(Period.months(2021, 1, 9), 9)], "period_conflict"),
    ],
)
def test_forms_that_do_not_make_up_the_year_are_none(tables: list[Table], code: str) -> None:
    """A part, another year, or parts with a gap: nothing is known, and one finding says which periods there are."""
    found = evidence(*tables)
    assert (None, None) == figures(found)
    assert {code} == reasons(found, "received", "late")
    assert {code} == codes(found) & {"other_period", "period_conflict"}


def test_each_unit_has_its_own_periods() -> None:
    """One unit hands in the year, another only half of it: the first is known."""
    found = evidence(form(YEAR, 9, 1), form(H1, 5, 1, unit="Phường An Bình A"))
    assert (10, 1) == figures(found)
    assert (None, None) == figures(found, A)
    said = finding(found, "other_period")
    assert ("2021-H1", True) == (said.period, "2021" in str(said.params["wanted"]))


def test_what_is_open_at_the_end_is_that_of_the_last_part() -> None:
    """Received and resolved add up over quarters; pending ones run on and are those of the last."""

    def part(period: Period, pending: int) -> Table:
        row: Row = {
            "unit": "Phường An Lộc",
            "received_new": 10,
            "early_or_on_time": 9,
            "late": 0,
            "pending_total": pending,
        }
        return of(table(Kind.STATISTICS, [row], file=f"{period}.xlsx"), period)

    found = counts(evidence(part(H1, 5), part(H2, 3)))
    assert (20, 3) == (found["received"], found["pending"])


@pytest.mark.parametrize("period", [H1, Period.of_year(2020)])
def test_a_list_that_leaves_days_out_is_no_evidence(period: Period) -> None:
    """A list of half a year, or of another year, says nothing of the year: no count of its units is known."""
    found = evidence(of(dossiers([dossier(1)]), period))
    assert {"other_period"} == reasons(found, "received", "late")
    assert "other_period" in codes(found)


def test_lists_that_together_leave_no_day_out_are() -> None:
    """Two halves of a list, or the year beside a quarter, are the year's."""
    for periods in ((H1, H2), (YEAR, Q[0]), (None, Q[0])):
        made = [of(dossiers([dossier(n)], file=f"{n}.xlsx"), period) for n, period in enumerate(periods, 1)]
        found = evidence(*made)
        assert 2 == counts(found)["received"]
        assert set() == codes(found) & {"other_period", "period_conflict"}


def test_a_list_of_one_unit_speaks_for_no_other() -> None:
    """One unit hands in the year's list, another that of half a year: only the first is covered."""
    other = dossiers([dossier(2, unit="Phường An Bình A")], file="b.xlsx")
    found = evidence(of(dossiers([dossier(1)], file="a.xlsx"), YEAR), of(other, H1))
    assert (1, None) == (counts(found)["received"], counts(found, A)["received"])
    assert {"other_period"} == reasons(found, "received", unit=A)


def test_a_gap_between_lists_is_a_conflict() -> None:
    """Lists of the first and the third quarter do not make up the year."""
    made = [of(dossiers([dossier(n)], file=f"{n}.xlsx"), Q[n]) for n in (0, 2)]
    found = evidence(*made)
    assert {"other_period"} == reasons(found, "received")
    assert "period_conflict" in codes(found)


def test_months_without_a_year_count_by_their_dates() -> None:
    """Lists called "Tháng 3" alone are used with a warning that names what is missing."""
    found = evidence(of(dossiers([dossier(1)]), Period.months(2021, 3, 3), dated=False))
    assert 1 == counts(found)["received"]
    assert "periods_missing" in codes(found)


def test_the_index_is_that_of_the_plans_year() -> None:
    """An index of half a year or of another year is none; one that names no period is taken as it is."""
    row: Row = {"unit": "Phường An Lộc", "score_appraised": 85}
    for period, value in ((YEAR, 85), (None, 85), (H1, None), (Period.of_year(2022), None)):
        found = evidence(of(table(Kind.PAR_INDEX, [row]), period))
        assert value == counts(found).get("par_index")
        assert (value is None) == ("other_period" in codes(found))


def test_an_empty_table_says_nothing_yet() -> None:
    """A unit whose list has no row is not without cases; beside another table with rows it is."""
    empty = table(Kind.DOSSIERS, [], fields=["code", "unit", "received", "due", "ended", "status"])
    alone = evidence(empty)
    assert {"empty_table"} == reasons(alone, "received")
    beside = evidence(
        replace(empty, receipt=replace(empty.receipt, file="b.xlsx")),
        dossiers([dossier(1), dossier(2, unit="Phường An Bình B")]),
    )
    assert (1, 0) == (counts(beside)["received"], counts(beside, A)["received"])


def test_an_earlier_closing_day_ends_the_period() -> None:
    """As of the end of June the first half is the period: its forms and lists are whole, the year's are another's."""
    day = date(2021, 6, 30)
    found = evidence(form(H1, 9, 1), as_of=day)
    assert (10, 1) == figures(found)
    late = evidence(of(dossiers([dossier(1)]), H1), as_of=day)
    assert 1 == counts(late)["received"]


def test_a_table_that_could_not_be_used_bars_its_kind() -> None:
    """What a withheld table could say is not known, of its own system alone."""
    from tests.support.tables import PLAN, register
    from thidua_cli.evidence.gather import gather
    from thidua_cli.intake.tables import Withheld

    withheld = [Withheld("x.xlsx", "S", Kind.TASKS, None)]
    tasks = table(Kind.TASKS, [{"unit": "Phường An Lộc", "task": "a", "result": "Hoàn thành"}])
    found = gather([register(), tasks, dossiers([dossier(1)])], PLAN, date(2021, 12, 31), withheld)
    assert {"table_not_used"} == reasons(found, "tasks_assigned")
    assert 1 == counts(found)["received"]
    portal = [Withheld("x.xlsx", "S", Kind.DOSSIERS, System.PUBLIC_SERVICE)]
    found = gather([register(), dossiers([dossier(1)])], PLAN, date(2021, 12, 31), portal)
    assert "table_not_used" in {count.reason for count in found.facts[LOC].counts.values()}


@pytest.mark.parametrize(
    ("received", "ended", "reason"),
    [
        ("03/03/2020", "05/03/2020", "other_period"),
        ("03/03/2022", None, "other_period"),
        ("03/03/2020", "05/03/2021", None),
        ("03/03/2020", None, None),
    ],
)
def test_dossiers_that_have_nothing_to_do_with_the_year(received: str, ended: str | None, reason: str | None) -> None:
    """A list that names no period is of another one if all its dossiers came and ended, or came, outside the year."""
    row = dossier(
        1, code="1", received=received, due=None, ended=ended, status="Đang xử lý" if ended is None else "Đã trả"
    )
    found = evidence(dossiers([row]))
    assert (reason, reason is not None) == (
        found.facts["phuong-an-loc"].counts["received"].reason,
        "other_period" in codes(found),
    )


@pytest.mark.parametrize(
    ("period", "known"), [(Q[0], True), (YEAR, True), (None, True), (Q[1], False), (Period.of_year(2020), False)]
)
def test_counts_of_tasks_are_those_up_to_the_closing_day(period: Period | None, known: bool) -> None:
    """Judged up to the end of March, counts of the first quarter are whole; those of the year stand as they are."""
    row: Row = {"unit": "Phường An Lộc", "assigned": 4, "completed": 3}
    found = evidence(of(table(Kind.TASKS, [row]), period), as_of=Q[0].last)
    assert (4 if known else None) == counts(found)["tasks_assigned"]
    assert known is not bool(codes(found) & {"other_period", "period_conflict"})


@pytest.mark.parametrize(
    ("tables", "day"),
    [
        ([form(Q[0], 9)], "31/03/2021"),
        ([form(Q[0], 9), form(Q[1], 9)], "30/06/2021"),
        ([form(Q[1], 9)], ""),
        ([form(Period.of_year(2020), 9)], ""),
        ([of(dossiers([dossier(1)]), H1)], "30/06/2021"),
        ([of(table(Kind.TASKS, [{"unit": "Phường An Lộc", "assigned": 4, "completed": 3}]), Q[0])], "31/03/2021"),
    ],
)
def test_a_beginning_of_the_period_can_be_judged_alone(tables: list[Table], day: str) -> None:
    """Where the figures are the period's beginning, the closing day that makes them whole can be typed."""
    said = next(one for one in evidence(*tables).findings if one.code in {"other_period", "period_conflict"})
    assert (f"thidua check --as-of {day}" if day else "") == said.command()
    assert (not day) or day in said.hint()
    assert ("criteria.yaml" in said.hint()) is ("2020" in said.message())
