"""Constructs that readers stumble over, end to end: from the file to the figures of each unit.

``files/`` holds ten or twenty dossiers of one or two units, or a statistics form, in every construct. What is right was
said by whoever made them (``files/xml/truth.json``).
"""

from __future__ import annotations

from pathlib import Path

import pytest

import thidua_cli
from thidua_cli.result import MeasureResult, Result

FILES = Path(__file__).parent / "files"
LOC, THANH = "Phường An Lộc", "Phường An Thạnh"
Figure = tuple[int, int] | None


def scored(name: str) -> Result:
    """The result of one file."""
    return thidua_cli.score(FILES / name)


def measures(result: Result, unit: str) -> dict[str, MeasureResult]:
    """The measures of one unit."""
    (found,) = [u for u in result.units if u.name == unit]
    return {m.id: m for criterion in found.criteria for m in criterion.measures}


def figure(result: Result, unit: str, measure: str) -> Figure:
    """Numerator and denominator."""
    found = measures(result, unit)[measure]
    if found.numerator is None or found.denominator is None:
        return None
    return int(found.numerator), int(found.denominator)


WHOLE = """00_base 02_calamine633_inline_with_v 04_phonetic_run 05_calamine648_inline_cdata 06_calamine469_x000D
07_calamine671_space 08_calamine667_star_format 09_date1904 10_bool_online 13_filtered_rows 14_iso_dates_t_d
15_prefixed_namespace 16_no_r_attributes 17_backslash_paths 18_end_2359599999 19_formula_date_general_format
21_locale_date_format 22_general_red_format 24_strict_ooxml 25_code_scientific_text 27_table_totals_row
28_same_day_later_hour 32_two_digit_year 47_code_forms_2026 48_formula_date_format"""


@pytest.mark.parametrize("name", WHOLE.split())
def test_ten_dossiers_all_on_time(name: str) -> None:
    """Ten dossiers of one unit are ten, all on time, six of them online."""
    result = scored(f"xml/{name}.xlsx")
    assert [LOC] == [unit.name for unit in result.units]
    assert ((10, 10), (6, 10)) == (figure(result, LOC, "on_time"), figure(result, LOC, "online_34"))


@pytest.mark.parametrize("name", [path.stem for path in sorted((FILES / "xls").glob("*.xls"))])
def test_ten_dossiers_of_an_old_workbook(name: str) -> None:
    """The same of an ``.xls`` workbook; due at the last moment of a day is due that day."""
    result = scored(f"xls/{name}.xls")
    late = 1 if name.startswith("40_") else 0
    assert ((10 - late, 10), (6, 10)) == (figure(result, LOC, "on_time"), figure(result, LOC, "online_34"))


@pytest.mark.parametrize("name", ["40_due_2359599997_sqlserver", "41_due_text_2359599997", "42_due_iso_2359599997"])
def test_due_at_the_end_of_a_day(name: str) -> None:
    """What is due in the last moments of a day and done the next morning is late, in every form of the moment."""
    assert (9, 10) == figure(scored(f"xml/{name}.xlsx"), LOC, "on_time")
    assert (9, 10) == figure(scored("xml/43_due_235959.xlsx"), LOC, "on_time")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("01_calamine607_shared_empty_v", "unknown_status"),
        ("11_error_due", "unreadable_date"),
        ("20_formula_no_cache", "formula_without_value"),
        ("29_date_serial_zero", "unreadable_date"),
        ("30_date_negative", "unreadable_date"),
        ("31_year_0221", "unreadable_date"),
    ],
)
def test_what_cannot_be_read_is_undecided_and_said(name: str, code: str) -> None:
    """A cell without a value that can be read leaves one dossier undecided, and a finding names it."""
    result = scored(f"xml/{name}.xlsx")
    found = measures(result, LOC)["on_time"]
    assert (9, 9, 1) == (found.numerator, found.denominator, found.undecided)
    assert code in {finding.code for finding in result.findings}


def test_texts_of_several_runs() -> None:
    """A cell with a text and runs behind it is all of them: another unit."""
    result = scored("xml/03_calamine636_t_then_runs.xlsx")
    assert ((9, 9), (1, 1)) == (figure(result, LOC, "on_time"), figure(result, "Phường An Bình B", "on_time"))


def test_values_of_a_spilled_formula_are_values() -> None:
    """Cells that a formula of another cell fills count."""
    assert (7, 10) == figure(scored("xml/23_dynamic_array.xlsx"), LOC, "online_34")


