"""Counts that units report themselves: parts of counts, levels, what was received, rows of periods, denied figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.support.tables import Row, codes, counts, evidence, table
from thidua_cli.evidence.model import Evidence
from thidua_cli.intake.periods import Period
from thidua_cli.intake.reading import Account, ColumnUse
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import Kind, System, Table

LOC = "phuong-an-loc"


def form(*rows: Mapping[str, CellValue], **more: str) -> Table:
    """A form of An Lộc; every row has its unit."""
    return table(Kind.STATISTICS, [{"unit": "Phường An Lộc", **row} for row in rows], **more)  # type: ignore[arg-type]


def of(**fields: int) -> dict[str, int | None]:
    """The counts that a form with these columns gives."""
    return counts(evidence(form(fields)))


@pytest.mark.parametrize(
    ("fields", "received"),
    [
        ({"received_new": 100, "received_total": 105, "carried_over": 5}, 100),
        ({"received_total": 105, "carried_over": 5}, 100),
        ({"received_total": 105}, 105),
        ({"received_online": 60, "received_direct": 40}, 100),
        ({"received_online": 60, "received_direct": 30, "received_post": 10}, 100),
        ({"received_online": 60, "received_one_stop": 40, "received_total": 105, "carried_over": 5}, 100),
        ({"received_online_full": 40, "received_online_partial": 20, "received_direct": 40}, 100),
        ({"received_total": 105, "received_online": 60, "received_direct": 40}, 105),
    ],
)
def test_what_was_received_leaves_out_what_was_carried_over(fields: dict[str, int], received: int) -> None:
    """The form's own count of the period, else its parts, else the total less what was carried over."""
    assert received == of(**fields)["received"]


@pytest.mark.parametrize(
    ("fields", "on_software"),
    [
        ({"received_total": 100, "received_on_software": 95, "received_off_software": 5}, 95),
        ({"received_on_software": 95, "received_off_software": 5}, 95),
        ({"received_total": 100, "received_off_software": 0}, 100),
        ({"received_total": 100, "received_off_software": 5}, None),
        ({"received_total": 100}, 100),
    ],
)
def test_what_a_form_counts_beside_the_software_is_not_on_it(fields: dict[str, int], on_software: int | None) -> None:
    """The form's own count of those on the software; unknown where it only counts the others."""
    assert on_software == of(**fields)["on_software"]


@pytest.mark.parametrize(
    ("fields", "online"),
    [
        ({"received_online": 60}, 60),
        ({"received_online_full": 40, "received_online_partial": 20}, 60),
        ({"received_online_34": 60}, 60),
        ({"received_online_full": 40}, 40),
        ({"received_online": 60, "received_online_low": 15}, 45),
        ({"received_online": 60, "received_online_full": 40, "received_online_low": 15}, 40),
    ],
)
def test_levels_three_and_four_are_online(fields: dict[str, int], online: int) -> None:
    """The columns of levels 3 and 4 add up, else the online ones without levels 1 and 2."""
    got = of(received_new=100, **fields)
    assert (online, 100 - online) == (got["online_34"], got["not_online_34"])


def test_parts_of_a_count_are_added_to_it() -> None:
    """Columns beside a field ("late+1") are parts of the same count."""
    got = of(early=5, on_time=4, **{"late": 2, "late+1": 3})
    assert 5 == got["late"]


def test_late_is_what_was_apologised_for_and_what_was_not() -> None:
    """Where a form splits late by letters of apology, late is both; a whole column of late goes before."""
    assert 5 == of(early=5, on_time=4, late_apologised=2, late_not_apologised=3)["late"]
    assert 6 == of(early=5, on_time=4, late=6, late_apologised=2, late_not_apologised=3)["late"]


def test_what_was_resolved_and_not_late_was_in_time() -> None:
    """A form of resolved and late alone gives early and on time together."""
    row = evidence(form({"received_new": 100, "done_total": 90, "late": 4})).facts[LOC]
    merged = {count.value for names, count in row.merged.items() if {"early", "on_time"} == set(names)}
    assert {86} == merged


def test_an_open_column_is_not_known() -> None:
    """What several columns may be is unknown, the other counts of the form are not."""
    made = replace(form({"early": 5, "on_time": 4, "late": 1}), open=frozenset({"received_total"}))
    found = evidence(made).facts[LOC].counts
    assert "ambiguous_column" == found["received"].reason
    assert 1 == found["late"].value


def test_figures_that_the_forms_sums_deny_are_not_known() -> None:
    """A cell of an equation that fails is no figure; those beside it are."""
    made = form({"received_new": 100, "early": 5, "on_time": 4, "late": 1})
    late = made.columns["late"].index
    found = evidence(replace(made, broken=frozenset({(1, late)}))).facts[LOC].counts
    assert "identity" == found["late"].reason
    assert 5 == found["early"].value


def test_figures_of_a_doubtful_unit_are_not_known() -> None:
    """Rows that nothing explains make their unit's figures unknown, or all of the table's."""
    rows: list[Row] = [{"unit": "Phường An Lộc", "late": 1}, {"unit": "Phường An Bình A", "late": 2}]
    made = table(Kind.STATISTICS, rows)

    def late(found: Evidence) -> list[str | None]:
        return [found.facts[unit].counts["late"].reason for unit in (LOC, "phuong-an-binh-a")]

    assert ["row_left_out", None] == late(evidence(replace(made, doubtful=frozenset({0}))))
    assert ["row_left_out"] * 2 == late(evidence(replace(made, doubtful_whole=True)))


