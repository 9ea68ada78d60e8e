"""Fixtures of findings about statistics and the other small tables."""

from __future__ import annotations

from pathlib import Path

from tests.findings.cases import FORM, HEADS, REGISTER, Row, Rows, book, dossier, dossiers, triggers
from tests.findings.of_dossiers import PORTAL

FORM_HEADS: Row = [
    *("STT", "Đơn vị", "Tổng số hồ sơ tiếp nhận", "Tiếp nhận trực tuyến", "Tiếp nhận trực tiếp", "Kỳ trước chuyển qua"),
    *("Tổng số hồ sơ đã giải quyết", "Giải quyết trước hạn", "Giải quyết đúng hạn", "Giải quyết quá hạn"),
    *("Tổng số hồ sơ đang giải quyết", "Đang giải quyết trong hạn", "Đang giải quyết quá hạn"),
]
AN_LOC = [100, 60, 35, 5, 90, 70, 18, 2, 10, 9, 1]
TASKS, INDEX, INITIATIVES, PERSONS = "Nhiệm vụ", "Chỉ số", "Sáng kiến", "Cá nhân"


def form(*counts: list[object]) -> Rows:
    """Form 06 with a row per list of counts, for the units of the register in turn."""
    return [FORM_HEADS, *([n, REGISTER[n][1], *row] for n, row in enumerate(counts, 1))]


def counts(**changed: object) -> list[object]:
    """The counts of An Lộc; ``changed`` by the column's letter."""
    return [changed.get(letter, value) for letter, value in zip("CDEFGHIJKLM", AN_LOC, strict=True)]


@triggers("unreadable_number", "error", "J2", sheet=FORM, unit="phuong-an-loc")
def words_for_a_number(folder: Path) -> Path:
    """A count with a question mark."""
    return book(folder, {FORM: form(counts(J="hai?"), counts())})


@triggers("sum_mismatch", "error", "C2:F2", sheet=FORM, unit="phuong-an-loc")
def a_wrong_sum(folder: Path) -> Path:
    """Received in all is three more than its parts, and open dossiers make up for it."""
    return book(folder, {FORM: form(counts(C=103, K=13, L=12), counts())})


@triggers("balance_mismatch", "warning", "C2:K2", sheet=FORM, unit="phuong-an-loc")
def received_without_an_end(folder: Path) -> Path:
    """More received than resolved and open."""
    return book(folder, {FORM: form(counts(K=9, L=8), counts())})


@triggers("total_mismatch", "error", "J4", sheet=FORM)
def a_wrong_total(folder: Path) -> Path:
    """The total row has one late dossier more than the units."""
    total = [2 * n for n in AN_LOC]
    total[7] += 1
    return book(folder, {FORM: [*form(counts(), counts()), [None, "Tổng cộng", *total]]})


@triggers("percent_mismatch", "warning", "E2", sheet=TASKS, unit="phuong-an-loc")
def a_wrong_share(folder: Path) -> Path:
    """Five of six tasks printed as half of them."""
    heads = ["STT", "Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành", "Tỷ lệ (%)"]
    return book(folder, {TASKS: [heads, [1, "Phường An Lộc", 6, 5, "50%"]]})


@triggers("statistics_disagree", "warning", "H2", sheet=FORM, unit="phuong-an-loc")
def a_form_beside_its_list(folder: Path) -> Path:
    """The unit's form says two early where its list has three."""
    return book(folder, {FORM: form([3, 3, 0, 0, 3, 2, 1, 0, 0, 0, 0]), "Một cửa": dossiers()})


@triggers("partial_list", "warning", unit="phuong-an-loc")
def a_list_of_some_dossiers(folder: Path) -> Path:
    """The list holds three of the hundred dossiers that the unit's form counts."""
    return book(folder, {FORM: form(counts()), "Một cửa": dossiers()})


@triggers("conflicting_rows", "error", "D2", sheet=FORM, unit="phuong-an-loc")
def two_rows_of_one_unit(folder: Path) -> Path:
    """The form has a unit twice, with other figures."""
    again = [2, "UBND phường An Lộc", *counts(C=101, D=61, K=11, L=10)]
    return book(folder, {FORM: [*form(counts()), again]})


