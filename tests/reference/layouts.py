"""Writes a truth down as offices do: in one book or many files, in other words, encodings, formats and shapes.

A layout is drawn from a seed as a truth is; every choice can also be forced by name (``force``), so that each is met.
"""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: ARG001, ARG005, C901, E501, PLR0911, PLR0912

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from openpyxl.utils import range_boundaries

from tests.reference import forms, spelling
from tests.reference.truth import STATUSES, Bad, Dossier, Truth
from tests.support import workbooks

Rows = list[list[object]]

CODE = ["Mã hồ sơ", "Số hồ sơ", "MÃ HỒ SƠ", "Mã hồ  sơ\xa0", "Mã\nhồ sơ"]
UNIT = ["Đơn vị", "Đơn vị tiếp nhận", "Cơ quan/đơn vị", "Cơ quan thụ lý", "Cơ quan\ngiải quyết"]
RECEIVED = ["Ngày tiếp nhận", "Ngày nhận", "NGÀY TIẾP NHẬN", "Ngày\ntiếp nhận"]
DUE = ["Ngày hẹn trả", "Ngày hẹn trả kết quả", "Ngày\nhẹn trả ", "NGÀY HẸN TRẢ"]
DONE = ["Ngày kết thúc xử lý", "Ngày hoàn thành", "Ngày kết thúc\nxử lý"]
RETURNED = ["Ngày trả kết quả", "Ngày trả"]
STATUS = ["Trạng thái", "Trạng thái hồ sơ", "Tình trạng", "TRẠNG THÁI"]
CHANNEL = ["Hình thức nộp", "Kênh thực hiện", "Hình thức nộp hồ sơ"]
LEVEL = ["Mức độ", "Mức độ DVC"]
OFFICER = ["Cán bộ xử lý", "Cán bộ xử lý hiện tại", "Cán bộ thụ lý"]

TITLES = {
    "one_stop": [
        "UBND THÀNH PHỐ HỒNG NGỰ",
        "DANH SÁCH HỒ SƠ TRÊN HỆ THỐNG MỘT CỬA ĐIỆN TỬ",
        "(Từ ngày 01/01/2021 đến ngày 31/12/2021)",
    ],
    "public_service": [
        "CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN TỈNH ĐỒNG THÁP",
        "THỐNG KÊ HỒ SƠ NỘP TRỰC TUYẾN MỨC ĐỘ 3, MỨC ĐỘ 4",
    ],
    "logbook": ["SỔ THEO DÕI HỒ SƠ TIẾP NHẬN NGOÀI PHẦN MỀM MỘT CỬA"],
}
FILES = {"one_stop": "mot-cua", "public_service": "dich-vu-cong", "logbook": "ngoai-phan-mem"}
FORMATS = [
    "xlsx", "xls", "ods", "csv", "csv;", "tsv", "csv-utf16", "csv-1258", "html", "html-1258", "mhtml", "xml",
    "xls-tcvn3", "xls-vni", "csv-tcvn3",
]  # fmt: skip
DATES = ["real", "text", "text-time", "dash", "iso"]
SHAPES = ["book", "files", "unit-title", "unit-sheet", "unit-file", "unit-below"]
TEXTS = ["plain", "nfd", "upper", "tones", "eth", "nbsp"]


@dataclass
class Sheet:
    """One sheet: a name, rows, and what a writer has to know."""

    name: str
    rows: Rows
    merges: list[str] = field(default_factory=list)


@dataclass
class Layout:
    """How one truth is written."""

    shape: str
    format: str
    dates: str
    text: str
    tasks: str
    statistics: str
    seed: int
    lead_columns: int = 0
    lead_rows: int = 0
    repeats: bool = False
    signature: bool = False
    index_row: bool = False
    system_in: str = "title"
    channel: str = "words"
    status: bool = True
    numbers: str = "real"

    def __str__(self) -> str:
        return (
            f"{self.shape} {self.format} dates={self.dates} text={self.text} tasks={self.tasks} "
            f"statistics={self.statistics} system={self.system_in} channel={self.channel} status={self.status} numbers={self.numbers}"
        )


