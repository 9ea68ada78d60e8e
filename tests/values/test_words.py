from __future__ import annotations

import pytest

from thidua_cli.intake.answers import (
    TaskResult,
    parse_classification,
    parse_recognition,
    parse_task_result,
    parse_yes_no,
)
from thidua_cli.intake.vocabulary import parse_channel, parse_channels, parse_gender, parse_level


@pytest.mark.parametrize("value", ["Có", "X", "x", "✓", "1", 1, 1.0, "TRUE", "Đạt", "y", "Co", "1.0"])
def test_yes(value: object) -> None:
    """Everything that offices write for yes is yes."""
    assert parse_yes_no(value) is True


@pytest.mark.parametrize("value", ["Không", "0", 0, "FALSE", "Không đạt", "n", "✗", "Chưa", "khong"])
def test_no(value: object) -> None:
    """Everything that offices write for no is no."""
    assert parse_yes_no(value) is False


@pytest.mark.parametrize("value", [None, "", "-", "Có thể", "Không rõ", "2", "Tự đánh giá", "dung", "Cổ"])
def test_no_answer(value: object) -> None:
    """Neither yes nor no is unknown."""
    assert parse_yes_no(value) is None


@pytest.mark.parametrize(
    ("value", "channel"),
    [
        ("Trực tuyến", "online"),
        ("Nộp trực tuyến", "online"),
        ("Dịch vụ công trực tuyến mức độ 4", "online"),
        ("Cổng DVC quốc gia", "online"),
        ("Qua mạng", "online"),
        ("Trực tiếp", "direct"),
        ("Nộp trực tiếp tại bộ phận một cửa", "direct"),
        ("Trực tiếp, dịch vụ bưu chính", "direct"),
        ("Không trực tuyến", "direct"),
        ("Qua bưu chính công ích", "post"),
        ("Bưu điện", "post"),
        ("Dịch vụ bưu chính công ích (BCCI)", "post"),
        ("VNeID", "online"),
        ("Ứng dụng VNeID", "online"),
        ("Nộp qua Cổng DVCQG", "online"),
        ("Cổng Dịch vụ công Bộ Tư pháp", "online"),
        ("Cổng Bộ", "online"),
        ("Cổng tỉnh", "online"),
        ("Cổng DVC tỉnh Đồng Tháp", "online"),
        ("Kiosk tại trung tâm", "online"),
        ("Ki-ốt", "online"),
        ("Đại lý dịch vụ công trực tuyến", "online"),
        ("Trực tuyến (Cổng DVCQG)", "online"),
        ("Cán bộ nộp hộ trực tuyến", "online"),
        ("Nộp hộ", None),
        ("Không qua mạng", "direct"),
        ("Chưa nộp trực tuyến", "direct"),
        ("Không nộp qua Cổng DVC", "direct"),
        ("Tại Trung tâm Phục vụ hành chính công", "direct"),
        ("Bộ phận TN&TKQ", "direct"),
        ("Tại UBND phường trực tuyến", None),
        ("Trực tiếp tại quầy, sau nộp qua mạng", None),
        ("Cổng DVC trực tiếp", None),
        ("Trực tuyến và trực tiếp", None),
        ("Tổ công tác lưu động", None),
        (2, "online"),
        ("3", "post"),
        ("1", None),
        ("Trực tuyến/Trực tiếp", None),
        ("Một cửa", None),
        ("", None),
    ],
)
def test_channels(value: object, channel: str | None) -> None:
    """How a dossier was filed is read from words and codes; a mixture is unknown."""
    assert channel == parse_channel(value)


@pytest.mark.parametrize(
    ("column", "channels"),
    [
        (["1", "2", "3"], ["direct", "online", "post"]),
        (["1", "0"], ["online", "direct"]),
        (["x", None], ["online", None]),
        (["Có", "Không"], ["online", "direct"]),
        (["1"], [None]),
        (["Trực tuyến", "x"], ["online", None]),
        ([], []),
    ],
)
def test_a_column_settles_what_its_codes_mean(column: list[object], channels: list[str | None]) -> None:
    """1 is direct filing beside 2 and 3, yes beside 0, and unknown alone."""
    assert channels == parse_channels(column)


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("Mức độ 3", 3),
        ("MĐ3", 3),
        ("Mức 4", 4),
        ("3", 3),
        (3, 3),
        (4.0, 4),
        ("Mức độ III", 3),
        ("Một phần", 3),
        ("Toàn trình", 4),
        ("DVCTT toàn trình", 4),
        ("Mức độ 4 (toàn trình)", 4),
        ("DVC thông tin", 2),
        ("Cung cấp thông tin trực tuyến", 2),
        ("Mức độ 1", 1),
        ("Mức độ 3, 4", None),
        ("Mức độ 4 (một phần)", None),
        ("Không phải toàn trình", None),
        ("5", None),
        ("34", None),
        ("", None),
        (None, None),
    ],
)
def test_levels(value: object, level: int | None) -> None:
    """A level is told where exactly one is said."""
    assert level == parse_level(value)


