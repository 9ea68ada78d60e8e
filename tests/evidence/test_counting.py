"""Dossiers counted one by one, by the sentences of the contract, against what the arrays say of any lists."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tables import PLAN, Row, counts, dossiers, evidence
from thidua_cli.intake.tables import System
from thidua_cli.plan.model import Settings

UNITS = {"Phường An Lộc": "phuong-an-loc", "Phường An Bình A": "phuong-an-binh-a"}
RECEIVED = st.sampled_from(
    [date(2020, 12, 31), date(2021, 1, 1), date(2021, 6, 1), date(2021, 12, 31), date(2022, 1, 1)]
)
DAYS = st.sampled_from([None, 0, 1, 4, 5, 6, 30, 365])
STATES = st.sampled_from(
    ["Đã trả kết quả", "Đã xử lý xong", "Từ chối giải quyết", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý",
     "Không được tiếp nhận", "Mới đăng ký", "Đang xử lý", "Yêu cầu bổ sung hồ sơ"]
)  # fmt: skip
TIMED = {"Đã trả kết quả", "Đã xử lý xong", "Từ chối giải quyết"}
WAITING = {"Đang xử lý", "Yêu cầu bổ sung hồ sơ"}
REFUSED = {"Không được tiếp nhận", "Mới đăng ký"}
CHANNELS = st.sampled_from(["Trực tiếp", "Trực tuyến"])
LEVELS = st.sampled_from([None, None, "Mức độ 1", "Mức độ 2", "Mức độ 3", "Mức độ 4"])
SYSTEMS = (System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK)
Dossier = dict[System, Row]
"""One dossier: its row in each system that holds it."""


@st.composite
def _row(draw: st.DrawFn, code: str, unit: str, system: System, days: st.SearchStrategy[date] = RECEIVED) -> Row:
    received, status = draw(days), draw(STATES)
    due, ended = draw(DAYS), draw(DAYS)
    if status in TIMED:
        ended = 5 if ended is None else ended
    elif status in WAITING:
        ended = None
    channel: str | None = draw(CHANNELS)
    if system is System.PUBLIC_SERVICE and draw(st.booleans()):
        channel = None
    return {
        "code": code,
        "unit": unit,
        "received": _text(received),
        "due": None if due is None else _text(received + timedelta(due)),
        "ended": None if ended is None else _text(received + timedelta(ended)),
        "status": status,
        "channel": channel,
        "level": draw(LEVELS),
    }


def _text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _day(row: Row, field: str) -> date | None:
    said = row[field]
    return None if said is None else date(*(int(part) for part in reversed(str(said).split("/"))))


@st.composite
def _dossiers(draw: st.DrawFn) -> list[Dossier]:
    made: list[Dossier] = [
        {
            system: draw(
                _row(
                    f"000.01.41.H20-210601-9{SYSTEMS.index(system):03}",
                    "Phường An Lộc",
                    system,
                    st.just(date(2021, 6, 1)),
                )
            )
        }
        for system in SYSTEMS
    ]
    for number in range(draw(st.integers(1, 6))):
        unit = draw(st.sampled_from(list(UNITS)))
        held = draw(st.sets(st.sampled_from(SYSTEMS), min_size=1))
        made.append({system: draw(_row(f"000.01.41.H20-210601-{number:04}", unit, system)) for system in sorted(held)})
    return made


def one_by_one(made: Sequence[Dossier], unit: str, rules: Settings) -> Mapping[str, int]:
    """The counts of a unit, each dossier by itself (contract, section 3)."""
    first, last = date(2021, 1, 1), date(2021, 12, 31)
    found: Counter[str] = Counter()
    for rows in made:
        ruling = next(rows[one] for one in SYSTEMS if one in rows)
        if ruling["unit"] != unit:
            continue
        received, due, ended = (_day(ruling, field) for field in ("received", "due", "ended"))
        status = ruling["status"]
        assert received is not None
        counted = first <= received <= last and status not in REFUSED
        online = ruling["channel"] == "Trực tuyến"
        level = ruling["level"]
        log, portal = rows.get(System.LOGBOOK), rows.get(System.PUBLIC_SERVICE)
        if portal is not None:
            online = portal["channel"] != "Trực tiếp"
            level = portal["level"] or level
        elif log is not None:
            online |= log["channel"] == "Trực tuyến"
        if counted:
            on_software = System.ONE_STOP in rows
            at_level = online and level not in ("Mức độ 1", "Mức độ 2")
            found.update(["received", "on_software" if on_software else "not_on_software"])
            found.update(["online_34" if at_level else "not_online_34"])
        timed = TIMED - (set() if rules.refused_with_result == "timed" else {"Từ chối giải quyết"})
        if status in timed and ended is not None and first <= ended <= last:
            if due is not None:
                # By time a due day without an hour lasts until midnight, and an end on it comes before.
                same = "on_time" if rules.compare == "day" else "early"
                found["early" if ended < due else same if ended == due else "late"] += 1
            elif rules.no_due_date == "on_time":
                found["on_time"] += 1
        still = status in WAITING or (ended is not None and ended > last)
        if status not in REFUSED and still and received <= last:
            found["pending"] += 1
            found["pending_overdue"] += due is not None and due < last
    return found


RULES = st.builds(
    Settings,
    refused_with_result=st.sampled_from(["timed", "untimed"]),
    no_due_date=st.sampled_from(["exclude", "on_time"]),
    compare=st.sampled_from(["day", "time"]),
)
NAMES = ("received", "on_software", "not_on_software", "online_34", "not_online_34", "early", "on_time", "late")


@settings(deadline=None, max_examples=60)
@given(_dossiers(), RULES)
def test_counts_are_those_of_dossiers_taken_one_by_one(made: list[Dossier], rules: Settings) -> None:
    """Whatever systems hold a dossier, whatever its days, state, channel and level: each count is by the rules."""
    tables = [dossiers([rows[system] for rows in made if system in rows], system) for system in SYSTEMS]
    found = evidence(*tables, plan=dataclasses.replace(PLAN, settings=rules))
    for name, unit in UNITS.items():
        expected = one_by_one(made, name, rules)
        shown = counts(found, unit)
        wanted = (*NAMES, "pending", "pending_overdue")
        assert {one: expected[one] for one in wanted} == {one: shown[one] for one in wanted}
        assert [] == list(found.facts[unit].undecided)
        for one in NAMES:
            count = found.facts[unit].counts[one]
            if count.value is not None and one != "online_34":
                assert sum(origin.rows for origin in count.origins) == count.value == Fraction(count.total)
