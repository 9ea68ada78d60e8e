"""Cells of an xlsx workbook told by their style: in fonts of TCVN3 or VNI, struck through, or shown as percentages.

Looked for only where the styles name such a font or format; nearly no workbook pays for the second look.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

from thidua_cli.intake.opening.number_formats import FIRST_OWN_ID, PERCENT_IDS, is_percent
from thidua_cli.intake.opening.package import Package
from thidua_cli.intake.opening.scan import parse_a1
from thidua_cli.intake.opening.workbook_index import elements

_REFERENCE = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*\s)?r\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")
_OWN_FORMAT = re.compile(rb"""<(?:\w+:)?numFmt\s[^>]*?\bnumFmtId\s*=\s*["']([0-9]{1,5})["']""")
_FORMAT_NUMBER = re.compile(rb"""(\bnumFmtId\s*=\s*["'])([0-9]{1,5})(?=["'])""")
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 59), *range(71, 82)))
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Styles:
    """The cell styles (by number, ``s`` of a cell) that say something."""

    old_fonts: Mapping[int, str]
    struck: frozenset[int]
    percent: frozenset[int]

    @property
    def telling(self) -> frozenset[int]:
        """All that cells have to be looked for."""
        return frozenset(self.old_fonts) | self.struck | self.percent


def styles_of(package: Package) -> Styles:
    """What the styles of a workbook say."""
    from thidua_cli.text.legacy import font_encoding

    fonts: list[tuple[str, bool]] = []
    formats: dict[str, str] = {}
    cells: list[ET.Element] = []
    for element in elements(next((x for p, x in package.texts.items() if p.lower().endswith("styles.xml")), b"")):
        tag = element.tag.rpartition("}")[2]
        if tag == "fonts":
            fonts = [_font(font) for font in element]
        elif tag == "numFmt":
            formats[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif tag == "cellXfs":
            cells = list(element)
    percent = {str(i) for i in PERCENT_IDS} - formats.keys() | {i for i, code in formats.items() if is_percent(code)}
    numbered = {i: int(xf.get("fontId", "")) for i, xf in enumerate(cells) if xf.get("fontId", "").isdigit()}
    used = {i: fonts[number] for i, number in numbered.items() if number < len(fonts)}
    return Styles(
        {i: name for i, (name, _) in used.items() if font_encoding(name) is not None},
        frozenset(i for i, (_, struck) in used.items() if struck),
        frozenset(i for i, xf in enumerate(cells) if xf.get("numFmtId") in percent),
    )


def _font(font: ET.Element) -> tuple[str, bool]:
    """A font's name, and whether it is struck through."""
    name, struck = "", False
    for said in font:
        tag = said.tag.rpartition("}")[2]
        if tag in ("name", "rFont"):
            name = name or said.get("val", "")
        elif tag == "strike":
            struck = said.get("val", "1") not in _OFF
    return name, struck


def cells_in_styles(pieces: Iterable[bytes], styles: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """Where a worksheet part (inflated, in pieces) has cells in some styles, by style; (row, column) are 0-based."""
    numbers = [str(style).encode() for style in sorted(styles)]
    hit = re.compile(rb"""\ss=["'](%b)["']""" % b"|".join(numbers))
    # looking for plain bytes first is many times faster, and most pieces of a large sheet have no such cell
    signs = [b"s='", *(b's="%b"' % number for number in numbers)]
    found: dict[int, list[tuple[int, int]]] = {}
    carry = b""
    for piece in pieces:
        text = carry + piece
        cut = max(text.rfind(b"<"), 0)
        if any(sign in text for sign in signs):
            _look(text[:cut], hit, found)
        carry = text[cut:]
    _look(carry, hit, found)
    return found


def _look(text: bytes, hit: re.Pattern[bytes], found: dict[int, list[tuple[int, int]]]) -> None:
    for styled in hit.finditer(text):
        # from the tag's beginning, so that the same letters in a cell's text are none
        begin = text.rfind(b"<", 0, styled.start())
        cell = _REFERENCE.match(text, begin) if begin >= 0 and text.find(b">", begin, styled.start()) < 0 else None
        place = parse_a1(cell.group(1).decode()) if cell else None
        if place:
            found.setdefault(int(styled.group(1)), []).append(place)


def with_own_formats(data: bytes, part: str, styles: bytes) -> bytes:
    """The workbook with the styles exchanged: the new part stands behind all others, which stay as they are."""
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as container:
        container.filelist[:] = [member for member in container.filelist if member.filename != part]
        container.NameToInfo.pop(part, None)
        container.writestr(zipfile.ZipInfo(part), styles)
    return file.getvalue()


def own_formats_renumbered(styles: bytes) -> bytes:
    """The styles with a workbook's own number formats under numbers that no built-in date has.

    The Rust reader takes a built-in number for the built-in format, whatever the workbook defines under it.
    """
    own = {int(number) for number in _OWN_FORMAT.findall(styles)}
    if not own & _BUILT_IN_DATES:
        return styles
    first = max(FIRST_OWN_ID, *own) + 1

    def renumbered(match: re.Match[bytes]) -> bytes:
        number = int(match.group(2))
        new = first + number if number in own & _BUILT_IN_DATES else number
        return match.group(1) + str(new).encode()

    return _FORMAT_NUMBER.sub(renumbered, styles)
