"""Fixtures of findings about lists of dossiers and the units in them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.findings.cases import ONE_STOP, REGISTER, book, dossier, dossiers, one_stop, triggers

LOGBOOK, PORTAL = "Ngoài phần mềm", "Dịch vụ công"


@triggers("unknown_unit", "error", "C5", count=2)
def a_misspelt_unit(folder: Path) -> Path:
    """Two rows of a unit that the register does not have."""
    return one_stop(folder, dossier(4, unit="Phường An Lọc"), dossier(5, unit="Phường An Lọc"))


@triggers("unknown_unit", "error", "C5")
def no_unit(folder: Path) -> Path:
    """A row without a unit."""
    return one_stop(folder, dossier(4, unit=None))


@triggers("ambiguous_unit", "error", "C2")
def a_name_of_two_units(folder: Path) -> Path:
    """The name "P. Tân Hội" where the register has a ward and an office of that name."""
    register = [*REGISTER, [5, "Phường Tân Hội", "Xã, phường", "Có"], [6, "Phòng Tân Hội", "Phòng, ban", "Không"]]
    return book(folder, {ONE_STOP: [dossiers()[0], dossier(1, unit="P. Tân Hội")]}, register=register)


@triggers("duplicate_unit", "error", "B6", sheet="Danh mục đơn vị", unit="phuong-an-loc")
def a_unit_registered_twice(folder: Path) -> Path:
    """The register has a unit in two groups."""
    return book(folder, {ONE_STOP: dossiers()}, register=[*REGISTER, [5, "Phường An Lộc", "Phòng, ban", "Có"]])


@triggers("missing_unit_data", "warning", file="", sheet="", unit="phong-tu-phap")
def a_unit_without_rows(folder: Path) -> Path:
    """A unit of the register that no list names."""
    return one_stop(folder)


@triggers("unknown_status", "error", "G5", count=2, unit="phuong-an-loc")
def a_strange_status(folder: Path) -> Path:
    """A status of a local system."""
    return one_stop(folder, dossier(4, status="Chuyển kho B"), dossier(5, status="Chuyển kho B"))


@triggers("unknown_status", "error", "G5", unit="phuong-an-loc")
def no_status(folder: Path) -> Path:
    """A row without a status."""
    return one_stop(folder, dossier(4, status=None))


@triggers("unreadable_date", "error", "F5", unit="phuong-an-loc")
def a_day_that_never_was(folder: Path) -> Path:
    """The 31st of February."""
    return one_stop(folder, dossier(4, ended="31/02/2021"))


@triggers("ambiguous_date", "warning", "D2", unit="phuong-an-loc")
def a_real_date_among_texts(folder: Path) -> Path:
    """Excel made a date of "05/12/2021" and left the others, whose days are no months, text."""
    swapped = datetime(2021, 5, 12, 8)
    texts = [dossier(n, code=f"TP-{n}", received=f"{n + 15}/03/2021", ended="25/03/2021") for n in range(5, 9)]
    return book(folder, {ONE_STOP: [dossiers()[0], dossier(4, code="TP-4", received=swapped), *texts]})


@triggers("missing_due_date", "warning", "E5", unit="phuong-an-loc")
def no_due_date(folder: Path) -> Path:
    """A resolved dossier without a due date."""
    return one_stop(folder, dossier(4, due=None))


@triggers("missing_end_date", "error", "F5", unit="phuong-an-loc", count=2)
def no_end_date(folder: Path) -> Path:
    """Resolved dossiers without an end date."""
    return one_stop(folder, dossier(4, ended=None), dossier(5, ended=None))


@triggers("missing_received_date", "error", "D5", unit="phuong-an-loc")
def no_date_received(folder: Path) -> Path:
    """A dossier without a date received."""
    return one_stop(folder, dossier(4, received=None))


@triggers("end_before_received", "error", "F5", unit="phuong-an-loc")
def ended_too_soon(folder: Path) -> Path:
    """A dossier that ended before it came in."""
    return one_stop(folder, dossier(4, ended="28/02/2021"))


@triggers("due_before_received", "error", "E5", unit="phuong-an-loc")
def due_too_soon(folder: Path) -> Path:
    """A dossier that was due before it came in."""
    return one_stop(folder, dossier(4, due="28/02/2021"))


@triggers("missing_code", "warning", "B5", unit="phuong-an-loc")
def no_code(folder: Path) -> Path:
    """A dossier without its code."""
    return one_stop(folder, dossier(4, code=None))


@triggers("duplicate_dossier", "warning", "B2", unit="phuong-an-loc")
def a_dossier_twice(folder: Path) -> Path:
    """The first dossier again, with a later end."""
    return one_stop(folder, dossier(1, ended="10/03/2021 09:00"))


@triggers("more_duplicates", "warning", "B102", count=20, unit="phuong-an-loc")
def many_dossiers_twice(folder: Path) -> Path:
    """A hundred and twenty dossiers, each twice: a hundred are said one by one."""
    rows = [dossier(n) for n in range(1, 121)] + [dossier(n, ended="10/03/2021 09:00") for n in range(1, 121)]
    return book(folder, {ONE_STOP: [dossiers()[0], *rows]})


@triggers("unknown_level", "error", "I5", unit="phuong-an-loc")
def a_strange_level(folder: Path) -> Path:
    """A service level that does not exist."""
    return one_stop(folder, dossier(4, level="Mức độ 7"))


@triggers("unknown_channel", "error", "H5", unit="phuong-an-loc")
def a_strange_channel(folder: Path) -> Path:
    """A way of filing that nobody knows."""
    return one_stop(folder, dossier(4, channel="Kênh 9"))


@triggers("level_contradiction", "warning", "I5", unit="phuong-an-loc")
def online_at_level_two(folder: Path) -> Path:
    """Filed online, and yet of a level that cannot be filed online."""
    return one_stop(folder, dossier(4, channel="Trực tuyến", level=2))


@triggers("not_on_software", "warning", "B2", sheet=LOGBOOK, unit="phuong-an-loc", count=2)
def a_logbook(folder: Path) -> Path:
    """A logbook with two dossiers that the software does not hold."""
    return one_stop(folder, **{LOGBOOK: [dossiers()[0], dossier(8), dossier(9)]})


@triggers("code_date_mismatch", "warning", "D5", unit="phuong-an-loc")
def a_code_of_another_month(folder: Path) -> Path:
    """Received in March by the table, in June by the code."""
    return one_stop(folder, dossier(4, code="000.01.41.H20-210601-0004"))


@triggers("software_share_unverified", "warning", file="", sheet="", unit="phuong-an-loc")
def one_system_alone(folder: Path) -> Path:
    """Nothing but the one-stop software's list."""
    return one_stop(folder)


