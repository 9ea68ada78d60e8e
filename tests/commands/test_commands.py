"""The commands as users run them: output, exit status, files; and what they say when something is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.screens import flat
from tests.support.workbooks import csv_file, xlsx
from thidua_cli.cli.main import run
from thidua_cli.plan.loading import builtin_plan_path

Run = Callable[..., tuple[int, str, str]]
SAMPLE = Path(__file__).parents[2] / "samples" / "mot-tap.xlsx"
HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
LATE = ["000.01.41.H20-210301-0001", "UBND phường An Lộc", "01/03/2021", "10/03/2021", "12/03/2021", "Đã trả kết quả"]


@pytest.fixture
def thidua(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program in an empty folder: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def start(*words: str | Path) -> tuple[int, str, str]:
        status = run([str(word) for word in words])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return start


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small workbook: one unit, one dossier that ended two days late."""
    return xlsx(tmp_path / "mot-cua.xlsx", {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, LATE]})


def test_score_prints_standings_and_writes_every_file(thidua: Run, data: Path, tmp_path: Path) -> None:
    """The screen names the unit and where the files lie; every file that is issued is there and nothing else."""
    status, out, err = thidua("score", data)
    names = {path.name for path in (tmp_path / "ket-qua").iterdir()}
    assert (0, "") == (status, err)
    assert "Phường An Lộc" in out
    assert names == {
        *("result.json", "xep-hang.html", "xep-hang.xlsx", "to-trinh.docx", "danh-sach.docx"),
        *("bien-ban.docx", "bao-cao.docx", "nhan-rong.docx"),
    }


def test_json_is_all_that_stands_on_standard_output(thidua: Run, data: Path, tmp_path: Path) -> None:
    """With --json standard output is the result, and without --out nothing is written."""
    status, out, _ = thidua("score", data, "--json")
    assert (0, "thidua-result/1") == (status, json.loads(out)["schema"])
    assert not (tmp_path / "ket-qua").exists()


def test_strict_turns_an_error_into_a_status(thidua: Run, tmp_path: Path) -> None:
    """--strict gives 1 where a finding of severity error stands, and the files are written all the same."""
    row = [*LATE[:5], "Trạng thái lạ"]
    book = xlsx(tmp_path / "mot-cua.xlsx", {"Một cửa": [HEADS, row]})
    assert 1 == thidua("score", book, "--strict", "--format", "json", "--out", tmp_path / "out")[0]
    assert 0 == thidua("score", book, "--format", "json", "--out", tmp_path / "out")[0]
    assert ["result.json"] == [path.name for path in (tmp_path / "out").iterdir()]


def bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Inputs that give no score, and a word of the message that each must give."""
    prose = folder / "van-ban.xlsx"
    prose.write_text("Kính gửi: Ủy ban nhân dân", encoding="utf-8")
    return {
        "no table": (prose, "van-ban.xlsx"),
        "empty workbook": (xlsx(folder / "trong.xlsx", {"Sheet1": []}), "trong.xlsx"),
        "no known table": (xlsx(folder / "la.xlsx", {"Thực đơn": [["Món", "Giá"], ["Phở", 40]]}), "la.xlsx"),
        "missing column": (
            xlsx(folder / "thieu.xlsx", {"S": [HEADS[:3] + HEADS[4:], LATE[:3] + LATE[4:]]}),
            "Ngày hẹn trả",
        ),
        "missing file": (folder / "khong-co.xlsx", "khong-co.xlsx"),
    }


@pytest.mark.parametrize("which", ["no table", "empty workbook", "no known table", "missing column", "missing file"])
def test_bad_input_is_one_message_and_nothing_is_written(thidua: Run, tmp_path: Path, which: str) -> None:
    """What is wrong, where, what next; never a traceback; exit status 3 (2 for a path that is not there)."""
    path, word = bad_inputs(tmp_path)[which]
    status, out, err = thidua("score", path)
    assert (2 if which == "missing file" else 3, "") == (status, out)
    assert err.startswith("Lỗi: ")
    assert word in flat(err)
    assert "Traceback" not in err
    assert not (tmp_path / "ket-qua").exists()


def test_a_misspelt_key_of_the_plan_is_named_with_its_place(thidua: Run, data: Path, tmp_path: Path) -> None:
    """Exit status 4, file, line, column and the nearest valid word."""
    text = (Path(__file__).parents[2] / "criteria.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "sai.yaml"
    plan.write_text(text.replace("standings:", "standing:", 1), encoding="utf-8")
    status, out, err = thidua("score", data, "--plan", plan)
    assert (4, "") == (status, out)
    assert "sai.yaml" in err
    assert "standings" in err


def test_an_output_folder_that_cannot_be_is_said_before_the_work(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A file where the folder should be: one message, exit status 3, the file untouched."""
    (tmp_path / "ket-qua").write_text("tệp khác", encoding="utf-8")
    status, _, err = thidua("score", data)
    assert (3, "tệp khác") == (status, (tmp_path / "ket-qua").read_text(encoding="utf-8"))
    assert "ket-qua" in err


