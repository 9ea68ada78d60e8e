from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.opening.test_formats import opened
from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import open_file
from thidua_cli.intake.sheet import CellValue, ExcelError, Sheet

_NAMES = "office table text style drawing manifest"
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES.split())
CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
MIME = "application/vnd.oasis.opendocument.spreadsheet"


def sheet(tmp_path: Path, rows: str, styles: str = "", columns: str = "") -> Sheet:
    """The one sheet of a flat document of these rows."""
    table = f'<table:table table:name="a">{columns}{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    path = tmp_path / "a.fods"
    styled = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    path.write_text(f"<office:document {SPACES} {CALCEXT}>{styled}{body}</office:document>", encoding="utf-8")
    return opened(path)[0]


def row(*cells: str) -> str:
    """A row of cells."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def text(inner: str) -> str:
    """A cell of text."""
    return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<text:p>An Bình <text:span>A</text:span></text:p>", "An Bình A"),
        ("<text:p><text:span>An <text:span>Bình</text:span></text:span> B</text:p>", "An Bình B"),
        ("<text:p><text:a>000.01</text:a></text:p>", "000.01"),
        ("<text:p>Xã<text:line-break/>Tân Hội</text:p>", "Xã\nTân Hội"),
        ("<text:p>a<text:tab/>b</text:p>", "a\tb"),
        ('<text:p>Phường<text:s/>An<text:s text:c="3"/>Lộc</text:p>', "Phường An   Lộc"),
        ("<text:p>\n  Phường\n\t An Lộc </text:p>", "Phường An Lộc"),
        ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
        ("<office:annotation><text:p>gọi lại</text:p></office:annotation><text:p>a</text:p>", "a"),
        ("<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>", "ab"),
        ("<text:p>a</text:p><drawing:frame><text:p>x</text:p></drawing:frame>", "a"),
        ("<text:p><text:ruby>a<text:ruby-text>x</text:ruby-text></text:ruby></text:p>", "a"),
    ],
)
def test_text_is_what_is_seen(tmp_path: Path, inner: str, shown: str) -> None:
    """Spans, links, breaks and repeated spaces are text; comments, drawings and readings above letters are not."""
    assert shown == sheet(tmp_path, row(text(inner))).row(0)[0]


@pytest.mark.parametrize(
    "cell",
    [
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">',
        '<table:table-cell office:value-type="float" office:value="0">',
        '<table:table-cell office:value-type="string">',
    ],
)
def test_error_cells(tmp_path: Path, cell: str) -> None:
    """An error is one however the program wrote it, and never the number 0 or a text."""
    value = sheet(tmp_path, row(f"{cell}<text:p>#DIV/0!</text:p></table:table-cell>")).row(0)[0]
    assert ("#DIV/0!", ExcelError) == (value, type(value))


def test_errors_with_a_number_of_their_own(tmp_path: Path) -> None:
    """LibreOffice shows some errors by number, in the language of the office."""
    cell = '<table:table-cell office:value-type="float" office:value="0"><text:p>Lỗi:502</text:p></table:table-cell>'
    assert ExcelError is type(sheet(tmp_path, row(cell)).row(0)[0])


def test_percentages_are_told(tmp_path: Path) -> None:
    """A number shown as a percentage keeps its value and is told, as often as it is repeated."""
    cell = '<table:table-cell office:value-type="percentage" office:value="0.865" table:number-columns-repeated="2"/>'
    read = sheet(tmp_path, row(text("<text:p>a</text:p>")) + row(text("<text:p>b</text:p>"), cell))
    assert ["b", 0.865, 0.865] == read.row(1)
    assert {(1, 1), (1, 2)} == set(read.percent)


def test_struck_cells_are_told(tmp_path: Path) -> None:
    """A style that strikes through counts for its cells, by row or column too, and for the styles made from it."""
    styles = (
        '<style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="t" style:parent-style-name="s"/>'
        '<style:style style:name="n"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="s"/>'
    cell = '<table:table-cell office:value-type="float" office:value="1"'
    rows = (
        row(f"{cell}/>", f"{cell}/>"),
        row(f'{cell} table:style-name="t"/>', f'{cell} table:style-name="n"/>'),
        f'<table:table-row table:default-cell-style-name="s" table:number-rows-repeated="2">{cell}/></table:table-row>',
    )
    assert {(0, 1), (1, 0), (2, 0), (3, 0)} == set(sheet(tmp_path, "".join(rows), styles, columns).struck)


def test_a_password_is_said(tmp_path: Path) -> None:
    """A document with a password is refused as that, whether its parts or its whole are encrypted."""
    path = tmp_path / "a.ods"
    entry = '<manifest:file-entry manifest:full-path="{}"><manifest:encryption-data/></manifest:file-entry>'
    for part in ("content.xml", "encrypted-package"):
        with zipfile.ZipFile(path, "w") as container:
            container.writestr("mimetype", MIME)
            container.writestr(part, bytes(range(256)) * 20)
            manifest = f"<manifest:manifest {SPACES}>{entry.format(part)}</manifest:manifest>"
            container.writestr("META-INF/manifest.xml", manifest)
        with pytest.raises(UnreadableFileError) as caught:
            open_file(path, path.name)
        assert "protected by a password" in caught.value.text("en")


def test_a_formula_without_a_value_is_told(tmp_path: Path) -> None:
    """A formula that no program has calculated is told and empty."""
    read = sheet(tmp_path, row(text("<text:p>a</text:p>"), '<table:table-cell table:formula="of:=1"/>'))
    values: list[CellValue] = read.row(0)
    assert (["a"], [(0, 1)]) == (values, list(read.formulas_without_value))
