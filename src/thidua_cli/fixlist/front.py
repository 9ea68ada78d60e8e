"""The first sheet of the list of things to mend: every finding, worst first, with a link to its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.checking import Checked
from thidua_cli.findings import Finding
from thidua_cli.fixlist.formats import Formats
from thidua_cli.fixlist.pages import printable
from thidua_cli.text.glossary import word
from thidua_cli.text.language import t, tc

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADS = (
    tc("fix list", "Severity"),
    tc("fix list", "Finding"),
    tc("fix list", "What to do"),
    tc("fix list", "Unit"),
    tc("fix list", "File"),
    tc("fix list", "Sheet"),
    tc("fix list", "Cell"),
    tc("fix list", "Cells, rows"),
)
_WIDTHS = (11, 58, 48, 22, 22, 18, 10, 9)
_HEAD_ROW = 3


@dataclass(frozen=True, slots=True)
class Target:
    """Where a sheet of the user's stands in the list: the page's name, and the cells marked on it."""

    page: str
    cells: frozenset[str]


def write_front(
    page: Worksheet, formats: Formats, checked: Checked, targets: Mapping[tuple[str, str], Target], lang: str
) -> None:
    """The list itself, or that nothing is to be mended."""
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.write_string(0, 0, t("List of things to mend").text(lang), formats.get("title"))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if not checked.findings:
        page.write_string(1, 0, t("Nothing is to be mended.").text(lang), formats.get("note"))
        return
    how = t("Mend the originals (this file is for reference), then run thidua check again. Bad cells are coloured.")
    page.write_string(1, 0, how.text(lang), formats.get("note"))
    for column, head in enumerate(_HEADS):
        page.write_string(_HEAD_ROW, column, head.text(lang), formats.get("front_head"))
    for row, finding in enumerate(checked.findings, _HEAD_ROW + 1):
        _write_finding(page, formats, row, finding, word(finding.severity, lang), checked, targets, lang)
    page.freeze_panes(_HEAD_ROW + 1, 0)
    page.repeat_rows(_HEAD_ROW)
    page.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(checked.findings), len(_WIDTHS) - 1)


def _write_finding(
    page: Worksheet,
    formats: Formats,
    row: int,
    finding: Finding,
    severity: str,
    checked: Checked,
    targets: Mapping[tuple[str, str], Target],
    lang: str,
) -> None:
    front = formats.get("front")
    unit = checked.unit_names.get(finding.unit, finding.unit)
    page.write_string(row, 0, severity, formats.get("front", finding.severity))
    texts = [finding.message(lang), finding.hint(lang), unit, finding.file, finding.sheet]
    for column, text in enumerate(texts, 1):
        page.write_string(row, column, printable(text), front)
    # Not every program finds out by itself how high a row of wrapped text must be.
    lines = max(-(-len(text) // (_WIDTHS[column] + 2)) for column, text in enumerate(texts, 1))
    page.set_row(row, 16.5 * max(1, min(lines, 20)))
    first = finding.cell.split(":", maxsplit=1)[0]
    target = targets.get((finding.file, finding.sheet))
    if target is not None and first in target.cells:
        name = target.page.replace("'", "''")
        page.write_url(row, 6, f"internal:'{name}'!{first}", formats.get("link"), string=finding.cell)
    else:
        page.write_string(row, 6, finding.cell, front)
    page.write_number(row, 7, finding.count, front)
