"""Everything that the program writes is known by what stands in it; nothing that people make is taken for it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.own.conftest import Run
from tests.own.data import one_stop
from thidua_cli.intake.opening.own import own_kind
from thidua_cli.marks import CUSTOM, is_as_written, is_screen, sealed_book, with_property
from thidua_cli.reports.word.pdf import find_office

ROOT = Path(__file__).parents[2]
OLD_SCREEN = Path(__file__).with_name("man-hinh-ban-cu.txt")
PEOPLES = sorted(
    path
    for folder in (ROOT / "samples", ROOT / "tests" / "exports")
    for path in folder.rglob("*")
    if path.suffix in (".xlsx", ".xls", ".ods", ".csv", ".html", ".docx", ".yaml") and "ket-qua" not in path.parts
)


@pytest.fixture
def written(thidua: Run, tmp_path: Path) -> Path:
    """A folder in which every command has written all that it can."""
    one_stop(tmp_path / "phan" / "a" / "mot-cua.xlsx", {"Phường An Lộc": 1})
    one_stop(tmp_path / "phan" / "b" / "mot-cua.xlsx", {"Phường An Thạnh": 0})
    data = one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    out = tmp_path / "ra"
    assert 0 == thidua("score", data, "--out", out / "mot-tap")[0]
    assert 0 == thidua("batch", tmp_path / "phan", "--out", out / "nhieu-tap", "--jobs", "1")[0]
    assert 0 == thidua("check", data, "--fix-list", out / "can-sua.xlsx", "--save-mapping", out / "tu-vung.yaml")[0]
    return out


def test_every_file_is_known_under_any_name(written: Path, tmp_path: Path) -> None:
    """Each file of score, batch and check is known by its content alone, also under another name in another folder."""
    files = [path for path in written.rglob("*") if path.is_file()]
    assert 8 + 2 * 9 + 3 + 2 == len(files)
    for number, path in enumerate(files):
        copy = tmp_path / f"so-lieu-{number}{path.suffix}"
        shutil.copy(path, copy)
        assert own_kind(copy) is not None, path


def test_only_what_nobody_saved_since_is_as_written(written: Path) -> None:
    """The seal of every page, workbook and document holds as it was written, and no longer after the least change."""
    for path in (p for p in written.rglob("*") if p.suffix in (".html", ".xlsx", ".docx")):
        data = path.read_bytes()
        assert is_as_written(data), path
        assert not is_as_written(_with_one_bit_turned(data)), path
        if path.suffix != ".html":
            assert not is_as_written(_saved_again(data)), path
            assert own_kind(_at(path, _saved_again(data))) is not None


def _with_one_bit_turned(data: bytes) -> bytes:
    place = len(data) // 2
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = max(archive.infolist(), key=lambda entry: entry.compress_size)
        place = part.header_offset + 30 + len(part.filename.encode()) + part.compress_size // 2
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _saved_again(data: bytes) -> bytes:
    """The same parts with one more space in one of them, as a program writes them that saves the file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name) + (b" " if name == "docProps/core.xml" else b""))
    return stream.getvalue()


def _at(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("path", PEOPLES, ids=lambda path: path.name)
def test_nothing_that_people_made_is_taken_for_ours(path: Path) -> None:
    """No sample, no given export and no plan is known as an output of the program."""
    assert own_kind(path) is None


def test_tables_to_fill_in_are_data(thidua: Run, tmp_path: Path) -> None:
    """What init makes for people to fill in carries no mark: tables, plan and templates are theirs."""
    assert 0 == thidua("init", tmp_path / "nam")[0]
    assert [] == [path for path in (tmp_path / "nam").rglob("*") if path.is_file() and own_kind(path) is not None]


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["xlsx", "ods", "fods", "xls", "html"])
def test_the_mark_stays_when_libreoffice_saves(written: Path, form: str, tmp_path: Path) -> None:
    """A fix list that LibreOffice saved, in whatever format, is still known, and known to be no longer as written."""
    office, saved = find_office(), tmp_path / "luu"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", form, "--outdir", str(saved)]
    subprocess.run([*command, str(written / "can-sua.xlsx")], check=True, capture_output=True, timeout=120)
    assert own_kind(saved / f"can-sua.{form}") in ("fix-list", "xls")
    assert not is_as_written((saved / f"can-sua.{form}").read_bytes())


