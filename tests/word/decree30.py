"""Holds a .docx against Decree 30/2020/NĐ-CP, Appendix I, by reading the file itself.

Components are known by their words and places, not by the names of styles. Every finding starts with the rule's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.word import rules_components as components
from tests.word import rules_page as page
from tests.word.ooxml import WordFile

Rule = Callable[[WordFile], Iterator[str]]


def check(content: bytes, *, template: bool = False) -> list[str]:
    """Every breach of the rules in a file; a template is not held to what only its filling can show."""
    file = WordFile(content)
    rules = [rule for rule in RULES if not template or rule not in FILLED_ONLY]
    return [f"{rule.__name__}: {text}" for rule in rules for text in rule(file)]


RULES: tuple[Rule, ...] = (
    page.paper,
    page.margins,
    page.fonts,
    page.black,
    page.page_number,
    page.first_page_hidden,
    page.appendix_numbering,
    page.language,
    components.nation,
    components.motto,
    components.head,
    components.agency,
    components.agency_line,
    components.number_line,
    components.place_and_date,
    components.kind,
    components.kind_line,
    components.bases,
    components.body,
    components.articles,
    components.signature,
    components.recipients,
    components.archive_line,
    components.appendix,
    page.tables,
    page.pictures,
    page.drawn_lines_only,
    page.end_mark,
    page.no_empty_pages,
    page.controls_gone,
)
FILLED_ONLY = (
    components.bases,
    components.archive_line,
    page.controls_gone,
    page.first_page_hidden,
    page.appendix_numbering,
)
"""Rules about text and order that a template, with its commands between the paragraphs, cannot show."""
