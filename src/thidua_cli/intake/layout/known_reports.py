"""Reports that offices keep beside the ones that are read: known by their words, named, and not used.

Each is told by the heads that it alone has, or by its title with one of them. A form that counts early, on time and
late dossiers stays a form, whatever its title says beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.words import all_words, header_words, one_line
from thidua_cli.text.accents import accent_pattern
from thidua_cli.text.language import Message, t

ROWS = 25
"""Filled rows at the top of a sheet in which its title and heads are looked for."""


class Report(NamedTuple):
    """What a report is called and why it is not used, and what it is told by.

    ``heads`` are expressions over the words of a head, of which ``needs`` different ones must stand there; with a line
    that ``title`` matches one is enough. ``rules``: its heads tell it from a form that would pass for statistics.
    """

    what: Message
    why: Message
    title: str
    heads: Sequence[str]
    needs: int = 2
    rules: bool = False


_NO_HANDLING = t("it does not count dossiers handled on time or late")
_POINTS = t("it holds points and ranks: neither counts of dossiers nor the PAR index")

NOT_PUT_FORWARD = Report(
    t("a list of persons who are not put forward"),
    t("the table's title says so"),
    "",
    (),
)
_DENIED = accent_pattern(
    r"\b(?:không|chưa|bị loại|loại khỏi|rút khỏi)\b(?: \w+){0,3}? (?:đề nghị|đề xuất|xét|khen|danh sách|điều kiện)\b"
)


def is_not_put_forward(text: str) -> bool:
    """Whether a title or a group row says of the persons below it that they are not put forward."""
    return bool(_DENIED.search(text))


REPORTS: Sequence[Report] = (
    Report(
        t("an import list of an emulation and commendation product"),
        t("collectives and persons stand in one column"),
        r"\bkhen thuong\b",
        (
            r"ten tap the ca nhan(?: ho gia dinh)?",
            r"danh hieu(?: thi dua)? hinh thuc(?: khen thuong)?",
            r"phan loai (?:khen thuong|doi tuong)",
        ),
    ),
    Report(
        t("a table of scores or ranks"),
        _POINTS,
        r"\b(?:xep hang|xep loai|cham diem|diem thi dua|766|chi tiet chi so)\b",
        (
            r"hang|thu hang|xep hang",
            r"xep loai",
            r"tong diem",
            r"diem (?:thuong|tru|chuan)",
            r"\S+(?: \S+)? cham(?: diem)?",
            r"tu so|mau so",
            r"(?:cong khai|tien do|dich vu cong truc tuyen|dich vu cong tt|so hoa|thanh toan|hai long)(?: \d+d)?",
        ),
        3,
    ),
    Report(
        t("a slip of one unit with a row for each count"),
        t("forms are read that have a row for each unit"),
        r"(?!)",
        (
            r"(?:so ho so )?(?:tiep nhan|nhan moi|phat sinh)(?: moi)?(?: trong)? (?:thang|ky|quy|nam)(?: nay)?",
            r"(?:ton )?(?:tu )?(?:thang|ky|quy|nam) truoc(?: chuyen (?:sang|qua))?",
            r"(?:tra ket qua|da tra|giai quyet|da giai quyet) (?:truoc|som|dung|qua|tre) h[ae]n",
            r"chuyen (?:sang|qua) (?:thang|ky|quy|nam) sau",
        ),
        4,
    ),
    Report(
        t("a report of one day"),
        t("its figures are of one day, not of the period"),
        r"^bao cao ngay\b|\b(?:trong|hang) ngay\b",
        (r".*\btrong ngay\b(?! lam viec).*",),
        rules=True,
    ),
    Report(
        t("counts of dossiers by status"),
        t("statuses as of the export tell neither how many were received nor which were on time"),
        r"\btheo (?:tung )?trang thai\b",
        (
            r"moi dang ky",
            r"duoc tiep nhan",
            r"khong duoc tiep nhan",
            r"(?:yeu cau )?bo sung giay to",
            r"dung xu ly",
            r"da xu ly xong",
            r"da tra ket qua",
            r"(?:so )?ho so vneid.*",
        ),
        4,
        rules=True,
    ),
    Report(
        t("a survey of satisfaction"),
        _NO_HANDLING,
        r"\bhai long\b|\bkhao sat\b",
        (r"(?:rat |khong |chua )?hai long|binh thuong", r"(?:tong )?so phieu(?: .*)?"),
    ),
    Report(
        t("a report on online payment"),
        _NO_HANDLING,
        r"\bthanh toan\b",
        (r".*\bthanh toan\b.*", r"(?:so )?ho so (?:co )?(?:thu|phat sinh) (?:phi|le phi).*"),
    ),
    Report(
        t("a report on fees"),
        _NO_HANDLING,
        r"\ble phi\b|\bthu phi\b",
        (r"(?:so tien )?(?:thu )?(?:phi|le phi)(?: le phi)?", r"(?:tong )?so tien(?: .*)?"),
    ),
    Report(
        t("a report on digitising"),
        _NO_HANDLING,
        r"\bso hoa\b",
        (r".*\bso hoa\b.*", r".*\btai su dung\b.*"),
    ),
    Report(
        t("a report on copies and signatures"),
        _NO_HANDLING,
        r"\bsao y\b|\bchung thuc\b|\bky so\b",
        (r"(?:so luong |so )?(?:ban sao|chu ky|ban dich)(?: .*)?", r"(?:tong )?so tien(?: .*)?"),
    ),
    Report(
        t("a report on filing by post"),
        _NO_HANDLING,
        r"\bbuu chinh\b|\bbcci\b",
        (r".*\bbuu chinh\b.*",),
    ),
    Report(
        t("a report on filings across boundaries"),
        _NO_HANDLING,
        r"\bphi dia gioi\b",
        (r".*\bphi dia gioi\b.*",),
        1,
    ),
    Report(
        t("a report on targets of online filing"),
        _NO_HANDLING,
        r"\bchi tieu\b",
        (r".*\bchi tieu\b.*", r"danh gia|(?:khong )?dat"),
    ),
    Report(
        t("a count of late dossiers alone"),
        t("it does not say of how many dossiers"),
        r"\b(?:qua|tre|cham) han\b",
        (r"(?:tong )?(?:so |so luong )?(?:ho so )?(?:bi )?(?:qua|tre|cham) han",),
    ),
)
"""In the order in which they are tried."""


def report_of(
    lines: Iterable[str], heads: Iterable[str], *, handled: bool | None = None, alone: bool = False
) -> Report | None:
    """The report that title lines and heads speak of; None where they speak of none.

    ``handled`` is asked of a form of statistics: whether it counts early, on time or late dossiers. ``alone`` asks for
    heads that need no title: those of a table that is plainly of another kind but for a column.
    """
    titles = [all_words(line) for line in lines]
    words = {header_words(head) for head in heads}
    for report in REPORTS:
        found = sum(any(re.fullmatch(pattern, word) for pattern in report.heads) for word in words)
        titled = found > 0 and not alone and any(re.search(report.title, title) for title in titles)
        enough = found >= report.needs
        if handled is not None:
            enough, titled = enough and report.rules, titled and not handled
        if enough or titled:
            return report
    return None


def texts_at_top(grid: Grid) -> tuple[list[str], list[str]]:
    """The lines at the top of a sheet that stand alone or by twos, and the texts of its first rows of several cells."""
    lines: list[str] = []
    heads: list[str] = []
    shown = 0
    for row in range(grid.sheet.n_rows):
        texts = [one_line(text) for column in grid.sheet.columns if (text := grid.text(row, column.index))]
        heads += texts if len(texts) > 1 else []
        lines += texts if len(texts) <= 2 else []
        shown += bool(texts)
        if shown == ROWS:
            break
    return lines, heads
