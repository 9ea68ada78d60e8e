"""Workbooks as the tests read them: the stored values, and what LibreOffice calculates from the formulas alone."""

from __future__ import annotations

import functools
import io
import os
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from tests.excel.books import Book, read_book
from tests.support.programs import office_program
from tests.support.results import make_result
from thidua_cli.reports.excel import render_xlsx
from thidua_cli.reports.excel.book import SHEETS
from thidua_cli.result import Result

CASES: dict[str, Result] = {
    "plain": make_result(),
    "hostile": make_result(hostile=True),
    "long": make_result(units=60, persons=40, long_names=True, seed=3),
    "one": make_result(units=1, persons=1),
    "nobody": make_result(nobody_eligible=True),
}
_ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    """The name of one result."""
    return str(request.param)


@functools.cache
def rendered(case: str) -> bytes:
    """The workbook of one case."""
    return render_xlsx(CASES[case])


def without_values(book: bytes, edits: Mapping[tuple[str, str], int] | None = None) -> bytes:
    """The workbook with the stored value of every formula taken out; ``edits`` sets numbers by sheet and cell."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(buffer, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            if part.startswith("xl/worksheets/sheet"):
                text = re.sub(r"(<f>[^<]*</f>)<v>[^<]*</v>", r"\1", data.decode())
                for (sheet, cell), number in (edits or {}).items():
                    if part == f"xl/worksheets/sheet{SHEETS.index(sheet) + 1}.xml":
                        text, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{number}", text)
                        assert 1 == count
                data = text.encode()
            target.writestr(part, data)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def calculate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, bytes]], dict[str, Book]]:
    """Lets LibreOffice calculate workbooks (by name) and reads what it saved."""
    program = office_program()
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_CALCULATE, encoding="utf-8")

    def run(books: dict[str, bytes]) -> dict[str, Book]:
        folder: Path = tmp_path_factory.mktemp("books")
        for name, data in books.items():
            (folder / f"{name}.xlsx").write_bytes(data)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
        inputs = [str(folder / f"{name}.xlsx") for name in books]
        subprocess.run([*command, "--outdir", str(folder / "out"), *inputs], check=True, capture_output=True)
        return {name: read_book((folder / "out" / f"{name}.xlsx").read_bytes()) for name in books}

    return run


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What stands in each cell on a machine that speaks English (as a fresh LibreOffice does)."""
    program = office_program()

    def run(data: bytes) -> list[str]:
        (tmp_path / "book.xlsx").write_bytes(data)
        command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "html:HTML (StarCalc)", "--outdir", str(tmp_path), str(tmp_path / "book.xlsx")]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        tree = html.fromstring((tmp_path / "book.html").read_bytes())
        return [" ".join("".join(map(str, cell.itertext())).split()) for cell in tree.iter("td")]

    return run


@pytest.fixture(scope="session")
def calculated(calculate: Callable[[dict[str, bytes]], dict[str, Book]]) -> dict[str, Book]:
    """Every case as LibreOffice calculates it from the formulas alone."""
    return calculate({name: without_values(rendered(name)) for name in CASES})
