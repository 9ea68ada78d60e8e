"""Sums of a form and totals of a table, row by row; and what shape of cells does not belong under a head."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sheets import sheet
from thidua_cli.intake.decisions.checks import Equation, _choices, _distinct, _stage, _sum_words, fails
from thidua_cli.intake.decisions.figures import Figures, add_up, signed
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.decisions.scores import _alike, _stated
from thidua_cli.intake.decisions.shifts import _wrong_shape
from thidua_cli.intake.decisions.totals import _below, _check_total, _level, _parts_of_total
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.tables import Kind

CELLS = st.lists(st.one_of(st.none(), st.just("x"), st.integers(0, 3)), min_size=3, max_size=3)
"""One column at three rows: blank, unreadable, or a number."""


def column(number: int, cells: Sequence[int | str | None]) -> Figures:
    """A column of figures."""
    return Figures(
        number,
        f"Cột {number}",
        np.array([cell if isinstance(cell, int) else 0 for cell in cells], dtype=np.int64),
        np.array([cell != "x" for cell in cells], dtype=np.bool_),
        np.array([isinstance(cell, int) for cell in cells], dtype=np.bool_),
    )


@settings(max_examples=300)
@given(CELLS, st.lists(CELLS, min_size=1, max_size=3), st.lists(CELLS, max_size=1), st.lists(CELLS, max_size=2))
def test_an_equation_fails_where_no_reading_of_it_holds(
    left: list[int | str | None],
    plus: list[list[int | str | None]],
    minus: list[list[int | str | None]],
    optional: list[list[int | str | None]],
) -> None:
    """A row with a sum that can be read, which neither the parts nor any choice of the optional ones make up."""
    columns = [column(number, cells) for number, cells in enumerate([left, *plus, *minus, *optional])]
    first, second = 1 + len(plus), 1 + len(plus) + len(minus)
    equation = Equation(columns[0], columns[1:first], columns[first:second], columns[second:])
    expected = []
    for row in range(3):
        sum_, parts, less, more = (
            left[row],
            [one[row] for one in plus],
            [one[row] for one in minus],
            [o[row] for o in optional],
        )
        if not isinstance(sum_, int):
            continue
        unread = "x" in [*parts, *less, *more]
        computed = _whole(parts) - _whole(less)
        choices = [_whole(some) for size in range(len(more) + 1) for some in combinations(more, size)]
        if not unread and sum_ not in [computed + extra for extra in choices]:
            expected.append(row)
    assert expected == fails(equation, np.array([0, 1, 2]))
    assert [row for row in expected if row != 1] == fails(equation, np.array([0, 2]))


def _whole(cells: Sequence[int | str | None]) -> int:
    return sum(cell for cell in cells if isinstance(cell, int))


@given(st.integers(0, 5))
def test_every_choice_of_what_may_be_in_a_sum(number: int) -> None:
    """All choices but none, each once."""
    parts = [column(n, [1, 1, 1]) for n in range(number)]
    chosen = [tuple(one.column for one in some) for some in _choices(parts)]
    assert sorted(chosen) == sorted(c for size in range(1, number + 1) for c in combinations(range(number), size))


def test_sums_at_some_rows() -> None:
    """Blank cells add nothing, one that cannot be read leaves its row's sum unread; signs are written out."""
    total, readable = add_up([column(0, [1, None, "x"]), column(1, [2, 3, 4])], np.array([0, 1, 2]))
    assert ([3, 3, 4], [True, True, False]) == (total.tolist(), readable.tolist())
    assert ["+3", "-12", "+0"] == [signed(number) for number in (3, -12, 0)]


def test_an_equation_is_checked_once() -> None:
    """Of one sum the first; within a stage and across the stages are two."""
    one, other = column(0, [1, 1, 1]), column(1, [1, 1, 1])
    equations = [Equation(one, [other]), Equation(one, []), Equation(one, [], across=True), Equation(other, [one])]
    assert [equations[0], *equations[2:]] == list(_distinct(equations))
    assert "B + D - C" == _sum_words(Equation(one, [column(3, [0, 0, 0]), other], [column(2, [0, 0, 0])]))


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("received_new", "received"), ("carried_over", "received"), ("pending_total", "pending"), ("paused", "pending"),
        ("done_total", "done"), ("late", "done"),
    ],
)  # fmt: skip
def test_the_stage_of_a_count(name: str, stage: str) -> None:
    """What came in, what is open, what is done."""
    assert stage == _stage(name)


ROWS: list[list[str | int | None]] = [
    ["TT", "Đơn vị", "Số"],
    ["A", "Khối xã", 3],
    ["I", "Nhóm một", 3],
    [1, "Phường An Lộc", 1],
    [2, "Phường An Bình A", 2],
    ["", "Cộng", 3],
    ["II", "Nhóm hai", 4],
    [3, "Xã Tân Hội", 4],
    ["-", "Trong đó: trực tuyến", 1],
    ["", "Tổng cộng", 7],
]
GRID = Grid(sheet(ROWS))
KINDS = RowKinds(data=np.array([3, 4, 7]), totals=np.array([5, 9]), groups=np.array([1, 2, 6, 8]))


def test_what_stands_below_a_group() -> None:
    """Down to the next group of its level or above; a letter's group ends with a total too."""
    assert [0, 1, 1, 2] == [_level(GRID, row) for row in KINDS.groups.tolist()]
    assert [[3, 4], [3, 4], [7], []] == [_below(KINDS, row, GRID).tolist() for row in KINDS.groups.tolist()]


