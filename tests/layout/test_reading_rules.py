from __future__ import annotations

import re

import pytest

from tests.layout import field_layouts, forms
from tests.layout.conftest import Reader
from thidua_cli.findings import CATALOGUE
from thidua_cli.intake.reading import ROW_CLASSES, RULES, example_of, explained

LAYOUTS = [
    *(forms.form_06a, forms.epar, field_layouts.register, field_layouts.late_done, field_layouts.by_level),
    *(field_layouts.by_unit, field_layouts.from_portal, field_layouts.parts_of_a_ledger),
]


@pytest.mark.parametrize("code", RULES)
def test_the_example_of_a_rule_makes_whole_sentences(code: str) -> None:
    """Every rule's sentence is whole with its example in both languages, uses all of it and ends as a sentence does."""
    rule, example = RULES[code], example_of(code)
    for lang in ("vi", "en"):
        sentence = example.sentence(lang)
        assert not re.search(r"[{}]|“”", sentence), sentence
        assert sentence.endswith(".")
    assert set(rule.example) == set(re.findall(r"\{(\w+)\}", rule.words.source))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_answers_a_question_of_the_page(code: str) -> None:
    """A rule belongs to a question, and what else says the same is a finding that exists or the table's first line."""
    rule = RULES[code]
    assert rule.question in explained("question")
    assert rule.said_by in {"", "heading", *CATALOGUE}


def test_every_class_of_rows_has_its_meaning() -> None:
    """The page explains every class that the account of a table counts."""
    assert set(ROW_CLASSES) == set(explained("row"))


@pytest.mark.parametrize("make", LAYOUTS, ids=lambda make: str(make.__name__))
def test_examples_have_the_parameters_of_real_readings(make: object, read: Reader) -> None:
    """What a table's readings carry is what the example of their rule carries."""
    tables, _, _ = read(make().sheet())  # type: ignore[operator]
    for reading in (reading for table in tables for reading in table.receipt.readings):
        assert set(reading.params) == set(example_of(reading.rule).params), reading.rule
