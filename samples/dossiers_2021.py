"""Every dossier of the invented year, drawn from the figures in :mod:`units_2021` with a fixed seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from units_2021 import APPLICANT, UNITS, Year, officers, work

SEED = 2021
YEAR_START = date(2021, 1, 1)
YEAR_END = date(2021, 12, 31)

DONE, FINISHED, REFUSED = "Đã trả kết quả", "Đã xử lý xong", "Từ chối giải quyết"
OPEN, SUPPLEMENT = "Đang xử lý", "Yêu cầu bổ sung giấy tờ"
WITHDRAWN, NOT_ACCEPTED, AWAITING = "Công dân yêu cầu rút hồ sơ", "Không được tiếp nhận", "Mới đăng ký"

DAYS = (3, 3, 3, 5, 5, 10, 15, 20)
"""Working days allowed, as often as they occur."""


@dataclass(frozen=True)
class Dossier:
    """One dossier. ``group`` is what it was drawn as; ``portal`` says whether the online portal lists it too."""

    unit: int
    group: str
    procedure: str
    field: str
    received: datetime
    due: datetime | None
    ended: datetime | None
    status: str
    code: str = ""
    returned: datetime | None = None
    channel: str = "Trực tiếp"
    level: int = 0
    officer: str = ""
    applicant: str = ""
    on_software: bool = True
    unreadable_end: str = ""

    @property
    def portal(self) -> bool:
        """Whether it was filed online and so stands in the portal's export."""
        return self.channel == "Trực tuyến"

    @property
    def in_period(self) -> bool:
        """Whether it was received in 2021."""
        return self.received.date() >= YEAR_START


