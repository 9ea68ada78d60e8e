"""Lists of tasks and initiatives: shared rows, the same row twice, late by dates, what is no answer."""

from __future__ import annotations

import dataclasses

import pytest

from tests.support.tables import PLAN, Row, codes, counts, evidence, finding, table
from thidua_cli.evidence.model import Evidence
from thidua_cli.intake.periods import Period
from thidua_cli.intake.tables import Kind, Table

LATE_COUNTS_NOT = dataclasses.replace(PLAN, settings=dataclasses.replace(PLAN.settings, late_tasks="not_completed"))
TASK = {"unit": "Phường An Lộc", "task": "Rà soát thủ tục", "result": "Hoàn thành"}
IDEA = {"unit": "Phường An Lộc", "title": "Mô hình A", "recognised": "Công nhận"}


def done(found: Evidence, unit: str = "phuong-an-loc") -> tuple[int | None, int | None]:
    """Tasks completed and assigned."""
    return counts(found, unit)["tasks_completed"], counts(found, unit)["tasks_assigned"]


@pytest.mark.parametrize(
    "cell",
    [
        "Phường An Lộc\nPhường An Bình A",
        "Phường An Lộc; P. An Bình A",
        "Phường An Lộc, Phường An Bình A",
        "UBND phường An Lộc và UBND phường An Bình A",
        "An Lộc + An Bình A",
    ],
)
def test_a_row_of_two_units_counts_for_both(cell: str) -> None:
    """A task and an initiative whose cell names two units are each one of both, and no unit is unknown."""
    found = evidence(table(Kind.TASKS, [{**TASK, "unit": cell}]), table(Kind.INITIATIVES, [{**IDEA, "unit": cell}]))
    for unit in ("phuong-an-loc", "phuong-an-binh-a"):
        assert (1, 1) == done(found, unit)
        assert 1 == counts(found, unit)["initiatives_recognised"]
    assert "unknown_unit" not in codes(found)


def test_a_cell_with_an_unknown_part_counts_for_nobody() -> None:
    """Where one part means no unit, the cell is said, and nothing is guessed from the other."""
    found = evidence(table(Kind.TASKS, [{**TASK, "unit": "Phường An Lộc, Phường Xyz"}]))
    assert "unknown_unit" in codes(found)
    assert (None, None) == done(found)


def test_a_name_with_va_in_it_is_one_unit() -> None:
    """A unit whose own name holds "và" is not taken apart, beside another one neither."""
    units: list[Row] = [{"unit": name, "group": "Phòng, ban"} for name in ("Phòng Nội vụ", "Văn phòng HĐND và UBND")]
    rows = [{**TASK, "unit": "Phòng Nội vụ và Văn phòng HĐND và UBND"}]
    found = evidence(table(Kind.UNITS, units), table(Kind.TASKS, rows))
    assert [(1, 1), (1, 1)] == [done(found, unit.id) for unit in found.units]


def test_a_copy_of_a_list_adds_nothing() -> None:
    """The same tasks in two files are each one task, and the copy is said once."""
    rows = [TASK, {**TASK, "task": "2. Công khai thủ tục", "result": "Chưa hoàn thành"}]
    again = [TASK, {**TASK, "task": "Công khai thủ tục.", "result": "Chưa hoàn thành"}]
    found = evidence(table(Kind.TASKS, rows, file="a.xlsx"), table(Kind.TASKS, again, file="b.csv"))
    assert (1, 2) == done(found)
    assert 2 == finding(found, "duplicate_row").count


def test_the_later_list_rules() -> None:
    """What was open after six months and is done at the end of the year is done."""
    half = table(Kind.TASKS, [{**TASK, "result": "Đang thực hiện"}], file="6thang.xlsx")
    year = table(Kind.TASKS, [TASK], file="ca-nam.xlsx")
    assert (1, 1) == done(evidence(half, year))
    late = dataclasses.replace(year, title="Kết quả quý I năm 2021")
    assert (0, 1) == done(evidence(half, late))


def test_two_states_without_an_order_decide_nothing() -> None:
    """Two rows of one task that disagree in one list leave the task undecided."""
    found = evidence(table(Kind.TASKS, [TASK, {**TASK, "result": "Chưa hoàn thành"}]))
    assert (0, 1) == done(found)
    assert 1 == len(found.facts["phuong-an-loc"].undecided)


