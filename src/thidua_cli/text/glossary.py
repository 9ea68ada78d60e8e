"""One word for each thing: what the program calls it in Vietnamese, everywhere that staff read.

Screen, page, workbook, documents, help and the Vietnamese README keep to it; ``tests/text/test_glossary.py`` looks for
the other words in all of them. Words that are read in users' tables are no part of it: those stand in ``intake``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

UNKNOWN_GROUP = "Chưa rõ khối"
"""Where units stand whose group the plan does not have: they are judged and shown, but no quota can be applied."""


class Term(NamedTuple):
    """One thing: its word in lower case, its English word, and a pattern of what it is never called."""

    vi: str
    en: str
    never: str = ""


GLOSSARY: Mapping[str, Term] = {
    "plan": Term("kế hoạch", "plan", r"bộ tiêu chí|tệp tiêu chí"),
    "criterion": Term("tiêu chí", "criterion"),
    "requirement": Term("yêu cầu", "requirement"),
    # “Chỉ số” with a capital is the PAR index, whose name is its own.
    "measure": Term("chỉ tiêu", "measure", r"(?-i:(?:chỉ số|CHỈ SỐ)(?! (?:cải cách|CẢI CÁCH|CCHC)))"),
    "threshold": Term("mức yêu cầu", "threshold", r"ngưỡng"),
    "quota": Term("số lượng được xét", "quota", r"chỉ tiêu (?:khen|của khối)|hạn mức"),
    "met": Term("đạt", "met"),
    "not_met": Term("không đạt", "not met", r"chưa đạt"),
    "no_data": Term("chưa đủ số liệu", "no data", r"không đủ số liệu"),
    "not_applicable": Term("không áp dụng", "not applicable"),
    "finding": Term("lưu ý", "finding", r"phát hiện"),
    "error": Term("lỗi", "error"),
    "warning": Term("cảnh báo", "warning"),
    "info": Term("thông tin", "info"),
    "unit": Term("đơn vị", "unit"),
    "group": Term("khối thi đua", "group"),
    "dossier": Term("hồ sơ", "dossier"),
    "rank": Term("hạng", "rank"),
    "tied": Term("đồng hạng", "shared rank"),
    "score": Term("điểm", "score"),
    "standing": Term("xếp hạng", "standing"),
    "share": Term("tỷ lệ", "share", r"tỉ lệ"),
    "collective": Term("tập thể", "collective"),
    "person": Term("cá nhân", "person"),
    "proposal": Term("đề nghị khen thưởng", "proposal", r"đề xuất khen thưởng|đề xuất khen"),
    "reward": Term("tiền thưởng", "reward"),
    "council": Term("Hội đồng", "council"),
    "initiative": Term("sáng kiến", "initiative"),
    "sheet": Term("trang", "sheet", r"trang tính"),
    "source": Term("nguồn số liệu", "source"),
}
"""Every term by its English key."""


def word(key: str, lang: str = "vi") -> str:
    """The word for a thing, with a capital: for heads, titles and labels."""
    term = GLOSSARY[key].en if lang == "en" else GLOSSARY[key].vi
    return term[:1].upper() + term[1:]
