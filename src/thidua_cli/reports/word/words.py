"""The words that a Word template may use: the one vocabulary of all of them, with meaning and example.

``check`` holds templates against it, ``guide`` prints it as ``docs/templates.md``, and a test holds the context that
fills the templates against it, so that none of the three can drift from the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.reports.word.entries import Word
from thidua_cli.reports.word.vocabulary import DOCUMENT, MOVEMENT, OFFICES, RESULTS
from thidua_cli.reports.word.vocabulary_awards import AWARDS, COUNCIL, DATA, OWED, ROLLOUT

SECTIONS: Mapping[str, tuple[Word, ...]] = {
    "Phong trào": MOVEMENT,
    "Cơ quan, người có thẩm quyền": OFFICES,
    "Căn cứ, chữ ký, nơi nhận (khác nhau theo từng văn bản)": DOCUMENT,
    "Kết quả": RESULTS,
    "Đề nghị khen thưởng": AWARDS,
    "Hội đồng": COUNCIL,
    "Nhân rộng": ROLLOUT,
    "Số liệu và cách tính": DATA,
    "Nhắc bổ sung số liệu": OWED,
}
LOOP = ("index", "first", "last", "length")
"""What ``loop`` offers inside a list."""


def template_words() -> Mapping[str, Word]:
    """Every word of the templates by name."""
    return {word.name: word for words in SECTIONS.values() for word in words}
