"""One sheet of a workbook: text that can never become a formula, tables by their columns, print set-up."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from thidua_cli.records import record
from thidua_cli.reports.excel.styles import FONT, WRAPPED, Formats

if TYPE_CHECKING:
    from thidua_cli.reports.excel.sheets import PlainSheet

T = TypeVar("T")
HEAD = 3
"""The row of a table's head, below title and notes."""
MAX_TEXT = 32_767
"""Characters that a cell of Excel can hold."""
LINE_HEIGHT = 15.0
"""Points that one line of text needs."""
MAX_HEIGHT = 409.0
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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


@record
class Formula:
    """A formula with the value that viewers show without calculating; ``{row}`` in it is its own row's number."""

    text: str
    shown: float | str


Cell = str | float | Formula | None
"""What a cell holds; None leaves it empty."""


@record
class Column(Generic[T]):
    """One column of a table: its head, its width in characters, the style of its cells, and what a row has there.

    ``of`` may give a style of its own with the value; without it rows are counted.
    """

    title: str
    width: float
    style: str = "text"
    of: Callable[[T], Cell | tuple[Cell, str]] | None = None


class Page:
    """One sheet: writes cells by 0-based row and column, and knows how its table is to be seen and printed."""

    def __init__(self, formats: Formats, sheet: PlainSheet) -> None:
        self._formats = formats
        self.sheet = sheet
        self.first = False
        self._widths: list[float] = []
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, value: str, style: str = "text") -> None:
        """Write a text as a text, whatever it begins with."""
        shown = value if len(value) <= MAX_TEXT else value[: MAX_TEXT - 1] + "…"
        quoted = shown.startswith(FORMULA_STARTS)
        self.sheet.text(row, column, shown, self._formats.of(style, quoted=quoted, first=self.first))
        self._measure(row, column, shown, style)

    def _measure(self, row: int, column: int, text: str, style: str) -> None:
        """Note how many lines a wrapped text takes: not every program fits rows to their text on opening."""
        if column >= len(self._widths) or style not in WRAPPED:
            return
        width = int(self._widths[column] * WRAPPED[style])
        if len(text) > width or "\n" in text:
            self._lines[row] = max(self._lines.get(row, 1), _lines(text, max(width, 1)))

    def number(self, row: int, column: int, value: float, style: str = "number") -> None:
        """Write a number."""
        self.sheet.number(row, column, value, self._formats.of(_number_style(style, value), first=self.first))

    def formula(self, row: int, column: int, formula: str, cached: float | str, style: str = "number") -> None:
        """Write a formula with the value that viewers show without calculating."""
        chosen = self._formats.of(_number_style(style, cached), first=self.first)
        self.sheet.formula(row, column, formula, chosen, cached)

    def blank(self, row: int, column: int, style: str = "text") -> None:
        """An empty cell with its borders."""
        self.sheet.blank(row, column, None, self._formats.of(style, first=self.first))

    def put(self, row: int, column: int, value: Cell, style: str = "text") -> None:
        """Write whatever a row has in a column."""
        match value:
            case None:
                self.blank(row, column)
            case str():
                self.text(row, column, value, style)
            case Formula(text, shown):
                self.formula(row, column, text.replace("{row}", str(row + 1)), shown, style)
            case _:
                self.number(row, column, value, style)

    def link(self, row: int, column: int, target: str, words: str) -> None:
        """A few words of ours that lead to a place in this workbook (``'Số liệu'!A5``)."""
        chosen = self._formats.of("link", first=self.first)
        self.sheet.write_url(row, column, f"internal:{target}", chosen, words)

    def head(self, title: str, note: str = "") -> None:
        """The title line and the line below it that says how to read the sheet."""
        self.sheet.set_row(0, 24)
        self.plain(0, title, "title")
        self.plain(1, note, "note")

    def plain(self, row: int, value: str, style: str, column: int = 0) -> None:
        """A line of text outside the table: it runs on to the right, without borders."""
        quoted = value.startswith(FORMULA_STARTS)
        self.sheet.write_string(row, column, value[:MAX_TEXT], self._formats.of(style, quoted=quoted))

    def columns(self, row: int, columns: Sequence[Column[Any]]) -> None:
        """The table's head, high enough for its words, and the widths of its columns."""
        self._widths = [column.width for column in columns]
        for index, column in enumerate(columns):
            self.sheet.set_column(index, index, column.width)
            self.sheet.write_string(row, index, column.title, self._formats.of("head"))
            self._measure(row, index, column.title, "head")
        self._lines[row] = max(self._lines.get(row, 1), 2)

    def table(
        self,
        columns: Sequence[Column[T]],
        rows: Iterable[T],
        *,
        head: int = HEAD,
        frozen: int = 0,
        nothing: str = "",
        parted: Callable[[T], str] | None = None,
        aside: int = 0,
    ) -> int:
        """A whole table below its head; returns its last row.

        ``nothing`` is said where there is no row, ``frozen`` columns stay when one scrolls, and a line is drawn above a
        row whose ``parted`` is another than that of the row before. The last ``aside`` columns are not printed.
        """
        self.columns(head, columns)
        last, previous = head, ""
        for last, item in enumerate(rows, head + 1):
            part = parted(item) if parted else ""
            self.first, previous = previous not in ("", part), part
            for index, column in enumerate(columns):
                value = column.of(item) if column.of else last - head
                self.put(last, index, *(value if isinstance(value, tuple) else (value, column.style)))
        self.first = False
        if last == head and nothing:
            self.plain(head + 1, nothing, "note")
        self.finish(head, max(last, head + 1), len(columns) - 1 - aside, frozen=frozen, filtered=last > head)
        return last

    def colour(self, area: tuple[int, int, int, int], words: dict[str, str]) -> None:
        """Colour the cells that hold a verdict's word or sign: ``words`` maps the cell's text to the verdict."""
        if area[2] < area[0]:
            return
        for shown, verdict in words.items():
            chosen = self._formats.verdict(verdict)
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
