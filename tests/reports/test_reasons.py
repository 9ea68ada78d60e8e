"""Why a figure has no verdict: a word for every reason that the code can give, in whatever it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from msgspec.structs import replace

from tests.support.results import make_result
from tests.text.test_glossary import parts_of, words_of
from thidua_cli.reports.owing import owing
from thidua_cli.reports.reminding import reminders
from thidua_cli.reports.terminal import render_details
from thidua_cli.reports.terminal.explain import render_explanation
from thidua_cli.reports.terminal.owed import render_owed
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.glossary import words as glossary
from thidua_cli.text.reasons import Reason

CODES = get_args(Reason)


def bare(text: str, lang: Literal["vi", "en"]) -> set[str]:
    """The codes that stand in a text; "undecided" and its like are English words too."""
    english = " ".join(words.text("en") for words in glossary("reason").values()) if lang == "en" else ""
    return set(re.findall(r"\w+", text)) & {code for code in CODES if code not in english}


def without_data(unit: UnitResult, reason: str) -> UnitResult:
    """A unit that has no verdict on anything, for one reason."""
    criteria = [
        replace(
            one,
            verdict="no_data",
            reason=reason,
            measures=[replace(measure, verdict="no_data", reason=reason) for measure in one.measures],
        )
        for one in unit.criteria
    ]
    return replace(unit, criteria=criteria)


def of_every_reason() -> Result:
    """A result with a unit for each reason that there is."""
    made = make_result(units=len(CODES))
    return replace(made, units=[without_data(unit, code) for unit, code in zip(made.units, CODES, strict=True)])


def media(result: Result) -> Iterator[tuple[str, Literal["vi", "en"], str]]:
    """Whatever may say why a unit has no verdict: its name, language and text."""
    for name, text in words_of(result).items():
        yield name, "vi", text
    for name, data in reminders(result).items():
        yield name, "vi", parts_of(data)
    languages: tuple[Literal["vi", "en"], ...] = ("vi", "en")
    for lang in languages:
        explained = (render_explanation(result, unit, width=400, lang=lang) for unit in result.units)
        yield "explain", lang, "\n".join(explained)
        yield "details", lang, render_details(result, width=400, lang=lang)
        yield "owed", lang, render_owed(owing(result), width=400, lang=lang)


def test_every_reason_has_words() -> None:
    """The codes that mypy lets evidence and judging give are those that have words."""
    assert set(CODES) == set(glossary("reason"))
    assert all(words.text("vi") != words.text("en") for words in glossary("reason").values())


COMPLETE = {"xep-hang.html", "xep-hang.xlsx", "nhac-nop.docx", "nhac-nop.xlsx", "explain", "owed"}
"""What tells each unit's reasons; the others tell some of them."""


def test_no_reason_reaches_staff_as_a_bare_code() -> None:
    """Page, workbook, documents, letters and screens say every reason in words of their language."""
    told = list(media(of_every_reason()))
    assert {} == {(name, lang): found for name, lang, text in told if (found := bare(text, lang))}
    unsaid = {
        (name, lang, code)
        for name, lang, text in told
        for code, words in glossary("reason").items()
        if name in COMPLETE and words.text(lang).lower() not in text.lower()
    }
    # A unit without cases is asked for the row that it lacks, not told that it had none.
    asking = {name for name in COMPLETE if name == "owed" or name.startswith("nhac-nop")}
    assert set() == {one for one in unsaid if one[2] != "no_cases" or one[0] not in asking}
    assert {name for name, _, _ in told} > COMPLETE
