from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.programs import office_program
from tests.word.support import document
from thidua_cli.errors import OutputError
from thidua_cli.reports.word import pdf


def _word_file(folder: Path) -> Path:
    path = folder / "to-trinh.docx"
    path.write_bytes(document("to-trinh"))
    return path


def _program(folder: Path, lines: str) -> Path:
    """A stand-in for LibreOffice: a shell script."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_missing_libreoffice_is_one_clear_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the message says so and what to do."""
    monkeypatch.setattr(pdf, "find_office", lambda: None)

    with pytest.raises(OutputError, match="chưa cài LibreOffice"):
        pdf.to_pdf([_word_file(tmp_path)], tmp_path)


def test_a_run_that_makes_nothing_is_told(tmp_path: Path) -> None:
    """A run that ends well but leaves no PDF is an error that names the file."""
    office = _program(tmp_path, "exit 0")

    with pytest.raises(OutputError, match=r"không có tệp PDF của to-trinh\.docx"):
        pdf.to_pdf([_word_file(tmp_path)], tmp_path / "out", office=office)


def test_a_run_that_fails_is_told(tmp_path: Path) -> None:
    """A run that fails is an error with its exit status, and nothing is written."""
    office = _program(tmp_path, "exit 77")

    with pytest.raises(OutputError, match="mã lỗi 77"):
        pdf.to_pdf([_word_file(tmp_path)], tmp_path / "out", office=office)
    assert not (tmp_path / "out").exists()


def test_a_run_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over the time limit is ended and told."""
    monkeypatch.setattr(pdf, "TIME_LIMIT", 0.05)
    office = _program(tmp_path, "exec tail -f /dev/null")

    with pytest.raises(OutputError, match="quá"):
        pdf.to_pdf([_word_file(tmp_path)], tmp_path / "out", office=office)


@pytest.mark.office
def test_a_word_file_becomes_a_pdf(tmp_path: Path) -> None:
    """A Word file becomes a PDF in the folder asked for."""
    office_program()

    made = pdf.to_pdf([_word_file(tmp_path)], tmp_path / "out")

    assert [tmp_path / "out" / "to-trinh.pdf"] == made
    assert b"%PDF-" == made[0].read_bytes()[:5]
