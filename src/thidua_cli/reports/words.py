"""Tables of words that :mod:`thidua_cli.reports.wording` makes sentences of."""

from __future__ import annotations

from collections.abc import Mapping

GENDER_WORDS: Mapping[str, str] = {"female": "Nữ", "male": "Nam"}

OPERATOR_SYMBOLS: Mapping[str, str] = {">=": "≥", ">": ">", "=": "=", "<=": "≤", "<": "<"}
OPERATOR_SENTENCES: Mapping[str, str] = {
    ">=": "từ {} trở lên",
    ">": "trên {}",
    "=": "đạt {}",
    "<=": "không quá {}",
    "<": "dưới {}",
}

UNIT_ACHIEVEMENTS: Mapping[str, str] = {
    "task_completion": "hoàn thành {counts} nhiệm vụ",
    "on_software": "{counts} hồ sơ ({figure}) thực hiện trên phần mềm một cửa điện tử",
    "on_time": "{counts} hồ sơ ({figure}) trả kết quả sớm hạn và đúng hạn",
    "online_34": "{counts} hồ sơ ({figure}) thực hiện qua dịch vụ công trực tuyến",
    "par_index": "Chỉ số cải cách hành chính đạt {figure} điểm",
    "initiatives": "có {figure} sáng kiến, giải pháp, mô hình mới, cách làm hay được công nhận",
}

AGAINST_WORDS: Mapping[str, str] = {
    "task_completion": "nhiệm vụ chưa hoàn thành",
    "on_software": "hồ sơ không có trên phần mềm một cửa điện tử",
    "on_time": "hồ sơ giải quyết quá hạn",
    "online_34": "hồ sơ không nộp trực tuyến",
    "initiatives": "sáng kiến, mô hình chưa được công nhận",
}
