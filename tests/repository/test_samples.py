"""The samples are what their script makes, hold no surprise, and give the verdicts that their page promises."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.repository.places import ROOT, read
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.result import Result

SAMPLES = ROOT / "samples"
SIGNS = {"✓": "met", "✗": "not_met", "?": "no_data", "–": "not_applicable"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples written again."""
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, str(SAMPLES / "make_samples.py"), "--out", str(folder)], check=True)
    return folder


def _names() -> list[str]:
    files = [SAMPLES / "mot-tap.xlsx", *sorted((SAMPLES / "nhieu-tap").iterdir())]
    return [path.relative_to(SAMPLES).as_posix() for path in files]


@pytest.mark.slow
@pytest.mark.parametrize("name", _names())
def test_samples_are_what_their_script_makes(made: Path, name: str) -> None:
    """A sample holds the cells that its script writes today (compressed bytes may differ between zlib versions)."""
    kept, new = SAMPLES / name, made / name
    if kept.suffix != ".xlsx":
        assert new.read_bytes() == kept.read_bytes()
    else:
        assert _cells(new) == _cells(kept)


def _cells(path: Path) -> dict[str, object]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def _expected() -> dict[str, list[str]]:
    rows = re.findall(
        r"^\| ([^|]+) \| ([✓✗?–]) \| (.) \| (.) \| (.) \| (.) \|", read("samples/README.md"), re.MULTILINE
    )
    return {name.strip(): [SIGNS[sign] for sign in signs] for name, *signs in rows}


@pytest.fixture(scope="module", params=["mot-tap.xlsx", "nhieu-tap"])
def scored(request: pytest.FixtureRequest) -> Result:
    """The result of one sample."""
    return score([SAMPLES / request.param], load_plan())


def test_verdicts_are_those_that_the_page_promises(scored: Result) -> None:
    """Each unit of a sample gets the verdicts of the table in samples/README.md."""
    assert 19 == len(_expected())
    assert _expected() == {unit.name: [c.verdict for c in unit.criteria] for unit in scored.units}


def test_the_two_equal_agencies_share_a_rank(scored: Result) -> None:
    """Phòng Tư pháp and Phòng Kinh tế are equal in every figure and share one rank."""
    first, second = scored.unit("phong-tu-phap"), scored.unit("phong-kinh-te")
    assert (first.rank, True) == (second.rank, second.tied)


def test_applicants_appear_nowhere(scored: Result) -> None:
    """No applicant's name, address or phone number of the samples stands in the result."""
    text = scored.to_json().decode()
    for private in ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Ví Dụ", "Phạm Thị Giả Định", "0900 000", "Khóm 2"):
        assert private not in text