@triggers("shifted_columns", "error", "G2")
def cells_one_to_the_left(folder: Path) -> Path:
    """An export that left out a column's cells but not its head: dates stand under the status."""
    rows = [[n, f"000.01.41.H20-210301-{n:04d}", "Phường An Lộc", *["10/03/2021"] * 4] for n in range(1, 7)]
    return book(folder, {ONE_STOP: [dossiers()[0], *rows]})


@triggers("formula_without_value", "error", "F5", count=2, unit="phuong-an-loc")
def formulas_never_calculated(folder: Path) -> Path:
    """Two ends that are formulas of a program that stored no values."""
    return one_stop(folder, dossier(4, ended="=D5+3"), dossier(5, ended="=D6+3"))


@triggers("code_damaged", "error", "B5", count=2, unit="phuong-an-loc")
def codes_as_large_numbers(folder: Path) -> Path:
    """Two codes of seventeen digits, stored as numbers."""
    return one_stop(folder, dossier(4, code=2.0210305000000001e16), dossier(5, code=2.0210305000000002e16))


@triggers("code_in_two_units", "error", "C5", unit="phuong-an-binh-a")
def a_dossier_of_two_units(folder: Path) -> Path:
    """The first dossier again, with an earlier end and under another unit."""
    return one_stop(folder, dossier(1, unit="Phường An Bình A", ended="08/03/2021"))


@triggers("portal_names_other_unit", "warning", "C2", sheet=PORTAL, unit="phuong-an-binh-a")
def a_portal_that_names_another_unit(folder: Path) -> Path:
    """The portal gives the first dossier to another unit than the one-stop software."""
    return one_stop(folder, **{PORTAL: [dossiers()[0], dossier(1, unit="Phường An Bình A", channel=None)]})


@triggers("own_number_again", "warning", "B2", sheet=LOGBOOK, count=2, unit="phuong-an-loc")
def a_book_that_begins_again(folder: Path) -> Path:
    """A logbook with number 1 of March and number 1 of April."""
    rows = [dossier(1, code=1), dossier(2, code=1, received="05/04/2021", due="15/04/2021", ended="12/04/2021")]
    return one_stop(folder, **{LOGBOOK: [dossiers()[0], *rows]})


@triggers("status_contradicts_end", "error", "G5", unit="phuong-an-loc")
def open_and_ended(folder: Path) -> Path:
    """A dossier that is being handled, and has an end."""
    return one_stop(folder, dossier(4, status="Đang xử lý"))


@triggers("portal_says_direct", "warning", "H2", sheet=PORTAL, unit="phuong-an-loc")
def filed_in_person_says_the_portal(folder: Path) -> Path:
    """The portal's list holds a dossier that was filed in person."""
    return one_stop(folder, **{PORTAL: [dossiers()[0], dossier(1, channel="Trực tiếp")]})


@triggers("blank_channel", "error", "H5", unit="phuong-an-loc", count=2)
def no_channel(folder: Path) -> Path:
    """Two dossiers that do not say how they were filed, beside others that do."""
    return one_stop(folder, dossier(4, channel=None), dossier(5, channel=None))
