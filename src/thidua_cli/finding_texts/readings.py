"""Words of findings about how a table was read: where it lets itself be read in two ways (contract, section 2.1)."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Instead, Text
from thidua_cli.text.language import joined, t, tc

TITLE = t("How tables were read")

TEXTS: Mapping[str, Text] = {
    "row_left_out": Text(
        "error",
        t(
            "{count:row|rows} with figures not counted, since it is not clear what they are ({why}): what rests on them is undecided."
        ),
        t("Say at the head of the row whether it is a unit, a total (Cộng, Tổng cộng) or a group."),
        {"count": 2, "why": t("initiatives of {named}", named="2019")},
    ),
    "ambiguous_column": Text(
        "error",
        t("{number:column|columns} may be “{column}” ({heads}): none is chosen."),
        t("Delete the columns that are not meant, or say the year, the period or the kind of figure in their heads."),
        {"number": 2, "column": tc("column", "unit"), "heads": "Đơn vị 1; Đơn vị 2"},
    ),
    "unit_column_unknown": Text(
        "error",
        t("The column “{head}” holds names of units, but its head does not say what it is: the table is not used."),
        t("Change the head to “Đơn vị”, or say what the column is."),
        {"head": "Địa bàn"},
    ),
    "other_period": Text(
        "error",
        t("These figures are of {period}, not of {wanted}: they are no evidence."),
        t(
            "Export the figures of {wanted}; if these are the ones meant, put criteria.yaml of their year beside the "
            "data."
        ),
        {"period": tc("period", "{year}", year="2020"), "wanted": tc("period", "{year}", year="2021")},
    ),
    "period_conflict": Text(
        "error",
        t("The periods {periods} do not make up exactly {wanted}: nothing is added up, none is chosen."),
        t(
            "Hand in periods that follow each other without gap (two halves, four quarters, twelve months), or one of the year."
        ),
        {
            "periods": joined(
                (
                    t("quarter {quarter} of {year}", quarter=quarter, year="2021")
                    for quarter in (tc("quarter", "1"), tc("quarter", "3"))
                ),
                "; ",
            ),
            "wanted": tc("period", "{year}", year="2021"),
        },
    ),
    "period_sums": Text(
        "warning",
        t("The report of the whole period is not the sum of those of its parts ({values}): that of the whole is used."),
        t("Check the report of the whole period and those of its quarters or months; hand in again what is wrong."),
        {"values": "160; 360"},
    ),
    "periods_missing": Text(
        "warning",
        t(
            "The lists of dossiers name only {periods}, without a year: each dossier counts by its dates, the rest of {wanted} is taken as without cases."
        ),
        t("Hand in the lists of the other months, or say the year in the title."),
        {
            "periods": t("month {month} of {year}", month=3, year="2021"),
            "wanted": tc("period", "{year}", year="2021"),
        },
    ),
    "partial_list": Text(
        "warning",
        t("This list holds only {which}: it is never a denominator."),
        t("Hand in the whole list as well, or the statistics of the period."),
        {"which": t("late dossiers")},
    ),
    "unit_of_file": Text(
        "warning",
        t("The table does not say whose figures it holds: “{name}” is taken from the name of the file or folder."),
        t("Write the unit into a title line (“Đơn vị báo cáo: …”)."),
        {"name": "phường An Lộc"},
    ),
    "reading_chosen": Text(
        "warning",
        t("The table can be read in two ways; taken: {choice}, for {why}."),
        t("If that is wrong, make the heads plain and run again."),
        {
            "choice": t("“{head}” is “{field}”", head="Trong kỳ", field=tc("column", "filed in person")),
            "why": t("only so do the sums hold in every row"),
        },
    ),
    "empty_table": Text(
        "warning",
        t("The table ({kind}) has a header and no row: taken as not filled in yet."),
        t("Fill it in, or write “Không có” if there is nothing to report."),
        {"kind": t("initiatives")},
    ),
    "nothing_reported": Text(
        "info",
        t("The table ({kind}) says that there is nothing to report."),
        t("If there is something after all, write it in instead of “Không có”."),
        {"kind": t("the lists of dossiers")},
    ),
    "code_damaged": Text(
        "error",
        t(
            "{count:dossier code has|dossier codes have} lost digits (Excel keeps 15): duplicates cannot be told by them."
        ),
        t("Export again with the codes as text."),
        {"count": 6},
    ),
    "own_output": Text(
        "info",
        t("Written by the program itself: not read as data."),
        t("Nothing need be done."),
        {},
        Instead(
            "kind",
            "fix-list",
            t("A list of things to mend that the program wrote: not read as data, for its rows stand in the original."),
            t("If you mended a cell here, mend the cell of the same address in the original and run again."),
        ),
    ),
    "system_unknown": Text(
        "error",
        t(
            "This “sổ theo dõi” has no codes of a system: it may be a register of the one-stop software or one beside it."
        ),
        t("Say in the table's title lines whether it is of the one-stop software or beside it."),
        {"file": "so-theo-doi.xlsx"},
    ),
    "system_both_named": Text(
        "warning",
        t("The title names both the one-stop software and the public service system: taken as the one-stop software."),
        t("If that is wrong, leave the name of one system in the table's title lines."),
        {"file": "ho-so.xlsx"},
    ),
    "struck_through": Text(
        "warning",
        t("{count:row is|rows are} struck through and read all the same."),
        t("If they are meant as deleted, delete them and run again."),
        {"count": 3},
    ),
}
