"""What the status of a dossier says, whatever words a system puts around it.

A status is known when the whole text is understood: a core ("đã trả kết quả"), what may stand beside it ("cho công
dân"), and a remark on the deadline ("quá hạn"). Anything else is ``None``, never a guess: "Chưa giải quyết" holds the
core "giải quyết" and says the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from thidua_cli.text.phrases import Book
from thidua_cli.text.vietnamese import fold, key


class Status(StrEnum):
    """Where a dossier stands (the classes behind the ten codes of the national public service portal)."""

    RESOLVED = "resolved"
    """Processing ended with a result, handed over or waiting to be fetched (codes 9, 10)."""
    REFUSED_WITH_RESULT = "refused_with_result"
    """Từ chối giải quyết: refused with a reasoned answer, which is a result."""
    WITHDRAWN = "withdrawn"
    """The citizen took it back (code 7)."""
    STOPPED = "stopped"
    """Stopped, paused, or sent back without a result (code 8): received, never timed."""
    PROCESSING = "processing"
    """Received and open (codes 2, 4)."""
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    """Open, waiting for papers from the citizen (code 5)."""
    AWAITING_PAYMENT = "awaiting_payment"
    """Open, waiting for a tax, fee or charge (code 6)."""
    NOT_ACCEPTED = "not_accepted"
    """Refused at the door (code 3)."""
    AWAITING_RECEIPT = "awaiting_receipt"
    """Filed, nobody has received it yet (code 1)."""


_WORDS = Book(__file__, "statuses.toml")


def parse_status(value: object, taught: Mapping[str, Sequence[str]] | None = None) -> Status | None:
    """The class of a dossier's status, or None where the text is not understood with certainty.

    ``taught`` maps classes (the values of :class:`Status`) to texts of a local system and rules over what is built in.
    Numbers 1 to 10 are the codes of the national portal. "Trả lại hồ sơ" is ``STOPPED``: the citizen got the papers
    back and no result. "Từ chối" alone is unknown, because it may be said at the door or after examination.
    """
    text = _text(value)
    if taught:
        wanted = key(text)
        for name, texts in taught.items():
            if any(key(known) == wanted for known in texts):
                return Status(name)
    return _status(text)


@lru_cache(maxsize=1 << 12)
def _status(text: str) -> Status | None:
    folded = " ".join(_WORDS.data["short"].get(word, word) for word in fold(text).split())
    if folded.isdecimal() or re.fullmatch(r"\s*\d+[.,]0\s*", text):
        code = _WORDS.data["codes"].get(folded.split()[0].removeprefix("0"))
        return None if code is None else Status(code)
    core = _WORDS["deadline"].between(folded)
    for said in (core, _WORDS["leading"].between(core)):
        if len(found := _WORDS.every("classes", said)) == 1:
            # Without diacritics "dừng" (stopped) and "đúng" (right) are one word.
            right = found == ["stopped"] and re.search(r"đúng (?!(?:thời )?hạn)", key(text))
            return None if right else Status(found[0])
    return None


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
