from __future__ import annotations

import pytest

from tests.layout.conftest import Reader, values
from tests.layout.lists import BY_UNIT, DOSSIERS, Row, dossier, dossier_by_unit, dossiers
from tests.support.sheets import sheet
from thidua_cli.intake.layout import headers
from thidua_cli.intake.tables import FIELDS, Kind
from thidua_cli.plan.model import Vocabulary

CODE, UNIT, DAY = "000.05.41.H20-210201-0001", "Phường An Lộc", "01/02/2021 08:00"

DOSSIER_HEADS = [
    ("Mã hồ sơ", "code"), ("MÃ HỒ SƠ\u00a0", "code"), ("Số hồ sơ", "code"), ("Mã số hồ sơ", "code"),
    ("Số biên nhận", "code"), ("Mã HS", "code"), ("Ma ho so", "code"), ("Mã hồ sơ (số biên nhận)", "code"),
    ("Cơ quan\ngiải quyết", "unit"), ("Đơn vị tiếp nhận", "unit"), ("Cơ quan/đơn vị", "unit"),
    ("Cơ quan thụ lý", "unit"),
    ("Phòng ban", "unit"), ("Đơn vị/ cá nhân giải quyết", "unit"), ("TÊN ĐƠN VỊ", "unit"), ("Đơn vị xử lý", "unit"),
    ("Ngày gửi", "submitted"), ("Ngày nộp", "submitted"), ("Ngày nộp hồ sơ", "submitted"),
    ("Ngày tiếp nhận", "received"), ("Ngày nhận", "received"), ("Ngày nhận HS", "received"),
    ("Thời điểm tiếp nhận", "received"), ("Ngày giờ tiếp nhận", "received"),
    ("Ngày\nhẹn trả ", "due"), ("Ngày hẹn trả kết quả", "due"), ("Thời gian hẹn trả", "due"), ("Hẹn trả", "due"),
    ("Hạn trả", "due"), ("Ngày hẹn trả kết quả cho công dân", "due"),
    ("Ngày gia hạn", "due_extended"),
    ("Ngày hoàn thành", "ended"), ("Ngày kết thúc xử lý", "ended"), ("Thời gian kết thúc", "ended"),
    ("Ngày có kết quả", "ended"),
    ("Ngày trả", "returned"), ("Ngày trả kết quả", "returned"), ("Ngày nhận kết quả", "returned"),
    ("Ngày trả thực tế", "returned"),
    ("Trạng thái", "status"), ("Tình trạng hồ sơ", "status"), ("Trạng thái xử lý", "status"),
    ("Trực tuyến", "channel"), ("Hình thức nộp", "channel"), ("Kênh thực hiện", "channel"),
    ("Nộp trực tuyến", "channel"),
    ("Mức độ", "level"), ("Mức độ DVC", "level"), ("Mức DVCTT", "level"),
    ("Mức độ dịch vụ công trực tuyến", "level"),
    ("Cán bộ xử lý", "officer"), ("Cán bộ xử lý hiện tại", "officer"), ("Người thụ lý", "officer"),
    ("Tên thủ tục hành chính", "procedure"), ("Tên TTHC", "procedure"), ("Loại hồ sơ", "procedure"),
    ("Lĩnh vực", "field"), ("Tên lĩnh vực", "field"),
]  # fmt: skip


def list_with(head: str, name: str) -> list[Row]:
    """A list of dossiers in which one column has this head; the heads of that field itself are left out."""
    own = {"code": 1, "unit": 2, "received": 3, "due": 4, "returned": 5, "status": 6}
    cells: dict[str, str] = {"code": CODE, "unit": UNIT}
    kept = [i for i in range(7) if i != own.get(name)]
    value = cells.get(
        name, DAY if name in ("submitted", "received", "due", "due_extended", "ended", "returned") else "x"
    )
    return [[*(DOSSIERS[i] for i in kept), head], *([*(dossier(n)[i] for i in kept), value] for n in (1, 2))]


@pytest.mark.parametrize(("head", "name"), DOSSIER_HEADS)
def test_dossier_columns_are_known_in_every_spelling(head: str, name: str, read: Reader) -> None:
    """Each head seen in real exports means its field, wherever its column stands."""
    rows = list_with(head, name)
    (table,), _, _ = read(sheet(rows, name="Một cửa"))
    assert Kind.DOSSIERS == table.kind
    assert len(rows[0]) - 1 == table.columns[name].index


