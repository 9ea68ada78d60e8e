"""Text typed for TCVN3 (ABC) and VNI fonts to Unicode, column by column, before anything else looks at it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.findings import Finding
from thidua_cli.intake.opening.cells import recoded
from thidua_cli.intake.sheet import CellValue, Column, ExcelError, Sheet, column_letter

if TYPE_CHECKING:
    from thidua_cli.text.legacy import Legacy

_LATIN = re.compile("[\u00a1-\u00ff]")
_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def settle_text(name: str, sheets: Sequence[Sheet], fonts: Sequence[str]) -> tuple[list[Sheet], list[Finding]]:
    """The sheets with old encodings decoded, and a finding for each sheet and encoding where any was."""
    settled, findings = [], []
    for sheet in sheets:
        kinds = _kinds(sheet, fonts)
        if not kinds:
            settled.append(sheet)
            continue
        columns = [_decoded(c, kinds[c.index]) if c.index in kinds else c for c in sheet.columns]
        settled.append(replace(sheet, columns=columns))
        for kind in sorted(set(kinds.values())):
            letters = [column_letter(i) for i, k in sorted(kinds.items()) if k == kind]
            params: dict[str, str | int] = {"encoding": _NAMES[kind], "columns": ", ".join(letters)}
            findings.append(Finding("legacy_encoding", params, name, sheet.name, count=len(letters)))
    return settled, findings


def _texts(column: Column) -> list[str]:
    """The column's texts that could be in an old encoding at all; pure ASCII reads the same in every one."""
    return [v for v in column.values if isinstance(v, str) and not v.isascii() and not isinstance(v, ExcelError)]


def _kinds(sheet: Sheet, fonts: Sequence[str]) -> dict[int, Legacy]:
    """Old encodings by column.

    A column that is too short to tell ("Có", "Không") follows its neighbours where they agree and none is in Unicode.
    The fonts are those of the whole file, and files in Unicode often keep an old font in some unused style: they
    count only where a file names nothing but old fonts.
    """
    from thidua_cli.text.legacy import detect_legacy, font_encoding, has_unicode_vietnamese

    said = tuple(fonts) if fonts and all(map(font_encoding, fonts)) else ()
    kinds: dict[int, Legacy] = {}
    undecided: list[int] = []
    any_unicode = False
    for column in sheet.columns:
        texts = _texts(column)
        if not texts:
            continue
        kind = detect_legacy(texts, said)
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
