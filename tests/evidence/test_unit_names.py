from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.tables import PLAN, dossier, dossiers, evidence, finding, register
from thidua_cli.evidence.units import Register, build_register
from thidua_cli.intake.tables import Table

PLAN_2026 = replace(PLAN, year=2026, period_start=date(2026, 1, 1), period_end=date(2026, 12, 31))
OLD_TO_NEW = {
    "Phường An Lộc": "Phường An Bình",
    "Phường An Bình A": "Phường An Bình",
    "Xã An Bình B": "Phường An Bình",
    "Phường An Thạnh": "Phường Hồng Ngự",
    "Xã Bình Thạnh": "Phường Hồng Ngự",
    "Xã Tân Hội": "Phường Hồng Ngự",
    "Phường An Lạc": "Phường Thường Lạc",
}
PREFIXES = ("Phường ", "P. ", "P.", "UBND phường ", "UBND P. ", "Ủy ban nhân dân phường ", "Uỷ ban nhân dân P.", "")
ENDINGS = ("", " - TP Hồng Ngự", " - Thành phố Hồng Ngự - Tỉnh Đồng Tháp", ", thành phố Hồng Ngự", " ")
CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "zero-width": lambda text: text.replace(" ", " \u200b"),
}
spellings = st.builds(
    lambda prefix, ending, change: (prefix, ending, CHANGES[change]),
    st.sampled_from(PREFIXES),
    st.sampled_from(ENDINGS),
    st.sampled_from(sorted(CHANGES)),
)


def listed(*names: str) -> Table:
    """A list of dossiers, one for each of some units."""
    return dossiers([dossier(number, unit=name) for number, name in enumerate(names, 1)])


def names_of(known: Register, spelling: str) -> list[str]:
    """The units that a spelling may mean."""
    return [known.units[index].name for index in known.find(spelling)]


@pytest.mark.parametrize("tables", [[register()], []], ids=["with a register", "without"])
def test_a_commune_that_became_a_ward_means_the_ward(tables: list[Table]) -> None:
    """The name "Xã An Bình A", given up on 31 October 2020, is Phường An Bình A in the data of 2021, and not B."""
    known = build_register([*tables, listed("Xã An Bình A", "UBND phường An Bình B", "Phường An Lộc")], PLAN)
    assert ["Phường An Bình A"] == names_of(known, "Xã An Bình A")
    assert ["Phường An Bình B"] == names_of(known, "P. An Bình B")


@pytest.mark.parametrize("old", sorted(OLD_TO_NEW))
def test_wards_of_july_2025_take_the_old_names_in_2026(old: str) -> None:
    """Under a plan of 2026 the old names mean the merged wards, also through two changes of name."""
    rows = [{"unit": name, "group": "Xã, phường"} for name in sorted(set(OLD_TO_NEW.values()))]
    assert [OLD_TO_NEW[old]] == names_of(build_register([register(rows)], PLAN_2026), old)


def test_old_names_are_merged_without_a_register_too() -> None:
    """Rows under three old names of one ward are that ward's in 2026, and three wards' in 2021."""
    table = listed("Phường An Lộc", "Phường An Bình A", "Xã An Bình B")
    assert ["Phường An Bình"] == [unit.name for unit in build_register([table], PLAN_2026).units]
    three = ["Phường An Bình A", "Phường An Bình B", "Phường An Lộc"]
    assert three == [unit.name for unit in build_register([table], PLAN).units]


@given(spellings)
def test_a_and_b_are_never_confused(how: tuple[str, str, Callable[[str], str]]) -> None:
    """However An Bình A and An Bình B are spelt, a name means its own ward or, if it cannot be told, none."""
    prefix, ending, change = how
    known = build_register([register()], PLAN)
    for letter, other in (("A", "B"), ("B", "A")):
        found = names_of(known, change(f"{prefix}An Bình {letter}{ending}"))
        assert f"Phường An Bình {other}" not in found
        assert [f"Phường An Bình {letter}"] == found


@pytest.mark.parametrize("name", ["An Bình", "Phường An Bình", "Phường An Bình C", "An Bình AB", "P. An Bình 4"])
def test_likeness_decides_nothing(name: str) -> None:
    """A name that is neither A nor B is nobody's, however alike; it is only suggested."""
    assert [] == names_of(build_register([register()], PLAN), name)


def test_an_unknown_name_brings_the_suggestion_and_the_line_to_add() -> None:
    """The finding says which unit is nearest, and what to write where in the register."""
    found = finding(evidence(listed("Phường An Lọc")), "unknown_unit")
    assert "thêm “Phường An Lọc” vào cột “Tên gọi khác”" in found.hint()
    assert "Gần giống nhất: “Phường An Lộc”" in found.hint()
