"""Rows and cells of a table: what a distinct value means spread over its rows, and one finding for many cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.model import Place
from thidua_cli.findings import EMPTY, MAX_CELLS, Finding
from thidua_cli.intake.answers import accepted
from thidua_cli.intake.sheet import Column
from thidua_cli.intake.tables import Table
from thidua_cli.text.language import Param
from thidua_cli.text.quoting import WITHHELD, masked, quoted
from thidua_cli.text.vietnamese import clean


def spread(column: Column, lookup: npt.NDArray[Any], absent: int) -> npt.NDArray[Any]:
    """Per row the value that ``lookup`` gives the row's distinct value; ``absent`` for an empty cell."""
    return np.append(lookup, np.asarray([absent], dtype=lookup.dtype))[column.codes]


def finding_at(
    code: str,
    params: Mapping[str, Param],
    table: Table,
    field: str,
    mask: npt.NDArray[np.bool_],
    unit: str = "",
) -> Finding:
    """One finding for a field in some data rows (``mask``); ``count`` joins the parameters of its text.

    Where the table has no such column, it stands for the rows' dossier codes.
    """
    positions = np.flatnonzero(mask)
    name = field if field in table.columns else "code"
    known = name in table.columns
    cells = table.cells(name, positions[:MAX_CELLS]) if known else ()
    return Finding(
        code,
        {**params, "count": len(positions)},
        table.receipt.file,
        table.receipt.sheet,
        cells[0] if cells else "",
        unit,
        len(positions),
        cells,
    )


def text_at(table: Table, name: str, position: int) -> str:
    """A field's text in one data row, cleaned; empty where the cell or the column is missing."""
    column = table.columns.get(name)
    value = column.at(position) if column is not None else None
    return clean(str(value)) if value is not None else ""


def said_at(table: Table, name: str, position: int) -> str:
    """A field's text that reports show, without the telephones, numbers and addresses by which somebody is reached."""
    return masked(text_at(table, name, position), of_person=name in ("name", "author"))


def said_code(code: str) -> str:
    """A dossier's code as it may be said; empty where what stands in its column is none."""
    said = quoted("code", code) if code else ""
    return "" if said == WITHHELD else said


def raw_at(table: Table, name: str, position: int) -> str:
    """A field's text in one data row as it stands, line breaks kept; empty where there is none."""
    column = table.columns.get(name)
    value = column.at(position) if column is not None else None
    return "" if value is None else str(value)


def place_of(table: Table, position: int, code: str) -> Place:
    """Where a data row stands."""
    return Place(code, table.receipt.file, table.receipt.sheet, int(table.rows[position]) + 1)


def unknown_answer(table: Table, field: str, position: int, question: str, unit: str) -> Finding:
    """The finding about an answer that is not understood, with the words that its column accepts."""
    params = {"value": text_at(table, field, position) or EMPTY, "column": _HEADS[field], **accepted(question)}
    cell = table.cell(field, position) if field in table.columns else ""
    return Finding("unknown_answer", params, table.receipt.file, table.receipt.sheet, cell, unit)


_HEADS = {
    "assessed": "Được đánh giá",
    "classification": "Mức độ hoàn thành nhiệm vụ",
    "decision": "Quyết định công nhận",
    "initiative": "Sáng kiến",
    "leader": "Lãnh đạo",
    "recognised": "Kết quả công nhận",
    "result": "Kết quả thực hiện",
    "status": "Trạng thái",
}
