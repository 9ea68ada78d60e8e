"""``xep-hang.xlsx``: the result for people who check in Excel. xlsxwriter is loaded only when a book is made."""

from thidua_cli.reports.excel.workbook import render_xlsx

__all__ = ["render_xlsx"]
