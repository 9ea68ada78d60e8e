"""Words of findings about whole files and how they were read."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import Text
from thidua_cli.text.language import t

TITLE = t("Files")

TEXTS: Mapping[str, Text] = {
    "skipped_unreadable": Text(
        "error",
        t("The file cannot be read and is left out as asked: {reason}"),
        t("{remedy}"),
        {
            "reason": t("“so-lieu.xlsx” has a password."),
            "remedy": t("Open it in Excel, remove the password, save."),
        },
    ),
    "duplicate_input": Text(
        "warning",
        t("This file is identical to “{other}”: it is read once."),
        t("Remove the copy from the folder."),
        {"other": "mot-cua.xlsx"},
    ),
    "not_a_table_file": Text(
        "info",
        t("Not a table file: left alone."),
        t("Nothing to do if it holds no data."),
        {},
    ),
    "second_reader_used": Text(
        "info",
        t("The main reader cannot read this file; the second reader did."),
        t("If data seem to be missing, open the file in Excel, save it, run again."),
        {},
    ),
    "legacy_encoding": Text(
        "info",
        t("The text in columns {columns} is in the old encoding {encoding}: it was converted to Unicode."),
        t("Compare a few names with the original; better keep the file in Unicode."),
        {"columns": "B, C", "encoding": "TCVN3 (ABC)"},
    ),
}