@pytest.mark.parametrize(("lang", "word"), [("vi", "Không có tùy chọn"), ("en", "No such option")])
def test_wrong_usage_is_said_in_the_users_language(thidua: Run, data: Path, lang: str, word: str) -> None:
    """Exit status 2 and a message in the language asked for."""
    status, _, err = thidua("score", data, "--strct", "--lang", lang)
    assert 2 == status
    assert word in err


def test_explain_leads_to_the_row(thidua: Run, data: Path) -> None:
    """The derivation names file, sheet, row and code of the late dossier, and how many fewer are needed."""
    status, out, _ = thidua("explain", data, "--unit", "P. An Lộc", "--criterion", "tc2")
    assert 0 == status
    assert "000.01.41.H20-210301-0001" in out
    assert "mot-cua.xlsx, trang Một cửa, dòng 3" in out


def test_explain_suggests_but_does_not_guess(thidua: Run, data: Path) -> None:
    """A name that is nearly a unit's is refused with the nearest one as a hint."""
    status, _, err = thidua("explain", data, "--unit", "Phường An Lôc")
    assert 2 == status
    assert "Phường An Lộc" in err


def test_what_if_says_who_moves_and_that_the_plan_did_it(thidua: Run) -> None:
    """A higher threshold takes a verdict away, by the plan and not by the data; nothing is written."""
    status, out, _ = thidua("what-if", SAMPLE, "--set", "tc3=90", "--json")
    told = json.loads(out)
    assert (0, True, False) == (status, told["same_data"], told["same_plan"])
    assert {"plan"} == {unit["cause"] for unit in told["units"]}
    assert any(v["criterion"] == "tc3" and v["after"] == "not_met" for unit in told["units"] for v in unit["verdicts"])


