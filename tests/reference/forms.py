"""Printed reports of counts (domain.md, 1.1 and 1.4): merged heads, index rows, groups and totals.

A form is a function from statistics to sheets: (file name, sheet name, rows, merged ranges).
"""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: ARG001, C416, E501

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from openpyxl.utils import get_column_letter

from tests.reference.truth import Statistics

Rows = list[list[object]]
SheetRows = tuple[str, str, Rows, list[str]]
Form = Callable[[Sequence[Statistics], Random], list[SheetRows]]
Block = tuple[str, int, int, int, int]
"""Words, row and column (0-based), rows and columns spanned."""

NO_ONLINE = {"epar", "bkav"}
"""Forms that say nothing of the channel."""
NO_CARRIED = {"hanoi12", "epar"}
"""Forms without a column for what the last period left over: its dossiers are not in them."""


def sheet(
    titles: Sequence[str], blocks: Sequence[Block], body: Rows, index: Sequence[str] = ()
) -> tuple[Rows, list[str]]:
    """A title, a head of merged blocks, an index row, and rows."""
    top = len(titles) + 1
    height = max(r + down for _, r, _, down, _ in blocks)
    width = max(c + across for _, _, c, _, across in blocks)
    head: Rows = [[None] * width for _ in range(height)]
    merges = []
    for words, r, c, down, across in blocks:
        head[r][c] = words
        if down > 1 or across > 1:
            a = f"{get_column_letter(c + 1)}{top + r + 1}"
            merges.append(f"{a}:{get_column_letter(c + across)}{top + r + down}")
    rows: Rows = [[t] for t in titles]
    rows += [[], *head]
    if index:
        rows.append(list(index))
    return rows + body, merges


def _by_group(items: Sequence[Statistics], line: Callable[[Statistics], list[object]], width: int) -> Rows:
    """Units under Roman-numbered groups, and a total."""
    rows: Rows = []
    sums = [0] * width
    wards = [s for s in items if s.unit.startswith(("Phường", "Xã"))]
    for roman, title, mine in (
        ("I", "Xã, phường, thị trấn", wards),
        ("II", "Phòng, ban", [s for s in items if s not in wards]),
    ):
        if not mine:
            continue
        rows.append([roman, title])
        for n, s in enumerate(mine, 1):
            figures = line(s)
            rows.append([n, s.unit, *figures])
            sums = [a + (b if isinstance(b, int) else 0) for a, b in zip(sums, figures, strict=True)]
    return [*rows, [None, "Tổng cộng", *sums]]


def _solved(s: Statistics) -> int:
    return s.early + s.on_time + s.late


def form06a(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """II.06a of circular 01/2020, 13 columns, three header rows."""
    blocks: list[Block] = [
        ("TT", 0, 0, 3, 1), ("Đơn vị", 0, 1, 3, 1),
        (random.choice(["Số lượng hồ sơ tiếp nhận", "Số hồ sơ nhận giải quyết", "Tiếp nhận"]), 0, 2, 1, 4),
        ("Tổng số", 1, 2, 2, 1), (random.choice(["Trong kỳ", "Trong đó"]), 1, 3, 1, 2), ("Trực tuyến", 2, 3, 1, 1),
        ("Trực tiếp, dịch vụ bưu chính", 2, 4, 1, 1), (random.choice(["Từ kỳ trước", "Kỳ trước"]), 1, 5, 2, 1),
        (random.choice(["Số lượng hồ sơ đã giải quyết", "Số hồ sơ đã giải quyết"]), 0, 6, 1, 4), ("Tổng số", 1, 6, 2, 1),
        ("Trước hạn", 1, 7, 2, 1), ("Đúng hạn", 1, 8, 2, 1), ("Quá hạn", 1, 9, 2, 1),
        (random.choice(["Số lượng hồ sơ đang giải quyết", "Hồ sơ đang xử lý"]), 0, 10, 1, 3), ("Tổng số", 1, 10, 2, 1),
        (random.choice(["Trong hạn", "Đúng hạn"]), 1, 11, 2, 1), ("Quá hạn", 1, 12, 2, 1),
    ]  # fmt: skip
    index = ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)",
             "(11)=(12)+(13)", "(12)", "(13)"]  # fmt: skip
    body = _by_group(
        items,
        lambda s: [s.online + s.direct + s.carried, s.online, s.direct, s.carried, _solved(s), s.early, s.on_time, s.late,
                   s.open_in_time + s.open_late, s.open_in_time, s.open_late],
        11,
    )  # fmt: skip
    titles = [
        "Biểu số II.06a/VPCP/KSTT",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC",
        "Hệ thống một cửa điện tử. Kỳ báo cáo: năm 2021",
    ]
    return [("bieu-06", "II.06a", *sheet(titles, blocks, body, index))]


