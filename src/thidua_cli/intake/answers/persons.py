"""Whether a position leads an agency or unit."""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_cli.intake.answers.engine import question, words
from thidua_cli.text.vietnamese import key

# One person may hold several posts; "Phó Chủ tịch HĐND và UBND" stays whole, "Bí thư và Chủ tịch UBND" does not.
_POSTS = re.compile(r"[,;/()\n+]| [-–—] |\bkiêm\b|\bvà (?=(?:phó |quyền )?(?:chủ tịch|trưởng|chánh|giám đốc))")


@lru_cache(maxsize=1 << 12)
def leads(position: str) -> bool | None:
    """Whether a position leads: chairman, head, secretary, headmaster, their deputies; None where it is not clear.

    Chairmen of associations, unions and councils, heads of teams and sections, and staff of a leader's office do not.
    Who holds several posts leads if one of them does.
    """
    whole = question("position").own(words(position))
    posts = {question("position").own(said) for post in _POSTS.split(key(position)) if (said := words(post))}
    if "yes" in posts:
        return True
    if whole == "no" or posts == {"no"}:
        return False
    return True if whole == "yes" else None
