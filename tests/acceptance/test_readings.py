"""Every reading is a sentence in both languages, and every rule of reading is in use."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from tests.acceptance.every_table import SETS, place, understood
from thidua_cli.intake.reading_questions import QUESTIONS
from thidua_cli.intake.reading_rules import RULES


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


def test_every_rule_is_in_use() -> None:
    """Each rule decides in at least one workbook of the tests."""
    used = {r.rule for name in SETS for item in understood(name) for t in item.tables for r in t.receipt.readings}
    assert set(RULES) - used == WITHHOLDING


WITHHOLDING = {"unit_column_unknown"}
"""Rules whose tables are not used, so that no receipt keeps them; the finding of the same name says them."""


def test_rules_ask_known_questions_in_both_languages() -> None:
    """Every rule belongs to a question, every question has a rule, and both languages name the same parameters."""
    assert set(QUESTIONS) == {rule.question for rule in RULES.values()}
    for code, rule in RULES.items():
        vi, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in (rule.vi, rule.en))
        assert en <= vi, code
