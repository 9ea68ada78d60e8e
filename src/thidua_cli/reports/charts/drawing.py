"""The few marks that the charts are made of: a canvas over ElementTree, fills that also differ without colour."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from thidua_cli.reports.charts.chart import FONT_FAMILY
from thidua_cli.text.vietnamese import slug

WIDTH = 640
SIZE = 13.0
SMALL = 12.0
LINE = 16.0

INK = "#1c2430"
MUTED = "#4a5361"
RULE = "#8a93a0"

_FONTS = f"Arial, '{FONT_FAMILY}', Helvetica, sans-serif"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Fill:
    """A fill: background, ink of outline and texture, and which texture (none: plain)."""

    back: str
    ink: str
    texture: str = ""


# In black and white the four verdicts are: dark, slanted lines, dots, empty.
FILLS: Mapping[str, _Fill] = {
    "met": _Fill("#1d5c7a", "#1d5c7a"),
    "not_met": _Fill("#fbe3d6", "#a8390f", "hatch"),
    "no_data": _Fill("#fdf1c7", "#6b5300", "dots"),
    "not_applicable": _Fill("#ffffff", "#6d7683"),
}
_STEP = 6


def ident(*parts: str) -> str:
    """An XML id made of words, unlike any other on the page: the names' slug and a short digest of the names."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return "-".join(["bieu-do", *filter(None, map(slug, parts)), digest])


class Canvas:
    """An SVG drawing under construction; lengths are user units, the origin is the upper left corner.

    Colours stand as attributes, so that the picture is complete by itself; the classes (``c-…``) let a page restyle
    it for a dark screen.
    """

    def __init__(self, name: str, width: int = WIDTH) -> None:
        self._name, self._width = name, width
        self._body = ET.Element("g", {"font-family": _FONTS, "fill": INK, "class": "c-ink"})

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled box; ``fill`` is a verdict.

        Textures are lines of their own, not SVG patterns: those become large pictures when a browser prints them.
        """
        style = FILLS[fill]
        attributes = {"fill": style.back, "stroke": style.ink, "stroke-width": "1", "class": f"c-{fill}"}
        ET.SubElement(self._body, "rect", {**_box(x, y, width, height), **attributes})
        path = {"": _plain, "hatch": _hatch, "dots": _dots}[style.texture](x, y, width, height)
        if path:
            look = {"stroke": style.ink, "stroke-width": "1.5", "fill": "none", "class": f"c-{fill}-ink"}
            ET.SubElement(self._body, "path", {"d": path, **look})

    def line(self, x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False, strong: bool = False) -> None:
        """A straight line: a thin rule, or (``strong``) one that says something."""
        place = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}
        look = {"stroke": INK, "stroke-width": "1.6", "class": "c-strong"}
        if not strong:
            look = {"stroke": RULE, "stroke-width": "1", "class": "c-rule"}
        dash = {"stroke-dasharray": "4 3"} if dashed else {}
        ET.SubElement(self._body, "line", {**place, **look, **dash})

    def diamond(self, x: float, y: float, radius: float, fill: str) -> None:
        """A mark for a value that sits exactly on the threshold."""
        style = FILLS[fill]
        points = " ".join(
            f"{_n(a)},{_n(b)}" for a, b in ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        )
        look = {"fill": style.ink, "stroke": "#ffffff", "stroke-width": "1", "class": f"c-{fill}"}
        ET.SubElement(self._body, "polygon", {"points": points, **look})

    def plate(self, x: float, middle: float, width: float, height: float) -> None:
        """A plain ground for a text, centred on ``x`` and ``middle``."""
        look = {"fill": "#ffffff", "rx": "2", "class": "c-plate"}
        ET.SubElement(self._body, "rect", {**_box(x - width / 2, middle - height / 2, width, height), **look})

    def text(
        self,
        x: float,
        middle: float,
        lines: Sequence[str],
        *,
        anchor: str = "start",
        size: float = SIZE,
        muted: bool = False,
    ) -> None:
        """Lines of text, centred on the height ``middle``; ``anchor`` is ``start``, ``middle`` or ``end``."""
        top = middle - LINE * (len(lines) - 1) / 2 + size * 0.35
        for number, line in enumerate(lines):
            place = {"x": _n(x), "y": _n(top + number * LINE), "font-size": _n(size)}
            look = {"fill": MUTED, "class": "c-muted"} if muted else {}
            side = {} if anchor == "start" else {"text-anchor": anchor}
            ET.SubElement(self._body, "text", {**place, **side, **look}).text = _NOT_XML.sub("", line)

    def svg(self, height: float, title: str, alt: str) -> str:
        """The finished element, named by ``title`` and described by ``alt`` for readers who cannot see it."""
        size = {
            "width": str(self._width),
            "height": str(round(height)),
            "viewBox": f"0 0 {self._width} {round(height)}",
        }
        names = {"role": "img", "aria-labelledby": f"{self._name}-t {self._name}-d"}
        root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **names})
        ET.SubElement(root, "title", {"id": f"{self._name}-t"}).text = _NOT_XML.sub("", title)
        ET.SubElement(root, "desc", {"id": f"{self._name}-d"}).text = _NOT_XML.sub("", alt)
        root.append(self._body)
        return ET.tostring(root, encoding="unicode")


def _plain(_x: float, _y: float, _width: float, _height: float) -> str:
    return ""


def _hatch(x: float, y: float, width: float, height: float) -> str:
    """Lines rising to the right, cut off at the box."""
    parts = []
    for run in range(_STEP // 2, math.ceil(width + height), _STEP):
        start = max(0.0, run - height)
        rise = min(float(run), width) - start
        if rise > 0:
            parts.append(f"M{_n(x + start)} {_n(y + run - start)}l{_n(rise)}-{_n(rise)}")
    return "".join(parts)


def _dots(x: float, y: float, width: float, height: float) -> str:
    """Dots in two offset rows, as far as they lie inside the box."""
    return "".join(
        f"M{_n(x + across)} {_n(y + down)}h1.5"
        for row, down in enumerate(range(_STEP // 2, math.ceil(height) - 1, _STEP // 2))
        for across in range(_STEP // 2 + _STEP // 2 * (row % 2), math.ceil(width) - 2, _STEP)
    )


def _box(x: float, y: float, width: float, height: float) -> dict[str, str]:
    return {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height)}


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
