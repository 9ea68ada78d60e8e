"""The order of rows, sheets and files decides nothing."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan

BOOK = Path(__file__).resolve().parents[1] / "exports" / "mot-tap" / "input" / "data.xlsx"
PLACES = {"row": 0, "source_row": 0, "cell": "", "cells": [], "file": "", "header": "", "sha256": "", "inputs": []}
"""What may differ: an input's own name, hash and row numbers."""

Sheets = dict[str, list[list[Any]]]


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    """Every sheet of the given workbook as rows of cells."""
    book = CalamineWorkbook.from_path(str(BOOK))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


@pytest.fixture(scope="module")
def usual(sheets: Sheets, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The result of the workbook as it is, without its places."""
    return _scored([_write(tmp_path_factory.mktemp("usual") / "data.xlsx", sheets)])


@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_rows_and_sheets_give_the_same_result(sheets: Sheets, usual: bytes, tmp_path: Path, seed: int) -> None:
    """Rows shuffled below their headers, in sheets in another order, change nothing but row numbers."""
    random = Random(seed)  # noqa: S311 - an order, not a secret
    names = random.sample(sorted(sheets), len(sheets))
    shuffled = {name: _shuffled(random, sheets[name]) for name in names}
    assert usual == _scored([_write(tmp_path / "data.xlsx", shuffled)])


def test_one_file_per_sheet_gives_the_same_result(sheets: Sheets, usual: bytes, tmp_path: Path) -> None:
    """The same sheets as files of their own, in any order, change nothing but names."""
    # Sources are listed by file and sheet: files named in the order of the sheets' names keep that order.
    files = [_write(tmp_path / f"{n}.xlsx", {name: sheets[name]}) for n, name in enumerate(sorted(sheets))]
    assert usual == _scored(files) == _scored(files[::-1])


def test_same_input_gives_the_same_bytes() -> None:
    """Two runs over one workbook give the same bytes of result.json."""
    plan = load_plan()
    assert score([BOOK], plan).to_json() == score([BOOK], plan).to_json()


def _shuffled(random: Random, rows: list[list[Any]]) -> list[list[Any]]:
    """The rows with their data rows (those that begin with a number) in another order, all others in place."""
    places = [n for n, row in enumerate(rows) if isinstance(row[0], float)]
    order = random.sample(places, len(places))
    moved = dict(zip(places, order, strict=True))
    return [rows[moved.get(n, n)] for n in range(len(rows))]


def _write(path: Path, sheets: Sheets) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy hh:mm"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    sheet.write(number, column, cell)
    book.close()
    return path


def _scored(paths: list[Path]) -> bytes:
    result = json.loads(score(paths, load_plan()).to_json(), object_pairs_hook=_without_places)
    return json.dumps(result, ensure_ascii=False, indent=1).encode()


def _without_places(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: PLACES.get(key, value) for key, value in pairs}
