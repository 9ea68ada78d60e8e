"""A run over a folder that holds an earlier run's files: no data passed over, none counted twice, the same bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.own.conftest import Run
from tests.own.data import one_stop
from thidua_cli.cli.main import run

ROOT = Path(__file__).parents[2]
SETS = [*sorted((ROOT / "tests" / "exports").iterdir()), ROOT / "samples" / "mot-tap.xlsx"]
SETS = [path for path in SETS if path.is_dir() or path.suffix == ".xlsx"]
WARDS = ("Phường An Lộc", "Phường An Thạnh", "Phường An Lạc")


def _twice(folder: Path, *words: str) -> None:
    """Score the working folder twice and compare the results byte for byte."""
    out = folder / (words[words.index("--out") + 1] if "--out" in words else "ket-qua")
    assert 0 == run(["score", ".", "--quiet", *words])
    first = (out / "result.json").read_bytes()
    assert 0 == run(["score", ".", "--quiet", *words])
    assert first == (out / "result.json").read_bytes()


@pytest.mark.parametrize("words", [(), ("--out", ".")], ids=["ket-qua", "out ."])
@pytest.mark.parametrize("given_set", SETS, ids=lambda path: path.name)
def test_the_second_run_gives_the_same_bytes(
    given_set: Path, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`thidua score .` twice in one folder gives the same result.json, with the results below the data or beside."""
    monkeypatch.chdir(tmp_path)
    if given_set.is_dir():
        shutil.copytree(given_set, tmp_path, dirs_exist_ok=True)
    else:
        shutil.copy(given_set, tmp_path)
    _twice(tmp_path, "--format", "json,html,xlsx,to-trinh.docx", *words)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    files=st.lists(st.dictionaries(st.sampled_from(WARDS), st.integers(0, 4), min_size=1), min_size=1, max_size=3),
    words=st.sampled_from([(), ("--out", "."), ("--out", "so-lieu/ra")]),
)
def test_any_small_set_gives_the_same_bytes(
    files: list[dict[str, int]], words: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the files hold and wherever the results go, the second run gives the first one's bytes."""
    folder = tmp_path_factory.mktemp("nam")
    for number, late in enumerate(files):
        one_stop(folder / "so-lieu" / f"mot-cua-{number}.xlsx", late, first=1 + 10 * number)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        _twice(folder, "--format", "json,html,xlsx", *words)


def test_a_workbook_beside_a_result_is_read(thidua: Run, tmp_path: Path) -> None:
    """A user's own workbook beside an earlier run's files counts; the files of that run are named and do not."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 0, "Phường An Thạnh": 1})
    thidua("score", "mot-cua.xlsx")
    one_stop(tmp_path / "ket-qua" / "bo-sung.xlsx", {"Phường An Lộc": 4}, first=50)
    status, out, _ = thidua("score", ".", "--out", "moi")
    result = json.loads((tmp_path / "moi" / "result.json").read_bytes())
    ranks = {unit["name"]: unit["rank"] for unit in result["units"]}
    assert (0, {"Phường An Thạnh": 1, "Phường An Lộc": 2}) == (status, ranks)
    assert ["ket-qua/bo-sung.xlsx", "mot-cua.xlsx"] == [item["file"] for item in result["inputs"]]
    own = [finding["file"] for finding in result["findings"] if finding["code"] == "own_output"]
    assert 8 == len(own)
    assert all(name in out.replace("\n", " ") for name in own)


def test_only_own_outputs_are_a_message(thidua: Run, tmp_path: Path) -> None:
    """Where all that is given was written by the program, that is said with exit status 3 and nothing is written."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 0})
    thidua("score", "mot-cua.xlsx")
    status, _, err = thidua("score", "ket-qua", "--out", "moi")
    assert (3, True, False) == (status, "thidua tự ghi ra" in err, (tmp_path / "moi").exists())


def test_a_fix_list_beside_the_original_is_not_counted_again(thidua: Run, tmp_path: Path) -> None:
    """The copies of the user's rows in a fix list are no second data; the screen says where to mend instead."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    thidua("score", ".", "--out", "ra-1")
    thidua("check", "mot-cua.xlsx", "--fix-list", "can-sua.xlsx")
    _, out, _ = thidua("score", "mot-cua.xlsx", "can-sua.xlsx", "--out", "ra-2")
    first, second = (json.loads((tmp_path / name / "result.json").read_bytes()) for name in ("ra-1", "ra-2"))
    assert first["units"] == second["units"]
    assert "can-sua.xlsx" in out
    assert "sửa ô cùng địa chỉ trong tệp gốc" in " ".join(out.split())


def test_a_mended_fix_list_by_itself_says_what_to_do(thidua: Run, tmp_path: Path) -> None:
    """A fix list given alone, mended or not, is refused with the one sentence that says where to mend."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    thidua("check", "mot-cua.xlsx", "--fix-list", "can-sua.xlsx")
    status, _, err = thidua("score", "can-sua.xlsx")
    assert (3, True) == (status, "trong tệp gốc rồi chạy lại với tệp gốc" in " ".join(err.split()))


@pytest.mark.parametrize("command", [("explain", "--unit", "Phường An Lộc"), ("what-if", "--set", "tc3=60")])
def test_other_commands_name_what_they_leave_out(thidua: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Explain and what-if say on the error stream which files of the program's own they did not read."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    thidua("score", ".")
    status, _, err = thidua(command[0], ".", *command[1:])
    assert (0, True) == (status, "ket-qua/xep-hang.xlsx" in err)


def test_a_saved_screen_is_no_data(thidua: Run, tmp_path: Path) -> None:
    """A screen saved among the data is named as the program's own, and the result is as without it."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    shutil.copy(Path(__file__).with_name("man-hinh-ban-cu.txt"), tmp_path / "ghi-man-hinh.txt")
    _, out, _ = thidua("check", ".", "--json")
    assert [("ghi-man-hinh.txt", ["own_output"]), ("mot-cua.xlsx", [])] == [
        (file["file"], [f["code"] for f in file["findings"] if f["code"] == "own_output"])
        for file in json.loads(out)["files"]
    ]


def test_a_batch_twice_gives_the_same_combined_standing(thidua: Run, tmp_path: Path) -> None:
    """Results below the batch's folder are no part of the next batch, and their number is said on the screen."""
    for name in ("a", "b"):
        one_stop(tmp_path / "nam" / name / "mot-cua.xlsx", {f"Phường An {name}": 0})
    words = ("batch", "nam", "--out", "nam/ket-qua", "--jobs", "1", "--format", "json,xlsx")
    assert 0 == thidua(*words)[0]
    first = (tmp_path / "nam" / "ket-qua" / "tong-hop.json").read_bytes()
    status, _, err = thidua(*words)
    assert (0, True) == (status, "ket-qua (8)" in err)
    assert first == (tmp_path / "nam" / "ket-qua" / "tong-hop.json").read_bytes()


def test_verify_holds_beside_own_outputs(thidua: Run, tmp_path: Path) -> None:
    """A result that names own outputs of another run is verified like any other."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    thidua("score", ".", "--out", "cu")
    thidua("score", ".", "--out", "moi")
    assert 0 == thidua("verify", "moi/result.json", ".")[0]
