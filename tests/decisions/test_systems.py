"""Which system a table comes from, and sections of a list that come from another."""

from __future__ import annotations

import pytest

from tests.decisions.reading import Row, decide
from tests.layout.lists import DOSSIERS, dossier, dossiers
from thidua_cli.intake.decisions.systems import named_in
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.tables import System

ONE_STOP, PUBLIC, LOGBOOK = System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("Phần mềm một cửa điện tử", [ONE_STOP]),
        ("Cổng dịch vụ công", [PUBLIC]),
        ("DVCTT 2021", [PUBLIC]),
        ("Một cửa và dịch vụ công", [ONE_STOP, PUBLIC]),
        ("Hồ sơ ngoài phần mềm một cửa", [LOGBOOK]),
        ("ho so giay", [LOGBOOK]),
        ("Sổ viết tay", [LOGBOOK]),
        ("Hồ sơ thủ công", [LOGBOOK]),
        ("Sổ theo dõi", []),
        ("Giấy phép xây dựng", []),
        ("Công tác dịch vụ", []),
    ],
)
def test_the_words_of_systems(text: str, systems: list[System]) -> None:
    """Words name systems with or without accents; outside the software rules over all, one stop over public service."""
    assert systems == named_in(all_words(text))


def test_a_section_of_another_system_is_a_table_of_its_own() -> None:
    """Rows under "Hồ sơ ngoài phần mềm" are the logbook's; the account of all rows stays with the first part."""
    rows: list[Row] = [["HỒ SƠ MỘT CỬA"], DOSSIERS, dossier(1), ["Hồ sơ ngoài phần mềm"], dossier(2), dossier(3)]
    found = decide(rows)
    assert [(ONE_STOP, [2]), (LOGBOOK, [4, 5])] == [(t.receipt.system, t.rows.tolist()) for t in found.tables]
    assert ["group"] == [t.receipt.system_from for t in found.tables if t.receipt.system is LOGBOOK]
    assert [4, 0] == [sum(table.receipt.account.rows.values()) for table in found.tables]


def test_other_sections_cut_nothing() -> None:
    """Group rows of fields or states leave a list one table."""
    rows: list[Row] = [["HỒ SƠ MỘT CỬA"], DOSSIERS, ["Lĩnh vực Hộ tịch"], dossier(1), ["Lĩnh vực Đất đai"], dossier(2)]
    assert [ONE_STOP] == [table.receipt.system for table in decide(rows).tables]


def test_a_system_stated_as_an_option_is_said_so() -> None:
    """The reading of a stated system names the statement and not the title."""
    from tests.support.sheets import sheet, source
    from thidua_cli.intake.periods import Period
    from thidua_cli.intake.understanding import understand
    from thidua_cli.plan.model import Vocabulary

    file = source(sheet([["HỒ SƠ MỘT CỬA"], *dossiers(2)]), name="a.xlsx")
    (table,), _, _, _ = understand(
        file, vocabulary=Vocabulary(), period=Period.of_year(2021), systems={"a.xlsx": PUBLIC}
    )
    (reading,) = [one for one in table.receipt.readings if one.rule == "system_option"]
    assert "do người dùng hoặc kế hoạch ghi rõ" in reading.sentence()