def form06a_2017(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """06a of circular 02/2017: early and on time in one column."""
    blocks: list[Block] = [
        ("STT", 0, 0, 3, 1), (random.choice(["Đơn vị", "Lĩnh vực, công việc giải quyết theo đơn vị"][:1]), 0, 1, 3, 1),
        ("Số hồ sơ nhận giải quyết", 0, 2, 1, 4), ("Tổng số", 1, 2, 2, 1), ("Trong đó", 1, 3, 1, 3),
        ("Số mới tiếp nhận trực tuyến", 2, 3, 1, 1), ("Số kỳ trước chuyển qua", 2, 4, 1, 1),
        ("Số mới tiếp nhận (trực tiếp hoặc dịch vụ bưu chính)", 2, 5, 1, 1),
        ("Kết quả giải quyết", 0, 6, 1, 6), ("Số hồ sơ đã giải quyết", 1, 6, 1, 3), ("Tổng số", 2, 6, 1, 1),
        ("Trả đúng thời hạn", 2, 7, 1, 1), ("Trả quá hạn", 2, 8, 1, 1),
        ("Số hồ sơ đang giải quyết", 1, 9, 1, 3), ("Tổng số", 2, 9, 1, 1), ("Chưa đến hạn", 2, 10, 1, 1), ("Quá hạn", 2, 11, 1, 1),
    ]  # fmt: skip
    body = _by_group(
        items,
        lambda s: [s.online + s.direct + s.carried, s.online, s.carried, s.direct, _solved(s), s.early + s.on_time, s.late,
                   s.open_in_time + s.open_late, s.open_in_time, s.open_late],
        10,
    )  # fmt: skip
    titles = ["Biểu số 06a/VPCP/KSTT", "Hệ thống một cửa điện tử", "Từ ngày 01/01/2021 đến ngày 31/12/2021"]
    return [("bieu-06", "06a", *sheet(titles, blocks, body, [f"({n})" for n in range(1, 13)]))]


def hanoi12(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """Hanoi's 12 columns: "Đúng và trước hạn" in one."""
    blocks: list[Block] = [
        ("STT", 0, 0, 2, 1), ("Đơn vị giải quyết TTHC", 0, 1, 2, 1),
        (random.choice(["Tiếp nhận", "Số hồ sơ tiếp nhận"]), 0, 2, 1, 4), ("Tổng số", 1, 2, 1, 1), ("Trực tiếp", 1, 3, 1, 1),
        ("Trực tuyến", 1, 4, 1, 1), ("BCCI", 1, 5, 1, 1),
        (random.choice(["Đã giải quyết", "Số hồ sơ đã giải quyết"]), 0, 6, 1, 3), ("Tổng số", 1, 6, 1, 1),
        ("Đúng và trước hạn", 1, 7, 1, 1), ("Quá hạn", 1, 8, 1, 1),
        ("Đang giải quyết", 0, 9, 1, 3), ("Tổng số", 1, 9, 1, 1), ("Trong hạn", 1, 10, 1, 1), ("Quá hạn", 1, 11, 1, 1),
    ]  # fmt: skip
    body = _by_group(
        items,
        lambda s: [s.online + s.direct, s.direct // 2, s.online, s.direct - s.direct // 2, _solved(s), s.early + s.on_time,
                   s.late, s.open_in_time + s.open_late, s.open_in_time, s.open_late],
        10,
    )  # fmt: skip
    titles = ["TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ", "Hệ thống một cửa điện tử"]
    return [("tong-hop", "Tổng hợp", *sheet(titles, blocks, body))]


def opencps20(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """OpenCPS, 20 columns, four header rows."""
    blocks: list[Block] = [
        ("STT", 0, 0, 4, 1), ("Đơn vị", 0, 1, 4, 1), ("Nhận giải quyết", 0, 2, 1, 5), ("Tổng số", 1, 2, 3, 1), ("Tồn trước", 1, 3, 3, 1),
        (random.choice(["Nhận trong kì", "Nhận trong kỳ"]), 1, 4, 1, 3), ("Tổng số", 2, 4, 2, 1), ("Một cửa", 2, 5, 2, 1), ("Trực tuyến", 2, 6, 2, 1),
        ("Kết quả nhận giải quyết", 0, 7, 1, 7), ("Tổng số", 1, 7, 3, 1), ("Tình hình thực hiện", 1, 8, 1, 3),
        ("Trước hạn", 2, 8, 2, 1), ("Đúng hạn", 2, 9, 2, 1), ("Quá hạn", 2, 10, 2, 1), ("Từ chối giải quyết", 1, 11, 3, 1),
        ("Trả kết quả", 1, 12, 1, 2), ("Đã trả", 2, 12, 2, 1), ("Chưa trả", 2, 13, 2, 1),
        ("Đang giải quyết", 0, 14, 1, 3), ("Tổng số", 1, 14, 3, 1), ("Còn hạn", 1, 15, 3, 1), ("Quá hạn", 1, 16, 3, 1),
        ("Tạm dừng bổ sung điều kiện", 0, 17, 4, 1), ("Rút không giải quyết", 0, 18, 4, 1), ("Tỉ lệ sớm và đúng hạn", 0, 19, 4, 1),
    ]  # fmt: skip

    def line(s: Statistics) -> list[object]:
        n = _solved(s)
        rate = (s.early + s.on_time) * 100 // n if n else None
        return [s.online + s.direct + s.carried, s.carried, s.online + s.direct, s.direct, s.online, n, s.early, s.on_time, s.late,
                0, n, 0, s.open_in_time + s.open_late, s.open_in_time, s.open_late, 0, 0, rate]  # fmt: skip

    body: Rows = [[n, s.unit, *line(s)] for n, s in enumerate(items, 1)]
    numbers = [[x for x in row[2:19]] for row in body]
    body.append([None, "Tổng số", *[sum(v for v in c if isinstance(v, int)) for c in zip(*numbers, strict=True)]])
    titles = ["BÁO CÁO TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"]
    return [("bao-cao", "Một cửa", *sheet(titles, blocks, body, [f"({n})" for n in range(1, 21)]))]


def opencps24(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """The older OpenCPS form: 24 columns, five header rows."""
    blocks: list[Block] = [
        ("STT", 0, 0, 5, 1), ("Đơn vị", 0, 1, 5, 1), ("Nhận giải quyết", 0, 2, 1, 6), ("Tổng số", 1, 2, 4, 1), ("Tồn trước", 1, 3, 4, 1),
        ("Nhận trong kỳ", 1, 4, 1, 3), ("Tổng số", 2, 4, 3, 1), ("Một cửa", 2, 5, 3, 1), ("Trực tuyến", 2, 6, 3, 1),
        ("Từ chối tiếp nhận trong kỳ", 1, 7, 4, 1),
        ("Kết quả nhận giải quyết", 0, 8, 1, 9), ("Tổng số", 1, 8, 4, 1), ("Tình hình thực hiện", 1, 9, 1, 5), ("Trước hạn", 2, 9, 3, 1),
        ("Đúng hạn", 2, 10, 3, 1), ("Quá hạn", 2, 11, 1, 3), ("Tổng số", 3, 11, 2, 1), ("Trong đơn vị", 3, 12, 2, 1), ("Ngoài đơn vị", 3, 13, 2, 1),
        ("Từ chối giải quyết", 1, 14, 4, 1), ("Trả kết quả", 1, 15, 1, 2), ("Đã trả", 2, 15, 3, 1), ("Chưa trả", 2, 16, 3, 1),
        ("Đang giải quyết", 0, 17, 1, 3), ("Tổng số", 1, 17, 4, 1), ("Còn hạn", 1, 18, 4, 1), ("Quá hạn", 1, 19, 4, 1),
        ("Tạm dừng bổ sung điều kiện", 0, 20, 5, 1), ("Hồ sơ rút không giải quyết", 0, 21, 5, 1), ("% trước và đúng hạn", 0, 22, 5, 1), ("Ghi chú", 0, 23, 5, 1),
    ]  # fmt: skip

    def line(s: Statistics) -> list[object]:
        n = _solved(s)
        rate = (s.early + s.on_time) * 100 // n if n else None
        return [s.online + s.direct + s.carried, s.carried, s.online + s.direct, s.direct, s.online, 0, n, s.early, s.on_time,
                s.late, s.late, 0, 0, n, 0, s.open_in_time + s.open_late, s.open_in_time, s.open_late, 0, 0, rate, None]  # fmt: skip

    body: Rows = [[n, s.unit, *line(s)] for n, s in enumerate(items, 1)]
    return [("bao-cao", "Một cửa", *sheet(["BÁO CÁO TỔNG HỢP"], blocks, body, [f"({n})" for n in range(1, 25)]))]


def bkav(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """Bkav eGovCloud: no channel, "early" inside "on time"."""
    blocks: list[Block] = [
        ("STT", 0, 0, 2, 1), (random.choice(["Đơn vị", "Cơ quan"]), 0, 1, 2, 1), ("Tồn kỳ trước", 0, 2, 2, 1), ("Nhận trong kỳ", 0, 3, 2, 1),
        ("Chưa xử lý", 0, 4, 1, 3), ("Đúng hạn", 1, 4, 1, 1), ("Quá hạn", 1, 5, 1, 1), ("%", 1, 6, 1, 1),
        ("Đã xử lý", 0, 7, 1, 3), ("Đúng hạn", 1, 7, 1, 1), ("Quá hạn", 1, 8, 1, 1), ("%", 1, 9, 1, 1),
    ]  # fmt: skip
    body: Rows = [
        [n, s.unit, s.carried, s.online + s.direct, s.open_in_time, s.open_late, "0", s.early + s.on_time, s.late, "99"]
        for n, s in enumerate(items, 1)
    ]
    return [("bkav", "Báo cáo", *sheet(["BÁO CÁO TÌNH HÌNH XỬ LÝ HỒ SƠ MỘT CỬA NĂM 2021"], blocks, body))]


def _fields(total: int) -> list[int]:
    """A figure spread over three fields."""
    return [total // 2, total // 3, total - total // 2 - total // 3]


def by_field(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """Form 06 of one unit by field (lĩnh vực): a sheet per unit, the unit in a title line."""
    out = []
    for n, s in enumerate(items):
        ((_, _, head, merges),) = form06a([s], random)
        start = next(i for i, row in enumerate(head) if (row and row[0] == "I") or (row and row[0] == "II"))
        head = [*head[:start]]
        for row in head:
            for j, cell in enumerate(row):
                if cell == "Đơn vị":
                    row[j] = "Lĩnh vực, công việc giải quyết theo cấp"
        head[0] = [
            f"Đơn vị báo cáo: UBND {s.unit[0].lower() + s.unit[1:]}"
            if s.unit.startswith(("Ph\u01b0ờng", "Xã"))
            else f"Đơn vị báo cáo: {s.unit}"
        ]
        figures = [s.online, s.direct, s.carried, s.early, s.on_time, s.late, s.open_in_time, s.open_late]
        parts = list(zip(*[_fields(v) for v in figures], strict=True))
        body: Rows = []
        for k, (name, p) in enumerate(zip(("Hộ tịch", "Đất đai", "Chứng thực"), parts, strict=True), 1):
            on, di, ca, ea, ti, la, oi, ol = p
            body.append([k, name, on + di + ca, on, di, ca, ea + ti + la, ea, ti, la, oi + ol, oi, ol])
        total = [sum(v for v in c if isinstance(v, int)) for c in zip(*[r[2:] for r in body], strict=True)]
        body.append([None, "Tổng cộng", *total])
        out.append((f"bieu-06-{n}", f"Biểu {n + 1}", head + body, merges))
    return out


def epar(items: Sequence[Statistics], random: Random) -> list[SheetRows]:
    """e-PAR: one unit by field, 15 columns, no channel."""
    out = []
    blocks: list[Block] = [
        ("STT", 0, 0, 2, 1), ("Lĩnh vực", 0, 1, 2, 1), ("Tiếp nhận", 0, 2, 2, 1), ("Đã giải quyết", 0, 3, 1, 6), ("Tổng", 1, 3, 1, 1),
        ("Trả trước hạn", 1, 4, 1, 1), ("Trả đúng hạn", 1, 5, 1, 1), ("Trả quá hạn", 1, 6, 1, 1), ("HS bị từ chối", 1, 7, 1, 1),
        ("HS Công dân rút", 1, 8, 1, 1), ("Đang giải quyết", 0, 9, 1, 4), ("Tổng", 1, 9, 1, 1), ("Chưa đến hạn", 1, 10, 1, 1),
        ("Quá hạn", 1, 11, 1, 1), ("Phải bổ sung", 1, 12, 1, 1), ("Đang thực hiện NVTC", 0, 13, 2, 1), ("Tỷ lệ sớm và đúng hạn", 0, 14, 2, 1),
    ]  # fmt: skip
    for n, s in enumerate(items):
        figures = [
            s.online + s.direct,
            _solved(s),
            s.early,
            s.on_time,
            s.late,
            0,
            0,
            s.open_in_time + s.open_late,
            s.open_in_time,
            s.open_late,
            0,
            0,
        ]
        solved = [_fields(v) for v in (s.early, s.on_time, s.late)]
        opened = [_fields(v) for v in (s.open_in_time, s.open_late)]
        received = _fields(figures[0])
        body: Rows = []
        for k, name in enumerate(("Hộ tịch", "Đất đai", "Chứng thực")):
            a, b, c = (v[k] for v in solved)
            d, e = (v[k] for v in opened)
            body.append([k + 1, name, received[k], a + b + c, a, b, c, 0, 0, d + e, d, e, 0, 0, "99 %"])
        body.append([None, "Tổng cộng", *figures, "99 %"])
        titles = ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ MỘT CỬA", f"Đơn vị: {s.unit}"]
        out.append((f"epar-{n}", f"BC{n + 1}", *sheet(titles, blocks, body, [f"({k})" for k in range(1, 16)])))
    return out


FORMS: dict[str, Form] = {
    "06a-2020": form06a,
    "06a-2017": form06a_2017,
    "hanoi12": hanoi12,
    "opencps20": opencps20,
    "opencps24": opencps24,
    "bkav": bkav,
    "by-field": by_field,
    "epar": epar,
}
