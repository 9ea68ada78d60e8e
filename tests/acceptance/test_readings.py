"""Every reading is a sentence in both languages, and every rule of reading is in use."""

from __future__ import annotations

import re

import pytest

from tests.acceptance.every_table import SETS, YEAR, place, understood
from tests.support.sheets import sheet, source
from thidua_cli.intake.reading import RULES, explained
from thidua_cli.intake.sheet import CellValue
from thidua_cli.intake.tables import System, Table
from thidua_cli.intake.understanding import understand
from thidua_cli.plan.model import Vocabulary


@pytest.mark.parametrize("name", SETS)
def test_every_reading_is_a_whole_sentence(name: str) -> None:
    """No sentence lacks a parameter, holds a brace or the word None, or names a row class that is not there."""
    for item in understood(name):
        for table in item.tables:
            for reading in table.receipt.readings:
                for lang in ("vi", "en"):
                    sentence = reading.sentence(lang)
                    assert not re.search(r"[{}]|\bNone\b|  |“”", sentence), (place(table), sentence)
                    assert re.search(r"^[“\w].*\.$", sentence, re.DOTALL), (place(table), sentence)


A, B = "Phường An Lộc", "Phường An Bình A"
ASSIGNED, DUE = "Số nhiệm vụ được giao", "Ngày hẹn trả"
MADE: list[list[list[CellValue]]] = [
    [["Đơn vị", "Điểm thẩm định", "Điểm thẩm định"], [A, 80, 80], [B, 90, 90]],
    [["KẾT QUẢ TỰ ĐÁNH GIÁ CHỈ SỐ CCHC NĂM 2021"], ["Đơn vị", "Tổng điểm"], [A, 80], [B, 90]],
    [
        ["Đơn vị", ASSIGNED, "Số nhiệm vụ đã hoàn thành"],
        ["QUÝ I"],
        [A, 4, 4],
        [B, 3, 3],
        ["QUÝ II"],
        [A, 2, 2],
        [B, 1, 1],
    ],
    [["Đơn vị", *[ASSIGNED] * 3, "Số nhiệm vụ đã hoàn thành"], [A, 4, 10, 6, 9], [B, 3, 5, 2, 5]],
    [
        ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày trả kết quả", DUE, DUE],
        ["000.05.41.H20-210201-0001", A, "01/02/2021", "04/02/2021", "7 ngày", "08/02/2021"],
    ],
]
"""Columns of one head: with the same cells, the sum of others, other cells; a bare one with a title; and sections."""


def made() -> list[Table]:
    """The tables of :data:`MADE`, from a file whose system is stated."""
    file = source(*map(sheet, MADE))
    return understand(file, vocabulary=Vocabulary(), period=YEAR, systems={file.name: System.ONE_STOP})[0]


def test_every_rule_is_in_use() -> None:
    """Each rule decides in at least one workbook of the tests; rare ones in sheets made for them."""
    every = [table for name in SETS for item in understood(name) for table in item.tables]
    used = {reading.rule for table in (*every, *made()) for reading in table.receipt.readings}
    assert WITHHOLDING == set(RULES) - used


WITHHOLDING = {"unit_column_unknown"}
"""Rules whose tables are not used, so that no receipt keeps them; the finding of the same name says them."""


def test_rules_ask_known_questions() -> None:
    """Every rule belongs to a question, and every question has a rule."""
    assert set(explained("question")) == {rule.question for rule in RULES.values()}
