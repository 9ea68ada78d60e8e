"""Large files are read in pieces: the same sheets as when they are read whole, or left to be read whole."""

from __future__ import annotations

import csv
import io
import random
import struct
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from tests.support import workbooks
from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import delimited, html, html_pieces, open_file, opendocument, opendocument_rows
from thidua_cli.intake.opening.biff import records, sheet_records, workbook_stream
from thidua_cli.intake.opening.cells import settled
from thidua_cli.intake.opening.fast import markup
from thidua_cli.intake.opening.fast import rows as fast_rows
from thidua_cli.intake.opening.fast.grid import Grid
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS, Limits
from thidua_cli.intake.opening.markup import MarkupFeed
from thidua_cli.intake.sheet import CellValue, Sheet
from thidua_cli.intake.wordwise import NotPlain


def told(sheet: Sheet) -> tuple[object, ...]:
    """Everything that a sheet says, its cells with their types."""
    cells = [[(type(c.at(row)), c.at(row)) for c in sheet.columns] for row in range(sheet.n_rows)]
    about = (sheet.name, sheet.merged, sheet.hidden, sheet.hidden_rows, sheet.hidden_columns)
    return (*about, set(sheet.percent), set(sheet.struck), list(sheet.widths), cells)


Reader = Callable[[], list[Sheet]]


def outcome(read: Reader) -> list[tuple[object, ...]] | str:
    """The sheets, or the message of what is refused."""
    try:
        return [told(sheet) for sheet in read()]
    except UnreadableFileError as error:
        return error.text("en")


# --- HTML ---------------------------------------------------------------------------------------------------------

CELL = st.sampled_from([
    "<td>a</td>", "<td>  b \n c</td>", "<td>x<br>y</td>", "<td colspan=2>w</td>", "<td rowspan=3>h</td>", "<th>H</th>",
    "<td><s>gone</s></td>", "<td>&nbsp;</td>", "<td>&#7903; &amp; é</td>", "<td><b>open</td>", "<td>unclosed",
    "<td><p>one<p>two</td>", "<td>#N/A</td>", "<td></td>", "<td style='color: red' CLASS=a>s</td>", "<td> </td>",
    "<TD colspan=1>u</TD>", "<td style='display:none'>n</td>", "<td style='text-decoration:line-through'>l</td>",
    "<td>a</th>b</td>", "<td/>c</td>", "<td>&#1;&#128;&#x41;&amp&lt;</td>", "<td>a > b</td>", "<td title='>'>g</td>",
    "<th colspan='2'>w</th>", "<td>a\x00b</td>", "<td>e\u0323</td>", "<td data-a>d</td>", "<td>&nosuch; &ampx</td>",
    "<tdx>y</td>",
])  # fmt: skip
ODD = st.sampled_from([
    *[""] * 60, "</table><p>between</p><table>", "<!-- </tr> --><tr>", "<tr><td><table><tr><td>in</table></td></tr>",
    "<textarea></tr>", "</textarea>", "<script>'</tr>'</script>", "text between rows", "<tr hidden><td>z</td></tr>",
    '<tr style="display:none"><td>z</td></tr>', "<select><option></tr>", "</select>", "</tbody><tfoot>", "<caption>c",
    '<td title="</tr>">t</td>', "<b>", "<form>", "</body></html>", "<plaintext>", "<tr></tr>",
])  # fmt: skip
ROW = st.tuples(st.lists(CELL, max_size=4), st.sampled_from(["</tr>", "</tr>\n", "</TR>", ""]), ODD)


def by_html(text: str, encoding: str, *, whole: bool) -> Reader:
    """Reads a page in pieces of some bytes, or at once."""

    def read() -> list[Sheet]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(html_pieces, "_PIECE", 80)
            for module in (markup, html_pieces):
                patch.setattr(module, "SHORT", 40)
            patch.setattr(html_pieces, "_LEAST", 10**9 if whole else 60)
            return html.read_html("a", text.encode(encoding, "replace"), DEFAULT_LIMITS)

    return read


