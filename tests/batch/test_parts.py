from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.batch.folders import workbook
from thidua_cli.batch.parts import find_parts
from thidua_cli.errors import DataError, UsageError

OUT = Path("ket-qua")


def _names(folder: Path, out: Path = OUT) -> list[str]:
    return [part.name for part in find_parts(str(folder), out).parts]


def test_sub_folders_and_workbooks_are_parts(tmp_path: Path) -> None:
    """Each sub-folder with all tables below it is a part, and each workbook beside them is one."""
    (tmp_path / "Huyện Ất" / "năm 2021").mkdir(parents=True)
    for name in ("Huyện Ất/a.xlsx", "Huyện Ất/năm 2021/b.csv", "Phường An Lộc.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    found = find_parts(str(tmp_path), OUT).parts
    expected = [
        ("Huyện Ất", ["Huyện Ất/a.xlsx", "Huyện Ất/năm 2021/b.csv"], False),
        ("Phường An Lộc", ["Phường An Lộc.xlsx"], True),
    ]
    assert expected == [(part.name, [file.name for file in part.files], part.is_workbook) for part in found]


def test_lock_and_temporary_files_are_passed_over(tmp_path: Path) -> None:
    """Lock files of Office, hidden and temporary files and folders, and archives' leftovers are no parts."""
    for name in ("~$An Lộc.xlsx", ".an.xlsx", "~a.xlsx", "a.xlsx.tmp", "__MACOSX/a.xlsx", ".b/a.xlsx", "thật.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert ["thật"] == _names(tmp_path)


def test_results_beside_the_data_are_no_part(tmp_path: Path) -> None:
    """What earlier batches wrote is no data, in the folder of results and elsewhere; a workbook beside it still is."""
    for name in ("a.xlsx", "cũ/thêm.xlsx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    for name in ("ket-qua/a/result.json", "ket-qua/tong-hop.json", "cũ/a/phan.json", "cũ/a/trang.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        schema = (
            '{"schema": "thidua-part/1"}' if name.endswith("json") else '<meta name="generator" content="thidua 1">'
        )
        (tmp_path / name).write_text(schema, encoding="utf-8")
    found = find_parts(str(tmp_path), tmp_path / "ket-qua")
    assert ["a", "cũ"] == [part.name for part in found.parts]
    assert ([], {"cũ": 2, "ket-qua": 2}) == (list(found.empty), dict(found.own))


def test_results_may_not_go_into_the_data_folder(tmp_path: Path) -> None:
    """The data folder itself is refused for results: its sub-folders are the inputs."""
    workbook(tmp_path / "a.xlsx", {"Phường An Lộc": 0})
    with pytest.raises(UsageError, match="không được trùng"):
        find_parts(str(tmp_path), tmp_path)


def test_parts_of_one_name_get_results_of_their_own(tmp_path: Path) -> None:
    """A folder and two workbooks of one name, in whatever case and form, are three parts with three names."""
    for name in ("Xã Á/a.xlsx", "xã Á.xlsx", unicodedata.normalize("NFD", "Xã Á.csv"), "tong-hop.json.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    names = _names(tmp_path)
    assert 4 == len({name.casefold() for name in names})
    assert "tong-hop.json" not in names


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    """A sub-folder without any table file is named, and is no part."""
    (tmp_path / "Huyện Trống").mkdir()
    (tmp_path / "a.xlsx").write_bytes(b"x")
    assert ["Huyện Trống"] == list(find_parts(str(tmp_path), OUT).empty)


def test_nothing_to_do_is_an_error(tmp_path: Path) -> None:
    """A folder without any table, a file and a missing folder are refused with a message."""
    with pytest.raises(DataError, match="không có tệp bảng"):
        find_parts(str(tmp_path), OUT)
    with pytest.raises(UsageError, match="không phải thư mục"):
        find_parts(str(tmp_path / "không có"), OUT)


def test_long_paths_and_vietnamese_names(tmp_path: Path) -> None:
    """A path of more than 260 characters is a part like any other."""
    deep = (
        tmp_path / ("Ủy ban nhân dân huyện " * 4).strip() / ("số liệu cuối năm " * 5).strip() / ("đợt một " * 9).strip()
    )
    deep.mkdir(parents=True)
    (deep / "Hồ sơ.xlsx").write_bytes(b"x")
    (part,) = find_parts(str(tmp_path), OUT).parts
    assert 260 < len(part.files[0].address)
    assert part.name == ("Ủy ban nhân dân huyện " * 4).strip()
