from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.intake.answers import (
    Decision,
    TaskResult,
    accepted,
    parse_assessed,
    parse_decision,
    parse_leader,
    parse_own_initiative,
    parse_recognition,
    parse_task_result,
    parse_yes_no,
    says_none,
    title_recognises,
)
from thidua_cli.intake.questions import plain, question, words
from thidua_cli.text.vietnamese import fold

QUESTIONS = ("yes_no", "task", "recognised", "own_initiative", "decision", "assessed", "leader", "classification")
SHOWN = [(name, phrase) for name in QUESTIONS for phrase in question(name).accepted]

DECISIONS = {
    Decision.INCLUDE: (
        "Đưa vào|Đưa vào danh sách|Bổ sung vào danh sách|Bổ sung danh sách khen thưởng|Đồng ý khen thưởng|Đề nghị khen"
        "|Nhất trí khen thưởng|Thống nhất đề nghị khen thưởng|Chọn|Đồng ý đưa vào|Tặng giấy khen|Dong y khen thuong"
    ),
    Decision.EXCLUDE: (
        "Loại|Loại bỏ|Rút khỏi danh sách|Rút tên khỏi danh sách đề nghị|Đưa ra khỏi danh sách"
        "|Đồng ý đưa ra khỏi danh sách"
        "|Không khen thưởng|Đồng ý không khen thưởng|Không xét|Không đồng ý|Không đồng ý khen thưởng|Nhất trí loại"
        "|Không đưa vào danh sách|Không nhất trí khen thưởng|Khong khen thuong|Gạch tên"
    ),
    Decision.KEEP: (
        "Không đồng ý loại|Không loại|Không rút|Giữ nguyên|Giữ lại trong danh sách|Không đưa ra khỏi danh sách"
        "|Không thống nhất loại khỏi danh sách|Đồng ý không loại|Không chấp nhận rút tên|Bác đề nghị loại"
    ),
    Decision.AGREE: "Đồng ý|Nhất trí",
    None: (
        "Bổ sung hồ sơ rồi xét|Bổ sung báo cáo thành tích, xét sau|Thêm minh chứng|Xem lại"
        "|Chưa khen thưởng"
        "|Loại, xét lại sau|Đưa vào nếu bổ sung đủ hồ sơ|Đồng ý khen thưởng nhưng bổ sung hồ sơ|Hoãn|Thêm|Không"
        "|Đề nghị loại|Không đủ điều kiện|Để lại năm sau|Đề nghị bổ sung minh chứng để đưa vào xét"
    ),
}


@pytest.mark.parametrize(
    ("text", "decision"), [(text, said) for said, texts in DECISIONS.items() for text in texts.split("|")]
)
def test_what_the_council_decided(text: str, decision: Decision | None) -> None:
    """In, out and left as it is are told apart, negations included; agreeing to nothing named is no decision."""
    assert decision == parse_decision(text)


RECOGNISED = {
    True: (
        "Đạt cấp cơ sở|Công nhận (đồng tác giả với Xã Tân Hội)|Được UBND thành phố công nhận|Cấp thành phố"
        "|cong nhan|Dat"
        "|Đã được Hội đồng sáng kiến thành phố xét công nhận|Đạt giải B|Đã có quyết định công nhận"
    ),
    False: (
        "đang xét|Không đạt|Chưa đủ điều kiện công nhận|Chờ kết quả|Chưa có quyết định công nhận|Bị từ chối"
        "|khong cong nhan"
        "|Chưa được công nhận (đang chờ Hội đồng họp)|Không được Hội đồng sáng kiến công nhận|Hội đồng không công nhận"
    ),
    None: "Không công nhận cấp tỉnh, công nhận cấp cơ sở|Công nhận có điều kiện|Đã duyệt|Đã nộp|Hủy|Loại A|Đạt 75 điểm",
}


@pytest.mark.parametrize(
    ("text", "said"), [(text, said) for said, texts in RECOGNISED.items() for text in texts.split("|")]
)
def test_recognition_is_a_whole_phrase(text: str, said: bool | None) -> None:
    """A level reached is recognised, waiting is not; papers handed in or approved in part say neither."""
    assert said is parse_recognition(text)


TASKS = {
    TaskResult.COMPLETED: (
        "Hoàn thành - Báo cáo số 12|Hoàn thành trước hạn 3 ngày|Đã hoàn thành tháng 6/2021|Đạt 100% kế hoạch"
        "|Hoan thanh|1.0"
    ),
    TaskResult.COMPLETED_LATE: "Hoàn thành chậm 10 ngày|Hoàn thành (trễ hạn)|Hoan thanh tre han",
    TaskResult.OPEN: (
        "Chưa thực hiện xong|Đang triển khai|Chua hoan thanh|Chưa hoàn thành (đã hoàn thành 80%)|0.8|Không"
    ),
    TaskResult.NOT_APPLICABLE: "Không áp dụng|Không phát sinh|Không thuộc thẩm quyền",
    None: (
        "Hoàn thành (còn 2 nội dung)|Không hoàn thành đúng hạn|Hoàn thành nhưng chưa báo cáo|dung"
        "|Dừng thực hiện|Trễ hạn"
        "|Chuyển sang năm 2022|Hoàn thành một nửa|Cơ bản hoàn thành|Hòan thành thanh"
    ),
}


@pytest.mark.parametrize(("text", "said"), [(text, said) for said, texts in TASKS.items() for text in texts.split("|")])
def test_a_remark_may_follow_and_may_turn_the_result(text: str, said: TaskResult | None) -> None:
    """A harmless remark changes nothing; one that takes something back leaves the result unknown."""
    assert said == parse_task_result(text)


