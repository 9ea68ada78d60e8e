from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.check.conftest import Check
from tests.support.screens import flat
from tests.support.workbooks import raw_xlsx
from thidua_cli.intake.opening import limits as bounds
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS

FAR = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="CV900"><v>1</v></c></row></sheetData>'


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits of 50,000 cells a sheet."""
    monkeypatch.setattr(bounds, "DEFAULT_LIMITS", replace(DEFAULT_LIMITS, cells=50_000))


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("command", ["check", "score"])
def test_a_sheet_beyond_the_limit_is_refused_with_the_option_that_raises_it(
    command: str, thidua: Check, tmp_path: Path
) -> None:
    """The message counts as Vietnamese documents do and names --limits."""
    status, out, err = thidua(command, raw_xlsx(tmp_path / "xa.xlsx", FAR))
    assert (3, "") == (status, out)
    assert "dòng 900, cột 100, vượt giới hạn đọc (50.000 ô)" in flat(err)
    assert "--limits 4" in err


@pytest.mark.usefixtures("narrow")
def test_raised_limits_let_it_through(thidua: Check, tmp_path: Path) -> None:
    """Twice 50,000 cells hold a box of 90,000."""
    status, out, _ = thidua("check", raw_xlsx(tmp_path / "xa.xlsx", FAR), "--limits", "2")
    assert 0 == status
    assert "Đã đọc 1 tệp" in out


@pytest.mark.parametrize("value", ["0", "65", "nhiều"])
def test_senseless_limits_are_wrong_usage(value: str, thidua: Check, tmp_path: Path) -> None:
    """The limits are raised by a whole number, and not without end."""
    status, _, err = thidua("check", raw_xlsx(tmp_path / "xa.xlsx", FAR), "--limits", value)
    assert 2 == status
    assert "--limits" in err


def test_what_raising_raises() -> None:
    """Sizes, cells, memory and time grow; how a file is read does not depend on it."""
    raised = DEFAULT_LIMITS.raised(3)
    assert 3 * DEFAULT_LIMITS.cells == raised.cells
    assert 3 * DEFAULT_LIMITS.file_bytes == raised.file_bytes
    assert DEFAULT_LIMITS.in_process_bytes == raised.in_process_bytes
    assert DEFAULT_LIMITS.columns == raised.columns
