from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.check.conftest import Check
from tests.findings.cases import HEADS, ONE_STOP, book, dossier, dossiers

STRANGE = "Ngày dân đến lấy"
APPLICANT = "Võ Văn Mẫu"


def with_strange_words(folder: Path, head: str = "Ngày hẹn trả") -> Path:
    """A list with a unit and two statuses that nobody knows, and perhaps a head."""
    heads = [head if text == "Ngày hẹn trả" else text for text in HEADS]
    rows = [dossier(4, unit="Phường An Lọc", status="Chuyển kho B"), dossier(5, status="Đóng hộp")]
    listed = [[*heads, "Người nộp"], *([*row, APPLICANT] for row in dossiers(*rows)[1:])]
    return book(folder, {ONE_STOP: listed})


def saved(thidua: Check, data: Path) -> str:
    """The mapping file that check writes for some data."""
    status, _, err = thidua("check", data, "--save-mapping", "tu-vung.yaml")
    assert (0, "") == (status, err)
    return Path("tu-vung.yaml").read_text(encoding="utf-8")


def codes(thidua: Check, data: Path, *words: str) -> set[str]:
    """The codes of everything that check finds."""
    status, out, err = thidua("check", data, "--json", *words)
    assert (0, "") == (status, err)
    report = json.loads(out)
    return {f["code"] for f in [*report["findings"], *(one for file in report["files"] for one in file["findings"])]}


def test_a_mapping_as_it_was_saved_changes_nothing(thidua: Check, tmp_path: Path) -> None:
    """Until somebody fills it in, the file is valid and decides nothing."""
    data = with_strange_words(tmp_path)
    saved(thidua, data)
    assert {"unknown_status", "unknown_unit"} <= codes(thidua, data)
    assert codes(thidua, data) == codes(thidua, data, "--mapping", "tu-vung.yaml")


def test_statuses_and_units_filled_in_are_taken(thidua: Check, tmp_path: Path) -> None:
    """The words listed in the file, put in their places, are known from then on, to every command."""
    data = with_strange_words(tmp_path)
    text = saved(thidua, data)
    assert '# chưa biết: "Chuyển kho B" (1 dòng)' in text
    line = '# - {name: "Phường An Lộc", aliases: ["Phường An Lọc"]}'
    assert line in text
    text = text.replace(line, line.removeprefix("# "))
    text = text.replace("resolved: []", 'resolved: ["Chuyển kho B", "Đóng hộp"]', 1)
    Path("tu-vung.yaml").write_text(text, encoding="utf-8")
    assert not {"unknown_status", "unknown_unit"} & codes(thidua, data, "--mapping", "tu-vung.yaml")
    status, out, _ = thidua("score", data, "--json", "--mapping", "tu-vung.yaml")
    (unit,) = [unit for unit in json.loads(out)["units"] if unit["id"] == "phuong-an-loc"]
    received = [m["denominator"] for c in unit["criteria"] for m in c["measures"] if m["id"] == "on_time"]
    assert (0, [5]) == (status, received)


def test_heads_filled_in_are_taken(thidua: Check, tmp_path: Path) -> None:
    """A list that lacks its due dates under a known head is read once the head is taught."""
    data = with_strange_words(tmp_path, STRANGE)
    text = saved(thidua, data)
    assert f'# dossiers.due: ["{STRANGE}"]' in text
    assert "missing_column" in codes(thidua, data)
    Path("tu-vung.yaml").write_text(text.replace("# dossiers.due", "dossiers.due"), encoding="utf-8")
    assert "missing_column" not in codes(thidua, data, "--mapping", "tu-vung.yaml")


def test_a_mapping_names_no_person(thidua: Check, tmp_path: Path) -> None:
    """Of a sheet that was not understood its header words are saved, personal heads and cells are not."""
    text = saved(thidua, with_strange_words(tmp_path, STRANGE))
    assert APPLICANT not in text
    assert "Người nộp" not in text


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("vocabulary:\n  statuses:\n    resolvd: [Xong]\n", "dòng 3", "resolved"),
        ("vocabulary:\n  headers:\n    dossiers.du: [Hẹn]\n", "dòng 3", "dossiers.due"),
        ("vocabulary:\n  headers: [\n", "dòng", ""),
    ],
)
def test_a_mistake_is_one_message_with_its_place(
    text: str, place: str, word: str, thidua: Check, tmp_path: Path
) -> None:
    """A mapping that is not valid ends with status 4, line and nearest valid word, and reads no data."""
    Path("sai.yaml").write_text(text, encoding="utf-8")
    status, out, err = thidua("check", with_strange_words(tmp_path), "--mapping", "sai.yaml")
    assert (4, "") == (status, out)
    assert "sai.yaml" in err
    assert place in err
    assert "cột" in err
    assert word in err


def test_an_input_is_not_overwritten(thidua: Check, tmp_path: Path) -> None:
    """--save-mapping refuses the name of a data file."""
    data = with_strange_words(tmp_path)
    status, _, err = thidua("check", data, "--save-mapping", data)
    assert 2 == status
    assert "--save-mapping" in err