def test_other_due_dates_are_other_tasks() -> None:
    """A report due each quarter is four tasks; a list without dates does not say which of them."""
    rows = [{**TASK, "due": f"Quý {quarter}"} for quarter in ("I", "II", "III", "IV")]
    assert (4, 4) == done(evidence(table(Kind.TASKS, rows)))


@pytest.mark.parametrize(
    ("due", "finished", "result", "expected"),
    [
        ("30/06/2021", "15/11/2021", "Hoàn thành", (0, 1)),
        ("30/06/2021", "30/06/2021", "Hoàn thành", (1, 1)),
        ("Quý II/2021", "01/07/2021", "Hoàn thành", (0, 1)),
        ("Quý II/2021", "30/06/2021", "Hoàn thành", (1, 1)),
        ("Thường xuyên", "15/11/2021", "Hoàn thành", (1, 1)),
        (None, "15/11/2021", "Hoàn thành", (1, 1)),
        ("30/06/2021", "01/06/2021", "Hoàn thành trễ hạn", (0, 1)),
        ("31/02/2021", "01/06/2021", "Hoàn thành", (0, 1)),
    ],
)
def test_dates_say_that_a_task_was_late(due: str | None, finished: str, result: str, expected: tuple[int, int]) -> None:
    """Where late tasks do not count, the dates of the row tell late ones; a date that cannot be read leaves it open."""
    row = {**TASK, "due": due, "finished": finished, "result": result}
    found = evidence(table(Kind.TASKS, [row]), plan=LATE_COUNTS_NOT)
    assert expected == done(found)
    assert (due == "31/02/2021") == ("unreadable_date" in codes(found))
    assert (1, 1) == done(evidence(table(Kind.TASKS, [row])))


def test_a_task_that_does_not_apply_is_left_out_and_said() -> None:
    """It is not assigned, whatever else the list says."""
    found = evidence(table(Kind.TASKS, [TASK, {**TASK, "task": "Công bố", "result": "Không áp dụng"}]))
    assert (1, 1) == done(found)
    assert "Công bố" == finding(found, "task_not_applicable").params["name"]


def test_an_unknown_result_says_what_the_column_takes() -> None:
    """The finding names the words that the column accepts."""
    found = evidence(table(Kind.TASKS, [{**TASK, "result": "Xyz"}]))
    assert "“Hoàn thành”" in finding(found, "unknown_answer").hint()


def test_the_review_goes_before_the_state_of_the_papers() -> None:
    """The result of the review goes before "Đã duyệt", the state of the papers; alone the state must say it itself."""
    row = {**IDEA, "status": "Đã duyệt", "recognised": "Không công nhận"}
    assert 0 == counts(evidence(table(Kind.INITIATIVES, [row])))["initiatives_recognised"]
    alone = {name: value for name, value in row.items() if name != "recognised"}
    found = evidence(table(Kind.INITIATIVES, [alone]))
    assert 1 == len(found.facts["phuong-an-loc"].undecided)


def test_an_initiative_listed_twice_is_one() -> None:
    """The same title of the same unit counts once; another author of that title is another initiative."""
    rows = [IDEA, {**IDEA, "title": "1. Mô hình A"}, {**IDEA, "title": "Mô hình B", "author": "Lê Văn An"}]
    rows.append({**IDEA, "title": "Mô hình B", "author": "Trần Thị Bé"})
    assert 3 == counts(evidence(table(Kind.INITIATIVES, rows)))["initiatives_recognised"]


def test_a_row_that_says_there_is_none_is_none() -> None:
    """The words "Không có" in place of a title are an answer, whatever stands in the other columns."""
    found = evidence(table(Kind.INITIATIVES, [{**IDEA, "title": "Không có"}, {**IDEA, "title": "0 sáng kiến"}]))
    assert 0 == counts(found)["initiatives_recognised"]


def test_units_named_beside_the_author() -> None:
    """Where no column holds units, the one named with the author is meant, and not the office above the list."""
    rows = [{"title": "Mô hình A", "recognised": "x", "author": "Lê An - Phường An Lộc"}]
    found = evidence(table(Kind.INITIATIVES, rows, unit_context="Phòng Tư pháp"))
    assert [1, 0] == [counts(found, unit)["initiatives_recognised"] for unit in ("phuong-an-loc", "phong-tu-phap")]


