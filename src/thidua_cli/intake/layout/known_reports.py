"""Reports that offices keep beside the ones that are read: known by their words, named, and not used.

Each is told by the heads that it alone has, or by its title with one of them. A form that counts early, on time and
late dossiers stays a form, whatever its title says beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.words import all_words, header_words, one_line
from thidua_cli.text.language import Message
from thidua_cli.text.phrases import Book, Phrases, spoken

ROWS = 25
"""Filled rows at the top of a sheet in which its title and heads are looked for."""


_WORDS = Book(__file__, "known_reports.toml")


class Report(NamedTuple):
    """What a report is called and why it is not used, and what it is told by.

    ``needs`` different heads that are among its ``heads`` must stand there; with a line that is a ``title`` of it one
    is enough. ``rules``: its heads tell it from a form that would pass for statistics.
    """

    what: Message
    why: Message
    title: Phrases
    heads: Phrases
    needs: int
    rules: bool


def _report(said: Mapping[str, Any]) -> Report:
    title, heads = (Phrases(said.get(name, ""), _WORDS.parts) for name in ("title", "heads"))
    return Report(Message(said["what"]), Message(said["why"]), title, heads, said.get("needs", 2), "rules" in said)


REPORTS = tuple(map(_report, _WORDS.data["report"]))
"""In the order in which they are tried."""
NOT_PUT_FORWARD = _report(_WORDS.data["not_put_forward"])


def is_not_put_forward(text: str) -> bool:
    """Whether a title or a group row says of the persons below it that they are not put forward."""
    return _WORDS.within("denied", spoken(text))


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
        found = sum(map(report.heads.whole, words))
        titled = found > 0 and not alone and any(map(report.title.whole, titles))
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
