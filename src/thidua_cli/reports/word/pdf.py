"""Word files to PDF through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from thidua_cli.errors import OutputError

PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
TIME_LIMIT = 180
"""Seconds for one run over all files."""


def find_office() -> Path | None:
    """LibreOffice on this machine, or None."""
    for program in PROGRAMS:
        found = shutil.which(program)
        if found:
            return Path(found)
    return next((place for place in _USUAL_PLACES if place.is_file()), None)


def to_pdf(documents: Sequence[Path], folder: Path, *, office: Path | None = None) -> list[Path]:
    """Convert Word files to PDF in ``folder``; returns the PDF paths in the same order.

    ``office`` is the program to use instead of the one found. Every run has a profile of its own, so that an open
    LibreOffice does not disturb it. Raises OutputError if LibreOffice is missing, takes too long or leaves a file out.
    """
    if not documents:
        return []
    program = office or find_office()
    if program is None:
        raise OutputError(
            "Không tạo được tệp PDF: máy này chưa cài LibreOffice.",
            "No PDF can be made: LibreOffice is not installed on this machine.",
            hint_vi="Cài LibreOffice (miễn phí), hoặc mở tệp Word rồi chọn Lưu dưới dạng PDF.",
            hint_en="Install LibreOffice (it is free), or open the Word file and save it as PDF.",
        )
    with tempfile.TemporaryDirectory(prefix="thidua-") as work:
        made = Path(work) / "pdf"
        made.mkdir()
        _run(program, documents, made, Path(work) / "profile")
        missing = [one.name for one in documents if not (made / f"{one.stem}.pdf").is_file()]
        if missing:
            raise _failed(f"không có tệp PDF của {', '.join(missing)}", f"no PDF of {', '.join(missing)}")
        folder.mkdir(parents=True, exist_ok=True)
        return [_move(made / f"{one.stem}.pdf", folder) for one in documents]


def _run(program: Path, documents: Sequence[Path], made: Path, profile: Path) -> None:
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(made), *(str(one.resolve()) for one in documents)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIME_LIMIT, check=False)  # noqa: S603 - found above
    except subprocess.TimeoutExpired as error:
        raise _failed(f"quá {TIME_LIMIT} giây", f"more than {TIME_LIMIT} seconds") from error
    except OSError as error:
        raise _failed(f"không chạy được {program.name}", f"{program.name} cannot be run") from error
    if done.returncode:
        raise _failed(f"mã lỗi {done.returncode}", f"exit status {done.returncode}")


def _failed(vi: str, en: str) -> OutputError:
    return OutputError(
        f"LibreOffice không tạo được tệp PDF: {vi}.",
        f"LibreOffice made no PDF: {en}.",
        hint_vi="Đóng LibreOffice rồi chạy lại, hoặc mở tệp Word và chọn Lưu dưới dạng PDF.",
        hint_en="Close LibreOffice and run again, or open the Word file and save it as PDF.",
    )


def _move(made: Path, folder: Path) -> Path:
    """Move a finished file into place in one step, so that no half-written PDF is ever seen."""
    target = folder / made.name
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(made, part)
    part.replace(target)
    return target
