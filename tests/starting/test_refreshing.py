"""``init`` again on a year's folder: blank tables that nobody filled in offer the units of the register."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.test_commands import Run, thidua
from tests.starting.test_init import WARD, filled, offered
from tests.support.programs import office_program
from tests.support.workbooks import xlsx

__all__ = ["thidua"]
AGAIN = ("--year", "2026", "--place", WARD, "--plan", "thanh-pho-2021")
MANY = [f"Phòng Chuyên môn, nghiệp vụ và công nghệ số {number}" for number in range(1, 401)]
"""More units than fit into a drop-down's own list of 255 letters, and than a blank table has rows; with commas."""


@pytest.fixture
def year(thidua: Run, tmp_path: Path) -> Path:
    """A new folder of a ward; its plan lists no unit."""
    folder = tmp_path / "nam"
    assert 0 == thidua("init", folder, *AGAIN, "-q")[0]
    return folder


def register(folder: Path, names: list[str], *, assessed: str = "Có") -> None:
    """The register filled in with some units."""
    filled(folder, {"don-vi": [[name, "Xã, phường", assessed] for name in names]})


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def units_in(path: Path) -> list[str]:
    """The units that a table's drop-down offers."""
    return next(names for head, names in offered(load_workbook(path)).items() if head.startswith("Đơn vị"))


def test_blank_tables_offer_the_registers_units(thidua: Run, year: Path) -> None:
    """Each of them, names as written and in that order; plan, templates, register and all else stay as they are."""
    names = ["Phường  Tân Hội", "Phường An Lộc"]
    register(year, names)
    (year / "ket-qua").mkdir()
    (year / "ket-qua" / "result.json").write_text("{}", encoding="utf-8")
    before = bytes_of(year)
    status, out, err = thidua("init", year, *AGAIN)
    after = bytes_of(year)
    changed = sorted(name for name in after if before.get(name) != after[name])
    tables = {path.as_posix() for path in (year / "so-lieu").iterdir()} - {
        (year / "so-lieu" / "don-vi.xlsx").as_posix()
    }
    assert (0, True, {Path(table).name for table in tables}) == (
        status,
        "không dùng --plan" in err,
        {Path(name).name for name in named(out)},
    )
    assert changed == sorted(Path(table).relative_to(year).as_posix() for table in tables)
    assert before.keys() == after.keys()
    assert {("Phường Tân Hội", "Phường An Lộc")} == {tuple(units_in(Path(table))) for table in tables}
    assert ("2 đơn vị" in out, "7 bảng trống" in out, "năm 2026" in out) == (True, True, True)


def test_a_table_that_somebody_saved_is_left(thidua: Run, year: Path) -> None:
    """Filled in or only saved again, it stays to the byte, and the screen names it; the others are made anew."""
    register(year, ["Phường An Lộc"])
    filled(year, {"nhiem-vu": [["Phường An Lộc", "Rà soát", "Hoàn thành"]], "ca-nhan": []})
    (year / "so-lieu" / "sang-kien.xlsx").unlink()
    before = bytes_of(year)
    _, out, _ = thidua("init", year)
    after = bytes_of(year)
    assert ["so-lieu/ca-nhan.xlsx", "so-lieu/nhiem-vu.xlsx"] == sorted(
        name
        for name in after
        if name.startswith("so-lieu/") and name != "so-lieu/don-vi.xlsx" and name not in named(out)
    )
    assert [] == [name for name in before if name not in named(out) and before[name] != after.get(name)]
    said = " ".join(out.split())
    assert ("Giữ nguyên" in said, "so-lieu/nhiem-vu.xlsx, so-lieu/ca-nhan.xlsx" in said) == (True, True)


def named(out: str) -> set[str]:
    """The tables that the screen lists as written."""
    return {f"so-lieu/{Path(line).name}" for line in out.splitlines() if line.endswith(".xlsx")}


def test_a_register_that_changed_again_is_taken_again(thidua: Run, year: Path) -> None:
    """The second time nothing is written; after a change of the register the tables follow it."""
    register(year, ["Phường An Lộc"])
    thidua("init", year)
    before = bytes_of(year)
    status, out, _ = thidua("init", year)
    assert (0, set(), True, before) == (status, named(out), "không cần làm lại" in out, bytes_of(year))
    register(year, ["Phường An Lộc", "Phường An Thạnh"])
    thidua("init", year)
    assert ["Phường An Lộc", "Phường An Thạnh"] == units_in(year / "so-lieu" / "nhiem-vu.xlsx")


def test_the_index_asks_for_the_units_that_are_assessed(thidua: Run, year: Path) -> None:
    """A unit that the register says is not assessed has no row beforehand: nobody is asked for its score."""
    filled(year, {"don-vi": [["Phường An Lộc", "Xã, phường", "Có"], ["Phòng Y tế", "Phòng, ban", "Không"]]})
    thidua("init", year)
    page = load_workbook(year / "so-lieu" / "chi-so-cchc.xlsx").worksheets[0]
    assert ["Phường An Lộc"] == [row[1].value for row in page.iter_rows(min_row=6) if row[1].value]
    assert "Phòng Y tế" in units_in(year / "so-lieu" / "chi-so-cchc.xlsx")
    assert "indexed_not_assessed" not in thidua("check", year, "--json")[1]


