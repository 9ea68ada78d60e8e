"""Day and month swapped by a spreadsheet: the trace it leaves in a column, and the other reading of each date.

A program set to American dates reads the text 05/12/2021 as 12 May and makes a real date of it, but leaves 25/12/2021
as text, because there is no month 25. Such a column holds real dates whose day is at most 12, and texts whose day is
above.
"""

from __future__ import annotations

import numpy as np

from thidua_cli.intake.values_dates import DAY, NO_DATE, Dates, Flags, Seconds, State, day_numbers
from thidua_cli.records import record


@record
class DateTypes:
    """What the mixture of real dates and texts in one column means, aligned with its distinct values.

    ``mixed``: both occur. ``suspect``: values that the trace above makes doubtful (none where the column does not show
    it). ``swapped``: the other reading, day and month exchanged, of every real date that has one (:data:`NO_DATE`
    elsewhere); given for all such dates, so that the date in a dossier's code can settle those of other columns too.
    """

    mixed: bool
    suspect: Flags
    swapped: Seconds


def mixed_date_types(dates: Dates) -> DateTypes:
    """Look for days and months swapped by a spreadsheet among the dates of one column.

    Texts with a day of 12 or less speak against it (they would have been converted); one in ten is allowed for texts
    that a stray space kept from being converted.
    """
    read = dates.state == State.OK
    real, text = read & ~dates.is_text, read & dates.is_text
    safe = np.where(read, dates.seconds, 0)
    stamp = (safe // DAY).astype("datetime64[D]")
    month_of = stamp.astype("datetime64[M]")
    month = month_of.astype(np.int64) % 12 + 1
    day = (stamp - month_of.astype("datetime64[D]")).astype(np.int64) + 1
    year = stamp.astype("datetime64[Y]").astype(np.int64) + 1970
    early = day <= 12
    other, _ = day_numbers(year, day, month)
    two_ways = real & early & (day != month)
    swapped = np.where(two_ways, other * DAY + safe % DAY, NO_DATE)
    traced = bool(real.any() and not (real & ~early).any() and (text & ~early).any())
    traced = traced and 10 * int((text & early).sum()) <= int((text & ~early).sum())
    suspect = two_ways if traced else np.zeros_like(two_ways)
    return DateTypes(bool(real.any() and text.any()), suspect, swapped)
