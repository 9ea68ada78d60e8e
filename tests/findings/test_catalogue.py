from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from tests.findings import of_dossiers, of_figures, of_files, of_lists, of_readings
from tests.findings.cases import CASES, Case
from thidua_cli.checking import check
from thidua_cli.findings import CATALOGUE, EMPTY, PARAMETERS, Finding, FindingKind
from thidua_cli.pipeline import ReadOptions
from thidua_cli.plan.loading import WARD, load_plan, shipped_plan

SOURCES = (of_dossiers, of_figures, of_files, of_lists, of_readings)
PLAN = load_plan()
ALL = [case for code in sorted(CASES) for case in CASES[code]]


def found(case: Case, folder: Path) -> list[Finding]:
    """Everything that is found in a fixture."""
    options = ReadOptions(skip_unreadable=case.skip_unreadable)
    plan = load_plan(shipped_plan(WARD)) if case.code == "not_judged" else PLAN
    return list(check([case.write(folder)], plan, options=options).findings)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_has_a_fixture(code: str) -> None:
    """No code is in the catalogue that nothing triggers."""
    assert code in CASES


def test_every_kind_has_a_name_of_its_own() -> None:
    """People choose findings by name: every code has one, and no two codes the same."""
    for lang in ("vi", "en"):
        assert len(CATALOGUE) == len({kind.name.text(lang) for kind in CATALOGUE.values()})


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}-{case.write.__name__}")
def test_fixture_triggers_its_finding(case: Case, tmp_path: Path) -> None:
    """The public pipeline finds it, with its severity, at its file, sheet and cell, for its unit, so many times."""
    expected = (case.severity, case.file, case.sheet, case.cell, case.unit, case.count)
    findings = [f for f in found(case, tmp_path) if f.code == case.code]
    assert expected in [(f.severity.value, f.file, f.sheet, f.cell, f.unit, f.count) for f in findings]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}-{case.write.__name__}")
def test_texts_are_whole_and_name_no_place(case: Case, tmp_path: Path) -> None:
    """Every parameter is filled in, both languages speak, and neither rows nor cells stand in the words."""
    for finding in found(case, tmp_path):
        for text in (finding.message(), finding.message("en"), finding.hint(), finding.hint("en")):
            first = text.removeprefix("“")[:1]
            assert first.isupper() or first.isdigit()
            assert not re.search(r"[{}]|\bNone\b|\(để trống\)|\(empty\)|  ", text)
            for cell in (*finding.cells, finding.cell):
                assert not cell or not re.search(rf"\b{cell}\b", text)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_examples_have_the_parameters_of_real_findings(code: str, tmp_path: Path) -> None:
    """The example of a code in the documentation is made of what a real finding of it says."""
    finding = next(f for f in found(CASES[code][0], tmp_path) if f.code == code)
    assert _fields(CATALOGUE[code]) == set(CATALOGUE[code].example)
    assert set(finding.params) >= set(CATALOGUE[code].example)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}-{case.write.__name__}")
def test_every_word_of_a_finding_is_quoted_by_a_rule_or_the_programs_own(case: Case, tmp_path: Path) -> None:
    """Each parameter that is text is declared: what kind of word of the input it quotes, or that it quotes none."""
    for finding in found(case, tmp_path):
        words = {name for name, value in finding.params.items() if isinstance(value, str)}
        assert set() == words - {*finding.kind.quotes, *PARAMETERS}


def _fields(kind: FindingKind) -> set[str]:
    texts = (kind.message.source, kind.hint.source)
    return {name for text in (*texts, kind.command) for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(c for c, kind in CATALOGUE.items() if "{count" in kind.message.source))
def test_one_and_many(code: str) -> None:
    """A count of one and of many thousands reads right in both languages."""
    one, many = (Finding(code, {**CATALOGUE[code].example, "count": n}) for n in (1, 12345))
    assert "12.345" in many.message() + many.hint()
    assert "12,345" in many.message("en") + many.hint("en")
    if code not in ("ambiguous_person", "duplicate_dossier"):  # never of one
        assert not re.search(r"\b1 \w+s\b", one.message("en"))


def test_words_for_empty_cells() -> None:
    """An empty cell is not quoted as if it held the words."""
    for kind in CATALOGUE.values():
        if kind.instead is not None and kind.instead.value == EMPTY:
            finding = Finding(kind.code, {**kind.example, kind.instead.parameter: EMPTY})
            texts = [finding.message(), finding.message("en"), finding.hint(), finding.hint("en")]
            assert [] == [text for text in texts if "trống)" in text or "(empty)" in text]
