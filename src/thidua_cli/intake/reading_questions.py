"""What is asked of every table, and what rows and columns may be, in words: ``docs/readings.md`` is made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thidua_cli.text.language import Message, t


class Question(NamedTuple):
    """A question that is asked of every table, and what is looked at, in which order."""

    words: Message
    order: Message


QUESTIONS: Mapping[str, Question] = {
    "column": Question(
        t("Which column is the figure that is read?"),
        t(
            "A column is known by the words of all its heads, never by its place. Where several may be one figure, these are tried in turn, and the first that leaves one column decides. Where none does, no column is read and `ambiguous_column` says so."
        ),
    ),
    "rows": Question(
        t("What is this row?"),
        t(
            "Every row from below the header to the table's end is of one class of the table below. A row with a unit and figures is data; it is a total only if its label says so, or if its figures are the sum of others:"
        ),
    ),
    "unit": Question(
        t("Whose figures are these?"),
        t(
            "First of all the column of units; of several that of the unit which handles. Without one, these in turn. An addressee (“Kính gửi”, “Đơn vị nhận báo cáo”) is never the unit."
        ),
    ),
    "period": Question(
        t("Which period do the figures cover?"),
        t(
            "Title lines, the sheet's name, the names of file and folders, in turn; what comes later only narrows what an earlier one says. A period in a column's heads is that column's. A date of signing, the number of a document and the hour of an export are no periods. Figures of another period are no evidence (`other_period`)."
        ),
    ),
    "system": Question(
        t("Which system do the rows come from?"),
        t(
            "These in turn; within one place “ngoài phần mềm, viết tay” goes before “một cửa”, and that before “dịch vụ công”."
        ),
    ),
    "partial": Question(
        t("Is the list whole?"),
        t(
            "Where title, sheet or file name one kind of dossiers, the list is a part: evidence of those, never a denominator (`partial_list`). So is a list with fewer dossiers than the statistics of the same unit."
        ),
    ),
    "identity": Question(
        t("How do the columns add up?"),
        t(
            "Where the words leave two ways (“Trong kỳ” is all, or what was filed in person), the one under which the form's sums hold in every row is taken, and `reading_chosen` says so. If none does, nothing rests on it."
        ),
    ),
}
"""The questions, in the order of the page."""

ROW_MEANINGS: Mapping[str, tuple[Message, Message]] = {
    "data": (
        t("Data"),
        t("names a unit, dossier, task or person and a result"),
    ),
    "total": (
        t("Totals, averages"),
        t("labelled “Cộng”, “Tổng cộng”, “Lũy kế”, “Trung bình” …, or the sum of others"),
    ),
    "group": (
        t("Groups, details"),
        t("a group's name (“I”, “Xã, phường”), a unit's over its rows, “Trong đó”, rows that add up to the one above"),
    ),
    "index": (
        t("Index row"),
        t("“(1)”, “(2)”, “(3)=(4)+(5)” below the header"),
    ),
    "header": (
        t("Repeated headers"),
        t("the header printed again on a further page"),
    ),
    "note": (
        t("Notes, signatures"),
        t("remarks, signatures, and rows with figures that nothing explains (then `row_left_out` says so)"),
    ),
    "empty": (t("Empty"), t("nothing stands in it")),
}
"""What a row of each class is called and told by."""

COLUMN_USES: Mapping[str, tuple[Message, Message]] = {
    "field": (
        t("Read"),
        t("judging needs it; `check` gives its letter"),
    ),
    "personal": (
        t("Personal"),
        t("an applicant's name, address, telephone, papers: dropped on reading, written nowhere"),
    ),
    "ordinal": (t("Row numbers"), t("“STT”, “TT”")),
    "note": (t("Remarks"), t("remarks, reasons, causes")),
    "percent": (
        t("Printed percentages"),
        t("never read, only checked: shares are computed from the counts"),
    ),
    "unused": (
        t("Known and not used"),
        t("such as parts beside their whole; `check` lists it as not read"),
    ),
    "unknown": (
        t("Unknown"),
        t("its head means nothing yet; `check` lists it as not read; a mapping file teaches it"),
    ),
}
"""What a column may be taken for."""
