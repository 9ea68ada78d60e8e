"""Which of several exports of one system is the later, as far as anything says it.

The period that a table covers tells, else the day of export that its title, sheet or file names, else the last day on
which anything happened in it. Where two cannot be told apart, neither rules (contract, section 3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from thidua_cli.evidence.dates import BAD_DATE, day_number, days
from thidua_cli.intake.periods import narrowest, periods_in, short_period
from thidua_cli.intake.tables import Table
from thidua_cli.text.vietnamese import fold

Ints = npt.NDArray[np.int64]

_DAY = re.compile(r"(?<!\d)(?P<d>\d{1,2})[ ._/-](?P<m>\d{1,2})[ ._/-](?P<y>20\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<y>20\d\d)[ ._/-]?(?P<m>\d\d)[ ._/-]?(?P<d>\d\d)(?!\d)")
_SAID = re.compile(r"\b(?:xuat|in|lap|trich|tinh den|den ngay|den het|chot)\b.{0,24}$")


def export_ranks(tables: Sequence[Table], moments: Sequence[Ints], year: int) -> Ints:
    """Per table a number that is greater for a later export, the same where nothing tells two apart.

    ``moments`` are per table the dates that stand in its rows, in seconds. What some of the tables do not say is not
    asked of any: the days that two tables name are no order over three.
    """
    told: list[list[int]] = []
    for day_of in (_period, _export_day):
        days_told = [day_of(table, year) for table in tables]
        if all(day is not None for day in days_told):
            told.append([day or 0 for day in days_told])
    told.append([_last_day(part) for part in moments])
    keys = list(zip(*told, strict=True))
    order = {key: rank for rank, key in enumerate(sorted(set(keys)))}
    return np.asarray([order[key] for key in keys], dtype=np.int64)


def _first_said(table: Table, look: Callable[[str], int | None]) -> int | None:
    texts = (table.title, table.receipt.sheet, table.receipt.file.rpartition(".")[0])
    return next((day for text in texts if (day := look(text)) is not None), None)


def _period(table: Table, year: int) -> int | None:
    """The last day that a table says it covers, in days since 1970."""
    if table.receipt.period is not None:
        return day_number(table.receipt.period.last)

    def look(text: str) -> int | None:
        period = narrowest(periods_in(text, year)) or short_period(text.rpartition("/")[2], year)
        return None if period is None else day_number(period.last)

    return _first_said(table, look)


def _export_day(table: Table, _: int) -> int | None:
    """The day on which a table says it was exported: in a title after words for it, in a name any day."""
    title = _day_in(table.title, said=True)
    if title is not None:
        return title
    names = (table.receipt.sheet, table.receipt.file.rpartition(".")[0])
    return next((day for name in names if (day := _day_in(name, said=False)) is not None), None)


def _day_in(text: str, *, said: bool) -> int | None:
    found = []
    for pattern in (_DAY, _ISO):
        for match in pattern.finditer(text):
            if said and not _SAID.search(fold(text[: match.start()])):
                continue
            try:
                found.append(day_number(date(int(match["y"]), int(match["m"]), int(match["d"]))))
            except ValueError:
                continue
    return max(found, default=None)


def _last_day(moments: Ints) -> int:
    known = moments[moments > BAD_DATE]
    return int(days(known).max()) if len(known) else BAD_DATE
