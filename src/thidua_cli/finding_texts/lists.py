"""Words of findings about tasks, the index, initiatives, persons and the council's sheets."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text
from thidua_cli.text.language import t, tc

TITLE = t("Tasks, PAR index, initiatives, individuals, council")

TEXTS: Mapping[str, Text] = {
    "recognition_pending": Text(
        "warning",
        t("The initiative is not decided yet (“{value}”): so far it counts as not recognised."),
        t("When it is decided, write “Công nhận” or “Không công nhận” and judge again."),
        {"value": "Đang xét"},
    ),
    "unknown_answer": Text(
        "error",
        t("The value “{value}” in column “{column}” is not understood."),
        t("This column accepts: {accepted}."),
        {
            "value": "Đang xem xét",
            "column": "Kết quả thực hiện",
            "accepted": "“Hoàn thành”, “Chưa hoàn thành”",
        },
        Instead(
            "value",
            EMPTY,
            t("Column “{column}” is left empty."),
            t("This column accepts: {accepted}."),
        ),
    ),
    "duplicate_row": Text(
        "warning",
        t(
            "{count:row|rows} ({kind}, for example “{name}”) stand elsewhere too: each counts once, by its latest state."
        ),
        t(
            "Delete the repeated rows. If each is a different {kind}, make the names differ; where two rows disagree and neither is later, nothing is decided."
        ),
        {"count": 2, "kind": tc("row", "task"), "name": "Rà soát thủ tục hành chính"},
    ),
    "task_not_applicable": Text(
        "warning",
        t("{count:task is|tasks are} said not to apply (for example “{name}”): not counted as assigned."),
        t("Check whether the plan assigns it to the unit; if so, write Hoàn thành or Chưa hoàn thành."),
        {"count": 1, "name": "Rà soát thủ tục hành chính"},
    ),
    "unclear_position": Text(
        "warning",
        t("Whether the position “{value}” leads a unit is not clear ({count:person|persons})."),
        t("Write the position in full (for example “Phó Trưởng phòng”), or add a column “Lãnh đạo” with Có/Không."),
        {"value": "Phụ trách công tác", "count": 1},
        Instead(
            "value",
            EMPTY,
            t("{count:person has|persons have} no position: whether they lead a unit is not clear."),
            t("Write the position, or add a column “Lãnh đạo” with Có/Không."),
        ),
    ),
    "classification_of_another_year": Text(
        "warning",
        t("The classification “{value}” is not of {year}: it is used for now."),
        t("Enter the classification of {year}."),
        {"value": "Hoàn thành tốt nhiệm vụ năm 2020", "year": "2021"},
    ),
    "earlier_award_unclear": Text(
        "warning",
        t(
            "The earlier award “{value}” ({said}) does not say for which year; it may be for {year}: put before the council."
        ),
        t("Write the year of the achievement into its text, for example “… năm {year}”."),
        {"value": "Phong trào thi đua cải cách hành chính", "said": "2022", "year": "2021"},
    ),
    "impossible_count": Text(
        "error",
        t("{part_name} ({part}) exceed {whole_name} ({whole}): these figures are not used."),
        t("Check both figures of this unit."),
        {
            "part": 12,
            "whole": 10,
            "part_name": t("Tasks completed"),
            "whole_name": t("tasks assigned"),
        },
    ),
    "self_score_used": Text(
        "warning",
        t("The PAR index has only a self-assessed score ({score}): it is used for now."),
        t("Add the appraised score."),
        {"score": "82,5"},
    ),
    "index_rescaled": Text(
        "warning",
        t("A score of {score} out of {most} is taken as {value} of 100."),
        t("If the score is out of 100 already, take the column or the words about the maximum away."),
        {"score": "52", "most": "65", "value": "80,00"},
    ),
    "index_scale_unclear": Text(
        "error",
        t(
            "The score {score} does not agree with the share {share}% beside it ({count:row|rows}): its scale is not known, it is not used."
        ),
        t("Write the maximum into a column “Điểm tối đa”, or keep only the index out of 100."),
        {"score": "56,5", "share": "86,92", "count": 3},
    ),
    "ambiguous_person": Text(
        "error",
        t("{count} persons are named “{name}” in one unit: whose dossiers and initiatives these are cannot be told."),
        t("Add something that tells them apart to the name in the tables."),
        {"count": 2, "name": "Lê Thị Hòa"},
    ),
    "unmatched_decision": Text(
        "error",
        t("The council's decision about “{name}” ({reason}) means no unit or person put forward: it is not applied."),
        t("Write the unit as in the register and the person as in the list of persons."),
        {"name": "Lê Văn Sáu", "reason": "thành tích đột xuất"},
    ),
    "unclear_decision": Text(
        "error",
        t("The council's decision “{value}” is not clear, or lacks author or reason: it is not applied."),
        t("Write it clearly, with author and reason. This column accepts: {accepted}."),
        {
            "value": "Xem lại",
            "accepted": "“Đưa vào”, “Loại”, “Giữ nguyên”",
        },
        Instead(
            "value",
            EMPTY,
            t("A row of the council's decisions holds no decision: it is not applied."),
            t("Write it clearly, with author and reason. This column accepts: {accepted}."),
        ),
    ),
}