def draw(seed: int, **force: str) -> Layout:
    """The layout of a seed, some choices of it forced."""
    random = Random(seed * 7919 + 11)  # noqa: S311 - data for tests
    layout = Layout(
        shape=random.choice(SHAPES),
        format=random.choice(FORMATS),
        dates=random.choice(DATES),
        text=random.choice(TEXTS),
        tasks=random.choice(["rows", "counts"]),
        statistics=random.choice(list(forms.FORMS)),
        seed=seed,
        lead_columns=random.choice([0, 0, 1]),
        lead_rows=random.choice([0, 0, 2]),
        repeats=random.random() < 0.3,
        signature=random.random() < 0.3,
        index_row=random.random() < 0.3,
        system_in=random.choice(["title", "title", "sheet", "file"]),
        channel=random.choice(["words", "words", "flag", "code"]),
        status=random.random() < 0.8,
        numbers=random.choice(["real", "text", "dots", "dash", "empty"]),
    )
    for name, value in force.items():
        setattr(layout, name, value)
    if layout.format not in {"xlsx", "xls", "ods", "xml"} and layout.shape in {"book", "unit-sheet", "unit-below"}:
        layout.shape = "files"
    if layout.shape in {"book", "unit-below"} and layout.system_in == "file":
        layout.system_in = "sheet"
    if "tcvn3" in layout.format or "vni" in layout.format or "1258" in layout.format:
        layout.text = "plain"
    return layout


