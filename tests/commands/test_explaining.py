"""What ``explain --unit`` takes for a unit's name."""

from __future__ import annotations

import pytest

from tests.judging.test_standings import judged
from tests.support.tables import PLAN, Row, dossier, dossiers, register
from thidua_cli.errors import UsageError
from thidua_cli.explaining import find_criterion, find_unit
from thidua_cli.text.nearness import same_id

ROWS: list[Row] = [
    {"unit": name} for name in ("Phường An Lộc", "Phường Tân Hội", "Xã Tân Hội", "Phòng Tài nguyên và Môi trường")
]
RESULT = judged(register(ROWS), dossiers([dossier(1)]))


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("phuong-an-loc", "Phường An Lộc"),
        ("phuong an loc", "Phường An Lộc"),
        ("UBND P. An Lộc - TP Hồng Ngự", "Phường An Lộc"),
        ("xã Tân Hội", "Xã Tân Hội"),
        ("an loc", "Phường An Lộc"),
        ("UBND an loc", "Phường An Lộc"),
        ("P.TNMT", "Phòng Tài nguyên và Môi trường"),
    ],
)
def test_a_unit_is_found_by_any_spelling_that_tables_may_use(spelling: str, unit: str) -> None:
    """Ids, names without accents, prefixes and the plan's other names mean the same unit as in a table."""
    assert unit == find_unit(RESULT, PLAN, spelling).name


@pytest.mark.parametrize(
    ("spelling", "said"),
    [
        ("Tân Hội", "nhiều đơn vị"),
        ("tan hoi", "nhiều đơn vị: Phường Tân Hội, Xã Tân Hội"),
        ("Phường An Lôc", "Không có đơn vị"),
    ],
)
def test_a_name_of_two_units_or_none_is_wrong_usage(spelling: str, said: str) -> None:
    """Nothing is guessed: the message names the units that are meant, or the nearest."""
    with pytest.raises(UsageError, match=said):
        find_unit(RESULT, PLAN, spelling)


def test_units_that_are_equally_near_are_all_asked_for() -> None:
    """Of two units that a name is equally near to none is proposed alone, and no list ends without saying so."""
    names = [f"Phường An Bình {letter}" for letter in "AB"] + [f"Xã Số {number}" for number in range(20)]
    result = judged(register([{"unit": name} for name in names]), dossiers([dossier(1)]))
    with pytest.raises(UsageError) as raised:
        find_unit(result, PLAN, "An Bình")
    assert "Có phải “Phường An Bình A” / “Phường An Bình B”?" in raised.value.text()
    assert raised.value.text().endswith(" và 10 đơn vị khác.")


@pytest.mark.parametrize("word", ["2", "tc2", "TC 2", "tc-2", "Tiêu chí 2", "tiêu chí TC2"])
def test_a_criterion_is_found_by_its_number(word: str) -> None:
    """A criterion may be called as it is on the page, or by its number alone."""
    assert "tc2" == find_criterion(RESULT, word)


def test_criteria_without_numbers_are_called_by_their_place() -> None:
    """Where ids have no number, a number is the place; one that two ids hold, or none, is nobody's."""
    words = {"nhiệm vụ": "nhiem-vu", "2": "so-hoa", "3": None}
    assert words == {word: same_id(word, ["nhiem-vu", "so-hoa"]) for word in words}
    assert same_id("1", ["a1", "b1"]) is None
