"""``xep-hang.xlsx`` as a whole: the sheets in the order in which their formulas need each other."""

from __future__ import annotations

from thidua_cli.reports.excel.book import Book
from thidua_cli.reports.excel.charts import write_charts
from thidua_cli.reports.excel.criteria import write_criteria
from thidua_cli.reports.excel.figures import write_counts, write_figures
from thidua_cli.reports.excel.lists import write_lists
from thidua_cli.reports.excel.people import write_people
from thidua_cli.reports.excel.standings import write_standings
from thidua_cli.result import Result


def render_xlsx(result: Result) -> bytes:
    """The bytes of ``xep-hang.xlsx``: the same result gives the same bytes.

    Counts are values; numerators, rates, verdicts, shortfalls and scores are formulas that carry the result's figure as
    their stored value. Text never becomes a formula.
    """
    book = Book(title=f"Xếp hạng – {result.plan.title}", author=result.plan.issuer, year=result.plan.year)
    thresholds = write_criteria(book, result)
    counts = write_counts(book, result)
    figures = write_figures(book, result, thresholds, counts)
    write_standings(book, result, thresholds, figures)
    write_charts(book, result, figures)
    write_people(book, result)
    write_lists(book, result)
    return book.close()
