"""Error cells of a binary workbook (``.xlsb``), which the Rust reader gives as empty: from the records of [MS-XLSB]."""

from __future__ import annotations

import posixpath
import re
import struct
from collections.abc import Iterator

from thidua_cli.intake.opening.biff import BROKEN, error_of
from thidua_cli.intake.opening.facts import SheetFacts
from thidua_cli.intake.opening.package import Package, inflate_part
from thidua_cli.intake.opening.workbook_index import elements
from thidua_cli.intake.sheet import CellValue

_ROW, _ERROR, _FORMULA_ERROR, _SHEET = 0, 3, 11, 156
_ANY = re.compile(
    rb"(?:\x03\x09|\x0b[\x0a-\xff][\x01-\x7f]?)[\x00-\xff]{2}\x00\x00[\x00-\xff]{4}[\x00\x07\x0f\x17\x1d\x24\x2a\x2b]"
)
"""Bytes that may be an error cell: going through all records costs time that nearly no sheet needs."""


def binary_facts(name: str, data: bytes, package: Package) -> dict[int, SheetFacts]:
    """Facts by a sheet's place in the workbook; fewer where a part does not keep to the format."""
    facts = {}
    for position, part in enumerate(_sheet_parts(name, data, package)):
        content = inflate_part(name, data, part) or b""
        if _ANY.search(content):
            facts[position] = SheetFacts(errors=_errors(content))
    return facts


def _sheet_parts(name: str, data: bytes, package: Package) -> list[str]:
    """The part of each sheet, in the workbook's order."""
    relations = {p.lower(): text for p, text in package.texts.items()}.get("xl/_rels/workbook.bin.rels", b"")
    targets = {element.get("Id", ""): element.get("Target", "") for element in elements(relations)}
    parts = []
    try:
        for kind, body in _records(inflate_part(name, data, "xl/workbook.bin") or b""):
            if kind == _SHEET:
                length = struct.unpack_from("<I", body, 8)[0]
                target = targets.get(body[12 : 12 + 2 * length].decode("utf-16-le"), "")
                parts.append(target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}"))
    except BROKEN:
        return []
    return parts


def _errors(content: bytes) -> dict[tuple[int, int], CellValue]:
    errors: dict[tuple[int, int], CellValue] = {}
    row = 0
    try:
        for kind, body in _records(content):
            if kind == _ROW:
                row = struct.unpack_from("<I", body)[0]
            elif kind in (_ERROR, _FORMULA_ERROR):
                errors[row, struct.unpack_from("<I", body)[0]] = error_of(body[8])
    except BROKEN:
        return {}
    return errors


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record; both numbers before a body have seven bits in each byte."""
    at, end = 0, len(content)
    while at < end:
        kind = content[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (content[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while True:
            byte = content[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        yield kind, content[at : at + length]
        at += length
