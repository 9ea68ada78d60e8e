"""The register: groups by the plan's names, dates of validity, assessed or not; names alike without a register."""

from __future__ import annotations

import pytest

from tests.support.tables import PLAN, Row, codes, dossier, dossiers, evidence, finding, register, table
from thidua_cli.evidence.unit_register import group_named
from thidua_cli.intake.tables import Kind
from thidua_cli.text.glossary import UNKNOWN_GROUP


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Xã, Phường", "Xã, phường"),
        ("XÃ - PHƯỜNG", "Xã, phường"),
        ("xa phuong", "Xã, phường"),
        ("Khối thi đua các xã, phường", "Xã, phường"),
        ("xa-phuong", "Xã, phường"),
        ("Khối phòng - ban", "Phòng, ban"),
        ("Trường học", None),
        ("Xã", None),
        ("Khối", None),
    ],
)
def test_groups_are_the_plans(text: str, group: str | None) -> None:
    """A group is known by its id or name; accents, case, punctuation and "khối" make no other one."""
    assert group == group_named(text, PLAN)


def test_an_unknown_group_is_no_group() -> None:
    """It is an error with its cell, and its units stand apart."""
    rows: list[Row] = [{"unit": "Phường An Lộc", "group": "Xã, phường"}, {"unit": "Trường A", "group": "Trường học"}]
    found = evidence(register(rows))
    assert {"Xã, phường", UNKNOWN_GROUP} == {unit.group for unit in found.units}
    assert ("B3", "Trường học") == (
        finding(found, "unknown_group").cell,
        finding(found, "unknown_group").params["name"],
    )


@pytest.mark.parametrize(
    ("dates", "judged"),
    [
        ({"valid_to": "31/10/2020"}, False),
        ({"valid_from": "01/01/2022"}, False),
        ({"valid_from": "01/11/2020"}, True),
        ({"valid_to": "30/06/2021"}, True),
        ({"valid_to": "31/02/2021"}, True),
    ],
)
def test_units_outside_their_dates_are_not_judged(dates: Row, judged: bool) -> None:
    """A unit that ended before the period, or began after it, is left out and named; a date that is none is said."""
    found = evidence(register([{"unit": "Phường An Lộc"}, {"unit": "Xã Cũ", **dates}]))
    assert judged == ("Xã Cũ" in {unit.name for unit in found.units})
    assert judged != ("unit_outside_validity" in codes(found))
    assert ("31/02/2021" in dates.values()) == ("unreadable_date" in codes(found))


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (("Phường An Lộc", "Phường An Lôc"), True),
        (("Phường An Lộc", "Phường An Lộcc"), True),
        (("Phòng Tư pháp", "Phòng Tư phpá"), True),
        (("Xã Mỹ Hòa", "Phường Mỹ Hòa"), True),
        (("Phường An Bình A", "Phường An Bình B"), False),
        (("Phường An Lộc", "Phường An Lạc"), False),
        (("Phòng Y tế", "Phòng Kinh tế"), False),
        (("Phường Mỹ Phú 1", "Phường Mỹ Phú 2"), False),
    ],
)
def test_names_alike_are_said_without_a_register(names: tuple[str, str], alike: bool) -> None:
    """What may be a misspelling is said; names that the plan knows, or that differ by a letter or number, are not."""
    rows = [dossier(number, unit=name) for number, name in enumerate(names, 1)]
    found = evidence(dossiers(rows), table(Kind.TASKS, [{"unit": names[0], "task": "A", "result": "x"}]))
    assert "similar_units" not in codes(found)  # with the usual register
    from tests.support.tables import END
    from thidua_cli.evidence.gather import gather

    assert alike == ("similar_units" in codes(gather([dossiers(rows)], PLAN, END)))
