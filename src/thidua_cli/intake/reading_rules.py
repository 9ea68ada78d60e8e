"""What decides each reading, in words: ``docs/readings.md`` and the sentences of ``check`` are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thidua_cli.text.language import Message, Param, t, tc


class Rule(NamedTuple):
    """One rule: the question it answers, and its sentence.

    Sentences are templates over the reading's parameters, of which ``example`` holds real ones.
    ``said_by`` is what says the same on the screen of ``check``: a finding of the table, or its ``heading``.
    """

    question: str
    words: Message
    example: Mapping[str, Param]
    said_by: str = ""


_SCORES = {"choice": "Điểm thẩm định", "others": "Điểm tự chấm"}

RULES: Mapping[str, Rule] = {
    "column_period": Rule(
        "column",
        t("“{choice}” is read, for its head names the plan's period; of other periods: {others}."),
        {"choice": "Năm 2021 > Điểm", "others": "Năm 2020 > Điểm"},
    ),
    "column_words": Rule(
        "column",
        t("“{choice}” is read, for its head says it most plainly; beside it: {others}."),
        {"choice": "Mã hồ sơ", "others": "Số biên nhận"},
    ),
    "column_same": Rule(
        "column",
        t("“{choice}” is read; the columns of the same meaning hold the same: {others}."),
        {"choice": "Đơn vị", "others": "Đơn vị giải quyết"},
    ),
    "column_qualifier": Rule(
        "column",
        t("“{choice}” is read: final, then appraised, goes before self-assessed; beside it: {others}."),
        _SCORES,
    ),
    "column_whole": Rule(
        "column",
        t("The whole “{choice}” is read and not its parts: {others}."),
        {"choice": "Quá hạn > Tổng số", "others": "Quá hạn > Trong đơn vị"},
    ),
    "column_sum": Rule(
        "column",
        t("“{choice}” is read, for in every row it is the sum of the others: {others}."),
        {"choice": "Trực tuyến", "others": "Trực tuyến mức độ 3; Trực tuyến mức độ 4"},
    ),
    "column_values": Rule(
        "column",
        t("“{choice}” is read, for its cells are of the kind that is asked for; beside it: {others}."),
        {"choice": "Ngày hẹn trả", "others": "Hạn trả"},
    ),
    "column_filling": Rule(
        "column",
        t("“{choice}” and {others} are read together: each row is filled in one of them."),
        {"choice": "Ngày trả kết quả", "others": "Ngày trả qua bưu chính"},
    ),
    "column_parts": Rule(
        "column",
        t("The parts “{choice}” and {others} are added up, for no column gives the whole."),
        {"choice": "Quá hạn > Do cơ quan", "others": "Quá hạn > Do công dân"},
    ),
    "column_open": Rule(
        "column",
        t("Nothing tells {others} apart: none is read."),
        {"others": "Đơn vị 1; Đơn vị 2"},
        "ambiguous_column",
    ),
    "score_of_title": Rule(
        "column",
        t("“{choice}” is “{as}”: the table's title says so."),
        {"choice": "Tổng điểm", "as": tc("column", "self-assessed score")},
    ),
    "rows_sum": Rule(
        "rows",
        t("The row “{label}” is a total: its figures are the sum of {count} neighbouring rows."),
        {"label": "Cộng Hộ tịch", "count": "3"},
    ),
    "rows_own_total": Rule(
        "rows",
        t("The row “{label}” is the unit's own total: its figures are the sum of its other {count} rows."),
        {"label": "Phường An Lộc", "count": "4"},
    ),
    "rows_details": Rule(
        "rows",
        t("The {count} rows below “{label}” are its details: they add up to it."),
        {"label": "Phường An Lộc", "count": "2"},
    ),
    "unit_groups": Rule(
        "unit",
        t("The unit is that of the group row above each row ({count} group rows)."),
        {"count": "7"},
    ),
    "unit_within_cells": Rule(
        "unit",
        t("The unit is taken from within the column “{choice}”."),
        {"choice": "Chức vụ, đơn vị công tác"},
    ),
    "unit_column_unknown": Rule(
        "unit",
        t("The column {others} holds units, but its head does not say so: the table is not used."),
        {"others": "Địa bàn"},
        "unit_column_unknown",
    ),
    "unit_label": Rule(
        "unit",
        t("The unit is “{choice}”, as a line says."),
        {"choice": "UBND phường An Lộc"},
    ),
    "unit_heading": Rule(
        "unit",
        t("The unit is “{choice}”, as the list's heading says."),
        {"choice": "phường An Lộc"},
    ),
    "unit_line": Rule(
        "unit",
        t("The unit is “{choice}”, as the line below the heading says."),
        {"choice": "Phường An Lộc"},
    ),
    "unit_sheet": Rule(
        "unit",
        t("The unit is “{choice}”, as the sheet is called."),
        {"choice": "An Lộc"},
    ),
    "unit_issuer": Rule(
        "unit",
        t("The unit is “{choice}”, which issued the list: no column holds names of units."),
        {"choice": "UBND PHƯỜNG AN LỘC"},
    ),
    "unit_file": Rule(
        "unit",
        t("The unit is “{choice}”, as the file or folder is called."),
        {"choice": "Phường An Lộc"},
    ),
    "unit_filled_down": Rule(
        "unit",
        t("The rows below “{choice}” that leave the unit out are its own: the total proves it."),
        {"choice": "Phường An Lộc"},
    ),
    "period_title": Rule(
        "period",
        t("The period is {period}, as the title says (“{text}”)."),
        {"period": tc("period", "{year}", year="2021"), "text": "(Từ ngày 01/01/2021 đến ngày 31/12/2021)"},
    ),
    "period_sheet": Rule(
        "period",
        t("The period is {period}, as the sheet is called (“{text}”)."),
        {"period": t("quarter {quarter} of {year}", quarter=tc("quarter", "1"), year="2021"), "text": "Quý I"},
    ),
    "period_file": Rule(
        "period",
        t("The period is {period}, as the file is called (“{text}”)."),
        {"period": tc("period", "{year}", year="2021"), "text": "bao-cao-2021"},
    ),
    "period_group": Rule(
        "period",
        t("The period of this section is {period}, as its group row says (“{text}”)."),
        {"period": t("quarter {quarter} of {year}", quarter=tc("quarter", "1"), year="2021"), "text": "QUÝ I"},
    ),
    "system_option": Rule(
        "system",
        t("The system is {system}, stated outright."),
        {"system": t("the logbook beside the software")},
        "heading",
    ),
    "system_named": Rule(
        "system",
        t("The system is {system}, {source}."),
        {
            "system": t("the one-stop software"),
            "source": t("by the title"),
        },
        "heading",
    ),
    "system_register": Rule(
        "system",
        t("A “sổ theo dõi” with codes of a system: taken as the one-stop software."),
        {},
    ),
    "system_unknown": Rule(
        "system",
        t("A “sổ theo dõi” without codes of a system: it cannot be told which it is."),
        {},
        "system_unknown",
    ),
    "system_assumed": Rule(
        "system",
        t("No system is named: taken as the one-stop software."),
        {},
        "system_assumed",
    ),
    "partial_named": Rule(
        "partial",
        t("The list is a part, as “{text}” says."),
        {"text": "DANH SÁCH HỒ SƠ QUÁ HẠN"},
    ),
    "identity_holds": Rule(
        "identity",
        t("Only so do the sums hold in every row: {choice}."),
        {
            "choice": t("“{head}” is “{field}”", head="Tiếp nhận > Trong kỳ", field=tc("column", "filed in person")),
        },
        "reading_chosen",
    ),
}
"""Every rule by its code; within a question in the order in which they are tried."""
