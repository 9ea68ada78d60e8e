"""Cells of an xlsx workbook that are in fonts of TCVN3 or VNI: looked for only where the styles name such a font."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thidua_cli.intake.opening.biff import is_old_font
from thidua_cli.intake.opening.package import Package, elements, inflate_part
from thidua_cli.intake.opening.scan import parse_a1

_STYLED = re.compile(rb'<c r="([A-Za-z]{1,3}[0-9]{1,7})" s="([0-9]{1,5})" t="(?:s|str|inlineStr)"')


def old_font_styles(package: Package) -> dict[int, str]:
    """The old font of each cell style that has one, by the style's number (``s`` of a cell)."""
    styles = next((x for p, x in package.texts.items() if p.lower().endswith("styles.xml")), b"")
    if b".vn" not in styles.lower() and b"vni" not in styles.lower():
        return {}
    fonts: list[str] = []
    numbers: list[str] = []
    for element in elements(styles):
        tag = element.tag.rpartition("}")[2]
        if tag == "fonts":
            names = ([n for n in font if n.tag.endswith(("}name", "}rFont"))] for font in element)
            fonts = [found[0].get("val", "") if found else "" for found in names]
        elif tag == "cellXfs":
            numbers = [xf.get("fontId", "") for xf in element]
    named = {i: fonts[int(n)] for i, n in enumerate(numbers) if n.isdigit() and int(n) < len(fonts)}
    return {style: font for style, font in named.items() if is_old_font(font)}


def cells_in_old_fonts(name: str, data: bytes, part: str, styles: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """The font of each text cell of a worksheet part whose style has an old font, by 0-based row and column."""
    fonts = {}
    for reference, style in _STYLED.findall(inflate_part(name, data, part) or b""):
        font = styles.get(int(style))
        place = parse_a1(reference.decode()) if font else None
        if place and font:
            fonts[place] = font
    return fonts
