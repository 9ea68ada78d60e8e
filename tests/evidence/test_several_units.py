"""Cells that name several units, or a whole group of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.tables import PLAN, REGISTER, register
from thidua_cli.evidence.shared_units import of_group, units_in
from thidua_cli.evidence.units import build_register

KNOWN = build_register([register([*REGISTER, {"unit": "Văn phòng HĐND và UBND", "group": "Phòng, ban"}])], PLAN)
NAMES = {unit.name: number for number, unit in enumerate(KNOWN.units)}
BETWEEN = st.sampled_from(["; ", ", ", "\n", " và ", " + ", " & ", "/", ";\n"])
ITEMS = st.sampled_from(["", "- ", "1. ", "2) "])


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), BETWEEN, ITEMS), min_size=1, max_size=4))
def test_a_cell_names_the_units_whose_names_it_holds(parts: list[tuple[str, str, str]]) -> None:
    """Whatever stands between them or before them, "và" within a name too; each once, in their order."""
    text = ""
    for place, (name, between, item) in enumerate(parts):
        text += (between if place else "") + (item if place == 0 or "\n" in between else "") + name
    if len(parts) == 1:
        text = parts[0][0]
    assert tuple(dict.fromkeys(NAMES[name] for name, _, _ in parts)) == units_in(KNOWN, text), text


@pytest.mark.parametrize(
    "text",
    ["Phường An Lộc; Xã Lạ", "Xã Lạ và Phường An Lộc", "Xã Lạ", "", "; ;", "; ".join(["Phường An Lộc"] * 31)],
)
def test_a_cell_with_a_part_that_means_no_unit_names_none(text: str) -> None:
    """One part that is not understood leaves it open whose the row is; so does a list of more than thirty."""
    assert () == units_in(KNOWN, text)


def test_thirty_names_are_still_a_cell() -> None:
    """Not one more."""
    assert (NAMES["Phường An Lộc"],) == units_in(KNOWN, "; ".join(["Phường An Lộc"] * 30))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Xã, phường", {"Xã, phường"}),
        ("UBND các xã, phường", {"Xã, phường"}),
        ("Khối phòng, ban", {"Phòng, ban"}),
        ("Các đơn vị", {"Xã, phường", "Phòng, ban"}),
        ("Các trường học", set()),
    ],
)
def test_a_cell_may_name_a_whole_group(text: str, groups: set[str]) -> None:
    """By the group's own words, without those that every group has; "all units" are all."""
    assert tuple(n for n, unit in enumerate(KNOWN.units) if unit.group in groups) == of_group(KNOWN, text)