def test_words_for_online_are_known_or_undecided() -> None:
    """Of six words for online, one that is not known leaves its dossier undecided and is named."""
    result = scored("xml/45_online_words.xlsx")
    found = measures(result, LOC)["online_34"]
    assert (6, 10) == (int(found.numerator or 0) + found.undecided, found.denominator)
    assert found.undecided == 0 or "unknown_channel" in {finding.code for finding in result.findings}


def test_only_finished_dossiers_are_timed() -> None:
    """Of dossiers in the states of the national portal two are timed."""
    assert (2, 2) == figure(scored("xml/46_status_national.xlsx"), LOC, "on_time")


@pytest.mark.parametrize(
    "name",
    [
        "20-1904-serials-formatted.xlsx",
        "20d-1904.xls",
        "21-merged-unit-stale-values.xlsx",
        "22-iso-utc-text.xlsx",
        "24-ods-merged-covered-content.ods",
        "25-csv-cp1258.csv",
        "25c-csv-tcvn3.csv",
        "31d-ods-hyperlinked-codes.ods",
        "44b-xls-codepage-1252-dossiers.xls",
        "cases/44-xls-codepage-1258-dossiers.xls",
    ],
)
def test_twenty_dossiers_of_two_units(name: str) -> None:
    """Date systems, stale values under merged cells, time zones, old encodings, links and code pages change nothing."""
    result = scored(name)
    assert {LOC, THANH} == {unit.name for unit in result.units}
    for unit in (LOC, THANH):
        assert ((9, 10), (5, 10)) == (figure(result, unit, "on_time"), figure(result, unit, "online_34"))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("11-stat-opencps-field-1.xls", {LOC: (213, 217)}),
        ("31-ods-rich-text.fods", {"Phường An Bình A": (99, 100), "Phường An Bình B": (190, 200), THANH: (50, 50)}),
        ("32c-html-thead-without-tr.xls", {LOC: (99, 100)}),
        ("40-crystal-format-ids-statistics.xls", {LOC: (99, 100), THANH: (44_900, 45_000)}),
        ("21c-stat-merged-stale-count.xlsx", {LOC: (100, 100), THANH: (100, 100)}),
        ("cases/32-html-rows-without-tr.xls", {LOC: (99, 100), THANH: (95, 100), "Phường An Lạc": (100, 100)}),
        ("cases/32b-html-tbody-without-tr.xls", {LOC: (99, 100), THANH: (95, 100)}),
        ("cases/32f-html-nested-center.xls", {LOC: (99, 100), THANH: (95, 100)}),
    ],
)
def test_statistics_forms(name: str, wanted: dict[str, Figure]) -> None:
    """Rows that only HTML5 finds, text in spans and links, formats under odd numbers: every count as it is shown."""
    result = scored(name)
    assert wanted == {unit: figure(result, unit, "on_time") for unit in wanted}


def test_every_figure_of_a_wide_form() -> None:
    """All units of a form with four rows of merged headers have both of their figures."""
    result = scored("12-stat-react.xls")
    assert {
        LOC: ((213, 217), (150, 225)),
        THANH: ((173, 174), (125, 169)),
        "Phường An Lạc": ((376, 385), (201, 392)),
        "Phường An Bình A": ((505, 510), (256, 505)),
        "Phường An Bình B": ((491, 491), (188, 504)),
        "Xã Bình Thạnh": ((512, 521), (347, 534)),
        "Xã Tân Hội": ((318, 321), (148, 323)),
    } == {u.name: (figure(result, u.name, "on_time"), figure(result, u.name, "online_34")) for u in result.units}


@pytest.mark.parametrize("name", ["33-error-count.xlsx", "33c-error-count-excel97.xls", "33d-error-count.ods"])
def test_error_cells_are_findings(name: str) -> None:
    """A count that is an error is no 0: the unit has no figure, and the cell is named."""
    result = scored(name)
    assert (None, (100, 100)) == (figure(result, LOC, "on_time"), figure(result, THANH, "on_time"))
    assert "unreadable_number" in {finding.code for finding in result.findings}


def test_rich_unit_names_stay_two_units() -> None:
    """Two units that differ in a letter of its own style are two, in twenty dossiers and more."""
    result = scored("cases/31b-ods-rich-unit-dossiers.ods")
    names = {unit.name for unit in result.units}
    assert {"Phường An Bình A", "Phường An Bình B"} <= names
    assert "Phường An Bình" not in names


def test_formulas_that_nobody_calculated_do_not_flip_a_verdict() -> None:
    """A count that is a formula with a stored 0, by a program that does not calculate, is not "none late"."""
    result = scored("cases/23d-xlsxwriter-uncalculated-flips.xlsx")
    assert "formula_without_value" in {finding.code for finding in result.findings}
    assert all(measures(result, unit)["on_time"].verdict != "met" for unit in (LOC, THANH))
