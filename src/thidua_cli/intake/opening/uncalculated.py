"""Formulas of an xlsx workbook that no program has calculated, though a 0 stands where the value should be.

Programs that write workbooks without calculating (XlsxWriter and its kin) store 0 for every formula and ask whoever
opens the file to calculate all of it (``fullCalcOnLoad``). Others ask the same and have calculated. So a 0 is no value

- where the workbook bears the mark of that family, the version 124519 together with the request; a value that its user
  gave for a formula is one, unless it is 0;
- where no formula of the workbook has any other value: somebody who calculates gets something else somewhere.

Without the request a stored 0 is a value: Excel, LibreOffice and others that calculate do not leave one behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from thidua_cli.intake.opening.package import Package
from thidua_cli.intake.opening.scan import parse_a1
from thidua_cli.intake.opening.workbook_index import WorkbookIndex

_NEVER_CALCULATES = "124519"
_TAIL = 64 * 1024
_CELL = rb"<(?:\w+:)?c\s(?=[^>]*\br=[\"']([A-Za-z]{1,3}\d{1,7})[\"'])(?![^>]*\bt=[\"'](?!n[\"']))[^>]*>\s*"
_FORMULA = rb"<(?:\w+:)?f\b(?:[^>]*\bref=[\"']([A-Za-z0-9:]{2,24})[\"'])?[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
_ZERO = rb"<(?:\w+:)?v>-?0(?:\.0*)?</"
_ZERO_RESULT, _PLAIN_ZERO = re.compile(_CELL + _FORMULA + _ZERO), re.compile(_CELL + _ZERO)
_ARRAY_CELLS = 100_000


def is_uncalculated(package: Package, index: WorkbookIndex) -> bool:
    """Whether the zeros that stand for results in a workbook are none."""
    scans = [package.scans[part] for part in index.parts.values() if part in package.scans]
    if not index.calculate_on_load or not any(scan.zero_results for scan in scans):
        return False
    return index.calculation == _NEVER_CALCULATES or not any(scan.other_results for scan in scans)


def zero_results(pieces: Callable[[], Iterable[bytes]]) -> list[tuple[int, int]]:
    """Where a worksheet part has such zeros; an array formula has them in all cells that it fills.

    ``pieces`` begins the inflated part from its start each time that it is called.
    """
    found: set[tuple[int, int]] = set()
    filled: set[tuple[int, int]] = set()
    for match in _matches(_ZERO_RESULT, pieces()):
        place = parse_a1(match.group(1).decode())
        if place:
            found.add(place)
        if match.group(2) and b":" in match.group(2) and b'"array"' in match.group(0):
            filled.update(_box(match.group(2).decode()))
    if filled - found:
        plain = (parse_a1(match.group(1).decode()) for match in _matches(_PLAIN_ZERO, pieces()))
        found.update(filled.intersection(place for place in plain if place))
    return sorted(found)


def _matches(pattern: re.Pattern[bytes], pieces: Iterable[bytes]) -> Iterator[re.Match[bytes]]:
    carry = b""
    for piece in pieces:
        text = carry + piece
        last = max(text.rfind(b"<c "), text.rfind(b":c "), 0)
        cut = max(text.rfind(b"<", 0, last + 1), len(text) - _TAIL, 0)  # never more than a piece and a little
        yield from pattern.finditer(text[:cut])
        carry = text[cut:]
    yield from pattern.finditer(carry)


def _box(reference: str) -> Iterator[tuple[int, int]]:
    first, _, last = reference.partition(":")
    start, end = parse_a1(first), parse_a1(last)
    if start and end and (end[0] - start[0] + 1) * (end[1] - start[1] + 1) <= _ARRAY_CELLS:
        yield from ((row, column) for row in range(start[0], end[0] + 1) for column in range(start[1], end[1] + 1))
