"""Any file to its sheets: reads the bytes once, tells the format by content, and asks the engines in turn."""

from __future__ import annotations

import hashlib
from pathlib import Path

from thidua_cli.findings import Finding
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.old_fonts import settle_text
from thidua_cli.intake.opening.sniffing import Format, sniff
from thidua_cli.intake.opening.workbooks import Opened, read_ole, read_zip, run_safely
from thidua_cli.intake.sheet import SourceFile


def open_file(path: Path, name: str, limits: Limits = Limits()) -> tuple[SourceFile, list[Finding]]:  # noqa: B008
    """The sheets of a file and what was noticed on the way.

    ``name`` is the display name used in findings and messages. Raises :class:`UnreadableFileError`, whose one message
    says what the file is and what to do, for anything that gives no sheet.
    """
    data = _bytes(path, name, limits)
    opened = _read(name, data, sniff(name, data), limits)
    if not any(sheet.n_rows for sheet in opened.sheets):
        raise refusals.no_sheets(name)
    sheets, findings = settle_text(name, opened.sheets, opened.fonts)
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), tuple(sheets), opened.engine)
    return source, [*opened.findings, *findings]


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    if path.is_dir():
        raise refusals.folder(name)
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise refusals.too_large(name, f"tệp lớn {size:,} byte", f"it has {size:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise refusals.missing(name, error.strerror or type(error).__name__) from error


def _read(name: str, data: bytes, kind: Format, limits: Limits) -> Opened:
    if kind is Format.ZIP:
        return read_zip(name, data, limits)
    if kind is Format.XLS:
        return read_ole(name, data, limits)
    if kind is Format.HTML:
        return Opened(run_safely("html", name, data, limits), "html")
    if kind is Format.SPREADSHEETML:
        return Opened(run_safely("spreadsheetml", name, data, limits), "spreadsheetml")
    if kind is Format.FLAT_ODS:
        return Opened(run_safely("opendocument", name, data, limits), "opendocument")
    if kind is Format.MHTML:
        return Opened(run_safely("mhtml", name, data, limits), "mhtml")
    return Opened(run_safely("delimited", name, data, limits), "csv")
