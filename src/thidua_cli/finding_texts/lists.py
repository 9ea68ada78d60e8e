"""Words of findings about tasks, the index, initiatives, persons and the council's sheets."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text

TITLE = (
    "Nhiệm vụ, Chỉ số CCHC, sáng kiến, cá nhân, Hội đồng",
    "Tasks, PAR index, initiatives, individuals, council",
)

TEXTS: Mapping[str, Text] = {
    "unknown_answer": Text(
        "error",
        "Không hiểu giá trị “{value}” trong cột “{column}”.",
        "The value “{value}” in column “{column}” is not understood.",
        "Ghi theo các giá trị quen dùng, ví dụ Có/Không, Hoàn thành/Chưa hoàn thành, Công nhận/Không công nhận.",
        "Use the usual words, for example Có/Không, Hoàn thành/Chưa hoàn thành, Công nhận/Không công nhận.",
        {"value": "Đang xem xét", "column": "Kết quả thực hiện"},
        Instead(
            "value",
            EMPTY,
            "Cột “{column}” để trống.",
            "Column “{column}” is left empty.",
            "Ghi theo các giá trị quen dùng, ví dụ Có/Không, Hoàn thành/Chưa hoàn thành, Công nhận/Không công nhận.",
            "Use the usual words, for example Có/Không, Hoàn thành/Chưa hoàn thành, Công nhận/Không công nhận.",
        ),
    ),
    "impossible_count": Text(
        "error",
        "{part_vi} ({part}) lớn hơn {whole_vi} ({whole}): không dùng số liệu này.",
        "{part_en} ({part}) exceed {whole_en} ({whole}): these figures are not used.",
        "Kiểm tra lại hai số của đơn vị này.",
        "Check both figures of this unit.",
        {
            "part": 12,
            "whole": 10,
            "part_vi": "Số nhiệm vụ hoàn thành",
            "whole_vi": "số nhiệm vụ được giao",
            "part_en": "Tasks completed",
            "whole_en": "tasks assigned",
        },
    ),
    "self_score_used": Text(
        "warning",
        "Chỉ số CCHC chỉ có điểm tự đánh giá ({score}): tạm dùng điểm này.",
        "The PAR index has only a self-assessed score ({score}): it is used for now.",
        "Bổ sung điểm thẩm định.",
        "Add the appraised score.",
        {"score": "82,5"},
    ),
    "ambiguous_person": Text(
        "error",
        "Có {count} người tên “{name}” trong cùng đơn vị: không xác định được hồ sơ, sáng kiến là của ai.",
        "{count} persons are named “{name}” in one unit: whose dossiers and initiatives these are cannot be told.",
        "Ghi thêm chức vụ hoặc mã số vào tên ở các bảng để phân biệt.",
        "Add something that tells them apart to the name in the tables.",
        {"count": 2, "name": "Lê Thị Hòa"},
    ),
    "unmatched_decision": Text(
        "error",
        "Quyết định của Hội đồng đối với “{name}” ({reason}) không khớp đơn vị hay cá nhân nào được xét: chưa áp dụng.",
        "The council's decision about “{name}” ({reason}) means no unit or person put forward: it is not applied.",
        "Ghi tên đơn vị như trong danh mục, họ tên như trong danh sách cá nhân.",
        "Write the unit as in the register and the person as in the list of persons.",
        {"name": "Lê Văn Sáu", "reason": "thành tích đột xuất"},
    ),
    "unclear_decision": Text(
        "error",
        "Quyết định của Hội đồng “{value}” chưa rõ, hoặc thiếu người quyết định hay lý do: chưa áp dụng.",
        "The council's decision “{value}” is not clear, or lacks author or reason: it is not applied.",
        "Ghi “Đưa vào” hoặc “Loại”, kèm người quyết định và lý do.",
        "Write “Đưa vào” or “Loại”, with author and reason.",
        {"value": "Xem lại"},
        Instead(
            "value",
            EMPTY,
            "Dòng quyết định của Hội đồng không ghi quyết định: chưa áp dụng.",
            "A row of the council's decisions holds no decision: it is not applied.",
            "Ghi “Đưa vào” hoặc “Loại”, kèm người quyết định và lý do.",
            "Write “Đưa vào” or “Loại”, with author and reason.",
        ),
    ),
}
