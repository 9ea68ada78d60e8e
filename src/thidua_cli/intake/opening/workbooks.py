"""Workbooks in containers: looked through first, then read in this process where that is known to be safe."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from thidua_cli.errors import UnreadableFileError
from thidua_cli.findings import Finding
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.biff import WORKBOOK_STREAMS, root_streams
from thidua_cli.intake.opening.binary_workbook import binary_facts
from thidua_cli.intake.opening.engine_errors import EngineError
from thidua_cli.intake.opening.facts import NO_FACTS, SheetFacts
from thidua_cli.intake.opening.limits import MIB, Deadline, Limits
from thidua_cli.intake.opening.package import CONTENT, Package, content_in_pieces, inflate_part, inspect, part_in_pieces
from thidua_cli.intake.opening.running import run_here, run_in_child, run_safely
from thidua_cli.intake.opening.sniffing import Format
from thidua_cli.intake.opening.uncalculated import is_uncalculated, zero_results
from thidua_cli.intake.opening.workbook_index import WorkbookIndex, workbook_index
from thidua_cli.intake.opening.xlsx_styles import (
    Styles,
    cells_in_styles,
    own_formats_renumbered,
    styles_of,
    with_own_formats,
)
from thidua_cli.intake.places import Places
from thidua_cli.intake.sheet import Sheet
from thidua_cli.intake.wordwise import NotPlain
from thidua_cli.text.language import Message, t

_SAFE_MEMORY = 640 * MIB
"""What the Rust reader may be allowed to need in this process; beyond it a child does the work."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening gave: sheets, the engine's name, and what was noticed."""

    sheets: list[Sheet]
    engine: str
    findings: list[Finding] = field(default_factory=list)


def read_zip(name: str, data: bytes, limits: Limits, deadline: Deadline) -> Opened:
    """An xlsx, xlsb or ods workbook; raises :class:`UnreadableFileError`."""
    package = inspect(name, data, limits, deadline)
    if package.kind is Format.ODS:
        if any(b"encryption-data" in text for part, text in package.texts.items() if part.endswith("manifest.xml")):
            raise refusals.encrypted(name)
        pieces = content_in_pieces(name, data, package, limits, deadline)
        with suppress(NotPlain):
            said = {"name": name, "size": package.claimed}
            sheets = run_here("opendocument in pieces", name, pieces, said, limits, deadline)
            return Opened(sheets, "opendocument")
        content = inflate_part(name, data, CONTENT, limits)
        if content is None:
            raise refusals.damaged(name)
        return Opened(run_safely("opendocument", name, content, limits, deadline), "opendocument")
    if package.kind is Format.XLSB:
        return Opened(
            _in_child("calamine", name, data, limits, deadline, binary_facts(name, data, package)), "calamine"
        )
    return _read_xlsx(name, data, package, limits, deadline)


def _read_xlsx(name: str, data: bytes, package: Package, limits: Limits, deadline: Deadline) -> Opened:
    index = workbook_index(package.texts, package.scans)
    data = _with_own_formats(data, package)
    facts = _Facts(name, data, package, index)
    scanned = _scanned(package, index, facts, limits)
    if scanned and len(scanned) == len(index.parts):
        return Opened([scanned[sheet] for sheet in index.parts], "scanner")
    arguments: dict[str, Any] = {
        "facts": {sheet: facts.of(sheet) for sheet in index.parts if sheet not in scanned},
        "date1904": index.date1904,
    }
    run = run_in_child if package.is_odd(index) or package.memory > _SAFE_MEMORY else run_here
    try:
        sheets = run("calamine", name, data, {**arguments, "without": frozenset(scanned)}, limits, deadline)
        _refuse_silence(sheets, package, index)
        return Opened(_in_order(index, scanned, sheets), "calamine")
    except EngineError:
        sheets = _second(name, data, arguments, limits, deadline)
        return Opened(sheets, "openpyxl", [Finding("second_reader_used", file=name)])


def _with_own_formats(data: bytes, package: Package) -> bytes:
    """The workbook as the Rust reader needs it; nearly always as it is."""
    for part, styles in package.texts.items():
        if part.lower().endswith("styles.xml"):
            package.texts[part] = own_formats_renumbered(styles)
            if package.texts[part] != styles:
                data = with_own_formats(data, part, package.texts[part])
    return data


