"""A small model of one office's year, drawn from a seed, with values on the very thresholds.

Nothing here knows files: :mod:`tests.reference.layouts` writes a truth down, :mod:`tests.reference.scorer` judges it.
Dates are days (or moments); ``Bad`` stands for what nobody can read.
"""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: C901, PERF401, PLR0911, PLR0912, RUF028

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from random import Random

WARDS = [
    "Phường An Lộc",
    "Phường An Thạnh",
    "Phường An Lạc",
    "Phường An Bình A",
    "Phường An Bình B",
    "Xã Bình Thạnh",
    "Xã Tân Hội",
]
ROOMS = [
    "Phòng Nội vụ",
    "Phòng Tư pháp",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Y tế",
    "Thanh tra thành phố",
    "Phòng Kinh tế",
    "Phòng Quản lý đô thị",
]
NAMES = [
    "Trần Văn Đức",
    "Lê Hoàng Phúc",
    "Nguyễn Thị Bích Thủy",
    "Huỳnh Quốc Hòa",
    "Võ Minh Khôi",
    "Phạm Thị Ngọc Hân",
    "Ngô Văn Bảy",
    "Bùi Thị Quý",
    "Đỗ Thị Mai",
    "Đặng Thị Lan",
]
STATUSES = {
    "resolved": ["Đã trả kết quả", "Đã xử lý xong", "Đã giải quyết", "Đã có kết quả"],
    "refused_with_result": ["Từ chối giải quyết"],
    "withdrawn": ["Công dân yêu cầu rút hồ sơ", "Hồ sơ đã rút"],
    "stopped": ["Dừng xử lý"],
    "in_process": ["Đang xử lý", "Đang thụ lý", "Được tiếp nhận"],
    "supplement": ["Yêu cầu bổ sung giấy tờ", "Chờ bổ sung hồ sơ"],
    "payment": ["Yêu cầu thực hiện nghĩa vụ tài chính"],
    "refused_at_door": ["Không được tiếp nhận", "Từ chối tiếp nhận"],
    "awaiting": ["Mới đăng ký", "Chờ tiếp nhận"],
    "unknown": ["Xanh lá", "Tình trạng mười ba"],
}
START, END = date(2021, 1, 1), date(2021, 12, 31)


@dataclass(frozen=True)
class Bad:
    """Text where a date should stand."""

    text: str = "khong ro"


When = date | datetime | Bad | None


@dataclass(frozen=True)
class Dossier:
    """One row of one system's list."""

    code: str
    unit: str
    system: str
    received: When
    due: When
    done: When
    returned: When
    status: str
    channel: str | None = None
    level: int | None = None
    officer: str | None = None


@dataclass(frozen=True)
class Statistics:
    """One unit's printed counts."""

    unit: str
    online: int
    direct: int
    carried: int
    early: int
    on_time: int
    late: int
    open_in_time: int
    open_late: int
    system: str = "one_stop"


@dataclass(frozen=True)
class Unit:
    """One unit of the register."""

    name: str
    group: str
    assessed: bool
    other_names: str = ""


@dataclass(frozen=True)
class Task:
    """One task of one unit."""

    unit: str
    title: str
    done: bool | None
    """None: words nobody knows."""


@dataclass(frozen=True)
class Index:
    """One unit's index, by column; a column that no unit has is not written."""

    unit: str
    own: Fraction | None
    appraised: Fraction | None
    final: Fraction | None


@dataclass(frozen=True)
class Initiative:
    """One initiative; several authors stand with commas between them."""

    unit: str
    title: str
    recognised: bool
    author: str


@dataclass(frozen=True)
class Person:
    """One person put forward."""

    name: str
    unit: str
    position: str
    classification: str
    initiative: str = ""
    leader: bool | None = None
    """What the table says in a column of its own; None: the column is empty."""
    woman: bool = False


@dataclass(frozen=True)
class Truth:
    """One office's year. A table that is None is not there at all."""

    units: tuple[Unit, ...] | None
    dossiers: tuple[Dossier, ...] | None
    statistics: tuple[Statistics, ...] | None
    tasks: tuple[Task, ...] | None
    index: tuple[Index, ...] | None
    initiatives: tuple[Initiative, ...] | None
    persons: tuple[Person, ...] | None
    quotas: dict[str, int] = field(default_factory=dict)
    """Per group name; a group that is missing has no quota."""


