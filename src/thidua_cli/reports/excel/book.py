"""The workbook as the sheets see it: formats by name, text that can never become a formula, print set-up.

Only this module, ``sheets.py`` and ``charts.py`` speak to xlsxwriter.
"""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from thidua_cli import marks
from thidua_cli.text.glossary import terms, word

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from thidua_cli.reports.excel.sheets import PlainSheet

FONT = "Times New Roman"
MAX_TEXT = 32_767
"""Characters that a cell of Excel can hold."""
LINE_HEIGHT = 15.0
"""Points that one line of text needs."""
MAX_HEIGHT = 409.0
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

STANDINGS = word("standing")
FIGURES = "Số liệu"
COUNTS = "Số đếm"
CHARTS = "Biểu đồ"
PROPOSALS = "Đề nghị"
PERSONS = word("person")
EXCLUDED = "Không đề nghị"
ROWS = "Hồ sơ cần xem"
FINDINGS = word("finding")
CRITERIA = word("criterion")
SOURCES = "Nguồn"
SHEETS = (
    STANDINGS,
    FIGURES,
    COUNTS,
    CHARTS,
    PROPOSALS,
    PERSONS,
    EXCLUDED,
    ROWS,
    FINDINGS,
    CRITERIA,
    SOURCES,
)

HEAD_FILL = "#1F4E79"
LINE = "#A6A6A6"
GREEN, GREEN_FILL = "#0B5A2B", "#DDF2E3"
RED, RED_FILL = "#8E1B10", "#FBE0DC"
AMBER, AMBER_FILL = "#6B4A00", "#FFF0C9"
GREY, GREY_FILL = "#505050", "#EFEFEF"

VERDICT_COLOURS = {
    "met": (GREEN, GREEN_FILL),
    "not_met": (RED, RED_FILL),
    "no_data": (AMBER, AMBER_FILL),
    "not_applicable": (GREY, GREY_FILL),
}

_WHOLE = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
"""Thousands with a dot that is a letter of the format, so that no machine's settings turn it into a comma."""
DECIMAL = "[$-42A]"
"""The Vietnamese locale, which gives decimals their comma wherever a program heeds it."""

_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "note": {"italic": True, "font_color": GREY, "valign": "vcenter"},
    "section": {"bold": True, "font_size": 12, "font_color": HEAD_FILL},
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": HEAD_FILL,
        "border": 1,
        "border_color": LINE,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "plain": {},
    "text": {"text_wrap": True},
    "strong": {"text_wrap": True, "bold": True},
    "mono": {"font_name": "Courier New", "font_size": 9, "text_wrap": True},
    "faint": {"font_color": "#767676", "font_size": 9, "num_format": f"{DECIMAL}General"},
    "centre": {"align": "center"},
    "mark": {"align": "center", "bold": True},
    "link": {"font_color": "#0B5CAD", "underline": 1, "align": "center"},
    "integer": {"num_format": _WHOLE, "align": "right", "indent": 1},
    "number": {"num_format": f"{DECIMAL}General", "align": "right", "indent": 1},
    "percent": {"num_format": f'{DECIMAL}General"%"', "align": "right", "indent": 1},
    "rank": {"num_format": "0", "align": "center", "bold": True},
    "tied": {"num_format": f'"{terms()["tied"].vi} "0', "align": "center", "bold": True},
    "score": {"num_format": f"{DECIMAL}0.00", "align": "right", "indent": 1, "bold": True},
    "total": {"num_format": _WHOLE, "bold": True},
    "input": {"bg_color": "#FFFBE6", "text_wrap": True},
}
_WRAPPED = {name: 0.98 if style.get("bold") else 1.12 for name, style in _STYLES.items() if style.get("text_wrap")}
"""Styles that wrap, and how many letters of their font fit one unit of a column's width, on the safe side."""
_CELLS = frozenset(_STYLES) - {"title", "note", "section", "head", "total", "plain"}


@lru_cache(maxsize=1 << 14)
def cell_number(value: int | str) -> float:
    """A figure as a cell holds it: whole where it is whole; raises ValueError for what is no number."""
    exact = Fraction(value)
    return exact.numerator if exact.denominator == 1 else float(exact)


def _number_style(style: str, value: float | str) -> str:
    """Whole numbers are grouped by thousands, whatever column they stand in."""
    return "integer" if style == "number" and isinstance(value, int) else style


