"""Whose a finding is: the unit of the row that its cell stands in."""

from __future__ import annotations

from tests.support.tables import PLAN, Row, dossier, dossiers, evidence, finding, register, table
from thidua_cli.evidence.attribution import with_units
from thidua_cli.evidence.units import build_register
from thidua_cli.findings import Finding
from thidua_cli.intake.tables import Kind

OTHER = "Phường An Bình A"


def test_a_cell_of_one_units_row_is_that_units() -> None:
    """An unreadable date in a row of a list of many units is told to the unit of that row."""
    found = evidence(dossiers([dossier(1), dossier(2, unit=OTHER, ended="31/11/2021")]))
    assert "phuong-an-binh-a" == finding(found, "unreadable_date").unit


def test_cells_side_by_side_in_one_units_row_are_that_units() -> None:
    """Columns of one row that do not add up are told to the row's unit, as a single cell of it is."""
    tables = [register(), dossiers([dossier(1), dossier(2, unit=OTHER)])]
    note = Finding("sum_mismatch", {}, tables[1].receipt.file, "Sheet1", "C3:K3")
    assert ["phuong-an-binh-a"] == [one.unit for one in with_units([note], tables, build_register(tables, PLAN))]


def test_a_word_in_rows_of_several_units_stays_one_finding_and_names_them() -> None:
    """What one correction mends is not told once for each unit; all of them find it."""
    rows = [dossier(n, unit=unit, status="Chuyển kho") for n, unit in enumerate(("Phường An Lộc", OTHER), 1)]
    said = finding(evidence(dossiers(rows)), "unknown_status")
    assert ("", ("phuong-an-binh-a", "phuong-an-loc"), 2) == (said.unit, said.units, said.count)


def test_cells_of_no_units_row_are_nobodys() -> None:
    """A head, a range and the first of many cells that are not listed say nothing about whose they are."""
    tables = [register(), dossiers([dossier(1)])]
    file, words = tables[1].receipt.file, {"what_vi": "", "what_en": ""}
    notes = [
        Finding("hidden_data", words, file, "Sheet1", cell, count=count)
        for cell, count in (("A1", 1), ("A2:H3", 1), ("A2", 7))
    ]
    assert notes == with_units(notes, tables, build_register(tables, PLAN))


def test_a_part_of_a_batch_keeps_what_is_about_its_units() -> None:
    """Findings about rows of other units alone do not follow a unit into its part; those shared with it do."""
    rows = [dossier(n, unit=unit, status="Chuyển kho") for n, unit in enumerate(("Phường An Lộc", OTHER), 1)]
    found = evidence(dossiers([*rows, dossier(3, unit=OTHER, ended="31/11/2021")]))
    own = {one.code for one in found.only(frozenset({"phuong-an-loc"})).findings}
    assert (True, False) == ("unknown_status" in own, "unreadable_date" in own)


def test_late_dossiers_of_a_person_are_listed_with_their_rows() -> None:
    """The rows of the dossiers that a person handled late are known, not their number alone."""
    person: Row = {"unit": "Phường An Lộc", "name": "Trần Thị Hoa", "position": "Công chức"}
    rows = [dossier(1, officer="Trần Thị Hoa"), dossier(2, officer="Trần Thị Hoa", ended="20/03/2021")]
    (found,) = evidence(dossiers(rows), table(Kind.INDIVIDUALS, [person])).persons
    assert found.timed is not None
    assert [3] == [place.row for place in found.timed["late"].places]
