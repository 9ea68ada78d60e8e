"""The Word files of the contract (section 5) and the letter of reminders, from templates that staff edit in Word.

Importing this package loads neither docx nor Jinja; the functions do, when they are called.
"""

from __future__ import annotations

from thidua_cli.reports.documents import DOCUMENTS
from thidua_cli.reports.word.check import check_template, check_templates
from thidua_cli.reports.word.guide import template_guide
from thidua_cli.reports.word.pdf import find_office, to_pdf
from thidua_cli.reports.word.render import render_all, render_docx, template_bytes
from thidua_cli.reports.word.words import template_words

__all__ = [
    "DOCUMENTS",
    "check_template",
    "check_templates",
    "find_office",
    "render_all",
    "render_docx",
    "template_bytes",
    "template_guide",
    "template_words",
    "to_pdf",
]
