"""Tables of words, Vietnamese and English, that :mod:`thidua_cli.reports.wording` makes sentences of."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.result_base import VERDICT_SYMBOLS
from thidua_cli.text.glossary import GLOSSARY, word

VERDICT_WORDS: Mapping[str, tuple[str, str]] = {
    key: (word(key), GLOSSARY[key].en.capitalize()) for key in VERDICT_SYMBOLS
}

SEVERITY_WORDS: Mapping[str, tuple[str, str]] = {
    key: (word(key), GLOSSARY[key].en.capitalize()) for key in ("error", "warning", "info")
}

GENDER_WORDS: Mapping[str, tuple[str, str]] = {"female": ("Nữ", "female"), "male": ("Nam", "male")}

KIND_WORDS: Mapping[str, tuple[str, str]] = {
    "dossiers": ("danh sách hồ sơ", "list of dossiers"),
    "statistics": ("biểu tổng hợp", "statistics"),
    "units": ("danh mục đơn vị", "unit register"),
    "tasks": ("nhiệm vụ cải cách hành chính", "reform tasks"),
    "par_index": ("Chỉ số cải cách hành chính", "PAR index"),
    "initiatives": ("sáng kiến, mô hình", "initiatives"),
    "individuals": ("danh sách cá nhân", "list of persons"),
    "council_decisions": ("quyết định của Hội đồng", "decisions of the council"),
    "earlier_awards": ("khen thưởng đã có", "earlier awards"),
}

SYSTEM_WORDS: Mapping[str, tuple[str, str]] = {
    "one_stop": ("phần mềm một cửa điện tử", "one-stop software"),
    "public_service": ("cổng dịch vụ công trực tuyến", "public service portal"),
    "logbook": ("sổ theo dõi ngoài phần mềm", "logbook outside the software"),
}

OPERATOR_SYMBOLS: Mapping[str, str] = {">=": "≥", ">": ">", "=": "=", "<=": "≤", "<": "<"}
OPERATOR_SENTENCES: Mapping[str, str] = {
    ">=": "từ {} trở lên",
    ">": "trên {}",
    "=": "đạt {}",
    "<=": "không quá {}",
    "<": "dưới {}",
}

TIE_BREAKERS: Mapping[str, tuple[str, str]] = {
    "all_met": ("đạt tất cả tiêu chí", "all criteria met"),
    "criteria_share": ("tỷ lệ tiêu chí đạt", "share of criteria met"),
    "score": ("điểm", "score"),
}

UNIT_ACHIEVEMENTS: Mapping[str, str] = {
    "task_completion": "hoàn thành {counts} nhiệm vụ",
    "on_software": "{counts} hồ sơ ({figure}) thực hiện trên phần mềm một cửa điện tử",
    "on_time": "{counts} hồ sơ ({figure}) trả kết quả sớm hạn và đúng hạn",
    "online_34": "{counts} hồ sơ ({figure}) thực hiện qua dịch vụ công trực tuyến mức độ 3, mức độ 4",
    "par_index": "Chỉ số cải cách hành chính đạt {figure} điểm",
    "initiatives": "có {figure} sáng kiến, giải pháp, mô hình mới, cách làm hay được công nhận",
}

AGAINST_WORDS: Mapping[str, str] = {
    "task_completion": "nhiệm vụ chưa hoàn thành",
    "on_software": "hồ sơ không có trên phần mềm một cửa điện tử",
    "on_time": "hồ sơ giải quyết quá hạn",
    "online_34": "hồ sơ không nộp trực tuyến mức độ 3, mức độ 4",
    "initiatives": "sáng kiến, mô hình chưa được công nhận",
}

SYSTEM_FROM_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("theo dòng tiêu đề", "from the title lines"),
    "sheet": ("theo tên trang", "from the sheet's name"),
    "file": ("theo tên tệp", "from the file's name"),
    "group": ("theo dòng nhóm", "from a group row"),
    "option": ("theo tùy chọn --system", "from --system"),
    "plan": ("theo tệp kế hoạch", "from the plan"),
    "assumed": ("mặc định", "assumed"),
}

FIELD_WORDS: Mapping[str, tuple[str, str]] = {
    "code": ("mã hồ sơ", "code"),
    "unit": ("đơn vị", "unit"),
    "submitted": ("ngày gửi", "submitted"),
    "received": ("ngày tiếp nhận", "received"),
    "due": ("ngày hẹn trả", "due"),
    "due_extended": ("ngày gia hạn", "extended due date"),
    "ended": ("ngày kết thúc xử lý", "ended"),
    "returned": ("ngày trả kết quả", "returned"),
    "status": ("trạng thái", "status"),
    "channel": ("hình thức nộp", "channel"),
    "level": ("mức độ dịch vụ công", "level"),
    "officer": ("cán bộ xử lý", "officer"),
    "procedure": ("thủ tục", "procedure"),
    "field": ("lĩnh vực", "field"),
    "received_total": ("tiếp nhận: tổng số", "received: total"),
    "received_new": ("tiếp nhận trong kỳ", "received in the period"),
    "received_online": ("tiếp nhận trực tuyến", "received online"),
    "received_online_full": ("tiếp nhận trực tuyến toàn trình", "received online, full"),
    "received_online_partial": ("tiếp nhận trực tuyến một phần", "received online, partial"),
    "received_online_other": ("tiếp nhận trực tuyến khác", "received online, other"),
    "received_online_34": ("tiếp nhận trực tuyến mức độ 3, mức độ 4", "received online, levels 3 and 4"),
    "received_online_low": ("tiếp nhận trực tuyến mức độ 1, mức độ 2", "received online, levels 1 and 2"),
    "received_direct": ("tiếp nhận trực tiếp", "received directly"),
    "received_post": ("tiếp nhận qua bưu chính", "received by post"),
    "received_on_software": ("tiếp nhận trên phần mềm", "received on the software"),
    "received_off_software": ("tiếp nhận ngoài phần mềm", "received outside the software"),
    "received_one_stop": ("tiếp nhận tại một cửa", "received at the one-stop desk"),
    "carried_over": ("từ kỳ trước", "carried over"),
    "done_total": ("đã giải quyết: tổng số", "resolved: total"),
    "early": ("trước hạn", "early"),
    "on_time": ("đúng hạn", "on time"),
    "early_or_on_time": ("trước hạn và đúng hạn", "early and on time"),
    "late": ("quá hạn", "late"),
    "late_apologised": ("quá hạn, đã có thư xin lỗi", "late, with a letter of apology"),
    "late_not_apologised": ("quá hạn, chưa có thư xin lỗi", "late, without a letter of apology"),
    "refused": ("từ chối", "refused"),
    "withdrawn": ("rút", "withdrawn"),
    "pending_total": ("đang giải quyết: tổng số", "pending: total"),
    "pending_in_time": ("đang giải quyết trong hạn", "pending in time"),
    "pending_overdue": ("đang giải quyết quá hạn", "pending overdue"),
    "paused": ("tạm dừng, chờ bổ sung", "paused"),
    "group": ("khối thi đua", "group"),
    "assessed": ("được đánh giá", "assessed"),
    "not_assessed": ("không được đánh giá", "not assessed"),
    "aliases": ("tên gọi khác", "other names"),
    "valid_from": ("hiệu lực từ", "valid from"),
    "valid_to": ("hiệu lực đến", "valid to"),
    "task": ("nhiệm vụ", "task"),
    "result": ("kết quả", "result"),
    "assigned": ("số nhiệm vụ được giao", "assigned"),
    "completed": ("số nhiệm vụ hoàn thành", "completed"),
    "completed_in_time": ("số nhiệm vụ hoàn thành đúng hạn", "completed in time"),
    "completed_late": ("số nhiệm vụ hoàn thành quá hạn", "completed late"),
    "finished": ("ngày hoàn thành", "finished"),
    "score": ("điểm", "score"),
    "score_self": ("điểm tự đánh giá", "self-assessed score"),
    "score_appraised": ("điểm thẩm định", "appraised score"),
    "score_final": ("điểm cuối cùng", "final score"),
    "score_max": ("điểm tối đa", "greatest score"),
    "share": ("tỷ lệ điểm đạt được", "share of the greatest score"),
    "title": ("tên sáng kiến, mô hình", "title"),
    "author": ("tác giả", "author"),
    "recognised": ("được công nhận", "recognised"),
    "effect": ("hiệu quả", "effect"),
    "scope": ("phạm vi áp dụng", "scope"),
    "rollout": ("nhân rộng", "rollout"),
    "implementer": ("nơi thực hiện nhân rộng", "who carries it on"),
    "name": ("họ và tên", "name"),
    "position": ("chức vụ", "position"),
    "gender": ("giới tính", "gender"),
    "classification": ("xếp loại", "classification"),
    "initiative": ("sáng kiến", "initiative"),
    "leader": ("lãnh đạo", "leader"),
    "decision": ("quyết định", "decision"),
    "reason": ("lý do", "reason"),
    "award": ("hình thức khen thưởng", "award"),
    "achievement": ("thành tích", "achievement"),
    "year": ("năm", "year"),
    "number": ("số quyết định", "number"),
}
"""The fields of every kind of table, as ``check`` and the sheet of sources name them."""
