"""What must be said before a standing is read: it is provisional, or the data are of another year than the plan."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_cli.reports.other_year import other_years
from thidua_cli.reports.owing import owing
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.result import Result
from thidua_cli.text.language import Lang, Message, joined, t

_LEFT_OUT = frozenset({"skipped_unreadable", "missing_column", "shifted_columns"})
_MOST = 3


def provisos(result: Result, *, accepted: bool, width: int = 80, lang: Lang = "vi") -> str:
    """The sentences, wrapped; empty for none. ``accepted``: what is missing or unreadable was to be passed over."""
    screen = Screen(max(40, width), lang=lang)
    said = [*_provisional(result), *_other_year(result)] if accepted else [*_other_year(result)]
    return "\n".join(line for sentence in said for line in screen.wrap(sentence))


def _provisional(result: Result) -> Iterator[Message]:
    """That something is missing, and what."""
    files = dict.fromkeys(one.file for one in result.findings if one.code in _LEFT_OUT and one.file)
    missing = [(one.unit.name, [owed.what for owed in one.owed if owed.empty]) for one in owing(result)]
    units = [name for name, owed in missing if owed]
    what = list(dict.fromkeys(one for _, owed in missing for one in owed))
    if files:
        yield t("PROVISIONAL standing: not read: {files}.", files=_few([*files]))
    if units:
        yield t(
            "PROVISIONAL standing: {count:unit|units} ({units}) did not hand in: {what}.",
            count=len(units),
            units=_few(units),
            what=joined(what, "; "),
        )


def _few(names: list[str]) -> str:
    return ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")


def _other_year(result: Result) -> Iterator[Message]:
    """That every table that names its time is of another year than the plan's, and the way out."""
    if years := other_years(result):
        yield t(
            "The dated data are of {years}, the plan is of {year}: put criteria.yaml of {years} beside the data, "
            "or name that plan with --plan.",
            years=", ".join(years),
            year=str(result.plan.year),
        )
