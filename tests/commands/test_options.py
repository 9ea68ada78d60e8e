"""Options that all commands share, words in any case, patterns of files, nearest names, the page in the browser."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.repository.test_commands import COMMANDS
from tests.support.screens import flat
from tests.support.workbooks import xlsx
from thidua_cli.cli.main import language_of, run
from thidua_cli.cli.options import colour_wanted

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]
HEADS = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
READERS = {"thidua score", "thidua check", "thidua explain", "thidua what-if", "thidua batch", "thidua watch"}


def _data(path: Path, number: int) -> Path:
    code = f"000.01.41.H20-210301-000{number}"
    row = [code, "UBND phường An Lộc", "01/03/2021", "10/03/2021", "12/03/2021", "Đã trả kết quả"]
    return xlsx(path, {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, row]})


@pytest.fixture
def thidua(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the program in a folder with two workbooks: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "so-lieu").mkdir()
    _data(tmp_path / "so-lieu" / "mot-cua-1.xlsx", 1)
    _data(tmp_path / "so-lieu" / "mot-cua-2.xlsx", 2)
    (tmp_path / "so-lieu" / "~$mot-cua-1.xlsx").write_bytes(b"open")

    def start(*words: str) -> tuple[int, str, str]:
        capsysbinary.readouterr()
        status = run(list(words))
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return start


def _options(path: str) -> set[str]:
    return {word for parameter in COMMANDS[path].params for word in parameter.opts if word.startswith("--")}


@pytest.mark.parametrize("path", sorted(path for path, one in COMMANDS.items() if not isinstance(one, click.Group)))
def test_every_command_has_the_options_that_make_sense(path: str) -> None:
    """Language, quiet and colour stand on every command but help; what reads data takes all that says how to read."""
    assert path == "thidua help" or {"--lang", "--quiet", "--no-color"} <= _options(path)
    if path in READERS:
        assert {"--plan", "--mapping", "--as-of", "--system", "--skip-unreadable", "--limits"} <= _options(path)
    if path == "thidua verify":
        assert {"--plan", "--mapping", "--limits"} <= _options(path)


def test_patterns_are_understood_by_the_program(thidua: Run) -> None:
    """A quoted pattern means the files that match, without those by which Excel says that one is open."""
    status, out, _ = thidua("check", "so-lieu/*.xlsx", "--json")
    assert 0 == status
    assert ("mot-cua-1.xlsx" in out, "mot-cua-2.xlsx" in out, "~$" in out) == (True, True, False)


def test_a_pattern_without_a_match_is_wrong_usage(thidua: Run) -> None:
    """A pattern that nothing matches is said with the pattern."""
    status, _, err = thidua("score", "so-lieu/*.ods")
    assert (2, True) == (status, "so-lieu/*.ods" in err)


def test_a_name_with_signs_of_patterns_is_a_name(thidua: Run, tmp_path: Path) -> None:
    """A file that is there is taken by its name, also where the name could be a pattern."""
    _data(tmp_path / "bao cao [1].xlsx", 3)
    status, out, _ = thidua("check", "bao cao [1].xlsx", "--json")
    assert (0, True) == (status, "bao cao [1].xlsx" in out)


@pytest.mark.parametrize(
    "words",
    [
        ("SCORE", "so-lieu", "--FORMAT", "Json", "--Lang", "VI"),
        ("score", "so-lieu", "--system", "mot-cua-1.xlsx=ONE_STOP", "--format", "JSON"),
        ("explain", "so-lieu", "--unit", "PHƯỜNG AN LỘC", "--criterion", "TC2"),
        ("explain", "so-lieu", "--unit", "Phuong-An-Loc"),
        ("what-if", "so-lieu", "--set", "TC3=60"),
    ],
)
def test_case_does_not_matter(thidua: Run, words: tuple[str, ...]) -> None:
    """Commands, options, formats, systems, units and criteria are known in any case."""
    assert (0, "") == thidua(*words)[::2]


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("explain", "so-lieu", "--unit", "Phuong An Lpc"), "Phường An Lộc"),
        (("explain", "so-lieu", "--unit", "anlộc"), "Phường An Lộc"),
        (("explain", "so-lieu", "--unit", "Phường An Lộc", "--criterion", "tcc2"), "tc2"),
        (("score", "so-lieux"), "so-lieu"),
        (("score", "so-lieu/mot-cau-1.xlsx"), "so-lieu/mot-cua-1.xlsx"),
        (("score", "so-lieu", "--system", "mot-cua-1.xlsx=onestop"), "one_stop"),
        (("report", "so-lieu/mot-cua-1.json"), "so-lieu/mot-cua-1.xlsx"),
        (("batch", "so-lie"), "so-lieu"),
        (("score", "so-lieu", "--plan", "so-lieux"), "so-lieu"),
        (("scroe", "so-lieu"), "score"),
    ],
)
def test_the_nearest_name_is_asked_for(thidua: Run, words: tuple[str, ...], near: str) -> None:
    """A command, unit, criterion, file, folder or system that is not there is answered with the nearest that is."""
    status, _, err = thidua(*words)
    assert 0 != status
    assert f"Có phải “{near}”?" in flat(err)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (
            ("explain", "so-lieu", "--unit", "Phường An Lộc", "--criterion", "TC9"),
            "Chọn trong: tc1, tc2, tc3, tc4, tc5.",
        ),
        (("what-if", "so-lieu", "--set", "tc9=60"), "Dùng được: tc1, "),
    ],
)
def test_another_number_is_no_misspelling(thidua: Run, words: tuple[str, ...], known: str) -> None:
    """A criterion that differs from those there are in its number alone has no nearest: all are named."""
    status, _, err = thidua(*words)
    assert 2 == status
    assert known in err
    assert "Có phải" not in err


@pytest.mark.parametrize("day", ["31/12/2021", "31-12-2021", "31.12.2021", "2021-12-31"])
def test_a_day_is_taken_as_people_write_it(thidua: Run, day: str) -> None:
    """A day with slashes, dashes or dots, and as programs write it, is one and the same day."""
    assert thidua("score", "so-lieu", "--as-of", day, "--json") == thidua("score", "so-lieu", "--json")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("score",), "Thiếu DỮ_LIỆU: thidua score [TÙY_CHỌN] DỮ_LIỆU..."),
        (("explain", "so-lieu", "--unit"), "--unit cần một giá trị.\nXem: thidua explain --help"),
        (("score", "so-lieu", "--quiet=1"), "--quiet không nhận giá trị.\nXem: thidua score --help"),
        (("score", "so-lieu", "--as-of", "31/2/2021"), "--as-of: “31/2/2021” không phải là ngày"),
        (("score", ""), "cho DỮ_LIỆU: "),
    ],
)
def test_what_is_missing_is_called_as_it_is_typed(thidua: Run, words: tuple[str, ...], said: str) -> None:
    """An option is named by itself, an argument by the word of the help, and the help is that of the command."""
    status, _, err = thidua(*words)
    assert 2 == status
    assert said in err


def test_help_names_a_command_by_words(thidua: Run) -> None:
    """`thidua help plan check` is what `thidua plan check --help` says."""
    assert thidua("help", "plan", "check") == thidua("plan", "check", "--help")
    assert thidua("help") == thidua("--help")
    assert 2 == thidua("help", "chek")[0]


@pytest.mark.parametrize(
    ("words", "variable", "lang"),
    [
        ([], "", "vi"),
        ([], "en", "en"),
        (["score", "--lang", "vi"], "en", "vi"),
        (["--LANG=EN"], "", "en"),
        (["--lang"], "en", "en"),
    ],
)
def test_the_language_of_messages(words: list[str], variable: str, lang: str) -> None:
    """The option decides, then THIDUA_LANG; without both it is Vietnamese."""
    assert lang == language_of(words, variable)


def test_the_variable_sets_the_language_of_results(thidua: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """THIDUA_LANG=en does what --lang en does."""
    in_english = thidua("plan", "check", "--lang", "en")
    monkeypatch.setenv("THIDUA_LANG", "en")
    assert in_english == thidua("plan", "check")


@pytest.mark.parametrize(
    ("variables", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR with any word in it, and a dumb terminal, have no colour."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert colour == colour_wanted(no_color=False)


@pytest.mark.parametrize("terminal", [True, False])
def test_open_shows_the_page_to_somebody(thidua: Run, monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    """--open opens the page that was written, where there is a terminal; elsewhere nobody would see it."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert 0 == thidua("score", "so-lieu", "--open", "--format", "html,json", "--no-color")[0]
    assert terminal == any(page.endswith("/ket-qua/xep-hang.html") for page in opened)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shells_are_told_how_to_complete(shell: str) -> None:
    """Each shell of the README gets its script, and commands from it."""
    at = "sc" if shell == "fish" else "1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COMP_WORDS": "thidua sc", "COMP_CWORD": at}
    for what, word in (("source", "_THIDUA_COMPLETE"), ("complete", "score")):
        words = [sys.executable, "-m", "thidua_cli"]
        asked = environment | {"_THIDUA_COMPLETE": f"{shell}_{what}"}
        done = subprocess.run(words, env=asked, capture_output=True, check=False)
        assert word in done.stdout.decode()


