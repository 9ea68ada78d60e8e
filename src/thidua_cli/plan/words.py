"""The closed words of a plan and what each means in Vietnamese (shown by editors, by ``plan show`` and in reports)."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.text.language import Message, t, tc

SETTINGS: Mapping[str, tuple[str, Mapping[str, Message]]] = {
    "compare": (
        "So hạn trả với ngày kết thúc theo ngày hay theo giờ.",
        {
            "day": t("Due and end are compared by calendar day."),
            "time": t("Due and end are compared by time of day."),
        },
    ),
    "end_date": (
        "Ngày nào là ngày kết thúc hồ sơ.",
        {
            "processed": t("The end is the day processing ended, else the day the result was returned."),
            "returned": t("The end is the day the result was returned."),
        },
    ),
    "no_due_date": (
        "Hồ sơ đã giải quyết nhưng không có hạn trả được tính thế nào.",
        {
            "exclude": t("Dossiers without a due date are left out of early, on time and late."),
            "on_time": t("Dossiers without a due date count as on time."),
            "undecided": t("Dossiers without a due date are undecided."),
        },
    ),
    "zero_cases": (
        "Tỷ lệ có mẫu số bằng 0 (không phát sinh) cho kết quả gì.",
        {
            "not_applicable": t("No cases: the requirement does not apply."),
            "met": t("No cases: taken as met."),
            "not_met": t("No cases: taken as not met."),
        },
    ),
    "software_evidence": (
        "Khi không có nguồn nào khác để đối chiếu tỷ lệ hồ sơ trên phần mềm.",
        {
            "finding": t("A software share that no other source covers is judged, with a finding."),
            "required": t("A software share that no other source covers is no data."),
        },
    ),
    "late_tasks": (
        "Nhiệm vụ hoàn thành sau thời hạn có tính là hoàn thành không.",
        {
            "completed": t("Tasks completed late count as completed."),
            "not_completed": t("Tasks completed late do not count as completed."),
        },
    ),
    "refused_with_result": (
        "Hồ sơ từ chối có văn bản trả lời nêu rõ lý do có xét thời hạn không.",
        {
            "timed": t("Dossiers refused with a reasoned result are resolved and timed."),
            "untimed": t("Refused dossiers are never timed."),
        },
    ),
    "extended_due_date": (
        "Ngày gia hạn có thay hạn trả ban đầu không.",
        {
            "ignore": t("An extended due date is ignored."),
            "use": t("An extended due date replaces the due date."),
        },
    ),
}
"""Setting → (what it decides, value → sentence)."""

PAR_COLUMNS: Mapping[str, Message] = {
    "final": tc("plan", "the final score"),
    "appraised": tc("plan", "the appraised score"),
    "self": tc("plan", "the self-assessed score"),
}

APPLIES_TO: Mapping[str, Message] = {
    "all": tc("plan", "every unit"),
    "assessed": tc("plan", "units that are assessed for the PAR index only"),
}

PERSON_KINDS: Mapping[str, str] = {
    "classification": "theo mức xếp loại hoàn thành nhiệm vụ",
    "dossiers": "theo hồ sơ mà người đó thụ lý",
    "initiatives": "theo sáng kiến được công nhận",
}

GROUP_ROUNDING: Mapping[str, Message] = {
    "down": tc("plan", "rounded down"),
    "up": tc("plan", "rounded up"),
    "half_up": tc("plan", "rounded up from a half"),
}

RECIPIENTS: Mapping[str, str] = {"unit": "tập thể", "individual": "cá nhân"}

DOCUMENTS: Mapping[str, str] = {
    "default": "dùng cho văn bản không có mục riêng",
    "to-trinh": "tờ trình",
    "danh-sach": "danh sách kèm theo",
    "quyet-dinh": "quyết định",
    "bien-ban": "biên bản họp Hội đồng",
    "bao-cao": "báo cáo kết quả phong trào",
    "nhan-rong": "danh mục đề xuất nhân rộng",
    "nhac-nop": "công văn đề nghị các đơn vị bổ sung số liệu",
}

SIGNATURES: Mapping[str, str] = {
    **DOCUMENTS,
    "bien-ban": "biên bản: người chủ trì",
    "bien-ban-thu-ky": "biên bản: thư ký",
}

VERDICTS: Mapping[str, str] = {
    "met": "đạt",
    "not_met": "không đạt",
    "no_data": "chưa đủ số liệu",
    "not_applicable": "không áp dụng",
}

SYSTEMS: Mapping[str, str] = {
    "one_stop": "phần mềm một cửa điện tử",
    "public_service": "cổng dịch vụ công",
    "logbook": "sổ theo dõi ngoài phần mềm",
}

STANDINGS: Mapping[str, Message] = {
    "all_met": tc("plan", "units that met all criteria first"),
    "criteria_share": tc("plan", "share of criteria met among those that apply"),
    "score": tc("plan", "score"),
}

STATUSES: Mapping[str, str] = {
    "resolved": "đã giải quyết, có kết quả",
    "refused_with_result": "từ chối giải quyết, có văn bản nêu rõ lý do",
    "withdrawn": "công dân xin rút",
    "stopped": "dừng xử lý, tạm dừng, trả lại không có kết quả",
    "processing": "đang giải quyết",
    "awaiting_supplement": "chờ bổ sung hồ sơ",
    "awaiting_payment": "chờ thực hiện nghĩa vụ tài chính",
    "not_accepted": "không tiếp nhận",
    "awaiting_receipt": "chờ tiếp nhận",
}
"""Status classes that ``vocabulary.statuses`` may teach; a test holds them equal to those of intake."""

HEADER_FIELDS: Mapping[str, tuple[str, ...]] = {
    "dossiers": tuple(
        (
            "code unit submitted received due due_extended ended returned status channel level officer procedure field"
        ).split()
    ),
    "statistics": tuple(
        (
            "unit field received_total received_new received_online received_online_full received_online_partial "
            "received_online_other received_online_low received_online_34 received_direct received_post "
            "received_one_stop received_on_software received_off_software carried_over "
            "done_total early on_time early_or_on_time "
            "late late_apologised late_not_apologised refused withdrawn "
            "pending_total pending_in_time pending_overdue paused"
        ).split()
    ),
    "units": ("unit", "group", "assessed", "not_assessed", "aliases", "code", "valid_from", "valid_to"),
    "tasks": tuple("unit task result assigned completed completed_in_time completed_late due finished".split()),
    "par_index": ("unit", "score_self", "score_appraised", "score_final", "score_max", "score", "share"),
    "initiatives": tuple("unit title author recognised decision status year effect scope rollout implementer".split()),
    "council_decisions": ("unit", "name", "decision", "author", "reason"),
    "earlier_awards": ("unit", "name", "award", "achievement", "year", "number"),
    "individuals": ("name", "position", "unit", "gender", "classification", "initiative", "leader"),
}
"""The fields of tables that ``vocabulary.headers`` may teach; a test holds them equal to ``intake.tables.FIELDS``."""
