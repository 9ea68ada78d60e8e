"""Words of findings about figures: sums, totals, shares, and statistics against lists."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Text
from thidua_cli.text.language import t, tc

TITLE = t("Figures in forms")

TEXTS: Mapping[str, Text] = {
    "unreadable_number": Text(
        "error",
        t("Unreadable number “{value}” in column “{column}”."),
        t("Enter the number again, without words."),
        {"value": "12 hồ sơ?", "column": "D"},
    ),
    "sum_mismatch": Text(
        "error",
        t("Column {left} says {stated} but {right} is {computed} (difference {difference})."),
        t("Check the figures of this row."),
        {"left": "C “Tổng số”", "right": "D + E + F", "stated": 100, "computed": 97, "difference": "+3"},
    ),
    "balance_mismatch": Text(
        "warning",
        t(
            "Column {left} says {stated} but {right} is {computed} (difference {difference}): received does not match resolved and open."
        ),
        t("Look at withdrawn, refused and waiting dossiers: the system may leave them out on one side."),
        {"left": "C “Tổng số”", "right": "G + K", "stated": 100, "computed": 98, "difference": "+2"},
    ),
    "total_mismatch": Text(
        "error",
        t(
            "The total row says {stated} in column “{column}” but the rows add up to {computed} (difference {difference})."
        ),
        t("Look for a missing, surplus or mistyped row."),
        {"column": "Quá hạn", "stated": 12, "computed": 11, "difference": "+1"},
    ),
    "percent_mismatch": Text(
        "warning",
        t(
            "Column “{column}” says {stated} but the counts give {top}/{base} = {computed}%: the printed share is not used."
        ),
        t("Check the figures of this row."),
        {"column": "Tỷ lệ (%)", "stated": "100%", "top": 98, "base": 100, "computed": "98,00"},
    ),
    "statistics_disagree": Text(
        "warning",
        t("The statistics say {stated} {measure} but the list of dossiers gives {computed}: the dossiers rule."),
        t("Compare the statistics with the list of dossiers."),
        {"stated": 41, "measure": tc("dossiers", "early"), "computed": 40},
    ),
}