TASKS = {
    TaskResult.COMPLETED: (
        "Hoàn thành|Đã hoàn thành|100%|Đạt|Hoàn thành 100%"
        "|Hoàn thành đúng tiến độ|Đã thực hiện|x|Hoàn thành vượt kế hoạch|100,0 %"
    ),
    TaskResult.COMPLETED_LATE: (
        "Hoàn thành trễ hạn|Hoàn thành (trễ 5 ngày)|Hoàn thành, quá hạn"
        "|Hoàn thành chậm tiến độ|Đã hoàn thành nhưng trễ hạn"
    ),
    TaskResult.OPEN: (
        "Chưa hoàn thành|Không hoàn thành|Đang thực hiện|80%|Chưa thực hiện|Không đạt|Đang thực hiện (quá hạn)|99,9%"
    ),
}


@pytest.mark.parametrize(
    ("text", "result"), [(text, result) for result, texts in TASKS.items() for text in texts.split("|")]
)
def test_task_results(text: str, result: TaskResult) -> None:
    """Done, done late and not done are told apart, negations included."""
    assert result == parse_task_result(text)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (1.0, TaskResult.COMPLETED),
        (100, TaskResult.COMPLETED),
        (0.8, TaskResult.OPEN),
        (5, None),
        ("Cơ bản hoàn thành", None),
    ],
)
def test_task_results_that_numbers_or_vague_words_give(value: object, result: TaskResult | None) -> None:
    """A share below 1 is open; a number that could be anything, or a vague word, is unknown."""
    assert result == parse_task_result(value)


@pytest.mark.parametrize(
    ("text", "recognised"),
    [
        ("Đã công nhận, áp dụng hiệu quả", True),
        ("Công nhận", True),
        ("Được công nhận cấp thành phố", True),
        ("Có", True),
        ("X", True),
        ("QĐ 12/QĐ-UBND", True),
        ("12/QĐ-UBND", True),
        ("Quyết định số 15/QĐ-UBND ngày 01/02/2021", True),
        ("Không công nhận", False),
        ("Không được công nhận", False),
        ("Chưa công nhận", False),
        ("Đang xét", False),
        ("Chờ công nhận", False),
        ("Đề nghị công nhận", False),
        ("Không", False),
        ("Công nhận nhưng chưa áp dụng", None),
        ("Đã thu hồi công nhận", None),
        ("Tốt", None),
        ("", None),
    ],
)
def test_recognition(text: str, recognised: bool | None) -> None:
    """Recognised, not (yet) recognised, and unknown are told apart."""
    assert recognised is parse_recognition(text)


@pytest.mark.parametrize(
    ("text", "classification"),
    [
        ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"),
        ("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ"),
        ("HTTNV", "Hoàn thành tốt nhiệm vụ"),
        ("Xếp loại: Hoàn thành tốt", "Hoàn thành tốt nhiệm vụ"),
        ("HT tốt NV", "Hoàn thành tốt nhiệm vụ"),
        ("hoàn thành nhiệm vụ", "Hoàn thành nhiệm vụ"),
        ("HTNV", "Hoàn thành nhiệm vụ"),
        ("Không hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"),
        ("KHTNV", "Không hoàn thành nhiệm vụ"),
        ("Lao động tiên tiến", None),
        ("Tốt", None),
        ("", None),
    ],
)
def test_classifications(text: str, classification: str | None) -> None:
    """The four classes of the law are known in full and abbreviated."""
    assert classification == parse_classification(text)


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Nữ", "female"), ("NỮ", "female"), ("Bà", "female"), ("Nam", "male"), ("Ông", "male"), ("x", None), ("", None)],
)
def test_gender(text: str, gender: str | None) -> None:
    """Nam and Nữ are told, anything else is unknown."""
    assert gender == parse_gender(text)
