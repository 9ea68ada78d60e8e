"""What every part of a result shares: frozen and strict, and short when somebody looks at it in a shell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from typing import cast

import msgspec

VERDICT_SYMBOLS: Mapping[str, str] = {"met": "✓", "not_met": "✗", "no_data": "?", "not_applicable": "–"}
"""One sign that tells the verdicts apart without colour."""
_MOST = 40
"""Letters of a text that are shown."""


class ResultStruct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every part of a result: frozen, keyword-only; its ``repr`` is one line whatever it holds."""

    def __repr__(self) -> str:
        """The fields that say something: texts cut short, lists as how many there are, parts by their class."""
        shown = ((name, _shown(getattr(self, name))) for name in self.__struct_fields__)
        return f"{type(self).__name__}({', '.join(f'{name}={said}' for name, said in shown if said)})"


def _shown(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return repr(value if len(value) <= _MOST else f"{value[: _MOST - 1]}…")
    if isinstance(value, list | tuple | dict):
        return f"[{len(cast('Collection[object]', value))}]" if value else ""
    return f"{type(value).__name__}(…)" if isinstance(value, msgspec.Struct) else repr(value)


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A small HTML table for notebooks; every text is escaped, None is an empty cell."""
    top = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = ("".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) for row in rows)
    lines = "".join(f"<tr>{cells}</tr>\n" for cells in body)
    return (
        f"<table><caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{lines}</tbody></table>"
    )