@lru_cache(maxsize=1 << 14)
def _lines(text: str, width: int) -> int:
    """How many lines a text takes that is wrapped at so many letters."""
    return sum(max(1, len(textwrap.wrap(part, width))) for part in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head, its width in characters, the style of its cells."""

    title: str
    width: float
    style: str = "text"


class Book:
    """One workbook in memory: all its sheets exist from the start, so that formulas may point anywhere."""

    def __init__(
        self, *, title: str, author: str, year: int, kind: str = "xep-hang", sheets: Sequence[str] = SHEETS
    ) -> None:
        from xlsxwriter.workbook import Workbook

        from thidua_cli.reports.excel.sheets import PlainSheet

        self._buffer = io.BytesIO()
        self.workbook: Workbook = Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": FONT, "font_size": 11},
            },
        )
        created = dt.datetime(year, 12, 31, tzinfo=dt.UTC)
        self.workbook.set_properties({"title": title, "author": author, "created": created})
        self.workbook.set_custom_property(marks.PROPERTY, kind)
        self.workbook.set_calc_mode("auto")
        self._formats: dict[tuple[str, bool, bool], Format] = {}
        self.pages = {name: Page(self, self.workbook.add_worksheet(name, PlainSheet)) for name in sheets}

    def style(self, name: str, *, quoted: bool = False, first: bool = False) -> Format:
        """A format by name; ``quoted`` keeps a text a text even after editing, ``first`` draws a line above."""
        key = (name, quoted, first)
        if key not in self._formats:
            properties: dict[str, Any] = dict(_STYLES[name])
            if name in _CELLS:
                properties = {"border": 1, "border_color": LINE, "valign": "top", **properties}
            if quoted:
                properties["quote_prefix"] = True
            if first:
                properties |= {"top": 2, "top_color": HEAD_FILL}
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def close(self) -> bytes:
        """Finish the workbook and give its bytes."""
        self.workbook.close()
        return marks.sealed_book(self._buffer.getvalue())


class Page:
    """One sheet: writes cells by 0-based row and column, and knows how its table is to be seen and printed."""

    def __init__(self, book: Book, sheet: PlainSheet) -> None:
        self._book = book
        self.sheet = sheet
        self.first = False
        self._widths: list[float] = []
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, value: str, style: str = "text") -> None:
        """Write a text as a text, whatever it begins with."""
        shown = value if len(value) <= MAX_TEXT else value[: MAX_TEXT - 1] + "…"
        quoted = shown.startswith(FORMULA_STARTS)
        self.sheet.text(row, column, shown, self._book.style(style, quoted=quoted, first=self.first))
        self._measure(row, column, shown, style)

    def _measure(self, row: int, column: int, text: str, style: str) -> None:
        """Note how many lines a wrapped text takes: not every program fits rows to their text on opening."""
        if column >= len(self._widths) or style not in _WRAPPED:
            return
        width = int(self._widths[column] * _WRAPPED[style])
        if len(text) > width or "\n" in text:
            self._lines[row] = max(self._lines.get(row, 1), _lines(text, max(width, 1)))

    def number(self, row: int, column: int, value: float, style: str = "number") -> None:
        """Write a number."""
        self.sheet.number(row, column, value, self._book.style(_number_style(style, value), first=self.first))

    def formula(self, row: int, column: int, formula: str, cached: float | str, style: str = "number") -> None:
        """Write a formula with the value that viewers show without calculating."""
        chosen = self._book.style(_number_style(style, cached), first=self.first)
        self.sheet.formula(row, column, formula, chosen, cached)

    def blank(self, row: int, column: int, style: str = "text") -> None:
        """An empty cell with its borders."""
        self.sheet.blank(row, column, None, self._book.style(style, first=self.first))

    def link(self, row: int, column: int, target: str, words: str) -> None:
        """A few words of ours that lead to a place in this workbook (``'Số liệu'!A5``)."""
        chosen = self._book.style("link", first=self.first)
        self.sheet.write_url(row, column, f"internal:{target}", chosen, words)

    def head(self, title: str, note: str = "") -> None:
        """The title line and the line below it that says how to read the sheet."""
        self.sheet.set_row(0, 24)
        self.plain(0, title, "title")
        self.plain(1, note, "note")

    def plain(self, row: int, value: str, style: str, column: int = 0) -> None:
        """A line of text outside the table: it runs on to the right, without borders."""
        quoted = value.startswith(FORMULA_STARTS)
        self.sheet.write_string(row, column, value[:MAX_TEXT], self._book.style(style, quoted=quoted))

    def columns(self, row: int, columns: Sequence[Column]) -> None:
        """The table's head, high enough for its words, and the widths of its columns."""
        self._widths = [column.width for column in columns]
        for index, column in enumerate(columns):
            self.sheet.set_column(index, index, column.width)
            self.sheet.write_string(row, index, column.title, self._book.style("head"))
            self._measure(row, index, column.title, "head")
        self._lines[row] = max(self._lines.get(row, 1), 2)

    def colour(self, area: tuple[int, int, int, int], words: dict[str, str]) -> None:
        """Colour the cells that hold a verdict's word or sign: ``words`` maps the cell's text to the verdict."""
        if area[2] < area[0]:
            return
        for shown, verdict in words.items():
            font, fill = VERDICT_COLOURS[verdict]
            chosen = self._book.workbook.add_format({"font_color": font, "bg_color": fill})
            rule = {"type": "cell", "criteria": "==", "value": f'"{shown}"', "format": chosen}
            self.sheet.conditional_format(*area, rule)

    def bars(self, area: tuple[int, int, int, int], maximum: int) -> None:
        """A bar in each cell of a figure between 0 and ``maximum``."""
        if area[2] >= area[0]:
            rule = {"type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True, "min_type": "num", "min_value": 0}
            self.sheet.conditional_format(*area, rule | {"max_type": "num", "max_value": maximum})

    def finish(self, head: int, last_row: int, last_column: int, *, frozen: int = 0, filtered: bool = True) -> None:
        """Freeze and filter below the head, and set up printing: A4 landscape, one page wide, repeated head."""
        if filtered and last_row > head:
            self.sheet.autofilter(head, 0, last_row, last_column)
        self.sheet.freeze_panes(head + 1, frozen)
        for row, lines in self._lines.items():
            self.sheet.set_row(row, min(MAX_HEIGHT, lines * LINE_HEIGHT + 1))
        self.print(max(last_row, head), last_column)
        self.sheet.repeat_rows(head)

    def print(self, last_row: int, last_column: int, breaks: Sequence[int] = (), scale: int = 0) -> None:
        """A4 landscape, one page wide (or at ``scale`` percent, with page breaks above rows), pages numbered."""
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        if scale:
            self.sheet.set_print_scale(scale)
            self.sheet.set_h_pagebreaks(list(breaks))
        else:
            self.sheet.fit_to_pages(1, 0)
        self.sheet.print_area(0, 0, last_row, last_column)
        self.sheet.set_footer(f'&L&"{FONT},Italic"&9&A&C&"{FONT},Regular"&9Trang &P/&N')
        self.sheet.hide_gridlines(2)