@given(st.lists(st.tuples(ROW, st.integers(1, 4)), max_size=9), st.sampled_from(["utf-8", "utf-16", "cp1258"]))
def test_a_page_in_pieces_is_the_page(rows: list[tuple[tuple[list[str], str, str], int]], encoding: str) -> None:
    """Whatever stands in and between the rows, the tables are those of the page parsed as a whole."""
    body = "".join(odd + f"<tr>{''.join(cells)}{end}" * times for (cells, end, odd), times in rows)
    text = f"<h3>Tiêu đề</h3><table>{body}</table><p>Hết</p>"
    assert outcome(by_html(text, encoding, whole=True)) == outcome(by_html(text, encoding, whole=False))


def test_a_row_ends_where_a_browser_ends_it() -> None:
    """Letters like the end of a row in an attribute without quotes end no row, wherever the page is cut."""
    rows = "<tr><td>a</td></tr>" * 2 + "<tr><td title=</tr><td>b</td></tr>" + "<tr><td>c</td></tr>" * 4
    for lead in range(60):
        text = f"<table>{' ' * lead}{rows}</table>"
        assert outcome(by_html(text, "utf-8", whole=True)) == outcome(by_html(text, "utf-8", whole=False))


def test_a_long_page_is_never_one_tree(tmp_path: Path) -> None:
    """A page far beyond what is parsed in this process is read here, run by run, and told what spans its runs."""
    rows = "".join(f"<tr><td>{i}</td><td>Phường An Lộc</td><td>05/01/2021</td></tr>\n" for i in range(40_000))
    text = f"<p>DANH SÁCH</p><table><tr><td rowspan=3>a</td><td>b</td></tr>{rows}</table>"
    path = tmp_path / "a.xls"
    path.write_text(text, "utf-8")
    limits = Limits(in_process_bytes=1 << 20, memory_bytes=1)  # a child would have no memory at all
    (sheet,) = open_file(path, path.name, limits)[0].sheets
    assert 40_002 == sheet.n_rows
    assert ((1, 0, 3, 0),) == sheet.merged
    assert [None, "0", "Phường An Lộc", "05/01/2021"] == sheet.row(2)
    assert ["39999", "Phường An Lộc", "05/01/2021", None] == sheet.row(40_001)


# --- delimited text -----------------------------------------------------------------------------------------------

TEXTS = st.one_of(
    st.text(alphabet='ab,"\r\né#', max_size=40),
    st.lists(st.lists(st.text(alphabet='aé"\n, #', max_size=4), max_size=4), max_size=7).map(
        lambda rows: written(rows, csv.QUOTE_ALL if len(rows) % 2 else csv.QUOTE_MINIMAL)
    ),
)


def written(rows: Sequence[Sequence[str]], quoting: int) -> str:
    """Rows as the csv module writes them."""
    target = io.StringIO()
    csv.writer(target, quoting=quoting, lineterminator="\r\n" if len(rows) % 3 else "\n").writerows(rows)  # type: ignore[arg-type]
    return target.getvalue()


@given(TEXTS, st.sampled_from(["utf-8", "utf-16-le", "cp1258"]), st.sampled_from([7, 30, 1 << 20]))
def test_scanned_text_is_what_csv_reads(text: str, encoding: str, piece: int) -> None:
    """What the scanner reads, in pieces of any length, is what the csv module reads."""
    data = text.encode(encoding, "replace")
    scanned = fast_rows.DelimitedRows(",", 1000, lambda _rows, _width: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast_rows, "_PIECE", piece)
        try:
            scanned.read(data, encoding, 0)
        except NotPlain:
            return
    n_rows = len(scanned.widths)
    columns = scanned.grid.settled(n_rows, settled)
    expected = delimited._read_by_csv("a", data, encoding, ",", 0, DEFAULT_LIMITS)
    assert told(expected) == told(Sheet("Sheet1", n_rows, columns, widths=scanned.widths))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('a,b\n"c ""d""",e\n', True),
        ('a,b\n"c\nd",e', True),
        ("a,b\r\nc\r\n\r\nd,e,f\r\n", True),
        ('a,b\n5" pipe,e\n', False),
        ('"a",b\nc"d",e\n', False),
        ('a,b\n"open,e\n', False),
        ("a,b\rc,d\r", False),
        ("a,b\n" + "x" * 1001 + ",e\n", False),
    ],
)
def test_what_the_scanner_leaves(text: str, *, plain: bool) -> None:
    """Quotes by the rules are scanned; a stray or open one, old line ends and very long cells are left."""
    scanned = fast_rows.DelimitedRows(",", 1000, lambda _rows, _width: None)
    try:
        scanned.read(text.encode(), "utf-8", 0)
    except NotPlain:
        assert not plain
    else:
        assert plain


