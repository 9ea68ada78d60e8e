"""What people edited is not overwritten, what stays of another run is said, and the result says what was written."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.own.conftest import Run
from tests.own.data import one_stop
from tests.own.faults import open_in_another_program, tree
from thidua_cli.result_file import load


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One ward with a late dossier."""
    return one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 1})


def edit_document(path: Path) -> bytes:
    """Write a number into a draft as a clerk does; gives the bytes saved."""
    document = docx.Document(str(path))
    document.paragraphs[0].add_run(" Số 12/TTr")
    document.save(str(path))
    return path.read_bytes()


def test_an_edited_draft_is_kept_and_said(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A draft edited since the last run is kept under a new name, which the screen says, also with --quiet."""
    thidua("score", data)
    out = tmp_path / "ket-qua"
    fresh = (out / "to-trinh.docx").read_bytes()
    first = edit_document(out / "to-trinh.docx")
    status, _, err = thidua("score", data, "--quiet")
    assert (0, True) == (status, "to-trinh-da-sua.docx" in err)
    assert (fresh, first) == ((out / "to-trinh.docx").read_bytes(), (out / "to-trinh-da-sua.docx").read_bytes())
    second = edit_document(out / "to-trinh.docx")
    thidua("score", data)
    assert (first, second) == tuple((out / f"to-trinh-da-sua{n}.docx").read_bytes() for n in ("", "-2"))
    assert 10 == len(list(out.iterdir()))


def test_what_nobody_edited_is_not_kept(thidua: Run, data: Path, tmp_path: Path) -> None:
    """Files as the last run wrote them are replaced without a word, also where the data and so the files differ."""
    thidua("score", data)
    one_stop(data, {"Phường An Lộc": 2, "Phường An Thạnh": 0})
    status, _, err = thidua("score", data)
    assert (0, "", 8) == (status, err, len(list((tmp_path / "ket-qua").iterdir())))
    status, _, err = thidua("report", "ket-qua/result.json", "--format", "docx")
    assert (0, "", 8) == (status, err, len(list((tmp_path / "ket-qua").iterdir())))


def test_overwrite_is_an_option(thidua: Run, data: Path, tmp_path: Path) -> None:
    """With --overwrite an edited draft and an edited fix list are replaced and nothing is kept."""
    thidua("score", data)
    edit_document(tmp_path / "ket-qua" / "to-trinh.docx")
    assert (0, "") == thidua("score", data, "--overwrite")[::2]
    assert 8 == len(list((tmp_path / "ket-qua").iterdir()))
    (tmp_path / "can-sua.xlsx").write_bytes(b"x")
    assert (0, "") == thidua("check", data, "--fix-list", "can-sua.xlsx", "--overwrite")[::2]
    assert ["can-sua.xlsx", "ket-qua", "mot-cua.xlsx"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:.* extension is not supported")
def test_an_edited_workbook_and_page_are_kept(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A workbook in which somebody wrote, and a page that somebody changed, are kept like documents."""
    thidua("score", data)
    out = tmp_path / "ket-qua"
    book = openpyxl.load_workbook(out / "xep-hang.xlsx")
    book.worksheets[0]["A1"] = "Bản của anh Ba"
    book.save(out / "xep-hang.xlsx")
    page = (out / "xep-hang.html").read_bytes().replace(b"<h1>", b"<h1>!", 1)
    (out / "xep-hang.html").write_bytes(page)
    _, _, err = thidua("score", data)
    assert all(name in err for name in ("xep-hang-da-sua.xlsx", "xep-hang-da-sua.html"))
    assert page == (out / "xep-hang-da-sua.html").read_bytes()
    kept = openpyxl.load_workbook(io.BytesIO((out / "xep-hang-da-sua.xlsx").read_bytes()))
    assert "Bản của anh Ba" == kept.worksheets[0]["A1"].value


def test_an_edited_fix_list_is_kept(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A fix list in which a clerk worked is kept under a new name; one that nobody touched is replaced."""
    thidua("check", data, "--fix-list", "can-sua.xlsx")
    assert (0, "") == thidua("check", data, "--fix-list", "can-sua.xlsx")[::2]
    book = openpyxl.load_workbook(tmp_path / "can-sua.xlsx")
    book.worksheets[0]["I1"] = "xong"
    book.save(tmp_path / "can-sua.xlsx")
    saved = (tmp_path / "can-sua.xlsx").read_bytes()
    status, _, err = thidua("check", data, "--fix-list", "can-sua.xlsx")
    assert (0, True) == (status, "can-sua-da-sua.xlsx" in err)
    assert saved == (tmp_path / "can-sua-da-sua.xlsx").read_bytes()


def test_somebodys_own_file_is_kept(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A file that the program never wrote and that happens to have an output's name is kept too."""
    (tmp_path / "ket-qua").mkdir()
    (tmp_path / "ket-qua" / "nhan-rong.docx").write_bytes(b"theirs")
    (tmp_path / "ket-qua" / "result.json").write_bytes(b'{"theirs": 1}')
    assert 0 == thidua("score", data)[0]
    assert b"theirs" == (tmp_path / "ket-qua" / "nhan-rong-da-sua.docx").read_bytes()
    assert b'{"theirs": 1}' == (tmp_path / "ket-qua" / "result-da-sua.json").read_bytes()


@pytest.mark.filterwarnings("ignore:.* extension is not supported")
def test_a_kept_draft_is_no_data(thidua: Run, data: Path, tmp_path: Path) -> None:
    """What was kept beside the data is known as the program's own, so that the result is the same again."""
    assert data.exists()
    thidua("score", ".", "--out", ".")
    first = (tmp_path / "result.json").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "xep-hang.xlsx")
    book.save(tmp_path / "xep-hang.xlsx")
    edit_document(tmp_path / "to-trinh.docx")
    for _ in range(2):
        thidua("score", ".", "--out", ".")
        assert first == (tmp_path / "result.json").read_bytes()
    assert (tmp_path / "xep-hang-da-sua.xlsx").exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_files_of_another_run_are_said(thidua: Run, data: Path, tmp_path: Path, lang: str) -> None:
    """After a run of all formats one of JSON alone says which files beside its result are another run's."""
    thidua("score", data)
    for _ in range(2):
        status, _, err = thidua("score", data, "--format", "json", "--lang", lang)
        assert (0, True) == (status, all(name in err for name in ("to-trinh.docx", "xep-hang.html", "nhan-rong.docx")))
    assert 8 == len(list((tmp_path / "ket-qua").iterdir()))
    assert "" == thidua("score", data, "--lang", lang)[2]


def test_the_result_says_what_was_written(thidua: Run, data: Path, tmp_path: Path) -> None:
    """The result names every file written with it by its hash, on standard output too, and is verified all the same."""
    _, out, _ = thidua("score", data, "--out", "ra", "--json")
    assert out.encode() == (tmp_path / "ra" / "result.json").read_bytes()
    files = tree(tmp_path / "ra")
    del files["result.json"]
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == json.loads(out)["files"]
    assert 0 == thidua("verify", "ra/result.json", data)[0]
    assert {} == json.loads(thidua("score", data, "--json")[1])["files"]


def test_a_result_without_that_is_still_read(thidua: Run, data: Path, tmp_path: Path) -> None:
    """A result of the version before, which does not say what was written, is rendered again."""
    thidua("score", data, "--format", "json")
    path = tmp_path / "ket-qua" / "result.json"
    old = json.loads(path.read_bytes())
    del old["files"]
    path.write_text(json.dumps(old), encoding="utf-8")
    assert {} == load(path).files
    assert 0 == thidua("report", path, "--format", "html")[0]


def test_a_batch_keeps_edited_drafts(thidua: Run, tmp_path: Path) -> None:
    """A batch keeps what was edited in a part's folder and in its own, and says where; --overwrite does not."""
    one_stop(tmp_path / "phan" / "a" / "mot-cua.xlsx", {"Phường An Lộc": 1})
    words = ("batch", "phan", "--jobs", "1")
    thidua(*words)
    edit_document(tmp_path / "ket-qua" / "a" / "to-trinh.docx")
    (tmp_path / "ket-qua" / "tong-hop.html").write_bytes(b"theirs")
    status, _, err = thidua(*words)
    assert (0, True) == (status, "a/to-trinh-da-sua.docx" in err)
    assert "tong-hop-da-sua.html" in err
    edit_document(tmp_path / "ket-qua" / "a" / "to-trinh.docx")
    thidua(*words, "--overwrite")
    assert ["to-trinh-da-sua.docx"] == [path.name for path in (tmp_path / "ket-qua" / "a").glob("*-da-sua*")]


@pytest.mark.parametrize(
    ("command", "name"),
    [(c, n) for c in ("score", "report") for n in ("to-trinh.docx", "xep-hang.xlsx")] + [("score", "result.json")],
)
def test_an_open_file_stops_the_whole_run(thidua: Run, data: Path, tmp_path: Path, command: str, name: str) -> None:
    """With one file open in Word or Excel (as on Windows) the command names it, and not one file is of the new run."""
    thidua("score", data)
    out = tmp_path / "ket-qua"
    before = tree(out)
    one_stop(data, {"Phường An Lộc": 2, "Phường An Thạnh": 0})
    if command == "report":
        changed = json.loads((out / "result.json").read_bytes())
        changed["plan"]["title"] += " (mới)"
        (out / "result.json").write_text(json.dumps(changed, indent=2, ensure_ascii=False), encoding="utf-8")
        before = tree(out)
    words = ("score", str(data)) if command == "score" else ("report", "ket-qua/result.json")
    with open_in_another_program(out / name):
        status, _, err = thidua(*words)
    assert (3, True) == (status, name in err), err
    assert before == tree(out)
    assert 0 == thidua(*words)[0]
    assert set(before) == set(tree(out))
    assert before != tree(out)
