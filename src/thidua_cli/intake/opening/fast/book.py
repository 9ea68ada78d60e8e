"""From scanned cells to the same sheets as the library makes of them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import TextStore
from thidua_cli.intake.opening.cells import tidy
from thidua_cli.intake.opening.facts import SheetFacts, filled_among
from thidua_cli.intake.opening.fast.cells import Cells
from thidua_cli.intake.opening.fast.grid import DATE, NO_TEXTS, NUMBER, OTHER, TRUTH, Grid, Kinds, joined, moved
from thidua_cli.intake.places import NO_PLACES, Places, Rows
from thidua_cli.intake.sheet import Sheet, cell_name
from thidua_cli.intake.wordwise import NotPlain, require

_FIRST_DATE, _LAST_DATE = 61.0, 2_958_465.0
"""1 March 1900 to the end of 9999: outside of these spreadsheets and Python disagree about the calendar."""
_LAST_MOMENT, _LAST_MILLISECOND = 1 - 0.5 / 86_400_000, 1 - 1 / 86_400_000
"""From the first on, rounded to milliseconds, a moment would be the next day's."""

_BLOCK = 1 << 18
"""Numbers looked at together: what is worked out on the way takes as much room again."""


def scanned_sheet(
    name: str,
    cells: Grid,
    strings: TextStore | None,
    kinds: Kinds,
    facts: SheetFacts,
    *,
    hidden: bool,
    percent: frozenset[int] = frozenset(),
) -> Sheet:
    """One scanned worksheet; raises :class:`NotPlain`. ``kinds`` says per style what a number under it is.

    ``percent`` are the styles that show a number as a percentage.
    """
    numbers, styles = moved(cells.numbers, np.dtype(np.float64)), moved(cells.styles, np.dtype(np.int16))
    require(styles.max(initial=0) < len(kinds), "a style")
    kind = np.append(kinds, np.uint8(TRUTH))[styles]
    require(kind != OTHER, "a duration")
    is_date = kind == DATE
    require(~is_date | ((numbers >= _FIRST_DATE) & (numbers < _LAST_DATE)), "an old date")
    for start in range(0, len(numbers), _BLOCK):
        block = numbers[start : start + _BLOCK]
        late = is_date[start : start + _BLOCK] & (block % 1 >= _LAST_MOMENT)
        block[late] = np.floor(block[late]) + _LAST_MILLISECOND
    shown = _percentages(cells, styles, percent)
    columns = [cells.column(i, cells.rows, numbers, kind, tidy, strings or NO_TEXTS) for i in range(cells.columns)]
    return Sheet(
        name,
        cells.rows,
        columns,
        tuple(facts.merged),
        hidden=hidden,
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        percent=shown,
        struck=filled_among(facts.struck, columns),
    )


def _percentages(cells: Grid, styles: npt.NDArray[np.int16], percent: frozenset[int]) -> Places:
    """The numbers under a percent style; called before the columns are made, for these use up the cells."""
    wanted = np.isin(styles, list(percent)) if percent else np.zeros(0, np.bool_)
    if not wanted.any():
        return NO_PLACES
    found: dict[int, Rows] = {}
    for column in sorted(cells.parts):
        raw = joined(cells.parts[column], 0, cells.rows)
        at = np.flatnonzero(raw < -1)
        rows = at[wanted[-2 - raw[at]]].astype(np.int32)
        if len(rows):
            found[column] = rows
    return Places(found)


def style_kinds(styles: bytes | None, count: int) -> Kinds:
    """Per style of a workbook what a number under it is: the library itself is asked, with a workbook of one row."""
    import python_calamine

    row = "".join(f'<c r="{cell_name(0, i)}" s="{i}"><v>44000.5</v></c>' for i in range(count))
    book = BytesIO()
    with zipfile.ZipFile(book, "w") as container:
        for name, text in {**_FRAME, "xl/worksheets/sheet1.xml": _SHEET.format(row)}.items():
            container.writestr(name, text)
        if styles is not None:
            container.writestr("xl/styles.xml", styles)
    try:
        rows = (
            python_calamine.CalamineWorkbook.from_filelike(BytesIO(book.getvalue())).get_sheet_by_index(0).to_python()
        )
    except Exception as error:
        raise NotPlain("the styles") from error
    kinds = {float: NUMBER, datetime: DATE, date: DATE}
    return np.array([kinds.get(type(value), OTHER) for value in (rows[0] if rows else [])], np.uint8)


_NS = "http://schemas.openxmlformats.org/"
_SHEET = f'<worksheet xmlns="{_NS}spreadsheetml/2006/main"><sheetData><row r="1">{{}}</row></sheetData></worksheet>'
_FRAME = {
    "[Content_Types].xml": f'<Types xmlns="{_NS}package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_NS}package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_NS}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_NS}spreadsheetml/2006/main" '
    f'xmlns:r="{_NS}officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NS}package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_NS}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def scanned_sheets(
    cells: Mapping[str, Cells],
    strings: TextStore | None,
    styles: bytes | None,
    facts: Mapping[str, SheetFacts],
    hidden: frozenset[str],
    percent: frozenset[int],
) -> dict[str, Sheet]:
    """The sheets (``cells`` by sheet name) that are fully understood; the others are the library's."""
    highest = max((int(part.max(initial=0)) for sheet in cells.values() for part in sheet.styles), default=0)
    sheets: dict[str, Sheet] = {}
    for name in cells:
        try:
            kinds = style_kinds(styles, highest + 1)
            sheets[name] = scanned_sheet(
                name, cells[name], strings, kinds, facts[name], hidden=name in hidden, percent=percent
            )
        except NotPlain:
            continue
    return sheets
