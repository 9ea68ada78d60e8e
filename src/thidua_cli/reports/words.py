"""Tables of words that :mod:`thidua_cli.reports.wording` makes sentences of."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.text.language import Message, tc

GENDER_WORDS: Mapping[str, str] = {"female": "Nữ", "male": "Nam"}

KIND_WORDS: Mapping[str, Message] = {
    "dossiers": tc("kind", "list of dossiers"),
    "statistics": tc("kind", "statistics"),
    "units": tc("kind", "unit register"),
    "tasks": tc("kind", "reform tasks"),
    "par_index": tc("kind", "PAR index"),
    "initiatives": tc("kind", "initiatives"),
    "individuals": tc("kind", "list of persons"),
    "council_decisions": tc("kind", "decisions of the council"),
    "earlier_awards": tc("kind", "earlier awards"),
}

SYSTEM_WORDS: Mapping[str, Message] = {
    "one_stop": tc("system", "one-stop software"),
    "public_service": tc("system", "public service portal"),
    "logbook": tc("system", "logbook outside the software"),
}

OPERATOR_SYMBOLS: Mapping[str, str] = {">=": "≥", ">": ">", "=": "=", "<=": "≤", "<": "<"}
OPERATOR_SENTENCES: Mapping[str, str] = {
    ">=": "từ {} trở lên",
    ">": "trên {}",
    "=": "đạt {}",
    "<=": "không quá {}",
    "<": "dưới {}",
}

TIE_BREAKERS: Mapping[str, Message] = {
    "all_met": tc("ranking", "all criteria met"),
    "criteria_share": tc("ranking", "share of criteria met"),
    "score": tc("ranking", "score"),
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

SYSTEM_FROM_WORDS: Mapping[str, Message] = {
    "title": tc("system", "from the title lines"),
    "sheet": tc("system", "from the sheet's name"),
    "file": tc("system", "from the file's name"),
    "group": tc("system", "from a group row"),
    "option": tc("system", "from --system"),
    "plan": tc("system", "from the plan"),
    "assumed": tc("system", "assumed"),
}

FIELD_WORDS: Mapping[str, Message] = {
    "code": tc("field", "code"),
    "unit": tc("field", "unit"),
    "submitted": tc("field", "submitted"),
    "received": tc("field", "received"),
    "due": tc("field", "due"),
    "due_extended": tc("field", "extended due date"),
    "ended": tc("field", "ended"),
    "returned": tc("field", "returned"),
    "status": tc("field", "status"),
    "channel": tc("field", "channel"),
    "level": tc("field", "level"),
    "officer": tc("field", "officer"),
    "procedure": tc("field", "procedure"),
    "field": tc("field", "field"),
    "received_total": tc("field", "received: total"),
    "received_new": tc("field", "received in the period"),
    "received_online": tc("field", "received online"),
    "received_online_full": tc("field", "received online, full"),
    "received_online_partial": tc("field", "received online, partial"),
    "received_online_other": tc("field", "received online, other"),
    "received_online_34": tc("field", "received online, levels 3 and 4"),
    "received_online_low": tc("field", "received online, levels 1 and 2"),
    "received_direct": tc("field", "received directly"),
    "received_post": tc("field", "received by post"),
    "received_on_software": tc("field", "received on the software"),
    "received_off_software": tc("field", "received outside the software"),
    "received_one_stop": tc("field", "received at the one-stop desk"),
    "carried_over": tc("field", "carried over"),
    "done_total": tc("field", "resolved: total"),
    "early": tc("field", "early"),
    "on_time": tc("field", "on time"),
    "early_or_on_time": tc("field", "early and on time"),
    "late": tc("field", "late"),
    "late_apologised": tc("field", "late, with a letter of apology"),
    "late_not_apologised": tc("field", "late, without a letter of apology"),
    "refused": tc("field", "refused"),
    "withdrawn": tc("field", "withdrawn"),
    "pending_total": tc("field", "pending: total"),
    "pending_in_time": tc("field", "pending in time"),
    "pending_overdue": tc("field", "pending overdue"),
    "paused": tc("field", "paused"),
    "group": tc("field", "group"),
    "assessed": tc("field", "assessed"),
    "not_assessed": tc("field", "not assessed"),
    "aliases": tc("field", "other names"),
    "valid_from": tc("field", "valid from"),
    "valid_to": tc("field", "valid to"),
    "task": tc("field", "task"),
    "result": tc("field", "result"),
    "assigned": tc("field", "assigned"),
    "completed": tc("field", "completed"),
    "completed_in_time": tc("field", "completed in time"),
    "completed_late": tc("field", "completed late"),
    "finished": tc("field", "finished"),
    "score": tc("field", "score"),
    "score_self": tc("field", "self-assessed score"),
    "score_appraised": tc("field", "appraised score"),
    "score_final": tc("field", "final score"),
    "score_max": tc("field", "greatest score"),
    "share": tc("field", "share of the greatest score"),
    "title": tc("field", "title"),
    "author": tc("field", "author"),
    "recognised": tc("field", "recognised"),
    "effect": tc("field", "effect"),
    "scope": tc("field", "scope"),
    "rollout": tc("field", "rollout"),
    "implementer": tc("field", "who carries it on"),
    "name": tc("field", "name"),
    "position": tc("field", "position"),
    "gender": tc("field", "gender"),
    "classification": tc("field", "classification"),
    "initiative": tc("field", "initiative"),
    "leader": tc("field", "leader"),
    "decision": tc("field", "decision"),
    "reason": tc("field", "reason"),
    "award": tc("field", "award"),
    "achievement": tc("field", "achievement"),
    "year": tc("field", "year"),
    "number": tc("field", "number"),
}
"""The fields of every kind of table, as ``check`` and the sheet of sources name them."""
