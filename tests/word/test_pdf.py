from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.programs import office_program
from tests.word.support import document
from thidua_cli.errors import OutputError
from thidua_cli.reports.word import pdf

DOCUMENTS = {"to-trinh.docx": document("to-trinh")}


def _program(folder: Path, lines: str) -> Path:
    """A stand-in for LibreOffice: a shell script."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_missing_libreoffice_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the message says so and what to do."""
    monkeypatch.setattr(pdf, "find_office", lambda: None)

    with pytest.raises(OutputError, match="chưa cài LibreOffice"):
        pdf.to_pdf(DOCUMENTS)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("exit 0", r"không có tệp PDF của to-trinh\.docx"),
        ("exit 77", "mã lỗi 77"),
        ("kill -9 $$", "mã lỗi 1"),
        # What a full disk leaves behind: the first bytes of a file.
        (
            'while [ "$1" != --outdir ]; do shift; done; printf %s "%PDF-1.7" > "$2/to-trinh.pdf"',
            "không có tệp PDF",
        ),
    ],
)
def test_a_run_that_makes_nothing_whole_is_told(tmp_path: Path, lines: str, message: str) -> None:
    """A run that leaves no whole PDF, or fails, is an error that says so."""
    with pytest.raises(OutputError, match=message):
        pdf.to_pdf(DOCUMENTS, office=_program(tmp_path, lines))


def test_a_program_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    """A LibreOffice that was removed since it was found is one message."""
    with pytest.raises(OutputError, match="không chạy được soffice"):
        pdf.to_pdf(DOCUMENTS, office=tmp_path / "soffice")


def test_a_run_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over the time limit is ended and told."""
    monkeypatch.setattr(pdf, "TIME_LIMIT", 0.05)
    office = _program(tmp_path, "exec tail -f /dev/null")

    with pytest.raises(OutputError, match="quá"):
        pdf.to_pdf(DOCUMENTS, office=office)


@pytest.mark.office
def test_a_word_file_becomes_a_pdf() -> None:
    """A Word file becomes a PDF."""
    office_program()

    assert b"%PDF-" == pdf.to_pdf(DOCUMENTS)["to-trinh.pdf"][:5]