def test_what_a_total_may_add_up() -> None:
    """All rows, those before it, or those since the last total or group; a blank row has no level of its own."""
    assert [[3, 4, 7], [3, 4], [3, 4]] == [part.tolist() for part in _parts_of_total(GRID, KINDS, 5)]
    assert [[3, 4, 7], [3, 4, 7]] == [part.tolist() for part in _parts_of_total(GRID, KINDS, 9)]
    named = Grid(sheet([*ROWS[:5], ["", "Cộng nhóm một", 3], *ROWS[6:]]))
    assert [3, 4] in [part.tolist() for part in _parts_of_total(named, KINDS, 5)]
    assert 1 == _level(Grid(sheet([["", ""]])), 0)


@pytest.mark.parametrize(
    ("cells", "parts", "difference"),
    [
        ([1, 2, 3], [[0, 1]], None),
        ([1, 2, 4], [[0, 1]], "+1"),
        ([1, 2, 1], [[0, 1]], "-2"),
        ([1, 2, 2], [[0, 1], [1]], None),
        ([1, 2, 4], [[0, 1], [1]], "+1"),
        ([1, 2, None], [[0, 1]], None),
        ([1, 2, "x"], [[0, 1]], None),
        ([1, "x", 3], [[0, 1]], None),
        ([1, "x", 3], [[0, 1], [0]], None),
        ([1, 2, 9], [], None),
    ],
)
def test_a_total_is_the_sum_of_some_part(
    cells: list[int | str | None], parts: list[list[int]], difference: str | None
) -> None:
    """A stated total that no part makes up is said, with what the first makes; what cannot be read leaves it open."""
    found = _check_total(GRID, column(2, cells), 2, [np.array(part) for part in parts], "f.xlsx")
    if difference is None:
        assert [] == found
        return
    (one,) = found
    assert ("total_mismatch", "C3", "f.xlsx", difference) == (one.code, one.cell, one.file, one.params["difference"])
    assert ("Cột 2", cells[2]) == (one.params["column"], one.params["stated"])
    assert (
        sum(cell for n, cell in enumerate(cells) if n in parts[0] and isinstance(cell, int)) == one.params["computed"]
    )


@pytest.mark.parametrize(
    ("kind", "name", "seen", "wrong"),
    [
        (Kind.DOSSIERS, "due", {"code": 1, "date": 5}, "code"),
        (Kind.DOSSIERS, "due", {"text": 5}, "text"),
        (Kind.DOSSIERS, "due", {"text": 4}, ""),
        (Kind.DOSSIERS, "due", {"text": 9, "date": 1}, ""),
        (Kind.DOSSIERS, "due", {"date": 5}, ""),
        (Kind.TASKS, "due", {"code": 5}, ""),
        (Kind.DOSSIERS, "status", {"date": 1}, "date"),
        (Kind.DOSSIERS, "", {"date": 1}, "date"),
        (Kind.DOSSIERS, "", {"code": 9}, ""),
        (Kind.DOSSIERS, "status", {"code": 1}, "code"),
        (Kind.DOSSIERS, "code", {"code": 9}, ""),
        (Kind.DOSSIERS, "code", {"date": 1}, "date"),
        (Kind.TASKS, "title", {"code": 9}, ""),
        (Kind.DOSSIERS, "unit", {"code": 3}, "code"),
        (Kind.DOSSIERS, "unit", {"code": 2}, ""),
        (Kind.STATISTICS, "unit", {"number": 3, "code": 3}, "number"),
        (Kind.STATISTICS, "unit", {"text": 9}, ""),
        (Kind.STATISTICS, "late", {"text": 3}, "text"),
        (Kind.STATISTICS, "late", {"text": 2}, ""),
        (Kind.STATISTICS, "field", {"text": 9}, ""),
        (Kind.TASKS, "assigned", {"text": 3}, "text"),
        (Kind.TASKS, "completed", {"text": 3}, "text"),
        (Kind.PAR_INDEX, "score_self", {"text": 3}, "text"),
        (Kind.TASKS, "result", {"text": 9}, ""),
        (Kind.STATISTICS, "late", {"date": 9}, ""),
    ],
)
def test_what_does_not_belong_under_a_head(kind: Kind, name: str, seen: dict[str, int], wrong: str) -> None:
    """Dates under words, codes or words under dates, words under counts: each from so many cells on."""
    assert wrong == _wrong_shape(kind, name, seen)


@pytest.mark.parametrize(
    ("numbers", "score", "alike"),
    [
        ([80, 90], [81, 90], True),
        ([80, 90], [80, 90], False),
        ([10, 10], [80, 90], False),
        ([10, 80], [80, 81], False),
        ([40, 45], [80, 90], True),
        ([39, 45], [80, 90], False),
        ([None, 80], [90, 81], True),
        ([80, 80, 80], [None, None, 90], True),
        ([80, 80], [None, 80], False),
        ([None, None], [90, 80], False),
        ([None, None], [None, None], False),
    ],
)
def test_a_column_may_be_the_score_if_it_is_of_its_size(
    numbers: list[int | None], score: list[int | None], alike: bool
) -> None:
    """Most of its figures at least half as large and some of them others, or figures where the score has none."""
    one, other = (
        {row: None if value is None else Fraction(value) for row, value in enumerate(some)} for some in (numbers, score)
    )
    assert alike == _alike(one, other)


@pytest.mark.parametrize(
    ("texts", "most"),
    [
        (["Thang điểm 120"], 120), (["điểm tối đa là 50", "thang điểm 60"], 50), (["Tổng 65 điểm"], 65), (["65đ"], 65),
        (["Thang điểm"], None), (["5 điểm"], None), ([], None), (["thẩm định", "tối đa 80"], 80),
    ],
)  # fmt: skip
def test_the_greatest_score_that_words_name(texts: list[str], most: int | None) -> None:
    """The first of the texts that names one."""
    assert most == _stated(texts)
