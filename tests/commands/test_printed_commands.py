"""Commands that the screen prints can be typed as they are printed, whatever situation printed them."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.support.screens import too_wide
from tests.support.workbooks import xlsx
from thidua_cli.calling import COMMANDS
from thidua_cli.cli.main import run

Run = Callable[..., tuple[int, str]]
HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
PRINTED = re.compile(rf"thidua (?:{'|'.join(COMMANDS)})\b.*")
WRONG_USAGE = 2
FOLDER = "số liệu 統計 2021"

SITUATIONS = [
    ("score", FOLDER),
    ("score", FOLDER, "--details", "--plan", "ke hoach"),
    ("score", FOLDER, "--details", "--skip-unreadable", "--as-of", "31.12.2021"),
    ("check", FOLDER, "--plan", "ke hoach/criteria.yaml"),
    ("check", FOLDER, "--save-mapping", "moi.yaml", "--fix-list", "sua/moi.xlsx"),
    ("check", FOLDER, "--fix-list", "can-sua.docx"),
    ("check", f"{FOLDER}/can-sua.xlsx", "can-sua.xlsx"),
    ("explain", FOLDER, "--unit", "Phường Không Có"),
    ("explain", FOLDER, "--unit"),
    ("score", "khong-bang.xlsx"),
    ("score", "--out", "kq"),
    ("score", FOLDER, "--plan", "hong/criteria.yaml"),
    ("score", FOLDER, "--mapping", "hong/criteria.yaml"),
    ("plan", "check", "hong"),
    ("plan", "check", "khac"),
    ("plan", "test", "hong"),
    ("what-if", FOLDER, "--set", "tc9=1"),
    ("init", "nam 2027", "--year", "2027", "--place", "Phường An Bình"),
    ("init", "nam-moi"),
    ("init", "khac/criteria-2027.yaml"),
    ("init", "can-sua.xlsx"),
    ("check", "nam-cu"),
    ("score", "nam-cu"),
    ("remind", "nam-cu"),
    ("score", "nam-cu/so-lieu", "--open"),
    ("report", "kq/xep-hang.xlsx"),
    ("report", "can-sua.xlsx"),
    ("verify", "kq", "nam-cu"),
    ("batch", "cac-phan", "--jobs", "1", "--format", "json", "--plan", "ke hoach"),
    ("scroe",),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, run_in: Callable[[Path], Run]) -> Path:
    """A folder with names that need quotes, files by the names that commands propose, and much that is wrong."""
    folder = tmp_path_factory.mktemp("noi")
    data = folder / FOLDER
    (data / "khac").mkdir(parents=True)
    row = ["000.01.41.H20-210301-0001", "UBND phường An Lộc", "01/03/2021", "10/03/2021", "31/02/2021", "Trạng thái lạ"]
    book = {"Một cửa": [["DANH SÁCH HỒ SƠ"], HEADS, row, row], "Trang lạ": [["a", "b"], ["c", "d"]]}
    xlsx(data / "can-sua.xlsx", book)
    own = [[1, "Phường An Lộc", "01/03/2021", "10/03/2021", "11/03/2021", "Đã trả kết quả"]]
    xlsx(data / "khac" / "sổ, mới.xlsx", {"Sổ": [["SỔ THEO DÕI"], HEADS, *own]})
    shutil.copy(data / "can-sua.xlsx", folder / "can-sua.xlsx")
    xlsx(folder / "khong-bang.xlsx", {"Trang": [["a", "b"], ["c", "d"]]})
    (folder / "tu-vung.yaml").write_text("vocabulary:\n", encoding="utf-8")
    plan = Path(__file__).parents[2] / "criteria.yaml"
    for name, old, new in (("ke hoach", "", ""), ("hong", "year: 2021", "yaer: 2021"), ("nam-moi", "", "")):
        (folder / name).mkdir()
        text = plan.read_text(encoding="utf-8").replace(old, new) if old else plan.read_text(encoding="utf-8")
        (folder / name / "criteria.yaml").write_text(text, encoding="utf-8")
    (folder / "khac").mkdir()
    shutil.copy(plan, folder / "khac" / "criteria-2027.yaml")
    for part in ("mot", "hai"):
        (folder / "cac-phan" / part).mkdir(parents=True)
        shutil.copy(folder / ("can-sua.xlsx" if part == "mot" else "khong-bang.xlsx"), folder / "cac-phan" / part)
    thidua = run_in(folder)
    thidua("init", "nam-cu", "--year", "2027", "--place", "Phường An Bình")
    thidua("score", f"{FOLDER}/can-sua.xlsx", "--out", "kq", "--format", "json,xlsx")
    return folder


@pytest.fixture(scope="module")
def run_in() -> Callable[[Path], Run]:
    """Runs the program in a folder: its exit status, and all that it said."""

    def at(folder: Path) -> Run:
        def start(*words: str) -> tuple[int, str]:
            from io import BytesIO, TextIOWrapper

            said = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
            with chdir(folder), redirect_stdout(said), redirect_stderr(said):
                status = run(list(words))
            return status, said.buffer.getvalue().decode()

        return start

    return at


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("words", SITUATIONS, ids=" ".join)
def test_a_printed_command_can_be_typed(
    words: tuple[str, ...], lang: str, place: Path, run_in: Callable[[Path], Run], tmp_path: Path
) -> None:
    """Each command stands at the end of its line and ends, typed in the same folder, in no wrong usage; lines fit."""
    here = tmp_path / "o"
    shutil.copytree(place, here)
    _, said = run_in(here)(*words, "--lang", lang)
    with chdir(here):
        assert [] == too_wide(said)
    for line in said.splitlines():
        for command in PRINTED.findall(line):
            if "[" in command:  # the form of a command, as the help has it
                continue
            again = tmp_path / "lai"
            shutil.copytree(here, again)
            status, answer = run_in(again)(*shlex.split(command)[1:])
            assert WRONG_USAGE != status, f"{command}\n{answer}"
            assert "không có tệp" not in answer, f"{command}\n{answer}"
            shutil.rmtree(again)


def test_situations_print_commands(place: Path, run_in: Callable[[Path], Run], tmp_path: Path) -> None:
    """What is tried above is something: score, check, init, batch and a mistake in a plan each print commands."""
    here = tmp_path / "o"
    shutil.copytree(place, here)
    told = {words: PRINTED.findall(run_in(here)(*words)[1]) for words in SITUATIONS}
    assert {"score", "check", "init", "batch", "plan", "report"} <= {words[0] for words, found in told.items() if found}