def _scanned(package: Package, index: WorkbookIndex, facts: _Facts, limits: Limits) -> dict[str, Sheet]:
    """The sheets that were read while the package was looked through: as a rule those of large workbooks."""
    cells = {sheet: package.cells[part] for sheet, part in index.parts.items() if part in package.cells}
    styles = [text for part, text in package.texts.items() if part.lower().endswith("styles.xml")]
    plain = index.plain and not index.date1904 and not index.strings_elsewhere and len(styles) <= 1
    if not cells or not plain or len(index.parts) > limits.sheets or facts.styles.old_fonts:
        return {}
    from thidua_cli.intake.opening.fast.book import scanned_sheets

    told = {sheet: facts.of(sheet, only=facts.styles.struck) for sheet in cells}
    shown = styles[0] if styles else None
    return scanned_sheets(cells, package.strings, shown, told, index.hidden, facts.styles.percent)


def _in_order(index: WorkbookIndex, scanned: Mapping[str, Sheet], sheets: list[Sheet]) -> list[Sheet]:
    """The sheets of both readers in the workbook's order."""
    if not scanned:
        return sheets
    read = {**scanned, **{sheet.name: sheet for sheet in sheets}}
    return [read[sheet] for sheet in index.parts if sheet in read]


def _refuse_silence(sheets: list[Sheet], package: Package, index: WorkbookIndex) -> None:
    """Some sheets are in an encoding that the first engine passes over without a word."""
    for sheet in sheets:
        scan = package.scans.get(index.parts.get(sheet.name, ""))
        if scan is not None and scan.odd and not sheet.n_rows:
            raise EngineError("a sheet came back empty")


def _second(name: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, deadline: Deadline) -> list[Sheet]:
    try:
        return run_in_child("openpyxl", name, data, arguments, limits, deadline)
    except EngineError as error:
        raise refusals.damaged(name) from error


def read_ole(name: str, data: bytes, limits: Limits, deadline: Deadline) -> Opened:
    """An ``.xls`` workbook. Its used box cannot be known without reading it, so a child reads it."""
    streams = root_streams(data)
    if "encryptedpackage" in streams:
        raise refusals.encrypted(name)
    if streams and not streams & {stream.lower() for stream in WORKBOOK_STREAMS}:
        raise _foreign_ole(name, streams)
    if len(data) >= limits.scanner_from:
        with suppress(NotPlain):
            return Opened(run_here("xls scanned", name, data, {}, limits, deadline), "scanner")
    return Opened(_in_child("xls", name, data, limits, deadline), "calamine")


def _in_child(
    job: str, name: str, data: bytes, limits: Limits, deadline: Deadline, facts: Mapping[int, SheetFacts] | None = None
) -> list[Sheet]:
    """A format that has one reader only."""
    try:
        return run_in_child(job, name, data, {"facts": facts} if facts else {}, limits, deadline)
    except EngineError as error:
        raise refusals.damaged(name) from error


_OLE_FOREIGN: tuple[tuple[str, Message], ...] = (
    ("worddocument", t("a Word document")),
    ("powerpoint document", t("a PowerPoint presentation")),
    ("visiodocument", t("a Visio drawing")),
    ("__properties_version1.0", t("an Outlook message")),
)


def _foreign_ole(name: str, streams: frozenset[str]) -> UnreadableFileError:
    for stream, what in _OLE_FOREIGN:
        if stream in streams:
            return refusals.not_a_table(name, what)
    return refusals.not_a_table(name, t("a file of another program"))


class _Facts:
    """What the container says of each sheet; looked up sheet by sheet, for most need no second look."""

    def __init__(self, name: str, data: bytes, package: Package, index: WorkbookIndex) -> None:
        self.styles: Styles = styles_of(package)
        self._name = name
        self._data = data
        self._scans = {sheet: package.scans[part] for sheet, part in index.parts.items() if part in package.scans}
        self._parts = index.parts
        self._uncalculated = is_uncalculated(package, index)

    def of(self, sheet: str, *, only: frozenset[int] | None = None) -> SheetFacts:
        """The facts of a sheet; cells are looked for in all telling styles, or in some ``only``."""
        scan = self._scans.get(sheet)
        if scan is None:
            return NO_FACTS
        pieces = partial(part_in_pieces, self._name, self._data, self._parts[sheet])
        zeros = zero_results(pieces) if self._uncalculated and scan.zero_results else []
        wanted = self.styles.telling if only is None else only
        styled = cells_in_styles(pieces(), wanted) if wanted else {}
        old_fonts = self.styles.old_fonts
        return SheetFacts(
            frozenset(scan.hidden_rows),
            frozenset(scan.hidden_columns),
            (*scan.without_value, *zeros),
            scan.errors,
            tuple(scan.merged),
            {place: font for style, font in old_fonts.items() for place in styled.get(style, ())},
            Places.of(place for style in self.styles.percent for place in styled.get(style, ())),
            Places.of(place for style in self.styles.struck for place in styled.get(style, ())),
            Places.of(zip(scan.last_moments[::2], scan.last_moments[1::2], strict=True)),
        )
