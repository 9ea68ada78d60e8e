"""How received dossiers add up where words leave two ways: the identity that holds in every row decides."""

from __future__ import annotations

from tests.decisions.reading import Decided, Row, decide
from tests.support.sheets import sheet

LOC, A = "Phường An Lộc", "Phường An Bình A"
DONE = ([70, 18, 2], [40, 9, 1])


def received(*rows: Row) -> Decided:
    """A form whose "Trong kỳ" stands beside "Qua mạng", with what two units received."""
    top: Row = ["STT", "Đơn vị", "Tiếp nhận", None, None, None, "Đã giải quyết", None, None]
    low: Row = [None, None, "Tổng số", "Kỳ trước", "Trong kỳ", "Qua mạng", "Trước hạn", "Đúng hạn", "Quá hạn"]
    body: list[Row] = [[n, u, *r, *d] for n, u, r, d in zip((1, 2), (LOC, A), rows, DONE, strict=True)]
    return decide(sheet([top, low, *body], merges=["A1:A2", "B1:B2", "C1:F1", "G1:I1"], name="Một cửa"))


def test_within_the_period_may_be_what_was_filed_in_person() -> None:
    """Where the total holds "Trong kỳ" and "Qua mạng" side by side in every row, the first is what came in person."""
    found = received([100, 5, 35, 60], [50, 0, 20, 30])
    assert ([4, None], ["reading_chosen"]) == (found.places("received_direct", "received_new"), found.codes)
    assert ["identity_holds"] == found.rules


def test_within_the_period_is_everything_where_that_adds_up() -> None:
    """Where the total is "Kỳ trước" and "Trong kỳ" alone, the words are taken as they stand, and nothing is said."""
    found = received([100, 5, 95, 60], [50, 0, 50, 30])
    assert ([None, 4], [], []) == (found.places("received_direct", "received_new"), found.codes, found.rules)


def test_one_row_that_does_not_fit_decides_against_a_reading() -> None:
    """A reading must hold in every row: with one that fails neither is chosen, and that row's figures are denied."""
    found = received([100, 5, 35, 60], [50, 0, 50, 30])
    assert ([None, 4], ["sum_mismatch"]) == (found.places("received_direct", "received_new"), found.codes)
    assert {2} == {row for row, _ in found.table.broken}


def carried(*rows: Row, done: str = "Tổng số") -> Decided:
    """A form of "Tiếp nhận" and "Kỳ trước chuyển qua" without any word on how they add up."""
    top: Row = [
        "STT",
        "Đơn vị",
        "Tiếp nhận",
        "Kỳ trước chuyển qua",
        "Đã giải quyết",
        None,
        None,
        None,
        "Đang giải quyết",
    ]
    low: Row = [None, None, None, None, done, "Trước hạn", "Đúng hạn", "Quá hạn", None]
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:H1", "I1:I2"]
    body: list[Row] = [[n, u, *row] for n, u, row in zip((1, 2), (LOC, A), rows, strict=True)]
    return decide(sheet([top, low, *body], merges=merges, name="Một cửa"))


def test_what_was_received_may_hold_what_was_carried_over() -> None:
    """Received = resolved + open: the carried-over ones are inside. Received + carried over = them: they are not."""
    inside = carried([100, 5, 90, 70, 18, 2, 10], [50, 4, 50, 40, 9, 1, 0])
    beside = carried([95, 5, 90, 70, 18, 2, 10], [46, 4, 50, 40, 9, 1, 0])
    assert [2, None] == inside.places("received_total", "received_new")
    assert [None, 2] == beside.places("received_total", "received_new")
    assert ["identity_holds"] == beside.rules


def test_where_nothing_tells_nothing_is_read() -> None:
    """Without the resolved ones in a total no sum decides: received is read from no column."""
    found = carried([100, 5, "x", 70, 18, 2, 10], [50, 4, "x", 40, 9, 1, 0], done="Ghi chú")
    assert [None, None, None] == found.places("received_total", "received_new", "carried_over")
    assert (frozenset({"received_total"}), ["ambiguous_column"]) == (found.table.open, found.codes)


def test_on_time_that_holds_waiting_ones_is_said() -> None:
    """A head that says itself that waiting dossiers are inside is taken as it stands, with a finding."""

    def form(head: str) -> list[Row]:
        return [["Đơn vị", "Đã giải quyết trước hạn", head, "Đã giải quyết quá hạn"], [LOC, 70, 18, 2], [A, 40, 9, 1]]

    found = decide(form("Đã giải quyết đúng hạn (bao gồm cả hồ sơ chờ bổ sung)"))
    assert ([2], ["reading_chosen"]) == (found.places("on_time"), found.codes)
    assert [] == decide(form("Đã giải quyết đúng hạn")).codes


SOFTWARE = ("Tổng số", "Trên phần mềm một cửa", "Ngoài phần mềm")


def on_software(*rows: Row, heads: tuple[str, ...] = SOFTWARE) -> Decided:
    """A form that says how many dossiers were handled on the software and beside it."""
    top: Row = ["STT", "Đơn vị", "Tiếp nhận", *[None] * (len(heads) - 1), "Đã giải quyết", None, None]
    low: Row = [None, None, *heads, "Trước hạn", "Đúng hạn", "Quá hạn"]
    body: list[Row] = [[n, u, *r, *d] for n, u, r, d in zip((1, 2), (LOC, A), rows, DONE, strict=True)]
    last = chr(ord("C") + len(heads) - 1)
    merges = ["A1:A2", "B1:B2", f"C1:{last}1", f"{chr(ord(last) + 1)}1:{chr(ord(last) + 3)}1"]
    return decide(sheet([top, low, *body], merges=merges, name="Một cửa"))


def test_what_is_beside_the_software_is_counted_where_both_parts_add_up() -> None:
    """On and off the software make up what was received, in every row; a row that does not add up is denied."""
    found = on_software([100, 95, 5], [50, 50, 0])
    assert ([3, 4], []) == (found.places("received_on_software", "received_off_software"), found.codes)
    wrong = on_software([100, 95, 9], [50, 50, 0])
    assert ["sum_mismatch"] == wrong.codes
    assert {(2, 2), (2, 3), (2, 4)} == set(wrong.table.broken)


def test_what_is_beside_the_software_alone_may_be_within_or_beside_what_was_received() -> None:
    """Nothing says whether the total holds them: the share is not known, unless there are none."""
    heads = ("Tổng số", "Không qua phần mềm")
    found = on_software([100, 5], [50, 0], heads=heads)
    assert (["ambiguous_column"], {"received_off_software"}) == (found.codes, set(found.table.open))
    assert [] == on_software([100, 0], [50, 0], heads=heads).codes
