from __future__ import annotations

from pathlib import Path
from random import Random

from tests.findings.cases import HEADS, ONE_STOP, Rows, book, dossier
from thidua_cli.checking import check
from thidua_cli.findings import Finding
from thidua_cli.plan.loading import load_plan

STRANGE = ("Đóng hộp", "Ấn định", "An bài", "Dọn kho", "Ăn khớp")


def statuses(folder: Path, rows: Rows) -> list[str]:
    """The words of the unknown statuses in a list, as they are said."""
    folder.mkdir()
    findings = check([book(folder, {ONE_STOP: [HEADS, *rows]})], load_plan()).findings
    return [str(finding.params["value"]) for finding in findings if finding.code == "unknown_status"]


def test_findings_stand_in_vietnamese_order(tmp_path: Path) -> None:
    """Words with Đ, Ă and Â stand where a Vietnamese dictionary has them, whatever the order of the rows."""
    rows = [dossier(number, status=word) for number, word in enumerate(STRANGE, 1)]
    expected = ["An bài", "Ăn khớp", "Ấn định", "Dọn kho", "Đóng hộp"]
    assert expected == statuses(tmp_path / "one", rows)
    assert expected == statuses(tmp_path / "two", Random(1).sample(rows, len(rows)))  # noqa: S311 - an order


def test_the_worst_come_first() -> None:
    """Errors before warnings before information."""
    made = [Finding("system_assumed", {"file": "a"}), Finding("missing_code", {"count": 1})]
    made.append(Finding("unknown_answer", {"value": "x", "column": "y"}))
    assert ["unknown_answer", "missing_code", "system_assumed"] == [f.code for f in sorted(made, key=Finding.sort_key)]
