"""The engines by name: each takes the bytes of a file and gives its sheets.

A faster engine plugs in here: give it a name in :data:`JOBS`, and ask for it first in
:mod:`~thidua_cli.intake.opening.workbooks`; it raises ``EngineError`` for whatever it does not fully understand, and
the next one is asked. What engines raise stands in :mod:`~thidua_cli.intake.opening.engine_errors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from thidua_cli.intake.opening.facts import SheetFacts
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.sheet import Sheet


def _calamine(
    data: bytes,
    limits: Limits,
    *,
    facts: Mapping[str, SheetFacts] | None = None,
    date1904: bool = False,
    without: frozenset[str] = frozenset(),
) -> list[Sheet]:
    from thidua_cli.intake.opening.calamine import read_with_calamine

    return read_with_calamine(data, limits, facts or {}, date1904=date1904, without=without)


def _xls(data: bytes, limits: Limits) -> list[Sheet]:
    from thidua_cli.intake.opening.biff import BROKEN, mended, workbook_stream
    from thidua_cli.intake.opening.biff_facts import with_whole_letters, xls_facts
    from thidua_cli.intake.opening.calamine import read_with_calamine

    try:
        stream = workbook_stream(data)
    except BROKEN:
        stream = b""
    facts, date1904 = xls_facts(stream)
    data = mended(data, stream)
    del stream  # as long as the workbook itself
    return [with_whole_letters(s) for s in read_with_calamine(data, limits, facts, date1904=date1904)]


def _xls_scanned(data: bytes, limits: Limits) -> list[Sheet]:
    from thidua_cli.intake.opening.fast.old_book import read_old_book

    return read_old_book(data, limits)


def _openpyxl(
    data: bytes, limits: Limits, *, facts: Mapping[str, SheetFacts] | None = None, date1904: bool = False
) -> list[Sheet]:
    from thidua_cli.intake.opening.second import read_with_openpyxl

    return read_with_openpyxl(data, limits, facts or {}, date1904=date1904)


def _html(data: bytes, limits: Limits, *, name: str, charset: str = "") -> list[Sheet]:
    from thidua_cli.intake.opening.html import read_html

    return read_html(name, data, limits, charset)


def _html_in_pieces(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.html import read_html_in_pieces

    return read_html_in_pieces(name, data, limits)


def _spreadsheetml(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.spreadsheetml import read_spreadsheetml

    return read_spreadsheetml(name, data, limits)


def _opendocument(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.opendocument import read_opendocument

    return read_opendocument(name, data, limits)


def _opendocument_in_pieces(pieces: Iterable[bytes], limits: Limits, *, name: str, size: int) -> list[Sheet]:
    from thidua_cli.intake.opening.opendocument import read_opendocument_in_pieces

    return read_opendocument_in_pieces(name, pieces, limits, size)


def _mhtml(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.mhtml import read_mhtml

    return read_mhtml(name, data, limits)


def _delimited_in_pieces(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.delimited import read_delimited_in_pieces

    return read_delimited_in_pieces(name, data, limits)


def _delimited(data: bytes, limits: Limits, *, name: str) -> list[Sheet]:
    from thidua_cli.intake.opening.delimited import read_delimited

    return read_delimited(name, data, limits)


JOBS: Mapping[str, Callable[..., list[Sheet]]] = {
    "calamine": _calamine,
    "xls": _xls,
    "xls scanned": _xls_scanned,
    "openpyxl": _openpyxl,
    "html": _html,
    "html in pieces": _html_in_pieces,
    "spreadsheetml": _spreadsheetml,
    "opendocument": _opendocument,
    "opendocument in pieces": _opendocument_in_pieces,
    "mhtml": _mhtml,
    "delimited": _delimited,
    "delimited in pieces": _delimited_in_pieces,
}
"""What can be run here or in a child process: ``job(data, limits, **arguments) -> sheets``.

What reads "in pieces" needs little more memory than its columns, and raises NotPlain for what it leaves to the other.
"""
