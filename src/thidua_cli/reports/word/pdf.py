"""Word files to PDF through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from thidua_cli.errors import OutputError
from thidua_cli.system.guard import CANNOT_START, run_guarded
from thidua_cli.system.scratch import scratch_folder, told_as_full
from thidua_cli.text.language import Message, t

PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
TIME_LIMIT = 180
"""Seconds for one run over all files."""
_END = b"%%EOF"


def find_office() -> Path | None:
    """LibreOffice on this machine, or None."""
    for program in PROGRAMS:
        found = shutil.which(program)
        if found:
            return Path(found)
    return next((place for place in _USUAL_PLACES if place.is_file()), None)


def to_pdf(documents: Mapping[str, bytes], *, office: Path | None = None) -> dict[str, bytes]:
    """Word files by name as PDF by name (``to-trinh.docx`` gives ``to-trinh.pdf``).

    ``office`` is the program to use instead of the one found. Every run has a profile of its own, so that an open
    LibreOffice does not disturb it; nothing of it stays. Raises OutputError if LibreOffice is missing, takes too long
    or leaves a file out, and where there is no room for temporary files.
    """
    if not documents:
        return {}
    program = office or find_office()
    if program is None:
        raise OutputError(
            t("No PDF can be made: LibreOffice is not installed on this machine."),
            hint=t("Install LibreOffice (it is free), or open the Word file and save it as PDF."),
        )
    with scratch_folder() as work:
        with told_as_full():
            for name, data in documents.items():
                (work / name).write_bytes(data)
            (work / "pdf").mkdir()
        _run(program, [work / name for name in documents], work)
        made = {f"{Path(name).stem}.pdf": _whole(work / "pdf" / f"{Path(name).stem}.pdf") for name in documents}
    missing = [name for name in documents if not made[f"{Path(name).stem}.pdf"]]
    if missing:
        raise _failed(t("no PDF of {missing}", missing=", ".join(missing)))
    return made


def _whole(path: Path) -> bytes:
    """The bytes of a PDF; none where it is not there, or was cut short by a full disk."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.rstrip().endswith(_END) else b""


def _run(program: Path, documents: Sequence[Path], work: Path) -> None:
    command = [str(program), f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(work / "pdf"), *map(str, documents)]
    try:
        status = run_guarded(command, work, TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise _failed(t("more than {seconds} seconds", seconds=TIME_LIMIT)) from error
    if status == CANNOT_START:
        raise _failed(t("{program} cannot be run", program=program.name))
    if status:
        raise _failed(t("exit status {status}", status=status))


def _failed(why: Message) -> OutputError:
    return OutputError(
        t("LibreOffice made no PDF: {why}.", why=why),
        hint=t("Check disk space, close LibreOffice and run again, or open the Word file and save it as PDF."),
    )
