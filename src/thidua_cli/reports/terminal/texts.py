"""The screen's own words in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.reports.wording import Lang

_TEXTS: Mapping[str, tuple[str, str]] = {
    "as_of": (
        "Tính đến ngày {date}; {units} đơn vị, {groups} khối thi đua.",
        "As of {date}; {units} units, {groups} groups.",
    ),
    "group": (
        "{name}: {met}/{all} đơn vị đạt mọi tiêu chí áp dụng{quota}",
        "{name}: {met}/{all} units meet all criteria{quota}",
    ),
    "quota": ("; được xét {quota}", "; quota {quota}"),
    "rank": ("Hạng", "Rank"),
    "unit": ("Đơn vị", "Unit"),
    "score": ("Điểm", "Score"),
    "tied": ("= đồng hạng", "= shared rank"),
    "council": ("Trình Hội đồng: {reason}", "For the council: {reason}"),
    "left_out": ("Không đề nghị: {reason}", "Not proposed: {reason}"),
    "rank_by": ("Hạng theo {reason}", "Ranked by {reason}"),
    "needs": ("yêu cầu {limit}", "needs {limit}"),
    "lacks": ("thiếu {n} trường hợp", "{n} short"),
    "no_units": ("Không có đơn vị nào.", "No units."),
    "persons": ("Cá nhân: {eligible}/{all} người đủ điều kiện", "Persons: {eligible} of {all} are eligible"),
    "more": ("… và {n} trường hợp khác", "… and {n} more"),
    "proposals": ("Đề nghị khen thưởng", "Proposals"),
    "no_proposals": ("Không có tập thể, cá nhân nào được đề nghị.", "Nobody is proposed."),
    "units_proposed": ("Tập thể: {n}; tiền thưởng {money} đồng", "Units: {n}; reward {money} dong"),
    "persons_proposed": ("Cá nhân: {n}; tiền thưởng {money} đồng", "Persons: {n}; reward {money} dong"),
    "total": ("Tổng cộng: {n} trường hợp, {money} đồng", "Total: {n} cases, {money} dong"),
    "total_council": (
        "Trình Hội đồng xem xét: {n} trường hợp; tùy lựa chọn của Hội đồng, tổng tiền thưởng {range}.",
        "For the council: {n} cases; as it chooses, the reward comes to {least} to {most} dong.",
    ),
    "more_of_kind": (
        "… và {n} chỗ khác: xem danh sách cần sửa, hoặc trong xep-hang.html",
        "… and {n} more: see the list of things to mend, or xep-hang.html",
    ),
    "findings": (
        "Lưu ý: {errors} lỗi, {warnings} cảnh báo, {infos} thông tin",
        "Findings: {errors} errors, {warnings} warnings, {infos} for information",
    ),
    "no_findings": ("Lưu ý: không có", "Findings: none"),
    "times": ("{n} lần, ví dụ: ", "{n} times, for example: "),
    "more_findings": (
        "… và {n} loại lưu ý khác: xem xep-hang.html hoặc xep-hang.xlsx",
        "… and {n} more kinds: see xep-hang.html or xep-hang.xlsx",
    ),
    "own": (
        "Do thidua tự ghi ra, không đọc làm số liệu: {names}.",
        "Written by thidua itself, not read as data: {names}.",
    ),
    "fix_lists": (
        "Danh sách cần sửa, chỉ để tra cứu (sửa ô cùng địa chỉ trong tệp gốc): {names}.",
        "Lists of things to mend, for reference (mend the cells of the same address in the originals): {names}.",
    ),
    "own_more": ("{names} và {n} tệp khác", "{names} and {n} more"),
    "files": ("Kết quả nằm trong thư mục {folder}", "The results lie in {folder}"),
    "rows": ("{n} dòng", "{n} rows"),
    "header": ("tiêu đề {range}", "header {range}"),
    "columns": ("cột", "columns"),
    "unused_columns": ("cột không đọc", "columns not read"),
    "only": ("chỉ gồm {which}", "only {which}"),
    "other_rows": ("dòng khác", "other rows"),
    "row_total": ("dòng cộng", "totals"),
    "row_group": ("dòng nhóm, chi tiết", "groups, details"),
    "row_index": ("dòng số thứ tự cột", "index row"),
    "row_header": ("tiêu đề lặp lại", "repeated headers"),
    "row_note": ("ghi chú, chữ ký", "notes, signatures"),
    "unrecognised": ("không nhận ra bảng nào", "no known table"),
    "nothing_read": ("không có trang nào", "no sheets"),
    "general": ("Chung cho mọi tệp", "For all files"),
    "sheet": ("Trang {sheet}", "Sheet {sheet}"),
    "check_title": ("Đã đọc {files} tệp, nhận ra {tables} bảng.", "Read {files} files, {tables} tables."),
    "cells_one": ("ô {names}", "cell {names}"),
    "cells_many": ("ô {names}", "cells {names}"),
    "more_cells": (" và {n} ô khác", " and {n} more cells"),
    "units_one": ("{names}", "{names}"),
    "units_many": ("{names}", "{names}"),
    "more_units": (" và {n} đơn vị khác", " and {n} more units"),
    "more_readings": ("… và {n} chỗ khác cũng vậy", "… and {n} more of the same kind"),
    "more_alike": ("… và {n} lưu ý khác cùng loại", "… and {n} more of this kind"),
}

FILE_WORDS: Mapping[str, tuple[str, str]] = {
    "result.json": ("toàn bộ kết quả, cho máy đọc", "the whole result, for programs"),
    "tong-hop.json": ("xếp hạng chung, cho máy đọc", "the combined standing, for programs"),
    "tong-hop.html": ("trang xếp hạng chung, bấm tới từng phần", "the combined page, with links to each part"),
    "tong-hop.xlsx": ("sổ xếp hạng chung", "the combined workbook"),
    "xep-hang.html": ("trang để xem, bấm tới từng hồ sơ", "the page to look at"),
    "xep-hang.xlsx": ("sổ để kiểm tra bằng Excel", "the workbook to check in Excel"),
    "to-trinh.docx": ("tờ trình", "submission to the chairman"),
    "danh-sach.docx": ("danh sách đề nghị khen thưởng", "lists of those proposed"),
    "quyet-dinh.docx": ("dự thảo quyết định", "draft decision"),
    "bien-ban.docx": ("dự thảo biên bản họp Hội đồng", "draft minutes of the council"),
    "bao-cao.docx": ("báo cáo kết quả phong trào", "report on the results"),
    "nhan-rong.docx": ("danh mục mô hình đề xuất nhân rộng", "models for rollout"),
}
"""What each file of the results is."""


def say(key: str, lang: Lang, **values: object) -> str:
    """One text of the screen, with its values."""
    text = _TEXTS[key][1 if lang == "en" else 0]
    return text.format(**values)