def draw(seed: int) -> Truth:
    """The truth of a seed."""
    random = Random(seed)  # noqa: S311 - data for tests
    units = _units(random)
    register: tuple[Unit, ...] | None = None if random.random() < 0.12 else units
    dossiers: tuple[Dossier, ...] | None = _dossiers(random, units)
    statistics: tuple[Statistics, ...] | None = None
    shape = random.choice(["lists", "lists", "lists", "both", "counts", "none"])
    if shape == "counts":
        dossiers, statistics = None, tuple(_counts(random, u.name) for u in units if random.random() < 0.9)
    elif shape == "both":
        statistics = tuple(_counts(random, u.name) for u in units if random.random() < 0.7)
    elif shape == "none" and random.random() < 0.5:
        dossiers = None
    persons = _persons(random, units)
    return Truth(
        units=register,
        dossiers=dossiers,
        statistics=statistics,
        tasks=None if random.random() < 0.1 else _tasks(random, units),
        index=None if random.random() < 0.1 else _index(random, units) or None,
        initiatives=None if random.random() < 0.1 else _initiatives(random, units, persons),
        persons=None if random.random() < 0.15 else persons,
        quotas={g: random.randrange(3) for g in ("Xã, phường", "Phòng, ban") if random.random() < 0.3},
    )


def _units(random: Random) -> tuple[Unit, ...]:
    wards = random.sample(WARDS, random.randint(2, 5))
    rooms = random.sample(ROOMS, random.randint(1, 3))
    return tuple(Unit(n, "Xã, phường", random.random() < 0.8) for n in wards) + tuple(
        Unit(n, "Phòng, ban", random.random() < 0.7) for n in rooms
    )


