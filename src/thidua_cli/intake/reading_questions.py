"""What is asked of every table, and what rows and columns may be, in words: ``docs/readings.md`` is made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Words = tuple[str, str]
"""Vietnamese, English."""


class Question(NamedTuple):
    """A question that is asked of every table, and what is looked at, in which order."""

    words: Words
    order: Words


QUESTIONS: Mapping[str, Question] = {
    "column": Question(
        ("Cột nào là số liệu cần đọc?", "Which column is the figure that is read?"),
        (
            "Cột được nhận ra theo lời của cả các tầng tiêu đề, không theo vị trí. Nếu nhiều cột cùng có thể là một số liệu, các cách sau được thử lần lượt; cách đầu tiên chỉ ra đúng một cột thì chọn cột đó. Không cách nào chọn được thì không đọc cột nào và có lưu ý `ambiguous_column`.",
            "A column is known by the words of all its heads, never by its place. Where several may be one figure, these are tried in turn, and the first that leaves one column decides. Where none does, no column is read and `ambiguous_column` says so.",
        ),
    ),
    "rows": Question(
        ("Dòng này là gì?", "What is this row?"),
        (
            "Mỗi dòng từ dưới tiêu đề đến cuối bảng thuộc đúng một loại trong bảng dưới đây. Dòng có đơn vị và có số liệu là dòng số liệu; là dòng cộng chỉ khi lời ở đầu dòng nói vậy, hoặc khi số liệu đúng bằng tổng các dòng khác:",
            "Every row from below the header to the table's end is of one class of the table below. A row with a unit and figures is data; it is a total only if its label says so, or if its figures are the sum of others:",
        ),
    ),
    "unit": Question(
        ("Số liệu là của đơn vị nào?", "Whose figures are these?"),
        (
            "Trước hết là cột đơn vị; nếu có nhiều cột thì lấy cột của đơn vị giải quyết. Không có cột đơn vị thì xét lần lượt những điều sau. Nơi nhận báo cáo (“Kính gửi”, “Đơn vị nhận báo cáo”) không bao giờ là đơn vị.",
            "First of all the column of units; of several that of the unit which handles. Without one, these in turn. An addressee (“Kính gửi”, “Đơn vị nhận báo cáo”) is never the unit.",
        ),
    ),
    "period": Question(
        ("Số liệu là của kỳ nào?", "Which period do the figures cover?"),
        (
            "Xét lần lượt dòng tiêu đề, tên trang, tên tệp và thư mục; nơi sau chỉ được thu hẹp kỳ mà nơi trước đã nêu. Kỳ ghi trong tiêu đề cột là kỳ của riêng cột đó. Ngày ký, số văn bản, giờ xuất tệp không phải là kỳ. Số liệu của kỳ khác không dùng để chấm (`other_period`).",
            "Title lines, the sheet's name, the names of file and folders, in turn; what comes later only narrows what an earlier one says. A period in a column's heads is that column's. A date of signing, the number of a document and the hour of an export are no periods. Figures of another period are no evidence (`other_period`).",
        ),
    ),
    "system": Question(
        ("Số liệu từ hệ thống nào?", "Which system do the rows come from?"),
        (
            "Xét lần lượt những điều sau; trong một nơi, “ngoài phần mềm, viết tay” đứng trước “một cửa”, “một cửa” đứng trước “dịch vụ công”.",
            "These in turn; within one place “ngoài phần mềm, viết tay” goes before “một cửa”, and that before “dịch vụ công”.",
        ),
    ),
    "partial": Question(
        ("Danh sách có đủ không?", "Is the list whole?"),
        (
            "Dòng tiêu đề, tên trang hoặc tên tệp chỉ nêu một loại hồ sơ thì danh sách là một phần: chỉ là bằng chứng về các hồ sơ đó, không làm mẫu số (`partial_list`). Danh sách ít hồ sơ hơn biểu tổng hợp của cùng đơn vị cũng vậy.",
            "Where title, sheet or file name one kind of dossiers, the list is a part: evidence of those, never a denominator (`partial_list`). So is a list with fewer dossiers than the statistics of the same unit.",
        ),
    ),
    "identity": Question(
        ("Các cột cộng lại thế nào?", "How do the columns add up?"),
        (
            "Nếu lời của tiêu đề để ngỏ hai cách hiểu (“Trong kỳ” là tất cả hay chỉ là nộp trực tiếp), cách khớp phép cộng của biểu ở mọi dòng được chọn và có lưu ý `reading_chosen`. Không cách nào khớp thì không chấm theo đó.",
            "Where the words leave two ways (“Trong kỳ” is all, or what was filed in person), the one under which the form's sums hold in every row is taken, and `reading_chosen` says so. If none does, nothing rests on it.",
        ),
    ),
}
"""The questions, in the order of the page."""

ROW_MEANINGS: Mapping[str, tuple[Words, Words]] = {
    "data": (
        ("Số liệu", "Data"),
        (
            "có đơn vị (hoặc hồ sơ, nhiệm vụ, cá nhân) và có kết quả",
            "names a unit, dossier, task or person and a result",
        ),
    ),
    "total": (
        ("Dòng cộng, trung bình", "Totals, averages"),
        (
            "đầu dòng ghi “Cộng”, “Tổng cộng”, “Lũy kế”, “Trung bình” …, hoặc số liệu bằng tổng các dòng khác",
            "labelled “Cộng”, “Tổng cộng”, “Lũy kế”, “Trung bình” …, or the sum of others",
        ),
    ),
    "group": (
        ("Dòng nhóm, chi tiết", "Groups, details"),
        (
            "tên nhóm (“I”, “Xã, phường”), tên đơn vị chung cho các dòng dưới, “Trong đó”, các dòng cộng lại bằng dòng trên",
            "a group's name (“I”, “Xã, phường”), a unit's over its rows, “Trong đó”, rows that add up to the one above",
        ),
    ),
    "index": (
        ("Dòng số thứ tự cột", "Index row"),
        ("“(1)”, “(2)”, “(3)=(4)+(5)” dưới tiêu đề", "“(1)”, “(2)”, “(3)=(4)+(5)” below the header"),
    ),
    "header": (
        ("Tiêu đề lặp lại", "Repeated headers"),
        ("tiêu đề in lại ở trang sau", "the header printed again on a further page"),
    ),
    "note": (
        ("Ghi chú, chữ ký", "Notes, signatures"),
        (
            "ghi chú, nơi nhận, người lập biểu, và dòng có số liệu mà không rõ là gì (khi đó có lưu ý `row_left_out`)",
            "remarks, signatures, and rows with figures that nothing explains (then `row_left_out` says so)",
        ),
    ),
    "empty": (("Trống", "Empty"), ("không có gì", "nothing stands in it")),
}
"""What a row of each class is called and told by."""

COLUMN_USES: Mapping[str, tuple[Words, Words]] = {
    "field": (
        ("Cột được đọc", "Read"),
        ("số liệu cần cho việc chấm; `check` ghi chữ cái của cột", "judging needs it; `check` gives its letter"),
    ),
    "personal": (
        ("Dữ liệu cá nhân", "Personal"),
        (
            "tên, địa chỉ, điện thoại, giấy tờ của người nộp: bỏ ngay khi đọc, không ghi ra đâu cả",
            "an applicant's name, address, telephone, papers: dropped on reading, written nowhere",
        ),
    ),
    "ordinal": (("Số thứ tự", "Row numbers"), ("“STT”, “TT”", "“STT”, “TT”")),
    "note": (("Ghi chú", "Remarks"), ("ghi chú, lý do, nguyên nhân", "remarks, reasons, causes")),
    "percent": (
        ("Tỷ lệ in sẵn", "Printed percentages"),
        (
            "không bao giờ đọc, chỉ đối chiếu; tỷ lệ luôn được tính lại từ số đếm",
            "never read, only checked: shares are computed from the counts",
        ),
    ),
    "unused": (
        ("Biết nhưng không dùng", "Known and not used"),
        (
            "ví dụ cột thành phần khi đã có cột tổng; `check` liệt kê ở “cột không đọc”",
            "such as parts beside their whole; `check` lists it as not read",
        ),
    ),
    "unknown": (
        ("Không rõ", "Unknown"),
        (
            "tiêu đề không quen; `check` liệt kê ở “cột không đọc”; dạy bằng tệp từ vựng",
            "its head means nothing yet; `check` lists it as not read; a mapping file teaches it",
        ),
    ),
}
"""What a column may be taken for."""
