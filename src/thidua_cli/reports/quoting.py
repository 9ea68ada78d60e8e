"""Titles in quotation marks, never in two pairs of them."""

from __future__ import annotations

import re

_QUOTES = '“”"„‟«»'


def quoted(title: str) -> str:
    """A title in quotation marks; one that holds such marks itself stands without others around it.

    “Tổ hỗ trợ” for ``Tổ hỗ trợ``; Mô hình “Ngày không hẹn” for ``Mô hình "Ngày không hẹn"``.
    """
    text = " ".join(title.split())
    inner = text.strip(_QUOTES)
    if not any(mark in inner for mark in _QUOTES):
        return f"“{inner}”"
    opened = re.sub(rf"(^|\s)[{_QUOTES}](?=\S)", r"\1“", text)
    return re.sub(rf"(?<!\s)(?<!^)[{_QUOTES}]", "”", opened)