@pytest.mark.parametrize(
    "head",
    [
        *(
            "Chủ hồ sơ",
            "Người nộp hồ sơ",
            "Người đăng ký",
            "Tên công dân",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "CMND/CCCD",
        ),
        *("Họ và tên người nộp", "Ghi chú", "Quá hạn", "Hình thức nhận kết quả", "Người đại diện", "Số Fax"),
    ],
)
def test_personal_and_unknown_columns_are_left_behind(head: str, read: Reader) -> None:
    """What the program does not need, above all who the applicant is, is in no table."""
    rows = [[*DOSSIERS, head], [*dossier(1), "Nguyễn Văn Thử"], [*dossier(2), "Nguyễn Văn Thử"]]
    (table,), _, _ = read(sheet(rows, name="Một cửa"))
    assert 7 not in {column.index for column in table.columns.values()}


def test_the_unit_that_decides_comes_before_the_one_that_received(read: Reader) -> None:
    """Of "Đơn vị tiếp nhận" and "Cơ quan giải quyết" the second is the unit."""
    head = [*DOSSIERS[:2], "Đơn vị tiếp nhận", *DOSSIERS[3:], "Cơ quan giải quyết"]
    (table,), _, _ = read(sheet([head, [*dossier(1), "Phòng Y tế"]], name="Một cửa"))
    assert ["Phòng Y tế"] == values(table, "unit")


@pytest.mark.parametrize(("cell", "taken"), [("15/02/2021", True), ("15 ngày", False)])
def test_a_deadline_column_is_a_due_date_only_if_it_holds_dates(cell: str, taken: bool, read: Reader) -> None:
    """A column "Thời hạn giải quyết" is a date in some systems and a number of days in others."""
    head = [h if h != "Ngày hẹn trả" else "Thời hạn giải quyết" for h in DOSSIERS]
    row = dossier(1)
    row[4] = cell
    tables, _, _ = read(sheet([head, row], name="Dịch vụ công"))
    assert taken == ("due" in tables[0].columns)


