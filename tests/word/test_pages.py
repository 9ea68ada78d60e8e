"""How long the documents are and how their pages look: converted by LibreOffice, read back page by page."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pypdf import PageObject, PdfReader

from tests.support.programs import office_program
from tests.word.ooxml import W, WordFile, all_text
from tests.word.situations import documents
from tests.word.support import rendered
from thidua_cli.reports.word import pdf

SETS = ("city", "one unit", "nobody", "crowd", "long list", "tied")
LIMITS = {"to-trinh.docx": 3, "bien-ban.docx": 12, "bao-cao.docx": 20}
"""Pages at most for 60 units and 400 persons; the report without its annexes, which say what they are attached to."""
_HALF = 0.5
_BLANK_STYLE = "BangDien"


def _made(name: str) -> dict[str, bytes]:
    return documents(name) if name == "tied" else rendered(name)


@cache
def _pages(name: str) -> dict[str, list[PageObject]]:
    """The pages of every document of a set."""
    office_program()
    made = pdf.to_pdf(_made(name))
    return {f"{file.rsplit('.', 1)[0]}.docx": list(PdfReader(io.BytesIO(data)).pages) for file, data in made.items()}


def _lines(page: PageObject) -> set[int]:
    """The heights at which text stands on a page, its number left out, as points from the bottom."""
    heights: set[int] = set()

    def visit(text: str, _cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip() and tm[5] < float(page.mediabox.height) - 50:
            heights.add(round(tm[5]))

    page.extract_text(visitor_text=visit)
    return heights


def _parts(pages: list[PageObject]) -> list[list[PageObject]]:
    """A document's own pages, then those of each annex."""
    parts: list[list[PageObject]] = [[]]
    for page in pages:
        if "(Kèm theo" in page.extract_text() and parts[-1]:
            parts.append([])
        parts[-1].append(page)
    return parts


@pytest.mark.office
@pytest.mark.parametrize("name", ["crowd", "long list"])
def test_sixty_units_and_four_hundred_persons_stay_short(name: str) -> None:
    """The proposal, the minutes and the report stay within their limits, ties at the quota or not."""
    for file, most in LIMITS.items():
        assert len(_parts(_pages(name)[file])[0]) <= most, file


@pytest.mark.office
@pytest.mark.parametrize("name", SETS)
def test_no_page_is_nearly_empty(name: str) -> None:
    """Only the last page of a document or of an annex may be half empty, and none holds a single line."""
    wrong = []
    for file, pages in _pages(name).items():
        for part in _parts(pages):
            for number, page in enumerate(part, 1):
                lines, height = _lines(page), float(page.mediabox.height)
                filled = (height - min(lines, default=height)) / height
                if len(lines) < 2 or (number < len(part) and filled < _HALF):
                    wrong.append(f"{file}, page {number}: {len(lines)} lines, {filled:.2f} filled")

    assert [] == wrong


@pytest.mark.parametrize("name", SETS)
def test_no_column_is_empty_or_says_one_thing_throughout(name: str) -> None:
    """A column that says nothing is left out, but for blanks to fill and figures with their counts and verdict."""
    wrong = []
    for file, content in _made(name).items():
        for table in WordFile(content).body.iter(f"{W}tbl"):
            rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
            rows = [row for row in rows if len(row) == len(rows[0])]
            if table.find(f"{W}tblPr/{W}tblBorders") is None or len(rows) < 3:
                continue
            subject = int(all_text(rows[0][0]) == "STT")
            for column in set(range(len(rows[0]))) - {subject}:
                cells = [row[column] for row in rows[1:]]
                blank = any(style.get(f"{W}val") == _BLANK_STYLE for cell in cells for style in cell.iter(f"{W}pStyle"))
                blank = blank or any(sum(bool(all_text(p)) for p in cell.iter(f"{W}p")) > 1 for cell in cells)
                if not blank and len(rows[0]) > 1 and len({all_text(cell) for cell in cells}) == 1:
                    wrong.append(f"{file}: {all_text(rows[0][column])}")

    assert [] == wrong
