"""Whose and which dossier a row is: codes within a unit, codes that lost digits, one code under two units."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.support.tables import codes, counts, dossier, dossiers, evidence, finding
from thidua_cli.evidence.dossier_codes import own_numbers
from thidua_cli.intake.codes import PackedCodes, packed
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import System
from thidua_cli.intake.values import normalise_codes

LOC, A = "phuong-an-loc", "phuong-an-binh-a"
OTHER = "Phường An Bình A"


@pytest.mark.parametrize(
    ("code", "own"),
    [
        (1, True),
        ("07", True),
        ("12/2021", True),
        ("Số 5", True),
        ("HS-012", True),
        ("15/SĐK", True),
        ("3/2021/LB", True),
        ("000.01.41.H20-210301-0001", False),
        ("H20.5.1-211123-0900", False),
        ("202103050001", False),
        ("TP-0004", False),
        ("phuong-an-loc-0001", False),
    ],
)
def test_numbers_that_a_unit_gives_by_itself(code: CellValue, own: bool) -> None:
    """A bare number, with a year or a kind behind it, names no unit; a code of the system and an office's prefix do."""
    texts = normalise_codes([code])
    rows = packed(texts)
    assert isinstance(rows, PackedCodes)
    assert ([own], [own]) == (own_numbers(texts).tolist(), own_numbers(rows).tolist())


@pytest.mark.parametrize("number", ["{}", "0{}/2021", "HS{}"])
def test_two_units_books_may_have_the_same_numbers(number: str) -> None:
    """Numbers 1 to 5 in the books of two units are ten dossiers, whether in one table or in two."""
    rows = [dossier(n, code=number.format(n), unit=unit) for unit in ("Phường An Lộc", OTHER) for n in range(1, 6)]
    for tables in (
        [dossiers(rows, System.LOGBOOK)],
        [dossiers(rows[:5], System.LOGBOOK), dossiers(rows[5:], System.LOGBOOK, file="b.xlsx")],
    ):
        found = evidence(dossiers([dossier(90)]), *tables)
        assert (6, 5) == (counts(found)["received"], counts(found, A)["received"])
        assert {"duplicate_dossier", "code_in_two_units"} & codes(found) == set()


def test_a_book_that_begins_again_is_said() -> None:
    """Number 1 of January and number 1 of February are two dossiers of one unit, with a finding."""
    months = [
        dossiers([dossier(1, code=1, received=f"05/0{month}/2021")], System.LOGBOOK, file=f"{month}.xlsx")
        for month in (1, 2)
    ]
    found = evidence(*months)
    assert 2 == counts(found)["received"]
    assert 2 == sum(item.count for item in found.findings if item.code == "own_number_again")


def test_the_same_number_of_the_same_day_is_the_same_dossier() -> None:
    """A row of a book that stands in two files is one dossier."""
    found = evidence(*[dossiers([dossier(1, code=1)], System.LOGBOOK, file=name) for name in ("a.xlsx", "b.xlsx")])
    assert (1, True) == (counts(found)["received"], "duplicate_dossier" in codes(found))


def test_a_books_number_is_none_of_the_softwares() -> None:
    """Number 1 of the software and number 1 of the logbook are two dossiers: the second is not on the software."""
    found = evidence(dossiers([dossier(1, code=1)]), dossiers([dossier(1, code=1)], System.LOGBOOK))
    assert (2, 1) == (counts(found)["received"], counts(found)["on_software"])


def test_short_codes_join_the_software_and_the_portal() -> None:
    """A short code of the software is the portal's too, within its unit, though filed some days before receipt."""
    portal = dossiers([dossier(1, code="1001", received="27/02/2021", channel=None)], System.PUBLIC_SERVICE)
    found = evidence(dossiers([dossier(1, code="1001")]), portal)
    assert (1, 1) == (counts(found)["received"], counts(found)["online_34"])


