"""What is counted of a dossier is what all its readings share: arrays and single rows say the same."""

from __future__ import annotations

import dataclasses
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tables import PLAN, Row, dossier, dossiers, register
from thidua_cli.evidence.dossiers import mark, merge
from thidua_cli.evidence.open_rows import readings
from thidua_cli.evidence.rows import collect
from thidua_cli.evidence.units import build_register
from thidua_cli.intake.tables import System

DAYS = st.sampled_from(["20/12/2020", "01/01/2021", "10/03/2021", "11/03/2021", "31/12/2021", "05/01/2022", "xx", None])
STATUSES = st.sampled_from(
    [
        *("Đã trả kết quả", "Từ chối giải quyết", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đang xử lý"),
        *("Chờ bổ sung hồ sơ", "Mới đăng ký", "Không được tiếp nhận", "Đang bay", None),
    ]
)
CHANNELS = st.sampled_from(["Trực tuyến", "Trực tiếp", "Kênh 9"])
LEVELS = st.sampled_from([2, 4, "xyz", None])
ROWS = st.builds(
    lambda received, due, ended, status, channel, level: dossier(
        1, received=received, due=due, ended=ended, status=status, channel=channel, level=level
    ),
    DAYS,
    DAYS,
    DAYS,
    STATUSES,
    CHANNELS,
    LEVELS,
)


@settings(max_examples=400)
@given(
    ROWS,
    st.sampled_from(["day", "time"]),
    st.sampled_from(["exclude", "on_time", "undecided"]),
    st.sampled_from([date(2021, 12, 31), date(2021, 3, 10)]),
    st.sampled_from([System.ONE_STOP, System.PUBLIC_SERVICE, System.LOGBOOK]),
)
def test_what_is_counted_is_what_all_readings_share(
    row: Row, compare: str, no_due_date: str, last: date, system: System
) -> None:
    """For every row the counts are the intersection of its readings, and it is open only if there are several."""
    chosen = dataclasses.replace(PLAN.settings, compare=compare, no_due_date=no_due_date)  # type: ignore[arg-type]
    plan = dataclasses.replace(PLAN, settings=chosen, period_end=last)
    made = dossiers([row], system)
    d = merge(collect([made], build_register([register(), made], plan), plan), plan)
    marks = mark(d, plan)
    ways = readings(d, marks, 0, plan)
    counted = {name for name, mask in marks.masks.items() if mask[0] and ":" not in name}
    assert counted == set(frozenset.intersection(*ways))
    assert len(ways) == 1 or marks.care[0]