def workdays_after(day: date, count: int) -> date:
    """The working day ``count`` working days after ``day`` (Saturdays and Sundays left out)."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def everything() -> list[Dossier]:
    """All dossiers of all units, with codes, in order of receipt."""
    random = Random(SEED)  # noqa: S311 - an invented year, not a secret
    drawn = [dossier for index, unit in enumerate(UNITS) for dossier in _of_unit(random, index, unit)]
    drawn.sort(key=lambda dossier: (dossier.received, dossier.unit))
    serials = [0] * len(UNITS)
    coded = []
    for dossier in drawn:
        serials[dossier.unit] += 1
        code = f"000.{dossier.unit + 1:02d}.41.H20-{dossier.received:%y%m%d}-{serials[dossier.unit]:04d}"
        coded.append(replace(dossier, code=code))
    return _with_flaws(coded)


def _of_unit(random: Random, index: int, unit: Year) -> Iterator[Dossier]:
    received = [
        *_timed(random, index, unit),
        *(_open(random, index, overdue=number < unit.overdue) for number in range(unit.pending)),
        *(_left(random, index, WITHDRAWN, "withdrawn") for _ in range(unit.withdrawn)),
    ]
    random.shuffle(received)
    hands = officers(index)
    turn = 0
    for position, dossier in enumerate(received):
        turn += dossier.group != "late"
        online = position < unit.online
        yield replace(
            dossier,
            channel="Trực tuyến" if online else random.choice(("Trực tiếp",) * 9 + ("Qua bưu chính công ích",)),
            level=random.choice((3, 4)) if online else 0,
            officer=hands[0] if dossier.group == "late" else hands[turn % 3],
            applicant=random.choice(APPLICANT),
        )
    for _ in range(unit.carried):
        yield replace(_carried(random, index), officer=hands[1], applicant=random.choice(APPLICANT))
    for _ in range(unit.refused):
        yield replace(_left(random, index, NOT_ACCEPTED, "refused"), applicant=random.choice(APPLICANT))
    for _ in range(unit.awaiting):
        filed = replace(_left(random, index, AWAITING, "awaiting"), channel="Trực tuyến", level=4, on_software=False)
        yield replace(filed, applicant=random.choice(APPLICANT))
    for _ in range(unit.logbook):
        outside = replace(_decided(random, index, "on_time"), on_software=False, group="logbook")
        # In the logbook it is still open: what it shows is the software share, not the on-time share.
        yield replace(outside, ended=None, returned=None, status=OPEN, due=_at(date(2022, 1, 14), 17))


def _timed(random: Random, index: int, unit: Year) -> Iterator[Dossier]:
    for group, count in (("early", unit.early), ("on_time", unit.on_time), ("late", unit.late)):
        for _ in range(count):
            yield _decided(random, index, group)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


def _office_hour(random: Random, day: date) -> datetime:
    return _at(day, random.choice((7, 8, 9, 10, 13, 14, 15, 16)), random.randrange(60))


def _day(random: Random, first: date, last: date) -> date:
    day = first + timedelta(days=random.randrange((last - first).days + 1))
    return day if day.weekday() < 5 else workdays_after(day, 1)


def _decided(random: Random, index: int, group: str) -> Dossier:
    (procedure, field), days = random.choice(work(index)), random.choice(DAYS)
    day = _day(random, date(2021, 1, 4), date(2021, 11, 18))
    due = workdays_after(day, days)
    end = {
        "early": lambda: workdays_after(day, random.randint(1, days - 1)),
        "on_time": lambda: due,
        "late": lambda: workdays_after(due, random.randint(1, 6)),
    }[group]()
    ended = _office_hour(random, end)
    status = random.choices((DONE, FINISHED, REFUSED), (85, 12, 3))[0]
    return Dossier(
        unit=index, group=group, procedure=procedure, field=field, received=_office_hour(random, day),
        due=_at(due, 17), ended=ended, status=status, returned=ended if status == DONE else None,
    )  # fmt: skip


def _open(random: Random, index: int, *, overdue: bool) -> Dossier:
    (procedure, field), days = random.choice(work(index)), 15 if overdue else 20
    first, last = (date(2021, 11, 1), date(2021, 11, 26)) if overdue else (date(2021, 12, 6), date(2021, 12, 30))
    day = _day(random, first, last)
    status = random.choice((OPEN, OPEN, SUPPLEMENT))
    ended = None
    if not overdue and day < date(2021, 12, 20) and random.random() < 0.5:
        # The export was made in January: some that were open at the end of the year are done by then.
        status, ended = DONE, _office_hour(random, workdays_after(YEAR_END, random.randint(1, 4)))
    return Dossier(
        unit=index, group="pending", procedure=procedure, field=field, received=_office_hour(random, day),
        due=_at(workdays_after(day, days), 17), ended=ended, status=status, returned=ended,
    )  # fmt: skip


def _left(random: Random, index: int, status: str, group: str) -> Dossier:
    (procedure, field), days = random.choice(work(index)), random.choice(DAYS)
    day = _day(random, date(2021, 1, 11), date(2021, 11, 18))
    due = None if status in (NOT_ACCEPTED, AWAITING) else _at(workdays_after(day, days), 17)
    return Dossier(
        unit=index, group=group, procedure=procedure, field=field, received=_office_hour(random, day),
        due=due, ended=None, status=status,
    )  # fmt: skip


def _carried(random: Random, index: int) -> Dossier:
    (procedure, field), days = random.choice(work(index)), 20
    day = _day(random, date(2020, 12, 14), date(2020, 12, 30))
    due = workdays_after(day, days)
    ended = _office_hour(random, due)
    return Dossier(
        unit=index, group="carried", procedure=procedure, field=field, received=_office_hour(random, day),
        due=_at(due, 17), ended=ended, status=DONE, returned=ended,
    )  # fmt: skip


def unit_index(name: str) -> int:
    """The position of a unit by its name."""
    return next(index for index, unit in enumerate(UNITS) if unit.name == name)


def _with_flaws(dossiers: list[Dossier]) -> list[Dossier]:
    """The same dossiers with the few flaws that real exports have (``samples/README.md`` names each)."""

    def find(name: str, group: str) -> int:
        index = unit_index(name)
        return next(i for i, d in enumerate(dossiers) if d.unit == index and d.group == group and not d.portal)

    def change(name: str, drawn_as: str, **changes: object) -> None:
        position = find(name, drawn_as)
        dossiers[position] = replace(dossiers[position], **changes)  # type: ignore[arg-type]

    change(
        "Xã Tân Hội", "pending", group="unreadable", status=DONE, ended=None, returned=None, unreadable_end="31/11/2021"
    )
    change("Phòng Tài nguyên và Môi trường", "on_time", group="no_due", due=None)
    change(
        "Văn phòng HĐND và UBND",
        "pending",
        group="unknown_status",
        status="Chuyển hồ sơ sang kho",
        ended=None,
        returned=None,
    )
    backwards = find("Phòng Lao động - Thương binh và Xã hội", "early")
    before = dossiers[backwards].received - timedelta(days=2)
    dossiers[backwards] = replace(dossiers[backwards], ended=before, returned=before, status=DONE)
    twice = find("Phường An Lộc", "early")
    dossiers.insert(twice + 1, replace(dossiers[twice], group="duplicate", status=OPEN, ended=None, returned=None))
    return dossiers
