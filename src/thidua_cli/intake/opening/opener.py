"""Any file to its sheets: reads the bytes once, tells the format by content, and asks the engines in turn."""

from __future__ import annotations

import hashlib
from pathlib import Path

from thidua_cli.findings import Finding
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.sniffing import Format, sniff
from thidua_cli.intake.sheet import Sheet, SourceFile


def open_file(path: Path, name: str, limits: Limits = Limits()) -> tuple[SourceFile, list[Finding]]:  # noqa: B008
    """The sheets of a file and what was noticed on the way.

    ``name`` is the display name used in findings and messages. Raises :class:`UnreadableFileError`, whose one message
    says what the file is and what to do, for anything that gives no sheet.
    """
    data = _bytes(path, name, limits)
    sheets, engine, findings = _read(name, data, sniff(name, data), limits)
    if not sheets:
        raise refusals.no_sheets(name)
    return SourceFile(name, hashlib.sha256(data).hexdigest(), tuple(sheets), engine), findings


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


def _read(name: str, data: bytes, kind: Format, limits: Limits) -> tuple[list[Sheet], str, list[Finding]]:
    from thidua_cli.intake.opening.calamine import EngineError, SheetFacts, read_with_calamine

    if kind in (Format.XLSX, Format.XLS):
        try:
            return read_with_calamine(data, lambda _: SheetFacts()), "calamine", []
        except EngineError as error:
            raise refusals.damaged(name) from error
    text = decode(data)
    if text is None:
        raise refusals.not_a_table(name, "tệp nhị phân không rõ loại", "a binary file of an unknown kind")
    if kind is Format.HTML:
        from thidua_cli.intake.opening.html import read_html

        return read_html(name, text, limits), "html", []
    from thidua_cli.intake.opening.delimited import read_delimited

    return read_delimited(name, text, limits), "csv", []
