"""The package's data files: TOML beside the module that reads it, so that a word is changed without touching code."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from thidua_cli.text.language import Message, Param, joined


def data_beside(module: str, name: str = "", spelling: Callable[[str], str] = str) -> dict[str, Any]:
    """The data file ``name`` beside a module (its ``__file__``), else that of its own name, read in a ``spelling``."""
    path = Path(module).with_name(name) if name else Path(module).with_suffix(".toml")
    return tomllib.loads(spelling(path.read_text("utf-8")))


def params_of(values: Mapping[str, Any]) -> dict[str, Param]:
    """A message's parameters as a data file has them: ``{ t = "template", … }`` is a message, a list several joined."""
    return {name: _param(value) for name, value in values.items()}


def _param(value: Any) -> Param:
    if isinstance(value, dict):
        rest = {name: part for name, part in value.items() if name not in ("t", "context")}
        return Message(value["t"], params_of(rest), value.get("context", ""))
    if isinstance(value, list):
        return joined(map(_param, value), "; ")
    return value  # type: ignore[no-any-return]


def templates_in(value: object) -> Iterator[tuple[str, str]]:
    """Template and context of every message within what was made of a data file, for ``make words``."""
    if isinstance(value, Message):
        if not value.source.startswith("{part0}"):
            yield value.source, value.context
        value = value.params
    if isinstance(value, Mapping):
        value = (*value.keys(), *value.values())
    if isinstance(value, tuple):
        for part in value:
            yield from templates_in(part)
