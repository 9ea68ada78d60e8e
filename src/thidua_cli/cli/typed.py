"""Commands that can be typed as they are printed: with the data and options of this run."""

from __future__ import annotations

import os
from datetime import date

import click
from click.core import ParameterSource

from thidua_cli.calling import shell_word

READING = frozenset({"data", "plan_path", "mapping_path", "as_of", "systems", "skip_unreadable", "limits"})
"""What every command that reads data takes alike."""


def again(command: str, *more: str, only: frozenset[str] | None = None) -> str:
    """A command over what this run was given: its arguments and options (or ``only`` those), then ``more`` words."""
    context = click.get_current_context()
    known = _parameters(context, command)
    data: list[str] = []
    options: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.get_parameter_source(name) not in (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
        if name not in context.params or not given or name not in (known if only is None else known & only):
            continue
        value = context.params[name]
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(parameter, click.Argument):
            data += (os.path.join(".", word) if word.startswith("-") else word for word in map(str, values))  # noqa: PTH118 - a Path drops the dot
        elif isinstance(parameter, click.Option) and parameter.is_flag:
            options += [parameter.opts[0]] if value else []
        else:
            options += [word for one in values for word in (parameter.opts[0], _word(one))]
    return typed("thidua", command, *data, *options, *more)


def typed(*words: str) -> str:
    """Words as the shell here takes them."""
    return " ".join(map(shell_word, words))


def _parameters(context: click.Context, command: str) -> frozenset[str]:
    """The names of what a command takes, among what this run was given."""
    group = context.find_root().command
    found = group.get_command(context, command) if isinstance(group, click.Group) else None
    return frozenset(one.name or "" for one in (found or context.command).params)


def _word(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
