"""Text on a screen of so many columns: widths, padding, wrapping, colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.calling import as_typed, held
from thidua_cli.reports.shortening import clean
from thidua_cli.text.language import Lang, Message
from thidua_cli.text.wrapping import display_width, whole_paths, wrapped

_CODES = {"good": "32", "bad": "31;1", "warn": "33", "dim": "2", "bold": "1", "head": "36;1"}


@dataclass(frozen=True, slots=True)
class Screen:
    """How to write: the width in columns, whether colour may be used, the language."""

    width: int = 80
    colour: bool = False
    lang: Lang = "vi"

    def said(self, text: Message | str) -> str:
        """A text in the screen's language."""
        return text.text(self.lang) if isinstance(text, Message) else text

    def paint(self, said: Message | str, style: str) -> str:
        """The text in a style (good, bad, warn, dim, bold, head), or as it is without colour."""
        text = self.said(said)
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text

    def head(self, text: Message | str, style: str = "head") -> list[str]:
        """The painted lines of a heading."""
        return [self.paint(line, style) for line in self.wrap(text)]

    def wrap(self, text: Message | str, *, first: str = "", rest: str | None = None) -> list[str]:
        """Lines no wider than the screen; ``first`` begins the first line, ``rest`` (else blanks) the others.

        Commands are written as they can be typed here.
        """
        said = whole_paths(text, self.lang) if isinstance(text, Message) else text
        return wrapped(held(clean(said)), self.width, first=first, rest=rest)

    def hint(self, text: str, *, first: str) -> list[str]:
        """What to do, wrapped, and below it in lines of their own, however long, the commands that it ends with."""
        said, *commands = text.split("\n")
        indent = " " * display_width(first)
        return [*self.wrap(said, first=first), *(f"{indent}{as_typed(one)}" for one in commands)]


def cut(lines: Sequence[str], most: int, width: int) -> list[str]:
    """At most so many lines of things between semicolons; the last line says by “…” that there are more."""
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    whole = last.rpartition("; ")[0] or last
    while display_width(whole) > width - 3:
        whole = whole.rpartition(" ")[0]
    return [*lines[: most - 1], f"{whole.rstrip(';')}; …"]


def pad(text: str, width: int) -> str:
    """The text with blanks to its right, up to ``width`` columns."""
    return text + " " * (width - display_width(text))


def pad_left(text: str, width: int) -> str:
    """The text with blanks to its left, up to ``width`` columns."""
    return " " * (width - display_width(text)) + text


def centre(text: str, width: int) -> str:
    """The text in the middle of ``width`` columns."""
    left = (width - display_width(text)) // 2
    return pad(" " * left + text, width)


def table_widths(available: int, labels: Sequence[str]) -> list[int]:
    """The width of each narrow column: its label and a blank on each side, or one blank where space is short."""
    wide = [max(display_width(label), 1) + 2 for label in labels]
    return wide if sum(wide) <= available else [width - 1 for width in wide]