def write(truth: Truth, layout: Layout, folder: Path) -> list[Path]:
    """The files of a truth in a layout."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(layout.seed + 5)  # noqa: S311
    sheets: list[tuple[str, Sheet]] = [(f, s) for f, s in _tables(truth, layout, random)]
    for name, sheet in sheets:
        if name.startswith("thong-ke"):
            # A row of nothing but empty cells was not filled in; zeros are left empty beside other figures alone.
            for i, row in enumerate(sheet.rows):
                filled = any(isinstance(c, int) and c > 0 for c in row[2:])
                how = "real" if layout.numbers == "empty" and not filled else layout.numbers
                sheet.rows[i] = [c if j == 0 else spelling.count(c, how) for j, c in enumerate(row)]
    say = spelling.WAYS[layout.text]
    for _, sheet in sheets:
        sheet.rows = [[say(c) if isinstance(c, str) else c for c in row] for row in sheet.rows]
    if layout.shape == "book":
        return [_save(folder, "so-lieu", [s for _, s in sheets], layout)]
    grouped: dict[str, list[Sheet]] = {}
    for name, sheet in sheets:
        grouped.setdefault(name, []).append(sheet)
    return [_save(folder, name, book, layout) for name, book in grouped.items()]


def _tables(truth: Truth, layout: Layout, random: Random) -> list[tuple[str, Sheet]]:
    out: list[tuple[str, Sheet]] = []
    if truth.units is not None:
        out.append(("don-vi", Sheet("Danh mục đơn vị", _register(truth, layout, random))))
    if truth.dossiers is not None:
        for system in ("one_stop", "public_service", "logbook"):
            mine = [d for d in truth.dossiers if d.system == system]
            if mine:
                out += _lists(mine, system, layout, random)
    if truth.statistics is not None:
        out += [
            (f"thong-ke-{name}", Sheet(f"TK {title}", rows, merges))
            for name, title, rows, merges in forms.FORMS[layout.statistics](truth.statistics, random)
        ]
    for name, title, rows in (
        ("nhiem-vu", "Nhiệm vụ", _tasks(truth, layout, random)),
        ("chi-so", "Chỉ số CCHC", _index(truth, random)),
        ("sang-kien", "Sáng kiến", _initiatives(truth, random)),
        ("ca-nhan", "Cá nhân", _persons(truth, random)),
    ):
        if rows:
            out.append((name, Sheet(title, rows)))
    return out


def _register(truth: Truth, layout: Layout, random: Random) -> Rows:
    header: list[object] = [
        "STT",
        "Đơn vị",
        random.choice(["Khối thi đua", "Khối"]),
        "Được đánh giá Chỉ số CCHC",
        "Tên gọi khác",
    ]
    yes = random.choice([("Có", "Không"), ("x", ""), ("Có", "")])
    rows: Rows = [["DANH MỤC ĐƠN VỊ THAM GIA PHONG TRÀO"], [], header]
    for n, u in enumerate(truth.units or (), 1):
        rows.append([n, u.name, u.group, yes[0] if u.assessed else yes[1], u.other_names or None])
    return rows


def _lists(dossiers: list[Dossier], system: str, layout: Layout, random: Random) -> list[tuple[str, Sheet]]:
    if not layout.shape.startswith("unit-"):
        rows = _list(dossiers, system, layout, random, unit_column=True, title=())
        name = FILES[system] if layout.system_in == "file" or layout.shape != "book" else "so-lieu"
        return [(name, Sheet(_sheet_name(system, layout), rows))]
    out = []
    below: Rows = []
    for n, unit in enumerate(dict.fromkeys(d.unit for d in dossiers)):
        mine = [d for d in dossiers if d.unit == unit]
        title = (
            [random.choice(["Đơn vị: ", "Cơ quan: ", "ĐƠN VỊ: "]) + unit]
            if layout.shape in {"unit-title", "unit-below"}
            else []
        )
        rows = _list(mine, system, layout, random, unit_column=False, title=title)
        if layout.shape == "unit-below":
            below += [*rows, [], []]
        elif layout.shape == "unit-sheet":
            out.append((FILES[system], Sheet(unit[:31], rows)))
        elif layout.shape == "unit-file":
            out.append((f"{FILES[system]} {unit}", Sheet("Sheet1", rows)))
        else:
            out.append((f"{FILES[system]}-{n}", Sheet(_sheet_name(system, layout), rows)))
    if below:
        out.append((FILES[system], Sheet(_sheet_name(system, layout), below)))
    return out


def _sheet_name(system: str, layout: Layout) -> str:
    if layout.system_in == "title":
        return {"one_stop": "DS1", "public_service": "DS2", "logbook": "DS3"}[system]
    return {"one_stop": "Một cửa", "public_service": "DVC", "logbook": "Ngoài phần mềm"}[system]


Field = tuple[list[str], Callable[[Dossier], object]]


def _list(
    dossiers: list[Dossier], system: str, layout: Layout, random: Random, *, unit_column: bool, title: Sequence[str]
) -> Rows:
    at = layout.dates
    fields: list[Field] = [(CODE, lambda d: d.code)]
    if unit_column:
        fields.append((UNIT, lambda d: spelling.unit(d.unit, random)))
    fields += [
        (["Tên thủ tục hành chính", "Loại hồ sơ"], lambda d: "Đăng ký khai sinh"),
        (["Chủ hồ sơ", "Người nộp hồ sơ"], lambda d: "Nguyễn Văn Tèo"),
        (["Số điện thoại"], lambda d: "0912345678"),
    ]
    fields += [
        (RECEIVED, lambda d: _date(d.received, at)),
        (DUE, lambda d: _date(d.due, at)),
        (DONE, lambda d: _date(d.done, at)),
        (RETURNED, lambda d: _date(d.returned, at)),
    ]
    plain = {("resolved", True), ("in_process", False)}
    if layout.status or any((d.status, d.done is not None or d.returned is not None) not in plain for d in dossiers):
        fields.append((STATUS, lambda d: STATUSES[d.status][sum(d.code.encode()) % len(STATUSES[d.status])]))
    if system == "one_stop":
        # A column of nothing but 1 could be a code or a tick: nobody can tell.
        lone = layout.channel == "code" and not any(d.channel in {"online", "post"} for d in dossiers)
        fields.append(_channel("words" if lone else layout.channel, random))
        if any(d.level for d in dossiers):
            fields.append((LEVEL, lambda d: _level(d.level, random)))
        fields.append((OFFICER, lambda d: d.officer))
    if system == "public_service":
        fields.append((LEVEL, lambda d: _level(d.level, random)))
    fixed, rest = fields[:1], fields[1:]
    random.shuffle(rest)
    fields = fixed + rest
    header: list[object] = [random.choice(["STT", "TT"]), *(random.choice(words) for words, _ in fields)]
    titles = TITLES[system] if layout.system_in == "title" else ["DANH SÁCH HỒ SƠ", "Năm 2021"]
    rows: Rows = [[] for _ in range(layout.lead_rows)]
    rows += [[t] for t in (*titles, *title)]
    rows += [[], header]
    if layout.index_row:
        rows.append([f"({n})" for n in range(1, len(header) + 1)])
    for n, d in enumerate(dossiers, 1):
        if layout.repeats and n % 40 == 0:
            rows.append(list(header))
        rows.append([n, *(get(d) for _, get in fields)])
    if layout.signature:
        rows += [
            ["Tổng cộng", len(dossiers)],
            [],
            [None, None, None, None, "NGƯỜI LẬP BIỂU"],
            [],
            [None, None, None, None, "Lê Thị Hòa"],
        ]
    return [[None] * layout.lead_columns + row if row else row for row in rows]


def _channel(how: str, random: Random) -> Field:
    """A column of words, one that is ticked, or one of the national codes."""
    if how == "flag":
        return ["Trực tuyến"], lambda d: {"online": random.choice(["Có", "x"]), None: None}.get(d.channel, "Không")
    if how == "code":
        return CHANNEL, lambda d: {"online": "2", "direct": "1", "post": "3", None: None}[d.channel]
    words = {"online": ["Trực tuyến", "Nộp trực tuyến"], "direct": ["Trực tiếp"], "post": ["Qua bưu chính công ích"]}
    return CHANNEL, lambda d: random.choice(words[d.channel]) if d.channel else None


def _level(level: int | None, random: Random) -> object:
    if level is None:
        return None
    words = {3: ["Một phần", "MĐ3"], 4: ["Toàn trình", "MĐ 4"]}.get(level, [])
    return random.choice([f"Mức độ {level}", str(level), f"Mức {level}", *words])


def _date(when: object, how: str) -> object:
    if when is None or isinstance(when, Bad):
        return when and when.text
    assert isinstance(when, date)
    moment = when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)
    match how:
        case "real":
            return moment
        case "text-time":
            return moment.strftime("%d/%m/%Y %H:%M:%S")
        case "dash":
            return moment.strftime("%d-%m-%Y")
        case "iso":
            return moment.strftime("%Y-%m-%d %H:%M")
        case _:
            return moment.strftime("%d/%m/%Y")


def _tasks(truth: Truth, layout: Layout, random: Random) -> Rows:
    if truth.tasks is None:
        return []
    unclear = any(t.done is None for t in truth.tasks)
    if layout.tasks == "counts" and not unclear:
        rows: Rows = [["KẾT QUẢ THỰC HIỆN NHIỆM VỤ KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021"], []]
        rows.append(["TT", "Tên đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ (%)"])
        total = [0, 0]
        for n, unit in enumerate(dict.fromkeys(t.unit for t in truth.tasks), 1):
            mine = [t for t in truth.tasks if t.unit == unit]
            done = sum(bool(t.done) for t in mine)
            total = [total[0] + len(mine), total[1] + done]
            rows.append([n, spelling.unit(unit, random), len(mine), done, round(100 * done / len(mine))])
        return [*rows, [None, "Tổng cộng", *total]]
    rows = [
        ["KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2021"],
        [],
        ["TT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"],
    ]
    for n, t in enumerate(truth.tasks, 1):
        words = {True: ["Hoàn thành", "Đã hoàn thành"], False: ["Chưa hoàn thành", "Đang thực hiện"], None: ["Xanh lá"]}
        rows.append([n, spelling.unit(t.unit, random), t.title, random.choice(words[t.done])])
    return rows


def _number(value: Fraction | None, random: Random) -> object:
    if value is None:
        return None
    return random.choice([float(value), f"{float(value):g}".replace(".", ",")])


def _index(truth: Truth, random: Random) -> Rows:
    if truth.index is None:
        return []
    columns: list[tuple[str, Callable[[Any], Fraction | None]]] = [
        ("Điểm tự đánh giá", lambda r: r.own),
        ("Điểm thẩm định", lambda r: r.appraised),
        (random.choice(["Điểm cuối cùng", "Điểm chính thức"]), lambda r: r.final),
    ]
    columns = [c for c in columns if any(c[1](r) is not None for r in truth.index or ())]
    random.shuffle(columns)
    rows: Rows = [
        ["KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"],
        [],
        ["STT", "Đơn vị", "Điểm tối đa", *(t for t, _ in columns)],
    ]
    for n, r in enumerate(truth.index, 1):
        rows.append([n, spelling.unit(r.unit, random), 100, *(_number(get(r), random) for _, get in columns)])
    return rows


def _initiatives(truth: Truth, random: Random) -> Rows:
    if truth.initiatives is None:
        return []
    rows: Rows = [["DANH SÁCH SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH MỚI, CÁCH LÀM HAY"], []]
    rows.append(
        ["STT", "Đơn vị", "Tên sáng kiến, mô hình", "Tác giả", random.choice(["Kết quả công nhận", "Công nhận"])]
    )
    for n, i in enumerate(truth.initiatives, 1):
        words = (
            ["Đã công nhận, áp dụng hiệu quả", "Công nhận"] if i.recognised else ["Không công nhận", "Chưa công nhận"]
        )
        rows.append([n, spelling.unit(i.unit, random), i.title, i.author, random.choice(words)])
    return rows


def _persons(truth: Truth, random: Random) -> Rows:
    if truth.persons is None:
        return []
    rows: Rows = [["DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG"], []]
    rows.append(
        [
            "STT",
            "Họ và tên",
            "Chức vụ",
            "Đơn vị công tác",
            "Giới tính",
            "Mức độ hoàn thành nhiệm vụ",
            "Sáng kiến được công nhận",
            "Lãnh đạo",
        ]
    )
    for n, p in enumerate(truth.persons, 1):
        sex = "Nữ" if p.woman else "Nam"
        rows.append(
            [
                n,
                p.name,
                p.position,
                spelling.unit(p.unit, random),
                sex,
                p.classification,
                p.initiative or None,
                {True: "x", False: "Không", None: None}[p.leader],
            ]
        )
    return rows


def _save(folder: Path, name: str, sheets: list[Sheet], layout: Layout) -> Path:
    named = {s.name: s.rows for s in sheets}
    merges = {s.name: s.merges for s in sheets}
    rows = sheets[0].rows
    f = layout.format
    if len(sheets) > 1 and f not in {"xlsx", "xls", "ods", "xml"}:
        f = "xlsx"
    match f:
        case "xlsx":
            return workbooks.xlsx(folder / f"{name}.xlsx", named, merges)
        case "xls":
            return _xls(folder / f"{name}.xls", named, merges)
        case "ods":
            return workbooks.ods(folder / f"{name}.ods", named, merges)
        case "xml":
            return workbooks.spreadsheetml(folder / f"{name}.xls", named, merges)
        case "csv":
            return workbooks.csv_file(folder / f"{name}.csv", rows)
        case "csv;":
            return workbooks.csv_file(folder / f"{name}.csv", rows, ";", "utf-8")
        case "tsv":
            return workbooks.csv_file(folder / f"{name}.tsv", rows, "\t", "utf-8")
        case "csv-utf16":
            return workbooks.csv_file(folder / f"{name}.csv", rows, "\t", "utf-16")
        case "csv-1258":
            return workbooks.csv_file(folder / f"{name}.csv", spelling.cells(rows, spelling.typeable), ";", "cp1258")
        case "html":
            return workbooks.xls_html(folder / f"{name}.xls", spelling.spanned(sheets[0].name, rows, sheets[0].merges))
        case "html-1258":
            typed = spelling.cells(rows, spelling.typeable)
            return workbooks.xls_html(
                folder / f"{name}.xls", spelling.spanned("a", typed, sheets[0].merges), "windows-1258"
            )
        case "mhtml":
            return workbooks.mhtml(folder / f"{name}.xls", spelling.spanned(sheets[0].name, rows, sheets[0].merges))
        case "xls-tcvn3":
            return _xls(
                folder / f"{name}.xls",
                {"Sheet1": spelling.cells(rows, spelling.tcvn3)},
                {"Sheet1": sheets[0].merges},
                ".VnTime",
            )
        case "xls-vni":
            return _xls(
                folder / f"{name}.xls",
                {"Sheet1": spelling.cells(rows, spelling.vni)},
                {"Sheet1": sheets[0].merges},
                "VNI-Times",
            )
        case _:
            text = spelling.cells([[workbooks.shown(c) for c in row] for row in rows], spelling.tcvn3)
            return workbooks.csv_file(folder / f"{name}.csv", text, ";", "latin-1")


def _xls(path: Path, sheets: dict[str, Rows], merges: dict[str, list[str]], font: str = "") -> Path:
    """As :func:`workbooks.xls`, with one style for all cells: a BIFF8 book holds but 4,000 of them."""
    import xlwt

    book = xlwt.Workbook()
    plain = xlwt.easyxf(f"font: name {font or 'Times New Roman'}")
    day = xlwt.easyxf(f"font: name {font or 'Times New Roman'}", num_format_str="DD/MM/YYYY HH:MM")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                if value is not None:
                    sheet.write(i, j, value, day if isinstance(value, date) else plain)
        for merge in merges.get(name, ()):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(merge))
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    book.save(str(path))
    return path
