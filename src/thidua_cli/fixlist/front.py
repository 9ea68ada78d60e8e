"""The first sheet of the list of things to mend: every finding, worst first, with a link to its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.checking import Checked
from thidua_cli.findings import Finding, Severity
from thidua_cli.fixlist.formats import Formats
from thidua_cli.fixlist.pages import printable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WORDS = {
    "vi": {
        "title": "Danh sách cần sửa",
        "nothing": "Không có gì cần sửa.",
        "how": "Sửa trong tệp gốc (tệp này chỉ để tra cứu) rồi chạy lại thidua check. Ô sai có màu và chú thích.",
        "heads": "Mức|Lưu ý|Cách sửa|Đơn vị|Tệp|Trang|Ô|Số ô, dòng",
        "severities": "Lỗi|Cảnh báo|Thông tin",
    },
    "en": {
        "title": "List of things to mend",
        "nothing": "Nothing is to be mended.",
        "how": "Mend the originals (this file is for reference), then run thidua check again. Bad cells are coloured.",
        "heads": "Severity|Finding|What to do|Unit|File|Sheet|Cell|Cells, rows",
        "severities": "Error|Warning|Information",
    },
}
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
    words = _WORDS["en" if lang == "en" else "vi"]
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.write_string(0, 0, words["title"], formats.get("title"))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if not checked.findings:
        page.write_string(1, 0, words["nothing"], formats.get("note"))
        return
    page.write_string(1, 0, words["how"], formats.get("note"))
    for column, head in enumerate(words["heads"].split("|")):
        page.write_string(_HEAD_ROW, column, head, formats.get("front_head"))
    names = dict(zip(Severity, words["severities"].split("|"), strict=True))
    for row, finding in enumerate(checked.findings, _HEAD_ROW + 1):
        _write_finding(page, formats, row, finding, names[finding.severity], checked, targets, lang)
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
