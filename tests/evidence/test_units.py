"""Which unit a spelling means: exact keys and aliases, never likeness; who is judged without a register."""

from __future__ import annotations

import pytest

from tests.support.tables import PLAN, REGISTER, Row, codes, dossier, dossiers, evidence, finding, register, table
from thidua_cli.evidence.units import build_register
from thidua_cli.intake.tables import Kind

ALL: list[Row] = [
    *REGISTER,
    *({"unit": name} for name in ("Phòng Kinh tế", "Thanh tra thành phố", "Văn phòng HĐND và UBND")),
]


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("UBND phường An Lộc", "Phường An Lộc"),
        ("Ủy ban nhân dân P. An Lộc", "Phường An Lộc"),
        ("Uỷ ban nhân dân phường An Lộc", "Phường An Lộc"),
        ("P.An Lộc", "Phường An Lộc"),
        ("An Lộc", "Phường An Lộc"),
        ("PHƯỜNG AN LỘC", "Phường An Lộc"),
        ("Phường An Lộc - TP Hồng Ngự", "Phường An Lộc"),
        ("UBND P An Lộc - Thành phố Hồng Ngự - Tỉnh Đồng Tháp", "Phường An Lộc"),
        ("000.01.41.H20 - UBND phường An Lộc", "Phường An Lộc"),
        ("Bộ phận TN&TKQ phường An Lộc", "Phường An Lộc"),
        ("P. Tư pháp", "Phòng Tư pháp"),
        ("Phuong An Loc", "Phường An Lộc"),
        ("Phường An Bình A", "Phường An Bình A"),
        ("xã An Bình A", "Phường An Bình A"),
        ("UBND P. An Bình B", "Phường An Bình B"),
        ("Phòng Tư pháp thành phố", "Phòng Tư pháp"),
        ("Phòng Tư pháp TP. Hồng Ngự", "Phòng Tư pháp"),
        ("VP.HĐND&UBND", "Văn phòng HĐND và UBND"),
        ("Văn phòng HĐND và UBND thành phố", "Văn phòng HĐND và UBND"),
        ("Thanh tra TP", "Thanh tra thành phố"),
        ("Phòng TP", "Phòng Tư pháp"),
        ("Phường An Lộc (đơn vị điểm)", "Phường An Lộc"),
        ("UBND phường An Lộc (chưa nộp báo cáo)", "Phường An Lộc"),
        ("Thanh tra thành phố Hồng Ngự", "Thanh tra thành phố"),
    ],
)
def test_spellings_mean_the_unit_they_name(spelling: str, unit: str) -> None:
    """Prefixes, the city's name, case, tone marks and codes are rewritten by rule to exact keys."""
    found = build_register([register(ALL)], PLAN)
    assert [unit] == [found.units[index].name for index in found.find(spelling)]


@pytest.mark.parametrize(
    "spelling",
    [
        "Phường An Bình",
        "An Bình",
        "Phường An Bình C",
        "UBND thành phố Hồng Ngự",
        "Phường An Lôc",
        "Xã Thường Lạc",
        "Xã Thường Lạc - Huyện Hồng Ngự",
        "Phường An Lộc - Thành phố Cao Lãnh",
        "Phòng An Lộc",
        "Phường Tư pháp",
        "Phòng Kinh tế - Hạ tầng",
        "Văn phòng",
        "Phòng",
        "P.",
        "Phòng TX",
        "Xã",
        "Phường",
        "UBND",
        "UBND phường",
        "Phường An Lộc (Cơ sở 2)",
        "Thanh tra tỉnh Đồng Tháp",
        "UBND thành phố",
        "",
        "?",
    ],
)
def test_likeness_decides_nothing(spelling: str) -> None:
    """A name that is only like a unit's means none."""
    assert () == build_register([register(ALL)], PLAN).find(spelling)


def test_an_unknown_name_is_said_with_the_nearest_unit() -> None:
    """The finding names the cell, how many rows, and the nearest unit for a hint; the rows count for nobody."""
    found = evidence(dossiers([dossier(1, unit="Phường An Lôc"), dossier(2, unit="Phường An Lôc")]))
    said = finding(found, "unknown_unit")
    assert ("B2", 2, ("B2", "B3")) == (said.cell, said.count, said.cells)
    assert "Phường An Lộc" in said.hint()


