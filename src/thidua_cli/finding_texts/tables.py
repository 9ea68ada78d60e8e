"""Words of findings about sheets, headers and columns."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Instead, Text
from thidua_cli.text.language import t, tc

TITLE = t("Sheets, tables and columns")

TEXTS: Mapping[str, Text] = {
    "missing_column": Text(
        "error",
        t("This sheet ({kind}) lacks the column {column}: it is not used."),
        t("Export again with this column; if it has another name, say that name."),
        {
            "kind": t("list of dossiers"),
            "column": tc("column", "due date"),
        },
    ),
    "shifted_columns": Text(
        "error",
        t("Column “{column}” holds {seen}: the cells are shifted against the header, the table is not used."),
        t("Export again, or put every column under its own head."),
        {"column": "Trạng thái", "seen": t("dates")},
    ),
    "shifted_row": Text(
        "error",
        t(
            "{count:row is|rows are} shifted (more or fewer cells than the header, or values that fit only when moved by a column): not read; what rests on them is undecided."
        ),
        t("Put every value under its own head; in a CSV file put cells that hold the delimiter in quotation marks."),
        {"count": 2},
    ),
    "formula_without_value": Text(
        "error",
        t("Formulas without a stored value ({count:cell|cells}): there is nothing to read."),
        t("Open the file in Excel, save it, run again."),
        {"count": 12},
    ),
    "unrecognised_sheet": Text(
        "warning",
        t("No known table on this sheet (nearest: {nearest}, but it lacks: {missing})."),
        t("If the sheet holds data that is needed, correct its header words or say which column is what."),
        {
            "nearest": t("list of dossiers"),
            "missing": tc("column", "dossier code"),
        },
        Instead(
            "nearest",
            "",
            t("No known table on this sheet: there is no {missing}."),
            t("If the sheet holds data that is needed, put a header row above it; if not, nothing need be done."),
        ),
    ),
    "known_but_unused": Text(
        "warning",
        t("This sheet seems to be {what}: it is not used, for {why}."),
        t(
            "If so, nothing need be done; if the sheet holds data that is needed, export the statistics or the dossiers of the period."
        ),
        {
            "what": t("a table of scores or ranks"),
            "why": t("it holds points and ranks: neither counts of dossiers nor the PAR index"),
        },
    ),
    "hidden_data": Text(
        "info",
        t("{what} hidden but read all the same."),
        t("If hidden parts should not count, delete them and run again."),
        {"what": t("{count:row is|rows are}", count=12)},
    ),
    "system_assumed": Text(
        "info",
        t("Neither title, sheet name nor file name says which system this is: taken as the one-stop software."),
        t("If that is wrong, name the system in the table's title lines."),
        {"file": "ho-so.xlsx"},
    ),
}