# --- OpenDocument -------------------------------------------------------------------------------------------------


def ods_cell(content: str, attributes: str = ' office:value-type="string"') -> str:
    """A cell of a document with this content."""
    return f"<table:table-cell{attributes}>{content}</table:table-cell>"


FLOAT, DATE = ' office:value-type="float" office:value="{}"', ' office:value-type="date" office:date-value="{}"'
ODS_CELL = st.sampled_from([
    ods_cell("<text:p>Phường An Lộc</text:p>"),
    ods_cell("<text:p> a  b </text:p>", ' table:style-name="ce1" office:value-type="string"'),
    ods_cell("<text:p>&amp; &#7903;</text:p>"),
    ods_cell("<text:p>#REF!</text:p>"),
    ods_cell("<text:p>12,5</text:p>", FLOAT.format("12.5")),
    ods_cell("<text:p>#DIV/0!</text:p>", FLOAT.format("0")),
    ods_cell("<text:p>Lỗi:502</text:p>", FLOAT.format("0")),
    ods_cell("<text:p>50%</text:p>", ' office:value-type="percentage" office:value="0.5"'),
    ods_cell("<text:p>5/1</text:p>", DATE.format("2021-01-05T08:30:00")),
    ods_cell("<text:p>x</text:p>", DATE.format("2021-02-31")),
    ods_cell("<text:p>x</text:p>", DATE.format("2021-02-28T00:00:00")),
    ods_cell("<text:p>x</text:p>", DATE.format("2021-02-28 08:30:00")),
    ods_cell("<text:p>x</text:p>", DATE.format("1900-01-05")),
    ods_cell("<text:p>x</text:p>", FLOAT.format("-1.5E3")),
    ods_cell("<text:p>x</text:p>", FLOAT.format("1_0")),
    ods_cell("<text:p>7</text:p>", FLOAT.format("007") + ' table:number-columns-repeated="2"'),
    ods_cell("<text:p> </text:p>"),
    ods_cell("<text:p>&nosuch;</text:p>"),
    ods_cell("<text:p>a</text:p>\n "),
    ods_cell("stray<text:p>a</text:p>"),
    ods_cell("<text:p>e\u0323</text:p>"),
    ods_cell("<text:p>x</text:p>", ' office:value-type="float" office:date-value="2021-01-05"'),
    f'<table:table-cell{FLOAT.format("3")} table:number-columns-repeated="2"/>',
    '<table:table-cell table:number-columns-repeated="9"/>',
    f'<table:table-cell{DATE.format("2021-01-05")}/>',
    "<table:table-cell/>",
    ods_cell("", ""),
    '<table:table-cell table:number-columns-repeated="2"/>',
    ods_cell("<text:p>t</text:p>", ' table:number-columns-repeated="2" office:value-type="string"'),
    ods_cell("<text:p>s</text:p>", ' table:style-name="gach" office:value-type="string"'),
    ods_cell("<text:p>m</text:p>", ' table:number-columns-spanned="2" office:value-type="string"'),
    ods_cell("<text:p>bare</text:p>", ""),
    ods_cell("<text:p>a<text:s/>b</text:p>"),
    ods_cell("<text:p>one</text:p><text:p>two</text:p>"),
])  # fmt: skip
ODS_TAG = st.sampled_from([
    "<table:table-row>", '<table:table-row table:style-name="ro1">', '<table:table-row table:visibility="collapse">',
    '<table:table-row table:number-rows-repeated="2">',
])  # fmt: skip
ODS_RUN = st.tuples(st.lists(ODS_CELL, min_size=1, max_size=3), ODS_TAG, st.integers(1, 4))


def document(body: str) -> bytes:
    """The content of a document of one sheet."""
    names = ("office", "table", "text", "style")
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names)
    struck = (
        '<style:style style:name="gach"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:automatic-styles>{struck}'
        f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    ).encode()


