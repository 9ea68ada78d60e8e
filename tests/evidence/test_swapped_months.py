"""Days and months that a spreadsheet swapped: the codes tell, else nothing is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tables import Row, dossier, dossiers
from thidua_cli.evidence.dates import BAD_DATE, TableDates, day_number, days, table_dates

CAME = st.builds(date, st.just(2021), st.integers(1, 12), st.integers(1, 28))
HOW = st.sampled_from(["swapped", "kept"])


def turned(day: date) -> date:
    """Day and month the other way round."""
    return date(day.year, day.day, day.month)


def cell(day: date, *, swapped: bool) -> str | datetime:
    """As an export under another locale has it: a date up to the 12th, right or the wrong way round, else text."""
    if day.day > 12:
        return f"{day:%d/%m/%Y}"
    shown = turned(day) if swapped else day
    return datetime(shown.year, shown.month, shown.day)


def listed(rows: Sequence[tuple[date, date, bool, bool]]) -> TableDates:
    """A list whose rows came and ended on some days, swapped or not, with the day in the code or none."""
    made: list[Row] = [
        dossier(
            n,
            code=f"000.01.41.H20-{came:%y%m%d}-{n:04}" if coded else f"HS-{n:04}",
            received=cell(came, swapped=swapped),
            due=cell(ended, swapped=swapped),
            ended=cell(ended, swapped=swapped),
        )
        for n, (came, ended, swapped, coded) in enumerate(rows)
    ]
    # Two rows past the 12th in every column: without texts there is no trace of a conversion.
    last = dict.fromkeys(("received", "due", "ended"), "25/06/2021")
    made += [dossier(90 + n, code=f"000.01.41.H20-210625-009{n}", **last) for n in range(2)]
    return table_dates(dossiers(made))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(CAME, CAME, HOW, st.booleans()), min_size=1, max_size=5))
def test_the_codes_tell_which_way_round_the_days_are(rows: list[tuple[date, date, str, bool]]) -> None:
    """One code that says so settles all; where codes contradict each other only their own rows are known."""
    made = [(came, ended, how == "swapped", coded) for came, ended, how, coded in rows]
    found = listed(made)
    asked = [(came, swapped) for came, _, swapped, coded in made if coded and _two_ways(came)]
    told = {swapped for _, swapped in asked}
    verdict = "silent" if not told else "mixed" if len(told) == 2 else "swapped" if told == {True} else "kept"
    for n, (came, ended, swapped, coded) in enumerate(made):
        shown = _as_read(came, swapped=swapped)
        own = came if coded and _two_ways(came) else _taken(shown, verdict)
        assert (day_number(own) if own else BAD_DATE) == days(found.received)[n]
        other = _taken(_as_read(ended, swapped=swapped), verdict)
        assert (day_number(other) if other else BAD_DATE) == days(found.due)[n] == days(found.ended)[n]
    heads = [str(one.params["column"]) for one in found.findings if one.code == "ambiguous_date"]
    doubted = [any(map(_two_ways, side)) for side in ([row[0] for row in made], [row[1] for row in made])]
    assert heads == ["Ngày tiếp nhận"] * doubted[0] + ["Ngày hẹn trả", "Ngày kết thúc xử lý"] * doubted[1]


def _two_ways(day: date) -> bool:
    return day.day <= 12 and day.day != day.month


def _as_read(day: date, *, swapped: bool) -> date:
    return turned(day) if swapped and day.day <= 12 else day


def _taken(shown: date, verdict: str) -> date | None:
    """What is taken for a day without a code of its own."""
    if not _two_ways(shown) or verdict == "kept":
        return shown
    return turned(shown) if verdict == "swapped" else None
