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

AGAINST_WORDS: Mapping[str, str] = {
    "task_completion": "nhiệm vụ chưa hoàn thành",
    "on_software": "hồ sơ không có trên phần mềm một cửa điện tử",
    "on_time": "hồ sơ giải quyết quá hạn",
    "online_34": "hồ sơ không nộp trực tuyến",
    "initiatives": "sáng kiến, mô hình chưa được công nhận",
}
