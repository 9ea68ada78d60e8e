"""Total and group rows against the rows they add up: never counted, only checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.figures import Figures, counted, signed
from thidua_cli.intake.decisions.rows import RowKinds, Rows
from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import all_words, header_words
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.text.language import Param, t

_STATED_ROWS = re.compile(r"(?:(?:tong so|tong cong|tong|cong)(?: ho so)?(?: la)? )?(\d+)(?: ho so)?")


def check_totals(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """Every total row, and every group row with figures, against the data rows it stands for.

    A grand total may be that of the whole table or of its own part of it (a page, a group): one of them must fit. A
    list of dossiers that states how many it holds is checked by its rows.
    """
    if found.kind is Kind.DOSSIERS:
        return _check_length(grid, found, kinds, file)
    findings: list[Finding] = []
    for column in counted(grid, found).values():
        for row in kinds.totals:
            findings += _check_total(grid, column, int(row), _parts_of_total(grid, kinds, int(row)), file)
        for row in kinds.groups:
            if column.filled[row] and _level(grid, int(row)) < 2:
                findings += _check_total(grid, column, int(row), [_below(kinds, int(row), grid)], file)
    return findings


def _check_total(grid: Grid, column: Figures, row: int, parts: Sequence[Rows], file: str) -> list[Finding]:
    """No finding if the stated figure is the sum of one of the parts; unreadable cells leave it open."""
    if not column.filled[row] or not column.readable[row]:
        return []
    stated = int(column.value[row])
    if not parts or not all(bool(column.readable[part].all()) for part in parts):
        return []
    sums = [int(column.value[part].sum()) for part in parts]
    if stated in sums:
        return []
    params: dict[str, Param] = {
        "column": column.head,
        "stated": stated,
        "computed": sums[0],
        "difference": signed(stated - sums[0]),
    }
    return [Finding("total_mismatch", params, file, grid.sheet.name, column.cell(row))]


def _parts_of_total(grid: Grid, kinds: RowKinds, row: int) -> list[Rows]:
    """What a total row may add up, the likeliest first: all rows, or those since the total or group row before."""
    before = np.concatenate([kinds.totals[kinds.totals < row], kinds.groups[kinds.groups < row]])
    start = int(before.max()) if len(before) else -1
    section = kinds.data[(kinds.data > start) & (kinds.data < row)]
    running = kinds.data[kinds.data < row]
    named = any(row_words.is_subtotal(grid.text(row, column.index)) for column in grid.sheet.columns)
    parts = [section, running, kinds.data] if named else [kinds.data, running, section]
    return [part for part in parts if len(part)]


def _below(kinds: RowKinds, row: int, grid: Grid) -> Rows:
    """The data rows under a group row: to the next group row of its level or above (letters above Roman numbers)."""
    level = _level(grid, row)
    later = [int(other) for other in kinds.groups if other > row and _level(grid, int(other)) <= level]
    ends = [*later, *(int(total) for total in kinds.totals if total > row and level == 0), grid.sheet.n_rows]
    return kinds.data[(kinds.data > row) & (kinds.data < min(ends))]


def _level(grid: Grid, row: int) -> int:
    """0 for a letter (A, B), 1 for a Roman number or no number, 2 for a detail ("Trong đó", "- …")."""
    texts = [text for column in grid.sheet.columns if (text := grid.text(row, column.index))]
    if not texts:
        return 1
    if re.fullmatch(r"[ABE-H][.)]?", texts[0]):
        return 0
    details = any(row_words.is_within(text) or row_words.is_detail(text) for text in texts[:2])
    numbered = any(row_words.is_sub_number(column.at(row)) for column in grid.sheet.columns[:2])
    return 2 if details or numbered else 1


def _check_length(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> list[Finding]:
    """A list's own count of its rows ("Tổng cộng: 3312 hồ sơ") against the rows."""
    findings = []
    for row in kinds.totals:
        stated = _stated_rows(grid, found, int(row))
        if stated is None or stated[0] in {len(part) for part in _parts_of_total(grid, kinds, int(row))}:
            continue
        number, cell = stated
        params: dict[str, Param] = {
            "column": t("number of dossiers"),
            "stated": number,
            "computed": len(kinds.data),
            "difference": signed(number - len(kinds.data)),
        }
        findings.append(Finding("total_mismatch", params, file, grid.sheet.name, cell))
    return findings


def _stated_rows(grid: Grid, found: Recognition, row: int) -> tuple[int, str] | None:
    """The number of dossiers that a total row states, if it states one number only."""
    stated: list[tuple[int, str]] = []
    for column in found.block.columns:
        value = grid.value(row, column)
        if isinstance(value, (int, float)) and float(value).is_integer():
            stated.append((int(value), cell_name(row, column)))
        elif isinstance(value, str):
            match = _STATED_ROWS.fullmatch(header_words(value.replace(".", ""))) or _STATED_ROWS.fullmatch(
                all_words(value)
            )
            if match:
                stated.append((int(match[1]), cell_name(row, column)))
    return stated[0] if len(stated) == 1 else None
