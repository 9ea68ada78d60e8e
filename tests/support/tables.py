"""Tables as intake hands them on, made from rows of plain values: one dict per row, keys are fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from thidua_cli.evidence.gather import gather
from thidua_cli.evidence.model import Evidence
from thidua_cli.findings import Finding
from thidua_cli.intake.sheet import CellValue, Column, column_letter
from thidua_cli.intake.tables import Kind, Receipt, System, Table, Withheld
from thidua_cli.plan.loading import load_plan
from thidua_cli.plan.model import Plan

Row = Mapping[str, CellValue]
PLAN = load_plan()
END = date(2021, 12, 31)
REGISTER: list[Row] = [
    {"unit": "Phường An Lộc", "group": "Xã, phường", "assessed": "Có"},
    {"unit": "Phường An Bình A", "group": "Xã, phường", "assessed": "Có"},
    {"unit": "Phường An Bình B", "group": "Xã, phường", "assessed": "Có"},
    {"unit": "Phòng Tư pháp", "group": "Phòng, ban", "assessed": "Không"},
]


def table(
    kind: Kind,
    rows: Sequence[Row],
    *,
    fields: Sequence[str] = (),
    system: System | None = None,
    file: str = "",
    sheet: str = "Sheet1",
    unit_context: str | None = None,
    title: str = "",
) -> Table:
    """A table with a column per field that any row has (or that ``fields`` names), data from sheet row 2 on."""
    names = list(dict.fromkeys([*fields, *(name for row in rows for name in row)]))
    columns = {name: _column(index, [row.get(name) for row in rows]) for index, name in enumerate(names)}
    if system is None and kind in (Kind.DOSSIERS, Kind.STATISTICS):
        system = System.ONE_STOP
    name = file or f"{system or kind}.xlsx"
    letters = {field: column_letter(index) for index, field in enumerate(names)}
    header = f"A1:{column_letter(max(0, len(names) - 1))}1"
    receipt = Receipt(name, sheet, kind, system, header, len(rows), "title", letters)
    data_rows = np.arange(1, len(rows) + 1, dtype=np.int64)
    return Table(receipt, columns, data_rows, unit_context, title=title)


def _column(index: int, cells: Sequence[CellValue]) -> Column:
    known: dict[CellValue, int] = {}
    codes = [-1 if cell is None or cell == "" else known.setdefault(cell, len(known)) for cell in cells]
    return Column(index, np.asarray(codes, dtype=np.int32), list(known))


def register(rows: Sequence[Row] = REGISTER) -> Table:
    """A unit register."""
    return table(Kind.UNITS, rows)


def dossier(number: int, **fields: CellValue) -> Row:
    """One dossier of An Lộc, received 1 March, due 10 March, ended 9 March 2021, resolved; ``fields`` change it."""
    row: dict[str, CellValue] = {
        "code": f"000.01.41.H20-210301-{number:04d}",
        "unit": "Phường An Lộc",
        "received": "01/03/2021 08:00",
        "due": "10/03/2021 17:00",
        "ended": "09/03/2021 10:00",
        "status": "Đã trả kết quả",
        "channel": "Trực tiếp",
    }
    return {**row, **fields}


def dossiers(rows: Sequence[Row], system: System | None = System.ONE_STOP, *, partial: str = "", **more: str) -> Table:
    """A list of dossiers of one system (None: it does not say which); ``partial``: of which dossiers alone."""
    made = table(
        Kind.DOSSIERS,
        rows,
        system=system,
        file=more.get("file", ""),
        sheet=more.get("sheet", "Sheet1"),
        title=more.get("title", ""),
    )
    return replace(made, receipt=replace(made.receipt, system=system, partial=partial))


def evidence(*tables: Table, plan: Plan = PLAN, as_of: date = END, withheld: Sequence[Withheld] = ()) -> Evidence:
    """What some tables say, beside the usual register."""
    given = list(tables)
    if not any(item.kind is Kind.UNITS for item in given):
        given.append(register())
    return gather(given, plan, as_of, withheld)


def counts(found: Evidence, unit: str = "phuong-an-loc") -> dict[str, int | None]:
    """A unit's named counts as whole numbers, None where they are not known."""
    return {name: None if count.value is None else int(count.value) for name, count in found.facts[unit].counts.items()}


def codes(found: Evidence) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in found.findings}


def finding(found: Evidence, code: str) -> Finding:
    """The one finding of a kind; fails if there is none or more than one."""
    (only,) = [item for item in found.findings if item.code == code]
    return only
