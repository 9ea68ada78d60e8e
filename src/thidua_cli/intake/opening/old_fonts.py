"""Text typed for TCVN3 (ABC) and VNI fonts to Unicode, column by column, before anything else looks at it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.findings import Finding
from thidua_cli.intake.long_values import LongValues
from thidua_cli.intake.opening.cells import recoded, with_cells
from thidua_cli.intake.sheet import CellValue, Column, ExcelError, Sheet, column_letter

if TYPE_CHECKING:
    from thidua_cli.text.legacy import Legacy

_SAMPLE = 2_000
"""Texts of a very long column that are looked at: an encoding is the whole column's."""
_LATIN = re.compile("[\u00a1-\u00ff]")
_MARKS = {"\u00fc": "✓", "\u00fe": "✓", "\u00fb": "✗", "\u00fd": "✗"}
"""Ticks and crosses typed in Wingdings, whose letters these are. Alone in a cell none is a word in any encoding."""
_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def settle_text(name: str, sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Finding]]:
    """The sheets with old encodings decoded, and a finding for each sheet and encoding where any was.

    Cells whose own font is an old one come first (only the font tells its capitals); what is left is judged column by
    column from the texts themselves.
    """
    settled, findings = [], []
    for sheet in map(_with_marks, sheets):
        by_font, done = _by_font(sheet) if sheet.old_fonts else (sheet, {})
        kinds = _kinds(by_font)
        columns = [_decoded(c, kinds[c.index]) if c.index in kinds else c for c in by_font.columns]
        settled.append(replace(sheet, columns=columns, old_fonts={}) if done or kinds else by_font)
        told = {**done, **kinds}
        for kind in sorted(set(told.values())):
            letters = [column_letter(i) for i, k in sorted(told.items()) if k == kind]
            params: dict[str, str | int] = {"encoding": _NAMES[kind], "columns": ", ".join(letters)}
            findings.append(Finding("legacy_encoding", params, name, sheet.name, count=len(letters)))
    return settled, findings


def _with_marks(sheet: Sheet) -> Sheet:
    """The sheet with ticks and crosses in Wingdings as such: decoded as words they would become letters."""
    marked = [not isinstance(c.values, LongValues) and not _MARKS.keys().isdisjoint(c.values) for c in sheet.columns]
    if not any(marked):
        return sheet
    columns = [recoded(c, _mark) if is_marked else c for c, is_marked in zip(sheet.columns, marked, strict=True)]
    return replace(sheet, columns=columns)


def _mark(value: CellValue) -> CellValue:
    return _MARKS.get(value, value) if type(value) is str else value


def _by_font(sheet: Sheet) -> tuple[Sheet, dict[int, Legacy]]:
    """The sheet with the cells in old fonts decoded, and the encoding of each column in which some were.

    People also type Unicode into cells that kept an old font. Where most of a sheet's telling texts in such fonts are
    Unicode, its fonts say nothing.
    """
    from thidua_cli.text.legacy import decode, font_encoding, has_unicode_vietnamese

    cells: dict[tuple[int, int], CellValue] = {}
    kinds: dict[int, Legacy] = {}
    telling = in_unicode = 0
    for (row, column), font in sheet.old_fonts.items():
        encoding = font_encoding(font)
        if row >= sheet.n_rows or column >= len(sheet.columns) or encoding is None:
            continue
        text = sheet.columns[column].at(row)
        if not isinstance(text, str) or isinstance(text, ExcelError):
            continue
        telling += not text.isascii()
        in_unicode += has_unicode_vietnamese(text)
        decoded = decode(text, encoding, font=font)
        if decoded != text:
            cells[row, column] = unicodedata.normalize("NFC", decoded)
            kinds[column] = encoding
    if not cells or 2 * in_unicode > telling:
        return replace(sheet, old_fonts={}), {}
    return replace(sheet, columns=with_cells(sheet.columns, sheet.n_rows, cells), old_fonts={}), kinds


def _texts(column: Column) -> list[str]:
    """The column's texts that could be in an old encoding at all; pure ASCII reads the same in every one."""
    if isinstance(column.values, LongValues):
        return column.values.beyond_ascii(_SAMPLE)
    return [v for v in column.values if type(v) is str and not v.isascii()]


def _kinds(sheet: Sheet) -> dict[int, Legacy]:
    """Old encodings by column, told from the texts.

    A column that is too short to tell ("Có", "Không") follows its neighbours where they agree and none is in Unicode.
    """
    from thidua_cli.text.legacy import detect_legacy, has_unicode_vietnamese

    kinds: dict[int, Legacy] = {}
    undecided: list[int] = []
    any_unicode = False
    for column in sheet.columns:
        texts = _texts(column)
        if not texts:
            continue
        kind = detect_legacy(texts)
        if kind is not None:
            kinds[column.index] = kind
        elif any(map(has_unicode_vietnamese, texts)):
            any_unicode = True
        elif any(map(_LATIN.search, texts)):
            undecided.append(column.index)
    if len(set(kinds.values())) == 1 and not any_unicode:
        kinds.update(dict.fromkeys(undecided, next(iter(kinds.values()))))
    return kinds


def _decoded(column: Column, kind: Legacy) -> Column:
    from thidua_cli.text.legacy import decode

    def change(value: CellValue) -> CellValue:
        return decode(value, kind) if isinstance(value, str) and not isinstance(value, ExcelError) else value

    return recoded(column, change)
