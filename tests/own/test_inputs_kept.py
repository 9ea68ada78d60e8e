"""An input is never written, whatever it is called and by whatever link it is reached."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.own.conftest import Run
from tests.own.data import one_stop
from thidua_cli.errors import UsageError
from thidua_cli.outputs import refuse_inputs

LATE = {"Phường An Lộc": 1}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _refused(thidua: Run, folder: Path, name: str, *words: str | Path) -> None:
    """The command ends in wrong usage that names the input, and no byte below the folder is other than before."""
    before = tree(folder)
    status, out, err = thidua(*words)
    assert (2, "", True) == (status, out, name in err), err
    assert "Chọn" in err
    assert before == tree(folder)


def _symbolic(source: Path, link: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(source)


def _hard(source: Path, link: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    os.link(source, link)


@pytest.mark.parametrize("link", [_symbolic, _hard])
def test_an_output_that_is_an_input_by_a_link(thidua: Run, tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    """Where an output's name is a link to an input, score, check and report refuse it before they write anything."""
    data = one_stop(tmp_path / "so-lieu.xlsx", LATE)
    link(data, tmp_path / "ket-qua" / "xep-hang.xlsx")
    link(data, tmp_path / "can-sua.xlsx")
    _refused(thidua, tmp_path, "so-lieu.xlsx", "score", data)
    _refused(thidua, tmp_path, "so-lieu.xlsx", "check", data, "--fix-list", "can-sua.xlsx")


def test_an_input_named_like_an_output(thidua: Run, tmp_path: Path) -> None:
    """A data file called xep-hang.xlsx in the folder of results is read and refused as an output, given or found."""
    one_stop(tmp_path / "so-lieu.xlsx", LATE)
    one_stop(tmp_path / "xep-hang.xlsx", LATE, first=50)
    _refused(thidua, tmp_path, "xep-hang.xlsx", "score", ".", "--out", ".")
    _refused(thidua, tmp_path, "xep-hang.xlsx", "score", "so-lieu.xlsx", "xep-hang.xlsx", "--out", ".")
    assert 0 == thidua("score", ".", "--out", ".", "--format", "json,html")[0]
    assert 0 == thidua("score", ".", "--out", "ra")[0]


def test_through_a_linked_folder(thidua: Run, tmp_path: Path) -> None:
    """A folder of results that is a link to the data's folder does not hide that an input would be written."""
    data = one_stop(tmp_path / "nam" / "xep-hang.xlsx", LATE)
    (tmp_path / "ra").symlink_to(tmp_path / "nam", target_is_directory=True)
    _refused(thidua, tmp_path, "xep-hang.xlsx", "score", data, "--out", "ra")
    _refused(thidua, tmp_path, "xep-hang.xlsx", "check", "nam", "--fix-list", "ra/xep-hang.xlsx")


def test_the_list_of_things_to_mend_over_its_data(thidua: Run, tmp_path: Path) -> None:
    """--fix-list over a file inside a folder given, or over the plan or mapping, is refused."""
    data = one_stop(tmp_path / "nam" / "a.xlsx", LATE)
    assert 0 == thidua("check", data, "--save-mapping", "tu-vung.yaml")[0]
    _refused(thidua, tmp_path, "a.xlsx", "check", "nam", "--fix-list", "nam/a.xlsx")
    _refused(thidua, tmp_path, "tu-vung.yaml", "check", data, "--mapping", "tu-vung.yaml", "--fix-list", "tu-vung.yaml")
    _refused(thidua, tmp_path, "a.xlsx", "check", "nam", "--save-mapping", "nam/a.xlsx")


def test_a_mapping_over_a_link_that_leads_nowhere(thidua: Run, tmp_path: Path) -> None:
    """--save-mapping does not put its file in place of a link, also one whose target is away for now."""
    data = one_stop(tmp_path / "a.xlsx", LATE)
    (tmp_path / "tu-vung.yaml").symlink_to(tmp_path / "o-mang.yaml")
    assert 2 == thidua("check", data, "--save-mapping", "tu-vung.yaml")[0]
    assert (tmp_path / "tu-vung.yaml").is_symlink()


@pytest.mark.parametrize("command", ["score", "report", "batch"])
def test_templates_are_inputs(thidua: Run, tmp_path: Path, command: str) -> None:
    """Results written into the folder of an office's own templates would overwrite them: refused by every command."""
    one_stop(tmp_path / "phan" / "a" / "so-lieu.xlsx", LATE)
    thidua("init", "nam")
    thidua("score", "phan", "--out", "cu", "--format", "json")
    mine = tmp_path / "nam" / "mau-word"
    if command == "batch":
        mine.rename(tmp_path / "nam" / "a")
        mine = tmp_path / "nam" / "a"
    words: dict[str, tuple[str | Path, ...]] = {
        "score": ("score", "phan", "--out", mine),
        "report": ("report", "cu/result.json", "--out", mine),
        "batch": ("batch", "phan", "--out", "nam", "--jobs", "1"),
    }
    _refused(thidua, tmp_path, ".docx", *words[command], "--templates", mine)


def test_a_batch_into_the_folder_above_its_data(thidua: Run, tmp_path: Path) -> None:
    """A part whose results would go over its own data is refused before any part is scored."""
    one_stop(tmp_path / "x" / "y" / "con" / "xep-hang.xlsx", LATE)
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "con").symlink_to(tmp_path / "x" / "y" / "con", target_is_directory=True)
    _refused(thidua, tmp_path, "xep-hang.xlsx", "batch", "x/y", "--out", "ra", "--jobs", "1")


def test_init_writes_over_nothing(thidua: Run, tmp_path: Path) -> None:
    """Where one of its names is taken, also by a link that leads nowhere, init leaves that alone and says so."""
    (tmp_path / "nam" / "so-lieu").mkdir(parents=True)
    (tmp_path / "nam" / "so-lieu" / "don-vi.xlsx").symlink_to(tmp_path / "o-mang.xlsx")
    status, _, err = thidua("init", "nam")
    assert (0, True) == (status, "don-vi.xlsx" in err)
    assert (True, False) == ((tmp_path / "nam/so-lieu/don-vi.xlsx").is_symlink(), (tmp_path / "o-mang.xlsx").exists())
    assert (tmp_path / "nam" / "criteria.yaml").is_file()


def test_report_over_its_own_result(thidua: Run, tmp_path: Path) -> None:
    """A result that somebody renamed to the name of a report is not overwritten by that report."""
    data = one_stop(tmp_path / "so-lieu.xlsx", LATE)
    thidua("score", data, "--format", "json")
    (tmp_path / "ket-qua" / "result.json").rename(tmp_path / "ket-qua" / "xep-hang.html")
    _refused(thidua, tmp_path, "xep-hang.html", "report", "ket-qua/xep-hang.html")


def test_other_spellings_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system says that two names are one file (no case, short names), the input is seen by its number."""
    data = one_stop(tmp_path / "So-Lieu.xlsx", LATE)
    other = tmp_path / "SO-LIE~1.XLS"
    _hard(data, other)  # one file by two names is what such systems show
    with pytest.raises(UsageError, match=r"So-Lieu\.xlsx"):
        refuse_inputs([other], [data])
    monkeypatch.setattr(os.path, "normcase", lambda path: str(path).lower())
    real = Path.stat
    monkeypatch.setattr(
        Path, "stat", lambda self, **more: os.stat_result((*real(self, **more)[:1], 0, *real(self)[2:]))
    )
    with pytest.raises(UsageError, match=r"So-Lieu\.xlsx"):
        refuse_inputs([data], [data.with_name("So-Lieu.xlsx")])
