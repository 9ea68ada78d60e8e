from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from thidua_cli.choosing import choose_plan
from thidua_cli.errors import DataError, UnreadableFileError, UsageError
from thidua_cli.intake.opening import list_inputs
from thidua_cli.intake.opening.inputs import expanded


def files(folder: Path, *names: str) -> Path:
    """A folder with small files of these names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a,b\n", encoding="utf-8")
    return folder


def test_folder(tmp_path: Path) -> None:
    """A folder means every table file below it, named relative to it; other files are named and left alone."""
    folder = files(tmp_path / "f", "b.xlsx", "a/x.csv", "a/ghi chú.docx", "~$b.xlsx", ".an.csv", "a/c.tmp", "c.XLS")
    found, findings, _ = list_inputs([folder])
    assert ["a/x.csv", "b.xlsx", "c.XLS"] == [i.name for i in found]
    assert [("not_a_table_file", "a/ghi chú.docx")] == [(f.code, f.file) for f in findings]


def test_texts_and_pages_in_a_folder(tmp_path: Path) -> None:
    """In a folder, prose and pages without a table are named and left alone; texts and pages with one are read."""
    contents = {
        "a.txt": "a;b\n1;2\n",
        "b.txt": "Kính gửi: UBND.\nTrân trọng, cảm ơn\n",
        "c.html": "<html><table><tr><td>1</td></tr></table></html>",
        "d.html": "<html><p>Hướng dẫn</p></html>",
        "e.xml": "<?xml version='1.0'?><cấu-hình/>",
    }
    for name, text in contents.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found, findings, _ = list_inputs([tmp_path])
    assert ["a.txt", "c.html"] == [i.name for i in found]
    assert ["b.txt", "d.html", "e.xml"] == [f.file for f in findings]


def test_only_own_outputs_are_left_out(tmp_path: Path) -> None:
    """Beside a result of an earlier run everything is still read but what the program wrote, each file of it named."""
    folder = files(tmp_path, "a.csv", "ket-qua/xep-hang.xlsx", "khac/result.json", "khac/b.csv")
    (folder / "ket-qua" / "result.json").write_text('{\n "schema": "thidua-result/1"', encoding="utf-8")
    found, findings, own = list_inputs([folder])
    assert ["a.csv", "ket-qua/xep-hang.xlsx", "khac/b.csv"] == [i.name for i in found]
    assert [("not_a_table_file", "khac/result.json"), ("own_output", "ket-qua/result.json")] == [
        (f.code, f.file) for f in findings
    ]
    assert ["ket-qua/result.json"] == list(own)


def test_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    """Files come in the order of their names, however they were given."""
    folder = files(tmp_path, "b.csv", "a.csv")
    given = [folder / "b.csv", folder / "a.csv"]
    assert list_inputs(given) == list_inputs(given[::-1])


def test_same_file_twice(tmp_path: Path) -> None:
    """A file that is given and also lies in a given folder is read once."""
    folder = files(tmp_path, "a.csv")
    found, *_ = list_inputs([folder, folder / "a.csv"])
    assert ["a.csv"] == [i.name for i in found]


def test_colliding_names(tmp_path: Path) -> None:
    """Two files of one name are told apart by the folders they come from."""
    files(tmp_path, "x/a.csv", "y/a.csv")
    found, *_ = list_inputs([tmp_path / "x", tmp_path / "y" / "a.csv"])
    assert ["x/a.csv", "y/a.csv"] == [i.name for i in found]


def test_colliding_parents(tmp_path: Path) -> None:
    """Where even the parents are named alike, a number tells the files apart."""
    files(tmp_path, "1/x/a.csv", "2/x/a.csv")
    found, *_ = list_inputs([tmp_path / "1/x/a.csv", tmp_path / "2/x/a.csv"])
    assert ["x/a.csv (1)", "x/a.csv (2)"] == [i.name for i in found]


def test_names_are_composed(tmp_path: Path) -> None:
    """Names from systems that decompose letters are shown composed."""
    name = "Hồ sơ.csv"
    files(tmp_path, unicodedata.normalize("NFD", name))
    found, *_ = list_inputs([tmp_path])
    assert [name] == [i.name for i in found]


def test_missing_path(tmp_path: Path) -> None:
    """A path that does not exist is wrong usage, and the message names it."""
    with pytest.raises(UsageError, match=r"khong-co\.xlsx"):
        list_inputs([tmp_path / "khong-co.xlsx"])


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without table files gives no score."""
    with pytest.raises(DataError, match="Không tìm thấy"):
        list_inputs([files(tmp_path, "a.docx")])


def test_a_pattern_below_a_folder_with_brackets_finds_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what does not exist as written is a pattern: a folder "nam [2026]" is a folder, not one letter of four."""
    files(tmp_path, "nam [2026]/b.xlsx", "nam [2026]/a.xlsx", "nam 2/c.xlsx")
    monkeypatch.chdir(tmp_path)
    assert ["nam [2026]/a.xlsx", "nam [2026]/b.xlsx"] == [p.as_posix() for p in expanded([Path("nam [2026]/*.xlsx")])]
    assert [tmp_path / "nam 2" / "c.xlsx"] == expanded([tmp_path / "nam 2" / "*.xlsx"])


def test_a_folder_that_cannot_be_listed_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the data never passes for the whole: a closed folder inside is named; asked to, a run leaves it out."""
    files(tmp_path, "a.xlsx", "kin/b.xlsx")
    scandir = os.scandir

    def closed(place: str | os.PathLike[str]) -> object:
        if Path(place).name == "kin":
            raise PermissionError(13, "Permission denied", str(place))
        return scandir(place)

    monkeypatch.setattr(os, "scandir", closed)
    choose_plan(None, [tmp_path])
    for paths, skip in (([tmp_path], False), ([tmp_path / "kin"], True)):
        with pytest.raises(UnreadableFileError, match="kin"):
            list_inputs(paths, skip=skip)
    found, findings, _ = list_inputs([tmp_path], skip=True)
    assert (["a.xlsx"], [("skipped_unreadable", "kin")]) == (
        [item.name for item in found],
        [(finding.code, finding.file) for finding in findings],
    )
