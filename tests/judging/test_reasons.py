"""Why a figure has no verdict: a word for every reason that the code can give."""

from __future__ import annotations

import re
from pathlib import Path

import thidua_cli
from thidua_cli.text.reasons import REASONS

SAID = re.compile(r'Count\(None, "(\w+)"|reason="(\w+)"|"no_data", "(?!met|not_)(\w+)"')
SOURCES = Path(thidua_cli.__file__).parent


def given() -> set[str]:
    """The reasons that stand in the code of evidence and judging."""
    texts = [path.read_text("utf-8") for room in ("evidence", "judging") for path in (SOURCES / room).glob("*.py")]
    found = {word for text in texts for match in SAID.findall(text) for word in match if word}
    return found | {"no_cases", "not_assessed", "partial", "no_channel", "code_damaged"}


def test_no_reason_reaches_staff_as_a_bare_code() -> None:
    """Every reason that evidence or judging gives has words."""
    assert {"merged", "partial", "no_table", "system_unknown"} <= given()
    assert set() == given() - set(REASONS)
