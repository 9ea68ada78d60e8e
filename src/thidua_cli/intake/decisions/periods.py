"""Which period a table covers: its title lines, then its sheet's name, then its file's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.names import stem
from thidua_cli.intake.layout.spans import is_period
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.periods import Period, narrowest, periods_in, short_period
from thidua_cli.intake.reading import Reading
from thidua_cli.records import record
from thidua_cli.text.language import Param
from thidua_cli.text.vietnamese import fold, key


@record
class SaidPeriod:
    """The period that was read, where it stands (``title``, ``sheet``, ``file``; empty: nowhere) and the reading."""

    period: Period | None = None
    source: str = ""
    reading: Reading | None = None
    dated: bool = True
    """Whether the year is said too; else it is taken for the plan's."""


def period_of(titles: Sequence[Title], sheet: str, file: str, wanted: Period) -> SaidPeriod:
    """The period that titles and names say, and whether they say its year."""
    said = _period_of(titles, sheet, file, wanted)
    if said.period is None:
        return said
    other_year = Period.of_year(wanted.first.year - _LONG_AGO)
    return replace(said, dated=_period_of(titles, sheet, file, other_year).period == said.period)


_OF_A_DAY = re.compile(
    r"^(?!.*(?:kèm theo|ban hành| số ))(?:báo cáo|kết quả|tình hình|thống kê|tổng hợp|biểu|bảng|danh sách|số liệu)\b"
    r".*\bngày\s+(?P<day>\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4})\W*$"
)
"""A heading that names one day and no other period: a day's report, or one of which nothing says how far it reaches."""
_LONG_AGO = 60
_PRINTED = re.compile(r"(?<!\d)\d{1,2}[_/.-]\d{1,2}[_/.-]\d{4}[ _-]+\d{1,2}[_:hg-]\d{1,2}(?![_:/.-]?\d)")
"""Day and hour of an export, as products put them into its name: they say nothing of the days that it covers."""


def _period_of(titles: Sequence[Title], sheet: str, file: str, wanted: Period) -> SaidPeriod:
    """The period named nearest to the table.

    Within one place a narrower period goes before the wider one that holds it ("Năm 2021 – Quý I"), and a sheet's or
    file's name narrows what the title says ("Báo cáo năm 2021", sheet "Quý I"), unless that is said in days. Names that
    say two periods say none.
    """
    year = wanted.first.year
    said = SaidPeriod()
    by_days = [title for title in titles if len(re.findall(r"\d{1,2}\s*[/.\-]\s*\d{1,2}", title.text)) > 1]
    for title in reversed(titles):
        period = _in(title.text, year)
        if period is not None and (said.period is None or said.period.holds(period)):
            said = _said(period, "title", title.text, title.cell)
    if said.period is not None and any(_in(title.text, year) == said.period for title in by_days):
        return said
    own_year = said.period.first.year if said.period is not None else year
    folders = file.replace("\\", "/").split("/")[-2::-1]
    for source, name in (
        ("sheet", sheet),
        ("file", _PRINTED.sub(" ", stem(file))),
        *(("file", folder) for folder in folders),
    ):
        period = _in(name, own_year) or (short_period(name, own_year) if source == "sheet" else None)
        if period is None:
            continue
        if said.period is None or (said.period != period and said.period.holds(period)):
            said = _said(period, source, name, "")
        elif source == "sheet" and is_period(name) and wanted.meets(said.period) and not wanted.meets(period):
            said = _said(period, source, name, "")  # a title copied from another year, or a sheet that was not renamed
    return said


def _said(period: Period, source: str, text: str, cell: str) -> SaidPeriod:
    params: dict[str, Param] = {"text": text, "period": period.words()}
    return SaidPeriod(period, source, Reading(f"period_{source}", str(period), params=params, cell=cell))


def _in(text: str, year: int) -> Period | None:
    """The one period that a line or name says; of several that lie within each other the narrowest."""
    if WORDS.within("title.compared", fold(text)):
        return None
    found = periods_in(text, year)
    day = _OF_A_DAY.search(key(text)) if not found else None
    if day is not None:
        found = periods_in(f"từ {day['day']} đến {day['day']}", year)
    return narrowest(found)
