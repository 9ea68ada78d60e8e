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
        "Cột này nhận: {accepted_vi}.",
        "This column accepts: {accepted_en}.",
        {
            "value": "Đang xem xét",
            "column": "Kết quả thực hiện",
            "accepted_vi": "“Hoàn thành”, “Chưa hoàn thành”",
            "accepted_en": "“Hoàn thành”, “Chưa hoàn thành”",
        },
        Instead(
            "value",
            EMPTY,
            "Cột “{column}” để trống.",
            "Column “{column}” is left empty.",
            "Cột này nhận: {accepted_vi}.",
            "This column accepts: {accepted_en}.",
        ),
    ),
    "duplicate_row": Text(
        "warning",
        "{count} dòng {kind_vi} (ví dụ “{name}”) đã có ở dòng khác: mỗi {kind_vi} chỉ tính một lần, theo lần ghi sau cùng.",
        "{count:row|rows} ({kind_en}, for example “{name}”) stand elsewhere too: each counts once, by its latest state.",
        "Xóa dòng trùng. Nếu là hai {kind_vi} khác nhau, ghi tên cho khác nhau; nếu hai dòng ghi khác nhau mà không rõ dòng nào sau thì chưa kết luận được.",
        "Delete the repeated rows. If they are different, make the names differ; where two rows disagree and neither is later, nothing is decided.",
        {"count": 2, "kind_vi": "nhiệm vụ", "kind_en": "task", "name": "Rà soát thủ tục hành chính"},
    ),
    "task_not_applicable": Text(
        "warning",
        "{count} nhiệm vụ ghi không áp dụng hoặc không phát sinh (ví dụ “{name}”): không tính là nhiệm vụ được giao.",
        "{count:task is|tasks are} said not to apply (for example “{name}”): not counted as assigned.",
        "Kiểm tra xem kế hoạch có giao nhiệm vụ này cho đơn vị không; nếu có, ghi Hoàn thành hoặc Chưa hoàn thành.",
        "Check whether the plan assigns it to the unit; if so, write Hoàn thành or Chưa hoàn thành.",
        {"count": 1, "name": "Rà soát thủ tục hành chính"},
    ),
    "unclear_position": Text(
        "warning",
        "Chưa rõ chức vụ “{value}” có phải lãnh đạo hay không ({count} người).",
        "Whether the position “{value}” leads a unit is not clear ({count:person|persons}).",
        "Ghi đủ chức vụ (ví dụ “Phó Trưởng phòng”, “Công chức Tư pháp - Hộ tịch”), hoặc thêm cột “Lãnh đạo” với Có/Không.",
        "Write the position in full (for example “Phó Trưởng phòng”), or add a column “Lãnh đạo” with Có/Không.",
        {"value": "Phụ trách công tác", "count": 1},
        Instead(
            "value",
            EMPTY,
            "{count} người không ghi chức vụ: chưa rõ có phải lãnh đạo hay không.",
            "{count:person has|persons have} no position: whether they lead a unit is not clear.",
            "Ghi chức vụ, hoặc thêm cột “Lãnh đạo” với Có/Không.",
            "Write the position, or add a column “Lãnh đạo” with Có/Không.",
        ),
    ),
    "classification_of_another_year": Text(
        "warning",
        "Mức xếp loại “{value}” không phải của năm {year}: tạm dùng.",
        "The classification “{value}” is not of {year}: it is used for now.",
        "Ghi mức xếp loại của năm {year}.",
        "Enter the classification of {year}.",
        {"value": "Hoàn thành tốt nhiệm vụ năm 2020", "year": "2021"},
    ),
    "earlier_award_unclear": Text(
        "warning",
        "Khen thưởng đã có “{value}” ({said}) không ghi năm của thành tích, có thể là của năm {year}: trình Hội đồng xem xét.",
        "The earlier award “{value}” ({said}) does not say for which year; it may be for {year}: put before the council.",
        "Ghi năm của thành tích vào nội dung khen thưởng, ví dụ “… năm {year}”.",
        "Write the year of the achievement into its text, for example “… năm {year}”.",
        {"value": "Phong trào thi đua cải cách hành chính", "said": "2022", "year": "2021"},
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
    "index_rescaled": Text(
        "warning",
        "Điểm {score} trên thang {most}: quy về thang 100 là {value}.",
        "A score of {score} out of {most} is taken as {value} of 100.",
        "Nếu điểm đã theo thang 100, bỏ cột hoặc chữ ghi điểm tối đa.",
        "If the score is out of 100 already, take the column or the words about the maximum away.",
        {"score": "52", "most": "65", "value": "80,00"},
    ),
    "index_scale_unclear": Text(
        "error",
        "Điểm {score} không khớp tỷ lệ {share}% ghi bên cạnh ({count} dòng): không rõ điểm theo thang nào, không dùng.",
        "The score {score} does not agree with the share {share}% beside it ({count:row|rows}): its scale is not known, it is not used.",
        "Ghi điểm tối đa vào một cột “Điểm tối đa”, hoặc chỉ giữ cột Chỉ số theo thang 100.",
        "Write the maximum into a column “Điểm tối đa”, or keep only the index out of 100.",
        {"score": "56,5", "share": "86,92", "count": 3},
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
        "Ghi rõ, kèm người quyết định và lý do. Cột này nhận: {accepted_vi}.",
        "Write it clearly, with author and reason. This column accepts: {accepted_en}.",
        {
            "value": "Xem lại",
            "accepted_vi": "“Đưa vào”, “Loại”, “Giữ nguyên”",
            "accepted_en": "“Đưa vào”, “Loại”, “Giữ nguyên”",
        },
        Instead(
            "value",
            EMPTY,
            "Dòng quyết định của Hội đồng không ghi quyết định: chưa áp dụng.",
            "A row of the council's decisions holds no decision: it is not applied.",
            "Ghi rõ, kèm người quyết định và lý do. Cột này nhận: {accepted_vi}.",
            "Write it clearly, with author and reason. This column accepts: {accepted_en}.",
        ),
    ),
}