def test_diff_tells_data_from_plan(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A dossier mended in the data moves its unit by its own figures."""
    thidua("score", data, "--format", "json", "--out", tmp_path / "cu")
    mended = [*LATE[:4], "09/03/2021", LATE[5]]
    xlsx(data, {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, mended]})
    thidua("score", data, "--format", "json", "--out", tmp_path / "moi")
    _, out, _ = thidua("diff", tmp_path / "cu" / "result.json", tmp_path / "moi" / "result.json", "--json")
    assert ["data"] == [unit["cause"] for unit in json.loads(out)["units"]]


def test_diff_names_what_the_plan_asks_of_persons(thidua: Run, data: Path) -> None:
    """Another requirement of a criterion for persons stands in the results and is named, both values."""
    text = builtin_plan_path().read_text(encoding="utf-8")
    Path("khac.yaml").write_text(text.replace("requirement: on_time >= 99 %", "requirement: on_time > 95 %"), "utf-8")
    thidua("score", data, "--format", "json", "--out", "cu")
    thidua("score", data, "--format", "json", "--out", "moi", "--plan", "khac.yaml")
    _, out, _ = thidua("diff", "cu/result.json", "moi/result.json", "--json")
    told = [(one["clause"], one["criterion"], one["before"], one["after"]) for one in json.loads(out)["plan"]]
    assert [("requirement", "i2", "≥ 99%", "> 95%")] == told


def test_verify_holds_until_an_input_changes(thidua: Run, data: Path, tmp_path: Path) -> None:
    """The same inputs give the same figures; a result that was changed, or an input, is a difference and named."""
    thidua("score", data, "--format", "json", "--out", tmp_path / "out")
    result = tmp_path / "out" / "result.json"
    assert 0 == thidua("verify", result, data)[0]
    tampered = tmp_path / "sua.json"
    tampered.write_text(result.read_text(encoding="utf-8").replace('"late": 1', '"late": 0'), encoding="utf-8")
    status, out, _ = thidua("verify", tampered, data)
    assert (1, True) == (status, bool(re.search(r"hồ sơ giải quyết quá hạn \[.*\]: 0 → 1", " ".join(out.split()))))
    csv_file(data.with_suffix(".csv"), [HEADS, LATE])
    xlsx(data, {"Một cửa": [HEADS, LATE]})
    status, out, _ = thidua("verify", result, data.parent)
    assert (1, True) == (status, "Đã sửa sau khi chấm: mot-cua.xlsx." in out)


def test_the_plans_own_examples_hold(thidua: Run) -> None:
    """Plan test runs every example of the built-in plan."""
    status, out, _ = thidua("plan", "test")
    assert 0 == status
    assert "7/7" in out


def test_init_makes_a_folder_that_can_be_filled_in_and_read(thidua: Run, tmp_path: Path) -> None:
    """Plan, templates and tables with known headers; a second time nothing is overwritten."""
    assert 0 == thidua("init", tmp_path / "nam-2022")[0]
    assert 0 == thidua("plan", "check", tmp_path / "nam-2022" / "criteria.yaml")[0]
    status, out, _ = thidua("check", tmp_path / "nam-2022" / "so-lieu", "--json")
    kinds = {sheet["kind"] for file in json.loads(out)["files"] for sheet in file["sheets"]}
    assert (0, False) == (status, None in kinds)
    assert {"units", "tasks", "par_index", "initiatives", "individuals", "dossiers"} <= kinds
    status, _, err = thidua("init", tmp_path / "nam-2022")
    assert (2, True) == (status, "don-vi.xlsx" in err)


def test_report_renders_again_from_the_result_alone(thidua: Run, data: Path, tmp_path: Path) -> None:
    """Without the data the same bytes come out; result.json is not touched."""
    thidua("score", data, "--out", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    data.unlink()
    assert 0 == thidua("report", tmp_path / "out" / "result.json")[0]
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}


def test_a_filled_in_mapping_is_never_overwritten(thidua: Run, data: Path, tmp_path: Path) -> None:
    """--save-mapping refuses a file that is there, and leaves it as it is."""
    mapping = tmp_path / "tu-vung.yaml"
    assert 0 == thidua("check", data, "--save-mapping", mapping)[0]
    mapping.write_text("# đã điền", encoding="utf-8")
    assert 2 == thidua("check", data, "--save-mapping", mapping)[0]
    assert "# đã điền" == mapping.read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "near"), [(("scroe",), "score"), (("explain", "x", "--unitt", "y"), "--unit")])
def test_a_misspelt_word_is_answered_with_the_nearest(thidua: Run, words: tuple[str, ...], near: str) -> None:
    """A misspelt command or option names the nearest valid one."""
    status, _, err = thidua(*words)
    assert 2 == status
    assert near in err


def test_the_bare_program_shows_its_help(thidua: Run) -> None:
    """Without a word the help is shown, not called an error."""
    status, _, err = thidua()
    assert (2, False) == (status, "Lỗi" in err)
    assert "score" in err


def test_without_codes_a_list_of_a_system_is_refused(thidua: Run, tmp_path: Path) -> None:
    """Codes are what dossiers are matched and told apart by: a list without them is refused, with the column's name."""
    book = xlsx(tmp_path / "mot-cua.xlsx", {"Một cửa": [HEADS[1:], LATE[1:]]})
    status, _, err = thidua("score", book)
    assert (3, True) == (status, "Mã hồ sơ" in err)
