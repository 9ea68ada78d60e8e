"""What a clerk reads where words, files and folders are not as they should be."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.test_commands import HEADS, Run, data, thidua
from tests.support.screens import flat
from tests.support.workbooks import xlsx
from thidua_cli.cli.failing import attempt
from thidua_cli.errors import system_reason
from thidua_cli.findings import CATALOGUE
from thidua_cli.intake.statuses import parse_status

__all__ = ["data", "thidua"]
UNREADABLE = (
    (1, "Phường An Lộc", "31/02/2021"),
    (2, "Phường An Lạc", "31/04/2021"),
    (3, "Xã Tân Hội", "31/04/2021"),
)
ENGLISH = re.compile(r"No such file|Is a directory|File exists|not readable|not in the range|JSON is|Object |not a f")


@pytest.fixture
def scored(thidua: Run, data: Path) -> Path:
    """The folder of a result."""
    thidua("score", data, "--format", "json", "--out", "kq")
    return Path("kq")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("score", "mot-cua.xlsx", "--out", "tep.txt"), 3, "tep.txt là tệp, không phải thư mục"),
        (("score", "mot-cua.xlsx", "--out", "tep.txt/kq"), 3, "tep.txt là tệp, không phải thư mục"),
        (("score", "mot-cua.xlsx", "--plan", "thu-muc/"), 4, "không phải tệp|không có kế hoạch|đây là thư mục"),
        (("score", "mot-cua.xlsx", "--plan", "mot-cua.xlsx"), 4, "là tệp Excel hoặc Word, không phải tệp kế hoạch"),
        (("score", "mot-cua.xlsx", "--as-of", "31/12/2022"), 2, "nằm ngoài kỳ của kế hoạch"),
        (("score", "mot-cua.xlsx", "--limits", "100"), 2, "--limits.*từ 1 đến 64"),
        (("score",), 2, "Thiếu "),
        (("explain", "mot-cua.xlsx"), 2, "Thiếu --unit"),
        (("what-if", "mot-cua.xlsx"), 2, "Thiếu --set"),
        (("report", "thu-muc"), 3, "là thư mục không có result.json"),
        (
            ("report", "mot-cua.xlsx"),
            3,
            r"là văn bản hoặc bảng, không phải tệp kết quả\..* lệnh này ghi ra: thidua score mot-cua.xlsx",
        ),
        (("report", "rong.json"), 3, "tệp trống hoặc bị cụt"),
        (("report", "la.json"), 3, "có phần lạ: `la`|thiếu phần"),
        (("diff", "kq", "khong.json"), 3, "không có tệp hoặc thư mục này"),
        (("check", "mot-cua.xlsx", "--fix-list", "sua.docx"), 2, r"ví dụ: --fix-list sua\.xlsx"),
        (("check", "mot-cua.xlsx", "--fix-list", "thu-muc"), 2, "--fix-list cần tên tệp, mà thu-muc là thư mục"),
        (("check", "mot-cua.xlsx", "--save-mapping", "a.txt"), 2, r"ví dụ: --save-mapping a\.yaml"),
        (("init", "tep.txt"), 2, "tep.txt là tên tệp; lệnh init tạo thư mục"),
        (("init", "pl.yaml"), 2, "thidua init nam-moi --plan pl.yaml"),
        (("score", "mot-cua.xlsx", "--out", "kq.xlsx"), 2, "kq.xlsx là tên tệp; ghi tên một thư mục, ví dụ kq"),
        (("score", "mot-cua.xlsx", "--plan", "hai"), 4, r"đích danh tệp \(mot.yaml\), ví dụ: hai/mot.yaml"),
        (("score", "mot-cua.xlsx", "--mapping", "khong.yaml"), 4, "khong.yaml: không mở được tệp từ vựng"),
        (("report", "nhieu"), 3, "nhieu có 1 kết quả của các phần.*.*ví dụ: nhieu/a/result.json"),
        (("report", "chung.json"), 3, "là tệp khác của chương trình"),
        (("batch", "mot-cua.xlsx"), 2, "thidua score mot-cua.xlsx"),
        (("report", "kq/xep-hang.xlsx"), 3, "cạnh đó: kq/result.json"),
        (("score", "kq/result.json"), 3, "Chỉ có tệp do thidua tự ghi ra, không có số liệu: result.json"),
        (("remind", "kq/result.json", "--out", "kq"), 3, "Chỉ có tệp do thidua tự ghi ra"),
    ],
)
def test_a_clerks_slip_is_said_in_the_clerks_words(
    thidua: Run, scored: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    """Each slip is one message in Vietnamese with its remedy, and the status that the contract gives it."""
    assert scored.is_dir()
    Path("tep.txt").write_text("x", encoding="utf-8")
    Path("thu-muc").mkdir()
    Path("hai").mkdir()
    Path("nhieu/a").mkdir(parents=True)
    Path("nhieu/a/result.json").write_text("{}", encoding="utf-8")
    Path("chung.json").write_text('{"schema": "thidua-batch/1"}', encoding="utf-8")
    Path("hai/mot.yaml").write_text("year: 2021", encoding="utf-8")
    Path("kq/xep-hang.xlsx").write_bytes(b"PK")
    Path("rong.json").write_text("", encoding="utf-8")
    Path("la.json").write_text('{"schema": "thidua-result/1", "la": 1}', encoding="utf-8")
    found, _, err = thidua(*words)
    assert (status, True) == (found, bool(re.search(said, flat(err)))), err
    assert not ENGLISH.search(err)
    assert len(err.strip().splitlines()) >= 2, err


def test_a_folder_of_results_stands_for_its_result(thidua: Run, scored: Path) -> None:
    """Where a result is asked for, the folder that holds it will do."""
    assert 0 == thidua("diff", scored, scored)[0]
    assert 0 == thidua("report", scored, "--format", "xlsx")[0]
    assert (scored / "xep-hang.xlsx").exists()


def test_check_says_where_its_files_went(thidua: Run, data: Path) -> None:
    """The list of things to mend and the words to fill in are named, the next command as it can be typed."""
    _, out, _ = thidua("check", data.name, "--fix-list", "sua/can-sua.xlsx", "--save-mapping", "tu.yaml")
    assert f"Đã ghi danh sách cần sửa: {Path('sua') / 'can-sua.xlsx'}." in out
    assert f"Điền xong thì chạy: thidua check {data.name} --mapping tu.yaml" in " ".join(out.split())
    _, out, err = thidua("check", data.name, "--fix-list", "khac.xlsx", "--json")
    assert "Đã ghi" not in out
    assert "Đã ghi danh sách cần sửa: khac.xlsx." in err


def test_a_finding_names_the_unit_of_its_rows(thidua: Run, tmp_path: Path) -> None:
    """What is wrong in rows of one unit alone is said of that unit; what is wrong in rows of several is of none."""
    rows = [
        [f"000.00.01.H20-210301-000{n}", unit, "01/03/2021", "10/03/2021", day, "Đã trả kết quả"]
        for n, unit, day in (
            (1, "Phường An Lộc", "31/02/2021"),
            (2, "Phường An Lạc", "31/04/2021"),
            (3, "Xã Tân Hội", "31/04/2021"),
        )
    ]
    xlsx(tmp_path / "mot-cua.xlsx", {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, *rows]})
    _, out, _ = thidua("check", "mot-cua.xlsx", "--json")
    found = json.loads(out)["files"][0]["findings"]
    units = {one["message"].split("”")[0]: one["unit"] for one in found if one["code"] == "unreadable_date"}
    assert {"Không đọc được ngày “31/02/2021": "Phường An Lộc", "Không đọc được ngày “31/04/2021": ""} == units


def test_a_command_is_not_broken_at_the_edge_of_the_screen(thidua: Run, tmp_path: Path) -> None:
    """A command that would run over the edge stands on a line of its own; what fits stays where it is."""
    plan = tmp_path / ("ke-hoach-thi-dua-" * 3) / "criteria.yaml"
    plan.parent.mkdir()
    plan.write_text("yaer: 2021\n", encoding="utf-8")
    typed = f"thidua plan check {plan.relative_to(tmp_path)}"
    for words, last in (
        (("plan", "check", plan.relative_to(tmp_path)), f"  {typed}"),
        (("score",), "Xem: thidua score --help"),
    ):
        assert last == thidua(*words)[2].splitlines()[-1]


def test_the_words_that_a_status_may_have_are_accepted() -> None:
    """Every word that the hint about an unknown status offers is one that is understood."""
    words = re.findall("“([^”]+)”", CATALOGUE["unknown_status"].hint.text("vi"))
    assert len(words) > 4
    assert None not in [parse_status(word, {}) for word in words]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "không có quyền, hoặc tệp đang mở trong chương trình khác"),
        (errno.EISDIR, "đây là thư mục, không phải tệp"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
    ],
)
def test_what_the_system_refuses_is_typed_everywhere(
    capsys: pytest.CaptureFixture[str], number: int, said: str
) -> None:
    """An error of the system that nobody foresaw names the file, says why and what to do, and ends with status 3."""

    def refuse() -> None:
        raise OSError(number, "in English", "so-lieu.xlsx")

    assert 3 == attempt(refuse, "vi")
    err = capsys.readouterr().err
    assert flat(err).startswith(f"Lỗi: so-lieu.xlsx: {said}. Đóng tệp")


def test_what_the_system_says_of_rare_things_stays() -> None:
    """A reason without words of ours is said as the system says it."""
    assert "in English" == str(system_reason(OSError(errno.EIO, "in English")))


@pytest.mark.parametrize("stop", [KeyboardInterrupt])
def test_who_stops_a_run_knows_of_no_error(
    capsys: pytest.CaptureFixture[str], stop: Callable[[], BaseException]
) -> None:
    """An interrupted run says so without the word “Lỗi”, and ends with status 130."""

    def interrupted() -> None:
        raise stop()

    assert 130 == attempt(interrupted, "vi")
    assert "Đã dừng theo yêu cầu.\n" == capsys.readouterr().err


def test_verify_names_an_input_that_another_program_holds(
    thidua: Run, scored: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A locked input is named with the reason and what to do, exit status 3, and not called lost or changed."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == data.name:
            raise PermissionError(errno.EACCES, "denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    status, _, err = thidua("verify", scored / "result.json", data)
    assert (3, f"Lỗi: Không đọc được tệp “{data.name}”: {system_reason(PermissionError(errno.EACCES, ''))}.") == (
        status,
        flat(err).partition(" Kiểm tra quyền")[0],
    )


def test_a_wrong_word_in_the_environment_is_called_by_the_variable(
    thidua: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who set a variable is not told of an option that nobody gave; who gave the option is told of that."""
    monkeypatch.setenv("THIDUA_LANG", "fr")
    assert "cho THIDUA_LANG. Chọn một trong: vi, en." in thidua("plan", "check")[2]
    assert "cho --lang. Chọn một trong: vi, en." in thidua("plan", "check", "--lang", "fr")[2]


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("check", "mot-cua.xlsx", "--fix-list", "kq/x.xlsx"), " (--fix-list, --save-mapping)"),
        (("score", "mot-cua.xlsx"), " (--out)"),
        (("init", "nam-moi", "--year", "2026", "--place", "Xã Mới"), ""),
    ],
)
@pytest.mark.usefixtures("data")
def test_only_options_that_a_command_has_are_the_way_out(
    thidua: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], option: str
) -> None:
    """A place that can only be read is answered with the options of this very command, or none where it has none."""

    def refuse(path: Path, _folder: Path) -> int:
        raise OSError(errno.EROFS, "read-only", str(path))

    monkeypatch.setattr("thidua_cli.outputs.lock._acquire", refuse)
    status, _, err = thidua(*words)
    assert (3, True) == (status, flat(err).endswith(f"hoặc chọn chỗ khác{option}.")), err


@pytest.mark.parametrize(
    "words",
    [
        "score khoa",
        "check khoa",
        "score khoa/a.xlsx",
        "score mot-cua.xlsx --plan khoa",
        "score mot-cua.xlsx --mapping khoa/tu.yaml",
        "verify khoa/result.json",
        "verify khoa",
        "diff kq khoa",
        "report khoa",
        "plan check khoa",
        "init khoa",
    ],
)
def test_a_closed_folder_is_called_by_its_name(thidua: Run, scored: Path, words: str) -> None:
    """A folder that may not be entered is what is told, not a file that could lie in it, nor that nothing is there."""
    Path("khoa").mkdir()
    Path("khoa/result.json").write_bytes((scored / "result.json").read_bytes())
    Path("khoa").chmod(0)
    if os.access("khoa", os.X_OK):
        pytest.skip("every folder is open to this user")
    status, _, err = thidua(*words.split())
    assert (3, True, "khoa/" in err) == (status, bool(re.search("khoa: không có quyền", flat(err))), False), err
