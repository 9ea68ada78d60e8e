"""What commands do for the documents: templates beside the plan, the year before, what is not issued, new columns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.test_commands import SAMPLE, Run, data, thidua
from tests.support.workbooks import Rows, xlsx
from tests.word.support import edited, text
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import builtin_plan_path, load_plan
from thidua_cli.reports.word import template_bytes

__all__ = ["data", "thidua"]
BODY = "word/document.xml"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a plan and the office's own template beside it."""
    folder = tmp_path / "nam-2021"
    (folder / "mau-word").mkdir(parents=True)
    shutil.copy(builtin_plan_path(), folder / "criteria.yaml")
    own = edited(template_bytes("to-trinh")[0], BODY, "kính trình", "trân trọng kính trình")
    (folder / "mau-word" / "to-trinh.docx").write_bytes(own)
    return folder


def test_templates_beside_the_plan_are_taken_and_said(thidua: Run, data: Path, office: Path, tmp_path: Path) -> None:
    """Templates in mau-word beside the plan are used without an option, and the screen says so, also with --quiet."""
    status, _, err = thidua("score", data, "--plan", office / "criteria.yaml", "--quiet")

    assert (0, True) == (status, "mau-word" in err)
    assert "trân trọng kính trình" in text((tmp_path / "ket-qua" / "to-trinh.docx").read_bytes())


def test_templates_named_come_before_those_beside_the_plan(
    thidua: Run, data: Path, office: Path, tmp_path: Path
) -> None:
    """--templates rules, and nothing is said then."""
    shutil.copytree(office / "mau-word", tmp_path / "khac")
    (tmp_path / "khac" / "to-trinh.docx").write_bytes(template_bytes("to-trinh")[0])
    words = ("--plan", office / "criteria.yaml", "--templates", tmp_path / "khac")
    status, _, err = thidua("score", data, *words)

    assert (0, "") == (status, err)
    assert "trân trọng kính trình" not in text((tmp_path / "ket-qua" / "to-trinh.docx").read_bytes())


def test_the_year_before_is_compared_with(thidua: Run, data: Path, tmp_path: Path) -> None:
    """--previous puts last year's figures into the report, on score and on report; without it there are none."""
    report = tmp_path / "ra" / "bao-cao.docx"
    thidua("score", data, "--out", tmp_path / "truoc")
    thidua("score", SAMPLE, "--out", tmp_path / "ra", "--previous", tmp_path / "truoc" / "result.json")
    first = text(report.read_bytes())
    thidua("report", tmp_path / "ra" / "result.json", "--format", "bao-cao")
    second = text(report.read_bytes())
    words = ("--format", "bao-cao", "--previous", tmp_path / "truoc" / "result.json")
    thidua("report", tmp_path / "ra" / "result.json", *words)

    assert ["So sánh với năm" in one for one in (first, second)] == [True, False]
    assert "So sánh với năm" in text(report.read_bytes())


def test_a_decision_that_is_not_issued_is_said(thidua: Run, data: Path, tmp_path: Path) -> None:
    """Where nobody is commended no decision is written, and the screen says why."""
    status, out, _ = thidua("score", data)

    assert (0, True) == (status, "quyet-dinh.docx: chưa lập" in out)
    assert not (tmp_path / "ket-qua" / "quyet-dinh.docx").exists()


def test_lists_say_what_is_rolled_out_and_whose_initiative_it_is(tmp_path: Path) -> None:
    """Columns for rollout, scope and who carries it out are read, and the title in a person's own row."""
    ideas: Rows = [
        ["STT", "Tên sáng kiến", "Đơn vị", "Tác giả", "Kết quả công nhận", "Hiệu quả", "Phạm vi", "Nhân rộng"],
        [1, "Tổ lưu động", "Phường An Lộc", "Đỗ Thị Ái", "Công nhận", "Nhanh hơn", "Toàn thành phố", "Có"],
        [2, "Mã QR", "Phường An Lộc", "Đỗ Thị Ái", "Công nhận", "Rõ hơn", "Phường", "Không"],
    ]
    people: Rows = [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Xếp loại", "Sáng kiến"],
        [1, "Lê Văn Ví", "Chuyên viên", "Phường An Lộc", "Hoàn thành tốt nhiệm vụ", "Phiếu hẹn điện tử"],
    ]
    result = score([xlsx(tmp_path / "so-lieu.xlsx", {"Sáng kiến": ideas, "Cá nhân": people})], load_plan())

    assert [("Mã QR", False, "Phường"), ("Tổ lưu động", True, "Toàn thành phố")] == [
        (one.title, one.rollout, one.scope) for one in result.initiatives
    ]
    assert ["Phiếu hẹn điện tử"] == [one.initiative for one in result.individuals]
