"""Which score of an index counts, out of how many points, and what may be it under words that nobody knows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.decisions.reading import Row, decide

LOC, A, B = "Phường An Lộc", "Phường An Bình A", "Phường An Bình B"
TITLE = "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021"


def index(*heads: str, rows: tuple[Row, Row, Row], title: str = TITLE) -> list[Row]:
    """A titled index of three units."""
    units = [[number, unit, *row] for number, unit, row in zip((1, 2, 3), (LOC, A, B), rows, strict=True)]
    return [[title], ["STT", "Đơn vị", *heads], *units]


THREE = ([92, 78, 86.5], [85, 83, 79], [88, 79, 81])


@pytest.mark.parametrize(
    "head",
    ["Hội đồng kết luận", "Điểm chốt", "Điểm thống nhất", "Kết quả Hội đồng thẩm định lần cuối", "Điểm sau phúc khảo"],
)
def test_the_last_word_is_final_however_it_is_put(head: str) -> None:
    """A head that says that it is the last word is the final score, beside the appraised one."""
    found = decide(index("Điểm tự chấm", "Điểm thẩm định", head, rows=THREE))
    assert [2, 3, 4] == found.places("score_self", "score_appraised", "score_final")


@pytest.mark.parametrize("head", ["Kết quả chấm của Tổ công tác", "Điểm Sở Nội vụ thẩm định", "Hội đồng đánh giá"])
def test_who_appraises_makes_a_score_appraised(head: str) -> None:
    """A score that somebody else than the unit gave is the appraised one, whoever that is."""
    found = decide(index("Đơn vị tự chấm", head, "Xếp loại", rows=([92, 86, "B"], [85, 79, "C"], [88, 81, "B"])))
    assert [2, 3] == found.places("score_self", "score_appraised")


@pytest.mark.parametrize("head", ["Điểm tham chiếu", "Mức được tính", "Kết quả 2"])
def test_a_column_of_such_figures_under_unknown_words_may_be_the_score(head: str) -> None:
    """Beside a score that is not said to be final an unread column of its size leaves it open."""
    found = decide(index("Điểm tự chấm", "Điểm thẩm định", head, rows=THREE))
    assert (["ambiguous_column"], frozenset({"score_appraised"})) == (found.codes, found.table.open)


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Xếp thứ", (1, 3, 2)),
        ("Điểm thưởng", (2, 0, 1)),
        ("Điểm năm 2020", (80, 70, 60)),
        ("Chỉ số hài lòng", (90, 91, 92)),
        ("Nhận xét", ("tốt", "khá", "khá")),
        ("Điểm in lại", (78, 83, 79)),
    ],
)
def test_a_column_that_cannot_be_the_score_leaves_it_alone(head: str, values: tuple[object, object, object]) -> None:
    """Ranks, small extras, other years, other indices, words and the same figures again are no other score."""
    rows = tuple([own, other] for own, other in zip((78, 83, 79), values, strict=True))
    found = decide(index("Điểm thẩm định", head, rows=rows))  # type: ignore[arg-type]
    assert ([2], []) == (found.places("score_appraised"), found.codes)


def test_the_parts_of_a_score_are_no_other_score() -> None:
    """Columns by criterion that add up to the score in every row are its parts, however large."""
    rows = ([50, 30, 80], [48, 29, 77], [60, 25, 85])
    found = decide(index("Công tác chỉ đạo", "Cải cách thủ tục", "Tổng điểm", rows=rows))
    assert ([4], []) == (found.places("score"), found.codes)


def test_beside_the_final_score_nothing_is_open() -> None:
    """A score said to be final counts, whatever stands beside it."""
    found = decide(index("Điểm chính thức", "Mức tham chiếu", rows=([80, 81], [70, 71], [60, 62])))
    assert ([2], []) == (found.places("score_final"), found.codes)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2021", "score_self"),
        ("KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2021", "score_appraised"),
        ("CÔNG BỐ KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2021", "score"),
        ("KẾT QUẢ TỰ ĐÁNH GIÁ VÀ THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2021", "score"),
        ("CHỈ SỐ CCHC, TỪ ĐÁNH GIÁ CỦA CẤP TRÊN, NĂM 2021", "score"),
    ],
)
def test_a_title_says_whose_a_bare_score_is(title: str, field: str) -> None:
    """Where the head says "Tổng điểm" alone, the title tells a unit's own score from an appraised one."""
    found = decide(index("Tổng điểm", rows=([80], [70], [60]), title=title))
    assert [2] == found.places(field)