@pytest.mark.parametrize("code", [2.0210305e16, 1234567890123450, "2,02E+16", "2.0210305E+17"])
def test_codes_that_lost_digits_stay_apart(code: CellValue) -> None:
    """Six rows that show one damaged code are six dossiers, five of which may be one again; it is an error."""
    rows = [dossier(n, code=code, received=f"0{n}/03/2021") for n in range(1, 4)]
    rows += [dossier(n, code=code) for n in range(4, 7)]
    found = evidence(dossiers(rows))
    assert 6 == counts(found)["received"]
    assert 6 == finding(found, "code_damaged").count
    assert "duplicate_dossier" not in codes(found)
    # Of four received on one day (1 March is the first of the others too) one is a dossier in any case.
    cases = found.facts[LOC].undecided
    assert 3 == len(cases)
    assert all(frozenset() in case.alternatives and "received" in case.counted for case in cases)


def test_the_latest_end_of_damaged_rows_counts_in_any_case() -> None:
    """Of two rows that may be one dossier the later end would count, so only the other is in doubt."""
    found = evidence(dossiers([dossier(1, code=2e16), dossier(2, code=2e16, ended="12/03/2021")]))
    (case,) = found.facts[LOC].undecided
    assert (1, 1, "early" in case.counted) == (counts(found)["early"], counts(found)["late"], True)


@pytest.mark.parametrize("code", [202103050001, "20210305000000001", 123456789012345])
def test_whole_codes_of_many_digits_are_fine(code: CellValue) -> None:
    """Up to 15 digits of a number, and any number of digits as text, are all there."""
    found = evidence(dossiers([dossier(1, code=code), dossier(2)]))
    assert "code_damaged" not in codes(found)


def test_texts_that_end_in_zeros_were_numbers_once() -> None:
    """A column of long codes that all end in zeros past the fifteenth digit was saved from rounded numbers."""
    rows = [dossier(n, code=f"{n}23456789012345000") for n in (1, 2)]
    assert "code_damaged" in codes(evidence(dossiers(rows)))
    assert "code_damaged" not in codes(evidence(dossiers([*rows, dossier(3, code="123456789012345678")])))


def test_damaged_codes_join_no_systems() -> None:
    """Which dossiers of the portal are those of the software cannot be told: nothing that rests on it is known."""
    portal = dossiers([dossier(1, code=2e16, channel=None)], System.PUBLIC_SERVICE)
    found = evidence(dossiers([dossier(1, code=2e16)]), portal)
    assert "code_damaged" == found.facts[LOC].counts["on_software"].reason


def test_one_code_under_two_units_is_neithers() -> None:
    """A code that two units of one list claim is an error: counted for none, and open for both."""
    found = evidence(dossiers([dossier(1), dossier(1, unit=OTHER), dossier(2)]))
    assert (1, 0) == (counts(found)["received"], counts(found, A)["received"])
    for unit in (LOC, A):
        (case,) = found.facts[unit].undecided
        assert frozenset() in case.alternatives
    said = finding(found, "code_in_two_units")
    assert "000.01.41.H20-210301-0001" in said.message()
    assert "Phường An Lộc" in said.message()
    assert OTHER in said.message()


def test_the_software_says_whose_a_dossier_is() -> None:
    """Where the portal names another unit, the one-stop software rules, with a warning."""
    portal = dossiers([dossier(1, unit=OTHER, channel=None)], System.PUBLIC_SERVICE)
    found = evidence(dossiers([dossier(1)]), portal)
    assert (1, 0, 1) == (counts(found)["received"], counts(found, A)["received"], counts(found)["online_34"])
    assert "portal_names_other_unit" in codes(found)
    assert "code_in_two_units" not in codes(found)


def test_dates_in_the_code_column_are_no_damaged_codes() -> None:
    """A real date under the code is odd, but no number that lost digits."""
    assert "code_damaged" not in codes(evidence(dossiers([dossier(1, code=datetime(2021, 3, 5)), dossier(2)])))
