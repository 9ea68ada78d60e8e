"""What every part of a result shares: frozen and strict, and short when somebody looks at it in a shell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from html import escape
from typing import TypeVar, cast

import msgspec

from thidua_cli.text.language import Message

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


S = TypeVar("S", bound=msgspec.Struct)


def filled(kind: type[S], of: object, /, **own: object) -> S:
    """A part of a result, made of what has the same names; ``own`` are the fields that are called or made otherwise.

    Tuples become lists, days and words of a closed list text, and a message its Vietnamese; its English stands in the
    field of the name with ``_en``, where the part has one.
    """
    given = {name: _plain(value, "vi") for name, value in own.items()}
    for name in kind.__struct_fields__:
        source = name.removesuffix("_en")
        value = own[source] if source in own else getattr(of, source, msgspec.UNSET)
        if name not in given and value is not msgspec.UNSET:
            given[name] = _plain(value, "vi" if name == source else "en")
    return kind(**given)


def _plain(value: object, lang: str) -> object:
    match value:
        case Message():
            return value.text(lang)
        case StrEnum() | date():
            return str(value)
        case tuple() | list():
            return [_plain(one, lang) for one in value]
        case dict():
            return {name: _plain(one, lang) for name, one in value.items()}
    return value


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A small HTML table for notebooks; every text is escaped, None is an empty cell."""
    top = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = ("".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) for row in rows)
    lines = "".join(f"<tr>{cells}</tr>\n" for cells in body)
    return (
        f"<table><caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{lines}</tbody></table>"
    )