def test_fields_of_one_unit_add_up() -> None:
    """A form by field gives a unit the sum of its rows; two rows of a form by unit contradict each other."""
    rows: list[Row] = [{"late": 1}, {"late": 2}]
    by_field = form({"field": "Hộ tịch", **rows[0]}, {"field": "Đất đai", **rows[1]})
    assert 3 == counts(evidence(by_field))["late"]
    twice = evidence(form(*rows))
    assert (None, "conflicting") == (counts(twice)["late"], twice.facts[LOC].counts["late"].reason)
    assert "conflicting_rows" in codes(twice)


def test_two_rows_that_agree_are_one() -> None:
    """The same figures again, or other columns of the same unit in another table, are one row."""
    assert 2 == counts(evidence(form({"late": 2}, file="a.xlsx"), form({"late": 2}, file="b.xlsx")))["late"]
    both = counts(evidence(form({"late": 2}, file="a.xlsx"), form({"received_new": 9}, file="b.xlsx")))
    assert (2, 9) == (both["late"], both["received"])


@pytest.mark.parametrize(
    ("names", "late"),
    [
        ([f"Tháng {n}" for n in range(1, 13)], 12),
        (["Quý I", "Quý II", "Quý III", "Quý IV"], 4),
        (["6 tháng đầu năm", "6 tháng cuối năm"], 2),
        (["Quý I", "6 tháng đầu năm", "9 tháng", "Cả năm"], 1),
        ([*(f"Tháng {n}" for n in range(1, 13)), "Cả năm"], 1),
        ([f"Tháng {n}" for n in range(1, 12)], None),
        (["Quý I", "Quý III"], None),
        (["Hộ tịch", "Đất đai"], 2),
    ],
)
def test_rows_of_periods_are_parts_of_the_year(names: list[str], late: int | None) -> None:
    """Rows that are months, quarters or halves add up if they make up the year, and the year's own row rules."""
    rows: list[Row] = [{"field": name, "late": 1} for name in names]
    assert late == counts(evidence(form(*rows)))["late"]


@pytest.mark.parametrize(
    ("head", "labels", "late"),
    [
        ("Tháng", [str(n) for n in range(1, 13)], 12),
        ("Tháng", ["1", "2", "3"], None),
        ("Quý", ["I", "II", "III", "IV", "Cả năm"], 1),
        ("Lĩnh vực", ["1", "2", "3"], 3),
    ],
)
def test_a_column_of_months_may_hold_their_numbers(head: str, labels: list[str], late: int | None) -> None:
    """Below "Tháng" or "Quý" a number is a period, below another head it is none."""
    rows: list[Row] = [{"field": label, "late": 1} for label in labels]
    made = form(*rows)
    use = ColumnUse(f"{made.receipt.fields['field']}1", head, "field")
    made = replace(made, receipt=replace(made.receipt, account=Account(columns=(use,))))
    assert late == counts(evidence(made))["late"]


def test_rows_of_periods_are_those_of_the_tables_year() -> None:
    """Twelve months under a title of 2020 are of 2020."""
    rows: list[Row] = [{"field": f"Tháng {n}", "late": 1} for n in range(1, 13)]
    made = form(*rows)
    made = replace(made, receipt=replace(made.receipt, period=Period.of_year(2020)))
    assert None is counts(evidence(made)).get("late")


def test_systems_are_kept_apart() -> None:
    """What the portal's form counts is not added to the one-stop software's."""
    one = form({"received_new": 10, "late": 1}, file="a.xlsx")
    other = table(
        Kind.STATISTICS, [{"unit": "Phường An Lộc", "received_new": 7}], system=System.PUBLIC_SERVICE, file="b.xlsx"
    )
    assert 1 == counts(evidence(one, other))["late"]


@pytest.mark.parametrize(("cell", "late"), [("-", 0), (None, 0), ("x", None), ("1.000", 1000)])
def test_what_a_cell_says(cell: str | None, late: int | None) -> None:
    """A dash and a blank beside filled cells are 0, words are nothing, thousands have dots."""
    assert late == counts(evidence(form({"early": 5, "late": cell})))["late"]


def test_a_row_without_any_figure_says_nothing() -> None:
    """A unit's blank row is no row."""
    found = evidence(form({"early": None, "late": None}))
    assert found.facts[LOC].counts["late"].reason in {"no_row", "no_table"}


def test_two_ways_to_make_up_the_year_must_agree() -> None:
    """Halves and quarters that say different things leave the year unknown; those that agree do not."""
    quarters = [(f"Quý {name}", 1) for name in ("I", "II", "III", "IV")]
    for second, late in ((2, 4), (3, None)):
        parts = [*quarters, ("6 tháng đầu năm", 2), ("6 tháng cuối năm", second)]
        rows: list[Row] = [{"field": name, "late": value} for name, value in parts]
        found = evidence(form(*rows))
        assert (late, late is None) == (counts(found)["late"], "conflicting_rows" in codes(found))
