"""``check --fix-list``: the user's own tables again, bad cells coloured and commented; the originals stay untouched.

Cells stand at their own addresses, so that a comment here is mended there. Columns that the program drops on reading
(applicants' names, addresses, phone numbers, and all it does not know) are left empty: they appear in no output.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

from thidua_cli import marks
from thidua_cli.checking import Checked
from thidua_cli.fixlist.formats import Formats
from thidua_cli.fixlist.front import Target, write_front
from thidua_cli.fixlist.pages import write_page
from thidua_cli.intake.opening import Limits, list_inputs, open_file
from thidua_cli.intake.sheet import Sheet, SourceFile
from thidua_cli.text.language import t

__all__ = ["fix_list"]

_NO_CLOCK = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_BAD_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def fix_list(paths: Sequence[Path], checked: Checked, lang: str = "vi", limits: Limits | None = None) -> bytes:
    """The workbook's bytes, the same for the same inputs.

    Sheets without a finding are left out; the first sheet lists every finding with a link to its cell, and says so
    where nothing is to be mended.
    """
    import xlsxwriter

    wanted = {(finding.file, finding.sheet) for finding in checked.findings if finding.file}
    found = [
        (source, sheet)
        for source in _sources(paths, checked, limits or Limits())
        for sheet in source.sheets
        if (source.name, sheet.name) in wanted
    ]
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": "thidua check", "created": _NO_CLOCK})
    book.set_custom_property(marks.PROPERTY, marks.FIX_LIST)
    formats = Formats(book)
    first = t("To mend").text(lang)
    front = book.add_worksheet(first)
    taken = {first.casefold(), "history"}  # Excel keeps the second name for itself
    targets: dict[tuple[str, str], Target] = {}
    for source, sheet in found:
        name = _title(source, sheet, taken)
        taken.add(name.casefold())
        # Two tables of one name in a file (web pages have such) would share their findings: the first has them.
        if (source.name, sheet.name) not in targets:
            page = book.add_worksheet(name)
            targets[source.name, sheet.name] = Target(
                name, write_page(page, formats, source.name, sheet, checked, lang)
            )
    write_front(front, formats, checked, targets, lang)
    book.close()
    return marks.sealed_book(stream.getvalue())


def _sources(paths: Sequence[Path], checked: Checked, limits: Limits) -> list[SourceFile]:
    """The files that were read and have findings, opened again."""
    inputs = list_inputs(paths, skip=True).files
    known = {file.name for file in checked.files} & {finding.file for finding in checked.findings}
    return [open_file(item.path, item.name, limits)[0] for item in inputs if item.name in known]


def _title(source: SourceFile, sheet: Sheet, taken: set[str]) -> str:
    """A sheet name that Excel allows: the sheet's own, with its file's where another has it."""
    own = sheet.name.translate(_BAD_IN_NAMES).strip()[:31]
    both = f"{Path(source.name).stem} {sheet.name}".translate(_BAD_IN_NAMES).strip()[:31]
    for name in (own, both):
        if name and name.casefold() not in taken:
            return name
    number = 2
    while True:
        suffix = f" ({number})"
        name = (both or "Trang")[: 31 - len(suffix)] + suffix
        if name.casefold() not in taken:
            return name
        number += 1
