"""Small exports of every kind and format with canaries wherever somebody's data get into such files."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.personal.canaries import Canaries
from tests.support.workbooks import csv_file, ods, xls, xls_html, xlsx

Row = list[object]
UNITS = ("Phường An Lộc", "Phường An Bình A", "Xã Tân Hội", "Phòng Tư pháp")
PERSONAL = (
    *("Họ và tên", "Chủ hồ sơ", "Người nộp", "Số điện thoại", "Địa chỉ", "Số CMND/CCCD", "Email"),
    *("Khách hàng", "Bên A", "Thông tin liên hệ", "Đương sự", "Chủ đất", "Liên lạc", "Cột 7", ""),
)
"""Heads of columns that hold somebody's data, usual and unusual ones."""
FORMATS = ("csv", "tsv", "xlsx", "html", "xls", "ods")
_SHARES = (32, 18, 24, 20, 1, 5)


def dossiers(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A list of dossiers with columns of somebody's data between the others."""
    heads: Row = ["STT", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
    start = chance.randrange(10**4)

    def row(number: int) -> Row:
        code = f"000.01.41.H20-21030{chance.randint(1, 9)}-{(start + number) % 10**4:04d}"
        days = ["01/03/2021", "10/03/2021", chance.choice(["09/03/2021", "12/03/2021", "31/02/2021"])]
        return [number, code, chance.choice(UNITS), *days, chance.choice(["Đã trả kết quả", "Đang xử lý", "Chờ duyệt"])]

    return _with_columns([heads, *(row(number) for number in range(1, 7))], chance, canaries, 3)


def initiatives(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A list of initiatives: the author may be reported, how to reach them may not."""
    heads: Row = ["STT", "Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả công nhận"]
    rows: list[Row] = [
        [
            n,
            chance.choice(UNITS),
            f"Mô hình số {n}",
            f"Lê Văn Mẫu{n}",
            chance.choice(["Được công nhận", "Chưa công nhận"]),
        ]
        for n in range(1, 6)
    ]
    if chance.random() < 0.3:
        rows[2][2] = f"Mô hình hỏi đáp qua số {canaries.phone()}"
        rows[3][3] = f"Lê Văn Mẫu ({canaries.phone()}; {canaries.mail()})"
    return _with_columns([heads, *rows], chance, canaries, 2)


def tasks(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A list of tasks."""
    heads: Row = ["STT", "Đơn vị", "Nhiệm vụ", "Thời hạn hoàn thành", "Kết quả thực hiện"]
    rows: list[Row] = [
        [n, chance.choice(UNITS), f"Rà soát {n}", "30/06/2021", chance.choice(["Hoàn thành", "Chưa hoàn thành"])]
        for n in range(1, 6)
    ]
    return _with_columns([heads, *rows], chance, canaries, 2)


def persons(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A list of persons put forward: their names are said, what else stands there of them is not."""
    heads: Row = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Mức độ hoàn thành nhiệm vụ", "Số điện thoại"]
    classes = ["Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"]
    return [
        heads,
        *(
            [n, f"Lê Thị Mẫu{chr(96 + n)}", "Công chức Tư pháp", chance.choice(UNITS), classes[n % 2], canaries.phone()]
            for n in range(1, 6)
        ),
    ]


def statistics(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A form of counts."""
    heads: Row = ["STT", "Đơn vị", "Tiếp nhận trong kỳ", "Trước hạn", "Đúng hạn", "Quá hạn"]
    rows: list[Row] = [[n, unit, 30 + n, 10, 20 + n, 0] for n, unit in enumerate(UNITS, 1)]
    return _with_columns([heads, *rows], chance, canaries, 1)


def people(chance: random.Random, canaries: Canaries) -> list[Row]:
    """No table of ours: people under no head, or under heads that are somebody's data themselves."""
    return [[canaries.any() for _ in range(4)] for _ in range(chance.randint(2, 6))]


def lacking(chance: random.Random, canaries: Canaries) -> list[Row]:
    """A list of dossiers without the columns that it needs, its last heads somebody's data."""
    unit = chance.choice(UNITS)
    heads: Row = ["STT", "Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", canaries.name(), canaries.phone(), "Khách hàng"]
    return [heads, *([n, f"HS-{n}", unit, "01/03/2021", *(canaries.any() for _ in range(3))] for n in range(1, 5))]


KINDS: Sequence[tuple[Callable[[random.Random, Canaries], list[Row]], int]] = (
    *((dossiers, 40), (initiatives, 14), (tasks, 12), (persons, 10), (statistics, 10), (people, 8), (lacking, 6)),
)


def _with_columns(rows: list[Row], chance: random.Random, canaries: Canaries, most: int) -> list[Row]:
    """The table with some columns of somebody's data put in anywhere behind the first."""
    for _ in range(chance.randint(1, most)):
        place = chance.randint(1, len(rows[0]))
        rows[0].insert(place, chance.choice(PERSONAL))
        for row in rows[1:]:
            row.insert(place, canaries.any())
    return rows


def _shift(rows: list[Row], chance: random.Random, canaries: Canaries) -> None:
    """One row, sometimes two, with a cell lost, a cell put in, or its end cut off."""
    for number in chance.sample(range(1, len(rows)), k=min(chance.choice([1, 1, 2]), len(rows) - 1)):
        row, place = rows[number], chance.randint(0, len(rows[number]) - 1)
        way = chance.random()
        if way < 0.4:
            row.insert(place, canaries.any())
        elif way < 0.8:
            del row[place]
        else:
            del row[max(2, place) :]


def _around(rows: list[Row], chance: random.Random, canaries: Canaries) -> list[Row]:
    """The table under title lines and above notes that name and reach somebody."""
    above: list[Row] = [
        ["DANH SÁCH NĂM 2021"],
        [f"Người lập: {canaries.name()}, ĐT {canaries.phone()}"],
        [canaries.any()],
    ]
    below: list[Row] = [[f"Ghi chú: liên hệ {canaries.name()} - {canaries.mail()}"], [canaries.name()]]
    return [*above[: chance.randint(0, 3)], *rows, *below[: chance.randint(0, 2)]]


def write_export(folder: Path, number: int, chance: random.Random, canaries: Canaries) -> Path:
    """One export: half have shifted rows, half have lines around the table, some a sheet called after somebody."""
    makers, weights = zip(*KINDS, strict=True)
    rows = chance.choices(makers, weights)[0](chance, canaries)
    if chance.random() < 0.5:
        _shift(rows, chance, canaries)
    if chance.random() < 0.5:
        rows = _around(rows, chance, canaries)
    kind = chance.choices(FORMATS, _SHARES)[0]
    path = folder / f"so-lieu-{number}.{kind}"
    sheets = {chance.choice(["Sheet1", "Một cửa", canaries.name(), canaries.phone()]): rows}
    if kind in ("csv", "tsv"):
        return csv_file(path, rows, "," if kind == "csv" else "\t")
    if kind == "xlsx":
        return xlsx(path, sheets)
    if kind == "html":
        return xls_html(path, sheets)
    return xls(path, sheets) if kind == "xls" else ods(path, sheets)
