"""Words of findings about dossiers: codes, dates, statuses, levels, channels, and the systems that they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text
from thidua_cli.text.language import t

TITLE = t("Lists of dossiers")

TEXTS: Mapping[str, Text] = {
    "unknown_status": Text(
        "error",
        t("Unknown status “{value}” ({count:dossier|dossiers}): whether resolved or not cannot be told."),
        t(
            "Write “Đang xử lý”, “Chờ bổ sung”, “Đã giải quyết”, “Đã trả kết quả”, “Không tiếp nhận” or “Rút hồ sơ”; if it "
            "is a word of the software's own, say what it means."
        ),
        {"value": "Chuyển liên thông", "count": 7},
        Instead(
            "value",
            EMPTY,
            t("No status is written ({count:dossier|dossiers}): whether resolved or not cannot be told."),
            t("Add the status in the system and export again."),
        ),
    ),
    "unreadable_date": Text(
        "error",
        t("Unreadable date “{value}” in column “{column}” ({count:cell|cells})."),
        t("Enter it again as day/month/year: two digits, two digits, four digits."),
        {"value": "31/02/2021", "column": "Ngày hẹn trả", "count": 1},
    ),
    "ambiguous_date": Text(
        "warning",
        t("Column “{column}”: day and month may be swapped in {count:date|dates} ({outcome})."),
        t(
            "Excel may have changed them on opening: export again with dates as text, or check each against the dossier code."
        ),
        {
            "column": "Ngày tiếp nhận",
            "count": 9,
            "outcome": t("{settled} settled by the dossier code, {open_rows} not settled", settled=7, open_rows=2),
        },
    ),
    "missing_due_date": Text(
        "warning",
        t("Resolved without a due date ({count:dossier|dossiers}): counted neither early, on time nor late."),
        t("Add the due date in the system and export again."),
        {"count": 4},
    ),
    "missing_end_date": Text(
        "error",
        t("Resolved but without an end date ({count:dossier|dossiers}): on time or late cannot be told."),
        t("Add the day processing ended or the result was returned."),
        {"count": 2},
    ),
    "missing_received_date": Text(
        "error",
        t("No date received ({count:dossier|dossiers}): whether within the period cannot be told."),
        t("Add the date received."),
        {"count": 2},
    ),
    "end_before_received": Text(
        "error",
        t("Ended before being received ({count:dossier|dossiers}, for example {code})."),
        t("Check both dates in the system."),
        {"count": 1, "code": "000.01.41.H20-210301-0007"},
    ),
    "due_before_received": Text(
        "error",
        t("Due before being received ({count:dossier|dossiers}, for example {code}): on time or late is not known."),
        t("Check both dates in the system."),
        {"count": 1, "code": "000.01.41.H20-210301-0007"},
    ),
    "code_date_mismatch": Text(
        "warning",
        t(
            "The date in the dossier code is more than {days} days from the date received ({count:dossier|dossiers}, for example {code})."
        ),
        t("Check the date received in the system; day and month may be swapped."),
        {"days": 7, "count": 2, "code": "000.01.41.H20-210301-0007"},
    ),
    "missing_code": Text(
        "warning",
        t("No dossier code ({count:row|rows}): matching with the other systems is not possible."),
        t("Add the dossier code."),
        {"count": 3},
    ),
    "duplicate_dossier": Text(
        "warning",
        t(
            "Dossier {code} has {count} rows in one system: the row with the latest end counts ({kept}), this one does not."
        ),
        t("Check the dossier in the system and delete the surplus row."),
        {
            "code": "000.01.41.H20-210301-0007",
            "count": 2,
            "kept": t("ended {moment}", moment="09/03/2021"),
        },
    ),
    "more_duplicates": Text(
        "warning",
        t("{count:more row|more rows} of this table with a repeated dossier code, treated in the same way."),
        t("Make the list of things to mend to see them coloured."),
        {"count": 150},
    ),
    "unknown_level": Text(
        "error",
        t("Unknown service level “{value}” ({count:dossier|dossiers})."),
        t("Write 1, 2, 3, 4, “Một phần” or “Toàn trình”."),
        {"value": "Mức độ 7", "count": 1},
    ),
    "unknown_channel": Text(
        "error",
        t("Unknown filing channel “{value}” ({count:dossier|dossiers})."),
        t("Write “Trực tuyến”, “Trực tiếp” or “Bưu chính công ích”."),
        {"value": "Kênh 9", "count": 5},
    ),
    "level_contradiction": Text(
        "warning",
        t("The service level is contradictory in {count:dossier|dossiers} (for example {code}): {detail}."),
        t("Check the level in the public service system."),
        {
            "count": 2,
            "code": "000.01.41.H20-210301-0007",
            "detail": t("filed online but said to be of level 1 or 2, not counted as level 3 or 4"),
        },
    ),
    "not_on_software": Text(
        "warning",
        t("{count:dossier|dossiers} received in the period not found in the one-stop software."),
        t("Enter them in the one-stop software, or check the dossier codes."),
        {"count": 6},
    ),
    "software_share_unverified": Text(
        "warning",
        t("No other source covers this unit: its share on the software is not verified."),
        t("Add the list of the public service system or the logbook."),
        {},
    ),
    "systems_not_merged": Text(
        "warning",
        t(
            "The one-stop software gives only statistics of the unit while another system lists its dossiers: they cannot be matched."
        ),
        t("Export the list of dossiers from the one-stop software."),
        {},
    ),
    "own_number_again": Text(
        "warning",
        t(
            "{count:row bears|rows bear} a number that the same unit gave under another day of receipt: taken for different dossiers."
        ),
        t("Right if the book begins at 1 again; if it is one dossier, correct the date received."),
        {"count": 4},
    ),
    "code_in_two_units": Text(
        "error",
        t(
            "{count:row bears|rows bear} a dossier code that stands under another unit too (for example {code}: {unit} and {other}): whose dossier it is cannot be told."
        ),
        t("Correct the unit or the code where it is wrong."),
        {"count": 1, "code": "000.01.41.H20-210301-0007", "unit": "Phường An Lộc", "other": "Phường An Thạnh"},
    ),
    "portal_names_other_unit": Text(
        "warning",
        t(
            "{count:row of the portal names|rows of the portal name} another unit than the one-stop software (for example {code}: {unit}, there {other}): the one-stop software rules."
        ),
        t("Check in both systems which unit handles the dossier."),
        {"count": 2, "code": "000.01.41.H20-210301-0007", "unit": "Phường An Thạnh", "other": "Phường An Lộc"},
    ),
    "status_contradicts_end": Text(
        "error",
        t(
            "The status says that the dossier is still open, yet it has an end date ({count:dossier|dossiers}, for example {code}): undecided."
        ),
        t("Update the status, or delete the end date if it is not done."),
        {"count": 2, "code": "000.01.41.H20-210301-0007"},
    ),
    "portal_says_direct": Text(
        "warning",
        t(
            "{count:dossier|dossiers} in the portal's list said by it to be filed in person or by post (for example {code}): not counted as filed online."
        ),
        t("Check in the portal how they were filed."),
        {"count": 6, "code": "000.01.41.H20-210301-0007"},
    ),
    "blank_channel": Text(
        "error",
        t(
            "{count:dossier does|dossiers do} not say how it was filed (empty cell, or no such column): online or not cannot be told."
        ),
        t("Write “Trực tuyến”, “Trực tiếp” or “Bưu chính công ích”, or add the portal's list."),
        {"count": 6},
    ),
}
