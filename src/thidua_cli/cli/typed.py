"""Commands that can be typed as they are printed: with the data and options of this run."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

import click
from click.core import ParameterSource

READING = frozenset({"data", "plan_path", "mapping_path", "as_of", "systems", "skip_unreadable", "limits"})
"""What every command that reads data takes alike."""
_PLAIN = re.compile(r"[\w./\\:=,@%+~-]+")


def again(command: str, *more: str, only: Collection[str] | None = None) -> str:
    """A command over what this run was given: its arguments and options (or ``only`` those), then ``more`` words."""
    context = click.get_current_context()
    data: list[str] = []
    options: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.get_parameter_source(name) not in (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
        if name not in context.params or not given or (only is not None and name not in only):
            continue
        value = context.params[name]
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(parameter, click.Argument):
            data += map(str, values)
        elif isinstance(parameter, click.Option) and parameter.is_flag:
            options += [parameter.opts[0]] if value else []
        else:
            options += [word for one in values for word in (parameter.opts[0], _word(one))]
    return typed("thidua", command, *data, *options, *more)


def typed(*words: str) -> str:
    """Words as every shell takes them: those with blanks or signs in double quotes."""
    return " ".join(word if _PLAIN.fullmatch(word) else f'"{word}"' for word in words)


def _word(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