@given(st.lists(ODS_RUN, max_size=8), st.integers(50, 700))
def test_a_document_in_pieces_is_the_document(runs: list[tuple[list[str], str, int]], size: int) -> None:
    """Rows that are taken as text give the cells that their elements give."""
    data = document("".join(f"{tag}{''.join(cells)}</table:table-row>" * times for cells, tag, times in runs))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    whole = outcome(lambda: opendocument.read_opendocument("a", data, DEFAULT_LIMITS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opendocument, "_PIECE", size)
        patch.setattr(markup, "SHORT", size // 2)
        read = outcome(lambda: opendocument.read_opendocument_in_pieces("a", pieces, DEFAULT_LIMITS, len(data)))
    assert whole == read


def plain(*cells: str) -> list[list[CellValue]]:
    """A run of two equal rows of these cells, as it is scanned."""
    row, grid = f"<table:table-row>{''.join(cells)}</table:table-row>", Grid()
    opendocument_rows.plain_rows(set()).take((row * 2).encode(), 0, grid, lambda _rows, _width: None)
    columns = grid.settled(2, settled)
    return [[column.at(row) for column in columns] for row in range(2)]


def test_what_a_plain_run_is() -> None:
    """Empty cells in both spellings are plain; whatever stands between cells, or in them beside a text, is not."""
    text = ods_cell("<text:p>a</text:p>")
    assert [[None, None, "a"]] * 2 == plain("<table:table-cell/>", ods_cell("", ""), text)
    for odd in (
        "<table:covered-table-cell/>",
        "<text:soft-page-break/>",
        "stray",
        ods_cell("<text:p>a</text:p><text:p>b</text:p>"),
        ods_cell("<text:p>a</text:p>", ' table:formula="of:=1" office:value-type="string"'),
    ):
        with pytest.raises(NotPlain):
            plain(text, odd, text)


def test_long_runs_are_no_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a sheet of plain rows only the first piece is given to the XML parser."""
    fed = []
    feed = MarkupFeed.feed

    def noted(self: MarkupFeed, piece: bytes) -> Iterator[tuple[str, Element]]:
        fed.append(len(piece))
        return feed(self, piece)

    monkeypatch.setattr(MarkupFeed, "feed", noted)
    cells = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(f"<table:table-row>{cells.format(i)}{cells.format('b')}</table:table-row>" for i in range(4000))
    data = document(rows)
    (sheet,) = opendocument.read_opendocument_in_pieces(
        "a", [data[at : at + 10_000] for at in range(0, len(data), 10_000)], DEFAULT_LIMITS, len(data)
    )
    assert (4000, ["3999", "b"]) == (sheet.n_rows, sheet.row(3999))
    assert sum(fed) < markup.SHORT + 10_000


def test_a_document_without_rows_is_not_kept_whole(tmp_path: Path) -> None:
    """A text of hundreds of megabytes where rows should stand ends in a message."""
    path = workbooks.raw_ods(tmp_path / "a.ods", document("<table:table-row>" + " " * (40 << 20)))
    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, path.name, Limits(strings_bytes=30 << 20))
    assert "inflates" in caught.value.text("en")


# --- the records of old workbooks ---------------------------------------------------------------------------------


def test_records_of_a_sheet_are_found_from_all_rows_at_once(tmp_path: Path) -> None:
    """Marks of rows, real ones and those that texts and numbers only look like, lead to the very same records."""
    mark = struct.unpack("<d", b"\x08\x02\x10\x00\x08\x02\x10\x00")[0]
    book = xlwt.Workbook()
    rnd = random.Random(3)  # noqa: S311
    for name in ("A", "B"):
        sheet = book.add_sheet(name)
        for row in range(0, 300, 1 + (name == "B")):
            for column in range(rnd.randrange(6)):
                sheet.write(row, column, rnd.choice([mark, 1, 0.5, "chữ", "\u0208\u0010" * 9, True]))
    path = tmp_path / "a.xls"
    book.save(str(path))
    stream = workbook_stream(path.read_bytes())
    starts = [struct.unpack_from("<I", body)[0] for kind, body, _ in records(stream, 0) if kind == 0x85]
    for start, stop in zip(starts, [*starts[1:], len(stream)], strict=True):
        found = sheet_records(stream, start, stop)
        expected = [(kind, at, len(body)) for kind, body, at in records(stream, start)]
        assert expected == list(zip(*(column.tolist() for column in found), strict=True))
        assert len(expected) > 300
