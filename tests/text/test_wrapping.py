"""Lines that fit the screen: what is measured, and what is never broken."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from thidua_cli.text.language import joined, t
from thidua_cli.text.wrapping import display_width, fitted, whole_paths

PATH = "thư mục số liệu/một cửa năm 2021.xlsx"


@pytest.mark.parametrize(("text", "columns"), [("Phường", 6), ("統計", 4), ("Ａ", 2), ("", 0)])
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    """A letter and its marks take one column however they are composed, an East Asian letter two."""
    assert (
        columns
        == display_width(unicodedata.normalize("NFC", text))
        == display_width(unicodedata.normalize("NFD", text))
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_line_fits_below_its_own_beginning(form: Literal["NFC", "NFD"]) -> None:
    """Each line of a wrapped text fits; the following ones stand below the first word, not below its bullet."""
    text = unicodedata.normalize(form, "  - " + "Tỷ lệ hồ sơ được trả kết quả đúng hạn 統計 " * 4)
    lines = fitted(text, 40)
    assert all(display_width(line) <= 40 for line in lines)
    assert {"    "} == {line[:4] for line in lines[1:]}
    assert "".join(text.split()) == "".join("".join(lines).split())


def test_a_path_is_whole_wherever_it_stands() -> None:
    """A path is not broken at its blanks, also in a message within a message, and nothing is left of what held it."""
    said = t("There is no file or folder “{path}”.{near}", path=Path(PATH), near=joined([Path(PATH)]))
    for width in range(8, 100):
        shown = fitted(whole_paths(said, "vi"), width)
        assert 2 == sum(line.count(str(Path(PATH))) for line in shown)


def test_a_word_that_nobody_copies_is_cut() -> None:
    """A hostile word as long as a page is cut at the screen's edge; an address of that length is not."""
    assert all(display_width(line) <= 20 for line in fitted("a" * 90, 20))
    assert [f"https://{'a' * 90}"] == [line for line in fitted(f"xem https://{'a' * 90}", 20) if "http" in line]