def test_initiatives_of_another_year_are_no_evidence() -> None:
    """A row of 2019 is left out with a finding."""
    found = evidence(table(Kind.INITIATIVES, [{**IDEA, "year": 2019}, {**IDEA, "title": "Mô hình B", "year": "2021"}]))
    assert 1 == counts(found)["initiatives_recognised"]
    assert "2019" in str(finding(found, "row_left_out").params["why"])


def test_a_decision_of_an_earlier_year_is_another_years() -> None:
    """Recognised in 2019 is no evidence for 2021; a decision of early 2022 may well be."""
    days = ("15/3/2019", "10/12/2021", "05/01/2022")
    rows = [{**IDEA, "title": day, "decision": f"QĐ số 12/QĐ-UBND ngày {day}"} for day in days]
    found = evidence(table(Kind.INITIATIVES, rows))
    assert 2 == counts(found)["initiatives_recognised"]
    assert 1 == finding(found, "row_left_out").count


def test_a_list_with_nothing_in_it_is_no_data() -> None:
    """Units filled in beforehand and no title: nobody has said yet that there is none."""
    found = evidence(table(Kind.INITIATIVES, [{"unit": "Phường An Lộc", "title": None}], fields=("unit", "title")))
    assert counts(found)["initiatives_recognised"] is None
    assert "empty_table" in codes(found)


def assigned(
    period: Period, completed: int | None, given: int | None, more: int | None = None, file: str = ""
) -> Table:
    """Counts of An Lộc's tasks in one period; ``more`` is a second part of those assigned."""
    row: Row = {"unit": "Phường An Lộc", "assigned": given, "completed": completed, "assigned+1": more}
    made = table(Kind.TASKS, [{name: value for name, value in row.items() if value is not None}], file=file)
    return dataclasses.replace(made, receipt=dataclasses.replace(made.receipt, period=period))


YEAR = Period.of_year(2021)
H1, H2 = Period.months(2021, 1, 6), Period.months(2021, 7, 12)
QUARTERS = [Period.months(2021, month, month + 2) for month in (1, 4, 7, 10)]


@pytest.mark.parametrize("last", ["a.xlsx", "z.xlsx"])
def test_a_part_given_twice_and_otherwise_is_not_chosen(last: str) -> None:
    """Two reports of one half with other figures: the year is not known, whatever their files are called."""
    found = evidence(assigned(H1, 10, 10, file="m.xlsx"), assigned(H1, 5, 10, file=last), assigned(H2, 10, 10))
    assert ((None, None), True) == (done(found), "conflicting_rows" in codes(found))


def test_two_ways_to_make_up_the_year_must_agree() -> None:
    """Halves that say less than the quarters contradict them; halves that say the same do not."""
    quarters = [assigned(quarter, 5, 5) for quarter in QUARTERS]
    assert (20, 20) == done(evidence(*quarters, assigned(H1, 10, 10), assigned(H2, 10, 10)))
    found = evidence(*quarters, assigned(H1, 10, 10), assigned(H2, 5, 10))
    assert ((None, None), True) == (done(found), "conflicting_rows" in codes(found))


def test_the_years_report_rules_over_parts_that_differ_and_that_is_said() -> None:
    """The report of the year stands; that its halves say something else is a warning."""
    found = evidence(assigned(YEAR, 20, 20), assigned(H1, 10, 10), assigned(H2, 5, 10))
    assert ((20, 20), "15/20; 20/20") == (done(found), finding(found, "period_sums").params["values"])


def test_a_part_of_what_was_assigned_that_is_empty_leaves_it_unknown() -> None:
    """Two columns make up what was assigned: an empty one beside a filled one is no zero."""
    assert (10, 15) == done(evidence(assigned(YEAR, 10, 10, 5)))
    rows: list[Row] = [
        {"unit": "Phường An Lộc", "assigned": 10, "assigned+1": None, "completed": 10},
        {"unit": "Phường An Bình A", "assigned": 10, "assigned+1": 5, "completed": 10},
    ]
    assert (None, None) == done(evidence(table(Kind.TASKS, rows)))
