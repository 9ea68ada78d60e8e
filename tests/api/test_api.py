"""The Python API: what it offers, what it writes, how a result looks in a shell and a notebook."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import msgspec
import pytest

import thidua_cli
from tests.repository.places import ROOT
from thidua_cli import Result
from thidua_cli.errors import TemplateError, UsageError

SAMPLE = ROOT / "samples" / "mot-tap.xlsx"


@pytest.fixture(scope="module")
def result() -> Result:
    """The result of the first sample."""
    return thidua_cli.score(SAMPLE)


def test_tab_shows_the_api_before_anything_is_loaded() -> None:
    """In a fresh interpreter dir() lists every name of the API, and listing them loads none of their modules."""
    program = "import sys, thidua_cli; print(*dir(thidua_cli)); print(*[m for m in sys.modules if 'thidua_cli.' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT / "src")
    names, modules = done.stdout.decode().split("\n")[:2]
    assert {"Result", "frames", "score", "write_reports", "__version__"} <= set(names.split())
    assert modules == ""


@pytest.mark.parametrize("name", thidua_cli.__all__)
def test_every_name_of_the_api_is_there(name: str) -> None:
    """Each name that `__all__` promises can be had, and a star import would not fail."""
    assert getattr(thidua_cli, name) is not None


def test_the_stub_names_what_the_module_offers() -> None:
    """Editors and type checkers (`__init__.pyi`) see exactly the names that the module gives."""
    tree = ast.parse((ROOT / "src" / "thidua_cli" / "__init__.pyi").read_text(encoding="utf-8"))
    imported = {name.asname for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert {*imported, "__version__"} == set(thidua_cli.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that the API lacks fails as that of any other module."""
    with pytest.raises(AttributeError, match="scores"):
        _ = thidua_cli.scores  # type: ignore[attr-defined]


def test_reports_are_those_of_the_command(result: Result, tmp_path: Path) -> None:
    """write_reports writes the files that a format asks for, and result.json names them with their hashes."""
    written = thidua_cli.write_reports(result, tmp_path / "out", formats=["html", "json"])
    assert ["result.json", "xep-hang.html"] == sorted(path.name for path in written.paths)
    again = thidua_cli.load_result(tmp_path / "out" / "result.json")
    assert ["xep-hang.html"] == list(again.files)
    assert result == msgspec.structs.replace(again, files={})


def test_reports_come_all_or_none(result: Result, tmp_path: Path) -> None:
    """A template that cannot be filled leaves the folder as it was: no page, no result."""
    templates, out = tmp_path / "mau-word", tmp_path / "out"
    templates.mkdir()
    (templates / "to-trinh.docx").write_bytes(b"not a document")
    with pytest.raises(TemplateError):
        thidua_cli.write_reports(result, out, templates=templates)
    assert not out.exists() or not list(out.iterdir())


def test_edited_drafts_are_kept(result: Result, tmp_path: Path) -> None:
    """A page that somebody edited is kept under another name, as the command does."""
    thidua_cli.write_reports(result, tmp_path, formats=["html"])
    (tmp_path / "xep-hang.html").write_text("mine", encoding="utf-8")
    kept = thidua_cli.write_reports(result, tmp_path, formats=["html"]).kept
    assert (tmp_path / kept["xep-hang.html"]).read_text(encoding="utf-8") == "mine"


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    """Where a report would replace the workbook that was read, nothing is written, even with overwrite."""
    data = Path(shutil.copy(SAMPLE, tmp_path / "xep-hang.xlsx"))
    before = data.read_bytes()
    with pytest.raises(UsageError):
        thidua_cli.write_reports(thidua_cli.score(data), tmp_path, overwrite=True)
    assert [data] == list(tmp_path.iterdir())
    assert before == data.read_bytes()


def test_an_unknown_format_is_named(result: Result, tmp_path: Path) -> None:
    """A format that does not exist is a usage error with the nearest one."""
    with pytest.raises(UsageError, match="html"):
        thidua_cli.write_reports(result, tmp_path, formats=["htm"])


def test_a_result_is_one_line_in_a_shell(result: Result) -> None:
    """The repr of a result, a plan, a comparison, a unit and a measure is one line of at most 700 letters."""
    unit = result.units[0]
    moved = thidua_cli.compare(result, result)
    for part in (
        result,
        result.plan,
        thidua_cli.load_plan(),
        moved,
        unit,
        unit.criteria[1].measures[0],
        result.inputs[0],
    ):
        assert "\n" not in repr(part)
        assert len(repr(part)) <= 700
    assert "19 units (10 meet everything)" in repr(result)
    assert "name='Phường An Lộc'" in repr(unit)
    assert "criteria=[5]" in repr(unit)


def _cells(html: str) -> set[str]:
    return {unescape(text) for text in re.findall(r"<t[hd]>(.*?)</t[hd]>", html)}


def test_notebooks_show_tables(result: Result) -> None:
    """A notebook shows the standings of a result, the verdicts of a unit, and the criteria of a plan."""
    unit = result.unit("xa-binh-thanh")
    standings, verdicts, plan = (_cells(part._repr_html_()) for part in (result, unit, result.plan))
    assert {"Phường An Lộc", "✓", "100.0000", "Khối thi đua", "tc5"} <= standings
    assert {"par_index", "79.75", ">= 80", "✗", "99.47 %"} <= verdicts
    assert any("on_time >= 99 %" in text for text in plan)


def test_no_name_is_markup_in_a_notebook(result: Result) -> None:
    """A unit whose name holds a tag is shown as it is called, and no element comes of it."""
    unit = msgspec.structs.replace(result.units[0], name="<script>x</script>", group="<b>")
    shown = msgspec.structs.replace(result, units=[unit])
    for part in (shown, unit):
        tags = set(re.findall(r"<(\w+)", part._repr_html_()))
        assert {"table", "caption", "thead", "tbody", "tr", "th", "td"} == tags


def test_the_plan_beside_the_data_is_taken_as_the_command_takes_it(tmp_path: Path) -> None:
    """Without a plan that is named, the one beside the data judges."""
    shutil.copy(SAMPLE, tmp_path)
    text = (ROOT / "criteria.yaml").read_text(encoding="utf-8")
    (tmp_path / "criteria.yaml").write_text(text.replace("id: hong-ngu", "id: ke-ben", 1), encoding="utf-8")
    assert thidua_cli.score(tmp_path / SAMPLE.name).plan.id.startswith("ke-ben")