def test_a_change_since_last_year_is_no_score() -> None:
    """Below "Tăng/giảm" a "Điểm" is a difference."""
    rows: list[Row] = [
        [TITLE],
        ["STT", "Đơn vị", "Kết quả năm 2021", None, "Tăng/giảm"],
        [None, None, "Điểm", "Hạng", "Điểm"],
    ]
    found = decide([*rows, [1, LOC, 86.5, 1, 11.5], [2, A, 79, 2, -11]])
    assert ([2], []) == (found.places("score"), found.codes)


@pytest.mark.parametrize(
    "rows",
    [
        [["STT", "Đơn vị", "Tổng điểm (tối đa 65)"], [1, LOC, 52], [2, A, 50]],
        [["KẾT QUẢ (thang điểm 60)"], ["STT", "Đơn vị", "Tổng điểm (65 điểm)"], [1, LOC, 52], [2, A, 50]],
        [["Tổng điểm tối đa là 65"], ["STT", "Đơn vị", "Tổng điểm"], [1, LOC, 52], [2, A, 50]],
        [["STT", "Đơn vị", "Tổng điểm"], [None, "Điểm tối đa", 65], [1, LOC, 52], [2, A, 50]],
        [["STT", "Đơn vị", "Tổng điểm"], [1, LOC, 52], [2, A, 50], ["Ghi chú: tổng điểm tối đa là 65 điểm"]],
    ],
)
def test_the_greatest_possible_score_is_read_where_it_stands(rows: list[Row]) -> None:
    """In a head, a title, a row of maxima or a note below, in this order; that row is no unit."""
    found = decide([[TITLE], *rows])
    assert ({"score": Fraction(65)}, 2) == (dict(found.table.maxima), len(found.table.rows))


@pytest.mark.parametrize("head", ["Tổng điểm", "Tổng điểm năm 2021", "Tổng điểm (100)"])
def test_a_year_is_no_greatest_score(head: str) -> None:
    """Titles and heads name years and months; those are no maximum."""
    title = TITLE + " (công bố tháng 02 năm 2022)"
    assert {} == dict(decide([[title], ["STT", "Đơn vị", head], [1, LOC, 52], [2, A, 50]]).table.maxima)


@pytest.mark.parametrize("score", ["86,5/100", "79đ", "91,4 điểm"])
def test_scores_with_their_unit_are_scores(score: str) -> None:
    """A column of such texts is one of scores, and words are none."""
    found = decide([[TITLE], ["STT", "Đơn vị", "Điểm thẩm định"], [1, LOC, score], [2, A, score]])
    assert [2] == found.places("score_appraised")
    assert [] == list(decide([[TITLE], ["STT", "Đơn vị", "Điểm thẩm định"], [1, LOC, "tốt"], [2, A, "khá"]]).tables)


@pytest.mark.parametrize(("other", "open_"), [(50, True), (40, True), (39, False)])
def test_a_score_may_be_half_of_another_and_no_less(other: int, open_: bool) -> None:
    """What is less than half of the score in most rows is a part of it or something else, not its rival."""
    found = decide(index("Điểm thẩm định", "Mức được tính", rows=([80, other], [80, other], [80, other])))
    assert open_ == ("ambiguous_column" in found.codes)
