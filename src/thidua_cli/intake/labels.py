"""What kinds and fields are called in findings: (Vietnamese, English)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thidua_cli.intake.tables import Kind

KIND_WORDS: Mapping[Kind, tuple[str, str]] = {
    Kind.DOSSIERS: ("danh sách hồ sơ", "list of dossiers"),
    Kind.STATISTICS: ("biểu tổng hợp", "statistics"),
    Kind.UNITS: ("danh mục đơn vị", "unit register"),
    Kind.TASKS: ("nhiệm vụ CCHC", "tasks"),
    Kind.PAR_INDEX: ("Chỉ số CCHC", "PAR index"),
    Kind.INITIATIVES: ("sáng kiến", "initiatives"),
    Kind.INDIVIDUALS: ("cá nhân đề nghị", "individuals"),
    Kind.COUNCIL_DECISIONS: ("quyết định của Hội đồng", "the council's decisions"),
    Kind.EARLIER_AWARDS: ("khen thưởng đã nhận", "earlier awards"),
}
"""What a kind of table is called."""

FIELD_WORDS: Mapping[str, tuple[str, str]] = {
    "code": ("Mã hồ sơ", "dossier code"),
    "unit": ("Đơn vị", "unit"),
    "submitted": ("Ngày nộp", "date submitted"),
    "received": ("Ngày tiếp nhận", "date received"),
    "due": ("Ngày hẹn trả", "due date"),
    "ended": ("Ngày kết thúc xử lý", "date processing ended"),
    "returned": ("Ngày trả kết quả", "date returned"),
    "ended_or_returned": ("Ngày kết thúc xử lý hoặc Ngày trả kết quả", "date processing ended or date returned"),
    "counts": ("số hồ sơ tiếp nhận hoặc đã giải quyết", "counts of dossiers received or resolved"),
    "group_or_assessed": (
        "Khối thi đua, Được đánh giá Chỉ số CCHC hoặc Tên gọi khác",
        "emulation group, assessed, or other names",
    ),
    "result": ("Kết quả thực hiện", "result"),
    "assigned": ("Số nhiệm vụ được giao", "tasks assigned"),
    "completed": ("Số nhiệm vụ đã hoàn thành", "tasks completed"),
    "task": ("Nhiệm vụ", "task"),
    "score": ("Điểm tự đánh giá, Điểm thẩm định hoặc Điểm chính thức", "self, appraised or final score"),
    "title": ("Tên sáng kiến, giải pháp, mô hình", "title of the initiative"),
    "name": ("Họ và tên", "full name"),
    "position": ("Chức vụ, Đơn vị hoặc Mức độ hoàn thành nhiệm vụ", "position, unit or classification"),
    "classification": ("Mức độ hoàn thành nhiệm vụ", "classification"),
    "status": ("Trạng thái", "status"),
    "decision": ("Quyết định", "decision"),
    "author": ("Người quyết định", "who decided"),
    "reason": ("Lý do", "reason"),
    "achievement": ("Thành tích khen thưởng", "achievement"),
    "number": ("Số quyết định hoặc Năm", "number of the decision, or year"),
    "year": ("Năm", "year"),
    "group": ("Khối thi đua", "emulation group"),
    "assessed": ("Được đánh giá Chỉ số CCHC", "assessed"),
    "not_assessed": ("Không được đánh giá Chỉ số CCHC", "not assessed"),
    "channel": ("Hình thức nộp", "way of filing"),
    "level": ("Mức độ", "level"),
    "officer": ("Cán bộ xử lý", "officer"),
    "recognised": ("Kết quả công nhận", "recognition"),
    "leader": ("Lãnh đạo", "leader"),
    "initiative": ("Sáng kiến", "initiative"),
    "score_self": ("Điểm tự đánh giá", "self-assessed score"),
    "score_appraised": ("Điểm thẩm định", "appraised score"),
    "score_final": ("Điểm chính thức", "final score"),
    "score_max": ("Điểm tối đa", "greatest score"),
    "field": ("Lĩnh vực", "field"),
    "received_total": ("Tiếp nhận: tổng số, kể cả kỳ trước", "received, carried-over ones included"),
    "received_new": ("Tiếp nhận trong kỳ", "received in the period"),
    "received_online": ("Tiếp nhận trực tuyến", "filed online"),
    "received_direct": ("Tiếp nhận trực tiếp", "filed in person"),
    "received_on_software": ("Tiếp nhận trên phần mềm", "received on the software"),
    "received_off_software": ("Tiếp nhận ngoài phần mềm", "received outside the software"),
    "received_post": ("Tiếp nhận qua bưu chính", "filed by post"),
    "carried_over": ("Kỳ trước chuyển sang", "carried over"),
    "done_total": ("Đã giải quyết", "resolved"),
    "early": ("Trước hạn", "early"),
    "on_time": ("Đúng hạn", "on time"),
    "early_or_on_time": ("Trước hạn và đúng hạn", "early or on time"),
    "late": ("Quá hạn", "late"),
    "pending_total": ("Đang giải quyết", "open"),
    "pending_in_time": ("Đang giải quyết, trong hạn", "open, in time"),
    "pending_overdue": ("Đang giải quyết, quá hạn", "open, overdue"),
}
"""What a column is called in a finding (some stand for one of several columns)."""

SYSTEM_WORDS: Mapping[str, tuple[str, str]] = {
    "one_stop": ("phần mềm một cửa điện tử", "the one-stop software"),
    "public_service": ("dịch vụ công trực tuyến", "the public service system"),
    "logbook": ("sổ theo dõi ngoài phần mềm", "the logbook beside the software"),
}
"""What the systems are called."""

SOURCE_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("theo dòng tiêu đề", "by the title"),
    "sheet": ("theo tên trang", "by the sheet's name"),
    "file": ("theo tên tệp", "by the file's name"),
    "group": ("theo dòng nhóm", "by a group row"),
}
"""What named a system."""

PARTIAL_WORDS: Mapping[str, tuple[str, str]] = {
    "late_reception": ("hồ sơ chậm tiếp nhận", "dossiers received late"),
    "late": ("hồ sơ quá hạn", "late dossiers"),
    "overdue": ("hồ sơ đang giải quyết đã quá hạn", "overdue dossiers that still run"),
    "early": ("hồ sơ trước hạn", "early dossiers"),
    "on_time": ("hồ sơ đúng hạn", "dossiers in time"),
    "running": ("hồ sơ đang giải quyết", "dossiers that still run"),
    "returned": ("hồ sơ đã giải quyết", "resolved dossiers"),
    "extended": ("hồ sơ gia hạn, xin lỗi", "extended dossiers"),
    "sent_back": ("hồ sơ trả lại, rút, chờ bổ sung", "dossiers sent back or waiting"),
    "fewer": ("một phần hồ sơ mà biểu tổng hợp đã đếm", "some of the dossiers that the statistics count"),
}
"""Which dossiers a partial list holds: (Vietnamese, English)."""

NONE = ("không có", "none")
"""Said where no kind is near."""


def kind_words(kind: Kind | None) -> tuple[str, str]:
    """The words for a kind, or for none."""
    return NONE if kind is None else KIND_WORDS[kind]


def field_words(fields: Iterable[str]) -> tuple[str, str]:
    """The words for some columns, joined with commas."""
    pairs = [FIELD_WORDS.get(name, (name, name)) for name in fields]
    return ", ".join(vi for vi, _ in pairs), ", ".join(en for _, en in pairs)


_SHAPES: Mapping[str, tuple[str, str]] = {
    "date": ("ngày tháng", "dates"),
    "number": ("con số", "numbers"),
    "code": ("mã hồ sơ", "dossier codes"),
    "text": ("chữ", "words"),
}


def shape_words(shape: str) -> tuple[str, str]:
    """What cells of a shape are called."""
    return _SHAPES.get(shape, (shape, shape))