LISTS = [
    (
        ["Đơn vị", "Khối thi đua", "Được đánh giá Chỉ số CCHC", "Tên gọi khác"],
        Kind.UNITS,
        "unit group assessed aliases",
    ),
    (
        ["Tên cơ quan, đơn vị", "Cụm thi đua", "Được Thành phố đánh giá", "Tên viết tắt"],
        Kind.UNITS,
        "unit group assessed aliases",
    ),
    (
        ["Đơn vị", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định"],
        Kind.PAR_INDEX,
        "unit score_max score_self score_appraised",
    ),
    (
        ["Cơ quan, đơn vị", "Tổng điểm tự chấm", "Điểm Hội đồng thẩm định", "Điểm chính thức", "Xếp hạng"],
        Kind.PAR_INDEX,
        "unit score_self score_appraised score_final -",
    ),
    (["Đơn vị", "Chỉ số CCHC năm 2021"], Kind.PAR_INDEX, "unit score"),
    (["Đơn vị", "Điểm thẩm định lần 1", "Điểm thẩm định lần 2"], Kind.PAR_INDEX, "unit - score_appraised"),
    (
        ["Đơn vị", "Tên sáng kiến, mô hình", "Tác giả", "Kết quả công nhận"],
        Kind.INITIATIVES,
        "unit title author recognised",
    ),
    (
        ["Đơn vị áp dụng", "Tên sáng kiến/giải pháp", "Đồng tác giả", "Hiệu quả"],
        Kind.INITIATIVES,
        "unit title author effect",
    ),
    (["Đơn vị", "Mô hình mới, cách làm hay", "Được công nhận"], Kind.INITIATIVES, "unit title recognised"),
    (
        [
            "Họ và tên",
            "Chức vụ",
            "Đơn vị công tác",
            "Giới tính",
            "Mức độ hoàn thành nhiệm vụ",
            "Sáng kiến được công nhận",
        ],
        Kind.INDIVIDUALS,
        "name position unit gender classification initiative",
    ),
    (
        ["Họ tên", "Chức danh", "Phòng/Đơn vị", "Kết quả xếp loại cán bộ, công chức", "Lãnh đạo"],
        Kind.INDIVIDUALS,
        "name position unit classification leader",
    ),
    (["Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"], Kind.TASKS, "unit task result"),
    (
        ["Đơn vị chủ trì", "Nhiệm vụ", "Thời hạn hoàn thành", "Ngày hoàn thành", "Trạng thái"],
        Kind.TASKS,
        "unit task due finished result",
    ),
]


@pytest.mark.parametrize(("heads", "kind", "fields"), LISTS, ids=[f"{k.value}: {h[-1]}" for h, k, _ in LISTS])
def test_lists_are_known_by_their_heads(heads: Row, kind: Kind, fields: str, read: Reader) -> None:
    """Each kind of list is told from the others by its header words alone."""
    cells: list[Row] = [["Phường An Lộc", 70, 71, 72, 2], ["Phòng Y tế", 80, 81, 82, 1]]
    if kind is not Kind.PAR_INDEX:  # its columns hold scores: under a head of scores words are no figures
        cells = [["x"] * len(heads), ["y"] * len(heads)]
    (table,), _, unrecognised = read(
        sheet([["STT", *heads], *([n, *row[: len(heads)]] for n, row in enumerate(cells, 1))])
    )
    assert [] == unrecognised
    assert kind == table.kind
    expected = {name: position + 1 for position, name in enumerate(fields.split()) if name != "-"}
    assert expected == {name: column.index for name, column in table.columns.items()}


@pytest.mark.parametrize(
    ("heads", "assigned", "completed"),
    [
        (["Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ (%)"], 1, 2),
        (["Đơn vị", "Nhiệm vụ được giao", "Nhiệm vụ đã hoàn thành"], 1, 2),
        (["Đơn vị", "Tổng số nhiệm vụ", "Đã hoàn thành", "Chưa hoàn thành"], 1, 2),
        (["Đơn vị", "Số nhiệm vụ giao", "Số NV hoàn thành đúng hạn", "Số NV hoàn thành"], 1, 3),
    ],
)
def test_tasks_given_as_counts(heads: Row, assigned: int, completed: int, read: Reader) -> None:
    """A table with two counts for each unit is told from a list of tasks by the numbers under its heads."""
    (table,), _, _ = read(sheet([heads, ["Phường An Lộc", 6, 6, 0], ["Phòng Y tế", 7, 5, 2]]))
    assert Kind.TASKS == table.kind
    assert (assigned, completed) == (table.columns["assigned"].index, table.columns["completed"].index)


@pytest.mark.parametrize(
    ("top", "low", "fields"),
    [
        (["Đơn vị", "Điểm", ""], ["", "Tự đánh giá", "Thẩm định"], {"score_self": 1, "score_appraised": 2}),
        (["Đơn vị", "Số nhiệm vụ", ""], ["", "Được giao", "Đã hoàn thành"], {"assigned": 1, "completed": 2}),
    ],
)
def test_heads_of_two_rows_are_read_together(top: Row, low: Row, fields: dict[str, int], read: Reader) -> None:
    """What a lower head leaves open is said by the head above it."""
    (table,), _, _ = read(sheet([top, low, ["Phường An Lộc", 9, 8]], merges=["A1:A2", "B1:C1"]))
    assert {"unit": 0, **fields} == {name: column.index for name, column in table.columns.items()}


def test_counts_called_so_ho_so_are_no_dossier_codes(read: Reader) -> None:
    """The head "Số hồ sơ" beside early, on time and late is a count, beside dates it is a code."""
    rows: list[Row] = [["Đơn vị", "Số hồ sơ", "Trước hạn", "Đúng hạn", "Quá hạn"], ["Phường An Lộc", 10, 5, 4, 1]]
    (table,), _, _ = read(sheet(rows, name="Một cửa"))
    assert Kind.STATISTICS == table.kind
    assert {"unit", "early", "on_time", "late"} == set(table.columns)


def test_taught_words_are_known(read: Reader) -> None:
    """Header words of the plan's vocabulary stand for their field, with or without the kind before it."""
    head = ["Ký hiệu", "Nơi làm", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả"]
    row: Row = ["A-1", "Phường An Lộc", DAY, DAY, DAY]
    vocabulary = Vocabulary(headers={"dossiers.code": ("Ký hiệu",), "unit": ("NƠI LÀM",)})
    (table,), _, _ = read(sheet([head, row], name="Một cửa"), vocabulary=vocabulary)
    assert (0, 1) == (table.columns["code"].index, table.columns["unit"].index)


def test_a_taught_path_of_heads_is_known(read: Reader) -> None:
    """A taught word may be a path "A > B" of heads."""
    rows: list[Row] = [
        ["Đơn vị", "Loại A", "", "Trước hạn", "Quá hạn"],
        ["", "Vào", "Ra", "", ""],
        ["P. An Lộc", 9, 8, 7, 1],
    ]
    vocabulary = Vocabulary(headers={"statistics.received_online": ("Loại A > Vào",)})
    (table,), _, _ = read(sheet(rows, merges=["A1:A2", "B1:C1", "D1:D2", "E1:E2"]), vocabulary=vocabulary)
    assert 1 == table.columns["received_online"].index


@pytest.mark.parametrize(
    ("rows", "nearest"),
    [
        ([["Tên hàng", "Số lượng", "Đơn giá"], ["Bút", 3, 1000]], None),
        ([["Đơn vị", "Điểm"], ["Đội A", 3]], Kind.PAR_INDEX),
        ([["STT", "Họ và tên", "Chức vụ", "Số điện thoại"], [1, "Lê Thị Hòa", "Chuyên viên", "0"]], Kind.INDIVIDUALS),
        ([["Hướng dẫn sử dụng"], ["Bước 1: mở tệp"]], None),
    ],
)
def test_other_tables_are_not_guessed_at(rows: list[Row], nearest: Kind | None, read: Reader) -> None:
    """A sheet below the confidence is named with its nearest kind, and nothing of it is used."""
    tables, findings, unrecognised = read(sheet(rows))
    assert [] == tables
    assert ["unrecognised_sheet"] == [finding.code for finding in findings]
    assert [nearest] == [sheet.nearest for sheet in unrecognised]


def test_an_empty_sheet_is_nothing(read: Reader) -> None:
    """Empty sheets are passed over without a word."""
    assert ([], [], []) == read(sheet([]), sheet([["", " "], []]))


@pytest.mark.parametrize(
    ("left_out", "name", "words"),
    [
        ("Ngày hẹn trả", "Một cửa", "Ngày hẹn trả"),
        ("Ngày tiếp nhận", "Một cửa", "Ngày tiếp nhận"),
        ("Ngày trả", "Một cửa", "Ngày kết thúc xử lý hoặc Ngày trả kết quả"),
        ("Đơn vị", "Một cửa", "Đơn vị"),
    ],
)
def test_a_one_stop_list_that_lacks_a_column_is_refused(left_out: str, name: str, words: str, read: Reader) -> None:
    """A list that is plainly of dossiers but lacks what decides them is an error that names the column."""
    at = DOSSIERS.index(left_out)
    rows = [[cell for i, cell in enumerate(row) if i != at] for row in dossiers(2)]
    tables, findings, _ = read(sheet(rows, name=name))
    assert [] == tables
    assert [("missing_column", words)] == [(finding.code, str(finding.params["column"])) for finding in findings]


def test_a_list_of_the_public_service_may_lack_due_dates(read: Reader) -> None:
    """There it only says what was filed online; dates are ruled by the one-stop software."""
    rows = [[row[i] for i in (0, 1, 2, 3, 6)] for row in dossiers(2)]
    (table,), _, _ = read(sheet(rows, name="Dịch vụ công"))
    assert {"code", "unit", "received", "status"} == set(table.columns)


def test_every_field_is_in_the_catalogue_of_its_kind() -> None:
    """No header phrase maps to a field that evidence does not know."""
    for kind, named in headers.fields().items():
        assert set() == set(named) - FIELDS[kind]
        assert set() == headers.strong(kind) - FIELDS[kind]


def test_units_in_group_rows(read: Reader) -> None:
    """A list without a unit column takes its units from the group rows that name them."""
    rows: list[Row] = [
        list(BY_UNIT),
        ["I", "UBND phường An Lộc"],
        dossier_by_unit(1),
        dossier_by_unit(2),
        ["II", "Phòng Y tế"],
        dossier_by_unit(3),
    ]
    (table,), _, _ = read(sheet(rows, name="Một cửa"))
    assert ["UBND phường An Lộc", "UBND phường An Lộc", "Phòng Y tế"] == values(table, "unit")


def test_a_unit_merged_over_its_rows_counts_for_each(read: Reader) -> None:
    """A merged cell gives its value to every row that it spans."""
    rows: list[Row] = [
        ["TT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"],
        [1, "Phường An Lộc", "Rà soát thủ tục", "Hoàn thành"],
        [2, None, "Công khai thủ tục", "Hoàn thành"],
        [3, "Phòng Y tế", "Công khai thủ tục", "Hoàn thành"],
    ]
    (table,), _, _ = read(sheet(rows, merges=["B2:B3"]))
    assert ["Phường An Lộc", "Phường An Lộc", "Phòng Y tế"] == values(table, "unit")


@pytest.mark.parametrize(
    "rows",
    [
        [["Đơn vị", "Tên sáng kiến", "Tác giả", "Kết quả"], ["Phòng Y tế", "Mô hình", "Đồng tác giả", "Công nhận"]],
        [["Đơn vị", "Khối thi đua", "Tên khác"], ["Phòng Y tế", "Phòng, ban", "Đơn vị"]],
    ],
)
def test_data_that_reads_like_heads_is_no_header(rows: list[Row], read: Reader) -> None:
    """A full row of words below a full row of heads is data, whatever the words."""
    (table,), findings, _ = read(sheet([*rows, rows[1]]))
    assert ([1, 2], []) == (list(table.rows), findings)