OWN = {
    True: (
        "Không gian số tại bộ phận một cửa|Chưa cần đến trụ sở: nhận hồ sơ qua Zalo"
        "|Không giấy tờ, không tiền mặt|SK|1|Có"
        "|Mô hình Y (Công nhận)|Khong gian so|Không có giấy tờ thừa|Số hóa sổ hộ tịch (QĐ công nhận số 45/QĐ-UBND)"
    ),
    False: (
        "0 sáng kiến|Không đăng ký|Không đăng kí|Không có|00|-|Không|Chưa có sáng kiến nào|Không phát sinh"
        "|Chưa nộp|Khong co"
        "|Mô hình A (chưa được công nhận)|Mô hình X - đang xét công nhận|Giải pháp số hóa đang đề nghị công nhận"
    ),
    None: "Đăng ký 01 sáng kiến|Giải pháp, mô hình|Đã đăng ký",
}


@pytest.mark.parametrize(("text", "said"), [(text, said) for said, texts in OWN.items() for text in texts.split("|")])
def test_a_title_is_no_answer(text: str, said: bool | None) -> None:
    """What names an initiative is one whatever it begins with; only a whole answer says that there is none."""
    assert said is parse_own_initiative(text)


@pytest.mark.parametrize(("text", "none"), [("0 sáng kiến", True), ("Không có", True), ("Không hẹn lần hai", False)])
def test_a_row_may_say_that_there_is_none(text: str, none: bool) -> None:
    """In place of a title an answer says that there is no initiative."""
    assert none is says_none(text)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM 2021", True),
        ("Kèm theo Quyết định số 15/QĐ-UBND về việc công nhận sáng kiến", True),
        ("DANH SACH SANG KIEN DUOC CONG NHAN", True),
        ("Danh sách sáng kiến đề nghị công nhận", False),
        ("Danh sách sáng kiến đề nghị Hội đồng xét, công nhận", False),
        ("Danh sách đề nghị được công nhận", False),
        ("Sáng kiến chưa được công nhận, chuyển xét năm sau", False),
        ("Sáng kiến không được công nhận", False),
        ("Sáng kiến được công nhận và sáng kiến đề nghị công nhận", None),
        ("DANH SÁCH SÁNG KIẾN", None),
    ],
)
def test_a_title_may_say_it_of_the_whole_list(title: str, said: bool | None) -> None:
    """The words that lead to "công nhận" decide; a title that says both says nothing."""
    assert said is title_recognises(title)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Các cấp lãnh đạo từ phó phòng trở lên", True),
        ("Lãnh đạo, quản lý", True),
        ("Người trực tiếp công tác, lao động, học tập", False),
        ("Không phải lãnh đạo", False),
        ("Công chức không giữ chức vụ lãnh đạo", False),
        ("x", True),
        ("Cá nhân", None),
    ],
)
def test_classes_of_persons(text: str, leads: bool | None) -> None:
    """The classes of the commendation software tell leaders from those who do the work."""
    assert leads is parse_leader(text)


@pytest.mark.parametrize(
    ("text", "assessed"),
    [
        ("Được đánh giá", True),
        ("Thuộc đối tượng đánh giá", True),
        ("Không đánh giá", False),
        ("Không thuộc diện được đánh giá", False),
        ("Không áp dụng", False),
        ("Tự đánh giá", None),
    ],
)
def test_assessed_or_not(text: str, assessed: bool | None) -> None:
    """Whether a unit is assessed is read with its negation; assessing oneself is not that."""
    assert assessed is parse_assessed(text)


@pytest.mark.parametrize(("name", "phrase"), SHOWN)
def test_every_word_that_a_finding_shows_is_understood(name: str, phrase: str) -> None:
    """What the program tells people to write it understands, with accents and without."""
    said = question(name).answer(phrase)
    assert said is not None
    assert said == question(name).answer(fold(phrase)) == question(name).answer(phrase.upper())


def test_the_accepted_words_come_in_both_languages() -> None:
    """The finding quotes the words of the column, and says beside them what else it takes."""
    assert accepted("task")["accepted"].text().endswith("hoặc tỷ lệ phần trăm")
    assert accepted("task")["accepted"].text("en").endswith("or a percentage")


@given(st.sampled_from(SHOWN), st.sampled_from(["Không ", "Chưa ", "Không được ", "Đồng ý không ", "Chưa được "]))
def test_a_negation_never_leaves_the_answer_as_it_was(shown: tuple[str, str], negation: str) -> None:
    """Put before any known answer, a negation turns it or makes it unknown."""
    name, phrase = shown
    plain_answer, negated = question(name).answer(phrase), question(name).answer(negation + phrase.lower())
    negative = {"no", "open", "exclude", "not_applicable", "Không hoàn thành nhiệm vụ"}
    assert negated != plain_answer or plain_answer in negative


@given(st.text(max_size=40))
def test_any_text_has_an_answer_or_none(text: str) -> None:
    """No text stops the component, and words that it does not know are never an answer."""
    for name in QUESTIONS:
        said = question(name).answer(text)
        assert said is None or said in {outcome.name for outcome in question(name).outcomes} | {"yes", "no"}
    assert parse_yes_no(f"Xyz {text}") is None


def test_accents_that_are_typed_count() -> None:
    """A text with other accents is another word, however alike it reads without them."""
    assert "dung" == plain(words("Đúng"))
    assert [True, None, None] == [parse_yes_no(text) for text in ("Đúng", "Dừng", "dung")]
