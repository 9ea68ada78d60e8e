"""What ``explain --unit`` takes for a unit's name."""

from __future__ import annotations

import pytest

from tests.judging.test_standings import judged
from tests.support.tables import PLAN, Row, dossier, dossiers, register
from thidua_cli.errors import UsageError
from thidua_cli.explaining import find_unit

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
