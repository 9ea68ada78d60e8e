"""What decides each reading, in words: the page ``docs/readings.md`` and the sentences of ``check`` are made from this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule: the question it answers, and its sentence in both languages (``str.format`` over the reading's parameters)."""

    question: str
    vi: str
    en: str


QUESTIONS: Mapping[str, tuple[str, str]] = {
    "column": ("Cột nào là số liệu cần đọc?", "Which column is the figure that is read?"),
    "rows": ("Dòng này là gì?", "What is this row?"),
    "unit": ("Số liệu là của đơn vị nào?", "Whose figures are these?"),
    "period": ("Số liệu là của kỳ nào?", "Which period do the figures cover?"),
    "system": ("Số liệu từ hệ thống nào?", "Which system do the rows come from?"),
    "partial": ("Danh sách có đủ không?", "Is the list whole?"),
    "identity": ("Các cột cộng lại thế nào?", "How do the columns add up?"),
}
"""The questions, in the order of the page."""

RULES: Mapping[str, Rule] = {}
"""Every rule by its code."""
