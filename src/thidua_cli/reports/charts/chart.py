"""What a chart is to a report: one drawing, its picture, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files

FONT_FAMILY = "Liberation Sans"
_BACKGROUND = "#ffffff"


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, ready to be placed.

    ``title`` is the caption (not drawn into the picture), ``alt`` what the chart shows in words, ``svg`` an ``<svg>``
    element without prolog, ``width`` and ``height`` its size in user units (640 wide: 40 units are one centimetre on
    the 16 cm between the margins of a portrait page).
    """

    title: str
    alt: str
    svg: str
    width: int
    height: int

    def png(self, scale: float = 1.5) -> bytes:
        """The drawing as PNG on white, ``scale`` pixels to a unit (1.5: 150 dots an inch on A4); one bundled font."""
        import resvg_py

        with as_file(files(__package__).joinpath("fonts", "LiberationSans-Regular.ttf")) as font:
            return bytes(
                resvg_py.svg_to_bytes(
                    svg_string=self.svg,
                    background=_BACKGROUND,
                    zoom=scale,
                    skip_system_fonts=True,
                    font_files=[str(font)],
                    font_family=FONT_FAMILY,
                )
            )