@pytest.mark.parametrize("touched", [False, True])
def test_a_register_without_units_says_what_to_do(thidua: Run, year: Path, touched: bool) -> None:
    """As init made it, or saved without a unit: nothing is written, the file and the next command are named."""
    if touched:
        register(year, [])
    before = bytes_of(year)
    status, out, err = thidua("init", year, *AGAIN)
    assert (2, "", before) == (status, out, bytes_of(year))
    assert ("don-vi.xlsx" in err, f"thidua init {year}" in " ".join(err.split())) == (True, True)
    assert touched == ("chưa được điền" not in err)


def test_a_plans_own_units_give_way_to_the_registers(thidua: Run, tmp_path: Path) -> None:
    """A register filled in beforehand from the plan and then changed rules over the plan."""
    thidua("init", tmp_path / "cu", "-q")
    path = tmp_path / "cu" / "so-lieu" / "don-vi.xlsx"
    book = load_workbook(path)
    book.worksheets[0]["B6"] = "Phường Mới"
    book.save(path)
    assert 0 == thidua("init", tmp_path / "cu")[0]
    assert "Phường Mới" == units_in(tmp_path / "cu" / "so-lieu" / "nhiem-vu.xlsx")[0]


@pytest.mark.parametrize("words", [("--year", "2027"), ("--place", "Xã An Bình"), ("--place", "Phường An Lộc")])
def test_another_year_or_place_is_another_folder(thidua: Run, year: Path, words: tuple[str, str]) -> None:
    """A filled-in folder is never taken for that of another year or place: wrong usage, nothing written."""
    register(year, ["Phường An Lộc"])
    before = bytes_of(year)
    status, _, err = thidua("init", year, *words)
    assert (2, True, before) == (status, "2026" in err, bytes_of(year))


@pytest.mark.parametrize("name", ["don-vi.xlsx", "danh-muc-don-vi-2026.xlsx"])
def test_an_offices_own_register_counts_by_any_name(thidua: Run, year: Path, name: str) -> None:
    """In the place of ours or beside it, under the office's own name, its units are offered; it stays to the byte."""
    own = year / "so-lieu" / name
    heads = ["STT", "Tên đơn vị", "Khối thi đua"]
    xlsx(own, {"Danh mục": [["DANH MỤC ĐƠN VỊ"], heads, [1, "Phường An Lộc", "Xã, phường"]]})
    before = bytes_of(year)
    status, out, _ = thidua("init", year)
    changed = {path for path, data in bytes_of(year).items() if before.get(path) != data}
    assert (0, True) == (status, f"1 đơn vị (so-lieu/{name})" in out)
    assert ("so-lieu/nhiem-vu.xlsx" in changed, f"so-lieu/{name}" in changed, "criteria.yaml" in changed) == (
        True,
        False,
        False,
    )
    assert ["Phường An Lộc"] == units_in(year / "so-lieu" / "nhiem-vu.xlsx")


def with_groups(folder: Path) -> None:
    """The plan's first group under another name."""
    plan = folder / "criteria.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("name: Xã, phường", "name: Khóm, ấp"), encoding="utf-8")


def test_groups_that_changed_are_offered_by_a_register_that_nobody_filled_in(thidua: Run, year: Path) -> None:
    """It is made anew with the plan's groups, and said to be blank still."""
    with_groups(year)
    status, out, _ = thidua("init", year, *AGAIN)
    groups = offered(load_workbook(year / "so-lieu" / "don-vi.xlsx"))["Khối thi đua"]
    assert (0, ["Khóm, ấp", "Phòng, ban"], {"so-lieu/don-vi.xlsx"}) == (status, groups, named(out))
    assert "chưa được điền: so-lieu/don-vi.xlsx" in " ".join(out.split())


def test_a_filled_in_register_is_left_and_the_way_to_its_groups_said(thidua: Run, year: Path) -> None:
    """What a person wrote is never touched: the groups that its drop-down lacks are named, until they stand there."""
    register(year, ["Phường An Lộc"])
    with_groups(year)
    path = year / "so-lieu" / "don-vi.xlsx"
    before = path.read_bytes()
    said = " ".join(thidua("init", year)[1].split())
    assert (True, before) == ("thiếu khối của kế hoạch: Khóm, ấp. Ghi" in said, path.read_bytes())
    book = load_workbook(path)
    book["Danh mục chọn"]["A6"] = "Khóm, ấp"
    book.save(path)
    assert "Khóm, ấp" in offered(load_workbook(path))["Khối thi đua"]
    assert "thiếu khối" not in thidua("init", year)[1]


def test_long_lists_work_in_libreoffice(thidua: Run, year: Path, tmp_path: Path) -> None:
    """What LibreOffice makes of a table still offers every unit in every row; saved by it, the table is left."""
    office = office_program()
    register(year, MANY)
    assert 0 == thidua("init", year)[0]
    tables = sorted(path for path in (year / "so-lieu").glob("*.xlsx") if path.name != "don-vi.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "luu"),
        *map(str, tables),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for table in tables:
        saved = tmp_path / "luu" / table.name
        rules = load_workbook(saved).worksheets[0].data_validations.dataValidation
        assert MANY == units_in(saved)
        rows = 400 if table.name == "chi-so-cchc.xlsx" else 300
        assert min(area.max_row for rule in rules for area in rule.sqref.ranges) >= 5 + rows
        table.write_bytes(saved.read_bytes())
    before = bytes_of(year)
    _, out, _ = thidua("init", year)
    assert (set(), before) == (named(out), bytes_of(year))