@triggers("systems_not_merged", "warning", file="", sheet="", unit="phuong-an-loc")
def a_form_and_another_systems_list(folder: Path) -> Path:
    """The one-stop software gives a form, the public service system its dossiers."""
    return book(folder, {FORM: form(counts()), PORTAL: [HEADS, dossier(1), dossier(2)]})


@triggers("impossible_count", "error", "D2", sheet=TASKS, unit="phuong-an-loc")
def more_done_than_given(folder: Path) -> Path:
    """Twelve of ten tasks done."""
    heads = ["STT", "Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ đã hoàn thành"]
    return book(folder, {TASKS: [heads, [1, "Phường An Lộc", 10, 12]]})


@triggers("unknown_answer", "error", "D3", sheet=TASKS, unit="phuong-an-loc")
def a_strange_result(folder: Path) -> Path:
    """A task of which nobody can say whether it is done."""
    heads = ["STT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"]
    rows = [[1, "Phường An Lộc", "Rà soát thủ tục", "Hoàn thành"], [2, "Phường An Lộc", "Niêm yết phí", "Xyz"]]
    return book(folder, {TASKS: [heads, *rows]})


@triggers("unknown_answer", "error", "D2", sheet=TASKS, unit="phuong-an-loc")
def no_result(folder: Path) -> Path:
    """A task without a result beside one that has it."""
    heads = ["STT", "Đơn vị", "Nhiệm vụ được giao", "Kết quả thực hiện"]
    rows = [[1, "Phường An Lộc", "Rà soát thủ tục", None], [2, "Phường An Lộc", "Niêm yết phí", "Hoàn thành"]]
    return book(folder, {TASKS: [heads, *rows]})


@triggers("self_score_used", "warning", "C2", sheet=INDEX, unit="phuong-an-loc")
def only_a_self_score(folder: Path) -> Path:
    """The index before anybody appraised it."""
    heads = ["STT", "Đơn vị", "Điểm tự đánh giá", "Điểm thẩm định"]
    return book(folder, {INDEX: [heads, [1, "Phường An Lộc", 82.5, None]]})


@triggers("ambiguous_person", "error", "B2", sheet=PERSONS, unit="phuong-an-loc")
def namesakes(folder: Path) -> Path:
    """Two persons of one name in one unit."""
    heads = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Mức độ hoàn thành nhiệm vụ"]
    jobs = ("Công chức Tư pháp", "Kế toán")
    rows = [[n, "Lê Thị Hòa", job, "Phường An Lộc", "Hoàn thành tốt nhiệm vụ"] for n, job in enumerate(jobs, 1)]
    return book(folder, {PERSONS: [heads, *rows]})


@triggers("unclear_decision", "error", "D2", sheet="Hội đồng", unit="phuong-an-loc")
def a_decision_nobody_can_read(folder: Path) -> Path:
    """The council's sheet says neither in nor out."""
    heads = ["STT", "Đơn vị", "Họ và tên", "Quyết định của Hội đồng", "Người quyết định", "Lý do"]
    row = [1, "Phường An Lộc", None, "Xem lại", "Võ An", "Chưa đủ hồ sơ"]
    return book(folder, {"Hội đồng": [heads, row]})


@triggers("unmatched_decision", "error", sheet="Hội đồng", unit="phuong-an-loc")
def a_decision_about_nobody(folder: Path) -> Path:
    """The council's sheet names a person whom no list puts forward."""
    heads = ["STT", "Đơn vị", "Họ và tên", "Quyết định của Hội đồng", "Người quyết định", "Lý do"]
    row = [1, "Phường An Lộc", "Lê Văn Sáu", "Loại", "Võ An", "Chưa đủ hồ sơ"]
    return book(folder, {"Hội đồng": [heads, row]})


@triggers("unclear_decision", "error", "D2", sheet="Hội đồng", unit="phuong-an-loc")
def a_decision_left_blank(folder: Path) -> Path:
    """The council's sheet gives a reason and no decision."""
    heads = ["STT", "Đơn vị", "Họ và tên", "Quyết định của Hội đồng", "Người quyết định", "Lý do"]
    rows = [
        [1, "Phường An Lộc", None, None, "Võ An", "Chưa đủ hồ sơ"],
        [2, "Phòng Tư pháp", None, "Loại", "Võ An", "x"],
    ]
    return book(folder, {"Hội đồng": [heads, *rows]})
