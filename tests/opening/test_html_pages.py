from __future__ import annotations

from pathlib import Path

import pytest

from tests.opening.test_formats import opened, rows_of
from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.intake.opening.html import may_grow
from thidua_cli.intake.sheet import ExcelError, Sheet

HEAD = "<tr><th>Đơn vị</th><th>Quá hạn</th></tr>"
BODY = "<tr><td>Phường An Lộc</td><td>1</td></tr>"
READ = [["Đơn vị", "Quá hạn"], ["Phường An Lộc", "1"]]


def page(tmp_path: Path, text: str) -> list[Sheet]:
    """The sheets of a page."""
    path = tmp_path / "a.xls"
    path.write_text(f"<html><meta charset=utf-8><body>{text}</body></html>", encoding="utf-8")
    return list(opened(path))


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{HEAD}<td>Phường An Lộc</td><td>1</td></table>",
        f"<table>{HEAD}<td>Phường An Lộc</td><td>1</td></tr></table>",
        f"<table><thead>{HEAD}</thead><tbody><td>Phường An Lộc</td><td>1</td></tbody></table>",
        f"<table><thead><th>Đơn vị</th><th>Quá hạn</th></thead><tbody>{BODY}</tbody></table>",
        f"<table>{HEAD}<center>{BODY}</center></table>",
        f"<table>{HEAD}<form action=x>{BODY}</form></table>",
        f"<table><font size=2>{HEAD}{BODY}</font></table>",
        f"<table><div>{HEAD}</div><p>{BODY}</p></table>",
        f"<table>{HEAD}{BODY}",
        f"<TABLE>{HEAD}<tr><td>Phường An Lộc<td>1</TABLE>",
    ],
)
def test_rows_are_found_as_a_browser_finds_them(tmp_path: Path, table: str) -> None:
    """Rows without a row tag, and rows inside tags that stand where none may, are rows."""
    assert READ == rows_of(page(tmp_path, table)[0])


def test_lines_above_a_table_are_rows_above_it(tmp_path: Path) -> None:
    """A title, period or unit outside of the table comes with the table that it stands above, as in a spreadsheet."""
    first, second = page(
        tmp_path,
        f"<h3>HỒ SƠ  QUÁ HẠN</h3><div>Quý I<br>năm 2021</div><script>x</script><table>{BODY}</table>"
        f"<p>HỒ SƠ ĐÚNG HẠN</p><table>{BODY}<tr><td rowspan=9>a<td>2</table><p>Hết</p>",
    )
    assert [["HỒ SƠ QUÁ HẠN", None], ["Quý I", None], ["năm 2021", None], READ[1]] == rows_of(first)
    assert [["HỒ SƠ ĐÚNG HẠN", None], READ[1], ["a", "2"]] == rows_of(second)
    assert () == second.merged


def test_a_frame_around_tables_is_no_sheet(tmp_path: Path) -> None:
    """A table whose cells hold nothing but other tables gives these alone, and the title goes to the frame's first."""
    (sheet,) = page(tmp_path, f"<p>Quý I</p><table><tr><td><table>{HEAD}{BODY}</table></td></tr></table>")
    assert [["Quý I", None], *READ] == rows_of(sheet)


def test_what_is_not_shown_is_not_read(tmp_path: Path) -> None:
    """Sort keys and scripts in a cell are no part of its text; a row that is not shown is a hidden row."""
    (sheet,) = page(
        tmp_path,
        "<table><tr><td><span style='display: none'>20210305</span>05/03/2021<script>x</script></td></tr>"
        "<tr style='display:none'><td>x</td></tr><tr hidden><td>y</td></tr></table>",
    )
    assert [["05/03/2021"], ["x"], ["y"]] == rows_of(sheet)
    assert frozenset({1, 2}) == sheet.hidden_rows


def test_struck_text_is_told(tmp_path: Path) -> None:
    """A cell whose whole text is struck through is told, by tag or style; one in which a part is, is not."""
    cells = (
        "<td><s>a</s>",
        "<td style='text-decoration:line-through'>b",
        "<td><b><del>c </del></b>",
        "<td><s>d</s>e",
        "<td>f",
    )
    (sheet,) = page(tmp_path, f"<table><tr>{''.join(cells)}</table>")
    assert {(0, 0), (0, 1), (0, 2)} == set(sheet.struck)


@pytest.mark.parametrize("name", ["a.xls", "a.csv"])
def test_errors_of_a_spreadsheet_stay_errors_in_text(tmp_path: Path, name: str) -> None:
    """What a spreadsheet program saved of an error cell as text is an error cell again; other text is text."""
    cells = ["#DIV/0!", "#N/A", "# 5", "#1"]
    text = f"<table><tr><td>{'<td>'.join(cells)}</table>" if name == "a.xls" else f"{','.join(cells)}\n1,2,3,4\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    source, _ = open_file(tmp_path / name, name)
    row = source.sheets[0].row(0)
    assert cells == row
    assert [ExcelError, ExcelError, str, str] == list(map(type, row))


def test_a_page_that_grows_is_read_in_a_child(tmp_path: Path) -> None:
    """Formatting tags left open make a tree of millions from a small page: the child's limits hold, and it is data."""
    hostile = "".join(f"<font size={i}>" for i in range(400)) + "<p>" * 20_000 + f"<table>{HEAD}{BODY}</table>"
    data = f"<body>{hostile}".encode()
    assert may_grow(data)
    assert may_grow(data.decode().encode("utf-16"))
    assert not may_grow(f"<table>{HEAD}{BODY * 50_000}</table>".encode())
    (tmp_path / "a.html").write_bytes(data)
    source, _ = open_file(tmp_path / "a.html", "a.html", Limits())
    assert READ == rows_of(source.sheets[0])[-2:]


@pytest.mark.parametrize("depth", [400, 100_000])
def test_deep_nesting_is_data_or_said(tmp_path: Path, depth: int) -> None:
    """Blocks in blocks are no danger; where the parser gives up to nest, the page is refused and not half read."""
    path = tmp_path / "a.html"
    path.write_text("<div>" * depth + f"<table>{HEAD}{BODY}</table>", encoding="utf-8")
    if depth == 400:
        assert READ == rows_of(opened(path)[0])
    else:
        with pytest.raises(UnreadableFileError) as caught:
            open_file(path, path.name)
        assert "nested too deeply" in caught.value.text("en")
