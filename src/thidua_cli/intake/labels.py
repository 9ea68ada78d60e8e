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
}
"""What a column is called in a finding (some stand for one of several columns)."""

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
