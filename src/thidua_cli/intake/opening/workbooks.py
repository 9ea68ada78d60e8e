"""Workbooks in containers: looked through first, then read in this process where that is known to be safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua_cli.findings import Finding
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.contained import ContainedError, Outcome, run_contained
from thidua_cli.intake.opening.engines import JOBS, EngineError, PasswordNeededError, SheetFacts
from thidua_cli.intake.opening.limits import MIB, Limits
from thidua_cli.intake.opening.package import Package, WorkbookIndex, inflate_part, inspect, workbook_index
from thidua_cli.intake.opening.sniffing import Format
from thidua_cli.intake.sheet import Sheet

_SAFE_MEMORY = 640 * MIB
"""What the Rust reader may be allowed to need in this process; beyond it a child does the work."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening gave: sheets, the engine's name, the fonts that the file uses, and what was noticed."""

    sheets: list[Sheet]
    engine: str
    fonts: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def read_zip(name: str, data: bytes, limits: Limits) -> Opened:
    """An xlsx, xlsb or ods workbook; raises :class:`UnreadableFileError`."""
    package = inspect(name, data, limits)
    if package.kind is Format.ODS:
        return _ods(name, data, limits)
    if package.kind is Format.XLSB:
        return Opened(_in_child(name, "calamine", data, {}, limits), "calamine")
    index = workbook_index(package)
    arguments = {"facts": _facts(package, index), "date1904": index.date1904}
    contained = package.is_odd(index) or package.memory > _SAFE_MEMORY
    try:
        sheets = _calamine(name, data, arguments, limits, contained=contained)
        return Opened(sheets, "calamine", index.fonts)
    except EngineError:
        sheets = _in_child(name, "openpyxl", data, arguments, limits)
        return Opened(sheets, "openpyxl", index.fonts, [second_reader(name)])


def read_ole(name: str, data: bytes, limits: Limits) -> Opened:
    """An ``.xls`` workbook. Its used box cannot be known without reading it, so a child reads it."""
    if _holds_stream(data, "EncryptedPackage"):
        raise refusals.encrypted(name)
    if _holds_stream(data, "WordDocument"):
        raise refusals.not_a_table(name, "văn bản Word", "a Word document")
    if _holds_stream(data, "PowerPoint Document"):
        raise refusals.not_a_table(name, "bài trình chiếu PowerPoint", "a PowerPoint presentation")
    return Opened(_in_child(name, "calamine", data, {}, limits), "calamine")


def _holds_stream(data: bytes, stream: str) -> bool:
    """A stream's name as the directory of an OLE file writes it."""
    return stream.encode("utf-16-le") in data


def second_reader(name: str) -> Finding:
    """The finding that the first engine failed."""
    return Finding("second_reader_used", file=name)


def _calamine(name: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, *, contained: bool) -> list[Sheet]:
    if contained:
        return _in_child(name, "calamine", data, arguments, limits, last=False)
    try:
        return JOBS["calamine"](data, limits, **arguments)
    except PasswordNeededError as error:
        raise refusals.encrypted(name) from error
    except MemoryError as error:
        raise refusals.needs_memory(name) from error


def _ods(name: str, data: bytes, limits: Limits) -> Opened:
    content = inflate_part(name, data, "content.xml")
    if content is None:
        raise refusals.damaged(name)
    return Opened(run_safely("opendocument", name, content, limits), "opendocument")


def run_safely(job: str, name: str, data: bytes, limits: Limits, **arguments: Any) -> list[Sheet]:
    """A pure-Python or lxml reader: here where the data is small, in a child where its tree may not fit."""
    if len(data) <= limits.in_process_bytes:
        try:
            return JOBS[job](data, limits, name=name, **arguments)
        except MemoryError as error:
            raise refusals.needs_memory(name) from error
    return _in_child(name, job, data, {"name": name, **arguments}, limits)


def _in_child(
    name: str, job: str, data: bytes, arguments: Mapping[str, Any], limits: Limits, *, last: bool = True
) -> list[Sheet]:
    """Run a job in a child and turn what it ends with into one message; ``last`` says no other engine is left."""
    try:
        sheets: list[Sheet] = run_contained(job, data, arguments, limits)
    except ContainedError as error:
        if error.outcome is Outcome.REFUSED and error.error is not None:
            raise error.error from error
        if error.outcome is Outcome.ENCRYPTED:
            raise refusals.encrypted(name) from error
        if error.outcome is Outcome.TOO_LARGE:
            raise refusals.needs_memory(name) from error
        if error.outcome is Outcome.TOO_SLOW:
            raise refusals.too_slow(name, limits.seconds) from error
        if last:
            raise refusals.damaged(name) from error
        raise EngineError from error
    return sheets


def _facts(package: Package, index: WorkbookIndex) -> dict[str, SheetFacts]:
    facts = {}
    for sheet, part in index.parts.items():
        scan = package.scans.get(part)
        if scan is not None:
            facts[sheet] = SheetFacts(
                frozenset(scan.hidden_rows),
                frozenset(scan.hidden_columns),
                tuple(scan.without_value),
                scan.errors,
                tuple(scan.merged),
            )
    return facts