@pytest.mark.parametrize(
    ("spelling", "nearest"),
    [("Phường An Lộc", "UBND phường An Lộc (được biểu dương)"), ("Phòng", ""), ("P. An Lạt", "P. An Lạc")],
)
def test_the_nearest_unit_is_told_by_its_proper_name(spelling: str, nearest: str) -> None:
    """A unit that has all syllables of a name is nearer than one spelt alike; a mere kind of unit is near none."""
    rows: list[Row] = [{"unit": name, "group": "A"} for name in ("UBND phường An Lộc (được biểu dương)", "P. An Lạc")]
    found = evidence(register([*rows, {"unit": "Phòng Y tế", "group": "A"}]), dossiers([dossier(1, unit=spelling)]))
    assert nearest == finding(found, "unknown_unit").params["nearest"]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (("Khối phòng", "Phòng chuyên môn"), {"unknown_group", "duplicate_unit"}),
        (("Khối phòng", "khối  phòng"), {"unknown_group"}),
        (("Phòng, ban", ""), {"group_blank", "duplicate_unit"}),
        (("", ""), set()),
    ],
)
def test_two_rows_of_a_unit_are_held_against_each_other(groups: tuple[str, str], expected: set[str]) -> None:
    """One unit in two groups is said also where the plan has neither; groups left out of a whole register are usual."""
    found = evidence(table(Kind.UNITS, [{"unit": "Phòng Y tế", "group": group} for group in groups]))
    assert expected == codes(found) & {"unknown_group", "duplicate_unit", "group_blank"}


def test_a_bare_name_of_two_units_is_ambiguous() -> None:
    """A ward and a commune of one name: the bare name may mean either, and none is chosen."""
    rows: list[Row] = [{"unit": "Phường Tân Hội", "group": "A"}, {"unit": "Xã Tân Hội", "group": "A"}]
    found = evidence(register(rows), dossiers([dossier(1, unit="Tân Hội")]))
    assert "Phường Tân Hội / Xã Tân Hội" == finding(found, "ambiguous_unit").params["candidates"]


def test_without_a_register_units_are_those_that_tables_name() -> None:
    """Spellings of one name are one unit, in the groups of communes and offices; only the indexed ones are assessed."""
    rows = [
        dossier(n, unit=name) for n, name in enumerate(("UBND phường An Lộc", "P.An Lộc", "Phòng Y tế", "Xã An Bình A"))
    ]
    index = table(Kind.PAR_INDEX, [{"unit": "PHƯỜNG AN LỘC", "score_final": 90}])
    tables = [dossiers(rows), index]
    found = build_register(tables, PLAN)
    assert {
        ("Phường An Bình A", "Xã, phường", False),
        ("Phường An Lộc", "Xã, phường", True),
        ("Phòng Y tế", "Phòng, ban", False),
    } == {(unit.name, unit.group, unit.assessed) for unit in found.units}


@pytest.mark.parametrize(
    ("cells", "expected", "said"),
    [
        (["X", "", "X"], [True, False, True], False),
        (["Có", "", "Không"], [True, True, False], True),
        (["", "", ""], [True, True, True], True),
        (["Có", "ừ", "Không"], [True, True, False], True),
    ],
)
def test_an_empty_answer_is_no_only_among_marks(cells: list[str], expected: list[bool], said: bool) -> None:
    """X or nothing is a column of marks; beside a written no, or alone, an empty cell says nothing and is a finding."""
    rows = [{**row, "assessed": cell} for row, cell in zip(REGISTER, cells, strict=False)]
    found = evidence(table(Kind.UNITS, rows, fields=("assessed",)))
    by_name = {unit.name: unit.assessed for unit in found.units}
    assert expected == [by_name[str(row["unit"])] for row in rows]
    assert said == bool({"unknown_answer", "assessed_blank"} & codes(found))


def test_a_files_name_is_a_unit_only_if_it_says_so() -> None:
    """Without a register "thieu cot.xlsx" makes no unit; "Phường An Lạc.xlsx" does."""
    rows = [{k: v for k, v in dossier(1).items() if k != "unit"}]
    named = table(Kind.DOSSIERS, rows, unit_context="Phường An Lạc")
    unnamed = table(Kind.DOSSIERS, rows, unit_context="Thieu cot")
    assert ["Phường An Lạc"] == [unit.name for unit in build_register([named], PLAN).units]
    assert [] == list(build_register([unnamed], PLAN).units)


def test_a_units_own_name_is_no_other_units_alias() -> None:
    """Two units that list the same other name: the one that is really called so is meant."""
    rows: list[Row] = [
        {"unit": "Phường An Lộc", "group": "A", "aliases": "UBND phường An Lộc"},
        {"unit": "Phòng Tư pháp", "group": "A", "aliases": "UBND phường An Lộc"},
    ]
    found = build_register([register(rows)], PLAN)
    assert ["Phường An Lộc"] == [found.units[index].name for index in found.find("Phường An Lộc")]
