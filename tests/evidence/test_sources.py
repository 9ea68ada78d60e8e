"""Which source rules where forms, lists and systems speak of one unit (contract, section 3)."""

from __future__ import annotations

from tests.support.tables import counts, dossier, dossiers, evidence, table
from thidua_cli.intake.tables import Kind, System, Table


def form(file: str = "bieu.xlsx", system: System = System.ONE_STOP, **figures: int) -> Table:
    """One row of a form: what An Lộc reports of one system."""
    return table(Kind.STATISTICS, [{"unit": "Phường An Lộc", **figures}], file=file, system=system)


def test_an_unreadable_row_of_the_logbook_stays_open_beside_a_form() -> None:
    """The logbook is added to a unit's form, and so are the rows of it that may fall in several ways."""
    log = dossiers([dossier(1, status="Đang bay"), dossier(2)], System.LOGBOOK)
    found = evidence(form(received_new=100, early=99, on_time=0, late=1), log)
    assert (101, 100) == (counts(found)["received"], counts(found)["early"])
    (case,) = found.facts["phuong-an-loc"].undecided
    assert ("logbook.xlsx", 2) == (case.place.file, case.place.row)


def test_a_list_of_the_logbook_rules_over_the_logbooks_form() -> None:
    """Where the logbook is there row by row, its form is not added, even if no row of the list counts."""
    lists = [dossiers([dossier(1)]), dossiers([dossier(2, received="20/12/2020", ended=None)], System.LOGBOOK)]
    found = evidence(*lists, form(system=System.LOGBOOK, received_new=5))
    assert 1 == counts(found)["received"]
