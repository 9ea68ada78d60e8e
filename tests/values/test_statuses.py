from __future__ import annotations

import unicodedata

import pytest

from thidua_cli.intake.statuses import Status, parse_status

KNOWN = {
    Status.RESOLVED: (
        "Đã xử lý xong|Đã trả kết quả|Đã hoàn thành|Đã giải quyết|Đã có kết quả|Chờ trả kết quả|Hoàn thành"
        "|Đã trả kết quả cho công dân/tổ chức|Đã trả kết quả cho công dân|Đã trả kết quả (đúng hạn)|ĐÃ TRẢ KẾT QUẢ"
        "|Đã giải quyết - trước hạn 3 ngày|Đã xử lý, chờ trả kết quả|Đã trả kết quả qua bưu chính công ích|Xử lý xong"
        "|9 - Đã xử lý xong|Hồ sơ đã hoàn thành|Quá hạn - đã trả kết quả"
        "|Đã giải quyết quá hạn|Da tra ket qua|9|10|Trả kết quả"
        "|Đã trả|Kết thúc|Công dân đã nhận kết quả|Đã trả KQ|Đã GQ xong"
    ),
    Status.REFUSED_WITH_RESULT: (
        "Từ chối giải quyết|Đã từ chối giải quyết|Không giải quyết|Từ chối giải quyết hồ sơ|Từ chối xử lý"
    ),
    Status.WITHDRAWN: "Công dân yêu cầu rút hồ sơ|Đã rút hồ sơ|Hồ sơ đã rút|Rút hồ sơ|Rút không giải quyết|Xin rút|7",
    Status.STOPPED: "Dừng xử lý|Tạm dừng xử lý|Đã dừng|Trả lại hồ sơ|Hồ sơ bị trả lại|Tạm dừng|8",
    Status.PROCESSING: (
        "Được tiếp nhận|Đang xử lý|Chờ ký duyệt|Chờ xử lý|Hồ sơ mới tiếp nhận|Đang thụ lý|Chờ thẩm định|Chưa giải quyết"
        "|Đang xử lý - quá hạn|Đang xử lý (còn hạn 2 ngày)|Chưa có kết quả"
        "|Chưa hoàn thành|Chưa xử lý xong|2|4|Đã tiếp nhận"
        "|Đang giải quyết|Chờ lãnh đạo ký"
    ),
    Status.AWAITING_SUPPLEMENT: (
        "Yêu cầu bổ sung giấy tờ|Chờ bổ sung hồ sơ|Tạm dừng bổ sung điều kiện"
        "|Đang chờ bổ sung|Chờ công dân bổ sung|5|Bổ sung hồ sơ"
    ),
    Status.AWAITING_PAYMENT: "Yêu cầu thực hiện nghĩa vụ tài chính|Chờ thực hiện NVTC|Chờ nộp phí, lệ phí|6",
    Status.NOT_ACCEPTED: (
        "Không được tiếp nhận|Không tiếp nhận|Từ chối tiếp nhận|Bị từ chối tiếp nhận|Không tiếp nhận hồ sơ|3"
    ),
    Status.AWAITING_RECEIPT: (
        "Mới đăng ký|Chờ tiếp nhận|Chưa tiếp nhận|Đã bổ sung - chờ tiếp nhận|Hồ sơ chờ tiếp nhận trực tuyến|1"
    ),
}
CASES = [(text, status) for status, texts in KNOWN.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_known_statuses_have_their_class(text: str, status: Status) -> None:
    """A core in its usual company is understood, whatever the case and form of Unicode."""
    assert status == parse_status(text)
    assert status == parse_status(unicodedata.normalize("NFD", text.upper()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Từ chối",
        "Quá hạn",
        "Đã quá hạn",
        "Chưa trả kết quả",
        "Không trả kết quả",
        "Không hoàn thành",
        "Không rút",
        "Đã bổ sung",
        "Hồ sơ không xử lý được",
        "Đã nhận kết quả liên thông",
        "Chưa rõ",
        "Đúng xử lý",
        "Đã trả kết quả hay chưa",
        "Đang xử lý / Đã trả kết quả",
        "Đã chuyển",
        "11",
        "0",
        "2021",
    ],
)
def test_other_statuses_are_unknown(text: str) -> None:
    """What is not understood whole is unknown, even where a known core stands in it."""
    assert parse_status(text) is None


@pytest.mark.parametrize(
    ("value", "status"), [(10, Status.RESOLVED), (3.0, Status.NOT_ACCEPTED), ("10.0", Status.RESOLVED)]
)
def test_codes_may_be_numbers(value: object, status: Status) -> None:
    """The codes of the national portal are read from number cells too."""
    assert status == parse_status(value)


def test_taught_words_rule_over_built_in_ones() -> None:
    """A local system's words are learnt from the plan, in any spelling, and may change what is known."""
    taught = {"resolved": ["Đã hoà giải"], "stopped": ["Hoàn thành"]}
    assert Status.RESOLVED == parse_status("ĐÃ  HÒA GIẢI", taught)
    assert Status.STOPPED == parse_status("Hoàn thành", taught)
    assert Status.PROCESSING == parse_status("Đang xử lý", taught)
    assert parse_status("Đã hòa giải") is None


def test_an_empty_cell_has_no_status() -> None:
    """No value is no status."""
    assert parse_status(None) is None