def test_batch_takes_the_words_of_a_mapping(thidua: Run, tmp_path: Path) -> None:
    """A status that only the mapping knows is understood in every part of a batch."""
    row = ["000.01.41.H20-210301-0001", "UBND phường An Lộc", "01/03/2021", "10/03/2021", "12/03/2021", "Xong hẳn rồi"]
    (tmp_path / "phan").mkdir()
    xlsx(tmp_path / "phan" / "a.xlsx", {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], HEADS, row]})
    (tmp_path / "tu.yaml").write_text("vocabulary:\n  statuses:\n    resolved: [Xong hẳn rồi]\n", encoding="utf-8")
    for words, unknown in (((), True), (("--mapping", "tu.yaml"), False)):
        assert 0 == thidua("batch", "phan", "--jobs", "1", "--format", "json", "--quiet", *words)[0]
        assert unknown == ("unknown_status" in (tmp_path / "ket-qua/a/result.json").read_text(encoding="utf-8"))


SINGLE = [
    pytest.param(path, one.opts[0], id=f"{path} {one.opts[0]}")
    for path, command in COMMANDS.items()
    for one in command.params
    if isinstance(one, click.Option) and not (one.is_flag or one.multiple)
]


@pytest.mark.parametrize(("path", "option"), SINGLE)
def test_an_option_of_one_value_is_given_once(thidua: Run, path: str, option: str) -> None:
    """Two values are wrong usage that names the option, whatever the command; the last one never wins in silence."""
    status, _, err = thidua(*path.split()[1:], option, "en", f"{option}=vi")
    assert (2, True) == (status, err.startswith(f"Lỗi: Ghi {option} 2 lần")), err
