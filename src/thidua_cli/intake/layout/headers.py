"""What a header may mean in a list, and which columns hold personal data, row numbers or remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from thidua_cli.intake.layout.list_words import FIELD_PATTERNS
from thidua_cli.intake.tables import Kind

MAX_WORDS = 120
"""No header says more than this; longer texts are not held against the phrases at all."""

_PERSONAL = re.compile(
    "(?:ten |ho ten |ho va ten )?(?:chu ho so|chu su dung(?: dat)?)|(?:nguoi|ben) nhan(?: ket qua)?"
    "|(?:ten |ho ten |ho va ten )?(?:nguoi|cong dan|to chuc|ca nhan|khach hang|chu the)"
    "(?: to chuc| ca nhan| cong dan)* ?(?:nop|dang ky|yeu cau|de nghi|lam|gui|duoc uy quyen"
    "|dung ten)? ?(?:ho so.*|giao dich)?"
    "|ten (?:cong dan|nguoi nop|khach hang|to chuc|doanh nghiep).*|.*dia chi.*|.*dien thoai.*|sdt.*|so dt.*"
    "|di dong|.*email.*|e mail"
    "|thu dien tu|.*(?:cmnd|cccd|cmtnd|can cuoc|ho chieu|chung minh).*|so dinh danh.*|ma so thue|ngay sinh"
    "|nam sinh|thu truong"
)
_ORDINAL = re.compile("stt|tt|so tt|so thu tu|thu tu|no|s t t")
_NOTE = re.compile("ghi chu.*|ly do.*|giai trinh|nguyen nhan.*|chu thich")


@lru_cache(maxsize=1)
def compiled() -> Mapping[Kind, Mapping[str, tuple[re.Pattern[str], ...]]]:
    """:data:`~.list_words.FIELD_PATTERNS` as compiled expressions, made on first use."""
    return {
        kind: {name: tuple(re.compile(p) for p in patterns) for name, patterns in fields.items()}
        for kind, fields in FIELD_PATTERNS.items()
    }


@lru_cache(maxsize=16384)
def ranks(kind: Kind, words: str) -> Mapping[str, int]:
    """The fields of one list kind that these header words may mean, each with its rank (0 is the best phrase)."""
    if len(words) > MAX_WORDS or (is_personal(words) and kind is Kind.DOSSIERS):
        return {}
    found: dict[str, int] = {}
    for name, patterns in compiled()[kind].items():
        for rank, pattern in enumerate(patterns):
            if pattern.fullmatch(words):
                found[name] = rank
                break
    return found


@lru_cache(maxsize=16384)
def is_personal(words: str) -> bool:
    """Whether the column holds an applicant's personal data (never read)."""
    return bool(_PERSONAL.fullmatch(words))


@lru_cache(maxsize=16384)
def is_ordinal(words: str) -> bool:
    """Whether the column only numbers the rows."""
    return bool(_ORDINAL.fullmatch(words))


@lru_cache(maxsize=16384)
def is_note(words: str) -> bool:
    """Whether the column holds remarks."""
    return bool(_NOTE.fullmatch(words))
