"""A unit without cases says so itself: its name and "Không có" beside it, in any column of any list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_commands import Run, thidua
from tests.starting.test_leading import one_line
from tests.support.workbooks import xlsx

__all__ = ["thidua"]
REGISTER: list[list[Any]] = [
    ["STT", "Đơn vị", "Khối thi đua"],
    [1, "Phường An Lộc", "Xã, phường"],
    [2, "Phường An Bình A", "Xã, phường"],
]
HEADS = ["Mã hồ sơ", "Đơn vị", "Thủ tục", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả kết quả", "Trạng thái"]
DONE = ["1", "Phường An Lộc", "Chứng thực", "01/03/2021", "05/03/2021", "04/03/2021", "Đã trả kết quả"]
LOG, TASKS, IDEAS = "Sổ ngoài phần mềm", "Nhiệm vụ", "Sáng kiến"


def judged(thidua: Run, sheets: dict[str, list[list[Any]]]) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """The measures of Phường An Bình A by name, and every finding."""
    xlsx(Path("so.xlsx"), {"Danh mục đơn vị": REGISTER, **sheets})
    found = json.loads(thidua("score", "so.xlsx", "--json", "--skip-unreadable")[1])
    unit = next(one for one in found["units"] if one["name"] == "Phường An Bình A")
    return {one["id"]: one for criterion in unit["criteria"] for one in criterion["measures"]}, found["findings"]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        *((column, "Không có") for column in (0, 2, 3, 4, 5, 6)),
        *((6, said) for said in ("Không phát sinh", "Không", "0 hồ sơ", "Không có hồ sơ phát sinh trong kỳ")),
    ],
)
def test_a_unit_confirms_that_it_had_no_dossiers(thidua: Run, column: int, said: str) -> None:
    """In whichever column it is written, the unit has no cases, a finding names it, and nothing more is asked for."""
    row: list[Any] = [None] * len(HEADS)
    row[1], row[column] = "Phường An Bình A", said
    measures, findings = judged(thidua, {LOG: [[LOG.upper()], HEADS, DONE, row]})
    own = [one["code"] for one in findings if one["unit"] == "phuong-an-binh-a" and one["severity"] != "error"]
    assert ("nothing_reported" in own, "missing_unit_data" in own) == (True, False)
    assert "no_cases" == measures["on_time"]["reason"]
    assert not {"unknown_status", "unreadable_date"} & {one["code"] for one in findings}
    assert "xác nhận không phát sinh" not in one_line(thidua("remind", "so.xlsx", "--json")[1])


@pytest.mark.parametrize("row", [["7", "Phường An Bình A", "Không rõ", *[None] * 4], ["Chưa có", "Phường An Bình A"]])
def test_other_words_confirm_nothing(thidua: Run, row: list[Any]) -> None:
    """What is not known ("Không rõ") or not there yet ("Chưa có") is no word that there are no cases."""
    _, findings = judged(thidua, {LOG: [[LOG.upper()], HEADS, DONE, [*row, *[None] * (len(HEADS) - len(row))]]})
    assert "nothing_reported" not in {one["code"] for one in findings}


@pytest.mark.parametrize("others", [True, False])
def test_a_unit_confirms_that_it_had_no_tasks_and_no_initiatives(thidua: Run, others: bool) -> None:
    """Without tasks a share of them does not apply; without initiatives there are none: with or without other rows."""
    tasks: list[list[Any]] = [["STT", "Nhiệm vụ được giao", "Đơn vị", "Kết quả thực hiện"]]
    ideas: list[list[Any]] = [["STT", "Tên sáng kiến", "Đơn vị", "Tác giả", "Được công nhận"]]
    if others:
        tasks.append([1, "Rà soát thủ tục", "Phường An Lộc", "Hoàn thành"])
        ideas.append([1, "Mã QR tại bộ phận một cửa", "Phường An Lộc", "Trần Văn Bảy", "Có"])
    tasks.append([2, "Không có", "Phường An Bình A", None])
    ideas.append([2, "Không có", "Phường An Bình A", None, None])
    measures, findings = judged(thidua, {LOG: [[LOG.upper()], HEADS, DONE], TASKS: tasks, IDEAS: ideas})
    assert ("not_applicable", "no_cases") == (
        measures["task_completion"]["verdict"],
        measures["task_completion"]["reason"],
    )
    assert ("not_met", 0) == (measures["initiatives"]["verdict"], measures["initiatives"]["numerator"])
    said = {(one["sheet"], one["unit"]) for one in findings if one["code"] == "nothing_reported"}
    assert {(TASKS, "phuong-an-binh-a"), (IDEAS, "phuong-an-binh-a")} == said


def test_an_answer_beside_an_unnamed_task_confirms_nothing(thidua: Run) -> None:
    """The word "Không" under what came of a task says that it was not done."""
    tasks: list[list[Any]] = [
        ["STT", "Nhiệm vụ được giao", "Đơn vị", "Kết quả thực hiện"],
        [1, None, "Phường An Bình A", "Không"],
    ]
    _, findings = judged(thidua, {LOG: [[LOG.upper()], HEADS, DONE], TASKS: tasks})
    assert TASKS not in {one["sheet"] for one in findings if one["code"] == "nothing_reported"}
