"""Any file to its sheets: reads the bytes once, tells the format by content, and asks the engines in turn."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from thidua_cli.errors import UnreadableFileError, system_reason
from thidua_cli.findings import Finding
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.fast.memory import give_back, keep_freed_memory
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS, MIB, Deadline, Limits
from thidua_cli.intake.opening.old_fonts import settle_text
from thidua_cli.intake.opening.running import run_safely
from thidua_cli.intake.opening.sniffing import Format, sniff
from thidua_cli.intake.opening.workbooks import Opened, read_ole, read_zip
from thidua_cli.intake.sheet import SourceFile
from thidua_cli.text.language import t
from thidua_cli.text.quoting import sheet_name


def open_file(path: Path, name: str, limits: Limits = DEFAULT_LIMITS) -> tuple[SourceFile, list[Finding]]:
    """The sheets of a file and what was noticed on the way.

    ``name`` is the display name used in findings and messages. Raises :class:`UnreadableFileError`, whose one message
    says what the file is and what to do, for anything that gives no sheet.
    """
    deadline = Deadline(limits.seconds)
    data = _bytes(path, name, limits)
    digest, is_large = hashlib.sha256(data).hexdigest(), len(data) > MIB
    if is_large:
        keep_freed_memory()
    try:
        opened = _read(name, data, sniff(name, data), limits, deadline)
    except UnreadableFileError:
        raise
    except Exception as error:  # whatever a parser makes of hostile bytes, the clerk gets one message
        raise refusals.not_understood(name, type(error).__name__) from error
    if not any(sheet.n_rows for sheet in opened.sheets):
        raise refusals.no_sheets(name)
    named = (
        replace(sheet, name=sheet_name(sheet.name, number), own_name=sheet.name)
        for number, sheet in enumerate(opened.sheets, 1)
    )
    sheets, findings = settle_text(name, list(named))
    source = SourceFile(name, digest, tuple(sheets), opened.engine)
    del data
    if is_large:
        give_back()
    return source, [*opened.findings, *findings]


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    if path.is_dir():
        raise refusals.folder(name)
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise refusals.too_large(name, t("it has {size} bytes", size=size))
        return path.read_bytes()
    except OSError as error:
        raise refusals.missing(name, system_reason(error)) from error


_MARKUP = {
    Format.HTML: ("html", "html"),
    Format.MHTML: ("mhtml", "mhtml"),
    Format.SPREADSHEETML: ("spreadsheetml", "spreadsheetml"),
    Format.FLAT_ODS: ("opendocument", "opendocument"),
    Format.DELIMITED: ("delimited", "csv"),
}


def _read(name: str, data: bytes, kind: Format, limits: Limits, deadline: Deadline) -> Opened:
    if kind is Format.ZIP:
        return read_zip(name, data, limits, deadline)
    if kind is Format.XLS:
        return read_ole(name, data, limits, deadline)
    job, engine = _MARKUP[kind]
    return Opened(run_safely(job, name, data, limits, deadline), engine)