@pytest.mark.filterwarnings("ignore:.* extension is not supported")
def test_the_mark_stays_when_libraries_save(written: Path, tmp_path: Path) -> None:
    """Workbooks and documents that openpyxl or python-docx saved are still known, and no longer as written."""
    for path in written.rglob("*.xlsx"):
        openpyxl.load_workbook(path).save(tmp_path / "luu.xlsx")
        assert own_kind(tmp_path / "luu.xlsx") == own_kind(path)
        assert not is_as_written((tmp_path / "luu.xlsx").read_bytes())
    for path in written.rglob("*.docx"):
        docx.Document(str(path)).save(str(tmp_path / "luu.docx"))
        assert own_kind(tmp_path / "luu.docx") == own_kind(path)


def test_the_mark_stands_beside_an_offices_own_properties() -> None:
    """A template with properties of its own (a label of secrecy) keeps them, and gets the mark once."""
    theirs = b'<Properties xmlns="c" xmlns:vt="v"><property pid="7" name="NhanMat"><vt:lpwstr>A</vt:lpwstr></property>'
    parts = {CUSTOM: theirs + b"</Properties>"}
    with_property(parts, "to-trinh")
    with_property(parts, "to-trinh")
    assert 1 == parts[CUSTOM].count(b"thidua-output")
    assert b'name="NhanMat"' in parts[CUSTOM]
    assert b'pid="8"' in parts[CUSTOM]


def test_sealing_compresses_nothing_again() -> None:
    """A sealed workbook begins with the very bytes that it had, and the same bytes are sealed alike."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.xml"), "<a/>" * 500)
    data = stream.getvalue()
    assert sealed_book(data) == sealed_book(data)
    assert sealed_book(data).startswith(data[: data.index(b"PK\x01\x02")])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_saved_screen_is_known(thidua: Run, tmp_path: Path, lang: str) -> None:
    """What each command prints, redirected to a file, is known as a screen, in both languages."""
    data = one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})
    one_stop(tmp_path / "phan" / "a" / "mot-cua.xlsx", {"Phường An Lộc": 1})
    thidua("score", data, "--out", "ra")
    commands = [
        ("score", data, "--lang", lang),
        ("check", data, "--lang", lang),
        ("explain", data, "--unit", "Phường An Lộc", "--lang", lang),
        ("what-if", data, "--set", "tc3=60", "--lang", lang),
        ("diff", "ra/result.json", "ra/result.json", "--lang", lang),
        ("verify", "ra/result.json", data, "--lang", lang),
        ("batch", "phan", "--jobs", "1", "--out", "rb", "--lang", lang),
        ("plan", "show", "--lang", lang),
        ("plan", "check", "--lang", lang),
    ]
    for command in commands:
        status, out, err = thidua(*command)
        assert (0, True) == (status, is_screen(out)), (command, out[:300], err)
        assert is_screen(f"$ thidua {command[0]} so-lieu\n{out}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_screen_of_the_first_version_is_known(encoding: str, tmp_path: Path) -> None:
    """A screen that the first version printed, saved as a text in any Unicode encoding, is known by its form."""
    text = OLD_SCREEN.read_text(encoding="utf-8")
    for name in ("man-hinh.txt", "man-hinh.csv"):
        (tmp_path / name).write_text(text, encoding=encoding)
        assert "screen" == own_kind(tmp_path / name)


@pytest.mark.parametrize(
    "text",
    [
        "Tính đến ngày 31/12/2021\nĐơn vị;Tiếp nhận;Đúng hạn\nPhường An Lộc;10;9\n",
        "Đơn vị,Hạng,Điểm\nPhường An Lộc,1,100\n",
        "Số liệu năm 2021 như nhau\nĐơn vị\tHồ sơ\n",
        "<table><tr><td>thidua-output</td></tr></table>",
        '{"schema": "khac/1"}',
    ],
)
def test_words_like_ours_in_a_table_are_no_mark(text: str, tmp_path: Path) -> None:
    """A title that says the day, a column of ranks, or the mark's own name in a cell make no output of a table."""
    path = tmp_path / "bang.csv"
    path.write_text(text, encoding="utf-8")
    assert own_kind(path) is None


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\xff" * 18, b"\xd0\xcf\x11\xe0", b"%PDF-", b"\xff\xfe"])
def test_damaged_files_are_nobodys(data: bytes, tmp_path: Path) -> None:
    """What cannot be looked into is left to the readers, which refuse it with a reason."""
    path = tmp_path / "hong.xlsx"
    path.write_bytes(data)
    assert own_kind(path) is None