def _dossiers(random: Random, units: tuple[Unit, ...]) -> tuple[Dossier, ...]:
    rows: list[Dossier] = []
    number = 0
    exact = random.random() < 0.5
    for place, unit in enumerate(units):
        if random.random() < 0.1:
            continue
        officers = random.sample(NAMES, 2)
        timed = random.choice([1, 3, 50, 99, 100, 100, 101, 200])
        late = random.choice([0, 0, timed // 100, timed // 100, timed // 100 + 1, 0, min(timed, 5)])
        online = random.choice([timed // 2, (timed + 1) // 2, (timed + 1) // 2, max(timed // 2 - 1, 0), timed, timed])
        odd = 0 if exact else random.randrange(8)
        filed = [True] * online + [False] * (timed - online)
        speed = ["late"] * late + [random.choice(["early", "same"]) for _ in range(timed - late)]
        random.shuffle(filed)
        for is_online, pace in zip(filed, speed, strict=True):
            number += 1
            rows += _usual(random, unit.name, place, number, is_online, pace, officers)
        for _ in range(odd):
            number += 1
            rows += _odd(random, unit.name, place, number, officers)
    random.shuffle(rows)
    return tuple(rows)


def _code(place: int, number: int, day: date) -> str:
    return f"000.{place + 1:02d}.41.H20-{day:%y%m%d}-{number:04d}"


def _moment(random: Random, day: date) -> datetime:
    return datetime.combine(day, time(random.randrange(7, 17), random.randrange(60)))


def _usual(
    random: Random, unit: str, place: int, number: int, online: bool, pace: str, officers: list[str]
) -> list[Dossier]:
    """Received and ended in the period, on the software; filed online ones often in the portal's list too."""
    received = random.choice([START, *(START + timedelta(random.randrange(330)) for _ in range(12))])
    due = min(received + timedelta(random.randrange(4, 21)), END - timedelta(2))
    ended = {
        "early": due - timedelta(random.randrange(1, 3)),
        "same": due,
        "late": due + timedelta(random.choice([1, 2])),
    }[pace]
    if pace == "late" and random.random() < 0.2:
        due, ended = END - timedelta(1), END
    received = min(received, ended)
    status = random.choice(["resolved"] * 6 + ["refused_with_result"])
    moment = _moment(random, ended)
    if pace == "same":
        moment = moment.replace(hour=23, minute=50)
    done, returned = random.choice([(moment, moment + timedelta(1)), (moment, None), (None, moment)])
    code = _code(place, number, received)
    base = Dossier(
        code,
        unit,
        "one_stop",
        _moment(random, received),
        datetime.combine(due, time(17)),
        done,
        returned,
        status,
        "online" if online else random.choice(["direct", "direct", "post"]),
        None,
        random.choice([officers[0], officers[0], officers[1], None]),
    )
    if not online:
        return [base]
    portal = replace(base, system="public_service", level=random.choice([3, 4, 4, None]), officer=None)
    match random.randrange(10):
        case 0 | 1 | 2 | 3:
            return [base]
        case 4:  # the portal proves what the counter's clerk wrote down wrongly
            return [replace(base, channel="direct"), portal]
        case 5:  # the portal's dates and status do not rule
            late = datetime.combine(due + timedelta(40), time(9))
            return [base, replace(portal, done=late, returned=late, status="in_process")]
        case _:
            return [base, portal]


def _odd(random: Random, unit: str, place: int, number: int, officers: list[str]) -> list[Dossier]:
    """What the definitions of the counts have to settle."""
    day = START + timedelta(random.randrange(20, 300))
    code = _code(place, number, day)
    due, ended = day + timedelta(10), day + timedelta(random.choice([3, 10, 12]))
    base = Dossier(
        code,
        unit,
        "one_stop",
        _moment(random, day),
        due,
        _moment(random, ended),
        None,
        "resolved",
        "direct",
        None,
        officers[0],
    )
    old = replace(base, code=_code(place, number, date(2020, 12, 20)), received=date(2020, 12, 20))
    match random.randrange(29):
        case 0:  # carried over, ended in the period
            return [replace(old, due=date(2021, 1, 5), done=random.choice([date(2021, 1, 1), date(2021, 1, 9)]))]
        case 1:  # carried over, ended before the period
            return [replace(old, due=date(2020, 12, 29), done=datetime(2020, 12, 31, 23, 59))]
        case 2:  # ended after the period
            late = datetime(2022, 1, 1, 0, 5)
            return [replace(base, received=END, code=_code(place, number, END), due=date(2022, 1, 6), done=late)]
        case 3:
            return [replace(base, due=None)]
        case 4:
            return [replace(base, status="refused_at_door", done=None)]
        case 5:
            return [replace(base, status="awaiting", done=None)]
        case 6:
            return [replace(base, status="withdrawn")]
        case 7:
            return [replace(base, status="stopped", done=None)]
        case 8:
            return [replace(base, status=random.choice(["supplement", "payment", "in_process"]), done=None)]
        case 9:  # twice in one system: the later end counts
            first = replace(base, done=_moment(random, day + timedelta(2)))
            return [first, replace(base, done=_moment(random, day + timedelta(random.choice([9, 10, 11]))))]
        case 10:  # in the logbook alone
            return [replace(base, system="logbook", officer=None, channel=None)]
        case 11:  # in the logbook and on the software
            return [base, replace(base, system="logbook", done=_moment(random, due + timedelta(5)), officer=None)]
        case 12:  # on the portal alone
            return [replace(base, system="public_service", level=random.choice([2, 3, 4]), officer=None)]
        case 13:  # filed online at level 2
            return [
                replace(base, channel="online"),
                replace(base, system="public_service", level=random.choice([1, 2]), officer=None),
            ]
        case 14:
            return [replace(base, status="unknown")]
        case 15:
            return [replace(base, status="unknown", system="logbook", officer=None)]
        case 16:
            return [replace(base, received=Bad())]
        case 17:
            return [replace(base, due=Bad())]
        case 18:
            return [replace(base, done=Bad())]
        case 19:  # received after the period
            return [replace(base, received=date(2022, 1, 3), code=_code(place, number, date(2022, 1, 3)), done=None,
                            due=date(2022, 1, 9), status="in_process")]  # fmt: skip
        case 20:  # processed in time, handed over late
            return [replace(base, done=_moment(random, due), returned=_moment(random, due + timedelta(9)))]
        case 21:  # nobody knows this unit
            return [replace(base, unit="Phòng Không Ai Biết")]
        case 22:
            return [replace(base, received=Bad(), system="logbook", officer=None)]
        case 23:  # done, but nobody wrote down when
            return [replace(base, done=None)]
        case 24:  # the two systems name different levels: the portal's counts
            return [
                replace(base, channel="online", level=2),
                replace(base, system="public_service", level=4, officer=None),
            ]
        case 25:  # unknown words over a dossier that ended after the period
            return [replace(base, status="unknown", done=datetime(2022, 2, 1, 8), due=None)]
        case 26:  # a logbook row whose end cannot be read, while the software's can
            return [base, replace(base, system="logbook", done=Bad(), officer=None)]
        case 27:  # received and ended on the last day
            return [replace(base, code=_code(place, number, END), received=END, due=date(2022, 1, 5), done=END)]
        case _:  # out of play whatever else is unreadable
            return [replace(base, status="withdrawn", due=Bad())]


def _counts(random: Random, unit: str) -> Statistics:
    received = random.choice([0, 10, 100, 200, 1000])
    online = random.choice([received // 2, max(received // 2 - 1, 0), received])
    carried = 0 if not received else random.choice([0, 5])
    opened = 0 if received < 100 else random.choice([0, 3])
    solved = received + carried - opened
    late = random.choice([0, solved // 100, solved // 100 + 1]) if solved else 0
    early = (solved - late) // 3
    return Statistics(unit, online, received - online, carried, early, solved - late - early, late, opened, 0)


def _tasks(random: Random, units: tuple[Unit, ...]) -> tuple[Task, ...]:
    rows = []
    for unit in units:
        if random.random() < 0.1:
            continue
        short = random.random() < 0.3
        for n in range(random.randint(1, 5)):
            done: bool | None = not (short and n == 0)
            if random.random() < 0.01:
                done = None
            rows.append(Task(unit.name, f"Rà soát thủ tục đợt {n + 1}", done))
    return tuple(rows)


SCORES = ["80", "79.99", "80.01", "82.5", "91.4", "88", "88", "65.25"]


def _index(random: Random, units: tuple[Unit, ...]) -> tuple[Index, ...]:
    columns = random.choice(["self", "self appraised", "appraised", "final", "self appraised final"])
    rows = []
    for unit in units:
        if not unit.assessed and random.random() < 0.8:
            continue
        if random.random() < 0.08:
            continue
        own, appraised, final = (
            Fraction(random.choice(SCORES)) if name in columns and (name == "self" or random.random() < 0.9) else None
            for name in ("self", "appraised", "final")
        )
        if own is None and appraised is None and final is None:
            continue
        rows.append(Index(unit.name, own, appraised, final))
    return tuple(rows)


def _initiatives(random: Random, units: tuple[Unit, ...], persons: tuple[Person, ...]) -> tuple[Initiative, ...]:
    rows = []
    for unit in units:
        here = [p.name for p in persons if p.unit == unit.name] or NAMES
        for n in range(random.choice([0, 1, 1, 2])):
            rows.append(
                Initiative(
                    unit.name,
                    f"Mô hình “Ngày không hẹn” số {n + 1}",
                    random.random() < 0.75,
                    ", ".join(random.sample(here, 1 + (random.random() < 0.2 and len(here) > 1))),
                )
            )
    return tuple(rows)


def _persons(random: Random, units: tuple[Unit, ...]) -> tuple[Person, ...]:
    rows = []
    for unit in units:
        for name in random.sample(NAMES, random.randint(0, 4)):
            leads = random.random() < 0.3
            if leads and unit.group == "Phòng, ban":
                position = random.choice(["Trưởng phòng", "Phó Trưởng phòng", "Phó trưởng phòng phụ trách"])
            elif leads:
                position = random.choice(
                    ["Chủ tịch UBND", "Phó Chủ tịch UBND", "Phó CT UBND phường", "Chủ tịch Ủy ban nhân dân"]
                )
            else:
                position = random.choice(["Chuyên viên", "Công chức Tư pháp - Hộ tịch", "Viên chức"])
            person = Person(
                name,
                unit.name,
                position,
                random.choice(
                    [
                        "Hoàn thành xuất sắc nhiệm vụ",
                        "Hoàn thành tốt nhiệm vụ",
                        "Hoàn thành tốt nhiệm vụ",
                        "Hoàn thành nhiệm vụ",
                        "Không hoàn thành nhiệm vụ",
                    ]
                ),  # fmt: skip
                random.choice(["", "", "Giải pháp rút ngắn thời gian", "Không"]),
                woman=" Thị " in name,
            )
            rows.append(person)
            if random.random() < 0.1:
                rows[-1] = replace(rows[-1], leader=random.choice([True, False]))
            if random.random() < 0.06:
                rows.append(replace(person, position="Kế toán", initiative=""))
    return tuple(rows)
