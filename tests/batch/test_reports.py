from __future__ import annotations

import html
import io
import json
import warnings
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from msgspec.structs import replace

from tests.support.combined import NAMES, make_combined
from tests.support.result_units import HOSTILE
from thidua_cli.reports import wording
from thidua_cli.reports.combined import render_combined
from thidua_cli.reports.combined.page import render_combined_html
from thidua_cli.reports.ranks import combined_reasons
from thidua_cli.reports.terminal.batch import render_batch


class _Links(HTMLParser):
    """The addresses that a page links to, and its elements' names."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_formats_choose_the_files() -> None:
    """The JSON is always there; page and workbook come with the formats that parts get."""
    combined = make_combined(NAMES[:1])
    assert ["tong-hop.json"] == list(render_combined(combined, ["result.json", "to-trinh.docx"]))
    every = ["result.json", "xep-hang.html", "xep-hang.xlsx"]
    assert ["tong-hop.html", "tong-hop.json", "tong-hop.xlsx"] == sorted(render_combined(combined, every))


def test_the_same_result_gives_the_same_bytes() -> None:
    """Every combined file has the same bytes every time."""
    names = ["result.json", "xep-hang.html", "xep-hang.xlsx"]
    assert render_combined(make_combined(), names) == render_combined(make_combined(), names)


def test_the_page_links_to_each_parts_own() -> None:
    """Each part that was scored is linked by a relative address that leads into its folder."""
    links = [link for link in _Links(render_combined_html(make_combined())).links if not link.startswith(("#", "data"))]
    assert {*NAMES, "Phường An Lộc"} == {unquote(link.split("/xep-hang.html")[0]) for link in links}
    assert [] == [link for link in links if link.startswith("/") or ":" in link.split("/", maxsplit=1)[0]]


def test_hostile_names_stay_text_on_the_page() -> None:
    """Markup in names of parts, units and reasons makes no element of the page."""
    calm, hostile = (_Links(render_combined_html(make_combined(HOSTILE[:3], hostile=given))) for given in (False, True))
    assert calm.tags.count("script") == hostile.tags.count("script") == 1
    assert "b" not in hostile.tags


def test_text_never_becomes_a_formula() -> None:
    """In the workbook every name that begins like a formula is a text, and our formulas carry their values."""
    data = render_combined(make_combined(HOSTILE, hostile=True), ["xep-hang.xlsx"])["tong-hop.xlsx"]
    book = _book(data)
    formulas = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert [] == [text for text in formulas if not text.startswith("=IF(")]


def test_every_file_shows_the_same_ranks() -> None:
    """Names, ranks and parts of all units are the same in JSON, page order and workbook."""
    combined = make_combined()
    files = render_combined(combined, ["xep-hang.xlsx"])
    sheet = _book(files["tong-hop.xlsx"])["Xếp hạng chung"]
    rows = [tuple(cell.value for cell in row[1:4]) for row in sheet.iter_rows(min_row=5)]
    units = json.loads(files["tong-hop.json"])["units"]
    assert [(unit["rank"], unit["name"], unit["part"]) for unit in units] == rows
    assert 3 * 19 + 1 == len(rows)


def test_a_share_reads_the_same_on_page_and_in_workbook() -> None:
    """The share of units that met everything is rounded one way, in both files."""
    combined = make_combined()
    files = render_combined(combined, ["xep-hang.html", "xep-hang.xlsx"])
    sheet = _book(files["tong-hop.xlsx"], values=True)["Các phần"]
    cells = [
        wording.decimal_text(str(row[4].value)) + "%"
        for row in sheet.iter_rows(min_row=5)
        if row[1].value == "Địa phương"
    ]
    shares = [wording.share_text(part.all_met, part.units) for part in combined.done if part.shape == "locality"]
    assert shares == cells
    page = files["tong-hop.html"].decode()
    assert [] == [share for share in shares if f"<small>{share}</small>" not in page]


def test_page_and_workbook_say_what_decided_a_rank() -> None:
    """Each unit's rank among those of all parts has its reason, in both files."""
    combined = make_combined()
    files = render_combined(combined, ["xep-hang.html", "xep-hang.xlsx"])
    reasons = set(combined_reasons(combined).values())
    assert reasons
    text = html.unescape(files["tong-hop.html"].decode())
    cells = {cell.value for row in _book(files["tong-hop.xlsx"])["Xếp hạng chung"].iter_rows() for cell in row}
    assert [] == [reason for reason in reasons if reason not in text or reason not in cells]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("hostile", [False, True])
def test_the_screen_fits_80_columns(lang: str, hostile: bool) -> None:
    """Whatever parts and units are called, no line is longer than 80 columns and none steers the terminal."""
    names = [*HOSTILE, "Ủy ban nhân dân huyện " * 6] if hostile else NAMES
    combined = make_combined(names, hostile=hostile)
    text = render_batch(combined, lang="en" if lang == "en" else "vi", files=["tong-hop.json"], out_dir="ket-qua")
    assert 80 >= max(len(line) for line in text.splitlines())
    assert "\x1b" not in text
    assert ("Không chấm được: 1 phần" if lang == "vi" else "Not scored: 1 part") in text


def test_only_who_meets_all_leads() -> None:
    """The first of a group are named only if they met everything; where nobody did, that is said."""
    combined = make_combined()
    nobody = replace(combined, units=[replace(unit, all_met=False) for unit in combined.units])
    text = render_batch(nobody)
    assert text.count("chưa có đơn vị nào") == len({unit.group for unit in combined.units})
    assert "    1. " not in text
    assert "    1. " in render_batch(combined)


def test_what_to_do_next_is_said() -> None:
    """What failed comes first, else the part with most errors; the page is always named."""
    combined = make_combined()
    commands = {part.name: f"thidua check cuoi-nam/{part.name}" for part in combined.parts}
    text = render_batch(combined, files=["tong-hop.html"], out_dir="kq", commands=commands)
    assert "Kiểm tra hỏng: thidua check cuoi-nam/hỏng" in text
    assert str(Path("kq") / "tong-hop.html") in text
    whole = replace(combined, parts=combined.done)
    worst = max(whole.done, key=lambda part: part.errors)
    assert f"Sửa {worst.name}: {commands[worst.name]}" in render_batch(whole, commands=commands)


def _book(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        # openpyxl leaves the bars in cells out.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)
