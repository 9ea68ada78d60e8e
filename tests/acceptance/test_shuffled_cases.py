"""The order of files, sheets and rows of lists decides nothing, in any of the cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import msgspec
import numpy as np
import pytest

from tests.acceptance.every_table import YEAR
from tests.cases.facts import Answer, Case
from tests.cases.running import HERE, cases
from tests.support.sheets import range_place
from thidua_cli.errors import DataError
from thidua_cli.intake.opening import list_inputs, open_file
from thidua_cli.intake.sheet import Sheet, SourceFile
from thidua_cli.intake.tables import Intake, IntakeFile, Kind, Table
from thidua_cli.intake.understanding import understand
from thidua_cli.pipeline import judge
from thidua_cli.plan.loading import load_plan
from thidua_cli.result import Result

PLAN = load_plan()
LISTS = frozenset({Kind.DOSSIERS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS, Kind.UNITS, Kind.PAR_INDEX})
ALL = [
    (home, case) for home in (HERE, HERE / "more") for case in cases(home) if case.command == "score" and not case.args
]


def opened(home: Path, case: Case) -> list[SourceFile]:
    """The files of a case as they are."""
    inputs = list_inputs([home / "cases" / name for name in case.files]).files
    return [open_file(item.path, item.name)[0] for item in inputs]


def said(files: Sequence[SourceFile]) -> tuple[object, ...]:
    """What is judged of files: every unit's verdicts, figures and rank, persons and proposals; or that nothing is."""
    intake = Intake([IntakeFile(file.name, file.sha256) for file in files], [], [])
    tables, findings, withheld = [], [], []
    for file in files:
        read, found, _, unused = understand(file, vocabulary=PLAN.vocabulary, period=YEAR)
        tables += read
        findings += found
        withheld += unused
    try:
        result = judge(replace(intake, tables=tables, findings=findings, withheld=withheld), PLAN, PLAN.period_end)
    except DataError as error:
        return (error.text(),)
    return _judged(result)


def _judged(result: Result) -> tuple[object, ...]:
    answer = msgspec.json.decode(result.to_json(), type=Answer)
    units = sorted((unit.name, unit.rank, unit.tied) for unit in answer.units)
    figures = sorted(
        (unit.name, one.id, one.verdict, str(one.reason), str(one.numerator), str(one.denominator), one.undecided)
        for unit in result.units
        for criterion in unit.criteria
        for one in criterion.measures
    )
    persons = sorted((one.unit, one.name, one.eligible) for one in result.individuals)
    proposed = sorted((one.unit, one.individual or "", one.council_review) for one in answer.proposals)
    return units, figures, persons, proposed


def shuffled(files: Sequence[SourceFile], random: Random) -> list[SourceFile]:
    """The files in another order, their sheets in another, and the rows of plain lists in another."""
    made = []
    for file in random.sample(list(files), len(files)):
        tables, _, _, _ = understand(file, vocabulary=PLAN.vocabulary, period=YEAR)
        sheets = [_rows_shuffled(sheet, tables, random) for sheet in file.sheets]
        made.append(replace(file, sheets=random.sample(sheets, len(sheets))))
    return made


def _rows_shuffled(sheet: Sheet, tables: Sequence[Table], random: Random) -> Sheet:
    """A sheet with the rows of its one list in another order, where they are all data and no cell spans several."""
    mine = [table for table in tables if table.receipt.sheet == sheet.name]
    if len(mine) != 1 or mine[0].kind not in LISTS or not len(mine[0].rows):
        return sheet
    rows = mine[0].rows
    account = mine[0].receipt.account
    bottom = range_place(mine[0].receipt.header)[2]
    plain = account.rows["data"] == account.last - account.first + 1
    marked = sheet.hidden_rows or sheet.formulas_without_value or sheet.percent or sheet.struck
    if not plain or marked or any(last > bottom for _, _, last, _ in sheet.merged):
        return sheet
    order = np.array(random.sample(rows.tolist(), len(rows)))
    columns = []
    for column in sheet.columns:
        codes = column.codes.copy()
        codes[rows] = column.codes[order]
        columns.append(replace(column, codes=codes))
    return replace(sheet, columns=columns)


@pytest.mark.parametrize(("home", "case"), ALL, ids=[case.name for _, case in ALL])
def test_order_decides_nothing(home: Path, case: Case) -> None:
    """Files, sheets and rows in another order give the same verdicts, figures, ranks, persons and proposals."""
    files = opened(home, case)
    assert said(files) == said(shuffled(files, Random(case.name)))  # noqa: S311 - an order, not a secret
